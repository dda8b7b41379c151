"""Fetching pages and feeds into a library; the only server asked is on the loopback."""

from __future__ import annotations

import gzip
import os
import stat
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.test_pages import PAGE
from tests.unit.web_server import Reply, Server, serving
from tui.cli import main
from tui.commands.outcomes import CANNOT_START, OK, SOME_FAILED
from tui.documents.document import BlockKind
from tui.documents.formats import read_document
from tui.documents.library import open_library
from tui.fetching import client as client_module
from tui.fetching import known
from tui.fetching.adding import Added, Adding
from tui.fetching.addresses import FetchError, follow, is_inside, normal, site
from tui.fetching.client import Client
from tui.fetching.file_names import file_stem, write_new


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as started:
        yield started


def add(server: Server, folder: Path, *paths: str) -> list[Added]:
    adding = Adding(folder, Client(delay=0, wait=0.6, patience=0.6))
    return [found for path in paths for found in adding.add(server.url(path))]


def problem(server: Server, folder: Path, path: str = "/a") -> str:
    (found,) = add(server, folder, path)
    assert (found.name, found.new) == ("", False)
    assert found.problem.endswith(".")
    assert list(folder.iterdir()) == []
    return found.problem


FEED = """<rss version="2.0"><channel><title>River Post</title>
<item><title>One</title><link>/one</link><author>Ada Moss</author></item>
<item><title>Two</title><link>/two?x#part</link></item>
<item><title>Gone</title><link>/gone</link></item>
<item><title>None</title></item>
<item><title>File</title><link>file:///etc/hostname</link></item>
</channel></rss>"""


def page(title: str, about: str = "the ferry") -> bytes:
    text = f"<p>{f'This is what was said of {about} and its captain on Sunday. ' * 6}</p>"
    return f"<html><head><title>{title}</title></head><body>{text}</body></html>".encode()


# what is written


def test_a_page_becomes_markdown(server: Server, tmp_path: Path) -> None:
    server.replies["/a"] = Reply(PAGE.encode())
    (found,) = add(server, tmp_path, "/a")
    assert found == Added(server.url("/a"), "2025-05-04-ferry-returns-to-the-river.md", new=True)
    written = (tmp_path / found.name).read_text("utf-8")
    assert written.startswith(
        '---\ntitle: "Ferry returns to the river"\nsource: "River Post"\ndate: "2025-05-04"\n'
        f'author: "Ada Moss"\nurl: "{server.url("/a")}"\n---\n\n'
    )
    (entry,) = open_library([tmp_path]).entries
    document = read_document(entry)
    assert (document.title, document.author) == ("Ferry returns to the river", "Ada Moss")
    assert [block.kind for block in document.blocks] == [
        *(BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.HEADING),
        *(BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.PARAGRAPH),
    ]
    assert server.asked == ["/robots.txt", "/a"]
    assert all(agent.startswith("newsreader/") for agent in server.agents)
    assert stat.S_IMODE((tmp_path / found.name).stat().st_mode) == 0o666 & ~umask()


def umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_what_is_there_is_not_fetched_again(server: Server, tmp_path: Path) -> None:
    server.replies["/a"] = Reply(status=302, headers=(("Location", "/b#x"),))
    server.replies["/b"] = Reply(page("B"))
    (first,) = add(server, tmp_path, "/a")
    assert first.new
    before = len(server.asked)
    assert add(server, tmp_path, "/a", "/b", "/b#part") == [
        Added(server.url(path), first.name) for path in ("/a", "/b", "/b")
    ]
    assert len(server.asked) == before
    assert len(list(tmp_path.iterdir())) == 1


def test_the_pages_of_a_feed(server: Server, tmp_path: Path) -> None:
    server.replies["/feed"] = Reply(FEED.encode(), "application/rss+xml; charset=utf-8")
    server.replies["/one"] = Reply(page("First page", "the one boat"))
    server.replies["/two?x"] = Reply(page("Second page", "the two boats"))
    found = add(server, tmp_path, "/feed")
    assert [each.name for each in found] == ["first-page.md", "second-page.md", "", "", ""]
    assert [each.url for each in found[:3]] == [
        server.url(path) for path in ("/one", "/two?x", "/gone")
    ]
    assert "answered 404 (Not Found)" in found[2].problem
    assert found[3].problem == "An item of the feed has no link: ‘None’."
    assert "no address that begins with http" in found[4].problem
    written = (tmp_path / "first-page.md").read_text()
    assert 'author: "Ada Moss"' in written
    assert 'source: "River Post"' in written
    again = add(server, tmp_path, "/feed")
    assert [each.new for each in again] == [False] * 5
    assert [each.name for each in again[:2]] == ["first-page.md", "second-page.md"]
    assert server.asked.count("/one") == 1


