"""JSON files that hold one record on each line, and what can be read of damaged ones."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


class Item(NamedTuple):
    """A record: its line in the file, without the comma, and its value."""

    line: bytes
    value: object


@dataclass(slots=True)
class Lines:
    """A file's content.

    Attributes:
        header: The members beside the list, in order.
        items: The records.
        damage: What is wrong with the file, for people; empty where nothing is.
        skipped: How many lines look like records and cannot be read.
    """

    header: dict[str, object] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    damage: str = ""
    skipped: int = 0


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is not JSON")


_decode = json.JSONDecoder(parse_constant=_refuse).decode
_decode_at = json.JSONDecoder(parse_constant=_refuse).raw_decode
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_encode_ascii = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode


def to_line(value: object) -> bytes:
    """A value as JSON on one line."""
    try:
        return _encode(value).encode()
    except UnicodeEncodeError:  # half of a surrogate pair, from a file with an escape for it
        return _encode_ascii(value).encode()


def render(header: Mapping[str, object], key: str, lines: Sequence[bytes]) -> Iterator[bytes]:
    """A file, in pieces: the header's members, one a line, then the list `key`, one record a line.

    Pieces of some hundred lines take half the time of one of megabytes.
    """
    members = [to_line(name) + b": " + to_line(value) + b",\n" for name, value in header.items()]
    yield b"".join([b"{\n", *members, to_line(key), b": ["])
    for start in range(0, len(lines), 256):
        yield b",\n" if start else b"\n"
        yield b",\n".join(lines[start : start + 256])
    yield b"\n]\n}\n"


def parse(data: bytes, key: str) -> Lines:
    """Read a file; of a damaged one, what can be read."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _salvage(data.decode("utf-8", "replace"), key, "it is not UTF-8")
    try:
        return _by_line(text, key) or _whole(text, key)
    except (ValueError, RecursionError) as error:
        return _salvage(text, key, str(error) or "it is nested too deeply")


def _by_line(text: str, key: str) -> Lines | None:
    """Read a file that stands as `render` writes it, or None where it does not."""
    head, opening, rest = text.partition(f'\n"{key}": [\n')
    body, _, tail = rest.rpartition("\n]")
    if not opening or not body or tail.strip() != "}":
        return None
    try:
        header = _decode(head.rstrip().removesuffix(",") + "}")
        lines = [line.strip() for line in body.split("\n")]
        last = lines.pop()
        if not all(line.endswith(",") for line in lines):
            return None
        lines = [line[:-1] for line in lines] + [last]
        items = [Item(line.encode(), _decode(line)) for line in lines]
    except (ValueError, RecursionError):
        return None
    return Lines(header, items)


def _whole(text: str, key: str) -> Lines:
    value = _decode(text)
    if not isinstance(value, dict):
        raise ValueError("it is not a JSON object")
    items = value.pop(key, None)
    if not isinstance(items, list):
        raise ValueError(f"it has no list “{key}”")
    return Lines(value, [Item(to_line(item), item) for item in items])


def _salvage(text: str, key: str, damage: str) -> Lines:
    """Read line by line; where the records do not stand on lines, one after the other."""
    found = Lines(damage=damage)
    base = False
    for raw in text.split("\n"):
        line = raw.strip()
        if line.startswith(MARKERS):
            # What both sides of a conflict began with is no one's version.
            base = line.startswith("|||||||")
        elif not base:
            _read_line(line.removesuffix(","), key, found)
    _, opening, rest = text.partition(f'"{key}"')
    in_sequence = list(_in_sequence(rest)) if opening else []
    if len(in_sequence) > len(found.items):
        found.items = in_sequence
    return found


def _read_line(line: str, key: str, found: Lines) -> None:
    """Take a record, or a member of the header, from one line."""
    try:
        if line.startswith("{"):
            value = _decode(line)
            if _is_record(value):
                found.items.append(Item(to_line(value), value))
        elif line.startswith('"'):
            member = _decode("{" + line + "}")
            if isinstance(member, dict) and key not in member:
                found.header.update(member)
    except (ValueError, RecursionError):
        found.skipped += line.startswith("{") and line != "{"


def _in_sequence(text: str) -> Iterator[Item]:
    """Read the values of a list until one cannot be read."""
    place = text.find("[") + 1
    while place:
        while place < len(text) and text[place] in " \t\r\n,":
            place += 1
        try:
            value, place = _decode_at(text, place)
        except (ValueError, RecursionError):
            return
        if _is_record(value):
            yield Item(to_line(value), value)


def _is_record(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("id"), str)
