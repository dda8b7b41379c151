"""Many documents: their order, the cache, and how far the work has come."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unit.corpus_library import make_library
from tui.analysis.analysis import analyse
from tui.analysis.engines import Builtin, Engine, EngineError, engine_named
from tui.analysis.report import render
from tui.corpus import analysing, feeding
from tui.corpus.analysing import analyse_library, run_executor, usual_jobs
from tui.corpus.cache import Cache, Counts
from tui.corpus.progress import Progress
from tui.corpus.work import Outcome, Settings
from tui.documents.formats import read_document
from tui.documents.library import Entry


@pytest.fixture
def entries(tmp_path: Path) -> tuple[Entry, ...]:
    return make_library(tmp_path / "library", 10)


class Backwards:
    """An executor that finishes last what it was given first."""

    capacity = 4

    def __init__(self, length: int = 1) -> None:
        self.waiting: list[int] = []
        self.handed_in: list[int] = []
        self.most = 0
        self.closed = False
        self._length = length

    def submit(self, index: int, entry: Entry) -> None:
        self.waiting.append(index)
        self.handed_in.append(index)
        self.most = max(self.most, len(self.waiting))

    def next(self, timeout: float) -> tuple[int, Outcome] | None:
        # the first one is held back as long as there is another
        if not self.waiting:
            return None
        return self.waiting.pop(), Outcome(Counts(1, 1, 1), written="x" * self._length)

    def close(self) -> None:
        self.closed = True


def test_what_is_written_is_what_one_analysis_gives(entries: tuple[Entry, ...]) -> None:
    for form in ("text", "json", "jsonl"):
        found = list(analyse_library(entries, Settings(form, cached=False)))
        documents = [read_document(entry) for entry in entries]
        expected = [render(form, document, analyse(document)) for document in documents]
        assert [outcome.written for _, outcome in found] == expected


def test_order_is_that_of_the_library(entries: tuple[Entry, ...]) -> None:
    executor = Backwards()
    found = [index for index, _ in run_executor(executor, entries)]
    assert found == list(range(10))
    assert executor.most == 4
    assert executor.closed
    as_they_come = [index for index, _ in run_executor(Backwards(), entries, ordered=False)]
    assert sorted(as_they_come) == list(range(10)) != as_they_come


def test_one_that_takes_long_does_not_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [Entry(tmp_path / str(number), tmp_path, str(number)) for number in range(200)]
    monkeypatch.setattr(analysing, "_WINDOW", 5)
    executor = Backwards()
    results = run_executor(executor, entries)
    assert next(results)[0] == 0
    assert max(executor.handed_in) < 4 * 5
    monkeypatch.setattr(analysing, "_WINDOW", 1000)
    monkeypatch.setattr(analysing, "_HELD", 50)
    executor = Backwards(10)
    results = run_executor(executor, entries)
    assert next(results)[0] == 0
    assert len(executor.handed_in) <= 10
    assert [index for index, _ in results] == list(range(1, 200))


def test_to_close_the_results_ends_the_work(entries: tuple[Entry, ...]) -> None:
    executor = Backwards()
    results = run_executor(executor, entries)
    next(results)
    assert not executor.closed
    results.close()
    assert executor.closed


def test_the_second_time_nothing_is_analysed(
    entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings("jsonl")
    first = list(analyse_library(entries, settings))
    assert not any(outcome.known for _, outcome in first)
    monkeypatch.setattr("tui.corpus.engine.analyse", _refuse)
    progress = Progress()
    again = list(analyse_library(entries, settings, progress=progress))
    assert [each.written for _, each in again] == [each.written for _, each in first]
    assert progress.known == 10
    anew = [each.problem for _, each in analyse_library(entries, Settings("jsonl", cached=False))]
    assert all("AssertionError" in problem for problem in anew)


def _refuse(*_: object) -> None:
    raise AssertionError("it was done again")


def test_what_helpers_found_is_kept_for_all(
    entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [outcome.counts for _, outcome in analyse_library(entries, Settings(), 2)]
    assert None not in found
    assert Cache().counts(entries) == found
    monkeypatch.setattr("tui.corpus.engine.analyse", _refuse)
    assert Cache().find(read_document(entries[3])) is not None


def test_known_documents_are_not_even_read(
    entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    list(analyse_library(entries[2:5], Settings()))
    monkeypatch.setattr(feeding, "_AT_ONCE", 2)
    read: list[Entry] = []

    def read_and_told(entry: Entry) -> object:
        read.append(entry)
        return read_document(entry)

    monkeypatch.setattr("tui.corpus.executors.read_document", read_and_told)
    found = dict(analyse_library(entries, Settings()))
    assert read == [*entries[:2], *entries[5:]]
    assert [index for index, outcome in found.items() if outcome.known] == [2, 3, 4]
    assert list(found) == list(range(10))
    assert not any(outcome.written for outcome in found.values())


def test_an_error_nobody_foresaw_is_one_document_s_problem(
    entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(document: object, *_: object) -> None:
        raise ValueError("\x1b[31m" + "very " * 1000)

    monkeypatch.setattr("tui.corpus.engine.analyse", fail)
    for _, outcome in analyse_library(entries[:2], Settings()):
        assert outcome.counts is None
        assert outcome.problem.startswith("It could not be analysed: ValueError(")
        assert len(outcome.problem) < 400
        assert "\x1b" not in outcome.problem


def test_progress_is_counted(entries: tuple[Entry, ...], tmp_path: Path) -> None:
    entries[4].path.unlink()
    progress = Progress()
    results = analyse_library(entries, Settings(), progress=progress)
    seen = [(progress.done, progress.failed) for _ in results]
    assert seen == [(number, int(number > 4)) for number in range(1, 11)]
    assert progress.total == 10
    assert 9 * 30 < progress.words < 9 * 60
    assert progress.seconds > 0


def test_time_left_is_told_from_the_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: clock[0])
    progress = Progress(1000)
    left = [progress.seconds_left]
    for number in range(900):
        clock[0] += 0.1 if number < 100 else 1.0  # slower later: the last minute counts
        progress.add(Outcome(Counts(1, 1, 500)))
        left.append(progress.seconds_left)
    assert left[0] is None
    assert left[100] == pytest.approx(90)
    assert left[900] == pytest.approx(100)
    assert progress.seconds == pytest.approx(810)
    clock[0] += 100
    assert (progress.seconds_left or 0) > 150


@pytest.mark.parametrize(
    ("documents", "expected"), [(0, 0), (1, 0), (31, 0), (32, 2), (64, 4), (100_000, 4)]
)
def test_few_documents_need_no_processes(
    monkeypatch: pytest.MonkeyPatch, documents: int, expected: int
) -> None:
    four: Callable[[int], set[int]] = lambda _: {0, 1, 2, 3}  # noqa: E731
    monkeypatch.setattr(os, "sched_getaffinity", four, raising=False)
    assert usual_jobs(documents) == expected


class Another(Builtin):
    name = "another"


@pytest.fixture
def another(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An engine beside those there are."""
    from tui.corpus import engine

    def named(name: str) -> Engine:
        return Another() if name == "another" else engine_named(name)

    monkeypatch.setattr(engine, "engine_named", named)
    yield
    engine.loaded.cache_clear()
    engine.version.cache_clear()


