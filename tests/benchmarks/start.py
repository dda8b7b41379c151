"""Time to the first painted article, beside a minimal Textual app in the same run.

    python -m tests.benchmarks.start [--runs 15] [PATH ...]

The two programs take turns, so that whatever else the machine does falls on both. Painted is what
stands on the screen of a real pseudo-terminal: the headline of the first article, or the one word
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


def headline(path: Path) -> str:
    """The first words of the first article, as they stand on the screen."""
    from tui.documents.formats import read_document
    from tui.documents.library import open_library

    title = read_document(open_library([path]).entries[0]).title
    return " ".join(title.split()[:3])


def painted(command: tuple[str, ...], pattern: str, home: Path) -> float:
    """Seconds from the start of a program to its first painted screen."""
    begin = time.perf_counter()
    with Box(*command, home=home) as box:
        box.wait(pattern)
        return time.perf_counter() - begin


def measure(runs: int, path: Path) -> tuple[float, float]:
    """Median seconds of the minimal app, and of the reader."""
    minimal, reader = [], []
    words = headline(path).replace("(", r"\(")
    with tempfile.TemporaryDirectory() as home:
        for _ in range(runs + 1):
            minimal.append(painted(MINIMAL, "painted", Path(home)))
            # The article's column, not the list's: the list is at the left edge.
            pattern = r"(?m)^.{20,}  " + words
            reader.append(painted((*NEWSREADER, str(path)), pattern, Path(home)))
    # The first turn fills the caches of the disk.
    return statistics.median(minimal[1:]), statistics.median(reader[1:])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("path", nargs="?", type=Path, default=ROOT / "seeds")
    options = parser.parse_args()
    minimal, reader = measure(options.runs, options.path)
    print(f"minimal Textual app  {minimal * 1000:6.0f} ms")
    print(f"first article        {reader * 1000:6.0f} ms")
    print(f"ratio                {reader / minimal:6.2f}")


if __name__ == "__main__":
    main()
