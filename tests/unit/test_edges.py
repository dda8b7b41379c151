"""Exact edges of names, and one label for one name."""

from __future__ import annotations

import pytest

from tests.unit.entity_documents import article
from tui.analysis.agreement import agreed
from tui.analysis.edges import exact
from tui.analysis.entities import find_entities
from tui.analysis.model import Label
from tui.analysis.names import Proposal
from tui.analysis.tokens import Tokens, tokenise

PERSON, ORG, LOC = Label.PERSON, Label.ORG, Label.LOC


def _tokens(text: str) -> Tokens:
    return tokenise(article(text), lambda: None)


def _proposal(tokens: Tokens, words: str, label: Label, *, after: int = 0) -> Proposal:
    parts = words.split()
    for start in range(after, len(tokens.texts)):
        if tokens.texts[start : start + len(parts)] == parts:
            return Proposal(start, start + len(parts), label)
    raise AssertionError(words)


def _text(text: str, tokens: Tokens, one: Proposal) -> str:
    return text[tokens.starts[one.start] : tokens.ends[one.end - 1]]


# Text, the tokens that were proposed as a person, and the person there is.
PEOPLE = [
    ("Helena Marchant KC told the court.", "Helena Marchant KC", "Helena Marchant"),
    ("They met Tom Berry MP in town.", "Tom Berry MP", "Tom Berry"),
    ("Datuk Seri Azlan bin Ismail left.", "Datuk Seri Azlan bin Ismail", "Azlan bin Ismail"),
    ("Here Tom Berry, 59, left.", "Tom Berry , 59", "Tom Berry"),
    ("Alhaji Musa Bangura left.", "Alhaji Musa Bangura", "Musa Bangura"),
    ("Don Alejandro Vargas left.", "Don Alejandro Vargas", "Alejandro Vargas"),
    ("Cllr Nigel Forsyth left.", "Cllr Nigel Forsyth", "Nigel Forsyth"),
    ("Don Draper left.", "Don Draper", "Don Draper"),
    ("There Pak Sung-min left.", "Pak Sung", "Pak Sung-min"),
    ("The Ann Lee-led group left.", "Ann Lee", "Ann Lee"),
    ("An Ann Lee-style coat.", "Ann Lee", "Ann Lee"),
    ("The critic J.B. Hartnell left.", "Hartnell", "J.B. Hartnell"),
    ("The former U.S. Hartnell left.", "Hartnell", "Hartnell"),
    ("P.S. Tom Berry left.", "Tom Berry", "Tom Berry"),
    ("De la Espriella left.", "la Espriella", "De la Espriella"),
    (
        'Jose Maria "Joma" del Rosario left.',
        "Jose Maria",
        'Jose Maria "Joma" del Rosario',
    ),
    ("Mina “Min” Berg left.", "Mina", "Mina “Min” Berg"),
    ("He told Ann Lee “Never” twice.", "Ann Lee", "Ann Lee"),
    ("He told Ann Lee “never” Bob said.", "Ann Lee", "Ann Lee"),
    ("Ann (Labour) Brown left.", "Ann", "Ann"),
]


@pytest.mark.parametrize(("text", "proposed", "name"), PEOPLE)
def test_edges_of_people(text: str, proposed: str, name: str) -> None:
    tokens = _tokens(text)
    given = [_proposal(tokens, proposed, PERSON)]
    found = exact(tokens, given, bytearray(len(tokens.texts)), lambda: None)
    assert [_text(text, tokens, one) for one in found] == [name]


def test_name_does_not_grow_past_its_block() -> None:
    text = "Here is Ann\n“Min” Berg left."
    tokens = _tokens(text)
    given = [_proposal(tokens, "Ann", PERSON)]
    found = exact(tokens, given, bytearray(len(tokens.texts)), lambda: None)
    assert [_text(text, tokens, one) for one in found] == ["Ann"]


def test_what_lies_in_a_grown_name_is_no_name_of_its_own() -> None:
    text = 'Jose Maria "Joma" del Rosario Santos left.'
    tokens = _tokens(text)
    given = [
        _proposal(tokens, "Jose Maria", PERSON),
        _proposal(tokens, "Joma", ORG),
        _proposal(tokens, "del Rosario Santos", PERSON),
    ]
    found = exact(tokens, given, bytearray(len(tokens.texts)), lambda: None)
    assert [_text(text, tokens, one) for one in found] == ['Jose Maria "Joma" del Rosario Santos']


def test_honours_after_a_name_are_no_place() -> None:
    text = "Ann Lee, M.D., left Baltimore, MD in tears."
    tokens = _tokens(text)
    md = _proposal(tokens, "MD", LOC)
    given = [
        _proposal(tokens, "Ann Lee", PERSON),
        _proposal(tokens, "M.D.", LOC),
        _proposal(tokens, "Baltimore", LOC),
        md,
    ]
    found = exact(tokens, given, bytearray(len(tokens.texts)), lambda: None)
    assert [_text(text, tokens, one) for one in found] == ["Ann Lee", "Baltimore", "MD"]


