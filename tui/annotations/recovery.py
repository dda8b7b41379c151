"""Bringing to the annotations folder what an earlier session could not save."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tui.annotations.codecs import Progress
from tui.annotations.contents import content, tag_content
from tui.annotations.entries import decode
from tui.annotations.history import TagEdit
from tui.annotations.model import now
from tui.annotations.past import Past, rename
from tui.annotations.records import NewerFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tui.annotations.history import Action
    from tui.annotations.journal import Entry
    from tui.annotations.model import Annotation, Tag
    from tui.annotations.records import Records
    from tui.annotations.shelf import Shelf


@dataclass(slots=True)
class _Chain:
    """What became of one value, from before the first change on; None where it did not exist."""

    values: list[Any] = field(default_factory=list)

    def add(self, before: object, after: object) -> None:
        if not self.values:
            self.values.append(before)
        self.values.append(after)


class _Recovery:
    """The changes to bring to the folder."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.tags: dict[str, _Chain] = {}
        self.annotations: dict[tuple[str, str], _Chain] = {}
        self.progress: dict[tuple[str, str], _Chain] = {}  # by document and member

    def collect(self, entries: Iterable[Entry]) -> None:
        """Take up the changes of all entries, in order."""
        entries = list(entries)
        for number, entry in enumerate(entries):
            if "adopt" in entry:
                for earlier in entries[:number]:
                    rename(earlier, entry["adopt"], entry.get("as"))
        for action in self._actions(entries):
            for edit in action.edits:
                value = edit.before or edit.after
                if value is None:
                    continue
                if isinstance(edit, TagEdit):
                    chain = self.tags.setdefault(value.id, _Chain())
                else:
                    key = edit.document_id, value.id
                    chain = self.annotations.setdefault(key, _Chain())
                chain.add(edit.before, edit.after)

    def _actions(self, entries: list[Entry]) -> Iterator[Action]:
        past: Past | None = None
        for entry in entries:
            try:
                if "status" in entry or "memo" in entry:
                    self._collect_progress(entry)
                elif "do" in entry:
                    yield self._decode(entry)
                elif "undo" in entry or "redo" in entry:
                    past = past or Past(self._shelf.journal.entries())
                    found = past.actions.get(entry.get("undo") or entry["redo"])
                    if found is not None:
                        action = self._decode(found)
                        yield action.reversed() if "undo" in entry else action
            except (ValueError, KeyError, TypeError):
                continue  # not an entry of ours

    def _decode(self, entry: Entry) -> Action:
        return decode(entry, self._shelf.named, self._shelf.tags.identify)

    def _collect_progress(self, entry: Entry) -> None:
        member = "status" if "status" in entry else "memo"
        before, after = (str(entry[member][n]) for n in (0, 1))
        key = str(entry["document"]), member
        self.progress.setdefault(key, _Chain()).add(before, after)

    def apply(self) -> None:
        """Put the last values in their places, except where somebody has changed them since.

        Raises:
            NewerFormatError: When a file must not be changed; the others are.
        """
        refused: NewerFormatError | None = None
        steps: list[Callable[[], None]] = []
        for key, chain in self.tags.items():
            steps.append(lambda key=key, chain=chain: self._apply_tag(key, chain))  # type: ignore[misc]
        for (document, key), chain in self.annotations.items():
            page = self._shelf.page(document)
            self._shelf.refresh(page)
            steps.append(lambda page=page, key=key, chain=chain: self._apply(page, key, chain))  # type: ignore[misc]
        for (document, member), chain in self.progress.items():
            steps.append(lambda d=document, m=member, c=chain: self._apply_progress(d, m, c))  # type: ignore[misc]
        for step in steps:
            try:
                step()
            except NewerFormatError as error:
                refused = error
        if refused is not None:
            raise refused

    def _apply_tag(self, tag_id: str, chain: _Chain) -> None:
        present = self._shelf.tags.value.by_id(tag_id)
        last: Tag | None = chain.values[-1]
        if _is_due(present, chain.values, tag_content):
            if last is not None and present is not None and last.modified <= present.modified:
                last = replace(last, modified=now(present.modified))
            self._shelf.tags.apply(TagEdit(present, last))

    def _apply(self, page: Records[Annotation], key: str, chain: _Chain) -> None:
        present = page.get(key)
        last: Annotation | None = chain.values[-1]
        if not _is_due(present, chain.values, content):
            return
        if last is not None:
            if present is not None and last.modified <= present.modified:  # it was undone
                last = replace(last, modified=now(present.modified))
            page.put(last)
            self._shelf.use(last.tags)
        else:
            page.drop(key)

    def _apply_progress(self, document: str, member: str, chain: _Chain) -> None:
        file = self._shelf.progress
        present = file.get(document)
        before = present or Progress(document, "", now())
        had, last = getattr(before, member), chain.values[-1]
        if had == last or had not in chain.values:
            return
        after = replace(before, modified=now(before.modified), **{member: last})
        if after.status or after.memo:
            file.put(after)
        elif present is not None:
            file.drop(document)


def _is_due(present: Any, values: list[Any], bare: Callable[[Any], Any]) -> bool:
    """Whether the last of the values is to replace the present one.

    It is where the present one is one of those before, or was changed elsewhere, and earlier.
    """
    last = values[-1]
    if bare(present) == bare(last):
        return False
    if any(bare(present) == bare(value) for value in values):
        return True
    if present is None or last is None:
        return last is not None  # a change beats a deletion
    return bool(last.modified > present.modified)


def recover(shelf: Shelf) -> None:
    """Save what the journal has and the annotations folder has not."""
    entries = shelf.journal.recover()
    if entries:
        shelf.texts |= shelf.journal.texts()
        recovery = _Recovery(shelf)
        with shelf.held():
            shelf.refresh(shelf.codebook, shelf.progress)
            recovery.collect(entries)
            try:
                recovery.apply()
            except NewerFormatError as error:
                shelf.journal.postpone()
                shelf.say(str(error))
            saved = shelf.save()
        if saved and shelf.journal.interrupted:
            shelf.say("Changes that could not be saved the last time are saved now.")
    if shelf.journal.is_large() and not shelf.unsaved:
        shelf.journal.shorten(Past(shelf.journal.entries()).kept())
