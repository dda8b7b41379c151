"""Files and their encodings, and the parts of articles in plain text."""

from __future__ import annotations

import datetime as dt
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.documents import files, formats
from tui.documents.boilerplate import heads_links, is_boilerplate
from tui.documents.bylines import read_byline
from tui.documents.datelines import find_dateline
from tui.documents.dates import date_in_line, parse_date
from tui.documents.document import BlockKind, Document
from tui.documents.files import decode
from tui.documents.formats import (
    Heading,
    UnreadableDocument,
    peek,
    plain_document,
    read_document,
)
from tui.documents.library import Entry
from tui.documents.markdown import markdown_document
from tui.documents.text import clean

ARTICLE = """\
Ferry returns to the river after ten years

The old boat will carry 40 passengers at a time. It has no engine.

By Ada Moss, River Post

TALLINN, May 4 (River Post) - The ferry "Linda" crossed the river on Sunday, the harbour said.

"It floats," said its captain. "We had doubts."

Download the River Post app for more stories. Follow us on Facebook.
"""


def entry(path: Path) -> Entry:
    return Entry(path, path.parent, path.name)


def read(folder: Path, content: bytes, name: str = "a.txt") -> Document:
    path = folder / name
    path.write_bytes(content)
    return read_document(entry(path))


def kinds(document: Document) -> list[BlockKind]:
    return [block.kind for block in document.blocks]


def texts(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def check_document(document: Document) -> None:
    """What holds for every document."""
    text, position = document.text, 0
    assert clean(text) == text
    for block in document.blocks:
        assert position <= block.start < block.end <= len(text)
        inside = text[block.start : block.end]
        assert inside == inside.strip()
        assert all(line.strip() for line in inside.split("\n"))
        position = block.end
    assert [e.start for e in document.emphases] == sorted(e.start for e in document.emphases)
    for emphasis in document.emphases:
        assert any(b.start <= emphasis.start < emphasis.end <= b.end for b in document.blocks)
    if document.dateline:
        assert any(b.start == document.dateline.start for b in document.blocks)
        assert document.dateline.start < document.dateline.end <= len(text)
    assert document.title
    assert document.title == " ".join(document.title.split()) == clean(document.title)


# encodings


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ""),
        ("“Łódź” 👩".encode(), "“Łódź” 👩"),
        ("“Łódź”".encode("utf-8-sig"), "“Łódź”"),
        ("“Łódź” 👩".encode("utf-16"), "“Łódź” 👩"),
        (b"\xfe\xff" + "Łódź".encode("utf-16-be"), "Łódź"),
        (b"\xff\xfea\x00b", "a\ufffd"),
        (b"\xff\xfe\x00\xd8a\x00", "\ufffda"),
        ("“café” – 5 €".encode("cp1252"), "“café” – 5 €"),
        (b"na\xefve \x81\x8d", "naïve \ufffd\ufffd"),
        (b"\xef\xbb\xbfcaf\xe9", "caf\ufffd"),
        ("žluťoučký".encode() + b"\xff", "žluťoučký\ufffd"),
    ],
)
def test_decode(data: bytes, expected: str) -> None:
    assert decode(data) == expected


def test_a_character_cut_through_is_dropped() -> None:
    assert decode("aé".encode()[:2], whole=False) == "a"
    assert decode("“é".encode("cp1252"), whole=False) == "“é"
    assert decode("aé".encode("utf-16")[:5], whole=False) == "a"


def test_the_text_is_the_cleaned_file(tmp_path: Path) -> None:
    raw = "\n\n  Headline \r\n\r\nBody\twith\x1b[31m red.\u2028 End \n\n"
    document = read(tmp_path, raw.encode("utf-8-sig"))
    assert document.text == "\n\n  Headline \n\nBody with\u241b[31m red.\n End \n\n" == clean(raw)
    assert texts(document) == ["Headline", "Body with\u241b[31m red.", "End"]


# files that cannot be read


def problem(path: Path) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(entry(path))
    with pytest.raises(UnreadableDocument, match=r"\.$"):
        peek(entry(path))
    return str(caught.value)


