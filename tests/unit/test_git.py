"""Work on two branches is merged by git without a conflict."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.annotations.check import check
from tui.annotations.store import Store
from tui.documents.document import Document, Span

if shutil.which("git") is None:
    pytest.skip("git is not installed", allow_module_level=True)

TEXT = "The minister said “no” on Monday. " * 30
DOCUMENTS = [
    Document(uuid.uuid5(uuid.NAMESPACE_URL, name).urn, Path(name), name, name, TEXT, ())
    for name in ("a.txt", "b.txt", "c.txt")
]
NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "nobody"), ("EMAIL", "nobody@example.org"))
    },
}


class Repository:
    """A library under git."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "--quiet", "--initial-branch", "main")
        (folder / "a.txt").write_text(TEXT)
        self.commit()

    def git(self, *words: str, ok: bool = True) -> str:
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env=os.environ | NOBODY,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0 or not ok, done.stdout + done.stderr
        return done.stdout

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "work")

    def merge(self, *branches: str) -> bool:
        """Merge branches into main; whether there was no conflict."""
        self.git("checkout", "--quiet", "main")
        for branch in branches:
            self.git("merge", "--quiet", "--no-edit", branch, ok=False)
        return not self.git("status", "--porcelain", "--untracked-files=no")

    def open(self, annotator: str = "anna") -> Store:
        return Store(self.folder / "annotations", annotator, self.folder.parent / "state")

    def on(self, branch: str, work: Callable[[], object], start: str = "main") -> None:
        """Work on a new branch."""
        self.git("checkout", "--quiet", "-b", branch, start)
        work()
        self.commit()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "library")


def annotate(store: Store, seed: str, number: int) -> set[tuple[int, int, tuple[str, ...], str]]:
    """Annotate passages of all documents, with tags of which some are new."""
    chance = random.Random(seed)
    for _ in range(number):
        tag = store.new_tag(f"{chance.choice(['x', 'y', seed])}{chance.randrange(4)}").id
        start = chance.randrange(len(TEXT) - 9)
        document = chance.choice(DOCUMENTS)
        store.annotate(document, Span(start, start + 5), [tag], f"{seed} {chance.random()}")
    store.set_status(chance.choice(DOCUMENTS).id, "done")
    return said(store)


def said(store: Store) -> set[tuple[int, int, tuple[str, ...], str]]:
    """What the annotator's annotations say, by document and start."""
    book = store.codebook
    found = set()
    for number, document in enumerate(DOCUMENTS):
        for each in store.annotations(document):
            names = tuple(tag.name for tag in map(book.by_id, each.tags) if tag)
            found.add((number, each.start, names, each.note))
    return found


def names(store: Store) -> set[str]:
    """The names of the tags, without the numbers of those that two people made at once."""
    return {tag.name.split(" (")[0] for tag in store.codebook}


@pytest.mark.parametrize("had", [0, 1, 12])
def test_two_people_annotate_the_same_documents_on_two_branches(
    repository: Repository, had: int
) -> None:
    if had:
        annotate(repository.open(), "before", had)
        repository.commit()
    annas = names(repository.open())
    found: dict[str, set[tuple[int, int, tuple[str, ...], str]]] = {}
    tags = set(annas)

    def work(annotator: str) -> None:
        store = repository.open(annotator)
        found[annotator] = annotate(store, annotator, 8)
        tags.update(names(store))

    for annotator in ("anna", "ben", "cleo"):
        repository.on(annotator, lambda annotator=annotator: work(annotator))  # type: ignore[misc]
    assert repository.merge("anna", "ben", "cleo")
    for annotator in ("anna", "ben", "cleo"):
        store = repository.open(annotator)
        after = said(store)
        assert {(n, start, note) for n, start, _, note in after} == {
            (n, start, note) for n, start, _, note in found[annotator]
        }
        for number, start, kept, note in after:
            (before,) = (w for n, s, w, x in found[annotator] if (n, s, x) == (number, start, note))
            assert [name.split(" (")[0] for name in kept] == list(before)
        assert names(store) == tags
        assert store.take_problems() == []
    store = repository.open()
    store.new_tag("after all")
    assert store.take_problems() == []
    json.loads((repository.folder / "annotations" / "codebook.json").read_bytes())
    assert not list(repository.folder.rglob("*.damaged-*"))
    assert check(repository.folder / "annotations", repair=True).ok


