"""Any sequence of actions leaves the store, and what is on disk, as a simple model says."""

from __future__ import annotations

import shutil
import tempfile
import uuid
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tui.annotations.store import Store
from tui.documents.document import Document, Span

TEXT = "The minister said “no” on Monday. Critics disagreed 👩‍🏫 with the minister, who left."
DOCUMENTS = [
    Document(uuid.uuid5(uuid.NAMESPACE_URL, name).urn, Path(name), name, name, TEXT, ())
    for name in ("a.txt", "b.txt")
]
NAMES = ["frame", "Source", "framing/conflict", "../x"]
# What a passage of a document has: its tags by name, and its note.
Passages = dict[tuple[int, int, int], tuple[tuple[str, ...], str]]


class StoreMachine(RuleBasedStateMachine):
    """A store, another machine's, and restarts; `Passages` is the model.

    The other machine annotates passages of its own, so that undo has nothing to do with them.
    """

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="store-"))
        self.store = self._another()
        self.elsewhere = self._another("elsewhere")
        self.passages: Passages = {}
        self.theirs: Passages = {}
        self.names: tuple[str, ...] = ()
        self.undo_to: list[tuple[Passages, tuple[str, ...]]] = []
        self.redo_to: list[tuple[Passages, tuple[str, ...]]] = []

    def _another(self, state: str = "state") -> Store:
        return Store(self.folder / "annotations", "anna", self.folder / state)

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def _remember(self) -> None:
        self.undo_to.append((dict(self.passages), self.names))
        self.redo_to = []

    def _tag_ids(self, names: list[str]) -> list[str]:
        ids = []
        for name in dict.fromkeys(names):
            if name not in self.names:
                self._remember()
                self.names = (*self.names, name)
            ids.append(self.store.new_tag(name).id)
        return ids

    def _find(self, key: tuple[int, int, int]) -> Any:
        document, start, end = key
        return next(
            each
            for each in self.store.annotations(DOCUMENTS[document])
            if (each.start, each.end) == (start, end)
        )

    @rule(
        document=st.integers(0, 1),
        start=st.integers(0, 20),
        length=st.integers(1, 3),
        names=st.lists(st.sampled_from(NAMES), max_size=2),
        note=st.sampled_from(["", "Who?", "a\nb", "\U0001f468\u200d\U0001f3eb [/b]"]),
    )
    def annotate(self, document: int, start: int, length: int, names: list[str], note: str) -> None:
        tags = self._tag_ids(names)
        key = (document, start, start + length)
        had = self.passages.get(key)
        before, before_note = had or ((), "")
        after = (tuple(dict.fromkeys([*before, *names])), note or before_note)
        if after != had:
            self._remember()
            self.passages[key] = after
        self.store.annotate(DOCUMENTS[document], Span(*key[1:]), tags, note)

    @precondition(lambda self: self.passages)
    @rule(
        data=st.data(),
        names=st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
        note=st.sampled_from([None, "", "Whose?"]),
    )
    def change(self, data: st.DataObject, names: list[str], note: str | None) -> None:
        key = data.draw(st.sampled_from(sorted(self.passages)))
        tags = self._tag_ids(names)
        before, before_note = self.passages[key]
        after = (tuple(names), before_note if note is None else note)
        if after != (before, before_note):
            self._remember()
            self.passages[key] = after
            if after == ((), ""):
                del self.passages[key]
        self.store.change(DOCUMENTS[key[0]], self._find(key).id, tags=tags, note=note)

    @precondition(lambda self: self.passages)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.passages)))
        self._remember()
        del self.passages[key]
        self.store.delete(DOCUMENTS[key[0]], self._find(key).id)

    @rule()
    def undo(self) -> None:
        change = self.store.undo()
        assert (change is not None) is bool(self.undo_to)
        if self.undo_to:
            self.redo_to.append((self.passages, self.names))
            self.passages, self.names = self.undo_to.pop()
            self.passages = dict(self.passages)

    @rule()
    def redo(self) -> None:
        change = self.store.redo()
        assert (change is not None) is bool(self.redo_to)
        if self.redo_to:
            self.undo_to.append((self.passages, self.names))
            self.passages, self.names = self.redo_to.pop()
            self.passages = dict(self.passages)

    @precondition(lambda self: len(self.names) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        source, target = data.draw(st.permutations(self.names))[:2]
        book = self.store.codebook
        tags = [book.by_name(name) for name in (source, target)]
        assert tags[0] is not None
        assert tags[1] is not None
        self._remember()
        self.store.merge_tags(tags[0].id, tags[1].id)
        self.names = tuple(name for name in self.names if name != source)
        self.passages = {
            key: (tuple(dict.fromkeys(target if n == source else n for n in names)), note)
            for key, (names, note) in self.passages.items()
        }

    @rule(document=st.integers(0, 1), start=st.integers(40, 50), note=st.sampled_from(["x", "y"]))
    def annotate_elsewhere(self, document: int, start: int, note: str) -> None:
        key = (document, start, start + 2)
        self.elsewhere.annotate(DOCUMENTS[document], Span(*key[1:]), note=note)
        news = self.theirs.get(key) != ((), note)
        self.theirs[key] = ((), note)
        if news:
            assert self.store.refresh()
        assert not self.elsewhere.unsaved

    @rule()
    def reopen(self) -> None:
        self.store = self._another()

    @rule()
    def lose_the_folder(self) -> None:
        for document in DOCUMENTS:
            self.store.annotations(document)
        shutil.rmtree(self.folder / "annotations", ignore_errors=True)
        assert self.store.save_pending()

    @invariant()
    def the_store_and_the_disk_agree_with_the_model(self) -> None:
        for store in (self.store, self.elsewhere, self._another(), self._another("third")):
            book = store.codebook
            found = {}
            for number, document in enumerate(DOCUMENTS):
                for each in store.annotations(document):
                    names = tuple(tag.name for tag in map(book.by_id, each.tags) if tag)
                    found[number, each.start, each.end] = (names, each.note)
                    assert each.exact == TEXT[each.start : each.end]
                count = sum(key[0] == number for key in (self.passages | self.theirs))
                assert store.count(document.id) == count
            assert found == self.passages | self.theirs
            # Where a tag stands that was merged and has come back is another matter.
            assert sorted(tag.name for tag in book) == sorted(self.names)
            assert store.take_problems() == []
            assert not store.unsaved


TestStore = StoreMachine.TestCase
TestStore.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
