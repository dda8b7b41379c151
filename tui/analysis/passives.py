"""Cues in the passive, and people quoted by others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.attributions import Attribution
from tui.analysis.contentends import content_end
from tui.analysis.contents import (
    complete,
    left_content,
    only_quotes,
    quote_pieces,
    quotes_in,
    resumes,
    trim,
)
from tui.analysis.openings import Opening, content_after
from tui.analysis.phrases import Phrase, read_phrase
from tui.analysis.reporting import VERBS, Frame
from tui.analysis.speakers import subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.cues import Cue
    from tui.analysis.taggedtokens import Token


def passive(tokens: Sequence[Token], floor: int, cue: Cue, end: int) -> Attribution | None:
    """It was reported that ...; he was quoted as saying ...; was described by X as "..."."""
    span = (cue.start, cue.end)
    subject = subject_before(tokens, floor, cue.start)
    as_saying = _as_saying(tokens, cue, end)
    if as_saying is not None:
        saying = tokens[as_saying]
        if subject is not None:
            opening, place = content_after(tokens, as_saying + 1, end, VERBS[saying.low].frames)
            span = (cue.start, as_saying + 1)
            if opening in (Opening.QUOTE, Opening.THAT, Opening.CLAUSE):
                pieces = (
                    quote_pieces(tokens, place, end, cue)
                    if opening is Opening.QUOTE
                    else [(place, content_end(tokens, place, end, saying))]
                )
                return Attribution(pieces, span, subject, "quoted as saying")
            left = left_content(tokens, floor, subject.start)
            if left is not None and only_quotes(tokens, *left):
                return Attribution(quotes_in(tokens, *left), span, subject, "quoted as saying")
    if subject is None or tokens[subject.head].low != "it" or cue.negated:
        return None
    if not cue.verb.frames & Frame.THAT:
        return None
    return _sourceless(tokens, floor, cue.at, subject, span, cue.verb.frames, end)


def _as_saying(tokens: Sequence[Token], cue: Cue, end: int) -> int | None:
    """Where "saying" stands in "was quoted (by the agency) as saying"."""
    if cue.verb.lemma not in ("quote", "report", "cite"):
        return None
    at = cue.at + 1
    if at < end and tokens[at].low == "by":
        phrase = read_phrase(tokens, at + 1, end)
        at = phrase.end if phrase is not None else end
        other = read_phrase(tokens, at + 1, end) if at < end and tokens[at].low == "and" else None
        at = other.end if other is not None else at
    if at + 1 < end and tokens[at].low == "as" and tokens[at + 1].low in ("saying", "telling"):
        return at + 1
    return None


def emerged(tokens: Sequence[Token], floor: int, at: int, end: int) -> Attribution | None:
    """It emerged that ...; the deal, it emerged, was dead."""
    subject = subject_before(tokens, floor, at)
    if subject is None or tokens[subject.head].low != "it":
        return None
    return _sourceless(tokens, floor, at, subject, (at, at + 1), Frame.THAT, end)


def _sourceless(
    tokens: Sequence[Token],
    floor: int,
    at: int,
    subject: Phrase,
    span: tuple[int, int],
    frames: Frame,
    end: int,
) -> Attribution | None:
    """The content of "it was said", after it, before it or on both sides."""
    opening, place = content_after(tokens, at + 1, end, frames)
    if opening in (Opening.THAT, Opening.CLAUSE, Opening.QUOTE):
        stop = content_end(tokens, place, end, tokens[at])
        return Attribution([(place, stop)], span, None, "it was said")
    left = left_content(tokens, floor, subject.start)
    if left is not None and tokens[left[1] - 1].tag in "RCSH":
        rest = resumes(tokens, at + 1, end)
        return Attribution([rest], span, None, "it was said") if rest else None
    if left is not None:
        pieces = [trim(tokens, *left)]
        if not complete(tokens, *left):
            rest = resumes(tokens, span[1], end)
            if rest is None:
                return None
            pieces.append(rest)
        return Attribution(pieces, span, None, "it was said")
    return None


def quoted(tokens: Sequence[Token], floor: int, cue: Cue, end: int) -> Attribution | None:
    """The paper quoted him as saying "..."."""
    phrase = read_phrase(tokens, cue.at + 1, end)
    if phrase is None:
        return None
    k = phrase.end
    while k < min(end, phrase.end + 6) and tokens[k].low != "as":
        k += 1
    if k + 1 >= end or tokens[k + 1].low not in ("saying", "telling", "asking", "writing"):
        return None
    verb = VERBS[tokens[k + 1].low]
    opening, place = content_after(tokens, k + 2, end, verb.frames)
    pieces: list[tuple[int, int]] = []
    if opening is Opening.QUOTE:
        pieces = quote_pieces(tokens, place, end, cue)
    elif opening in (Opening.THAT, Opening.CLAUSE):
        pieces = [(place, content_end(tokens, place, end, tokens[k + 1]))]
    subject = subject_before(tokens, floor, cue.start)
    left = left_content(tokens, floor, subject.start if subject else cue.start)
    if left is not None and only_quotes(tokens, *left):
        pieces = quotes_in(tokens, *left) + pieces
    if not pieces:
        return None
    return Attribution(pieces, (cue.at, k + 2), phrase, "quoted as saying")
