"""A file that is renamed or moved keeps its annotations."""

from __future__ import annotations

import random
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.annotations.store import Store
from tui.documents.document import Document, Span

CHANCE = random.Random(4)
WORDS = ["".join(CHANCE.choices("abcdefghij", k=CHANCE.randint(2, 9))) for _ in range(900)]


def text(number: int = 0) -> str:
    """A text of its own for each number."""
    words = random.Random(number).choices(WORDS, k=300)
    return ". ".join(" ".join(words[at : at + 12]) for at in range(0, 300, 12))


def document(name: str, words: str | None = None) -> Document:
    identity = uuid.uuid5(uuid.NAMESPACE_URL, name).urn
    return Document(identity, Path(name), name, name, text() if words is None else words, ())


class Library:
    """Files that are there, and stores of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: set[str] = set()

    def open(self, annotator: str = "anna") -> Store:
        ids = {document(name).id for name in self.names}
        return Store(
            self.folder / "annotations", annotator, self.folder / "state", ids.__contains__
        )


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path)


def fill(library: Library, *names: str) -> Store:
    library.names |= set(names)
    store = library.open()
    tag = store.new_tag("frame").id
    for number, name in enumerate(names):
        words = text(number)
        store.annotate(document(name, words), Span(5, 20), [tag], f"note on {name}")
        store.annotate(document(name, words), Span(700, 730), note=f"end of {name}")
        store.set_status(document(name).id, "done")
    return store


def notes(store: Store, name: str, words: str | None = None) -> list[str]:
    return [each.note for each in store.annotations(document(name, words))]


def test_a_renamed_file_keeps_its_annotations(library: Library) -> None:
    first = fill(library, "old/a.txt", "b.txt")
    made = first.annotations(document("old/a.txt"))
    library.names = {"new/name.txt", "b.txt"}
    store = library.open()
    assert store.annotations(document("new/name.txt")) == made
    (problem,) = store.take_problems()
    assert "‘new/name.txt’ has the annotations of ‘old/a.txt’ now" in problem
    assert store.status(document("new/name.txt").id) == "done"
    assert store.status(document("old/a.txt").id) == ""
    assert store.counts() == {document("new/name.txt").id: 2, document("b.txt").id: 2}
    again = library.open()
    assert again.annotations(document("new/name.txt")) == made
    assert again.counts() == store.counts()
    assert again.take_problems() == []
    folders = sorted(path.name[:4] for path in (library.folder / "annotations/documents").iterdir())
    assert folders[1] == "name"
    assert len(folders) == 2


def test_undo_goes_back_through_a_renaming(library: Library) -> None:
    first = fill(library, "a.txt")
    extra = first.annotate(document("a.txt", text(0)), Span(40, 50), note="extra")
    first.delete(document("a.txt", text(0)), extra.id)
    library.names = {"z.txt"}
    store = library.open()
    assert len(notes(store, "z.txt")) == 2
    change = store.undo()
    assert change is not None
    assert change.document_id == document("z.txt").id
    assert "extra" in notes(store, "z.txt")
    later = library.open()
    change = later.undo()
    assert change is not None
    assert change.document_id == document("z.txt").id
    assert "extra" not in notes(later, "z.txt")
    assert later.redo() is not None
    assert "extra" in notes(library.open(), "z.txt")


def test_a_file_that_was_renamed_and_edited_keeps_them_too(library: Library) -> None:
    fill(library, "a.txt", "b.txt", "c.txt")
    library.names = {"z.txt", "b.txt", "c.txt"}
    edited = "Corrected. " + text(0).replace(text(0)[300:330], "something else", 1)
    store = library.open()
    first, last = store.annotations(document("z.txt", edited))
    assert (first.start, first.placement) == (16, "moved")
    assert last.placement == "moved"
    assert edited[last.start : last.end] == last.exact


def rewritten() -> str:
    return text(0)[:600] + text(77)[:600]


@pytest.mark.parametrize(
    ("present", "words"),
    [
        ({"a.txt", "z.txt"}, text(0)),  # the old file is still there: a copy
        ({"z.txt"}, text(99)),  # another text
        ({"z.txt"}, rewritten()),  # half of it is another text
        ({"z.txt"}, ""),
        ({"z.txt"}, "Short."),
    ],
)
def test_what_is_not_the_same_file_gets_nothing(
    library: Library, present: set[str], words: str
) -> None:
    fill(library, "a.txt")
    library.names = present
    store = library.open()
    assert notes(store, "z.txt", words) == []
    assert store.take_problems() == []
    assert len(notes(store, "a.txt")) == 2


def test_it_must_be_clear_which_file_it_was(library: Library) -> None:
    library.names = {"a.txt", "b.txt"}
    first = library.open()
    first.annotate(document("a.txt"), Span(5, 20), note="a")
    first.annotate(document("b.txt"), Span(5, 20), note="b")
    library.names = {"z.txt"}
    store = library.open()
    assert notes(store, "z.txt") == []
    assert notes(store, "y.txt", text(0) + " More.") == []
    assert (notes(store, "a.txt"), notes(store, "b.txt")) == (["a"], ["b"])


def test_a_document_with_annotations_of_its_own_adopts_none(library: Library) -> None:
    fill(library, "a.txt")
    library.names = {"a.txt", "z.txt"}
    library.open().annotate(document("z.txt"), Span(0, 3), note="own")
    library.names = {"z.txt"}
    assert notes(library.open(), "z.txt") == ["own"]


def test_without_knowing_what_there_is_nothing_is_adopted(library: Library) -> None:
    fill(library, "a.txt")
    store = Store(library.folder / "annotations", "anna", library.folder / "state")
    assert notes(store, "z.txt") == []
    store.present = {document("z.txt").id}.__contains__
    assert len(notes(store, "z.txt")) == 2


def test_each_annotator_follows(library: Library) -> None:
    fill(library, "a.txt")
    library.open("ben").annotate(document("a.txt"), Span(0, 3), note="ben's")
    library.names = {"z.txt"}
    assert notes(library.open("ben"), "z.txt") == ["ben's"]
    assert len(notes(library.open(), "z.txt")) == 2
    assert len(list((library.folder / "annotations" / "documents").iterdir())) == 1


def test_a_later_versions_page_is_left_where_it_is(library: Library) -> None:
    fill(library, "a.txt")
    (path,) = (library.folder / "annotations").glob("documents/*/anna.json")
    path.write_text(path.read_text().replace('"newsreader:version": 1', '"newsreader:version": 9'))
    library.names = {"z.txt"}
    assert notes(library.open(), "z.txt") == []
    assert path.exists()


def test_a_folder_that_refuses_leaves_everything_as_it_was(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(library, "a.txt")
    library.names = {"z.txt"}

    def refuse(*args: object) -> None:
        raise OSError(30, "Read-only file system")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        assert notes(library.open(), "z.txt") == []
    assert len(notes(library.open(), "z.txt")) == 2


def test_what_was_renamed_twice_follows_twice(library: Library) -> None:
    fill(library, "a.txt")
    store: Store | None = None
    for name in ("b.txt", "c.txt"):
        library.names = {name}
        store = library.open()
        assert len(notes(store, name)) == 2
    assert store is not None
    assert store.undo() is not None
    assert len(notes(library.open(), "c.txt")) == 1


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:700]])
def test_damaged_pages_do_no_harm(library: Library, damage: Callable[[bytes], bytes]) -> None:
    fill(library, "a.txt", "b.txt")
    path = next((library.folder / "annotations").glob("documents/a-*/anna.json"))
    path.write_bytes(damage(path.read_bytes()))
    library.names = {"y.txt", "z.txt"}
    store = library.open()
    assert len(notes(store, "y.txt", text(1))) == 2
    assert notes(store, "z.txt") == []
    assert path.exists()


def test_texts_that_were_lost_leave_the_digest(library: Library) -> None:
    fill(library, "a.txt")
    shutil.rmtree(library.folder / "annotations" / "texts")
    library.names = {"z.txt"}
    assert len(notes(library.open(), "z.txt", text(0))) == 2
