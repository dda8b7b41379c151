"""Time to the first painted article, beside a minimal Textual app in the same run.

    python -m tests.benchmarks.start [--runs 15] [PATH]
    python -m tests.benchmarks.start --files 100000
    python -m tests.benchmarks.start --imports

The two programs take turns, so that whatever else the machine does falls on both. Painted is what
has been written to a real pseudo-terminal: the opening words of the first article, or the one word
of the minimal app.

With a number of files a folder of so many small articles is made and opened, and what is measured
besides is when the list shows the headlines, and the memory then. `--imports` says what each module
that is loaded before the first article costs, by itself and with what it loads.
"""

from __future__ import annotations

import argparse
import re
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


def make_folder(folder: Path, files: int) -> None:
    """Many small articles, a thousand in a folder; their names and headlines differ."""
    for number in range(files):
        inner = folder / f"{number // 1000:03}"
        if number % 1000 == 0:
            inner.mkdir(parents=True)
        text = f"Headline {number}\n\nArticle number{number} says little.\n\nAda Moss said so.\n"
        (inner / f"{number:06}.txt").write_text(text, "utf-8")


def large(files: int) -> None:
    """Print what it takes to open a folder of many files."""
    with tempfile.TemporaryDirectory() as place:
        home, folder = Path(place), Path(place) / "library"
        make_folder(folder, files)
        words = "Article number0 says"
        taken: list[tuple[float, float, float, int]] = []
        for _ in range(4):
            begin = time.perf_counter()
            with Box(*NEWSREADER, str(folder), home=home) as box:
                while words.encode() not in box.read(0.001):
                    pass
                seen = time.perf_counter() - begin
                box.wait("Headline 3")
                heads = time.perf_counter() - begin
                box.settle(1.0, 30)
                box.press("J", "J")
                box.settle(1.0, 30)
                status = Path(f"/proc/{box.child.pid}/status").read_text("ascii", "replace")
                most = next(line for line in status.splitlines() if line.startswith("VmHWM"))
                key = box.answer("J")
                taken.append((seen, heads, key or 9.9, int(most.split()[1])))
        # The first turn fills the caches of the disk.
        seen, heads, key, memory = map(statistics.median, zip(*taken[1:], strict=True))
        print(f"{files} files")
        print(f"first article        {seen * 1000:6.0f} ms")
        print(f"headlines            {heads * 1000:6.0f} ms")
        print(f"next document        {key * 1000:6.0f} ms")
        print(f"most memory          {memory / 1024:6.0f} MB")


def imports(path: Path) -> None:
    """Print the dearest modules, as the interpreter times them."""
    words = opening(path)
    command = (sys.executable, "-X", "importtime", "-m", "tui", str(path))
    with tempfile.TemporaryDirectory() as home, Box(*command, home=Path(home)) as box:
        # Both are written to the terminal.
        while words not in box.read(0.01):
            pass
        said = box.read().partition(words)[0]
    rows = re.findall(rb"import time:\s+(\d+) \|\s+(\d+) \|\s*([\w.]+)", said)
    modules = [(int(own), int(whole), name.decode()) for own, whole, name in rows]
    ours = sum(own for own, _, name in modules if name.split(".")[0] == "tui")
    print(f"{len(modules)} modules; those of the program by themselves take {ours / 1000:.0f} ms")
    for own, whole, name in sorted(modules, reverse=True)[:40]:
        print(f"{own / 1000:8.1f} ms   with what it loads {whole / 1000:8.1f} ms   {name}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("path", nargs="?", type=Path, default=ROOT / "seeds")
    parser.add_argument("--files", type=int)
    parser.add_argument("--imports", action="store_true")
    options = parser.parse_args()
    if options.files:
        large(options.files)
        return
    if options.imports:
        imports(options.path)
        return
    minimal, reader = map(statistics.median, measure(options.runs, options.path))
    print(f"minimal Textual app  {minimal * 1000:6.0f} ms")
    print(f"first article        {reader * 1000:6.0f} ms")
    print(f"ratio                {reader / minimal:6.2f}")


if __name__ == "__main__":
    main()
