"""Every screen and dialog, row by row, in the smallest usual terminal and in a larger one."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.ui.screens_tour import FOLDER, SIZES, screens_at


@pytest.mark.parametrize(("columns", "rows"), SIZES)
async def test_every_screen_is_as_it_was(columns: int, rows: int, tmp_path: Path) -> None:
    """If one is better now: python -m tests.ui.screens_make."""
    folder = FOLDER / f"{columns}x{rows}"
    expected = {path.stem: path.read_text("utf-8") for path in folder.glob("*.txt")}
    found = await screens_at(columns, rows, tmp_path)
    unlike = [
        "\n".join(difflib.unified_diff(was.splitlines(), now.splitlines(), name, name, lineterm=""))
        for name, now in found.items()
        if (was := expected.get(name, "")) != now
    ]
    assert not unlike, "\n\n".join(unlike)
    assert expected.keys() == found.keys()
    assert all(len(screen.splitlines()) == rows for screen in found.values())
