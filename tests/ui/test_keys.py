from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.ui.conftest import Opener
from tui.ui.commands import COMMANDS, Where
from tui.ui.keys import keys_of
from tui.ui.palette import CommandProvider
from tui.ui.screens.help import HelpLines


def test_every_command_has_an_id_of_its_own() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1


@pytest.mark.parametrize("where", [Where.ARTICLE, Where.DOCUMENTS, Where.INSPECTOR])
def test_no_key_means_two_things_in_one_place(where: Where) -> None:
    keys = [
        key
        for command in COMMANDS
        if command.where in (where, Where.ANYWHERE)
        for key in command.keys.split(",")
    ]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


async def test_every_action_exists(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        targets = {
            Where.ANYWHERE: reading.reader,
            Where.ARTICLE: reading.article,
            Where.DOCUMENTS: reading.reader.documents,
            Where.INSPECTOR: reading.reader.inspector.items,
        }
        for command in COMMANDS:
            namespace, _, rest = command.action.rpartition(".")
            target = {"screen": reading.reader, "app": reading.app}.get(
                namespace, targets[command.where]
            )
            assert hasattr(target, "action_" + rest.split("(")[0]), command.id


async def test_the_help_holds_every_key(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("question_mark")
        lines = reading.app.screen.query_one(HelpLines)
        said = " ".join(" ".join(text for text, _ in line) for line in lines.lines)
        said = " ".join(said.split())
        for command in COMMANDS:
            keys = " ".join(keys_of(reading.app, command))
            assert f"{keys} {command.title} {command.id}" in said
        assert "Move in the article" in reading.screen()
        await reading.press("pagedown", "escape")
        assert reading.app.screen is reading.reader


async def test_the_palette_offers_every_command_with_its_key(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        provider = CommandProvider(reading.reader)
        hits = [hit async for hit in provider.discover()]
        offered = {(str(hit.text), hit.help) for hit in hits}
        assert len(hits) == len(COMMANDS)
        for command in COMMANDS:
            assert any(
                command.title in title and keys_of(reading.app, command)[0] in (about or "")
                for title, about in offered
            )


async def test_a_command_runs_from_the_palette(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("ctrl+p")
        await reading.type("select the paragraph")
        await reading.pilot.pause(0.3)
        await reading.press("enter")
        await reading.rest()
        assert reading.article.selected is not None
        assert reading.text[slice(*reading.article.selected)] == "Dockers return to work"


async def test_the_footer_shows_the_keys_that_count(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        assert "v Select" in reading.rows()[-1]
        await reading.press("v")
        assert "Esc Drop" in reading.rows()[-1]
        assert "v Select" not in reading.rows()[-1]
        await reading.press("f3")
        assert "Enter Go to it" in reading.rows()[-1]
    async with opened(library, columns=60, rows=20) as reading:
        assert "? Help" in reading.rows()[-1]
        assert reading.rows()[-1].rstrip().endswith("q Quit")


async def test_tab_reaches_every_pane(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        seen = []
        for _ in range(3):
            focused = reading.app.focused
            seen.append(focused.id if focused else None)
            await reading.press("tab")
        assert set(seen) == {"article", "items", "documents"}
