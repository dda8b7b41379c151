"""Undo that survives, and work that outlives a disk that refuses it."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tui.annotations import journal as journal_module
from tui.annotations import past as past_module
from tui.annotations.folder import journal_folder
from tui.annotations.history import LIMIT
from tui.annotations.journal import Journal
from tui.annotations.past import Past
from tui.annotations.store import Store
from tui.documents.document import Document, Span

TEXT = "The minister said “no” on Monday.\n\nCritics disagreed with the minister. " * 20


def document(name: str = "a.txt", text: str = TEXT) -> Document:
    return Document(uuid.uuid5(uuid.NAMESPACE_URL, name).urn, Path(name), name, "a", text, ())


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[], Store]:
    """Opens a store of the same annotator on the same folder, as after a restart."""
    return lambda: Store(tmp_path / "annotations", "anna", tmp_path / "state")


Opened = Callable[[], Store]


def notes(store: Store, name: str = "a.txt") -> list[str]:
    return [each.note for each in store.annotations(document(name))]


def refuse(number: int) -> Callable[..., Any]:
    def refused(*args: object, **named: object) -> Any:
        raise OSError(number, os.strerror(number))

    return refused


def journal_file(store: Store) -> Path:
    path = store._shelf.journal._path
    assert path.is_file()
    return path


# undo


def test_undo_and_redo_survive_a_restart(opened: Opened) -> None:
    first = opened()
    tag = first.new_tag("frame")
    made = first.annotate(document(), Span(4, 12), [tag.id], "Who?")
    first.change(document(), made.id, note="Whose?")
    first.annotate(document("b.txt"), Span(0, 3), note="b")
    first.delete(document(), made.id)

    second = opened()
    change = second.undo()
    assert change is not None
    assert change.sentence == "Undid deletion of the annotation on ‘minister’."
    assert (change.document_id, change.span) == (document().id, Span(4, 12))
    assert notes(second) == ["Whose?"]
    assert second.undo() is not None
    assert notes(second, "b.txt") == []

    third = opened()
    change = third.redo()
    assert change is not None
    assert change.document_id == document("b.txt").id
    assert third.redo() is not None
    assert third.redo() is None
    assert notes(third) == []

    fourth = opened()
    undone = 0
    while fourth.undo() is not None:
        undone += 1
    assert undone == 5
    assert fourth.codebook.tags == ()
    assert fourth.counts() == {}
    assert opened().undo() is None
    assert fourth.take_problems() == []


def test_a_new_action_ends_what_an_earlier_session_could_redo(opened: Opened) -> None:
    first = opened()
    first.annotate(document(), Span(4, 12), note="a")
    first.undo()
    second = opened()
    second.annotate(document(), Span(0, 3), note="b")
    assert second.redo() is None
    assert opened().redo() is None
    third = opened()
    assert third.undo() is not None
    assert third.undo() is None


def test_undo_goes_from_this_session_to_the_one_before(opened: Opened) -> None:
    first = opened()
    first.annotate(document(), Span(0, 3), note="1")
    first.annotate(document(), Span(4, 12), note="2")
    second = opened()
    second.annotate(document(), Span(13, 17), note="3")
    for left in (["1", "2"], ["1"], []):
        assert second.undo() is not None
        assert notes(second) == left
    for left in (["1"], ["1", "2"]):
        assert second.redo() is not None
        assert notes(second) == left
    third = opened()
    assert third.redo() is not None
    assert notes(third) == ["1", "2", "3"]


def test_what_somebody_else_has_changed_is_not_undone_after_a_restart(
    opened: Opened, tmp_path: Path
) -> None:
    made = opened().annotate(document(), Span(4, 12), note="mine")
    Store(tmp_path / "annotations", "anna", tmp_path / "elsewhere").change(
        document(), made.id, note="theirs"
    )
    store = opened()
    assert store.undo() is None
    assert "was changed elsewhere since" in store.take_problems()[0]
    assert notes(store) == ["theirs"]
    again = opened()
    assert again.undo() is None
    assert again.take_problems() == []


def test_histories_are_of_one_annotator_and_one_folder(opened: Opened, tmp_path: Path) -> None:
    opened().annotate(document(), Span(4, 12), note="a")
    for other in (
        Store(tmp_path / "annotations", "Anna", tmp_path / "state"),
        Store(tmp_path / "b" / "annotations", "anna", tmp_path / "state"),
    ):
        assert other.undo() is None
    (tmp_path / "link").symlink_to(tmp_path / "annotations")
    assert Store(tmp_path / "link", "anna", tmp_path / "state").undo() is not None


def test_a_renamed_tag_and_a_placed_orphan_are_taken_back_after_a_restart(opened: Opened) -> None:
    first = opened()
    tag = first.new_tag("frame")
    made = first.annotate(document(), Span(4, 12), [tag.id])
    first.change_tag(tag.id, name="framing")
    empty = document(text="Nothing is left of it, said the leader.")
    (orphan,) = first.annotations(empty)
    assert orphan.placement == "orphaned"
    first.change(empty, made.id, span=Span(28, 39))
    second = opened()
    assert [each.exact for each in second.annotations(empty)] == ["the leader."]
    assert second.undo() is not None
    (orphan,) = second.annotations(empty)
    assert (orphan.placement, orphan.exact) == ("orphaned", "minister")
    assert second.undo() is not None
    assert [each.name for each in second.codebook] == ["frame"]


def test_two_sessions_may_write_one_journal(opened: Opened) -> None:
    one, other = opened(), opened()
    for number in range(6):
        (one, other)[number % 2].annotate(document(), Span(number, number + 1), note=str(number))
    third = opened()
    undone = 0
    while third.undo() is not None:
        undone += 1
    assert undone == 6
    assert notes(third) == []


def test_damaged_lines_of_a_journal_are_passed_over(opened: Opened) -> None:
    first = opened()
    for number in range(4):
        first.annotate(document(), Span(number, number + 1), note=str(number))
    path = journal_file(first)
    data = path.read_bytes()
    lines = [line for line in data.split(b"\n") if line.startswith(b'{"session"')]
    path.write_bytes(data.replace(lines[1], b"\xff\x00 nonsense").replace(lines[3], lines[3][:90]))
    second = opened()
    second.annotate(document(), Span(20, 21), note="new")
    undone = []
    while (change := second.undo()) is not None:
        undone.append(change.sentence)
    assert len(undone) == 3
    assert notes(second) == ["1", "3"]
    assert second.take_problems() == []


@pytest.mark.parametrize(
    "line",
    [
        b'{"session":"x","do":"1"}',
        b'{"session":"x","do":1,"what":2,"edits":3}',
        b'{"session":"x","do":"1","what":"w","edits":[{}]}',
        (
            b'{"session":"x","do":"1","what":"w","edits":[{"document":"d","name":"n","before":3,'
            b'"after":{"id":"x"}}]}'
        ),
        b'{"session":"x","undo":"none"}',
        b'{"session":"x","undo":{"a":1}}',
        b'{"session":"x","status":7,"document":"d","modified":"2025"}',
        b'{"session":"x","adopt":[],"as":{}}',
        b'{"session":"x"',
        b'{"session":' + b"[" * 100_000,
        b'{"saved":"' + b"\xff" * 100,
        b"[]",
    ],
)
def test_lines_that_are_no_entries_do_no_harm(opened: Opened, line: bytes) -> None:
    first = opened()
    first.annotate(document(), Span(4, 12), note="a")
    with journal_file(first).open("ab") as file:
        file.write(b"\n" + line)
    second = opened()
    assert notes(second) == ["a"]
    assert second.undo() is not None
    assert second.undo() is None
    assert second.take_problems() == []


def test_a_long_journal_is_shortened_and_says_the_same(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened()
    for number in range(60):
        first.annotate(document(), Span(number, number + 1), note=str(number))
    for _ in range(20):
        first.undo()
    monkeypatch.setattr(journal_module, "LARGE", 10_000)
    monkeypatch.setattr(past_module, "LIMIT", 30)
    before = journal_file(first).stat().st_size
    second = opened()
    assert len(notes(second)) == 40
    assert journal_file(first).stat().st_size < before
    monkeypatch.setattr(journal_module, "LARGE", 10**9)
    for _ in range(20):
        assert second.redo() is not None
    assert second.redo() is None
    assert len(notes(second)) == 60
    third = opened()
    undone = 0
    while third.undo() is not None:
        undone += 1
    assert undone == 50


def test_a_journal_is_not_shortened_while_another_session_owes_something(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened()
    for number in range(9):
        first.annotate(document(), Span(number, number + 1), note=str(number))
    other = Journal(tmp_path / "annotations", "anna", tmp_path / "state")
    other.recover()
    other.add({"status": ["", "done"], "document": "urn:x", "modified": "2025-01-01"})
    mine = Journal(tmp_path / "annotations", "anna", tmp_path / "state")
    mine._lines = other._lines
    size = other._path.stat().st_size
    mine.shorten(Past(mine.entries()).kept())
    assert other._path.stat().st_size == size


def test_a_shortened_past_ends_with_the_last_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    entries: list[dict[str, Any]] = [
        {"do": str(number), "what": "", "edits": []} for number in range(LIMIT + 50)
    ]
    kept = Past([*entries, {"undo": str(LIMIT + 49)}]).kept()
    again = Past(kept)
    assert len(again.done) == LIMIT
    assert again.done[-1] == str(LIMIT + 48)
    assert again.undone == [str(LIMIT + 49)]
    monkeypatch.setattr(past_module, "_KEPT", 10)
    assert Past(Past(entries).kept()).done == [str(LIMIT + 49)]


# a disk that refuses


def test_what_was_refused_is_saved_by_the_next_session(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = opened()
    tag = first.new_tag("frame")
    kept = first.annotate(document(), Span(0, 3), [tag.id], "kept")
    gone = first.annotate(document(), Span(4, 12), note="gone")
    with monkeypatch.context() as patch:
        patch.setattr("tui.annotations.records.write_file", refuse(errno.ENOSPC))
        source = first.new_tag("source")
        first.change(document(), kept.id, tags=[source.id])
        first.delete(document(), gone.id)
        first.annotate(document(), Span(13, 17), note="wrong")
        first.undo()
        first.annotate(document("b.txt", "Another text."), Span(0, 7), [source.id], "new")
        first.set_status(document().id, "done")
        first.change_tag(tag.id, colour="red")
        assert first.unsaved
        (problem,) = first.take_problems()
        assert os.strerror(errno.ENOSPC) in problem
        assert str(tmp_path / "state") in problem
    assert notes(Store(tmp_path / "annotations", "anna", tmp_path / "other")) == ["kept", "gone"]
    del first  # it quits, or dies

    second = opened()
    assert notes(second) == ["kept"]
    assert second.take_problems() == [
        "Changes that could not be saved the last time are saved now."
    ]
    assert not second.unsaved
    plain = Store(tmp_path / "annotations", "anna", tmp_path / "other")
    (annotation,) = plain.annotations(document())
    assert annotation.tags == (source.id,)
    assert notes(plain, "b.txt") == ["new"]
    assert [each.name for each in plain.codebook] == ["frame", "source"]
    assert plain.codebook.tags[0].colour == "red"
    assert plain.status(document().id) == "done"
    assert plain.old_text(document("b.txt")) == "Another text."
    assert plain.recent_tags()[0].id == source.id
    assert not list((tmp_path / "state").rglob("*.txt"))
    assert opened().take_problems() == []
    assert second.undo() is not None  # the colour
    assert second.undo() is not None  # the annotation of the other document
    assert notes(second, "b.txt") == []


def test_what_is_refused_again_is_not_lost(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    first = opened()
    first.annotate(document(), Span(0, 3), note="saved")
    with monkeypatch.context() as patch:
        patch.setattr("tui.annotations.records.write_file", refuse(errno.EROFS))
        first.annotate(document(), Span(4, 12), note="refused")
        for number in range(3):
            store = opened()
            assert len(notes(store)) == 2 + number
            assert store.unsaved
            store.annotate(document(), Span(20 + number, 30), note=str(number))
    last = opened()
    assert notes(last) == ["saved", "refused", "0", "1", "2"]
    assert not last.unsaved
    assert opened().take_problems() == []


def test_what_was_changed_elsewhere_meanwhile_stays_if_it_is_later(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = opened()
    a, b, c = (first.annotate(document(), Span(n, n + 2), note=str(n)) for n in range(3))
    with monkeypatch.context() as patch:
        patch.setattr("tui.annotations.records.write_file", refuse(errno.ENOSPC))
        first.change(document(), a.id, note="earlier")
        first.delete(document(), b.id)
        first.change(document(), c.id, note="refused")
    other = Store(tmp_path / "annotations", "anna", tmp_path / "elsewhere")
    other.change(document(), a.id, note="later")
    other.change(document(), b.id, note="wanted")
    other.delete(document(), c.id)
    assert notes(opened()) == ["later", "wanted", "refused"]


def test_the_whole_folder_is_made_again_by_the_next_session(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = opened()
    with monkeypatch.context() as patch:
        patch.setattr("tui.annotations.records.write_file", refuse(errno.ENOSPC))
        tag = first.new_tag("frame")
        first.annotate(document(), Span(4, 12), [tag.id], "Who?")
    shutil.rmtree(tmp_path / "annotations", ignore_errors=True)
    store = opened()
    assert notes(store) == ["Who?"]
    assert [each.name for each in store.codebook] == ["frame"]
    assert (tmp_path / "annotations" / "codebook.json").exists()
    assert len(list((tmp_path / "annotations").glob("texts/*.txt"))) == 1


def test_a_folder_that_was_taken_away_is_not_made_again_in_its_place(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = opened()
    first.annotate(document(), Span(0, 3), note="saved")
    monkeypatch.setattr("tui.annotations.shelf.device_of", lambda folder: None)
    (tmp_path / "annotations").rename(tmp_path / "elsewhere")
    first.annotate(document(), Span(4, 12), note="refused")
    assert first.unsaved
    assert "the disk it was on is gone" in first.take_problems()[0]
    assert not (tmp_path / "annotations").exists()
    monkeypatch.undo()
    (tmp_path / "elsewhere").rename(tmp_path / "annotations")
    assert first.save_pending()
    assert notes(opened()) == ["saved", "refused"]


def test_a_later_versions_file_keeps_what_waits_for_it(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    first = opened()
    first.annotate(document(), Span(0, 3), note="saved")
    with monkeypatch.context() as patch:
        patch.setattr("tui.annotations.records.write_file", refuse(errno.ENOSPC))
        first.annotate(document(), Span(4, 12), note="refused")
        first.annotate(document("b.txt"), Span(4, 12), note="b")
    (path,) = (tmp_path / "annotations").glob("documents/a-*/anna.json")
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"newsreader:version": 1', b'"newsreader:version": 99'))
    second = opened()
    assert notes(second) == ["saved"]
    assert notes(second, "b.txt") == ["b"]
    assert any("later version" in problem for problem in second.take_problems())
    second.annotate(document("c.txt"), Span(0, 3), note="c")
    assert second.undo() is not None
    path.write_bytes(data)
    assert notes(opened()) == ["saved", "refused"]


def test_undo_tells_of_a_later_versions_file(opened: Opened, tmp_path: Path) -> None:
    store = opened()
    store.annotate(document(), Span(0, 3), note="a")
    (path,) = (tmp_path / "annotations").glob("documents/*/anna.json")
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"newsreader:version": 1', b'"newsreader:version": 99'))
    assert store.undo() is None
    assert "a later version of newsreader wrote the file" in " ".join(store.take_problems())
    path.write_bytes(data)
    assert store.undo() is not None


def test_without_a_state_folder_everything_works_but_undo_ends_with_the_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("in the way")
    store = Store(tmp_path / "annotations", "anna", tmp_path / "state")
    store.annotate(document(), Span(0, 3), note="a")
    store.annotate(document(), Span(4, 12), note="b")
    assert store.undo() is not None
    assert store.take_problems() == []
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", refuse(errno.ENOSPC))
        store.annotate(document(), Span(4, 12), note="c")
        assert "They are kept in memory only" in store.take_problems()[0]
    again = Store(tmp_path / "annotations", "anna", tmp_path / "state")
    assert notes(again) == ["a"]
    assert again.undo() is None


def test_nothing_is_written_by_reading(opened: Opened, tmp_path: Path) -> None:
    store = opened()
    store.annotations(document())
    assert store.undo() is None
    assert store.redo() is None
    assert store.counts() == {}
    assert not store.refresh()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="permissions are of Unix")
def test_a_journal_is_for_its_owner_only(opened: Opened, tmp_path: Path) -> None:
    store = opened()
    store.annotate(document(), Span(0, 3), note="a")
    folder = journal_file(store).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(journal_file(store).stat().st_mode) == 0o600


@pytest.mark.parametrize("annotator", ["../x", "", "\x00", "👩‍🏫", "x" * 300, "CON", "\ud800"])
def test_no_name_leads_a_journal_out_of_its_folder(tmp_path: Path, annotator: str) -> None:
    folder = journal_folder(tmp_path / "annotations", annotator, tmp_path / "state")
    assert folder.parent == tmp_path / "state"
    assert len(folder.name.encode()) <= 120
    store = Store(tmp_path / "annotations", annotator, tmp_path / "state")
    store.annotate(document(), Span(0, 3))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["annotations", "state"]


# a disk that is full in earnest


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a megabyte."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Leave no byte."""
    path = disk / "filler"
    with path.open("ab", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError as error:
                assert error.errno == errno.ENOSPC  # noqa: PT017 - the disk fills up at some write
    return path


def test_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    folder = small_disk / "library" / "annotations"
    folder.parent.mkdir()
    store = Store(folder, "anna", tmp_path / "state")
    store.annotate(document(), Span(0, 3), note="saved")
    filler = fill(small_disk)
    for number in range(30):
        store.annotate(document(), Span(number + 4, number + 5), note=f"{number} " + "x" * 300)
    assert store.unsaved
    assert os.strerror(errno.ENOSPC) in store.take_problems()[0]
    for path in folder.rglob("*.json"):
        json.loads(path.read_bytes())
    filler.unlink()
    assert len(notes(Store(folder, "anna", tmp_path / "state"))) == 31
    assert store.save_pending()
    assert len(notes(Store(folder, "anna", tmp_path / "other"))) == 31


def test_a_full_disk_that_has_the_journal_too(small_disk: Path) -> None:
    folder, state = small_disk / "annotations", small_disk / "state"
    store = Store(folder, "anna", state)
    store.annotate(document(), Span(0, 3), note="saved")
    for number in range(60):
        store.annotate(document(), Span(number + 4, number + 5), note=f"{number} " + "x" * 300)
    filler = fill(small_disk)
    for number in range(60, 120):
        store.annotate(document(), Span(number + 4, number + 5), note=f"{number} " + "x" * 300)
    assert store.unsaved
    (problem,) = store.take_problems()
    assert "in the journal" in problem
    del store
    filler.unlink()
    again = Store(folder, "anna", state)
    assert len(notes(again)) == 121
    assert not again.unsaved
    assert len(notes(Store(folder, "anna", state / "other"))) == 121


def test_a_disk_that_is_taken_away_and_comes_back(small_disk: Path, tmp_path: Path) -> None:
    bound = tmp_path / "bound"
    bound.mkdir()
    subprocess.run(["mount", "--bind", str(small_disk), str(bound)], check=True)
    store = Store(bound / "annotations", "anna", tmp_path / "state")
    try:
        store.annotate(document(), Span(0, 3), note="saved")
    finally:
        subprocess.run(["umount", "-l", str(bound)], check=True)
    store.annotate(document(), Span(4, 12), note="refused")
    assert store.unsaved
    assert notes(store) == ["saved", "refused"]
    assert list(bound.iterdir()) == []
    subprocess.run(["mount", "--bind", str(small_disk), str(bound)], check=True)
    try:
        assert store.save_pending()
        assert notes(Store(bound / "annotations", "anna", tmp_path / "other")) == [
            *("saved", "refused"),
        ]
    finally:
        subprocess.run(["umount", "-l", str(bound)], check=True)
