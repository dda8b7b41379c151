"""One helper process, seen from the program that started it."""

from __future__ import annotations

import contextlib
import math
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import tui
from tui.corpus.cache import Counts
from tui.corpus.engine import version
from tui.corpus.errors import HelperError
from tui.corpus.frames import receive, send
from tui.corpus.orders import order
from tui.corpus.work import Outcome, TooSlow, problem_of, seconds_allowed

if TYPE_CHECKING:
    from typing import IO, BinaryIO

    from tui.corpus.work import Settings
    from tui.documents.library import Entry

_START_SECONDS = 60.0
_GRACE_SECONDS = 10.0  # for an analysis that is over time to see so by itself
_END_SECONDS = 5.0

# Not `-m`: that would look for modules in the current folder, which may be anybody's.
_CODE = "import sys; sys.path[:] = sys.argv[1:]; from tui.corpus.worker import main; main()"


class Helper:
    """A helper process that analyses documents.

    It inherits nothing but the two pipes, so it can be started from any thread, also under a
    running interface; it hears nothing of keys that signal the terminal's processes.

    Args:
        settings: What it does with each document.

    Raises:
        HelperError: It does not start.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._end = math.inf  # when it is killed, by the monotonic clock
        self._late = False
        try:
            self._process = _start()
        except OSError as error:
            raise HelperError(f"No helper process can be started: {error.strerror}.") from error
        try:
            self._exchange(asdict(settings), _START_SECONDS)
        except EOFError:
            self.close()
            raise HelperError(f"A helper process ended at its start{self._cause()}.") from None

    @property
    def pid(self) -> int:
        """Of the process."""
        return self._process.pid

    def work(self, entry: Entry) -> Outcome:
        """Have a document analysed, and wait for it.

        Args:
            entry: The document.

        Returns:
            What became of it.

        Raises:
            EOFError: The process has ended meanwhile; `problem` says why.
        """
        try:
            message = order(entry, version(self._settings.engine))
        except Exception as error:  # noqa: BLE001 - one document must not end the work on the others
            return Outcome(problem=problem_of(error))
        message = self._exchange(message, self._settings.patience)
        if "length" in message:
            seconds = seconds_allowed(message["length"], self._settings.patience)
            message = self._exchange(None, seconds)
        counts = message["counts"]
        return Outcome(**{**message, "counts": Counts(*counts) if counts else None})

    def problem(self) -> str:
        """Why the last document has no outcome, in a sentence for people."""
        if self._late:
            return problem_of(TooSlow())
        return f"The process that analysed it has ended{self._cause()}."

    def kill_if_late(self) -> None:
        """End the process if its document takes longer than it may."""
        with self._lock:
            if time.monotonic() > self._end:
                self._late = True
                self._end = math.inf
                self._process.kill()

    def kill(self) -> None:
        """End the process at once; whoever waits for its answer gets none."""
        self._process.kill()

    def close(self) -> None:
        """End the process when it has nothing to do, and see it gone.

        To be called by the thread that waits for its answers.
        """
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                _pipe(pipe).close()
        self._wait()

    def _wait(self) -> int:
        """The exit code of a process that has ended, or is about to."""
        try:
            return self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait()

    def _exchange(self, message: dict[str, Any] | None, seconds: float) -> dict[str, Any]:
        """Send a message, if there is one, and wait for an answer."""
        with self._lock:
            self._end = time.monotonic() + seconds + _GRACE_SECONDS
        try:
            if message is not None:
                send(_pipe(self._process.stdin), message)
            return receive(_pipe(self._process.stdout))
        except (OSError, ValueError) as error:
            raise EOFError from error
        finally:
            with self._lock:
                self._end = math.inf

    def _cause(self) -> str:
        code = self._wait()
        if code < 0:
            return f" (killed by {_signal_name(-code)})"
        return f" (exit code {code})" if code else ""


def _start() -> subprocess.Popen[bytes]:
    root = str(Path(tui.__file__).parent.parent)
    paths = [path for path in sys.path if os.path.isabs(path)]  # noqa: PTH117
    own = () if root in paths else (root,)
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _CODE, *own, *paths],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _pipe(pipe: IO[bytes] | None) -> BinaryIO:
    return cast("BinaryIO", pipe)  # both were asked for


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
