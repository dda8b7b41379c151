"""Finding words or a regular expression in the text of one document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.reading.expressions import Expression
from tui.reading.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui.documents.document import Span

_STEP = 64  # matches between two questions whether they are still wanted


class Pattern(Protocol):
    """What is sought: a `Phrase` or an `Expression`."""

    def matches(self, text: str) -> Iterator[Span]:
        """The places where it is, in order, not over each other and none of them empty."""


class Hit(NamedTuple):
    """The next or previous of the places found.

    Attributes:
        number: Its index among all.
        span: Where it is.
        wrapped: Whether the search went on at the other end of the text.
    """

    number: int
    span: Span
    wrapped: bool


def find(
    text: str,
    query: str,
    *,
    expression: bool = False,
    case: bool | None = None,
    whole: bool = False,
    accents: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> list[Span]:
    """Find every place where a query occurs.

    Args:
        text: Clean text.
        query: Words, of which any white space between matches any in the text, line feeds too;
            or a regular expression.
        expression: Whether it is a regular expression.
        case: Whether capitals count; if None, only where the query has a capital (smart case).
        whole: Whether words must be whole. Of regular expressions this is not asked.
        accents: Whether accents count. If not, a letter without an accent stands for the letter
            with any. In regular expressions they always count.
        stopped: Asked from time to time; true ends the search with what was found until then.

    Returns:
        Spans in order; none for an empty query.

    Raises:
        PatternError: The regular expression is none, or none can be run here.
    """
    if not query.strip():
        return []
    pattern: Pattern
    if expression:
        pattern = Expression(query, case=case)
    else:
        pattern = Phrase(query, case=case, whole=whole, accents=accents)
    return found(pattern, text, stopped)


def found(pattern: Pattern, text: str, stopped: Callable[[], bool] = lambda: False) -> list[Span]:
    """Every place where a pattern occurs in a text, or those before the search was stopped."""
    spans: list[Span] = []
    for span in pattern.matches(text):
        spans.append(span)
        if len(spans) % _STEP == 0 and stopped():
            break
    return spans


def next_hit(spans: Sequence[Span], place: int) -> Hit | None:
    """The first of the places that starts after a place, or else the first of all."""
    if not spans:
        return None
    number = bisect_right(spans, place, key=lambda span: span.start)
    wrapped = number == len(spans)
    number = 0 if wrapped else number
    return Hit(number, spans[number], wrapped)


def previous_hit(spans: Sequence[Span], place: int) -> Hit | None:
    """The last of the places that starts before a place, or else the last of all."""
    if not spans:
        return None
    number = bisect_left(spans, place, key=lambda span: span.start) - 1
    wrapped = number < 0
    number = len(spans) - 1 if wrapped else number
    return Hit(number, spans[number], wrapped)
