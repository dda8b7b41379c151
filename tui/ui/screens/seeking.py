"""Looking for words in the open article: a line at the bottom that finds as the reader types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from tui.reading.expressions import PatternError
from tui.reading.find import find, next_hit
from tui.ui.messages import CursorMoved
from tui.ui.widgets.lines import KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from tui.documents.document import Span
    from tui.ui.screens.base import SessionScreen

_HINT = "words, or /an expression/; capitals count where you type one"
_KEYS = (("Enter", "Go there"), ("Esc", "Leave"))


class SeekLine(Input):
    """Finds in the article what is typed; Enter keeps it marked, Escape goes back.

    Args:
        reader: The screen with the article.
    """

    DEFAULT_CSS = """
    SeekLine { height: 1; border: none; padding: 0 1; background: $panel; color: $foreground; }
    SeekLine:focus { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave")]

    def __init__(self, reader: SessionScreen) -> None:
        super().__init__(placeholder=_HINT, compact=True, id="seek")
        self._reader = reader
        self._origin = reader.article.cursor

    def on_mount(self) -> None:
        """Take the keys."""
        self.focus()
        self._reader.query_one("#keys", KeyLine).asked = _KEYS

    def _find(self, query: str) -> Sequence[Span] | str:
        """The places, or what is wrong with the query."""
        document = self._reader.article.document
        if document is None:
            return []
        expression = len(query) > 1 and query.startswith("/")
        if expression:
            query = query[1:].removesuffix("/")
        try:
            return find(document.text, query, expression=expression)
        except PatternError as error:
            return str(error)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the first place at or after the cursor."""
        event.stop()
        article = self._reader.article
        found = self._find(event.value)
        hits = [] if isinstance(found, str) else found
        article.mark_hits(hits)
        hit = next_hit(hits, self._origin - 1)
        with article.prevent(CursorMoved):
            article.go(hit.span.start if hit else self._origin)
        if isinstance(found, str):
            self._reader.say(found)
        elif hit is not None:
            self._reader.say(f"{hit.number + 1} of {len(hits)}")
        else:
            self._reader.say("Nothing is found." if event.value.strip() else "")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on reading at what was found."""
        event.stop()
        hits = len(self._reader.article.hits)
        self._close()
        if hits:
            self._reader.say(f"{hits} found   ; next   : previous   Esc ends")

    def action_leave(self) -> None:
        """Go back to where the reader was."""
        article = self._reader.article
        article.mark_hits([])
        with article.prevent(CursorMoved):
            article.go(self._origin)
        self._close()

    def _close(self) -> None:
        self._reader.query_one("#keys", KeyLine).asked = ()
        self._reader.article.focus()
        self.remove()
