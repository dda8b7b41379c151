"""The store: everything a person adds, saved as soon as it is added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.annotations.anchors import select
from tui.annotations.codebook import clean_name
from tui.annotations.codecs import Progress
from tui.annotations.history import AnnotationEdit
from tui.annotations.model import Annotation, Placement, Tag, new_id, now
from tui.annotations.phrases import annotation_phrase, tag_phrase
from tui.annotations.placing import Placer
from tui.annotations.shelf import Shelf
from tui.annotations.undoing import Undoing
from tui.documents.document import Span
from tui.documents.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tui.annotations.codebook import Codebook
    from tui.annotations.history import Change
    from tui.annotations.records import Records
    from tui.documents.document import Document


class Store:
    """One annotator's annotations of a library, its codebook, and the annotator's progress.

    Every change is on disk when the method that makes it returns; where the disk refuses, it is
    kept in memory, `unsaved` is true and `problems` says why. Changes other programs make to the
    files are taken over. To be used from one thread.

    Every method that changes something raises `NewerFormatError`, and changes nothing, when a
    later version of the program wrote the file concerned.

    Args:
        folder: The annotations folder; nothing is read or made before it is needed.
        annotator: Name of the annotator; whoever has the same name shares the annotations.
    """

    def __init__(self, folder: Path, annotator: str) -> None:
        self.folder = folder
        self.annotator = clean_line(annotator) or "anonymous"
        self._shelf = Shelf(folder, self.annotator)
        self._placer = Placer(self._shelf.text)
        self._undoing = Undoing(self._shelf, self._placer)

    # what there is

    @property
    def codebook(self) -> Codebook:
        """The tags."""
        self._shelf.refresh(self._shelf.codebook)
        return self._shelf.tags.value

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
        """The annotator's annotations of a document, by start, in their places in its text."""
        return self._placer.all(document, self._open(document))

    def count(self, document_id: str) -> int:
        """How many annotations the annotator has made in a document; cheap."""
        return self._shelf.count(document_id)

    def counts(self) -> dict[str, int]:
        """The same for all documents that have any, by document id."""
        return self._shelf.counts()

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
        same = self._placer.at(document, self._open(document), Span(*span))
        if same is None:
            moment = now()
            annotation = Annotation(
                new_id(),
                *span,
                exact="",
                prefix="",
                suffix="",
                tags=self._known(tags),
                note=_note(note),
                creator=self.annotator,
                created=moment,
                modified=moment,
            )
            annotation = self._select(document, annotation, span)
            with self._shelf.held():
                page = self._open(document)
                same = self._placer.at(document, page, Span(*span))
                if same is None:
                    return self._put(document, page, None, annotation)
        # Otherwise somebody has annotated the passage, perhaps this moment.
        given = (*same.tags, *tags)
        return self.change(document, same.id, tags=given, note=_note(note) or same.note)

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
        before = page.get(annotation_id)
        if before is None:
            raise KeyError(annotation_id)
        placed = self._placer.one(document.id, before)
        after = replace(
            placed,
            tags=placed.tags if tags is None else self._known(tags, placed.tags),
            note=placed.note if note is None else _note(note),
        )
        if span is not None and tuple(span) != (placed.start, placed.end):
            # Other kinds of selectors that were kept would still mean the old passage.
            extra = {name: value for name, value in after.extra.items() if name != "selector"}
            after = self._select(document, replace(after, extra=extra), span)
        if after == placed:
            return placed
        if after.placement is Placement.ORPHANED:
            after = replace(after, start=before.start, end=before.end, placement=before.placement)
        else:
            after = self._select(document, after, Span(after.start, after.end))
        if (before.tags or before.note) and not (after.tags or after.note):
            self._remove(document.id, page, before)
            return after
        return self._put(document, page, before, after)

    def delete(self, document: Document, annotation_id: str) -> None:
        """Delete an annotation; nothing happens if it is not there any more."""
        page = self._open(document)
        before = page.get(annotation_id)
        if before is not None:
            self._remove(document.id, page, before)

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
        codebook = self.codebook
        name = clean_name(name)
        same = codebook.by_name(name)
        if same is not None:
            return self.change_tag(same.id, retired=False) if same.retired else same
        with self._shelf.held():
            codebook = self.codebook
            same = codebook.by_name(name)
            if same is not None:  # somebody has made it this moment
                return same
            moment = now()
            colour = clean_line(colour or "") or codebook.next_colour()
            tag = Tag(new_id(), name, colour, clean(description), moment, moment)
            return self._replace_codebook(codebook.with_tag(tag), tag.id)

    def change_tag(
        self,
        tag_id: str,
        *,
        name: str | None = None,
        colour: str | None = None,
        description: str | None = None,
        key: str | None = None,
        retired: bool | None = None,
    ) -> Tag:
        """Change what is given of a tag; when it is renamed, the tags below it follow.

        Raises:
            KeyError: When there is no such tag.
            ValueError: When the name is empty, or another tag's.
        """
        codebook = self.codebook
        before = codebook.by_id(tag_id)
        if before is None:
            raise KeyError(tag_id)
        after = replace(
            before,
            name=before.name if name is None else clean_name(name),
            colour=before.colour if colour is None else clean_line(colour),
            description=before.description if description is None else clean(description),
            key=before.key if key is None else clean_line(key),
            retired=before.retired if retired is None else retired,
        )
        if after == before:
            return before
        after = replace(after, modified=now(before.modified))
        return self._replace_codebook(codebook.with_tag(after), tag_id)

    def recent_tags(self) -> tuple[Tag, ...]:
        """The tags the annotator has used, the one used last first."""
        codebook = self.codebook
        self._shelf.refresh(self._shelf.progress)
        found = (codebook.by_id(tag_id) for tag_id in self._shelf.progress_codec.recent)
        return tuple(tag for tag in found if tag is not None)

    # progress

    def status(self, document_id: str) -> str:
        """What the annotator has set the document's status to (`done`), or an empty string."""
        self._shelf.refresh(self._shelf.progress)
        progress = self._shelf.progress.get(document_id)
        return progress.status if progress else ""

    def set_status(self, document_id: str, status: str) -> None:
        """Set it; an empty string takes it away. This is not undone by `undo`."""
        self._shelf.refresh(self._shelf.progress)
        file = self._shelf.progress
        before = file.get(document_id)
        status = clean_line(status)
        if status == (before.status if before else ""):
            return
        if not status:
            file.drop(document_id)
        elif before is None:
            file.put(Progress(document_id, status, now()))
        else:
            file.put(replace(before, status=status, modified=now(before.modified)))
        self._shelf.save()

    # undo and redo

    def undo(self) -> Change | None:
        """Take back the last change; None if there is none, or it was overtaken by another."""
        return self._undoing.travel(back=True)

    def redo(self) -> Change | None:
        """Make again the change that was taken back last; None as for `undo`."""
        return self._undoing.travel(back=False)

    # what the methods above have in common

    def _open(self, document: Document) -> Records[Annotation]:
        """The document's page, as it is on disk and in memory."""
        page = self._shelf.page(document.id, document.name)
        self._shelf.refresh(self._shelf.codebook, page)
        return page

    def _known(self, tags: Sequence[str], had: Sequence[str] = ()) -> tuple[str, ...]:
        """The tags, each once; those the annotation had may have left the codebook."""
        codebook = self._shelf.tags.value
        unknown = [tag for tag in tags if tag not in codebook and tag not in had]
        if unknown:
            raise ValueError(f"There is no tag with the id {unknown[0]!r}.")
        return tuple(dict.fromkeys(tags))

    def _select(self, document: Document, annotation: Annotation, span: Span) -> Annotation:
        start, end = span
        if not 0 <= start < end <= len(document.text):
            raise ValueError(f"There is no passage from {start} to {end} in the text.")
        return select(annotation, document.text, self._placer.digest(document), Span(start, end))

    def _put(
        self,
        document: Document,
        page: Records[Annotation],
        before: Annotation | None,
        after: Annotation,
    ) -> Annotation:
        """Save an annotation; return it in its place."""
        if before is not None:
            after = replace(after, modified=now(before.modified))
        page.put(after)
        self._shelf.tags.keep(after.tags)
        if after.text_digest == self._placer.digest(document):
            self._shelf.texts[after.text_digest] = document.text
        self._use(tag for tag in after.tags if before is None or tag not in before.tags)
        what = annotation_phrase(before, after, self._shelf.tags.name)
        self._undoing.record(what, AnnotationEdit(document.id, before, after))
        return self._placer.one(document.id, after)

    def _remove(self, document_id: str, page: Records[Annotation], before: Annotation) -> None:
        page.drop(before.id)
        what = annotation_phrase(before, None, self._shelf.tags.name)
        self._undoing.record(what, AnnotationEdit(document_id, before, None))

    def _use(self, tags: Iterable[str]) -> None:
        """Remember that tags were used just now."""
        self._shelf.refresh(self._shelf.progress)
        codec = self._shelf.progress_codec
        recent = tuple(dict.fromkeys([*tags, *codec.recent]))
        if recent != codec.recent:
            codec.recent = recent
            self._shelf.progress.touch()

    def _replace_codebook(self, codebook: Codebook, tag_id: str) -> Tag:
        """Save a codebook in which one tag is new or changed; return that tag."""
        edits = self._shelf.tags.replace(codebook)
        first = sorted(edits, key=lambda edit: edit.after is None or edit.after.id != tag_id)
        self._undoing.record(tag_phrase(first), *first)
        return next(tag for tag in self._shelf.tags.value if tag.id == tag_id)


def _note(note: str) -> str:
    """A note as it is kept: clean, and empty where it is blank."""
    return clean(note) if note.strip() else ""
