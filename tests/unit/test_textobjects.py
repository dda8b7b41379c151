from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.model import Analysis, Label, Mention, Quote, QuoteKind
from tui.documents.document import Block, BlockKind, Document, Span
from tui.reading.motions import Motions
from tui.reading.textobjects import TextObject, text_object

TEXT = (
    "The port (the old [stone] one) shut at dawn. Ships waited. Crews slept.\n"
    "“We had ‘no idea’ of it,” said Ana Lima, a pilot. She left.\n"
    'He called it "a very odd day" and went on. Then rain fell.'
)


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def motions() -> Motions:
    blocks = tuple(
        Block(line.start(), line.end(), BlockKind.PARAGRAPH)
        for line in re.finditer(r"[^\n]+", TEXT)
    )
    quote = Quote(
        *span_of("“We had ‘no idea’ of it,”"),
        QuoteKind.DIRECT,
        span_of("said"),
        span_of("Ana Lima"),
        "Ana Lima",
        1.0,
        "",
    )
    reported = Quote(
        *span_of('it "a very odd day"'),
        QuoteKind.MIXED,
        span_of("called"),
        span_of("Ana Lima"),  # in another paragraph
        "Ana Lima",
        1.0,
        "",
    )
    mention = Mention(*span_of("Ana Lima"), Label.PERSON, "Ana Lima")
    document = Document("urn:uuid:0", Path("x"), "x", "x", TEXT, blocks)
    return Motions(document, Analysis((mention,), (), (quote, reported)))


def at(words: str, kind: TextObject, count: int = 1, *, around: bool = False) -> str | None:
    found = text_object(motions(), kind, TEXT.index(words), count, around=around)
    return None if found is None else TEXT[slice(*found)]


@pytest.mark.parametrize(
    ("place", "kind", "inside", "around"),
    [
        ("hips", TextObject.WORD, "Ships", "Ships "),
        ("slept", TextObject.WORD, "slept", " slept"),
        ("waited", TextObject.SENTENCE, "Ships waited.", "Ships waited. "),
        ("slept", TextObject.SENTENCE, "Crews slept.", "Crews slept.\n"),
        ("fell", TextObject.SENTENCE, "Then rain fell.", " Then rain fell."),
        ("Lima", TextObject.ENTITY, "Ana Lima", " Ana Lima"),
        ("had", TextObject.QUOTE, "We had ‘no idea’ of it,", "“We had ‘no idea’ of it,”"),
        ("very", TextObject.QUOTE, 'it "a very odd day"', 'it "a very odd day"'),
        (
            "had",
            TextObject.ATTRIBUTION,
            "“We had ‘no idea’ of it,” said Ana Lima",
            "“We had ‘no idea’ of it,” said Ana Lima,",
        ),
        (
            "very",
            TextObject.ATTRIBUTION,
            'called it "a very odd day"',
            'called it "a very odd day"',
        ),
        ("old", TextObject.BRACKET, "the old [stone] one", "(the old [stone] one)"),
        ("stone", TextObject.BRACKET, "stone", "[stone]"),
        ("odd", TextObject.QUOTATION, "a very odd day", '"a very odd day"'),
        ("idea", TextObject.QUOTATION, "no idea", "‘no idea’"),
    ],
)
def test_objects_inside_and_around(place: str, kind: TextObject, inside: str, around: str) -> None:
    assert at(place, kind) == inside
    assert at(place, kind, around=True) == around


def test_a_paragraph_and_a_line_end_at_the_line_feed() -> None:
    first = TEXT.split("\n")[0]
    for kind in (TextObject.PARAGRAPH, TextObject.LINE):
        assert at("waited", kind) == first
        assert at("waited", kind, around=True) == first + "\n"
        assert at("waited", kind, 2) == "\n".join(TEXT.split("\n")[:2])
        assert at("waited", kind, 99) == TEXT


@pytest.mark.parametrize(
    ("kind", "count", "words"),
    [
        (TextObject.WORD, 3, "Ships waited. Crews"),
        (TextObject.SENTENCE, 2, "Ships waited. Crews slept."),
        (TextObject.SENTENCE, 4, TEXT[TEXT.index("Ships") : TEXT.index("\nHe called")]),
        (TextObject.SENTENCE, 99, TEXT[TEXT.index("Ships") :]),
    ],
)
def test_a_count_takes_in_what_follows(kind: TextObject, count: int, words: str) -> None:
    assert at("Ships", kind, count) == words


def test_a_count_of_pairs_goes_outwards() -> None:
    assert at("stone", TextObject.BRACKET, 2) == "the old [stone] one"
    assert at("stone", TextObject.BRACKET, 3) is None
    assert at("idea", TextObject.QUOTATION, 2) == "We had ‘no idea’ of it,"


def test_a_count_of_quotes_takes_in_the_next_ones() -> None:
    quotes = at("had", TextObject.QUOTE, 2)
    assert quotes is not None
    assert quotes.startswith("We had")
    assert quotes.endswith("odd day")
    attributions = at("had", TextObject.ATTRIBUTION, 2)
    assert attributions is not None
    assert attributions.startswith("“We had")


@pytest.mark.parametrize("place", ["said", "Lima"])
def test_a_quote_is_found_from_its_cue_and_its_speaker_too(place: str) -> None:
    assert at(place, TextObject.ATTRIBUTION) == "“We had ‘no idea’ of it,” said Ana Lima"


@pytest.mark.parametrize(
    "kind",
    [
        TextObject.ENTITY,
        TextObject.QUOTE,
        TextObject.ATTRIBUTION,
        TextObject.BRACKET,
        TextObject.QUOTATION,
    ],
)
def test_where_there_is_no_such_thing_there_is_no_object(kind: TextObject) -> None:
    assert at("Ships", kind) is None


@given(
    st.sampled_from(list(TextObject)),
    st.integers(-3, len(TEXT) + 3),
    st.integers(-1, 5),
    st.booleans(),
)
def test_an_object_lies_in_the_text_and_around_holds_inside(
    kind: TextObject, place: int, count: int, around: bool
) -> None:
    here = motions()
    inside = text_object(here, kind, place, count)
    outside = text_object(here, kind, place, count, around=True)
    if inside is not None:
        assert outside is not None
        assert 0 <= outside.start <= inside.start < inside.end <= outside.end <= len(TEXT)


@pytest.mark.parametrize("text", ["", "(((", ")))", "([)]", '"', "‘’", "()"])
def test_marks_without_partners_are_no_pair(text: str) -> None:
    blocks = (Block(0, len(text), BlockKind.PARAGRAPH),) if text else ()
    here = Motions(Document("urn:uuid:0", Path("x"), "x", "x", text, blocks))
    for place in range(len(text) + 1):
        for kind in TextObject:
            found = text_object(here, kind, place)
            assert found is None or found.start < found.end
        bracket = text_object(here, TextObject.BRACKET, place, around=True)
        assert bracket is None or text[slice(*bracket)] in {"([)", "()"}
