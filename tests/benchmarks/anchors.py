"""Where annotations go when the sample articles are edited, against where they should go.

    python -m tests.benchmarks.anchors [--spans 25] [--seed 1] [--without-old-text]

Every code point of an edited text knows which one of the old text it is, so that the right place of
a passage is known. Right: the passage itself; where it was changed, a place that shares half with
what is left of it; where nothing is left, none. Missed: told to be orphaned, though it is there.
Wrong: any other place, or words told to be in their place when they are not.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from tui.annotations.anchors import anchor, select
from tui.annotations.difference import Shift
from tui.annotations.model import Annotation, Placement
from tui.annotations.names import digest
from tui.documents.document import Span
from tui.documents.formats import read_document
from tui.documents.library import open_library

SEEDS = Path(__file__).parents[2] / "seeds"
MOMENT = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
BLANK = Annotation("urn:x:1", 0, 0, "", "", "", (), "", "anna", MOMENT, MOMENT)
NEW = -1  # the origin of what an edit has added

Letters = list[tuple[str, int]]
"""A text: each code point with its place in the old text, or NEW."""


def fresh(words: str) -> Letters:
    """New text."""
    return [(letter, NEW) for letter in words]


def text_of(letters: Letters) -> str:
    """The text itself."""
    return "".join(letter for letter, _ in letters)


def split(letters: Letters, pattern: str) -> list[Letters]:
    """Parts, each with what follows it up to the next; the pattern matches their ends."""
    ends = [match.end() for match in re.finditer(pattern, text_of(letters))]
    edges = [0, *(end for end in ends if end < len(letters)), len(letters)]
    return [letters[start:end] for start, end in pairwise(edges)]


def paragraphs(letters: Letters) -> list[Letters]:
    """Paragraphs, each with the blank line after it; the last one gets one too."""
    parts = split(letters, r"\n\n")
    if not text_of(parts[-1]).endswith("\n\n"):
        parts[-1] = parts[-1] + fresh("\n\n")
    return parts


def joined(parts: list[Letters]) -> Letters:
    """Parts, one after the other."""
    return [letter for part in parts for letter in part]


def replaced(
    letters: Letters, share: float, chance: random.Random, vocabulary: list[str]
) -> Letters:
    """Some words replaced by other words of the articles."""
    parts = split(letters, r"\w+|\W+")
    for number, part in enumerate(parts):
        if part[0][0].isalnum() and chance.random() < share:
            parts[number] = fresh(chance.choice(vocabulary))
    return joined(parts)


class Editor:
    """Makes edits of every kind.

    Args:
        vocabulary: Words of the articles.
        sentences: Sentences of the articles.
        chance: Where chance comes from.
    """

    def __init__(self, vocabulary: list[str], sentences: list[str], chance: random.Random) -> None:
        self.vocabulary = vocabulary
        self.sentences = sentences
        self.chance = chance

    def _sentence(self) -> Letters:
        return fresh(self.chance.choice(self.sentences) + " ")

    def note_on_top(self, letters: Letters) -> Letters:
        """A correction above the article."""
        return self._sentence()[:-1] + fresh("\n\n") + letters

    def paragraph_added(self, letters: Letters) -> Letters:
        """A new paragraph somewhere."""
        parts = paragraphs(letters)
        new = joined([self._sentence() for _ in range(3)])[:-1] + fresh("\n\n")
        parts.insert(self.chance.randrange(len(parts)), new)
        return joined(parts)

    def paragraph_removed(self, letters: Letters) -> Letters:
        """A paragraph gone."""
        parts = paragraphs(letters)
        del parts[self.chance.randrange(len(parts))]
        return joined(parts)

    def paragraphs_moved(self, letters: Letters) -> Letters:
        """Two paragraphs in other places."""
        parts = paragraphs(letters)
        for _ in range(2):
            part = parts.pop(self.chance.randrange(len(parts)))
            parts.insert(self.chance.randrange(len(parts)), part)
        return joined(parts)

    def paragraph_repeated(self, letters: Letters) -> Letters:
        """A paragraph quoted again above, as live reports do."""
        parts = paragraphs(letters)
        copy = fresh(text_of(self.chance.choice(parts)))
        return joined([parts[0], copy, *parts[1:]])

    def sentences_added(self, letters: Letters) -> Letters:
        """A sentence after every fifth."""
        parts = split(letters, r"[.!?”\"] ")
        for number in range(len(parts) - 1, 0, -5):
            parts.insert(number, self._sentence())
        return joined(parts)

    def sentences_removed(self, letters: Letters) -> Letters:
        """Every sixth sentence gone."""
        parts = split(letters, r"[.!?”\"] ")
        del parts[self.chance.randrange(6) :: 6]
        return joined(parts)

    def letters_corrected(self, letters: Letters) -> Letters:
        """A letter in a hundred removed, doubled or another."""
        found: Letters = []
        for letter in letters:
            if not letter[0].isalpha() or self.chance.random() > 0.01:
                found.append(letter)
            elif self.chance.random() < 0.5:
                found += [letter, (self.chance.choice("aeiourst"), NEW)]
        return found

    def marks_changed(self, letters: Letters) -> Letters:
        """Typographic marks for plain ones, and the other way round."""
        marks = {"“": '"', "”": '"', "’": "'", '"': "”", "'": "’", "–": "-", "-": "–"}
        return [(marks.get(letter, letter), origin) for letter, origin in letters]

    def lines_wrapped(self, letters: Letters) -> Letters:
        """Lines broken where there were spaces."""
        found: Letters = []
        width = 0
        for letter, origin in letters:
            width = 0 if letter == "\n" else width + 1
            if letter == " " and width > 66:
                letter, width = "\n", 0
            found.append((letter, origin))
        return found

    def few_words_replaced(self, letters: Letters) -> Letters:
        """Every twentieth word another."""
        return replaced(letters, 0.05, self.chance, self.vocabulary)

    def many_words_replaced(self, letters: Letters) -> Letters:
        """Every fifth word another."""
        return replaced(letters, 0.20, self.chance, self.vocabulary)

    def rewritten_and_moved(self, letters: Letters) -> Letters:
        """A day of work on the article: some of everything."""
        letters = self.few_words_replaced(self.paragraph_added(letters))
        return self.note_on_top(self.paragraphs_moved(self.sentences_removed(letters)))

    def another_article(self, letters: Letters) -> Letters:
        """Nothing of it left; sentences of others in its place."""
        own = text_of(letters)
        others = [sentence for sentence in self.sentences if sentence not in own]
        return fresh(" ".join(self.chance.choices(others, k=len(letters) // 150)))


KINDS = [
    name for name, value in vars(Editor).items() if not name.startswith("_") and callable(value)
]


def passages(text: str, number: int, chance: random.Random) -> list[Span]:
    """What people mark: single words, some words, whole sentences."""
    words = [match.span() for match in re.finditer(r"\w[\w’'-]*", text)]
    found = []
    for _ in range(number):
        first = chance.randrange(len(words))
        most = chance.choice([1, 3, 6, 12, 25])
        last = min(first + chance.randint(max(most // 2, 1), most) - 1, len(words) - 1)
        found.append(Span(words[first][0], words[last][1]))
    return found


def judge(placed: Annotation, old: Span, new: Letters, place_of: dict[int, int]) -> str:
    """`right`, `missed` or `wrong`."""
    left = [place_of[origin] for origin in range(*old) if origin in place_of]
    placed_there = placed.placement is not Placement.ORPHANED
    if not left:
        return "wrong" if placed_there else "right"
    if not placed_there:
        kept = len(left) / (old.end - old.start)
        return "missed" if kept > 0.7 else "right"
    share = len(set(left) & set(range(placed.start, placed.end)))
    union = len(left) + (placed.end - placed.start) - share
    untouched = len(left) == old.end - old.start == left[-1] - left[0] + 1
    words = text_of(new)[left[0] : left[-1] + 1]
    if untouched and words == placed.exact:
        return "right" if (placed.start, placed.end) == (left[0], left[-1] + 1) else "wrong"
    return "right" if share >= union / 2 else "wrong"


def measure(spans: int, seed: int, *, old_text: bool = True) -> dict[str, Counter[str]]:
    """Judgements by kind of edit, for so many passages of each article and kind."""
    chance = random.Random(seed)
    texts = [read_document(entry).text for entry in open_library([SEEDS]).entries]
    whole = "\n".join(texts)
    vocabulary = sorted(set(re.findall(r"\w{3,}", whole)))
    sentences = sorted({each.strip() for each in re.findall(r"[A-Z][^.!?\n]{30,200}[.!?]", whole)})
    editor = Editor(vocabulary, sentences, chance)
    results: dict[str, Counter[str]] = {}
    for kind in KINDS:
        edit: Callable[[Letters], Letters] = getattr(editor, kind)
        results[kind] = Counter()
        for text in texts:
            letters = edit([(letter, place) for place, letter in enumerate(text)])
            new = text_of(letters)
            place_of = {origin: at for at, (_, origin) in enumerate(letters) if origin != NEW}
            shift = Shift(text, new) if old_text else None
            for span in passages(text, spans, chance):
                made = select(BLANK, text, digest(text), span)
                placed = anchor(made, new, digest(new), shift)
                results[kind][judge(placed, span, letters, place_of)] += 1
                results[kind][placed.placement] += 1
    return results


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--spans", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without-old-text", action="store_true")
    options = parser.parse_args()
    results = measure(options.spans, options.seed, old_text=not options.without_old_text)
    results["all"] = sum(results.values(), Counter())
    columns = ["right", "missed", "wrong", *Placement]
    print(f"{'':<20} {'spans':>6}" + "".join(f"{column:>10}" for column in columns))
    for kind, counter in results.items():
        total = sum(counter[column] for column in columns[:3])
        cells = [f"{counter[column] / total:10.1%}" for column in columns]
        print(f"{kind.replace('_', ' '):<20} {total:6}" + "".join(cells))


if __name__ == "__main__":
    main()
