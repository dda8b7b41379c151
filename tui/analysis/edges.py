"""Exact edges of names, from what stands on either side of them.

Whatever has found the names: honours and honorifics do not belong to a person's name, but initials,
second halves ("Sung-min"), particles ("De la Vega") and nicknames in marks inside it do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis import geography, lexicon
from tui.analysis.lexicon import word_set
from tui.analysis.model import Label
from tui.analysis.persons import HONOURS
from tui.analysis.wordkinds import ORG_HEAD, kinds_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.analysis.names import Proposal
    from tui.analysis.tokens import Tokens

# Before a name and no part of it; most are written with a capital.
_HONORIFICS = word_set(
    """Datuk Dato Dato' Tan Seri Tun Puan Encik Alhaji Alhaja Hajia Haji Ustaz Mallam Shri Shrimati
    Smt Smt. Herr Frau Monsieur Madame Mme Mme. Mlle Signor Signora Signore Señor Señora Senhor
    Senhora Sra Sra. Don Doña Dom Dona Sayyid Maulana Swami Baba Pandit Otunba Oba"""
)
# The same, but as often something else.
_RANKS = word_set("Cllr Cllr. Councillor DS DI DCI DC PC PCSO Capt Sgt")
_BEFORE_NAMES = _HONORIFICS | _RANKS
# What may be "Don" and the like by itself.
_GIVEN_TOO = word_set("Don Dom Dona Tan Tun Baba")
_OPENING, _CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")
_NO_INITIALS = word_set("P.S. A.M. P.M. N.B. A.D. B.C. a.m. p.m. e.g. i.e.")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")
# After a hyphen they make an adjective of a name.
_SUFFIXES = word_set("based led born style era like owned run made type free esque only wide ally")
_LONGEST_HALF = 5  # letters of a second half with a small letter ("Sung-min")
_SAINTS_BODIES = word_set("Hospice School Church Hospital College Cathedral Infirmary Chapel")
_POSSESSIVES = frozenset(("'s", "’s"))
_PARTIES = word_set("R D I Ind Lab Con")


def exact(
    tokens: Tokens, proposals: Sequence[Proposal], taken: bytearray, check: Callable[[], None]
) -> list[Proposal]:
    """Return names with their edges put right; those of which nothing is left are dropped.

    Args:
        tokens: Of the whole document.
        proposals: Names, in order, none overlapping.
        taken: 1 for tokens of dates, sums and the like.
        check: Called now and then; raises when the work is no longer wanted.
    """
    borders = set(tokens.blocks)
    surnames = {
        tokens.texts[one.end - 1]
        for one in proposals
        if (one.end - one.start > 1 and tokens.texts[one.start] in _HONORIFICS)
        or one.label is Label.PERSON
    }
    found: list[Proposal] = []
    end = 0
    for number, one in enumerate(proposals):
        if number % 512 == 0:
            check()
        if one.start < end:
            # The name before it has grown into this one.
            if one.label is found[-1].label and one.end > end:
                end = one.end
                found[-1] = found[-1]._replace(end=end)
            continue
        if tokens.texts[one.start] in _HONORIFICS - _GIVEN_TOO and one.end - one.start > 1:
            one = one._replace(label=Label.PERSON)
        person = one.label is Label.PERSON
        if person and found and one.start == end and _is_initials_of_person(tokens, found[-1]):
            one = one._replace(start=found.pop().start)  # "J.K." and "Rowntree"
            end = one.start
        after_person = bool(found) and found[-1].label is Label.PERSON and one.start == end + 1
        if person:
            name = _of_person(tokens, one, end, borders)
        else:
            name = _of_other(tokens, one, surnames, after_person=after_person)
        if person and name.label is Label.PERSON and name.start < name.end:
            name = name._replace(end=_grown(tokens, name, borders))
        if name.start < name.end and not any(taken[name.start : name.end]):
            found.append(name)
            end = name.end
    return found


def _of_person(tokens: Tokens, one: Proposal, least: int, borders: set[int]) -> Proposal:
    """Cut honours and honorifics; add initials and a particle with a capital before the name."""
    texts = tokens.texts
    start, end = one.start, one.end
    if "," in texts[start:end]:
        end = texts.index(",", start, end)  # "Ann Lee, 59"
    while end > start and texts[end - 1] in HONOURS:
        end -= 1
    while end - start > 1 and texts[start] in _BEFORE_NAMES:
        if texts[start] in _GIVEN_TOO and end - start < 3:
            break
        start += 1
    if texts[start:end][:1] in (["St"], ["St."]) and _is_saints_body(texts, start, end):
        return one._replace(end=end + 2, label=Label.ORG, role=-1)
    if start == one.start:
        while start > least and start not in borders and _is_initial(texts[start - 1]):
            start -= 1
        particle = start > least and start not in borders and texts[start - 1] != "Al"
        if particle and {texts[start - 1].lower(), texts[start]} <= lexicon.PARTICLES:
            start -= 1
    return one._replace(start=start, end=end, role=one.role if one.role < start else -1)


def _is_initials_of_person(tokens: Tokens, one: Proposal) -> bool:
    alone = one.label is Label.PERSON and one.end - one.start == 1
    return alone and _is_initial(tokens.texts[one.start])


def _is_initial(word: str) -> bool:
    return (
        _INITIALS.fullmatch(word) is not None
        and word not in geography.ALIASES
        and word not in _NO_INITIALS
    )


def _is_saints_body(texts: Sequence[str], start: int, end: int) -> bool:
    """Tell "St Winifred's Hospice" from "St Winifred's feast"."""
    after = texts[end : end + 2]
    return (
        end - start == 2
        and len(after) == 2
        and after[0] in _POSSESSIVES
        and bool(kinds_of(after[1]) & ORG_HEAD or after[1] in _SAINTS_BODIES)
    )


def _of_other(tokens: Tokens, one: Proposal, surnames: set[str], *, after_person: bool) -> Proposal:
    """Drop what is but an honour; cut the party from "R-Ohio"."""
    texts = tokens.texts
    if texts[one.start] == "Britain" and texts[one.start - 1 : one.start] == ["Great"]:
        return one._replace(start=one.start - 1)
    if texts[one.start] == "the" and one.end - one.start > 1:
        return one._replace(start=one.start + 1)
    honours = after_person and texts[one.start - 1] == ","
    if honours and all(word in HONOURS for word in texts[one.start : one.end]):
        return one._replace(end=one.start)
    owned = one.end - one.start > 2 and texts[one.start + 1] in _POSSESSIVES
    if owned and texts[one.start] in surnames:
        return one._replace(start=one.start + 2)  # "Bangura's People's Front"
    if one.end - one.start > 2 and texts[one.start] in _PARTIES and texts[one.start + 1] == "-":
        return one._replace(start=one.start + 2, label=Label.LOC)
    return one


def _grown(tokens: Tokens, one: Proposal, borders: set[int]) -> int:
    """Where a person's name ends: after a second half or what follows a nickname in marks."""
    texts = tokens.texts
    end = one.end
    half = texts[end + 1] if end + 1 < len(texts) and texts[end] == "-" else ""
    joined = half.islower() and half.isalpha() and tokens.glued(end) and tokens.glued(end + 1)
    if joined and end - one.start > 1 and len(half) <= _LONGEST_HALF and half not in _SUFFIXES:
        return end + 2
    place = end + 3
    nickname = (
        place < len(texts)
        and texts[end] in _OPENING
        and texts[end + 1][0].isupper()
        and texts[place - 1] in _CLOSING
        and not tokens.glued(end)
        and tokens.glued(end + 1)
    )
    if not nickname:
        return end
    while place < len(texts) and texts[place] in lexicon.PARTICLES:
        place += 1
    surname = place < len(texts) and texts[place][0].isupper() and texts[place].isalpha()
    return place + 1 if surname and borders.isdisjoint(range(end, place + 1)) else end
