"""Where annotations go when the text changes."""

from __future__ import annotations

import datetime as dt
import random
import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.anchors import measure
from tui.annotations.anchors import MINIMUM, anchor, select, similarity
from tui.annotations.difference import Shift
from tui.annotations.model import Annotation, Placement
from tui.annotations.names import digest
from tui.documents.document import Span

MOMENT = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
BLANK = Annotation("urn:x:1", 0, 0, "", "", "", (), "", "anna", MOMENT, MOMENT)
TEXT = """Rates rise again

The central bank raised its main rate on Thursday, the third rise this year. Analysts had \
expected no change.

"We will act again if we must," the governor told reporters in the capital. She gave no date.

The opposition called the decision reckless. "Families pay the price," its leader said.

The bank meets again in June. Analysts expect no further rise."""


def annotation(words: str, text: str = TEXT, nth: int = 0) -> Annotation:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return select(BLANK, text, digest(text), Span(start, start + len(words)))


def found(made: Annotation, new: str, old: str | None = TEXT) -> tuple[str, Placement]:
    shift = None if old is None else Shift(old, new)
    placed = anchor(made, new, digest(new), shift)
    assert replace(placed, start=0, end=0, placement=Placement.EXACT) == replace(
        made, start=0, end=0
    )
    return new[placed.start : placed.end], placed.placement


def test_select_writes_words_and_context() -> None:
    made = annotation("the governor")
    assert (made.exact, made.text_digest) == ("the governor", digest(TEXT))
    assert made.prefix == TEXT[made.start - 32 : made.start]
    assert made.suffix == TEXT[made.end : made.end + 32]
    assert annotation("Rates").prefix == ""
    assert annotation("rise.").suffix == ""


def test_in_the_same_text_nothing_changes() -> None:
    made = annotation("no", nth=2)
    assert anchor(made, TEXT, digest(TEXT), None) is made


def test_a_change_behind_leaves_it_in_place() -> None:
    new = TEXT.replace("in June", "in July")
    assert found(annotation("the governor"), new) == ("the governor", Placement.EXACT)


@pytest.mark.parametrize("old", [TEXT, None])
def test_a_change_before_moves_it(old: str | None) -> None:
    made = annotation("the governor told reporters")
    new = "Corrected version\n\n" + TEXT.replace(", the third rise this year", "")
    assert found(made, new, old) == ("the governor told reporters", Placement.MOVED)


def test_the_same_words_at_the_same_place_can_be_others() -> None:
    old = "A go. B go. C go. D go. They stop."
    made = annotation("go", old, nth=1)
    new = old[6:]
    assert new[made.start : made.end] == "go"
    placed = anchor(made, new, digest(new), Shift(old, new))
    assert (placed.start, placed.placement) == (made.start - 6, Placement.MOVED)


@pytest.mark.parametrize("nth", range(3))
def test_repeated_words_are_told_apart(nth: int) -> None:
    made = annotation("rise", nth=nth)
    new = "A rise in the headline\n\n" + TEXT
    placed = anchor(made, new, digest(new), Shift(TEXT, new))
    assert placed.start == made.start + 24


@pytest.mark.parametrize("old", [TEXT, None])
def test_changed_words_are_found_and_labelled(old: str | None) -> None:
    made = annotation("The central bank raised its main rate on Thursday")
    new = "Update.\n\n" + TEXT.replace("raised its main rate", "increased its main rate")
    assert found(made, new, old) == (
        "The central bank increased its main rate on Thursday",
        Placement.FUZZY,
    )


def test_words_rewritten_at_the_edge_are_left_out() -> None:
    made = annotation("We will act again if we must")
    new = TEXT.replace("if we must", "if needed")
    assert found(made, new) == ("We will act again if", Placement.FUZZY)


@pytest.mark.parametrize("old", [TEXT, None])
def test_a_moved_paragraph_takes_its_annotations_along(old: str | None) -> None:
    parts = TEXT.split("\n\n")
    new = "\n\n".join([parts[0], parts[3], parts[1], parts[2], parts[4]])
    made = annotation("called the decision reckless")
    assert found(made, new, old) == ("called the decision reckless", Placement.MOVED)


@pytest.mark.parametrize("old", [TEXT, None])
@pytest.mark.parametrize("words", ["She gave no date.", "reckless", "no", "a" * 300])
def test_what_is_gone_is_orphaned(words: str, old: str | None) -> None:
    text = TEXT + "a" * 300
    made = annotation(words, text)
    new = "Something else entirely stands here now.\n\nNot a word of it is left."
    placed = anchor(made, new, digest(new), Shift(text, new) if old else None)
    assert placed.placement is Placement.ORPHANED
    assert 0 <= placed.start == placed.end <= len(new)


