"""What the program costs while nobody touches it: processor time over half a minute, in a terminal.

    python -m tests.benchmarks.idle [--seconds 30] [PATH]

Measured from the time the first article is analysed and the lists are filled, for the whole
process, with all its threads; one core is 100 %. Bytes written to the terminal in that time and
turns of its threads show whether anything looks again and again.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

from tests.terminal.box import NEWSREADER, ROOT, Box


def used(pid: int) -> float:
    """Seconds of the processor that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def turns(pid: int) -> dict[str, int]:
    """How often each thread of a process has waited and gone on, by its number and name."""
    found = {}
    for task in Path(f"/proc/{pid}/task").iterdir():
        name = (task / "comm").read_text().strip()
        lines = (task / "status").read_text("ascii", "replace").splitlines()
        count = next(line for line in lines if line.startswith("voluntary"))
        found[f"{task.name} {name}"] = int(count.split()[1])
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("path", nargs="?", type=Path, default=ROOT / "seeds")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        command = (*NEWSREADER, "--annotations", f"{home}/annotations", str(options.path))
        with Box(*command, home=Path(home)) as box:
            box.wait(r"Quotes \d+")
            box.press("t", "claim", "enter")
            box.settle(3.0, 60)
            pid = box.child.pid
            time_before, turns_before, bytes_before = used(pid), turns(pid), len(box.raw)
            begin = time.perf_counter()
            box.settle(options.seconds + 1, options.seconds)
            seconds = time.perf_counter() - begin
            share = (used(pid) - time_before) / seconds
            print(f"{share:.2%} of one core over {seconds:.0f} s")
            print(f"{len(box.raw) - bytes_before} bytes written")
            for name, count in turns(pid).items():
                rate = (count - turns_before.get(name, 0)) / seconds
                if rate:
                    print(f"  thread {name}: {rate:.1f} turns a second")


if __name__ == "__main__":
    main()
