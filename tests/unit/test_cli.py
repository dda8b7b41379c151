from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tui.cli import main
from tui.commands.outcomes import CANNOT_START, OK, SOME_FAILED

ARTICLE = 'Talks end\n\nLONDON (Reuters) - "We agreed," said Ana Lima of the Northern Bank.\n'


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.mark.parametrize("words", [[], ["analyze"]])
def test_a_path_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert main([*words, str(tmp_path / "nowhere")]) == CANNOT_START
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.count("\n") == 1
    assert output.err.startswith("newsreader: There is no ")


@pytest.mark.parametrize("words", [[], ["analyze"]])
def test_a_folder_without_an_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    assert main([*words, str(tmp_path)]) == CANNOT_START
    assert "No article in " in capsys.readouterr().err


def test_without_a_terminal_it_says_so(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(article)]) == CANNOT_START
    error = capsys.readouterr().err
    assert "not a terminal" in error
    assert error.count("\n") == 1


def test_json_lines_hold_what_was_found(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "--format", "jsonl", str(article)]) == OK
    [line] = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert set(found) == {"path", "id", "title", "text", "entities", "quotes"}
    assert found["path"] == str(article)
    assert found["title"] == "Talks end"
    assert found["text"] == ARTICLE
    for entity in found["entities"]:
        assert set(entity) - {"role", "date"} == {"start", "end", "text", "label", "name"}
        assert ARTICLE[entity["start"] : entity["end"]] == entity["text"]
    assert {"Ana Lima", "Northern Bank"} <= {entity["text"] for entity in found["entities"]}
    [quote] = found["quotes"]
    assert set(quote) == {
        *("start", "end", "text", "kind", "speaker", "name", "cue", "confidence", "why"),
    }
    assert quote["text"] == '"We agreed,"'
    assert quote["kind"] == "direct"
    assert quote["name"] == "Ana Lima"
    assert quote["cue"]["text"] == "said"
    assert ARTICLE[quote["speaker"]["start"] : quote["speaker"]["end"]] == quote["speaker"]["text"]
    assert 0 <= quote["confidence"] <= 1
    assert quote["why"]


def test_json_is_one_array(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE, "utf-8")
    assert main(["analyze", "--format", "json", str(tmp_path)]) == OK
    assert [found["title"] for found in json.loads(capsys.readouterr().out)] == ["Talks end"] * 2


def test_text_is_for_people(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", str(article)]) == OK
    said = capsys.readouterr().out
    assert said.startswith("Talks end\n")
    assert "1 quote\n" in said
    assert "Ana Lima (direct):" in said
    assert "Organisations\n  Reuters; Northern Bank\n" in said


def test_a_document_that_cannot_be_read_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "b.txt").write_text(ARTICLE, "utf-8")
    assert main(["analyze", "--format", "jsonl", str(tmp_path)]) == SOME_FAILED
    output = capsys.readouterr()
    assert len(output.out.splitlines()) == 1
    assert "a.txt is not a text file" in output.err


def test_controls_in_a_file_never_reach_the_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "bad\x1b]0;x\x07.txt"
    (tmp_path / name).write_text("Title\x1b[31m here\n\nSome \x9b31m text.\n", "utf-8")
    assert main(["analyze", str(tmp_path)]) == OK
    output = capsys.readouterr()
    assert not any(ord(letter) < 32 and letter != "\n" for letter in output.out + output.err)
    assert "\x9b" not in output.out


def run(code: str, *words: str) -> str:
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_analyze_never_loads_the_interface(article: Path) -> None:
    code = (
        "import sys; from tui.cli import main; main(['analyze', sys.argv[1]]);"
        "print([name for name in sys.modules if name.startswith(('textual', 'rich', 'tui.ui'))])"
    )
    assert run(code, str(article)).splitlines()[-1] == "[]"


def test_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("newsreader ")


def annotated(folder: Path) -> Path:
    """A library with an annotation; returns the file that holds it."""
    from tui.annotations.store import Store
    from tui.documents.document import Span
    from tui.documents.formats import read_document
    from tui.documents.library import open_library

    [entry] = open_library([folder]).entries
    Store(folder / "annotations", "ana").annotate(read_document(entry), Span(0, 5), note="here")
    return next((folder / "annotations" / "documents").rglob("ana.json"))


def test_check_finds_sound_annotations_sound(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    annotated(article.parent)
    assert main(["check", str(article)]) == OK
    assert "no damage found" in capsys.readouterr().out


def test_check_finds_damage_and_mends_it(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = annotated(article.parent)
    damaged = page.read_text("utf-8")[:-5]
    page.write_text(damaged, "utf-8")
    assert main(["check", str(article.parent)]) == SOME_FAILED
    assert "ana.json" in capsys.readouterr().out
    assert page.read_text("utf-8") == damaged
    assert main(["check", "--repair", str(article.parent)]) == OK
    assert "mended" in capsys.readouterr().out
    assert len(json.loads(page.read_text("utf-8"))["items"]) == 1
    assert main(["check", str(article.parent)]) == OK


def test_check_without_annotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == CANNOT_START
    assert "There are no annotations in " in capsys.readouterr().err


def _opened(monkeypatch: pytest.MonkeyPatch, path: Path, words: list[str]) -> tuple[int, Any]:
    """Exit code, and the app that would have been run, None if there was none."""
    from tui.ui.app import NewsreaderApp

    ran: list[NewsreaderApp] = []
    monkeypatch.setattr(NewsreaderApp, "run", lambda self: ran.append(self))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    code = main([*words, str(path)])
    return code, ran[0] if ran else None


def test_engine_of_the_settings_that_is_not_there_keeps_nobody_from_reading(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('engine = "nonsense"\n', encoding="utf-8")
    monkeypatch.setattr("tui.ui.settings.settings_file", lambda: settings)
    code, app = _opened(monkeypatch, article, [])
    assert code == OK
    assert app.session.engine == "builtin"
    (problem,) = app.settings.problems
    assert "There is no engine 'nonsense'" in problem
    assert "built-in" in problem


def test_engine_asked_for_that_is_not_there_is_said(
    article: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, app = _opened(monkeypatch, article, ["--engine", "nonsense"])
    assert code == CANNOT_START
    assert app is None
    assert "There is no engine 'nonsense'" in capsys.readouterr().err
