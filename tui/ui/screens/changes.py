"""What changed in an article since the reader annotated it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.reading.cells import wrap
from tui.ui.screens.dialog import Dialog
from tui.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.annotations.changes import TextChange


class ChangeList(LineList):
    """Each change with the words before it, what went and what came.

    Args:
        changes: In order of place.
    """

    can_focus = False
    item_height = 6

    def __init__(self, changes: Sequence[TextChange]) -> None:
        super().__init__(id="change-list")
        self._changes = changes

    def count(self) -> int:
        """Number of changes."""
        return len(self._changes)

    def choose(self, index: int) -> None:
        """Answer with the place of the change pointed at."""
        self.screen.dismiss(self._changes[index].start)

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """A line of context, two of what went, two of what came, an empty one."""
        change = self._changes[index]
        if line == 0:
            before = " ".join(change.before.split())
            return [(f" …{before}" if before else " At the beginning", "muted")]
        lines = [
            (words, layer)
            for sign, part, layer in (
                ("−", change.removed, "removed"),
                ("+", change.added, "added"),
            )
            if part.strip()
            for words in wrap(f"{sign} {part}", columns - 2, 2, indent="  ")
        ]
        return [(" ", "plain"), lines[line - 1]] if line - 1 < len(lines) else []


class Changes(Dialog[int | None]):
    """Shows what changed; answers with the place of a change the reader wants to see.

    Args:
        changes: In order of place; at least one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "cancel", "Close"),
        ("up,k", "step(-1)", "Up"),
        ("down,j", "step(1)", "Down"),
        ("pageup", "step(-4)", "Up a page"),
        ("pagedown,space", "step(4)", "Down a page"),
        ("enter", "take", "Go to it"),
    ]

    def __init__(self, changes: Sequence[TextChange]) -> None:
        count = f"{len(changes)} {'change' if len(changes) == 1 else 'changes'}"
        title = f"{count} in the text since you annotated it"
        super().__init__(title, "Enter goes to it   ↑↓ PgUp PgDn move   Esc closes")
        self._changes = changes

    def parts(self) -> Iterable[Widget]:
        """The list."""
        yield ChangeList(self._changes)

    def action_step(self, steps: int) -> None:
        """Move the bar."""
        self.query_one(ChangeList).move(steps)

    def action_take(self) -> None:
        """Answer with the place of the change under the bar."""
        self.query_one(ChangeList).action_choose()
