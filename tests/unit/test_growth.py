from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.model import Analysis, Label, Mention, Quote, QuoteKind
from tui.documents.document import Block, BlockKind, Document, Span
from tui.reading.growth import Growth, larger
from tui.reading.motions import Motions, Unit
from tui.reading.nudging import End, nudged

TEXT = (
    "Port Vale\n"
    "The night\n"
    "The gate (the old one) shut at dawn, two hours late. Crews slept.\n"
    "“We had no idea, none, of it,” said Ana Lima, a pilot. She left.\n"
    "The day\n"
    "Rain fell — hard, they say — all day."
)
KINDS = {0: (BlockKind.HEADLINE, 0), 1: (BlockKind.HEADING, 2), 4: (BlockKind.HEADING, 2)}


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def motions() -> Motions:
    blocks = tuple(
        Block(line.start(), line.end(), *KINDS.get(number, (BlockKind.PARAGRAPH, 0)))
        for number, line in enumerate(re.finditer(r"[^\n]+", TEXT))
    )
    quote = Quote(
        *span_of("“We had no idea, none, of it,”"),
        QuoteKind.DIRECT,
        span_of("said"),
        span_of("Ana Lima"),
        "Ana Lima",
        1.0,
        "",
    )
    mention = Mention(*span_of("Ana Lima"), Label.PERSON, "Ana Lima")
    document = Document("urn:uuid:0", Path("x"), "x", "x", TEXT, blocks)
    return Motions(document, Analysis((mention,), (), (quote,)))


def grown(words: str) -> list[str]:
    """Every step from the place where the words begin."""
    here, place = motions(), span_of(words).start
    growth = Growth((Span(place, place),))
    while (following := growth.grown(here)) is not growth:
        growth = following
    return [TEXT[slice(*step)] for step in growth.steps[1:]]


SECTION = TEXT[TEXT.index("The night") : TEXT.index("\nThe day")]
FIRST = "The gate (the old one) shut at dawn, two hours late. Crews slept."
SECOND = "“We had no idea, none, of it,” said Ana Lima, a pilot. She left."


def test_a_word_grows_through_brackets_clause_and_sentence_to_the_document() -> None:
    assert grown("old") == [
        "old",
        "the old one",
        "(the old one)",
        "The gate (the old one) shut at dawn",
        "The gate (the old one) shut at dawn, two hours late.",
        FIRST,
        SECTION,
        TEXT,
    ]


def test_a_word_of_a_quote_grows_to_the_quote_with_its_speaker() -> None:
    assert grown("none") == [
        "none",
        "We had no idea, none, of it,",
        "“We had no idea, none, of it,”",
        "“We had no idea, none, of it,” said Ana Lima",
        "“We had no idea, none, of it,” said Ana Lima, a pilot.",
        SECOND,
        SECTION,
        TEXT,
    ]


def test_a_first_name_grows_to_the_whole_name() -> None:
    assert grown("Ana")[:2] == ["Ana", "Ana Lima"]


def test_clauses_end_at_commas_and_dashes() -> None:
    assert grown("shut")[:2] == ["shut", "shut at dawn"]
    assert grown("hard")[:3] == [
        "hard",
        "Rain fell — hard, they say — all day.",
        TEXT[TEXT.index("The day") :],
    ]
    assert grown("they")[:2] == ["they", "they say"]


def test_a_passage_over_two_sentences_grows_to_both_of_them() -> None:
    passage = Span(TEXT.index("late. Crews"), TEXT.index("slept"))
    following = larger(motions(), passage)
    assert following is not None
    assert TEXT[slice(*following)] == "two hours late. Crews slept."
    following = larger(motions(), following)
    assert following is not None
    assert TEXT[slice(*following)] == FIRST


def test_shrinking_goes_back_the_same_way() -> None:
    here = motions()
    start = Growth((span_of("old"),))
    twice = start.grown(here).grown(here)
    assert twice.shrunk().span == start.grown(here).span
    assert twice.shrunk().shrunk() == start
    assert start.shrunk() is start


