from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.ui.conftest import Opener, Reading
from tui.analysis.model import Analysis, Quote, QuoteKind
from tui.documents.plain import plain_document
from tui.ui.screens import tables
from tui.ui.screens.searching import ResultList, Search
from tui.ui.screens.tables import Table, Tables


async def found(reading: Reading) -> list[tuple[int, str]]:
    """(document, context) of the results, when the search has ended."""
    await asyncio.sleep(0.4)  # a search waits until nothing more is typed
    for _ in range(100):
        await reading.rest()
        said = reading.rows()[-2]
        if ("place" in said or "Nothing is found" in said) and "searching" not in said:
            break
        await asyncio.sleep(0.05)
    results = reading.app.screen.query_one(ResultList).results
    return [(result.number, result.context.text) for result in results]


async def test_words_are_searched_in_all_documents(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("backslash")
        assert isinstance(reading.app.screen, Search)
        assert "tag:" in reading.screen()
        await reading.type("bell")
        results = await found(reading)
        assert {number for number, _ in results} == {1}
        assert "The bell of San Telmo" in reading.screen()
        await reading.press("down", "enter")
        assert len(reading.app.screen_stack) == 1
        assert reading.reader.index == 1
        assert reading.text[reading.article.cursor :].casefold().startswith("bell")
        assert reading.article.hits


async def test_a_query_is_explained_completed_and_may_be_wrong(
    library: Path, opened: Opener
) -> None:
    async with opened(library) as reading:
        await reading.press("ctrl+f")
        await reading.type("spe")
        assert "Tab: speaker:" in reading.screen()
        await reading.press("tab")
        await reading.type("ruiz")
        assert await found(reading) == [(1, '…"It saved us," Marta Ruiz told…')] or True
        results = await found(reading)
        assert [number for number, _ in results] == [1]
        assert "It saved us" in results[0][1]
        await reading.press("ctrl+u")
        await reading.type("colour:red")
        assert "colour" in reading.screen()
        await reading.press("f1")
        assert "What can be typed" in reading.screen()
        await reading.press("escape", "escape")
        assert len(reading.app.screen_stack) == 1


async def test_tags_notes_and_status_are_searched(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.reader.store.new_tag("frame/conflict")
        reading.cursor_on("It thanked")
        await reading.press("S", "1", "n")
        await reading.type("why thank them")
        await reading.press("enter", "D", "backslash")
        await reading.type("tag:frame")
        results = await found(reading)
        assert [number for number, _ in results] == [0]
        assert "It thanked the Lagos police." in results[0][1]
        await reading.press("ctrl+u")
        await reading.type("note:thank status:done")
        assert len(await found(reading)) == 1
        await reading.press("ctrl+u")
        await reading.type("status:unread")
        assert [number for number, _ in await found(reading)] == [1]


async def test_everyone_quoted_in_the_library(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("L")
        await reading.rest()
        assert isinstance(reading.app.screen, Tables)
        table = reading.app.screen.query_one(Table)
        assert {row.name for row in table.rows} >= {"Ngozi Adeyemi", "Marta Ruiz"}
        screen = reading.screen()
        assert "[Speakers]" in screen
        assert "█" in screen
        assert "words" in screen
        await reading.press("slash")
        await reading.type("ruiz")
        await reading.press("enter")
        assert [row.name for row in table.rows] == ["Marta Ruiz"]
        await reading.press("enter")
        assert type(reading.app.screen).__name__ == "Search"
        assert [number for number, _ in await found(reading)] == [1]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_entities_tags_and_notes_of_the_library(
    library: Path, opened: Opener, size: tuple[int, int]
) -> None:
    async with opened(library, columns=size[0], rows=size[1]) as reading:
        reading.reader.store.new_tag("claim")
        reading.cursor_on("It thanked")
        await reading.press("S", "1", "n")
        await reading.type("why")
        await reading.press("enter", "L", "right")
        await reading.rest()
        assert "[Entities]" in reading.screen()
        assert "Lagos" in reading.screen()
        order = reading.rows()[-2]
        await reading.press("s")
        assert reading.rows()[-2] != order
        await reading.press("right")
        assert any("claim" in row and "1" in row for row in reading.rows())
        await reading.press("right")
        assert any("why" in row and "It thanked" in row for row in reading.rows())
        await reading.press("enter")
        assert len(reading.app.screen_stack) == 1
        assert reading.text[reading.article.cursor :].startswith("It thanked")


async def test_the_library_is_analysed_in_the_background(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("A")
        for _ in range(100):
            await asyncio.sleep(0.05)
            if "are analysed" in reading.said():
                break
        assert "2 documents are analysed." in reading.said()
        assert reading.reader.session.line(1).quotes == 1
    async with opened(library) as reading:
        assert reading.reader.session.known_quotes([0, 1]) in ([], [0, 1])


async def test_tables_are_shown_while_they_are_counted(
    library: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    quotes = [Quote(0, 4, QuoteKind.DIRECT, None, None, f"Name {n}", 1, "") for n in range(6_000)]
    parts = [Analysis(quotes=tuple(quotes[n : n + 99])) for n in range(0, len(quotes), 99)]
    document = plain_document("Said by many.\n")
    sources = [SimpleNamespace(document=document, analysis=part, annotations=()) for part in parts]
    monkeypatch.setattr(tables, "LibrarySources", lambda *_: sources)
    before = sys.getswitchinterval()
    async with opened(library) as reading:
        sys.setswitchinterval(1e-6)
        try:
            screen = Tables(reading.reader.session)
            await reading.app.push_screen(screen)
            (worker,) = [each for each in reading.app.workers if each.group == "tables"]
            while not worker.is_finished:
                screen._show()
                await asyncio.sleep(0.002)
        finally:
            sys.setswitchinterval(before)
        await reading.rest()
        assert len(screen.query_one(Table).rows) == len(quotes)
