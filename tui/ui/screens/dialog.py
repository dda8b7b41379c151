"""The frame of all dialogs: a panel in the middle, a title above, its keys below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.ui.screens.answering import Answering, Result

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult
    from textual.widget import Widget


class Dialog(Answering[Result], ModalScreen[Result]):
    """Asks the reader for one thing.

    Args:
        title: What is asked for; plain text.
        hint: The keys that count, in a few words.
        passage: The passage of the article that is meant, if one is.
    """

    # Here and not in the app's own styles, so that they are read when the first dialog opens.
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    #dialog {
        width: 76;
        max-width: 96%;
        height: auto;
        max-height: 100%;
        padding: 0 1;
        background: $surface;
        border: round $muted;
    }
    #dialog-title { height: 1; text-style: bold; margin-bottom: 1; }
    #dialog-hint { height: 1; color: $muted; margin-top: 1; }
    Dialog Input, Dialog TextArea { background: $panel; color: $foreground; padding: 0 1; }
    Dialog .field { color: $muted; margin-top: 1; height: 1; }
    #tag-list { height: 35vh; max-height: 12; margin-top: 1; background: $surface; }
    #change-list { height: 60vh; background: $surface; }
    #codebook-list { height: 50vh; background: $surface; }
    #orphan-list { height: 40vh; background: $surface; }
    #passage { height: auto; max-height: 3; color: $muted; margin-bottom: 1; }
    #note-text { height: 25vh; max-height: 8; }
    #help-lines { height: 70vh; background: $surface; }
    """

    def __init__(self, title: str, hint: str, passage: str = "") -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._passage = " ".join(passage.split())

    def parts(self) -> Iterable[Widget]:
        """What stands between title and keys."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, passage, parts, keys."""
        with Vertical(id="dialog"):
            yield Static(Content(self._title), id="dialog-title", markup=False)
            if self._passage:
                yield Static(Content(self._passage), id="passage", markup=False)
            yield from self.parts()
            yield Static(Content(self._hint), id="dialog-hint", markup=False)

    def tell(self, words: str) -> None:
        """Say something where the keys stand."""
        self.query_one("#dialog-hint", Static).update(Content(words))

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
