"""What follows a reporting verb: a quotation, a clause, an infinitive, or nothing that is said."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from tui.analysis import wordclasses as wc
from tui.analysis.clauses import (
    infinitive,
    introduced_clause,
    is_clause,
    next_comma,
    opens_quantity,
    reported_clause,
)
from tui.analysis.hearers import is_gerund, order_after, skip_hearer, that_after
from tui.analysis.phrases import is_cue, is_verbal, read_phrase
from tui.analysis.reporting import Frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_HOW = frozenset(("what", "how", "why"))
_ADDRESS_OPTIONAL = Frame.CAREFUL | Frame.GERUND
_CLAUSE_OPENERS = wc.word_set("after before since as by under despite without until given unlike")
_HEARERS = wc.word_set("me us you him her them")
_SPANS = wc.word_set("over within for by since throughout under among between despite unlike")
_REACH = 40  # tokens looked at for what stands between a verb and its content


class Opening(Enum):
    """What a content begins with."""

    NONE = auto()
    QUOTE = auto()
    COLON = auto()
    THAT = auto()
    CLAUSE = auto()
    QUESTION = auto()
    INFINITIVE = auto()


def content_after(
    tokens: Sequence[Token], place: int, end: int, frames: Frame
) -> tuple[Opening, int]:
    """Find the content that follows a reporting verb.

    Skips adverbs, days, the person addressed and phrases such as "in a statement on Monday".

    Args:
        tokens: Tokens of the paragraph.
        place: The token after the verb.
        end: One past the last token of the sentence.
        frames: What the verb may be followed by.

    Returns:
        What the content begins with, and its first token.
    """
    limit = min(end, place + _REACH)
    at = place
    hearer = bool(frames & (Frame.HEARER | Frame.ORDER))
    addressed = not frames & Frame.HEARER
    named = False
    careful = bool(frames & Frame.CAREFUL)
    while at < limit:
        token = tokens[at]
        tag = token.tag
        if tag == "Q":
            return Opening.QUOTE, at
        if tag == ":":
            if at + 1 < end and tokens[at + 1].tag == "Q":
                return Opening.QUOTE, at + 1
            return Opening.COLON, at + 1
        if tag == "H" and at + 1 < end and tokens[at + 1].tag not in ".;:":
            if not addressed and not frames & _ADDRESS_OPTIONAL:
                return Opening.NONE, at  # "were told that"
            return Opening.THAT, _skip_comma(tokens, at + 1, end)
        if named and tag in ",C" and frames & Frame.HEARER:
            that = that_after(tokens, at, end)
            if that is not None:
                return Opening.THAT, _skip_comma(tokens, that + 1, end)
        if tag == "," or tag == "-":
            return _after_comma(tokens, at, end)
        if addressed and opens_quantity(tokens, at, end) and frames & Frame.CLAUSE:
            if is_clause(tokens, at + 1, end, careful=careful) or frames & Frame.PLAIN:
                return Opening.CLAUSE, at
            return Opening.NONE, at
        if hearer and at == place and tag in "PDONW#T":
            after = skip_hearer(tokens, at, end, optional=bool(frames & Frame.CLAUSE))
            if after is not None:
                at, addressed, named = after, True, True
                continue
        if tag == "S" and (token.low in wc.QUESTIONS):
            if token.low == "what" and any(
                tokens[k].low in ("called", "calls", "described")
                for k in range(at, min(end, at + 6))
            ):
                return Opening.NONE, at
            if frames & Frame.QUESTION or (frames & Frame.CLAUSE and token.low in _HOW):
                return Opening.QUESTION, at
            return Opening.NONE, at
        ordered = (named and frames & Frame.ORDER) or frames & Frame.OFFER
        if token.low == "to" and ordered and infinitive(tokens, at, end):
            return Opening.INFINITIVE, at
        if tag == "X" and ordered and at + 1 < end and tokens[at + 1].low == "to":
            return Opening.INFINITIVE, at
        if token.low == "against" and named and is_gerund(tokens, at + 1, end):
            return Opening.INFINITIVE, at
        if tag == "J" and at + 1 < end and tokens[at + 1].tag == "H":
            at += 1
            continue
        if tag == "C" and at + 1 < end and tokens[at + 1].tag == "J" and tokens[at - 1].tag == "J":
            at += 2  # "again and again"
            continue
        if tag in "JX" and not is_clause(tokens, at, end, careful=True):
            at += 1
            continue
        more = tag in "CI" or (tag == "W" and token.low.endswith(("ing", "ed")))
        if named and more and frames & Frame.ORDER:
            order = order_after(tokens, at, end)
            if order is not None:
                return Opening.INFINITIVE, order
        if tag == "T" and not (at + 1 < end and tokens[at + 1].tag == "G"):
            at += 1
            continue
        if token.low == "to" and at + 1 < end and tokens[at + 1].low in wc.PRESENT_BASE:
            return Opening.NONE, at
        opener = token.low in _CLAUSE_OPENERS and frames & Frame.PLAIN
        if opener and introduced_clause(tokens, at, end):
            return Opening.CLAUSE, at
        if token.low in _SPANS and frames & Frame.PLAIN and _clause_after_phrase(tokens, at, end):
            return Opening.CLAUSE, at
        if tag == "I" or token.low == "to":
            after = _skip_phrase(tokens, at, end)
            if after is None:
                break
            at = after
            continue
        if tag in "DWJ" and token.low in wc.TIME_OPENERS:
            phrase = read_phrase(tokens, at, end)
            if phrase and tokens[phrase.head].low in wc.TIME_NOUNS and phrase.end - at <= 3:
                at = phrase.end
                continue
        break
    else:
        return Opening.NONE, at
    if at >= end:
        return Opening.NONE, at
    if tokens[at].tag == "I":
        introduced = introduced_clause(tokens, at, end)
        return (Opening.CLAUSE, at) if introduced else (Opening.NONE, at)
    if not addressed and not frames & _ADDRESS_OPTIONAL:
        return Opening.NONE, at
    if frames & Frame.CLAUSE and is_clause(tokens, at, end, careful=careful):
        return Opening.CLAUSE, at
    if frames & Frame.PLAIN and reported_clause(tokens, at, end):
        return Opening.CLAUSE, at
    return Opening.NONE, at


def _skip_comma(tokens: Sequence[Token], at: int, end: int) -> int:
    return at + 1 if at + 1 < end and tokens[at].tag == "," else at


def _clause_after_phrase(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a clause follows right after "over the past five years"."""
    phrase = read_phrase(tokens, at + 1, end)
    return (
        phrase is not None
        and phrase.end < end
        and tokens[phrase.end].tag in "DONP#W"
        and is_clause(tokens, phrase.end, end, careful=True)
    )


