"""Time to the first painted article, beside a minimal Textual app in the same run.

    python -m tests.benchmarks.start [--runs 15] [PATH ...]

The two programs take turns, so that whatever else the machine does falls on both. Painted is what
has been written to a real pseudo-terminal: the opening words of the first article, or the one word
of the minimal app.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.terminal.box import NEWSREADER, ROOT, Box

MINIMAL = (sys.executable, "-m", "tests.benchmarks.minimal")


def opening(path: Path) -> bytes:
    """Words of the first article that stand in no list: those its second block begins with."""
    from tui.documents.formats import read_document
    from tui.documents.library import open_library

    document = read_document(open_library([path]).entries[0])
    block = document.blocks[1]
    return " ".join(document.text[block.start : block.end].split()[:3]).encode()


def painted(command: tuple[str, ...], words: bytes, home: Path) -> float:
    """Seconds from the start of a program until it has written these words to the terminal.

    Raises:
        RuntimeError: It never does.
    """
    begin = time.perf_counter()
    with Box(*command, home=home) as box:
        while time.perf_counter() - begin < 20:
            if words in box.read(0.001):
                return time.perf_counter() - begin
    raise RuntimeError(f"{command} never wrote {words!r}")


def measure(runs: int, path: Path) -> tuple[list[float], list[float]]:
    """Seconds of each run of the minimal app, and of the reader."""
    minimal, reader = [], []
    words = opening(path)
    with tempfile.TemporaryDirectory() as home:
        for _ in range(runs + 1):
            minimal.append(painted(MINIMAL, b"painted", Path(home)))
            reader.append(painted((*NEWSREADER, str(path)), words, Path(home)))
    # The first turn fills the caches of the disk.
    return minimal[1:], reader[1:]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("path", nargs="?", type=Path, default=ROOT / "seeds")
    options = parser.parse_args()
    minimal, reader = map(statistics.median, measure(options.runs, options.path))
    print(f"minimal Textual app  {minimal * 1000:6.0f} ms")
    print(f"first article        {reader * 1000:6.0f} ms")
    print(f"ratio                {reader / minimal:6.2f}")


if __name__ == "__main__":
    main()
