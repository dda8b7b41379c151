"""What was found in documents, kept so that none has to be analysed twice.

The cache is one SQLite file among the user's cache folders. It holds counts, names, roles and
places in the text, and nothing else of a text. It may be deleted at any time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from tui.corpus.database import Database
from tui.corpus.engine import BUILTIN, version
from tui.corpus.keys import content_key, file_key
from tui.corpus.packing import DamagedAnalysisError, pack, unpack
from tui.documents.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tui.analysis.model import Analysis
    from tui.corpus.keys import FileKey
    from tui.documents.document import Document
    from tui.documents.library import Entry

LIMIT = 512 << 20
"""Bytes that the cache may take by itself; 1,000 news articles take about 2 MB."""

_NAME = "analyses-1.db"  # the number counts up with the tables
_SCHEMA = (
    """CREATE TABLE IF NOT EXISTS analyses (
        number INTEGER PRIMARY KEY, content BLOB NOT NULL UNIQUE,
        quotes INTEGER NOT NULL, entities INTEGER NOT NULL, words INTEGER NOT NULL,
        packed BLOB NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS files (
        place BLOB PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL,
        content BLOB NOT NULL,
        quotes INTEGER NOT NULL, entities INTEGER NOT NULL, words INTEGER NOT NULL
        ) WITHOUT ROWID""",
)
_KEEP = "INSERT OR REPLACE INTO analyses VALUES (NULL, ?, ?, ?, ?, ?)"
_KEEP_FILE = "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)"
_FIND = """SELECT packed, quotes, entities, words, EXISTS (
        SELECT 1 FROM files WHERE place = ? AND size = ? AND modified = ? AND content = ?)
    FROM analyses WHERE content = ?"""
_COUNTS = "SELECT place, size, modified, quotes, entities, words FROM files WHERE place IN "
_PAGES = """SELECT (page_count - freelist_count) * page_size
    FROM pragma_page_count, pragma_freelist_count, pragma_page_size"""
_DROP = """DELETE FROM analyses WHERE number IN (
        SELECT number FROM analyses ORDER BY number LIMIT 1 + (SELECT count(*) FROM analyses) / 8)
    """
_DROP_FILES = "DELETE FROM files WHERE content NOT IN (SELECT content FROM analyses)"
_AT_ONCE = 100  # parameters of a statement; longer ones take more time for each
_LOOK_EVERY = 200  # results kept between two looks at the size


class Counts(NamedTuple):
    """What a list says of a document.

    Attributes:
        quotes: How many there are.
        entities: How many people, organisations, places and other things, each counted once.
        words: As a reader counts them.
    """

    quotes: int
    entities: int
    words: int


class Found(NamedTuple):
    """What is known of a document."""

    analysis: Analysis
    counts: Counts


def cache_folder() -> Path:
    """The user's cache folder of this program."""
    from platformdirs import user_cache_path

    return user_cache_path("newsreader", appauthor=False)


def count(document: Document, analysis: Analysis) -> Counts:
    """Count what was found in a document, and its words."""
    number = sum(1 for _ in words(document.text))
    return Counts(len(analysis.quotes), len(analysis.entities), number)


class Cache:
    """Analyses of documents, for all threads and programs of a user at once.

    It finds nothing and keeps nothing where its folder cannot be used; nothing is raised for that.

    Args:
        folder: Where it is kept; the user's cache folder if left out.
        limit: Bytes that it may take; the analyses that were made first are dropped beyond.
        engine: Name of the engine whose analyses are looked up and kept.
    """

    def __init__(
        self, folder: Path | None = None, limit: int = LIMIT, engine: str = BUILTIN
    ) -> None:
        self.path = (folder or cache_folder()) / _NAME
        self._limit = limit
        self._engine = engine
        self._database = Database(self.path, _SCHEMA)
        self._kept = 0

    def counts(self, entries: Sequence[Entry]) -> list[Counts | None]:
        """Look up the counts of documents without reading any.

        Args:
            entries: The documents, for instance those in view, or all of a library.

        Returns:
            For each what was counted in its file as it is now, or None where that is not known.
        """
        made_by = version(self._engine)
        keys = [file_key(entry, made_by) for entry in entries]
        known: dict[object, tuple[object, ...]] = {}
        for first in range(0, len(keys), _AT_ONCE):
            places = [key.place for key in keys[first : first + _AT_ONCE]]
            marks = ", ".join("?" * len(places))
            known.update(
                (row[0], row[1:]) for row in self._database.read(_COUNTS + f"({marks})", places)
            )
        return [_counts_of(key, known.get(key.place)) for key in keys]

    def find(self, document: Document, file: FileKey | None = None) -> Found | None:
        """Look up what was found in a document.

        Args:
            document: The document.
            file: `file_key` of its entry from before it was read. If given, `counts` will know
                the document of this file, should it have been moved or copied.

        Returns:
            Analysis and counts, if this text has been analysed by this version of the program.
        """
        content = content_key(document, version(self._engine))
        place, stamp = file or (None, None)
        values = (place, *(stamp or (None, None)), content, content)
        for packed, *numbers, same in self._database.read(_FIND, values):
            try:
                found = Found(unpack(cast("bytes", packed)), Counts(*cast("list[int]", numbers)))
            except (DamagedAnalysisError, TypeError):
                return None
            if file is not None and not same:
                self._database.write(*_file_row(file, content, found.counts))
            return found
        return None

    def keep(self, document: Document, analysis: Analysis, file: FileKey | None = None) -> Counts:
        """Keep what was found in a document.

        Args:
            document: The document.
            analysis: What was found.
            file: `file_key` of its entry from before it was read, so that `counts` knows it.

        Returns:
            The counts that were kept with it.
        """
        content = content_key(document, version(self._engine))
        counts = count(document, analysis)
        row = (content, *counts, pack(analysis))
        rows = _file_row(file, content, counts) if file else ()
        self._database.write((_KEEP, row), *rows)
        self._kept += 1
        if self._kept % _LOOK_EVERY == 0:
            self._drop_oldest()
        return counts

    def clear(self) -> None:
        """Forget everything.

        Raises:
            OSError: When the file cannot be deleted.
        """
        self._database.remove()

    def close(self) -> None:
        """Let go of the file; the cache can still be used."""
        self._database.close()

    def _drop_oldest(self) -> None:
        [(size,)] = self._database.read(_PAGES) or [(0,)]
        if cast("int", size) > self._limit:
            self._database.write((_DROP, ()), (_DROP_FILES, ()))


def _file_row(
    file: FileKey, content: bytes, counts: Counts
) -> tuple[tuple[str, Sequence[object]], ...]:
    if file.stamp is None:
        return ()
    return ((_KEEP_FILE, (file.place, *file.stamp, content, *counts)),)


def _counts_of(key: FileKey, row: tuple[object, ...] | None) -> Counts | None:
    if row is None or key.stamp is None or row[:2] != key.stamp:
        return None
    return Counts(*cast("tuple[int, int, int]", row[2:]))
