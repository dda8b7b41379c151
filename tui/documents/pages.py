"""Articles in web pages, found by trafilatura."""

from __future__ import annotations

import datetime as dt
import logging
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.documents.charsets import decode_page
from tui.documents.dates import parse_date
from tui.documents.errors import UnreadableDocument
from tui.documents.extras import FAILURES, web_module
from tui.documents.files import read_bytes, shown_name
from tui.documents.heading import Heading
from tui.documents.html_parts import parts_of_html, parts_of_tree
from tui.documents.parts import Part, document_of
from tui.documents.text import clean_line

if TYPE_CHECKING:
    from pathlib import Path

    from tui.documents.document import Document

PAGE_LIMIT = 4 * 1024 * 1024
"""Longest page that is read, in code points."""

TAGS_LIMIT = 150_000
"""Most tags of a page that is read."""

EXTRACTED_LIMIT = 15_000
"""Most tags of a page in which an article is looked for: each takes up to 0.1 ms. The largest
pages of papers have half as many. Of larger ones all text is taken."""

_HEAD = 64 * 1024  # code points of a page that what is said of it stands in, as a rule

_FIELD_LIMIT = 2_000  # code points


class Page(NamedTuple):
    """The article in a web page.

    Attributes:
        fields: `title`, `source`, `author`, `date` and `url`, where they are known.
        parts: Its blocks.
    """

    fields: dict[str, str]
    parts: list[Part]


def read_page(path: Path, length: int | None = None) -> str:
    """Read a saved web page.

    Args:
        path: The file.
        length: How many bytes to read at most; all of them if left out.

    Raises:
        UnreadableDocument: As in `read_file`, or it goes beyond `PAGE_LIMIT` or `TAGS_LIMIT`.
    """
    data = read_bytes(path, length)
    html = decode_page(data, whole=length is None or len(data) < length)
    if is_too_large(html):
        raise UnreadableDocument(
            f"{shown_name(path)} is too large: web pages have up to {PAGE_LIMIT >> 20} million "
            f"characters and {TAGS_LIMIT:,} tags."
        )
    return html


def is_too_large(html: str) -> bool:
    """Whether a page goes beyond `PAGE_LIMIT` or `TAGS_LIMIT`."""
    return len(html) > PAGE_LIMIT or html.count("<") > TAGS_LIMIT


def page_document(html: str, *, name: str, path: Path, urn: str = "") -> Document:
    """Make a document of the article in a web page.

    Args:
        html: The page.
        name: Path relative to the library folder, clean.
        path: The file it comes from.
        urn: Identity of the document; made from the name if left out.

    Raises:
        UnreadableDocument: There is no text in it, or the extra `web` is not installed.
    """
    page = find_article(html)
    if not page.parts:
        raise UnreadableDocument(f"{shown_name(path)} has no text that could be an article.")
    return document_of(page.parts, page.fields, name=name, path=path, urn=urn)


def page_heading(html: str, name: str) -> Heading:
    """What a list says of a web page.

    Args:
        html: The beginning of the page.
        name: Path relative to the library folder, clean: the title if there is no other.

    Raises:
        UnreadableDocument: The extra `web` is not installed.
    """
    fields = _head_fields(html)
    date = fields.get("date", "")
    title = fields.get("title", "") or clean_line(name.rpartition("/")[2])
    return Heading(title, fields.get("source", ""), date, parse_date(date))


def find_article(html: str, url: str | None = None) -> Page:
    """Find the article in a web page.

    Args:
        html: The page.
        url: Where it is from, if that is known.

    Returns:
        The article. Where none can be told from what surrounds it, or the page goes beyond
        `EXTRACTED_LIMIT`, all text of the page.

    Raises:
        UnreadableDocument: The extra `web` is not installed.
    """
    trafilatura = _quiet("trafilatura")
    if html.count("<") > EXTRACTED_LIMIT:
        return Page(_head_fields(html), parts_of_html(html))
    try:
        found = trafilatura.bare_extraction(
            html,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_formatting=True,
            date_extraction_params=_dates(),
        )
    except FAILURES:
        found = None
    if found is None or found.body is None:
        return Page(_head_fields(html), parts_of_html(html))
    return Page(_fields(found), parts_of_tree(found.body))


def _head_fields(html: str) -> dict[str, str]:
    trafilatura = _quiet("trafilatura")
    try:
        return _fields(trafilatura.extract_metadata(html[:_HEAD], date_config=_dates()))
    except FAILURES:
        return {}


def _dates() -> dict[str, Any]:
    today = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)  # it may be tomorrow elsewhere
    return {
        "original_date": True,
        "extensive_search": False,
        "max_date": today.strftime("%Y-%m-%d"),
    }


def _fields(found: Any) -> dict[str, str]:
    said = {
        "title": found.title,
        "source": found.sitename or found.hostname,
        "author": found.author and found.author.replace("; ", ", "),
        "date": found.date,
        "url": found.url,
    }
    lines = {name: clean_line(str(value or "")[:_FIELD_LIMIT]) for name, value in said.items()}
    return {name: line for name, line in lines.items() if line}


def _quiet(name: str) -> Any:
    """Import an extractor; what it and its helpers log goes nowhere, least of all to a terminal."""
    module = web_module(name)
    for logger in (name, "htmldate", "courlan", "justext", "readability", "charset_normalizer"):
        logging.getLogger(logger).setLevel(logging.CRITICAL + 1)
    return module
