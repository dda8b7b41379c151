"""Records of one kind in one file, which other programs may write at the same time."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Generic

from tui.annotations.blocks import Blocks
from tui.annotations.files import read_file, set_aside, state_of, sweep, write_file
from tui.annotations.lines import render, to_line
from tui.annotations.merging import Record, T, merge, same
from tui.annotations.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tui.annotations.codec import Codec
    from tui.annotations.files import FileState
    from tui.annotations.merging import Conflict
    from tui.annotations.reading import Reading


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
        foreign: How many times others were found to have changed something since it was first
            looked at.
    """

    def __init__(self, path: Path, codec: Codec[T], say: Callable[[str], None]) -> None:
        self.path = path
        self.codec = codec
        self.newer = False
        self.log: list[str] = []
        self.epoch = 0
        self.foreign = 0
        self._say = say
        self._records: dict[str, Record[T]] = {}
        self._blocks = Blocks()  # the lines of all records, in order
        self._number = 0
        self._header: dict[str, object] = {}
        self._base: dict[str, Record[T] | None] = {}  # of what was changed since it was read
        self._state: FileState | None = None
        self._touched = False
        self._damage = ""
        self._older: int | None = None
        self._swept = False
        self._looked = False
        self._gone: dict[str, int] = {}  # where records stood that were dropped

    @property
    def is_new(self) -> bool:
        """There was no file when it was looked at last, and there is nothing to save."""
        return self._state is None and not self._records and not self._base

    @property
    def faulty(self) -> bool:
        """The file is not as it would be written: damaged, untidy, or of an earlier version."""
        return self._touched or bool(self._damage) or self._older is not None

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
        number = former.place[2] if former else self._gone.pop(value.id, self._number)
        self._number += 1
        place = (*self.codec.place(value), number)
        self._blocks.insert(place, line)
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
        self._gone[value_id] = self._records[value_id].place[2]
        self._take_out(value_id)

    def _take_out(self, value_id: str) -> Record[T] | None:
        record = self._records.get(value_id)
        if record is not None:
            self._blocks.remove(record.place)
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
            former = self._records
            self._load()
            if self._looked and not _agree(former, self._records):
                self.foreign += 1
        self._looked = True

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
        data = render(self._whole_header(), self.codec.list_name, self._blocks)
        self._set_aside()
        self._state = write_file(self.path, data)
        self._base.clear()
        self._damage = ""
        self._older = None
        self._touched = False

    def _set_aside(self) -> None:
        """Keep the file as it is, where something of it would be lost or another version's."""
        if state_of(self.path) is None:
            return
        if self._damage:
            aside = set_aside(self.path)
            self._say(f"The damaged ‘{self.path.name}’ is kept as ‘{aside.name}’.")
        elif self._older is not None:
            set_aside(self.path, f"version-{self._older}")

    def _whole_header(self) -> dict[str, object]:
        header = self.codec.header()
        return header | {name: v for name, v in self._header.items() if name not in header}

    def _load(self) -> None:
        content = read_file(self.path)
        if content is None:
            return
        data, self._state = content
        found = read(data, self.codec)
        self.newer = found.newer
        if found.newer:
            self._say(
                f"‘{self.path.name}’ was written by a later version of newsreader: it is shown "
                "and not changed."
            )
        self._header = found.header
        self._take_in(found)
        self._merge(self._records | found.records if found.damage else found.records)
        self._gone.clear()
        self.epoch += 1
        self.log.clear()

    def _take_in(self, found: Reading[T]) -> None:
        """Say what is wrong with a file, and note what saving it must see to."""
        self._damage = found.damage
        self._older = found.older
        if self.newer:
            return
        for value in found.joined:
            self._say(
                f"{self.codec.describe(value)} was changed in two places: the later change is kept."
            )
        if found.untidy or found.doubled:
            self._touched = True
        if found.damage:
            self._say(
                f"‘{self.path.name}’ is damaged ({found.damage}): {_count(len(found.records))} "
                f"could be read, {_count(found.skipped)} could not. It will be set aside, not "
                "overwritten."
            )
            # what it lacks was not deleted
            self._touched = self._touched or not self._records.keys() <= found.records.keys()

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
        self._blocks = Blocks((record.place, record.line) for record in ordered)

    def _tell(self, conflict: Conflict[T]) -> None:
        values = [record.value for record in conflict if record is not None]
        name = self.codec.describe(values[0]) if values and values[0] else "A record"
        if len(values) == 2:
            self._say(f"{name} was changed in two places: the later change is kept.")
        else:
            self._say(f"{name} was changed in one place and deleted in another: it is kept.")


def _agree(one: dict[str, Record[T]], other: dict[str, Record[T]]) -> bool:
    """Whether two versions of all records say the same."""
    return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)


_PLACE = itemgetter(0)


def _count(number: int) -> str:
    return "1 record" if number == 1 else f"{number} records"
