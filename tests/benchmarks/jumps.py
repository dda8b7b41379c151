"""How many keys it takes to select a passage by jump labels.

    python -m tests.benchmarks.jumps [--passages 2000] [--seed 1]

News is laid out on screens filled from edge to edge, and passages of 1 to 30 words, of whole
sentences and of whole paragraphs are chosen at random among those in sight. For each, the labels
are made as the program makes them, and the keys counted that lead to the passage: one to begin,
those of the label of its first word and those of the label of its last; for a sentence or a
paragraph, one to begin and those of its label.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

from tests.benchmarks.long import SEEDS, document
from tui.documents.document import Document, Span
from tui.reading.jump import jump, jump_ends
from tui.reading.layout import Layout
from tui.reading.units import Units

SCREENS = ((80, 24), (120, 40), (250, 70))


def news() -> Document:
    """All sample articles, one after the other."""
    paths: list[Path] = sorted(SEEDS.glob("*.txt"))
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines()]
    return document([line.strip() for line in lines if line.strip()] * 3)


def keys_for_passages(
    units: Units, seen: Span, passages: int, chance: random.Random
) -> tuple[Counter[int], int]:
    """How many passages take how many keys, and how many of four keys need no shift key."""
    words = units.words_between(*seen)
    counted: Counter[int] = Counter()
    unshifted = 0
    for _ in range(passages):
        first = chance.randrange(len(words))
        last = min(first + chance.randrange(30), len(words) - 1)
        start = jump(words, chance.choice(words).start, seen).targets[first].label
        targets = jump_ends(words, words[first].start, seen).targets
        end = targets[last - first].label
        keys = 1 + len(start) + len(end)
        counted[keys] += 1
        unshifted += keys <= 4 and (start + end).islower()
    return counted, unshifted


def keys_for_units(spans: list[Span], seen: Span, cursor: int) -> Counter[int]:
    """How many of the sentences or paragraphs in sight take how many keys."""
    return Counter(1 + len(target.label) for target in jump(spans, cursor, seen).targets)


def shares(counted: Counter[int]) -> str:
    """Each number of keys with its share."""
    total = sum(counted.values())
    return "  ".join(f"{keys} keys {counted[keys] / total:6.1%}" for keys in sorted(counted))


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    here = news()
    units = Units(here)
    for columns, rows in SCREENS:
        layout = Layout(here, columns)
        tops = [chance.randrange(max(len(layout.rows) - rows, 1)) for _ in range(10)]
        passages: Counter[int] = Counter()
        sentences: Counter[int] = Counter()
        paragraphs: Counter[int] = Counter()
        unshifted = words = 0
        for top in tops:
            seen = layout.span_of(top, top + rows - 1)
            words = max(words, len(units.words_between(*seen)))
            counted, plain = keys_for_passages(units, seen, options.passages // 10, chance)
            passages += counted
            unshifted += plain
            sentences += keys_for_units(units.sentences_between(*seen), seen, seen.start)
            paragraphs += keys_for_units(units.blocks_between(*seen), seen, seen.start)
        total = sum(passages.values())
        few = sum(passages[keys] for keys in passages if keys <= 4) / total
        print(f"{columns} x {rows}, up to {words} words in sight")
        print(f"  passages    {shares(passages)}   in four or fewer {few:.1%}")
        print(f"              in four or fewer, none of them with shift {unshifted / total:.1%}")
        print(f"  sentences   {shares(sentences)}")
        print(f"  paragraphs  {shares(paragraphs)}")


if __name__ == "__main__":
    main()
