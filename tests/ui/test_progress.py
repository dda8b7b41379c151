from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.ui.conftest import Opener
from tui.annotations.store import Store
from tui.ui.external_editor import EditorError, edited


async def test_the_header_says_how_many_are_done(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        assert "done" not in reading.rows()[0]
        await reading.press("D")
        assert "1 done" in reading.rows()[0]
        await reading.press("D")
        assert "1 done" not in reading.rows()[0]


async def test_a_document_is_marked_as_unread_until_it_is_opened(
    library: Path, opened: Opener
) -> None:
    async with opened(library) as reading:
        await reading.press("J", "Y")
        assert "○ unread" in reading.rows()[0]
        await reading.press("K", "N")
        assert reading.reader.index == 1
        assert "◐ in progress" in reading.rows()[0]


async def test_a_memo_is_written_on_the_document(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("M")
        assert "Memo on the document" in reading.screen()
        await reading.type("check the union")
        await reading.press("enter")
        assert "Memo saved." in reading.said()
        await reading.press("D", "D")
    async with opened(library) as reading:
        await reading.press("M")
        assert "check the union" in reading.screen()


async def test_a_memo_is_written_on_a_tag(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        tag = reading.reader.store.new_tag("claim")
        await reading.press("C", "n")
        await reading.type("too wide")
        await reading.press("enter")
        changed = reading.reader.store.codebook.by_id(tag.id)
        assert changed is not None
        assert changed.memo == "too wide"
        assert "claim  ✎" in reading.screen()
        await reading.press("u")
        assert "claim  ✎" not in reading.screen()


async def test_guidelines_stand_beside_the_article(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("f7")
        assert "There are no guidelines" in reading.said()
        folder = library / "annotations"
        folder.mkdir(exist_ok=True)
        (folder / "guidelines.md").write_text("# How to code\n\nTag [b]only[/b] claims.\n", "utf-8")
        await reading.press("f7")
        assert "How to code" in reading.screen()
        assert "Tag [b]only[/b] claims." in reading.screen()
        assert "Dockers return to work" in reading.screen()
        await reading.press("f7")
        assert "How to code" not in reading.screen()


async def test_the_first_keys_are_told_once(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        assert "? has all keys" in reading.said()
    async with opened(library) as reading:
        assert "? has all keys" not in reading.said()


def test_a_text_is_changed_in_an_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\necho more >> "$2"\ntest "$1" = -x\n', "utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", f"'{editor}' -x")
    assert edited("one\n") == "one\nmore\n"
    monkeypatch.setenv("VISUAL", f"'{editor}' -y")
    with pytest.raises(EditorError, match="ended with an error"):
        edited("one\n")
    monkeypatch.setenv("VISUAL", str(tmp_path / "none"))
    with pytest.raises(EditorError, match="cannot be started"):
        edited("one\n")


async def test_a_note_goes_to_the_editor_only_from_a_terminal(
    library: Path, opened: Opener
) -> None:
    async with opened(library) as reading:
        await reading.press("n", "ctrl+o")
        assert "cannot be lent" in reading.screen()


def test_memos_outlive_the_program_and_a_full_disk(tmp_path: Path) -> None:
    store = Store(tmp_path / "annotations", "anna", tmp_path / "state")
    store.set_memo("urn:x:a", "a memo\nof two lines ")
    store.set_status("urn:x:a", "done")
    store.set_status("urn:x:a", "")
    again = Store(tmp_path / "annotations", "anna", tmp_path / "state")
    assert again.memo("urn:x:a") == "a memo\nof two lines"
    assert again.with_status("done") == frozenset()
    again.set_memo("urn:x:a", "")
    assert Store(tmp_path / "annotations", "anna", tmp_path / "state").memo("urn:x:a") == ""


def test_a_memo_the_folder_refuses_is_saved_by_the_next_session(tmp_path: Path) -> None:
    blocked = tmp_path / "annotations"
    blocked.write_text("in the way", "utf-8")
    store = Store(blocked, "anna", tmp_path / "state")
    store.set_memo("urn:x:a", "kept")
    store.set_status("urn:x:a", "done")
    assert store.unsaved
    blocked.unlink()
    again = Store(blocked, "anna", tmp_path / "state")
    assert (again.memo("urn:x:a"), again.status("urn:x:a")) == ("kept", "done")
