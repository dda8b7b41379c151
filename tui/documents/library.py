"""Libraries: the articles in folders and files, listed without reading any."""

from __future__ import annotations

import contextlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.documents.folders import ANNOTATIONS, SUFFIXES, Folder, walk
from tui.documents.identity import document_id
from tui.documents.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "ANNOTATIONS",
    "CODEBOOK",
    "SUFFIXES",
    "Entry",
    "Library",
    "LibraryError",
    "default_paths",
    "library_folder",
    "open_library",
]

CODEBOOK = "codebook.json"
"""File in the folder `ANNOTATIONS` that shows it to be ours."""

_SEEDS = "seeds"


class LibraryError(Exception):
    """There is nothing to list; the message is a sentence for people."""


class Entry:
    """A document in a library, not read yet; it does not change.

    Attributes:
        root: The library folder, absolute: it holds the folder `annotations`, or would.
        name: Path of the file relative to the root, with `/`; clean text, unique in its root.
    """

    # No dataclass with a `Path`: to make 100,000 paths would take longer than all the rest.
    __slots__ = ("_file", "name", "root")

    def __init__(self, path: Path | str, root: Path, name: str) -> None:
        self._file = path
        self.root = root
        self.name = name

    @property
    def path(self) -> Path:
        """The file, absolute."""
        return Path(self._file)

    @property
    def id(self) -> str:
        """`urn:uuid:` URI, the same on every machine for the same place in the library."""
        return document_id(self.path.relative_to(self.root).as_posix())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Entry):
            return NotImplemented
        return (self.path, self.root, self.name) == (other.path, other.root, other.name)

    def __hash__(self) -> int:
        return hash((self.path, self.root, self.name))

    def __repr__(self) -> str:
        return f"Entry({self.path!r}, {self.root!r}, {self.name!r})"


@dataclass(frozen=True, slots=True)
class Library:
    """Documents to read.

    Attributes:
        entries: In the order of the list.
        skipped: Folders that could not be listed.
    """

    entries: tuple[Entry, ...]
    skipped: tuple[Path, ...] = ()


def open_library(paths: Sequence[Path], root: Path | None = None) -> Library:
    """List the articles in folders and files.

    Folders are searched to the bottom. Hidden files and folders, `annotations`, `__pycache__`
    and `node_modules` are left out. In each folder the files come first, then the folders, both
    in the order people expect of numbers (`part 2` before `part 10`); linked folders come last.
    A file is listed once, where it was met first. A file that is named is listed whatever its
    suffix.

    Args:
        paths: Folders and files; the list keeps their order.
        root: Library folder of all. If left out, it is for each path the nearest folder at or
            above it that has annotations with a codebook, or else the folder itself (for a file,
            its folder).

    Returns:
        The documents; none of them was read.

    Raises:
        LibraryError: A path is not there, may not be read, holds no article, or is not inside
            the root.
    """
    skipped: list[Path] = []
    found: list[tuple[Path, Folder]] = []
    for path in paths:
        start, folders = _find(path, skipped)
        top = library_folder(start) if root is None else _absolute(root)
        if not start.is_relative_to(top):
            raise LibraryError(f"{_shown(path)} is not inside {_shown(top)}.")
        found += ((top, folder) for folder in folders)
    if len(paths) > 1 or any(folder.links for _, folder in found):
        _drop_repeated([folder for _, folder in found])
    entries = tuple(entry for top, folder in found for entry in _entries(folder, top))
    _make_unique(entries)
    return Library(entries, tuple(skipped))


