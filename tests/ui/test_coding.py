from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.conftest import HARBOUR, Opener, Reading


def chosen(reading: Reading) -> str:
    span = reading.article.selected
    return "" if span is None else reading.text[span.start : span.end]


def label_of(reading: Reading, words: str) -> str:
    """The letters drawn over the first place that says this."""
    place = reading.text.index(words)
    return next(label.letters for label in reading.article._labels if label.place == place)


async def test_a_passage_is_selected_by_two_labels(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("f")
        assert "where it begins" in reading.said()
        start = label_of(reading, "pay more next year")
        await reading.press(*start)
        assert "where it ends" in reading.said()
        end = label_of(reading, "year")
        assert len(end) == 1
        await reading.press(end)
        assert chosen(reading) == "pay more next year"
        assert not reading.article._labels
        assert "4 words selected" in reading.said()


async def test_enter_takes_the_one_word_and_escape_leaves(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("f", *"")
        await reading.press(*label_of(reading, "Tallymen"), "enter")
        assert chosen(reading) == "Tallymen"
        await reading.press("escape", "f", "escape")
        assert chosen(reading) == ""
        assert not reading.article._labels
        await reading.press("l")
        assert "labels" not in reading.said()


async def test_labels_are_drawn_over_the_text_and_columns_stay(
    library: Path, opened: Opener
) -> None:
    async with opened(library, columns=80, rows=24) as reading:
        before = reading.rows()
        await reading.press("f")
        labelled = reading.rows()
        label = label_of(reading, "company")
        [row] = [n for n, row in enumerate(before) if "The company said" in row]
        column = before[row].index("company")
        assert labelled[row][column : column + len(label)] == label
        assert labelled[row][column + len(label)] == "company"[len(label)]
        assert [len(line) for line in labelled] == [len(line) for line in before]


async def test_sentences_and_paragraphs_take_two_keys(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("s")
        label = label_of(reading, "It thanked")
        assert len(label) == 1
        await reading.press(label)
        assert chosen(reading) == "It thanked the Lagos police."
        await reading.press("a")
        await reading.press(label_of(reading, "She added"))
        assert chosen(reading) == "She added that nobody had lost a job."
        await reading.press("escape", "F")
        await reading.press(*label_of(reading, "nobody"))
        assert reading.text[reading.article.cursor :].startswith("nobody")
        assert chosen(reading) == ""


async def test_text_objects_are_selected_by_letter_and_number(
    library: Path, opened: Opener
) -> None:
    async with opened(library) as reading:
        reading.cursor_on("won the right")
        await reading.press("m")
        assert "w word" in reading.said()
        await reading.press("q")
        assert chosen(reading) == "We won the right to be asked,"
        await reading.press("escape")
        reading.cursor_on("won the right")
        await reading.press("m", "Q")
        assert chosen(reading) == '"We won the right to be asked,"'
        await reading.press("m", "a")
        assert chosen(reading).startswith('"We won') or chosen(reading).endswith("Adeyemi")
        assert "said" in chosen(reading)
        reading.cursor_on("The company")
        await reading.press("m", "3", "w")
        assert chosen(reading) == "The company said"
        await reading.press("escape")
        reading.cursor_on("The company")
        await reading.press("m", "2", "s")
        assert chosen(reading).endswith("Lagos police.")
        await reading.press("m", "b")
        assert "There is no bracket" in reading.said()


async def test_a_selection_grows_and_shrinks(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("company")
        await reading.press("plus")
        assert chosen(reading) == "company"
        await reading.press("plus", "plus", "plus")
        assert len(chosen(reading)) > len("company said")
        for _ in range(3):
            await reading.press("minus")
        assert chosen(reading) == "company"
        await reading.press("alt+shift+right")
        assert chosen(reading) == "company said"
        await reading.press("alt+left")
        assert chosen(reading) == "The company said"
        await reading.press("alt+right", "alt+shift+left")
        assert chosen(reading) == "company"


async def test_words_are_found_as_they_are_typed(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("slash")
        await reading.type("the")
        await reading.rest()
        count = len(reading.article.hits)
        assert count == HARBOUR.casefold().count("the")
        assert f"1 of {count}" in reading.screen()
        await reading.press("enter")
        assert reading.article.has_focus
        first = reading.article.cursor
        await reading.press("semicolon")
        assert reading.article.cursor > first
        assert f"2 of {count}" in reading.said()
        await reading.press("colon", "colon")
        assert "from the other end" in reading.said()
        await reading.press("escape")
        assert not reading.article.hits
        await reading.press("slash")
        await reading.type("zebra")
        await reading.rest()
        assert "Nothing is found." in reading.screen()
        await reading.press("escape")
        assert reading.article.has_focus
        assert not reading.reader.query("#seek")


async def test_tags_by_key_again_and_in_a_sweep(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        store = reading.reader.store
        store.new_tag("claim")
        fact = store.new_tag("fact")
        store.change_tag(fact.id, key="f")
        reading.cursor_on("It thanked")
        await reading.press("apostrophe")
        assert "f fact" in reading.said()
        await reading.press("f")
        thanked = ("It thanked the Lagos police.", ["fact"], "")
        assert reading.annotations() == [thanked]
        reading.cursor_on("She added")
        await reading.press("T")
        added = ("She added that nobody had lost a job.", ["fact"], "")
        assert reading.annotations() == [thanked, added]
        await reading.press("equals_sign")
        assert "Every passage" in reading.said()
        reading.cursor_on("company")
        await reading.press("W")
        assert ("company", ["fact"], "") in reading.annotations()
        await reading.press("equals_sign", "W")
        assert len(reading.annotations()) == 3
        await reading.press("escape", "apostrophe", "z")
        assert "No tag has the key z" in reading.said()


async def test_the_words_become_the_tag(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("V")
        assert "Select the words" in reading.said()
        reading.cursor_on("lost a job")
        await reading.press("m", "3", "w", "V")
        assert reading.annotations() == [("lost a job", ["lost a job"], "")]


async def test_a_passage_is_copied_with_its_source(
    library: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(library) as reading:
        copied: list[str] = []
        monkeypatch.setattr(reading.app, "copy_to_clipboard", copied.append)
        reading.cursor_on("It thanked")
        await reading.press("y")
        [words] = copied
        assert words.startswith("“It thanked the Lagos police.”\n— “Dockers return to work”")
        assert "1-harbour.txt" in words
        file = reading.reader.session.places.folder / "copied.txt"
        assert file.read_text("utf-8") == words + "\n"


async def test_the_next_unread_document_is_opened(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("N")
        assert reading.reader.index == 1
        await reading.press("N")
        assert "Every document has been opened." in reading.said()
