"""A cluster on this machine: two worker processes, one of which is killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.unit.corpus_library import article, make_library
from tui.cli import main
from tui.commands.outcomes import CANNOT_START, OK, SOME_FAILED
from tui.corpus import cluster as cluster_module
from tui.corpus.analysing import analyse_library, run_executor
from tui.corpus.cache import Cache
from tui.corpus.cluster import INSTALL, Cluster
from tui.corpus.errors import ClusterError
from tui.corpus.progress import Progress
from tui.corpus.work import Settings
from tui.documents.library import Entry

SETTINGS = Settings("jsonl", cached=False)


@pytest.fixture
def entries(tmp_path: Path) -> tuple[Entry, ...]:
    return make_library(tmp_path / "library", 60)


@pytest.fixture(scope="module")
def local() -> Iterator[Any]:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster


def test_a_worker_that_is_killed_changes_nothing(local: Any, entries: tuple[Entry, ...]) -> None:
    entries[7].path.write_bytes(b"\x00\x01" * 99)
    expected = list(analyse_library(entries, SETTINGS))
    pids = [worker.process.pid for worker in local.workers.values()]
    assert len(pids) == 2
    progress = Progress()
    executor = Cluster(local.scheduler_address, SETTINGS, None)
    found = []
    with closing(run_executor(executor, entries, progress=progress)) as results:
        for index, outcome in results:
            found.append((index, outcome))
            if index == 5:
                os.kill(pids[0], signal.SIGKILL)
    assert found == expected
    assert progress.failed == 1
    assert expected[7][1].problem == "talks-7.txt is not a text file."


def test_the_command_gives_the_same_output(
    local: Any, entries: tuple[Entry, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(entries[0].root)
    entries[3].path.unlink()
    entries[4].path.write_bytes(b"\x00\x01" * 99)
    outputs = []
    for words in (["--dask", local.scheduler_address], ["--jobs", "1"]):
        assert main(["analyze", "--no-cache", "--format", "json", *words, folder]) == SOME_FAILED
        outputs.append(capsys.readouterr())
    assert outputs[0] == outputs[1]
    assert outputs[0].out.count('"path"') == 58


def test_what_the_cluster_found_is_kept_here(
    local: Any, entries: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings("jsonl")
    first = list(run_executor(Cluster(local.scheduler_address, settings, Cache()), entries))
    assert Cache().counts(entries) == [outcome.counts for _, outcome in first]

    def refuse(*_: object) -> None:
        raise AssertionError("it was sent again")

    executor = Cluster(local.scheduler_address, settings, Cache())
    monkeypatch.setattr(executor._client, "submit", refuse)
    again = list(run_executor(executor, entries))
    assert [each.written for _, each in again] == [each.written for _, each in first]
    assert all(each.known for _, each in again)


def test_a_document_that_takes_too_long_is_given_up(local: Any, entries: tuple[Entry, ...]) -> None:
    hasty = Settings(cached=False, patience=-5.0)
    found = list(run_executor(Cluster(local.scheduler_address, hasty, None), entries[:3]))
    assert {each.problem for _, each in found} == {"The analysis took too long and was given up."}


OTHER = """
import tui.corpus.cluster, tui.corpus.engine
tui.corpus.cluster.version = tui.corpus.engine.version = lambda engine: "another"
"""
SAME = """
import importlib, tui.corpus.cluster, tui.corpus.engine
importlib.reload(tui.corpus.engine)
importlib.reload(tui.corpus.cluster)
"""


def test_a_cluster_of_another_version_is_refused(local: Any, entries: tuple[Entry, ...]) -> None:
    executor = Cluster(local.scheduler_address, SETTINGS, None)
    executor._client.run(exec, OTHER)
    try:
        with pytest.raises(ClusterError, match="do not run this version"):
            Cluster(local.scheduler_address, SETTINGS, None)
        # as if workers had joined since
        with pytest.raises(ClusterError, match="do not run this version"):
            list(run_executor(executor, entries[:1]))
    finally:
        again = local.get_client()
        again.run(exec, SAME)
        again.close()


def test_no_cluster_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster_module, "_CONNECT_SECONDS", 0.3)
    (tmp_path / "a.txt").write_text(article(1), "utf-8")
    for address in ("tcp://127.0.0.1:9", "nonsense://\x1b[31m"):
        assert main(["analyze", "--dask", address, str(tmp_path)]) == CANNOT_START
        error = capsys.readouterr().err
        assert error.startswith("newsreader: No cluster answers at ")
        assert error.count("\n") == 1
        assert "\x1b" not in error


def test_without_dask_the_command_that_installs_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    (tmp_path / "a.txt").write_text(article(1), "utf-8")
    assert main(["analyze", "--dask", "tcp://127.0.0.1:9", str(tmp_path)]) == CANNOT_START
    assert (
        capsys.readouterr().err
        == f"newsreader: Dask is not installed. This installs it: {INSTALL}\n"
    )
    assert main(["analyze", str(tmp_path)]) == OK
