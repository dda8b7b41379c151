"""How much time of a processor listing and reading take: `python -m tests.benchmarks.reading`.

Texts of a megabyte of every awkward shape, half of each, and the ratio of the two, which is 2 where
time is linear; then a corpus of 100,000 rows.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tui.documents.formats import peek, read_document
from tui.documents.library import open_library

_LENGTH = 1_000_000
_ROWS = 100_000
_PROSE = 'The minister said on Monday that the plan was "not ready", according to Mr. Smith. '
_SHAPES = {
    "paragraphs": f"{_PROSE}\n\n",
    "one paragraph a line": f"{_PROSE}\n",
    "all in one line": _PROSE,
    "blank lines": "\n",
    "short lines": "ab cd\n",
    "wrapped by hand": "The minister said on Monday that the plan was not ready,\n",
    "escapes": "\x1b",
    "list": "- item\n",
    "nested list": "- - - - - - - a\n",
    "quotations": "> > > > > > a\n",
    "headings": "# a\n",
    "table": "|one|two|\n",
    "emphasis": "*a **b ",
    "brackets": "[a](b ",
}


def _time(step: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        step()
        best = min(best, time.process_time() - started)
    return best


def _read(folder: Path, name: str, text: str) -> float:
    (folder / name).write_text(text, "utf-8")
    (entry,) = open_library([folder / name]).entries
    return _time(lambda: read_document(entry))


def _print_texts(folder: Path) -> None:
    print(f"{'1 MB of':24}{'.txt':>10}{'ratio':>7}{'.md':>10}{'ratio':>7}")
    for shape, piece in _SHAPES.items():
        head = "|a|b|\n|-|-|\n" if shape == "table" else ""
        text = head + piece * (_LENGTH // len(piece))
        figures = ""
        for suffix in (".txt", ".md"):
            half = _read(folder, f"half{suffix}", text[: _LENGTH // 2])
            whole = _read(folder, f"whole{suffix}", text)
            figures += f"{whole * 1000:8.0f}ms{whole / half:7.1f}"
        print(f"{shape:24}{figures}")


def _print_corpus(folder: Path) -> None:
    path = folder / "corpus.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(_ROWS):
            row = {"id": number, "title": f"Title {number}", "text": _PROSE * 25}
            file.write(json.dumps(row) + "\n")
    listing = _time(lambda: open_library([path]))
    entries = open_library([path]).entries
    middle = entries[_ROWS // 2 : _ROWS // 2 + 100]
    peeking = _time(lambda: [peek(entry) for entry in middle]) / len(middle)
    reading = _time(lambda: [read_document(entry) for entry in middle]) / len(middle)
    print(f"{_ROWS:,} rows of JSON Lines, {path.stat().st_size >> 20} MB:")
    print(f"list {listing:.2f} s, peek {peeking * 1000:.2f} ms, read {reading * 1000:.2f} ms")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        _print_texts(Path(folder))
        _print_corpus(Path(folder))


if __name__ == "__main__":
    main()
