"""Which documents are handed to an executor, and when."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from tui.corpus.work import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.corpus.cache import Cache, Counts
    from tui.corpus.executors import Executor
    from tui.documents.library import Entry

_AT_ONCE = 500  # entries that are looked up together


class Feed:
    """Hands documents to an executor in their order, but for those whose counts are known.

    Args:
        executor: Who analyses them.
        entries: The documents.
        known: Where counts may be known; None if every document is to be handed in.
    """

    def __init__(self, executor: Executor, entries: Sequence[Entry], known: Cache | None) -> None:
        self._executor = executor
        self._entries = entries
        self._known = known
        self._position = 0  # the first entry that was not looked at
        self._handed_in = 0  # documents that the executor has
        self._ready: deque[tuple[int, Outcome]] = deque()
        self._counts: Sequence[Counts | None] = ()
        self._looked_up = range(0)  # the entries whose counts these are

    def fill(self, end: int) -> None:
        """Give the executor as many documents as it takes.

        Args:
            end: The first entry that has to wait, whatever the executor takes.
        """
        end = min(end, len(self._entries))
        while (
            self._position < end
            and self._handed_in < self._executor.capacity
            and len(self._ready) < _AT_ONCE
        ):
            counts = self._look_up(self._position)
            if counts is None:
                self._executor.submit(self._position, self._entries[self._position])
                self._handed_in += 1
            else:
                self._ready.append((self._position, Outcome(counts, known=True)))
            self._position += 1

    def next(self, timeout: float) -> tuple[int, Outcome] | None:
        """Wait for an outcome.

        Args:
            timeout: Seconds to wait at most, where the executor can do so.

        Returns:
            Index of an entry and its outcome, or None if there is none yet.
        """
        if self._ready:
            return self._ready.popleft()
        found = self._executor.next(timeout)
        self._handed_in -= found is not None
        return found

    def _look_up(self, index: int) -> Counts | None:
        if self._known is None:
            return None
        if index not in self._looked_up:
            self._looked_up = range(index, min(index + _AT_ONCE, len(self._entries)))
            self._counts = self._known.counts(self._entries[index : self._looked_up.stop])
        return self._counts[index - self._looked_up.start]
