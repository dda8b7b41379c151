"""Searching articles one after the other, and giving what is found as it is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.documents.errors import UnreadableDocument
from tui.documents.text import clean_line
from tui.search.contexts import Context, context_of
from tui.search.hits import Found, Hit
from tui.search.matching import test_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui.documents.document import Span
    from tui.search.query import Query
    from tui.search.sources import Source


class Result(NamedTuple):
    """One place, or one article, that a query was met by.

    Attributes:
        number: Which of the articles searched, counted from 0.
        span: Where in its text, or None where the place is not in the text.
        found: What was found there.
        detail: The name of the entity or of the speaker, the tags and the note, or nothing.
        context: The words around it; the title, where the place is not in the text.
    """

    number: int
    span: Span | None
    found: Found
    detail: str
    context: Context


def search(
    query: Query,
    sources: Iterable[Source],
    *,
    stopped: Callable[[], bool] = lambda: False,
    most: int | None = None,
) -> Iterator[Result]:
    """Search articles.

    Args:
        query: What is asked for.
        sources: The articles; each is let go of before the next is asked for.
        stopped: Asked before every article; true ends the search.
        most: Results of one article at most; all if left out.

    Yields:
        Results in the order of the articles, and in each by place, those outside the text first.
        An article that is asked for by what is known of it, and not by what is in it, gives one
        result. One that cannot be read gives none.
    """
    test = test_of(query)
    for number, source in enumerate(sources):
        if stopped():
            return
        try:
            hits = test.run(source)
            if hits is not None:
                yield from _results(number, source, hits, most)
        except UnreadableDocument:
            continue


def _results(number: int, source: Source, hits: list[Hit], most: int | None) -> Iterator[Result]:
    ordered = sorted(set(hits), key=_place) or [Hit(None, Found.ARTICLE)]
    for span, found, detail in ordered[:most]:
        if span is None:
            context = Context(clean_line(source.title), 0, 0)
        else:
            context = context_of(source.text, span)
        yield Result(number, span, found, detail, context)


def _place(hit: Hit) -> tuple[int, int, str, str]:
    start, end = hit.span or (-1, -1)
    return start, end, hit.found, hit.detail
