"""Annotations as the page draws them, and the notes in its margin."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui.reading.cells import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.analysis.model import Quote
    from tui.annotations.changes import TextChange
    from tui.reading.layout import Layout


_NEAR = 4  # rows in which a mark's words may stand


class Mark(NamedTuple):
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


class MarginNote(NamedTuple):
    """A line of words beside a row: whose quote begins there, or which tag."""

    words: str
    style: str


def margin_notes(
    layout: Layout,
    quotes: Sequence[Quote],
    marks: Iterable[Mark],
    columns: int,
    changes: Mapping[int, Sequence[TextChange]] = MappingProxyType({}),
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
        changes: What changed in the text, by row; what was removed there stands in the margin
            before anything else.
    """
    gone: dict[int, tuple[str, str]] = {}
    for row, changed in changes.items():
        removed = " ".join(" ".join(change.removed.split()) for change in changed).strip()
        if removed:
            gone[row] = f"− {removed}", "removed"
    notes = _lines(gone, columns, len(layout.rows))
    speakers: dict[int, tuple[str, str]] = {}
    last: tuple[int, str | None] | None = None
    for quote in quotes:
        row = layout.row_of(quote.start)
        here = (layout.rows[row].block, quote.name)
        if here != last:
            words = f"— {quote.name or 'speaker unknown'}"
            speakers.setdefault(row, (words, "speaker" if quote.name else "unknown"))
        last = here
    free = {row: words for row, words in speakers.items() if row not in notes}
    notes = _lines(free, columns, len(layout.rows), notes)
    tags: dict[int, tuple[str, str]] = {}
    for mark in marks:
        row = layout.row_of(mark.start)
        places = range(row, min(row + _NEAR, len(layout.rows)))
        place = next((place for place in places if place not in notes and place not in tags), None)
        if place is not None:
            words = f"● {mark.words or 'note'}" + (" ✎" if mark.note else "")
            tags[place] = words, f"sign-{mark.colour}"
    return _lines(tags, columns, len(layout.rows), notes)


def _lines(
    wanted: dict[int, tuple[str, str]],
    columns: int,
    rows: int,
    taken: Mapping[int, MarginNote] = MappingProxyType({}),
) -> dict[int, MarginNote]:
    """Words beside their rows, going on in the row below where they must and may."""
    notes = dict(taken)
    wrapped: dict[tuple[str, bool], list[str]] = {}  # the same few people speak again and again
    for row, (words, style) in wanted.items():
        room = row + 1 < rows and row + 1 not in wanted and row + 1 not in taken
        lines = wrapped.get((words, room))
        if lines is None:
            lines = wrapped[words, room] = wrap(words, columns, 2 if room else 1, indent="  ")
        notes.update({row + n: MarginNote(line, style) for n, line in enumerate(lines)})
    return notes
