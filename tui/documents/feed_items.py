"""Where the items of a feed stand in its file: RSS 0.9 to 2.0 and Atom."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from tui.documents.errors import Broken, NoFeed
from tui.documents.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping

FEED_LIMIT = 32 * 1024 * 1024
"""Largest feed that is read, in bytes."""

_HEAD_LIMIT = 256 * 1024  # bytes of a feed before its first item
_DEPTH_LIMIT = 200
_ROOTS = ("rss", "feed", "RDF")
_ITEMS = ("item", "entry")
_IDENTITIES = ("guid", "id", "link")  # the surest first


def index_feed(data: bytes) -> Rows:
    """Find the items of a feed, as ranges of its bytes.

    Args:
        data: The feed.

    Returns:
        Its items. Read with `before` and `after` around it, each is a feed of one item. What
        follows a place where the XML is damaged is one broken item.

    Raises:
        NoFeed: It is no feed.
        Broken: It is too large, or declares entities, with which a small
            file could stand for an endless text.
    """
    if len(data) > FEED_LIMIT:
        raise Broken(f"It is too large: a feed has up to {FEED_LIMIT >> 20} MB.")
    finder = _Finder(data)
    try:
        finder.parser.Parse(data, True)
    except expat.ExpatError as error:
        if not finder.opened_feed:
            raise NoFeed("It is no RSS or Atom feed.") from None
        rest = finder.parser.CurrentByteIndex if finder.depth_of_item is None else finder.item_at
        reason = expat.ErrorString(error.code)
        if not len(finder.rows):
            raise Broken(f"It is not valid XML: {reason}.") from None
        finder.rows.add(rest, max(0, len(data) - rest), None, broken=True)
    except (LookupError, ValueError):  # of the codec that the XML declares
        raise Broken("It declares an encoding that is not known.") from None
    return finder.rows


class _Finder:
    """Notes where items begin and end while the XML is parsed."""

    def __init__(self, data: bytes) -> None:
        self.rows = Rows()
        self.opened_feed = False
        self.depth_of_item: int | None = None
        self.item_at = 0
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._refuse
        self.parser.buffer_text = True
        self._data = data
        self._open: list[str] = []
        self._said: dict[str, str] = {}  # what may be the identity of the item
        self._hearing: list[str] | None = None

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        local = _local(name)
        if not self._open and local not in _ROOTS:
            raise NoFeed("It is no RSS or Atom feed.")
        if len(self._open) == _DEPTH_LIMIT:
            raise Broken("Its elements stand in each other too deep.")
        self.opened_feed = True
        if self.depth_of_item is None and local in _ITEMS:
            self.depth_of_item, self.item_at = len(self._open), self.parser.CurrentByteIndex
            if not len(self.rows):
                self._frame()
        elif self.depth_of_item == len(self._open) - 1 and local in _IDENTITIES:
            if local == "link" and "href" in attributes:
                self._said.setdefault(local, attributes["href"].strip())
            self._hearing = []
        self._open.append(name)

    def _frame(self) -> None:
        if self.item_at > _HEAD_LIMIT:
            raise Broken("It is no feed that can be read: its head is too large.")
        self.rows.before = self._data[: self.item_at]
        self.rows.after = "".join(f"</{name}>" for name in reversed(self._open)).encode()

    def _text(self, text: str) -> None:
        if self._hearing is not None:
            self._hearing.append(text)

    def _end(self, name: str) -> None:
        self._open.pop()
        if self._hearing is not None:
            heard = "".join(self._hearing).strip()
            if heard:
                self._said.setdefault(_local(name), heard)
            self._hearing = None
        if self.depth_of_item == len(self._open):
            end = self._data.find(b">", self.parser.CurrentByteIndex) + 1
            found = (self._said[key] for key in _IDENTITIES if key in self._said)
            self.rows.add(self.item_at, end - self.item_at, next(found, None))
            self.depth_of_item, self._said = None, {}

    def _refuse(self, *_: object) -> None:
        raise Broken("It declares entities of its own, which are not read.")


def _local(name: str) -> str:
    return name.rpartition(":")[2]
