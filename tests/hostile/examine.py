"""Lists and reads a library, and says what does not hold."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import NamedTuple

from tui.documents.document import Document
from tui.documents.entry import Entry
from tui.documents.formats import UnreadableDocument, peek, read_document
from tui.documents.library import LibraryError, open_library
from tui.documents.text import clean

_ROWS_READ = 12  # of one corpus


class Findings(NamedTuple):
    """What was found.

    Attributes:
        outcomes: How many documents were read, and how many not.
        wrong: What should not have been, in sentences.
        times: Seconds that each step took and what it was, the longest first.
    """

    outcomes: Counter[str]
    wrong: list[str]
    times: list[tuple[float, str]]


def examine(folder: Path, seed: int) -> Findings:
    """List, peek into and read all documents of a hostile library; some change in between.

    Args:
        folder: The library.
        seed: Of chance, which says what changes.
    """
    chance = Random(seed)
    found = Findings(Counter(), [], [])
    started = time.perf_counter()
    entries = list(open_library([folder]).entries)
    found.times.append((time.perf_counter() - started, f"list {len(entries)} documents"))
    if len({entry.name for entry in entries}) < len(entries):
        found.wrong.append("Two documents have the same name.")
    links = {"up", "round"}  # to folders that have been listed
    for path in sorted((folder / "special").iterdir()):
        if path.name in links:
            continue
        entries.append(Entry(path, folder, f"special/{path.name}"))
        try:
            open_library([path])
        except LibraryError as error:
            _check_sentence(str(error), path, found)
    rows: Counter[Path] = Counter()
    for entry in entries:
        rows[entry.path] += 1
        if rows[entry.path] > _ROWS_READ:
            continue
        if chance.random() < 0.05 and rows[entry.path] == 1:
            _change(entry.path, chance)
        for step in (peek, read_document):
            started = time.perf_counter()
            try:
                said = step(entry)
            except UnreadableDocument as error:
                found.outcomes[f"{step.__name__}: unreadable"] += 1
                _check_sentence(str(error), entry.path, found)
            except Exception as error:  # noqa: BLE001 - which is what is looked for
                found.wrong.append(f"{step.__name__} {entry!r}: {error!r}")
            else:
                found.outcomes[f"{step.__name__}: done"] += 1
                lines = [entry.name, said.title, said.source, said.date]
                if isinstance(said, Document):
                    lines.append(said.author)
                    if clean(said.text) != said.text:
                        found.wrong.append(f"The text of {entry!r} is not clean.")
                if not all(clean(line) == line and "\n" not in line for line in lines):
                    found.wrong.append(f"{step.__name__} {entry!r}: {lines!a}")
            found.times.append((time.perf_counter() - started, f"{step.__name__} {entry!r:.200}"))
    found.times.sort(reverse=True)
    return found


def _check_sentence(said: str, path: Path, found: Findings) -> None:
    if clean(said) != said or "\n" in said or not said.endswith("."):
        found.wrong.append(f"{path!r}: {said!a} is no clear sentence.")


def _change(path: Path, chance: Random) -> None:
    """What may happen to a file between listing and reading."""
    if not path.is_file() or path.is_symlink():
        return
    match chance.randrange(5):
        case 0:
            path.unlink()
        case 1:
            path.write_bytes(b"")
        case 2:
            path.unlink()
            os.mkfifo(path)
        case 3:
            path.unlink()
            path.mkdir()
        case _:
            with path.open("ab") as file:
                file.truncate(path.stat().st_size // 2)
                file.write(b"\n\x1b[31m")
