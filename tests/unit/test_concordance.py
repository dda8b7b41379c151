from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.model import Analysis, Label, Mention, Quote, QuoteKind
from tui.annotations.model import Annotation, new_id
from tui.documents.document import Document, Span
from tui.reading.cells import width
from tui.search.bars import bars
from tui.search.concordance import Entities, Order, Place, Row, Speakers, Tags
from tui.search.notes import Notes

TEXT = "“One two three,” said Ana Lima. ANA LIMA said no more. “Why?” Łódź fell."
DAY = dt.datetime(2025, 3, 14, tzinfo=dt.UTC)
TAGS = {"t1": "frame/conflict", "t2": "tone", "t3": "never used"}


def document() -> Document:
    return Document("urn:uuid:0", Path("x"), "x", "x", TEXT, ())


def quote(words: str, name: str | None, speaker: str = "") -> Quote:
    start = TEXT.index(words)
    named = Span(TEXT.index(speaker), TEXT.index(speaker) + len(speaker)) if speaker else None
    return Quote(start, start + len(words), QuoteKind.DIRECT, None, named, name, 1.0, "")


def mention(words: str, label: Label, name: str) -> Mention:
    start = TEXT.index(words)
    return Mention(start, start + len(words), label, name)


ANALYSIS = Analysis(
    mentions=(
        mention("Ana Lima", Label.PERSON, "Ana Lima"),
        mention("ANA LIMA", Label.PERSON, "ANA LIMA"),
        mention("Łódź", Label.LOC, "Łódź"),
    ),
    quotes=(
        quote("“One two three,”", "Ana Lima"),
        quote("no more", "ANA LIMA"),
        quote("“Why?”", None),
    ),
)


def annotation(
    words: str, tags: tuple[str, ...], note: str = "", by: str = "anna", day: int = 0
) -> Annotation:
    start = TEXT.index(words) if words else 0
    made = DAY + dt.timedelta(days=day)
    end = start + len(words)
    return Annotation(new_id(), start, end, words or "gone", "", "", tags, note, by, made, made)


def names(rows: list[Row]) -> list[str]:
    return [row.name for row in rows]


def test_everyone_quoted() -> None:
    table = Speakers()
    table.add(0, document(), ANALYSIS)
    table.add(4, document(), ANALYSIS)
    first, second = table.rows()
    assert first[:6] == ("Ana Lima", "", 4, 10, 2, 10 / 12)
    assert first.places[0] == Place(0, Span(0, 16))
    assert [place.number for place in first.places] == [0, 0, 4, 4]
    assert second[:6] == ("", "", 2, 2, 2, 2 / 12)


def test_the_form_that_is_met_most_often_names_the_row() -> None:
    table = Speakers()
    more = (*ANALYSIS.quotes, quote("One two", "ANA LIMA"))
    table.add(0, document(), Analysis(quotes=more))
    assert table.rows()[0].name == "ANA LIMA"


def test_a_speaker_without_a_name_is_called_by_the_words_in_the_text() -> None:
    table = Speakers()
    table.add(0, document(), Analysis(quotes=(quote("“Why?”", None, "Ana Lima"),)))
    assert names(table.rows()) == ["Ana Lima"]


def test_a_table_can_be_read_before_it_is_complete() -> None:
    table = Speakers()
    assert table.rows() == []
    table.add(0, document(), ANALYSIS)
    assert table.rows()[0].documents == 1
    table.add(1, document(), ANALYSIS)
    assert table.rows()[0].documents == 2


def test_every_entity() -> None:
    table = Entities()
    table.add(0, document(), ANALYSIS)
    assert [row[:5] for row in table.rows()] == [
        ("Ana Lima", "PERSON", 2, 4, 1),
        ("Łódź", "LOC", 1, 1, 1),
    ]
    places = Entities([Label.LOC])
    places.add(0, document(), ANALYSIS)
    assert names(places.rows()) == ["Łódź"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.NAME, ["Ana Lima", "Łódź"]),
        (Order.LABEL, ["Łódź", "Ana Lima"]),
        (Order.TOTAL, ["Ana Lima", "Łódź"]),
        (Order.WORDS, ["Ana Lima", "Łódź"]),
        (Order.DOCUMENTS, ["Łódź", "Ana Lima"]),
    ],
)
def test_rows_can_be_ordered(order: Order, expected: list[str]) -> None:
    table = Entities()
    table.add(0, document(), ANALYSIS)
    table.add(1, document(), Analysis((ANALYSIS.mentions[2],)))
    assert names(table.rows(order)) == expected


