"""Messages between a program and its helper processes: a length and that many bytes of JSON."""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any

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
