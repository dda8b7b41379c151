"""The one door to the analysis of many documents."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.analysis.analysis import Stopped
from tui.corpus.cache import Cache
from tui.corpus.executors import Here
from tui.corpus.feeding import Feed
from tui.corpus.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from tui.corpus.executors import Executor
    from tui.corpus.work import Outcome, Settings
    from tui.documents.library import Entry

_LOOK_SECONDS = 0.1  # how long it may take to see that it was stopped
_WINDOW = 64  # documents that may be ahead of the one that comes next, for each at work
_HELD = 64 << 20  # code points that may wait for the one that comes next
_DOCUMENTS_A_PROCESS = 16  # that make the start of a process worth while


def usual_jobs(documents: int) -> int:
    """How many helper processes serve best.

    Args:
        documents: How many there are.

    Returns:
        One for each processor that this program may use, but no more than pay for their start,
        and none where there would be only one.
    """
    affinity = getattr(os, "sched_getaffinity", None)
    processors = len(affinity(0)) if affinity else os.cpu_count() or 1
    jobs = min(processors, documents // _DOCUMENTS_A_PROCESS)
    return jobs if jobs > 1 else 0


def analyse_library(
    entries: Sequence[Entry],
    settings: Settings,
    jobs: int = 0,
    stopped: Callable[[], bool] = lambda: False,
    progress: Progress | None = None,
    *,
    ordered: bool = True,
) -> Generator[tuple[int, Outcome], None, None]:
    """Analyse documents in this process or in helper processes.

    Args:
        entries: The documents.
        settings: What to do with each. Without a form, those whose counts are known are not even
            read.
        jobs: How many helper processes. With none, the thread that asks for results does the work;
            under an interface, one leaves the keys as quick as they were.
        stopped: Asked every tenth of a second, and again and again while this process analyses;
            true ends the results.
        progress: Counts what is done.
        ordered: Whether results come in the order of the entries, or as soon as they are there.

    Yields:
        The index of each entry, and what became of it; a document that fails has a problem. To
        close the iterator ends all work.

    Raises:
        HelperError: Processes cannot be started.
    """
    cache = Cache(engine=settings.engine) if settings.cached else None
    executor: Executor = Here(settings, cache, stopped)
    if jobs > 0:
        from tui.corpus.workers import Workers

        executor = Workers(jobs, settings)
    known = cache if settings.form is None else None
    try:
        yield from run_executor(executor, entries, known, stopped, progress, ordered=ordered)
    finally:
        if cache is not None:
            cache.close()


def run_executor(
    executor: Executor,
    entries: Sequence[Entry],
    known: Cache | None = None,
    stopped: Callable[[], bool] = lambda: False,
    progress: Progress | None = None,
    *,
    ordered: bool = True,
) -> Generator[tuple[int, Outcome], None, None]:
    """Analyse documents by an executor, which is closed at the end.

    Args:
        executor: Who does it.
        entries: The documents.
        known: Documents whose counts are known here are not handed to the executor.
        stopped: See `analyse_library`.
        progress: See `analyse_library`.
        ordered: See `analyse_library`.

    Yields:
        See `analyse_library`.
    """
    progress = progress or Progress()
    progress.begin(len(entries))
    feed = Feed(executor, entries, known)
    held: dict[int, Outcome] = {}
    room = _HELD
    following = 0  # how many results have been given, or in order the index of the next
    try:
        while following < len(entries) and not stopped():
            if room > 0:
                feed.fill(following + _WINDOW * executor.capacity)
            found = feed.next(_LOOK_SECONDS)
            if found is None:
                continue
            index, outcome = found
            progress.add(outcome)
            if not ordered:
                following += 1
                yield index, outcome
                continue
            held[index] = outcome
            room -= len(outcome.written)
            while following in held and not stopped():
                outcome = held.pop(following)
                room += len(outcome.written)
                yield following, outcome
                following += 1
    except Stopped:
        return
    finally:
        executor.close()
