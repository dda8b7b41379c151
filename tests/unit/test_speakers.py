"""Who speaks: the words that name the speaker, and who is meant by them."""

from __future__ import annotations

import pytest

from tests.unit.quote_documents import quotes_in

HOLT, REYES, DUARTE = "Maren Holt", "Tomas Reyes", "Ines Duarte"
SAND, MWANGI = "Viktor Sand", "Ada Mwangi"


def last_speaker(text: str) -> tuple[str, str | None]:
    quote = quotes_in(text)[-1]
    words = text[quote.speaker.start : quote.speaker.end] if quote.speaker else ""
    return words, quote.name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Maren Holt, chief executive of Coast Rail, said it was late.", HOLT, HOLT),
        ("Maren Holt, 45, of Porto Alto, said it was late.", HOLT, HOLT),
        ("Maren Holt, who runs the line, said it was late.", HOLT, HOLT),
        ("Maren Holt, who had seen, as she often does, the sea, said it was late.", HOLT, HOLT),
        ("Mayor Maren Holt said it was late.", "Mayor Maren Holt", HOLT),
        ("Dr Maren Holt said it was late.", "Dr Maren Holt", HOLT),
        ("Norland harbour master Maren Holt said it was late.", None, HOLT),
        ("It was late, said Maren Holt, a pilot from Lisbon.", HOLT, HOLT),
        ("Coast Rail said it was late.", "Coast Rail", "Coast Rail"),
        ("The Civil Aviation Board (CAB) said it was late.", None, "Civil Aviation Board"),
        ("The CAB said it was late.", "The CAB", "Civil Aviation Board"),
        ("A spokesman for Coast Rail said it was late.", "A spokesman for Coast Rail", None),
        ("An unnamed official said it was late.", "An unnamed official", None),
        ("Two people who saw the crash said it was late.", "Two people", None),
        ("A report published on Monday said it was late.", "A report", None),
        ("Residents living nearby said it was late.", "Residents", None),
        ("Holt and Reyes said it was late.", "Holt and Reyes", "Holt and Reyes"),
        ("The engineer, Tomas Reyes, said it was late.", "The engineer", REYES),
        ("On Tuesday Maren Holt said it was late.", HOLT, HOLT),
        ("In a statement, Maren Holt said it was late.", HOLT, HOLT),
        ("Citing the weather, officials said it was late.", "officials", "officials"),
        ("One of the drivers said it was late.", None, "One of the drivers"),
        ("Many said it was late.", "Many", "Many"),
    ],
)
def test_the_words_that_name_the_speaker(text: str, words: str | None, name: str | None) -> None:
    found, resolved = last_speaker(text)
    if words is not None:
        assert found == words
    assert resolved == (name if name is not None else words)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maren Holt runs the line. She said it was late.", HOLT),
        ("Ines Duarte met Tomas Reyes. He said it was late.", REYES),
        ("Holt said it was late. Reyes left. She added that it was raining.", HOLT),
        ("The HWU called a strike. It said it would last.", "Harbour Workers' Union"),
        ("Drivers stopped work. They said it was late.", "Drivers"),
        ("An old sailor spoke first. He said it was late.", "An old sailor"),
        ("An old sailor said it was late. The sailor said so twice.", "An old sailor"),
        ("Foreign minister Ada Mwangi flew in. The minister said it was late.", MWANGI),
        ("Viktor Sand, a baker, arrived. The baker said it was late.", SAND),
        ("Viktor Sand, 45, arrived. The 45-year-old said it was late.", SAND),
        ("Northgate Water dug up the road. The company said it was late.", "Northgate Water"),
        ("Maren Holt said it was late. Holt said so again on Friday.", HOLT),
        ("Maren Holt got up and said it was late.", HOLT),
        ("Reyes met a pilot, Maren Holt, who said it was late.", HOLT),
        (
            "Maren Holt spoke. Viktor Sand left. Holt, she said, was late. He said it was late.",
            SAND,
        ),
        ("His lawyer, Ines Duarte, stood up. She said it was late.", DUARTE),
    ],
)
def test_who_is_meant(text: str, name: str) -> None:
    assert last_speaker(text)[1] == name


def test_a_pronoun_nobody_fits_keeps_its_own_words() -> None:
    assert last_speaker("She said it was late.") == ("She", "She")


def test_a_company_is_not_a_union() -> None:
    text = "The HWU struck. The company said it was late."
    assert last_speaker(text)[1] == "The company"


def test_honours_after_a_name_are_no_part_of_the_speaker() -> None:
    text = 'Maren Holt KC said: "You were trusted." She left.'
    assert last_speaker(text) == ("Maren Holt KC", HOLT)
