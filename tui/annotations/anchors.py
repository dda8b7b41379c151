"""Where an annotation sits, and where it goes when the text changes.

The order of attempts: the same place, with the same words around it; the place that the difference
between the stored old text and the new one leads to; the quote with its context anywhere in the
text. Nothing below a score of 0.70 counts: then the annotation is orphaned.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.annotations.difference import Shift
from tui.annotations.model import Placement
from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.annotations.model import Annotation

MINIMUM = 0.70
"""The lowest score of a passage that counts as found."""

CONTEXT = 32
"""Code points of context kept on either side."""

_LETTERS = 40_000  # pairs of letters up to which passages are compared by letters, not by words
_OCCURRENCES = 24  # how many places with the same words are looked at, on either side
_SHORT, _BESIDE, _BARELY = 8, 16, 0.5  # quotes that need one like side; its length and likeness
_PIECE = 8  # shortest piece of a quote that is worth looking for


def passage(text: str, span: Span) -> Span:
    """A span that is a passage of a text.

    Raises:
        ValueError: When it is empty or outside the text.
    """
    start, end = span
    if not 0 <= start < end <= len(text):
        raise ValueError(f"There is no passage from {start} to {end} in the text.")
    return Span(start, end)


def select(annotation: Annotation, text: str, digest: str, span: Span) -> Annotation:
    """The annotation with its selectors written for this passage of this text."""
    start, end = span
    return replace(
        annotation,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(start - CONTEXT, 0) : start],
        suffix=text[end : end + CONTEXT],
        text_digest=digest,
        placement=Placement.EXACT,
    )


def anchor(annotation: Annotation, text: str, digest: str, shift: Shift | None) -> Annotation:
    """Find an annotation in the present text.

    Args:
        annotation: As it was saved.
        text: The present text.
        digest: SHA-256 of the present text.
        shift: From the text the annotation was saved with to the present one, where the former
            is known.

    Returns:
        The annotation with its place in the present text; its words and context are still those
        it was saved with. An orphaned one gets an empty passage near the place where it was.
    """
    span: Span | None = Span(annotation.start, annotation.end)
    if not _is_in_place(annotation, text, digest):
        span = None
        if annotation.exact:
            span = _follow(annotation, text, shift) or _search(annotation, text, shift)
    if span is None:
        near = min(shift.near(annotation.start) if shift else annotation.start, len(text))
        return replace(annotation, start=near, end=near, placement=Placement.ORPHANED)
    placement = Placement.FUZZY
    if text[span.start : span.end] == annotation.exact:
        same = span == (annotation.start, annotation.end)
        placement = Placement.EXACT if same else Placement.MOVED
    if (span.start, span.end, placement) == (
        annotation.start,
        annotation.end,
        annotation.placement,
    ):
        return annotation
    return replace(annotation, start=span.start, end=span.end, placement=placement)


def _is_in_place(annotation: Annotation, text: str, digest: str) -> bool:
    """The words stand there; in another text than before, with the same words around them."""
    start, end = annotation.start, annotation.end
    if start >= end or text[start:end] != annotation.exact:
        return False
    return digest == annotation.text_digest or (
        text[max(start - len(annotation.prefix), 0) : start] == annotation.prefix
        and text[end : end + len(annotation.suffix)] == annotation.suffix
    )


def _follow(annotation: Annotation, text: str, shift: Shift | None) -> Span | None:
    """Where the difference between the texts leads."""
    start, end = annotation.start, annotation.end
    if shift is None or shift.old[start:end] != annotation.exact:
        return None
    scored = [
        (similarity(annotation.exact, text[span.start : span.end]), -place, span)
        for place, span in enumerate(_candidates(shift, start, end))
    ]
    score, _, span = max(scored, default=(0.0, 0, Span(0, 0)))
    if score < MINIMUM or (end - start < _SHORT and _is_elsewhere(annotation, shift.new, span)):
        return None
    return span


def _is_elsewhere(annotation: Annotation, text: str, span: Span) -> bool:
    """Whether neither side of a passage is like what surrounded the quote.

    The difference between two texts matches short words by chance where much was rewritten.
    """
    before = text[max(span.start - _BESIDE, 0) : span.start]
    after = text[span.end : span.end + _BESIDE]
    sides = (annotation.prefix[-_BESIDE:], before), (annotation.suffix[:_BESIDE], after)
    return max(_likeness(*side) for side in sides) < _BARELY


def _likeness(one: str, other: str) -> float:
    """What part of two short texts they have in common, with blanks of any kind taken as one."""
    from difflib import SequenceMatcher

    one, other = " ".join(one.split()), " ".join(other.split())
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _candidates(shift: Shift, start: int, end: int) -> Iterator[Span]:
    """What a passage may have become; without blanks at an edge that had none."""
    for first, last in shift.candidates(start, end):
        if not shift.old[start].isspace():
            first += len(shift.new[first:last]) - len(shift.new[first:last].lstrip())
        if not shift.old[end - 1].isspace():
            last = first + len(shift.new[first:last].rstrip())
        if first < last:
            yield Span(first, last)


def _search(annotation: Annotation, text: str, shift: Shift | None) -> Span | None:
    """The place in the text that is most like the quote and its context."""
    expected = shift.near(annotation.start) if shift else annotation.start
    exact = annotation.exact
    best = (MINIMUM, 1, Span(0, 0))
    for start in _occurrences(text, exact, expected):
        span = Span(start, start + len(exact))
        best = max(best, (_score(annotation, text, span), -abs(start - expected), span))
    if best[1] <= 0:
        return best[2]
    for window in dict.fromkeys(_windows(annotation, text, expected)):
        part = Shift(exact, text[window.start : window.end])
        for found in _candidates(part, 0, len(exact)):
            span = Span(found.start + window.start, found.end + window.start)
            best = max(best, (_score(annotation, text, span), -abs(span.start - expected), span))
    return best[2] if best[1] <= 0 else None


def _windows(annotation: Annotation, text: str, expected: int) -> Iterator[Span]:
    """Stretches of the text in which a changed quote may be: near its pieces and its context."""
    exact = annotation.exact
    slack = len(exact) // 4 + _PIECE

    def window(start: int) -> Span:
        end = min(start + len(exact) + slack, len(text))
        return Span(max(start - slack, 0), end)

    size = max(len(exact) // 4, _PIECE)
    for offset in range(0, len(exact) - _PIECE + 1, size):
        for start in _occurrences(text, exact[offset : offset + size], expected, 1):
            yield window(start - offset)
    if len(annotation.prefix) >= _PIECE:
        for start in _occurrences(text, annotation.prefix, expected, 1):
            yield window(start + len(annotation.prefix))
    if len(annotation.suffix) >= _PIECE:
        for start in _occurrences(text, annotation.suffix, expected, 1):
            yield window(start - len(exact))


def _occurrences(text: str, words: str, near: int, most: int = _OCCURRENCES) -> Iterator[int]:
    """Where the words stand, nearest first on either side of a place."""
    place, count = text.find(words, max(near, 0)), 0
    while place >= 0 and count < most:
        yield place
        place, count = text.find(words, place + 1), count + 1
    place, count = text.rfind(words, 0, max(near, 0) + len(words) - 1), 0
    while place >= 0 and count < most:
        yield place
        place, count = text.rfind(words, 0, place + len(words) - 1), count + 1


def _score(annotation: Annotation, text: str, span: Span) -> float:
    """How much a passage and what surrounds it are like the quote and its context: 0 to 1.

    Every part counts by its length, the quote twice: a long quote is found by itself, a short one
    by its context. A passage that is itself below the minimum has no score.
    """
    prefix, suffix = annotation.prefix, annotation.suffix
    quote = similarity(annotation.exact, text[span.start : span.end])
    if quote < MINIMUM:
        return 0.0
    before = text[max(span.start - len(prefix), 0) : span.start]
    after = text[span.end : span.end + len(suffix)]
    weight = 2 * len(annotation.exact)
    total = weight + len(prefix) + len(suffix)
    around = len(prefix) * similarity(prefix, before) + len(suffix) * similarity(suffix, after)
    return (weight * quote + around) / total


def similarity(one: str, other: str) -> float:
    """What part of two texts they have in common, in the same order: 0 to 1."""
    if one == other:
        return 1.0
    total = len(one) + len(other)
    if 2 * min(len(one), len(other)) < MINIMUM * total:
        return 0.0  # lengths too different to reach the minimum
    if len(one) * len(other) > _LETTERS:
        return 2 * Shift(one, other).common() / total
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= MINIMUM / 2 else 0.0
