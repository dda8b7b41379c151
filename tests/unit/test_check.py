"""Checking and mending an annotations folder."""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path

import filelock
import pytest

from tui.annotations import files
from tui.annotations.check import Report, check
from tui.annotations.store import Store
from tui.documents.document import Document, Span

TEXT = "The minister said “no” on Monday.\n\nCritics disagreed with the minister."


def document(name: str = "a.txt") -> Document:
    return Document(uuid.uuid5(uuid.NAMESPACE_URL, name).urn, Path(name), name, "a", TEXT, ())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "annotations", "anna", tmp_path / "state")
    tag, other = store.new_tag("frame"), store.new_tag("source")
    for number in range(4):
        store.annotate(document(), Span(number, number + 2), [tag.id], f"note {number}")
    store.annotate(document("b.txt"), Span(4, 12), [other.id])
    store.set_status(document().id, "done")
    return store


def again(store: Store) -> Store:
    return Store(store.folder, store.annotator, store.folder.parent / "fresh")


def notes(store: Store) -> list[str]:
    return [each.note for each in again(store).annotations(document())]


def page(store: Store, name: str = "a") -> Path:
    (path,) = store.folder.glob(f"documents/{name}-*/anna.json")
    return path


def edit(path: Path, change: Callable[[bytes], bytes]) -> None:
    before = path.read_bytes()
    after = change(before)
    assert after != before
    path.write_bytes(after)


def whats(report: Report) -> list[tuple[str, int, str]]:
    return [(problem.path.name, problem.line, problem.what) for problem in report.problems]


def is_mended(store: Store, report: Report) -> bool:
    """Everything but notes was mended, and a second check finds the same."""
    later = check(store.folder)
    return report.ok and report.repaired and later.ok and not later.repaired


def test_a_good_folder_is_ok_and_nothing_is_written(store: Store) -> None:
    before = {path: path.stat().st_mtime_ns for path in store.folder.rglob("*")}
    for repair in (False, True):
        report = check(store.folder, repair=repair)
        assert report.sentences == []
        assert report.ok
        assert not report.repaired
        assert report.files == 5
    assert {path: path.stat().st_mtime_ns for path in store.folder.rglob("*")} == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    report = check(tmp_path / "none", repair=True)
    assert report.sentences == ["none: there is no such folder."]
    assert not report.ok
    assert not (tmp_path / "none").exists()


def test_a_bad_line_is_named_and_mended(store: Store) -> None:
    path = page(store)
    edit(path, lambda data: data.replace(b'"value":"note 2"', b'"value":"note 2'))
    number = next(n for n, line in enumerate(path.read_text().split("\n"), 1) if "note 2" in line)
    damaged = path.read_bytes()
    report = check(store.folder)
    assert (path.name, number, "a record that cannot be read") in whats(report)
    assert not report.ok
    assert path.read_bytes() == damaged
    report = check(store.folder, repair=True)
    assert is_mended(store, report)
    assert any(
        sentence.endswith(f"line {number}: a record that cannot be read (mended).")
        for sentence in report.sentences
    )
    (aside,) = path.parent.glob("*damaged*")
    assert aside.read_bytes() == damaged
    assert notes(store) == ["note 0", "note 1", "note 3"]
    assert [problem.note for problem in check(store.folder).problems] == [True]


def cut(data: bytes) -> bytes:
    return data[: data.index(b"note 3")]


def wrong_type(data: bytes) -> bytes:
    return data.replace(b'"start":2,', b'"start":"2",')


def wrong_version(data: bytes) -> bytes:
    return data.replace(b'"newsreader:version": 1', b'"newsreader:version": "1"')


def without_head(data: bytes) -> bytes:
    return data[data.index(b'\n"items"') :]


