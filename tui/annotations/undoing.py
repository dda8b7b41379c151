"""Applying what the history holds, back and forth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.annotations.contents import content, tag_content
from tui.annotations.entries import decode, encode
from tui.annotations.history import Action, AnnotationEdit, Change, History, TagEdit
from tui.annotations.model import Annotation, Placement, now
from tui.annotations.past import Past
from tui.documents.document import Span

if TYPE_CHECKING:
    import datetime as dt

    from tui.annotations.history import Edit
    from tui.annotations.model import Tag
    from tui.annotations.placing import Placer
    from tui.annotations.records import Records
    from tui.annotations.shelf import Shelf


class Undoing:
    """Undo and redo of what is done to the files of a shelf, in this session and before it.

    Args:
        shelf: The files.
        placer: Knows where annotations are in present texts.
    """

    def __init__(self, shelf: Shelf, placer: Placer) -> None:
        self.history = History()
        self._shelf = shelf
        self._placer = placer
        self._past: Past | None = None
        self._recorded = False

    def record(self, what: str, *edits: Edit) -> None:
        """Remember what was done, write it down, and save it."""
        if not edits:
            return
        action = Action(what, edits)
        self.history.record(action)
        self._recorded = True
        if self._past is not None:
            self._past.undone.clear()
        shelf = self._shelf
        shelf.journal.add(encode(action, shelf.tags.name, shelf.name_of))
        shelf.save()

    def adopt(self, old: str, new: str) -> None:
        """The annotations of a document are another one's from now on."""
        self.history.rename(old, new)
        if self._past is None:
            self._past = self._read_past()
        self._past.rename(old, new)
        self._shelf.journal.add({"adopt": old, "as": new})

    def travel(self, *, back: bool) -> Change | None:
        """Undo, or else redo, the next action, and save that.

        Returns:
            What has changed; None where there is no action, or a problem is told instead: the
            same annotation or tag was changed from elsewhere since.
        """
        self._recall(back=back)
        action = self.history.take(back=back)
        if action is None:
            return None
        pages = {edit.document_id for edit in action.edits if isinstance(edit, AnnotationEdit)}
        files: list[Records[Annotation]] = [self._shelf.page(each) for each in pages]
        self._shelf.refresh(self._shelf.codebook, *files)
        verb = "undone" if back else "redone"
        if self._is_newer(action, files):
            self._shelf.say(
                f"The {action.what} cannot be {verb}: a later version of newsreader wrote the file."
            )
            return None
        if not all(self._is_left(edit) for edit in action.edits):
            self.history.discard(back=back)
            self._shelf.journal.add({"forget": action.id})
            self._shelf.settle()
            self._shelf.say(f"The {action.what} cannot be {verb}: it was changed elsewhere since.")
            return None
        self._shelf.journal.add({"undo" if back else "redo": action.id})
        for edit in action.edits:
            self._apply(edit)
        self.history.applied(back=back)
        self._shelf.save()
        return self._change(action, "Undid" if back else "Redid")

    def _recall(self, *, back: bool) -> None:
        """Take the next action from earlier sessions, where this one has none left."""
        stack = self.history.done if back else self.history.undone
        if stack:
            return
        self._shelf.recover()
        if self._past is None:
            self._past = self._read_past()
        earlier = self._past.done if back else self._past.undone
        while earlier and not stack:
            entry = self._past.actions[earlier.pop()]
            try:
                stack.append(decode(entry, self._shelf.named))
            except ValueError:
                continue  # not an entry of ours

    def _read_past(self) -> Past:
        past = Past(self._shelf.journal.entries())
        if self._recorded:
            past.undone.clear()
        return past

    def _is_newer(self, action: Action, pages: list[Records[Annotation]]) -> bool:
        tags = any(isinstance(edit, TagEdit) for edit in action.edits)
        return (tags and self._shelf.codebook.newer) or any(page.newer for page in pages)

    def _is_left(self, edit: Edit) -> bool:
        """What the edit is to replace is still as it was left."""
        value = edit.before or edit.after
        if value is None:
            return True
        if isinstance(edit, TagEdit):
            return tag_content(self._shelf.tags.value.by_id(value.id)) == tag_content(edit.before)
        present = self._shelf.page(edit.document_id).get(value.id)
        return content(present) == content(edit.before)

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
