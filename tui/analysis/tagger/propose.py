"""Proposing people, organisations and places with the trained tagger: tokens -> labelled spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import titles
from tui.analysis import wordkinds as kind
from tui.analysis.lexicon import FUNCTION_WORDS
from tui.analysis.model import Label
from tui.analysis.names import Proposal, propose_by_rules
from tui.analysis.naming import is_acronym
from tui.analysis.runs import codes as token_codes
from tui.analysis.tagger.islands import islands
from tui.analysis.tagger.model import model
from tui.analysis.tagger.scene import Scene
from tui.analysis.wordkinds import kinds_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.analysis.tagger.model import Model
    from tui.analysis.tokens import Tokens

_LABELS = {"PER": Label.PERSON, "ORG": Label.ORG, "LOC": Label.LOC}
_FORMS = frozenset(word + dot for word in titles.FORMS_OF_ADDRESS - {"St"} for dot in ("", "."))
_SURE = 4.5  # weight from which a name that only the rules propose is taken
_SURE_PERSON = 2.2  # the same for people of several words
_INSIDE = frozenset(("of", "the", "and", "for", "on", "in"))
# "NASA Administrator Ann Lee": what is no part of her name.
_BEFORE_PEOPLE = kind.TITLE | kind.AGENCY | kind.NORP
_TRAILING = frozenset(("'s", "’s", "'", "’", ",", "."))


def propose_names(
    tokens: Tokens,
    taken: bytearray,
    known: Mapping[tuple[str, ...], Label],
    check: Callable[[], None],
    trained: Model | None = None,
) -> list[Proposal]:
    """Return people, organisations, places and nationalities named in the tokens, in order.

    The tagger weighs what the rules (`names`) propose together with all else it sees. It knows no
    nationalities: those of the rules stand where it finds no name.

    Args:
        tokens: Of the whole document.
        taken: 1 for tokens that belong to dates, sums and the like.
        known: Names known from elsewhere, such as the document's source and author, as tokens.
        check: Called now and then; raises when the work is no longer wanted.
        trained: Weights other than those that come with the program.
    """
    codes = token_codes(tokens, taken)
    rules = propose_by_rules(tokens, codes, known, check)
    scene = Scene(tokens, codes, rules)
    trained = trained or model()
    tags = ["O"] * len(tokens.texts)
    for number, (start, end) in enumerate(islands(tokens, taken)):
        if number % 64 == 0:
            check()
        tags[start:end] = trained.best([trained.scores(scene, k) for k in range(start, end)])
    sure = [one for one in rules if tuple(tokens.texts[one.start : one.end]) in known]
    found = [part for one in spans(tags) for part in _apart(tokens.texts, one)]
    return settle(tokens, taken, [*sure, *found], rules)


def _apart(texts: Sequence[str], one: Proposal) -> list[Proposal]:
    """Cut two names joined by "and the"."""
    for place in range(one.start + 1, one.end - 2):
        if texts[place] == "and" and texts[place + 1] == "the":
            second = one._replace(start=place + 2)
            return [one._replace(end=place), *_apart(texts, second)]
    return [one]


def settle(
    tokens: Tokens, taken: bytearray, found: Sequence[Proposal], rules: Sequence[Proposal]
) -> list[Proposal]:
    """Return names with exact edges, the titles before people, and nationalities, in order.

    What follows "Mr" or "Ms" is a person, and so is a surname alone of somebody named in full,
    unless it is also the name of a place. What the rules are very sure of, and in headlines and
    datelines all they propose, is taken where nothing else was found.

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
    groups = {(one.start, one.end) for one in rules if one.label is Label.NORP}
    covered = bytearray(taken)
    settled = []
    for one in found:
        start, end = _edges(tokens, one)
        inner = people.get(end) if one.label is Label.PERSON else None
        if inner is not None and any(
            kinds_of(word) & _BEFORE_PEOPLE for word in texts[start : inner.start]
        ):
            start = inner.start
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
        role = roles.get(end, -1) if label is Label.PERSON else -1
        settled.append(Proposal(start, end, label, role if role < start else -1))
        covered[start:end] = b"\x01" * (end - start)
    bodies = {one.start for one in settled if one.label is Label.ORG}
    settled += [
        one._replace(weight=0.0)
        for one in rules
        if not any(covered[one.start : one.end])
        and (
            one.label is Label.NORP
            or one.weight >= _SURE
            or tokens.titled[one.start]
            or one.start == tokens.dateline
            or (one.end + 1 in bodies and _explains_brackets(texts, one))
            or (
                one.label is Label.PERSON and one.end - one.start > 1 and one.weight >= _SURE_PERSON
            )
        )
    ]
    return sorted(settled)


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
    while end > start and not texts[start][0].isalnum():
        start += 1
    return start, end


def spans(tags: Sequence[str]) -> list[Proposal]:
    """Return the ranges that a tag for each token describes."""
    found = []
    start = -1
    label = ""
    for place, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag != "I-" + label:
            found.append(Proposal(start, place, _LABELS[label]))
            start = -1
        if tag != "O" and start < 0:
            start, label = place, tag[2:]
    return found
