"""Cleaning, words, sentences, paragraphs."""

from __future__ import annotations

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.text import clean, clean_line, paragraphs, sentences, words

anything = st.text(st.characters(codec=None, exclude_categories=()))
prose = st.text(st.sampled_from("aB1 .!?…\"'“”‘’«»()-—\n,:;Mr"), max_size=80)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


# cleaning


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a\r\r\nb", "a\n\nb"),
        ("a\tb", "a b"),
        ("\x00\x1b]0;x\x07\x7f", "\u2400\u241b]0;x\u2407\u2421"),
        ("\x80\x9b\u202e\u2066\u2069\u200e\u200f\u061c", "\ufffd" * 8),
        ("a\ud800b\udcff", "a\ufffdb\ufffd"),
        ("e\u0301 👩‍👩‍👧 \ufeff\u200b\u00a0 \u3000", "e\u0301 👩‍👩‍👧 \ufeff\u200b\u00a0 \u3000"),
    ],
)
def test_clean(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@given(anything)
def test_clean_text_has_no_control_characters(raw: str) -> None:
    text = clean(raw)
    assert clean(text) == text
    for character in text:
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert unicodedata.bidirectional(character) not in {
            *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"),
        }
    assert len(text) == len(raw) - raw.count("\r\n")


@given(anything)
def test_clean_line_is_one_line(raw: str) -> None:
    line = clean_line(raw)
    assert line == line.strip() == clean(line)
    assert "\n" not in line
    assert "  " not in line


def test_clean_line_collapses_blanks() -> None:
    assert clean_line("  a\r\n\tb \u2003 c\u2029") == "a b c"


# words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don't, he said.", ["Don't", "he", "said"]),
        ("the U.S. and the U.N.", ["the", "U.S.", "and", "the", "U.N."]),
        ("O’Neill's electro-magnetic pulse", ["O’Neill's", "electro-magnetic", "pulse"]),
        ("3.5 of 1,200, and 14%", ["3.5", "of", "1,200", "and", "14"]),
        ("AT&T (R&D) — 'quoted'", ["AT&T", "R&D", "quoted"]),
        ("end.", ["end"]),
        ("a,b", ["a", "b"]),
        ("cafe\u0301s हिन्दी", ["cafe\u0301s", "हिन्दी"]),
        ("snake_case", ["snake", "case"]),
        ("  …—! ", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected


@given(anything)
def test_words_hold_every_letter_and_digit(raw: str) -> None:
    text = clean(raw)
    found = list(words(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for start, end in found for i in range(start, end)}
    assert all(i in covered for i, character in enumerate(text) if character.isalnum())


# sentences


@pytest.mark.parametrize(
    "expected",
    [
        ["He left.", "She stayed."],
        ["Mr. Smith met Gen. J. A. Jones and Sen. Poe.", "Then they ate."],
        ["The army is in the U.S.", "It will go."],
        ["The U.S. President spoke to J.K. Rowling, J. R. R. Tolkien and Ph.D. students."],
        [
            "At 5 p.m. Monday it rang.",
            "At 6 a.m. GMT it stopped.",
            "He left at 7 a.m.",
            "Police came.",
        ],
        ["On Jan. 5 the No. 3 seed beat St. Louis, Mo. 3.5 million saw it."],
        ["Acme Inc. and Beta Corp. of Wall St. merged.", "They paid Rs. 5."],
        ["She works for Acme Inc.", "The firm is old."],
        ["MR. SMITH GOES TO ST. LOUIS.", "NOBODY CARES."],
        ["He has MS.", "The doctor said so."],
        ["He waited... and waited.", "And then… nothing came…", "Nobody knew."],
        ["He waited . . . and left . . .", "Then it rained."],
        ["WASHINGTON, D.C. – The president spoke."],
        ["Was it 3.5 or 1,200?", "Nobody knew!", "Really?!", "Yes."],
        ["iPhone sales rose.", "eBay fell.", "iOS is old."],
        ["1. The first point.", "2. The second one."],
        ["He paid $1.", "25 people saw it."],
    ],
)
def test_full_stops(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ['"What?" he asked.', '"Stop!" she shouted.'],
        ["“What?” he asked.", "‘Stop!’ she shouted.", "«Non !» cried the man."],
        ['"Why?" Smith asked.', '"Really?!" President Barack Obama said.', "He left."],
        ['"Who?" Jo Smith, 45, said.', "“Now?” asked Mr. Doe."],
        ["“It’s over!”", "The crowd cheered."],
        ["“Is it over?”", "She shrugged."],
        ['"We won," he said.', '"They lost."', "Nobody cried."],
        ["“We won.”", "“They lost.”"],
        ["“He said, ‘It is always broken.’”", "So I looked again."],
        ["(He left.)", "She stayed (until ten.)", "[Applause.]", "They slept."],
        ["« Il est parti. »", "Then silence."],
        ["„Nein.“", "Then silence."],
        ["He is “the best in the U.S.”", "Obama agreed."],
    ],
)
def test_quotation_marks(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["An official told the Walla! News website that it was so."],
        ["Yahoo! said it had sold Yahoo! Finance.", "He uses Yahoo!", "The firm fell."],
        ["Guess? Inc. and Yum! Brands rose."],
        ["We won!", "Fans sang."],
    ],
)
def test_marks_in_names(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


def test_a_missing_space_before_an_opening_mark() -> None:
    assert split("He left.“We won.”“They lost.” So.") == [
        "He left.",
        "“We won.”",
        "“They lost.”",
        "So.",
    ]


def test_a_sentence_ends_with_its_line() -> None:
    assert split("A headline\nIt was\n\n  so. Yes \n") == ["A headline", "It was", "so.", "Yes"]


def test_marks_alone_go_with_the_sentence_before() -> None:
    assert split("He left. —") == ["He left. —"]
    assert split("...\n***") == ["...", "***"]


def test_sentences_in_a_part_of_the_text() -> None:
    text = "One. Two. Three. Four."
    assert [text[a:b] for a, b in sentences(text, 5, 16)] == ["Two.", "Three."]
    assert sentences(text, 5, 8) == [(5, 8)]
    assert sentences(text, 9, 9) == []
    assert sentences(text, 17, 1000) == [(17, 22)]


@given(anything | prose)
def test_sentences_cover_everything_but_white_space(raw: str) -> None:
    text = clean(raw)
    position = 0
    for start, end in sentences(text):
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        assert "\n" not in text[start:end]
        position = end
    assert not text[position:].strip()


# paragraphs

WRAPPED = (
    "The harbour master said on Monday that the last of the\n"
    "ships had left the port, and that the strike, which had\n"
    "lasted for three weeks, was over."
)


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_each_line_is_a_paragraph() -> None:
    assert parts("  One.\nTwo is longer.\n \n\nThree. ") == ["One.", "Two is longer.", "Three."]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    assert parts(f"A headline\n\n{WRAPPED}\n\n{WRAPPED}\n") == ["A headline", WRAPPED, WRAPPED]


@pytest.mark.parametrize(
    "text",
    [
        "He was seen at the harbour on Monday evening.\nShe was seen there, too, on Tuesday.",
        "- the harbour master and his men\n- the ships that had left the port\n- the strike",
        "Roses are red\nand violets\nare of another colour than roses are",
        "a " * 60 + "end\n" + "b " * 60 + "end",
        "short\nA line that is much longer than the first one was",
    ],
)
def test_lines_that_were_not_wrapped(text: str) -> None:
    assert parts(text) == [line.strip() for line in text.split("\n")]


@given(anything | st.text(st.sampled_from("ab .\n"), max_size=200))
def test_paragraphs_hold_everything_but_white_space(raw: str) -> None:
    text = clean(raw)
    position = 0
    for start, end in paragraphs(text):
        assert not text[position:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        assert all(line.strip() for line in text[start:end].split("\n"))
        position = end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        ".",
        ". ",
        "a. ",
        "U.S. ",
        '."',
        "!” ",
        "? “",
        "«. » ",
        "a-",
        "1,2",
        "a\u0301",
        "\n",
        "a\n",
        "—",
    ],
)
def test_time_is_linear(piece: str) -> None:
    text = piece * (500_000 // len(piece))
    before = time.process_time()
    clean(text)
    sentences(text)
    paragraphs(text)
    for _ in words(text):
        pass
    assert time.process_time() - before < 6  # quadratic time would be many minutes