def _skip_phrase(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """The token after "in a statement released on Monday", unless a clause begins with it."""
    inner = read_phrase(tokens, at + 1, end)
    if inner is None:
        following = tokens[at + 1] if at + 1 < end else None
        if following is not None and following.low in _HEARERS:
            return at + 2
        return None
    after = inner.end
    if after < end and tokens[after].tag == ",":
        comma = tokens[after + 1] if after + 1 < end else None
        if (
            comma is not None
            and comma.tag not in "QIHT"
            and is_clause(tokens, after + 1, end, careful=False)
        ):
            return None
    if after < end and is_verbal(tokens[after]) and tokens[after].tag == "A":
        return None
    while after < end and tokens[after].tag == "W" and tokens[after].low.endswith(("ed", "ing")):
        after += 1
        if after < end and tokens[after].tag == "D":
            extra = read_phrase(tokens, after, end)
            after = extra.end if extra else after
    return after


def _after_comma(tokens: Sequence[Token], at: int, end: int) -> tuple[Opening, int]:
    """What stands after a comma that follows the verb."""
    following = at + 1
    if following >= end:
        return Opening.NONE, following
    if tokens[following].tag == "Q":
        return Opening.QUOTE, following
    if tokens[following].tag == "H":
        return Opening.THAT, _skip_comma(tokens, following + 1, end)
    closing = next_comma(tokens, following, min(end, following + 25))
    if closing is not None and closing + 1 < end:
        if any(tokens[k].tag == "Q" or is_cue(tokens[k]) for k in range(following, closing)):
            return Opening.NONE, at
        after = tokens[closing + 1]
        if after.tag == "H":
            return Opening.THAT, _skip_comma(tokens, closing + 2, end)
        if after.tag == "Q":
            return Opening.QUOTE, closing + 1
    return Opening.NONE, at
