from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.conftest import Opener, Reading
from tests.ui.screens_library import FERRY

SIZES = ((250, 70), (80, 24), (120, 40), (80, 24), (250, 70), (80, 24))


def height(reading: Reading) -> float:
    """How far down the page the cursor's row stands, from 0 to 1."""
    article = reading.article
    assert article.page is not None
    row = article.page.layout.row_of(article.cursor) + 1 - article.scroll_offset.y
    assert 0 <= row < article.size.height
    return row / article.size.height


@pytest.mark.parametrize("words", ["Ferry to Orla", "paragraph 40", "the end"])
async def test_the_place_is_kept_at_every_size(tmp_path: Path, opened: Opener, words: str) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    more = "".join(f"In paragraph {n} little is said, and that slowly.\n\n" for n in range(90))
    (folder / "long.txt").write_text(f"{FERRY}\n{more}This is the end.\n", "utf-8")
    async with opened(folder, columns=80, rows=24) as reading:
        reading.cursor_on(words)
        await reading.rest()
        cursor, before = reading.article.cursor, height(reading)
        for size in SIZES:
            await reading.pilot.resize_terminal(*size)
            await reading.rest()
            assert reading.article.cursor == cursor
            assert words in reading.screen()
            assert abs(height(reading) - before) < 0.25, size
        assert abs(height(reading) - before) <= 2 / reading.article.size.height


async def test_a_key_and_a_new_layout_may_come_in_any_order(tmp_path: Path, opened: Opener) -> None:
    scrolled = []
    for patient in (True, False):
        folder = tmp_path / f"library-{patient}"
        folder.mkdir()
        (folder / "long.txt").write_text(FERRY * 3, "utf-8")
        async with opened(folder) as reading:
            places = []
            for words in ("a scandal", "Three families", "Crossings a day"):
                for _ in range(2):
                    reading.reader.action_alone()
                    if patient:
                        await reading.rest()
                    reading.cursor_on(words)
                    await reading.rest()
                    places.append(reading.article.scroll_offset.y)
            scrolled.append(places)
    assert scrolled[0] == scrolled[1]
