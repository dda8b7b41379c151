"""Three-way merging of records: what was changed here, what elsewhere, and what both began with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    import datetime as dt

Place = tuple[int, str, int]
"""What records are sorted by: what their codec says, then the order they came in."""


class Value(Protocol):
    """What a record stands for."""

    @property
    def id(self) -> str:
        """Tells it from all others."""
        ...

    @property
    def modified(self) -> dt.datetime:
        """When it was last changed."""
        ...


T = TypeVar("T", bound=Value)


class Record(NamedTuple, Generic[T]):
    """A line of the file and what it stands for; None for what is kept as it is."""

    place: Place
    line: bytes
    value: T | None


class Conflict(NamedTuple, Generic[T]):
    """A record that was changed on both sides: the two versions; None for a deleted one."""

    ours: Record[T] | None
    theirs: Record[T] | None


Version = Mapping[str, Record[T]]
Base = Mapping[str, Record[T] | None]


def merge(
    base: Base[T], ours: Version[T], theirs: Version[T]
) -> tuple[dict[str, Record[T]], dict[str, Record[T] | None], list[Conflict[T]]]:
    """Merge our changes into their version.

    A change beats none and beats a deletion; a deletion beats none; of two changes the later wins.

    Args:
        base: Of what was changed on our side, by id, what it was before; None where it was not.
        ours: Our records, by id.
        theirs: Their records, by id.

    Returns:
        The records merged; of what differs from their version, what their version has; and what
        was changed on both sides.
    """
    merged = dict(theirs)
    still: dict[str, Record[T] | None] = {}
    conflicts = []
    for key, before in base.items():
        our, their = ours.get(key), theirs.get(key)
        if same(our, their) or same(our, before):
            continue
        chosen = our
        if not same(their, before):
            conflicts.append(Conflict(our, their))
            chosen = later(our, their) if our and their else our or their
        if chosen is their:
            continue
        still[key] = their
        if chosen is None:
            del merged[key]
        else:
            merged[key] = chosen
    return merged, still, conflicts


def same(one: Record[T] | None, other: Record[T] | None) -> bool:
    """Whether two records say the same, however they are written."""
    if one is None or other is None:
        return one is other
    return one.line == other.line or (one.value is not None and one.value == other.value)


def later(one: Record[T], other: Record[T]) -> Record[T]:
    """Of two versions of a record, the one that was changed later; the same on every machine."""
    if one.value is None or other.value is None or one.value.modified == other.value.modified:
        return max(one, other, key=lambda record: record.line)
    return one if one.value.modified > other.value.modified else other
