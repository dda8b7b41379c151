"""Annotations as the page draws them, and the notes in its margin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.reading.cells import clip, wrap

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
    """A line of words beside a row: whose quote begins there, or which tag."""

    words: str
    style: str


def margin_notes(
    layout: Layout, quotes: Sequence[Quote], marks: Iterable[Mark], columns: int
) -> dict[int, MarginNote]:
    """The margin beside each row that has one.

    A speaker stands beside the first row of the quote, once for neighbouring pieces in one
    paragraph; a mark's words in the nearest free row at or below its first one. Words that are
    too long go on in the row below, where that is free.

    Args:
        layout: The rows.
        quotes: By place.
        marks: By place.
        columns: Cells of the margin.
    """
    wanted: list[tuple[int, str, str]] = []
    last: tuple[int, str | None] | None = None
    for quote in quotes:
        row = layout.row_of(quote.start)
        here = (layout.rows[row].block, quote.name)
        if here != last:
            words = quote.name or "speaker unknown"
            wanted.append((row, f"— {words}", "speaker" if quote.name else "unknown"))
        last = here
    for mark in marks:
        words = (mark.words or "note") + (" ✎" if mark.note else "")
        wanted.append((layout.row_of(mark.start), f"● {words}", f"sign-{mark.colour}"))
    notes: dict[int, MarginNote] = {}
    placed: list[tuple[int, list[str], str]] = []
    for row, words, style in wanted:
        free = next((place for place in range(row, row + 4) if place not in notes), None)
        if free is not None and free < len(layout.rows):
            lines = wrap(words, columns, 2, indent="  ")
            notes[free] = MarginNote(lines[0], style)
            placed.append((free, lines, style))
    for row, lines, style in placed:
        if len(lines) > 1 and row + 1 < len(layout.rows) and row + 1 not in notes:
            notes[row + 1] = MarginNote(lines[1], style)
        elif len(lines) > 1:
            notes[row] = MarginNote(clip(lines[0], columns - 1) + "…", style)
    return notes
