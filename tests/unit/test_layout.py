from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.document import Block, BlockKind, Document
from tui.reading.cells import width
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
