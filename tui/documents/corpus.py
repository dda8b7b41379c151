"""Corpora: files of which each row or item is a document."""

from __future__ import annotations

import os
import threading
from functools import lru_cache
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, ClassVar, NamedTuple, cast

from tui.documents.columns import Columns
from tui.documents.errors import Broken, NoFeed, UnreadableDocument
from tui.documents.files import explained, open_file, shown_name
from tui.documents.kinds import Kind, is_packed, kind_of
from tui.documents.parts import Part, parts_of_text
from tui.documents.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from io import BufferedReader

    from tui.documents.rows import Rows

_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_IN_MEMORY = 32 * 1024 * 1024  # bytes of an unpacked corpus that are kept without a file
_COPIED = 1024 * 1024  # bytes at a time


class Record(NamedTuple):
    """What a row says.

    Attributes:
        fields: `title`, `standfirst`, `source`, `author`, `date` and `url`, where they are known.
        parts: The blocks of its text.
    """

    fields: dict[str, str]
    parts: list[Part]


class Corpus:
    """The rows of one file, read one by one.

    Args:
        path: The file, absolute.
        columns: Names of the columns, where they are not found by themselves; see `Columns`.
    """

    __slots__ = ("_columns", "_listed", "_numbers", "_path", "_problem", "_rows", "_state")

    # one for all, as two of the same file share what was unpacked of it
    _lock: ClassVar = threading.Lock()

    def __init__(self, path: Path | str, columns: Mapping[str, str] | None = None) -> None:
        self._path = path
        self._columns = Columns(columns)
        self._rows: Rows | None = None
        self._problem: UnreadableDocument | None = None
        self._state: tuple[int, ...] = ()
        self._listed: tuple[int, ...] = ()  # state of the file when its rows were numbered
        self._numbers: dict[str, int] | None = None

    def parts(self) -> list[str]:
        """What the rows are called, in order: the same as long as their identities are.

        Raises:
            UnreadableDocument: The file cannot be read, or has nothing that is a document.
        """
        with self._lock:
            parts = self._index().parts()
            self._listed = self._state
            return parts

    def read(self, part: str, length: int | None = None, number: int = -1) -> Record:
        """Read a row.

        Args:
            part: What it is called.
            length: Code points of its text that are wanted; all of them if left out.
            number: Where it was when the file was listed, from 0.

        Returns:
            What it says.

        Raises:
            UnreadableDocument: It cannot be read, or is not there any more.
        """
        path = Path(self._path)
        name = shown_name(path)
        with explained(name), self._lock:
            if not part:
                self._index()
                raise UnreadableDocument(f"{name} holds many documents; this names none.")
            rows, at = self._find(part, number)
            packed = is_packed(path.name)
            file = _unpacked(path, self._state) if packed else open_file(path)
            try:
                file.seek(rows.starts[at])
                row = rows.before + file.read(rows.lengths[at]) + rows.after
            finally:
                if not packed:
                    file.close()
        try:
            return self._record(row, rows, length)
        except Broken as error:
            where = f"row {at + 1}"
            raise UnreadableDocument(f"{name}, {where}, cannot be read. {error}") from None

    def _find(self, part: str, number: int) -> tuple[Rows, int]:
        """Number of a row; the file is gone through again if it changed."""
        rows = self._index()
        if number < 0 or self._state != self._listed:
            if self._numbers is None:
                self._numbers = {name: index for index, name in enumerate(rows.parts())}
            number = self._numbers.get(part, -1)
        if number < 0:
            raise UnreadableDocument(
                f"{shown_name(Path(self._path))} has no {clean_line(part)} any more."
            )
        return rows, number

    def _index(self) -> Rows:
        """Where the rows are; a file that has not changed is gone through once."""
        path = Path(self._path)
        with explained(shown_name(path)):
            state = _state(path)
            if self._state != state:
                self._rows, self._problem, self._numbers = None, None, None
                try:
                    self._rows = self._go_through(path)
                except UnreadableDocument as error:
                    self._problem = error
                self._state = state
        if self._rows is None:
            raise self._problem or UnreadableDocument(f"{shown_name(path)} cannot be read.")
        return self._rows

    def _go_through(self, path: Path) -> Rows:
        name = shown_name(path)
        with open_file(path) as file:
            try:
                rows = self._rows_of(file, kind_of(path.name))
            except NoFeed:
                raise NoFeed(f"{name} is no RSS or Atom feed.") from None
            except Broken as error:
                raise UnreadableDocument(f"{name} cannot be read. {error}") from None
        if not len(rows):
            raise UnreadableDocument(f"{name} holds no document.")
        return rows

    def _rows_of(self, file: BinaryIO, kind: Kind) -> Rows:
        if kind is Kind.FEED:
            from tui.documents.feed_items import FEED_LIMIT, index_feed

            return index_feed(file.read(FEED_LIMIT + 1))
        if cast("BufferedReader", file).peek(2)[:2] in _UTF_16_MARKS:
            raise Broken("It is in UTF-16: save it as UTF-8.")
        if kind is Kind.TABLE:
            from tui.documents.tables import index_table

            return index_table(file, self._columns)
        from tui.documents.json_lines import index_json_lines

        return index_json_lines(file, self._columns)

    def _record(self, row: bytes, rows: Rows, length: int | None) -> Record:
        if rows.before:
            from tui.documents.feeds import FeedItem

            item = FeedItem(row)
            return Record(item.fields, item.parts(length))
        if rows.header:
            from tui.documents.tables import parse_cells

            values = parse_cells(row, rows)
        else:
            from tui.documents.json_lines import parse_row

            values = parse_row(row)
        fields, text = self._columns.pick(values)
        if text is None:
            from tui.documents.json_lines import no_text

            raise Broken(no_text(values))
        parts = parts_of_text(text[:length])
        title = fields.get("title", "").casefold()
        if parts and clean_line(parts[0].text).casefold() == title:
            del parts[0]  # it becomes the headline
        return Record(fields, parts)


def _state(path: Path) -> tuple[int, ...]:
    status = os.stat(path)  # noqa: PTH116 - a path that is a string stays one
    return status.st_size, status.st_mtime_ns, status.st_ino


@lru_cache(maxsize=2)
def _unpacked(path: Path, state: tuple[int, ...]) -> BinaryIO:  # noqa: ARG001 - tells versions apart
    """A compressed file unpacked, so that rows in its middle can be read."""
    copy = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed when it is let go
    with open_file(path) as file:
        while piece := file.read(_COPIED):
            copy.write(piece)
    return cast("BinaryIO", copy)
