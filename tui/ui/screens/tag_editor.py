"""Editing a tag of the codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.annotations.records import NewerFormatError
from tui.documents.text import clean_line
from tui.ui.screens.dialog import Dialog
from tui.ui.themes import TAG_COLOURS, tag_colour

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.suggester import Suggester
    from textual.widget import Widget

    from tui.annotations.model import Tag, TagChange
    from tui.annotations.store import Store


class TagEditor(Dialog[None]):
    """Changes one tag; annotations that carry it follow.

    Args:
        store: Where the codebook is.
        tag: The tag to change.
    """

    DEFAULT_CSS = """
    TagEditor .row { height: 1; margin-bottom: 1; }
    TagEditor .row Static { width: 14; color: $muted; }
    TagEditor .row Input { width: 1fr; }
    TagEditor .caption { color: $muted; }
    #tag-colour { height: 10; max-height: 35vh; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "cancel", "Cancel"),
        ("ctrl+s", "save", "Save"),
    ]

    def __init__(self, store: Store, tag: Tag) -> None:
        super().__init__("Edit the tag", "Enter saves   Tab next field   Esc leaves it as it was")
        self._store = store
        self._tag = tag
        parent = store.codebook.by_id(tag.parent) if tag.parent else None
        self._under = parent.name if parent else tag.name.rpartition("/")[0]
        self._leaf = tag.name.removeprefix(f"{self._under}/")

    def parts(self) -> Iterable[Widget]:
        """A field for each property."""
        names = [tag.name for tag in self._store.codebook if tag.id != self._tag.id]
        yield _row("Name", self._leaf, "tag-name")
        yield _row("Description", self._tag.description, "tag-description", "when to use it")
        yield _row("Under the tag", self._under, "tag-under", "none", SuggestFromList(names))
        yield _row("Key", self._tag.key, "tag-key", "one character; digits are given in order")
        yield Static("Colour", classes="caption", markup=False)
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

    def _said(self, field: str) -> str:
        return clean_line(self.query_one(f"#tag-{field}", Input).value).strip()

    def _wrong(self, name: str, under: str, key: str) -> str:
        """What is wrong with the fields, or an empty string."""
        codebook = self._store.codebook
        whole = codebook.by_name(f"{under}/{name}" if under else name)
        above = codebook.by_name(under) if under else None
        other = codebook.keys.get(key) if key else None
        if not name:
            return "A tag needs a name."
        if under and above is None:
            return f"There is no tag “{under}” to be under."
        if above is not None and self._is_below(above):
            return "A tag cannot be under itself."
        if whole is not None and whole.id != self._tag.id:
            return f"There is a tag “{whole.name}” already."
        if len(key) > 1 or not (key.isprintable() or not key):
            return "A key is one character."
        if other is not None and other.key == key and other.id != self._tag.id:
            return f"“{key}” is the key of “{other.name}” already."
        return ""

    def _is_below(self, tag: Tag) -> bool:
        """Whether a tag is the one that is edited, or below it."""
        seen: set[str] = set()
        each: Tag | None = tag
        while each is not None and each.id not in seen:
            if each.id == self._tag.id:
                return True
            seen.add(each.id)
            each = self._store.codebook.by_id(each.parent) if each.parent else None
        return False

    def action_save(self) -> None:
        """Change the tag, unless something is wrong with what was written."""
        name, under, key = self._said("name"), self._said("under"), self._said("key")
        wrong = self._wrong(name, under, key)
        if wrong:
            self.tell(wrong)
            return
        moved = (name, under) != (self._leaf, self._under)
        highlighted = self.query_one(OptionList).highlighted
        change: TagChange = {
            "colour": self._tag.colour if highlighted is None else TAG_COLOURS[highlighted],
            "description": self._said("description"),
            "key": key,
        }
        if moved:
            change["name"] = f"{under}/{name}" if under else name
        try:
            self._store.change_tag(self._tag.id, **change)
        except NewerFormatError as error:
            self.tell(str(error))
        except KeyError:
            self.tell("The tag has been removed elsewhere in the meantime.")
        else:
            self.dismiss(None)


def _row(
    label: str, value: str, name: str, hint: str = "", suggester: Suggester | None = None
) -> Horizontal:
    field = Input(
        value,
        placeholder=hint,
        id=name,
        compact=True,
        select_on_focus=False,
        suggester=suggester,
    )
    return Horizontal(Static(label, markup=False), field, classes="row")
