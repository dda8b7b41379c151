"""A pool of helper processes."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING

from tui.corpus.helper import Helper
from tui.corpus.work import Outcome

if TYPE_CHECKING:
    from tui.corpus.work import Settings
    from tui.documents.library import Entry

_JOIN_SECONDS = 10.0


class Workers:
    """Analyses documents in processes of their own, each at low priority.

    A process that ends while it works has its document reported and is replaced, and so is one
    whose document takes longer than it may. All end when this program does, however that happens.
    Processes start with the first documents; it may be used from any thread, one at a time.

    Args:
        jobs: How many processes.
        settings: What to do with each document.
    """

    def __init__(self, jobs: int, settings: Settings) -> None:
        self.capacity = 2 * jobs  # one at work and one at hand for each
        self._jobs = jobs
        self._settings = settings
        self._tasks: queue.SimpleQueue[tuple[int, Entry] | None] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[tuple[int, Outcome] | Exception] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._helpers: set[Helper] = set()
        self._lock = threading.Lock()
        self._closed = False

    @property
    def pids(self) -> list[int]:
        """Of the processes that are there now."""
        with self._lock:
            return [helper.pid for helper in self._helpers]

    def submit(self, index: int, entry: Entry) -> None:
        """Hand in a document."""
        self._tasks.put((index, entry))
        if len(self._threads) < self._jobs:
            # A thread waits for each process. It must not hold up the end of the program.
            thread = threading.Thread(target=self._serve, name="newsreader-helper", daemon=True)
            self._threads.append(thread)
            thread.start()

    def next(self, timeout: float) -> tuple[int, Outcome] | None:
        """Wait for an outcome; processes that are over time are ended here.

        Raises:
            HelperError: No process can be started.
        """
        with self._lock:
            helpers = list(self._helpers)
        for helper in helpers:
            helper.kill_if_late()
        try:
            answer = self._answers.get(timeout=timeout)
        except queue.Empty:
            return None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """End all processes, also those at work."""
        with self._lock:
            self._closed = True
            for helper in self._helpers:
                helper.kill()
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join(_JOIN_SECONDS)

    def _serve(self) -> None:
        """Hand documents to a process, one after the other; runs in a thread."""
        helper: Helper | None = None
        try:
            while (task := self._tasks.get()) is not None:
                index, entry = task
                helper = helper or self._start()
                try:
                    outcome = helper.work(entry)
                except EOFError:
                    outcome = Outcome(problem=helper.problem())
                    self._end(helper)
                    helper = None
                if self._closed:
                    break
                self._answers.put((index, outcome))
        except Exception as error:  # noqa: BLE001 - raised again where it can be heard
            self._answers.put(error)
        if helper is not None:
            self._end(helper)

    def _start(self) -> Helper:
        helper = Helper(self._settings)
        with self._lock:
            self._helpers.add(helper)
            if self._closed:
                helper.kill()
        return helper

    def _end(self, helper: Helper) -> None:
        with self._lock:
            self._helpers.discard(helper)
        helper.close()
