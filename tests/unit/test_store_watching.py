"""Hearing of what others change, and taking it over."""

from __future__ import annotations

import queue
import shutil
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.annotations import watching
from tui.annotations.store import Store
from tui.annotations.watching import can_watch, watch
from tui.documents.document import Document, Span

TEXT = "The minister said “no” on Monday.\n\nCritics disagreed with the minister."


def document(name: str = "a.txt") -> Document:
    return Document(uuid.uuid5(uuid.NAMESPACE_URL, name).urn, Path(name), name, "a", TEXT, ())


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[str], Store]:
    return lambda state: Store(tmp_path / "annotations", "anna", tmp_path / state)


Opened = Callable[[str], Store]


def test_refresh_says_whether_others_have_changed_what_was_read(opened: Opened) -> None:
    mine, theirs = opened("mine"), opened("theirs")
    assert mine.annotations(document()) == ()
    assert not mine.refresh()
    made = theirs.annotate(document(), Span(4, 12), note="theirs")
    assert mine.refresh()
    assert not mine.refresh()
    assert [each.note for each in mine.annotations(document())] == ["theirs"]
    mine.change(document(), made.id, note="mine")
    assert not mine.refresh()
    assert theirs.refresh()
    theirs.delete(document(), made.id)
    assert mine.refresh()
    assert mine.annotations(document()) == ()
    assert not mine.refresh()


def test_a_change_that_was_read_already_is_still_told_of(opened: Opened) -> None:
    mine, theirs = opened("mine"), opened("theirs")
    mine.annotations(document())
    theirs.annotate(document(), Span(4, 12), note="theirs")
    assert len(mine.annotations(document())) == 1
    assert mine.refresh()
    assert not mine.refresh()


def test_tags_and_status_of_others_are_told_of(opened: Opened) -> None:
    mine, theirs = opened("mine"), opened("theirs")
    assert not list(mine.codebook)
    assert mine.status(document().id) == ""
    tag = theirs.new_tag("frame")
    assert mine.refresh()
    theirs.set_status(document().id, "done")
    assert mine.refresh()
    assert mine.status(document().id) == "done"
    theirs.change_tag(tag.id, colour="red")
    assert mine.refresh()
    assert [each.colour for each in mine.codebook] == ["red"]
    assert not mine.refresh()


def test_counts_of_documents_that_are_not_open_are_told_of(opened: Opened) -> None:
    mine, theirs = opened("mine"), opened("theirs")
    theirs.annotate(document(), Span(4, 12))
    assert mine.count(document().id) == 1
    assert mine.count(document("b.txt").id) == 0
    assert not mine.refresh()
    theirs.annotate(document(), Span(0, 3))
    assert mine.refresh()
    theirs.annotate(document("b.txt"), Span(0, 3))
    assert mine.refresh()
    assert not mine.refresh()
    assert mine.counts() == {document().id: 2, document("b.txt").id: 1}
    assert not mine.refresh()


def test_what_this_store_saves_is_no_news(opened: Opened) -> None:
    store = opened("mine")
    tag = store.new_tag("frame")
    for number in range(3):
        store.annotate(document(str(number)), Span(4, 12), [tag.id])
        assert not store.refresh()
    store.undo()
    store.set_status(document().id, "done")
    assert store.counts()
    assert not store.refresh()


def test_what_another_annotator_does_is_no_news(opened: Opened, tmp_path: Path) -> None:
    mine = opened("mine")
    mine.annotate(document(), Span(4, 12))
    mine.counts()
    ben = Store(tmp_path / "annotations", "ben", tmp_path / "ben")
    ben.annotate(document(), Span(4, 12))
    ben.annotate(document("b.txt"), Span(4, 12))
    assert not mine.refresh()


def test_a_folder_that_is_removed_is_no_news(opened: Opened, tmp_path: Path) -> None:
    mine = opened("mine")
    mine.annotate(document(), Span(4, 12), note="mine")
    shutil.rmtree(tmp_path / "annotations")
    assert not mine.refresh()
    assert [each.note for each in mine.annotations(document())] == ["mine"]
    assert mine.save_pending()
    assert opened("other").counts() == {document().id: 1}


