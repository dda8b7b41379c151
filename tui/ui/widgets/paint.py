"""Painting one row of the page: gutter, text in its layers, margin."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui.analysis.model import Analysis, QuoteKind
from tui.documents.document import BlockKind, Document, EmphasisKind, Span
from tui.reading.cells import next_grapheme, width
from tui.reading.layout import Layout
from tui.reading.spans import SpanIndex
from tui.ui.widgets.marks import MarginNote, Mark, margin_notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.style import Style

    from tui.analysis.model import Mention, Quote
    from tui.annotations.changes import TextChange
    from tui.documents.document import Emphasis
    from tui.reading.layout import Row
    from tui.ui.widgets.modes import Label

GUTTER = 3
QUOTE_MARKS = {QuoteKind.DIRECT: "┃", QuoteKind.MIXED: "╏", QuoteKind.INDIRECT: "┆"}
_BOILERPLATE_MARK = "·"
_EMPHASES = {
    EmphasisKind.EMPHASIS: "emphasis",
    EmphasisKind.STRONG: "strong",
    EmphasisKind.CODE: "code",
    EmphasisKind.LINK: "link",
}

_QUIET = ("byline", "boilerplate")  # layers whose colour could not be read on a tag

_MEASURE = 68  # cells of text a row has at most: about the longest line that reads well
_MARGIN = 16  # cells the margin needs to be of use
_MARGIN_MOST = 26


class Page:
    """A document laid out for a width, with everything that is drawn over it.

    Args:
        document: What is read.
        columns: Cells the page has in all.
    """

    def __init__(self, document: Document, columns: int) -> None:
        self.document = document
        self.columns = columns
        room = columns - GUTTER - 1
        self.margin = 0
        if room >= 40 + _MARGIN:
            self.margin = min(max(room - _MEASURE - 1, _MARGIN), _MARGIN_MOST)
        gap = 1 if self.margin else 0
        self.measure = max(min(_MEASURE, room - self.margin - gap), 10)
        self.left = max((room - self.measure - self.margin - gap) // 2, 0)
        self.layout = Layout(document, self.measure)
        self.emphases: SpanIndex[Emphasis] = SpanIndex(document.emphases)
        self.mentions: SpanIndex[Mention] = SpanIndex()
        self.quotes: SpanIndex[Quote] = SpanIndex()
        self.marks: SpanIndex[Mark] = SpanIndex()
        self.changes: Mapping[int, Sequence[TextChange]] = {}
        self._added: SpanIndex[TextChange] = SpanIndex()
        self._lit: SpanIndex[Mention] = SpanIndex()
        self._hits: SpanIndex[Span] = SpanIndex()
        self._labels: dict[int, list[Label]] = {}
        self._shown: tuple[Analysis, Sequence[Mark]] = (Analysis(), ())
        self._notes: dict[int, MarginNote] | None = {}

    @property
    def text_left(self) -> int:
        """Column at which the text begins."""
        return self.left + GUTTER

    def show(
        self, analysis: Analysis, marks: Sequence[Mark], changes: Sequence[TextChange] = ()
    ) -> None:
        """Draw this analysis, these annotations and changes of the text from now on."""
        if analysis is not self._shown[0]:
            self.mentions = SpanIndex(analysis.mentions)
            self.quotes = SpanIndex(analysis.quotes)
        if marks is not self._shown[1]:
            self.marks = SpanIndex(marks)
        self._shown = analysis, marks
        self._added = SpanIndex(change for change in changes if change.added)
        rows: dict[int, list[TextChange]] = {}
        for change in changes:
            rows.setdefault(self.layout.row_of(change.start), []).append(change)
        self.changes = rows
        self._notes = None if self.margin else {}

    @property
    def notes(self) -> dict[int, MarginNote]:
        """The margin beside each row that has one; made when it is first drawn."""
        if self._notes is None:
            quotes, marks = self.quotes.spans, self.marks.spans
            self._notes = margin_notes(self.layout, quotes, marks, self.margin, self.changes)
        return self._notes

    def light(self, mentions: Iterable[Mention]) -> None:
        """Let these mentions be seen before all others."""
        self._lit = SpanIndex(mentions)

    def mark_hits(self, hits: Iterable[Span]) -> None:
        """Mark what was found."""
        self._hits = SpanIndex(hits)

    def label(self, labels: Iterable[Label]) -> None:
        """Draw letters over the text."""
        self._labels = {}
        for label in labels:
            self._labels.setdefault(self.layout.row_of(label.place), []).append(label)

    def paint(
        self,
        number: int,
        style: Mapping[str, Style],
        selected: Span | None,
        cursor: int | None,
        cursor_style: str,
    ) -> Strip:
        """One row.

        Args:
            number: Index of the row.
            style: The style of each layer, by its name.
            selected: The selected passage.
            cursor: Where the text cursor stands.
            cursor_style: The layer the cursor is drawn in.
        """
        row = self.layout.rows[number]
        base = style["page"]
        segments = [Segment(" " * self.left, base), *self._gutter(row, style)]
        room = self.measure
        if row.block >= 0:
            segments += self._indent(row, style)
            text = self._text(row, style, selected, cursor, cursor_style)
            if number in self._labels:
                text = self._labelled(text, self._labels[number], style["label"])
            segments += text
            room -= row.indent + sum(segment.cell_length for segment in text)
        if cursor is not None and row.end <= cursor and self.layout.row_of(cursor) == number:
            segments.append(Segment(" ", base + style[cursor_style]))
            room -= 1
        note = self.notes.get(number)
        if self.margin and note:
            segments.append(Segment(" " * (room + 1), base))
            segments.append(Segment(note.words, base + style[note.style]))
        used = sum(segment.cell_length for segment in segments)
        if used <= self.columns:
            segments.append(Segment(" " * (self.columns - used), base))
            return Strip(segments, self.columns)
        return Strip(segments, used).crop(0, self.columns)

    def _gutter(self, row: Row, style: Mapping[str, Style]) -> Iterable[Segment]:
        base = style["page"]
        if row.block < 0:
            # A quote that goes on below the gap keeps its bar.
            quotes = self.quotes.overlapping(row.start - 1, row.start)
            after = self.quotes.overlapping(row.stop, row.stop + 1)
            goes_on = bool(quotes and after and quotes[-1] is after[0])
            bar = QUOTE_MARKS[quotes[-1].kind] if goes_on else " "
            yield Segment(" " + bar + " ", base + style["speaker"])
            return
        marks = self.marks.overlapping(row.start, row.end)
        if marks:
            sign = "◆" if len(marks) > 1 else "●" if marks[-1].words else "✎"
            yield Segment(sign, base + style[f"sign-{marks[-1].colour}"])
        else:
            yield Segment(" ", base)
        quotes = self.quotes.overlapping(row.start, row.end)
        bar = QUOTE_MARKS[quotes[0].kind] if quotes else " "
        if self.document.blocks[row.block].kind is BlockKind.BOILERPLATE:
            bar = _BOILERPLATE_MARK
        sign = self._change_sign(row) if self.changes else " "
        if sign == " ":
            yield Segment(f"{bar} ", base + style["speaker"])
        else:
            yield Segment(bar, base + style["speaker"])
            yield Segment(sign, base + style["changed"])

    def _change_sign(self, row: Row) -> str:
        """Whether words of the row were added, or words were removed there."""
        changes = self.changes.get(self.layout.row_of(row.start), ())
        added = bool(self._added.overlapping(row.start, row.end))
        removed = any(change.removed.strip() for change in changes)
        return "±" if added and removed else "+" if added else "−" if removed else " "

    def _indent(self, row: Row, style: Mapping[str, Style]) -> Iterable[Segment]:
        if not row.indent:
            return
        block = self.document.blocks[row.block]
        lead = " " * row.indent
        if block.kind is BlockKind.LIST_ITEM and row.first:
            lead = (block.marker + " ").rjust(row.indent)
        elif block.kind is BlockKind.QUOTATION:
            lead = "▏ " * (row.indent // 2)
        yield Segment(lead, style["page"] + style["byline"])

    def _text(
        self,
        row: Row,
        style: Mapping[str, Style],
        selected: Span | None,
        cursor: int | None,
        cursor_style: str,
    ) -> list[Segment]:
        """The text of a row, cut where a layer begins or ends; later layers lie on top."""
        layers = list(self._layers(row))
        if self._labels:  # only the letters are to be read
            layers = [(row.start, row.end, "boilerplate")]
        if selected:
            layers.append((selected.start, selected.end, "selected"))
        text = self.document.text
        if cursor is not None and row.start <= cursor < row.end:
            layers.append((cursor, next_grapheme(text, cursor), cursor_style))
        kind = self.document.blocks[row.block].kind
        base = style["page"] + style[kind.value]
        quiet = {style[name].color for name in _QUIET} if self.marks.spans else ()
        segments: list[Segment] = []
        edges = {row.start, row.end}
        for start, end, _ in layers:
            edges.update((min(max(start, row.start), row.end), min(max(end, row.start), row.end)))
        for start, end in pairwise(sorted(edges)):
            look = base
            for low, high, name in layers:
                if low <= start and end <= high:
                    look += style[name]
                    if name.startswith("tag-") and look.color in quiet:
                        look += style["tagged"]
            segments.append(Segment(text[start:end].replace("\n", " "), look))
        return segments

    def _labelled(
        self, segments: list[Segment], labels: Sequence[Label], look: Style
    ) -> list[Segment]:
        """The text of a row with letters over it; columns stay where they are."""
        strip, done, parts = Strip(segments), 0, list[Segment]()
        row = self.layout.rows[self.layout.row_of(labels[0].place)]
        for number, (place, letters) in enumerate(labels):
            column = width(self.document.text[row.start : place])
            after = strip.cell_length + len(letters)
            if number + 1 < len(labels):
                after = width(self.document.text[row.start : labels[number + 1].place])
            shown = letters[: max(after - column, 1)]
            parts += strip.crop(done, column)
            parts.append(Segment(shown, look))
            done = column + len(shown)
        return [*parts, *strip.crop(done)] if done < strip.cell_length else parts

    def _layers(self, row: Row) -> Iterable[tuple[int, int, str]]:
        for emphasis in self.emphases.overlapping(row.start, row.end):
            yield emphasis.start, emphasis.end, _EMPHASES[emphasis.kind]
        if self.document.dateline:
            yield *self.document.dateline, "dateline"
        for quote in self.quotes.overlapping(row.start, row.end):
            yield quote.start, quote.end, quote.kind.value
        for mention in self.mentions.overlapping(row.start, row.end):
            yield mention.start, mention.end, mention.label.value
        for mark in self.marks.overlapping(row.start, row.end):
            yield mark.start, mark.end, f"tag-{mark.colour}"
        for mention in self._lit.overlapping(row.start, row.end):
            yield mention.start, mention.end, "lit"
        for hit in self._hits.overlapping(row.start, row.end):
            yield hit.start, hit.end, "hit"
        for change in self._added.overlapping(row.start, row.end):
            yield change.start, change.end, "added"
