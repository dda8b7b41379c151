"""Messages between a program and its helper processes: a length and that many bytes of JSON."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.documents.library import Entry

if TYPE_CHECKING:
    from typing import BinaryIO

_LENGTH = struct.Struct(">Q")


def send(stream: BinaryIO, message: dict[str, Any]) -> None:
    """Write one message.

    Args:
        stream: A pipe.
        message: Anything that JSON can hold; lone surrogates in texts are kept.

    Raises:
        OSError: The other end has gone.
    """
    content = json.dumps(message, separators=(",", ":")).encode("ascii")
    stream.write(_LENGTH.pack(len(content)) + content)
    stream.flush()


def receive(stream: BinaryIO) -> dict[str, Any]:
    """Wait for one message.

    Args:
        stream: A pipe.

    Returns:
        The message.

    Raises:
        EOFError: The other end has gone, or sends something else.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    try:
        message = json.loads(content)
    except ValueError as error:
        raise EOFError from error
    if not isinstance(message, dict):
        raise EOFError
    return message


def entry_fields(entry: Entry) -> dict[str, Any]:
    """All that an entry holds, ready for JSON.

    Raises:
        TypeError: It holds what JSON cannot.
    """
    return {name: _plain(getattr(entry, name)) for name in Entry.__slots__}


def entry_of(content: dict[str, Any]) -> Entry:
    """The entry of which `entry_fields` has made this."""
    entry = Entry.__new__(Entry)
    for name in Entry.__slots__:
        value = content[name]
        setattr(entry, name, Path(value["path"]) if isinstance(value, dict) else value)
    return entry


def _plain(value: object) -> object:
    if isinstance(value, Path):
        return {"path": str(value)}
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(type(value).__name__)
