from __future__ import annotations

from pathlib import Path

from tests.ui.conftest import Opener

SENTENCE = "Dock workers went back on Saturday."


async def test_without_a_selection_the_sentence_is_tagged(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("workers")
        await reading.press("t")
        await reading.type("frame/labour")
        await reading.press("enter")
        [(passage, tags, note)] = reading.annotations()
        assert passage.endswith(SENTENCE)
        assert tags == ["frame/labour"]
        assert note == ""
        assert "Tagged “frame/labour”" in reading.said()
        assert any("● frame/labour" in row for row in reading.rows())
        assert "✎1" in reading.screen()


async def test_a_selection_is_tagged_as_it_is(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("Tallymen Union")
        await reading.press("v", "w", "t")
        await reading.type("who")
        await reading.press("enter")
        assert reading.annotations() == [("Tallymen U", ["who"], "")]
        assert reading.article.selection is None


async def test_digits_apply_and_take_off_the_first_tags(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        for name in ("claim", "fact"):
            reading.reader.store.new_tag(name)
        reading.cursor_on("It thanked")
        await reading.press("S", "2")
        assert reading.annotations() == [("It thanked the Lagos police.", ["fact"], "")]
        await reading.press("S", "1")
        assert reading.annotations() == [("It thanked the Lagos police.", ["fact", "claim"], "")]
        await reading.press("S", "2")
        assert reading.annotations() == [("It thanked the Lagos police.", ["claim"], "")]
        await reading.press("S", "1")
        assert reading.annotations() == []


async def test_a_digit_without_a_tag_says_why(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("3")
        assert "There is no tag 3" in reading.said()


async def test_the_picker_filters_and_offers_a_new_tag(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        for name in ("frame/conflict", "frame/economy", "source"):
            reading.reader.store.new_tag(name)
        await reading.press("t")
        await reading.type("eco")
        screen = reading.screen()
        assert "frame/economy" in screen
        assert "frame/conflict" not in screen
        assert "new tag “eco”" in screen
        await reading.press("enter")
        assert reading.annotations()[0][1] == ["frame/economy"]


async def test_tags_used_last_come_first(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        for name in ("alpha", "beta", "gamma"):
            reading.reader.store.new_tag(name)
        reading.cursor_on("It thanked")
        await reading.press("3", "t", "enter")
        reading.cursor_on("nobody")
        await reading.press("t")
        rows = [row for row in reading.rows() if "alpha" in row or "gamma" in row]
        assert "gamma" in rows[0]


async def test_notes_are_written_edited_and_deleted(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("nobody had lost")
        await reading.press("n")
        await reading.type("Check this")
        await reading.press("ctrl+j")
        await reading.type("twice")
        await reading.press("enter")
        passage = "She added that nobody had lost a job."
        assert reading.annotations() == [(passage, [], "Check this\ntwice")]
        await reading.press("enter")
        await reading.type("!")
        await reading.press("enter")
        assert reading.annotations() == [(passage, [], "Check this\ntwice!")]
        await reading.press("f6")
        assert "twice!" in reading.screen()
        await reading.press("escape", "x")
        assert reading.annotations() == []


async def test_escape_throws_a_note_away_only_when_asked_twice(
    library: Path, opened: Opener
) -> None:
    async with opened(library) as reading:
        await reading.press("n")
        await reading.type("words")
        await reading.press("escape")
        assert "Esc again throws away" in reading.screen()
        await reading.press("escape")
        assert reading.annotations() == []


async def test_retagging_keeps_the_note(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.reader.store.new_tag("claim")
        reading.cursor_on("It thanked")
        await reading.press("n")
        await reading.type("why")
        await reading.press("enter", "1", "r")
        await reading.type("fact")
        await reading.press("enter")
        assert reading.annotations() == [("It thanked the Lagos police.", ["fact"], "why")]


async def test_undo_and_redo_go_to_the_place(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.reader.store.new_tag("claim")
        reading.cursor_on("It thanked")
        place = reading.article.cursor
        await reading.press("1", "g", "u")
        assert reading.annotations() == []
        assert reading.article.cursor == place
        await reading.press("J", "ctrl+r")
        assert reading.reader.index == 0
        assert reading.annotations() == [("It thanked the Lagos police.", ["claim"], "")]


async def test_with_nothing_to_undo_it_says_so(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("u")
        assert "nothing to undo" in reading.said()
        await reading.press("ctrl+r")
        assert "nothing to redo" in reading.said()


async def test_keys_for_annotations_say_why_without_one(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        for key in ("enter", "r", "x"):
            await reading.press(key)
            assert "There is no annotation under the cursor." in reading.said()


async def test_a_tag_is_edited_in_the_picker(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.reader.store.new_tag("claim")
        await reading.press("t", "ctrl+e")
        await reading.type("s")
        await reading.press("tab")
        await reading.type("What somebody holds to be true")
        await reading.press("enter")
        [tag] = reading.reader.store.codebook
        assert tag.name == "claims"
        assert tag.description == "What somebody holds to be true"
        assert "What somebody holds" in reading.screen()


async def test_everything_is_there_again_after_a_new_start(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("nobody")
        await reading.press("t")
        await reading.type("loss")
        await reading.press("enter")
        before = reading.annotations()
    async with opened(library) as reading:
        assert reading.annotations() == before
        assert "✎1" in reading.screen()
        assert any("● loss" in row for row in reading.rows())


async def test_annotators_keep_their_own(library: Path, opened: Opener) -> None:
    async with opened(library, annotator="ana") as reading:
        await reading.press("n")
        await reading.type("mine")
        await reading.press("enter")
    async with opened(library, annotator="ben") as reading:
        assert reading.annotations() == []


async def test_an_annotation_that_lost_its_place_is_put_back(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("It thanked")
        await reading.press("n")
        await reading.type("police")
        await reading.press("enter")
    article = library / "1-harbour.txt"
    text = article.read_text("utf-8").replace(" It thanked the Lagos police.", "")
    article.write_text(text, "utf-8")
    async with opened(library) as reading:
        await reading.press("f6")
        assert "orphaned" in reading.screen()
        await reading.press("escape", "p")
        assert "Select the passage" in reading.said()
        reading.cursor_on("nobody")
        await reading.press("W", "p")
        assert "It thanked the Lagos police." in reading.screen()
        await reading.press("enter")
        assert reading.annotations() == [("nobody", [], "police")]
        await reading.press("p")
        assert "has lost its place" in reading.said()


async def test_tags_below_a_tag_are_folded_in_the_picker(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        for name in ("frame", "frame/conflict", "frame/conflict/war", "source"):
            reading.reader.store.new_tag(name)
        await reading.press("t")
        assert "● frame ▸1" in reading.screen()
        assert "conflict" not in reading.screen()
        await reading.press("right")
        assert "● frame/conflict ▸1" in reading.screen()
        await reading.press("down", "right")
        assert "● frame/conflict/war" in reading.screen()
        await reading.press("down", "left")
        assert "war" not in reading.screen()
        await reading.press("left")
        assert "frame/conflict" not in reading.screen()
        await reading.type("war")
        assert "● frame/conflict/war" in reading.screen()
        await reading.press("enter")
        assert reading.annotations()[0][1] == ["frame/conflict/war"]
