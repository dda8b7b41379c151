"""The title or description that stands beside a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import geography, titles
from tui.analysis.gazetteer import gazetteer
from tui.analysis.lexicon import word_set
from tui.analysis.tokens import fold

if TYPE_CHECKING:
    from tui.analysis.tokens import Tokens

_LONGEST_TITLE = 6
_LONGEST_APPOSITION = 10
_STOPS = frozenset(',.;:()?!"“”—–')
_ENDS = _STOPS | {"who"}
_STOP_WORDS = word_set("who whose which that and but said says told has had was is")


def role_of(text: str, tokens: Tokens, start: int, end: int, title: int) -> str:
    """Return the role given beside a name, or an empty string.

    Args:
        text: Of the document.
        tokens: Of the document.
        start: First token of the name.
        end: One past its last token.
        title: First token of the capitalised title before the name, or -1.
    """
    first = _before(tokens, start, title)
    if first < start:
        return _slice(text, tokens, first, start)
    return _after(text, tokens, end)


def _before(tokens: Tokens, start: int, title: int) -> int:
    texts = tokens.texts
    first = title if 0 <= title < start else start
    while first > 0 and start - first < _LONGEST_TITLE:
        word = texts[first - 1]
        small = word in titles.ROLES or (first < start and word in titles.QUALIFIERS)
        if not small:
            break
        first -= 1
    if 0 < first < start:
        word = texts[first - 1]
        lists = gazetteer()
        if word[0].isupper() and (
            fold(word) in lists.nationalities or word in geography.ALIASES or word in lists.places
        ):
            first -= 1
    # A title alone ("Mr") says nothing about the person.
    if start - first == 1 and texts[first].rstrip(".") in titles.FORMS_OF_ADDRESS:
        return start
    return first


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
    return _slice(text, tokens, first, place)


def _slice(text: str, tokens: Tokens, start: int, end: int) -> str:
    return " ".join(text[tokens.starts[start] : tokens.ends[end - 1]].split())
