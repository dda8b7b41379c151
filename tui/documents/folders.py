"""Folders on disk, searched to the bottom for articles."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.documents.kinds import is_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ANNOTATIONS = "annotations"
"""Folder in a library folder that keeps what readers add; it holds no articles."""

_SKIPPED = frozenset((ANNOTATIONS, "__pycache__", "node_modules"))
_DIGITS = re.compile(r"([0-9]+)")
_DIGITS_COMPARED = 20


@dataclass(slots=True)
class Folder:
    """A folder and the articles right in it.

    Attributes:
        path: The folder, absolute.
        real: The same without links on the way.
        files: Names of the articles, in natural order.
        links: Those of them that are links.
    """

    path: Path
    real: Path
    files: list[str] = field(default_factory=list)
    links: set[str] = field(default_factory=set)


def walk(top: Path, skipped: list[Path]) -> Iterator[Folder]:
    """Search a folder and all in it, but for hidden ones and those that hold no articles.

    Args:
        top: The folder, absolute.
        skipped: Takes the folders that could not be listed.

    Yields:
        Folders with articles, each before the folders in it; what is reached by links comes last,
        and no folder comes twice.

    Raises:
        OSError: The folder itself cannot be listed.
    """
    seen: set[Path] = set()
    linked: list[Path] = []
    waiting = [Folder(top, top.resolve())]
    while waiting or linked:
        if not waiting:
            link = linked.pop(0)
            waiting.append(Folder(link, link.resolve()))
        folder = waiting.pop()
        if folder.real in seen:
            continue
        seen.add(folder.real)
        try:
            inner = _list(folder, linked)
        except OSError:
            if folder.path == top:
                raise
            skipped.append(folder.path)
            continue
        if folder.files:
            yield folder
        sort_names(inner)
        waiting += (Folder(folder.path / name, folder.real / name) for name in reversed(inner))


def _list(folder: Folder, linked: list[Path]) -> list[str]:
    """Fill in the articles of a folder; return its inner folders, add linked ones to `linked`."""
    inner: list[str] = []
    links: list[str] = []
    with os.scandir(folder.path) as found:
        for item in found:
            name = item.name
            if name[0] == "." or name in _SKIPPED:
                continue
            if item.is_symlink():
                links.append(name)
            elif item.is_dir(follow_symlinks=False):
                inner.append(name)
            elif is_article(name) and item.is_file(follow_symlinks=False):
                folder.files.append(name)
    sort_names(links)
    for name in links:
        kind = _kind(folder.path / name)
        if stat.S_ISDIR(kind):
            linked.append(folder.path / name)
        elif stat.S_ISREG(kind) and is_article(name):
            folder.files.append(name)
            folder.links.add(name)
    sort_names(folder.files)
    return inner


def _kind(path: Path) -> int:
    """Mode of what a link leads to, or 0 if it leads nowhere."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def sort_names(names: list[str]) -> None:
    """Sort names in place so that `part 2` comes before `part 10`; case counts last."""
    names.sort()
    names.sort(key=_natural_key)


def _natural_key(name: str) -> str:
    parts = _DIGITS.split(name.casefold())
    parts[1::2] = [number.zfill(_DIGITS_COMPARED) for number in parts[1::2]]
    return "".join(parts)
