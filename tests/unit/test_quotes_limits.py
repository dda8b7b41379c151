"""Any input: bounded work, quotes in order, offsets that fit."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.quote_documents import article, mentions_in, quotes_in
from tui.analysis.quotes import find_quotes

if TYPE_CHECKING:
    from types import FrameType

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
    "by saying ",
    "his claim that ",
    "which he calls ",
    "according to him, ",
    "call on Holt to ",
    "A. ",
    'said "a" and ',
    "at least 4 ",
    "he, however, warned ",
    "after Holt said ",
    "man, a man, ",
]


def lines_run(text: str) -> int:
    """How many lines of our own code run to find the quotes of a text."""
    document, mentions = article(text), mentions_in(text[:2000])
    count = 0

    def line(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, event: str, arg: Any) -> Any:
        return line if "analysis" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        find_quotes(document, mentions)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("pattern", PATTERNS)
def test_work_grows_with_length_and_no_faster(pattern: str) -> None:
    short = pattern * (1200 // len(pattern))
    assert lines_run(short * 4) < 6 * lines_run(short)


@pytest.mark.parametrize("pattern", ['"', "“ ", "(", "said said ", "'"])
def test_a_quarter_of_a_megabyte_of_one_thing(pattern: str) -> None:
    text = pattern * (250_000 // len(pattern))
    for quote in find_quotes(article(text), ()):
        assert 0 <= quote.start < quote.end <= len(text)


def test_a_sentence_of_very_many_words() -> None:
    text = "Holt said " + "the gate was shut and " * 20_000
    (quote,) = quotes_in(text)
    assert quote.start == len("Holt said ")


WORDS = (
    "Holt said told that the gate was shut , . : ; - — ( ) \" “ ” ‘ ’ ' « » he she who it and but "
    "to of in according words urged denied called as not would adding quoted saying 45 \n"
)


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=60))
@example(["Holt", "said", ":", "."])
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
