"""Helper processes: that they answer, and that nothing is lost when they die."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tests.unit.corpus_library import make_library
from tui.corpus import helper as helper_module
from tui.corpus import workers as workers_module
from tui.corpus.analysing import analyse_library
from tui.corpus.engine import version
from tui.corpus.errors import HelperError
from tui.corpus.frames import receive, send
from tui.corpus.helper import Helper
from tui.corpus.keys import file_key
from tui.corpus.orders import order, taken
from tui.corpus.progress import Progress
from tui.corpus.work import Outcome, Settings
from tui.corpus.worker import serve
from tui.corpus.workers import Workers
from tui.documents.formats import read_document
from tui.documents.library import Entry

SETTINGS = Settings("jsonl", cached=False)


@pytest.fixture
def entries(tmp_path: Path) -> tuple[Entry, ...]:
    return make_library(tmp_path / "library", 12)


@pytest.fixture
def helper() -> Iterator[Helper]:
    helper = Helper(SETTINGS)
    yield helper
    helper.kill()
    helper.close()


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that must come."""
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def next_of(workers: Workers) -> tuple[int, Outcome]:
    """Wait for an outcome that must come."""
    end = time.monotonic() + 30
    while (found := workers.next(0.05)) is None:
        assert time.monotonic() < end, "it never came"
    return found


def test_messages_come_through_as_they_were() -> None:
    stream = io.BytesIO()
    sent: list[dict[str, Any]] = [{}, {"a": "é\udc80\n“”", "b": [1, None, 2.5]}]
    for message in sent:
        send(stream, message)
    stream.seek(0)
    assert [receive(stream), receive(stream)] == sent
    with pytest.raises(EOFError):
        receive(stream)


@pytest.mark.parametrize("cut", [3, 12, 16])
def test_half_a_message_is_none(cut: int) -> None:
    stream = io.BytesIO()
    send(stream, {"a": "bcdefg"})
    with pytest.raises(EOFError):
        receive(io.BytesIO(stream.getvalue()[:cut]))


class Row(Entry):
    """A part of a file: its path and its name do not say which."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row) and super().__eq__(other)

    __hash__ = Entry.__hash__


def test_an_order_is_understood(entries: tuple[Entry, ...], tmp_path: Path) -> None:
    odd = tmp_path / "library" / "\udcff.txt"
    odd.write_text("Odd", "utf-8")
    row = Row(entries[1].path, entries[1].root, entries[1].name)
    for entry in (entries[0], Entry(odd, tmp_path, "odd.txt"), row):
        stream = io.BytesIO()
        send(stream, order(entry, version()))
        stream.seek(0)
        read, file = taken(receive(stream))
        assert read() == read_document(entry)
        assert file == file_key(entry, version())


def test_a_part_of_a_file_is_read_here(
    entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [Row(each.path, each.root, each.name) for each in entries]
    rows[3].path.unlink()
    expected = list(analyse_library(entries, SETTINGS))
    read: list[Entry] = []

    def read_and_told(entry: Entry) -> object:
        read.append(entry)
        return read_document(entry)

    monkeypatch.setattr("tui.corpus.orders.read_document", read_and_told)
    assert list(analyse_library(rows, SETTINGS, 2)) == expected
    assert {entry.name for entry in read} == {entry.name for entry in rows}
    read.clear()
    assert list(analyse_library(entries, SETTINGS, 2)) == expected
    assert read == []


def test_it_finds_what_is_found_here(entries: tuple[Entry, ...], tmp_path: Path) -> None:
    (tmp_path / "library" / "talks-1.txt").write_bytes(b"\x00\x01" * 99)
    (tmp_path / "library" / "talks-2.txt").unlink()
    here = list(analyse_library(entries, SETTINGS))
    for jobs in (1, 3):
        assert list(analyse_library(entries, SETTINGS, jobs)) == here
    assert [index for index, _ in here] == list(range(12))
    assert {index for index, outcome in here if outcome.problem} == {1, 2}
    assert "is not there any more" in here[2][1].problem


def test_results_may_come_as_they_are_there(entries: tuple[Entry, ...]) -> None:
    progress = Progress()
    found = dict(analyse_library(entries, SETTINGS, 2, progress=progress, ordered=False))
    assert found == dict(analyse_library(entries, SETTINGS))
    assert (progress.total, progress.done, progress.failed) == (12, 12, 0)
    assert progress.words == sum(each.counts.words for each in found.values() if each.counts)


class Murdered(Helper):
    """A process that is killed as it takes up certain documents."""

    names: frozenset[str] = frozenset()

    def work(self, entry: Entry) -> Outcome:
        if entry.name in self.names:
            os.kill(self.pid, signal.SIGKILL)
        return super().work(entry)


def test_a_process_that_dies_is_replaced(
    entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = dict(analyse_library(entries, SETTINGS))
    monkeypatch.setattr(workers_module, "Helper", Murdered)
    monkeypatch.setattr(Murdered, "names", frozenset(("talks-3.txt", "talks-4.txt")))
    progress = Progress()
    found = dict(analyse_library(entries, SETTINGS, 2, progress=progress))
    assert progress.failed == 2
    for index in (3, 4):
        problem = "The process that analysed it has ended (killed by SIGKILL)."
        assert found.pop(index) == Outcome(problem=problem)
        del expected[index]
    assert found == expected


def test_a_process_that_does_not_answer_is_killed(
    entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Workers(1, SETTINGS)) as workers:
        workers.submit(0, entries[0])
        assert next_of(workers)[1].counts is not None
        [pid] = workers.pids
        os.kill(pid, signal.SIGSTOP)
        with monkeypatch.context() as patch:
            patch.setattr(helper_module, "_GRACE_SECONDS", 0.1 - SETTINGS.patience)
            workers.submit(1, entries[1])
            problem = "The analysis took too long and was given up."
            assert next_of(workers) == (1, Outcome(problem=problem))
        workers.submit(2, entries[2])
        assert next_of(workers)[1].counts is not None
        assert pid not in workers.pids


@pytest.mark.parametrize("jobs", [0, 2])
def test_a_document_that_takes_too_long_is_given_up(entries: tuple[Entry, ...], jobs: int) -> None:
    hasty = Settings(cached=False, patience=-5.0)  # over before it begins, but for the grace
    found = dict(analyse_library(entries[:3], hasty, jobs))
    assert {outcome.problem for outcome in found.values()} == {
        "The analysis took too long and was given up."
    }


def test_to_stop_ends_all_processes(entries: tuple[Entry, ...]) -> None:
    workers = Workers(2, SETTINGS)
    for index, entry in enumerate(entries):
        workers.submit(index, entry)
    until(lambda: len(workers.pids) == 2)
    pids = workers.pids
    workers.close()
    assert workers.pids == []
    assert not any(alive(pid) for pid in pids)
    assert not [each for each in threading.enumerate() if each.name == "newsreader-helper"]


@pytest.mark.parametrize("jobs", [0, 2])
def test_stopped_ends_the_results(entries: tuple[Entry, ...], jobs: int) -> None:
    taken: list[int] = []
    for index, _ in analyse_library(entries, SETTINGS, jobs, stopped=lambda: len(taken) == 3):
        taken.append(index)
    assert taken == [0, 1, 2]
    for index, _ in analyse_library(entries, SETTINGS, jobs, stopped=lambda: True):
        taken.append(index)
    assert len(taken) == 3


STARTER = """
import sys
from pathlib import Path
from tui.corpus.work import Settings
from tui.corpus.workers import Workers
from tui.documents.library import open_library

