"""Records of one kind in one file, which other programs may write at the same time."""

from __future__ import annotations

import sys
from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, Generic

from tui.annotations.codec import VERSION, VERSION_MEMBER
from tui.annotations.files import read_file, set_aside, state_of, sweep, write_file
from tui.annotations.lines import parse, render, to_line
from tui.annotations.merging import Place, Record, T, later, merge, same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tui.annotations.codec import Codec
    from tui.annotations.files import FileState
    from tui.annotations.lines import Item, Lines
    from tui.annotations.merging import Conflict


class NewerFormatError(Exception):
    """A change to a file that a later version of the program wrote; the message is for people."""


class Records(Generic[T]):
    """The records of one file, in memory and on disk.

    What is changed here and what others have changed on disk since it was read are merged record
    by record: a change beats none and a deletion, a deletion beats none, of two changes the
    later wins. A file that has vanished tells of no deletion; it is written again.

    Args:
        path: The file; it need not exist.
        codec: How its records are read and written.
        say: Takes sentences for people.

    Attributes:
        newer: The file's format is that of a later version: it must not be changed.
        log: Ids of the records changed since `epoch` began, in order.
        epoch: A number that grows whenever all records may have changed.
    """

    def __init__(self, path: Path, codec: Codec[T], say: Callable[[str], None]) -> None:
        self.path = path
        self.codec = codec
        self.newer = False
        self.log: list[str] = []
        self.epoch = 0
        self._say = say
        self._records: dict[str, Record[T]] = {}
        self._places: list[Place] = []  # of all records, sorted, and their lines likewise
        self._lines: list[bytes] = []
        self._number = 0
        self._header: dict[str, object] = {}
        self._base: dict[str, Record[T] | None] = {}  # of what was changed since it was read
        self._state: FileState | None = None
        self._touched = False
        self._damage = ""
        self._swept = False

    @property
    def dirty(self) -> bool:
        """There is something to save."""
        return self._touched or bool(self._base)

    def __len__(self) -> int:
        return sum(record.value is not None for record in self._records.values())

    def __iter__(self) -> Iterator[T]:
        ordered = sorted(self._records.values(), key=_PLACE)
        return (record.value for record in ordered if record.value is not None)

    def get(self, value_id: str) -> T | None:
        """The value with this id, if there is one."""
        record = self._records.get(value_id)
        return None if record is None else record.value

    def put(self, value: T) -> None:
        """Add a value, or replace the one with its id.

        Raises:
            NewerFormatError: When the file must not be changed.
        """
        line = to_line(self.codec.encode(value))
        self._note_base(value.id)
        former = self._take_out(value.id)
        number = former.place[2] if former else self._number
        self._number += 1
        place = (*self.codec.place(value), number)
        index = bisect_left(self._places, place)
        self._places.insert(index, place)
        self._lines.insert(index, line)
        self._records[value.id] = Record(place, line, value)

    def drop(self, value_id: str) -> None:
        """Remove a value.

        Raises:
            NewerFormatError: When the file must not be changed.
            KeyError: When there is none with this id.
        """
        if value_id not in self._records:
            raise KeyError(value_id)
        self._note_base(value_id)
        self._take_out(value_id)

    def _take_out(self, value_id: str) -> Record[T] | None:
        record = self._records.get(value_id)
        if record is not None:
            index = bisect_left(self._places, record.place)
            del self._places[index], self._lines[index]
            del self._records[value_id]
        return record

    def touch(self) -> None:
        """Save at the next opportunity, even if no record has changed."""
        self._touched = not self.newer

    def _note_base(self, value_id: str) -> None:
        self._refuse_newer()
        self._base.setdefault(value_id, self._records.get(value_id))
        self.log.append(value_id)

    def _refuse_newer(self) -> None:
        if self.newer:
            raise NewerFormatError(
                f"‘{self.path.name}’ was written by a later version of newsreader and is "
                "only read; update newsreader to change it."
            )

    def refresh(self) -> None:
        """Take over what others have changed on disk.

        Raises:
            OSError: When the file is there and cannot be read; what is in memory stays.
        """
        state = state_of(self.path)
        if state is None:
            self._touched = self._touched or (self._state is not None and not self.newer)
        elif state != self._state:
            self._load()

    def save(self) -> None:
        """Write what is in memory, merged with what is on disk; the caller holds the lock.

        Raises:
            OSError: When that is not possible; everything stays in memory.
            NewerFormatError: When the file must not be changed; likewise.
        """
        self.refresh()
        if not self.dirty:
            return
        if not self._swept:
            sweep(self.path.parent)
            self._swept = True
        self._refuse_newer()
        data = render(self._whole_header(), self.codec.list_name, self._lines)
        if self._damage and state_of(self.path) is not None:
            aside = set_aside(self.path)
            self._say(f"The damaged ‘{self.path.name}’ is kept as ‘{aside.name}’.")
        self._state = write_file(self.path, data)
        self._base.clear()
        self._damage = ""
        self._touched = False

    def _whole_header(self) -> dict[str, object]:
        header = self.codec.header()
        return header | {name: v for name, v in self._header.items() if name not in header}

    def _load(self) -> None:
        content = read_file(self.path)
        if content is None:
            return
        data, self._state = content
        found = parse(data, self.codec.list_name)
        version = found.header.get(VERSION_MEMBER)
        self.newer = type(version) is int and version > VERSION
        if self.newer:
            self._say(
                f"‘{self.path.name}’ was written by a later version of newsreader: it is shown "
                "and not changed."
            )
        self._header = found.header
        self.codec.read_header(found.header)
        theirs = self._decode(found)
        self._damage = found.damage
        if found.damage and not self.newer:
            self._say(
                f"‘{self.path.name}’ is damaged ({found.damage}): {_count(len(theirs))} could be "
                f"read, {_count(found.skipped)} could not. It will be set aside, not overwritten."
            )
        if found.damage:  # what it lacks was not deleted
            self._touched = self._touched or not self._records.keys() <= theirs.keys()
            theirs = self._records | theirs
        self._merge(theirs)
        self.epoch += 1
        self.log.clear()

    def _decode(self, found: Lines) -> dict[str, Record[T]]:
        """The records by their ids; what is wrong with them is added to the damage."""
        records: dict[str, Record[T]] = {}
        for item in found.items:
            try:
                key, record = self._decode_item(item)
            except (ValueError, TypeError, RecursionError) as error:
                found.damage = found.damage or str(error)
                found.skipped += 1
                continue
            twin = records.get(key)
            if twin is not None and not same(twin, record):
                found.damage = found.damage or "an id stands twice"
                record = later(twin, record)
            records[key] = record
        return records

    def _decode_item(self, item: Item) -> tuple[str, Record[T]]:
        value = self.codec.decode(item.value)
        if value is not None:
            return value.id, Record((*self.codec.place(value), 0), item.line, value)
        key = item.line.decode()
        if isinstance(item.value, dict) and isinstance(item.value.get("id"), str):
            key = item.value["id"]
        return key, Record((_LAST, key, 0), item.line, None)

    def _merge(self, theirs: dict[str, Record[T]]) -> None:
        """Take over their records, except where ours have changed since the last reading."""
        merged, self._base, conflicts = merge(self._base, self._records, theirs)
        for conflict in conflicts:
            self._tell(conflict)
        self._number = len(merged)
        self._records = {
            key: record._replace(place=(*record.place[:2], number))
            for number, (key, record) in enumerate(merged.items())
        }
        ordered = sorted(self._records.values(), key=_PLACE)
        self._places = [record.place for record in ordered]
        self._lines = [record.line for record in ordered]

    def _tell(self, conflict: Conflict[T]) -> None:
        values = [record.value for record in conflict if record is not None]
        name = self.codec.describe(values[0]) if values and values[0] else "A record"
        if len(values) == 2:
            self._say(f"{name} was changed in two places: the later change is kept.")
        else:
            self._say(f"{name} was changed in one place and deleted in another: it is kept.")


_LAST = sys.maxsize
_PLACE = itemgetter(0)


def _count(number: int) -> str:
    return "1 record" if number == 1 else f"{number} records"
