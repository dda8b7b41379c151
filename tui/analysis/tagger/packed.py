"""Packed files of the tagger: a line of JSON, lines of words, and columns of bytes, compressed."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def pack_file(about: Mapping[str, object], lines: Sequence[str], columns: bytes) -> bytes:
    """Return the bytes of a file.

    Args:
        about: What else is to be known, as JSON.
        lines: Words, without newlines.
        columns: As many bytes for each line, the first of all lines first.
    """
    size = {"lines": len(lines), "columns": len(columns) // len(lines)}
    body = "\n".join([json.dumps({**about, **size}), *lines]).encode()
    return zlib.compress(body + b"\n" + columns, 9)


def unpack_file(data: bytes) -> tuple[dict[str, Any], list[str], bytes]:
    """Return what `pack_file` was given.

    Raises:
        ValueError: They are no such file.
    """
    try:
        body = zlib.decompress(data)
    except zlib.error as error:
        message = "the file cannot be read"
        raise ValueError(message) from error
    head, _, rest = body.partition(b"\n")
    about: dict[str, Any] = json.loads(head)
    split = len(rest) - about["lines"] * about["columns"]
    return about, rest[: split - 1].decode().split("\n"), rest[split:]
