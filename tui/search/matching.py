"""Whether an article is what a query asks for, and where in it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tui.documents.document import Span
from tui.search.annotated import in_annotation
from tui.search.hits import Cost, Found, Hit, Test, has, sought
from tui.search.query import (
    About,
    Dates,
    Either,
    Every,
    InQuote,
    Names,
    Part,
    Pattern,
    Query,
    Status,
    Text,
    Without,
)
from tui.search.quoted import in_quote

if TYPE_CHECKING:
    from tui.search.sources import Source

_MOST = 10_000  # places of one word or expression in one article


def test_of(query: Query) -> Test:
    """The test that tells which articles a query asks for; made once for a search."""
    if isinstance(query, Every):
        return _every([test_of(part) for part in query.parts])
    if isinstance(query, Either):
        return _either([test_of(part) for part in query.parts])
    if isinstance(query, Without):
        return _without(test_of(query.query))
    if isinstance(query, Status):
        return Test(Cost.STATUS, lambda source: _met(_progress(source) == query.progress))
    if isinstance(query, Dates):
        return Test(Cost.ARTICLE, lambda source: _met(_within(query, source)))
    if isinstance(query, About):
        return _about(query)
    if isinstance(query, Text):
        return _text(query)
    if isinstance(query, Names):
        return _names(query)
    if isinstance(query, InQuote):
        return in_quote(query)
    return in_annotation(query)


def _every(tests: list[Test]) -> Test:
    tests.sort(key=lambda test: test.cost)

    def run(source: Source) -> list[Hit] | None:
        hits: list[Hit] = []
        for test in tests:
            found = test.run(source)
            if found is None:
                return None
            hits += found
        return hits

    return Test(max((test.cost for test in tests), default=Cost.STATUS), run)


def _either(tests: list[Test]) -> Test:
    def run(source: Source) -> list[Hit] | None:
        answers = [found for test in tests if (found := test.run(source)) is not None]
        return [hit for found in answers for hit in found] if answers else None

    return Test(max(test.cost for test in tests), run)


def _without(test: Test) -> Test:
    return Test(test.cost, lambda source: _met(test.run(source) is None))


def _met(whether: bool) -> list[Hit] | None:
    return [] if whether else None


def _progress(source: Source) -> str:
    return source.status.removeprefix("in ")


def _within(dates: Dates, source: Source) -> bool:
    day = source.published
    if day is None or (dates.first is None and dates.last is None):
        return day is None and dates.first is None and dates.last is None
    return (dates.first is None or dates.first <= day) and (dates.last is None or day <= dates.last)


def _about(query: About) -> Test:
    pattern = sought(query.value)
    if query.part is Part.SOURCE:
        return Test(Cost.ARTICLE, lambda source: _met(has(pattern, source.source)))

    def run(source: Source) -> list[Hit] | None:
        return [Hit(None, Found.TITLE)] if has(pattern, source.title) else None

    return Test(Cost.ARTICLE, run)


def _text(query: Text) -> Test:
    pattern = sought(query.value)

    def run(source: Source) -> list[Hit] | None:
        hits = [Hit(span, Found.WORDS) for span in islice(pattern.matches(source.text), _MOST)]
        if not hits and has(pattern, source.title):
            return [Hit(None, Found.TITLE)]
        return hits or None

    return Test(Cost.PATTERN if isinstance(query.value, Pattern) else Cost.WORDS, run)


def _names(query: Names) -> Test:
    pattern = sought(query.value)

    def run(source: Source) -> list[Hit] | None:
        known: dict[str, bool] = {}
        hits = []
        for mention in source.analysis.mentions:
            if query.label is not None and mention.label is not query.label:
                continue
            if mention.name not in known:
                known[mention.name] = has(pattern, mention.name)
            if known[mention.name] or has(pattern, source.text[mention.start : mention.end]):
                hits.append(Hit(Span(mention.start, mention.end), Found.ENTITY, mention.name))
        return hits or None

    return Test(Cost.ANALYSIS, run)
