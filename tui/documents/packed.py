"""Files compressed with gzip, unpacked no further than a limit."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from tui.documents.errors import UnreadableDocument

if TYPE_CHECKING:
    from typing_extensions import Buffer

UNPACKED_LIMIT = 1 << 30
"""Largest size of what a compressed file holds, in bytes: a small file may unpack to anything."""


def unpack(file: BinaryIO, name: str) -> BinaryIO:
    """Read through gzip.

    Args:
        file: The compressed file; it is closed with what is returned.
        name: What to call it.

    Returns:
        What it holds. Reading raises `UnreadableDocument` where it is damaged or goes beyond
        `UNPACKED_LIMIT`.
    """
    return cast("BinaryIO", io.BufferedReader(_Unpacking(file, name), 256 * 1024))


class _Unpacking(io.RawIOBase):
    """Raw reading, so that what goes wrong is explained wherever it is noticed."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._packed = file
        self._gzip = gzip.GzipFile(fileobj=file, mode="rb")
        self._name = name
        self._length = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        try:
            data = self._gzip.read1(len(view))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise UnreadableDocument(
                f"{self._name} is damaged: it is no whole gzip file."
            ) from error
        self._length += len(data)
        if self._length > UNPACKED_LIMIT:
            raise UnreadableDocument(
                f"{self._name} is too large: newsreader unpacks up to {UNPACKED_LIMIT >> 20} MB."
            )
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._gzip.close()
        self._packed.close()
        super().close()
