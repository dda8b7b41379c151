"""The smallest Textual app, to measure against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    """Shows one word."""

    def compose(self) -> ComposeResult:
        yield Static("painted")


if __name__ == "__main__":
    Minimal().run()
