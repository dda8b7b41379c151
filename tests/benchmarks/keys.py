"""Time from a key to the repaint, in a real pseudo-terminal.

    python -m tests.benchmarks.keys [--presses 60] [--lines 1000] [PATH]

Without a path the article is made of the sample articles, repeated to the number of lines.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from tests.terminal.box import NEWSREADER, ROOT, Box

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


def measure(path: Path, presses: int, home: Path) -> dict[str, list[float]]:
    """Seconds to the first byte of the answer, for each key."""
    with Box(*NEWSREADER, str(path), home=home) as box:
        box.wait(r"Quit")
        box.wait(r"Quotes \d+")
        box.settle(0.5, 30)
        found: dict[str, list[float]] = {}
        for key in KEYS:
            box.press("g")
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
    parser.add_argument("--lines", type=int, default=1000)
    parser.add_argument("path", nargs="?", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.path or article(options.lines, Path(folder))
        for key, seconds in measure(path, options.presses, Path(folder)).items():
            ordered = sorted(seconds)
            median = statistics.median(ordered) * 1000
            late = ordered[int(len(ordered) * 0.9)] * 1000
            print(f"{key:<9} median {median:5.1f} ms   90 % within {late:5.1f} ms")


if __name__ == "__main__":
    main()
