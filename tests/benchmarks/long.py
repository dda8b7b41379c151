"""Time to lay out very long texts, and to move and select in them.

    python -m tests.benchmarks.long [--columns 80] [--size 1000000]

Sizes are code points. Each figure is the best of three, in milliseconds of the processor.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tui.documents.document import Block, BlockKind, Document, Span
from tui.reading.growth import larger
from tui.reading.jump import jump
from tui.reading.layout import Layout
from tui.reading.motions import Motions, Unit
from tui.reading.textobjects import TextObject, text_object

SEEDS = Path(__file__).parents[2] / "seeds"


def document(paragraphs: list[str]) -> Document:
    """A document of paragraphs with an empty line between them."""
    blocks, place = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(place, place + len(paragraph), BlockKind.PARAGRAPH))
        place += len(paragraph) + 2
    return Document("urn:uuid:0", Path("x"), "x", "x", "\n\n".join(paragraphs), tuple(blocks))


def texts(size: int) -> dict[str, Document]:
    """Documents of that many code points, of every kind that could be slow."""
    news = [
        line
        for path in sorted(SEEDS.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if len(line) > 100
    ]
    paragraphs = [news[number % len(news)] for number in range(size // 300)]

    def repeated(words: str, length: int = size) -> str:
        return (words * (length // len(words))).strip()

    def many(words: str) -> list[str]:
        return [repeated(words, 1_000)] * (size // 1_000)

    return {
        "paragraphs": document(paragraphs),
        "one line": document([" ".join(paragraphs)]),
        "one word": document(["x" * size]),
        "100,000 short lines": document(["x"] * 100_000),
        "blank lines": replace(
            document([]),
            text="above" + "\n" * size + "below",
            blocks=(
                Block(0, 5, BlockKind.PARAGRAPH),
                Block(size + 5, size + 10, BlockKind.PARAGRAPH),
            ),
        ),
        "wide, paragraphs": document(many("日本語の新聞を読む人々は、今日も多い。")),
        "wide, one line": document([repeated("日本語の新聞を読む人々は、今日も多い。")]),
        "wide and Latin": document(many("NHK は 2025 年に Tokyo で開催。")),
        "combining": document(many("cafe\u0301 re\u0301sume\u0301, nai\u0308ve text. ")),
        "heaped marks": document(["a" + "\u0301" * size]),
        "right to left": document(many("שלום עולם זה משפט בעברית. ")),
        "pointed Hebrew": document(many("שָׁלוֹם עוֹלָם. ")),
        "emoji": document(many("👩\u200d🚀 went 🇳🇴 up ❤\ufe0f. ")),
    }


def best(work: Callable[[], object]) -> float:
    """Milliseconds of the fastest of three runs."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken) * 1000


def figures(here: Document, columns: int) -> list[float]:
    """What each kind of work takes in a document, at its middle."""
    middle = len(here.text) // 2
    layout = Layout(here, columns)
    row = layout.row_of(middle)
    seen = layout.span_of(row, row + 40)
    works: list[Callable[[], object]] = [
        lambda: Layout(here, columns),
        lambda: Motions(here).move(middle, Unit.WORD, forward=True),
        lambda: Motions(here).move(middle, Unit.SENTENCE, forward=True),
        lambda: text_object(Motions(here), TextObject.QUOTATION, middle),
        lambda: larger(Motions(here), Span(middle, middle + 1)),
        lambda: jump(Motions(here).units.words_between(*seen), middle, seen),
    ]
    return [best(work) for work in works]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--columns", type=int, default=80)
    parser.add_argument("--size", type=int, default=1_000_000)
    options = parser.parse_args()
    heads = ("layout", "word", "sentence", "object", "grow", "jump")
    print(" " * 20 + "".join(f"{head:>9}" for head in heads))
    for name, here in texts(options.size).items():
        taken = figures(here, options.columns)
        print(f"{name:<20}" + "".join(f"{figure:9.1f}" for figure in taken))


if __name__ == "__main__":
    main()
