"""What a person has decided about entities and quotes, and an analysis with it applied."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.analysis.model import Analysis, Entity, Label, Mention, Quote, QuoteKind
from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Verdict(StrEnum):
    """What was decided; the values stand in JSON.

    `accepted`: what the engine proposed is right; `corrected`: it is right now; `added`: the
    engine had proposed nothing; `rejected`: there is no such thing.
    """

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    ADDED = "added"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person has decided about one passage.

    Attributes:
        verdict: Whether there is such a thing, and what became of the proposal.
        label: Type of the entity; None where the decision is about a quote.
        kind: Kind of the quote; None where the decision is about an entity.
        name: Name of the entity, or resolved name of the speaker; empty where nobody is known.
        speaker: The words that name the speaker beside the quote, or empty.
    """

    verdict: Verdict
    label: Label | None = None
    kind: QuoteKind | None = None
    name: str = ""
    speaker: str = ""

    @property
    def is_about_quote(self) -> bool:
        """Whether it is about a quote, and not about an entity."""
        return self.kind is not None


class Decided(NamedTuple):
    """A decision and the passage it is about."""

    span: Span
    decision: Decision


T = TypeVar("T", Mention, Quote)

_WHY = {
    Verdict.ACCEPTED: "accepted by you",
    Verdict.CORRECTED: "corrected by you",
    Verdict.ADDED: "added by you",
}
_REACH = 1_000  # code points on either side of a quote in which its speaker's words may stand


def decided(text: str, analysis: Analysis, decisions: Sequence[Decided]) -> Analysis:
    """An analysis in which a person's decisions have replaced what the engine found.

    What the engine found gives way wherever a decision touches it. Where every mention of an
    entity is called otherwise by decisions, quotes of that name follow.

    Args:
        text: Of the document.
        analysis: What the engine found.
        decisions: In the order they were made; of two that touch, the later one counts.
    """
    if not decisions:
        return analysis
    about_entities = _standing([each for each in decisions if not each.decision.is_about_quote])
    about_quotes = _standing([each for each in decisions if each.decision.is_about_quote])
    mentions = _mentions(analysis.mentions, about_entities)
    renamed = _renamed(analysis.mentions, mentions)
    quotes = [
        replace(quote, name=renamed.get(quote.name, quote.name)) if quote.name else quote
        for quote in _untouched(analysis.quotes, about_quotes)
    ]
    former = {(quote.start, quote.end): quote for quote in analysis.quotes}
    quotes += [
        _quote(text, each, former.get((each.span.start, each.span.end)))
        for each in about_quotes
        if each.decision.verdict is not Verdict.REJECTED
    ]
    quotes.sort(key=lambda quote: quote.start)
    return Analysis(tuple(mentions), tuple(_entities(mentions, analysis.entities)), tuple(quotes))


def _standing(decisions: Iterable[Decided]) -> list[Decided]:
    """The decisions that no later one touches, by place."""
    standing: list[Decided] = []
    for each in decisions:
        standing = [other for other in standing if not _touch(other.span, each.span)]
        standing.append(each)
    return sorted(standing, key=lambda each: each.span.start)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _untouched(found: Sequence[T], decisions: Sequence[Decided]) -> list[T]:
    """What no decision touches; both are in order of place and do not overlap among themselves."""
    kept: list[T] = []
    number = 0
    for each in found:
        while number < len(decisions) and decisions[number].span.end <= each.start:
            number += 1
        if number == len(decisions) or decisions[number].span.start >= each.end:
            kept.append(each)
    return kept


def _mentions(mentions: Sequence[Mention], decisions: Sequence[Decided]) -> list[Mention]:
    found = _untouched(mentions, decisions)
    for span, decision in decisions:
        if decision.verdict is not Verdict.REJECTED and decision.label is not None:
            found.append(Mention(span.start, span.end, decision.label, decision.name))
    return sorted(found, key=lambda mention: mention.start)


def _renamed(before: Sequence[Mention], after: Sequence[Mention]) -> dict[str, str]:
    """New names by the old ones, of entities none of whose mentions has kept its name."""
    names = {(mention.start, mention.end): mention.name for mention in after}
    became: dict[str, set[str]] = {}
    for mention in before:
        name = names.get((mention.start, mention.end))
        became.setdefault(mention.name, set()).add(name or mention.name)
    return {old: next(iter(new)) for old, new in became.items() if len(new) == 1 and old not in new}


def _entities(mentions: Sequence[Mention], former: Sequence[Entity]) -> list[Entity]:
    """The mentions of each name and label together, by first mention."""
    roles = {(entity.name, entity.label): entity.role for entity in former}
    grouped: dict[tuple[str, Label], list[Mention]] = {}
    for mention in mentions:
        grouped.setdefault((mention.name, mention.label), []).append(mention)
    return [
        Entity(name, label, tuple(found), roles.get((name, label), ""))
        for (name, label), found in grouped.items()
    ]


def _quote(text: str, each: Decided, former: Quote | None) -> Quote:
    span, decision = each
    speaker = _speaker(text, span, decision.speaker, former)
    return Quote(
        span.start,
        span.end,
        decision.kind or QuoteKind.DIRECT,
        former.cue if former else None,
        speaker,
        decision.name or None,
        1.0,
        _WHY[decision.verdict],
    )


def _speaker(text: str, span: Span, words: str, former: Quote | None) -> Span | None:
    """Where the speaker's words stand nearest to a quote."""
    if not words:
        return None
    if former is not None and former.speaker is not None:
        start, end = former.speaker
        if text[start:end] == words:
            return former.speaker
    before = text.rfind(words, max(span.start - _REACH, 0), span.start)
    after = text.find(words, span.end, span.end + _REACH)
    near = [(span.start - before - len(words), before)] if before >= 0 else []
    near += [(after - span.end, after)] if after >= 0 else []
    if not near:
        return None
    start = min(near)[1]
    return Span(start, start + len(words))
