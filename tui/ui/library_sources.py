"""The documents of a session as a search sees them; for a thread of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.search.sources import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tui.analysis.model import Analysis
    from tui.annotations.model import Annotation
    from tui.annotations.store import Store
    from tui.documents.document import Document
    from tui.documents.library import Entry
    from tui.ui.session import Session


class LibrarySources:
    """Gives each document of a library, with analysis, annotations and status.

    It has stores of its own, as those of the interface belong to the interface's thread.

    Args:
        session: The library.
        stopped: Asked inside an analysis; true ends it.
    """

    def __init__(self, session: Session, stopped: Callable[[], bool]) -> None:
        self._session = session
        self._stopped = stopped
        self._stores: dict[Path, Store] = {}
        self._annotated: dict[Path, frozenset[str]] = {}
        self._names: dict[Path, dict[str, str]] = {}  # of tags

    def __iter__(self) -> Iterator[Article]:
        for index, entry in enumerate(self._session.entries):
            yield self.article(index, entry)

    def article(self, index: int, entry: Entry) -> Article:
        """One document; nothing is read before it is asked for."""
        from tui.documents.formats import read_document

        store = self.store(index)
        return Article(
            lambda: read_document(entry),
            lambda document: self._analysis(index, entry, document),
            self._annotations_of(entry, store),
            self._names[entry.root],
            lambda: self._session.status(index, store),
        )

    def store(self, index: int) -> Store:
        """The store of a document, for this thread."""
        root = self._session.entries[index].root
        if root not in self._stores:
            self._stores[root] = self._session.new_store(root)
            self._annotated[root] = self._stores[root].annotated()
            self._names[root] = {tag.id: tag.name for tag in self._stores[root].codebook}
        return self._stores[root]

    def _annotations_of(
        self, entry: Entry, store: Store
    ) -> Callable[[Document], Sequence[Annotation]]:
        annotated = self._annotated[entry.root]
        if not annotated or entry.id not in annotated:
            return lambda _: ()
        return store.annotations

    def _analysis(self, index: int, entry: Entry, document: Document) -> Analysis:
        """With the reader's decisions."""
        from tui.analysis.decisions import decided

        raw = self._session.analyse(document, self._stopped)
        annotated = self._annotated[entry.root]
        if not annotated or entry.id not in annotated:
            return raw
        return decided(document.text, raw, self.store(index).decided(document))
