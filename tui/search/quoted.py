"""Conditions on quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.documents.document import Span
from tui.search.hits import Cost, Found, Hit, Sought, Test, has, sought
from tui.search.query import Condition, InQuote, Part

if TYPE_CHECKING:
    from tui.analysis.model import Quote
    from tui.search.sources import Source


def in_quote(query: InQuote) -> Test:
    """The test for articles with a quote that meets all conditions."""
    conditions = [(condition, sought(condition.value)) for condition in query.conditions]

    def met(quote: Quote, text: str) -> Span | None:
        """Where in the text the conditions are met, or None."""
        span = Span(quote.start, quote.end)
        for condition, pattern in conditions:
            found = _in_part_of_quote(condition, pattern, quote, text)
            if (found is None) != condition.negated:
                return None
            if found is not None and condition.part is Part.QUOTE:
                span = found
        return span

    def run(source: Source) -> list[Hit] | None:
        text = source.text
        hits = [
            Hit(span, Found.QUOTE, quote.name or "")
            for quote in source.analysis.quotes
            if (span := met(quote, text)) is not None
        ]
        return hits or None

    return Test(Cost.ANALYSIS, run)


def _in_part_of_quote(
    condition: Condition, pattern: Sought, quote: Quote, text: str
) -> Span | None:
    """Where a quote meets a condition, its being negated aside."""
    whole = Span(quote.start, quote.end)
    if condition.part is Part.KIND:
        return whole if has(pattern, quote.kind) else None
    if condition.part is Part.SPEAKER:
        named = quote.speaker and has(pattern, text[quote.speaker.start : quote.speaker.end])
        return whole if named or has(pattern, quote.name or "") else None
    found = next(pattern.matches(text[quote.start : quote.end]), None)
    return found and Span(quote.start + found.start, quote.start + found.end)
