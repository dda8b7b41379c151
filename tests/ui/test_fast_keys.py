"""Keys that come before a screen is gone."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.events import Key

from tests.ui.conftest import Opener
from tui.ui.screens.menu import Menu
from tui.ui.screens.tables import Tables


async def test_a_menu_takes_one_answer(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("Ngozi")
        await reading.press("e")
        menu = reading.app.screen
        assert isinstance(menu, Menu)
        first = next(item.key for item in menu._items if item.id)
        for _ in range(3):
            menu.post_message(Key(first, first))
        await reading.rest()
        assert reading.app.screen_stack[0] is reading.reader
        assert menu not in reading.app.screen_stack
        assert reading.app.is_running


async def test_a_screen_closes_no_other(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("L")
        tables = reading.app.screen
        assert isinstance(tables, Tables)
        tables.dismiss(None)
        tables.dismiss(None)
        await reading.rest()
        assert reading.app.screen_stack == [reading.reader]


async def test_a_closed_screen_is_shown_nothing_more(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("L")
        tables = reading.app.screen
        assert isinstance(tables, Tables)
        shown = list[str]()

        def show(words: str) -> None:
            tables._show()
            shown.append(words)

        await asyncio.to_thread(tables.call_if_open, show, "open")
        tables.dismiss(None)
        await reading.rest()
        await asyncio.to_thread(tables.call_if_open, show, "closed")
        assert shown == ["open"]


async def test_keys_typed_ahead_reach_the_screen_they_open(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("We won")
        for key in ("S", "t", "c", "l", "a", "i", "m", "enter"):
            reading.app.post_message(Key(key, key if len(key) == 1 else None))
        for _ in range(3):
            await reading.rest()
        assert [tags for _, tags, _ in reading.annotations()] == [["claim"]]
