"""Tables (CSV and its kin): one row a document, quoted cells over several lines among them."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING, BinaryIO

from tui.documents.errors import Broken
from tui.documents.files import decode
from tui.documents.json_lines import no_text
from tui.documents.rows import ROW_LIMIT, Rows, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.documents.columns import Columns

_DELIMITERS = (",", "\t", ";", "|")
_COLUMNS_LIMIT = 1_000
_RECORD_LIMIT = 2 * ROW_LIMIT  # bytes that are gone through before a row is given up


def index_table(file: BinaryIO, columns: Columns) -> Rows:
    """Find the rows of a table; its first row names the columns.

    Args:
        file: Open at its beginning.
        columns: Finds the columns.

    Raises:
        Broken: No column has a text, or it is no table.
    """
    rows = Rows()
    position = _Position(file)
    first = position.peek()
    if not first:
        return rows
    rows.delimiter = max(_DELIMITERS, key=lambda mark: first.count(mark.encode()))
    # Bytes become characters one to one: those that mean something in a table are ASCII.
    reader = _reader(position, rows.delimiter)
    at = -1
    while True:
        start = position.start = position.end
        try:
            cells = next(reader, None)
        except csv.Error:
            if not rows.header:
                raise Broken("It is no table that can be read.") from None
            rows.add(start, position.end - start, None, broken=True)
            continue
        if cells is None:
            return rows
        if not rows.header:
            rows.header = [decode(cell.encode("latin-1")) for cell in cells[:_COLUMNS_LIMIT]]
            named = dict.fromkeys(rows.header, "")
            if columns.find("text", named) is None:
                raise Broken(no_text(named))
            name = columns.find("id", named)
            at = rows.header.index(name) if name is not None else -1
        elif cells:
            identity = cells[at] if 0 <= at < len(cells) else None
            if identity is not None and not identity.isascii():
                identity = decode(identity.encode("latin-1"))
            rows.add(start, position.end - start, identity)


def parse_cells(row: bytes, rows: Rows) -> dict[str, object]:
    """Read one row.

    Args:
        row: Its bytes.
        rows: What was found in its file.

    Raises:
        Broken: It is none.
    """
    if len(row) > ROW_LIMIT:
        raise Broken(f"It is too large: a row has up to {ROW_LIMIT >> 20} MB.")
    text = decode(row)
    try:
        cells = next(_reader(io.StringIO(text, newline=""), rows.delimiter), [])
    except csv.Error as error:
        raise Broken(f"It is no row of a table: {error}.") from None
    if len(cells) < 2 <= len(rows.header):
        raise Broken(f"It has one cell, where the table has {len(rows.header)}.")
    # of columns with the same name the first counts
    return dict(reversed(list(zip(rows.header, cells, strict=False))))


def _reader(source: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(ROW_LIMIT)
    return csv.reader(source, delimiter=delimiter)


class _Position:
    """Gives a reader its lines and knows how far it has come.

    Attributes:
        start: First byte of the row that is being read.
        end: First byte after the lines that were given.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.start = self.end = 0
        self._lines = lines(file)
        self._kept: bytes | None = None

    def peek(self) -> bytes:
        """The first line."""
        self._kept = next(self._lines, (0, b""))[1]
        return self._kept

    def __iter__(self) -> _Position:
        return self

    def __next__(self) -> str:
        if self._kept is None:
            line = next(self._lines)[1]
        else:
            line, self._kept = self._kept, None
        self.end += len(line)
        if self.end - self.start > _RECORD_LIMIT:
            raise csv.Error("too large")
        if self.end == len(line):
            line = line.removeprefix(codecs.BOM_UTF8)  # before a quotation mark it would hide it
        return line.decode("latin-1")