def test_a_file_that_has_gone(tmp_path: Path) -> None:
    assert problem(tmp_path / "a.txt") == "a.txt is not there any more."
    assert "\n" not in problem(tmp_path / "a\n\x1b[0m.txt")


def test_a_folder(tmp_path: Path) -> None:
    assert problem(tmp_path) == f"{tmp_path.name} is a folder, not a file."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert problem(tmp_path / "a.txt") == "a.txt is not a regular file."


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs devices")
def test_a_device_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/dev/zero")
    assert problem(tmp_path / "a.txt") == "a.txt is not a regular file."


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    assert problem(tmp_path / "a.txt").startswith("a.txt cannot be read: ")


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.txt").write_text("a")
    monkeypatch.setattr(os, "open", refuse)
    assert problem(tmp_path / "a.txt") == "a.txt may not be read: permission is missing."


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(files.SIZE_LIMIT + 1)
    assert problem(tmp_path / "a.txt") == (
        "a.txt is too large: newsreader opens files of up to 64 MB."
    )


def test_a_file_that_grows_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("a" * 100)
    monkeypatch.setattr(files, "SIZE_LIMIT", 50)
    monkeypatch.setattr(files, "_check", lambda *_: None)
    with pytest.raises(UnreadableDocument, match="too large"):
        read_document(entry(tmp_path / "a.txt"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_a_file_with_too_many_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    monkeypatch.setattr(formats, "LINES_LIMIT", 50)
    path = tmp_path / "a.txt"
    path.write_bytes(f"a{end}".encode() * 60)
    assert problem(path) == "a.txt is too large: newsreader opens texts of up to 50 lines."
    path.write_bytes(f"a{end}{end}{end}".encode() * 40)
    assert len(read_document(entry(path)).blocks) == 40


def test_a_binary_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 3 + b"\x00" * 100)
    assert problem(tmp_path / "a.txt") == "a.txt is not a text file."


def test_a_text_with_a_few_nuls_is_text(tmp_path: Path) -> None:
    assert read(tmp_path, b"a\x00" + b"word " * 100).text.startswith("a\u2400word")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary() | st.text().map(str.encode), st.sampled_from(["a.txt", "a.md"]))
def test_any_bytes_are_a_document_or_unreadable(tmp_path: Path, data: bytes, name: str) -> None:
    try:
        document = read(tmp_path, data, name)
    except UnreadableDocument:
        assert data.count(0) > 3
        return
    check_document(document)
    assert document.name == name
    heading = Heading(document.title, document.source, document.date, document.published)
    assert peek(entry(tmp_path / name)) == heading


# parts of an article


def test_the_parts_of_an_article(tmp_path: Path) -> None:
    document = read(tmp_path, ARTICLE.encode())
    check_document(document)
    assert document.text == ARTICLE
    assert kinds(document) == [
        *(BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BYLINE),
        *(BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE),
    ]
    assert document.title == "Ferry returns to the river after ten years"
    assert (document.author, document.source) == ("Ada Moss", "River Post")
    assert document.dateline is not None
    assert ARTICLE[slice(*document.dateline)] == "TALLINN, May 4 (River Post)"
    assert document.id == entry(tmp_path / "a.txt").id
    assert document.path == tmp_path / "a.txt"
    assert peek(entry(tmp_path / "a.txt")) == Heading(document.title, "River Post", "", None)


def test_a_standfirst_that_the_story_repeats() -> None:
    lead = "Officials from both states met in Riga, the ministry has said."
    document = plain_document(f"Officials meet\n\n{lead}\n\nRiga: {lead}\n\nThey ate.")
    assert kinds(document)[:3] == [BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH]
    without = plain_document(f"Officials meet\n\n{lead}\n\nNo. {lead}\n\nThey ate.")
    assert kinds(without)[1] is BlockKind.STANDFIRST
    other = plain_document(f"Officials meet\n\n{lead}\n\nThey ate together.\n\nThey slept.")
    assert kinds(other)[1] is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "headline", ["Storm hits the U.S.", "Who was it?", "‘It is over’", "He is..."]
)
def test_headlines(headline: str) -> None:
    document = plain_document(f"{headline}\n\nIt was so.\n")
    assert kinds(document) == [BlockKind.HEADLINE, BlockKind.PARAGRAPH]
    assert document.title == headline


