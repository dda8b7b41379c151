"""What changed from one text to another, in words."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.changes import Part, PartKind, changed_parts


def shown(old: str, new: str) -> str:
    """The parts as one line: [-removed-], {+added+}."""
    found = []
    for part in changed_parts(old, new):
        if part.kind is PartKind.REMOVED:
            found.append(f"[-{old[part.old.start : part.old.end]}-]")
        elif part.kind is PartKind.ADDED:
            found.append(f"{{+{new[part.new.start : part.new.end]}+}}")
        else:
            found.append(old[part.old.start : part.old.end])
    return "".join(found)


def test_words_are_never_cut() -> None:
    assert shown("The minister left.", "The ministers left.") == (
        "The [-minister-]{+ministers+} left."
    )
    assert shown("It unmade it.", "It made it.") == "It [-unmade-]{+made+} it."
    assert shown("naïve", "naive") == "[-naïve-]{+naive+}"


def test_what_is_added_and_removed() -> None:
    assert shown("a b c d", "a c d") == "a [-b -]c d"
    assert shown("a c d", "a b c d") == "a {+b +}c d"
    assert shown("", "new") == "{+new+}"
    assert shown("old", "") == "[-old-]"
    assert shown("same", "same") == "same"
    assert shown("", "") == ""


def test_changes_with_a_blank_between_them_are_one() -> None:
    assert shown("he said no today", "he said yes indeed today") in (
        "he said [-no-]{+yes indeed+} today",
        "he said [-no -]{+yes indeed +}today",
    )
    assert shown("one two three.", "four five three.") == "[-one two-]{+four five+} three."


def test_paragraphs_stay_apart() -> None:
    assert shown("One.\n\nTwo.", "Ace.\n\nTwo.") == "[-One-]{+Ace+}.\n\nTwo."


WORDS = st.lists(
    st.sampled_from(["a", "ab", "the", "bank", ".", "\n", " ", "é", "_x"]), max_size=30
)


@given(WORDS.map("".join), WORDS.map("".join))
def test_the_parts_make_up_both_texts(old: str, new: str) -> None:
    parts = changed_parts(old, new)
    assert "".join(old[part.old.start : part.old.end] for part in parts) == old
    assert "".join(new[part.new.start : part.new.end] for part in parts) == new
    at_old = at_new = 0
    before: Part | None = None
    for part in parts:
        assert (part.old.start, part.new.start) == (at_old, at_new) or part.kind is PartKind.ADDED
        at_old, at_new = part.old.end, part.new.end
        assert part.old.start < part.old.end or part.new.start < part.new.end
        if part.kind is PartKind.SAME:
            assert old[slice(*part.old)] == new[slice(*part.new)]
        elif part.kind is PartKind.ADDED:
            assert part.old.start == part.old.end
        else:
            assert part.new.start == part.new.end
            assert before is None or before.kind is PartKind.SAME
        before = part


def test_a_megabyte_takes_bounded_time() -> None:
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefgh", k=chance.randint(2, 9))) for _ in range(150_000)]
    old = " ".join(words)
    words[50_000:50_100] = ["new"] * 300
    begin = time.process_time()
    kinds = [part.kind for part in changed_parts(old, " ".join(words))]
    assert kinds == [PartKind.SAME, PartKind.REMOVED, PartKind.ADDED, PartKind.SAME]
    assert time.process_time() - begin < 3
    begin = time.process_time()
    changed_parts("a " * 300_000, "a b " * 200_000)
    assert time.process_time() - begin < 6
