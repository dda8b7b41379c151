"""Screens that are closed with an answer, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


class Answering(Screen[Result]):
    """A screen that takes one answer, however fast the keys come."""

    @property
    def is_open(self) -> bool:
        """Whether it waits for its answer; the widgets of one that is closed go before it does."""
        return self in self.app.screen_stack

    def call_if_open(self, show: Callable[..., None], *arguments: object) -> None:
        """Let the interface show something, from another thread; not once the screen is closed."""

        def shown() -> None:
            if self.is_open:
                show(*arguments)

        self.app.call_from_thread(shown)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with an answer.

        Keys that were typed before the screen was gone still reach it: a second answer counts for
        nothing, where Textual would close the screen below.

        Args:
            result: The answer.
        """
        if not self.is_current:
            return AwaitComplete()
        closed = super().dismiss(result)
        self._forget_lines()
        return closed

    def _forget_lines(self) -> None:
        """Let go of the painted lines of all widgets.

        Textual knows about a thousand closed widgets by a cache of their colours, and by them their
        lines, a hundred kilobytes for each screen.
        """
        for widget in self.walk_children(Widget, with_self=True):
            widget.refresh()
            if widget.show_vertical_scrollbar:
                widget.vertical_scrollbar.refresh()