@pytest.mark.parametrize(
    "text",
    [
        "Only one paragraph",
        "A sentence that stops.\n\nAnd another.",
        "“A sentence that stops.”\n\nAnd another.",
        "A first line\nand a second",
        f"{'A very long line ' * 15}\n\nIt was so.",
        "By Ada Moss, River Post\n\nIt was so.",
        "PARIS (AFP) - It rained\n\nIt was so.",
    ],
)
def test_no_headline(text: str) -> None:
    assert BlockKind.HEADLINE not in kinds(plain_document(text))


def test_a_headline_without_a_blank_line() -> None:
    document = plain_document("Storm hits\nA storm hit the coast on Monday.\nNobody was hurt.")
    assert kinds(document)[0] is BlockKind.HEADLINE


def test_a_date_below_the_headline() -> None:
    document = plain_document("Storm hits\n\nPublished: 3 March 2025, 10:15 GMT\n\nIt rained.")
    assert document.date == "3 March 2025, 10:15 GMT"
    assert document.published == dt.date(2025, 3, 3)
    assert kinds(document) == [BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("It rained. " * 20, "a.txt", "It rained. " * 6 + "It rained. It…"),
        ("It rained.", "a.txt", "It rained."),
        ("x" * 200, "a.txt", "x" * 79 + "…"),
        (" \n ", "news/a.txt", "a.txt"),
        ("", "", "Untitled"),
    ],
)
def test_titles_without_a_headline(text: str, name: str, title: str) -> None:
    document = plain_document(text, name=name)
    assert document.title == title
    assert len(title) <= 80


def test_a_document_in_memory_has_the_identity_of_its_name() -> None:
    assert plain_document("a", name="a.txt").id == Entry("/x/a.txt", Path("/x"), "a.txt").id
    assert markdown_document("a", name="a.md", urn="urn:uuid:1").id == "urn:uuid:1"


# datelines


@pytest.mark.parametrize(
    ("line", "dateline", "source"),
    [
        ("Jerusalem: Officials met.", "Jerusalem", ""),
        ("JERUSALEM — Officials met.", "JERUSALEM", ""),
        ("BEIJING—Officials met.", "BEIJING", ""),
        ("LONDON (Reuters) - Officials met.", "LONDON (Reuters)", "Reuters"),
        ("Lagos (Harbour Wire) - Officials met.", "Lagos (Harbour Wire)", "Harbour Wire"),
        ("TOKYO, March 4 (Northlight) -- A gate", "TOKYO, March 4 (Northlight)", "Northlight"),
        ("WASHINGTON, D.C. – Officials met.", "WASHINGTON, D.C.", ""),
        ("NORWICH, 21 November — Officials met.", "NORWICH, 21 November", ""),
        ("SAN JOSÉ, Costa Rica, Sept. 18 — “We met.”", "SAN JOSÉ, Costa Rica, Sept. 18", ""),
        ("New Delhi, Oct 16 (IANS) Officials met.", "New Delhi, Oct 16 (IANS)", "IANS"),
        ("PARIS, May 4, 2025 /PRNewswire/ -- A", "PARIS, May 4, 2025 /PRNewswire/", "PRNewswire"),
        ("(AFP) — Officials met.", "(AFP)", "AFP"),
        ("The Hague: Officials met.", "The Hague", ""),
        ("Rio de Janeiro - Officials met.", "Rio de Janeiro", ""),
        ("CUPERTINO, Calif. (AP) — iPhone sales fell.", "CUPERTINO, Calif. (AP)", "AP"),
    ],
)
def test_datelines(line: str, dateline: str, source: str) -> None:
    text = f"Title\n\n{line}"
    found = find_dateline(text, 7, len(text))
    assert found is not None
    assert text[slice(*found.span)] == dateline
    assert found.source == source