def test_refreshing_costs_little_where_nothing_changes(opened: Opened) -> None:
    writer = opened("mine")
    for number in range(60):
        writer.annotate(document(str(number)), Span(4, 12))
    store = opened("other")
    store.counts()
    store.refresh()
    begin = time.process_time()
    for _ in range(10):
        assert not store.refresh()
    assert time.process_time() - begin < 0.2


class Ear:
    """Listens to a folder in a thread."""

    def __init__(self, folder: Path) -> None:
        self.stop = threading.Event()
        self.heard: queue.Queue[float] = queue.Queue()
        self.thread = threading.Thread(target=self._listen, args=(folder,), daemon=True)
        self.thread.start()

    def _listen(self, folder: Path) -> None:
        for _ in watch(folder, self.stop):
            self.heard.put(time.perf_counter())

    def hears(self, within: float = 8.0) -> bool:
        try:
            self.heard.get(timeout=within)
        except queue.Empty:
            return False
        return True

    def is_quiet(self, seconds: float = 0.6) -> bool:
        """Whether nothing more comes, after what belongs to one change has been heard."""
        while self.hears(seconds):
            pass
        return not self.hears(seconds)


@pytest.fixture
def ear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], Ear]]:
    if not can_watch():
        pytest.skip("the package that watches is not installed")
    monkeypatch.setattr(watching, "_TURN", 250)
    monkeypatch.setattr(watching, "_QUIET", 80)
    monkeypatch.setattr(watching, "_STEP", 50)
    ears: list[Ear] = []

    def make(folder: Path) -> Ear:
        ears.append(Ear(folder))
        return ears[-1]

    yield make
    for each in ears:
        each.stop.set()
        each.thread.join(5)
        assert not each.thread.is_alive()


def test_a_change_by_another_is_heard_and_taken_over(
    ear: Callable[[Path], Ear], opened: Opened, tmp_path: Path
) -> None:
    mine, theirs = opened("mine"), opened("theirs")
    (folder,) = mine.watched()
    mine.annotate(document(), Span(0, 3), note="mine")
    listening = ear(folder)
    assert listening.hears()  # once at the start, for what came before
    assert listening.is_quiet()
    theirs.annotate(document(), Span(4, 12), note="theirs")
    assert listening.hears()
    assert mine.refresh()
    assert [each.note for each in mine.annotations(document())] == ["mine", "theirs"]


def test_a_folder_that_is_not_there_yet_is_waited_for(
    ear: Callable[[Path], Ear], opened: Opened, tmp_path: Path
) -> None:
    listening = ear(tmp_path / "annotations")
    assert listening.is_quiet(0.3)
    store = opened("mine")
    store.annotate(document(), Span(0, 3))
    assert listening.hears()
    assert listening.is_quiet()
    store.annotate(document("b.txt"), Span(0, 3))
    assert listening.hears()
    assert listening.is_quiet()
    shutil.rmtree(tmp_path / "annotations")
    assert listening.is_quiet()
    store.annotate(document(), Span(4, 12))
    assert listening.hears()
    assert listening.is_quiet()
    store.annotate(document(), Span(13, 17))
    assert listening.hears()


def test_locks_and_half_written_files_are_not_heard(
    ear: Callable[[Path], Ear], opened: Opened, tmp_path: Path
) -> None:
    folder = tmp_path / "annotations"
    opened("mine").annotate(document(), Span(0, 3))
    listening = ear(folder)
    assert listening.hears()
    assert listening.is_quiet()
    for number in range(5):
        (folder / ".lock").touch()
        (folder / "documents" / f".tmp-{number}").write_text("half")
        (folder / "documents" / f".tmp-{number}").unlink()
    assert listening.is_quiet()


def test_it_stops_promptly_and_idles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not can_watch():
        pytest.skip("the package that watches is not installed")
    (tmp_path / "annotations").mkdir()
    listening = Ear(tmp_path / "annotations")
    time.sleep(0.3)
    before = time.process_time()
    time.sleep(1.0)
    assert time.process_time() - before < 0.05
    begin = time.perf_counter()
    listening.stop.set()
    listening.thread.join(5)
    assert time.perf_counter() - begin < 0.5


def test_without_the_package_nothing_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert list(watch(tmp_path, threading.Event())) == []
