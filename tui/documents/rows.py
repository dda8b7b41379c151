"""Where the rows of a corpus stand in its file: found in one pass, without keeping any."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, BinaryIO

from tui.documents.errors import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS_LIMIT = 1_000_000
"""Most rows of one file that are listed."""

ROW_LIMIT = 16 * 1024 * 1024
"""Largest row that is read, in bytes."""

_IDENTITY_LIMIT = 500  # characters
_NUMBERED = "row "


class Rows:
    """Byte ranges of rows, and what each is called.

    Attributes:
        starts: First byte of each row.
        lengths: Number of bytes of each.
        header: Names of the columns, where the file has a line of them.
        delimiter: What parts the cells of a row, where it has such.
        before: Bytes that are read before each row, as the head of a feed is.
        after: Bytes that are read after each row.
    """

    def __init__(self) -> None:
        self.starts = array("Q")
        self.lengths = array("Q")
        self.header: list[str] = []
        self.delimiter = ","
        self.before = b""
        self.after = b""
        self._ids: dict[str, None] | None = {}

    def __len__(self) -> int:
        return len(self.starts)

    def add(self, start: int, length: int, identity: str | None, *, broken: bool = False) -> None:
        """Take in the next row.

        Args:
            start: Its first byte.
            length: Number of its bytes.
            identity: What the file calls it, or None if it does not say.
            broken: Whether it cannot be read; then it is called by its number.

        Raises:
            Broken: There are more than `ROWS_LIMIT`.
        """
        if len(self) == ROWS_LIMIT:
            raise Broken(f"It has too many rows: newsreader lists up to {ROWS_LIMIT:,} of a file.")
        self.starts.append(start)
        self.lengths.append(length)
        if self._ids is None:
            return
        if broken:
            self._ids[f"{_NUMBERED}{len(self)}"] = None
        elif identity is not None and _is_identity(identity) and identity not in self._ids:
            self._ids[identity] = None
        else:
            self._ids = None

    @property
    def wants_ids(self) -> bool:
        """Whether the rows have had identities so far, each its own."""
        return self._ids is not None

    def parts(self) -> list[str]:
        """What the rows are called: by their identities if each has its own, or by number."""
        if self._ids is not None:
            return list(self._ids)
        return [f"{_NUMBERED}{number}" for number in range(1, len(self) + 1)]


def _is_identity(identity: str) -> bool:
    return 0 < len(identity) <= _IDENTITY_LIMIT and not identity.startswith(_NUMBERED)


def lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Go through the lines of a file.

    Args:
        file: Open at its beginning.

    Yields:
        The first byte of each line, and the line with its end. Of a line longer than `ROW_LIMIT`
        only so much comes, with what follows as lines of their own.
    """
    position = 0
    while line := file.readline(ROW_LIMIT + 1):
        yield position, line
        position += len(line)
