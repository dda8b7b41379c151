"""Libraries for the tests of a whole corpus: short articles, no two alike."""

from __future__ import annotations

import os
from pathlib import Path

from tui.documents.library import Entry, open_library

_NAMES = ("Ana Lima", "Peter Novak", "Maria Okafor", "John Smithson", "Lena Berg", "Omar Haddad")
_PLACES = ("Lisbon", "Prague", "Lagos", "Toronto", "Oslo", "Amman", "Jakarta")


def article(number: int) -> str:
    """An article with quotes and names, different for each number."""
    name = _NAMES[number % len(_NAMES)]
    place = _PLACES[number % len(_PLACES)]
    return (
        f"Talks number {number} end in {place}\n\n"
        f"{place.upper()} (Reuters) - “We agreed on {number} points,” said {name} of the Northern "
        f"Bank on Monday.\n\n“{'Nobody' if number % 2 else 'Everybody'} asked us,” Ms. "
        f"{name.split()[1]} told reporters, adding that {number + 3} more would follow.\n"
    )


def make_library(folder: Path, number: int) -> tuple[Entry, ...]:
    """Write so many articles, as if long ago, and list them."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in range(number):
        path = folder / f"talks-{each}.txt"
        path.write_text(article(each), "utf-8")
        settle(path)
    return open_library([folder]).entries


def settle(path: Path, seconds: int = 60) -> None:
    """Make a file look as if it had been written so many seconds ago."""
    then = path.stat().st_mtime_ns - seconds * 10**9
    os.utime(path, ns=(then, then))