@pytest.mark.parametrize(
    "line",
    [
        "Officials met in Jerusalem: nobody spoke.",
        "Update: Officials met.",
        "BREAKING: Officials met.",
        "Jerusalem - which is old - was quiet.",
        "Smith — a tall man — left.",
        "He said: “No.”",
        "The claim: Officials met.",
        "In London - Officials met.",
        "Jerusalem:",
        "LONDON (Reuters) -",
        "The Army (IDF) said it had met.",
        "Israel Defence Forces (IDF) Officials met.",
        "Smith (pictured) - Officials met.",
        "(This is a note) Officials met.",
        "Paris–Nice was won by a Dane.",
        "1990 - A year of change.",
        "",
    ],
)
def test_no_dateline(line: str) -> None:
    assert find_dateline(line, 0, len(line)) is None


def test_an_interview_has_no_dateline() -> None:
    document = plain_document("A talk\n\nAda Moss: How are you?\n\nBo Kern: Fine, thank you.")
    assert document.dateline is None
    assert plain_document("A storm\n\nRiga: It rained.\n\nBo Kern, a man, was wet.").dateline


# bylines


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [
        ("By Jane Doe", "Jane Doe", ""),
        ("By Jane Doe, Reuters", "Jane Doe", "Reuters"),
        ("BY JANE DOE | THE RIVER POST", "JANE DOE", "THE RIVER POST"),
        ("By Jane Doe and John Roe, River Post", "Jane Doe and John Roe", "River Post"),
        ("By Jane Doe, John Roe and Ann Poe", "Jane Doe, John Roe and Ann Poe", ""),
        ("By Jane Doe, Political Editor", "Jane Doe", ""),
        ("By Jane Doe, Associated Press Writer", "Jane Doe", "Associated Press"),
        ("By Jane Doe in London for River Post", "Jane Doe", "River Post"),
        ("By Jane Doe, River Post, in London", "Jane Doe", "River Post"),
        ("By Jane Doe in London and John Roe", "Jane Doe and John Roe", ""),
        ("By Ludwig van der Meer, De Eemsbode", "Ludwig van der Meer", "De Eemsbode"),
        ("By Reuters", "", "Reuters"),
        ("By Jane O’Neill-Poe (River Post)", "Jane O’Neill-Poe", "River Post"),
        ("Written by: Jane Doe", "Jane Doe", ""),
    ],
)
def test_bylines(line: str, author: str, source: str) -> None:
    assert read_byline(line) == (author, source)


@pytest.mark.parametrize(
    "line",
    [
        "By Sunday, the city was empty.",
        "By noon a few people had gathered",
        "By Design",
        "By the time he came",
        "Jane Doe, Reuters",
        "By Jane Doe\nand others",
        "By ",
        "Bypass Road",
    ],
)
def test_no_byline(line: str) -> None:
    assert read_byline(line) is None


# boilerplate


@pytest.mark.parametrize(
    "block",
    [
        "Zenith News App: Read the latest. Download the Zenith news app now to keep up.",
        "Download the River Post app for breaking news. Follow us on all major social platforms.",
        "Sign up for our newsletter",
        "Subscribe to our daily briefing here.",
        "Sign up to our newsletter, The Sketchpad, for the best of Munster.",
        "Follow us on Facebook, Instagram and X.",
        "Follow @riverpost on Twitter",
        "© 2025 River Post. All rights reserved.",
        "Copyright 2025 River Post",
        "(This story has not been edited by River Post staff and is published from a feed.)",
        "(With inputs from PTI)",
        "Read more: Ferry sinks",
        "Also read | Ferry sinks",
        "ALSO READ: Ferry sinks",
        "(Reporting by Ada Moss; Editing by Bo Kern)",
        "Advertisement",
        "This article was originally published by River Post.",
        "For more stories like this, visit our site.",
        "Click here to subscribe.",
        "Related: Ferry sinks",
    ],
)
def test_boilerplate(block: str) -> None:
    assert is_boilerplate(block)
    document = plain_document(f"Storm hits\n\nIt rained.\n\nIt stopped.\n\n{block}")
    assert kinds(document)[-1] is BlockKind.BOILERPLATE
    assert kinds(document)[:-1] == [
        *(BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH),
    ]