@pytest.mark.usefixtures("another")
def test_the_version_is_the_code_and_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.corpus.engine import find, version

    assert version() == version("builtin")
    assert version("another") != version()
    read = Path.read_bytes

    def changed(path: Path) -> bytes:
        return read(path) + b"#" * (path.name == "quotes.py")

    before = version()
    monkeypatch.setattr(Path, "read_bytes", changed)
    version.cache_clear()
    after = version()
    monkeypatch.undo()
    version.cache_clear()
    assert version() == before != after
    with pytest.raises(EngineError, match="nonsense"):
        find(read_document(Entry(Path(__file__), Path(__file__).parent, "x")), "nonsense", bool)


@pytest.mark.usefixtures("another")
def test_another_engine_finds_nothing_in_the_cache(entries: tuple[Entry, ...]) -> None:
    list(analyse_library(entries, Settings()))
    assert None not in Cache().counts(entries)
    other = Cache(engine="another")
    assert set(other.counts(entries)) == {None}
    assert other.find(read_document(entries[0])) is None
    assert all(not each.problem for _, each in analyse_library(entries, Settings(engine="another")))
    assert None not in other.counts(entries)


def test_an_engine_that_there_is_not_is_refused(entries: tuple[Entry, ...]) -> None:
    with pytest.raises(EngineError, match="no engine"):
        list(analyse_library(entries, Settings(engine="nonsense")))
