"""The page of an article: text cursor, selection, and every layer drawn over the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.analysis.model import Analysis
from tui.documents.document import Span
from tui.reading.cells import snap, wrap
from tui.reading.motions import Motions
from tui.reading.selection import Selection
from tui.ui.looks import styles
from tui.ui.messages import CursorMoved
from tui.ui.widgets.paint import GUTTER, Page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Self

    from rich.style import Style
    from textual import events
    from textual.geometry import Region
    from textual.screen import Screen

    from tui.analysis.model import Mention
    from tui.annotations.changes import TextChange
    from tui.documents.document import Document
    from tui.ui.widgets.marks import Mark
    from tui.ui.widgets.modes import Label

_TOP = 1  # empty rows above the headline
_NOTICE_LINES = 4
_CONTEXT = 2  # rows kept in sight above and below the cursor


class PageView(ScrollView, can_focus=True):
    """Shows one document, with a text cursor and a selection in it."""

    ALLOW_SELECT = False  # the terminal layer's own selection knows neither graphemes nor offsets

    cursor: reactive[int] = reactive(0, repaint=False)
    """Offset of the grapheme under the text cursor."""
    selection: reactive[Selection | None] = reactive(None, repaint=False)
    """The selected passage; its head is the cursor."""

    def __init__(self, document: Document | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.document = document
        self.page: Page | None = None
        self.motions = Motions(document) if document else None
        self._analysis = Analysis()
        self._marks: Sequence[Mark] = ()
        self._lit: tuple[Mention, ...] = ()
        self.changes: Sequence[TextChange] = ()
        self.notice = ""
        self._visual = False
        self._goal: int | None = None
        self._pressed = False
        self._labels: Sequence[Label] = ()
        self._hits: Sequence[Span] = ()
        self._painted: dict[int, Strip] = {}  # rows by their place on the pane
        self._painted_for: tuple[Mapping[str, Style], Size] | None = None
        self._bar_behind = False  # the scroll bar stands where the text was
        # A cursor that could be seen, and how far down the page it stood, from 0 to 1.
        self._stood: tuple[int, float] | None = None
        self._awaits_size = False
        self._owed_top = False

    # what is shown

    def open(self, document: Document | None, cursor: int = 0, notice: str = "") -> None:
        """Show another document, with the cursor where it stood; or why there is none to show."""
        self.document = document
        self.notice = notice
        if document is not None and not document.text.strip():
            self.notice = "This document has no text."
        self.motions = Motions(document) if document else None
        self._analysis = Analysis()
        self._lit = ()
        self._marks = ()
        self._labels = ()
        self._hits = ()
        self.changes = ()
        self._visual = False
        self._goal = None
        self._stood = None
        with self.prevent(CursorMoved):
            self.selection = None
            self.cursor = 0
        self._lay_out()
        if document:
            self.cursor = min(
                snap(document.text, cursor), self.motions.last() if self.motions else 0
            )
        self.reveal(top=True)
        self.refresh()

    def show(
        self,
        analysis: Analysis | None = None,
        marks: Sequence[Mark] | None = None,
        changes: Sequence[TextChange] | None = None,
    ) -> None:
        """Draw another analysis, other annotations or changes over the same text."""
        if analysis is not None and self.document is not None and analysis is not self._analysis:
            self._analysis = analysis
            units = self.motions.units if self.motions else None
            self.motions = Motions(self.document, analysis, units)
            self._lit = self._mentions_of_same()
        if marks is not None:
            self._marks = marks
        if changes is not None:
            self.changes = changes
        if self.page is not None:
            self.page.show(self._analysis, self._marks, self.changes)
            self.page.light(self._lit)
        self.refresh()

    def _columns(self) -> int:
        """Cells beside the scroll bar."""
        return self.scrollable_content_region.width or self.size.width

    def _lay_out(self) -> None:
        columns = self._columns()
        if self.document is None or columns <= 0:
            self.page = None
            self.virtual_size = Size(0, 0)
            return
        self.page = Page(self.document, columns)
        self.page.show(self._analysis, self._marks, self.changes)
        self.page.light(self._lit)
        self.page.label(self._labels)
        self.page.mark_hits(self._hits)
        self.virtual_size = Size(columns, len(self.page.layout.rows) + _TOP + 1)

    def on_mount(self) -> None:
        """Hear when a new layout stands."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._laid_out)

    def await_size(self) -> None:
        """Panes beside this one come or go: scroll only when it is known how wide it is then.

        Otherwise where the text stands would depend on whether a key or the layout comes first.
        """
        self._awaits_size = True

    def _laid_out(self, _: Screen[object]) -> None:
        # Where the width has changed, the message that says so follows.
        if self._awaits_size and (self.page is None or self.page.columns == self._columns()):
            self._go_on()

    def on_resize(self) -> None:
        """Lay the text out anew; the cursor stands about as far down the page as it did."""
        if self.page is None or self.page.columns != self._columns():
            self._lay_out()
        if self._stood is None:
            self._owed_top = True
        elif self.page is not None and self.size.height:
            cursor, share = self._stood
            height = self.size.height
            context = min(_CONTEXT, (height - 1) // 2)
            place = min(max(round(share * height), context), height - 1 - context)
            row = self.page.layout.row_of(cursor) + _TOP
            self.scroll_to(y=max(row - place, 0), animate=False, immediate=True, force=True)
        self._go_on()
        self._place_terminal_cursor()
        self.refresh()

    def _go_on(self) -> None:
        """Scroll to where the cursor has gone meanwhile."""
        self._awaits_size = False
        if self._owed_top or self._stood is None or self._stood[0] != self.cursor:
            self.reveal(top=self._owed_top)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint anew: some rows, or all."""
        if not regions:
            self._painted.clear()
        for region in regions:
            for y in region.line_range:
                self._painted.pop(y, None)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Rows of the visible part; those that have not been refreshed are not painted again.

        Nothing is drawn around them: what Textual does to that end takes as long as the painting.
        """
        look, size = styles(self.app), self.size
        if self._painted_for != (look, size):
            self._painted_for = look, size
            self._painted.clear()
        strips = []
        filters, background = self.get_line_filters(), self.background_colors[1]
        for y in crop.line_range:
            strip = self._painted.get(y)
            if strip is None:
                strip = self._painted[y] = self.render_line(y)
            for each in filters:
                strip = strip.apply_filter(each, background)
            strips.append(strip)
        if crop.column_span != (0, size.width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """One row of the visible part."""
        if self.page is None and self.document is not None and not self.cursor:
            # The first painting comes before the message that the size is known.
            self._lay_out()
        if self._bar_behind:
            self._bar_behind = False
            self.call_later(self._move_bar)
        number = y + self.scroll_offset.y - _TOP
        columns = self._columns()
        look = styles(self.app)
        if self.notice:
            lines = wrap(self.notice, columns - 2 * GUTTER, _NOTICE_LINES)
            if 0 <= y - _TOP < len(lines):
                words = Segment(" " * GUTTER + lines[y - _TOP], look["page"])
                return Strip([words]).adjust_cell_length(columns, look["page"])
        if self.page is None or not 0 <= number < len(self.page.layout.rows):
            return Strip.blank(columns, look["page"])
        cursor_style = "cursor" if self.has_focus else "cursor-away"
        strip = self.page.paint(number, look, self.selected, self.cursor, cursor_style)
        return strip.adjust_cell_length(columns, look["page"])

    # cursor and selection

    @property
    def seen(self) -> Span:
        """The part of the text that is in sight."""
        if self.page is None:
            return Span(0, 0)
        first = max(self.scroll_offset.y - _TOP, 0)
        return self.page.layout.span_of(first, self.scroll_offset.y - _TOP + self.size.height - 1)

    def label(self, labels: Sequence[Label]) -> None:
        """Draw letters over the text, instead of those that are there."""
        self._labels = labels
        if self.page is not None:
            self.page.label(labels)
        self.refresh()

    def mark_hits(self, hits: Sequence[Span]) -> None:
        """Mark what was found, instead of what was found before."""
        self._hits = hits
        if self.page is not None:
            self.page.mark_hits(hits)
        self.refresh()

    @property
    def hits(self) -> Sequence[Span]:
        """What was found and is marked, by place."""
        return self._hits

    @property
    def selected(self) -> Span | None:
        """The selected passage, or None."""
        if self.selection is None or self.document is None:
            return None
        return self.selection.span(self.document.text)

    def go(self, offset: int, *, extend: bool = False) -> None:
        """Put the cursor somewhere; a selection is extended, or dropped."""
        if self.document is None or self.motions is None:
            return
        offset = max(min(snap(self.document.text, offset), self.motions.last()), 0)
        if extend or self._visual:
            self.selection = (self.selection or Selection(self.cursor, self.cursor)).to(offset)
        else:
            self.selection = None
        self.cursor = offset

    def select(self, span: Span) -> None:
        """Select a passage and put the cursor on its last character."""
        if self.document is not None:
            self.selection = Selection.of(self.document.text, span)
            self.cursor = self.selection.head

    def drop(self) -> None:
        """Let go of the selection; the cursor stays."""
        self._visual = False
        self.selection = None

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the rows that change, and keep the cursor in sight."""
        self._repaint(
            min(old, new) if self.selection else old, max(old, new) if self.selection else old
        )
        self._repaint(new, new)
        self._light()
        self.reveal()
        self.post_message(CursorMoved(new))

    def _mentions_of_same(self) -> tuple[Mention, ...]:
        """All mentions of the entity under the cursor."""
        under = self.motions.mentions.at(self.cursor) if self.motions else []
        if not under:
            return ()
        entities = self._analysis.entities
        return next((each.mentions for each in entities if under[-1] in each.mentions), ())

    def _light(self) -> None:
        """Let all mentions of the entity under the cursor be seen."""
        lit = self._mentions_of_same()
        if lit == self._lit or self.page is None:
            return
        first = self.scroll_offset.y - _TOP
        last = first + self.size.height
        row_of = self.page.layout.row_of
        for mention in (*self._lit, *lit):
            if first <= row_of(mention.start) <= last:
                self._repaint(mention.start, mention.end - 1)
        self._lit = lit
        self.page.light(lit)

    def watch_selection(self, old: Selection | None, new: Selection | None) -> None:
        """Repaint what was or is selected."""
        for selection in (old, new):
            if selection:
                self._repaint(*sorted((selection.anchor, selection.head)))
        self.post_message(CursorMoved(self.cursor))

    def on_focus(self) -> None:
        """Draw the cursor in full."""
        self._repaint(self.cursor, self.cursor)
        self._place_terminal_cursor()

    def on_blur(self) -> None:
        """Draw the cursor as one that is elsewhere."""
        self._repaint(self.cursor, self.cursor)

    def _repaint(self, start: int, end: int) -> None:
        if self.page is not None:
            first, last = self.page.layout.row_of(start), self.page.layout.row_of(end)
            self.refresh_lines(first + _TOP, last - first + 1)

    def reveal(self, *, top: bool = False) -> None:
        """Scroll so that the cursor can be seen.

        By a row where it has left the page by a row; after a jump it stands in the upper third,
        so that the next jumps need no scrolling.

        Args:
            top: Show it there anyhow, unless all is in sight from the top.
        """
        if self._awaits_size or self.page is None or not self.size.height:
            self._owed_top |= top
            return
        self._owed_top = False
        row = self.page.layout.row_of(self.cursor) + _TOP
        height = self.size.height
        seen = self.scroll_offset.y
        if top:
            wanted = 0 if row < height - _CONTEXT else row - height // 3
        else:
            context = min(_CONTEXT, (height - 1) // 2)
            low, high = row + context - height + 1, row - context
            wanted = max(min(seen, high), low)
            if abs(wanted - seen) > 1:
                wanted = row - height // 3
            if row <= _TOP + context:
                wanted = 0
        if wanted != seen:
            self.scroll_to(y=max(wanted, 0), animate=False, immediate=True, force=True)
        self._stood = self.cursor, (row - self.scroll_offset.y) / height
        self._place_terminal_cursor()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Repaint the text; the scroll bar, which takes about as long, follows after it."""
        self._bar_behind = True
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)

    def _move_bar(self) -> None:
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = self.scroll_y

    def _place_terminal_cursor(self) -> None:
        """Move the terminal's own cursor along, for screen magnifiers and readers."""
        if self.page is None or not self.has_focus:
            return
        row = self.page.layout.row_of(self.cursor)
        column = self.page.text_left + self.page.layout.column_of(self.cursor)
        region = self.content_region
        self.app.cursor_position = Offset(
            region.x + column, region.y + row + _TOP - self.scroll_offset.y
        )

    # mouse

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        if self.page is None:
            return None
        place = event.get_content_offset_capture(self)
        row = place.y + self.scroll_offset.y - _TOP
        return self.page.layout.offset_at(row, place.x - self.page.text_left)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor where the reader points; a drag selects from there."""
        offset = self._offset_under(event)
        if offset is None or event.button != 1:
            return
        self._goal = None
        self._visual = False
        self.go(offset, extend=event.shift)
        self._pressed = True
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection while the button is down."""
        offset = self._offset_under(event) if self._pressed else None
        if offset is not None and offset != self.cursor:
            self.go(offset, extend=True)

    def on_mouse_up(self) -> None:
        """End a drag."""
        self._pressed = False
        self.release_mouse()
