"""The file that `newsreader analyze --output` writes: JSON Lines that can be gone on with."""

from __future__ import annotations

import contextlib
import json
import os
import stat
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import TextIO

    from tui.documents.library import Entry

_BEGINNING = b'{"path": "'  # of every line


class ResultsFileError(Exception):
    """A file cannot be written, or must not be; the message is a sentence for people."""


class ResultsFile:
    """JSON Lines on disk, one for each document that is done.

    Args:
        path: The file.
        resume: Whether to go on with a file that holds results already.

    Attributes:
        stream: What lines are written to.

    Raises:
        ResultsFileError: It cannot be opened, or it holds something else than results, or it
            holds results and `resume` is false.
    """

    def __init__(self, path: Path, *, resume: bool) -> None:
        self._path = path
        self._done: set[tuple[str, str]] = set()
        try:
            if path.exists() and not stat.S_ISREG(path.stat().st_mode):
                raise ResultsFileError(f"{path} is not a regular file.")
            length = self._read(resume=resume)
            self.stream: TextIO = path.open("a", encoding="utf-8", newline="\n")
            self.stream.truncate(length)
        except OSError as error:
            raise ResultsFileError(f"{path} cannot be written: {error.strerror}.") from error

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """See it on the disk, and close it."""
        # whoever wrote a line has heard already if it could not be written
        with contextlib.suppress(OSError), self.stream:
            self.stream.flush()
            os.fsync(self.stream.fileno())

    def wants(self, entry: Entry) -> bool:
        """Whether a document is not in it yet, and is not the file itself."""
        path = entry.path
        if path.name == self._path.name and path.resolve() == self._path.resolve():
            return False
        # the id alone is the same for the same name in two libraries
        return not self._done or (_written(path), entry.id) not in self._done

    def _read(self, *, resume: bool) -> int:
        """Look what the file holds.

        Returns:
            Its length in bytes, without a last line that was not finished.
        """
        length = 0
        if not self._path.exists():
            return length
        with self._path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if not resume:
                    raise ResultsFileError(
                        f"{self._path} is there already. Add --resume to go on with it."
                    )
                if not line.endswith(b"\n") and line.startswith(_BEGINNING[: len(line)]):
                    break
                self._done.add(self._key(line, number))
                length += len(line)
        return length

    def _key(self, line: bytes, number: int) -> tuple[str, str]:
        try:
            found = json.loads(line)
            return str(found["path"]), str(found["id"])
        except (ValueError, TypeError, KeyError, RecursionError):
            raise ResultsFileError(
                f"{self._path} is left as it is: its line {number} is no result of newsreader."
            ) from None


def _written(path: Path) -> str:
    """A path as it stands in results."""
    return str(path).encode("utf-8", "replace").decode("utf-8")
