"""Where the content of reported speech begins and ends."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from tui.analysis import wordclasses as wc
from tui.analysis.phrases import is_cue, is_verbal, read_phrase
from tui.analysis.reporting import Frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_HOW = frozenset(("what", "how", "why"))
_ADDRESS_OPTIONAL = Frame.CAREFUL | Frame.GERUND
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
        if tag == "," or tag == "-":
            return _after_comma(tokens, at, end)
        if hearer and at == place and tag in "PDONW#T":
            after = _skip_hearer(tokens, at, end, optional=bool(frames & Frame.CLAUSE))
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
        if token.low == "to" and ordered and _infinitive(tokens, at, end):
            return Opening.INFINITIVE, at
        if tag == "X" and named and at + 1 < end and tokens[at + 1].low == "to":
            return Opening.INFINITIVE, at
        if tag in "JX" and not is_clause(tokens, at, end, careful=True):
            at += 1
            continue
        if named and tag == "W" and frames & Frame.ORDER and token.low.endswith(("ing", "ed")):
            order = _order_after(tokens, at, end)
            if order is not None:
                return Opening.INFINITIVE, order
        if tag == "T":
            at += 1
            continue
        if tag == "B":
            at += 1
            continue
        if tag == "I" or token.low == "to":
            after = _skip_phrase(tokens, at, end)
            if after is None:
                break
            at = after
            continue
        if tag == "D" and token.low in wc.TIME_OPENERS:
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
        introduced = _introduced_clause(tokens, at, end)
        return (Opening.CLAUSE, at) if introduced else (Opening.NONE, at)
    if not addressed and not frames & _ADDRESS_OPTIONAL:
        return Opening.NONE, at
    if frames & Frame.CLAUSE and is_clause(tokens, at, end, careful=careful):
        return Opening.CLAUSE, at
    return Opening.NONE, at


def _skip_comma(tokens: Sequence[Token], at: int, end: int) -> int:
    return at + 1 if at + 1 < end and tokens[at].tag == "," else at


def is_clause(tokens: Sequence[Token], place: int, end: int, *, careful: bool) -> bool:
    """Whether a clause with a subject and a finite verb begins at a token.

    Args:
        tokens: Tokens of the paragraph.
        place: Where the clause would begin.
        end: One past the last token of the sentence.
        careful: Whether a plain object is as likely, so that the verb must follow its subject
            closely.
    """
    at = place
    while at < end and tokens[at].tag in "JX":
        at += 1
    phrase = read_phrase(tokens, at, end)
    if phrase is None:
        if at < end and tokens[at].tag == "I" and not careful:
            return _introduced_clause(tokens, at, end)
        return at < end and tokens[at].low in ("there", "if", "although", "while", "because")
    after = phrase.end
    if tokens[phrase.start].tag == "P":
        return after < end and tokens[after].tag not in ".,;:-"
    limit = min(end, after + (12 if careful else 30))
    direct = True
    while after < limit:
        token = tokens[after]
        tag = token.tag
        if tag == "A" or (tag == "W" and token.low in wc.IRREGULAR_PASTS):
            return True
        if tag == "W" and (wc.verbal(token.low) or is_cue(token)):
            base = token.low in wc.PRESENT_BASE
            if not base or not careful or (direct and _plural(tokens[phrase.head])):
                return True
        if tag in "JXTBC":
            after += 1
        elif token.low == "to" and after + 1 < limit and tokens[after + 1].tag == "W":
            after, direct = after + 2, False
        elif tag == "I" and token.low != "to":
            inner = read_phrase(tokens, after + 1, end)
            after, direct = (inner.end if inner else after + 1), False
        elif (tag in "WRS,NDP" or token.low == "to") and not careful:
            after += 1
        elif tag == "," and after + 1 < limit and tokens[after + 1].tag in "RDNI":
            closing = _next_comma(tokens, after + 1, min(end, after + 20))
            if closing is None:
                return False
            after = closing + 1
        elif tag == "R":
            after += 2
        else:
            return False
    return False


def _plural(token: Token) -> bool:
    return token.low.endswith("s") or token.low in wc.PLURALS


def _introduced_clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether an adverbial and then a clause begin here: "by June, prices would ..."."""
    for k in range(at, min(end, at + 20)):
        if tokens[k].tag == ",":
            subject = read_phrase(tokens, k + 1, end)
            if subject is None or (subject.end < end and is_cue(tokens[subject.end])):
                return False
            return is_clause(tokens, k + 1, end, careful=False)
        if tokens[k].tag in ".;:Q":
            return False
    phrase = read_phrase(tokens, at + 1, end)
    return (
        phrase is not None and phrase.end < end and is_clause(tokens, phrase.end, end, careful=True)
    )


def _skip_hearer(tokens: Sequence[Token], at: int, end: int, *, optional: bool) -> int | None:
    """The token after the person addressed, or None where nobody is."""
    if tokens[at].tag == "P" and tokens[at].low not in ("it", "you", "us", "them", "her", "him"):
        return None
    her = tokens[at].low == "her" and at + 1 < end
    if her and (tokens[at + 1].tag not in "WN" or is_clause(tokens, at + 1, end, careful=True)):
        return at + 1
    phrase = read_phrase(tokens, at, end)
    if phrase is None:
        return None
    after = phrase.core
    if after < end and is_verbal(tokens[after]) and optional:
        return None  # the clause has begun: "warned prices would rise"
    # appositions and places: "told Jane Doe, a reporter,"; "told a conference in Paris"
    if after < end and tokens[after].tag == "B":
        after += 1
    return after


def _order_after(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """The infinitive after a longer hearer: "told families living nearby to leave"."""
    for k in range(at, min(end, at + 10)):
        if tokens[k].low == "to" and _infinitive(tokens, k, end):
            return k
        if tokens[k].tag in ",.:;AQPH":
            return None
    return None


def _skip_phrase(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """The token after "in a statement released on Monday", unless a clause begins with it."""
    inner = read_phrase(tokens, at + 1, end)
    if inner is None:
        following = tokens[at + 1] if at + 1 < end else None
        if following is not None and following.tag == "T":
            return at + 2
        if following is not None and following.tag == "W" and following.low.endswith("ing"):
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
    closing = _next_comma(tokens, following, min(end, following + 25))
    if closing is not None and closing + 1 < end:
        if any(tokens[k].tag == "Q" or is_cue(tokens[k]) for k in range(following, closing)):
            return Opening.NONE, at
        after = tokens[closing + 1]
        if after.tag == "H":
            return Opening.THAT, _skip_comma(tokens, closing + 2, end)
        if after.tag == "Q":
            return Opening.QUOTE, closing + 1
    return Opening.NONE, at


def _next_comma(tokens: Sequence[Token], start: int, end: int) -> int | None:
    for k in range(start, end):
        if tokens[k].tag in ",-:":
            return k
        if tokens[k].tag in ".;":
            return None
    return None


def _infinitive(tokens: Sequence[Token], at: int, end: int) -> bool:
    following = at + 1
    while following < end and tokens[following].tag in "JX":
        following += 1
    if following >= end:
        return False
    word = tokens[following]
    return word.tag == "A" or (word.tag == "W" and not word.low.endswith(("ing", "s")))
