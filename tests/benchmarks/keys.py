"""Time from a key to the repaint, in a real pseudo-terminal.

    python -m tests.benchmarks.keys [--presses 60] [--lines 2000] [--annotations 500] [PATH]

Without a path the article is made of the sample articles, repeated to the number of lines, and
annotated so many times: tagged, and every fifth passage with a note.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from tests.terminal.box import NEWSREADER, ROOT, Box
from tui.annotations.store import Store
from tui.documents.document import Span
from tui.documents.formats import read_document
from tui.documents.library import open_library
from tui.documents.text import words

ANNOTATOR = "ana"
KEYS = ("down", "w", ")", "]", ">", "pagedown", "up")


def article(lines: int, folder: Path) -> Path:
    """One long article, a paragraph of the samples a line."""
    paragraphs = [
        line
        for path in sorted((ROOT / "seeds").glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if len(line) > 200
    ]
    # A paragraph takes about seven rows and a gap.
    chosen = [paragraphs[number % len(paragraphs)] for number in range(lines // 8)]
    path = folder / "long.txt"
    path.write_text("A long article\n\n" + "\n\n".join(chosen) + "\n", "utf-8")
    return path


def annotate(path: Path, count: int, folder: Path) -> None:
    """Tag passages of five words, at even distances through the article."""
    store = Store(path.parent / "annotations", ANNOTATOR, folder / "journals")
    tags = [store.new_tag(name) for name in ("claim", "frame/conflict", "voice/resident")]
    document = read_document(open_library([path]).entries[0])
    found = list(words(document.text))
    for number in range(count):
        first = number * (len(found) - 5) // count
        span = Span(found[first].start, found[first + 4].end)
        note = "" if number % 5 else "Who says so?"
        store.annotate(document, span, tags=[tags[number % len(tags)].id], note=note)


def measure(path: Path, presses: int, home: Path) -> dict[str, list[float]]:
    """Seconds to the first byte of the answer, for each key."""
    with Box(*NEWSREADER, "--annotator", ANNOTATOR, str(path), home=home) as box:
        box.wait(r"Quit")
        box.wait(r"Quotes \d+")
        box.settle(0.5, 30)
        found: dict[str, list[float]] = {}
        for key in KEYS:
            box.press("G" if key == "up" else "g")
            for _ in range(presses):
                seconds = box.answer(key)
                # Until the panes beside the article have followed.
                box.settle(0.1)
                if seconds is not None:
                    found.setdefault(key, []).append(seconds)
        return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--presses", type=int, default=60)
    parser.add_argument("--lines", type=int, default=2000)
    parser.add_argument("--annotations", type=int, default=500)
    parser.add_argument("path", nargs="?", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.path
        if path is None:
            path = article(options.lines, Path(folder))
            annotate(path, options.annotations, Path(folder))
        for key, seconds in measure(path, options.presses, Path(folder)).items():
            ordered = sorted(seconds)
            median = statistics.median(ordered) * 1000
            late = ordered[int(len(ordered) * 0.9)] * 1000
            print(f"{key:<9} median {median:5.1f} ms   90 % within {late:5.1f} ms")


if __name__ == "__main__":
    main()
