"""Bytes of a file, and the characters they stand for."""

from __future__ import annotations

import codecs
import os
import stat
from typing import TYPE_CHECKING

from tui.documents.text import clean_line

if TYPE_CHECKING:
    from pathlib import Path

SIZE_LIMIT = 64 * 1024 * 1024
"""Largest file that is read, in bytes."""

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BINARY_SAMPLE = 64 * 1024  # bytes looked at for NUL bytes


class UnreadableDocument(Exception):  # noqa: N818 - it names what is wrong
    """A document cannot be read; the message is a sentence for people."""


def read_file(path: Path, length: int | None = None) -> str:
    """Read the text of a regular file; nothing else is ever opened.

    UTF-8 with or without a byte order mark, UTF-16 with one, or else Windows-1252. Bytes that
    stand for nothing become U+FFFD.

    Args:
        path: The file.
        length: How many bytes to read at most; all of them if left out. A character cut through
            at the end is dropped.

    Returns:
        The text as it is in the file, without a byte order mark, not yet clean.

    Raises:
        UnreadableDocument: It is no regular file, is gone, may not be read, is larger than
            `SIZE_LIMIT` or is not text.
    """
    name = clean_line(str(path.name)) or "The file"
    try:
        data = _read_bytes(path, name, length)
    except FileNotFoundError:
        raise UnreadableDocument(f"{name} is not there any more.") from None
    except PermissionError:
        raise UnreadableDocument(f"{name} may not be read: permission is missing.") from None
    except (OSError, ValueError) as error:
        reason = clean_line(getattr(error, "strerror", None) or str(error))
        raise UnreadableDocument(f"{name} cannot be read: {reason}.") from error
    if _is_binary(data):
        raise UnreadableDocument(f"{name} is not a text file.")
    return decode(data, whole=length is None or len(data) < length)


def _read_bytes(path: Path, name: str, length: int | None) -> bytes:
    # Asked before opening, as to open a pipe or a device may wait for ever or do something; asked
    # again afterwards, as it may have been put there in between.
    _check(path.stat(), name)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        _check(os.fstat(file.fileno()), name)
        data = file.read(SIZE_LIMIT + 1 if length is None else length)
    if len(data) > SIZE_LIMIT:
        raise UnreadableDocument(_too_large(name))
    return data


def _check(status: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableDocument(f"{name} is a folder, not a file.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableDocument(f"{name} is not a regular file.")
    if status.st_size > SIZE_LIMIT:
        raise UnreadableDocument(_too_large(name))


def _too_large(name: str) -> str:
    return f"{name} is too large: newsreader opens files of up to {SIZE_LIMIT >> 20} MB."


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
