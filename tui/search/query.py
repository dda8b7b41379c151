"""What a search asks for: the parts of a query, once it has been understood.

Conditions on quotes that stand side by side (`speaker: kind: quote:`) are on one and the same
quote, and conditions on annotations (`tag: note: by:`) on one and the same annotation. In
parentheses of its own, each condition stands for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from tui.analysis.model import Label


class QueryError(ValueError):
    """A query cannot be understood.

    Attributes:
        position: Offset in the query where the trouble is.
    """

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, slots=True)
class Words:
    """Whole words that follow each other, in any case, with or without accents.

    Attributes:
        text: The words, with single spaces between them.
        open_end: The last word may go on (`ferr*`).
    """

    text: str
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression."""

    source: str


@dataclass(frozen=True, slots=True)
class Anything:
    """Anything at all, as long as there is something (`note:*`)."""


Value = Words | Pattern | Anything
"""What a text can be asked to have in it."""


class Part(StrEnum):
    """What a condition looks at; also the name of its field."""

    TITLE = "title"
    SOURCE = "source"
    TAG = "tag"
    NOTE = "note"
    ANNOTATOR = "by"
    SPEAKER = "speaker"
    KIND = "kind"
    QUOTE = "quote"


class Progress(StrEnum):
    """How far the reader is with an article."""

    UNREAD = "unread"
    PROGRESS = "progress"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Text:
    """Articles with this in their text or their title."""

    value: Words | Pattern


@dataclass(frozen=True, slots=True)
class About:
    """Articles with this title or source.

    Attributes:
        part: `Part.TITLE` or `Part.SOURCE`.
        value: What it has in it.
    """

    part: Part
    value: Value


@dataclass(frozen=True, slots=True)
class Status:
    """Articles with which the reader is so far."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class Dates:
    """Articles published in a stretch of days.

    Attributes:
        first: The first of the days, or None for any before the last.
        last: The last of the days, or None for any after the first. Where both are None,
            articles without a date are meant.
    """

    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Names:
    """Articles that name somebody or something.

    Attributes:
        value: What the name has in it.
        label: Its type, or None for any.
    """

    value: Value
    label: Label | None


@dataclass(frozen=True, slots=True)
class Condition:
    """Something asked of a quote or an annotation.

    Attributes:
        part: What is looked at.
        value: What it must have in it.
        negated: Whether it must not.
    """

    part: Part
    value: Value
    negated: bool = False


@dataclass(frozen=True, slots=True)
class InQuote:
    """Articles with a quote that meets all these conditions."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class InAnnotation:
    """Articles with an annotation that meets all these conditions."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Articles that are not among these."""

    query: Query


@dataclass(frozen=True, slots=True)
class Every:
    """Articles that are among all of these; with no parts, all articles."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Articles that are among any of these."""

    parts: tuple[Query, ...]


Query = Text | About | Status | Dates | Names | InQuote | InAnnotation | Without | Every | Either
"""A query or a part of one."""
