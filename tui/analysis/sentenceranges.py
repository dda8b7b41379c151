"""Sentences as ranges of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.documents.text import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token
    from tui.documents.document import Span


def sentence_ranges(text: str, tokens: Sequence[Token], span: Span) -> list[tuple[int, int]]:
    """Find the sentences of a paragraph as token ranges; none ends within a quotation.

    Args:
        text: The clean text.
        tokens: Tokens of the paragraph, in order.
        span: The paragraph.
    """
    if "\n" in text[span.start : span.end]:
        lines = text[span.start : span.end].replace("\n", " ")
        ends = [span.start + found.end for found in sentences(lines)]
    else:
        ends = [found.end for found in sentences(text, span.start, span.end)]
    ranges: list[tuple[int, int]] = []
    at = start = 0
    for stop in ends:
        while at < len(tokens) and tokens[at].start < stop:
            at += 1
        if at > start and (tokens[at - 1].end <= stop or at == len(tokens)):
            ranges.append((start, at))
            start = at
    if start < len(tokens):
        ranges.append((start, len(tokens)))
    return ranges
