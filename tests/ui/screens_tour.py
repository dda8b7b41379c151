"""A tour of every screen and dialog, by the keys that lead there.

Each screen is taken down as the rows of text it shows.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.ui.conftest import Reading
from tests.ui.screens_library import annotate, session, write_articles
from tui.analysis.suggestions import Filter
from tui.ui.app import NewsreaderApp
from tui.ui.screens.reviewing import Review

SIZES = ((80, 24), (120, 40))
FOLDER = Path(__file__).parent / "screens"


class Tour:
    """Presses keys in one app, and keeps the screens.

    Args:
        reading: The app.
        screens: Rows by name; what is taken down is put here.
    """

    def __init__(self, reading: Reading, screens: dict[str, str]) -> None:
        self.reading = reading
        self._screens = screens

    async def keys(self, *keys: str) -> None:
        """Press keys, each when the one before has been answered."""
        for key in keys:
            self.reading.app.simulate_key(key)
            await self._answered()

    async def type(self, words: str) -> None:
        """Type words."""
        for letter in words:
            self.reading.app.simulate_key(letter)
        await self._answered()

    async def _answered(self) -> None:
        """Wait until the key has gone through the app to a widget, and what that sent back."""
        for _ in range(3):
            await self.reading.pilot._wait_for_screen()

    async def take(self, name: str) -> None:
        """Take down what the screen shows, once nothing is being done any more."""
        await self.reading.rest()
        assert name not in self._screens, name
        self._screens[name] = "\n".join(row.rstrip() for row in self.reading.rows()) + "\n"

    async def show(self, name: str, *keys: str) -> None:
        """Press keys, and take down what they lead to."""
        await self.keys(*keys)
        await self.take(name)

    async def until(self, words: str, *, gone: bool = False) -> None:
        """Wait until the screen says this, or says it no more."""
        for _ in range(200):
            await self.reading.rest()
            if (words in self.reading.screen()) is not gone:
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"waited in vain: {words}\n{self.reading.screen()}")


@asynccontextmanager
async def running(
    folder: Path, state: Path, columns: int, rows: int, screens: dict[str, str]
) -> AsyncIterator[Tour]:
    """The app on a folder, at rest."""
    Review.wanted = Filter()
    app = NewsreaderApp(session(folder, state))
    async with app.run_test(size=(columns, rows), notifications=True) as pilot:
        tour = Tour(Reading(app, pilot), screens)
        await tour.reading.rest()
        yield tour
    Review.wanted = Filter()


async def screens_at(columns: int, rows: int, place: Path) -> dict[str, str]:
    """All screens at one size, by name.

    Args:
        columns: Of the terminal.
        rows: Of the terminal.
        place: An empty folder for the libraries.
    """
    screens: dict[str, str] = {}
    write_articles(place / "new" / "library")
    async with running(
        place / "new" / "library", place / "new" / "state", columns, rows, screens
    ) as tour:
        await _empty(tour)
    folder, state = place / "old" / "library", place / "old" / "state"
    write_articles(folder)
    annotate(folder, state)
    async with running(folder, state, columns, rows, screens) as tour:
        await _article(tour)
        await _panes(tour)
        await _selecting(tour)
        await _seeking(tour)
        await _tagging(tour)
        await _changed(tour)
        await _correcting(tour)
        await _reviewing(tour)
        await _library(tour)
        await _others(tour)
    return screens


async def _empty(tour: Tour) -> None:
    """What a library says in which nothing is annotated, and documents that cannot be read."""
    await tour.take("first-start")
    await tour.show("empty-notes", "f6")
    await tour.show("empty-tag-picker", "escape", "t")
    await tour.show("empty-codebook", "escape", "escape", "C")
    await tour.show("empty-tables-tags", "escape", "L", "right", "right")
    await tour.show("empty-tables-notes", "right")
    await tour.show("document-markdown", "escape", "J")
    await tour.show("document-unreadable", "J")
    await tour.show("document-unreadable-tag", "t")
    await tour.show("document-empty", "J")
    await tour.show("document-empty-quotes", "f3")
    await tour.show("document-hostile", "escape", "J")
    await tour.show("document-hostile-entities", "f5")
    await tour.keys("escape")


async def _article(tour: Tour) -> None:
    await tour.take("main")
    tour.reading.cursor_on("a scandal")
    await tour.take("main-quote")
    tour.reading.cursor_on("Ingrid Vale")
    await tour.take("main-entity")
    await tour.show("main-end", "G")
    await tour.show("article-alone", "g", "z")
    await tour.keys("z")


async def _panes(tour: Tour) -> None:
    tour.reading.cursor_on("a scandal")
    await tour.show("inspector-quotes", "f3")
    await tour.show("inspector-speakers", "right")
    await tour.show("inspector-entities", "right")
    await tour.show("inspector-notes", "right")
    await tour.show("documents", "escape", "o")
    await tour.show("documents-hidden", "o")
    await tour.show("guidelines", "f7")
    await tour.keys("f7")


async def _selecting(tour: Tour) -> None:
    tour.reading.cursor_on("never been")
    await tour.show("selection", "v", "w", "w")
    await tour.show("jump-passage", "escape", "f")
    await tour.keys(*tour.reading.article._labels[0].letters)
    await tour.take("jump-passage-end")
    await tour.show("jump-sentence", "escape", "s")
    await tour.show("jump-paragraph", "escape", "a")
    await tour.show("text-object", "escape", "m")
    await tour.keys("escape")


async def _seeking(tour: Tour) -> None:
    await tour.show("seek", "slash")
    await tour.type("vale")
    await tour.take("seek-typed")
    await tour.show("seek-found", "enter")
    await tour.keys("escape", "slash")
    await tour.type("/(vale/")
    await tour.take("seek-wrong")
    await tour.keys("escape")


async def _tagging(tour: Tour) -> None:
    tour.reading.cursor_on("Vale was milder")
    await tour.show("tag-picker", "t")
    await tour.type("fra")
    await tour.take("tag-picker-typed")
    await tour.show("tag-editor", "ctrl+e")
    await tour.show("tag-done", "escape", "enter")
    await tour.show("retag", "r")
    await tour.show("note", "escape", "n")
    await tour.type("Milder than what")
    await tour.show("note-leaving", "escape")
    await tour.show("tag-key", "escape", "apostrophe")
    await tour.show("tag-wrong-key", "z")
    await tour.show("undone", "u")
    await tour.show("memo", "M")
    await tour.show("codebook", "escape", "C")
    await tour.show("codebook-merge", "m")
    await tour.show("codebook-memo", "escape", "n")
    await tour.show("codebook-retired", "escape", "r")
    await tour.keys("u", "escape")


async def _changed(tour: Tour) -> None:
    await tour.show("changes", "c")
    await tour.show("changes-marked", "enter")
    tour.reading.cursor_on("Three families")
    await tour.show("orphan-select", "c", "p")
    await tour.show("orphans", "S", "p")
    await tour.keys("escape", "escape")


async def _correcting(tour: Tour) -> None:
    tour.reading.cursor_on("Moe, a member")
    await tour.show("correct-entity", "e")
    await tour.show("correct-same", "s")
    await tour.show("correct-other", "escape", "e", "e")
    tour.reading.cursor_on("a scandal")
    await tour.show("correct-quote", "escape", "e")
    await tour.show("correct-speaker", "w")
    await tour.type("the m")
    await tour.take("correct-speaker-typed")
    tour.reading.cursor_on("Moe said on")
    await tour.keys("escape", "e")
    await tour.take("correct-one-of-many")
    tour.reading.cursor_on("Three families")
    await tour.show("correct-selection", "escape", "S", "e")
    await tour.show("correct-selection-speaker", "1")
    await tour.keys("escape", "escape")
    tour.reading.cursor_on("“You could")
    await tour.show("correct-long-selection", "P", "e")
    await tour.keys("escape", "escape")
    tour.reading.cursor_on("onions")
    await tour.show("correct-nothing", "e")
    tour.reading.cursor_on("Hallen since")
    await tour.keys("e", "o")
    await tour.show("correct-back", "e")
    await tour.keys("escape")
    await tour.show("layers", "H")
    await tour.keys("escape")


async def _reviewing(tour: Tour) -> None:
    await tour.show("review", "g", "R")
    await tour.show("review-name", "a")
    await tour.show("review-sight", "n", "v")
    await tour.show("review-which", "n", "f")
    await tour.keys("escape", "escape")


async def _library(tour: Tour) -> None:
    await tour.show("search", "backslash")
    await tour.type("spe")
    await tour.until("Nothing is found")
    await tour.take("search-completing")
    await tour.keys("ctrl+u")
    await tour.type("orla")
    await tour.until("places in")
    await tour.take("search-results")
    await tour.keys("ctrl+u")
    await tour.type("tag:frame date:soon")
    await tour.until("4 places", gone=True)
    await tour.take("search-wrong")
    await tour.show("search-signs", "f1")
    await tour.keys("escape", "escape")
    await tour.keys("L")
    await tour.until("6 rows")
    await tour.take("tables-speakers")
    await tour.show("tables-entities", "right")
    await tour.show("tables-tags", "right")
    await tour.show("tables-notes", "right")
    await tour.keys("slash")
    await tour.type("shop")
    await tour.take("tables-filter")
    await tour.keys("escape", "escape")


async def _others(tour: Tour) -> None:
    await tour.show("help", "question_mark")
    await tour.show("help-end", "end")
    await tour.keys("escape", "ctrl+p")
    await tour.until("Back a character")
    await tour.take("palette")
    await tour.type("tag")
    await tour.until("Apply the first tag")
    await tour.take("palette-typed")
    await tour.keys("escape", "escape")
    tour.reading.reader.notify(
        "The file “page.json” was damaged; it has been set aside.",
        severity="warning",
        timeout=60,
        markup=False,
    )
    await tour.take("problem")