workers = Workers(2, Settings("jsonl", cached=False))
entries = open_library([Path(sys.argv[1])]).entries
for index, entry in enumerate(entries[:2]):
    workers.submit(index, entry)
while len(workers.pids) < 2 or workers.next(0.1) is None:
    pass
print(*workers.pids, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc")
def test_processes_end_with_the_program(entries: tuple[Entry, ...]) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(entries[0].root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    pids = [int(pid) for pid in program.stdout.readline().split()]
    assert len(pids) == 2
    assert all(alive(pid) for pid in pids)
    assert all(os.getpriority(os.PRIO_PROCESS, pid) >= 10 for pid in pids)
    program.kill()
    program.communicate()
    until(lambda: not any(alive(pid) for pid in pids))


def test_a_process_at_work_sees_that_the_program_has_gone(
    entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.analysis.analysis import Stopped

    seen: list[bool] = []

    def work(*_: object, stopped: Callable[[], bool], **__: object) -> Outcome:
        seen.append(stopped())
        monkeypatch.setattr("os.getppid", lambda: 1)
        seen.append(stopped())
        raise Stopped

    monkeypatch.setattr("tui.corpus.work.work", work)
    requests, answers = io.BytesIO(), io.BytesIO()
    send(requests, asdict(SETTINGS))
    send(requests, order(entries[0], version()))
    requests.seek(0)
    with pytest.raises(EOFError):
        serve(requests, answers)
    assert seen == [False, True]


def test_a_process_that_cannot_be_started_is_said(
    entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(HelperError, match="No helper process can be started: No such file"):
        list(analyse_library(entries, SETTINGS, 2))
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(HelperError, match=r"ended at its start \(exit code 1\)"):
        list(analyse_library(entries, SETTINGS, 2))


def test_a_module_in_the_current_folder_is_never_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entries: tuple[Entry, ...]
) -> None:
    folder = tmp_path / "hostile"
    (folder / "tui").mkdir(parents=True)
    for name in ("json.py", "zlib.py", "sqlite3.py", "tui/__init__.py"):
        (folder / name).write_text("raise SystemExit(7)")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert all(outcome.counts for _, outcome in analyse_library(entries, SETTINGS, 2))


def test_nothing_that_is_printed_gets_between_the_answers(
    entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    # as a module would that is loaded while the first document is analysed
    monkeypatch.setattr(
        helper_module,
        "_CODE",
        helper_module._CODE.replace(
            "main()",
            "import tui.documents.formats as f; r = f.read_file;"
            "f.read_file = lambda *a: (print('noise', flush=True), r(*a))[1]; main()",
        ),
    )
    found = list(analyse_library(entries, SETTINGS, 2))
    assert found == list(analyse_library(entries, SETTINGS))


def test_a_helper_serves_many(helper: Helper, entries: tuple[Entry, ...]) -> None:
    expected = [outcome for _, outcome in analyse_library(entries, SETTINGS)]
    assert [helper.work(entry) for entry in entries] == expected
