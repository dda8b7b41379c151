"""`newsreader analyze` over many documents."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.corpus_library import article, make_library
from tui.cli import main
from tui.commands.outcomes import CANNOT_START, OK, SOME_FAILED
from tui.commands.progress_line import ProgressLine, describe, duration
from tui.corpus.cache import Cache
from tui.corpus.progress import Progress
from tui.corpus.work import Outcome
from tui.documents.library import Entry


@pytest.fixture
def entries(tmp_path: Path) -> tuple[Entry, ...]:
    return make_library(tmp_path / "library", 33)


@pytest.fixture
def library(entries: tuple[Entry, ...]) -> str:
    return str(entries[0].root)


def test_the_output_is_the_same_however_many_work(library: str, entries: tuple[Entry, ...]) -> None:
    entries[9].path.write_bytes(b"\x00\x01" * 99)
    outputs = []
    # sets have another order in each process
    for seed, words in enumerate((["--jobs", "1"], ["--jobs", "3"], [], ["--no-cache"])):
        done = subprocess.run(
            [sys.executable, "-m", "tui", "analyze", "--format", "json", *words, library],
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
        )
        assert done.returncode == SOME_FAILED
        outputs.append((done.stdout, done.stderr))
    assert len(set(outputs)) == 1
    assert outputs[0][1] == b"newsreader: talks-9.txt: talks-9.txt is not a text file.\n"


def test_a_file_takes_the_lines(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["analyze", "--format", "jsonl", library]) == OK
    printed = capsys.readouterr().out
    file = tmp_path / "found.jsonl"
    assert main(["analyze", "--output", str(file), library]) == OK
    assert capsys.readouterr() == ("", "")
    assert file.read_text("utf-8") == printed
    assert len(printed.splitlines()) == 33


def test_what_is_there_already_is_never_overwritten(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "found.jsonl"
    file.write_text("something of mine")
    assert main(["analyze", "--output", str(file), library]) == CANNOT_START
    assert "is there already. Add --resume to go on with it." in capsys.readouterr().err
    for content in ("something of mine", '{"a": 1}\n', '{"path": "x"}\n', "[]\n\n", '{"path": 1'):
        file.write_text(content)
        assert main(["analyze", "--output", str(file), "--resume", library]) == CANNOT_START
        assert "is left as it is: its line 1 is no result" in capsys.readouterr().err
        assert file.read_text() == content


@pytest.mark.parametrize("cut", [0, 4000, -1])
def test_it_goes_on_where_it_was_stopped(library: str, tmp_path: Path, cut: int) -> None:
    file = tmp_path / "found.jsonl"
    words = ["analyze", "--jobs", "1", "--output", str(file), library]
    assert main(words) == OK
    whole = file.read_bytes()
    file.write_bytes(whole[:cut])
    assert main([*words, "--resume"]) == OK
    assert file.read_bytes() == whole
    assert main([*words, "--resume"]) == OK
    assert file.read_bytes() == whole


def test_only_what_is_missing_is_analysed(
    library: str, entries: tuple[Entry, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "found.jsonl"
    entries[20].path.unlink()
    assert main(["analyze", "--output", str(file), library]) == OK
    entries[20].path.write_text(article(20), "utf-8")
    entries[30].path.write_bytes(b"\x00\x01" * 99)
    read: list[str] = []

    def read_and_told(entry: Entry) -> object:
        from tui.documents.formats import read_document

        read.append(entry.name)
        return read_document(entry)

    monkeypatch.setattr("tui.corpus.executors.read_document", read_and_told)
    words = ["analyze", "--jobs", "1", "--output", str(file), "--resume", library]
    assert main(words) == OK
    assert read == ["talks-20.txt"]
    paths = [json.loads(line)["path"] for line in file.read_text("utf-8").splitlines()]
    assert len(paths) == len(set(paths)) == 33
    assert paths[-1].endswith("talks-20.txt")


def test_the_same_name_in_two_libraries_is_two_documents(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_library(tmp_path / name, 2)
    file = tmp_path / "found.jsonl"
    assert main(["analyze", "--output", str(file), str(tmp_path / "one")]) == OK
    words = ["--output", str(file), "--resume", str(tmp_path / "one"), str(tmp_path / "two")]
    assert main(["analyze", *words]) == OK
    found = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert len({each["path"] for each in found}) == 4
    assert len({each["id"] for each in found}) == 2


def test_the_file_is_no_document_itself(library: str) -> None:
    file = Path(library) / "found.txt"
    for _ in range(2):
        assert main(["analyze", "--output", str(file), "--resume", library]) == OK
    assert len(file.read_text("utf-8").splitlines()) == 33


def test_a_file_that_cannot_be_written(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, reason in (
        ("nowhere/found.jsonl", "cannot be written: No such file or directory."),
        (".", "is not a regular file."),
        ("pipe", "is not a regular file."),
    ):
        assert main(["analyze", "--output", str(tmp_path / name), library]) == CANNOT_START
        assert reason in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk at hand")
def test_a_full_disk_is_said(library: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "analyze", "--format", "jsonl", library],
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.stderr == b"newsreader: The results cannot be written: No space left on device.\n"
    assert done.returncode == CANNOT_START


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_goes_away_ends_it_quietly(library: str, jobs: str) -> None:
    command = [sys.executable, "-m", "tui", "analyze", "--format", "jsonl", "--jobs", jobs, library]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.readline()
    program.stdout.close()
    assert program.stderr.read() == b""
    assert program.wait() == OK


@pytest.mark.parametrize(
    "words",
    [
        ["--jobs", "0"],
        ["--jobs", "many"],
        ["--resume"],
        ["--output", "x", "--format", "json"],
        ["--jobs", "2", "--dask", "tcp://127.0.0.1:1"],
    ],
)
def test_words_that_make_no_sense(
    library: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["analyze", *words, library])
    assert ended.value.code == CANNOT_START
    assert "newsreader analyze: error: " in capsys.readouterr().err


def test_the_cache_can_be_cleared(
    library: str, entries: tuple[Entry, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["analyze", library])
    assert None not in Cache().counts(entries)
    with pytest.raises(SystemExit) as ended:
        main(["analyze", "--clear-cache"])
    assert ended.value.code == OK
    assert set(Cache().counts(entries)) == {None}


def test_without_the_cache_none_is_made(library: str, entries: tuple[Entry, ...]) -> None:
    main(["analyze", "--no-cache", library])
    assert not Cache().path.exists()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "50")
    progress = Progress(1200)
    progress.add(Outcome(problem="It is gone."))
    stream = Terminal()
    line = ProgressLine(stream, progress, wanted=True)
    line.show()
    line.show()  # too soon
    assert stream.getvalue() == "\r\x1b[K[........................] 1 of 1,200 documents, "
    line.clear()
    assert stream.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize("case", ["no terminal", "dumb", "not wanted"])
def test_no_progress_where_it_would_be_noise(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb" if case == "dumb" else "xterm")
    stream = io.StringIO() if case == "no terminal" else Terminal()
    line = ProgressLine(stream, Progress(3), wanted=case != "not wanted")
    line.show()
    line.clear()
    assert stream.getvalue() == ""


def test_progress_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: clock[0])
    progress = Progress(4)
    for _ in range(2):
        clock[0] += 100
        progress.add(Outcome())
    progress.add(Outcome(problem="It is gone."))
    assert describe(progress) == (
        "[##################......] 3 of 4 documents, 1 failed, 1 min left"
    )
    assert describe(Progress()) == "[........................] 0 of 0 documents"
    assert [duration(seconds) for seconds in (0.2, 59.4, 61, 3500, 9000)] == [
        *("0 s", "59 s", "1 min", "58 min", "2 h 30 min"),
    ]
