"""What tells one text from another, and whether a file is still as it was read."""

from __future__ import annotations

import hashlib
import json
import os
import time
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from tui.documents.document import Document
    from tui.documents.library import Entry

_PLACE = frozenset(("id", "path", "name"))  # where a document is, which changes nothing in it
_GRAIN = 2_000_000_000  # nanoseconds; the coarsest stamp of a file system in use (FAT)


class Stamp(NamedTuple):
    """What changes with a file.

    Attributes:
        size: In bytes.
        modified: Nanoseconds since 1970.
    """

    size: int
    modified: int


class FileKey(NamedTuple):
    """A document as it is on disk.

    Attributes:
        place: 16 bytes that name the place, for one version of the analysis.
        stamp: Of its file. None where that cannot be looked at, or was written so lately that
            writing it again might leave the stamp as it is.
    """

    place: bytes
    stamp: Stamp | None


def file_key(entry: Entry, version: str) -> FileKey:
    """Name a document by where it is, and say whether it has changed, without reading it.

    Args:
        entry: The document; its file need not be there.
        version: Of the analysis.

    Returns:
        What stays equal as long as the file does; to be asked for before the file is read.
    """
    path = str(entry.path)
    place = f"{version}\0{path}\0{entry.name}".encode("utf-8", "surrogatepass")
    try:
        status = os.stat(path)  # noqa: PTH116 - a hundred thousand of them are asked for
        settled = status.st_mtime_ns < time.time_ns() - _GRAIN
        stamp = Stamp(status.st_size, status.st_mtime_ns) if settled else None
    except (OSError, ValueError):
        stamp = None
    return FileKey(hashlib.blake2b(place, digest_size=16).digest(), stamp)


def content_key(document: Document, version: str) -> bytes:
    """Name a document by its content, for one version of the analysis.

    Args:
        document: What is analysed; where it is does not count.
        version: Of the analysis.

    Returns:
        SHA-256 of the text and all that reading found beside it.
    """
    content = [getattr(document, f.name) for f in fields(document) if f.name not in _PLACE]
    written = json.dumps([version, *content], default=_plain, separators=(",", ":"))
    return hashlib.sha256(written.encode()).digest()


def _plain(value: Any) -> object:
    """Blocks and emphases as lists, dates as text."""
    if hasattr(value, "__dataclass_fields__"):
        return [getattr(value, each.name) for each in fields(value)]
    return str(value)