def in_conflict(data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = next(number for number, line in enumerate(lines) if b"note 2" in line)
    older = lines[at].replace(b"note 2", b"older").replace(b'"modified":"2', b'"modified":"1')
    conflict = [b"<<<<<<< HEAD", older, b"=======", lines[at], b">>>>>>> other"]
    return b"\n".join([*lines[:at], *conflict, *lines[at + 1 :]])


def without_commas(data: bytes) -> bytes:
    return data.replace(b'\n,{"id"', b'\n{"id"')


def without_version(data: bytes) -> bytes:
    return data.replace(b'"newsreader:version": 1,\n', b"")


@pytest.mark.parametrize(
    ("damage", "left"),
    [
        (cut, 3),
        (wrong_type, 3),
        (wrong_version, 4),
        (without_head, 4),
        (in_conflict, 4),
        (without_commas, 4),
        (without_version, 4),
    ],
)
def test_damage_is_mended_and_what_can_be_read_is_kept(
    store: Store, damage: Callable[[bytes], bytes], left: int
) -> None:
    edit(page(store), damage)
    damaged = page(store).read_bytes()
    assert not check(store.folder).ok
    report = check(store.folder, repair=True)
    assert is_mended(store, report), report.sentences
    assert len(notes(store)) == left
    assert json.loads(page(store).read_text())["newsreader:document"] == document().id
    if damage is not without_commas:
        assert [path.read_bytes() for path in page(store).parent.glob("anna.*-*")] == [damaged]
    fresh = again(store)
    fresh.annotations(document())
    assert fresh.take_problems() == []


def test_a_tag_that_is_not_in_the_codebook_is_taken_up(store: Store) -> None:
    path = store.folder / "codebook.json"
    edit(path, lambda data: b"\n".join(x for x in data.split(b"\n") if b'"source"' not in x))
    report = check(store.folder)
    assert whats(report) == [("anna.json", 12, "the tag ‘source’ is not in the codebook")]
    report = check(store.folder, repair=True)
    assert is_mended(store, report)
    assert [tag.name for tag in again(store).codebook] == ["frame", "source"]


def test_a_missing_codebook_is_made_of_the_annotations(store: Store) -> None:
    (store.folder / "codebook.json").unlink()
    report = check(store.folder, repair=True)
    assert is_mended(store, report)
    assert ("codebook.json", 0, "it is missing") in whats(report)
    assert sorted(tag.name for tag in again(store).codebook) == ["frame", "source"]


def test_tags_with_one_name_or_without_the_one_above(store: Store) -> None:
    path = store.folder / "codebook.json"
    edit(path, lambda data: data.replace(b'"name":"source"', b'"name":"Frame","parent":"gone"'))
    found = [what for _, _, what in whats(check(store.folder))]
    assert "another tag is called ‘Frame’ too" in found
    assert "the tag above ‘Frame’ is not in the codebook" in found
    report = check(store.folder, repair=True)
    assert is_mended(store, report)
    assert [(tag.name, tag.parent) for tag in again(store).codebook] == [
        ("frame", None),
        ("Frame (2)", None),
    ]


def test_an_annotation_in_two_files_gets_an_id_of_its_own(store: Store) -> None:
    ours = page(store)
    other = ours.with_name("ben.json")
    other.write_bytes(ours.read_bytes().replace(b'"anna"', b'"ben"'))
    report = check(store.folder)
    assert len(report.problems) == 4
    assert whats(report)[0][2].startswith("its id stands in documents/a-")
    report = check(store.folder, repair=True)
    assert is_mended(store, report)
    ids = {each.id for each in again(store).annotations(document())}
    bens = Store(store.folder, "ben", store.folder.parent / "fresh").annotations(document())
    assert len(ids) == len(bens) == 4
    assert ids.isdisjoint(each.id for each in bens)
    assert [each.note for each in bens] == notes(store)


def test_texts_are_compared_with_their_names(store: Store) -> None:
    (path,) = store.folder.glob("texts/*.txt")
    good = path.read_bytes()
    path.write_bytes(good.replace(b"\n", b"\r\n"))
    report = check(store.folder, repair=True)
    assert is_mended(store, report)
    assert path.read_bytes() == good
    path.write_bytes(b"another")
    found = check(store.folder, repair=True)
    assert not found.ok
    assert (path.name, 0, "it is not the text that was annotated") in whats(found)
    assert path.read_bytes() == b"another"
    path.unlink()
    found = check(store.folder, repair=True)
    assert [what for *_, what in whats(found)] == [
        f"the text it was made in is missing ({path.stem[:8]}…)"
    ] * 2
    again(store).annotate(document(), Span(20, 22), note="new")
    assert path.read_bytes() == good
    assert check(store.folder).ok


def test_a_lost_text_is_kept_again_with_the_next_change(store: Store) -> None:
    (path,) = store.folder.glob("texts/*.txt")
    path.unlink()
    fresh = again(store)
    first = fresh.annotations(document())[0]
    fresh.delete(document(), first.id)
    assert path.exists()


def test_what_a_killed_program_left_is_removed(store: Store) -> None:
    left = [store.folder / ".tmp-1", page(store).with_name(".tmp-2")]
    for path in left:
        path.write_text("half")
    report = check(store.folder, repair=True)
    assert is_mended(store, report)
    assert len(report.problems) == 2
    assert not any(path.exists() for path in left)


def test_files_nobody_reads_are_named(store: Store) -> None:
    path = page(store)
    shutil.copy(path, path.with_name("anna (copy).json"))
    wrong = store.folder / "documents" / "x-0123456789abcdef"
    wrong.mkdir()
    shutil.copy(page(store, "b"), wrong / "anna.json")
    found = [what for *_, what in whats(check(store.folder))]
    assert "it is not called as those of ‘anna’, and not read" in found
    assert "it is about another document than its folder, and not read" in found
    assert not check(store.folder, repair=True).ok
    assert (wrong / "anna.json").exists()


def test_a_damaged_progress_file_is_mended(store: Store) -> None:
    path = store.folder / "annotators" / "anna.json"
    edit(path, lambda data: data[:-4])
    report = check(store.folder, repair=True)
    assert is_mended(store, report)
    assert again(store).status(document().id) == "done"
    assert again(store).recent_tags()[0].name == "source"


def test_a_later_versions_file_is_noted_and_left(store: Store) -> None:
    path = page(store)
    edit(path, lambda data: data.replace(b'"newsreader:version": 1', b'"newsreader:version": 9'))
    data = path.read_bytes()
    report = check(store.folder, repair=True)
    assert report.ok
    assert not report.repaired
    assert "later version" in report.sentences[0]
    assert path.read_bytes() == data


def test_unknown_fields_outlive_mending(store: Store) -> None:
    path = page(store)
    edit(path, lambda data: data.replace(b'"type":"Annotation",', b'"type":"Annotation","x":[1],'))
    edit(path, lambda data: data.replace(b'"startIndex": 0,', b'"startIndex": 0,\n"y": {"z": 1},'))
    edit(path, without_commas)
    assert is_mended(store, check(store.folder, repair=True))
    content = json.loads(path.read_text())
    assert content["y"] == {"z": 1}
    assert [item["x"] for item in content["items"]] == [[1]] * 4


def test_nothing_is_mended_while_another_saves(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LOCK_SECONDS", 0.05)
    (store.folder / ".tmp-1").write_text("half")
    with filelock.FileLock(store.folder / ".lock"):
        report = check(store.folder, repair=True)
    assert not report.ok
    assert "another newsreader is saving there" in " ".join(report.sentences)
    assert (store.folder / ".tmp-1").exists()


def test_a_disk_that_refuses_is_told_of(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(page(store), without_commas)
    data = page(store).read_bytes()

    def refuse(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    report = check(store.folder, repair=True)
    assert not report.ok
    assert any("No space left" in sentence for sentence in report.sentences)
    assert page(store).read_bytes() == data


def test_a_file_that_cannot_be_read(store: Store) -> None:
    path = page(store)
    path.unlink()
    path.mkdir()
    report = check(store.folder, repair=True)
    assert ("anna.json", 0, "it cannot be read (It is not a regular file)") in whats(report) or (
        "anna.json",
        0,
        "it cannot be read (Is a directory)",
    ) in whats(report)
    assert path.is_dir()


def test_hostile_names_in_files_stay_words(store: Store) -> None:
    edit(page(store), lambda data: data.replace(b'"value":"frame"', b'"value":"\\u001b[31m\\nx"'))
    edit(
        page(store),
        lambda data: data.replace(b'"newsreader:tag":"', b'"newsreader:tag":"../../'),
    )
    report = check(store.folder, repair=True)
    assert all("\x1b" not in sentence and "\n" not in sentence for sentence in report.sentences)
    assert sorted(path.name for path in store.folder.parent.iterdir()) == ["annotations", "state"]
