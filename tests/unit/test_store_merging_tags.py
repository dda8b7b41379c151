"""One tag takes the place of another, in all documents, and back."""

from __future__ import annotations

import json
import uuid
from pathlib import Path

import pytest

from tui.annotations.records import NewerFormatError
from tui.annotations.store import Store
from tui.documents.document import Document, Span

TEXT = "The minister said “no” on Monday.\n\nCritics disagreed with the minister."


def document(name: str = "a.txt") -> Document:
    return Document(uuid.uuid5(uuid.NAMESPACE_URL, name).urn, Path(name), name, "a", TEXT, ())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "annotations", "anna", tmp_path / "state")


def again(store: Store) -> Store:
    return Store(store.folder, store.annotator, store.folder.parent / "state")


def names(store: Store) -> list[str]:
    return [tag.name for tag in store.codebook]


def tags(store: Store, name: str = "a.txt") -> list[list[str]]:
    book = store.codebook
    found = store.annotations(document(name))
    return [[tag.name for tag in map(book.by_id, each.tags) if tag] for each in found]


def test_annotations_of_all_documents_follow_and_come_back(store: Store) -> None:
    frame, framing, other = (store.new_tag(name).id for name in ("frame", "framing", "other"))
    store.annotate(document("a.txt"), Span(0, 3), [frame, other])
    store.annotate(document("a.txt"), Span(4, 12), [framing, frame])
    store.annotate(document("b.txt"), Span(4, 12), [frame], "Who?")
    store.annotate(document("c.txt"), Span(4, 12), [other])
    fresh = again(store)  # one that has opened no page
    kept = fresh.merge_tags(frame, framing)
    assert (kept.id, kept.name) == (framing, "framing")
    for each in (fresh, store, again(store)):
        assert tags(each, "a.txt") == [["framing", "other"], ["framing"]]
        assert tags(each, "b.txt") == [["framing"]]
        assert tags(each, "c.txt") == [["other"]]
        assert names(each) == ["framing", "other"]
    last = again(store)
    change = last.undo()
    assert change is not None
    assert change.sentence == "Undid merging of tag ‘frame’ with ‘framing’."
    for each in (last, store, again(store)):
        assert tags(each, "a.txt") == [["frame", "other"], ["framing", "frame"]]
        assert tags(each, "b.txt") == [["frame"]]
        assert sorted(names(each)) == ["frame", "framing", "other"]
    assert last.redo() is not None
    assert tags(again(store), "b.txt") == [["framing"]]
    assert last.take_problems() == []


def test_the_order_of_tags_comes_back_in_the_same_session(store: Store) -> None:
    a, _, c = (store.new_tag(name).id for name in "abc")
    store.merge_tags(a, c)
    assert names(store) == ["b", "c"]
    store.undo()
    assert names(store) == names(again(store)) == ["a", "b", "c"]


def test_a_tag_another_annotator_uses_is_retired(store: Store) -> None:
    frame, framing = store.new_tag("frame").id, store.new_tag("framing").id
    ben = Store(store.folder, "Ben", store.folder.parent / "state")
    ben.annotate(document(), Span(4, 12), [frame])
    store.annotate(document(), Span(4, 12), [frame])
    store.merge_tags(frame, framing)
    assert tags(store) == [["framing"]]
    assert tags(ben) == [["frame"]]
    assert [(tag.name, tag.retired) for tag in ben.codebook] == [
        ("frame", True),
        ("framing", False),
    ]
    store.undo()
    assert not any(tag.retired for tag in again(store).codebook)
    assert tags(store) == [["frame"]]


def test_the_tags_below_follow(store: Store) -> None:
    for name in ("a", "a/x", "a/x/y", "a/z", "b", "b/z"):
        store.new_tag(name)
    a, b = (store.codebook.by_name(name) for name in "ab")
    assert a is not None
    assert b is not None
    store.merge_tags(a.id, b.id)
    assert names(store) == ["b/x", "b/x/y", "a/z", "b", "b/z"]
    x, z = store.codebook.by_name("b/x"), store.codebook.by_name("a/z")
    assert x is not None
    assert z is not None
    assert (x.parent, z.parent) == (b.id, None)
    store.undo()
    assert names(store) == ["a", "a/x", "a/x/y", "a/z", "b", "b/z"]


def test_a_tag_is_merged_with_one_below_it(store: Store) -> None:
    a, b, c = (store.new_tag(name).id for name in ("a", "a/b", "a/c"))
    store.annotate(document(), Span(4, 12), [a, c])
    store.merge_tags(a, b)
    assert names(again(store)) == ["a/b", "a/b/c"]
    assert tags(store) == [["a/b", "a/b/c"]]
    assert [tag.parent for tag in again(store).codebook] == [None, b]


def test_a_tag_known_by_its_name_only_follows_too(store: Store) -> None:
    frame, framing = store.new_tag("Rahmen/ä").id, store.new_tag("framing").id
    store.annotate(document(), Span(4, 12), [frame])
    (path,) = store.folder.glob("documents/*/*.json")
    content = json.loads(path.read_text())
    del content["items"][0]["body"][0]["newsreader:tag"]
    path.write_text(json.dumps(content))
    again(store).merge_tags(frame, framing)
    assert tags(again(store)) == [["framing"]]


def test_what_is_not_there_cannot_be_merged(store: Store) -> None:
    frame = store.new_tag("frame").id
    with pytest.raises(KeyError):
        store.merge_tags(frame, "urn:uuid:none")
    with pytest.raises(KeyError):
        store.merge_tags("urn:uuid:none", frame)
    with pytest.raises(ValueError, match="itself"):
        store.merge_tags(frame, frame)
    assert names(again(store)) == ["frame"]


def test_nothing_is_merged_where_a_later_versions_file_has_the_tag(store: Store) -> None:
    frame, framing = store.new_tag("frame").id, store.new_tag("framing").id
    for name in ("a.txt", "b.txt"):
        store.annotate(document(name), Span(4, 12), [frame])
    path = next(store.folder.glob("documents/b-*/anna.json"))
    path.write_text(path.read_text().replace('"newsreader:version": 1', '"newsreader:version": 9'))
    new = again(store)
    with pytest.raises(NewerFormatError, match="later version"):
        new.merge_tags(frame, framing)
    assert tags(new) == tags(again(store)) == [["frame"]]
    assert names(again(store)) == ["frame", "framing"]


def test_a_merge_is_not_undone_when_an_annotation_was_changed_elsewhere(store: Store) -> None:
    frame, framing = store.new_tag("frame").id, store.new_tag("framing").id
    made = store.annotate(document(), Span(4, 12), [frame])
    store.merge_tags(frame, framing)
    elsewhere = Store(store.folder, "anna", store.folder.parent / "elsewhere")
    elsewhere.change(document(), made.id, note="new")
    assert store.undo() is None
    assert "changed elsewhere" in store.take_problems()[0]
    assert tags(again(store)) == [["framing"]]


def test_saving_stays_quick_after_a_merge_in_many_documents(store: Store) -> None:
    frame, framing = store.new_tag("frame").id, store.new_tag("framing").id
    for number in range(40):
        store.annotate(document(f"{number}.txt"), Span(4, 12), [frame])
    new = again(store)
    new.merge_tags(frame, framing)
    assert all(tags(again(store), f"{number}.txt") == [["framing"]] for number in range(40))
    assert again(store).undo() is not None
    assert all(tags(new, f"{number}.txt") == [["frame"]] for number in range(40))