def default_paths() -> tuple[Path, ...]:
    """What to open when nothing is named: `seeds` in the current folder, or the shipped articles.

    Raises:
        LibraryError: Neither is there.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (Path(_SEEDS), package / _SEEDS, package.parent / _SEEDS):
        if folder.is_dir() and any(walk(_absolute(folder), [])):
            return (folder,)
    raise LibraryError("The sample articles are missing: name a file or a folder to open.")


def _find(path: Path, skipped: list[Path]) -> tuple[Path, list[Folder]]:
    """The folder at which to look for annotations, and the folders with articles."""
    absolute = _absolute(path)
    try:
        mode = absolute.stat().st_mode
        if stat.S_ISDIR(mode):
            folders = list(walk(absolute, skipped))
            if not folders:
                known = f"{', '.join(SUFFIXES[:-1])} and {SUFFIXES[-1]}"
                raise LibraryError(f"No article in {_shown(path)}: newsreader opens {known} files.")
            return absolute, folders
    except (FileNotFoundError, NotADirectoryError):
        raise LibraryError(f"There is no {_shown(path)}.") from None
    except PermissionError:
        raise LibraryError(f"{_shown(path)} may not be read: permission is missing.") from None
    except (OSError, ValueError) as error:
        reason = clean_line(getattr(error, "strerror", None) or str(error))
        raise LibraryError(f"{_shown(path)} cannot be read: {reason}.") from error
    if not stat.S_ISREG(mode):
        raise LibraryError(f"{_shown(path)} is neither a file nor a folder.")
    if not os.access(absolute, os.R_OK):
        raise LibraryError(f"{_shown(path)} may not be read: permission is missing.")
    folder, name = absolute.parent, absolute.name
    links = {name} if absolute.is_symlink() else set()
    return folder, [Folder(folder, folder.resolve(), [name], links)]


def _absolute(path: Path) -> Path:
    # not `resolve`: a library that is reached by a link stays where the reader sees it
    return Path(os.path.abspath(path))  # noqa: PTH100


def library_folder(path: Path) -> Path:
    """The library that a file or a folder belongs to.

    Args:
        path: A file or a folder; it need not exist.

    Returns:
        The nearest folder at or above it that has annotations with a codebook, or else the folder
        itself (for a file, its folder).
    """
    start = _absolute(path)
    if start.is_file():
        start = start.parent
    for folder in (start, *start.parents):
        with contextlib.suppress(OSError):
            if (folder / ANNOTATIONS / CODEBOOK).is_file():
                return folder
    return start


def _drop_repeated(folders: list[Folder]) -> None:
    """Leave each file once; a link gives way to the file it leads to."""
    real = {
        f"{folder.real}{os.sep}{name}"
        for folder in folders
        for name in folder.files
        if name not in folder.links
    }
    taken: set[str] = set()
    for folder in folders:
        kept: list[str] = []
        for name in folder.files:
            file = f"{folder.real}{os.sep}{name}"
            if name in folder.links:
                file = str(Path(file).resolve())
                if file in real:
                    continue
            if file not in taken:
                taken.add(file)
                kept.append(name)
        folder.files = kept


def _entries(folder: Folder, top: Path) -> Iterator[Entry]:
    prefix = "".join(f"{_clean_name(part)}/" for part in folder.path.relative_to(top).parts)
    base = f"{folder.path}{os.sep}"
    for name in folder.files:
        yield Entry(base + name, top, prefix + _clean_name(name))


def _clean_name(name: str) -> str:
    plain = name.isprintable() and "  " not in name and name[0] != " " != name[-1]
    return name if plain else clean_line(name) or "\u2420"


def _make_unique(entries: Sequence[Entry]) -> None:
    """Number the names that cleaning made equal to others."""
    if len({entry.name for entry in entries}) == len(entries):
        return
    raw = [entry.path.relative_to(entry.root).as_posix() for entry in entries]
    taken = {(e.root, e.name) for e, name in zip(entries, raw, strict=True) if e.name == name}
    numbers: dict[tuple[Path, str], int] = {}
    for entry, name in zip(entries, raw, strict=True):
        if entry.name == name:
            continue
        wanted = entry.root, entry.name
        while (entry.root, entry.name) in taken:
            numbers[wanted] = numbers.get(wanted, 1) + 1
            entry.name = f"{wanted[1]} ({numbers[wanted]})"
        taken.add((entry.root, entry.name))


def _shown(path: Path) -> str:
    return clean_line(str(path)) or "a path without a name"
