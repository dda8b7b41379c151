"""From a document to rows of a given width, and between offsets and places on the page."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.document import BlockKind, Span
from tui.reading.cells import is_usual, offset_at, previous_grapheme, width
from tui.reading.wrapping import Wrapping

if TYPE_CHECKING:
    from tui.documents.document import Block, Document

_INDENTED = (BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.CODE)
_TIGHT = (BlockKind.LIST_ITEM, BlockKind.BYLINE)


class Row(NamedTuple):
    """One row of the page.

    Attributes:
        start: First code point drawn.
        end: One past the last code point drawn.
        stop: Where the next row of the block begins; blanks at a line's end lie between.
        block: Index of its block, or -1 for an empty row between blocks.
        indent: Cells left free before the text.
        first: Whether it is the first row of its block.
    """

    start: int
    end: int
    stop: int
    block: int
    indent: int = 0
    first: bool = False


class Layout:
    """The rows of a document at one width.

    Args:
        document: What to lay out.
        columns: Cells a row may take, indent included; at least 10 are used.
    """

    def __init__(self, document: Document, columns: int) -> None:
        self.document = document
        self.columns = max(columns, 10)
        self.rows: list[Row] = []
        self._wrapping = Wrapping()
        self._add_rows()
        if not self.rows:
            self.rows.append(Row(0, 0, len(document.text), -1))
        self._starts = list(map(itemgetter(0), self.rows))

    def _add_rows(self) -> None:
        text, add = self.document.text, self.rows.append
        usual = is_usual(text, 0, len(text))
        before, last = None, 0
        for number, block in enumerate(self.document.blocks):
            kind, start, end = block.kind, block.start, block.end
            if before is not None and not (before is kind and kind in _TIGHT):
                add(Row(last, last, start, -1))
            before, last = kind, end
            short = end - start <= self.columns and kind not in _INDENTED
            if short and (usual or is_usual(text, start, end)) and _is_bare(text, start, end):
                add(Row(start, end, end, number, 0, True))
            else:
                self._add(number, block)

    def _add(self, number: int, block: Block) -> None:
        indent = indent_of(block)
        room = max(self.columns - indent, 8)
        break_up = self._wrapping.chop if block.kind is BlockKind.CODE else self._wrapping.wrap
        first = True
        for start, end, stop in break_up(self.document.text, block.start, block.end, room):
            self.rows.append(Row(start, end, stop, number, indent, first))
            first = False

    def row_of(self, offset: int) -> int:
        """Index of the row that shows the code point at `offset`."""
        row = max(bisect_right(self._starts, offset) - 1, 0)
        # A block's end and the empty row below it begin at the same offset.
        while row and self.rows[row].block < 0:
            row -= 1
        return row

    def column_of(self, offset: int) -> int:
        """Column, indent included, at which the code point at `offset` is drawn in its row."""
        row = self.rows[self.row_of(offset)]
        shown = min(max(offset, row.start), row.end)
        return row.indent + width(self.document.text[row.start : shown])

    def offset_at(self, row: int, column: int) -> int:
        """Offset of the grapheme at a place on the page; the nearest one beside the text."""
        line = self.rows[min(max(row, 0), len(self.rows) - 1)]
        text = self.document.text[line.start : line.end]
        offset = line.start + offset_at(text, column - line.indent)
        if offset >= line.end > line.start:
            return max(previous_grapheme(self.document.text, line.end), line.start)
        return offset

    def span_of(self, first: int, last: int) -> Span:
        """What part of the text the rows from the first to the last of these show.

        Args:
            first: Index of a row; one that is not there is taken for the nearest.
            last: The same, not above it.
        """
        most = len(self.rows) - 1
        top, bottom = self.rows[min(max(first, 0), most)], self.rows[min(max(last, 0), most)]
        return Span(top.start, max(bottom.end, top.start))


def _is_bare(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text has no blanks at its ends."""
    return start < end and not text[start].isspace() and not text[end - 1].isspace()


def indent_of(block: Block) -> int:
    """Cells a block's rows are moved in; the marker of a list item stands in them."""
    if block.kind is BlockKind.LIST_ITEM:
        return 2 * (max(block.level, 1) - 1) + len(block.marker) + 1
    if block.kind is BlockKind.QUOTATION:
        return 2 * max(block.level, 1)
    if block.kind is BlockKind.CODE:
        return 2
    return 0
