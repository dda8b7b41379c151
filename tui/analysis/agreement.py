"""One label for one name throughout a document, where its sentences disagree."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.analysis import lexicon
from tui.analysis.lexicon import word_set
from tui.analysis.model import Label
from tui.analysis.tokens import fold
from tui.analysis.wordkinds import COMMON, GIVEN, PLACE, TOWN, kinds_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.names import Proposal
    from tui.analysis.tokens import Tokens

OF_PLACES = word_set(
    """airport borough broadcasting cathedral chamber city constabulary council county crown diocese
    district fire high hospital magistrates metropolitan municipal parish police regional state town
    university"""
)
"""Second words of bodies that are called after a place, which is not called after them."""
_SPEAKER = 1  # the same for a name that opens a paragraph of a transcript, before a colon
_GIVEN_NAME = 2  # mentions that a given name at the beginning weighs as much as


def agreed(tokens: Tokens, proposals: Sequence[Proposal]) -> list[Proposal]:
    """Return names with one label each where their document settles it.

    A name of several words has the label that most of its mentions have. A word alone that is no
    place of the lists is the person who has it for a surname or first name, or the organisation
    whose name it has begun before; it is a place where that is what it mostly is, and no person
    where it is more often something else than that person is named. A place of the lists that is a
    place elsewhere in the document is no person of whom nothing else is named.

    Args:
        tokens: Of the whole document.
        proposals: Names, in order.
    """
    keys = [_key(tokens, one) for one in proposals]
    votes: dict[tuple[str, ...], Counter[Label]] = {}
    people: Counter[str] = Counter()
    starts = set(tokens.blocks)
    for one, key in zip(proposals, keys, strict=True):
        votes.setdefault(key, Counter())[one.label] += 1
        if one.start in starts and tokens.texts[one.end : one.end + 1] == [":"]:
            votes[key][Label.PERSON] += _SPEAKER
    labels = {key: _winner(key, votes) for key in votes if len(key) > 1}
    for key, label in labels.items():
        if label is Label.PERSON and not lexicon.PARTICLES.isdisjoint(key):
            people[key[0]] += votes[key].total()  # "Azlan" for Azlan bin Ismail
        elif label is Label.PERSON and kinds_of(key[0].capitalize()) & GIVEN:
            people[key[-1]] += votes[key].total()
    begun: set[str] = set()
    settled = []
    for one, key in zip(proposals, keys, strict=True):
        label = one.label
        if len(key) > 1:
            label = labels[key]
            if label is Label.ORG and key[1] not in OF_PLACES:
                begun.add(key[0])
        elif label in (Label.LOC, Label.ORG):
            label = _of_word(tokens.texts[one.start], label, votes[key], people, begun)
        elif label is Label.PERSON and votes[key][Label.LOC] and not people[key[0]]:
            # "Norwich" elsewhere, and nobody of that name
            label = Label.LOC if kinds_of(tokens.texts[one.start]) & (PLACE | TOWN) else label
        settled.append(one if label is one.label else one._replace(label=label, role=-1))
    return settled


def _key(tokens: Tokens, one: Proposal) -> tuple[str, ...]:
    return tuple(fold(word).lower() for word in tokens.texts[one.start : one.end])


def _winner(key: tuple[str, ...], votes: dict[tuple[str, ...], Counter[Label]]) -> Label:
    counts = votes[key]
    if len(counts) > 1 and counts[Label.PERSON]:
        counts = counts.copy()
        if kinds_of(key[0].capitalize()) & GIVEN:
            counts[Label.PERSON] += _GIVEN_NAME
        alone = votes.get(key[-1:])
        counts[Label.PERSON] += alone[Label.PERSON] if alone else 0
    return max(counts, key=counts.__getitem__)


def _of_word(
    word: str, label: Label, votes: Counter[Label], people: Counter[str], begun: set[str]
) -> Label:
    kinds = kinds_of(word)
    lower = fold(word).lower()
    if word.isupper() or kinds & (PLACE | TOWN | COMMON):
        return label
    if votes[Label.LOC] > max(votes[Label.ORG], 1):
        return Label.LOC
    if lower in begun:
        return Label.ORG  # "Halvorsen" after "Halvorsen Energy"
    named = people[lower]
    return Label.PERSON if named and named + votes[Label.PERSON] >= votes[label] else label
