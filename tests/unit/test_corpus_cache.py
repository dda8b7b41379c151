from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.corpus_library import article, make_library, settle
from tui.analysis.analysis import Stopped, analyse
from tui.corpus import cache as cache_module
from tui.corpus.cache import Cache, Counts, cache_folder
from tui.corpus.database import DAMAGED
from tui.corpus.engine import version
from tui.corpus.keys import content_key, file_key
from tui.corpus.work import Settings, look_up
from tui.documents.document import Document
from tui.documents.formats import read_document
from tui.documents.library import Entry


@pytest.fixture
def entries(tmp_path: Path) -> tuple[Entry, ...]:
    return make_library(tmp_path / "library", 5)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def keep(cache: Cache, entry: Entry) -> Counts:
    file = file_key(entry, version())
    document = read_document(entry)
    return cache.keep(document, analyse(document), file)


def test_an_analysis_comes_back_as_it_was(cache: Cache, entries: tuple[Entry, ...]) -> None:
    for entry in entries:
        document = read_document(entry)
        assert cache.find(document) is None
        analysis = analyse(document)
        counts = cache.keep(document, analysis)
        assert counts.quotes == len(analysis.quotes) > 1
        assert counts.entities == len(analysis.entities) > 1
        assert 30 < counts.words < 60
        found = cache.find(document)
        assert found is not None
        assert found == (analysis, counts)
        assert found.analysis.quotes[0].speaker == analysis.quotes[0].speaker


