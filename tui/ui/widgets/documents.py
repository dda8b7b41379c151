"""The list of documents: headline, source, date, counts, and how far the reader is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from tui.reading.cells import clip, offset_at, width, wrap
from tui.ui.commands import Where
from tui.ui.keys import bindings
from tui.ui.messages import DocumentChosen, RowsDrawn
from tui.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType
    from textual.strip import Strip


class Status(StrEnum):
    """How far the reader is with a document."""

    UNREAD = "unread"
    IN_PROGRESS = "in progress"
    DONE = "done"


STATUS_MARKS = {Status.UNREAD: "○", Status.IN_PROGRESS: "◐", Status.DONE: "●"}


_TITLE_LAYERS = {
    Status.UNREAD: "strong",
    Status.IN_PROGRESS: "plain",
    Status.DONE: "muted",
}

_WIDE = 36  # columns from which source, date and counts share a line
_WIDE_HEIGHT = 4
_NARROW_HEIGHT = 5


class Line(NamedTuple):
    """What the list says of one document.

    Attributes:
        title: Headline, or the file's name while it has not been read.
        source: Who published it.
        date: When.
        quotes: Number of quotes; None while it is not known.
        annotations: Number of the reader's own annotations.
        status: How far the reader is.
        problem: Why it cannot be read, or empty.
    """

    title: str
    source: str = ""
    date: str = ""
    quotes: int | None = None
    annotations: int = 0
    status: Status = Status.UNREAD
    problem: str = ""


class DocumentList(LineList):
    """All documents of the library; the open one carries a mark at its left edge.

    Args:
        total: Number of documents.
        line: Gives what to say of one; called for the documents in sight only.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.DOCUMENTS)

    def __init__(self, total: int, line: Callable[[int], Line], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.total = total
        self.line = line
        self.opened = 0
        self.item_height = _NARROW_HEIGHT
        self._drawn = (-1, -1)

    def count(self) -> int:
        """Number of documents."""
        return self.total

    def choose(self, index: int) -> None:
        """Open a document and go on to its text."""
        self.post_message(DocumentChosen(index, read=True))

    def watch_current(self, old: int, new: int) -> None:
        """Show the document under the bar, without leaving the list."""
        super().watch_current(old, new)
        self.post_message(DocumentChosen(new, read=False))

    def render_line(self, y: int) -> Strip:
        """One line; says which documents are in sight when they change."""
        if y == 0:
            first = self.scroll_offset.y // self.item_height
            last = min(first + self.size.height // self.item_height + 1, self.total - 1)
            if (first, last) != self._drawn:
                self._drawn = (first, last)
                self.post_message(RowsDrawn(first, last))
        return super().render_line(y)

    def update(self) -> None:
        """Draw anew; a narrow list gives the date a line of its own."""
        self.item_height = _NARROW_HEIGHT if self.size.width < _WIDE else _WIDE_HEIGHT
        super().update()

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """Two lines of headline, then source, date and counts, then an empty line."""
        said = self.line(index)
        room = columns - 4
        lead = ("▌" if index == self.opened else " ", "strong")
        if line < 2:
            mark = STATUS_MARKS[said.status] if line == 0 else " "
            words = clip(_halves(said.title, room)[line], room)
            return [lead, (f"{mark} ", "muted"), (words, _TITLE_LAYERS[said.status])]
        if line == self.item_height - 1:
            return []
        if said.problem:
            lines = wrap(said.problem, room - 2, self.item_height - 3)
            words = lines[line - 2] if line - 2 < len(lines) else ""
        elif self.item_height == _WIDE_HEIGHT:
            about = " · ".join(part for part in (said.source, said.date) if part)
            words = _ends(about, _counts(said), room)
        else:
            words = said.source if line == 2 else _ends(said.date, _counts(said), room)
        return [lead, (f"  {clip(words, room)}", "muted")]


def _counts(said: Line) -> str:
    quotes = f"❝{'·' if said.quotes is None else said.quotes}"
    return f"{quotes} ✎{said.annotations}" if said.annotations else quotes


def _ends(left: str, right: str, columns: int) -> str:
    """Words at both ends of a line; the left ones give way."""
    left = clip(left, columns - width(right) - 1)
    return left + " " * (columns - width(left) - width(right)) + right


def _halves(title: str, columns: int) -> tuple[str, str]:
    """A title over two lines, broken between words where that is possible."""
    if width(title) <= columns:
        return title, ""
    cut = offset_at(title, columns)
    space = title.rfind(" ", 0, cut + 1)
    if space > cut // 2:
        return title[:space], title[space + 1 :]
    return title[:cut], title[cut:]
