"""RSS and Atom: each item a document."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.test_formats import check_document
from tui.documents import feed_items
from tui.documents.formats import Heading, UnreadableDocument, peek, read_document
from tui.documents.library import Entry, open_library

RSS = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>River Post</title><link>http://river.example/</link>
<item><title>Storm &amp;amp; rain hit “Riga”</title><link>http://river.example/1</link>
<guid isPermaLink="false">river-1</guid><dc:creator>Ada Moss</dc:creator>
<pubDate>Mon, 03 Mar 2025 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>RIGA (AP) - A <b>storm</b> hit.</p><ul><li>Rain</li></ul>
<script>x</script><p>“No,” he said.</p>]]></content:encoded></item>
<item><title>Ferry sinks</title><link>http://river.example/2</link><guid>river-2</guid>
<description>It sank &lt;i&gt;fast&lt;/i&gt;.</description></item>
</channel></rss>
"""
ATOM = """\
<?xml version="1.0" encoding="iso-8859-1"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Café Post</title><id>urn:x</id>
<entry><title type="html">Storm &lt;b&gt;hits&lt;/b&gt;</title><id>urn:1</id>
<link href="http://cafe.example/1"/><updated>2025-03-03T10:00:00Z</updated>
<author><name>Ada Moss</name></author><content type="text">One.

Two &lt;b&gt;.</content></entry>
<entry><title>Nothing</title><id>urn:2</id><summary>It was.</summary></entry>
</feed>
"""
RDF = """\
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="http://a.example/"><title>Old Post</title></channel>
<item rdf:about="http://a.example/1"><title>Storm</title><link>http://a.example/1</link>
<description>It was.</description></item></rdf:RDF>
"""


def listed(folder: Path, data: str | bytes, name: str = "a.rss") -> tuple[Entry, ...]:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return open_library([folder / name]).entries


def problem(entry: Entry) -> str:
    with pytest.raises(UnreadableDocument, match=r"\.$") as caught:
        read_document(entry)
    with pytest.raises(UnreadableDocument):
        peek(entry)
    return str(caught.value)


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a.xml.gz"])
def test_rss(tmp_path: Path, name: str) -> None:
    data = RSS.encode()
    storm, ferry = listed(tmp_path, gzip.compress(data) if name.endswith("gz") else data, name)
    assert (storm.name, ferry.part) == (f"{name}/river-1", "river-2")
    document = read_document(storm)
    check_document(document)
    assert document.text == (
        "Storm & rain hit “Riga”\n\nRIGA (AP) - A storm hit.\n\nRain\n\n“No,” he said."
    )
    assert (document.source, document.author) == ("River Post", "Ada Moss")
    assert document.date == "Mon, 03 Mar 2025 10:00:00 GMT"
    assert peek(storm) == Heading(
        document.title, document.source, document.date, document.published
    )
    assert read_document(ferry).text == "Ferry sinks\n\nIt sank fast."


def test_atom(tmp_path: Path) -> None:
    storm, nothing = listed(tmp_path, ATOM.encode("latin-1"), "a.atom")
    document = read_document(storm)
    assert document.text == "Storm hits\n\nOne.\n\nTwo <b>."
    assert (document.source, document.author) == ("Café Post", "Ada Moss")
    assert document.date == "2025-03-03T10:00:00Z"
    assert read_document(nothing).text == "Nothing\n\nIt was."


def test_rdf(tmp_path: Path) -> None:
    (storm,) = listed(tmp_path, RDF)
    assert storm.part == "http://a.example/1"
    assert read_document(storm).text == "Storm\n\nIt was."
    assert read_document(storm).source == "Old Post"


def test_items_without_identities_are_numbered(tmp_path: Path) -> None:
    data = RSS.replace("river-2", "river-1").replace("river.example/2", "river.example/1")
    assert [entry.part for entry in listed(tmp_path, data)] == ["row 1", "row 2"]


def test_what_comes_before_damage_is_read(tmp_path: Path) -> None:
    data = RSS.replace("<description>It sank", "<description><broken>It sank")
    storm, rest = listed(tmp_path, data)
    assert read_document(storm).author == "Ada Moss"
    assert rest.part == "row 2"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "a.rss is no RSS or Atom feed."),
        ("no feed", "a.rss is no RSS or Atom feed."),
        ("<html><item/></html>", "a.rss is no RSS or Atom feed."),
        ("<rss><channel></channel></rss>", "a.rss holds no document."),
        ("<rss><channel>", "a.rss cannot be read. It is not valid XML: no element found."),
        (
            "<rss>" + "<a>" * 1000,
            "a.rss cannot be read. Its elements stand in each other too deep.",
        ),
        (
            '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><item>&b;</item></rss>',
            "a.rss cannot be read. It declares entities of its own, which are not read.",
        ),
        (
            '<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/hostname">%a;]><rss><item/></rss>',
            "a.rss cannot be read. It declares entities of its own, which are not read.",
        ),
        (
            '<?xml version="1.0" encoding="utf-2"?><rss><item/></rss>',
            "an encoding that is not known.",
        ),
        (
            '<?xml version="1.0" encoding="gb2312"?><rss><item/></rss>',
            "encoding that is not known.",
        ),
        ("<rss>" + "<a/>" * 70_000 + "<item/></rss>", "its head is too large."),
    ],
)
def test_no_feed(tmp_path: Path, data: str, said: str) -> None:
    (entry,) = listed(tmp_path, data)
    assert said in problem(entry)


def test_a_feed_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feed_items, "FEED_LIMIT", 100)
    (entry,) = listed(tmp_path, RSS)
    assert "too large" in problem(entry)


def test_other_xml_is_left_out_unless_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<settings/>")
    (tmp_path / "b.xml").write_text(RSS)
    assert [entry.name for entry in open_library([tmp_path]).entries] == [
        *("b.xml/river-1", "b.xml/river-2"),
    ]
    (entry,) = open_library([tmp_path / "a.xml"]).entries
    assert problem(entry) == "a.xml is no RSS or Atom feed."


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "feedparser", None)
    storm, _ = listed(tmp_path, RSS)
    assert problem(storm).endswith("pip install 'newsreader[web]'.")


def test_nothing_is_fetched_or_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    data = RSS.replace("<title>Ferry sinks", f'<title><x src="file://{secret}"/>{secret}')
    _, ferry = listed(tmp_path, data)
    assert "secret\n" not in read_document(ferry).text


pieces = st.sampled_from(
    [
        *("<rss>", "<feed>", "</rss>", "</feed>", "<item>", "</item>", "<entry>", "</entry>"),
        *("<title>", "</title>", "<item/>", "A word.", "<guid>1</guid>", "<![CDATA[<p>x", "]]>"),
        *("<content:encoded>", "&amp;", "&#27;", "&x;", "<!DOCTYPE rss>", "<?xml version='1.0'?>"),
        *("<link href='http://[/'/>", "<pubDate>", "99 Foo", "</pubDate>", "\x1b", "\n", "<!--"),
    ]
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(st.lists(pieces, max_size=25).map("".join), st.booleans())
def test_any_xml_is_items_or_unreadable(tmp_path: Path, data: str, whole: bool) -> None:
    for entry in listed(
        tmp_path, f"<rss><channel><item>{data}</item></channel></rss>" if whole else data
    ):
        assert entry.name.isprintable()
        try:
            document = read_document(entry)
        except UnreadableDocument:
            continue
        check_document(document)
