from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tui.documents.library import open_library
from tui.ui.app import NewsreaderApp
from tui.ui.places import Places
from tui.ui.screens.reader import Reader
from tui.ui.session import Session
from tui.ui.settings import Settings
from tui.ui.widgets.article import ArticleView

HARBOUR = """Dockers return to work

LAGOS (Harbour Wire) - Dock workers went back on Saturday. "We won the right to be asked," said \
Ngozi Adeyemi, who leads the Tallymen Union.

The company said that it would pay more next year. It thanked the Lagos police.

She added that nobody had lost a job.
"""
BELL = """---
title: The bell of San Telmo
source: Valley Post
date: 2025-03-04
author: Inés Duarte
---

# The bell of San Telmo

A bell rang in San Telmo before the hill fell. "It saved us," Marta Ruiz told the Valley Post.

- first item
- second item
"""
HOSTILE = (
    "[/] [@click=app.quit]Brussels[/] said \x1b]0;owned\x07 a thing\n\n"
    "[bold]The $title and [red]colour[/red] stay text.\x1b[31m\n\nThird.\n"
)


@dataclass
class Reading:
    """A running app and what a test asks it for."""

    app: NewsreaderApp
    pilot: Pilot[None]

    @property
    def reader(self) -> Reader:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, Reader)
        return screen

    @property
    def article(self) -> ArticleView:
        return self.reader.article

    @property
    def text(self) -> str:
        assert self.article.document is not None
        return self.article.document.text

    def rows(self) -> list[str]:
        """The screen as lines of text."""
        size = self.app.size
        strips = self.app.screen._compositor.render_strips(size)
        return [strip.text for strip in strips]

    def screen(self) -> str:
        return "\n".join(row.rstrip() for row in self.rows())

    def said(self) -> str:
        """What the status line says."""
        return self.rows()[-2].strip()

    def shows(self, pane: str) -> bool:
        """Whether a pane is on the screen."""
        return bool(self.reader.query_one(f"#{pane}").display)

    def cursor_on(self, words: str) -> None:
        """Put the text cursor on the first place that says this."""
        self.article.drop()
        self.article.go(self.text.index(words))

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.rest()

    async def type(self, words: str) -> None:
        await self.pilot.press(*("space" if letter == " " else letter for letter in words))

    async def rest(self) -> None:
        """Wait until nothing is being done any more."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    def annotations(self) -> list[tuple[str, list[str], str]]:
        """(passage, tags, note) of the open document, as the store has them."""
        store, document = self.reader.store, self.article.document
        assert document is not None
        found = []
        for annotation in store.annotations(document):
            tags = [store.codebook.by_id(tag) for tag in annotation.tags]
            passage = document.text[annotation.start : annotation.end]
            found.append((passage, [tag.name for tag in tags if tag], annotation.note))
        return found


Opener = Callable[..., AbstractAsyncContextManager[Reading]]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder of two articles."""
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "1-harbour.txt").write_text(HARBOUR, "utf-8")
    (folder / "2-bell.md").write_text(BELL, "utf-8")
    return folder


@pytest.fixture
def opened(tmp_path: Path) -> Opener:
    """Opens the app on a folder, and waits until it is at rest."""

    @asynccontextmanager
    async def opener(
        folder: Path,
        *,
        columns: int = 120,
        rows: int = 40,
        annotator: str = "ana",
        settings: Settings | None = None,
    ) -> AsyncIterator[Reading]:
        session = Session(open_library([folder]), Places(tmp_path / "state"), annotator)
        app = NewsreaderApp(session, settings)
        async with app.run_test(size=(columns, rows), notifications=True) as pilot:
            reading = Reading(app, pilot)
            await reading.rest()
            yield reading
        session.places.save()

    return opener
