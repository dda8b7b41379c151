"""Where the text cursor goes, and which unit of text stands under it."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from tui.analysis.model import Analysis
from tui.documents.document import Span
from tui.documents.text import sentences, words
from tui.reading.cells import next_grapheme, previous_grapheme, snap
from tui.reading.spans import SpanIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    """

    def __init__(self, document: Document, analysis: Analysis | None = None) -> None:
        self.document = document
        self.analysis = analysis or Analysis()
        self._block_starts = [block.start for block in document.blocks]
        self._words: dict[int, list[Span]] = {}
        self._sentences: dict[int, list[Span]] = {}

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
        return max(bisect_right(self._block_starts, offset) - 1, 0 if self._block_starts else -1)

    def words_of(self, block: int) -> list[Span]:
        """The words of a block."""
        return self._units(self._words, block, _words_between)

    def sentences_of(self, block: int) -> list[Span]:
        """The sentences of a block."""
        return self._units(self._sentences, block, sentences)

    def _units(
        self,
        cache: dict[int, list[Span]],
        block: int,
        split: Callable[[str, int, int], list[Span]],
    ) -> list[Span]:
        if not 0 <= block < len(self.document.blocks):
            return []
        if block not in cache:
            span = self.document.blocks[block]
            cache[block] = split(self.document.text, span.start, span.end)
        return cache[block]

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
            found = _step(self._block_starts, offset, forward)
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

    def _within(self, offset: int, unit: Unit, forward: bool) -> int | None:
        of = self.words_of if unit is Unit.WORD else self.sentences_of
        block = self.block_of(offset)
        while 0 <= block < len(self.document.blocks):
            found = _step([span.start for span in of(block)], offset, forward)
            if found is not None:
                return found
            block += 1 if forward else -1
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
        units = self.words_of(block) if unit is Unit.WORD else self.sentences_of(block)
        place = bisect_right(units, offset, key=lambda span: span.start) - 1
        return units[max(place, 0)] if units else None


def _words_between(text: str, start: int, end: int) -> list[Span]:
    return [Span(start + a, start + b) for a, b in words(text[start:end])]


def _step(starts: Sequence[int], offset: int, forward: bool) -> int | None:
    """The nearest of the starts after or before the offset."""
    place = bisect_right(starts, offset if forward else offset - 1)
    if forward:
        return starts[place] if place < len(starts) else None
    return starts[place - 1] if place else None
