"""Opening, moving in and analysing a very long article, in a real pseudo-terminal.

    python -m tests.benchmarks.long_article [--size 1000000] [--presses 12]

The article is made of the sample articles: once a paragraph a line, once all in one line. Keys are
timed to the first byte of the answer, while the analysis goes on and after it.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.terminal.box import NEWSREADER, ROOT, Box

KEYS = ("down", "w", ")", "]", "}", "pagedown", "end", "home", "G", "g")
ANALYSED = r"Quotes \d"


def articles(size: int, folder: Path) -> list[Path]:
    """The same text of that many code points, cut into lines in two ways."""
    paragraphs = [
        line
        for path in sorted((ROOT / "seeds").glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if len(line) > 100
    ]
    chosen: list[str] = []
    length = 0
    while length < size:
        chosen.append(paragraphs[len(chosen) % len(paragraphs)])
        length += len(chosen[-1]) + 1
    lines, line = folder / "lines.txt", folder / "line.txt"
    lines.write_text("A long article\n\n" + "\n".join(chosen) + "\n", "utf-8")
    line.write_text("A long article\n\n" + " ".join(chosen) + "\n", "utf-8")
    return [lines, line]


def timed(box: Box, presses: int, quiet: float) -> dict[str, list[float]]:
    """Seconds to the answer to each key; `quiet` is waited for between two."""
    found: dict[str, list[float]] = {key: [] for key in KEYS}
    for _ in range(presses):
        for key in KEYS:
            seconds = box.answer(key)
            box.settle(quiet)
            if seconds is not None:
                found[key].append(seconds)
    return found


def _line(name: str, seconds: Sequence[float]) -> str:
    if not seconds:
        return f"  {name:<9} no answer"
    median, most = statistics.median(seconds) * 1000, max(seconds) * 1000
    return f"  {name:<9} median {median:6.1f} ms   longest {most:6.1f} ms   of {len(seconds)}"


def measure(path: Path, presses: int, home: Path) -> None:
    """Print the figures of one article."""
    words = b"A long article"
    begin = time.perf_counter()
    with Box(*NEWSREADER, str(path), home=home) as box:
        while words not in box.read(0.001):
            pass
        print(f"{path.name}: opened after {(time.perf_counter() - begin) * 1000:.0f} ms")
        box.pump()
        during: list[float] = []
        while "Reading" in box.text() or not during:
            for key in ("down", "w", "pagedown"):
                during += filter(None, [box.answer(key)])
                box.settle(0.1)
        box.wait(ANALYSED, 300)
        print(f"  analysed after {time.perf_counter() - begin:.1f} s")
        print(_line("meanwhile", during))
        box.settle(1.0, 30)
        for key, seconds in timed(box, presses, 0.1).items():
            print(_line(key, seconds))
        box.press("s", "t", "long", "enter")
        box.settle(1.0, 30)
        print(_line("tag", [seconds for seconds in [box.answer("u")] if seconds is not None]))
        status = Path(f"/proc/{box.child.pid}/status").read_text("ascii", "replace")
        most = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        print(f"  most memory {int(most.split()[1]) / 1024:.0f} MB")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--presses", type=int, default=12)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for path in articles(options.size, Path(folder)):
            with tempfile.TemporaryDirectory() as home:
                measure(path, options.presses, Path(home))


if __name__ == "__main__":
    main()
