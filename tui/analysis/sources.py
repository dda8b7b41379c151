"""Sources named without a verb: "according to" and "in the words of"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from tui.analysis import wordclasses as wc
from tui.analysis.attributions import Attribution, can_speak
from tui.analysis.clauses import is_clause
from tui.analysis.contents import complete, only_quotes, quotes_in, resumes, trim
from tui.analysis.phrases import Phrase, is_verbal, read_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token


_NO_SOURCES = wc.word_set(
    "plan plans schedule tradition custom taste size need needs age means ability rank instructions"
)


def according_to(tokens: Sequence[Token], floor: int, at: int, end: int) -> Attribution | None:
    """Find the content that stands before or after "according to", or on both sides."""
    phrase = read_phrase(tokens, at + 2, end)
    if at + 3 < end and tokens[at + 2].low in wc.OBJECTS and tokens[at + 3].tag in ",.":
        phrase = Phrase(at + 2, at + 2, at + 3, at + 3)
    if phrase is None or tokens[phrase.head].low in _NO_SOURCES:
        return None
    known = tokens[phrase.start].tag in "DONP" or tokens[phrase.start].low in wc.OBJECTS
    if not known and not _can_tell(tokens[phrase.head]):
        return None
    span = (at, at + 2)
    stop = at - 1 if at > floor and tokens[at - 1].tag in ",-" else at
    start, stop = trim(tokens, floor, stop)
    lead = _leading(tokens, start, stop)
    if not lead and stop > start and tokens[stop - 1].tag != "H":
        pieces = [(start, stop)]
        if only_quotes(tokens, start, stop):
            return Attribution(quotes_in(tokens, start, stop), span, phrase, "according to, quote")
        if tokens[stop - 1].tag in "RCSH":
            rest = resumes(tokens, phrase.end, end, apposition=True)
            return Attribution([rest], span, phrase, "according to, before") if rest else None
        if not complete(tokens, start, stop):
            resumed = resumes(tokens, phrase.end, end)
            if resumed is not None:
                pieces.append(resumed)
            elif stop - start < 3:
                return None
        return Attribution(pieces, span, phrase, "according to, after")
    place = _past_comma(tokens, phrase.end, end)
    if place is None or place >= end:
        return None
    last = end
    while last > place and tokens[last - 1].tag == ".":
        last -= 1
    if tokens[place].tag == "Q" and only_quotes(tokens, place, last):
        return Attribution(quotes_in(tokens, place, last), span, phrase, "according to, quote")
    return Attribution([(place, last)], span, phrase, "according to, before")


def _can_tell(head: Token) -> bool:
    return can_speak(head) or head.low.endswith("s")


def _leading(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether what stands before "according to" only leads in: "But", "And yet"."""
    if stop > start and tokens[stop - 1].tag == ":":
        return True
    return all(tokens[k].tag in "CJXSHRT,." for k in range(start, stop))


def _past_comma(tokens: Sequence[Token], place: int, end: int) -> int | None:
    """Where content begins after a source named first, past its appositions."""
    if place < end and tokens[place].tag not in ",HRS":
        amount = tokens[place].low in ("over", "about", "around", "under")
        loose = tokens[place].tag == "W" and place + 1 < end and tokens[place + 1].tag == "I"
        if amount or (not loose and is_clause(tokens, place, end, careful=True)):
            return place
    commas = [k for k in range(place, min(end, place + 40)) if tokens[k].tag == ","]
    if not commas:
        return None
    first = commas[0]
    if first + 1 < end and tokens[first + 1].tag == "R":
        return commas[1] + 1 if len(commas) > 1 else None
    if first + 2 < end and tokens[first + 1].tag == "C" and tokens[first + 2].tag in "HR":
        return commas[1] + 1 if len(commas) > 1 else None
    for this, following in itertools.pairwise(commas):
        apposition = this == first and not complete(tokens, this + 1, following)
        inner = read_phrase(tokens, this + 1, following)
        apposition = apposition and inner is not None and tokens[this + 1].tag != "I"
        if apposition and is_clause(tokens, following + 1, end, careful=False):
            return following + 1
        break
    return first + 1


def in_words(tokens: Sequence[Token], at: int, end: int) -> Attribution | None:
    """In Smith's words, ...; in the words of John Smith, "..."."""
    if tokens[at + 1].low == "the" and tokens[at + 2].low == "words":
        phrase = read_phrase(tokens, at + 4, end) if tokens[at + 3].low == "of" else None
        after = phrase.end if phrase is not None else end
    else:
        phrase = read_phrase(tokens, at + 1, end)
        if phrase is None or tokens[phrase.head].low != "words" or phrase.core > end - 2:
            return None
        after, last = phrase.core, phrase.head - 1
        while last > phrase.start and tokens[last].tag in "WJ":
            last -= 1
        if last == phrase.start and tokens[last].tag == "O":
            phrase = Phrase(last, last, last + 1, last + 1)
        elif tokens[last].tag == "G":
            phrase = Phrase(phrase.start, last - 1, last, last)
        else:
            return None
    if phrase is None:
        return None
    span = (at, after)
    for k in range(after, min(end, after + 20)):
        if tokens[k].tag == "Q":
            return Attribution([(k, k + 1)], span, phrase, "in the words of")
        if tokens[k].tag == "," and is_clause(tokens, k + 1, end, careful=False):
            stop = end
            while stop > k + 1 and tokens[stop - 1].tag == ".":
                stop -= 1
            return Attribution([(k + 1, stop)], span, phrase, "in the words of")
        if is_verbal(tokens[k]):
            return None
    return None
