"""The noun phrase that is the subject of a clause, and the one that ends at a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import wordclasses as wc
from tui.analysis.phrases import Phrase, is_cue, read_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.attributions import Attribution
    from tui.analysis.taggedtokens import Token


def first_phrase(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """The first noun phrase of a clause, after what introduces the clause."""
    at = start
    while at < end:
        token = tokens[at]
        tag = token.tag
        if (
            tag in "CJSXB.R,"
            or (tag == "T" and not _genitive_next(tokens, at, end))
            or (tag == "H" and at == start and at + 1 < end and tokens[at + 1].tag in "DONP")
        ):
            at += 1
        elif tag == "I":
            inner = read_phrase(tokens, at + 1, end)
            if inner is None:
                at += 1
            elif inner.end < end and tokens[inner.end].tag in "IT,":
                at = inner.end
            elif inner.end < end and tokens[inner.end].low.endswith(("ed", "ing")):
                at = inner.end + 1
            elif inner.end < end and read_phrase(tokens, inner.end, end) is not None:
                at = inner.end
            elif token.low in ("with", "as"):
                return inner
            else:
                return _name_at_end(tokens, inner)
        else:
            phrase = read_phrase(tokens, at, end)
            if phrase is None:
                return None
            if phrase.end < end and tokens[phrase.head].low in wc.TIME_NOUNS:
                following = read_phrase(tokens, phrase.end, end)
                if following is not None:
                    return following
            return _whole(tokens, phrase, end)
    return None


def _genitive_next(tokens: Sequence[Token], at: int, end: int) -> bool:
    return at + 1 < end and tokens[at + 1].tag == "G"


def _name_at_end(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """The name that follows an introduction without a comma: "In a statement Smith (said)"."""
    at = phrase.core
    while at > phrase.start and tokens[at - 1].tag in "NB":
        at -= 1
    if at == phrase.start or at == phrase.core or tokens[at - 1].tag in "DOG":
        return None
    return Phrase(at, phrase.head, phrase.core, phrase.core)


def _whole(tokens: Sequence[Token], phrase: Phrase, end: int) -> Phrase:
    """The phrase with what "and" joins to it before the verb."""
    at = phrase.end
    while at + 1 < end and tokens[at].low in ("and", ","):
        step = 2 if tokens[at + 1].low == "and" else 1
        other = read_phrase(tokens, at + step, end)
        if other is None:
            break
        at = other.end
    return Phrase(phrase.start, phrase.head, phrase.core, at) if at == end else phrase


def phrase_ending(tokens: Sequence[Token], low: int, last: int) -> Phrase | None:
    """The noun phrase whose last token is `last`."""
    at = last
    while at >= low and tokens[at].tag in "NWDO#GB":
        if is_cue(tokens[at]) or (
            tokens[at].tag == "W" and wc.verbal(tokens[at].low) and at < last
        ):
            break
        at -= 1
        if tokens[at + 1].tag in "DO":
            break
    if at == last:
        return None
    return read_phrase(tokens, at + 1, last + 1)


def inside_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a short quotation is a word of the subject: the "Letters" page."""
    short = tokens[at].end - tokens[at].start <= 60
    return short and at > 0 and tokens[at - 1].tag in "DWN" and not is_cue(tokens[at - 1])


def own_subject(tokens: Sequence[Token], attribution: Attribution, start: int) -> Phrase | None:
    """The subject that a pronoun may stand for in its own sentence, outside what is said.

    Args:
        tokens: Tokens of the paragraph.
        attribution: What is attributed to the pronoun.
        start: First token of the sentence.
    """
    speaker = attribution.speaker
    if speaker is None or tokens[speaker.head].tag != "P":
        return None
    phrase = first_phrase(tokens, start, speaker.start)
    if phrase is None or any(low <= phrase.start < high for low, high in attribution.pieces):
        return None
    return phrase
