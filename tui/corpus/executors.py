"""Where documents are analysed; each way takes entries and gives outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.corpus.engine import version
from tui.corpus.keys import file_key
from tui.corpus.work import work
from tui.documents.formats import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.corpus.cache import Cache
    from tui.corpus.work import Outcome, Settings
    from tui.documents.library import Entry


class Executor(Protocol):
    """Analyses documents somewhere.

    Attributes:
        capacity: How many documents to hand in before their outcomes are taken.
    """

    capacity: int

    def submit(self, index: int, entry: Entry) -> None:
        """Hand in a document.

        Args:
            index: Comes back with its outcome.
            entry: The document.
        """

    def next(self, timeout: float) -> tuple[int, Outcome] | None:
        """Wait for an outcome of any document handed in.

        Args:
            timeout: Seconds to wait at most.

        Returns:
            Index and outcome, or None if there is none yet.
        """

    def close(self) -> None:
        """Give up what is not done, and let everything go."""


class Here:
    """Analyses documents in this thread, one at a time.

    Args:
        settings: What to do with each.
        cache: Where to look first, if anywhere.
        stopped: Asked again and again; `next` raises `Stopped` once it is true.
    """

    capacity = 1

    def __init__(
        self, settings: Settings, cache: Cache | None, stopped: Callable[[], bool]
    ) -> None:
        self._settings = settings
        self._cache = cache
        self._stopped = stopped
        self._waiting: list[tuple[int, Entry]] = []

    def submit(self, index: int, entry: Entry) -> None:
        """Hand in a document; it is analysed by `next`."""
        self._waiting.append((index, entry))

    def next(self, timeout: float) -> tuple[int, Outcome] | None:
        """Analyse a document, however long that takes."""
        if not self._waiting:
            return None
        index, entry = self._waiting.pop(0)
        file = file_key(entry, version(self._settings.engine))
        outcome = work(
            lambda: read_document(entry), file, self._settings, self._cache, self._stopped
        )
        return index, outcome

    def close(self) -> None:
        """Forget what was handed in."""
        self._waiting.clear()
