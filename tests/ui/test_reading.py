from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.conftest import HOSTILE, Opener
from tui.ui.widgets.documents import Status
from tui.ui.widgets.inspector import Tab


async def test_the_first_article_is_open_with_list_and_inspector(
    library: Path, opened: Opener
) -> None:
    async with opened(library) as reading:
        screen = reading.screen()
        assert "1 of 2" in screen
        assert "Dockers return to work" in screen
        assert "The bell of San Telmo" in screen
        assert "[Quotes" in screen
        assert "Ngozi Adeyemi" in screen
        assert reading.article.has_focus


async def test_a_quote_has_a_bar_and_its_speaker_beside_it(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        row = next(row for row in reading.rows() if "said Ngozi" in row)
        assert "┃" in row
        assert any("— Ngozi Adeyemi" in row for row in reading.rows())


async def test_on_a_small_screen_the_article_has_it_to_itself(
    library: Path, opened: Opener
) -> None:
    async with opened(library, columns=80, rows=24) as reading:
        assert reading.shows("documents") is False
        assert reading.shows("inspector") is False
        await reading.press("o")
        assert reading.shows("documents") is True
        await reading.press("i")
        assert reading.shows("inspector") is True
        assert reading.shows("documents") is False
        await reading.press("i")
        assert reading.shows("inspector") is False
        assert reading.article.has_focus


async def test_every_row_fills_the_screen_exactly(library: Path, opened: Opener) -> None:
    for columns, rows in ((80, 24), (120, 40), (250, 70), (40, 10)):
        async with opened(library, columns=columns, rows=rows) as reading:
            assert len(reading.rows()) == rows
            assert "Dockers" in reading.screen()


async def test_moving_says_what_is_under_the_cursor(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("Adeyemi")
        await reading.rest()
        assert "Ngozi Adeyemi" in reading.said()
        assert "PERSON" in reading.said()
        reading.cursor_on("right to be")
        await reading.rest()
        assert "direct quote" in reading.said()


async def test_going_to_a_quote_from_the_inspector(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("f3")
        assert reading.reader.inspector.items.has_focus
        await reading.press("enter")
        assert reading.article.has_focus
        assert reading.article.cursor == reading.article.motions.analysis.quotes[0].start  # type: ignore[union-attr]


async def test_entities_of_one_kind_stand_together(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("f5")
        assert reading.reader.inspector.tab is Tab.ENTITIES
        screen = reading.screen()
        assert "People" in screen
        assert "Places" in screen
        await reading.press("right")
        assert "Nothing annotated yet" in reading.screen()


async def test_opening_the_next_document_and_coming_back_to_the_place(
    library: Path, opened: Opener
) -> None:
    async with opened(library) as reading:
        await reading.press("right_curly_bracket", "w")
        place = reading.article.cursor
        assert place
        await reading.press("J")
        assert "A bell rang" in reading.screen()
        assert "• first item" in reading.screen()
        await reading.press("J")
        assert reading.said().startswith("This is the last document.")
        await reading.press("K")
        assert reading.article.cursor == place
    async with opened(library) as reading:
        assert reading.article.cursor == place


async def test_the_list_shows_documents_as_the_bar_moves(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("o", "down")
        assert "A bell rang" in reading.screen()
        assert reading.reader.session.status(1) is Status.UNREAD
        await reading.press("enter")
        assert reading.article.has_focus
        assert reading.reader.session.status(1) is Status.IN_PROGRESS
        row = next(row for row in reading.rows() if "Valley Post" in row)
        assert row.strip()
        assert "2025-03-04" in reading.screen()


async def test_done_is_kept(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("D")
        assert "● done" in reading.screen()
    async with opened(library) as reading:
        assert reading.reader.session.status(0) is Status.DONE
        await reading.press("D")
        assert reading.reader.session.status(0) is not Status.DONE


async def test_panes_are_hidden_and_brought_back(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("z")
        assert reading.shows("documents") is False
        assert reading.shows("inspector") is False
        await reading.press("z")
        assert reading.shows("documents") is True
        assert reading.shows("inspector") is True


async def test_resizing_keeps_the_cursor_in_sight(library: Path, opened: Opener) -> None:
    (library / "1-harbour.txt").write_text(
        "A long one\n\n" + "\n\n".join(f"Paragraph {n} has some words in it." for n in range(300)),
        "utf-8",
    )
    async with opened(library) as reading:
        reading.cursor_on("Paragraph 200 ")
        await reading.rest()
        await reading.pilot.resize_terminal(60, 20)
        await reading.rest()
        assert "Paragraph 200 " in reading.screen()


async def test_an_article_is_never_markup(library: Path, opened: Opener) -> None:
    (library / "0-hostile.txt").write_text(HOSTILE, "utf-8")
    async with opened(library) as reading:
        screen = reading.screen()
        assert "[@click=app.quit]" in screen.replace("\n", " ")
        assert "\x1b" not in screen
        assert "[bold]The $title" in screen
        await reading.press("J", "t")
        await reading.press("escape", "K")
        reading.cursor_on("[bold]")
        await reading.press("n")
        assert "[bold]The $title" in reading.screen()


@pytest.mark.parametrize("content", [b"", b"\n\n\n", b"\x00\x01\x02" * 50, b"\xff\xfe"])
async def test_odd_files_open_or_say_why_not(library: Path, opened: Opener, content: bytes) -> None:
    (library / "0-odd.txt").write_bytes(content)
    async with opened(library) as reading:
        await reading.press("down", "t", "n", "x", "v", "E", "right_square_bracket")
        await reading.press("escape", "escape", "J")
        assert "Dockers" in reading.screen()


async def test_a_file_that_is_gone_says_so(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        (library / "2-bell.md").unlink()
        await reading.press("J")
        assert "is not there any more" in reading.said()
        await reading.press("K")
        assert "Dockers" in reading.screen()


async def test_the_theme_is_kept(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        before = reading.app.theme
        await reading.press("ctrl+t")
        assert reading.app.theme != before
    async with opened(library) as reading:
        assert reading.app.theme != before


async def test_the_day_of_a_date_is_said(library: Path, opened: Opener) -> None:
    (library / "0-dated.md").write_text(
        "---\ntitle: A dated piece\ndate: 2025-03-05\n---\n\nThe bridge fell on Monday.\n",
        "utf-8",
    )
    async with opened(library) as reading:
        reading.cursor_on("Monday")
        await reading.rest()
        assert "Monday DATE 2025-03-03" in reading.said()
