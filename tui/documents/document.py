"""A document: clean text that never changes, and what is known of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path


class Span(NamedTuple):
    """A half-open range of Unicode code points in a document's text."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What part of an article a block is."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    CODE = "code"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-sized part of a document.

    Attributes:
        start: First code point.
        end: One past the last code point; blocks never overlap and hold no blank line.
        kind: What part of the article it is.
        level: Rank of a heading (1 to 6), depth of a list item or quotation (from 1), else 0.
        marker: What is drawn before a list item (`•`, `3.`); it is not part of the text.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    marker: str = ""


class EmphasisKind(StrEnum):
    """How a run of text stands out in its source."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A run of text that stands out in its source; runs may overlap."""

    start: int
    end: int
    kind: EmphasisKind


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    Attributes:
        id: `urn:uuid:` URI, the same on every machine for the same place in the library.
        path: The file it was read from.
        name: Path of the file relative to its library folder, with `/`; clean text.
        title: Headline, or else the first words, or else the file's name; one line of clean text.
        text: The clean text; every offset in the program counts its code points.
        blocks: The parts of the text, in order.
        emphases: Runs that stand out, by start.
        dateline: Place (and date, agency) that opens the first paragraph, if there is one,
            without the dash or colon after it.
        source: Who published it, or an empty string.
        author: Who wrote it, or an empty string.
        date: Date of publication as the source has it, or an empty string.
        published: The same as a date, where it can be understood.
    """

    id: str
    path: Path
    name: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    emphases: tuple[Emphasis, ...] = ()
    dateline: Span | None = None
    source: str = ""
    author: str = ""
    date: str = ""
    published: dt.date | None = None
