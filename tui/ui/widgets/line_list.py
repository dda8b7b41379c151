"""A list of any length that draws only what is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.reading.cells import clip
from tui.ui.looks import style

if TYPE_CHECKING:
    from textual import events


_ON_BAR = {"muted": "bar-muted", "unknown": "bar-unknown"}
"""What quiet layers become under the bar, where they could not be read."""


class LineList(ScrollView, can_focus=True):
    """Items of equal height, one of them under a bar.

    A subclass says how many items there are (`count`), and draws a line of one (`draw`). What a
    document says reaches the screen as plain text only.
    """

    ALLOW_SELECT = False
    current: reactive[int] = reactive(0, repaint=False)
    """Index of the item under the bar."""

    item_height = 1
    """Lines of an item; may depend on the width."""

    def count(self) -> int:
        """Number of items."""
        raise NotImplementedError

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """One line of an item, as (text, layer) pieces; layers are those of `tui.ui.looks`."""
        raise NotImplementedError

    def choose(self, index: int) -> None:
        """The reader wants this item."""
        raise NotImplementedError

    def selectable(self, index: int) -> bool:
        """Whether the bar may stand on the item."""
        return 0 <= index < self.count()

    def update(self) -> None:
        """Draw anew after the items have changed."""
        self.virtual_size = Size(self._columns(), self.count() * self.item_height)
        if self.count():
            self.current = min(self.current, self.count() - 1)
        self.refresh()

    def _columns(self) -> int:
        return max(self.scrollable_content_region.width, 1)

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self.update()
        self.reveal()

    def render_line(self, y: int) -> Strip:
        """One line of the visible part."""
        base = self.rich_style
        index, line = divmod(y + self.scroll_offset.y, self.item_height)
        columns = self._columns()
        if not 0 <= index < self.count():
            return Strip.blank(self.size.width, base)
        under = index == self.current and self.selectable(index)
        if under:
            base += style(self.app, "bar" if self.has_focus else "bar-away")
        room = columns
        segments = []
        for text, layer in self.draw(index, line, columns):
            shown = clip(text, room)
            layer = _ON_BAR.get(layer, layer) if under else layer
            segments.append(Segment(shown, base + style(self.app, layer)))
            room -= Strip([segments[-1]]).cell_length
        return Strip(segments).adjust_cell_length(columns, base)

    def watch_current(self, old: int, new: int) -> None:
        """Repaint the two items and keep the new one in sight."""
        for index in (old, new):
            self.refresh_lines(index * self.item_height, self.item_height)
        self.reveal()

    def reveal(self) -> None:
        """Scroll as little as needed to show the item under the bar."""
        height = self.size.height
        if not height:
            return
        first = self.current * self.item_height
        seen = self.scroll_offset.y
        wanted = max(min(seen, first), first + self.item_height - height)
        if wanted != seen:
            self.scroll_to(y=wanted, animate=False, immediate=True, force=True)

    def on_focus(self) -> None:
        """Show the bar as the reader's own."""
        self.refresh_lines(self.current * self.item_height, self.item_height)

    def on_blur(self) -> None:
        """Show the bar as one that waits."""
        self.refresh_lines(self.current * self.item_height, self.item_height)

    def move(self, steps: int) -> None:
        """Move the bar by so many items it may stand on, as far as there are any."""
        index, direction = self.current, 1 if steps > 0 else -1
        for _ in range(abs(steps)):
            place = index + direction
            while 0 <= place < self.count() and not self.selectable(place):
                place += direction
            if not self.selectable(place):
                break
            index = place
        self.current = index

    def action_step(self, steps: int) -> None:
        """Move the bar."""
        self.move(steps)

    def action_page(self, pages: int) -> None:
        """Move the bar by a screenful."""
        self.move(pages * max(self.size.height // self.item_height - 1, 1))

    def action_edge(self, end: bool) -> None:
        """Move the bar to the first or the last item."""
        self.move(self.count() if end else -self.count())

    def action_choose(self) -> None:
        """Take the item under the bar."""
        if self.selectable(self.current):
            self.choose(self.current)

    def on_click(self, event: events.Click) -> None:
        """Take the item pointed at."""
        index = (event.get_content_offset_capture(self).y + self.scroll_offset.y) // (
            self.item_height
        )
        if self.selectable(index):
            self.current = index
            self.choose(index)
