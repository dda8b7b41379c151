"""An embedded database that may always be lost: it never fails whoever uses it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

DAMAGED = ".damaged"
"""Ends the name of a database that was set aside; only the last one is kept."""

_BUSY_SECONDS = 1.0
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SIDE_FILES = ("-wal", "-shm")
_LOCK = ".lock"

_Found = TypeVar("_Found")


class Database:
    """SQLite in one file, for several threads and several programs at once.

    A file that is damaged is set aside and made anew. Where nothing can be read or written (no
    permission, no room, no such disk), reading finds nothing and writing does nothing.

    Args:
        path: The file; its folder is made, for nobody but its owner.
        schema: Statements that make the tables where they are not there yet.
    """

    def __init__(self, path: Path, schema: Sequence[str]) -> None:
        self.path = path
        self._schema = schema
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._usable = True

    def read(self, statement: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """Run a statement that reads.

        Args:
            statement: SQL.
            values: For its parameters.

        Returns:
            All rows found; none where the database cannot be read.
        """
        return self._tried(lambda connection: connection.execute(statement, values).fetchall(), [])

    def write(self, *statements: tuple[str, Sequence[object]]) -> bool:
        """Run statements that write: either all are done or none.

        Args:
            statements: SQL, each with the values for its parameters.

        Returns:
            Whether it was done.
        """

        def run(connection: sqlite3.Connection) -> bool:
            with _transaction(connection):
                for statement, values in statements:
                    connection.execute(statement, values)
            return True

        return self._tried(run, False)

    def close(self) -> None:
        """Let go of the file; to use the database again opens it again."""
        with self._lock:
            self._close()

    def remove(self) -> None:
        """Delete the database, and the one that was set aside.

        Raises:
            OSError: When a file cannot be deleted.
        """
        with self._lock:
            self._close()
            for suffix in ("", *_SIDE_FILES, DAMAGED, _LOCK):
                self._beside(suffix).unlink(missing_ok=True)

    def _tried(self, action: Callable[[sqlite3.Connection], _Found], nothing: _Found) -> _Found:
        with self._lock:
            for _ in range(2):  # a second time where what was damaged has been made anew
                connection = self._opened()
                if connection is None:
                    break
                try:
                    return action(connection)
                except sqlite3.Error as error:
                    if not _is_broken(error):
                        break
                    self._set_aside()
        return nothing

    def _opened(self) -> sqlite3.Connection | None:
        """The open database, or None where it cannot be had; it is tried only once."""
        for _ in range(2):
            if self._connection is not None or not self._usable:
                break
            try:
                self._connection = self._open()
            except sqlite3.Error as error:
                if _is_broken(error):
                    self._set_aside()
                else:
                    self._usable = False
            except OSError:
                self._usable = False
        return self._connection

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # The files beside it get the mode of the database.
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        connection = sqlite3.connect(
            self.path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            # After a crash of the machine the last results may be gone; none is half there.
            connection.execute("PRAGMA synchronous = NORMAL")
            for statement in self._schema:
                connection.execute(statement)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _close(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _set_aside(self) -> None:
        """Move a damaged file away, unless another program has done so already."""
        import filelock

        self._close()
        try:
            with filelock.FileLock(self._beside(_LOCK), timeout=_BUSY_SECONDS):
                if not self._is_sound():
                    os.replace(self.path, self._beside(DAMAGED))  # noqa: PTH105
                    for suffix in _SIDE_FILES:
                        self._beside(suffix).unlink(missing_ok=True)
        except (OSError, filelock.Timeout):
            self._usable = False

    def _is_sound(self) -> bool:
        try:
            connection = sqlite3.connect(self.path, timeout=_BUSY_SECONDS)
            try:
                return bool(connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)])
            finally:
                connection.close()
        except sqlite3.Error as error:
            return not _is_broken(error)

    def _beside(self, suffix: str) -> Path:
        return self.path.with_name(self.path.name + suffix)


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _is_broken(error: sqlite3.Error) -> bool:
    # The lower byte is the kind of error, the others say more of it.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN
