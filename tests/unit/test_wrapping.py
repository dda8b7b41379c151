from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reading.cells import character_width, graphemes, is_usual, width
from tui.reading.wrapping import Wrapping


def rows(text: str, room: int) -> list[str]:
    return [text[piece.start : piece.end] for piece in Wrapping().wrap(text, 0, len(text), room)]


def test_what_is_taken_for_usual_has_one_cell_a_code_point() -> None:
    safe = (chr(code) for code in range(0x20, sys.maxunicode + 1) if code != 0x7F)
    usual = [c for c in safe if is_usual(c, 0, 1)]
    assert len(usual) > 900
    assert [c for c in usual if character_width(c) != 1] == []
    # and none joins another: with a mark at the end, so that graphemes are really looked for
    text = "".join(usual) + "e\u0301"
    found = [end - start for start, end, _ in graphemes(text)]
    assert found == [*(1 for _ in usual), 2]


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one    two", 4, ["one", "two"]),
        ("“one” two — three", 11, ["“one” two —", "three"]),
        ("longword", 4, ["long", "word"]),
        ("a longword", 4, ["a", "long", "word"]),
        ("日本語日本語", 4, ["日本", "語日", "本語"]),
        ("ab日本語", 4, ["ab日", "本語"]),
        ("a日 longer", 6, ["a日", "longer"]),
        ("ab\u3000cd", 4, ["ab", "cd"]),
        ("e\u0301e\u0301 e\u0301e\u0301", 4, ["e\u0301e\u0301", "e\u0301e\u0301"]),
        ("abcd\u0301ef", 4, ["abcd\u0301", "ef"]),
        ("אבג דה", 4, ["אבג", "דה"]),
        ("at 10\u00a0000 km", 8, ["at", "10\u00a0000", "km"]),
        ("«\u202fmot\u202f» dit", 7, ["«\u202fmot\u202f»", "dit"]),
        ("日 10\u00a0000", 8, ["日", "10\u00a0000"]),
        ("", 4, [""]),
        ("   ", 4, [""]),
    ],
)
def test_breaking(text: str, room: int, expected: list[str]) -> None:
    assert rows(text, room) == expected


@given(st.text("ab é—e\u0301 ", max_size=200), st.integers(8, 20))
def test_a_row_holds_as_many_words_as_fit(text: str, room: int) -> None:
    for row, following in pairwise(rows(" ".join(text.split()), room)):
        assert width(row) + 1 + width(following.split()[0]) > room


@given(st.text("ab c\n", max_size=200), st.integers(8, 20))
def test_remembering_widths_changes_nothing(text: str, room: int) -> None:
    # The same words are broken in the same places when a wide character is far away.
    far = text + " " + "x" * 50 + " 日"
    wrapping = Wrapping()
    before = list(wrapping.wrap(text, 0, len(text), room))
    list(wrapping.wrap(far, 0, len(far), room))
    assert list(wrapping.wrap(text, 0, len(text), room)) == before


def test_code_keeps_its_lines_and_cuts_only_long_ones() -> None:
    text = "a = 1\n\n  long line here\nb日本"
    pieces = list(Wrapping().chop(text, 0, len(text), 10))
    assert [text[piece.start : piece.end] for piece in pieces] == [
        "a = 1", "", "  long lin", "e here", "b日本",
    ]  # fmt: skip
    assert pieces[-1].stop == len(text)
