"""Nouns that report: "Smith's claim that ...", "her warning that ...", "His reply: ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import wordclasses as wc
from tui.analysis.attributions import Attribution, can_speak
from tui.analysis.clauses import is_clause
from tui.analysis.contentends import content_end, main_verb
from tui.analysis.phrases import Phrase, is_verbal, read_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_NOUNS = wc.word_set(
    "claim claims statement statements allegation allegations assertion assertions suggestion "
    "announcement warning warnings argument insistence admission acknowledgement acknowledgment "
    "contention complaint complaints remark remarks comment comments prediction declaration "
    "accusation accusations denial promise pledge opinion view"
)
_REPLIES = wc.word_set(
    "reply answer response message verdict advice comment retort motto reaction explanation "
    "conclusion warning plea"
)
SPEECH_NOUNS = _NOUNS | _REPLIES
"""All nouns that report."""

_BACK = 8  # tokens a possessor may hold
_FORWARD = 12  # tokens between "reply" and its colon


def noun_cue(tokens: Sequence[Token], floor: int, at: int, end: int) -> Attribution | None:
    """Find what a noun with a possessor reports.

    Args:
        tokens: Tokens of the paragraph.
        floor: First token that may belong to it.
        at: The noun.
        end: One past the last token of the sentence.
    """
    place = _content(tokens, at, end)
    before = place is None and tokens[at].low in _REPLIES
    if place is None and not before:
        return None
    speaker = _possessor(tokens, floor, at)
    if speaker is None:
        return None
    span = (at, at + 1)
    if place is None:
        quote = speaker.start - 2
        said = quote >= floor and tokens[quote].tag == "Q"
        if not said or tokens[quote + 1].low not in ("was", "is", "came", "comes"):
            return None
        return Attribution([(quote, quote + 1)], span, speaker, "quote before")
    if tokens[place].tag == "Q":
        return Attribution([(place, place + 1)], span, speaker, "noun, colon")
    stop = content_end(tokens, place, end, tokens[at])
    opens = speaker.start == floor or tokens[speaker.start - 1].tag in ",CS"
    if opens:
        stop = main_verb(tokens, place, stop)
    return Attribution([(place, stop)], span, speaker, "noun with that") if stop > place else None


def _content(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Where the content begins that a noun introduces."""
    if at + 2 < end and tokens[at + 1].tag == "H" and tokens[at].low in _NOUNS:
        return at + 2 if is_clause(tokens, at + 2, end, careful=False) else None
    if tokens[at].low in _REPLIES:
        for k in range(at + 1, min(end - 1, at + _FORWARD)):
            if tokens[k].tag == ":":
                return k + 1 if tokens[k + 1].tag == "Q" else None
            if tokens[k].tag in ",.;-Q":
                return None
    return None


def _possessor(tokens: Sequence[Token], floor: int, at: int) -> Phrase | None:
    """Whose words they are."""
    k = at - 1
    while k > floor and tokens[k].tag in "WJ" and not is_verbal(tokens[k]):
        k -= 1
    if k < floor:
        return None
    if tokens[k].tag == "O" and tokens[k].low != "whose":
        return Phrase(k, k, k + 1, k + 1)
    if tokens[k].tag != "G" or k == floor:
        return None
    start = k
    while start > floor and k - start < _BACK and tokens[start - 1].tag in "NWDO#":
        start -= 1
        if tokens[start].tag in "DO" or is_verbal(tokens[start]):
            start += is_verbal(tokens[start])
            break
    phrase = read_phrase(tokens, start, k)
    return phrase if phrase is not None and can_speak(tokens[phrase.head]) else None
