"""What a file of records says: the records by their ids, and what is wrong with it."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, NamedTuple

from tui.annotations.codec import VERSION
from tui.annotations.lines import parse
from tui.annotations.merging import Record, T, later, same
from tui.annotations.migration import migrate, version_of

if TYPE_CHECKING:
    from tui.annotations.codec import Codec
    from tui.annotations.lines import Item, Lines

_LAST = sys.maxsize
_LARGE = 100_000  # bytes


class Fault(NamedTuple):
    """Something that is wrong with a file; the line counts from 1, and 0 means none of them."""

    line: int
    what: str


@dataclass(slots=True)
class Reading(Generic[T]):
    """A file's content.

    Attributes:
        header: The members beside the list, in order.
        records: By id, in the order of the file; of two with one id the later.
        lines: The number of the line of each; 0 where they do not stand on lines.
        damage: What makes the file a damaged one, for people; empty where nothing does.
        faults: Everything that is wrong with it.
        skipped: How many records could not be read.
        newer: It was written by a later version of the program.
        older: Its version, where that is an earlier one.
        untidy: It is no JSON, and still everything could be read.
        doubled: A record stands twice.
        joined: Records that stood twice, changed on both sides of a merge: the version kept.
    """

    header: dict[str, object]
    records: dict[str, Record[T]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    damage: str = ""
    faults: list[Fault] = field(default_factory=list)
    skipped: int = 0
    newer: bool = False
    older: int | None = None
    untidy: bool = False
    doubled: bool = False
    joined: list[T] = field(default_factory=list)

    def fault(self, line: int, what: str) -> None:
        """Note something that makes the file a damaged one."""
        self.faults.append(Fault(line, what))
        self.damage = self.damage or what


def read(data: bytes, codec: Codec[T]) -> Reading[T]:
    """Read a file; of a damaged one, what can be read."""
    collecting = len(data) > _LARGE and gc.isenabled()
    if collecting:
        gc.disable()  # nothing here is garbage: looking for it takes a third of the time
    try:
        return _read(data, codec)
    finally:
        if collecting:
            gc.enable()


def _read(data: bytes, codec: Codec[T]) -> Reading[T]:
    content = parse(data, codec.list_name)
    reading: Reading[T] = Reading(content.header, untidy=content.untidy)
    if content.damage:
        reading.fault(0, content.damage)
    for line in content.bad:
        reading.fault(line, "a record that cannot be read")
    reading.skipped = len(content.bad)
    _read_version(codec.list_name, content, reading)
    codec.read_header(content.header)
    for item in content.items:
        try:
            key, record = _decode(item, codec)
        except (ValueError, TypeError, OverflowError, RecursionError) as error:
            reading.fault(item.number, str(error) or "a record that cannot be read")
            reading.skipped += 1
            continue
        twin = reading.records.get(key)
        if twin is not None and not same(twin, record):
            record = _choose(twin, record, item.number, reading, codec)
        reading.records[key] = record
        reading.lines[key] = item.number
    return reading


def _read_version(kind: str, content: Lines, reading: Reading[T]) -> None:
    try:
        reading.newer = version_of(content.header) > VERSION
        if not reading.newer:
            older = migrate(kind, content)
            # the head of a damaged file may be what is lost of it
            reading.older = None if reading.damage else older
    except ValueError as error:
        reading.fault(0, str(error))


def _decode(item: Item, codec: Codec[T]) -> tuple[str, Record[T]]:
    value = codec.decode(item.value)
    if value is not None:
        return value.id, Record((*codec.place(value), 0), item.line, value)
    key = item.line.decode()
    if isinstance(item.value, dict) and isinstance(item.value.get("id"), str):
        key = item.value["id"]
    return key, Record((_LAST, key, 0), item.line, None)


def _choose(
    one: Record[T], other: Record[T], line: int, reading: Reading[T], codec: Codec[T]
) -> Record[T]:
    """Of two records with one id, the later."""
    chosen = later(one, other)
    left = other if chosen is one else one
    reading.doubled = True
    if _is_former(left, chosen):
        reading.faults.append(Fault(line, "an id stands twice, once as it was before a change"))
    elif codec.joins and chosen.value is not None:
        reading.faults.append(Fault(line, "an id stands twice"))
        reading.joined.append(chosen.value)
    else:
        reading.fault(line, "an id stands twice")
    return chosen


def _is_former(left: Record[T], chosen: Record[T]) -> bool:
    """What was never changed since it was made, beside the same that was: a merge leaves that.

    Where one branch changes a record and another adds one beside it, git keeps both versions.
    """
    if left.value is None or chosen.value is None:
        return False
    made = getattr(left.value, "created", None)
    return made is not None and left.value.modified == made < chosen.value.modified
