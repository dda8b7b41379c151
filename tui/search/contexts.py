"""The line of text around a hit, as it stands in a list of results."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.documents.text import clean_line

if TYPE_CHECKING:
    from tui.documents.document import Span

AROUND = 60
"""Code points shown on either side of a hit."""

_MOST = 160  # code points shown of the hit itself
_ELLIPSIS = "…"


class Context(NamedTuple):
    """One clean line with a hit in it.

    Attributes:
        text: The line.
        start: First code point of the hit in it.
        end: One past the last; equal to `start` where nothing in the line is the hit.
    """

    text: str
    start: int
    end: int


def context_of(text: str, span: Span, around: int = AROUND) -> Context:
    """The words around a hit, without line ends, cut between words.

    Args:
        text: The text it is in.
        span: The hit.
        around: Code points on either side.

    Returns:
        The line, with an ellipsis on the sides where the text goes on; also inside the hit where
        that is very long.
    """
    low, high = max(span.start - around, 0), min(span.end + around, len(text))
    hit = _hit(text, span)
    before, after = text[low : span.start], text[span.end : high]
    if low and not text[low - 1].isspace():
        before = _after_blank(before)
    if high < len(text) and not text[high].isspace():
        after = _after_blank(after[::-1])[::-1]
    lead = (_ELLIPSIS if low else "") + _line(before, left=False, right=True)
    tail = _line(after, left=True, right=False) + (_ELLIPSIS if high < len(text) else "")
    return Context(lead + hit + tail, len(lead), len(lead) + len(hit))


def _hit(text: str, span: Span) -> str:
    if span.end - span.start <= _MOST:
        return clean_line(text[span.start : span.end])
    half = _MOST // 2
    first = text[span.start : span.start + half]
    last = text[span.end - half : span.end]
    return f"{clean_line(first)} {_ELLIPSIS} {clean_line(last)}"


def _after_blank(part: str) -> str:
    """A part of a text from its first blank on; all of it where there is none."""
    words = part.split(None, 1)
    return part if len(words) < 2 else words[1]


def _line(part: str, *, left: bool, right: bool) -> str:
    """One clean line; a blank at its left or right end stays one."""
    line = clean_line(part)
    lead = " " if left and part[:1].isspace() and line else ""
    tail = " " if right and part[-1:].isspace() and line else ""
    return lead + line + tail