def test_party_before_a_state_is_cut_off() -> None:
    text = "Sen. Chuck Delaney (R-Ohio) left."
    tokens = _tokens(text)
    given = [_proposal(tokens, "R - Ohio", ORG)]
    (one,) = exact(tokens, given, bytearray(len(tokens.texts)), lambda: None)
    assert (_text(text, tokens, one), one.label) == ("Ohio", LOC)


def test_initials_and_surname_are_one_person() -> None:
    text = "Then G.K. Chester left."
    tokens = _tokens(text)
    given = [_proposal(tokens, "G.K.", PERSON), _proposal(tokens, "Chester", PERSON)]
    found = exact(tokens, given, bytearray(len(tokens.texts)), lambda: None)
    assert [_text(text, tokens, one) for one in found] == ["G.K. Chester"]


def test_article_is_no_part_of_a_name() -> None:
    text = "They left the Charity Commission."
    tokens = _tokens(text)
    given = [_proposal(tokens, "the Charity Commission", ORG)]
    (one,) = exact(tokens, given, bytearray(len(tokens.texts)), lambda: None)
    assert _text(text, tokens, one) == "Charity Commission"


def test_owner_is_no_part_of_what_is_owned() -> None:
    text = "Musa Bangura left. Bangura's People's Front and Harlow's Bank stayed."
    tokens = _tokens(text)
    given = [
        _proposal(tokens, "Musa Bangura", PERSON),
        _proposal(tokens, "Bangura 's People 's Front", ORG),
        _proposal(tokens, "Harlow 's Bank", ORG),
    ]
    found = exact(tokens, given, bytearray(len(tokens.texts)), lambda: None)
    assert [_text(text, tokens, one) for one in found] == [
        *("Musa Bangura", "People's Front", "Harlow's Bank"),
    ]


def test_honorific_makes_a_person() -> None:
    text = "Alhaji Musa Bangura left."
    tokens = _tokens(text)
    given = [_proposal(tokens, "Alhaji Musa Bangura", ORG)]
    (one,) = exact(tokens, given, bytearray(len(tokens.texts)), lambda: None)
    assert (_text(text, tokens, one), one.label) == ("Musa Bangura", PERSON)


def test_saint_of_a_hospice_is_the_hospice() -> None:
    text = "St Winifred's Hospice and St Winifred's feast."
    tokens = _tokens(text)
    first = _proposal(tokens, "St Winifred", PERSON)
    given = [first, _proposal(tokens, "St Winifred", PERSON, after=first.end)]
    found = exact(tokens, given, bytearray(len(tokens.texts)), lambda: None)
    assert [(_text(text, tokens, one), one.label) for one in found] == [
        ("St Winifred's Hospice", ORG),
        ("St Winifred", PERSON),
    ]


# Text, what was proposed in it, and the labels after all of it was seen.
LABELS = [
    (
        "Obafemi Adeyinka ran. Obafemi Adeyinka won. Adeyinka wept.",
        [("Obafemi Adeyinka", ORG), ("Obafemi Adeyinka", PERSON), ("Adeyinka", PERSON)],
        [PERSON, PERSON, PERSON],
    ),
    (
        "Harlow Vale won. Harlow Vale lost. Harlow Vale drew.",
        [("Harlow Vale", ORG), ("Harlow Vale", LOC), ("Harlow Vale", ORG)],
        [ORG, ORG, ORG],
    ),
    (
        "Azlan bin Ismail left. Azlan wept.",
        [("Azlan bin Ismail", PERSON), ("Azlan", LOC)],
        [PERSON, PERSON],
    ),
    (
        "Halvorsen Energy grew. Partners of Halvorsen left.",
        [("Halvorsen Energy", ORG), ("Halvorsen", LOC)],
        [ORG, ORG],
    ),
    (
        "Rain fell on Valdora. Valdora Power was late. All Valdora slept.",
        [("Valdora", LOC), ("Valdora Power", ORG), ("Valdora", LOC)],
        [LOC, ORG, LOC],
    ),
    ("Paris Holm left. Paris slept.", [("Paris Holm", PERSON), ("Paris", LOC)], [PERSON, LOC]),
]


@pytest.mark.parametrize(("text", "proposed", "expected"), LABELS)
def test_one_label_for_one_name(
    text: str, proposed: list[tuple[str, Label]], expected: list[Label]
) -> None:
    tokens = _tokens(text)
    given: list[Proposal] = []
    for words, label in proposed:
        given.append(_proposal(tokens, words, label, after=given[-1].end if given else 0))
    assert [one.label for one in agreed(tokens, given)] == expected


def test_speaker_of_a_transcript_is_a_person() -> None:
    text = "Dalu Ferro: Why?\nIn Dalu Ferro: no."
    tokens = _tokens(text)
    first = _proposal(tokens, "Dalu Ferro", PERSON)
    given = [first, _proposal(tokens, "Dalu Ferro", LOC, after=first.end)]
    assert [one.label for one in agreed(tokens, given)] == [PERSON, PERSON]


def test_nickname_stands_for_the_person() -> None:
    text = "Wilhelmina “Mina” van der Berg left. Later Mina wept."
    people = {one.name: len(one.mentions) for one in find_entities(article(text))}
    assert people == {"Wilhelmina “Mina” van der Berg": 2}
