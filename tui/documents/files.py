"""Bytes of a file, and the characters they stand for."""

from __future__ import annotations

import codecs
import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from tui.documents.errors import UnreadableDocument
from tui.documents.kinds import is_packed
from tui.documents.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE_LIMIT = 64 * 1024 * 1024
"""Largest file that is read, in bytes."""

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BINARY_SAMPLE = 64 * 1024  # bytes looked at for NUL bytes


def read_file(path: Path, length: int | None = None) -> str:
    """Read the text of a regular file; nothing else is ever opened.

    UTF-8 with or without a byte order mark, UTF-16 with one, or else Windows-1252. Bytes that
    stand for nothing become U+FFFD. A file whose name ends in `.gz` is unpacked.

    Args:
        path: The file.
        length: How many bytes to read at most; all of them if left out. A character cut through
            at the end is dropped.

    Returns:
        The text as it is in the file, without a byte order mark, not yet clean.

    Raises:
        UnreadableDocument: It is no regular file, is gone, may not be read, is larger than
            `SIZE_LIMIT` (unpacked, too) or is not text.
    """
    data = read_bytes(path, length)
    if _is_binary(data):
        raise UnreadableDocument(f"{shown_name(path)} is not a text file.")
    return decode(data, whole=length is None or len(data) < length)


def read_bytes(path: Path, length: int | None = None) -> bytes:
    """Read a regular file as `read_file` does, without making characters of its bytes.

    Raises:
        UnreadableDocument: It is no regular file, is gone, may not be read or is larger than
            `SIZE_LIMIT`.
    """
    name = shown_name(path)
    with explained(name), open_file(path, limit=SIZE_LIMIT) as file:
        data = file.read(SIZE_LIMIT + 1 if length is None else length)
    if len(data) > SIZE_LIMIT:
        raise UnreadableDocument(_too_large(name, SIZE_LIMIT))
    return data


def shown_name(path: Path) -> str:
    """Name of a file for a sentence."""
    return clean_line(str(path.name)) or "The file"


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn what goes wrong with a file into `UnreadableDocument`.

    Args:
        name: What to call the file.

    Raises:
        UnreadableDocument: Something went wrong inside.
    """
    try:
        yield
    except FileNotFoundError:
        raise UnreadableDocument(f"{name} is not there any more.") from None
    except PermissionError:
        raise UnreadableDocument(f"{name} may not be read: permission is missing.") from None
    except (OSError, ValueError) as error:
        reason = clean_line(getattr(error, "strerror", None) or str(error))
        raise UnreadableDocument(f"{name} cannot be read: {reason}.") from error


def open_file(path: Path, *, limit: int | None = None) -> BinaryIO:
    """Open a regular file for reading, unpacked if its name ends in `.gz`.

    Args:
        path: The file.
        limit: Largest size on disk, in bytes; none if left out.

    Raises:
        UnreadableDocument: It is no regular file, or too large.
        OSError: It cannot be opened.
        ValueError: Its name is none.
    """
    name = shown_name(path)
    # Asked before opening, as to open a pipe or a device may wait for ever or do something; asked
    # again afterwards, as it may have been put there in between.
    _check(path.stat(), name, limit)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = os.fdopen(os.open(path, flags), "rb")
    try:
        _check(os.fstat(file.fileno()), name, limit)
        if is_packed(path.name):
            from tui.documents.packed import unpack

            return unpack(file, name)
    except BaseException:
        file.close()
        raise
    return file


def _check(status: os.stat_result, name: str, limit: int | None) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableDocument(f"{name} is a folder, not a file.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableDocument(f"{name} is not a regular file.")
    if limit is not None and status.st_size > limit:
        raise UnreadableDocument(_too_large(name, limit))


def _too_large(name: str, limit: int) -> str:
    return f"{name} is too large: newsreader opens files of up to {limit >> 20} MB."


def _is_binary(data: bytes) -> bool:
    """Whether there are more NUL bytes than a damaged text would have."""
    sample = data[:_BINARY_SAMPLE]
    nuls = sample.count(0)
    return nuls > 3 and nuls * 50 > len(sample) and not data.startswith(_UTF_16_MARKS)


def decode(data: bytes, *, whole: bool = True) -> str:
    """Turn the bytes of a text file into characters.

    Args:
        data: What was read.
        whole: Whether that is the whole file; if not, a character cut through at the end is
            dropped.

    Returns:
        The text without a byte order mark, with U+FFFD for bytes that stand for nothing.
    """
    if data.startswith(_UTF_16_MARKS):
        return _decode(data, "utf-16", whole=whole)
    if data.startswith(codecs.BOM_UTF8):
        return _decode(data, "utf-8-sig", whole=whole)
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data, whole)
    except UnicodeDecodeError:
        text = _decode(data, "utf-8", whole=whole)
    # Hardly any text in another encoding has runs of bytes that are valid in UTF-8 by chance, so
    # where those prevail, it is UTF-8 with some damage.
    damaged = text.count("\ufffd")
    intact = len(text) - damaged - sum(map(text.count, map(chr, range(128))))
    return text if intact > damaged else data.decode("cp1252", "replace")


def _decode(data: bytes, encoding: str, *, whole: bool) -> str:
    return codecs.getincrementaldecoder(encoding)("replace").decode(data, whole)
