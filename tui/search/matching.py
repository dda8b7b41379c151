"""Whether an article is what a query asks for, and where in it."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.documents.document import Span
from tui.documents.text import clean_line
from tui.reading.expressions import Expression
from tui.reading.phrases import Phrase
from tui.search.query import (
    About,
    Anything,
    Condition,
    Dates,
    Either,
    Every,
    InAnnotation,
    InQuote,
    Names,
    Part,
    Pattern,
    Query,
    Status,
    Text,
    Value,
    Without,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.analysis.model import Quote
    from tui.annotations.model import Annotation
    from tui.search.sources import Source


class Found(StrEnum):
    """What of an article a query was met by."""

    WORDS = "words"
    TITLE = "title"
    ENTITY = "entity"
    QUOTE = "quote"
    ANNOTATION = "annotation"
    ARTICLE = "article"


class Hit(NamedTuple):
    """A place that answers a query.

    Attributes:
        span: Where it is in the text, or None where it is not in the text.
        found: What it is.
        detail: The name of the entity or of the speaker, the tags and the note, or nothing.
    """

    span: Span | None
    found: Found
    detail: str = ""


class Cost(IntEnum):
    """How much has to be loaded to test a condition, the least first."""

    STATUS = 0
    ARTICLE = 1
    ANNOTATIONS = 2
    WORDS = 3
    PATTERN = 4
    ANALYSIS = 5


class Test(NamedTuple):
    """A test of articles.

    Attributes:
        cost: What it needs.
        run: Gives what was found in an article, perhaps nothing; or None if the article is not
            what is asked for.
    """

    cost: Cost
    run: Callable[[Source], list[Hit] | None]


class _Pattern(Protocol):
    def matches(self, text: str) -> Iterator[Span]: ...


class _Any:
    """Matches every text that is not empty."""

    def matches(self, text: str) -> Iterator[Span]:
        """The whole text."""
        if text:
            yield Span(0, len(text))


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
        return _in_quote(query)
    return _in_annotation(query)


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


def _pattern(value: Value) -> _Pattern:
    if isinstance(value, Anything):
        return _Any()
    if isinstance(value, Pattern):
        return Expression(value.source)
    return Phrase(value.text, case=False, whole=True, open_end=value.open_end)


def _has(pattern: _Pattern, text: str) -> bool:
    return next(pattern.matches(text), None) is not None


def _about(query: About) -> Test:
    pattern = _pattern(query.value)
    if query.part is Part.SOURCE:
        return Test(Cost.ARTICLE, lambda source: _met(_has(pattern, source.source)))

    def run(source: Source) -> list[Hit] | None:
        return [Hit(None, Found.TITLE)] if _has(pattern, source.title) else None

    return Test(Cost.ARTICLE, run)


def _text(query: Text) -> Test:
    pattern = _pattern(query.value)

    def run(source: Source) -> list[Hit] | None:
        hits = [Hit(span, Found.WORDS) for span in pattern.matches(source.text)]
        if not hits and _has(pattern, source.title):
            return [Hit(None, Found.TITLE)]
        return hits or None

    return Test(Cost.PATTERN if isinstance(query.value, Pattern) else Cost.WORDS, run)


def _names(query: Names) -> Test:
    pattern = _pattern(query.value)

    def run(source: Source) -> list[Hit] | None:
        known: dict[str, bool] = {}
        hits = []
        for mention in source.analysis.mentions:
            if query.label is not None and mention.label is not query.label:
                continue
            if mention.name not in known:
                known[mention.name] = _has(pattern, mention.name)
            if known[mention.name] or _has(pattern, source.text[mention.start : mention.end]):
                hits.append(Hit(Span(mention.start, mention.end), Found.ENTITY, mention.name))
        return hits or None

    return Test(Cost.ANALYSIS, run)


def _in_quote(query: InQuote) -> Test:
    conditions = [(condition, _pattern(condition.value)) for condition in query.conditions]

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
    condition: Condition, pattern: _Pattern, quote: Quote, text: str
) -> Span | None:
    """Where a quote meets a condition, its being negated aside."""
    whole = Span(quote.start, quote.end)
    if condition.part is Part.KIND:
        return whole if _has(pattern, quote.kind) else None
    if condition.part is Part.SPEAKER:
        named = quote.speaker and _has(pattern, text[quote.speaker.start : quote.speaker.end])
        return whole if named or _has(pattern, quote.name or "") else None
    found = next(pattern.matches(text[quote.start : quote.end]), None)
    return found and Span(quote.start + found.start, quote.start + found.end)


def _in_annotation(query: InAnnotation) -> Test:
    tests = [(condition.negated, _annotation_test(condition)) for condition in query.conditions]

    def run(source: Source) -> list[Hit] | None:
        hits = []
        for annotation in source.annotations:
            names = [source.tags.get(tag, "") for tag in annotation.tags]
            if all(test(annotation, names) != negated for negated, test in tests):
                inside = annotation.start < annotation.end
                span = Span(annotation.start, annotation.end) if inside else None
                about = [", ".join(filter(None, names)), clean_line(annotation.note)]
                hits.append(Hit(span, Found.ANNOTATION, ": ".join(filter(None, about))))
        return hits or None

    return Test(Cost.ANNOTATIONS, run)


def _annotation_test(condition: Condition) -> Callable[[Annotation, list[str]], bool]:
    value = condition.value
    if condition.part is Part.TAG and isinstance(value, Words):
        tag = _tag_pattern(value)
        return lambda _, names: any(tag.search(_folded(name)) for name in names)
    pattern = _pattern(value)
    if condition.part is Part.TAG:
        return lambda _, names: any(_has(pattern, name) for name in names)
    if condition.part is Part.NOTE:
        return lambda annotation, _: _has(pattern, annotation.note)
    return lambda annotation, _: _has(pattern, annotation.creator)


def _tag_pattern(words: Words) -> re.Pattern[str]:
    """Matches a tag, by all its levels or the lower of them, and every tag below it."""
    levels = "/".join(part.strip() for part in _folded(words.text).split("/"))
    return re.compile(rf"(?:^|/){re.escape(levels)}" + ("" if words.open_end else r"(?:/|$)"))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
