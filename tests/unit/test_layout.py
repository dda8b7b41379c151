from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.document import Block, BlockKind, Document, Span
from tui.reading.cells import graphemes, width
from tui.reading.layout import Layout


def document(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH, marker: str = "") -> Document:
    text, blocks = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        level = 1 if marker else 0
        blocks.append(Block(len(text), len(text) + len(paragraph), kind, level, marker))
        text += paragraph
    return Document("urn:uuid:0", Path("x.txt"), "x.txt", "x", text, tuple(blocks))


def shown(layout: Layout) -> list[str]:
    return [layout.document.text[row.start : row.end] for row in layout.rows]


def test_lines_break_between_words() -> None:
    layout = Layout(document("one two three four"), 10)
    assert shown(layout) == ["one two", "three four"]


def test_an_empty_row_parts_paragraphs() -> None:
    layout = Layout(document("one", "two"), 20)
    assert shown(layout) == ["one", "", "two"]
    assert [row.block for row in layout.rows] == [0, -1, 1]


def test_a_word_longer_than_the_row_is_cut() -> None:
    layout = Layout(document("https://example.org/a/very/long/path"), 12)
    assert all(width(text) <= 12 for text in shown(layout))
    assert "".join(shown(layout)) == "https://example.org/a/very/long/path"


def test_wide_characters_fill_two_cells() -> None:
    layout = Layout(document("日本語の新聞を読む人々"), 10)
    assert all(width(text) <= 10 for text in shown(layout))
    assert len(layout.rows) == 3


def test_a_wide_word_after_latin_ones_uses_the_rest_of_the_row() -> None:
    layout = Layout(document("Banner 日本語の新聞を読む"), 20)
    assert shown(layout)[0].startswith("Banner 日")


def test_list_items_are_indented_by_their_marker() -> None:
    layout = Layout(document("one two three", kind=BlockKind.LIST_ITEM, marker="10."), 12)
    assert {row.indent for row in layout.rows} == {4}
    assert [row.first for row in layout.rows] == [True] + [False] * (len(layout.rows) - 1)


def test_list_items_stand_close_together() -> None:
    layout = Layout(document("one", "two", kind=BlockKind.LIST_ITEM, marker="•"), 20)
    assert shown(layout) == ["one", "two"]


def test_code_keeps_its_lines() -> None:
    layout = Layout(document("a = 1\n  b = 2", kind=BlockKind.CODE), 20)
    assert shown(layout) == ["a = 1", "  b = 2"]


def test_an_empty_document_has_a_row() -> None:
    assert len(Layout(document(), 20).rows) == 1


WORDS = st.lists(st.text("abc é日👍-", min_size=1, max_size=25), min_size=1, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(10, 40))
def test_every_row_fits_and_no_word_is_lost(paragraphs: list[list[str]], columns: int) -> None:
    texts = [" ".join(words).strip() or "x" for words in paragraphs]
    layout = Layout(document(*texts), columns)
    assert all(width(text) <= columns for text in shown(layout))
    joined = "".join("".join(shown(layout)).split())
    assert joined == "".join("".join(texts).split())


@given(st.lists(WORDS, min_size=1, max_size=4), st.integers(10, 40), st.data())
def test_offset_and_place_lead_to_each_other(
    paragraphs: list[list[str]], columns: int, data: st.DataObject
) -> None:
    texts = [" ".join(words).strip() or "x" for words in paragraphs]
    layout = Layout(document(*texts), columns)
    row = data.draw(st.sampled_from([row for row in layout.rows if row.end > row.start]))
    number = layout.rows.index(row)
    offset = layout.offset_at(number, data.draw(st.integers(0, columns)))
    assert row.start <= offset < row.end
    assert layout.row_of(offset) == number
    assert layout.offset_at(number, layout.column_of(offset)) == offset


@pytest.mark.parametrize("columns", [-5, 0, 1, 3])
def test_a_width_of_nearly_nothing_still_lays_out(columns: int) -> None:
    assert Layout(document("some words to read"), columns).rows


def test_rows_of_a_paragraph_wrapped_by_hand_keep_their_columns() -> None:
    text = "é one\ntwo — three"
    layout = Layout(document(text), 40)
    assert shown(layout) == [text]
    assert layout.column_of(text.index("two")) == 6
    assert layout.offset_at(0, 6) == text.index("two")
    assert layout.offset_at(0, 5) == text.index("\n")


def test_the_span_of_rows_is_what_they_show() -> None:
    layout = Layout(document("one two three four", "five"), 10)
    assert layout.span_of(0, 0) == Span(0, 7)
    assert layout.span_of(1, 3) == Span(8, 24)
    assert layout.span_of(-5, 99) == Span(0, 24)


def test_blanks_at_the_edges_of_a_block_are_not_drawn() -> None:
    layout = Layout(document("  one  ", "   ", " two three four "), 10)
    assert shown(layout) == ["one", "", "", "", "two three", "four"]


def test_short_and_long_blocks_are_broken_alike() -> None:
    for text in ("exactly 10", "exactly 1é", "日本語日本"):
        layout = Layout(document(text), 10)
        assert shown(layout) == [text]
        assert layout.rows[0] == (0, len(text), len(text), 0, 0, True)


# Of every script that might break columns: wide, combining, right to left, joined, unusual.
ODD = st.text(
    st.one_of(
        st.sampled_from(" \n\u00a0\u3000abc.—’é日本、語가👍"),
        st.sampled_from("e\u0301\u0308\u20dd שָׁלוֹם مُحَمَّد हिन्दी ไทย"),
        st.sampled_from("👩\u200d🚀❤\ufe0f🇳🇴\u200b\u00ad\ufeff"),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]),
    ),
    min_size=1,
    max_size=120,
)


@given(st.lists(ODD, min_size=1, max_size=3), st.integers(10, 30), st.sampled_from(BlockKind))
def test_whatever_the_script_rows_fit_and_show_all_but_blanks(
    texts: list[str], columns: int, kind: BlockKind
) -> None:
    layout = Layout(document(*texts, kind=kind), columns)
    assert all(row.indent + width(layout.document.text[row.start : row.end]) <= columns
               for row in layout.rows)  # fmt: skip
    for number, block in enumerate(layout.document.blocks):
        rows = [row for row in layout.rows if row.block == number]
        assert rows or not layout.document.text[block.start : block.end].strip()
        place = block.start
        for row in rows:
            assert row.start <= row.end <= row.stop
            assert not layout.document.text[place : row.start].strip()
            assert not layout.document.text[row.end : row.stop].strip()
            place = row.stop
        assert not layout.document.text[place : block.end].strip()


@given(st.lists(ODD, min_size=1, max_size=3), st.integers(10, 30))
def test_whatever_the_script_a_grapheme_leads_to_its_place_and_back(
    texts: list[str], columns: int
) -> None:
    layout = Layout(document(*texts), columns)
    for number, row in enumerate(layout.rows):
        for start, _, cells in graphemes(layout.document.text[row.start : row.end]):
            offset = row.start + start
            if cells:
                assert layout.row_of(offset) == number
                assert layout.offset_at(number, layout.column_of(offset)) == offset
                last = layout.column_of(offset) + cells - 1
                assert layout.offset_at(number, last) == offset


def test_a_heap_of_marks_on_one_letter_is_parted() -> None:
    text = "a" + "\u0301" * 5_000
    layout = Layout(document(text), 20)
    assert max(row.end - row.start for row in layout.rows) <= 1_024
    assert "".join(shown(layout)) == text
