"""Finding the spans that touch a place in the text, quickly."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Spanned(Protocol):
    """Anything with a half-open range of code points."""

    @property
    def start(self) -> int:
        """First code point."""

    @property
    def end(self) -> int:
        """One past the last code point."""


S = TypeVar("S", bound=Spanned)

_BUCKET = 1024  # code points; a row of text touches one bucket, seldom two


class SpanIndex(Generic[S]):
    """Spans that may overlap, found by place.

    Args:
        spans: In any order; they are kept by start, then by length with the longest first.
    """

    def __init__(self, spans: Iterable[S] = ()) -> None:
        self.spans: Sequence[S] = sorted(spans, key=lambda span: (span.start, -span.end))
        self._starts = [span.start for span in self.spans]
        self._buckets: dict[int, list[int]] = {}
        for number, span in enumerate(self.spans):
            last = max(span.start, span.end - 1)
            for bucket in range(span.start // _BUCKET, last // _BUCKET + 1):
                self._buckets.setdefault(bucket, []).append(number)

    def overlapping(self, start: int, end: int) -> list[S]:
        """Spans that share a code point with [start, end), by start."""
        if not self._buckets:
            return []
        found: set[int] = set()
        for bucket in range(start // _BUCKET, max(start, end - 1) // _BUCKET + 1):
            for number in self._buckets.get(bucket, ()):
                span = self.spans[number]
                if span.start < end and span.end > start:
                    found.add(number)
        return [self.spans[number] for number in sorted(found)]

    def at(self, offset: int) -> list[S]:
        """Spans that hold the code point at `offset`, the shortest last."""
        return sorted(self.overlapping(offset, offset + 1), key=lambda span: span.start - span.end)

    def after(self, offset: int) -> S | None:
        """The first span that starts after `offset`."""
        place = bisect_right(self._starts, offset)
        return self.spans[place] if place < len(self.spans) else None

    def before(self, offset: int) -> S | None:
        """The last span that starts before `offset`."""
        place = bisect_left(self._starts, offset)
        return self.spans[place - 1] if place else None
