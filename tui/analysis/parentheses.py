"""Subjects with appositions and relative clauses between them and their verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import speakernouns as nouns
from tui.analysis import wordclasses as wc
from tui.analysis.model import Label
from tui.analysis.phrases import Phrase, is_verbal
from tui.analysis.subjects import first_phrase, inside_phrase, phrase_ending
from tui.analysis.taggedtokens import HEADS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_PARENTHESES = 6  # parts between commas that may stand between a subject and its verb


def past_parentheses(tokens: Sequence[Token], low: int, comma: int) -> Phrase | None:
    """The subject before appositions and relative clauses set off by commas or dashes."""
    best: Phrase | None = None
    right = comma
    whole = _bare_phrase(tokens, low, comma)
    if whole is not None and _part_start(tokens, low, comma - 1) == low:
        return whole  # a comma between subject and verb
    for count in range(_PARENTHESES):
        left = _part_start(tokens, low, right - 1)
        if left >= right:
            break
        if count == 0:
            if not _parenthetical(tokens, left, right):
                break
        else:
            phrase = _bare_phrase(tokens, left, right)
            if phrase is not None:
                best = phrase
            elif not _parenthetical(tokens, left, right):
                break
        if left == 0 or left <= low or tokens[left - 1].tag not in ",-":
            break
        right = left - 1
    return best


def _part_start(tokens: Sequence[Token], low: int, last: int) -> int:
    at = last
    while at >= low and tokens[at].tag not in ",-:;.":
        if tokens[at].tag == "Q" and not inside_phrase(tokens, at):
            break
        at -= 1
    return at + 1


def _parenthetical(tokens: Sequence[Token], left: int, right: int) -> bool:
    """Whether a part between commas may stand between a subject and its verb."""
    first = tokens[left]
    if _participial(first):
        return True
    if first.tag in "R#ITC" or first.low in ("aged", "now", "also", "however", "too", "whose"):
        return True
    if first.tag not in "DNWOJ":
        return False
    for k in range(left, min(right, left + 12)):
        if tokens[k].tag in "RH" or tokens[k].low == "whose":
            return True
        if tokens[k].tag == "A":
            return False
    return True


def _participial(token: Token) -> bool:
    return token.tag == "W" and token.low.endswith(("ing", "ed"))


def _bare_phrase(tokens: Sequence[Token], left: int, right: int) -> Phrase | None:
    """The noun phrase that a part between commas consists of, introductions apart."""
    if _participial(tokens[left]) and tokens[left].low not in HEADS:
        return None
    if tokens[left].tag in "IR#TS":
        introduced = tokens[left].tag
        if introduced in "R#S":
            return None
        phrase = first_phrase(tokens, left, right)
    else:
        phrase = first_phrase(tokens, left, right)
    if phrase is None or tokens[phrase.head].tag in "T#":
        return None
    if tokens[phrase.head].tag == "P" and phrase.end != right:
        return None
    if tokens[left].tag == "I" and phrase.end == right and phrase.start == left + 1:
        return None
    rest = range(phrase.end, right)
    if any(tokens[k].tag in "AHPX" or tokens[k].low in wc.IRREGULAR_PASTS for k in rest):
        return None
    if rest and tokens[phrase.end].tag not in "IBJWCR":
        return None
    if rest and tokens[phrase.end].tag == "W" and is_verbal(tokens[phrase.end]):
        return None
    return phrase


def antecedent(tokens: Sequence[Token], low: int, relative: int) -> Phrase | None:
    """The noun phrase that "who" stands for."""
    last = relative - 1
    if last > low and tokens[last].tag == ",":
        last -= 1
    if last < low:
        return None
    phrase = phrase_ending(tokens, low, last)
    outer = phrase
    for _ in range(3):
        if outer is None or outer.start - 2 < low or tokens[outer.start - 1].tag != "I":
            break
        inner = tokens[outer.head].mention
        if inner is not None and inner.label is Label.PERSON:
            break
        outer = phrase_ending(tokens, low, outer.start - 2)
        if outer is None:
            break
        head = tokens[outer.head]
        if head.tag == "N" or (head.tag == "W" and nouns.person(head.low)):
            phrase = outer
    if phrase is not None and phrase.start >= 2 and tokens[phrase.start - 1].tag == ",":
        name = tokens[phrase.start - 2]
        if name.mention is not None and name.mention.label is Label.PERSON:
            return phrase_ending(tokens, max(0, phrase.start - 8), phrase.start - 2)
    return phrase
