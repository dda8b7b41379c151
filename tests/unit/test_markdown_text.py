"""Articles written as Markdown read back as they were."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.documents.document import BlockKind
from tui.documents.html_parts import parts_of_html
from tui.documents.inline import tidy
from tui.documents.markdown import markdown_document
from tui.documents.parts import Part, document_of, parts_of_text
from tui.documents.text import clean, clean_line
from tui.fetching.markdown_text import to_markdown


def check(fields: dict[str, str], parts: list[Part]) -> None:
    expected = document_of(parts, fields, name="a.md", path=Path(), urn="")
    found = markdown_document(to_markdown(fields, parts), name="a.md")
    assert found.text == expected.text
    assert found.blocks == expected.blocks
    assert (found.title, found.source, found.author, found.date) == (
        *(expected.title, expected.source, expected.author, expected.date),
    )


def test_all_kinds_of_blocks() -> None:
    html = (
        "<h2>A #</h2><p>1. b<br>- c<br>+ d<p>*e* _f_ [g](h) `i` &amp;amp; &lt;j&gt; \\k ~~~ | l"
        "<blockquote>m<p># n</blockquote><ol><li>o<ul><li>p<li>q</ul><li><p>r<p>s</ol>"
        "<ul><li>t</ul><p>===<p>---<p>u<br>===<p>```<p>http://v.example/_w_<table><tr><td>x<td>y</table>"
    )
    check({"title": 'A "title": \\ - #', "url": "http://a.example/?b=c&d"}, parts_of_html(html))


marks = st.sampled_from(
    [
        *("*", "_", "`", "[", "]", "(b)", "<", ">", "&amp;", "\\", "#", "-", "+", "=", "1.", "2) "),
        *("~~~", "|", "|-|", "!", "a", "b c", " ", "\n", "---", "\u00a0", "é", "http://a.b", "\t"),
    ]
)
texts = st.lists(marks, min_size=1, max_size=12).map("".join) | st.text(max_size=20)


@settings(max_examples=150, deadline=None)
@given(st.lists(texts, max_size=5))
def test_any_text_reads_back(found: list[str]) -> None:
    parts = [
        part._replace(text=tidy(part.text).text) for text in found for part in parts_of_text(text)
    ]
    check({"title": clean_line("".join(found)) or "A"}, parts)


def test_lists_without_a_list_around_them() -> None:
    for html in (
        "<ul><ol><li>a<li>b",
        "<ul><li>a<ol><li>b<li>c</ol>d<ol><li>e",
        "<li>a<ul><ul><li>b<li>c</ul><li>d",
        "<ol><li>a<ul><li>b<ol><li>c</ol><p>d</ul><li>e",
    ):
        parts = parts_of_html(html)
        found = markdown_document(to_markdown({"title": "A"}, parts))
        assert found.text.split() == ["A", *(part.text for part in parts)]
        assert [block.marker for block in found.blocks[1:]] == [part.marker for part in parts]


html_pieces = st.sampled_from(
    [
        *("<p>", "<h2>", "</h2>", "<ul>", "<ol>", "<li>", "</ul>", "</ol>", "<blockquote>", "a. "),
        *("</blockquote>", "<br>", "b", "# ", "- ", "<table><tr><td>c<td>d</table>", "1. ", "&lt;"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(html_pieces, max_size=14).map("".join))
def test_any_html_keeps_its_text(html: str) -> None:
    parts = parts_of_html(html)
    found = markdown_document(to_markdown({"title": "T"}, parts), name="a.md")
    flat = "".join(found.text.split())
    assert flat == "T" + "".join("".join(part.text.split()) for part in parts)
    assert [block.kind for block in found.blocks if block.kind is BlockKind.HEADING] == [
        part.kind for part in parts if part.kind is BlockKind.HEADING
    ]


@settings(deadline=None)
@given(st.text())
def test_any_field_reads_back(value: str) -> None:
    line = clean_line(value)
    text = tidy(clean("Some words.")).text
    document = markdown_document(
        to_markdown({"title": line, "author": line}, [Part(text, BlockKind.PARAGRAPH)])
    )
    expected = line.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert document.author == expected
    assert document.title == (expected or "Some words.")
