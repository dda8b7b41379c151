"""A library of hostile files, walked through in a real pseudo-terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.hostile.library import make_library
from tests.terminal.box import NEWSREADER, Box
from tests.terminal.escapes import Written, read_stream
from tui.documents.library import open_library

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and names of any bytes"),
]

# Colours and places; then modes of the mouse, focus, pasting, wrapping, cursor, keyboard and the
# other screen, and the questions whether the terminal knows two of them.
SEQUENCES = {
    *("m", "H", "?$p", ">u", "<u"),
    *(
        f"?{mode}{way}"
        for mode in (7, 25, 1000, 1003, 1004, 1006, 1015, 1049, 2004)
        for way in "hl"
    ),
}
COMMANDS = {"22;default", "22;pointer", "22;text"}  # the shape of the mouse pointer
OTHERS = {"\r", "\n"}  # between the rows of a whole screen

ARTICLE = "The ferry\n\nA ferry sank. “It was old,” said Ada Moss.\n\nNobody was hurt.\n"
SAID = {
    "gone.txt": "gone.txt is not there any more.",
    "pipe.txt": "pipe.txt is not a regular file.",
    "folder.txt": "folder.txt is a folder, not a file.",
    "device.txt": "device.txt is not a regular file.",
    "loop.txt": "loop.txt cannot be read:",
}


def check(written: Written) -> None:
    """Only what the program itself has to say reaches the terminal as anything but text."""
    assert set(written.sequences) - SEQUENCES == set()
    assert set(written.commands) - COMMANDS == set()
    assert set(written.others) - OTHERS == set()
    assert written.bidi == set()


def make(folder: Path) -> None:
    """Hostile files of every kind, corpora cut to a few rows; and some that will change."""
    folder.mkdir()
    make_library(folder, 40, seed=7, long_line=100_000)
    for path in folder.rglob("*"):
        if path.suffix in (".csv", ".tsv", ".jsonl", ".ndjson") and path.is_file():
            path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:4]))
    changing = folder / "changing"
    changing.mkdir()
    for name in ("changed.txt", *SAID):
        (changing / name).write_text(ARTICLE, "utf-8")


def change(folder: Path) -> None:
    """What happens to files after they have been listed."""
    for name in SAID:
        (folder / name).unlink()
    os.mkfifo(folder / "pipe.txt")
    (folder / "folder.txt").mkdir()
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "loop.txt").symlink_to("loop.txt")


def test_a_hostile_library_is_walked_through(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    make(folder)
    entries = open_library([folder]).entries
    assert len(entries) > 50
    with Box(*NEWSREADER, str(folder), home=tmp_path) as box:
        box.wait(rf"1 of {len(entries)} ")
        change(folder / "changing")
        for number, entry in enumerate(entries[1:], 2):
            box.child.send("J")
            box.wait(rf"{number} of {len(entries)} ")
            said = SAID.get(entry.path.name) if entry.path.parent.name == "changing" else None
            if said:
                box.wait(said)  # in the status line, and what there is room for in the list
                box.wait(rf"(?m)^▌ *{said[:12]}")
            elif entry.path.name == "changed.txt":
                box.press("]")
                entry.path.write_bytes(b"\x1b]0;owned\x07\xff\xfe\x9b31m Other.")
                box.press("t", "claim", "enter")
                box.wait("Tagged “claim”")
        for key in ("i", "\x1b[14~", "\x1b[15~", "\x1b[17~", "escape"):
            box.press(key)
        box.press("L")
        box.wait("(?i)speakers|nobody")
        box.press("escape", "\\", "said", "enter")
        box.settle(0.3)
        box.press("escape", "escape", "q")
        assert box.ended() == 0
        assert "Traceback" not in box.text()
        check(read_stream(bytes(box.raw)))


@pytest.mark.parametrize("kind", ["pipe", "device", "loop"])
def test_what_is_no_file_is_said_in_one_line(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.txt"
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero" if kind == "device" else "x.txt")
    with Box(*NEWSREADER, str(path), home=tmp_path) as box:
        assert box.ended() == 2
        lines = [line for line in box.text().splitlines() if line]
    assert lines[0].startswith("newsreader: ")
    assert "x.txt" in "".join(lines)
    assert "Traceback" not in "".join(lines)


def test_what_is_no_part_of_the_program_is_found() -> None:
    stream = b"a\x1b[1;31mb\x1b]52;c;aGk=\x07c\x07\x1b[2J\xc2\x9b31m\xe2\x80\xae\x1bP+q\x1b\\\x1bc"
    written = read_stream(stream)
    assert set(written.sequences) == {"m", "J"}
    assert set(written.commands) == {"52;c;aGk="}
    assert set(written.others) == {"\x07", "\x9b", "\x1bP+q\x1b\\", "\x1bc"}
    assert written.bidi == {"\u202e"}
    with pytest.raises(AssertionError):
        check(written)
