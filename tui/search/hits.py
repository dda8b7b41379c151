"""What a search finds, and the tests that find it."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.documents.document import Span
from tui.reading.expressions import Expression
from tui.reading.phrases import Phrase
from tui.search.query import Anything, Pattern, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


class Sought(Protocol):
    """Something to look for in a text."""

    def matches(self, text: str) -> Iterator[Span]:
        """The places where it is, in order."""


class _Any:
    """Matches every text that is not empty."""

    def matches(self, text: str) -> Iterator[Span]:
        """The whole text."""
        if text:
            yield Span(0, len(text))


def sought(value: Value) -> Sought:
    """What is to be looked for in a text."""
    if isinstance(value, Anything):
        return _Any()
    if isinstance(value, Pattern):
        return Expression(value.source)
    return Phrase(value.text, case=False, whole=True, open_end=value.open_end)


def has(pattern: Sought, text: str) -> bool:
    """Whether a text has it anywhere."""
    return next(pattern.matches(text), None) is not None
