"""Files of other versions of the format."""

from __future__ import annotations

import json
import uuid
from pathlib import Path

import pytest

from tui.annotations import migration, reading
from tui.annotations.codec import VERSION
from tui.annotations.lines import Lines
from tui.annotations.migration import STEPS, migrate, version_of
from tui.annotations.store import Store
from tui.documents.document import Document, Span

TEXT = "The minister said “no” on Monday.\n\nCritics disagreed with the minister."


def document(name: str = "a.txt") -> Document:
    return Document(uuid.uuid5(uuid.NAMESPACE_URL, name).urn, Path(name), name, "a", TEXT, ())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "annotations", "anna", tmp_path / "state")
    store.annotate(document(), Span(4, 12), [store.new_tag("frame").id], "Who?")
    return store


def again(store: Store) -> Store:
    return Store(store.folder, store.annotator, store.folder.parent / "state")


def page(store: Store) -> Path:
    (path,) = store.folder.glob("documents/*/anna.json")
    return path


def without_version(path: Path) -> bytes:
    content = json.loads(path.read_text())
    del content["newsreader:version"]
    path.write_text(json.dumps(content, indent=1))
    return path.read_bytes()


def test_there_is_a_step_from_every_version() -> None:
    assert len(STEPS) == VERSION


@pytest.mark.parametrize("version", [True, "1", 1.0, None, -1, [1]])
def test_a_version_is_a_number(version: object) -> None:
    with pytest.raises(ValueError, match="version"):
        version_of({"newsreader:version": version})


def test_steps_follow_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def second(kind: str, content: Lines) -> None:
        content.header["newsreader:version"] = 2
        content.header["steps"] = [content.header["steps"], "second"]

    def first(kind: str, content: Lines) -> None:
        content.header["newsreader:version"] = 1
        content.header["steps"] = "first"

    monkeypatch.setattr(migration, "STEPS", [first, second])
    monkeypatch.setattr(migration, "VERSION", 2)
    content = Lines({})
    assert migrate("items", content) == 0
    assert content.header == {"newsreader:version": 2, "steps": ["first", "second"]}
    content = Lines({"newsreader:version": 1, "steps": "given"})
    assert migrate("items", content) == 1
    assert content.header == {"newsreader:version": 2, "steps": ["given", "second"]}
    assert migrate("items", content) is None


def test_a_file_without_version_is_read_and_copied_before_it_is_written(store: Store) -> None:
    old = without_version(page(store))
    new = again(store)
    assert [each.note for each in new.annotations(document())] == ["Who?"]
    assert page(store).read_bytes() == old
    new.annotate(document(), Span(0, 3), note="new")
    (copy,) = page(store).parent.glob("*version*")
    assert copy.name.startswith("anna.version-0-")
    assert copy.read_bytes() == old
    assert json.loads(page(store).read_text())["newsreader:version"] == VERSION
    assert new.take_problems() == []
    new.annotate(document(), Span(13, 17), note="newer")
    assert len(list(page(store).parent.glob("*version*"))) == 1
    assert again(store).counts() == {document().id: 3}
    assert len(again(store).annotations(document())) == 3


def test_a_codebook_typed_by_hand_is_taken(tmp_path: Path) -> None:
    folder = tmp_path / "annotations"
    folder.mkdir()
    typed = '{"tags": [\n  {"id": "a", "name": "frame"},\n  {"id": "b", "name": "source"}\n]}\n'
    (folder / "codebook.json").write_text(typed)
    store = Store(folder, "anna", tmp_path / "state")
    assert [tag.name for tag in store.codebook] == ["frame", "source"]
    store.annotate(document(), Span(4, 12), ["a"])
    assert (folder / "codebook.json").read_text() == typed
    store.new_tag("third")
    assert [path.read_text() for path in folder.glob("codebook.version-0-*")] == [typed]
    assert [tag.name for tag in again(store).codebook] == ["frame", "source", "third"]
    assert store.take_problems() == []


def test_a_file_of_an_earlier_version_goes_through_its_steps(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if version 2 wrote notes and tags in capitals."""

    def second(kind: str, content: Lines) -> None:
        content.header["newsreader:version"] = 2
        for item in content.items if kind == "items" else ():
            assert isinstance(item.value, dict)
            for body in item.value["body"]:
                body["value"] = body["value"].upper()

    monkeypatch.setattr(migration, "STEPS", [*STEPS, second])
    for module in (migration, reading):
        monkeypatch.setattr(module, "VERSION", 2)
    monkeypatch.setattr("tui.annotations.codecs.VERSION", 2)
    new = again(store)
    assert [each.note for each in new.annotations(document())] == ["WHO?"]
    new.annotate(document(), Span(0, 3), note="new")
    items = json.loads(page(store).read_text())["items"]
    assert [body["value"] for item in items for body in item["body"]] == ["new", "FRAME", "WHO?"]
    assert [path.name.split("-20")[0] for path in page(store).parent.glob("*version*")] == [
        "anna.version-1"
    ]


def test_a_damaged_version_is_set_aside(store: Store) -> None:
    path = page(store)
    damaged = path.read_bytes().replace(b'"newsreader:version": 1', b'"newsreader:version": "one"')
    path.write_bytes(damaged)
    new = again(store)
    assert [each.note for each in new.annotations(document())] == ["Who?"]
    new.annotate(document(), Span(0, 3), note="new")
    assert [each.read_bytes() for each in path.parent.glob("*damaged*")] == [damaged]
