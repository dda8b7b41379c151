"""The lines of a file in order, kept in blocks, so that changing one is not to touch them all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.annotations.lines import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.annotations.merging import Place

_FULL = 256  # lines of a new block; one of twice as many is halved


@dataclass(slots=True)
class _Block:
    """Lines that follow each other: their places, and the lines as they stand in the file."""

    places: list[Place]
    lines: list[bytes]
    joined: bytes | None = None


class Blocks:
    """Lines in the order of their places, of which no two are the same.

    Args:
        ordered: Places, in order, and lines.
    """

    def __init__(self, ordered: Iterable[tuple[Place, bytes]] = ()) -> None:
        pairs = list(ordered)
        self._blocks = [
            _Block([place for place, _ in part], [line for _, line in part])
            for part in (pairs[at : at + _FULL] for at in range(0, len(pairs), _FULL))
        ]
        self._firsts = [block.places[0] for block in self._blocks]

    def __iter__(self) -> Iterator[bytes]:
        """The blocks, joined."""
        for block in self._blocks:
            if block.joined is None:
                block.joined = join(block.lines)
            yield block.joined

    def insert(self, place: Place, line: bytes) -> None:
        """Add a line."""
        if not self._blocks:
            self._blocks.append(_Block([], []))
            self._firsts.append(place)
        number = max(bisect_right(self._firsts, place) - 1, 0)
        block = self._blocks[number]
        at = bisect_left(block.places, place)
        block.places.insert(at, place)
        block.lines.insert(at, line)
        block.joined = None
        self._firsts[number] = block.places[0]
        if len(block.lines) >= 2 * _FULL:
            rest = _Block(block.places[_FULL:], block.lines[_FULL:])
            del block.places[_FULL:], block.lines[_FULL:]
            self._blocks.insert(number + 1, rest)
            self._firsts.insert(number + 1, rest.places[0])

    def remove(self, place: Place) -> None:
        """Remove the line at a place where there is one."""
        number = bisect_right(self._firsts, place) - 1
        block = self._blocks[number]
        at = bisect_left(block.places, place)
        del block.places[at], block.lines[at]
        block.joined = None
        if block.lines:
            self._firsts[number] = block.places[0]
        else:
            del self._blocks[number], self._firsts[number]
