"""What is not made anew at each action, however much is in an article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.ui.conftest import Opener
from tui.ui.widgets import inspector
from tui.ui.widgets.marks import margin_notes


def counting(made: list[str], name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*words: Any, **named: Any) -> Any:
        made.append(name)
        return function(*words, **named)

    return counted


async def test_a_tag_lays_out_only_what_it_changes(
    library: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    for module, name in ((inspector, "speaker_shares"), (inspector, "_quotes")):
        monkeypatch.setattr(module, name, counting(made, name, getattr(module, name)))
    notes = counting(made, "margin", margin_notes)
    monkeypatch.setattr("tui.ui.widgets.paint.margin_notes", notes)
    async with opened(library, columns=140) as reading:
        assert {"speaker_shares", "_quotes", "margin"} <= set(made)
        motions, page = reading.article.motions, reading.article.page
        assert motions is not None
        assert page is not None
        units, index = motions.units, page.mentions
        made.clear()
        reading.cursor_on("Dock workers")
        await reading.press("t")
        await reading.type("claim")
        await reading.press("enter")
        assert len(reading.annotations()) == 1
        assert "● claim" in reading.screen()
        assert set(made) == {"margin"}
        assert page.mentions is index
        assert reading.article.motions is not None
        assert reading.article.motions.units is units


async def test_the_bar_stands_on_the_first_line_for_a_place(library: Path, opened: Opener) -> None:
    async with opened(library, columns=140) as reading:
        items = reading.reader.inspector.items
        assert reading.article.motions is not None
        second = list(reading.article.motions.quotes.spans)[1]
        reading.article.go(second.start)
        await reading.rest()
        assert items.items[items.current].places == ((second.start, second.end),)
        reading.article.go(0)
        await reading.rest()
        assert items.items[items.current].places == ((second.start, second.end),)
