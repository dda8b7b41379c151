"""A menu: each line with the key that takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from tui.ui.screens.dialog import Dialog
from tui.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.widget import Widget


class MenuItem(NamedTuple):
    """One thing that can be done.

    Attributes:
        id: What the menu answers with; empty for a heading.
        key: The character that takes it.
        words: What it does.
        detail: More on that.
        layer: The layer its words are drawn in.
    """

    id: str
    key: str
    words: str
    detail: str = ""
    layer: str = "strong"


class MenuList(LineList):
    """A line for each thing that can be done.

    Args:
        items: In order.
    """

    can_focus = False

    def __init__(self, items: Sequence[MenuItem]) -> None:
        super().__init__(id="menu-list")
        self.items = items

    def count(self) -> int:
        """Number of lines."""
        return len(self.items)

    def selectable(self, index: int) -> bool:
        """The bar passes headings over."""
        return super().selectable(index) and bool(self.items[index].id)

    def choose(self, index: int) -> None:
        """Answer with the line pointed at."""
        self.screen.dismiss(self.items[index].id)

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """Key, words, detail."""
        item = self.items[index]
        if not item.id:
            return [(f" {item.words}", "muted")]
        return [
            (f"  {item.key}  ", "key"),
            (item.words, item.layer),
            (f"  {item.detail}" if item.detail else "", "muted"),
        ]


class Menu(Dialog[str | None]):
    """Asks what is to be done; answers with the id of an item.

    Args:
        title: What it is about; plain text.
        items: What can be done, in order, with headings; headings alone are only read.
        passage: The passage that is meant.
    """

    DEFAULT_CSS = """
    #menu-list { height: auto; max-height: 60vh; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "cancel", "Cancel"),
        ("up", "step(-1)", "Up"),
        ("down", "step(1)", "Down"),
        ("pageup", "step(-8)", "Up a page"),
        ("pagedown", "step(8)", "Down a page"),
        ("enter", "take", "Do it"),
    ]

    def __init__(self, title: str, items: Sequence[MenuItem], passage: str = "") -> None:
        self._only_read = not any(item.id for item in items)
        hint = (
            "↑↓ scroll   Esc closes" if self._only_read else "A key, or ↑↓ and Enter   Esc leaves"
        )
        super().__init__(title, hint, passage)
        self._items = items

    def parts(self) -> Iterable[Widget]:
        """The list."""
        menu = MenuList(self._items)
        menu.styles.height = len(self._items)
        yield menu

    def on_mount(self) -> None:
        """Put the bar on the first line that can be taken."""
        menu = self.query_one(MenuList)
        menu.current = next((n for n, item in enumerate(self._items) if item.id), 0)

    def on_key(self, event: events.Key) -> None:
        """Take the item whose key this is."""
        for item in self._items:
            if item.id and event.character == item.key:
                event.stop()
                self.dismiss(item.id)
                return

    def action_step(self, steps: int) -> None:
        """Move the bar; or scroll, where there is nothing to take."""
        menu = self.query_one(MenuList)
        if self._only_read:
            menu.scroll_relative(y=steps, animate=False)
        else:
            menu.move(steps)

    def action_take(self) -> None:
        """Answer with the line under the bar."""
        self.query_one(MenuList).action_choose()
