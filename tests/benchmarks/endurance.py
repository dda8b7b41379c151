"""A long day: many thousand keys in a real pseudo-terminal, and the memory meanwhile.

    python -m tests.benchmarks.endurance [--keys 20000] [--documents 300]

Turns of opening a document, moving, selecting, tagging, taking back, looking at lists, help and
tables. A turn is written at once, as a fast typist's keys or those of a macro would come.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path
from random import Random

from tests.terminal.box import KEYS, NEWSREADER, ROOT, Box

TURN = (
    ("w", "w", ")", "down", "]", "}", "s", "1", "u", "1"),
    ("v", "w", "w", "w", "2", "down", "down", "up", "pagedown", "G", "g", ")", "f", "escape"),
    ("u", "ctrl+r", "{", "S", "1", "u", "t", "escape"),
    ("f4", "down", "f5", "down", "f3", "i", "escape"),
    ("?", "down", "escape"),
)
"""Keys that are written together; after an escape comes a pause, or it would be half of another."""
SELDOM = (("L", "down", "escape"), ("C", "down", "escape"), ("\\", "escape"), ("H", "escape"))
_SELDOM = 10  # turns between two of these


def library(folder: Path, documents: int) -> None:
    """Articles of paragraphs of the samples, each of them another choice."""
    chance = Random(1)
    paragraphs = [
        line
        for path in sorted((ROOT / "seeds").glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if len(line) > 100
    ]
    folder.mkdir()
    for number in range(documents):
        chosen = [f"Article {number}", *chance.sample(paragraphs, 12)]
        (folder / f"{number:04}.txt").write_text("\n\n".join(chosen), "utf-8")


def memory(pid: int) -> float:
    """Megabytes of memory that a process has now, as the system counts them."""
    status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=20_000)
    parser.add_argument("--documents", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home, folder = Path(place), Path(place) / "library"
        library(folder, options.documents)
        with Box(*NEWSREADER, str(folder), home=home) as box:
            box.wait(r"Quotes \d+")
            for tag in ("claim", "frame"):
                box.press(")", "t", tag, "enter")
            begin, pressed, turn, told = time.perf_counter(), 8, 0, 0
            early = late = 0.0
            while pressed < options.keys and box.child.isalive():
                turn += 1
                step = "J" if turn // options.documents % 2 == 0 else "K"
                seldom = SELDOM[turn // _SELDOM % len(SELDOM)]
                bursts = [(step,), *TURN, *([seldom] if turn % _SELDOM == 0 else [])]
                for burst in bursts:
                    box.child.send("".join(KEYS.get(key, key) for key in burst))
                    pressed += len(burst)
                    # The terminal layer waits a tenth of a second for what follows an escape.
                    box.pass_over(0.15 if burst[-1] == "escape" else 0.06)
                if pressed // 2_000 > told:
                    told = pressed // 2_000
                    late = memory(box.child.pid)
                    early = early or late
                    print(f"{pressed:6} keys   {late:6.1f} MB   {turn} documents", flush=True)
            seconds = time.perf_counter() - begin
            pages = list((folder / "annotations" / "documents").rglob("*.json"))
            items = sum(len(json.loads(page.read_text("utf-8"))["items"]) for page in pages)
            print(
                f"{pressed} keys in {seconds:.0f} s; {items} annotations of {len(pages)} documents"
            )
            if early:
                print(f"memory at the end: {late / early - 1:+.0%} of that after 2000 keys")
            box.press("escape", "q")
            print(f"exit code {box.ended()}")


if __name__ == "__main__":
    main()
