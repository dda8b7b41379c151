"""Pairs of quotation marks."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.marks import Marked, pair_marks
from tui.documents.document import Span


def pairs(text: str) -> list[Marked]:
    return pair_marks(text, [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)])


def marked(text: str) -> list[str]:
    return [text[pair.start : pair.end] for pair in pairs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "go" and "stay".', ['"go"', '"stay"']),
        ("He said “go” and “stay”.", ["“go”", "“stay”"]),
        ("He said ‘go’ and ‘stay’.", ["‘go’", "‘stay’"]),
        ("He said 'go now' twice.", ["'go now'"]),
        ("Elle dit «allez» et «restez».", ["«allez»", "«restez»"]),
        ("Er sagte „geh“ und ging.", ["„geh“"]),
        ("the workers' gate and the boys' yard", []),
        ("It's the ship's bell, isn't it?", []),
        ("rock 'n' roll", []),
        ("in the ’90s and the ’60s", []),
        ("‘The dockers’ gate is shut,’ he said.", ["‘The dockers’ gate is shut,’"]),
        ("“He said ‘go’ and I went,” she said.", ["“He said ‘go’ and I went,”"]),
        ("‘He said, “Go now.”’ The end.", ["‘He said, “Go now.”’"]),
        ("“One “two” three” four", ["“One “two” three”"]),
        ('a 6" pipe and "a big word".', ['"a big word"']),
        ('""Doubled by mistake"" it was', ['""Doubled by mistake""']),
        ("``Old style'' it was", ["``Old style''"]),
        ('It was over." Then it rained.', []),
        ("“Never closed at all.", ["“Never closed at all."]),
        ('He said "it was never closed.', ['"it was never closed.']),
        ("“Wrong mark.“ Then it rained.", ["“Wrong mark.“"]),
        ("", []),
        ('"', []),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


def test_a_quotation_that_runs_on() -> None:
    text = "“One.\n“Two.\n“Three.”"
    found = pairs(text)
    assert [text[p.start : p.end] for p in found] == ["“One.", "“Two.", "“Three.”"]
    assert [p.continues for p in found] == [False, True, True]
    assert [p.closed for p in found] == [False, False, True]


def test_single_marks_run_on_too() -> None:
    text = "‘One is not the same as two.\n‘Two is not the same as three.’"
    assert [p.continues for p in pairs(text)] == [False, True]


def test_a_quotation_that_runs_on_without_a_new_mark() -> None:
    text = "He said “one.\nTwo is more.” Then it rained."
    assert marked(text) == ["“one.", "Two is more.”"]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»", max_size=60))
def test_pairs_lie_in_order_within_their_paragraphs(text: str) -> None:
    place = 0
    for pair in pairs(text):
        assert pair.start >= place
        assert pair.end > pair.start
        assert "\n" not in text[pair.start : pair.end]
        place = pair.end
