"""The annotations of a document in their places in its present text."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.annotations.anchors import anchor
from tui.annotations.difference import Shift
from tui.annotations.names import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.annotations.model import Annotation
    from tui.annotations.records import Records
    from tui.documents.document import Document, Span


_KEPT = 32  # documents whose present texts are remembered


@dataclass(slots=True)
class _Present:
    """What was worked out for a document's present text."""

    text: str
    digest: str
    shifts: dict[str, Shift | None] = field(default_factory=dict)
    placed: dict[str, Annotation] = field(default_factory=dict)
    order: list[tuple[int, int, str]] = field(default_factory=list)
    seen: tuple[int, int] = (-1, 0)  # epoch and length of the page's log


class Placer:
    """Finds annotations in present texts, and remembers what it found.

    Args:
        old_text: Gives a text that was annotated by its SHA-256, where it is known.
    """

    def __init__(self, old_text: Callable[[str], str | None]) -> None:
        self._old_text = old_text
        self._present: dict[str, _Present] = {}

    def digest(self, document: Document) -> str:
        """SHA-256 of the document's text."""
        return self._of(document).digest

    def all(self, document: Document, page: Records[Annotation]) -> tuple[Annotation, ...]:
        """The annotations of a page, by start, in their places in the document's text."""
        present = self._of(document)
        self._catch_up(present, page)
        placed = present.placed
        return tuple([placed[key] for _, _, key in present.order])

    def at(self, document: Document, page: Records[Annotation], span: Span) -> Annotation | None:
        """The annotation of exactly this passage; of several the same one always.

        Decisions about entities and quotes are passed over.
        """
        found = (each for each in self.exactly(document, page, span) if each.decision is None)
        return next(found, None)

    def exactly(
        self, document: Document, page: Records[Annotation], span: Span
    ) -> Iterator[Annotation]:
        """All annotations of exactly this passage, by id."""
        present = self._of(document)
        self._catch_up(present, page)
        place = bisect_left(present.order, (*span, ""))
        while span.start < span.end and place < len(present.order):
            start, end, key = present.order[place]
            if (start, end) != tuple(span):
                return
            yield present.placed[key]
            place += 1

    def one(self, document_id: str, annotation: Annotation) -> Annotation:
        """An annotation in its place in the text its document had last."""
        present = self._present.get(document_id)
        return annotation if present is None else self._place(present, annotation)

    def _of(self, document: Document) -> _Present:
        present = self._present.get(document.id)
        if present is None or (present.text is not document.text and present.text != document.text):
            present = _Present(document.text, digest(document.text))
        # Taken out and put in: the last is the latest, and what has long not been asked for goes.
        self._present.pop(document.id, None)
        self._present[document.id] = present
        if len(self._present) > _KEPT:
            del self._present[next(iter(self._present))]
        present.text = document.text  # so that the next comparison is of the same object
        return present

    def _catch_up(self, present: _Present, page: Records[Annotation]) -> None:
        """Place what has changed."""
        epoch, length = present.seen
        if epoch != page.epoch:
            present.placed = {
                annotation.id: self._place(present, annotation) for annotation in page
            }
            present.order = sorted([(a.start, a.end, a.id) for a in present.placed.values()])
        else:
            for key in dict.fromkeys(page.log[length:]):
                before = present.placed.pop(key, None)
                if before is not None:
                    place = bisect_left(present.order, (before.start, before.end, key))
                    del present.order[place]
                after = page.get(key)
                if after is not None:
                    placed = present.placed[key] = self._place(present, after)
                    insort(present.order, (placed.start, placed.end, key))
        present.seen = (page.epoch, len(page.log))

    def _place(self, present: _Present, annotation: Annotation) -> Annotation:
        same = annotation.text_digest == present.digest
        shift = None if same else self._shift(present, annotation.text_digest)
        return anchor(annotation, present.text, present.digest, shift)

    def _shift(self, present: _Present, old_digest: str) -> Shift | None:
        """From a text that was annotated to the present one."""
        if old_digest not in present.shifts:
            old = self._old_text(old_digest)
            present.shifts[old_digest] = None if old is None else Shift(old, present.text)
        return present.shifts[old_digest]
