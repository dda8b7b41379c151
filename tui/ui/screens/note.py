"""The note editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import TextArea

from tui.documents.text import clean
from tui.ui.screens.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

_KEYS = "Enter saves   Ctrl+J new line   Ctrl+O your editor   Esc leaves"


class NoteEditor(Dialog[str | None]):
    """Asks for a note; answers with its text, or None if it is to stay as it was.

    Args:
        passage: What the note is on.
        note: The note so far.
        title: What it is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "save", "Save", priority=True),
        Binding("ctrl+j,shift+enter,alt+enter", "new_line", "New line", priority=True),
        Binding("ctrl+o", "external", "Open in your editor", priority=True),
        Binding("escape", "leave", "Leave", priority=True),
    ]

    def __init__(self, passage: str, note: str, title: str = "Note") -> None:
        super().__init__(title, _KEYS, passage)
        self._note = note
        self._warned = False

    def parts(self) -> Iterable[Widget]:
        """An editor."""
        editor = TextArea(
            self._note, soft_wrap=True, show_line_numbers=False, compact=True, id="note-text"
        )
        editor.cursor_location = editor.document.end
        yield editor

    def _text(self) -> str:
        return clean(self.query_one(TextArea).text).strip()

    def action_save(self) -> None:
        """Answer with the note."""
        self.dismiss(self._text())

    def action_new_line(self) -> None:
        """Begin another line of the note."""
        self.query_one(TextArea).insert("\n")

    def action_external(self) -> None:
        """Write the note in the reader's own editor."""
        from textual.app import SuspendNotSupported

        from tui.ui.external_editor import EditorError, edited

        editor = self.query_one(TextArea)
        try:
            with self.app.suspend():
                text = edited(editor.text)
        except SuspendNotSupported:
            self.tell("This terminal cannot be lent to another program.")
        except EditorError as error:
            self.tell(str(error))
        else:
            editor.text = clean(text).rstrip("\n")
            editor.cursor_location = editor.document.end
        self.app.refresh()

    def action_leave(self) -> None:
        """Close; what has been written is thrown away only when asked twice."""
        if self._text() == self._note or self._warned:
            self.dismiss(None)
        else:
            self._warned = True
            self.tell("Esc again throws away what you wrote; Enter saves it.")

    def on_text_area_changed(self) -> None:
        """Ask again before what is written now is thrown away."""
        if self._warned:
            self._warned = False
            self.tell(_KEYS)
