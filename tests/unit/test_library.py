"""Listing folders and files."""

from __future__ import annotations

import os
import sys
import time
import tracemalloc
import uuid
from pathlib import Path

import pytest

from tui.documents import library
from tui.documents.folders import sort_names
from tui.documents.formats import read_document
from tui.documents.identity import NAMESPACE, document_id
from tui.documents.library import Entry, Library, LibraryError, default_paths, open_library

posix = pytest.mark.skipif(sys.platform != "linux", reason="needs names of any bytes")


def put(root: Path, *names: str) -> Path:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("A storm.")
    return root


def names(found: Library) -> list[str]:
    return [entry.name for entry in found.entries]


def problem(*paths: Path, root: Path | None = None) -> str:
    with pytest.raises(LibraryError) as caught:
        open_library(paths, root)
    return str(caught.value)


# what is listed


def test_a_folder_is_listed_to_the_bottom(tmp_path: Path) -> None:
    put(tmp_path, "b/part 10.txt", "b/part 2.txt", "b/Part 1.TXT", "a.md", "Z.markdown", "c.text")
    put(tmp_path, "a10/x.txt", "a9/deep/er/x.txt", "a9/y.txt", "picture.png", "README", "notes.rst")
    assert names(open_library([tmp_path])) == [
        *("a.md", "c.text", "Z.markdown", "a9/y.txt", "a9/deep/er/x.txt", "a10/x.txt"),
        *("b/Part 1.TXT", "b/part 2.txt", "b/part 10.txt"),
    ]


def test_entries_can_be_read(tmp_path: Path) -> None:
    put(tmp_path, "b/a.md")
    (entry,) = open_library([tmp_path]).entries
    assert (entry.path, entry.root) == (tmp_path / "b" / "a.md", tmp_path)
    document = read_document(entry)
    assert (document.id, document.name, document.path) == (entry.id, "b/a.md", entry.path)


def test_what_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", ".hidden.txt", ".git/a.txt", "annotations/texts/a.txt", "b/.c/d.txt")
    put(tmp_path, "__pycache__/a.txt", "b/node_modules/a.txt", "b/annotations/a.txt", "README.md")
    (tmp_path / "folder.txt").mkdir()
    assert names(open_library([tmp_path])) == ["a.txt", "README.md"]


def test_a_hidden_folder_that_is_named_is_listed(tmp_path: Path) -> None:
    put(tmp_path, ".hidden/a.txt")
    assert names(open_library([tmp_path / ".hidden"])) == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    assert names(open_library([tmp_path])) == ["a.txt"]


def test_listing_reads_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr(os, "open", refuse)
    assert names(open_library([tmp_path])) == ["a.txt"]


