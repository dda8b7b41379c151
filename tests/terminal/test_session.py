"""The program as a reader meets it, in a real pseudo-terminal."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.box import NEWSREADER, ROOT, Box

pytestmark = pytest.mark.terminal


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Two of the sample articles, in a folder of their own."""
    folder = tmp_path / "library"
    folder.mkdir()
    for path in sorted((ROOT / "seeds").glob("*.txt"))[:2]:
        shutil.copy(path, folder)
    return folder


def saved(folder: Path) -> list[dict[str, Any]]:
    pages = list((folder / "annotations" / "documents").rglob("*.json"))
    return [item for page in pages for item in json.loads(page.read_text("utf-8"))["items"]]


def ready(box: Box) -> None:
    """Wait until the first article is there with its highlights."""
    box.wait(r"\[Quotes \d+\]")
    box.settle()


def test_three_passages_are_tagged_and_found_again(library: Path, tmp_path: Path) -> None:
    words = (*NEWSREADER, "--annotator", "ana", str(library))
    with Box(*words, home=tmp_path) as box:
        ready(box)
        box.press("]", "Q")
        box.fill_in("t", "claim")
        box.wait("Tagged “claim”")
        box.press("}", "1")
        box.wait(r"Tagged “claim”.*")
        box.press("}")
        box.fill_in("n", "Who paid?")
        box.wait("Note saved")
        box.press("q")
        assert box.ended() == 0
    found = saved(library)
    assert len(found) == 3
    values = [body["value"] for item in found for body in item["body"]]
    assert sorted(values) == ["Who paid?", "claim", "claim"]
    with Box(*words, home=tmp_path) as box:
        ready(box)
        box.wait("✎3")
        box.wait("● claim")
        box.press("q")
        assert box.ended() == 0


def test_a_kill_loses_nothing_that_was_said_to_be_saved(library: Path, tmp_path: Path) -> None:
    with Box(*NEWSREADER, str(library), home=tmp_path) as box:
        ready(box)
        box.fill_in("t", "first")
        box.wait("Tagged “first”")
        box.press("}")
        box.fill_in("n", "second")
        box.wait("Note saved")
        box.kill()
    assert len(saved(library)) == 2
    with Box(*NEWSREADER, str(library), home=tmp_path) as box:
        ready(box)
        box.wait("✎2")


def test_it_works_on_a_small_screen_without_colour(library: Path, tmp_path: Path) -> None:
    bare = {"NO_COLOR": "1", "TERM": "xterm", "COLORTERM": ""}
    with Box(
        *NEWSREADER, str(library), home=tmp_path, columns=80, rows=24, environment=bare
    ) as box:
        box.wait(r"[┃┆╏]")
        box.press("]", "S")
        box.fill_in("n", "small")
        box.wait("Note saved")
        box.press("?")
        box.wait("Move in the article")
        box.press("escape", "q")
        assert box.ended() == 0
    assert len(saved(library)) == 1


def test_no_escape_of_an_article_reaches_the_terminal(library: Path, tmp_path: Path) -> None:
    evil = "\x1b]0;owned\x07\x1b[31;5mRed\x9b2J \x90q\x9c [@click=app.bell]ring[/]\n\nMore \x07.\n"
    (library / "00-evil\x1b]0;name\x07.txt").write_text(evil, "utf-8")
    with Box(*NEWSREADER, str(library), home=tmp_path) as box:
        ready(box)
        box.press("t", "escape", "n", "escape", "o", "escape", "q")
        assert box.ended() == 0
        # The app's own: the shape of the mouse pointer.
        written = re.sub(rb"\x1b]22;[a-z-]+\x07", b"", bytes(box.raw))
    assert b"owned" in written
    assert b"\x1b]" not in written
    assert b"\x1b[31;5m" not in written
    assert b"\x07" not in written
    assert not re.search("[\x80-\x9f]", written.decode("utf-8"))


def test_one_clear_line_where_nothing_can_be_opened(tmp_path: Path) -> None:
    with Box(*NEWSREADER, str(tmp_path / "nowhere"), home=tmp_path) as box:
        assert box.ended() == 2
        assert re.fullmatch(r"newsreader: There is no \S+/nowhere\.", box.text().replace("\n", ""))


def test_without_a_path_the_sample_articles_are_open(tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "seeds", tmp_path / "seeds", ignore=shutil.ignore_patterns("annotations")
    )
    command = f"cd {tmp_path} && exec {NEWSREADER[0]} -m tui"
    with Box("/bin/sh", "-c", command, home=tmp_path) as box:
        ready(box)
        box.wait("1 of 14")


def test_a_tag_can_be_told_from_the_page_in_sixteen_colours(library: Path, tmp_path: Path) -> None:
    with Box(
        *NEWSREADER, str(library), home=tmp_path, environment={"TERM": "xterm", "COLORTERM": ""}
    ) as box:
        ready(box)
        box.press("S")
        box.fill_in("t", "claim")
        box.wait("Tagged “claim”")
        rows = box.screen.display
        row = next(number for number, text in enumerate(rows) if "●  " in text)
        grounds = {box.screen.buffer[row][column].bg for column in range(120)}
        assert "blue" in grounds
