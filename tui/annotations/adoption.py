"""Annotations of a file that was renamed or moved: its document has another id from then on."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.annotations.codecs import document_of
from tui.annotations.difference import Shift
from tui.annotations.files import make_folder, read_file, state_of
from tui.annotations.model import now

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tui.annotations.shelf import Shelf
    from tui.annotations.undoing import Undoing
    from tui.documents.document import Document

ALIKE = 0.90
"""The part two texts have in common from which they count as versions of one."""

_APART = 0.05  # by how much the likeliest must beat all others
_READ, _COMPARED = 40, 8  # texts that are read, and compared in full, for one document
_LONGEST = 2_000_000  # bytes of a text that is compared
_HEAD = 4096  # bytes of a page that hold its head
_TEXT = re.compile(rb'"newsreader:text": ?"([0-9a-f]{64})"')


class _Candidate(NamedTuple):
    """A page whose document is gone."""

    document_id: str
    path: Path
    digests: tuple[str, ...]


class Adoption:
    """Gives documents without annotations those of the file they were before.

    Args:
        shelf: The files.
        undoing: Is told of it.
    """

    def __init__(self, shelf: Shelf, undoing: Undoing) -> None:
        self._shelf = shelf
        self._undoing = undoing
        self._tried: set[str] = set()
        self._ids: dict[Path, str] = {}  # documents of pages; a page never changes its document

    def consider(self, document: Document, sha256: str, present: Callable[[str], bool]) -> bool:
        """Let a document adopt the annotations of a file that is gone, if it is clear which.

        Args:
            document: One without annotations.
            sha256: Digest of its text.
            present: Whether the library has the document with an id.

        Returns:
            Whether it has annotations now.
        """
        if document.id in self._tried or self._shelf.unsaved:
            return False
        self._tried.add(document.id)
        candidates = [
            candidate for candidate in self._gone(present) if candidate.document_id != document.id
        ]
        same = [candidate for candidate in candidates if sha256 in candidate.digests]
        found = same[0] if len(same) == 1 else None
        if not same and candidates:
            found = self._most_alike(document.text, candidates)
        return found is not None and self._adopt(document, found)

    def _gone(self, present: Callable[[str], bool]) -> list[_Candidate]:
        """The annotator's pages of documents that the library has no more."""
        found = []
        for path in self._shelf.counting.pages():
            with contextlib.suppress(OSError):
                document_id = self._document_of(path)
                if document_id and not present(document_id):
                    content = read_file(path)
                    texts = _TEXT.findall(content[0]) if content else ()
                    digests = tuple(dict.fromkeys(text.decode() for text in texts))
                    if digests:
                        found.append(_Candidate(document_id, path, digests))
        return found

    def _document_of(self, path: Path) -> str:
        if path not in self._ids:
            try:
                with path.open("rb") as file:
                    self._ids[path] = document_of(file.read(_HEAD))
            except FileNotFoundError:
                return ""
        return self._ids[path]

    def _most_alike(self, text: str, candidates: list[_Candidate]) -> _Candidate | None:
        """The candidate that was annotated in a version of the text; None if it is not clear."""
        size = len(text.encode())
        words = set(text.split())
        likely = []
        read = 0
        for candidate in candidates:
            for sha256 in candidate.digests[-3:]:
                state = state_of(self._shelf.layout.text(sha256))
                if state is None or not _near(state.size, size) or size > _LONGEST:
                    continue
                read += 1
                old = self._shelf.text(sha256) if read <= _READ else None
                if old is None:
                    continue
                others = set(old.split())
                if len(words & others) >= ALIKE * 0.9 * max(len(words), len(others)):
                    likely.append((candidate, old))
        if read > _READ or len(likely) > _COMPARED:
            return None
        scores: dict[_Candidate, float] = {}
        for candidate, old in likely:
            alike = 2 * Shift(old, text).common() / (len(old) + len(text))
            scores[candidate] = max(alike, scores.get(candidate, 0.0))
        ranked = sorted(scores, key=scores.__getitem__, reverse=True)
        if not ranked or scores[ranked[0]] < ALIKE:
            return None
        if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _APART:
            return None
        return ranked[0]

    def _adopt(self, document: Document, found: _Candidate) -> bool:
        shelf = self._shelf
        old = shelf.page(found.document_id)
        shelf.refresh(old)
        if old.newer or old.dirty:
            return False
        name = shelf.name_of(found.document_id)
        with shelf.held():
            path = shelf.page(document.id, document.name).path
            if shelf.refused or state_of(path) is not None:
                return False
            try:
                make_folder(path.parent)
                found.path.rename(path)  # at no moment are they nowhere, or in two places
            except OSError:
                return False
            with contextlib.suppress(OSError):
                found.path.parent.rmdir()
            self._ids.pop(found.path, None)
            for document_id in (found.document_id, document.id):
                shelf.forget_page(document_id)
            page = shelf.page(document.id, document.name)
            shelf.refresh(page, shelf.progress)
            page.touch()
            self._move_status(found.document_id, document.id)
            self._undoing.adopt(found.document_id, document.id)
            shelf.save()
        shelf.say(
            f"‘{document.name}’ has the annotations of ‘{name}’ now: the texts are the same or "
            f"nearly so, and ‘{name}’ is gone."
        )
        return True

    def _move_status(self, old: str, new: str) -> None:
        file = self._shelf.progress
        progress = file.get(old)
        if progress is not None and not file.newer:
            if file.get(new) is None:
                file.put(replace(progress, id=new, modified=now(progress.modified)))
            file.drop(old)


def _near(one: int, other: int) -> bool:
    return min(one, other) >= 0.8 * max(one, other)
