"""Choosing a name: of an entity or a speaker of the document, or one that is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.widgets import Input

from tui.documents.text import clean_line
from tui.ui.screens.dialog import Dialog
from tui.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget


class Name(NamedTuple):
    """A name to choose.

    Attributes:
        name: The name.
        detail: What it is the name of.
        layer: The layer it is drawn in.
    """

    name: str
    detail: str = ""
    layer: str = "strong"


class NameList(LineList):
    """The names that fit what was typed."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="name-list")
        self.names: Sequence[Name] = ()

    def count(self) -> int:
        """Number of names."""
        return len(self.names)

    def choose(self, index: int) -> None:
        """Answer with the name pointed at."""
        self.screen.dismiss(self.names[index].name)

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """The name, and what it is the name of."""
        name, detail, layer = self.names[index]
        return [(" ", "plain"), (name, layer), (f"  {detail}" if detail else "", "muted")]


class NamePicker(Dialog[str | None]):
    """Asks for a name.

    Args:
        title: What the name is for.
        names: Those of the document, in order.
        passage: The passage that is meant.
    """

    DEFAULT_CSS = """
    #name-list { height: 40vh; max-height: 14; margin-top: 1; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "cancel", "Cancel"),
        ("up", "step(-1)", "Up"),
        ("down", "step(1)", "Down"),
        ("pageup", "step(-8)", "Up a page"),
        ("pagedown", "step(8)", "Down a page"),
    ]

    def __init__(self, title: str, names: Sequence[Name], passage: str = "") -> None:
        super().__init__(title, "Enter takes it   ↑↓ choose   Esc leaves", passage)
        self._names = names

    def parts(self) -> Iterable[Widget]:
        """The filter and the list."""
        yield Input(placeholder="Type to find a name, or another one", compact=True)
        yield NameList()

    def on_mount(self) -> None:
        """Show all names."""
        self._filter("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the names that fit."""
        self._filter(event.value)

    def _filter(self, typed: str) -> None:
        wanted = clean_line(typed).strip()
        small = wanted.casefold()
        fitting = [name for name in self._names if small in name.name.casefold()]
        fitting.sort(key=lambda name: not name.name.casefold().startswith(small))
        if wanted and all(name.name != wanted for name in fitting):
            fitting.append(Name(wanted, "as you typed it"))
        names = self.query_one(NameList)
        names.names = fitting
        names.current = 0
        names.update()

    def on_input_submitted(self) -> None:
        """Answer with the name under the bar."""
        names = self.query_one(NameList)
        if names.names:
            names.action_choose()

    def action_step(self, steps: int) -> None:
        """Move the bar."""
        self.query_one(NameList).move(steps)