def test_kinds_of_answers(server: Server, tmp_path: Path) -> None:
    server.replies["/atom"] = Reply(
        b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title>'
        b'<link href="/one"/></entry></feed>',
        "",
    )
    server.replies["/one"] = Reply(page("One"), "application/xhtml+xml")
    server.replies["/text"] = Reply(b"Just words.\n\nAnd more.", "text/plain")
    found = add(server, tmp_path, "/atom", "/text")
    assert [each.problem for each in found] == ["", ""]
    assert found[1].name.startswith("article-")
    texts = [read_document(entry).text for entry in open_library([tmp_path]).entries]
    assert "Just words.\n\nAnd more." in texts


# what is refused


def test_robots_are_heeded(server: Server, tmp_path: Path) -> None:
    server.replies["/robots.txt"] = Reply(
        b"User-agent: newsreader\nDisallow: /private/*.html$\nAllow: /\n\n"
        b"User-agent: *\nDisallow: /"
    )
    server.replies["/private/a.html"] = Reply(page("A"))
    server.replies["/open"] = Reply(status=301, headers=(("Location", "/private/a.html"),))
    for path in ("/private/a.html", "/open"):
        assert "asks programs not to fetch it" in problem(server, tmp_path, path)
    assert "/private/a.html" not in server.asked
    server.replies["/b"] = Reply(page("B"))
    assert [each.problem for each in add(server, tmp_path, "/b")] == [""]


def test_robots_that_fail_forbid_all(server: Server, tmp_path: Path) -> None:
    server.replies["/robots.txt"] = Reply(status=503)
    server.replies["/a"] = Reply(page("A"))
    assert "answered 503 for its robots.txt" in problem(server, tmp_path)
    assert server.asked == ["/robots.txt"]


def test_a_huge_robots_file_is_cut_off(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "ROBOTS_LIMIT", 100)
    rules = b"User-agent: *\nDisallow: /b\n" + b"#" * 200_000 + b"\nDisallow: /a\n"
    server.replies["/robots.txt"] = Reply(rules)
    server.replies["/a"] = Reply(page("A"))
    assert add(server, tmp_path, "/a")[0].new


@pytest.mark.parametrize("chunked", [False, True])
def test_a_huge_body(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunked: bool
) -> None:
    monkeypatch.setattr(client_module, "BODY_LIMIT", 1 << 20)
    server.replies["/a"] = Reply(b"<p>" + b"x" * (3 << 20), chunked=chunked)
    assert problem(server, tmp_path) == "The answer is too large: up to 1 MB are read."


def test_a_body_that_unpacks_to_more(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_module, "BODY_LIMIT", 1 << 20)
    bomb = gzip.compress(b"x" * (64 << 20))
    server.replies["/a"] = Reply(bomb, headers=(("Content-Encoding", "gzip"),))
    assert "too large" in problem(server, tmp_path)


def test_a_slow_answer(server: Server, tmp_path: Path) -> None:
    server.replies["/a"] = Reply(page("A"), slow=0.05)
    before = time.monotonic()
    assert "took more than" in problem(server, tmp_path)
    assert time.monotonic() - before < len(page("A")) * 0.05
    server.replies["/b"] = Reply(page("A"), slow=5)
    assert "it took too long" in problem(server, tmp_path, "/b")


def test_a_redirect_loop(server: Server, tmp_path: Path) -> None:
    server.replies["/a"] = Reply(status=302, headers=(("Location", "/b"),))
    server.replies["/b"] = Reply(status=307, headers=(("Location", "/a"),))
    assert problem(server, tmp_path) == "It was redirected more than 5 times."
    assert len(server.asked) == 7


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://a.example/", "//[x"])
def test_a_redirection_elsewhere(server: Server, tmp_path: Path, target: str) -> None:
    server.replies["/a"] = Reply(status=302, headers=(("Location", target),))
    assert problem(server, tmp_path).startswith(("‘", "http"))
    assert server.asked == ["/robots.txt", "/a"]


