"""Hearing of changes in an annotations folder as they happen, without looking again and again.

The system tells of them (inotify, FSEvents, ReadDirectoryChangesW) by way of the package
`watchfiles`. Without that package nothing is heard, and the store takes over what others have
changed with the next action, as it always does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.annotations.files import TEMPORARY

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator
    from pathlib import Path

_STEP = 400  # milliseconds between looks at the stop event; each costs the idle program a little
_QUIET = 400  # milliseconds in which changes are gathered
_TURN = 5_000  # milliseconds after which the folder itself is looked at, as it may be another one


def can_watch() -> bool:
    """Whether the package that this needs is there."""
    from importlib.util import find_spec

    return find_spec("watchfiles") is not None


def watch(folder: Path, stop: threading.Event) -> Iterator[None]:
    """Yield each time something in a folder has changed; to be run in a thread of its own.

    Changes that come together are told of once. The folder need not exist: it is waited for, also
    when it is removed. Lock files and files that are being written count for nothing. What this
    program itself saves is told of too: `Store.refresh` knows that it is nothing new.

    Args:
        folder: The annotations folder.
        stop: Set it, and the iteration ends within half a second.
    """
    if not can_watch():
        return
    missing = False  # it was not there the last time
    while not stop.is_set():
        target = _nearest(folder)
        if target == folder and missing:
            yield
        missing = target != folder
        try:
            yield from _watch(folder, target, stop)
        except (OSError, RuntimeError):
            # the folder went away between two looks, or the system watches no more of them
            stop.wait(_TURN / 1000)


def _watch(folder: Path, target: Path, stop: threading.Event) -> Iterator[None]:
    """Yield changes, until another folder must be watched than this one."""
    import watchfiles

    identity = _identity(target)

    def counts(_: watchfiles.Change, path: str) -> bool:
        name = path.replace("\\", "/").rpartition("/")[2]
        return not name.startswith((TEMPORARY, ".lock"))

    turns = watchfiles.watch(
        target,
        watch_filter=counts,
        debounce=_QUIET,
        step=_STEP,
        stop_event=stop,
        rust_timeout=_TURN,
        yield_on_timeout=True,
        recursive=target == folder,
        raise_interrupt=False,
        ignore_permission_denied=True,
    )
    late = True  # something may have changed before the watch began: look once more
    for changes in turns:
        if target == folder and (changes or late):
            late = False
            yield
        if _nearest(folder) != target or _identity(target) != identity:
            return


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    for path in (folder, *folder.absolute().parents):
        if path.is_dir():
            return path
    return folder


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
