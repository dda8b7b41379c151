"""Make a large hostile library and read it: `python -m tests.hostile [FILES [SEED]]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.hostile.examine import examine
from tests.hostile.library import make_library

LONGEST = 2.0  # seconds that one document may take


def main() -> int:
    """Print what was found; 1 if something does not hold."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        make_library(Path(folder), count, seed, long_line=50_000_000)
        found = examine(Path(folder), seed)
    for outcome, number in sorted(found.outcomes.items()):
        print(f"{number:8} {outcome}")
    print("longest:")
    for seconds, what in found.times[:12]:
        print(f"{seconds:8.3f} s  {what}")
    slow = [
        what for seconds, what in found.times if seconds > LONGEST and not what.startswith("list")
    ]
    for what in (*found.wrong, *(f"longer than {LONGEST} s: {what}" for what in slow)):
        print(f"WRONG: {what}")
    return int(bool(found.wrong or slow))


sys.exit(main())
