"""Libraries: the articles in folders and files, listed without reading any."""

from __future__ import annotations

import contextlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tui.documents.entry import Entry
from tui.documents.errors import NoFeed, UnreadableDocument
from tui.documents.folders import ANNOTATIONS, Folder, walk
from tui.documents.kinds import is_corpus
from tui.documents.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

__all__ = [
    "ANNOTATIONS",
    "CODEBOOK",
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
_KNOWN = (
    "text (.txt, .md), web pages (.html), JSON Lines (.jsonl), tables (.csv, .tsv) and feeds "
    "(.rss, .atom, .xml), also with .gz"
)


class LibraryError(Exception):
    """There is nothing to list; the message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Library:
    """Documents to read.

    Attributes:
        entries: In the order of the list.
        skipped: Folders that could not be listed.
        columns: Names of columns of corpora that were told.
    """

    entries: tuple[Entry, ...]
    skipped: tuple[Path, ...] = ()
    columns: Mapping[str, str] | None = None


def open_library(
    paths: Sequence[Path],
    root: Path | None = None,
    columns: Mapping[str, str] | None = None,
) -> Library:
    """List the articles in folders and files.

    Folders are searched to the bottom. Hidden files and folders, `annotations`, `__pycache__`
    and `node_modules` are left out. In each folder the files come first, then the folders, both
    in the order people expect of numbers (`part 2` before `part 10`); linked folders come last.
    A file is listed once, where it was met first. A file that is named is listed whatever its
    suffix.

    Of a corpus (JSON Lines, a table, a feed) each row is listed, in its order. It is gone through
    once for that, and no row is kept; one that cannot be gone through is one document that cannot
    be read. XML that is no feed is left out unless it is named.

    Args:
        paths: Folders and files; the list keeps their order.
        root: Library folder of all. If left out, it is for each path the nearest folder at or
            above it that has annotations with a codebook, or else the folder itself (for a file,
            its folder).
        columns: Names of columns of corpora, where they are not found by themselves; see
            `Columns`.

    Returns:
        The documents; none of them was read, but for where the rows of corpora stand.

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
    named = {_absolute(path) for path in paths}
    entries = tuple(
        entry for top, folder in found for entry in _entries(folder, top, columns, named)
    )
    _make_unique(entries)
    return Library(entries, tuple(skipped), columns)


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
                raise LibraryError(f"No article in {_shown(path)}: newsreader opens {_KNOWN}.")
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


def _entries(
    folder: Folder, top: Path, columns: Mapping[str, str] | None, named: Collection[Path]
) -> Iterator[Entry]:
    prefix = "".join(f"{_clean_name(part)}/" for part in folder.path.relative_to(top).parts)
    base = f"{folder.path}{os.sep}"
    for name in folder.files:
        if is_corpus(name):
            yield from _rows(base + name, top, prefix + _clean_name(name), columns, named)
        else:
            yield Entry(base + name, top, prefix + _clean_name(name))


def _rows(
    file: str, top: Path, name: str, columns: Mapping[str, str] | None, named: Collection[Path]
) -> Iterator[Entry]:
    from tui.documents.corpus import Corpus

    corpus = Corpus(file, columns)
    try:
        parts = corpus.parts()
    except NoFeed:
        if Path(file) in named:
            yield Entry(file, top, name, corpus=corpus)
    except UnreadableDocument:  # which is said where it is read
        yield Entry(file, top, name, corpus=corpus)
    else:
        for number, part in enumerate(parts):
            shown = f"{name}/{_clean_name(part)}"
            yield Entry(file, top, shown, part, corpus=corpus, number=number)


def _clean_name(name: str) -> str:
    plain = name.isprintable() and "  " not in name and name[0] != " " != name[-1]
    return name if plain else clean_line(name) or "\u2420"


def _make_unique(entries: Sequence[Entry]) -> None:
    """Number the names that cleaning made equal to others."""
    if len({entry.name for entry in entries}) == len(entries):
        return
    raw = [entry.place for entry in entries]
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
