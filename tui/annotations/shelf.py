"""The files of an annotations folder: opened when first needed, saved together."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING

from tui.annotations.codecs import PageCodec, ProgressCodec, TagCodec, document_of
from tui.annotations.counting import Counting
from tui.annotations.files import device_of, locked, read_file, state_of, write_file
from tui.annotations.folder import Layout
from tui.annotations.journal import Journal
from tui.annotations.kept_codebook import KeptCodebook
from tui.annotations.names import digest
from tui.annotations.records import NewerFormatError, Records
from tui.documents.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import Any

    from tui.annotations.model import Annotation

# What every annotations folder has for git: what it is not to keep; that lines added on two
# branches are both kept, as the reader puts them in order; that texts stay as they are.
_FOR_GIT = {
    ".gitignore": b".lock\n.tmp-*\n",
    ".gitattributes": b"*.json merge=union\ntexts/*.txt -text\n",
}


class Shelf:
    """The codebook, the annotator's progress and pages, and the texts that were annotated.

    Args:
        folder: The annotations folder; nothing is made there before something is saved.
        annotator: Name of the annotator.
        state: Folder of the journals; by default in the user's state folder.

    Attributes:
        tags: The codebook.
        journal: What the annotator does, written down before it is saved.
        counting: Knows how many annotations documents have.
        problems: Sentences for people.
        unsaved: The disk has refused the last changes.
        texts: Texts that annotations refer to, by SHA-256; kept in case the folder is removed.
    """

    def __init__(self, folder: Path, annotator: str, state: Path | None = None) -> None:
        self.layout = Layout(folder, annotator)
        self.journal = Journal(folder, annotator, state)
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
        self._names: dict[str, str] = {}  # of documents, as far as the journal tells of them
        self._recovered = False
        self._prepared = False
        self._foreign = 0
        self._device: int | None = None  # of the disk the folder is on
        self.counting = Counting(self.layout, self._pages, self._refreshed_page)

    @property
    def _files(self) -> list[Records[Any]]:
        return [self.codebook, self.progress, *self._pages.values()]

    def say(self, sentence: str) -> None:
        """Tell people something, once."""
        if sentence not in self.problems:
            self.problems.append(sentence)

    # the files

    def page(self, document_id: str, name: str = "") -> Records[Annotation]:
        """The annotator's annotations of a document; `name` is the document's, where known."""
        page = self._pages.get(document_id)
        if page is None:
            name = name or self._names.get(document_id, "")
            path = self.counting.find(document_id) or self.layout.page(document_id, name)
            codec = PageCodec(
                document_id, name, self._annotator, self.tags.name, self.tags.identify
            )
            page = self._pages[document_id] = Records(path, codec, self.say)
        return page

    def forget_page(self, document_id: str) -> None:
        """Take no more notice of the page of a document."""
        self._pages.pop(document_id, None)

    def named(self, document_id: str, name: str) -> str:
        """Remember the name of a document; return its id."""
        self._names[document_id] = name
        return document_id

    def name_of(self, document_id: str) -> str:
        """The path of a document in the library, where it is known."""
        codec = self.page(document_id).codec
        return codec.name if isinstance(codec, PageCodec) else ""

    def document_of(self, page: Records[Annotation]) -> str:
        """The id of the document a page is about."""
        return page.codec.document_id if isinstance(page.codec, PageCodec) else ""

    def pages(self, concerned: Callable[[bytes], bool]) -> Iterator[Records[Annotation]]:
        """The annotator's pages that are open, and those whose content is concerned, as on disk."""
        opened = list(self._pages.values())
        self.refresh(*opened)
        yield from opened
        known = {page.path for page in opened}
        for path in self.counting.pages():
            if path not in known:
                try:
                    content = read_file(path)
                except OSError as error:
                    self.say(f"‘{path.name}’ cannot be read ({_reason(error)}).")
                    continue
                document_id = document_of(content[0]) if content else ""
                if content and document_id and concerned(content[0]):
                    yield self._refreshed_page(document_id)

    def _refreshed_page(self, document_id: str) -> Records[Annotation]:
        page = self.page(document_id)
        self.refresh(page)
        return page

    def refresh(self, *files: Records[Any]) -> None:
        """Take over what others have changed in these files; say what cannot be read."""
        self.recover()
        for file in files:
            try:
                file.refresh()
            except OSError as error:
                self.say(f"‘{file.path.name}’ cannot be read ({_reason(error)}).")

    def refresh_all(self) -> bool:
        """Take over what others have changed; return whether they have, since the last time."""
        self.refresh(*self._files)
        self.counting.refresh()
        foreign = self.counting.foreign + sum(file.foreign for file in self._files)
        changed, self._foreign = foreign != self._foreign, foreign
        return changed

    def recover(self) -> None:
        """Save what an earlier session could not, if that was not done yet."""
        if not self._recovered:
            self._recovered = True
            self._device = device_of(self.layout.folder.parent)
            from tui.annotations.recovery import recover

            recover(self)

    def use(self, tags: Iterable[str]) -> None:
        """Remember that tags were used just now."""
        self.refresh(self.progress)
        recent = tuple(dict.fromkeys([*tags, *self.progress_codec.recent]))
        if recent != self.progress_codec.recent:
            self.progress_codec.recent = recent
            self.progress.touch()

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

    # saving

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder's lock, so that what was looked up is still so when it is saved.

        Where the lock cannot be had, saving meanwhile is refused for the reason that it cannot.
        """
        self.recover()
        with ExitStack() as stack:
            try:
                self._check_place()
                stack.enter_context(locked(self.layout.lock))
                self._lock = nullcontext()
            except (OSError, NotImplementedError) as error:
                self._lock = _Refused(error)
            try:
                yield
            finally:
                self._lock = None

    @property
    def refused(self) -> bool:
        """The lock that `held` holds could not be had."""
        return isinstance(self._lock, _Refused)

    def save(self) -> bool:
        """Write what has changed; what cannot be written stays in memory and in the journal.

        Returns:
            Whether nothing is left to save.
        """
        failure: Exception | None = None
        try:
            self._check_place()
            with self._lock or locked(self.layout.lock):
                # a folder that was removed is made again with everything
                files = self._files if self._prepare() else [f for f in self._files if f.dirty]
                for file in files:
                    try:
                        file.save()
                    except (OSError, NewerFormatError) as error:
                        failure = failure or error
        except (OSError, NotImplementedError) as error:  # no locks on this file system
            failure = error
        self.unsaved = failure is not None
        if failure is None:
            self.journal.settle()
        else:
            self.journal.refuse(self.texts)
            self._tell(failure)
        return not self.unsaved

    def _check_place(self) -> None:
        """See to it that nothing is written where a disk was that has been taken away."""
        device = device_of(self.layout.folder.parent)
        if self._device is None or device == self._device:
            return
        if device is None or state_of(self.layout.codebook) is None:
            raise OSError(None, "the disk it was on is gone")
        self._device = device  # it came back under another number

    def settle(self) -> None:
        """What the journal has and no file needs is done with."""
        if not self.unsaved:
            self.journal.settle()

    def _tell(self, failure: Exception) -> None:
        where = "in memory only"
        if self.journal.written:
            where = f"in the journal ({clean_line(str(self.journal.folder))})"
        self.say(
            f"Annotations cannot be saved in {clean_line(str(self.layout.folder))} "
            f"({_reason(failure)}). They are kept {where}, and saving is tried again with the "
            "next change."
        )

    def save_pending(self) -> bool:
        """Save if something is left to save, or has vanished from the disk; likewise."""
        self.refresh(*self._files)
        if self.unsaved or any(file.dirty for file in self._files):
            return self.save()
        return True

    def _prepare(self) -> bool:
        """Make what every annotations folder has, and the texts that annotations refer to.

        Returns:
            Whether there was no such folder.
        """
        missing = state_of(self.layout.codebook) is None
        if missing:
            self.codebook.touch()
            self._prepared = False
        if not self._prepared:
            for name, content in _FOR_GIT.items():
                if state_of(self.layout.folder / name) is None:
                    write_file(self.layout.folder / name, [content])
            self._prepared = True
        for sha256, text in self.texts.items():
            path = self.layout.text(sha256)
            if state_of(path) is None:
                write_file(path, [text.encode()])
        return missing


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
