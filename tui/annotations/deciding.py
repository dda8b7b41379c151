"""Deciding about entities and quotes."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.annotations.anchors import passage, select
from tui.annotations.history import AnnotationEdit
from tui.annotations.model import Annotation, new_id, now
from tui.annotations.phrases import annotation_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.analysis.decisions import Decision
    from tui.annotations.placing import Placer
    from tui.annotations.records import Records
    from tui.annotations.shelf import Shelf
    from tui.annotations.undoing import Undoing
    from tui.documents.document import Document, Span


class Deciding:
    """What an annotator decides about entities and quotes.

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

    def decide(
        self,
        document: Document,
        page: Records[Annotation],
        decisions: Sequence[tuple[Span, Decision | None]],
    ) -> None:
        """Decide about entities and quotes; see `Store.decide`."""
        asked = [(passage(document.text, span), decision) for span, decision in decisions]
        edits: list[AnnotationEdit] = []
        with self._shelf.held():
            self._shelf.refresh(page)
            made = _Made(self._placer.all(document, page))
            for span, decision in asked:
                edits += self._decide(document, page, made, span, decision)
            if any(edit.after for edit in edits):
                self._shelf.texts[self._placer.digest(document)] = document.text
            if edits:
                last = edits[-1]
                what = annotation_phrase(last.before, last.after, self._shelf.tags.name)
                more = f" and {len(decisions) - 1} more" if len(decisions) > 1 else ""
                self._undoing.record(what + more, *edits)

    def _decide(
        self,
        document: Document,
        page: Records[Annotation],
        made: _Made,
        span: Span,
        decision: Decision | None,
    ) -> Iterator[AnnotationEdit]:
        """Put a decision in the place of all about the same kind of thing that it touches."""
        former: Annotation | None = None
        for each in made.touched(span, decision):
            before = page.get(each.id)
            if before is None:
                continue
            if decision is not None and (each.start, each.end) == tuple(span):
                former = before
            else:
                page.drop(each.id)
                yield AnnotationEdit(document.id, before, None)
        if decision is None or (former is not None and former.decision == decision):
            return
        moment = now() if former is None else now(former.modified)
        annotation = Annotation(
            new_id() if former is None else former.id,
            *span,
            exact="",
            prefix="",
            suffix="",
            tags=(),
            note="",
            creator=self._annotator,
            created=moment if former is None else former.created,
            modified=moment,
            extra={} if former is None else former.extra,
            decision=decision,
        )
        after = select(annotation, document.text, self._placer.digest(document), span)
        page.put(after)
        yield AnnotationEdit(document.id, former, after)


class _Made:
    """The decisions there are, found by place.

    Args:
        annotations: All annotations of a document, by start.
    """

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        self._all = [each for each in annotations if each.decision is not None]
        self._starts = [each.start for each in self._all]
        self._longest = max((each.end - each.start for each in self._all), default=0)

    def touched(self, span: Span, decision: Decision | None) -> list[Annotation]:
        """Those that share a code point with a passage, about the same kind of thing."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return [
            each
            for each in self._all[first:last]
            if each.end > span.start
            and each.decision is not None
            and (decision is None or each.decision.is_about_quote == decision.is_about_quote)
        ]
