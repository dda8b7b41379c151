"""Which documents an annotator has annotated, and how often, told without opening the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.annotations.codecs import tally
from tui.annotations.files import FileState, read_file, state_of
from tui.annotations.names import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tui.annotations.folder import Layout
    from tui.annotations.model import Annotation
    from tui.annotations.records import Records

_Tally = tuple[FileState | None, str, int]  # state of the file, document, number of annotations


class Counting:
    """Counts the annotations in the pages of one annotator.

    Args:
        layout: Where the pages are.
        opened: The pages that are open, by document id; they know their number themselves.
        read: Opens the page of a document and gives it as it is on disk.

    Attributes:
        foreign: How many times others were found to have changed a page that was counted before.
    """

    def __init__(
        self,
        layout: Layout,
        opened: Mapping[str, Records[Annotation]],
        read: Callable[[str], Records[Annotation]],
    ) -> None:
        self.foreign = 0
        self._layout = layout
        self._opened = opened
        self._read = read
        self._folders: dict[str, Path] = {}  # of documents, by the digest in their names
        self._folders_state: FileState | None = None
        self._looked = False
        self._tallies: dict[Path, _Tally] = {}

    def count(self, document_id: str) -> int:
        """How many annotations there are in a document."""
        if document_id in self._opened:
            return _count(self._opened[document_id])
        path = self.find(document_id)
        return self._tally(path, document_id)[1] if path else 0

    def counts(self) -> dict[str, int]:
        """The same for all documents that have any."""
        counts = dict(map(self._tally, self.pages()))
        counts |= {document_id: _count(page) for document_id, page in self._opened.items()}
        return {
            document_id: count for document_id, count in counts.items() if document_id and count
        }

    def documents(self) -> frozenset[str]:
        """The documents that have a page of the annotator's, by id."""
        found = {self._tally(path)[0] for path in self.pages() if path.exists()}
        return frozenset(found - {""}) | {key for key, page in self._opened.items() if len(page)}

    def pages(self) -> list[Path]:
        """Where the annotator's pages are, or would be, of all documents anybody has annotated."""
        self._list()
        return [folder / self._layout.own_name for folder in self._folders.values()]

    def find(self, document_id: str) -> Path | None:
        """Where the page of a document is, if anybody has annotated the document."""
        self._list()
        folder = self._folders.get(digest(document_id)[:16])
        return folder / self._layout.own_name if folder else None

    def refresh(self) -> None:
        """Look again at everything that was counted."""
        self._list()
        own = {page.path for page in self._opened.values()}
        for path, (_, document_id, _) in list(self._tallies.items()):
            if path not in own:
                self._tally(path, document_id)

    def _list(self) -> None:
        """Take over what folders of documents there are."""
        try:
            state = state_of(self._layout.folder / "documents")
        except OSError:
            return
        if state == self._folders_state and self._looked:
            return
        former, self._folders = self._folders, self._layout.document_folders()
        if self._looked:
            own = {page.path for page in self._opened.values()}
            for key in self._folders.keys() - former.keys():
                path = self._folders[key] / self._layout.own_name
                if path not in own and path.exists():
                    self.foreign += 1
        self._folders_state, self._looked = state, True

    def _tally(self, path: Path, document_id: str = "") -> tuple[str, int]:
        """Document and number of annotations of a page."""
        known = self._tallies.get(path)
        try:
            state = state_of(path)
            if known is not None and known[0] == state:
                return known[1], known[2]
            content = read_file(path) if state is not None else None
        except OSError:
            content = None
        count: int | None = 0
        if content is not None:
            data, state = content
            found, count = tally(data)
            document_id = found or document_id
            if count is None and document_id:
                count = _count(self._read(document_id))
        else:
            state = None
        if known is not None and known[2] != count:
            self.foreign += 1
        self._tallies[path] = (state, document_id, count or 0)
        return document_id, count or 0


def _count(page: Records[Annotation]) -> int:
    """How many annotations a page has, without decisions about entities and quotes."""
    return sum(annotation.decision is None for annotation in page)
