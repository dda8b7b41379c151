"""The analysis of many documents, in a real pseudo-terminal."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tests.terminal.box import NEWSREADER, Box
from tests.unit.corpus_library import article, make_library

pytestmark = pytest.mark.terminal

APP = (sys.executable, "-m", "tests.terminal.analysing_app")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Articles that take some seconds together."""
    folder = tmp_path / "library"
    make_library(folder, 40)
    for number in range(10):
        long = "\n\n".join(article(1000 * number + each) for each in range(400))
        (folder / f"z{number}.txt").write_text(long, "utf-8")
    return folder


def helpers(pid: int) -> set[int]:
    """Processes that this one has started and that have not ended."""
    found = set()
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if parent == str(pid) and state not in "ZX":
                found.add(int(folder.name))
    return found


def test_processes_start_inside_a_running_interface(library: Path, tmp_path: Path) -> None:
    for path in library.glob("z*.txt"):
        path.unlink()
    with Box(*APP, str(library), home=tmp_path) as box:
        box.wait("ended with 40")
        box.press("q")
        assert box.ended() == 0
    # the second time all is in the cache
    with Box(*APP, str(library), home=tmp_path) as box:
        box.wait("ended with 40")
        box.press("q")
        assert box.ended() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc")
def test_processes_end_when_it_is_stopped(library: Path, tmp_path: Path) -> None:
    with Box(*APP, str(library), home=tmp_path) as box:
        box.wait(r"\d+ done, 0 failed")
        assert len(helpers(box.child.pid)) == 2
        box.press("s")
        box.wait(r"ended with \d+")
        assert helpers(box.child.pid) == set()
        box.press("q")
        assert box.ended() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_key_stops_it_and_it_goes_on(library: Path, tmp_path: Path, jobs: str) -> None:
    file = tmp_path / "found.jsonl"
    words = (*NEWSREADER, "analyze", "--jobs", jobs, "--output", str(file), str(library))
    with Box(*words, home=tmp_path) as box:
        box.wait(r"\[#+\.+\] \d+ of 50 documents")
        left = helpers(box.child.pid)
        assert len(left) == (0 if jobs == "1" else 2)
        box.press("\x03")
        box.wait(r"newsreader: stopped, \d+ of 50 documents are done; --resume goes on from here.")
        assert box.ended() == 130
        assert "Traceback" not in box.text()
    assert not any(_alive(pid) for pid in left)
    done = len(file.read_text("utf-8").splitlines())
    assert 0 < done < 50
    assert file.read_bytes().endswith(b"\n")
    with Box(*words, "--resume", home=tmp_path, columns=200) as box:
        assert box.ended(60) == 0
        assert re.search(r"Traceback|newsreader:", box.text()) is None
    assert len(file.read_text("utf-8").splitlines()) == 50
    whole = tmp_path / "whole.jsonl"
    with Box(*NEWSREADER, "analyze", "--output", str(whole), str(library), home=tmp_path) as box:
        assert box.ended(60) == 0
    assert whole.read_bytes() == file.read_bytes()


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
