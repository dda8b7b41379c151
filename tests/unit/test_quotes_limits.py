"""Any input: bounded work, quotes in order, offsets that fit."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.quote_documents import article, mentions_in, quotes_in
from tui.analysis.quotes import find_quotes

PATTERNS = [
    '"',
    '" ',
    "“",
    "'a ",
    "(",
    "( a ",
    "[",
    "said ",
    "said, ",
    "according to ",
    "in the words of ",
    "that ",
    "Holt, ",
    "Holt and ",
    "man who ",
    "— ",
    "called it ",
    "He said, ",
    '"a b" said ',
    "as Holt told ",
    "urged the man ",
    "U.S. ",
    "1,",
    "and adding ",
    "but saying ",
    "said falling some ",
    "'s ",
]


def seconds(text: str) -> float:
    document, mentions = article(text), mentions_in(text[:2000])
    best = 10.0
    for _ in range(2):
        start = time.perf_counter()
        find_quotes(document, mentions)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("pattern", PATTERNS)
def test_time_grows_with_length_and_no_faster(pattern: str) -> None:
    short = pattern * (8000 // len(pattern))
    assert seconds(short * 4) < 12 * seconds(short) + 0.05


def test_a_sentence_of_very_many_words() -> None:
    text = "Holt said " + "the gate was shut and " * 5000
    (quote,) = quotes_in(text)
    assert quote.start == len("Holt said ")


WORDS = (
    "Holt said told that the gate was shut , . : ; - — ( ) \" “ ” ‘ ’ ' « » he she who it and but "
    "to of in according words urged denied called as not would adding quoted saying 45 \n"
)


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=60))
def test_quotes_lie_in_order_and_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    place = 0
    for quote in quotes_in(text):
        assert place <= quote.start < quote.end <= len(text)
        assert "\n" not in text[quote.start : quote.end]
        assert 0 < quote.confidence < 1
        for span in (quote.cue, quote.speaker):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert (quote.name is None) == (quote.speaker is None)
        place = quote.end


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for quote in quotes_in(text):
        assert 0 <= quote.start < quote.end <= len(text)