def test_an_orphan_comes_back_with_its_words() -> None:
    made = annotation("She gave no date.")
    assert found(made, "Empty.")[1] is Placement.ORPHANED
    assert found(made, TEXT) == ("She gave no date.", Placement.EXACT)


def test_a_deleted_short_word_is_not_found_in_another_place() -> None:
    made = annotation("Analysts", nth=1)
    new = TEXT.replace("Analysts expect no further rise.", "")
    assert found(made, new)[1] is Placement.ORPHANED


def test_a_position_out_of_range_or_without_words_is_harmless() -> None:
    made = annotation("the governor")
    for wrong in (
        replace(made, start=10**9, end=10**9 + 12),
        replace(made, start=0, end=0),
        replace(made, text_digest="other"),
    ):
        assert found(wrong, TEXT)[0] == "the governor"
        assert found(wrong, TEXT, None)[0] == "the governor"
    assert found(replace(made, exact="", start=5, end=5), TEXT)[1] is Placement.ORPHANED


WORDS = st.lists(st.sampled_from(["a", "b", "the", "bank", ".", "\n", "é", "👩‍🏫"]), max_size=30)
SOME = WORDS.map(" ".join)


@given(SOME, SOME)
def test_what_is_said_to_be_common_is(old: str, new: str) -> None:
    shift = Shift(old, new)
    old_end = new_end = 0
    for run in shift.runs:
        assert run.length > 0
        assert run.old >= old_end
        assert run.new >= new_end
        old_end, new_end = run.old + run.length, run.new + run.length
        assert old[run.old : old_end] == new[run.new : new_end]
    assert old_end <= len(old)
    assert new_end <= len(new)


@given(SOME, SOME, st.integers(0, 99), st.integers(1, 99))
def test_an_annotation_is_always_inside_the_text(old: str, new: str, at: int, length: int) -> None:
    start = min(at, len(old))
    made = select(BLANK, old, digest(old), Span(start, min(start + length, len(old))))
    for shift in (None, Shift(old, new)):
        placed = anchor(made, new, digest(new), shift)
        assert 0 <= placed.start <= placed.end <= len(new)
        assert (placed.start == placed.end) is (placed.placement is Placement.ORPHANED)
        words = new[placed.start : placed.end]
        if placed.placement in (Placement.EXACT, Placement.MOVED):
            assert words == made.exact
        elif placed.placement is Placement.FUZZY:
            assert words != made.exact
            assert similarity(made.exact, words) >= MINIMUM


@given(SOME, SOME, SOME)
def test_an_insertion_moves_what_is_behind_it(head: str, new: str, tail: str) -> None:
    old = f"{head}<{tail}"
    shift = Shift(old, f"{head}{new}<{tail}")
    if "<" not in new:
        at = len(head)
        (span,) = shift.candidates(at, at + 1)
        assert span.start == at + len(new)


def test_similarity_of_short_and_long_passages() -> None:
    assert similarity("abc", "abc") == 1
    assert similarity("", "abc") == 0
    assert similarity("colour", "color") > MINIMUM
    assert similarity("minister", "president") < MINIMUM
    words = [f"word{number}" for number in range(400)]
    edited = words.copy()
    edited[100:140] = ["other"] * 40
    assert 0.8 < similarity(" ".join(words), " ".join(edited)) < 1
    assert similarity(" ".join(words), " ".join(words[::-1])) < MINIMUM


RANDOM = random.Random(1)
PROSE = " ".join(
    "".join(RANDOM.choices("abcdefgh", k=RANDOM.randint(2, 9))) for _ in range(150_000)
)
BITS = "".join(RANDOM.choices("ab ", k=1_000_000))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PROSE, PROSE[:400_000] + "new " * 100 + PROSE[400_000:]),
        (PROSE, PROSE[500_000:] + PROSE[:500_000]),
        ("a" * 1_000_000, "a" * 999_000),
        ("a\n" * 500_000, "b\n" + "a\n" * 400_000),
        ("ab " * 330_000, "ba " * 330_000),
        (BITS, BITS[::-1]),
    ],
)
def test_a_megabyte_takes_bounded_time(old: str, new: str) -> None:
    begin = time.process_time()
    shift = Shift(old, new)
    for start in range(0, len(old), len(old) // 8):
        made = select(BLANK, old, "old", Span(start, min(start + 100, len(old))))
        anchor(made, new, "new", shift)
    assert time.process_time() - begin < 6


def test_edited_articles_take_their_annotations_along() -> None:
    judged = sum(measure(4, 5).values(), Counter())
    total = judged["right"] + judged["missed"] + judged["wrong"]
    assert total > 700
    assert judged["wrong"] / total < 0.01
    assert judged["right"] / total > 0.97
