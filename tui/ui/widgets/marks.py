"""Annotations as the page draws them, and the notes in its margin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.analysis.model import Quote
    from tui.reading.layout import Layout


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation on the page.

    Attributes:
        id: The annotation's.
        start: First code point.
        end: One past the last code point.
        colour: Name of a tag colour of the themes.
        words: Its tags, for the margin; empty for a note without a tag.
        note: Whether it carries a note.
    """

    id: str
    start: int
    end: int
    colour: str
    words: str
    note: bool


@dataclass(frozen=True, slots=True)
class MarginNote:
    """Some words beside a row: whose quote begins there, or which tag."""

    words: str
    style: str


def margin_notes(
    layout: Layout, quotes: Sequence[Quote], marks: Iterable[Mark]
) -> dict[int, MarginNote]:
    """The margin beside each row that has one.

    A speaker stands beside the first row of the quote, once for neighbouring pieces in one
    paragraph; a mark's words in the nearest free row at or below its first one.
    """
    notes: dict[int, MarginNote] = {}
    last: tuple[int, str | None] | None = None
    for quote in quotes:
        row = layout.row_of(quote.start)
        here = (layout.rows[row].block, quote.name)
        if here != last:
            words = quote.name or "speaker unknown"
            notes.setdefault(row, MarginNote(words, "speaker" if quote.name else "unknown"))
        last = here
    for mark in marks:
        words = (mark.words or "note") + (" ✎" if mark.note else "")
        row = layout.row_of(mark.start)
        for place in range(row, min(row + 4, len(layout.rows))):
            if place not in notes:
                notes[place] = MarginNote(words, f"sign-{mark.colour}")
                break
    return notes