def test_a_merged_codebook_is_json_before_anybody_opens_it(repository: Repository) -> None:
    repository.open().new_tag("first")
    repository.commit()
    repository.on("one", lambda: repository.open("anna").new_tag("frame"))
    repository.on("other", lambda: repository.open("ben").new_tag("source"))
    assert repository.merge("one", "other")
    content = json.loads((repository.folder / "annotations" / "codebook.json").read_bytes())
    assert [tag["name"] for tag in content["tags"]] == ["first", "frame", "source"]


def test_a_tag_changed_here_and_one_added_there(repository: Repository) -> None:
    tag = repository.open().new_tag("frame")
    repository.commit()
    repository.on("one", lambda: repository.open().change_tag(tag.id, name="framing"))
    repository.on("other", lambda: repository.open("ben").new_tag("source"))
    assert repository.merge("one", "other")
    store = repository.open()
    assert [tag.name for tag in store.codebook] == ["framing", "source"]
    assert store.take_problems() == []
    store.new_tag("third")
    assert [tag.name for tag in repository.open("ben").codebook] == ["framing", "source", "third"]
    assert check(repository.folder / "annotations").problems == ()


def test_a_tag_changed_on_both_sides(repository: Repository) -> None:
    tag = repository.open().new_tag("frame")
    repository.commit()
    repository.on("one", lambda: repository.open().change_tag(tag.id, name="framing"))
    repository.on("other", lambda: repository.open("ben").change_tag(tag.id, colour="red"))
    assert repository.merge("one", "other")
    store = repository.open()
    assert [(tag.name, tag.colour) for tag in store.codebook] == [("frame", "red")]
    assert store.take_problems() == [
        "The tag ‘frame’ was changed in two places: the later change is kept."
    ]
    store.new_tag("source")
    assert repository.open().codebook.tags == store.codebook.tags
    assert check(repository.folder / "annotations").problems == ()


def test_one_person_on_two_machines(repository: Repository) -> None:
    found = annotate(repository.open(), "before", 6)
    repository.commit()
    for branch in ("one", "other"):
        store = Store(repository.folder / "annotations", "anna", repository.folder.parent / branch)
        repository.on(branch, lambda store=store, branch=branch: annotate(store, branch, 6))  # type: ignore[misc]
        found |= said(store)
    assert repository.merge("one", "other")
    store = repository.open()
    assert {(n, start, note) for n, start, _, note in said(store)} == {
        (n, start, note) for n, start, _, note in found
    }
    assert store.take_problems() == []
    store.annotate(DOCUMENTS[0], Span(0, 3))
    assert len(said(repository.open())) == len({(n, s, note) for n, s, _, note in found}) + 1
    assert check(repository.folder / "annotations", repair=True).ok


def test_what_belongs_to_one_machine_is_not_committed(repository: Repository) -> None:
    store = repository.open()
    store.annotate(DOCUMENTS[0], Span(0, 3), note="x")
    (store.folder / ".tmp-left").write_text("half")
    repository.commit()
    committed = repository.git("ls-files").split("\n")
    assert not any(".lock" in name or ".tmp" in name for name in committed)
    assert "annotations/.gitattributes" in committed


def test_texts_keep_their_line_ends(repository: Repository) -> None:
    repository.git("config", "core.autocrlf", "true")
    text = "One.\n\nTwo.\n"
    document = Document("urn:uuid:x", Path("x"), "x", "x", text, ())
    store = repository.open()
    store.annotate(document, Span(0, 3))
    repository.commit()
    shutil.rmtree(store.folder)
    repository.git("checkout", "--quiet", ".")
    assert repository.open().old_text(document) == text
    (path,) = store.folder.glob("texts/*.txt")
    assert path.read_bytes() == text.encode()
