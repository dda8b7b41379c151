"""The words and the name of an entity that was corrected by hand."""

from __future__ import annotations

import pytest

from tui.analysis.corrected import called_by, name_for, without_stop
from tui.analysis.model import Entity, Label, Mention
from tui.documents.document import Span

PERSON, ORG = Label.PERSON, Label.ORG


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("HM Revenue & Customs.", "HM Revenue & Customs"),
        ("Ann Lee,", "Ann Lee"),
        ("Ann Lee.;", "Ann Lee"),
        ("Holt Inc.", "Holt Inc."),
        ("Holt Inc.,", "Holt Inc."),
        ("the U.S.", "the U.S."),
        ("Samuel K.", "Samuel K."),
        ("Yahoo!", "Yahoo!"),
        ("...", "..."),
    ],
)
def test_stop_of_the_sentence_is_left_out(words: str, kept: str) -> None:
    text = f"They met {words} yes"
    span = without_stop(text, Span(9, 9 + len(words)))
    assert text[span.start : span.end] == kept


def _entity(name: str, label: Label, *spans: tuple[int, int]) -> Entity:
    return Entity(name, label, tuple(Mention(start, end, label, name) for start, end in spans))


ENTITIES = (
    _entity("Ann Lee", PERSON, (0, 7)),
    _entity("Bob Orr", PERSON, (10, 17)),
    _entity("Cy Orr", PERSON, (20, 26)),
    _entity("Lee Bank", ORG, (30, 38)),
)


@pytest.mark.parametrize(
    ("words", "label", "mention", "name"),
    [
        ("Lee", PERSON, None, "Ann Lee"),
        ("Ann", PERSON, None, "Ann Lee"),
        ("Lee", ORG, None, "Lee Bank"),
        ("Orr", PERSON, None, "Orr"),
        ("ee", PERSON, None, "ee"),
        ("Bob Orr", PERSON, ENTITIES[0].mentions[0], "Bob Orr"),
        ("Ann", PERSON, ENTITIES[0].mentions[0], "Ann Lee"),
        ("Ann Lee Wu", PERSON, ENTITIES[0].mentions[0], "Ann Lee Wu"),
    ],
)
def test_name_of_a_corrected_passage(
    words: str, label: Label, mention: Mention | None, name: str
) -> None:
    assert name_for(words, label, mention, ENTITIES) == name


def test_entity_is_called_by_its_only_full_mention() -> None:
    text = "Ann Lee KC left. Lee wept. Ann Lee KC left."
    once = _entity("Ann Lee KC", PERSON, (0, 10), (17, 20))
    twice = _entity("Ann Lee KC", PERSON, (0, 10), (17, 20), (27, 37))
    assert called_by(text, once.mentions[0], once)
    assert not called_by(text, once.mentions[1], once)
    assert not called_by(text, twice.mentions[0], twice)
