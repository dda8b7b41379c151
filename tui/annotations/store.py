"""The store: everything a person adds, saved as soon as it is added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from tui.analysis.decisions import Decided
from tui.annotations.adoption import Adoption
from tui.annotations.codecs import Progress
from tui.annotations.deciding import Deciding
from tui.annotations.marking import Marking
from tui.annotations.model import Tag, TagChange, now
from tui.annotations.placing import Placer
from tui.annotations.shelf import Shelf
from tui.annotations.tagging import Tagging
from tui.annotations.undoing import Undoing
from tui.annotations.w3c import to_time
from tui.documents.document import Span
from tui.documents.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tui.analysis.decisions import Decision
    from tui.annotations.codebook import Codebook
    from tui.annotations.history import Change
    from tui.annotations.model import Annotation
    from tui.annotations.records import Records
    from tui.documents.document import Document


class Store:
    """One annotator's annotations of a library, its codebook, and the annotator's progress.

    Every change is on disk when the method that makes it returns. Where the disk refuses, it is
    kept in memory and in a journal in the user's state folder, `unsaved` is true and `problems`
    says why; it is saved as soon as that is possible, if need be by the next session. Changes other
    programs make to the files are taken over. To be used from one thread.

    Every method that changes something, other than `undo` and `redo`, raises `NewerFormatError`,
    and changes nothing, when a later version of the program wrote the file concerned.

    Args:
        folder: The annotations folder; nothing is read or made before it is needed.
        annotator: Name of the annotator; whoever has the same name shares the annotations.
        state: Folder of the journals; by default in the user's state folder.
        present: Tells whether the library (all of it, not what is open) has the document with an
            id. Where it is given, a document without annotations gets those of a file that is
            gone and had the same text, or nearly so: one that was renamed or moved.

    Attributes:
        present: As above; it may be set later.
    """

    def __init__(
        self,
        folder: Path,
        annotator: str,
        state: Path | None = None,
        present: Callable[[str], bool] | None = None,
    ) -> None:
        self.folder = folder
        self.annotator = clean_line(annotator) or "anonymous"
        self.present = present
        self._shelf = Shelf(folder, self.annotator, state)
        self._placer = Placer(self._shelf.text)
        self._undoing = Undoing(self._shelf, self._placer)
        self._tagging = Tagging(self._shelf, self._undoing)
        self._marking = Marking(self._shelf, self._placer, self._undoing, self.annotator)
        self._deciding = Deciding(self._shelf, self._placer, self._undoing, self.annotator)
        self._adoption = Adoption(self._shelf, self._undoing)
        self._checked: set[str] = set()  # texts that were seen to be kept

    # what there is

    @property
    def codebook(self) -> Codebook:
        """The tags."""
        return self._tagging.codebook

    @property
    def problems(self) -> list[str]:
        """What people should be told, in sentences."""
        return list(self._shelf.problems)

    def take_problems(self) -> list[str]:
        """The same, and forget it."""
        problems, self._shelf.problems = self._shelf.problems, []
        return problems

    @property
    def unsaved(self) -> bool:
        """The disk refuses: changes are in memory only."""
        return self._shelf.unsaved

    def save_pending(self) -> bool:
        """Try again to save what the disk has refused; return whether nothing is left."""
        return self._shelf.save_pending()

    def annotations(self, document: Document) -> tuple[Annotation, ...]:
        """The annotator's annotations of a document, by start, in their places in its text.

        Those that are decisions about entities and quotes are left out.
        """
        placed = self._placer.all(document, self._open(document))
        return tuple([each for each in placed if each.decision is None])

    def decisions(self, document: Document) -> tuple[Annotation, ...]:
        """The annotator's decisions about entities and quotes, likewise."""
        placed = self._placer.all(document, self._open(document))
        return tuple([each for each in placed if each.decision is not None])

    def decided(self, document: Document) -> tuple[Decided, ...]:
        """The same as an analysis takes them, in the order they were made; without orphans."""
        made = sorted(self.decisions(document), key=lambda each: each.modified)
        return tuple(
            [
                Decided(Span(each.start, each.end), each.decision)
                for each in made
                if each.decision is not None and each.start < each.end
            ]
        )

    def annotated(self) -> frozenset[str]:
        """Ids of the documents the annotator has annotated or decided anything about."""
        self._shelf.recover()
        return self._shelf.counting.documents()

    def old_text(self, document: Document) -> str | None:
        """The text of the document as the annotator last annotated it, if it is still kept."""
        page = self._open(document)
        last = max(page, key=lambda each: each.modified, default=None)
        return None if last is None else self._shelf.text(last.text_digest)

    def count(self, document_id: str) -> int:
        """How many annotations the annotator has made in a document; cheap."""
        self._shelf.recover()
        return self._shelf.counting.count(document_id)

    def counts(self) -> dict[str, int]:
        """The same for all documents that have any, by document id."""
        self._shelf.recover()
        return self._shelf.counting.counts()

    # what others do

    def watched(self) -> tuple[Path, ...]:
        """What to watch to hear of changes others make; `watching.watch` takes any of them."""
        return (self.folder,)

    def refresh(self) -> bool:
        """Take over what others have changed on disk; cheap where they have not.

        Returns:
            Whether they have changed something that was read before, since the last time.
        """
        return self._shelf.refresh_all()

    # annotations

    def annotate(
        self, document: Document, span: Span, tags: Sequence[str] = (), note: str = ""
    ) -> Annotation:
        """Annotate a passage.

        An annotation of exactly this passage gets the tags in addition to its own, and the note,
        if one is given, in place of its own.

        Args:
            document: What to annotate.
            span: The passage; not empty.
            tags: Ids of tags of the codebook.
            note: What to remark, as plain text.

        Raises:
            ValueError: When the span is empty or outside the text, or a tag unknown.
        """
        return self._marking.annotate(document, self._open(document), span, tags, note)

    def change(
        self,
        document: Document,
        annotation_id: str,
        *,
        tags: Sequence[str] | None = None,
        note: str | None = None,
        span: Span | None = None,
    ) -> Annotation:
        """Change what is given of an annotation.

        One that loses its last tag and its note is deleted; one that never had any, a plain
        highlight, stays.

        Returns:
            The annotation after the change; of a deleted one, its last form, without tag and note.

        Raises:
            KeyError: When the annotator has no such annotation of this document (any more).
            ValueError: When the span is empty or outside the text, or a tag unknown.
        """
        page = self._open(document)
        return self._marking.change(document, page, annotation_id, tags=tags, note=note, span=span)

    def decide(self, document: Document, decisions: Sequence[tuple[Span, Decision | None]]) -> None:
        """Decide about entities and quotes; all of it is undone at once.

        A decision takes the place of those about the same kind of thing that it touches.

        Args:
            document: What is annotated.
            decisions: Passages and what they are; None takes back every decision they touch.

        Raises:
            ValueError: When a span is empty or outside the text.
        """
        self._deciding.decide(document, self._open(document), decisions)

    def delete(self, document: Document, annotation_id: str) -> None:
        """Delete an annotation; nothing happens if it is not there any more."""
        self._marking.delete(document, self._open(document), annotation_id)

    # tags

    def new_tag(self, name: str, colour: str | None = None, description: str = "") -> Tag:
        """Make a tag; one that has the name already, in any case, is returned (unretired).

        Args:
            name: One line; `/` parts levels.
            colour: A name in `PALETTE` or `#rrggbb`; by default one that few tags have.
            description: When to use it.

        Raises:
            ValueError: When the name is empty.
        """
        return self._tagging.new(name, colour, description)

    def change_tag(self, tag_id: str, **change: Unpack[TagChange]) -> Tag:
        """Change what is given of a tag; when it is renamed, the tags below it follow.

        Raises:
            KeyError: When there is no such tag.
            ValueError: When the name is empty, or another tag's.
        """
        return self._tagging.change(tag_id, **change)

    def merge_tags(self, source_id: str, target_id: str) -> Tag:
        """Let one tag take the place of another in all annotations of this annotator.

        The tag that is merged leaves the codebook; where other annotators have used it, it is
        retired instead. The tags below it come below the other one, but for those whose name is
        taken there. All of it is undone at once.

        Args:
            source_id: The tag that goes.
            target_id: The tag that stays.

        Returns:
            The tag that stays.

        Raises:
            KeyError: When there is no such tag.
            ValueError: When both are the same.
        """
        return self._tagging.merge(source_id, target_id)

    def recent_tags(self) -> tuple[Tag, ...]:
        """The tags the annotator has used, the one used last first."""
        return self._tagging.recent()

    # progress

    def status(self, document_id: str) -> str:
        """What the annotator has set the document's status to (`done`), or an empty string."""
        self._shelf.refresh(self._shelf.progress)
        progress = self._shelf.progress.get(document_id)
        return progress.status if progress else ""

    def set_status(self, document_id: str, status: str) -> None:
        """Set it; an empty string takes it away. This is not undone by `undo`."""
        self._set_progress(document_id, "status", clean_line(status))

    def with_status(self, status: str) -> frozenset[str]:
        """Ids of the documents that the annotator has set to a status."""
        self._shelf.refresh(self._shelf.progress)
        return frozenset(each.id for each in self._shelf.progress if each.status == status)

    def memo(self, document_id: str) -> str:
        """What the annotator wrote about a document as a whole, or an empty string."""
        self._shelf.refresh(self._shelf.progress)
        progress = self._shelf.progress.get(document_id)
        return progress.memo if progress else ""

    def set_memo(self, document_id: str, memo: str) -> None:
        """Write about a document as a whole; an empty string takes it away. Not undone either."""
        self._set_progress(document_id, "memo", clean(memo).strip())

    def _set_progress(self, document_id: str, member: str, value: str) -> None:
        """Set the status or the memo of a document."""
        self._shelf.refresh(self._shelf.progress)
        file = self._shelf.progress
        before = file.get(document_id) or Progress(document_id, "", now())
        had: str = getattr(before, member)
        if value == had:
            return
        after = replace(before, modified=now(before.modified))
        after = replace(after, status=value) if member == "status" else replace(after, memo=value)
        if after.status or after.memo:
            file.put(after)
        else:
            file.drop(document_id)
        moment = to_time(now())
        entry = {member: [had, value], "document": document_id, "modified": moment}
        self._shelf.journal.add(entry)
        self._shelf.save()

    # undo and redo

    def undo(self) -> Change | None:
        """Take back the last change; None if there is none, or it was overtaken by another."""
        return self._undoing.travel(back=True)

    def redo(self) -> Change | None:
        """Make again the change that was taken back last; None as for `undo`."""
        return self._undoing.travel(back=False)

    def _open(self, document: Document) -> Records[Annotation]:
        """The document's page, as it is on disk and in memory."""
        shelf = self._shelf
        page = shelf.page(document.id, document.name)
        shelf.refresh(shelf.codebook, page)
        # Only a document without a file of its own may be one that was renamed.
        if self.present is not None and page.is_new:
            sha256 = self._placer.digest(document)
            if self._adoption.consider(document, sha256, self.present):
                page = shelf.page(document.id)
        self._keep_text(document, page)
        return page

    def _keep_text(self, document: Document, page: Records[Annotation]) -> None:
        """Keep the text for what was annotated in it, where it was lost; with the next change."""
        sha256 = self._placer.digest(document)
        if sha256 in self._checked or not len(page):
            return
        self._checked.add(sha256)
        if any(annotation.text_digest == sha256 for annotation in page):
            self._shelf.texts.setdefault(sha256, document.text)
