"""Choosing among the annotations that have lost their place in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.ui.screens.dialog import Dialog
from tui.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.ui.widgets.inspector import NoteItem


class OrphanList(LineList):
    """The words each was on, and its tags and note.

    Args:
        orphans: What to choose among.
    """

    can_focus = False
    item_height = 3

    def __init__(self, orphans: Sequence[NoteItem]) -> None:
        super().__init__(id="orphan-list")
        self._orphans = orphans

    def count(self) -> int:
        """Number of orphans."""
        return len(self._orphans)

    def choose(self, index: int) -> None:
        """Answer with the one pointed at."""
        self.screen.dismiss(index)

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """The words it was on; its tags and note; an empty line."""
        orphan = self._orphans[index]
        if line == 0:
            return [(f" “{' '.join(orphan.exact.split())}”", "plain")]
        if line == 1:
            about = (orphan.tags, " ".join(orphan.note.split()))
            return [(f"   {' · '.join(part for part in about if part)}", "name")]
        return []


class OrphanPicker(Dialog[int | None]):
    """Asks which annotation belongs on a passage; answers with its number in the list.

    Args:
        orphans: What to choose among.
        passage: The passage selected.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "cancel", "Cancel"),
        ("up,k", "step(-1)", "Up"),
        ("down,j", "step(1)", "Down"),
        ("enter", "take", "Put it there"),
    ]

    def __init__(self, orphans: Sequence[NoteItem], passage: str) -> None:
        hint = "Enter puts it on the selection   ↑↓ choose   Esc leaves"
        super().__init__("Which annotation belongs here?", hint, passage)
        self._orphans = orphans

    def parts(self) -> Iterable[Widget]:
        """The list."""
        yield OrphanList(self._orphans)

    def action_step(self, steps: int) -> None:
        """Move the bar."""
        self.query_one(OrphanList).move(steps)

    def action_take(self) -> None:
        """Answer with the one under the bar."""
        self.query_one(OrphanList).action_choose()
