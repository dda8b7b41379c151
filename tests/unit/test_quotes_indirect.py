"""Indirect and mixed quotes: where the content begins and ends."""

from __future__ import annotations

import pytest

from tests.unit.quote_documents import quotes_in, said
from tui.analysis.model import QuoteKind

HOLT, REYES, DUARTE = "Maren Holt", "Tomas Reyes", "Ines Duarte"
NORTHGATE = "Northgate Water"
Pieces = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maren Holt said that the gate was shut.", [("the gate was shut", HOLT)]),
        ("Maren Holt said the gate was shut.", [("the gate was shut", HOLT)]),
        ("Maren Holt says it is over.", [("it is over", HOLT)]),
        ("The gate was shut, Maren Holt said.", [("The gate was shut", HOLT)]),
        ("The gate was shut, said Maren Holt, the mayor.", [("The gate was shut", HOLT)]),
        ("The gate was shut, Holt has said.", [("The gate was shut", HOLT)]),
        ("Holt told the Delta Wire the gate was shut.", [("the gate was shut", HOLT)]),
        ("Holt told reporters Tuesday that the gate was shut.", [("the gate was shut", HOLT)]),
        ("Holt told the court she had shut the gate.", [("she had shut the gate", HOLT)]),
        (
            "Holt said in a statement released on Friday that the gate was shut.",
            [("the gate was shut", HOLT)],
        ),
        ("Holt said on Monday the gate was shut.", [("the gate was shut", HOLT)]),
        ("Holt said, in a low voice, that it was over.", [("it was over", HOLT)]),
        ("Holt has never said that the gate was shut.", [("the gate was shut", HOLT)]),
        ("Holt would not say whether it was shut.", [("whether it was shut", HOLT)]),
        ("Holt explained how the gate had been shut.", [("how the gate had been shut", HOLT)]),
        ("According to Maren Holt, the gate was shut.", [("the gate was shut", HOLT)]),
        ("The gate was shut, according to Maren Holt.", [("The gate was shut", HOLT)]),
        (
            "The gate, according to Maren Holt, was shut.",
            [("The gate", HOLT), ("was shut", HOLT)],
        ),
        (
            "According to Maren Holt, the mayor, the gate was shut.",
            [("the gate was shut", HOLT)],
        ),
        ("In Holt's words, the gate was shut.", [("the gate was shut", HOLT)]),
        ("As Holt told reporters, the gate was shut.", [("the gate was shut", HOLT)]),
        ("Officials urged residents to leave.", [("to leave", "Officials")]),
        ("Holt warned drivers not to stop.", [("not to stop", HOLT)]),
        ("Holt warned that prices would rise.", [("prices would rise", HOLT)]),
        ("Holt denied taking the money.", [("taking the money", HOLT)]),
        ("Holt denied that she had it.", [("she had it", HOLT)]),
        ("Holt accused Reyes of hiding the key.", [("hiding the key", HOLT)]),
        ("Holt promised to open the gate.", [("to open the gate", HOLT)]),
        ("It was reported that the gate was shut.", [("the gate was shut", None)]),
        ("The gate, it was reported, was shut.", [("The gate", None), ("was shut", None)]),
        ("Holt estimated that 40 ships were waiting.", [("40 ships were waiting", HOLT)]),
        ("A court ruled that the gate must open.", [("the gate must open", "A court")]),
        ("The report said the gate was rusty.", [("the gate was rusty", "The report")]),
        ("Holt testified that she saw nothing.", [("she saw nothing", HOLT)]),
        (
            "The pipeline, Northgate Water said, would be late.",
            [("The pipeline", NORTHGATE), ("would be late", NORTHGATE)],
        ),
        ("Northgate tells customers the water is safe.", [("the water is safe", NORTHGATE)]),
    ],
)
def test_indirect_speech(text: str, expected: Pieces) -> None:
    assert said(text) == expected
    assert {quote.kind for quote in quotes_in(text)} == {QuoteKind.INDIRECT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Holt said the gate was shut, adding that it would stay so.",
            [("the gate was shut", HOLT), ("it would stay so", HOLT)],
        ),
        (
            "Holt said the gate was shut and added that it would stay so.",
            [("the gate was shut", HOLT), ("it would stay so", HOLT)],
        ),
        (
            "Holt said the gate was shut, but Reyes said it was open.",
            [("the gate was shut", HOLT), ("it was open", REYES)],
        ),
        (
            "The gate was shut, Holt said in a note, with a meeting set for May.",
            [("The gate was shut", HOLT)],
        ),
        (
            "The gate was shut, Holt said in a note on Monday, the Delta Wire reported.",
            [("The gate was shut", HOLT)],
        ),
        (
            "During the week, the gate was shut, Holt said in a note, the Delta Wire reported.",
            [("During the week, the gate was shut", HOLT)],
        ),
        (
            "Holt said that the gate was shut, the Delta Wire reported.",
            [("the gate was shut", HOLT)],
        ),
        ("Holt said the gate was shut; it opens in May.", [("the gate was shut", HOLT)]),
        (
            "Holt said the gate was shut, but declined to say why.",
            [("the gate was shut", HOLT)],
        ),
        (
            "Holt, who said she was tired, left the room.",
            [("she was tired", HOLT)],
        ),
        (
            "The Evening Ledger reports that Holt said the gate was shut.",
            [("Holt said the gate was shut", "The Evening Ledger")],
        ),
        (
            "Holt promised to open the gate, two people who were there said.",
            [("Holt promised to open the gate", "two people")],
        ),
        (
            "They were digging by hand because, Holt said, the ground was soft.",
            [("the ground was soft", HOLT)],
        ),
        (
            "Holt said that, apart from the lock, the gate was sound.",
            [("apart from the lock, the gate was sound", HOLT)],
        ),
    ],
)
def test_where_content_ends(text: str, expected: Pieces) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Holt said the gate was "shut for good" and would be sold.',
            [('the gate was "shut for good" and would be sold', HOLT)],
        ),
        (
            'Holt stated that work would focus on "locks, hinges and bolts."',
            [('work would focus on "locks, hinges and bolts."', HOLT)],
        ),
        (
            'The gate was "a disgrace," Reyes said.',
            [('The gate was "a disgrace,"', REYES)],
        ),
        (
            'The gate, according to Holt, had "no lock worth the name".',
            [("The gate", HOLT), ('had "no lock worth the name"', HOLT)],
        ),
    ],
)
def test_mixed_quotes(text: str, expected: Pieces) -> None:
    assert said(text) == expected
    assert QuoteKind.MIXED in {quote.kind for quote in quotes_in(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Holt described the gate as "a joke".', [('"a joke"', HOLT)]),
        (
            'Holt called the gate "silly" and the lock "absurd".',
            [('"silly"', HOLT), ('"absurd"', HOLT)],
        ),
        ('Holt dismissed the claim as "pure invention".', [('"pure invention"', HOLT)]),
    ],
)
def test_judgements(text: str, expected: Pieces) -> None:
    assert said(text) == expected
