"""The selected passage: one pure value for keyboard and mouse."""

from __future__ import annotations

from typing import NamedTuple

from tui.documents.document import Span
from tui.reading.cells import next_grapheme, previous_grapheme


class Selection(NamedTuple):
    """A passage between two graphemes, both of them inside it.

    Attributes:
        anchor: Start of the grapheme where the selection was begun.
        head: Start of the grapheme under the cursor.
    """

    anchor: int
    head: int

    @classmethod
    def of(cls, text: str, span: Span) -> Selection:
        """The selection that covers a span, with the cursor on its last grapheme."""
        return cls(span.start, max(span.start, previous_grapheme(text, span.end)))

    def to(self, head: int) -> Selection:
        """The same selection with its moving end elsewhere."""
        return Selection(self.anchor, head)

    def flipped(self) -> Selection:
        """The same passage with the cursor at its other end."""
        return Selection(self.head, self.anchor)

    def span(self, text: str) -> Span:
        """The passage, whole graphemes, in the text it was made in."""
        low, high = sorted((self.anchor, self.head))
        return Span(low, next_grapheme(text, high))


def trimmed(text: str, span: Span) -> Span:
    """The span without blanks at either end; an empty one where it holds nothing else."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
