from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Offset

from tests.ui.conftest import Opener, Reading


def selected(reading: Reading) -> str | None:
    span = reading.article.selected
    return None if span is None else reading.text[span.start : span.end]


@pytest.mark.parametrize(
    ("key", "passage"),
    [
        ("W", "Adeyemi"),
        ("E", "Ngozi Adeyemi"),
        ("S", '"We won the right to be asked," said Ngozi Adeyemi, who leads the Tallymen Union.'),
    ],
)
async def test_one_key_selects_the_unit_under_the_cursor(
    library: Path, opened: Opener, key: str, passage: str
) -> None:
    async with opened(library) as reading:
        reading.cursor_on("Adeyemi")
        await reading.press(key)
        assert selected(reading) == passage


async def test_quotes_and_paragraphs_are_selected_whole(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("won the right")
        await reading.press("Q")
        assert selected(reading) == '"We won the right to be asked,"'
        await reading.press("P")
        passage = selected(reading)
        assert passage is not None
        assert passage.startswith("LAGOS")
        assert passage.endswith("Union.")


async def test_where_there_is_no_quote_it_says_so(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("Q")
        assert "There is no quote under the cursor." in reading.said()
        assert selected(reading) is None


async def test_selecting_goes_on_with_every_move_until_it_is_dropped(
    library: Path, opened: Opener
) -> None:
    async with opened(library) as reading:
        reading.cursor_on("Dock workers")
        await reading.press("v", "w", "w")
        assert selected(reading) == "Dock workers w"
        assert "3 words selected" in reading.said()
        await reading.press("percent_sign", "h")
        assert selected(reading) == " Dock workers w"
        await reading.press("escape")
        assert selected(reading) is None
        await reading.press("w")
        assert selected(reading) is None


async def test_shift_and_arrows_select(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("Dock workers")
        await reading.press("shift+right", "shift+right", "shift+right")
        assert selected(reading) == "Dock"
        await reading.press("right")
        assert selected(reading) is None
        await reading.press("shift+down")
        passage = selected(reading)
        assert passage is not None
        assert passage.startswith(" workers")


async def test_the_mouse_makes_the_same_selection(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        article = reading.article
        assert article.page is not None
        start = reading.text.index("Dock workers")
        layout = article.page.layout
        row = layout.row_of(start) + 1 - article.scroll_offset.y
        column = article.page.text_left + layout.column_of(start)
        await reading.pilot.mouse_down(article, offset=Offset(column, row))
        await reading.pilot.hover(article, offset=Offset(column + 3, row))
        await reading.pilot.mouse_up(article, offset=Offset(column + 3, row))
        await reading.rest()
        assert selected(reading) == "Dock"
        assert article.cursor == start + 3
        await reading.pilot.click(article, offset=Offset(column + 6, row), times=2)
        await reading.rest()
        assert selected(reading) == "workers"


async def test_at_either_end_a_move_says_there_is_no_more(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("b")
        assert "There is no word before this one." in reading.said()
        await reading.press("G", "right_parenthesis")
        assert "There is no sentence after this one." in reading.said()


async def test_rows_pages_and_edges(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("G")
        assert reading.text[reading.article.cursor] == "."
        await reading.press("home")
        start = reading.article.cursor
        await reading.press("end")
        assert reading.article.cursor > start
        await reading.press("g")
        assert reading.article.cursor == 0
        await reading.press("j", "j", "k")
        assert reading.article.cursor > 0
        await reading.press("pagedown", "pageup")
        assert reading.article.cursor < 40
