"""What a closed screen leaves behind."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from textual.strip import Strip

from tests.ui.conftest import Opener, Reading


def painted() -> int:
    """How many painted lines are kept."""
    gc.collect()
    return sum(type(each) is Strip for each in gc.get_objects())


async def look_into(reading: Reading, key: str, times: int) -> None:
    for _ in range(times):
        await reading.press(key)
        assert reading.app.screen is not reading.reader
        await reading.press("escape")
        assert reading.app.screen is reading.reader


@pytest.mark.parametrize("key", ["question_mark", "t"])
async def test_a_closed_screen_keeps_no_painted_lines(
    library: Path, opened: Opener, key: str
) -> None:
    async with opened(library) as reading:
        await look_into(reading, key, 2)
        before = painted()
        await look_into(reading, key, 4)
        # One screen has more than forty, and some of them several times over.
        assert painted() < before + 40
