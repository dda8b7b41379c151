"""Making, changing and deleting annotations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.annotations.anchors import passage, select
from tui.annotations.history import AnnotationEdit
from tui.annotations.model import Annotation, Placement, new_id, now
from tui.annotations.phrases import annotation_phrase
from tui.documents.document import Span
from tui.documents.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.annotations.placing import Placer
    from tui.annotations.records import Records
    from tui.annotations.shelf import Shelf
    from tui.annotations.undoing import Undoing
    from tui.documents.document import Document


class Marking:
    """What an annotator does to the annotations of a document.

    Args:
        shelf: The files.
        placer: Knows where annotations are in present texts.
        undoing: Records and saves what is done.
        annotator: Name of the annotator.
    """

    def __init__(self, shelf: Shelf, placer: Placer, undoing: Undoing, annotator: str) -> None:
        self._shelf = shelf
        self._placer = placer
        self._undoing = undoing
        self._annotator = annotator

    def annotate(
        self,
        document: Document,
        page: Records[Annotation],
        span: Span,
        tags: Sequence[str],
        note: str,
    ) -> Annotation:
        """Annotate a passage; see `Store.annotate`."""
        same = self._placer.at(document, page, Span(*span))
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
                creator=self._annotator,
                created=moment,
                modified=moment,
            )
            annotation = self._select(document, annotation, span)
            with self._shelf.held():
                self._shelf.refresh(self._shelf.codebook, page)
                same = self._placer.at(document, page, Span(*span))
                if same is None:
                    return self._put(document, page, None, annotation)
        # Otherwise somebody has annotated the passage, perhaps this moment.
        given = (*same.tags, *tags)
        return self.change(document, page, same.id, tags=given, note=_note(note) or same.note)

    def change(
        self,
        document: Document,
        page: Records[Annotation],
        annotation_id: str,
        *,
        tags: Sequence[str] | None = None,
        note: str | None = None,
        span: Span | None = None,
    ) -> Annotation:
        """Change what is given of an annotation; see `Store.change`."""
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

    def delete(self, document: Document, page: Records[Annotation], annotation_id: str) -> None:
        """Delete an annotation, if it is there."""
        before = page.get(annotation_id)
        if before is not None:
            self._remove(document.id, page, before)

    def _known(self, tags: Sequence[str], had: Sequence[str] = ()) -> tuple[str, ...]:
        """The tags, each once; those the annotation had may have left the codebook."""
        codebook = self._shelf.tags.value
        unknown = [tag for tag in tags if tag not in codebook and tag not in had]
        if unknown:
            raise ValueError(f"There is no tag with the id {unknown[0]!r}.")
        return tuple(dict.fromkeys(tags))

    def _select(self, document: Document, annotation: Annotation, span: Span) -> Annotation:
        found = passage(document.text, span)
        return select(annotation, document.text, self._placer.digest(document), found)

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
        self._shelf.use(tag for tag in after.tags if before is None or tag not in before.tags)
        what = annotation_phrase(before, after, self._shelf.tags.name)
        self._undoing.record(what, AnnotationEdit(document.id, before, after))
        return self._placer.one(document.id, after)

    def _remove(self, document_id: str, page: Records[Annotation], before: Annotation) -> None:
        page.drop(before.id)
        what = annotation_phrase(before, None, self._shelf.tags.name)
        self._undoing.record(what, AnnotationEdit(document_id, before, None))


def _note(note: str) -> str:
    """A note as it is kept: clean, and empty where it is blank."""
    return clean(note) if note.strip() else ""
