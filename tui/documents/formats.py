"""Readers: from a file in a library to a document."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tui.documents.errors import UnreadableDocument
from tui.documents.files import read_file, shown_name
from tui.documents.heading import Heading
from tui.documents.kinds import CORPORA, Kind, kind_of
from tui.documents.plain import plain_document

if TYPE_CHECKING:
    from tui.documents.corpus import Record
    from tui.documents.document import Document
    from tui.documents.library import Entry

__all__ = [
    "Heading",
    "UnreadableDocument",
    "peek",
    "plain_document",
    "read_document",
]

LINES_LIMIT = 300_000
"""Most lines with something in them of a text that is read: each may be a paragraph."""

_LINE = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029](?![\n\r\x0b\x0c\x85\u2028\u2029])")
_PEEK_LENGTH = 8 * 1024  # bytes, or code points of a row
_PEEK_PAGE = 64 * 1024  # bytes


def read_document(entry: Entry) -> Document:
    """Read a document.

    Args:
        entry: Where it is.

    Returns:
        The document, as its suffix says: Markdown, a web page, a row of a corpus or plain text.

    Raises:
        UnreadableDocument: It cannot be read; the message is a sentence for people.
    """
    kind = kind_of(entry.path.name)
    if kind in CORPORA:
        return _of_record(entry.record(), entry)
    if kind is Kind.PAGE:
        from tui.documents.pages import page_document, read_page

        return page_document(read_page(entry.path), name=entry.name, path=entry.path, urn=entry.id)
    return _make(read_file(entry.path), entry)


def peek(entry: Entry) -> Heading:
    """Read only what a list of documents shows, from the first 8 KB, of a web page 64 KB.

    Args:
        entry: Where the document is.

    Returns:
        Title, source and date, as the document read as a whole has them unless they stand
        further down or, in a web page, outside its head.

    Raises:
        UnreadableDocument: It cannot be read; the message is a sentence for people.
    """
    kind = kind_of(entry.path.name)
    if kind in CORPORA:
        document = _of_record(entry.record(_PEEK_LENGTH), entry)
    elif kind is Kind.PAGE:
        from tui.documents.pages import page_heading, read_page

        return page_heading(read_page(entry.path, _PEEK_PAGE), entry.name)
    else:
        document = _make(read_file(entry.path, _PEEK_LENGTH), entry)
    return Heading(document.title, document.source, document.date, document.published)


def _of_record(record: Record, entry: Entry) -> Document:
    from tui.documents.parts import document_of

    return document_of(record.parts, record.fields, name=entry.name, path=entry.path, urn=entry.id)


def _make(text: str, entry: Entry) -> Document:
    if len(text) > LINES_LIMIT and next(islice(_LINE.finditer(text), LINES_LIMIT, None), None):
        raise UnreadableDocument(
            f"{shown_name(entry.path)} is too large: newsreader opens texts of up to "
            f"{LINES_LIMIT:,} lines."
        )
    if kind_of(entry.path.name) is Kind.MARKDOWN:
        from tui.documents.markdown import markdown_document

        return markdown_document(text, name=entry.name, path=entry.path, urn=entry.id)
    return plain_document(text, name=entry.name, path=entry.path, urn=entry.id)
