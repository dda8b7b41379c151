"""Brackets and quotation marks that stand around a passage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.marks import pair_marks
from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH = 4_096  # code points looked at on either side, and passed in a passage
_DEPTH = 8  # pairs of quotation marks inside each other
_BRACKETS = re.compile(r"[()\[\]{}]")
_PARTNERS = {")": "(", "]": "[", "}": "{"}
_MARKS = frozenset("\"“”‟„«»＂'‘’‚‛‹›`´")


def brackets_around(text: str, passage: Span, within: Span) -> list[Span]:
    """The pairs of brackets around a passage, the innermost first.

    Args:
        text: The text.
        passage: What is to be inside them; the brackets themselves count as inside.
        within: Where to look, such as the paragraph; at most 4,096 code points either side.

    Returns:
        Spans with their brackets. A bracket without a partner is passed over.
    """
    start, end = _near(passage, within)
    opened: dict[str, int] = dict.fromkeys(_PARTNERS.values(), 0)
    stack: list[int] = []
    found: list[Span] = []
    for bracket in _BRACKETS.finditer(text, start, end):
        kind, place = bracket[0], bracket.start()
        if kind in opened:
            opened[kind] += 1
            stack.append(place)
        elif opened[_PARTNERS[kind]]:
            opener = -1
            while opener < 0 or text[opener] != _PARTNERS[kind]:
                opener = stack.pop()
                opened[text[opener]] -= 1
            if opener <= passage.start and place + 1 >= passage.end:
                found.append(Span(opener, place + 1))
    return found


def quotations_around(text: str, passage: Span, within: Span) -> list[Span]:
    """The pairs of quotation marks around a passage, the innermost first.

    Args:
        text: The text.
        passage: What is to be inside them; the marks themselves count as inside.
        within: Where to look, such as the paragraph; at most 4,096 code points either side.

    Returns:
        Spans with their marks; one that is open at the end of the paragraph ends there.
    """
    return list(_quotations(text, passage, _near(passage, within)))[::-1]


def _quotations(text: str, passage: Span, area: Span) -> Iterator[Span]:
    for _ in range(_DEPTH):
        for pair in pair_marks(text, [area]):
            if pair.start <= passage.start and pair.end >= passage.end:
                break
        else:
            return
        span = Span(pair.start, pair.end)
        yield span
        area = inside_marks(text, span)
        if area == span or area.start >= area.end:
            return


def inside_brackets(span: Span) -> Span:
    """What stands between a pair of brackets."""
    return Span(span.start + 1, span.end - 1)


def inside_marks(text: str, span: Span) -> Span:
    """What stands between the quotation marks at either end of a span, where there are any."""
    start, end = span
    if start < end and text[start] in _MARKS:
        start += 2 if text[start + 1 : start + 2] == text[start] and start + 2 < end else 1
    if start < end and text[end - 1] in _MARKS:
        end -= 2 if text[end - 2] == text[end - 1] and end - 2 > start else 1
    return Span(start, end) if start < end else span


def _near(passage: Span, within: Span) -> Span:
    end = min(passage.end, passage.start + _REACH)
    return Span(max(within.start, passage.start - _REACH), min(within.end, end + _REACH))
