"""What the reader is told when something goes wrong, and that nothing is lost by it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.ui.conftest import Opener
from tui.annotations.store import Store
from tui.documents.document import Span


def pages(folder: Path) -> list[Path]:
    return list((folder / "annotations" / "documents").rglob("*.json"))


async def test_a_full_disk_is_said_and_the_work_saved_when_there_is_room(
    library: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(library) as reading:

        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patched:
            patched.setattr(os, "replace", full)
            await reading.press("n")
            await reading.type("kept")
            await reading.press("enter")
            assert [note for _, _, note in reading.annotations()] == ["kept"]
            assert "No space left" in reading.screen()
            await reading.press("q")
            assert "not saved yet" in reading.said()
        await reading.press("q")
        assert pages(library)
    async with opened(library) as reading:
        assert [note for _, _, note in reading.annotations()] == ["kept"]


async def test_a_damaged_file_is_set_aside_and_said(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        for key in ("n", "right_curly_bracket", "n"):
            await reading.press(key)
            if key == "n":
                await reading.type("word")
                await reading.press("enter")
        assert len(reading.annotations()) == 2
    [page] = pages(library)
    whole = page.read_text("utf-8")
    page.write_text(whole[: whole.rindex('"body"')], "utf-8")
    async with opened(library) as reading:
        assert len(reading.annotations()) == 1
        assert reading.app._notifications
        await reading.press("G", "n")
        await reading.type("new")
        await reading.press("enter")
        assert len(reading.annotations()) == 2
    assert len(pages(library)) == 2
    aside = next(path for path in pages(library) if path != page)
    assert aside.read_text("utf-8") == whole[: whole.rindex('"body"')]


async def test_a_file_of_a_later_version_is_only_read(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("n")
        await reading.type("old")
        await reading.press("enter")
    [page] = pages(library)
    content = json.loads(page.read_text("utf-8"))
    content["newsreader:version"] = 99
    page.write_text(json.dumps(content), "utf-8")
    before = page.read_bytes()
    async with opened(library) as reading:
        assert [note for _, _, note in reading.annotations()] == ["old"]
        await reading.press("x")
        assert "version" in reading.said()
    assert page.read_bytes() == before


async def test_what_another_has_deleted_is_said(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("It thanked")
        await reading.press("n")
        await reading.type("mine")
        await reading.press("enter", "enter")
        await reading.type(" too")
        document = reading.article.document
        assert document is not None
        other = Store(library / "annotations", "ana")
        other.delete(document, other.annotations(document)[0].id)
        await reading.press("enter")
        assert "deleted elsewhere" in reading.said()


async def test_a_folder_that_may_not_be_written_is_kept_elsewhere(
    library: Path, opened: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    async with opened(library) as reading:
        await reading.press("n")
        await reading.type("elsewhere")
        await reading.press("enter")
        assert not (library / "annotations").exists()
    assert list((tmp_path / "data" / "newsreader").rglob("codebook.json"))
    async with opened(library) as reading:
        assert [note for _, _, note in reading.annotations()] == ["elsewhere"]


async def test_a_single_file_and_a_subfolder_find_the_annotations_above(
    library: Path, opened: Opener
) -> None:
    inner = library / "inner"
    inner.mkdir()
    (library / "1-harbour.txt").rename(inner / "1-harbour.txt")
    async with opened(library) as reading:
        await reading.press("J", "n")
        await reading.type("found again")
        await reading.press("enter")
        assert reading.reader.session.entries[reading.reader.index].name == "inner/1-harbour.txt"
    for place in (inner, inner / "1-harbour.txt"):
        async with opened(place) as reading:
            assert [note for _, _, note in reading.annotations()] == ["found again"]
    assert not (inner / "annotations").exists()


async def test_what_another_adds_appears_by_itself(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("n")
        await reading.type("mine")
        await reading.press("enter")
        document = reading.article.document
        assert document is not None
        other = Store(library / "annotations", "ana")
        start = document.text.index("It thanked")
        other.annotate(document, Span(start, start + 10), note="from elsewhere")
        for _ in range(100):
            await reading.pilot.pause(0.05)
            if "✎2" in reading.screen():
                break
        assert "✎2" in reading.screen()


async def test_a_renamed_article_keeps_its_annotations(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("n")
        await reading.type("stays")
        await reading.press("enter")
    (library / "1-harbour.txt").rename(library / "0-renamed.txt")
    async with opened(library) as reading:
        assert reading.reader.session.entries[0].name == "0-renamed.txt"
        assert [note for _, _, note in reading.annotations()] == ["stays"]


async def test_a_copy_does_not_take_the_annotations_away(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("n")
        await reading.type("stays")
        await reading.press("enter")
    (library / "3-copy.txt").write_bytes((library / "1-harbour.txt").read_bytes())
    async with opened(library / "3-copy.txt") as reading:
        assert reading.annotations() == []
    async with opened(library) as reading:
        assert [note for _, _, note in reading.annotations()] == ["stays"]


async def test_undo_goes_on_after_a_new_start(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("n")
        await reading.type("first")
        await reading.press("enter")
    async with opened(library) as reading:
        await reading.press("u")
        assert reading.annotations() == []
        await reading.press("ctrl+r")
        assert [note for _, _, note in reading.annotations()] == ["first"]
