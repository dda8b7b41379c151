from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.reading.cells import (
    clip,
    graphemes,
    next_grapheme,
    offset_at,
    previous_grapheme,
    snap,
    width,
)

TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("abc é日本語😭👩\u200d🚀\u0301\ufe0f🇳🇴"),
    ),
    max_size=80,
)


def test_width_counts_cells_not_code_points() -> None:
    assert width("abc") == 3
    assert width("日本") == 4
    assert width("e\u0301") == 1


def test_an_emoji_of_several_code_points_is_one_grapheme() -> None:
    text = "a👩\u200d🚀b"
    assert next_grapheme(text, 1) == 4
    assert previous_grapheme(text, 4) == 1
    assert snap(text, 2) == 1
    assert snap(text, 3) == 1


def test_a_combining_mark_belongs_to_its_letter() -> None:
    assert next_grapheme("e\u0301a", 0) == 2
    assert previous_grapheme("ae\u0301", 3) == 1


def test_the_ends_of_the_text_stay_where_they_are() -> None:
    assert next_grapheme("ab", 2) == 2
    assert previous_grapheme("ab", 0) == 0
    assert snap("ab", 9) == 2
    assert snap("ab", -1) == 0


@pytest.mark.parametrize(
    ("column", "offset"), [(-1, 0), (0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (9, 4)]
)
def test_both_cells_of_a_wide_character_lead_to_it(column: int, offset: int) -> None:
    assert offset_at("a日本b", column) == offset


def test_clipping_never_takes_half_a_character() -> None:
    assert clip("abcdef", 4) == "abc…"
    assert clip("日本語", 4) == "日…"
    assert clip("abc", 3) == "abc"
    assert clip("abc", 0) == ""


@given(TEXTS)
def test_graphemes_cover_the_text(text: str) -> None:
    parts = list(graphemes(text))
    assert "".join(text[start:end] for start, end, _ in parts) == text
    assert all(start < end for start, end, _ in parts)


@given(TEXTS, st.integers(0, 80))
def test_clip_fits_the_room(text: str, room: int) -> None:
    assert width(clip(text, room)) <= max(room, 0) or width(text) <= room


@given(TEXTS)
def test_stepping_on_ends_at_the_end(text: str) -> None:
    offset = steps = 0
    while offset < len(text):
        following = next_grapheme(text, offset)
        assert following > offset
        offset = following
        steps += 1
    assert steps <= len(text)


@given(TEXTS)
def test_stepping_back_ends_at_the_start(text: str) -> None:
    offset = len(text)
    while offset:
        before = previous_grapheme(text, offset)
        assert 0 <= before < offset
        offset = before


def test_a_line_feed_is_a_grapheme_of_one_cell() -> None:
    assert width("é\nb") == 3
    assert next_grapheme("é\nb", 0) == 1
    assert next_grapheme("é\nb", 1) == 2
    assert previous_grapheme("é\nb", 2) == 1
    assert snap("é\nb", 1) == 1
    assert list(graphemes("日\nb")) == [(0, 1, 2), (1, 2, 1), (2, 3, 1)]
