"""Files that are damaged, newer, gone or refused by the disk: nothing is lost."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import stat
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import filelock
import pytest

from tui.annotations import files
from tui.annotations.records import NewerFormatError
from tui.annotations.store import Store
from tui.documents.document import Document, Span

TEXT = "The minister said “no” on Monday.\n\nCritics disagreed with the minister."


def document(name: str = "a.txt") -> Document:
    return Document(uuid.uuid5(uuid.NAMESPACE_URL, name).urn, Path(name), name, "a", TEXT, ())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "annotations", "anna")


@pytest.fixture
def filled(store: Store) -> Store:
    tag = store.new_tag("frame")
    for number in range(5):
        store.annotate(document(), Span(number, number + 2), [tag.id], f"note {number}")
    return store


def page(store: Store) -> Path:
    (path,) = store.folder.glob("documents/*/anna.json")
    return path


def again(store: Store) -> Store:
    return Store(store.folder, store.annotator)


def notes(store: Store) -> list[str]:
    return [each.note for each in store.annotations(document())]


ALL = [f"note {number}" for number in range(5)]


def is_clean(store: Store) -> bool:
    """Whether the files on disk say what the store says, and no temporary file is left."""
    left = list(store.folder.rglob(".tmp-*"))
    return not left and notes(again(store)) == notes(store) and not again(store).take_problems()


# damaged files


def truncated(data: bytes) -> bytes:
    return data[: data.index(b"note 3")]


def with_a_bad_line(data: bytes) -> bytes:
    return data.replace(b'"value":"note 2"', b'"value":"note 2')


def with_wrong_types(data: bytes) -> bytes:
    return data.replace(b'"start":2,', b'"start":"2",')


def without_list(data: bytes) -> bytes:
    return data.replace(b'"items"', b'"things"')


def with_spoiled_bytes(data: bytes) -> bytes:
    return data.replace(b"minister", b"min\xffster")


def emptied(data: bytes) -> bytes:
    return b""


def overwritten(data: bytes) -> bytes:
    return b"\x00\x01" * 500


def with_a_line_twice(data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = next(number for number, line in enumerate(lines) if b"note 2" in line)
    older = lines[at].replace(b"note 2", b"older").replace(b'"modified":"2', b'"modified":"1')
    return b"\n".join([*lines[:at], older, *lines[at:]])


def in_conflict(data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = next(number for number, line in enumerate(lines) if b"note 2" in line)
    older = lines[at].replace(b"note 2", b"older").replace(b'"modified":"2', b'"modified":"1')
    conflict = [b"<<<<<<< HEAD", older, b"=======", lines[at], b">>>>>>> other"]
    return b"\n".join([*lines[:at], *conflict, *lines[at + 1 :]])


WITHOUT_2 = [note for note in ALL if note != "note 2"]
DAMAGES = [
    (truncated, ALL[:3]),
    (with_a_bad_line, WITHOUT_2),
    (with_wrong_types, WITHOUT_2),
    (without_list, ALL),
    (with_spoiled_bytes, ALL),
    (emptied, []),
    (overwritten, []),
    (with_a_line_twice, ALL),
    (in_conflict, ALL),
]


@pytest.mark.parametrize(("damage", "left"), DAMAGES)
def test_a_damaged_file_is_set_aside_and_what_it_holds_is_kept(
    filled: Store, damage: Callable[[bytes], bytes], left: list[str]
) -> None:
    path = page(filled)
    damaged = damage(path.read_bytes())
    path.write_bytes(damaged)
    store = again(filled)
    assert notes(store) == left
    (problem,) = store.take_problems()
    assert problem.startswith("‘anna.json’ is damaged (")
    assert path.read_bytes() == damaged
    assert store.count(document().id) == len(left)
    store.annotate(document(), Span(20, 30), note="new")
    (aside,) = path.parent.glob("*damaged*")
    assert re.fullmatch(r"anna\.damaged-\d{8}T\d{6}\.\d{6}Z\.json", aside.name)
    assert aside.read_bytes() == damaged
    assert store.take_problems() == [f"The damaged ‘anna.json’ is kept as ‘{aside.name}’."]
    assert notes(store) == [*left, "new"]
    assert is_clean(store)


@pytest.mark.parametrize("damage", [each for each, _ in DAMAGES])
def test_a_file_damaged_while_it_is_open_loses_nothing(
    filled: Store, damage: Callable[[bytes], bytes]
) -> None:
    assert notes(filled) == ALL
    path = page(filled)
    path.write_bytes(damage(path.read_bytes()))
    filled.annotate(document(), Span(20, 30), note="new")
    assert len(notes(filled)) == 6
    assert set(notes(filled)) >= set(WITHOUT_2)
    assert len(list(path.parent.glob("*damaged*"))) == 1
    assert is_clean(filled)


def test_where_links_are_not_known_a_damaged_file_is_renamed(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = page(filled)
    path.write_bytes(b"damaged")
    monkeypatch.setattr("os.link", refuse(errno.EPERM))
    again(filled).annotate(document(), Span(20, 30))
    assert [aside.read_bytes() for aside in path.parent.glob("*damaged*")] == [b"damaged"]


def test_a_file_is_set_aside_each_time(filled: Store) -> None:
    path = page(filled)
    for number in range(3):
        path.write_bytes(b"damaged %d" % number)
        filled.annotate(document(), Span(20 + number, 30))
    asides = sorted(path.parent.glob("*damaged*"))
    assert [aside.read_bytes() for aside in asides] == [b"damaged %d" % n for n in range(3)]
    assert len(notes(filled)) == 8


def test_a_damaged_codebook_is_set_aside(filled: Store) -> None:
    path = filled.folder / "codebook.json"
    filled.new_tag("source")
    damaged = path.read_bytes().replace(b'"name":"frame"', b'"name":"frame')
    path.write_bytes(damaged)
    store = again(filled)
    assert [tag.name for tag in store.codebook] == ["source"]
    store.new_tag("third")
    assert [aside.read_bytes() for aside in store.folder.glob("*damaged*")] == [damaged]
    assert notes(store) == ALL
    assert [tag.name for tag in store.codebook] == ["source", "third", "frame"]


def test_a_damaged_progress_file_is_set_aside(filled: Store) -> None:
    filled.set_status(document().id, "done")
    path = filled.folder / "annotators" / "anna.json"
    path.write_bytes(path.read_bytes()[:-5])
    store = again(filled)
    assert store.status(document().id) == "done"
    store.set_status(document("b.txt").id, "done")
    assert len(list(path.parent.glob("*damaged*"))) == 1
    assert again(store).status(document().id) == again(store).status(document("b.txt").id) == "done"


# newer files


def make_newer(path: Path) -> bytes:
    content = json.loads(path.read_text())
    path.write_text(json.dumps(content | {"newsreader:version": 99}))
    return path.read_bytes()


def test_a_newer_file_is_shown_and_never_changed(filled: Store) -> None:
    data = make_newer(page(filled))
    store = again(filled)
    (*_, last) = store.annotations(document())
    assert notes(store) == ALL
    assert "later version" in store.take_problems()[0]
    for change in (
        lambda: store.annotate(document(), Span(20, 30)),
        lambda: store.change(document(), last.id, note="x"),
        lambda: store.delete(document(), last.id),
    ):
        with pytest.raises(NewerFormatError, match="later version"):
            change()
    assert notes(store) == ALL
    assert store.undo() is None
    store.annotate(document("b.txt"), Span(0, 3))
    assert not store.unsaved
    assert page_bytes(store) == data


def page_bytes(store: Store) -> bytes:
    (path,) = store.folder.glob("documents/a-*/anna.json")
    return path.read_bytes()


def test_a_newer_codebook_is_used_and_never_changed(filled: Store) -> None:
    data = make_newer(filled.folder / "codebook.json")
    store = again(filled)
    (tag,) = store.codebook
    with pytest.raises(NewerFormatError):
        store.new_tag("source")
    with pytest.raises(NewerFormatError):
        store.change_tag(tag.id, name="framing")
    store.annotate(document(), Span(20, 30), [tag.id])
    assert not store.unsaved
    assert (store.folder / "codebook.json").read_bytes() == data


def test_a_file_that_becomes_newer_while_it_is_open(filled: Store) -> None:
    data = make_newer(page(filled))
    with pytest.raises(NewerFormatError):
        filled.annotate(document(), Span(20, 30))
    assert page(filled).read_bytes() == data


# a disk that refuses


def refuse(number: int) -> Callable[..., Any]:
    def refused(*args: object, **named: object) -> Any:
        raise OSError(number, os.strerror(number))

    return refused


@pytest.mark.parametrize("function", ["os.replace", "os.open", "os.fsync", "os.mkdir"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_what_the_disk_refuses_is_kept_and_saved_later(
    store: Store, monkeypatch: pytest.MonkeyPatch, function: str, number: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(function, refuse(number))
        tag = store.new_tag("frame")
        store.annotate(document(), Span(0, 3), [tag.id], "first")
        assert [store.unsaved] == [True]
        (problem,) = store.take_problems()
        assert problem.startswith("Annotations cannot be saved in ")
        assert os.strerror(number) in problem
        assert not store.save_pending()
        store.annotate(document(), Span(4, 12), note="second")
        store.set_status(document().id, "done")
        assert notes(store) == ["first", "second"]
        assert store.count(document().id) == 2
    assert store.save_pending()
    assert not store.unsaved
    assert is_clean(store)
    assert again(store).codebook.tags == (tag,)
    assert again(store).status(document().id) == "done"


def test_the_next_action_saves_what_was_refused(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = page(filled).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", refuse(errno.ENOSPC))
        filled.annotate(document(), Span(20, 30), note="refused")
        assert page(filled).read_bytes() == before
    filled.annotate(document(), Span(21, 30), note="next")
    assert notes(again(filled)) == [*ALL, "refused", "next"]
    assert not filled.unsaved


def test_undo_works_while_the_disk_refuses(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", refuse(errno.ENOSPC))
        filled.annotate(document(), Span(20, 30), note="refused")
        filled.undo()
        filled.undo()
        assert notes(filled) == ALL[:4]
    assert filled.save_pending()
    assert notes(again(filled)) == ALL[:4]


def test_what_was_refused_is_merged_with_what_others_saved(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", refuse(errno.ENOSPC))
        filled.annotate(document(), Span(20, 30), note="refused")
    again(filled).annotate(document(), Span(21, 30), note="theirs")
    assert filled.save_pending()
    assert notes(filled) == notes(again(filled)) == [*ALL, "refused", "theirs"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_becomes_read_only(filled: Store) -> None:
    folders = [filled.folder, *(path for path in filled.folder.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        filled.annotate(document(), Span(20, 30), note="refused")
        assert filled.unsaved
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert filled.save_pending()
    assert notes(again(filled)) == [*ALL, "refused"]


def test_a_file_that_cannot_be_read_is_never_overwritten(filled: Store) -> None:
    path = page(filled)
    data = path.read_bytes()
    path.unlink()
    path.mkdir()
    store = again(filled)
    assert notes(store) == []
    assert "cannot be read" in store.take_problems()[0]
    store.annotate(document(), Span(20, 30), note="new")
    assert store.unsaved
    assert path.is_dir()
    path.rmdir()
    path.write_bytes(data)
    assert store.save_pending()
    assert notes(again(store)) == [*ALL, "new"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_does_not_block(filled: Store) -> None:
    path = page(filled)
    path.unlink()
    os.mkfifo(path)
    store = again(filled)
    assert store.count(document().id) == 0
    assert notes(store) == []
    assert "not a regular file" in store.take_problems()[0]


def test_somebody_who_holds_the_lock_is_not_waited_for_long(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.05)
    with filelock.FileLock(filled.folder / ".lock"):
        begin = time.perf_counter()
        filled.annotate(document(), Span(20, 30), note="waiting")
        assert time.perf_counter() - begin < 1
        assert "another newsreader is saving" in filled.take_problems()[0]
        assert filled.unsaved
    assert filled.save_pending()
    assert notes(again(filled)) == [*ALL, "waiting"]


# files that vanish


def test_the_folder_may_be_removed_underneath(filled: Store) -> None:
    filled.annotate(document("b.txt"), Span(0, 3), note="other document")
    shutil.rmtree(filled.folder)
    filled.annotate(document(), Span(20, 30), note="new")
    assert notes(again(filled)) == [*ALL, "new"]
    assert again(filled).counts() == {document().id: 6, document("b.txt").id: 1}
    assert [tag.name for tag in again(filled).codebook] == ["frame"]
    assert len(list(filled.folder.glob("texts/*.txt"))) == 1


def test_a_page_that_vanished_is_written_again(filled: Store) -> None:
    page(filled).unlink()
    assert notes(filled) == ALL
    assert filled.save_pending()
    assert notes(again(filled)) == ALL


# how files are written


@pytest.mark.skipif(os.name != "posix", reason="permissions are of Unix")
@pytest.mark.parametrize(
    ("mask", "files_mode", "folders_mode"), [(0o027, 0o640, 0o750), (0o002, 0o664, 0o775)]
)
def test_the_umask_holds(tmp_path: Path, mask: int, files_mode: int, folders_mode: int) -> None:
    before = os.umask(mask)
    try:
        Store(tmp_path / "x" / "y", "anna").annotate(document(), Span(0, 3))
    finally:
        os.umask(before)
    for path in (tmp_path / "x").rglob("*"):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (folders_mode if path.is_dir() else files_mode), path


@pytest.mark.skipif(os.name != "posix", reason="permissions are of Unix")
def test_permissions_the_user_has_set_stay(filled: Store) -> None:
    page(filled).chmod(0o600)
    filled.annotate(document(), Span(20, 30))
    assert stat.S_IMODE(page(filled).stat().st_mode) == 0o600


def test_what_a_killed_writer_left_is_swept(filled: Store) -> None:
    left = page(filled).with_name(".tmp-0123456789abcdef")
    left.write_bytes(b"half")
    again(filled).annotate(document(), Span(20, 30))
    assert not left.exists()


def test_the_library_finds_its_root_by_the_codebook(store: Store) -> None:
    store.annotate(document(), Span(0, 3))
    assert json.loads((store.folder / "codebook.json").read_text())["tags"] == []


def test_a_link_in_place_of_a_file_is_not_written_through(filled: Store, tmp_path: Path) -> None:
    target = tmp_path / "target.json"
    target.write_text("{}")
    path = page(filled)
    path.unlink()
    path.symlink_to(target)
    again(filled).annotate(document(), Span(20, 30))
    assert target.read_text() == "{}"
    assert not path.is_symlink()


def test_an_unchanged_file_is_not_read_again(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object) -> Any:
        pytest.fail("read again")

    monkeypatch.setattr("tui.annotations.records.read", fail)
    filled.annotate(document(), Span(20, 30))
    assert len(notes(filled)) == 6


def test_nothing_is_written_where_nothing_changes(filled: Store) -> None:
    before = {path: path.stat().st_mtime_ns for path in filled.folder.rglob("*")}
    (first, *_) = filled.annotations(document())
    filled.annotate(document(), Span(first.start, first.end), first.tags)
    filled.change(document(), first.id, note=first.note, span=Span(first.start, first.end))
    filled.new_tag("FRAME")
    filled.delete(document(), "urn:uuid:none")
    assert filled.save_pending()
    assert {path: path.stat().st_mtime_ns for path in filled.folder.rglob("*")} == before
