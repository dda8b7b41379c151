"""A library of hostile files, the same for the same seed."""

from __future__ import annotations

import contextlib
import gzip
import os
import socket
from pathlib import Path
from random import Random

from tests.hostile.contents import ENDINGS, KINDS, bomb
from tui.documents.kinds import PACKED, SUFFIXES

_NAMES = (
    "a\n{}", "\x1b[31m{}", "\x1b]0;x\x07{}", "[bold]{}", "..{}", "a b  {}", " {}", "{} ", "-rf {}",
    "~{}", "\u202e{}", "é{}", "e\u0301{}", "\udcff{}", "$(id){}", "%s{}", "a\\b{}", "\u2028{}",
    "…{}", "{}...",
)  # fmt: skip


def make_library(folder: Path, count: int, seed: int, long_line: int = 1_000_000) -> None:
    """Make hostile files.

    Args:
        folder: Where to; it is there and empty.
        count: How many files, besides links, pipes and the like.
        seed: Of chance.
        long_line: Length of the one line of a file, in bytes.
    """
    chance = Random(seed)
    endings = [*SUFFIXES, *(suffix + PACKED for suffix in SUFFIXES)]
    (folder / "one line.txt").write_bytes(b"word " * (long_line // 5))
    (folder / "one line.md").write_bytes(b"word " * (long_line // 5))
    for number in range(count - 2):
        kind = KINDS[number % len(KINDS)]
        ending = chance.choice(endings)  # mostly what it should be
        if chance.random() < 0.7:
            ending = chance.choice(ENDINGS.get(kind, (".txt", ".md")))
        data = kind(chance)
        if ending.endswith(PACKED) and kind is not bomb and chance.random() < 0.8:
            data = gzip.compress(data, 1, mtime=0)[: chance.choice((None, None, -5))]
        inner = folder / f"{number % 7}"
        inner.mkdir(exist_ok=True)
        (inner / _name(chance, number, ending)).write_bytes(data)
    _make_special(folder)


def _name(chance: Random, number: int, ending: str) -> str:
    if chance.random() < 0.6:
        return f"{number}{ending}"
    stem = chance.choice(_NAMES).format(number)
    if chance.random() < 0.1:
        stem += "x" * (250 - len(os.fsencode(stem + ending)))
    return stem + ending


def _make_special(folder: Path) -> None:
    """What is no regular file, as far as the system allows it."""
    special = folder / "special"
    special.mkdir()
    for suffix in SUFFIXES:
        (special / f"folder{suffix}").mkdir()
        (special / f"loop{suffix}").symlink_to(f"loop{suffix}")
        (special / f"gone{suffix}").symlink_to("nowhere")
        (special / f"zero{suffix}").symlink_to("/dev/zero")
        os.mkfifo(special / f"pipe{suffix}")
        unreadable = special / f"unreadable{suffix}"
        unreadable.write_text("A storm.")
        unreadable.chmod(0)
        with contextlib.suppress(OSError), contextlib.chdir(special):  # paths of sockets are short
            listener = socket.socket(socket.AF_UNIX)
            listener.bind(f"socket{suffix}")
            listener.close()
        with contextlib.suppress(OSError):
            os.mknod(special / f"device{suffix}", 0o020600, os.makedev(1, 5))
    (special / "up").symlink_to("..")
    (special / "round").symlink_to(".")
