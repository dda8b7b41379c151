"""A document in a library that was not read yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.documents.identity import document_id

if TYPE_CHECKING:
    from tui.documents.corpus import Corpus, Record


class Entry:
    """A document in a library, not read yet; it does not change.

    Attributes:
        root: The library folder, absolute: it holds the folder `annotations`, or would.
        name: Path of the file relative to the root, with `/`, and the part after another; clean
            text, unique in its root.
        part: What the row of a corpus is called, as the file has it; empty for all other files.
    """

    # No dataclass with a `Path`: to make 100,000 paths would take longer than all the rest.
    __slots__ = ("_corpus", "_file", "_number", "name", "part", "root")

    def __init__(
        self,
        path: Path | str,
        root: Path,
        name: str,
        part: str = "",
        *,
        corpus: Corpus | None = None,
        number: int = -1,
    ) -> None:
        self._file = path
        self.root = root
        self.name = name
        self.part = part
        self._corpus = corpus
        self._number = number

    @property
    def path(self) -> Path:
        """The file, absolute."""
        return Path(self._file)

    @property
    def place(self) -> str:
        """Path of the file relative to the root, as it is on disk, and the part after a `/`."""
        place = self.path.relative_to(self.root).as_posix()
        return f"{place}/{self.part}" if self.part else place

    @property
    def id(self) -> str:
        """`urn:uuid:` URI, the same on every machine for the same place in the library."""
        return document_id(self.place)

    def record(self, length: int | None = None) -> Record:
        """Read the row that this is of a corpus.

        Args:
            length: Code points of its text that are wanted; all of them if left out.

        Raises:
            UnreadableDocument: It cannot be read; the message is a sentence for people.
        """
        from tui.documents.corpus import Corpus

        corpus = self._corpus or Corpus(self._file)
        return corpus.read(self.part, length, self._number)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Entry):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[Path, Path, str, str]:
        return self.path, self.root, self.name, self.part

    def __repr__(self) -> str:
        part = f", {self.part!r}" if self.part else ""
        return f"Entry({self.path!r}, {self.root!r}, {self.name!r}{part})"
