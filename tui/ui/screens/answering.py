"""Screens that are closed with an answer, once."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Result = TypeVar("Result")


class Answering(Screen[Result]):
    """A screen that takes one answer, however fast the keys come."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with an answer.

        Keys that were typed before the screen was gone still reach it: a second answer counts for
        nothing, where Textual would close the screen below.

        Args:
            result: The answer.
        """
        return super().dismiss(result) if self.is_current else AwaitComplete()
