"""Keys that common work takes, counted in the running app.

    python -m tests.benchmarks.keystrokes [--times 60]

Words, phrases and sentences are chosen at random among those in sight; after each the cursor is
where the one before was, as it is when one works.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
from pathlib import Path

from tests.ui.keystrokes import everything, table, working

SCREENS = ((80, 24), (120, 40), (250, 70))


async def measure(columns: int, rows: int, times: int) -> str:
    """The table for a screen of this size."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CACHE_HOME"] = str(Path(place) / "cache")
        async with working(Path(place), columns, rows) as typist:
            return table(await everything(typist, times))


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=60)
    options = parser.parse_args()
    for columns, rows in SCREENS:
        print(f"{columns} x {rows}\n\n{asyncio.run(measure(columns, rows, options.times))}\n")


if __name__ == "__main__":
    main()