def test_the_order_of_arguments_is_kept(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b/b.txt", "c/c.txt", "d.log")
    found = open_library([tmp_path / "c", tmp_path / "d.log", tmp_path, tmp_path / "a.txt"])
    assert [entry.path.name for entry in found.entries] == ["c.txt", "d.log", "a.txt", "b.txt"]


def test_a_file_of_another_kind_is_plain_text(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text("*A* storm.")
    (entry,) = open_library([tmp_path / "a.log"]).entries
    assert read_document(entry).text == "*A* storm."


def test_relative_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a/b.txt")
    monkeypatch.chdir(tmp_path / "a")
    for path in (Path(), Path("b.txt"), Path("../a")):
        (entry,) = open_library([path]).entries
        assert entry == Entry(tmp_path / "a" / "b.txt", tmp_path / "a", "b.txt")


# links


def test_links_are_followed_once(tmp_path: Path) -> None:
    put(tmp_path, "in/z/a.txt", "in/b.txt", "out/c.txt", "out/store/d")
    inside = tmp_path / "in"
    (inside / "again").symlink_to(inside / "z")
    (inside / "z" / "loop").symlink_to(inside)
    (inside / "other").symlink_to(tmp_path / "out")
    (inside / "first.txt").symlink_to("b.txt")
    (inside / "z" / "stored.txt").symlink_to(tmp_path / "out" / "store" / "d")
    (inside / "z" / "twice.txt").symlink_to(tmp_path / "out" / "store" / "d")
    (inside / "gone.txt").symlink_to("nowhere")
    (inside / "self.txt").symlink_to("self.txt")
    assert names(open_library([inside])) == ["b.txt", "z/a.txt", "z/stored.txt", "other/c.txt"]


def test_a_linked_library_stays_where_it_is_seen(tmp_path: Path) -> None:
    put(tmp_path, "real/a.txt")
    (tmp_path / "link").symlink_to("real")
    (entry,) = open_library([tmp_path / "link"]).entries
    assert entry.path == tmp_path / "link" / "a.txt"
    assert entry.root == tmp_path / "link"
    both = open_library([tmp_path / "real", tmp_path / "link"])
    assert [entry.root.name for entry in both.entries] == ["real"]


def test_a_link_that_is_named(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert names(open_library([tmp_path / "b.txt"])) == ["b.txt"]
    assert names(open_library([tmp_path / "b.txt", tmp_path / "a.txt"])) == ["a.txt"]


# roots


def test_the_root_is_where_the_annotations_are(tmp_path: Path) -> None:
    put(tmp_path, "news/2025/may/a.txt", "news/annotations/codebook.json", "news/b/annotations/x")
    put(tmp_path, "news/b/c.txt")
    for path in ("news", "news/2025", "news/2025/may/a.txt"):
        entry = open_library([tmp_path / path]).entries[0]
        assert (entry.root, entry.name) == (tmp_path / "news", "2025/may/a.txt")
    other = open_library([tmp_path / "news/b"]).entries[0]
    assert other.root == tmp_path / "news"


def test_without_annotations_the_folder_is_the_root(tmp_path: Path) -> None:
    put(tmp_path, "news/a/b.txt", "c.txt")
    assert open_library([tmp_path / "news"]).entries[0].root == tmp_path / "news"
    assert open_library([tmp_path / "news/a/b.txt"]).entries[0].root == tmp_path / "news/a"
    found = open_library([tmp_path / "news/a", tmp_path / "c.txt"])
    assert [entry.root for entry in found.entries] == [tmp_path / "news/a", tmp_path]


def test_a_root_that_is_named(tmp_path: Path) -> None:
    put(tmp_path, "news/a/b.txt", "c/d.txt")
    assert names(open_library([tmp_path / "news/a"], tmp_path)) == ["news/a/b.txt"]
    expected = f"{tmp_path}/c is not inside {tmp_path}/news."
    assert problem(tmp_path / "c", root=tmp_path / "news") == expected


# names and identities


def test_identity_depends_on_the_place_in_the_library_alone(tmp_path: Path) -> None:
    put(tmp_path, "one/x/a.txt", "two/x/a.txt")
    one, two = (open_library([tmp_path / top]).entries[0] for top in ("one", "two"))
    assert one.id == two.id == uuid.uuid5(uuid.UUID(NAMESPACE), "x/a.txt").urn
    assert one.id == "urn:uuid:df21459b-9b3f-5956-b049-c3ba2b7eb5ed"
    assert one != two
    assert one == Entry(one.path, one.root, one.name)
    assert len({one, two, Entry(str(one.path), one.root, one.name)}) == 2


@posix
def test_names_that_are_no_text(tmp_path: Path) -> None:
    for raw in (
        b"caf\xe9.txt",
        b"caf\xe8.txt",
        b"a\x1b[31m\n\xe2\x80\xae.txt",
        b"x  y.txt",
        b"x y.txt",
    ):
        (tmp_path / os.fsdecode(raw)).write_text("A storm.")
    found = open_library([tmp_path])
    assert sorted(names(found)) == [
        *("a\u241b[31m \ufffd.txt", "caf\ufffd.txt", "caf\ufffd.txt (2)", "x y.txt", "x y.txt (2)"),
    ]
    assert len({entry.id for entry in found.entries}) == 5
    for entry in found.entries:
        assert entry.name.isprintable()
        assert read_document(entry).text == "A storm."
    (plain,) = (entry for entry in found.entries if entry.name == "x y.txt")
    assert plain.path.name == "x y.txt"


@posix
def test_folders_that_are_no_text(tmp_path: Path) -> None:
    put(tmp_path, os.fsdecode(b"a\xff/b.txt"), "a\t/b.txt")
    found = open_library([tmp_path])
    assert sorted(names(found)) == ["a/b.txt", "a\ufffd/b.txt"]


def test_identity_of_any_name() -> None:
    assert document_id("a\udcff") != document_id("a\udcfe")
    assert document_id("a\ud800").startswith("urn:uuid:")
    assert document_id("Łódź") == uuid.uuid5(uuid.UUID(NAMESPACE), "Łódź").urn


def test_sorting() -> None:
    found = ["b", "a10", "A2", "a02", "a1b3", "a1b", "B", "a", f"a{'9' * 5000}"]
    sort_names(found)
    assert found == ["a", "a1b", "a1b3", "A2", "a02", "a10", f"a{'9' * 5000}", "B", "b"]


# problems


def test_no_such_path(tmp_path: Path) -> None:
    assert problem(tmp_path / "a") == f"There is no {tmp_path}/a."
    put(tmp_path, "a.txt")
    assert problem(tmp_path / "a.txt" / "b") == f"There is no {tmp_path}/a.txt/b."
    assert problem(tmp_path / "x\n\x1b") == f"There is no {tmp_path}/x \u241b."
    assert "cannot be read" in problem(tmp_path / "a\0b")


def test_a_folder_without_articles(tmp_path: Path) -> None:
    put(tmp_path, "a.png", ".b.txt")
    said = problem(tmp_path)
    assert said.startswith(f"No article in {tmp_path}: newsreader opens ")
    for suffix in (".txt", ".md", ".html", ".jsonl", ".csv", ".tsv", ".rss", ".xml", ".gz"):
        assert suffix in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_that_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert problem(tmp_path / "a.txt") == f"{tmp_path}/a.txt is neither a file nor a folder."


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt")
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert (
        problem(tmp_path / "a.txt") == f"{tmp_path}/a.txt may not be read: permission is missing."
    )


def test_folders_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a/b.txt", "c.txt")
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = open_library([tmp_path])
    assert (names(found), found.skipped) == (["c.txt"], (tmp_path / "a",))
    expected = f"{tmp_path}/a may not be read: permission is missing."
    assert problem(tmp_path / "a") == expected


# what is opened when nothing is named


def test_default_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "tui"
    monkeypatch.setattr(library, "__file__", str(package / "documents" / "library.py"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with pytest.raises(LibraryError, match="missing"):
        default_paths()
    put(tmp_path, "site/seeds/a.txt")
    assert default_paths() == (tmp_path / "site" / "seeds",)
    put(tmp_path, "site/tui/seeds/a.txt")
    assert default_paths() == (package / "seeds",)
    put(tmp_path, "here/seeds/picture.png")
    assert default_paths() == (package / "seeds",)
    put(tmp_path, "here/seeds/a.txt")
    assert default_paths() == (Path("seeds"),)


# size


def test_many_files(tmp_path: Path) -> None:
    for folder in range(20):
        put(tmp_path, *(f"{folder}/article-{folder}-{number}.txt" for number in range(500)))
    tracemalloc.start()
    try:
        found = open_library([tmp_path])
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert len(found.entries) == 10_000
    assert held < 5_000_000
    before = time.process_time()
    open_library([tmp_path])
    assert time.process_time() - before < 0.5
