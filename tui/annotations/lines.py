"""JSON files that hold one record on each line, and what can be read of damaged ones."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


class Item(NamedTuple):
    """A record: its line in the file, without the comma, its value, and the line's number.

    The number counts from 1; it is 0 where records do not stand one on each line.
    """

    line: bytes
    value: object
    number: int = 0


@dataclass(slots=True)
class Lines:
    """A file's content.

    Attributes:
        header: The members beside the list, in order.
        items: The records.
        damage: What is wrong with the file, for people; empty where nothing is.
        bad: Numbers of the lines that look like records and cannot be read, from 1.
        untidy: Everything can be read line by line, and still it is no JSON: commas are missing
            or too many, as after git has joined two branches.
    """

    header: dict[str, object] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    damage: str = ""
    bad: list[int] = field(default_factory=list)
    untidy: bool = False


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


def render(header: Mapping[str, object], key: str, records: Iterable[bytes]) -> Iterator[bytes]:
    """A file, in pieces: the header's members, one a line, then the list `key`, one record a line.

    The comma stands before a record, so that a record added at the end changes no other line, and
    what two branches add there is still JSON when git has put one after the other.

    Args:
        header: The members beside the list.
        key: The name of the list.
        records: Lines, or blocks of lines that `join` has made.
    """
    members = [to_line(name) + b": " + to_line(value) + b",\n" for name, value in header.items()]
    yield b"".join([b"{\n", *members, to_line(key), b": ["])
    mark = b"\n"
    for record in records:
        yield mark
        yield record
        mark = b"\n,"
    yield b"\n]\n}\n"


def join(lines: Iterable[bytes]) -> bytes:
    """Lines as they stand in a file, one after the other."""
    return b"\n,".join(lines)


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
    first = head.count("\n") + 3
    try:
        header = _decode(head.rstrip().removesuffix(",") + "}")
        found = Lines(header)
        commas = False  # between the record before and this one
        for number, raw in enumerate(body.split("\n"), first):
            line = raw.strip()
            record = line.strip(", \t")
            if not record:
                found.untidy = True
                continue
            before = line.startswith(",")
            found.untidy = found.untidy or (commas + before) != bool(found.items)
            found.items.append(Item(record.encode(), _decode(record), number))
            commas = line.endswith(",")
    except (ValueError, RecursionError):
        return None
    found.untidy = found.untidy or commas
    return found


def _whole(text: str, key: str) -> Lines:
    value = _decode(text)
    if not isinstance(value, dict):
        raise ValueError("it is not a JSON object")
    items = value.pop(key, None)
    if not isinstance(items, list):
        raise ValueError(f"it has no list “{key}”")
    return Lines(value, [Item(to_line(item), item) for item in items])


def _salvage(text: str, key: str, damage: str) -> Lines:
    """Read line by line, and one after the other the records that stand on no line alone."""
    found = Lines(damage=damage)
    base = False
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip()
        if line.startswith(MARKERS):
            # What both sides of a conflict began with is no one's version.
            base = line.startswith("|||||||")
        elif not base:
            _read_line(line.strip(", \t"), number, key, found)
    _, opening, rest = text.partition(f'"{key}"')
    known = {_id(item.value) for item in found.items}
    in_sequence = _in_sequence(rest) if opening else ()
    found.items += [item for item in in_sequence if _id(item.value) not in known]
    return found


def _read_line(line: str, number: int, key: str, found: Lines) -> None:
    """Take a record, or a member of the header, from one line."""
    try:
        if line.startswith("{"):
            value = _decode(line)
            if _is_record(value):
                found.items.append(Item(to_line(value), value, number))
        elif line.startswith('"'):
            member = _decode("{" + line + "}")
            if isinstance(member, dict) and key not in member:
                found.header.update(member)
    except (ValueError, RecursionError):
        if line.startswith("{") and line != "{":
            found.bad.append(number)


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


def _id(value: object) -> object:
    return value.get("id") if isinstance(value, dict) else None


def _is_record(value: object) -> bool:
    return isinstance(value, dict) and isinstance(value.get("id"), str)
