"""Reading and writing files so that no moment exists in which a file is half written."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import secrets
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LOCK_SECONDS = 2.0
"""How long to wait for another program that saves."""

TEMPORARY = ".tmp-"
"""How the names of files begin that are being written."""

LEFTOVERS = re.compile(r"\.(?:damaged|version-\d+)-\d{8}T\d{6}\.\d{6}Z\.json\Z")
"""How the names of files end that were set aside."""


class FileState(NamedTuple):
    """What tells whether a file is still as it was left."""

    modified: int
    size: int
    inode: int


class BusyError(OSError):
    """Another program held the lock for too long."""


def state_of(path: Path) -> FileState | None:
    """The file's state, or None where there is no such file.

    Raises:
        OSError: When it cannot be looked at.
    """
    try:
        return _state(path.stat())
    except (FileNotFoundError, NotADirectoryError):
        return None


def device_of(folder: Path) -> int | None:
    """The number of the disk a folder is on, or None where there is no such folder."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev if stat.S_ISDIR(status.st_mode) else None


def _state(status: os.stat_result) -> FileState:
    return FileState(status.st_mtime_ns, status.st_size, status.st_ino)


def read_file(path: Path) -> tuple[bytes, FileState] | None:
    """The file's content and state, or None where there is no such file.

    Raises:
        OSError: When it cannot be read, or is not a regular file (a pipe would block).
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except (FileNotFoundError, NotADirectoryError):
        return None
    with open(descriptor, "rb") as file:  # noqa: PTH123 (a descriptor has no path)
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(None, "It is not a regular file", str(path))
        return file.read(), _state(status)


def write_file(path: Path, data: Iterable[bytes]) -> FileState:
    """Replace the file, or make it with its folder; it is on the disk when this returns.

    The caller holds the folder's lock. Permissions are those of the file before, or for a new one
    what the user's umask leaves.

    Raises:
        OSError: When it cannot be written; the file is as it was.
    """
    make_folder(path.parent)
    temporary = path.with_name(TEMPORARY + secrets.token_hex(8))
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        with open(descriptor, "wb"):  # noqa: PTH123
            _write(descriptor, [piece for piece in data if piece])
            with contextlib.suppress(OSError, AttributeError):
                os.fchmod(descriptor, stat.S_IMODE(path.stat().st_mode))
            os.fsync(descriptor)
            state = _state(os.fstat(descriptor))
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)
    return state


def _write(descriptor: int, pieces: list[bytes]) -> None:
    """Write all the pieces, in one call to the system where that is possible."""
    written = 0
    if hasattr(os, "writev") and len(pieces) <= 1000:
        written = os.writev(descriptor, pieces)
        if written == sum(map(len, pieces)):
            return
    view = memoryview(b"".join(pieces))[written:]
    while view:
        view = view[os.write(descriptor, view) :]


def make_folder(folder: Path) -> None:
    """Make the folder and those above it, where they do not exist.

    Raises:
        OSError: When that is not possible.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync_folder(folder.parent)


def set_aside(path: Path, label: str = "damaged") -> Path:
    """Give a file a second, lasting name beside it, `NAME.LABEL-TIME.json`; return that name.

    Where the file system knows no links the file is renamed, otherwise it stays under its own
    name too until it is replaced, so that at no moment nothing is there.

    Raises:
        OSError: When that is not possible.
    """
    moment = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    aside = path.with_name(f"{path.stem}.{label}-{moment}.json")
    try:
        aside.hardlink_to(path)
    except (OSError, NotImplementedError):
        path.rename(aside)
    _sync_folder(path.parent)
    return aside


def sweep(folder: Path) -> None:
    """Remove what a writer that was killed left in the folder; the caller holds its lock."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(TEMPORARY):
                Path(entry.path).unlink()


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of an annotations folder; the system frees it when its holder dies.

    Raises:
        BusyError: When somebody else holds it for `LOCK_SECONDS`.
        OSError: When the lock file cannot be made.
    """
    import filelock

    make_folder(path.parent)
    lock = filelock.FileLock(path, timeout=LOCK_SECONDS)
    try:
        lock.acquire(poll_interval=0.005)
    except filelock.Timeout:
        raise BusyError("another newsreader is saving there") from None
    try:
        yield
    finally:
        lock.release()


def _sync_folder(folder: Path) -> None:
    # Systems on which a folder cannot be opened keep renamed files without this.
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


_BINARY: int = getattr(os, "O_BINARY", 0)
