from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.model import Analysis, Label, Mention, Quote, QuoteKind
from tui.documents.document import Block, BlockKind, Document
from tui.reading.motions import Motions, Unit

TEXT = "A storm came. Ana Lima slept.\n\n“It was loud,” she said later."
QUOTED = TEXT.index("“It")
NAMED = TEXT.index("Ana")
SECOND = QUOTED


def motions() -> Motions:
    first = TEXT.index("\n\n")
    blocks = (
        Block(0, first, BlockKind.PARAGRAPH),
        Block(SECOND, len(TEXT), BlockKind.PARAGRAPH),
    )
    document = Document("urn:uuid:0", Path("x"), "x", "x", TEXT, blocks)
    mention = Mention(NAMED, NAMED + 8, Label.PERSON, "Ana Lima")
    end = TEXT.index("”") + 1
    quote = Quote(QUOTED, end, QuoteKind.DIRECT, None, None, "Ana Lima", 1.0, "")
    return Motions(document, Analysis((mention,), (), (quote,)))


@pytest.mark.parametrize(
    ("unit", "offset", "after"),
    [
        (Unit.CHARACTER, 0, 1),
        (Unit.CHARACTER, TEXT.index("\n\n") - 1, SECOND),
        (Unit.WORD, 0, 2),
        (Unit.WORD, TEXT.index("slept"), SECOND + 1),
        (Unit.SENTENCE, 0, NAMED),
        (Unit.SENTENCE, NAMED, SECOND),
        (Unit.PARAGRAPH, 3, SECOND),
        (Unit.ENTITY, 0, NAMED),
        (Unit.QUOTE, 0, QUOTED),
    ],
)
def test_moving_on_leads_to_the_next_unit(unit: Unit, offset: int, after: int) -> None:
    assert motions().move(offset, unit, forward=True) == after


@pytest.mark.parametrize(
    ("unit", "offset", "before"),
    [
        (Unit.CHARACTER, 1, 0),
        (Unit.CHARACTER, SECOND, TEXT.index("\n\n") - 1),
        (Unit.WORD, 4, 2),
        (Unit.WORD, SECOND, TEXT.index("slept")),
        (Unit.SENTENCE, NAMED + 3, NAMED),
        (Unit.SENTENCE, NAMED, 0),
        (Unit.PARAGRAPH, SECOND, 0),
        (Unit.ENTITY, SECOND, NAMED),
        (Unit.QUOTE, len(TEXT) - 1, QUOTED),
    ],
)
def test_moving_back_leads_to_the_unit_before(unit: Unit, offset: int, before: int) -> None:
    assert motions().move(offset, unit, forward=False) == before


@pytest.mark.parametrize("unit", list(Unit))
def test_at_the_ends_the_cursor_stays(unit: Unit) -> None:
    here = motions()
    assert here.move(here.last(), unit, forward=True) == here.last()
    assert here.move(0, unit, forward=False) == 0


@pytest.mark.parametrize(
    ("unit", "offset", "words"),
    [
        (Unit.CHARACTER, 2, "s"),
        (Unit.WORD, 3, "storm"),
        (Unit.WORD, 7, "storm"),
        (Unit.SENTENCE, 3, "A storm came."),
        (Unit.SENTENCE, NAMED, "Ana Lima slept."),
        (Unit.PARAGRAPH, NAMED, "A storm came. Ana Lima slept."),
        (Unit.ENTITY, NAMED + 4, "Ana Lima"),
        (Unit.QUOTE, QUOTED + 2, "“It was loud,”"),
    ],
)
def test_the_unit_under_the_cursor(unit: Unit, offset: int, words: str) -> None:
    span = motions().unit_at(offset, unit)
    assert span is not None
    assert TEXT[span.start : span.end] == words


def test_where_there_is_no_entity_or_quote_there_is_none() -> None:
    assert motions().unit_at(0, Unit.ENTITY) is None
    assert motions().unit_at(0, Unit.QUOTE) is None


@given(st.sampled_from(list(Unit)), st.booleans(), st.lists(st.integers(0, len(TEXT)), max_size=5))
def test_no_move_leaves_the_text(unit: Unit, forward: bool, offsets: list[int]) -> None:
    here = motions()
    for offset in offsets:
        assert 0 <= here.move(min(offset, here.last()), unit, forward) <= here.last()