def test_a_selection_made_otherwise_begins_a_new_growth() -> None:
    growth = Growth((Span(0, 1), Span(0, 4)))
    assert growth.at(Span(0, 4)) is growth
    assert growth.at(Span(2, 3)) == Growth((Span(2, 3),))


def test_the_whole_document_does_not_grow() -> None:
    assert larger(motions(), Span(0, len(TEXT))) is None


def test_the_document_ends_with_its_last_paragraph() -> None:
    text = "One.\n\nTwo.\n\n"
    blocks = (Block(0, 4, BlockKind.PARAGRAPH), Block(6, 10, BlockKind.PARAGRAPH))
    here = Motions(Document("urn:uuid:0", Path("x"), "x", "x", text, blocks))
    assert larger(here, Span(0, 4)) == Span(0, 10)
    assert larger(here, Span(0, 10)) is None
    assert larger(here, Span(11, 12)) is None


def test_an_empty_document_does_not_grow() -> None:
    here = Motions(Document("urn:uuid:0", Path("x"), "x", "x", "", ()))
    assert larger(here, Span(0, 0)) is None


@given(st.integers(0, len(TEXT) - 1), st.integers(0, 60))
def test_every_step_strictly_holds_the_one_before(start: int, length: int) -> None:
    here = motions()
    growth = Growth((Span(start, min(start + length, len(TEXT))),))
    while (following := growth.grown(here)) is not growth:
        before, after = growth.span, following.span
        assert after.start <= before.start
        assert after.end >= before.end
        assert after != before
        assert following.shrunk() == growth
        growth = following
    assert growth.span == Span(0, len(TEXT))


@pytest.mark.parametrize(
    ("end", "unit", "forward", "words"),
    [
        (End.START, Unit.WORD, True, "at dawn"),
        (End.START, Unit.WORD, False, "one) shut at dawn"),
        (End.END, Unit.WORD, True, "shut at dawn, two"),
        (End.END, Unit.WORD, False, "shut at"),
        (End.START, Unit.CHARACTER, True, "hut at dawn"),
        (End.START, Unit.CHARACTER, False, " shut at dawn"),
        (End.END, Unit.CHARACTER, True, "shut at dawn,"),
        (End.END, Unit.CHARACTER, False, "shut at daw"),
    ],
)
def test_either_end_can_be_nudged(end: End, unit: Unit, forward: bool, words: str) -> None:
    moved = nudged(motions(), span_of("shut at dawn"), end, unit, forward=forward)
    assert TEXT[slice(*moved)] == words


def test_an_end_goes_on_into_the_next_paragraph() -> None:
    moved = nudged(motions(), span_of("Crews slept."), End.END, Unit.WORD, forward=True)
    assert TEXT[slice(*moved)] == "Crews slept.\n“We"
    moved = nudged(motions(), span_of("“We had"), End.START, Unit.WORD, forward=False)
    assert TEXT[slice(*moved)] == "slept.\n“We had"


def test_a_passage_is_never_nudged_away() -> None:
    for unit in (Unit.WORD, Unit.CHARACTER):
        one = span_of("C")
        assert nudged(motions(), one, End.END, unit, forward=False) == one
        assert nudged(motions(), one, End.START, unit, forward=True) == one
    whole = Span(0, len(TEXT))
    assert nudged(motions(), whole, End.END, Unit.WORD, forward=True) == whole
    assert nudged(motions(), whole, End.START, Unit.CHARACTER, forward=False) == whole


def test_nudging_keeps_graphemes_whole() -> None:
    text = "a👩\u200d🚀b"
    document = Document(
        "urn:uuid:0", Path("x"), "x", "x", text, (Block(0, 5, BlockKind.PARAGRAPH),)
    )
    assert nudged(Motions(document), Span(0, 1), End.END, Unit.CHARACTER, forward=True) == Span(
        0, 4
    )


def test_only_words_and_characters_nudge() -> None:
    with pytest.raises(ValueError, match="sentence"):
        nudged(motions(), Span(0, 1), End.END, Unit.SENTENCE, forward=True)
