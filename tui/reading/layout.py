"""From a document to rows of a given width, and between offsets and places on the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.document import BlockKind
from tui.reading.cells import graphemes, offset_at, width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.documents.document import Block, Document

_PIECE = re.compile(r"\S+|\s+")
_LINE = re.compile(r"[^\n]*\n?")
# East Asian text breaks between any two characters.
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]"
)
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
        previous: Block | None = None
        for number, block in enumerate(document.blocks):
            if previous is not None and not (previous.kind is block.kind and block.kind in _TIGHT):
                self.rows.append(Row(previous.end, previous.end, block.start, -1))
            self.rows.extend(self._wrap(number, block))
            previous = block
        if not self.rows:
            self.rows.append(Row(0, 0, len(document.text), -1))
        self._starts = [row.start for row in self.rows]

    def _wrap(self, number: int, block: Block) -> Iterator[Row]:
        indent = indent_of(block)
        room = max(self.columns - indent, 8)
        text = self.document.text
        if block.kind is BlockKind.CODE:
            lines = _chop(text, block.start, block.end, room)
        else:
            lines = _wrap_line(text, block.start, block.end, room)
        for count, (start, end, stop) in enumerate(lines):
            yield Row(start, end, stop, number, indent, first=count == 0)

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
            last = line.end
            for start, _, _ in graphemes(text[-64:]):
                last = line.start + max(len(text) - 64, 0) + start
            return last
        return offset


def indent_of(block: Block) -> int:
    """Cells a block's rows are moved in; the marker of a list item stands in them."""
    if block.kind is BlockKind.LIST_ITEM:
        return 2 * (max(block.level, 1) - 1) + len(block.marker) + 1
    if block.kind is BlockKind.QUOTATION:
        return 2 * max(block.level, 1)
    if block.kind is BlockKind.CODE:
        return 2
    return 0


def _wrap_line(text: str, start: int, end: int, room: int) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, stop) of the rows of a line of text."""
    row = start  # where the row begins
    drawn = start  # where its last word ends
    used = 0  # cells to `drawn`
    gap = 0  # cells of the blanks after it
    for piece in _PIECE.finditer(text, start, end):
        word = piece.group()
        if word.isspace():
            gap = width(word.replace("\n", " ").replace("\t", " "))
            continue
        cells = width(word)
        if (
            drawn > row
            and used + gap + cells > room
            and not (_WIDE.search(word) and used + gap < room)
        ):
            yield row, drawn, piece.start()
            row, used, gap = piece.start(), 0, 0
        elif drawn == row:
            row, gap = piece.start(), 0
        used += gap
        gap = 0
        if used + cells <= room:
            used += cells
        else:
            for begin, _, wide in list(graphemes(word)):
                if used + wide > room and piece.start() + begin > row:
                    yield row, piece.start() + begin, piece.start() + begin
                    row, used = piece.start() + begin, 0
                used += wide
        drawn = piece.end()
    yield row, drawn, end


def _chop(text: str, start: int, end: int, room: int) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, stop) of the rows of code: its own lines, cut only where they must be."""
    for line in _LINE.finditer(text, start, end):
        if not line.group():
            continue
        row, used = line.start(), 0
        words = line.group().rstrip("\n")
        for begin, _, wide in graphemes(words):
            if used + wide > room and line.start() + begin > row:
                yield row, line.start() + begin, line.start() + begin
                row, used = line.start() + begin, 0
            used += wide
        yield row, line.start() + len(words), line.end()