@pytest.mark.parametrize(
    "block",
    [
        "The ministry told people to download the app before Monday.",
        "“Download the app and you will see,” he said.",
        "“It is simple. Download the app,” he said.",
        "Download the app that failed, and a warning appears, the report says.",
        "The company’s newsletter had 3,000 readers. They could sign up for alerts.",
        "Follow the money, the detective said.",
        "Follow us into the cellar and the smell grows stronger.",
        "He posted it on Facebook. Like many on Twitter, he was angry.",
        "Copyright law was changed in 2024.",
        "The story has been told many times.",
        "Read it again, she said.",
        "Reporting by three newspapers led to the inquiry.",
        "Related costs rose by a third.",
        "Advertisement sales fell.",
        "Subscribe or leave, the king is said to have told them.",
        "Stay where you are, the voice said.",
        "Recommended doses vary.",
    ],
)
def test_no_boilerplate(block: str) -> None:
    assert not is_boilerplate(block)


def test_boilerplate_stands_at_the_end_alone() -> None:
    document = plain_document("Storm hits\n\nRead more: Rain\n\nIt rained.\n\nIt stopped.")
    assert BlockKind.BOILERPLATE not in kinds(document)


def test_something_of_an_article_is_left() -> None:
    document = plain_document("Read more: Rain.\n\nAdvertisement\n\nAdvertisement")
    assert kinds(document) == [
        *(BlockKind.PARAGRAPH, BlockKind.BOILERPLATE, BlockKind.BOILERPLATE),
    ]


def test_a_list_of_links() -> None:
    assert heads_links("Related stories:")
    assert not heads_links("Related stories were found in the archive")


# dates


@pytest.mark.parametrize(
    "written",
    [
        "2025-03-03",
        "2025-03-03T10:00:00Z",
        "2025-03-03 10:00",
        "3 March 2025",
        "03 Mar 2025",
        "3rd of March 2025",
        "March 3, 2025",
        "Mar. 3rd, 2025",
        "Monday, March 3, 2025",
        "Mon, 03 Mar 2025 10:00:00 +0000",
        "  March  3,\t2025 at 5 p.m.",
    ],
)
def test_dates(written: str) -> None:
    assert parse_date(written) == dt.date(2025, 3, 3)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "3/4/2025",
        "2025-02-30",
        "31 April 2025",
        "March 2025",
        "yesterday",
        "2025-03-033",
        "3 Foo 2025",
    ],
)
def test_no_dates(written: str) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: 3 March 2025", "3 March 2025"),
        ("March 3, 2025 at 5:30 p.m. GMT", "March 3, 2025 at 5:30 p.m. GMT"),
        ("Last updated on 2025-03-03T10:00:00+01:00", "2025-03-03T10:00:00+01:00"),
        ("3 March 2025 was a Monday", ""),
        ("On 3 March 2025", ""),
        ("Published by the state", ""),
    ],
)
def test_lines_that_are_dates(line: str, date: str) -> None:
    assert date_in_line(line) == date


# any text

article_like = st.lists(
    st.sampled_from(
        [
            *ARTICLE.split("\n\n"),
            "\n",
            "a",
            " ",
            "Riga: A",
            "(AP) B",
            "By A B",
            "Read more: ",
            "3 May 2025",
        ]
    ),
    max_size=12,
).map("\n\n".join)


@given(st.text() | article_like)
def test_any_text_is_a_document(raw: str) -> None:
    document = plain_document(raw)
    check_document(document)
    assert document.text == clean(raw)
    outside = set(range(len(document.text)))
    for block in document.blocks:
        outside -= set(range(block.start, block.end))
    assert not any(document.text[i].strip() for i in outside)


@pytest.mark.parametrize(
    "piece",
    [
        "a\n\n",
        "A: b\n\n",
        "Riga: ",
        "(A",
        "By A ",
        "Advertisement\n\n",
        "Download the ",
        "Follow us ",
        "—",
        "3 ",
    ],
)
def test_time_is_linear(piece: str) -> None:
    text = f"Head\n\n{piece * (500_000 // len(piece))}"
    before = time.process_time()
    plain_document(text)
    assert time.process_time() - before < 8  # quadratic time would be many minutes
