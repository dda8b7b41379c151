from __future__ import annotations

from pathlib import Path

from tests.ui.conftest import HARBOUR, Opener
from tui.annotations.changes import TextChange, text_changes


async def test_tags_are_merged_retired_and_brought_back(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        for name in ("claim", "claims", "fact"):
            reading.reader.store.new_tag(name)
        reading.cursor_on("It thanked")
        await reading.press("S", "2", "C", "down", "m")
        await reading.type("claim")
        await reading.press("enter")
        assert "“claims” is “claim” now" in reading.screen()
        await reading.press("escape")
        assert reading.annotations() == [("It thanked the Lagos police.", ["claim"], "")]
        await reading.press("C", "u", "escape")
        assert reading.annotations() == [("It thanked the Lagos police.", ["claims"], "")]
        await reading.press("C", "r")
        assert "“claim” is retired" in reading.screen()
        await reading.press("escape", "t")
        rows = [row for row in reading.rows() if "●" in row]
        assert not any(row.strip(" │").endswith("claim") for row in rows)
        await reading.press("escape", "C", "end", "down", "down", "r")
        assert "“claim” is offered again" in reading.screen()


async def test_a_tag_is_renamed_in_the_codebook(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.reader.store.new_tag("claim")
        await reading.press("1", "C", "enter")
        await reading.type("s")
        await reading.press("enter", "escape")
        assert reading.annotations()[0][1] == ["claims"]
        assert any("● claims" in row for row in reading.rows())


def test_changes_are_words_with_what_went_and_what_came() -> None:
    [change] = text_changes("The old bridge fell on Monday.", "The old bridge fell on Tuesday.")
    assert change == TextChange(23, "The old bridge fell on ", "Monday", "Tuesday")
    assert text_changes("a b c", "a b c") == []
    old = "The ferry left the small harbour on Monday with forty people on board."
    [change] = text_changes(old, old.replace("small ", ""))
    assert (change.removed.strip(), change.added) == ("small", "")


async def test_what_changed_is_shown_and_leads_to_the_place(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("c")
        assert "not annotated this document yet" in reading.said()
        await reading.press("n")
        await reading.type("x")
        await reading.press("enter", "c")
        assert "The text is what it was" in reading.said()
    corrected = HARBOUR.replace("pay more next year", "pay less next month")
    (library / "1-harbour.txt").write_text(corrected, "utf-8")
    async with opened(library) as reading:
        await reading.press("c")
        screen = reading.screen()
        assert "since you annotated it" in screen
        assert "− " in screen
        assert "+ " in screen
        await reading.press("enter")
        assert reading.text[reading.article.cursor :].startswith("less next month")
        assert "c hides the marks" in reading.said()
        first, second = [row for row in reading.rows() if "±" in row]
        assert "would pay less" in first
        assert "− more" in first
        assert "− year" in second
        await reading.press("c")
        assert "no longer marked" in reading.said()
        assert "±" not in reading.screen()


async def test_a_tag_gets_a_key_and_a_tag_above_it(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        store = reading.reader.store
        frame, conflict = store.new_tag("frame"), store.new_tag("conflict")
        await reading.press("C", "down", "enter", "tab", "tab")
        await reading.type("frame")
        await reading.press("tab")
        await reading.type("c")
        await reading.press("enter")
        changed = store.codebook.by_id(conflict.id)
        assert changed is not None
        assert (changed.name, changed.parent, changed.key) == ("frame/conflict", frame.id, "c")
        rows = [row for row in reading.rows() if "●" in row]
        assert any(" 1 ● frame" in row for row in rows)
        assert any(" c   ● frame/conflict" in row for row in rows)
        await reading.press("up", "enter", "tab", "tab")
        await reading.type("frame/conflict")
        await reading.press("enter")
        assert "A tag cannot be under itself." in reading.screen()
        await reading.press("escape", "down", "enter", "tab", "tab", "ctrl+u", "enter")
        changed = store.codebook.by_id(conflict.id)
        assert changed is not None
        assert (changed.name, changed.parent) == ("conflict", None)


async def test_a_codebook_edited_by_hand_is_taken_over(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.reader.store.new_tag("claim")
        await reading.press("1")
        path = library / "annotations" / "codebook.json"
        path.write_text(path.read_text("utf-8").replace('"claim"', '"assertion"'), "utf-8")
        await reading.press("C")
        assert "● assertion" in reading.screen()
        await reading.press("escape")
        assert any("● assertion" in row for row in reading.rows())