def test_quotes_without_a_speaker_come_last_by_name() -> None:
    table = Speakers()
    table.add(0, document(), ANALYSIS)
    assert names(table.rows(Order.NAME)) == ["Ana Lima", ""]


def test_rows_can_be_filtered_by_the_words_in_them() -> None:
    table = Entities()
    table.add(0, document(), ANALYSIS)
    assert names(table.rows(matching="lodz")) == ["Łódź"]
    assert names(table.rows(matching="ana")) == ["Ana Lima"]
    assert table.rows(matching="ghost") == []
    # The shares stay those of the whole table.
    assert table.rows(matching="lodz")[0].share == 1 / 5


def test_every_tag_with_those_that_are_not_used() -> None:
    table = Tags(TAGS)
    table.add(0, [annotation("two", ("t1", "t2", "t1", "unknown")), annotation("", ("t2",))])
    table.add(1, [annotation("more", ("t2",))])
    tone, frame, unused = table.rows()
    assert tone[:5] == ("tone", "t2", 3, 3, 2)
    assert tone.places == (Place(0, Span(5, 8)), Place(0, None), Place(1, Span(49, 53)))
    assert frame[:5] == ("frame/conflict", "t1", 1, 1, 1)
    assert unused == ("never used", "t3", 0, 0, 0, 0.0, ())
    assert names(table.rows(matching="frame")) == ["frame/conflict"]
    assert names(table.rows(Order.NAME)) == ["frame/conflict", "never used", "tone"]


def test_every_note() -> None:
    table = Notes(TAGS)
    table.add(1, [annotation("more", ("t2",), "Second", "bo", 1)])
    table.add(0, [annotation("two", (), " "), annotation("", ("t1", "zz"), "First\nlines")])
    first, second = table.rows()
    assert (first.note, first.passage, first.tags) == ("First\nlines", "gone", ("frame/conflict",))
    assert first.place == Place(0, None)
    assert (second.note, second.creator, second.place.number) == ("Second", "bo", 1)
    assert [note.note for note in table.rows(latest=True)] == ["Second", "First\nlines"]


@pytest.mark.parametrize("words", ["second", "more", "tone", "bo"])
def test_notes_are_filtered_by_everything_shown_of_them(words: str) -> None:
    table = Notes(TAGS)
    table.add(0, [annotation("more", ("t2",), "Second", "bo"), annotation("two", (), "x")])
    assert [note.note for note in table.rows(words)] == ["Second"]


def test_bars_are_right_to_an_eighth() -> None:
    assert bars([8, 4, 1, 0.5, 0], 1) == ["█", "▌", "▏", "▏", ""]
    assert bars([16, 9], 2) == ["██", "█▏"]
    assert bars([3, 1], 6, ascii_only=True) == ["######", "##"]


def test_bars_of_nothing_are_empty() -> None:
    assert bars([], 10) == []
    assert bars([0, 0], 10) == ["", ""]
    assert bars([-1, 2], 4) == ["", "████"]
    assert bars([1], 0) == [""]
    assert bars([1000, 0.001], 4, ascii_only=True) == ["####", "#"]


@given(st.lists(st.floats(0, 1e9), max_size=20), st.integers(1, 80), st.booleans())
def test_bars_fit_and_keep_their_order(values: list[float], room: int, ascii_only: bool) -> None:
    drawn = bars(values, room, ascii_only=ascii_only)
    assert len(drawn) == len(values)
    lengths = [width(bar) for bar in drawn]
    assert all(length <= room for length in lengths)
    if any(values):
        assert max(lengths) == room
    assert [length for _, length in sorted(zip(values, lengths, strict=True))] == sorted(lengths)
