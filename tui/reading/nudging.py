"""Moving one end of a passage by a word or a character."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tui.documents.document import Span
from tui.reading.cells import next_grapheme, previous_grapheme
from tui.reading.motions import Unit

if TYPE_CHECKING:
    from tui.reading.motions import Motions


class End(StrEnum):
    """An end of a passage."""

    START = "start"
    END = "end"


def nudged(motions: Motions, span: Span, end: End, unit: Unit, *, forward: bool) -> Span:
    """A passage with one of its ends moved.

    By words, a start goes to the start of a word and an end to the end of one. By characters,
    either goes to the next edge of a grapheme.

    Args:
        motions: The document.
        span: The passage.
        end: Which end of it.
        unit: `Unit.WORD` or `Unit.CHARACTER`.
        forward: Whether the end goes on in the text or back.

    Returns:
        The new passage, with at least one grapheme; the old one where the end cannot move.

    Raises:
        ValueError: For any other unit.
    """
    place: int | None
    if unit is Unit.CHARACTER:
        place = _by_character(motions.document.text, span[end is End.END], forward)
    elif unit is Unit.WORD:
        place = _by_word(motions, span[end is End.END], end, forward)
    else:
        raise ValueError(f"A passage is not nudged by a {unit.value}.")
    if place is None:
        return span
    moved = Span(place, span.end) if end is End.START else Span(span.start, place)
    return moved if moved.start < moved.end else span


def _by_character(text: str, place: int, forward: bool) -> int:
    return next_grapheme(text, place) if forward else previous_grapheme(text, place)


def _by_word(motions: Motions, place: int, end: End, forward: bool) -> int | None:
    """The next start, or end, of a word after or before the place."""
    units = motions.units
    for stretch in units.stretches(place, forward=forward):
        words = units.words_in(stretch)
        edges = [word.start if end is End.START else word.end for word in words]
        if forward:
            found = next((edge for edge in edges if edge > place), None)
        else:
            found = next((edge for edge in reversed(edges) if edge < place), None)
        if found is not None:
            return found
    return None
