"""A real pseudo-terminal with a screen that can be read, for tests and benchmarks."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
from pathlib import Path
from typing import Self

import pexpect
import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pagedown": "\x1b[6~",
    "ctrl+q": "\x11",
    "ctrl+r": "\x12",
    "ctrl+s": "\x13",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "home": "\x1b[H",
    "end": "\x1b[F",
}

NEWSREADER = (sys.executable, "-m", "tui")
ROOT = Path(__file__).parents[2]

# Sequences that the screen does not know: private modes, device queries, kitty's keyboard.
_PRIVATE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP.*?\x1b\\")


class Box:
    """Runs a program in a terminal of its own.

    Args:
        command: The program and its words.
        home: Stands for the user's home; nothing outside is touched.
        columns: Width.
        rows: Height.
        environment: More variables for the program.
    """

    def __init__(
        self,
        *command: str,
        home: Path,
        columns: int = 120,
        rows: int = 40,
        environment: dict[str, str] | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self._fresh = bytearray()
        variables = {
            **os.environ,
            "HOME": str(home),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_DATA_HOME": str(home / "data"),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
            **(environment or {}),
        }
        # As on a reader's machine, where compiled modules are kept.
        variables.pop("PYTHONDONTWRITEBYTECODE", None)
        # The terminal has a size of its own, whatever is said of that of the tests.
        variables.pop("COLUMNS", None)
        variables.pop("LINES", None)
        self.child = pexpect.spawn(
            command[0],
            list(command[1:]),
            env=variables,
            dimensions=(rows, columns),
            timeout=None,
        )
        self.child.delaybeforesend = None

    def read(self, seconds: float = 0.01) -> bytes:
        """All that has been written, after waiting at most that long for more."""
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            self._fresh += self.child.read_nonblocking(1 << 16, timeout=seconds)
        return bytes(self.raw + self._fresh)

    def pump(self, seconds: float = 0.01) -> bool:
        """Draw what has been written, waiting at most that long; whether there was anything."""
        self.read(seconds)
        fresh = bytes(self._fresh)
        self.raw += fresh
        self._fresh.clear()
        self._stream.feed(_PRIVATE.sub(b"", fresh))
        return bool(fresh)

    def text(self) -> str:
        """The screen."""
        # Not `display`, which trips over half of a wide character; the other half is empty.
        rows, columns = range(self.screen.lines), range(self.screen.columns)
        lines = ("".join(self.screen.buffer[y][x].data for x in columns) for y in rows)
        return "\n".join(line.rstrip() for line in lines)

    def wait(self, pattern: str, timeout: float = 20.0) -> float:
        """Seconds until the screen matches.

        Raises:
            AssertionError: It does not, in time.
        """
        begin = time.perf_counter()
        regex = re.compile(pattern, re.DOTALL)
        while time.perf_counter() - begin < timeout:
            if regex.search(self.text()):
                return time.perf_counter() - begin
            if not self.pump() and not self.child.isalive():
                break
        self.pump(0.1)
        assert regex.search(self.text()), f"never on the screen: {pattern}\n{self.text()}"
        return time.perf_counter() - begin

    def settle(self, quiet: float = 0.12, timeout: float = 5.0) -> None:
        """Read until nothing has come for a moment."""
        begin = last = time.perf_counter()
        while time.perf_counter() - begin < timeout and time.perf_counter() - last < quiet:
            if self.pump():
                last = time.perf_counter()

    def pass_over(self, quiet: float) -> None:
        """Read until nothing has come for so long, and forget it: the screen is not drawn."""
        last = time.perf_counter()
        while time.perf_counter() - last < quiet:
            if len(self.read(0.01)) > len(self.raw):
                last = time.perf_counter()
            self._fresh.clear()

    def press(self, *keys: str) -> None:
        """Type keys, each after the screen has settled."""
        for key in keys:
            self.child.send(KEYS.get(key, key))
            self.settle()

    def fill_in(self, key: str, words: str) -> None:
        """Open a dialog with a key, and once it is there, type words into it and `Enter`."""
        self.press(key)
        self.wait("Esc leaves")
        self.press(words)
        self.wait(re.escape(words))
        self.press("enter")

    def answer(self, key: str, timeout: float = 2.0) -> float | None:
        """Seconds from a key to the first byte that comes back; None if nothing does."""
        known = len(self.raw)
        begin = time.perf_counter()
        self.child.send(KEYS.get(key, key))
        while time.perf_counter() - begin < timeout:
            # Only read: to draw takes longer than what is measured.
            if len(self.read(0.001)) > known:
                return time.perf_counter() - begin
        return None

    def ended(self, timeout: float = 10.0) -> int | None:
        """Exit code, once the program has ended; None if it has not in time."""
        begin = time.perf_counter()
        while time.perf_counter() - begin < timeout:
            self.pump()
            if not self.child.isalive():
                self.pump()
                self.child.close()
                code: int | None = self.child.exitstatus
                return code
        return None

    def kill(self) -> None:
        """End the program at once, as a crash of the machine would."""
        self.child.kill(9)
        self.child.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.close(force=True)