def test_a_page_leads_nobody_into_their_own_network(server: Server, tmp_path: Path) -> None:
    inside = server.url("/b").replace("127.0.0.1", "localhost")
    server.replies["/a"] = Reply(status=302, headers=(("Location", inside),))
    server.replies["/b"] = Reply(page("B"))
    assert "is in your own network" in problem(server, tmp_path)
    assert "/b" not in server.asked


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(status=404), "answered 404 (Not Found)."),
        (Reply(status=599), "answered 599."),
        (Reply(b"%PDF", "application/pdf"), "It is no page, but of the type application/pdf."),
        (Reply(b"x", "a\x1b]0;b"), "It is no page, but of the type text/plain."),
        (Reply(b""), "It has no text that could be an article."),
        (Reply(b"<a/>", "application/xml"), "It is no RSS or Atom feed."),
        (Reply(b"<rss></rss>", "text/xml"), "The feed has no items."),
        (Reply(b"x", headers=(("Content-Encoding", "br"),)), "packed in a way that is not known"),
        (Reply(b"xx", headers=(("Content-Encoding", "gzip"),)), "cannot be reached"),
        (
            Reply(b'<!DOCTYPE a [<!ENTITY b "c">]><rss><item/></rss>', "text/xml"),
            "It declares entities",
        ),
    ],
)
def test_answers_that_are_no_article(
    server: Server, tmp_path: Path, reply: Reply, said: str
) -> None:
    server.replies["/a"] = reply
    if said.endswith("text/plain."):  # what is no content type counts as text
        assert add(server, tmp_path, "/a")[0].new
        return
    assert said in problem(server, tmp_path)


def test_a_host_that_is_not_there(tmp_path: Path) -> None:
    with serving() as gone:
        pass
    (found,) = add(gone, tmp_path, "/a")
    assert "cannot be reached: [Errno" in found.problem


# encodings


@pytest.mark.parametrize(
    ("body", "kind", "headers"),
    [
        ("Ёж".encode("cp1251"), "text/html; charset=windows-1251", ()),
        ("Ёж".encode(), "text/html; charset=utf-8", ()),
        ("Ёж".encode(), "text/html; charset=nonsense", ()),
        (gzip.compress("Ёж".encode(), mtime=0), "text/html", (("Content-Encoding", "gzip"),)),
        (zlib.compress("Ёж".encode()), "text/html", (("Content-Encoding", "deflate"),)),
    ],
)
def test_encodings(
    server: Server,
    tmp_path: Path,
    body: bytes,
    kind: str,
    headers: tuple[tuple[str, str], ...],
) -> None:
    server.replies["/a"] = Reply(body, kind, headers=headers)
    (found,) = add(server, tmp_path, "/a")
    assert "Ёж" in (tmp_path / found.name).read_text("utf-8")


def test_a_wrong_charset_loses_no_page(server: Server, tmp_path: Path) -> None:
    server.replies["/a"] = Reply("Ёж и ёж.".encode("cp1251"), "text/html; charset=utf-8")
    (found,) = add(server, tmp_path, "/a")
    assert found.new


# addresses and names


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("HTTP://Example.COM", "http://example.com/"),
        ("https://example.com:443/a?b=c#d", "https://example.com/a?b=c"),
        ("http://example.com:8080/a", "http://example.com:8080/a"),
        ("http://[::1]:80/", "http://[::1]/"),
        (" http://bücher.example/ä ", "http://xn--bcher-kva.example/ä"),
    ],
)
def test_addresses(written: str, expected: str) -> None:
    assert normal(written) == expected
    assert normal(expected) == expected
    assert expected.startswith(site(expected) + "/")


@pytest.mark.parametrize(
    "written",
    [
        *("", "example.com", "file:///etc/passwd", "javascript:alert(1)", "http://", "http://a:b/"),
        *(
            "http://user:pw@example.com/",
            "http://[/",
            "http://a..b/",
            f"http://a.example/{'x' * 3000}",
        ),
    ],
)
def test_no_addresses(written: str) -> None:
    with pytest.raises(FetchError, match=r"\.$"):
        normal(written)


