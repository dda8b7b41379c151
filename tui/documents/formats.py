"""Readers: from a file in a library to a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.documents.files import UnreadableDocument, read_file
from tui.documents.markdown import markdown_document
from tui.documents.plain import plain_document

if TYPE_CHECKING:
    import datetime as dt

    from tui.documents.document import Document
    from tui.documents.library import Entry

__all__ = [
    "Heading",
    "UnreadableDocument",
    "markdown_document",
    "peek",
    "plain_document",
    "read_document",
]

MARKDOWN_SUFFIXES = (".md", ".markdown")
"""Suffixes of files that are read as Markdown, in lower case; all others are plain text."""

_PEEK_LENGTH = 8 * 1024  # bytes


class Heading(NamedTuple):
    """What a list says of a document.

    Attributes:
        title: One line of clean text.
        source: Who published it, or an empty string.
        date: Date of publication as the source has it, or an empty string.
        published: The same as a date, where it can be understood.
    """

    title: str
    source: str
    date: str
    published: dt.date | None


def read_document(entry: Entry) -> Document:
    """Read a document.

    Args:
        entry: Where it is.

    Returns:
        The document, as its suffix says: Markdown or plain text.

    Raises:
        UnreadableDocument: It cannot be read; the message is a sentence for people.
    """
    return _make(read_file(entry.path), entry)


def peek(entry: Entry) -> Heading:
    """Read only what a list of documents shows, from the first 8 KB.

    Args:
        entry: Where the document is.

    Returns:
        Title, source and date, as the document read as a whole has them unless they stand
        further down.

    Raises:
        UnreadableDocument: It cannot be read; the message is a sentence for people.
    """
    document = _make(read_file(entry.path, _PEEK_LENGTH), entry)
    return Heading(document.title, document.source, document.date, document.published)


def _make(text: str, entry: Entry) -> Document:
    markdown = entry.path.suffix.lower() in MARKDOWN_SUFFIXES
    make = markdown_document if markdown else plain_document
    return make(text, name=entry.name, path=entry.path, urn=entry.id)
