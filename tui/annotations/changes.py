"""What changed from one text to another, in words, for people to look at."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tui.annotations.difference import Shift
from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


_CONTEXT = 60  # code points shown before a change


class PartKind(StrEnum):
    """What became of a part of a text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Part(NamedTuple):
    """A part of two texts.

    Attributes:
        kind: Whether it is in both, in the old or in the new one only.
        old: Where it is in the old text; of an added part, the empty place where it would be.
        new: Where it is in the new text; of a removed part, likewise.
    """

    kind: PartKind
    old: Span
    new: Span


def changed_parts(old: str, new: str) -> list[Part]:
    """What changed from the old text to the new one.

    Parts begin and end at words, and no part is empty. The old spans, in order, make up the old
    text, the new ones the new text. What was removed comes before what was added in its place;
    blanks between two changes belong to them.
    """
    parts: list[Part] = []
    old_end = new_end = 0
    for old_start, new_start, length in [*_whole_words(old, new), (len(old), len(new), 0)]:
        if old_end < old_start:
            span = Span(old_end, old_start)
            parts.append(Part(PartKind.REMOVED, span, Span(new_end, new_end)))
        if new_end < new_start:
            span = Span(new_end, new_start)
            parts.append(Part(PartKind.ADDED, Span(old_start, old_start), span))
        old_end, new_end = old_start + length, new_start + length
        if length:
            spans = Span(old_start, old_end), Span(new_start, new_end)
            parts.append(Part(PartKind.SAME, *spans))
    return parts


class TextChange(NamedTuple):
    """One place where the text is another.

    Attributes:
        start: Where that is in the present text, and where `added` begins.
        before: The words before it.
        removed: What stood there, or empty.
        added: What stands there now, or empty.
    """

    start: int
    before: str
    removed: str
    added: str

    @property
    def end(self) -> int:
        """Where `added` ends."""
        return self.start + len(self.added)


def text_changes(old: str, new: str) -> list[TextChange]:
    """The places where two texts differ in more than blanks, in order."""
    found: list[TextChange] = []
    for part in changed_parts(old, new):
        removed = old[part.old.start : part.old.end] if part.kind is PartKind.REMOVED else ""
        added = new[part.new.start : part.new.end] if part.kind is PartKind.ADDED else ""
        if not (removed + added).strip():
            continue
        start = part.new.start
        if found and added and found[-1].start == start and not found[-1].added:
            found[-1] = found[-1]._replace(added=added)
        else:
            before = new[max(start - _CONTEXT, 0) : start]
            found.append(TextChange(start, before, removed, added))
    return found


def _whole_words(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """Equal stretches that cut no word of either text: old start, new start, length."""
    runs = Shift(old, new).runs
    for run in runs:
        first, last = 0, run.length
        while first < last and (
            _cuts_a_word(old, run.old + first) or _cuts_a_word(new, run.new + first)
        ):
            first += 1
        while first < last and (
            _cuts_a_word(old, run.old + last) or _cuts_a_word(new, run.new + last)
        ):
            last -= 1
        at_an_end = run.old + first == 0 == run.new + first or (
            run.old + last == len(old) and run.new + last == len(new)
        )
        words = old[run.old + first : run.old + last]
        if first < last and (at_an_end or "\n" in words or not words.isspace()):
            yield run.old + first, run.new + first, last - first


def _cuts_a_word(text: str, place: int) -> bool:
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    return (before.isalnum() or before == "_") and (after.isalnum() or after == "_")