def test_counts_need_no_reading(
    cache: Cache, entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = [keep(cache, entry) for entry in entries[1:3]]
    monkeypatch.setattr("os.open", _refuse)
    assert cache.counts(entries) == [None, *known, None, None]
    assert cache.counts([]) == []
    with pytest.raises(AssertionError):
        read_document(entries[0])


def _refuse(*_: object, **__: object) -> int:
    raise AssertionError("a file was opened")


def test_more_counts_than_one_statement_takes(
    cache: Cache, entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = [keep(cache, entry) for entry in entries]
    monkeypatch.setattr(cache_module, "_AT_ONCE", 2)
    assert cache.counts(entries) == known


def test_a_file_that_changed_is_not_known(cache: Cache, entries: tuple[Entry, ...]) -> None:
    counts = keep(cache, entries[0])
    path = entries[0].path
    assert cache.counts(entries[:1]) == [counts]
    before = path.stat()
    path.write_text(article(0).replace("Monday", "Friday"), "utf-8")
    settle(path, 30)
    assert path.stat().st_size == before.st_size
    assert cache.counts(entries[:1]) == [None]
    assert cache.find(read_document(entries[0])) is None
    path.unlink()
    assert cache.counts(entries[:1]) == [None]


def test_a_file_written_just_now_is_not_trusted(cache: Cache, entries: tuple[Entry, ...]) -> None:
    entries[0].path.write_text(article(17), "utf-8")
    keep(cache, entries[0])
    assert file_key(entries[0], version()).stamp is None
    assert cache.counts(entries[:1]) == [None]
    assert cache.find(read_document(entries[0])) is not None


def test_a_copy_is_known_by_its_content(cache: Cache, entries: tuple[Entry, ...]) -> None:
    counts = keep(cache, entries[0])
    copy = entries[0].path.with_name("copy.txt")
    copy.write_bytes(entries[0].path.read_bytes())
    settle(copy)
    entry = Entry(copy, entries[0].root, "copy.txt")
    assert cache.counts([entry]) == [None]
    found = cache.find(read_document(entry), file_key(entry, version()))
    assert found is not None
    assert found.counts == counts
    assert cache.counts([entry]) == [counts]


def test_only_what_matters_is_in_the_key(tmp_path: Path) -> None:
    def document(text: str = "A text.", source: str = "", author: str = "") -> Document:
        return Document("urn:x", tmp_path, "x", "title", text, (), source=source, author=author)

    key = content_key(document(), "1")
    assert content_key(Document("urn:y", tmp_path / "y", "y", "title", "A text.", ()), "1") == key
    assert content_key(document("A text!"), "1") != key
    assert content_key(document(), "2") != key
    by = content_key(document(author="Ana Lima"), "1")
    assert by != key
    assert by != content_key(document(source="Ana Lima"), "1")


def test_another_version_finds_nothing(
    cache: Cache, entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = keep(cache, entries[0])
    with monkeypatch.context() as patch:
        patch.setattr("tui.corpus.cache.version", lambda _: "another")
        assert cache.counts(entries[:1]) == [None]
        assert cache.find(read_document(entries[0])) is None
    assert cache.counts(entries[:1]) == [counts]


def test_nothing_of_the_text_is_kept_but_what_was_found(
    cache: Cache, entries: tuple[Entry, ...]
) -> None:
    for entry in entries:
        keep(cache, entry)
    cache.close()
    content = b"".join(path.read_bytes() for path in cache.path.parent.iterdir())
    assert b"Talks number" not in content
    assert b"talks-1" not in content
    assert b"agreed" not in content


def test_nobody_else_may_look_into_it(cache: Cache, entries: tuple[Entry, ...]) -> None:
    keep(cache, entries[0])
    assert stat.S_IMODE(cache.path.parent.stat().st_mode) == 0o700
    files = list(cache.path.parent.iterdir())
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


@pytest.mark.parametrize("damage", ["junk", "pages", "header"])
def test_a_damaged_cache_is_set_aside_and_made_anew(
    cache: Cache, entries: tuple[Entry, ...], damage: str
) -> None:
    for entry in entries:
        keep(cache, entry)
    cache.close()
    content = bytearray(cache.path.read_bytes())
    if damage == "junk":
        content = bytearray(b"This is no database. " * 500)
    elif damage == "pages":
        content[100:] = os.urandom(len(content) - 100)
    else:
        content[:16] = b"x" * 16
    cache.path.write_bytes(content)
    again = Cache(cache.path.parent)
    assert again.counts(entries) == [None] * 5
    counts = keep(again, entries[0])
    assert again.counts(entries[:1]) == [counts]
    assert cache.path.with_name(cache.path.name + DAMAGED).read_bytes() == content
    other = Cache(cache.path.parent)
    assert other.counts(entries[:1]) == [counts]


def test_a_damaged_analysis_is_not_used(cache: Cache, entries: tuple[Entry, ...]) -> None:
    keep(cache, entries[0])
    document = read_document(entries[0])
    cache._database.write(("UPDATE analyses SET packed = ?", (b"junk",)))
    assert cache.find(document) is None
    cache.keep(document, analyse(document))
    assert cache.find(document) is not None


def test_a_cache_that_cannot_be_made_is_no_cache(
    tmp_path: Path, entries: tuple[Entry, ...]
) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache")
    keep(cache, entries[0])
    assert cache.counts(entries[:1]) == [None]
    assert cache.find(read_document(entries[0])) is None


def test_a_full_disk_only_means_that_nothing_more_is_kept(
    cache: Cache, entries: tuple[Entry, ...]
) -> None:
    counts = keep(cache, entries[0])
    cache._database.read("PRAGMA max_page_count = 1")  # as many as there are
    for number in range(100):
        document = Document("urn:x", Path("x"), "x", "x", f"{article(number)} {number}", ())
        cache.keep(document, analyse(document))
    assert cache.find(document) is None
    assert cache.counts(entries[:1]) == [counts]


def test_a_database_that_may_only_be_read_still_answers(
    cache: Cache, entries: tuple[Entry, ...]
) -> None:
    counts = keep(cache, entries[0])
    cache._database.read("PRAGMA query_only = 1")
    keep(cache, entries[1])
    assert cache.counts(entries[:2]) == [counts, None]


def test_another_program_that_writes_is_waited_for_and_then_let_be(
    cache: Cache, entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = keep(cache, entries[0])
    cache._database.read("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(cache.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    keep(cache, entries[1])
    assert cache.counts(entries[:2]) == [counts, None]
    other.execute("ROLLBACK")
    other.close()
    assert cache.counts(entries[:2]) == [counts, None]
    assert keep(cache, entries[1]) == cache.counts(entries)[1]


def test_the_oldest_give_way(
    tmp_path: Path, entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_module, "_LOOK_EVERY", 5)
    limit = 100_000
    cache = Cache(tmp_path / "cache", limit)
    keep(cache, entries[0])
    analysis = analyse(read_document(entries[0]))
    texts = [f"{article(number)} {number}" for number in range(400)]
    documents = [Document("urn:x", Path("x"), "x", "x", text, ()) for text in texts]
    for document in documents:
        cache.keep(document, analysis)
    assert cache.counts(entries[:1]) == [None]
    found = [cache.find(document) is not None for document in documents]
    assert sorted(found) == found
    assert 20 < sum(found) < 400
    cache.close()
    assert cache.path.stat().st_size < limit * 1.5


def test_it_can_be_cleared(cache: Cache, entries: tuple[Entry, ...]) -> None:
    keep(cache, entries[0])
    cache.path.with_name(cache.path.name + DAMAGED).write_text("old")
    cache.clear()
    assert list(cache.path.parent.iterdir()) == []
    assert cache.counts(entries[:1]) == [None]
    counts = keep(cache, entries[0])
    assert cache.counts(entries[:1]) == [counts]
    Cache(cache.path.parent / "never made").clear()


def test_it_stands_among_the_user_s_caches(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "linux":
        assert cache_folder() == Path(os.environ["XDG_CACHE_HOME"]) / "newsreader"
    assert Cache().path.parent == cache_folder()


WRITER = """
import sys
from pathlib import Path
from tui.analysis.analysis import Stopped, analyse
from tui.corpus.cache import Cache
from tui.corpus.work import Settings, look_up
from tui.documents.document import Document

cache = Cache(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    document = Document("urn:x", Path("x"), "x", "x", f"“Yes,” said Ana Lima {number} times.", ())
    cache.keep(document, analyse(document))
    print(number, flush=True)
"""


def started(folder: Path, first: int, last: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(first), str(last)],
        stdout=subprocess.PIPE,
        text=True,
    )


def held(cache: Cache, number: int) -> bool:
    text = f"“Yes,” said Ana Lima {number} times."
    return cache.find(Document("urn:x", Path("x"), "x", "x", text, ())) is not None


def test_two_programs_and_one_that_is_killed(tmp_path: Path) -> None:
    writers = [started(tmp_path, 0, 60), started(tmp_path, 100, 160)]
    killed = started(tmp_path, 1000, 100_000)
    assert killed.stdout is not None
    said = [int(killed.stdout.readline()) for _ in range(20)]
    killed.kill()
    killed.wait()
    for writer in writers:
        assert writer.wait(60) == 0
    cache = Cache(tmp_path)
    kept = [number for number in (*range(60), *range(100, 160)) if held(cache, number)]
    assert len(kept) == 120
    assert all(held(cache, number) for number in said)
    assert not cache.path.with_name(cache.path.name + DAMAGED).exists()


def test_an_analysis_is_looked_up_or_made(cache: Cache, entries: tuple[Entry, ...]) -> None:
    document, settings = read_document(entries[0]), Settings()
    file = file_key(entries[0], version())
    made, known = look_up(document, file, settings, cache)
    assert not known
    assert made.analysis == analyse(document)
    assert cache.counts(entries[:1]) == [made.counts]
    assert look_up(document, None, settings, cache) == (made, True)
    assert look_up(document, None, settings, None) == (made, False)
    with pytest.raises(Stopped):
        look_up(document, None, settings, None, lambda: True)
