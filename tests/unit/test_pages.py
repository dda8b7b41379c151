"""Saved web pages."""

from __future__ import annotations

import datetime as dt
import gzip
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.test_formats import check_document, read
from tui.documents.charsets import decode_page
from tui.documents.document import BlockKind, EmphasisKind
from tui.documents.formats import Heading, UnreadableDocument, peek, read_document
from tui.documents.html_parts import parts_of_html
from tui.documents.library import Entry, open_library

PAGE = """\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ferry returns to the river – River Post</title>
<meta property="og:title" content="Ferry returns to the river">
<meta property="og:site_name" content="River Post">
<meta name="author" content="Ada Moss">
<meta property="article:published_time" content="2025-05-04T10:00:00Z">
<script>document.write("<p>never</p>")</script></head>
<body><header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<main><article><h1>Ferry returns to the river</h1>
<p>TALLINN, May 4 (River Post) - The ferry “Linda” crossed the river on Sunday, the harbour said.
It was the first <em>crossing</em> in ten years &amp; a day.</p>
<p>“It floats,” said its captain, <a href="/who">Bo Kern</a>. “We had doubts about the boat.”</p>
<h2>What comes next</h2>
<ul><li>More boats will come to the harbour</li><li>Fewer bridges will be built</li></ul>
<blockquote><p>I never liked bridges, they are too long for me.</p></blockquote>
<p>The mayor said that the harbour would be opened again in June, and that the city would pay.</p>
</article></main><footer><p>Some words of the site that stand below all its pages.</p></footer>
</body></html>
"""


def entry(path: Path) -> Entry:
    return Entry(path, path.parent, path.name)


def test_the_article_in_a_page(tmp_path: Path) -> None:
    document = read(tmp_path, PAGE.encode(), "a.html")
    check_document(document)
    assert [(block.kind, document.text[block.start : block.end]) for block in document.blocks] == [
        (BlockKind.HEADLINE, "Ferry returns to the river"),
        (
            BlockKind.PARAGRAPH,
            (
                "TALLINN, May 4 (River Post) - The ferry “Linda” crossed the river on Sunday, the "
                "harbour said. It was the first crossing in ten years & a day."
            ),
        ),
        (
            BlockKind.PARAGRAPH,
            "“It floats,” said its captain, Bo Kern. “We had doubts about the boat.”",
        ),
        (BlockKind.HEADING, "What comes next"),
        (BlockKind.LIST_ITEM, "More boats will come to the harbour"),
        (BlockKind.LIST_ITEM, "Fewer bridges will be built"),
        (BlockKind.QUOTATION, "I never liked bridges, they are too long for me."),
        (
            BlockKind.PARAGRAPH,
            (
                "The mayor said that the harbour would be opened again in June, and that the city "
                "would pay."
            ),
        ),
    ]
    assert (document.title, document.source) == ("Ferry returns to the river", "River Post")
    assert (document.author, document.published) == ("Ada Moss", dt.date(2025, 5, 4))
    assert document.dateline is not None
    (emphasis,) = document.emphases
    assert document.text[emphasis.start : emphasis.end] == "crossing"


@pytest.mark.parametrize("name", ["a.html", "A.HTM", "a.html.gz"])
def test_the_heading_is_that_of_the_document(tmp_path: Path, name: str) -> None:
    data = PAGE.encode()
    document = read(tmp_path, gzip.compress(data) if name.endswith("gz") else data, name)
    heading = Heading(document.title, document.source, document.date, document.published)
    assert peek(entry(tmp_path / name)) == heading


def test_pages_are_listed(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.htm.gz").write_bytes(gzip.compress(PAGE.encode()))
    assert [found.name for found in open_library([tmp_path]).entries] == ["a.html", "b.htm.gz"]


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<script>x</script>", b"<!-- a -->"])
def test_a_page_without_text(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableDocument, match=r"a\.html has no text that could be an article\."):
        read(tmp_path, data, "a.html")
    assert peek(entry(tmp_path / "a.html")).title == "a.html"


def test_a_page_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("PAGE_LIMIT", "TAGS_LIMIT"):
        with monkeypatch.context() as patch:
            patch.setattr(f"tui.documents.pages.{limit}", 30)
            with pytest.raises(UnreadableDocument, match=r"a\.html is too large"):
                read(tmp_path, PAGE.encode(), "a.html")
    assert read(tmp_path, PAGE.encode(), "a.html").title == "Ferry returns to the river"


def test_of_a_page_with_many_tags_all_text_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.documents.pages.EXTRACTED_LIMIT", 30)
    document = read(tmp_path, PAGE.encode(), "a.html")
    check_document(document)
    assert (document.title, document.source) == ("Ferry returns to the river", "River Post")
    assert document.text.endswith("stand below all its pages.")
    assert document.text.count("Ferry returns") == 1


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UnreadableDocument, match=r"pip install 'newsreader\[web\]'\.$"):
        read(tmp_path, PAGE.encode(), "a.html")
    with pytest.raises(UnreadableDocument, match=r"pip install"):
        peek(entry(tmp_path / "a.html"))


# charsets


