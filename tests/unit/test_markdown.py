"""Documents from Markdown, and their front matter."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.test_formats import check_document, kinds, texts
from tui.documents import markdown
from tui.documents.document import BlockKind, Document, EmphasisKind
from tui.documents.frontmatter import split_front_matter
from tui.documents.inline import Run, tidy
from tui.documents.markdown import markdown_document

FIELDS = """\
---
title: "The river: a history"
source: River Post
date: 2025-03-03
author: [Ada Moss, Bo Kern]
standfirst: It is long.
layout: post
---
"""


def make(text: str) -> Document:
    document = markdown_document(text)
    check_document(document)
    return document


def emphases(document: Document) -> list[tuple[str, str]]:
    return [(e.kind.value, document.text[e.start : e.end]) for e in document.emphases]


# blocks


def test_headings_and_paragraphs() -> None:
    document = make("# One\n\nA line\nand more.\n\n***\n\n### Three\n\nTwo\n---\n\nEnd\\\nof it.")
    assert document.text == "One\n\nA line and more.\n\nThree\n\nTwo\n\nEnd\nof it."
    assert [(b.kind, b.level) for b in document.blocks] == [
        (BlockKind.HEADLINE, 0),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.HEADING, 3),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]
    assert document.title == "One"


def test_lists() -> None:
    document = make(
        "- a\n  1. b\n  2. c\n\n     more\n- d\n\n9) e\n10) f\n\n0. g\n\n* * h\n\n-\n\nend of it\n"
    )
    assert document.text == "a\nb\nc\n\nmore\nd\n\ne\nf\n\ng\n\nh\n\nend of it"
    assert [(b.marker, b.level) for b in document.blocks] == [
        *(("•", 1), ("1.", 2), ("2.", 2), ("", 2), ("•", 1)),
        *(("9)", 1), ("10)", 1), ("0.", 1), ("•", 2), ("", 0)),
    ]
    assert kinds(document) == [BlockKind.LIST_ITEM] * 9 + [BlockKind.PARAGRAPH]


def test_quotations() -> None:
    document = make("> a\n> b\n>\n> > c\n>\n> - d\n>   > e\n\nf")
    assert [(b.kind, b.level) for b in document.blocks] == [
        (BlockKind.QUOTATION, 1),
        (BlockKind.QUOTATION, 2),
        (BlockKind.LIST_ITEM, 1),
        (BlockKind.QUOTATION, 2),
        (BlockKind.PARAGRAPH, 0),
    ]
    assert texts(document) == ["a b", "c", "d", "e", "f"]


def test_code() -> None:
    document = make(
        "a\n\n```python\n  if x:\n\ty\n\n    z\n```\n\n    <i> *one*\n      two\n\n```\n\n```"
    )
    assert texts(document) == ["a", "if x:\n  y", "z", "<i> *one*\n  two"]
    assert kinds(document)[1:] == [BlockKind.CODE] * 3
    assert document.emphases == ()


def test_tables() -> None:
    document = make("| a | *b* |\n|---|--:|\n| c `d` | |\n| | e \\| f |\n\n| g |\n|---|\n|  |\n")
    assert texts(document) == ["a | b\nc d |\n| e | f", "g"]
    assert kinds(document) == [BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]
    assert emphases(document) == [("emphasis", "b"), ("code", "d")]


def test_html_is_text() -> None:
    document = make("<b>a</b> &lt;i&gt;\n\n<script>\nalert(1)\n</script>\n\n<!-- c -->")
    assert texts(document) == ["<b>a</b> <i>", "<script> alert(1) </script>", "<!-- c -->"]


# what stands out


def test_emphasis() -> None:
    document = make(
        '*a **b*** `c  *d*` [e *f*](http://x.y "t") ![g *h* ![i](j)](k) <http://l.m>\\*'
    )
    assert document.text == "a b c  *d* e f g h i http://l.m*"
    assert emphases(document) == [
        ("emphasis", "a b"),
        ("strong", "b"),
        ("code", "c  *d*"),
        ("link", "e f"),
        ("emphasis", "f"),
        ("emphasis", "h"),
        ("link", "http://l.m"),
    ]


def test_links_by_reference() -> None:
    document = make("See [the report][1], [gone][2].\n\n[1]: http://x.y")
    assert document.text == "See the report, [gone][2]."
    assert emphases(document) == [("link", "the report")]


def test_entities_cannot_smuggle_controls() -> None:
    document = make("a&#27;b&#x202e;c&#0;d&#10;&#10;e&#9;f `\x1b` [\x9b](x) &#13;&#10;g")
    assert document.text == "a\ufffdb\ufffdc\ufffdd  e f \u241b \ufffd   g"


def test_images_without_text_leave_nothing() -> None:
    assert make("![](a.png)\n\n# ![](b)\n\na").text == "a"
    assert make("a\\\n![](b)\\\n&nbsp;\\\nc").text == "a\nc"


def test_tidy_moves_runs_along() -> None:
    document = make("**&nbsp;a&nbsp;** \\\n *b*")
    assert document.text == "a\nb"
    assert emphases(document) == [("strong", "a"), ("emphasis", "b")]


@given(st.text("ab \n\t\u3000"), st.data())
def test_tidy(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    tidied, runs = tidy(text, [Run(start, end, EmphasisKind.CODE)])
    assert tidied == "\n".join(filter(None, map(str.strip, text.split("\n"))))
    marked = "".join(text[start:end].split())
    assert "".join("".join(tidied[a:b].split()) for a, b, _ in runs) == marked


# headline and standfirst


def test_front_matter() -> None:
    document = make(FIELDS + "\nRIGA — It flows.\n")
    assert document.text == "The river: a history\n\nIt is long.\n\nRIGA — It flows."
    assert kinds(document) == [BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH]
    assert (document.source, document.author) == ("River Post", "Ada Moss, Bo Kern")
    assert (document.date, document.published) == ("2025-03-03", dt.date(2025, 3, 3))
    assert document.dateline is not None
    assert document.text[slice(*document.dateline)] == "RIGA"


@pytest.mark.parametrize("heading", ["# The River:  a *history*", "## The river: a history"])
def test_the_same_headline_appears_once(heading: str) -> None:
    document = make(f"{FIELDS}\n{heading}\n\nIt is *long*.\n\nIt flows.")
    assert [" ".join(t.casefold().split()) for t in texts(document)] == [
        *("the river: a history", "it is long.", "it flows."),
    ]
    assert kinds(document) == [BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH]
    assert "emphasis" in dict(emphases(document))


def test_another_heading_stays() -> None:
    document = make(f"{FIELDS}\n# Springs\n\nIt flows.")
    assert texts(document) == ["The river: a history", "It is long.", "Springs", "It flows."]
    assert kinds(document)[2] is BlockKind.HEADING


def test_a_second_heading_is_no_headline() -> None:
    document = make("## Springs\n\nIt flows.")
    assert kinds(document) == [BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert document.title == "Springs"


def test_a_set_off_paragraph_is_a_standfirst() -> None:
    head = [BlockKind.HEADLINE, BlockKind.STANDFIRST]
    assert kinds(make("# A\n\n*It is long.*\n\n*By Ada Moss, River Post*\n\nIt flows.")) == [
        *(*head, BlockKind.BYLINE, BlockKind.PARAGRAPH),
    ]
    assert kinds(make("# A\n\n*It* is long.\n\nIt flows."))[1] is BlockKind.PARAGRAPH
    assert kinds(make("# A\n\n*It is long.*"))[1] is BlockKind.PARAGRAPH


def test_byline_and_boilerplate() -> None:
    document = make(
        "# A\n\n**By Ada Moss, River Post**\n\nIt flows.\n\n"
        "## Related stories\n\n- [B](b)\n- [C](c)\n"
    )
    assert (document.author, document.source) == ("Ada Moss", "River Post")
    assert kinds(document) == [
        *(BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.PARAGRAPH),
        *(BlockKind.BOILERPLATE,) * 3,
    ]


def test_a_list_at_the_end_is_no_boilerplate() -> None:
    document = make("# A\n\nIt flows.\n\n## What we know\n\n- b\n- c\n")
    assert BlockKind.BOILERPLATE not in kinds(document)


def test_nothing_but_a_title() -> None:
    document = make("---\ntitle: A\n---\n")
    assert (document.text, document.title) == ("A", "A")
    assert make("---\nsource: A\n---\n").text == ""


# front matter


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("Title: A  b\nDATE: 2025-03-03", {"title": "A b", "date": "2025-03-03"}),
        ("title: yes\nn: 007", {"title": "yes", "n": "007"}),
        ("title: ~\nsource:\nauthor: null", {"title": "", "source": "", "author": ""}),
        ("title: >\n  a\n  b\n", {"title": "a b"}),
        ("author:\n  - a\n  - [b]\n  - c\n", {"author": "a, c"}),
        ("author: {name: a}\ntitle: b", {"author": "", "title": "b"}),
        ("title: !!python/object/apply:os.system [x]", {"title": "x"}),
        ('title: "a\\e\\u202eb"', {"title": "a\u241b\ufffdb"}),
        ("{title: a}", {"title": "a"}),
    ],
)
def test_fields(fields: str, expected: dict[str, str]) -> None:
    assert split_front_matter(f"---\n{fields}\n---\nrest") == (expected, "rest")


def test_fences() -> None:
    assert split_front_matter("--- \na: b\n...\nrest") == ({"a": "b"}, "rest")
    assert split_front_matter("---\na: b\n---") == ({"a": "b"}, "")


@pytest.mark.parametrize(
    "text",
    [
        "---\n---\na",
        "---\njust words\n---\na",
        "---\n- a\n- b\n---\na",
        "---\na: [b\n---\na",
        "---\na: b: c\n---\na",
        "---\n\ta: b\n---\na",
        "---\na: &x b\nc: *x\n---\na",
        "---\na: &x b\n---\na",
        "---\na: {<<: *x}\n---\na",
        "---\na: " + "[" * 50 + "]" * 50 + "\n---\na",
        "---\na: b\n",
        "----\na: b\n----\n",
        "\n---\na: b\n---\n",
        "---\na: " + "b" * 20_000 + "\n---\n",
        "",
    ],
)
def test_broken_front_matter_is_text(text: str) -> None:
    assert split_front_matter(text) == ({}, text)
    make(text)


def test_broken_front_matter_is_shown() -> None:
    assert "title: [The river" in make("---\ntitle: [The river\n---\n\nIt flows.").text


# hostile and large texts


def test_what_is_nested_too_deep_is_plain_text() -> None:
    source = "> " * 30 + "a\n\n" + "- " * 30 + "b"
    document = make(source)
    assert document.text == source
    assert make("- " * 5 + "a").text == "a"


def test_what_is_too_long_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "LENGTH_LIMIT", 10)
    assert make("*a* and *b*").text == "*a* and *b*"
    assert make("*a* and b").text == "a and b"


@pytest.mark.parametrize(
    ("limit", "short", "long"),
    [
        ("PARTS_LIMIT", "- a\n- b", "- a\n- b\n- c"),
        ("PARTS_LIMIT", "- - - a", "- - - - - a"),
        ("PARTS_LIMIT", "a\n\n\n\n\n\n\n*b*", "*a*\nb\nc\nd\ne\nf"),
        ("PARTS_LIMIT", "*a* and b", "|a|b|c|d|\n|-|-|-|-|"),
        ("MARKS_LIMIT", "*a*", "*a* and *b*, *c*"),
    ],
)
def test_what_would_take_too_long_is_plain_text(
    limit: str, short: str, long: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markdown, limit, 4)
    assert make(short).text != short
    assert make(long).text == long


def test_a_paragraph_with_too_many_brackets_is_text() -> None:
    source = "[" * 1001 + "*a*"
    assert make(f"{source}\n\n*b*").text == f"{source}\n\nb"


pieces = st.sampled_from(
    [
        *("# ", "- ", "1. ", "> ", "*", "**", "`", "```\n", "[", "](b)", "![", "|", "|-|\n", "\n"),
        *("\n\n", "    ", "\t", "a", "b.", "&#10;", "&nbsp;", "<b>", "\\", "\\\n", "  \n", "---\n"),
        *("a: b\n", "\x1b"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces, max_size=40).map("".join))
def test_any_markdown_is_a_document(source: str) -> None:
    make(source)


@settings(deadline=None)
@given(st.lists(pieces, max_size=20).map("".join))
def test_any_front_matter_is_fields_or_text(source: str) -> None:
    make(f"---\n{source}\n---\n{source}")


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "![",
        "[a](",
        "*a **b ",
        "`",
        "<",
        "&",
        "> ",
        "- ",
        "- a\n",
        "[\n\n",
        "|a",
        "a|b\n",
        "a\\\n",
        "\t",
        " ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    before = time.process_time()
    make(piece * (50_000 // len(piece)))
    make(f"a|b\n-|-\n{piece * (20_000 // len(piece))}")
    assert time.process_time() - before < 8  # quadratic time would be minutes


@pytest.mark.parametrize(
    "piece", ["[", "{a: ", "- ", "? ", "a: b\n", "a,", '"', "  ", "#", "!", "&a ", "|"]
)
def test_time_of_front_matter_is_bounded(piece: str) -> None:
    before = time.process_time()
    make(f"---\na: {piece * (16_000 // len(piece))}\n---\n")
    make(f"---\n{piece * (16_000 // len(piece))}\n---\n")
    assert time.process_time() - before < 4
