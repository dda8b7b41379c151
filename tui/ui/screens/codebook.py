"""The codebook: all tags, to edit, merge and retire."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.annotations.codebook import Codebook
from tui.annotations.records import NewerFormatError
from tui.ui.screens.dialog import Dialog
from tui.ui.themes import tag_colour
from tui.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.annotations.model import Tag
    from tui.annotations.store import Store
    from tui.ui.screens.tags import Choice

_KEYS = "Enter edits   n memo   m merges   r retires   u undoes   Esc closes"


class CodebookList(LineList):
    """A line for each tag: its key, colour, name and description; those below a tag follow it."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="codebook-list")
        self.codebook = Codebook()
        self.tags: Sequence[Tag] = ()

    def show(self, codebook: Codebook) -> None:
        """Show these tags."""
        self.codebook, self.tags = codebook, codebook.tree()
        self.update()

    def count(self) -> int:
        """Number of tags."""
        return len(self.tags)

    def choose(self, index: int) -> None:
        """Edit the tag pointed at."""
        if isinstance(self.screen, CodebookScreen):
            self.screen.action_edit()

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """The line of a tag; a retired one is muted and says so."""
        tag = self.tags[index]
        retired = "  retired" if tag.retired else ""
        return [
            (f" {self.codebook.key_of.get(tag.id, ' ')} ", "muted"),
            ("  " * self.codebook.level(tag), "plain"),
            ("● ", f"sign-{tag_colour(tag.colour)}"),
            (tag.name, "muted" if tag.retired else "strong"),
            (retired, "muted"),
            ("  ✎" if tag.memo else "", "name"),
            (f"  {tag.description}", "muted"),
        ]


class CodebookScreen(Dialog[None]):
    """Shows the codebook and changes it.

    Args:
        store: Where the codebook is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "cancel", "Close"),
        ("up,k", "step(-1)", "Up"),
        ("down,j", "step(1)", "Down"),
        ("pageup", "step(-10)", "Up a page"),
        ("pagedown,space", "step(10)", "Down a page"),
        ("enter,e", "edit", "Edit the tag"),
        ("m", "merge", "Merge the tag into another"),
        ("n", "memo", "Write about the tag"),
        ("r", "retire", "Retire the tag, or bring it back"),
        ("u,ctrl+z", "undo", "Undo"),
    ]

    def __init__(self, store: Store) -> None:
        super().__init__("Codebook", _KEYS)
        self._store = store

    def parts(self) -> Iterable[Widget]:
        """The list."""
        yield CodebookList()

    def on_mount(self) -> None:
        """Show the tags."""
        self._fill()

    def _fill(self) -> None:
        tags = self.query_one(CodebookList)
        tags.show(self._store.codebook)
        if not tags.tags:
            self.tell("The codebook is empty: t in the article makes a tag. Esc closes.")

    def _chosen(self) -> Tag | None:
        tags = self.query_one(CodebookList)
        return tags.tags[tags.current] if tags.tags else None

    def action_step(self, steps: int) -> None:
        """Move the bar."""
        self.query_one(CodebookList).move(steps)

    def action_edit(self) -> None:
        """Change the tag under the bar."""
        from tui.ui.screens.tag_editor import TagEditor

        tag = self._chosen()
        if tag is not None:
            self.app.push_screen(TagEditor(self._store, tag), lambda _: self._fill())

    def action_memo(self) -> None:
        """Write about the tag under the bar."""
        from tui.ui.screens.note import NoteEditor

        tag = self._chosen()
        if tag is None:
            return

        def written(memo: str | None) -> None:
            if memo is not None and memo != tag.memo:
                try:
                    self._store.change_tag(tag.id, memo=memo)
                except (NewerFormatError, KeyError) as error:
                    self.tell(str(error))
                    return
                self._fill()
                self.tell("Memo saved. u undoes.")

        self.app.push_screen(NoteEditor(tag.name, tag.memo, "Memo on the tag"), written)

    def action_retire(self) -> None:
        """Offer the tag no more, or offer it again; annotations keep it."""
        tag = self._chosen()
        if tag is not None:
            try:
                self._store.change_tag(tag.id, retired=not tag.retired)
            except NewerFormatError as error:
                self.tell(str(error))
                return
            self._fill()
            done = "is offered again" if tag.retired else "is retired; annotations keep it"
            self.tell(f"“{tag.name}” {done}. u undoes.")

    def action_merge(self) -> None:
        """Let another tag take the place of the one under the bar."""
        from tui.ui.screens.tags import TagPicker

        tag = self._chosen()
        if tag is None:
            return

        def chosen(choice: Choice | None) -> None:
            if choice is None:
                return
            if choice.tag is None or choice.tag.id == tag.id:
                self.tell("A tag is merged into another one that is there.")
                return
            self.tell(f"Merging “{tag.name}” into “{choice.tag.name}” in all documents …")
            # In a library of thousands of annotated documents this takes seconds.
            self.call_after_refresh(self._merge, tag, choice.tag)

        title = f"Merge “{tag.name}” into"
        self.app.push_screen(TagPicker(self._store, title, "", ()), chosen)

    def _merge(self, tag: Tag, target: Tag) -> None:
        try:
            self._store.merge_tags(tag.id, target.id)
        except NewerFormatError as error:
            self.tell(str(error))
            return
        except KeyError:
            self.tell("One of the two tags has been removed elsewhere in the meantime.")
            self._fill()
            return
        self._fill()
        self.tell(f"“{tag.name}” is “{target.name}” now, in all annotations. u undoes.")

    def action_undo(self) -> None:
        """Take back the last action."""
        change = self._store.undo()
        self._fill()
        self.tell(change.sentence if change else "There is nothing to undo.")
