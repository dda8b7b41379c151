"""The files of an annotations folder: opened when first needed, saved together."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING

from tui.annotations.codecs import PageCodec, ProgressCodec, TagCodec, tally
from tui.annotations.files import FileState, locked, read_file, state_of, write_file
from tui.annotations.folder import Layout
from tui.annotations.kept_codebook import KeptCodebook
from tui.annotations.names import digest
from tui.annotations.records import NewerFormatError, Records
from tui.documents.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from tui.annotations.model import Annotation

_IGNORED_BY_GIT = b".lock\n.tmp-*\n"


class Shelf:
    """The codebook, the annotator's progress and pages, and the texts that were annotated.

    Args:
        folder: The annotations folder; nothing is made there before something is saved.
        annotator: Name of the annotator.

    Attributes:
        tags: The codebook.
        problems: Sentences for people.
        unsaved: The disk has refused the last changes.
        texts: Texts that annotations refer to, by SHA-256; kept in case the folder is removed.
    """

    def __init__(self, folder: Path, annotator: str) -> None:
        self.layout = Layout(folder, annotator)
        self.problems: list[str] = []
        self.unsaved = False
        self.texts: dict[str, str] = {}
        self._annotator = annotator
        self.codebook = Records(self.layout.codebook, TagCodec(), self.say)
        self.tags = KeptCodebook(self.codebook)
        self.progress_codec = ProgressCodec(annotator)
        self.progress = Records(self.layout.progress, self.progress_codec, self.say)
        self._lock: AbstractContextManager[None] | None = None  # what `held` has got
        self._pages: dict[str, Records[Annotation]] = {}
        self._folders: dict[str, Path] = {}  # of documents, by the digest in their names
        self._folders_state: FileState | None = None
        self._tallies: dict[Path, tuple[FileState, str, int]] = {}

    @property
    def _files(self) -> list[Records[Any]]:
        return [self.codebook, self.progress, *self._pages.values()]

    def say(self, sentence: str) -> None:
        """Tell people something, once."""
        if sentence not in self.problems:
            self.problems.append(sentence)

    def page(self, document_id: str, name: str = "") -> Records[Annotation]:
        """The annotator's annotations of a document; `name` is the document's, where known."""
        page = self._pages.get(document_id)
        if page is None:
            path = self._find(document_id) or self.layout.page(document_id, name)
            codec = PageCodec(
                document_id, name, self._annotator, self.tags.name, self.tags.identify
            )
            page = self._pages[document_id] = Records(path, codec, self.say)
        return page

    def refresh(self, *files: Records[Any]) -> None:
        """Take over what others have changed in these files; say what cannot be read."""
        for file in files:
            try:
                file.refresh()
            except OSError as error:
                self.say(f"‘{file.path.name}’ cannot be read ({_reason(error)}).")

    def text(self, sha256: str) -> str | None:
        """A text that was annotated, if it is still there and whole."""
        if sha256 in self.texts:
            return self.texts[sha256]
        if len(sha256) != 64 or not sha256.isalnum():
            return None
        try:
            content = read_file(self.layout.text(sha256))
        except OSError:
            return None
        data = content[0] if content else b""
        # git may have changed the line ends on its way to Windows.
        for version in (data, data.replace(b"\r\n", b"\n")):
            text = version.decode("utf-8", "replace")
            if digest(text) == sha256:
                return text
        return None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder's lock, so that what was looked up is still so when it is saved.

        Where the lock cannot be had, saving meanwhile is refused for the reason that it cannot.
        """
        with ExitStack() as stack:
            try:
                stack.enter_context(locked(self.layout.lock))
                self._lock = nullcontext()
            except (OSError, NotImplementedError) as error:
                self._lock = _Refused(error)
            try:
                yield
            finally:
                self._lock = None

    def save(self) -> bool:
        """Write what has changed; what cannot be written stays in memory.

        Returns:
            Whether nothing is left to save.
        """
        files = self._files
        failure: Exception | None = None
        try:
            with self._lock or locked(self.layout.lock):
                self._prepare()
                for file in files:
                    try:
                        file.save()
                    except (OSError, NewerFormatError) as error:
                        failure = failure or error
        except (OSError, NotImplementedError) as error:  # no locks on this file system
            failure = error
        self.unsaved = failure is not None
        if failure is not None:
            folder = clean_line(str(self.layout.folder))
            self.say(
                f"Annotations cannot be saved in {folder} ({_reason(failure)}). They are kept in "
                "memory, and saving is tried again with the next change."
            )
        return not self.unsaved

    def save_pending(self) -> bool:
        """Save if something is left to save, or has vanished from the disk; likewise."""
        self.refresh(*self._files)
        if self.unsaved or any(file.dirty for file in self._files):
            return self.save()
        return True

    def _prepare(self) -> None:
        """Make what every annotations folder has, and the texts that annotations refer to."""
        if state_of(self.layout.codebook) is None:
            self.codebook.touch()
            ignore = self.layout.folder / ".gitignore"
            if state_of(ignore) is None:
                write_file(ignore, [_IGNORED_BY_GIT])
        for sha256, text in self.texts.items():
            path = self.layout.text(sha256)
            if state_of(path) is None:
                write_file(path, [text.encode()])

    def count(self, document_id: str) -> int:
        """How many annotations the annotator has made in a document."""
        if document_id in self._pages:
            return len(self._pages[document_id])
        path = self._find(document_id)
        return self._tally(path, document_id)[1] if path else 0

    def counts(self) -> dict[str, int]:
        """The same for all documents that have any."""
        self._find("")
        paths = [folder / self.layout.own_name for folder in self._folders.values()]
        counts = dict(self._tally(path) for path in paths)
        counts |= {document_id: len(page) for document_id, page in self._pages.items()}
        return {
            document_id: count for document_id, count in counts.items() if document_id and count
        }

    def _find(self, document_id: str) -> Path | None:
        """Where the page of a document is, if anybody has annotated the document."""
        try:
            state = state_of(self.layout.folder / "documents")
        except OSError:
            return None
        if state != self._folders_state:
            self._folders_state = state
            self._folders = self.layout.document_folders()
        folder = self._folders.get(digest(document_id)[:16])
        return folder / self.layout.own_name if folder else None

    def _tally(self, path: Path, document_id: str = "") -> tuple[str, int]:
        """Document and number of annotations of a page."""
        try:
            state = state_of(path)
            known = self._tallies.get(path)
            if state is not None and known is not None and known[0] == state:
                return known[1], known[2]
            content = read_file(path) if state is not None else None
        except OSError:
            content = None
        if content is None:
            return document_id, 0
        data, state = content
        found, count = tally(data)
        document_id = found or document_id
        if count is None and document_id:
            page = self.page(document_id)
            self.refresh(page)
            count = len(page)
        self._tallies[path] = (state, document_id, count or 0)
        return document_id, count or 0


class _Refused(AbstractContextManager[None]):
    """Stands for a lock that could not be had."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def __enter__(self) -> None:
        raise self._error

    def __exit__(self, *error: object) -> None:
        """Nothing was entered."""


def _reason(error: Exception) -> str:
    return clean_line((isinstance(error, OSError) and error.strerror) or str(error))
