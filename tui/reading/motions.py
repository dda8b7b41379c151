"""Where the text cursor goes, and which unit of text stands under it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from tui.analysis.model import Analysis
from tui.documents.document import Span
from tui.reading.cells import next_grapheme, previous_grapheme, snap
from tui.reading.spans import SpanIndex
from tui.reading.units import Units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.model import Mention, Quote
    from tui.documents.document import Document


class Unit(StrEnum):
    """A unit of text that can be moved by and selected."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    ENTITY = "entity"
    QUOTE = "quote"


class Motions:
    """Moves over one document.

    Args:
        document: The document read.
        analysis: What was found in it; entities and quotes come from here.
        units: The words and sentences of the document, where they have been looked up before.
    """

    def __init__(
        self, document: Document, analysis: Analysis | None = None, units: Units | None = None
    ) -> None:
        self.document = document
        self.analysis = analysis or Analysis()
        self.units = units or Units(document)

    @cached_property
    def mentions(self) -> SpanIndex[Mention]:
        """All mentions, by place."""
        return SpanIndex(self.analysis.mentions)

    @cached_property
    def quotes(self) -> SpanIndex[Quote]:
        """All quotes, by place."""
        return SpanIndex(self.analysis.quotes)

    def last(self) -> int:
        """Start of the last grapheme a cursor can stand on."""
        blocks = self.document.blocks
        end = blocks[-1].end if blocks else len(self.document.text)
        return previous_grapheme(self.document.text, end)

    def block_of(self, offset: int) -> int:
        """Index of the block that holds or precedes the offset; -1 where there is none."""
        return self.units.block_of(offset)

    def words_of(self, block: int) -> list[Span]:
        """The words of a block."""
        return self._all_of(block, Unit.WORD)

    def sentences_of(self, block: int) -> list[Span]:
        """The sentences of a block."""
        return self._all_of(block, Unit.SENTENCE)

    def _all_of(self, number: int, unit: Unit) -> list[Span]:
        if not 0 <= number < len(self.document.blocks):
            return []
        block = self.document.blocks[number]
        between = self.units.words_between
        if unit is Unit.SENTENCE:
            between = self.units.sentences_between
        return between(block.start, block.end)

    def move(self, offset: int, unit: Unit, forward: bool) -> int:
        """Where the cursor goes from `offset` by one unit.

        Returns:
            Start of the next or the previous unit (of this one, if the cursor stands inside it
            and goes back); `offset` itself where there is none.
        """
        text = self.document.text
        if unit is Unit.CHARACTER:
            return self._character(offset, forward)
        if unit is Unit.PARAGRAPH:
            found = self._paragraph(offset, forward)
        elif unit is Unit.ENTITY or unit is Unit.QUOTE:
            index = self.mentions if unit is Unit.ENTITY else self.quotes
            span = index.after(offset) if forward else index.before(offset)
            found = span.start if span else None
        else:
            found = self._within(offset, unit, forward)
        return offset if found is None else snap(text, found)

    def _character(self, offset: int, forward: bool) -> int:
        text, blocks = self.document.text, self.document.blocks
        block = self.block_of(offset)
        if block < 0:
            return offset
        if forward:
            place = next_grapheme(text, offset)
            if place < blocks[block].end:
                return place
            return blocks[block + 1].start if block + 1 < len(blocks) else offset
        if offset > blocks[block].start:
            return previous_grapheme(text, offset)
        return previous_grapheme(text, blocks[block - 1].end) if block else offset

    def _paragraph(self, offset: int, forward: bool) -> int | None:
        blocks = self.document.blocks
        block = self.block_of(offset)
        if forward:
            if block >= 0 and blocks[block].start <= offset:
                block += 1
            return blocks[block].start if 0 <= block < len(blocks) else None
        if block >= 0 and blocks[block].start >= offset:
            block -= 1
        return blocks[block].start if block >= 0 else None

    def _within(self, offset: int, unit: Unit, forward: bool) -> int | None:
        units_in = self.units.words_in if unit is Unit.WORD else self.units.sentences_in
        for stretch in self.units.stretches(offset, forward=forward):
            found = _step(units_in(stretch), offset, forward)
            if found is not None:
                return found
        return None

    def unit_at(self, offset: int, unit: Unit) -> Span | None:
        """The unit under the cursor, or None where it stands on no such unit.

        Between two words or sentences of a paragraph the one before is meant.
        """
        if unit is Unit.CHARACTER:
            return Span(offset, next_grapheme(self.document.text, offset))
        if unit is Unit.ENTITY or unit is Unit.QUOTE:
            index = self.mentions if unit is Unit.ENTITY else self.quotes
            found = index.at(offset)
            return Span(found[-1].start, found[-1].end) if found else None
        block = self.block_of(offset)
        if block < 0:
            return None
        if unit is Unit.PARAGRAPH:
            return Span(self.document.blocks[block].start, self.document.blocks[block].end)
        stretch = self.units.stretch_of(offset)
        if stretch is None:
            return None
        units = (self.units.words_in if unit is Unit.WORD else self.units.sentences_in)(stretch)
        place = bisect_right(units, offset, key=lambda span: span.start) - 1
        return units[max(place, 0)] if units else None


def _step(units: Sequence[Span], offset: int, forward: bool) -> int | None:
    """The nearest start of a unit after or before the offset."""
    if forward:
        place = bisect_right(units, offset, key=lambda span: span.start)
        return units[place].start if place < len(units) else None
    place = bisect_left(units, offset, key=lambda span: span.start)
    return units[place - 1].start if place else None
