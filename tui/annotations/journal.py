"""What the annotator does, written down before it is saved: for undo, and for when saving fails.

One file for each annotations folder and annotator, in the user's state folder. An entry is a line
that begins with the session that wrote it; a line `{"saved":SESSION}` says that all entries of the
session before it are in the annotations folder. What is not is brought there at the next start. A
line that was cut off is passed over: every entry begins on a new line.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import secrets
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tui.annotations.files import locked, read_file, write_file
from tui.annotations.folder import journal_folder
from tui.annotations.lines import to_line
from tui.annotations.names import digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Entry = dict[str, Any]

LARGE = 4_000_000
"""Size in bytes from which a journal is shortened when it is opened."""

# Files kept on the disk, to be given up one by one for entries when it is full: that is little
# enough each time that nothing else can be saved instead. Their number, and bytes in each.
_RESERVES, _RESERVE = 16, 16_384
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_SESSION, _SAVED, _REFUSED = b'{"session":"', b'{"saved":"', b'{"refused":"'


class Journal:
    """The journal of one annotator's work in one annotations folder.

    Writing it never fails: what the disk refuses is kept in memory and tried again with the next
    entry.

    Args:
        annotations: The annotations folder.
        annotator: Name of the annotator.
        state: Folder of all journals; by default in the user's state folder.

    Attributes:
        interrupted: Saving had been refused when the work that `recover` gave was done.
    """

    def __init__(self, annotations: Path, annotator: str, state: Path | None = None) -> None:
        self.interrupted = False
        self._whose = (annotations, annotator, state)
        self._session = secrets.token_hex(8)
        self._unwritten: list[bytes] = []
        self._owed: set[str] = set()  # sessions with entries that are not saved
        self._postponed: set[str] = set()  # those that cannot be saved by this program
        self._lines: list[bytes] = []  # of earlier sessions
        self._refused = False
        self._kept_texts: set[str] = set()
        self._reserved = False

    @cached_property
    def folder(self) -> Path:
        """Where the journal is."""
        return journal_folder(*self._whose)

    @property
    def _path(self) -> Path:
        return self.folder / "journal.jsonl"

    @property
    def written(self) -> bool:
        """Everything is on the disk."""
        return not self._unwritten

    # writing

    def add(self, entry: Mapping[str, object]) -> None:
        """Write an entry."""
        self._unwritten.append(to_line({"session": self._session, **entry}))
        self._owed.add(self._session)
        self._write()

    def settle(self) -> None:
        """Everything so far is in the annotations folder."""
        settled = self._owed - self._postponed
        if not settled:
            return
        self._unwritten += [to_line({"saved": session}) for session in sorted(settled)]
        self._owed -= settled
        self._refused = False
        self._write(alone=False)
        for sha256 in self._kept_texts:
            with contextlib.suppress(OSError):
                self._text(sha256).unlink()
        self._kept_texts.clear()

    def refuse(self, texts: Mapping[str, str]) -> None:
        """The annotations folder refuses; keep what it has not got.

        Args:
            texts: Those that annotations refer to, by SHA-256, if they are not in the folder.
        """
        if not self._refused and self._owed:
            self._unwritten.append(to_line({"refused": self._session}))
        self._refused = True
        self._write()
        for sha256, text in texts.items():
            if sha256 not in self._kept_texts:
                with contextlib.suppress(OSError):
                    write_file(self._text(sha256), [text.encode()])
                    self._kept_texts.add(sha256)

    def postpone(self) -> None:
        """What was recovered cannot all be saved by this program: it is kept for a later start."""
        self._postponed = self._owed - {self._session}

    def _text(self, sha256: str) -> Path:
        return self.folder / "texts" / f"{sha256}.txt"

    def _write(self, *, alone: bool = True) -> None:
        """Write what is not written; alone, so that it is not lost to a journal's shortening.

        To lose the mark that all is saved means only that the next start finds it so.
        """
        if not self._unwritten:
            return
        data = b"".join(b"\n%b\n" % line for line in self._unwritten)
        try:
            with self._locked() if alone else contextlib.nullcontext():
                self._append_somehow(data)
        except OSError:
            return
        self._unwritten.clear()
        if not self._reserved:
            self._reserved = True
            self._reserve()

    def _append_somehow(self, data: bytes) -> None:
        while True:
            try:
                self._append(data)
            except OSError as error:
                if error.errno not in _FULL or not self._give_up_reserve():
                    raise
            else:
                return

    def _append(self, data: bytes) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _BINARY, 0o600)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(descriptor, view) :]
            if self._refused:  # otherwise the annotations folder is what must be on the disk
                with contextlib.suppress(OSError):
                    os.fsync(descriptor)
        finally:
            os.close(descriptor)

    @contextlib.contextmanager
    def _locked(self) -> Any:
        """Hold the journal's lock, if it can be had: only shortening a journal needs it."""
        with contextlib.ExitStack() as stack:
            with contextlib.suppress(OSError, NotImplementedError):
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                stack.enter_context(locked(self.folder / ".lock"))
            yield

    def _reserve(self) -> None:
        """Take some of the disk, so that there is something to give up."""
        for number in range(_RESERVES):
            path = self.folder / f"reserve-{number:02}"
            if path.exists():
                continue
            try:
                with path.open("xb") as file:
                    file.write(secrets.token_bytes(_RESERVE))
            except OSError:
                with contextlib.suppress(OSError):
                    path.unlink()
                return

    def _give_up_reserve(self) -> bool:
        for path in sorted(self.folder.glob("reserve-*")):
            with contextlib.suppress(OSError):
                path.unlink()
                return True
        return False

    # reading

    def recover(self) -> list[Entry]:
        """Read what earlier sessions wrote; `settle` says that it is saved.

        Returns:
            The entries that are not in the annotations folder yet.
        """
        self._lines = self._read()
        owed, refused = _scan(self._lines)
        self._owed |= owed.keys()
        self.interrupted = bool(refused)
        numbers = sorted(number for numbers in owed.values() for number in numbers)
        return [entry for entry in map(self._decode, numbers) if entry is not None]

    def entries(self) -> list[Entry]:
        """All entries of earlier sessions, as they were when `recover` read them."""
        entries = map(self._decode, range(len(self._lines)))
        return [entry for entry in entries if entry is not None and "session" in entry]

    def texts(self) -> dict[str, str]:
        """The texts that earlier sessions could not save, by SHA-256."""
        found = {}
        with contextlib.suppress(OSError):
            for path in sorted((self.folder / "texts").glob("*.txt")):
                content = read_file(path)
                text = content[0].decode("utf-8", "replace") if content else ""
                if digest(text) == path.stem:
                    found[path.stem] = text
                    self._kept_texts.add(path.stem)
        return found

    def shorten(self, kept: list[Entry]) -> None:
        """Replace what earlier sessions wrote by these entries; only if everything is saved."""
        with contextlib.suppress(OSError, NotImplementedError), locked(self.folder / ".lock"):
            lines = self._read()
            if lines != self._lines or _scan(lines)[0]:
                return  # another session is at work
            name = {"session": self._session}
            data = [b"\n%b\n" % to_line({**name, **entry, **name}) for entry in kept]
            write_file(self._path, [*data, b"\n%b\n" % to_line({"saved": self._session})])

    def is_large(self) -> bool:
        """Whether it should be shortened."""
        return sum(map(len, self._lines)) > LARGE

    def _read(self) -> list[bytes]:
        try:
            content = read_file(self._path)
        except OSError:
            return []
        return [line for line in content[0].split(b"\n") if line] if content else []

    def _decode(self, number: int) -> Entry | None:
        try:
            entry = json.loads(self._lines[number])
        except (ValueError, RecursionError):
            return None
        return entry if isinstance(entry, dict) else None


def _scan(lines: list[bytes]) -> tuple[dict[str, list[int]], set[str]]:
    """The lines of each session that are not saved, and the sessions that were refused.

    Nothing is decoded: this is done before the first screen stands.
    """
    owed: dict[str, list[int]] = {}
    refused = set()
    for number, line in enumerate(lines):
        if line.startswith(_SESSION):
            owed.setdefault(_name(line, _SESSION), []).append(number)
        elif line.startswith(_SAVED):
            owed.pop(_name(line, _SAVED), None)
            refused.discard(_name(line, _SAVED))
        elif line.startswith(_REFUSED):
            refused.add(_name(line, _REFUSED))
    return owed, refused


def _name(line: bytes, opening: bytes) -> str:
    return line[len(opening) :].partition(b'"')[0].decode("ascii", "replace")


_BINARY: int = getattr(os, "O_BINARY", 0)
