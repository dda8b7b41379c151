"""Editing a tag of the codebook: name, colour, description."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.annotations.records import NewerFormatError
from tui.documents.text import clean_line
from tui.ui.screens.dialog import Dialog
from tui.ui.themes import TAG_COLOURS, tag_colour

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.annotations.model import Tag
    from tui.annotations.store import Store


def _field(value: str, name: str) -> Input:
    return Input(value, id=name, compact=True, select_on_focus=False)


class TagEditor(Dialog[None]):
    """Changes one tag; annotations that carry it follow.

    Args:
        store: Where the codebook is.
        tag: The tag to change.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "cancel", "Cancel"),
        ("ctrl+s", "save", "Save"),
    ]

    def __init__(self, store: Store, tag: Tag) -> None:
        super().__init__("Edit the tag", "Enter saves   Tab next field   Esc leaves it as it was")
        self._store = store
        self._tag = tag

    def parts(self) -> Iterable[Widget]:
        """A field for each property."""
        yield Static("Name", classes="field", markup=False)
        yield _field(self._tag.name, "tag-name")
        yield Static("Description: when to use it", classes="field", markup=False)
        yield _field(self._tag.description, "tag-description")
        yield Static("Colour", classes="field", markup=False)
        colours = OptionList(
            *(Option(colour, id=colour) for colour in TAG_COLOURS), id="tag-colour", compact=True
        )
        colours.highlighted = TAG_COLOURS.index(tag_colour(self._tag.colour))
        yield colours

    def on_input_submitted(self) -> None:
        """Save."""
        self.action_save()

    def on_option_list_option_selected(self) -> None:
        """Save."""
        self.action_save()

    def action_save(self) -> None:
        """Change the tag, unless its new name is empty or another tag's."""
        name = clean_line(self.query_one("#tag-name", Input).value).strip()
        description = clean_line(self.query_one("#tag-description", Input).value).strip()
        highlighted = self.query_one(OptionList).highlighted
        other = self._store.codebook.by_name(name)
        if not name:
            self.tell("A tag needs a name.")
        elif other is not None and other.id != self._tag.id:
            self.tell(f"There is a tag “{other.name}” already.")
        else:
            colour = self._tag.colour if highlighted is None else TAG_COLOURS[highlighted]
            try:
                self._store.change_tag(
                    self._tag.id, name=name, colour=colour, description=description
                )
            except NewerFormatError as error:
                self.tell(str(error))
            else:
                self.dismiss(None)
