"""Help: every key, made from the table of commands, and what the marks on the page mean."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from tui.reading.cells import width, wrap
from tui.ui.commands import COMMANDS
from tui.ui.keys import keys_of
from tui.ui.screens.dialog import Dialog
from tui.ui.widgets.documents import STATUS_MARKS
from tui.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

_MARKS = (
    ("┃ ╏ ┆", "direct, mixed and indirect quote; the speaker stands beside it"),
    ("● ✎ ◆", "tagged passage, note, several annotations on a row"),
    ("+ − ±", "words added, removed or both since you annotated; c shows and hides these"),
    ("·", "what the site puts below every article"),
    ("bold", "person; bold and underlined: organisation; underlined: place"),
    ("  ".join(STATUS_MARKS.values()), ", ".join(STATUS_MARKS)),
    ("❝ ✎", "number of quotes and of your annotations"),
)


_KEYS_COLUMNS = 23  # cells that the keys take
_MOST_LINES = 3  # of what a key does


class HelpLines(LineList):
    """The lines of the help; nothing in it can be chosen."""

    can_focus = False  # or else its own keys would scroll it, slowly

    def __init__(self) -> None:
        super().__init__(id="help-lines")
        self.lines: list[list[tuple[str, str]]] = []

    def update(self) -> None:
        """Write the lines for the width there is."""
        self.lines = []
        groups = groupby(sorted(COMMANDS, key=_place), key=lambda command: command.group)
        for group, commands in groups:
            self._heading(group)
            for command in commands:
                self._row("  ".join(keys_of(self.app, command)), command.title, command.id)
        self._heading("Marks on the page")
        for mark, meaning in _MARKS:
            self._row(mark, meaning)
        super().update()

    def _heading(self, words: str) -> None:
        if self.lines:
            self.lines.append([])
        self.lines.append([(words, "strong")])

    def _row(self, keys: str, words: str, name: str = "") -> None:
        room = max(self._columns() - _KEYS_COLUMNS, 20)
        lines = wrap(words, room, _MOST_LINES)
        indent = " " * _KEYS_COLUMNS
        leads = [f"  {keys:<{_KEYS_COLUMNS - 2}}", *[indent] * (len(lines) - 1)]
        self.lines += [
            [(lead, "strong"), (line, "plain")] for lead, line in zip(leads, lines, strict=True)
        ]
        if name and width(lines[-1]) + 3 + width(name) <= room:
            self.lines[-1].append((f"   {name}", "muted"))
        elif name:
            self.lines.append([(indent + name, "muted")])

    def count(self) -> int:
        """Number of lines."""
        return len(self.lines)

    def selectable(self, index: int) -> bool:
        """No bar stands on help."""
        return False

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """The line."""
        return self.lines[index]


def _place(command: object) -> int:
    groups = list(dict.fromkeys(each.group for each in COMMANDS))
    return groups.index(getattr(command, "group"))  # noqa: B009


class Help(Dialog[None]):
    """Shows the help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,f1,enter", "cancel", "Close"),
        ("up,k", "scroll(-1)", "Up"),
        ("down,j", "scroll(1)", "Down"),
        ("pageup,ctrl+u", "scroll(-10)", "Up a page"),
        ("pagedown,space,ctrl+d", "scroll(10)", "Down a page"),
        ("home,g", "scroll(-1000)", "Top"),
        ("end,G", "scroll(1000)", "Bottom"),
    ]

    def __init__(self) -> None:
        super().__init__("Help", "↑↓ PgUp PgDn scroll   Esc closes")

    def parts(self) -> Iterable[Widget]:
        """The lines."""
        yield HelpLines()

    def action_scroll(self, lines: int) -> None:
        """Scroll."""
        self.query_one(HelpLines).scroll_relative(y=lines, animate=False)
