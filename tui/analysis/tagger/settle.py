"""Settling what the tagger found: exact edges, what the rules are sure of, nationalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import titles
from tui.analysis import wordkinds as kind
from tui.analysis.gazetteer import gazetteer
from tui.analysis.lexicon import FUNCTION_WORDS
from tui.analysis.model import Label
from tui.analysis.names import Proposal
from tui.analysis.naming import is_acronym
from tui.analysis.valuewords import is_of_calendar
from tui.analysis.wordkinds import kinds_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.analysis.tokens import Tokens

_FORMS = frozenset(word + dot for word in titles.FORMS_OF_ADDRESS - {"St"} for dot in ("", "."))
_SURE = 4.5  # weight from which a name that only the rules propose is taken
_SURE_PERSON = 2.2  # the same for people of several words
_SURE_BODY = 2.5  # the same for organisations
_INSIDE = frozenset(("of", "the", "and", "for", "on", "in"))
# "NASA Administrator Ann Lee": what is no part of her name.
_BEFORE_PEOPLE = kind.TITLE | kind.AGENCY | kind.NORP
_TRAILING = frozenset(("'s", "’s", "'", "’", ",", "."))


def settle(
    tokens: Tokens, taken: bytearray, found: Sequence[Proposal], rules: Sequence[Proposal]
) -> list[Proposal]:
    """Return names with exact edges, the titles before people, and nationalities, in order.

    What follows "Mr" or "Ms" is a person, and so is a surname alone of somebody named in full,
    unless it is also the name of a place. Else one word that rules and lists take for a place is no
    person. What the rules are very sure of, and in headlines and datelines all they propose, is
    taken where nothing else was found.

    Args:
        tokens: Of the whole document.
        taken: 1 for tokens that belong to dates, sums and the like.
        found: Names; where two overlap, the first in this order counts.
        rules: What the rules propose.
    """
    texts = tokens.texts
    roles = {one.end: one.role for one in rules if one.role >= 0}
    surnames = {
        texts[one.end - 1] for one in found if one.label is Label.PERSON and one.end - one.start > 1
    }
    people = {
        one.end: one for one in rules if one.label is Label.PERSON and one.weight >= _SURE_PERSON
    }
    bodies = {one.end: one for one in rules if one.label is Label.ORG and one.weight >= _SURE_BODY}
    places = {one.start for one in rules if one.label is Label.LOC and one.end - one.start == 1}
    groups = {(one.start, one.end) for one in rules if one.label is Label.NORP}
    covered = bytearray(taken)
    settled = []
    for one in _joined(texts, found, bodies):
        start, end = _edges(tokens, one)
        inner = people.get(end) if one.label is Label.PERSON else None
        if inner is not None and any(
            kinds_of(word) & _BEFORE_PEOPLE for word in texts[start : inner.start]
        ):
            start = inner.start
        if inner is not None and inner.start == start - 1 and is_of_calendar(texts[inner.start]):
            start = inner.start  # "Sunday Oliseh": no date, as it is not taken
        if one.label is Label.LOC and end in people and start < people[end].start:
            # "the ambassador to the United States Ann Lee"
            continue
        if start >= end or any(covered[start:end]) or (start, end) in groups:
            continue
        if tokens.titled[start] and _plain_words(texts[start:end]):
            continue
        label = one.label
        titled = start > 0 and texts[start - 1] in _FORMS
        if titled or (end - start == 1 and texts[start] in surnames and not _place(texts[start])):
            label = Label.PERSON
        elif label is Label.PERSON and start in places and end - start == 1:
            label = Label.LOC if kinds_of(texts[start]) & kind.PLACE else label
        role = roles.get(end, -1) if label is Label.PERSON else -1
        settled.append(Proposal(start, end, label, role if role < start else -1))
        covered[start:end] = b"\x01" * (end - start)
    firms = {one.start for one in settled if one.label is Label.ORG}
    settled += [
        one._replace(weight=0.0)
        for one in rules
        if not any(covered[one.start : one.end])
        and (
            one.label is Label.NORP
            or one.weight >= _SURE
            or tokens.titled[one.start]
            or one.start == tokens.dateline
            or (one.end + 1 in firms and _explains_brackets(texts, one))
            or (
                one.label is Label.PERSON and one.end - one.start > 1 and one.weight >= _SURE_PERSON
            )
        )
    ]
    return sorted(settled)


def _joined(
    texts: Sequence[str], found: Sequence[Proposal], bodies: Mapping[int, Proposal]
) -> list[Proposal]:
    """Put together a body with "and" in its name of which only the second half was found.

    Args:
        texts: The tokens.
        found: Names, in order.
        bodies: What the rules are sure of, by their ends.
    """
    whole: list[Proposal] = []
    for one in found:
        body = bodies.get(one.end) if one.label is Label.ORG else None
        if body and body.start == one.start - 2 and texts[one.start - 1] == "and":
            whole = [other for other in whole if other.end <= body.start]
            one = one._replace(start=body.start)
        whole.append(one)
    return whole


def _explains_brackets(texts: Sequence[str], one: Proposal) -> bool:
    """Tell whether an acronym of the name stands in brackets after it."""
    end = one.end
    return (
        one.label is Label.ORG
        and texts[end : end + 1] == ["("]
        and texts[end + 2 : end + 3] == [")"]
        and is_acronym(texts[end + 1], texts[one.start : end])
    )


def _plain_words(words: Sequence[str]) -> bool:
    """Tell whether capitalised words of a headline make no name."""
    if any(word.lower() in FUNCTION_WORDS - _INSIDE for word in words[1:-1]):
        return True
    if kinds_of(words[-1]) & kind.ORG_HEAD or "of" in map(str.lower, words):
        return False
    return all(kinds_of(word) & kind.COMMON for word in words)


def _place(word: str) -> bool:
    return bool(kinds_of(word) & (kind.PLACE | kind.TOWN))


def _edges(tokens: Tokens, one: Proposal) -> tuple[int, int]:
    """Leave out forms of address, marks at either end, and the article that opens a sentence."""
    texts = tokens.texts
    start, end = one.start, one.end
    if one.label is Label.PERSON:
        while end - start > 1 and texts[start] in _FORMS:
            start += 1
    while end > start and texts[end - 1] in _TRAILING:
        end -= 1
    if one.label is Label.ORG:
        if end - start > 1 and texts[start] == "The" and tokens.opens[start]:
            start += 1
        if texts[end : end + 1] == ["plc"]:
            end += 1
    if end - start > 2 and _is_joined_word(texts, start, end, one.label):
        end -= 2
    while end > start and not texts[start][0].isalnum():
        start += 1
    return start, end


def _is_joined_word(texts: Sequence[str], start: int, end: int, label: Label) -> bool:
    """Tell whether a name ends with a word joined to it: "Paris-based", but not "Seo Min-jae"."""
    word = texts[end - 1]
    if texts[end - 2] != "-" or not word.islower():
        return False
    return label is not Label.PERSON or (end - start == 3 and word in gazetteer().common)
