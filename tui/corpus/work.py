"""The work on one document: the same in this process, in a worker and on a cluster."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.analysis import Stopped
from tui.analysis.report import render
from tui.corpus.cache import Cache, Counts, Found, count
from tui.corpus.engine import BUILTIN, find
from tui.documents.errors import UnreadableDocument
from tui.documents.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.model import Analysis
    from tui.analysis.report import Format
    from tui.corpus.keys import FileKey
    from tui.documents.document import Document

PATIENCE = 60.0
"""Seconds that reading or analysing any document may take."""

_SHOWN = 300  # code points of an error nobody foresaw
_SLOWEST = 10_000  # code points a second, about a tenth of what an old machine does


@dataclass(frozen=True, slots=True)
class Settings:
    """What is to be done with each document.

    Attributes:
        form: How what is found is written down, or None if it is only kept in the cache.
        cached: Whether to use the cache.
        patience: Seconds that any document may take; longer ones have more.
        engine: Name of the engine.
    """

    form: Format | None = None
    cached: bool = True
    patience: float = PATIENCE
    engine: str = BUILTIN


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    Attributes:
        counts: What there is in it, or None if it could not be analysed.
        problem: In a sentence for people, clean, why it could not be; empty if it could.
        written: What was found, in the form that was asked for.
        known: Whether it was found in the cache.
    """

    counts: Counts | None = None
    problem: str = ""
    written: str = ""
    known: bool = False


class TooSlow(Exception):  # noqa: N818 - it is the document that is
    """A document takes longer than it may."""


def seconds_allowed(length: int, patience: float = PATIENCE) -> float:
    """How long the analysis of a text may take.

    Args:
        length: Code points of the text.
        patience: Seconds for a text without any.
    """
    return patience + length / _SLOWEST


def analyse_in_time(
    document: Document, settings: Settings, stopped: Callable[[], bool] = lambda: False
) -> Analysis:
    """Analyse a document unless that takes too long.

    Args:
        document: What to analyse.
        settings: How long it may take, and the engine.
        stopped: Asked again and again; true ends the work.

    Returns:
        What was found.

    Raises:
        Stopped: When `stopped` has answered true.
        TooSlow: When the time is over.
    """
    end = time.monotonic() + seconds_allowed(len(document.text), settings.patience)

    def over() -> bool:
        return time.monotonic() > end or stopped()

    try:
        return find(document, settings.engine, over)
    except Stopped:
        if stopped():
            raise
        raise TooSlow from None


def look_up(
    document: Document,
    file: FileKey | None,
    settings: Settings,
    cache: Cache | None,
    stopped: Callable[[], bool] = lambda: False,
) -> tuple[Found, bool]:
    """Take an analysis from the cache, or make and keep it.

    Args:
        document: What is analysed.
        file: `file_key` of its entry from before it was read, so that its counts will be known; or
            None.
        settings: How long it may take, and the engine.
        cache: Where to look first, and to keep what was found.
        stopped: Asked again and again; true ends the work.

    Returns:
        Analysis and counts, and whether the cache had them.

    Raises:
        Stopped: When `stopped` has answered true.
        TooSlow: When the time is over.
    """
    known = cache.find(document, file) if cache else None
    if known is not None:
        return known, True
    analysis = analyse_in_time(document, settings, stopped)
    counts = cache.keep(document, analysis, file) if cache else count(document, analysis)
    return Found(analysis, counts), False


def work(
    read: Callable[[], Document],
    file: FileKey,
    settings: Settings,
    cache: Cache | None,
    stopped: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Read, analyse and write down one document.

    Args:
        read: Gives the document.
        file: `file_key` of its entry, from before it is read.
        settings: What to do.
        cache: Where to look first, and to keep what was found.
        stopped: Asked again and again; true ends the work.

    Returns:
        What became of it; a document that fails has a problem.

    Raises:
        Stopped: When `stopped` has answered true.
    """
    try:
        document = read()
        found, known = look_up(document, file, settings, cache, stopped)
        written = render(settings.form, document, found.analysis) if settings.form else ""
    except Stopped:
        raise
    except Exception as error:  # noqa: BLE001 - one document must not end the work on the others
        return Outcome(problem=problem_of(error))
    return Outcome(found.counts, written=written, known=known)


def problem_of(error: Exception) -> str:
    """Why a document could not be analysed, in a sentence for people, clean."""
    if isinstance(error, UnreadableDocument):
        return str(error)
    if isinstance(error, TooSlow):
        return "The analysis took too long and was given up."
    return f"It could not be analysed: {clean_line(repr(error)[:_SHOWN])}"
