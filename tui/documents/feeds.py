"""Items of feeds as documents."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from tui.documents.errors import Broken
from tui.documents.extras import FAILURES, web_module
from tui.documents.html_parts import parts_of_html
from tui.documents.parts import Part, parts_of_text
from tui.documents.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping

_TITLE_LIMIT = 2_000  # code points


class FeedItem:
    """One item of a feed.

    Args:
        feed: A feed with this item alone, as bytes.

    Raises:
        UnreadableDocument: It is none, or the extra `web` is not installed.
    """

    def __init__(self, feed: bytes) -> None:
        feedparser = web_module("feedparser")
        # A stream, as a string might be taken for an address or a path. The HTML is not cleaned
        # there, as nothing of it is kept but its text.
        try:
            read = feedparser.parse(
                io.BytesIO(feed), sanitize_html=False, resolve_relative_uris=False
            )
        except FAILURES:
            raise Broken("It is no item of a feed that can be read.") from None
        if not read.entries:
            raise Broken("It is no item of a feed that can be read.")
        self._item: Mapping[str, Any] = read.entries[0]
        self._feed: Mapping[str, Any] = read.feed

    @property
    def fields(self) -> dict[str, str]:
        """Title, source, author, date and url, as far as they are said."""
        dates = (self._item[name] for name in ("published", "updated") if name in self._item)
        found = {
            "title": _plain(self._item.get("title_detail")),
            "source": _plain(self._source().get("title_detail")),
            "author": _line(self._item.get("author")),
            "date": _line(next(dates, None)),
            "url": _line(self._item.get("link")),
        }
        return {name: value for name, value in found.items() if value}

    def _source(self) -> Mapping[str, Any]:
        source = self._item.get("source")
        return source if isinstance(source, dict) and source.get("title") else self._feed

    def parts(self, length: int | None = None) -> list[Part]:
        """Blocks of the item.

        Args:
            length: Code points of its source that are read; all of them if left out.
        """
        content = self._item.get("content") or [self._item.get("summary_detail")]
        # feeds with several contents have the same text in several formats, or in parts of it
        fullest = max(content, key=lambda detail: len(_value(detail)))
        value = _value(fullest)[:length]
        if _is_html(fullest):
            return parts_of_html(value)
        return parts_of_text(value)


def _value(detail: Mapping[str, Any] | None) -> str:
    value = detail.get("value") if detail else None
    return value if isinstance(value, str) else ""


def _is_html(detail: Mapping[str, Any] | None) -> bool:
    return bool(detail) and (detail or {}).get("type") != "text/plain"


def _plain(detail: Mapping[str, Any] | None) -> str:
    """A title in one line, whether it is HTML or not."""
    value = _value(detail)[:_TITLE_LIMIT]
    if _is_html(detail) and ("<" in value or "&" in value):
        return clean_line(" ".join(part.text for part in parts_of_html(value)))
    return clean_line(value)


def _line(value: object) -> str:
    return clean_line(value[:_TITLE_LIMIT]) if isinstance(value, str) else ""
