"""Pages and feeds from the web, added to a library as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from tui.documents.charsets import decode_page
from tui.documents.dates import parse_date
from tui.documents.errors import NoFeed, UnreadableDocument
from tui.documents.feed_items import index_feed
from tui.documents.feeds import FeedItem
from tui.documents.pages import Page, find_article, is_too_large
from tui.documents.parts import parts_of_text
from tui.documents.text import clean_line
from tui.fetching.addresses import FetchError, follow, normal
from tui.fetching.file_names import file_stem, write_new
from tui.fetching.known import known_addresses
from tui.fetching.markdown_text import to_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.fetching.client import Answer, Client

ITEMS_LIMIT = 1_000
"""Most items of one feed that are added."""

_HTML = ("text/html", "application/xhtml+xml")
_XML = (
    *("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    *("application/xml", "text/xml"),
)


class Added(NamedTuple):
    """What became of an address.

    Attributes:
        url: The address.
        name: Name of its file in the library, or empty if there is none.
        new: Whether the file was written now.
        problem: Why there is none, in a sentence, or empty.
    """

    url: str
    name: str = ""
    new: bool = False
    problem: str = ""


class Adding:
    """Adds what is found at addresses to a library folder.

    Args:
        folder: The folder; it is there.
        client: What fetches.

    Raises:
        OSError: The folder cannot be listed.
    """

    def __init__(self, folder: Path, client: Client) -> None:
        self._folder = folder
        self._client = client
        self._known = known_addresses(folder)

    def add(self, url: str) -> Iterator[Added]:
        """Add a page, or the pages that the items of a feed lead to.

        Args:
            url: Its address.

        Yields:
            What became of it, or of each item.

        Raises:
            OSError: A file cannot be written.
        """
        try:
            url = normal(url)
            if url in self._known:
                yield Added(url, self._known[url])
                return
            self._client.name(url)
            answer = self._client.fetch(url)
            items = _items(answer)
        except (FetchError, UnreadableDocument) as error:
            yield Added(url, problem=str(error))
            return
        if items is None:
            yield self._add_page(url, answer, {})
            return
        if not items:
            yield Added(url, problem="The feed has no items.")
        for item in items[:ITEMS_LIMIT]:
            yield self._add_item(answer.url, item)

    def _add_item(self, feed: str, item: bytes) -> Added:
        link = ""
        try:
            fields = FeedItem(item).fields
            if "url" not in fields:
                title = fields.get("title", "")
                return Added(feed, problem=f"An item of the feed has no link: ‘{title}’.")
            link = follow(feed, fields.pop("url"))
            if link in self._known:
                return Added(link, self._known[link])
            answer = self._client.fetch(link)
        except (FetchError, UnreadableDocument) as error:
            return Added(link or feed, problem=str(error))
        return self._add_page(link, answer, fields)

    def _add_page(self, url: str, answer: Answer, item: dict[str, str]) -> Added:
        """Write what was fetched; what the item of a feed said fills what the page does not."""
        if answer.url in self._known:
            self._known[url] = self._known[answer.url]
            return Added(url, self._known[url])
        try:
            page = _page(answer)
        except UnreadableDocument as error:
            return Added(url, problem=str(error))
        if not page.parts:
            return Added(url, problem="It has no text that could be an article.")
        fields = {**item, **page.fields, "url": answer.url}
        if "source" in item and _is_host(fields["source"], answer.url):
            fields["source"] = item["source"]
        if url != answer.url:
            fields["link"] = url  # so that it is known next time without asking
        date = parse_date(fields.get("date", ""))
        stem = file_stem(fields.get("title", ""), date, answer.url)
        path = write_new(self._folder, stem, ".md", to_markdown(fields, page.parts))
        self._known[url] = self._known[answer.url] = path.name
        return Added(url, path.name, new=True)


def _is_host(source: str, url: str) -> bool:
    """Whether a source is only the name of the host, for want of a better one."""
    host = urlsplit(url).netloc
    return source.casefold().removeprefix("www.") == host.removeprefix("www.")


def _items(answer: Answer) -> list[bytes] | None:
    """Feeds of one item each, or None if it is no feed."""
    if answer.kind not in _XML and not (
        answer.kind in {"", "text/plain"}
        and answer.body.lstrip()[:5] in {b"<?xml", b"<rss ", b"<feed"}
    ):
        return None
    try:
        rows = index_feed(answer.body)
    except NoFeed:
        if b"<html" in answer.body[:4096].lower():
            return None
        raise
    ends = zip(rows.starts, rows.lengths, strict=True)
    return [rows.before + answer.body[at : at + length] + rows.after for at, length in ends]


def _page(answer: Answer) -> Page:
    if answer.kind and answer.kind not in {*_HTML, *_XML, "text/plain"}:
        kind = clean_line(answer.kind)
        raise UnreadableDocument(f"It is no page, but of the type {kind}.")
    text = decode_page(answer.body, answer.charset)
    if is_too_large(text):
        raise UnreadableDocument("It is too large for a page.")
    if answer.kind == "text/plain":
        return Page({}, parts_of_text(text))
    return find_article(text, answer.url)
