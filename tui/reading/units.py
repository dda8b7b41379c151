"""Words and sentences near a place, without reading the whole of a long text for them.

A block is read in stretches of a bounded length. A short block, which is nearly every one, is a
single stretch; a block as long as a book is parted between two sentences. Each stretch is read
once, when it is first asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tui.documents.document import Span
from tui.documents.text import sentences, words
from tui.reading.cells import next_grapheme, snap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.documents.document import Document

_STRETCH = 16_384  # code points a stretch has, more or less
_REACH = 2_048  # code points in which the end of a sentence is looked for

_BLANK = re.compile(r"\s")


class Units:
    """The blocks, words and sentences of one document, by place.

    Args:
        document: The document read.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._block_starts = [block.start for block in document.blocks]
        self._words: dict[int, list[Span]] = {}
        self._sentences: dict[int, list[Span]] = {}
        self._cuts: dict[tuple[int, int], int] = {}

    def block_of(self, offset: int) -> int:
        """Index of the block that holds or precedes the offset; -1 where there is none."""
        return max(bisect_right(self._block_starts, offset) - 1, 0 if self._block_starts else -1)

    def blocks_between(self, start: int, end: int) -> list[Span]:
        """The blocks that share a code point with [start, end)."""
        first = max(self.block_of(start), 0)
        last = bisect_left(self._block_starts, end)
        blocks = self.document.blocks[first:last]
        return [Span(block.start, block.end) for block in blocks if block.end > start]

    def words_between(self, start: int, end: int) -> list[Span]:
        """The words that share a code point with [start, end)."""
        return self._between(start, end, self.words_in)

    def sentences_between(self, start: int, end: int) -> list[Span]:
        """The sentences that share a code point with [start, end)."""
        return self._between(start, end, self.sentences_in)

    def _between(self, start: int, end: int, units_in: Callable[[Span], list[Span]]) -> list[Span]:
        found: list[Span] = []
        for stretch in self.stretches(start, forward=True):
            if stretch.start >= end:
                break
            units = units_in(stretch)
            first = bisect_right(units, start, key=lambda unit: unit.end)
            found += units[first : bisect_left(units, end, key=lambda unit: unit.start)]
        return found

    def words_in(self, stretch: Span) -> list[Span]:
        """The words of a stretch."""
        if stretch.start not in self._words:
            start, end = stretch
            found = words(self.document.text[start:end])
            self._words[start] = [Span(start + a, start + b) for a, b in found]
        return self._words[stretch.start]

    def sentences_in(self, stretch: Span) -> list[Span]:
        """The sentences of a stretch."""
        if stretch.start not in self._sentences:
            self._sentences[stretch.start] = sentences(self.document.text, *stretch)
        return self._sentences[stretch.start]

    def stretch_of(self, offset: int) -> Span | None:
        """The stretch that holds or precedes the offset; None where there is no text."""
        return next(self.stretches(offset, forward=True), None)

    def stretches(self, offset: int, *, forward: bool) -> Iterator[Span]:
        """The stretch that holds or precedes the offset, and those after it or before it."""
        number = self.block_of(offset)
        if number < 0:
            return
        block = self.document.blocks[number]
        piece = min(max(offset - block.start, 0), block.end - block.start) // _STRETCH
        if piece and self._cut(number, piece) > offset:
            piece -= 1
        step = 1 if forward else -1
        while True:
            start, end = self._cut(number, piece), self._cut(number, piece + 1)
            if start < end:
                yield Span(start, end)
            piece += step
            if not 0 <= piece < self._pieces(number):
                number += step
                if not 0 <= number < len(self.document.blocks):
                    return
                piece = 0 if forward else self._pieces(number) - 1

    def _pieces(self, number: int) -> int:
        block = self.document.blocks[number]
        return max(-((block.start - block.end) // _STRETCH), 1)

    def _cut(self, number: int, piece: int) -> int:
        """Where a stretch of a block begins: between two sentences, or else two words."""
        block = self.document.blocks[number]
        if piece == 0:
            return block.start
        if piece >= self._pieces(number):
            return block.end
        if (number, piece) not in self._cuts:
            place = block.start + piece * _STRETCH
            self._cuts[number, piece] = self._near(place, min(place + _REACH, block.end))
        return self._cuts[number, piece]

    def _near(self, place: int, limit: int) -> int:
        text = self.document.text
        blank = _BLANK.search(text, place, limit)
        if blank is None:
            whole = snap(text, place)
            return place if whole == place else next_grapheme(text, whole)
        found = sentences(text, blank.end(), limit)
        return found[1].start if len(found) > 1 else blank.end()
