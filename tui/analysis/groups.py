"""Nationalities and groups of several words, and of words that need their surroundings.

They are looked for when the names are known: what is part of a longer name is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import nationalities
from tui.analysis.gazetteer import gazetteer
from tui.analysis.model import Label
from tui.analysis.names import Proposal
from tui.analysis.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.analysis.tokens import Tokens

_FIRSTS = (
    {first for first, _ in nationalities.PAIRS}
    | nationalities.COMPOUND
    | nationalities.HYPHENATED
    | nationalities.PEOPLES
    | nationalities.BEFORE_NOUNS
)
_MEMBERS = frozenset(("MP", "MPs", "MSP", "MSPs", "MEP", "MEPs"))


def with_groups(
    tokens: Tokens, proposals: list[Proposal], taken: bytearray, check: Callable[[], None]
) -> list[Proposal]:
    """Return names with nationalities of several words whole, and those added that need a look.

    "Latin American" and "Franco-German" take the place of names that lie inside them; where they
    are themselves part of a longer name, they are left.

    Args:
        tokens: Of the whole document.
        proposals: Names, in order, none overlapping.
        taken: 1 for tokens of dates, sums and the like.
        check: Called first; raises when the work is no longer wanted.
    """
    check()
    found = [one for one in _found(tokens) if not any(taken[one.start : one.end])]
    if not found:
        return proposals
    owner: dict[int, Proposal] = {}
    for one in proposals:
        owner.update(dict.fromkeys(range(one.start, one.end), one))
    gone: set[Proposal] = set()
    added = []
    for one in found:
        inside = {owner[place] for place in range(one.start, one.end) if place in owner}
        # A single word may also be the name of a party.
        single = one.end - one.start == 1
        if all(
            one.start <= other.start
            and other.end <= one.end
            and not (single and other.label is Label.ORG)
            for other in inside
        ):
            gone |= inside
            added.append(one)
    return sorted([*(one for one in proposals if one not in gone), *added]) if added else proposals


def _found(tokens: Tokens) -> Iterator[Proposal]:
    texts = tokens.texts
    borders = set(tokens.blocks)
    end = 0
    for place, word in enumerate(texts):
        if word in _FIRSTS and place >= end:
            size = _size(tokens, place)
            if size and not any(inner in borders for inner in range(place + 1, place + size)):
                end = place + size
                yield Proposal(place, end, Label.NORP)


def _size(tokens: Tokens, place: int) -> int:
    """How many tokens the nationality has that begins with one; 0 if none does."""
    texts = tokens.texts
    word = texts[place]
    second, third = (*texts[place + 1 : place + 3], "", "")[:2]
    if (word, second) in nationalities.PAIRS:
        return 2
    if second == "-" and tokens.glued(place + 1):
        if word in nationalities.COMPOUND and fold(third) in gazetteer().nationalities:
            return 3
        if word in nationalities.HYPHENATED and third in ("American", "Americans"):
            return 3
    if tokens.opens[place] or tokens.titled[place]:
        return 0
    if word in nationalities.PEOPLES:
        alone = tokens.opens[place - 1] or not _capital(texts[place - 1])
        return 1 if alone and not _capital(second) else 0
    if word in nationalities.BEFORE_NOUNS:
        return 1 if second in _MEMBERS or (second.isalpha() and second.islower()) else 0
    return 0


def _capital(word: str) -> bool:
    return word[:1].isupper()
