"""A shallow reader of noun phrases over coarse word classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis import speakernouns as nouns
from tui.analysis import wordclasses as wc
from tui.analysis.model import Label
from tui.analysis.reporting import NOUN_LIKE, PARTICLES, VERBS
from tui.analysis.taggedtokens import HEADS, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

_LENGTH = 40  # tokens a phrase may hold
_SHORT_QUOTE = 60  # code points of a quotation that may be a word of a phrase
_PRONOUN_LIKE = wc.word_set("one another others some many both")
_NEVER_NOUNS = wc.word_set("said told says tells wrote writes went goes")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, by token numbers.

    Attributes:
        start: Its first token.
        head: The token that says what it is.
        core: One past the last token up to the head.
        end: One past its last token, phrases with "of" and "for" among them.
    """

    start: int
    head: int
    core: int
    end: int


def is_cue(token: Token) -> bool:
    """Whether a token is a form of a reporting verb that is seldom anything else."""
    low = token.low
    return token.tag in "WJ" and low in VERBS and low not in NOUN_LIKE and low not in PARTICLES


def is_verbal(token: Token) -> bool:
    """Whether a token may be a finite verb where a subject stands before it."""
    if token.tag == "A":
        return True
    low = token.low
    return token.tag == "W" and (wc.verbal(low) or (low in VERBS and not low.endswith("ing")))


def read_phrase(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Read the noun phrase that starts at a token.

    Args:
        tokens: Tokens of the paragraph.
        start: Number of the token where the phrase is thought to start.
        end: One past the last token to look at.

    Returns:
        The phrase, or None where there is none.
    """
    core = _read_core(tokens, start, end)
    if core is None:
        return None
    head, stop = core
    last = stop
    for _ in range(4):
        if last + 1 >= end or tokens[last].low not in ("of", "for"):
            break
        inner = _read_core(tokens, last + 1, end)
        if inner is None:
            break
        last = inner[1]
    return _with_name(tokens, Phrase(start, head, stop, last), end)


def _with_name(tokens: Sequence[Token], phrase: Phrase, end: int) -> Phrase:
    """A title with the name it stands before: "Ambassador to Norland Ada Mwangi"."""
    title = tokens[phrase.head].low
    at = phrase.end
    if phrase.head + 1 != phrase.core or (title not in nouns.PEOPLE and title not in nouns.TITLES):
        return phrase
    if at < end and tokens[at].low == "to":
        inner = _read_core(tokens, at + 1, end)
        if inner is None:
            return phrase
        at = inner[1]
    mention = tokens[at - 1].mention if _after_office(tokens, at) else None
    if at < end and tokens[at].mention is not None and tokens[at].tag == "N":
        mention = tokens[at].mention
        while at < end and tokens[at].mention is mention:
            at += 1
    if mention is None or mention.label is not Label.PERSON or at == phrase.core:
        return phrase
    return Phrase(phrase.start, at - 1, at, at)


def _after_office(tokens: Sequence[Token], stop: int) -> bool:
    """Whether a name that ends before `stop` follows a noun: "of State Jane Doe"."""
    at = stop - 1
    while (
        at > 0 and tokens[at].mention is not None and tokens[at].mention is tokens[at - 1].mention
    ):
        at -= 1
    before = tokens[at - 1]
    return at > 0 and before.tag in "WN" and before.low not in nouns.TITLES


def _read_core(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The head of the phrase at `start`, and one past the last token up to it."""
    at, head, fresh = start, -1, True
    end = min(end, start + _LENGTH)
    while at < end:
        token = tokens[at]
        tag = token.tag
        if tag == "P":
            if at == start:
                return at, at + 1
            break
        if tag in "DO" or (tag == "H" and at == start):
            if not fresh:
                break
        elif tag == "G":
            if head < 0:
                break
            fresh = True
        elif tag in "N#":
            if head >= 0 and _between_names(tokens[at - 1], token):
                break
            head, fresh = at, False
        elif tag == "W":
            ends = _ends_before(token, tokens[head] if head >= 0 else None, at == start, fresh)
            if ends and not (at + 1 < end and tokens[at + 1].low in _NEVER_NOUNS):
                break
            head, fresh = at, False
        elif tag == "Q":
            length = token.end - token.start
            if at == start or length > _SHORT_QUOTE or _set_off(tokens, at, end):
                break
            named = tokens[at - 1].tag in "DOJ" or at + 1 >= end or tokens[at + 1].tag in "WNIG"
            if not fresh and not named:
                break
            if not fresh and token.text[1:].startswith(("to ", "not to ")):
                break
            head, fresh = (head if head >= 0 else at), False
        elif tag == "J":
            if head >= 0 or at + 1 >= end or tokens[at + 1].tag not in "WNJ":
                break
        elif tag == "T":
            dated = at > start and tokens[at - 1].tag in "DOT" and tokens[start].tag in "DO"
            if head >= 0 and not dated and not (at + 1 < end and tokens[at + 1].tag == "G"):
                break
            head, fresh = at, False
        elif tag == "B":
            if head < 0:
                break
            if at + 1 >= end or tokens[at + 1].tag not in "NWG":
                return head, at + 1
        else:
            break
        at += 1
    if head < 0:
        return _alone(tokens, start, at, end)
    return head, at


def _ends_before(token: Token, head: Token | None, first: bool, fresh: bool) -> bool:
    """Whether a phrase ends before a word because that may be its verb."""
    low = token.low
    if first and low in _NEVER_NOUNS:
        return True
    participle = low.endswith(("ing", "ed")) or low in wc.POSTPOSED
    if participle and not fresh and head is not None and head.low in HEADS:
        return True  # "a report published in May", "a letter saying", "a memo seen by"
    if fresh:
        return False
    return is_cue(token) or (wc.verbal(low) and low not in NOUN_LIKE and low not in HEADS)


def _set_off(tokens: Sequence[Token], at: int, end: int) -> bool:
    return at + 1 < end and tokens[at + 1].tag in ",-"


def _alone(tokens: Sequence[Token], start: int, at: int, end: int) -> tuple[int, int] | None:
    """A determiner that stands by itself: "many were", "one of them", "wrote one,"."""
    if at <= start or tokens[at - 1].low not in wc.ALONE:
        return None
    if tokens[at - 1].low in _PRONOUN_LIKE and (at >= end or tokens[at].tag in ",."):
        return at - 1, at
    if at >= end or tokens[at].low == "of" or is_verbal(tokens[at]):
        return at - 1, at
    return None


def _between_names(left: Token, right: Token) -> bool:
    """Whether two names stand side by side: "told Reuters Smith would"."""
    if left.mention is None or right.mention is None or left.mention is right.mention:
        return False
    return left.mention.label is not Label.PERSON and right.mention.label is Label.PERSON
