from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tui.documents.document import Block, BlockKind, Document, Span
from tui.documents.text import sentences, words
from tui.reading.units import Units

PROSE = (
    "The council of Port Vale met on Monday. “Nothing is settled,” said Dr. Ana Lima, who had "
    "asked for a vote. Was it 3.5 per cent, or more? Nobody knew! The U.S. Army had left in May. "
)


def document(*paragraphs: str) -> Document:
    blocks, place = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(place, place + len(paragraph), BlockKind.PARAGRAPH))
        place += len(paragraph) + 2
    return Document("urn:uuid:0", Path("x"), "x", "x", "\n\n".join(paragraphs), tuple(blocks))


LONG = document("Before it.", (PROSE * 700).strip(), "After it.")


def test_a_very_long_block_has_the_words_and_sentences_it_has_when_read_at_once() -> None:
    units, block = Units(LONG), LONG.blocks[1]
    whole = [
        Span(block.start + start, block.start + end)
        for start, end in words(LONG.text[block.start : block.end])
    ]
    assert units.words_between(block.start, block.end) == whole
    assert units.sentences_between(block.start, block.end) == sentences(
        LONG.text, block.start, block.end
    )


def test_stretches_follow_each_other_both_ways_and_miss_nothing() -> None:
    units = Units(LONG)
    forth = list(units.stretches(0, forward=True))
    back = list(units.stretches(len(LONG.text), forward=False))
    assert forth == back[::-1]
    assert len(forth) > 5
    block = LONG.blocks[1]
    assert forth[0] == Span(0, LONG.blocks[0].end)
    assert forth[1].start == block.start
    assert forth[-2].end == block.end
    assert all(a.end == b.start for a, b in pairwise(forth[1:-1]))


@pytest.mark.parametrize("offset", [0, 12, 16_383, 16_396, 16_500, 40_000, 100_000])
def test_the_stretch_of_a_place_holds_it(offset: int) -> None:
    stretch = Units(LONG).stretch_of(offset)
    assert stretch is not None
    assert stretch.start <= offset < stretch.end


@pytest.mark.parametrize("letter", ["x", "日", "e\u0301", "👩\u200d🚀"])
def test_a_long_block_without_blanks_is_parted_between_graphemes(letter: str) -> None:
    text = letter * (50_000 // len(letter))
    stretches = list(Units(document(text)).stretches(0, forward=True))
    assert len(stretches) > 2
    assert all(stretch.start % len(letter) == 0 for stretch in stretches)
    for offset in range(0, len(text), 997):
        stretch = Units(document(text)).stretch_of(offset)
        assert stretch is not None
        assert stretch.start <= offset < stretch.end


def test_only_what_is_near_is_read() -> None:
    units = Units(LONG)
    near = units.words_between(60_000, 60_100)
    assert near
    assert all(word.end > 60_000 and word.start < 60_100 for word in near)
    assert len(units.words_in(Span(*next(units.stretches(60_000, forward=True))))) < 5_000


def test_units_of_several_blocks_come_in_reading_order() -> None:
    small = document("One two.", "Three. Four five.")
    units, text = Units(small), small.text
    shown = [text[slice(*word)] for word in units.words_between(4, len(text))]
    assert shown == ["two", "Three", "Four", "five"]
    shown = [text[slice(*sentence)] for sentence in units.sentences_between(0, 12)]
    assert shown == ["One two.", "Three."]
    assert units.blocks_between(0, 8) == [Span(0, 8)]
    assert units.blocks_between(0, 11) == [Span(0, 8), Span(10, 27)]


def test_a_document_without_blocks_has_no_units() -> None:
    units = Units(document())
    assert units.stretch_of(0) is None
    assert units.words_between(0, 10) == []
    assert units.blocks_between(0, 10) == []
    assert units.block_of(0) == -1
