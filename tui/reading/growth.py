"""Growing a selection to the next larger unit of text, and shrinking it back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.documents.document import BlockKind, Span
from tui.reading.pairs import (
    brackets_around,
    inside_brackets,
    inside_marks,
    quotations_around,
)
from tui.reading.selection import trimmed
from tui.reading.textobjects import attribution

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.reading.motions import Motions

# Where a clause ends: at a comma, semicolon or colon with a blank after it (and marks between),
# at a dash, and at a bracket.
_JOINT = re.compile(r"[,;:][\"”’»)\]]{0,3}(?=\s)|\s[-–—]{1,3}(?=\s)|[—()\[\]]")
_LONGEST_SENTENCE = 8_192  # code points; no clauses are sought in a longer one
_HEADINGS = {BlockKind.HEADLINE: 0, BlockKind.HEADING: 1}


@dataclass(frozen=True, slots=True)
class Growth:
    """How a selection grew; a value that never changes.

    Attributes:
        steps: The selection at first, and after each growth; each strictly inside the next.
    """

    steps: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """The present selection."""
        return self.steps[-1]

    def at(self, span: Span) -> Growth:
        """This growth, or a new one where something else has been selected in between."""
        return self if span == self.span else Growth((span,))

    def grown(self, motions: Motions) -> Growth:
        """The growth after one more step; itself where the whole document is selected."""
        following = larger(motions, self.span)
        return self if following is None else Growth((*self.steps, following))

    def shrunk(self) -> Growth:
        """The growth before its last step; itself where there was none."""
        return Growth(self.steps[:-1]) if len(self.steps) > 1 else self


def larger(motions: Motions, span: Span) -> Span | None:
    """The next larger unit of text.

    Units are words, names, what stands in brackets or quotation marks with and without them,
    clauses, sentences, quotes with and without their cue and speaker, paragraphs, sections (from
    a heading to the next of its rank) and the document. Where the span reaches over several
    words, clauses, sentences or paragraphs, these together are one unit.

    Args:
        motions: The document and what was found in it.
        span: A passage; an empty one stands for a place.

    Returns:
        The shortest unit that contains the span and is longer; None where there is none.
    """
    for units in (_in_paragraph, _sections):
        found = [
            unit
            for unit in units(motions, span)
            if unit.start <= span.start and unit.end >= span.end and unit != span
        ]
        if found:
            return min(found, key=lambda unit: unit.end - unit.start)
    blocks = motions.document.blocks
    whole = Span(blocks[0].start, blocks[-1].end) if blocks else span
    return whole if whole != span and whole.start <= span.start and whole.end >= span.end else None


def _in_paragraph(motions: Motions, span: Span) -> Iterator[Span]:
    text, units = motions.document.text, motions.units
    start, end = span.start, max(span.end, span.start + 1)
    for between in (units.words_between, units.sentences_between, units.blocks_between):
        touched = _hull(between, start, end)
        if touched:
            yield touched
            if between == units.sentences_between:
                yield _clauses(text, touched, Span(start, end))
    for mention in motions.mentions.at(start):
        yield Span(mention.start, mention.end)
    for quote in motions.quotes.at(start):
        yield Span(quote.start, quote.end)
        yield attribution(motions, quote)
    for beside in (motions.quotes.before(start), motions.quotes.after(start)):
        if beside is not None:
            yield attribution(motions, beside)
    number = motions.block_of(start)
    if number >= 0:
        block = motions.document.blocks[number]
        within = Span(block.start, block.end)
        for pair in brackets_around(text, Span(start, end), within):
            yield inside_brackets(pair)
            yield pair
        for pair in quotations_around(text, Span(start, end), within):
            yield inside_marks(text, pair)
            yield pair


def _hull(between: Callable[[int, int], list[Span]], start: int, end: int) -> Span | None:
    """From the unit that a passage starts in to the one it ends in."""
    first, last = between(start, start + 1), between(end - 1, end)
    if not first and not last:
        return None
    return Span(
        min(first[0].start if first else start, start), max(last[-1].end if last else end, end)
    )


def _clauses(text: str, sentence: Span, passage: Span) -> Span:
    """The clauses of a sentence that a passage touches, without the marks between them."""
    low, high = sentence
    if high - low <= _LONGEST_SENTENCE:
        for joint in _JOINT.finditer(text, low, high):
            if joint.end() <= passage.start:
                low = joint.end()
            elif joint.start() >= passage.end:
                high = joint.start()
                break
    return trimmed(text, Span(low, high))


def _sections(motions: Motions, span: Span) -> Iterator[Span]:
    """From each heading that the span stands under to the next heading of its rank or above."""
    blocks = motions.document.blocks
    ranks = [
        (number, _HEADINGS[block.kind] + block.level)
        for number, block in enumerate(blocks)
        if block.kind in _HEADINGS
    ]
    highest: int | None = None
    for place in range(len(ranks) - 1, -1, -1):
        number, rank = ranks[place]
        if blocks[number].start > span.start or (highest is not None and rank >= highest):
            continue
        highest = rank
        after = (n for n, other in ranks[place + 1 :] if other <= rank)
        last = next(after, len(blocks)) - 1
        yield Span(blocks[number].start, blocks[last].end)
