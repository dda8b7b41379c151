"""Undo and redo: what was done, as values before and after."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.annotations.model import Annotation, Tag
    from tui.documents.document import Span

LIMIT = 1000
"""How many actions can be undone."""


@dataclass(frozen=True, slots=True)
class AnnotationEdit:
    """One annotation before and after an action; None where it did not exist."""

    document_id: str
    before: Annotation | None
    after: Annotation | None

    def reversed(self) -> AnnotationEdit:
        """The edit that takes this one back."""
        return AnnotationEdit(self.document_id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class TagEdit:
    """One tag before and after an action; None where it did not exist."""

    before: Tag | None
    after: Tag | None

    def reversed(self) -> TagEdit:
        """The edit that takes this one back."""
        return TagEdit(self.after, self.before)


Edit = AnnotationEdit | TagEdit


@dataclass(frozen=True, slots=True)
class Action:
    """What a person did at once.

    Attributes:
        what: A phrase that ends the sentence “Undid …”.
        edits: The values changed, each once.
        id: Tells it from all others, also when the program is started again.
    """

    what: str
    edits: tuple[Edit, ...]
    id: str = field(default_factory=lambda: secrets.token_hex(8), compare=False)

    def reversed(self) -> Action:
        """The action that takes this one back."""
        return Action(self.what, tuple(edit.reversed() for edit in self.edits), self.id)


@dataclass(frozen=True, slots=True)
class Change:
    """What undo or redo has changed.

    Attributes:
        document_id: The document, or None where the codebook was changed.
        span: The passage in the present text, or None where it is not to be found.
        sentence: What was done, for people.
    """

    document_id: str | None
    span: Span | None
    sentence: str


class History:
    """The actions that can be undone and redone; the last one is the first to go."""

    def __init__(self) -> None:
        self.done: list[Action] = []
        self.undone: list[Action] = []

    def record(self, action: Action) -> None:
        """Remember what was done; what was undone before cannot be redone any more."""
        self.done = [*self.done[-LIMIT + 1 :], action]
        self.undone = []

    def take(self, *, back: bool) -> Action | None:
        """The next action to apply, to undo (reversed) or else to redo, if there is one."""
        stack = self.done if back else self.undone
        if not stack:
            return None
        return stack[-1].reversed() if back else stack[-1]

    def applied(self, *, back: bool) -> None:
        """The action that `take` gave was applied: it can be redone, or else undone, from now."""
        if back:
            self.undone.append(self.done.pop())
        else:
            self.done.append(self.undone.pop())

    def discard(self, *, back: bool) -> None:
        """The action that `take` gave cannot be applied: forget it."""
        (self.done if back else self.undone).pop()

    def rename(self, old: str, new: str) -> None:
        """The annotations of a document are another one's from now on."""

        def renamed(action: Action) -> Action:
            edits = (
                replace(edit, document_id=new)
                if isinstance(edit, AnnotationEdit) and edit.document_id == old
                else edit
                for edit in action.edits
            )
            return replace(action, edits=tuple(edits))

        self.done = [renamed(action) for action in self.done]
        self.undone = [renamed(action) for action in self.undone]
