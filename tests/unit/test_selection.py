from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.documents.document import Span
from tui.reading.selection import Selection, trimmed


def test_both_ends_are_inside_whichever_way_it_was_made() -> None:
    text = "alpha beta"
    assert Selection(0, 4).span(text) == Span(0, 5)
    assert Selection(4, 0).span(text) == Span(0, 5)
    assert Selection(3, 3).span(text) == Span(3, 4)


def test_a_selection_ends_after_a_whole_grapheme() -> None:
    assert Selection(0, 1).span("a👩\u200d🚀b") == Span(0, 4)


def test_to_moves_the_head_and_flipped_the_cursor() -> None:
    selection = Selection(2, 5).to(9)
    assert (selection.anchor, selection.head) == (2, 9)
    assert selection.flipped() == Selection(9, 2)


@given(st.text("ab é日👍\u0301", min_size=1, max_size=30), st.data())
def test_the_selection_of_a_word_covers_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    covered = Selection.of(text, Span(start, end)).span(text)
    assert covered.start <= start
    assert covered.end >= end or text[covered.end : end].strip("\u0301") == ""


def test_trimmed_leaves_blanks_out() -> None:
    assert trimmed(" a b \n", Span(0, 6)) == Span(1, 4)
    assert trimmed("   ", Span(0, 3)) == Span(3, 3)