def test_links() -> None:
    assert follow("http://a.example/b/c", "../d?e#f") == "http://a.example/d?e"
    assert follow("http://a.example/b", "//b.example") == "http://b.example/"
    for target in ("file:///etc/passwd", "javascript:x", "http://[/", "//u:p@b.example/"):
        with pytest.raises(FetchError, match=r"\.$"):
            follow("http://a.example/", target)


def test_hosts_inside() -> None:
    for host in ("127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "[::1]", "localhost"):
        assert is_inside(f"http://{host}/")
    assert not is_inside("http://8.8.8.8/")


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Storm hits Łódź’s “café”", "storm-hits-odzs-cafe"),
        ("../../etc/passwd\0\n\x1b", "etc-passwd"),
        ("CON", "article-a8ad2a59"),
        ("Ёж", "article-a8ad2a59"),
        ("", "article-a8ad2a59"),
        ("word " * 99, ("word-" * 12)[:-1]),
        ("x" * 999, "x" * 60),
    ],
)
def test_names(title: str, stem: str) -> None:
    import datetime as dt

    found = file_stem(title, None, "http://a.example/")
    assert found.startswith("article-") if stem.startswith("article-") else found == stem
    assert file_stem(title, dt.date(2025, 3, 3), "x").startswith("2025-03-03-")
    assert file_stem("", None, "a") != file_stem("", None, "b")


@pytest.mark.parametrize("links", [True, False])
def test_writing_takes_nothing_away(
    tmp_path: Path, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    (tmp_path / "a.md").write_text("old")
    (tmp_path / "a-2.md").symlink_to("nowhere")
    assert write_new(tmp_path, "a", ".md", "new\ud800").name == "a-3.md"
    assert (tmp_path / "a-3.md").read_text() == "new?"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a-2.md", "a-3.md", "a.md"]
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="not permitted"):
        write_new(tmp_path, "b", ".md", "new")
    assert len(list(tmp_path.iterdir())) == 3


def test_known_addresses(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('---\nurl: "http://a/\\u0062"\nlink: http://c\n---\nurl: no\n')
    (tmp_path / "b.md").write_text("---\r\ntitle: x\r\nurl: 'http://d'\r\n---\r\n")
    (tmp_path / "c.md").write_text("url: http://no\n")
    (tmp_path / "d.md").write_bytes(b"\0" * 99)
    (tmp_path / "e.txt").write_text("---\nurl: http://no\n---\n")
    assert known.known_addresses(tmp_path) == {
        "http://a/b": "a.md",
        "http://c": "a.md",
        "http://d": "b.md",
    }


def test_requests_to_one_host_wait_for_each_other(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    server.replies["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 9000\n", "text/plain")
    server.replies["/a"] = Reply(page("A"))
    client = Client(delay=3)
    client.name(server.url("/a"))
    client.fetch(server.url("/a"))
    client.fetch(server.url("/a"))
    assert len(waits) == 2
    assert all(59 < wait <= 60 for wait in waits)


# the command


def test_the_command(
    server: Server,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)
    server.replies["/a"] = Reply(page("A \x1b[31m storm"))
    to = ["--to", str(tmp_path / "new" / "news")]
    assert main(["add", server.url("/a"), *to]) == OK
    assert capsys.readouterr().out == f"added: a-31m-storm.md  {server.url('/a')}\n"
    assert main(["add", server.url("/a"), server.url("/b"), *to]) == SOME_FAILED
    output = capsys.readouterr()
    assert output.out == f"already there: a-31m-storm.md  {server.url('/a')}\n"
    assert output.err == (
        f"newsreader: {server.url('/b')}: {server.url('')} answered 404 (Not Found).\n"
    )
    assert main(["add", "nonsense\x1b", *to]) == CANNOT_START
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "\x1b" not in error


def test_the_command_where_nothing_can_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("a")
    assert main(["add", "http://a.example/", "--to", str(tmp_path / "file")]) == CANNOT_START
    assert "file" in capsys.readouterr().err


def test_the_command_without_the_extra(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "urllib3", None)
    assert main(["add", "http://a.example/", "--to", str(tmp_path)]) == CANNOT_START
    assert "pip install 'newsreader[web]'" in capsys.readouterr().err
