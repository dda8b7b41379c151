"""Several programs at one folder, and programs that are killed: nothing is lost."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

import tui
from tui.annotations.files import locked
from tui.annotations.store import Store
from tui.documents.document import Document, Span

TEXT = "The minister said “no” on Monday. " * 400
WRITER = """
import sys
from pathlib import Path
from tui.annotations.store import Store
from tui.documents.document import Document, Span

folder, identity, first, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
text = sys.stdin.read()
document = Document(identity, Path("a.txt"), "a.txt", "a", text, ())
store = Store(folder, "anna")
tag = store.new_tag("frame")
for number in range(first, first + count):
    store.annotate(document, Span(number, number + 3), [tag.id], f"note {number}")
    print(number, flush=True)
assert not store.unsaved, store.problems
"""


def document() -> Document:
    identity = uuid.uuid5(uuid.NAMESPACE_URL, "a.txt").urn
    return Document(identity, Path("a.txt"), "a.txt", "a", TEXT, ())


def notes(store: Store) -> set[str]:
    return {each.note for each in store.annotations(document())}


def start(folder: Path, first: int, count: int) -> subprocess.Popen[str]:
    root = str(Path(tui.__file__).parent.parent)
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), document().id, str(first), str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": root, "PYTHONIOENCODING": "utf-8"},
    )
    assert writer.stdin is not None
    writer.stdin.write(TEXT)
    writer.stdin.close()
    return writer


def test_two_stores_in_turn_lose_nothing(tmp_path: Path) -> None:
    one, other = Store(tmp_path, "anna"), Store(tmp_path, "anna")
    turn = random.Random(1)
    expected: dict[str, str] = {}
    for number in range(120):
        store = turn.choice([one, other])
        present = store.annotations(document())
        if present and turn.random() < 0.3:
            gone = turn.choice(present)
            store.delete(document(), gone.id)
            del expected[gone.id]
        elif present and turn.random() < 0.3:
            changed = turn.choice(present)
            store.change(document(), changed.id, note=f"changed {number}")
            expected[changed.id] = f"changed {number}"
        else:
            tag = store.new_tag(f"tag {number % 7}")
            made = store.annotate(document(), Span(number, number + 3), [tag.id], str(number))
            expected[made.id] = str(number)
    for store in (one, other, Store(tmp_path, "anna")):
        assert {each.id: each.note for each in store.annotations(document())} == expected
        assert len(store.codebook) == len({tag.name for tag in store.codebook}) <= 7
        assert store.take_problems() == []


def test_changes_made_apart_are_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = Store(tmp_path, "anna"), Store(tmp_path, "anna")
    a, b, c, d = (one.annotate(document(), Span(n, n + 3), note=str(n)) for n in range(4))
    other.annotations(document())
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", _refuse)
        other.change(document(), a.id, note="changed there")
        other.delete(document(), b.id)
        other.delete(document(), c.id)
        other.change(document(), d.id, note="earlier")
        other.annotate(document(), Span(9, 12), note="new there")
    one.change(document(), c.id, note="changed here")
    one.change(document(), d.id, note="later")
    one.delete(document(), a.id)
    one.annotate(document(), Span(10, 12), note="new here")
    other.take_problems()
    assert other.save_pending()
    expected = {"changed there", "changed here", "later", "new there", "new here"}
    assert notes(other) == notes(one) == notes(Store(tmp_path, "anna")) == expected
    problems = sorted(other.take_problems())
    assert len(problems) == 3
    assert sum("deleted in another: it is kept" in problem for problem in problems) == 2
    assert sum("the later change is kept" in problem for problem in problems) == 1


def test_two_stores_that_add_the_same_at_one_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = Store(tmp_path, "anna"), Store(tmp_path, "anna")
    one.set_status(document().id, "done")
    ahead: list[Callable[[], object]] = []

    def locked_after_the_other(path: Path) -> AbstractContextManager[None]:
        if ahead:
            ahead.pop()()
        return locked(path)

    monkeypatch.setattr("tui.annotations.shelf.locked", locked_after_the_other)
    ahead.append(lambda: other.new_tag("Frame"))
    tag = one.new_tag("frame")
    assert one.codebook.tags == other.codebook.tags == (tag,)
    ahead.append(lambda: other.annotate(document(), Span(4, 12), note="first"))
    made = one.annotate(document(), Span(4, 12), [tag.id])
    assert (made.note, made.tags) == ("first", (tag.id,))
    assert one.annotations(document()) == other.annotations(document()) == (made,)


def _refuse(*paths: object) -> None:
    raise OSError(28, "No space left on device")


def test_two_processes_lose_nothing(tmp_path: Path) -> None:
    writers = [start(tmp_path, first, 50) for first in (0, 1000)]
    for writer in writers:
        assert writer.wait(60) == 0
    store = Store(tmp_path, "anna")
    expected = {f"note {number}" for first in (0, 1000) for number in range(first, first + 50)}
    assert notes(store) == expected
    assert [tag.name for tag in store.codebook] == ["frame"]
    assert store.take_problems() == []
