"""Applying what the history holds, back and forth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.annotations.history import Action, AnnotationEdit, Change, History, TagEdit
from tui.annotations.model import Annotation, Placement, now
from tui.documents.document import Span

if TYPE_CHECKING:
    import datetime as dt

    from tui.annotations.history import Edit
    from tui.annotations.model import Tag
    from tui.annotations.placing import Placer
    from tui.annotations.shelf import Shelf


class Undoing:
    """Undo and redo of what is done to the files of a shelf.

    Args:
        shelf: The files.
        placer: Knows where annotations are in present texts.
    """

    def __init__(self, shelf: Shelf, placer: Placer) -> None:
        self.history = History()
        self._shelf = shelf
        self._placer = placer

    def record(self, what: str, *edits: Edit) -> None:
        """Remember what was done, and save it."""
        if edits:
            self.history.record(Action(what, edits))
            self._shelf.save()

    def travel(self, *, back: bool) -> Change | None:
        """Undo, or else redo, the next action, and save that.

        Returns:
            What has changed; None where there is no action, or a problem is told instead: the
            same annotation or tag was changed from elsewhere since.
        """
        action = self.history.take(back=back)
        if action is None:
            return None
        pages = {edit.document_id for edit in action.edits if isinstance(edit, AnnotationEdit)}
        self._shelf.refresh(
            self._shelf.codebook, *(self._shelf.page(document_id) for document_id in pages)
        )
        if not all(self._is_left(edit) for edit in action.edits):
            self.history.discard(back=back)
            verb = "undone" if back else "redone"
            self._shelf.say(f"The {action.what} cannot be {verb}: it was changed elsewhere since.")
            return None
        for edit in action.edits:
            self._apply(edit)
        self.history.applied(back=back)
        self._shelf.save()
        return self._change(action, "Undid" if back else "Redid")

    def _is_left(self, edit: Edit) -> bool:
        """What the edit is to replace is still as it was left."""
        value = edit.before or edit.after
        if value is None:
            return True
        if isinstance(edit, TagEdit):
            return _tag_content(self._shelf.tags.value.by_id(value.id)) == _tag_content(edit.before)
        present = self._shelf.page(edit.document_id).get(value.id)
        return _content(present) == _content(edit.before)

    def _apply(self, edit: Edit) -> None:
        if isinstance(edit, TagEdit):
            present = edit.after and self._shelf.tags.value.by_id(edit.after.id)
            after = edit.after and replace(edit.after, modified=_moment(present, edit.after))
            self._shelf.tags.apply(TagEdit(edit.before, after))
            return
        page = self._shelf.page(edit.document_id)
        if edit.after is not None:
            moment = _moment(page.get(edit.after.id), edit.after)
            page.put(replace(edit.after, modified=moment))
        elif edit.before is not None:
            page.drop(edit.before.id)

    def _change(self, action: Action, verb: str) -> Change:
        sentence = f"{verb} {action.what}."
        for edit in action.edits:
            annotation = edit.after or edit.before
            if isinstance(edit, AnnotationEdit) and isinstance(annotation, Annotation):
                placed = self._placer.one(edit.document_id, annotation)
                found = placed.placement is not Placement.ORPHANED
                span = Span(placed.start, placed.end) if found else None
                return Change(edit.document_id, span, sentence)
        return Change(None, None, sentence)


def _moment(present: Annotation | Tag | None, value: Annotation | Tag) -> dt.datetime:
    """Now, and later than both."""
    return now(max(value.modified, present.modified) if present else value.modified)


def _content(annotation: Annotation | None) -> Annotation | None:
    """An annotation without the time of its last change."""
    return annotation and replace(annotation, modified=annotation.created)


def _tag_content(tag: Tag | None) -> Tag | None:
    """A tag without what follows from others, and the time of its last change."""
    return tag and replace(tag, modified=tag.created, parent=None)
