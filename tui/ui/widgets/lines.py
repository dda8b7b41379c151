"""The single lines at the edges of the screen: title, what is under the cursor, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.reading.cells import clip, width
from tui.ui.commands import COMMANDS, Where
from tui.ui.keys import keys_of

if TYPE_CHECKING:
    from collections.abc import Sequence


class EdgeLine(Widget):
    """One line with something at its left and something at its right."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "EdgeLine { height: 1; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--plain", "line--strong", "line--muted"}

    left: reactive[Sequence[tuple[str, str]]] = reactive((), always_update=True)
    """(text, layer) pieces from the left edge."""
    right: reactive[str] = reactive("")
    """Words at the right edge; they give way when there is no room."""

    def render_line(self, y: int) -> Strip:
        """The one line."""
        base = self.rich_style
        columns = self.size.width
        room = columns - 2
        segments = [Segment(" ", base)]
        for text, layer in self.left:
            shown = clip(text, room)
            style = self.get_component_rich_style(layer, partial=True)
            segments.append(Segment(shown, base + style))
            room -= width(shown)
        if self.right and width(self.right) + 2 <= room:
            style = self.get_component_rich_style("line--muted", partial=True)
            segments.append(Segment(" " * (room - width(self.right)), base))
            segments.append(Segment(self.right, base + style))
        return Strip(segments).adjust_cell_length(columns, base)


class KeyLine(EdgeLine):
    """The keys that count now."""

    def show(self, where: Where, *, selecting: bool) -> None:
        """Show the keys for the focused part of the screen."""
        pieces: list[tuple[str, str]] = []
        for command in COMMANDS:
            here = command.where in (where, Where.ANYWHERE)
            if command.hint and here and command.selecting in (None, selecting):
                pieces.append((keys_of(command.keys)[0], "line--strong"))
                pieces.append((f" {command.hint}   ", "line--plain"))
        self.left = tuple(pieces)
