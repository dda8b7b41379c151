"""Writes the expected screens anew.

    python -m tests.ui.screens_make

Look at what has changed in tests/ui/screens before it is kept.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from tests.ui.screens_tour import FOLDER, SIZES, screens_at


def main() -> None:
    """Write a file for each screen, and remove those of screens that are no more."""
    for columns, rows in SIZES:
        with tempfile.TemporaryDirectory() as place:
            screens = asyncio.run(screens_at(columns, rows, Path(place)))
        folder = FOLDER / f"{columns}x{rows}"
        folder.mkdir(parents=True, exist_ok=True)
        for path in folder.glob("*.txt"):
            if path.stem not in screens:
                path.unlink()
        for name, screen in screens.items():
            (folder / f"{name}.txt").write_text(screen, "utf-8")


if __name__ == "__main__":
    main()
