"""A line on a terminal that says how far the work has come."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from tui.corpus.progress import Progress

_EVERY_SECONDS = 0.2
_BAR = 24  # columns
_CLEAR = "\r\x1b[K"


class ProgressLine:
    """Shows progress on a terminal, and nothing where there is none.

    Args:
        stream: Standard error.
        progress: What is shown.
        wanted: False where the line would get between what is printed.
    """

    def __init__(self, stream: TextIO, progress: Progress, *, wanted: bool) -> None:
        self._stream = stream
        self._progress = progress
        self._wanted = wanted and stream.isatty() and os.environ.get("TERM") != "dumb"
        self._shown = -_EVERY_SECONDS

    def show(self) -> None:
        """Draw the line anew, unless it was drawn just now."""
        now = time.monotonic()
        if not self._wanted or now - self._shown < _EVERY_SECONDS:
            return
        self._shown = now
        # The last column stays free: some terminals go on to the next line after it.
        columns = shutil.get_terminal_size().columns - 1
        self._stream.write(_CLEAR + describe(self._progress)[:columns])
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away, before something else is printed or at the end."""
        if self._wanted:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._shown = -_EVERY_SECONDS


def describe(progress: Progress) -> str:
    """Say in one line how far the work has come, as a bar and in words."""
    filled = _BAR * progress.done // max(progress.total, 1)
    parts = [f"{progress.done:,} of {progress.total:,} documents"]
    if progress.failed:
        parts.append(f"{progress.failed:,} failed")
    left = progress.seconds_left
    if left is not None:
        parts.append(f"{duration(left)} left")
    return f"[{'#' * filled}{'.' * (_BAR - filled)}] {', '.join(parts)}"


def duration(seconds: float) -> str:
    """About how long that is, in words."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{round(whole / 60)} min"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
