"""The tag picker: filters as the reader types, and makes tags that are not there yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Input

from tui.documents.text import clean_line
from tui.ui.screens.dialog import Dialog
from tui.ui.themes import tag_colour
from tui.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.annotations.codebook import Codebook
    from tui.annotations.model import Tag
    from tui.annotations.store import Store


_RECENT = 5  # tags used last that stand first


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen: a tag of the codebook, or the name of a new one.

    Attributes:
        tag: The tag, if there is one.
        name: Its name.
        level: How far it is moved in, below the tags it is under.
        folded: How many tags below it are not shown.
    """

    tag: Tag | None
    name: str
    level: int = 0
    folded: int = 0


class TagList(LineList):
    """The tags that fit what has been typed, and at the end the offer of a new one."""

    can_focus = False

    def __init__(self, given: Sequence[str]) -> None:
        super().__init__(id="tag-list")
        self.choices: list[Choice] = []
        self.keys: dict[str, str] = {}
        self._given = set(given)

    def count(self) -> int:
        """Number of choices."""
        return len(self.choices)

    def choose(self, index: int) -> None:
        """Answer with the choice pointed at."""
        self.screen.dismiss(self.choices[index])

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """Its key, whether the passage has it, name and description."""
        choice = self.choices[index]
        if choice.tag is None:
            return [("    + ", "strong"), (f"new tag “{choice.name}”", "strong")]
        key = f" {self.keys.get(choice.tag.id, ' ')} "
        given = "✓" if choice.tag.id in self._given else " "
        folded = f" ▸{choice.folded}" if choice.folded else ""
        return [
            (key + given, "muted"),
            ("  " * choice.level, "plain"),
            (" ● ", f"sign-{tag_colour(choice.tag.colour)}"),
            (choice.tag.name, "strong"),
            (folded, "key"),
            (f"  {choice.tag.description}", "muted"),
        ]


_KEYS = "Enter applies   ↑↓ choose   → unfolds   Ctrl+E edits the tag   Esc leaves"


class TagPicker(Dialog[Choice | None]):
    """Asks for a tag.

    Args:
        store: Where the codebook is.
        title: What the tag is for.
        passage: The passage that gets it.
        given: Ids of the tags that the passage has already.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "cancel", "Cancel"),
        ("up", "step(-1)", "Up"),
        ("down", "step(1)", "Down"),
        ("pageup", "step(-8)", "Up a page"),
        ("pagedown", "step(8)", "Down a page"),
        Binding("ctrl+e", "edit", "Edit the tag", priority=True),
        Binding("right", "fold(False)", "Show the tags below it", priority=True),
        Binding("left", "fold(True)", "Hide the tags below it", priority=True),
    ]

    def __init__(self, store: Store, title: str, passage: str, given: Sequence[str]) -> None:
        super().__init__(title, _KEYS, passage)
        self._store = store
        self._given = given
        self._unfolded: set[str] = set()

    def parts(self) -> Iterable[Widget]:
        """The filter and the list."""
        yield Input(placeholder="Type to find a tag, or to make one", id="tag-filter", compact=True)
        yield TagList(self._given)

    def on_mount(self) -> None:
        """Show all tags, those used last first."""
        self._filter("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the tags that fit."""
        self._filter(event.value)

    def _filter(self, typed: str) -> None:
        wanted = clean_line(typed).strip()
        codebook = self._store.codebook
        recent = [tag for tag in self._store.recent_tags() if not tag.retired]
        if wanted:
            rest = [tag for tag in codebook if not tag.retired and tag not in recent]
            choices = [Choice(tag, tag.name) for tag in fitting((*recent, *rest), wanted)]
        else:
            choices = self._tree(codebook, recent[:_RECENT])
        if wanted and codebook.by_name(wanted) is None:
            choices.append(Choice(None, wanted))
        tags = self.query_one(TagList)
        tags.choices = choices
        tags.keys = codebook.key_of
        tags.current = 0
        tags.update()
        if not choices:
            self.tell("No tags yet: type the name of the first one. Enter makes it, Esc leaves.")
        else:
            self.tell(_KEYS)

    def _tree(self, codebook: Codebook, recent: Sequence[Tag]) -> list[Choice]:
        """The tags used last, then all others as a tree, folded below its first level."""
        choices = [Choice(tag, tag.name) for tag in recent]
        below: dict[str, int] = {}
        tags = [tag for tag in codebook.tree() if not tag.retired]
        for tag in tags:
            if tag.parent:
                below[tag.parent] = below.get(tag.parent, 0) + 1
        hidden: set[str] = set()
        for tag in tags:
            if tag.parent and (tag.parent in hidden or tag.parent not in self._unfolded):
                hidden.add(tag.id)
            elif tag not in recent or tag.id in below:
                folded = 0 if tag.id in self._unfolded else below.get(tag.id, 0)
                choices.append(Choice(tag, tag.name, codebook.level(tag), folded))
        return choices

    def action_fold(self, hide: bool) -> None:
        """Show the tags below the one under the bar, or hide them; move in the line otherwise."""
        tags, line = self.query_one(TagList), self.query_one(Input)
        choice = tags.choices[tags.current] if tags.choices else None
        if line.value:
            line.action_cursor_left() if hide else line.action_cursor_right()
        elif choice is not None and choice.tag is not None:
            tag = choice.tag
            if hide and tag.id not in self._unfolded and tag.parent:
                self._unfolded.discard(tag.parent)
                wanted = tag.parent
            else:
                (self._unfolded.discard if hide else self._unfolded.add)(tag.id)
                wanted = tag.id
            self._filter("")
            found = (n for n, each in enumerate(tags.choices) if each.tag and each.tag.id == wanted)
            tags.current = max(found, default=0)

    def on_input_submitted(self) -> None:
        """Answer with the choice under the bar."""
        tags = self.query_one(TagList)
        if tags.choices:
            tags.action_choose()

    def action_step(self, steps: int) -> None:
        """Move the bar."""
        self.query_one(TagList).move(steps)

    def action_edit(self) -> None:
        """Change name, colour or description of the tag under the bar."""
        tags = self.query_one(TagList)
        tag = tags.choices[tags.current].tag if tags.choices else None
        if tag is None:
            self.tell("Only a tag that is in the codebook can be edited.")
            return
        from tui.ui.screens.tag_editor import TagEditor

        self.app.push_screen(TagEditor(self._store, tag), lambda _: self._filter(self._typed()))

    def _typed(self) -> str:
        return self.query_one(Input).value


def fitting(tags: Iterable[Tag], wanted: str) -> list[Tag]:
    """The tags whose names fit what was typed, the best first, else in the order given.

    First the very name, then names that begin with it, then those with a level or word that
    does, then those that hold it; where there is none of these, names that hold its letters in
    order.
    """
    ranked = [(_rank(tag.name.casefold(), wanted.casefold()), tag) for tag in tags]
    good = sorted((pair for pair in ranked if pair[0] < _LOOSE), key=lambda pair: pair[0])
    return [tag for _, tag in good or [pair for pair in ranked if pair[0] == _LOOSE]]


_LOOSE, _UNFIT = 3, 4


def _rank(name: str, wanted: str) -> int:
    if name == wanted:
        return -1
    if name.startswith(wanted):
        return 0
    place = name.find(wanted)
    while place > 0:
        if not name[place - 1].isalnum():
            return 1
        place = name.find(wanted, place + 1)
    if wanted in name:
        return 2
    letters = iter(name)
    found = all(letter in letters for letter in wanted if not letter.isspace())
    return _LOOSE if found else _UNFIT
