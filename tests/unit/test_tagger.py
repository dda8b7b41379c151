"""The tagger that comes with the program: its file, its card, and what it looks at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tui.analysis
from tests.unit.entity_documents import article
from tests.unit.tagger_gold import score
from tui.analysis.model import Label
from tui.analysis.names import Proposal
from tui.analysis.tagger.islands import islands
from tui.analysis.tagger.model import model
from tui.analysis.tagger.phrases import mark_organisations
from tui.analysis.tagger.propose import spans
from tui.analysis.tagger.settle import settle
from tui.analysis.tagger.vocabulary import MARKS, pack_vocabulary, unpack_vocabulary, vocabulary
from tui.analysis.tagger.words import UNKNOWN, Word, shape
from tui.analysis.tokens import tokenise, words_of

DATA = Path(tui.analysis.__file__).parent / "data"


def _never() -> None:
    """Let the work go on."""


def _islands(text: str, taken: tuple[int, ...] = ()) -> list[str]:
    tokens = tokenise(article(text), _never)
    marks = bytearray(len(tokens.texts))
    for place in taken:
        marks[place] = 1
    return [
        text[tokens.starts[start] : tokens.ends[end - 1]] for start, end in islands(tokens, marks)
    ]


def test_model_is_read_once_and_knows_its_labels() -> None:
    assert model() is model()
    assert set(model().labels) == {"O", *(f"{a}-{b}" for a in "BI" for b in ("PER", "ORG", "LOC"))}


def test_own_reports_score_what_the_card_says() -> None:
    card = (DATA / "tagger.md").read_text(encoding="utf-8")
    row = re.search(r"\| own reports \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|", card)
    assert row is not None
    precision, recall, f1 = (float(part) for part in row.groups())
    assert score() == (precision, recall, f1)
    assert f1 > 85


def test_card_names_sources_and_date() -> None:
    card = (DATA / "tagger.md").read_text(encoding="utf-8")
    for part in ("EWT", "Wikigold", "GUM", "CrossNER", "Re-DocRED", "2026-11-24", "CC BY-SA 4.0"):
        assert part in card


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nothing here has one.", []),
        ("Ana left.", ["Ana"]),
        ("the Bank of the West fell", ["Bank of the West"]),
        ("Ana; then Tom left", ["Ana", "Tom"]),
        ("he met bin Salman, van Dyck", ["bin Salman", "van Dyck"]),
        ("she saw Seo Min-jae there", ["Seo Min-jae"]),
        ("the al-Qaeda and the Walla! site", ["al-Qaeda and the Walla!"]),
        ("he told 7 News of it", ["7 News"]),
        ("my iPhone and eBay", ["iPhone and eBay"]),
        ("Ana left before four men met Tom", ["Ana", "Tom"]),
        ("Ana\nTom", ["Ana", "Tom"]),
    ],
)
def test_islands_hold_capitals_and_what_may_join_them(text: str, expected: list[str]) -> None:
    assert _islands(text) == expected


def test_what_is_taken_is_on_no_island() -> None:
    assert _islands("Monday came", taken=(0,)) == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Ana", "Xx"),
        ("IBM", "XX"),
        ("U.S.", "X.X."),
        ("iPhone", "xXx"),
        ("42", "d"),
        ("883JIA", "dX"),
        ("left", "x"),
        ("é", "x"),
    ],
)
def test_shape_of_a_word(word: str, expected: str) -> None:
    assert shape(word) == expected


def test_words_of_one_company_share_their_classes() -> None:
    known = vocabulary()
    monday, tuesday, southern = (known.classes(word) for word in ("monday", "tuesday", "southern"))
    assert monday is not None
    assert tuesday is not None
    assert southern is not None
    assert monday[:3] == tuesday[:3] != southern[:3]
    assert len(monday) == len(MARKS)
    assert known.classes("no such word") is None


def test_shouted_and_accented_words_are_known_by_their_usual_form() -> None:
    assert Word("MONDAY").classes == Word("Monday").classes
    assert Word("MONDAY").company == Word("Monday").company != UNKNOWN
    assert Word("Bogotá").classes == Word("Bogota").classes
    assert Word("MONDAY").lower == "monday"


def test_word_of_no_vocabulary_says_so() -> None:
    assert Word("Zqxvarnthe").classes == ["?"]
    assert Word("Zqxvarnthe").company == UNKNOWN
    assert Word(";").classes == []


def test_vocabulary_survives_packing() -> None:
    made = pack_vocabulary(["b", "a"], [300, 1], [2, 0], [(0, 0)] * 300 + [(7, 3)], [4, 5, 6])
    known = unpack_vocabulary(made)
    assert known.classes("b") == (3, 7, 300, 6, 2)
    assert known.classes("a") == (0, 0, 1, 4, 0)


@pytest.mark.parametrize("data", [b"", b"no vocabulary"])
def test_broken_vocabulary_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        unpack_vocabulary(data)


def test_listed_organisations_are_marked() -> None:
    texts = words_of("the Goldman Sachs and Barnes & Noble offices of Citigroup")
    marks = mark_organisations(texts)
    assert [marks.get(place, ".") for place in range(len(texts))] == list(".BE.BIE..S")


def test_spans_of_tags() -> None:
    tags = ["B-PER", "I-PER", "B-PER", "O", "B-ORG", "I-LOC"]
    assert [one[:3] for one in spans(tags)] == [
        (0, 2, Label.PERSON),
        (2, 3, Label.PERSON),
        (4, 5, Label.ORG),
        (5, 6, Label.LOC),
    ]


def test_edges_leave_out_titles_and_marks() -> None:
    tokens = tokenise(article("Mr. Zelm's son met Dr. Zelm there."), _never)
    words = tokens.texts
    found = [Proposal(0, 3, Label.PERSON), Proposal(6, 7, Label.LOC)]
    assert words[6] == "Zelm"
    settled = settle(tokens, bytearray(len(words)), found, [])
    assert [(words[one.start : one.end], one.label) for one in settled] == [
        (["Zelm"], Label.PERSON),
        (["Zelm"], Label.PERSON),
    ]


def test_surname_of_somebody_named_in_full_is_that_person() -> None:
    tokens = tokenise(article("Ana Zelmo spoke. Zelmo left Paris."), _never)
    found = [Proposal(0, 2, Label.PERSON), Proposal(4, 5, Label.ORG), Proposal(6, 7, Label.LOC)]
    settled = settle(tokens, bytearray(len(tokens.texts)), found, [])
    assert [one.label for one in settled] == [Label.PERSON, Label.PERSON, Label.LOC]


def _settled(text: str, found: list[Proposal], rules: list[Proposal]) -> list[tuple[str, Label]]:
    tokens = tokenise(article(text), _never)
    settled = settle(tokens, bytearray(len(tokens.texts)), found, rules)
    return [
        (text[tokens.starts[one.start] : tokens.ends[one.end - 1]], one.label) for one in settled
    ]


def test_body_of_which_half_was_found_is_put_together() -> None:
    text = "He led the Tallymen and Hands Union."
    found = [Proposal(3, 4, Label.LOC), Proposal(5, 7, Label.ORG)]
    rules = [Proposal(3, 7, Label.ORG, weight=2.9)]
    assert _settled(text, found, rules) == [("Tallymen and Hands Union", Label.ORG)]
    doubtful = [Proposal(3, 7, Label.ORG, weight=1.2)]
    assert _settled(text, found, doubtful)[1] == ("Hands Union", Label.ORG)


def test_place_that_the_rules_know_is_no_person_without_a_reason() -> None:
    text = "Washington fell silent."
    person, place = Proposal(0, 1, Label.PERSON), Proposal(0, 1, Label.LOC, weight=1.5)
    assert _settled(text, [person], [place]) == [("Washington", Label.LOC)]
    assert _settled(text, [person], []) == [("Washington", Label.PERSON)]


def test_joined_words_are_outside_names() -> None:
    found = [Proposal(1, 4, Label.LOC)]
    assert _settled("The Paris-based firm", found, []) == [("Paris", Label.LOC)]
    found = [Proposal(0, 4, Label.PERSON)]
    assert _settled("Seo Min-jae left", found, []) == [("Seo Min-jae", Label.PERSON)]


def test_day_that_is_no_date_may_open_a_name() -> None:
    text = "Sunday Oliseh spoke."
    rules = [Proposal(0, 2, Label.PERSON, weight=2.2)]
    found = [Proposal(1, 2, Label.PERSON)]
    assert _settled(text, found, rules) == [("Sunday Oliseh", Label.PERSON)]
