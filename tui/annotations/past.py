"""What was done in earlier sessions, as the journal has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.annotations.history import LIMIT
from tui.annotations.lines import to_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.annotations.journal import Entry

_KEPT = 2_000_000  # bytes of actions that a shortened journal holds


class Past:
    """The actions of earlier sessions that can be undone and redone.

    Args:
        entries: Of the journal, in order.

    Attributes:
        actions: All actions, by their ids.
        done: Ids of those that can be undone, the last one first to go.
        undone: Ids of those that can be redone, likewise.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.actions: dict[str, Entry] = {}
        self.done: list[str] = []
        self.undone: list[str] = []
        for entry in entries:
            self._take(entry)

    def _take(self, entry: Entry) -> None:
        action = entry.get("do")
        if isinstance(action, str):
            if action not in self.actions:
                self.actions[action] = entry
                self.done.append(action)
                self.undone.clear()
        elif "undo" in entry:
            _move(entry["undo"], self.done, self.undone)
        elif "redo" in entry:
            _move(entry["redo"], self.undone, self.done)
        elif "forget" in entry:
            _move(entry["forget"], self.done, [])
            _move(entry["forget"], self.undone, [])
        elif "adopt" in entry:
            self.rename(entry["adopt"], entry.get("as"))

    def rename(self, old: object, new: object) -> None:
        """The annotations of a document are another one's from now on."""
        for entry in self.actions.values():
            rename(entry, old, new)

    def kept(self) -> list[Entry]:
        """The entries of a shorter journal that says the same of the last actions."""
        size, first = 0, len(self.done)
        while first > max(len(self.done) - LIMIT, 0):
            size += len(to_line(self.actions[self.done[first - 1]]))
            if size > _KEPT and first < len(self.done):
                break
            first -= 1
        done = self.done[first:]
        undone = self.undone[-LIMIT:]
        actions = [self.actions[action] for action in (*done, *reversed(undone))]
        return [*actions, *({"undo": action} for action in undone)]


def rename(entry: Entry, old: object, new: object) -> None:
    """Let an action be about another document: the one that adopted its annotations."""
    for edit in entry.get("edits", ()):
        if isinstance(edit, dict) and edit.get("document") == old:
            edit["document"] = new


def _move(action: object, source: list[str], target: list[str]) -> None:
    if isinstance(action, str) and action in source:
        source.remove(action)
        target.append(action)
