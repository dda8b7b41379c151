"""When two names are one person's, and whom a surname means where several have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.genders import gender_of
from tui.analysis.lexicon import word_set
from tui.analysis.wordkinds import GIVEN, SURNAME, kinds_of

if TYPE_CHECKING:
    from collections.abc import Sequence

Key = tuple[str, ...]
"""The words of a name in small letters, without accents."""

HONOURS = word_set(
    """KC QC SC MP MPs MEP MSP MLA MS TD CBE OBE MBE KBE DBE GBE CH CVO CMG KCMG FRS FBA PhD Ph.D.
    Ph.D DPhil M.D. M.D MD MBA M.P. J.D. Esq Esq. RN"""
)
"""What stands after a person's name and is no part of it."""

_QUOTES = frozenset("\"“”‘’'")
_TITLES = {
    "m": word_set("Mr Sir Lord King Prince Duke Baron Sheikh Emir Sultan Father Brother Don"),
    "f": word_set(
        "Mrs Ms Miss Dame Lady Queen Princess Duchess Baroness Sheikha Sister Mother Madam Doña"
    ),
}
# Given names of women in some countries and of men in others.
_EITHER = word_set(
    """alex ali andrea camille chris claude dominique gabriel jamie jan jean joan jose kim laurence
    lee leslie maria marion michel michele nicola noel pat rene robin sam sasha simone terry yuki"""
)
COURTESY = {"Mr": "m", "Mrs": "f", "Ms": "f", "Miss": "f"}
"""Titles that say nothing but whether a man or a woman is meant."""


def without_nickname(words: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Return the words of a name but for what stands in marks, and that."""
    marks = [place for place, word in enumerate(words) if word in _QUOTES]
    if len(marks) != 2 or marks[0] == 0:
        return tuple(words), ""
    first, last = marks
    return (*words[:first], *words[last + 1 :]), words[first + 1]


def gender_of_title(title: str) -> str:
    """`f`, `m`, or an empty string where a title is given to both."""
    return next((gender for gender, words in _TITLES.items() if title in words), "")


def same_person(key: Key, other: Key) -> bool:
    """Tell whether two full names with one surname fit: initials, middle names left out."""
    if key[-1] != other[-1]:
        return False
    short, long = sorted((key, other), key=len)
    if long[-len(short) :] == short:
        return True
    first, second = key[0].rstrip("."), other[0].rstrip(".")
    if first == second:
        middle, more = ({word.rstrip(".") for word in one[1:-1]} for one in (short, long))
        middle -= lexicon.PARTICLES
        more -= lexicon.PARTICLES
        return all(any(_initial_of(a, b) for b in more) for a in middle)
    return (len(first) == 1 or len(second) == 1) and first[0] == second[0]


def _initial_of(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def is_middle_given(word: str) -> bool:
    """Tell a second given name, by which alone nobody is called, from a first surname."""
    return kinds_of(word.capitalize()) & (GIVEN | SURNAME) == GIVEN


def is_another(title: str, key: Key, titles: set[str]) -> bool:
    """Tell that a man's title cannot mean a woman, and the other way round."""
    wanted = gender_of_title(title)
    if not wanted or key[0] in _EITHER:
        return False
    return _gender(key, titles) not in ("", wanted)


def genders_fit(wanted: str, keys: Sequence[Key], titles: Sequence[set[str]]) -> list[int]:
    """Return which of several people can be meant by a man's or a woman's title.

    Args:
        wanted: `m` or `f`.
        keys: Names of the people.
        titles: Titles that each was given.

    Returns:
        Their numbers: those known to be of the gender, or else those not known to be of the other.
    """
    known = [_gender(key, given) for key, given in zip(keys, titles, strict=True)]
    sure = [number for number, gender in enumerate(known) if gender == wanted]
    return sure or [number for number, gender in enumerate(known) if not gender]


def _gender(key: Key, titles: set[str]) -> str:
    return next(filter(None, map(gender_of_title, titles)), "") or gender_of(key[0])
