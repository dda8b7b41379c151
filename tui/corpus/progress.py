"""How far the analysis of a library has come."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.corpus.work import Outcome

_SAMPLES = 120
_STEP_SECONDS = 0.5  # between two samples: together they cover the last minute


class Progress:
    """Counts documents as they are done; any thread may look.

    Attributes:
        total: How many documents there are.
        done: How many of them are done, those that failed among them.
        failed: How many could not be analysed.
        known: How many were found in the cache.
        words: In all that are done.
    """

    def __init__(self, total: int = 0) -> None:
        self.total = total
        self.done = 0
        self.failed = 0
        self.known = 0
        self.words = 0
        self._began = time.monotonic()
        self._samples = deque([(self._began, 0)], _SAMPLES)

    def begin(self, total: int) -> None:
        """Start to count anew.

        Args:
            total: How many documents there are.
        """
        Progress.__init__(self, total)

    def add(self, outcome: Outcome) -> None:
        """Count a document that is done."""
        self.done += 1
        self.failed += bool(outcome.problem)
        self.known += outcome.known
        self.words += outcome.counts.words if outcome.counts else 0
        now = time.monotonic()
        if now - self._samples[-1][0] >= _STEP_SECONDS:
            self._samples.append((now, self.done))

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return time.monotonic() - self._began

    @property
    def seconds_left(self) -> float | None:
        """An estimate from the pace of the last minute; None as long as there is none."""
        then, done = self._samples[0]
        passed = time.monotonic() - then
        if self.done == done or passed < _STEP_SECONDS:
            return None
        return (self.total - self.done) * passed / (self.done - done)
