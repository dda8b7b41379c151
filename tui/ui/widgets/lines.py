"""The single lines at the edges of the screen: title, what is under the cursor, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.reading.cells import clip, width
from tui.ui.commands import COMMANDS, Where
from tui.ui.keys import keys_of
from tui.ui.looks import style

if TYPE_CHECKING:
    from collections.abc import Sequence


class EdgeLine(Widget):
    """One line with something at its left and something at its right."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "EdgeLine { height: 1; }"

    left: reactive[Sequence[tuple[str, str]]] = reactive((), always_update=True)
    """(text, layer) pieces from the left edge."""
    right: reactive[str] = reactive("")
    """Words at the right edge; they give way when there is no room."""

    def render_line(self, y: int) -> Strip:
        """The one line."""
        return self.draw(self.left, self.right)

    def draw(self, left: Sequence[tuple[str, str]], right: str) -> Strip:
        """A line of pieces and what stands at its right."""
        base = self.rich_style
        columns = self.size.width
        room = columns - 2
        segments = [Segment(" ", base)]
        for text, layer in left:
            shown = clip(text, room)
            segments.append(Segment(shown, base + style(self.app, layer)))
            room -= width(shown)
        if right and width(right) + 2 <= room:
            segments.append(Segment(" " * (room - width(right)), base))
            segments.append(Segment(right, base + style(self.app, "muted")))
        return Strip(segments).adjust_cell_length(columns, base)


class KeyLine(EdgeLine):
    """The keys that count now."""

    where: reactive[Where] = reactive(Where.ARTICLE)
    """The part of the screen that has the focus."""
    selecting: reactive[bool] = reactive(False)
    """Whether a passage is selected."""
    asked: reactive[Sequence[tuple[str, str]]] = reactive(())
    """The keys that count instead, and a word on each, while the article asks for something."""

    def render_line(self, y: int) -> Strip:
        """The keys there is room for; those of the focused part first, help and quit always."""
        if self.asked:
            words = [((key, "key"), (f" {word}  ", "plain")) for key, word in self.asked]
            while len(words) > 1 and sum(width(k) + width(w) for (k, _), (w, _) in words) > (
                self.size.width - 1
            ):
                words.pop()
            asked = [piece for pair in words for piece in pair]
            return self.draw(asked, "")
        hints = [
            (keys_of(self.app, command)[0], f" {command.hint}   ", command.where is not self.where)
            for command in COMMANDS
            if command.hint
            and command.where in (self.where, Where.ANYWHERE)
            and command.selecting in (None, self.selecting)
        ]
        hints.sort(key=lambda hint: hint[2])
        while len(hints) > 2 and sum(width(key + hint) for key, hint, _ in hints) > self.size.width:
            del hints[-3]
        pieces = [piece for key, hint, _ in hints for piece in ((key, "key"), (hint, "plain"))]
        return self.draw(pieces, "")
