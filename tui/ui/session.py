"""One sitting: the library, what has been read of it, and the stores that keep the work."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

from tui.analysis.model import BUILTIN
from tui.ui.widgets.documents import Line, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from tui.analysis.model import Analysis
    from tui.annotations.store import Store
    from tui.corpus.cache import Cache
    from tui.corpus.keys import FileKey
    from tui.documents.document import Document
    from tui.documents.formats import Heading
    from tui.documents.library import Entry, Library
    from tui.ui.places import Places

_MANY = 5_000  # documents up to which each is asked for its id
_KEPT = 16  # documents and analyses kept in memory, for going back and forth


class Present:
    """Says whether a document is in a library still; looks only when it is asked, and once.

    Args:
        root: The library folder.
        columns: Of corpora, as `open_library` was told them.
    """

    def __init__(self, root: Path, columns: Mapping[str, str] | None = None) -> None:
        self._root = root
        self._columns = columns
        self._ids: frozenset[str] | None = None

    def __call__(self, document_id: str) -> bool:
        """Whether the library has it; true where the library cannot be listed."""
        from tui.documents.library import LibraryError, open_library

        if self._ids is None:
            try:
                entries = open_library([self._root], self._root, self._columns).entries
            except LibraryError:
                return True
            self._ids = frozenset(entry.id for entry in entries)
        return document_id in self._ids


class Session:
    """What the interface works on; holds no widget.

    Args:
        library: The documents.
        places: Where the reader was in each.
        annotator: Who annotates.
        annotations: Folder for all annotations, instead of one in each library folder.
        engine: Name of the engine that finds entities.
    """

    def __init__(
        self,
        library: Library,
        places: Places,
        annotator: str,
        annotations: Path | None = None,
        engine: str = BUILTIN,
    ) -> None:
        self.library = library
        self.places = places
        self.annotator = annotator
        self.engine = engine
        self._folder = annotations
        self._cache: Cache | None = None
        self._cache_lock = threading.Lock()
        self._stores: dict[Path, Store] = {}
        self.painted = False
        """Whether the first screen stands; what it can do without is loaded only then."""
        self._documents: OrderedDict[int, Document] = OrderedDict()
        self._analyses: OrderedDict[int, Analysis] = OrderedDict()
        self._ids: frozenset[str] | None = None
        self._headings: dict[int, Heading] = {}
        self._problems: dict[int, str] = {}
        self._quotes: dict[int, int] = {}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The documents, in the order of the list."""
        return self.library.entries

    @property
    def stores(self) -> list[Store]:
        """The stores that have been used."""
        return list(self._stores.values())

    def index_of(self, document_id: str | None) -> int | None:
        """Number of a document in the list, or None where it is not in it."""
        found = (number for number, entry in enumerate(self.entries) if entry.id == document_id)
        return next(found, None) if document_id else None

    def store(self, index: int) -> Store:
        """The store that keeps the annotations of a document."""
        return self.store_of(self.entries[index].root)

    def store_of(self, root: Path) -> Store:
        """The store that keeps the annotations of a library folder."""
        if root not in self._stores:
            self._stores[root] = self.new_store(root)
        return self._stores[root]

    def new_store(self, root: Path) -> Store:
        """Another store on the same files, for another thread."""
        from tui.annotations.folder import annotations_folder
        from tui.annotations.store import Store

        folder = annotations_folder(root, self._folder)
        return Store(
            folder,
            self.annotator,
            self.places.folder / "journals",
            Present(root, self.library.columns),
        )

    def file_key(self, index: int) -> FileKey:
        """What tells whether the file of a document has changed; to be asked before it is read.

        For any thread.
        """
        from tui.corpus.engine import version
        from tui.corpus.keys import file_key

        return file_key(self.entries[index], version(self.engine))

    def analyse(
        self,
        document: Document,
        stopped: Callable[[], bool] = lambda: False,
        file: FileKey | None = None,
    ) -> Analysis:
        """Find what is in a document, unless that is known from an earlier time.

        For any thread.

        Args:
            document: The document.
            stopped: Asked now and then; true ends the work.
            file: What `file_key` gave before the document was read: then its number of quotes
                will be known without reading it.

        Raises:
            Stopped: When `stopped` has answered true.
        """
        from tui.corpus.work import Settings, look_up

        # a person who waits may stop it; until then it may take as long as it takes
        settings = Settings(engine=self.engine, patience=float("inf"))
        return look_up(document, file, settings, self._known(), stopped)[0].analysis

    def _known(self) -> Cache:
        """What was found at earlier times."""
        from tui.corpus.cache import Cache

        with self._cache_lock:
            if self._cache is None:
                self._cache = Cache(engine=self.engine)
            return self._cache

    def known_quotes(self, indexes: Sequence[int]) -> list[int]:
        """Take over the numbers of quotes that are known from an earlier time.

        For any thread.

        Returns:
            The documents whose number is not known.
        """
        counts = self._known().counts([self.entries[index] for index in indexes])
        for index, found in zip(indexes, counts, strict=True):
            if found is not None:
                self.keep_quotes(index, found.quotes)
        return [index for index, found in zip(indexes, counts, strict=True) if found is None]

    def document(self, index: int) -> Document:
        """Read a document, unless it was read a moment ago.

        Raises:
            UnreadableDocument: It cannot be read; the message says why.
        """
        from tui.documents.formats import UnreadableDocument, read_document

        if index in self._documents:
            self._documents.move_to_end(index)
            return self._documents[index]
        try:
            document = read_document(self.entries[index])
        except UnreadableDocument as error:
            self._problems[index] = str(error)
            raise
        self._problems.pop(index, None)
        self._documents[index] = document
        if len(self._documents) > _KEPT:
            self._documents.popitem(last=False)
        return document

    def analysis(self, index: int) -> Analysis | None:
        """What is known to be in a document, or None before it was analysed."""
        return self._analyses.get(index)

    def keep_analysis(self, index: int, analysis: Analysis) -> None:
        """Remember what was found in a document."""
        self._quotes[index] = len(analysis.quotes)
        self._analyses[index] = analysis
        self._analyses.move_to_end(index)
        if len(self._analyses) > _KEPT:
            self._analyses.popitem(last=False)

    def keep_heading(self, index: int, heading: Heading) -> None:
        """Remember the title, source and date of a document."""
        self._headings[index] = heading

    def keep_quotes(self, index: int, quotes: int) -> None:
        """Remember how many quotes a document has."""
        self._quotes[index] = quotes

    def keep_problem(self, index: int, problem: str) -> None:
        """Remember why a document cannot be read."""
        self._problems[index] = problem

    def unknown_headings(self, first: int, last: int) -> list[int]:
        """Documents of a part of the list whose headline is not known yet."""
        return [
            index
            for index in range(first, last + 1)
            if index not in self._headings and index not in self._problems
        ]

    def unknown_quotes(self, first: int, last: int) -> list[int]:
        """Documents of a part of the list whose quotes have not been counted."""
        return [
            index
            for index in range(first, last + 1)
            if index not in self._quotes and index not in self._problems
        ]

    def status(self, index: int, store: Store | None = None) -> Status:
        """How far the reader is with a document.

        Args:
            index: The document.
            store: The store to ask, in another thread than that of the interface.
        """
        entry = self.entries[index]
        if store is None and not self.painted:
            return Status.UNREAD if self.places.of(entry) is None else Status.IN_PROGRESS
        document_id = entry.id
        store = store or self.store(index)
        said = store.status(document_id)
        if said in (Status.DONE, Status.UNREAD):
            return Status(said)
        if self.places.of(entry) is not None or store.count(document_id):
            return Status.IN_PROGRESS
        return Status.UNREAD

    def done(self) -> int:
        """How many documents the reader has marked as done."""
        roots = dict.fromkeys(entry.root for entry in self.entries[:_MANY])
        done = set[str]().union(*(self.store_of(root).with_status(Status.DONE) for root in roots))
        if done and len(self.entries) <= _MANY:
            if self._ids is None:
                self._ids = frozenset(entry.id for entry in self.entries)
            done &= self._ids
        return min(len(done), len(self.entries))

    def annotated(self, index: int) -> int:
        """Number of the reader's own annotations in a document."""
        return self.store(index).count(self.entries[index].id) if self.painted else 0

    def line(self, index: int) -> Line:
        """What the list says of a document."""
        entry = self.entries[index]
        heading = self._headings.get(index)
        return Line(
            heading.title if heading else entry.name,
            heading.source or entry.name if heading else "",
            heading.date if heading else "",
            self._quotes.get(index),
            self.annotated(index),
            self.status(index),
            self._problems.get(index, ""),
        )
