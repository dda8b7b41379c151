"""What the engine found and nobody has decided about yet, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.decisions import Decision, Verdict
from tui.analysis.model import Label, Mention, QuoteKind
from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.analysis.decisions import Decided
    from tui.analysis.model import Analysis, Quote

KINDS = frozenset([*(label.value for label in Label), *(kind.value for kind in QuoteKind)])
"""All kinds of suggestions: labels of entities, and kinds of quotes."""


class Suggestion(NamedTuple):
    """A mention or a quote that waits for a decision.

    Attributes:
        span: Where it is.
        found: What it is.
    """

    span: Span
    found: Mention | Quote

    @property
    def kind(self) -> str:
        """Its label or kind, as in `KINDS`."""
        found = self.found
        return found.label.value if isinstance(found, Mention) else found.kind.value


class Filter(NamedTuple):
    """Which suggestions are wanted.

    Attributes:
        kinds: Labels and kinds.
        below: Quotes only whose confidence is lower; 0 to 1, or more for all.
    """

    kinds: frozenset[str] = KINDS
    below: float = 2.0


def suggestions(
    analysis: Analysis, decisions: Iterable[Decided], wanted: Filter
) -> list[Suggestion]:
    """The suggestions that wait, by place; a quote before the mentions in it.

    Args:
        analysis: With the decisions applied.
        decisions: What has been decided.
        wanted: Which are wanted.
    """
    made = {(each.decision.is_about_quote, tuple(each.span)) for each in decisions}
    waiting = [
        Suggestion(Span(mention.start, mention.end), mention)
        for mention in analysis.mentions
        if mention.label in wanted.kinds and (False, (mention.start, mention.end)) not in made
    ]
    waiting += [
        Suggestion(Span(quote.start, quote.end), quote)
        for quote in analysis.quotes
        if quote.kind in wanted.kinds
        and quote.confidence < wanted.below
        and (True, (quote.start, quote.end)) not in made
    ]
    return sorted(waiting, key=lambda each: (each.span.start, -each.span.end))


def acceptance(text: str, found: Mention | Quote) -> Decision:
    """The decision that what was found is right as it is.

    Args:
        text: Of the document.
        found: A mention or a quote.
    """
    return _decision(text, found, Verdict.ACCEPTED)


def rejection(text: str, found: Mention | Quote) -> Decision:
    """The decision that there is no such thing; likewise."""
    return _decision(text, found, Verdict.REJECTED)


def _decision(text: str, found: Mention | Quote, verdict: Verdict) -> Decision:
    if isinstance(found, Mention):
        return Decision(verdict, label=found.label, name=found.name)
    speaker = text[slice(*found.speaker)] if found.speaker else ""
    return Decision(verdict, kind=found.kind, name=found.name or "", speaker=speaker)