@pytest.mark.parametrize(
    ("data", "declared", "expected"),
    [
        ("“é”".encode(), "", "“é”"),
        ("é–".encode("cp1252"), "", "é–"),
        ("é–".encode("cp1252"), "ISO-8859-1", "é–"),
        ("“é”".encode(), "utf-8", "“é”"),
        ("ёж".encode("koi8-r"), "koi8-r", "ёж"),
        (b'<meta charset="windows-1251">' + "ёж".encode("cp1251"), "", "ёж"),
        (b'<meta charset="koi8-r">' + "ёж".encode("cp1251"), "windows-1251", "ёж"),
        (
            b"<META http-equiv=x content='text/html; charset=Shift_JIS'>" + "駅".encode("sjis"),
            "",
            "駅",
        ),
        ("ёж".encode("utf-8-sig"), "koi8-r", "ёж"),
        ("ёж".encode("utf-16"), "koi8-r", "ёж"),
        ("“é”".encode(), "zip", "“é”"),
        ("“é”".encode(), "punycode", "“é”"),
        ("“é”".encode(), "nonsense\0", "“é”"),
        (b"\xe9\xff", "koi8-u\udcff", "éÿ"),
    ],
)
def test_charsets(data: bytes, declared: str, expected: str) -> None:
    assert decode_page(data, declared).rpartition(">")[2] == expected


# HTML as it is


def shown(html: str) -> list[tuple[str, str]]:
    return [(part.kind.value, part.text) for part in parts_of_html(html)]


def test_html_without_an_extractor() -> None:
    assert shown("<p>a<b>b</b> c<br>d</p>e<div>f<!-- x -->g</div><nav>h</nav>i") == [
        *(("paragraph", "ab c\nd"), ("paragraph", "e"), ("paragraph", "fg"), ("paragraph", "i")),
    ]
    assert shown("<h2>a</h2><blockquote>b<p>c</p></blockquote>d<pre>e\n f</pre>") == [
        *(("heading", "a"), ("quotation", "b"), ("quotation", "c"), ("paragraph", "d")),
        ("paragraph", "e f"),
    ]


def test_lists_and_tables_in_html() -> None:
    parts = parts_of_html("<ol><li>a<ul><li>b</ul><li><p>c<p>d</ol><ul><li>e</ul>")
    assert [(part.text, part.level, part.marker, part.group) for part in parts] == [
        *(("a", 1, "1.", 1), ("b", 2, "•", 1), ("c", 1, "2.", 1), ("d", 1, "", 1)),
        ("e", 1, "•", 2),
    ]
    assert shown("<table><tr><th>a<th>b<tr><td>c<td>d <br> e</table>f") == [
        *(("paragraph", "a | b\nc | d e"), ("paragraph", "f")),
    ]
    assert shown("<table><tr><td><p>a</p><td><p>b</p></table>") == [
        *(("paragraph", "a"), ("paragraph", "b")),
    ]


def test_emphasis_in_html() -> None:
    (part,) = parts_of_html("<p> a <i> b </i>c <a href=x>d <b>e</b></a></p>")
    assert part.text == "a b c d e"
    assert [(part.text[start:end], kind) for start, end, kind in part.runs] == [
        *(("b", EmphasisKind.EMPHASIS), ("d e", EmphasisKind.LINK), ("e", EmphasisKind.STRONG)),
    ]


def test_controls_in_html() -> None:
    (part,) = parts_of_html("<p>a&#27;[31m&#x202e;b&#0;\x1b\x00c&#x9b;\ud800</p>")
    assert part.text.isprintable()


def test_deep_html(tmp_path: Path) -> None:
    for deep in ("<div>" * 50_000, "<blockquote><ul><li>" * 5_000, "<b><i><table><tr><td>" * 3_000):
        document = read(tmp_path, f"<p>One.</p>{deep}Two.".encode(), "a.html")
        check_document(document)
        assert "One." in document.text


pieces = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<b>", "</i>", "<i>", "<ul>", "<li>", "</ul>", "<br>"),
        *(
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<h1>",
            "</h1>",
            "<h9>",
            "<!--",
            "-->",
            "<a href=",
        ),
        *("<blockquote>", "</blockquote>", "<script>", "</script>", "<title>", "<head>", "<body>"),
        *("<meta name=author content=", "'", '"', ">", "A word. ", "&#27;", "&lt;b>", "\x1b", "\n"),
        *(
            '<meta property="og:title" content="x">',
            "<time datetime=2025-05-04>",
            "<![CDATA[",
            "]]>",
        ),
        *('<script type="application/ld+json">', '{"@type": "NewsArticle", "author":', "\u202e"),
    ]
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(st.lists(pieces | st.text(max_size=9), max_size=30).map("".join))
def test_any_html_is_a_document_or_unreadable(tmp_path: Path, html: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(html.encode("utf-8", "surrogatepass"))
    heading = peek(entry(path))
    assert heading.title.isprintable()
    assert all(line.isprintable() for line in (heading.source, heading.date))
    try:
        document = read_document(entry(path))
    except UnreadableDocument:
        return
    check_document(document)
    assert all(line.isprintable() for line in (document.author, document.source, document.date))
