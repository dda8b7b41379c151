"""The title or description that stands beside a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import geography, lexicon, titles
from tui.analysis.gazetteer import gazetteer
from tui.analysis.lexicon import word_set
from tui.analysis.tokens import fold

if TYPE_CHECKING:
    from tui.analysis.names import Proposal
    from tui.analysis.tokens import Tokens
    from tui.analysis.values import Value

_LONGEST_TITLE = 6
_LONGEST_APPOSITION = 10
_STOPS = frozenset(',.;:()?!"“”—–')
_ENDS = _STOPS | {"who"}
_STOP_WORDS = lexicon.SPEECH_VERBS | word_set(
    """who whose which that and but has had was is were are tells adds writes argues asks calls
    says claims warns insists"""
)
_DETERMINERS = word_set("a an the his her its their our my A An The His Her Its Their 's ’s")
_KIN = word_set(
    """aunt brother cousin daughter father granddaughter grandfather grandmother grandson husband
    mother nephew niece sister son uncle widow widower wife"""
)
_PREFIXES = word_set("co vice ex deputy Co Vice Ex")


def role_of(
    text: str, tokens: Tokens, name: Proposal | Value, owner: Proposal | Value | None
) -> str:
    """Return the role given beside a name, or an empty string.

    Args:
        text: Of the document.
        tokens: Of the document.
        name: The name; `role` is the first token of a capitalised title before it, or -1.
        owner: The organisation, place or nationality named last before it; "Bank of England
            Governor": where it ends at the title, it belongs to it.
    """
    least = owner.end if owner is not None else 0
    first = _before(tokens, name.start, name.role, least)
    called = _apposition_before(text, tokens, first, name.end)
    if called:
        return called
    if first < name.start:
        if owner is not None and owner.end == first and first > 0:
            first = owner.start
        # A title alone ("Mr") says nothing about the person.
        if name.start - first > 1 or tokens.texts[first].rstrip(".") not in titles.FORMS_OF_ADDRESS:
            return _slice(text, tokens, first, name.start)
    return _after(text, tokens, name.end)


def _before(tokens: Tokens, start: int, title: int, least: int) -> int:
    texts = tokens.texts
    first = title if 0 <= title < start else start
    least = max(least if least <= first else 0, start - _LONGEST_TITLE)
    while first > least:
        word = texts[first - 1]
        small = word in titles.ROLES or (first < start and word in titles.QUALIFIERS)
        large = first < start and word in titles.PORTFOLIOS
        if small or large:
            first -= 1
        elif word == "-" and tokens.glued(first) and texts[first - 2] in _PREFIXES:
            first -= 2
        else:
            break
    if 0 < first < start and first > least:
        word = texts[first - 1]
        lists = gazetteer()
        if word[0].isupper() and (
            fold(word) in lists.nationalities or word in geography.ALIASES or word in lists.places
        ):
            first -= 1
    return first


def _apposition_before(text: str, tokens: Tokens, first: int, end: int) -> str:
    """What stands before a name that follows it between commas: "its deputy leader, Ann Lee,"."""
    texts = tokens.texts
    comma = first - 1
    if comma < 2 or texts[comma] != "," or texts[comma - 1] not in titles.ROLES:
        return ""
    if texts[end : end + 1] not in ([","], ["."], [";"], ["("]):
        return ""
    place = comma - 1
    while place > max(comma - _LONGEST_TITLE, 0) and texts[place - 1] not in _DETERMINERS:
        place -= 1
        if not texts[place].islower():
            return ""
    return _slice(text, tokens, place, comma) if texts[place - 1] in _DETERMINERS else ""


def _after(text: str, tokens: Tokens, end: int) -> str:
    texts = tokens.texts
    size = len(texts)
    if end + 1 >= size or texts[end] != ",":
        return ""
    place = end + 1
    if texts[place].isdigit() and place + 2 < size and texts[place + 1] == ",":
        place += 2
    if texts[place] in ("a", "an", "the"):
        place += 1
    first = place
    role = False
    while place < size and place - first < _LONGEST_APPOSITION:
        word = texts[place]
        if word in _STOPS or word in _STOP_WORDS:
            break
        if word in titles.ROLES and place - first < 5:
            role = True
        place += 1
    if not role or place >= size or texts[place] not in _ENDS:
        return ""
    if place - first == 1 and texts[first] in _KIN:
        return ""  # "by Mr Marlow, a daughter, and two sisters"
    return _slice(text, tokens, first, place)


def _slice(text: str, tokens: Tokens, start: int, end: int) -> str:
    return " ".join(text[tokens.starts[start] : tokens.ends[end - 1]].split())
