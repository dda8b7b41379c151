"""What a quote consists of, and in words what its attribution rests on."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.analysis.model import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.marks import Marked
    from tui.analysis.referents import Referent
    from tui.documents.document import Span

_DIRECT = 0.95  # part of a quote's letters and digits that stand in marks


def kind_of(
    text: str, marked: Sequence[Marked], starts: Sequence[int], start: int, end: int
) -> QuoteKind:
    """The kind of a content by the part of its letters and digits that stands in marks.

    Args:
        text: The clean text.
        marked: All quotations in the document, in order.
        starts: Where each of them starts.
        start: First code point of the content.
        end: One past its last.
    """
    total = sum(map(str.isalnum, text[start:end]))
    inside = 0
    for k in range(max(0, bisect_right(starts, start) - 1), len(marked)):
        pair = marked[k]
        if pair.start >= end:
            break
        low, high = max(start, pair.start), min(end, pair.end)
        inside += sum(map(str.isalnum, text[low:high]))
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if inside >= _DIRECT * total else QuoteKind.MIXED


def why(text: str, rule: str, cue: Span | None, referent: Referent | None, how: str) -> str:
    """In a few words: the rule, the cue, and who is meant by the speaker's words."""
    words = [rule]
    if cue is not None:
        words.append(f"cue '{text[cue.start : cue.end]}'")
    if referent is not None:
        named = text[referent.span.start : referent.span.end]
        if named != referent.name:
            words.append(f"'{named}' is {referent.name}, {how}")
        elif cue is None:
            words.append(how)
    return "; ".join(words)
