"""Text objects: the word, sentence, quote and so on at a place, to be selected at once.

Each has an inside and an around, as in editors of the vi family: around takes in the blanks, or
the marks, that go with the inside.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.analysis.model import QuoteKind
from tui.documents.document import Span
from tui.reading.motions import Unit
from tui.reading.pairs import (
    brackets_around,
    inside_brackets,
    inside_marks,
    quotations_around,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.model import Mention, Quote
    from tui.reading.motions import Motions
    from tui.reading.spans import SpanIndex

_BLANKS_AFTER = re.compile(r"\s*")
_CLOSING = re.compile(r"[.,;:!?…]{0,3}")
_BLANKS = 256  # most blanks that belong to a unit


class TextObject(StrEnum):
    """What can be selected at a place.

    `word`, `sentence`, `paragraph`, `line` (of the text, between line feeds) and `entity` (where
    it is named): around takes in the blanks after it, or before it where none follow.
    `quote`: the words quoted; around takes in their quotation marks.
    `attribution`: a quote with its cue and its speaker, as far as these stand in the same
    paragraph; around takes in the punctuation that follows.
    `bracket`, `quotation`: what stands between brackets, or between quotation marks whether or
    not it was found to be a quote; around takes in the brackets or marks.
    """

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    LINE = "line"
    ENTITY = "entity"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    BRACKET = "bracket"
    QUOTATION = "quotation"


def text_object(
    motions: Motions, kind: TextObject, place: int, count: int = 1, *, around: bool = False
) -> Span | None:
    """The text object at a place.

    Args:
        motions: The document and what was found in it.
        kind: Which object.
        place: Offset in it; between two words or sentences the one before is meant.
        count: How many, from this one on, as far as there are so many; of brackets and
            quotation marks, the how-manieth pair from the inside.
        around: Take in the blanks or marks that go with it.

    Returns:
        Its span, or None where there is no such object at the place.
    """
    text = motions.document.text
    if not 0 <= place <= len(text):
        return None
    if kind in (TextObject.QUOTE, TextObject.ATTRIBUTION):
        return _quotes(motions, kind, place, count, around=around)
    if kind in (TextObject.BRACKET, TextObject.QUOTATION):
        return _pair(motions, kind, place, count, around=around)
    span = _FINDERS[kind](motions, place, count)
    if span is None or not around:
        return span
    return _with_blanks(text, span)


def attribution(motions: Motions, quote: Quote) -> Span:
    """A quote with its cue and its speaker, as far as these stand in the same paragraph."""
    start, end = quote.start, quote.end
    first = motions.block_of(start)
    last = motions.block_of(max(end - 1, start))
    for part in (quote.cue, quote.speaker):
        if part is not None and motions.block_of(part.start) in (first, last):
            start, end = min(start, part.start), max(end, part.end)
    return Span(start, end)


def _words(motions: Motions, place: int, count: int) -> Span | None:
    return _run(motions, Unit.WORD, place, count)


def _sentences(motions: Motions, place: int, count: int) -> Span | None:
    return _run(motions, Unit.SENTENCE, place, count)


def _run(motions: Motions, unit: Unit, place: int, count: int) -> Span | None:
    first = motions.unit_at(place, unit)
    if first is None:
        return None
    units_in = motions.units.words_in if unit is Unit.WORD else motions.units.sentences_in
    end, wanted = first.end, count - 1
    for stretch in motions.units.stretches(first.start, forward=True):
        if wanted <= 0:
            break
        following = [span for span in units_in(stretch) if span.start > first.start][:wanted]
        if following:
            end, wanted = following[-1].end, wanted - len(following)
    return Span(first.start, end)


def _paragraphs(motions: Motions, place: int, count: int) -> Span | None:
    number = motions.block_of(place)
    blocks = motions.document.blocks[number : number + max(count, 1)] if number >= 0 else ()
    return Span(blocks[0].start, blocks[-1].end) if blocks else None


def _lines(motions: Motions, place: int, count: int) -> Span | None:
    text = motions.document.text
    start = text.rfind("\n", 0, place) + 1
    end = start - 1
    for _ in range(max(count, 1)):
        following = text.find("\n", end + 1)
        end = following if following >= 0 else len(text)
        if following < 0:
            break
    return Span(start, end) if start < end else None


def _entities(motions: Motions, place: int, count: int) -> Span | None:
    return _found(motions.mentions, place, count)


def _found(index: SpanIndex[Mention] | SpanIndex[Quote], place: int, count: int) -> Span | None:
    here = index.at(place)
    if not here:
        return None
    first = last = here[-1]
    for _ in range(count - 1):
        following = index.after(last.start)
        if following is None:
            break
        last = following
    return Span(first.start, last.end)


_FINDERS: dict[TextObject, Callable[[Motions, int, int], Span | None]] = {
    TextObject.WORD: _words,
    TextObject.SENTENCE: _sentences,
    TextObject.PARAGRAPH: _paragraphs,
    TextObject.LINE: _lines,
    TextObject.ENTITY: _entities,
}


def _quotes(
    motions: Motions, kind: TextObject, place: int, count: int, *, around: bool
) -> Span | None:
    text = motions.document.text
    if kind is TextObject.QUOTE:
        here = motions.quotes.at(place)
        span = _found(motions.quotes, place, count)
        if span is None or around or here[-1].kind is not QuoteKind.DIRECT:
            return span
        return inside_marks(text, span)
    quote = _attributed_at(motions, place)
    if quote is None:
        return None
    span = attribution(motions, quote)
    for _ in range(count - 1):
        following = motions.quotes.after(quote.start)
        if following is None:
            break
        quote = following
        more = attribution(motions, quote)
        span = Span(min(span.start, more.start), max(span.end, more.end))
    closing = _CLOSING.match(text, span.end) if around else None
    return Span(span.start, closing.end()) if closing else span


def _attributed_at(motions: Motions, place: int) -> Quote | None:
    """The quote at a place, or the one whose cue, or speaker, stands there."""
    here = motions.quotes.at(place)
    if here:
        return here[-1]
    for quote in (motions.quotes.before(place + 1), motions.quotes.after(place)):
        if quote is not None:
            span = attribution(motions, quote)
            if span.start <= place < span.end:
                return quote
    return None


def _pair(
    motions: Motions, kind: TextObject, place: int, count: int, *, around: bool
) -> Span | None:
    text, number = motions.document.text, motions.block_of(place)
    if number < 0:
        return None
    block = motions.document.blocks[number]
    here, within = Span(place, place + 1), Span(block.start, block.end)
    if kind is TextObject.BRACKET:
        pairs = brackets_around(text, here, within)
    else:
        pairs = quotations_around(text, here, within)
    if not 0 < count <= len(pairs):
        return None
    span = pairs[count - 1]
    if around:
        return span
    inside = inside_brackets(span) if kind is TextObject.BRACKET else inside_marks(text, span)
    return inside if inside.start < inside.end else None


def _with_blanks(text: str, span: Span) -> Span:
    after = _BLANKS_AFTER.match(text, span.end, span.end + _BLANKS)
    if after and after.end() > span.end:
        return Span(span.start, after.end())
    start = span.start
    while start > max(span.start - _BLANKS, 0) and text[start - 1].isspace():
        start -= 1
    return Span(start, span.end)
