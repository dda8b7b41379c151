"""Mending what a check of an annotations folder found."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui.annotations.codebook import Codebook
from tui.annotations.codecs import PageCodec, ProgressCodec, TagCodec
from tui.annotations.files import LEFTOVERS, TEMPORARY, read_file, write_file
from tui.annotations.kept_codebook import KeptCodebook
from tui.annotations.model import new_id, now
from tui.annotations.names import digest
from tui.annotations.reading import read
from tui.annotations.records import NewerFormatError, Records
from tui.annotations.report import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tui.annotations.inspecting import Page
    from tui.annotations.model import Annotation, Tag


def mend(folder: Path, pages: Iterable[Page]) -> list[Problem]:
    """Mend what can be mended; the caller holds the folder's lock.

    Args:
        folder: The annotations folder.
        pages: What a check found in the pages.

    Returns:
        What could not be written.
    """
    mending = _Mending(folder)
    mending.sweep()
    mending.mend_texts()
    for page in pages:
        if page.document_id and not page.newer:
            mending.mend_page(page)
    mending.mend_codebook()
    for path in sorted(folder.glob("annotators/*.json")):
        if not LEFTOVERS.search(path.name):
            mending.mend_progress(path)
    return mending.refused


class _Mending:
    def __init__(self, folder: Path) -> None:
        self.refused: list[Problem] = []
        self._folder = folder
        self._codebook: Records[Tag] = Records(folder / "codebook.json", TagCodec(), _nobody)
        self._tags = KeptCodebook(self._codebook)
        with contextlib.suppress(OSError):
            self._codebook.refresh()

    def _try(self, path: Path, action: Callable[[], object]) -> None:
        try:
            action()
        except OSError as error:
            what = f"it could not be mended ({error.strerror or error})"
            self.refused.append(Problem(path.relative_to(self._folder), 0, what))
        except NewerFormatError:
            return  # a later version's; it is none of ours

    def sweep(self) -> None:
        """Remove what writers that were stopped have left; what they wrote is whole elsewhere."""
        for path in sorted(self._folder.rglob(f"{TEMPORARY}*")):
            self._try(path, path.unlink)

    def mend_texts(self) -> None:
        """Give back the line ends that git has changed."""
        for path in sorted(self._folder.glob("texts/*.txt")):
            with contextlib.suppress(OSError):
                content = read_file(path)
                data = content[0].replace(b"\r\n", b"\n") if content else b""
                whole = digest(data.decode("utf-8", "replace")) == path.stem
                if content and whole and data != content[0]:
                    self._try(path, lambda path=path, data=data: write_file(path, [data]))  # type: ignore[misc]

    def mend_page(self, found: Page) -> None:
        """Write a page again where it is damaged, and take its tags into the codebook."""
        annotator = found.annotator or found.path.stem
        codec = PageCodec(
            found.document_id, found.name, annotator, self._tags.name, self._tags.identify
        )
        page: Records[Annotation] = Records(found.path, codec, _nobody)

        def mend() -> None:
            page.refresh()
            for key in found.repeated:
                value = page.get(key)
                if value is not None:
                    page.drop(key)
                    page.put(replace(value, id=new_id(), modified=now(value.modified)))
            _write_again(page)
            self._tags.keep(tuple(tag for annotation in page for tag in annotation.tags))

        self._try(found.path, mend)

    def mend_codebook(self) -> None:
        """Write the codebook again where it is damaged, lacks tags, or contradicts itself."""

        def mend() -> None:
            tags = list(self._codebook)
            for tag, unique in zip(tags, Codebook(tags), strict=True):
                parent = tag.parent if tag.parent in self._tags.value else None
                if (tag.name, tag.parent) != (unique.name, parent):
                    modified = now(tag.modified)
                    self._codebook.put(
                        replace(tag, name=unique.name, parent=parent, modified=modified)
                    )
            if not self._codebook.path.exists():
                self._codebook.touch()
            _write_again(self._codebook)

        self._try(self._codebook.path, mend)

    def mend_progress(self, path: Path) -> None:
        """Write the file of an annotator's progress again, where it is damaged."""

        def mend() -> None:
            content = read_file(path)
            header = read(content[0], ProgressCodec("")).header if content else {}
            annotator = header.get("newsreader:annotator")
            codec = ProgressCodec(annotator if isinstance(annotator, str) else path.stem)
            progress: Records[Any] = Records(path, codec, _nobody)
            progress.refresh()
            _write_again(progress)

        self._try(path, mend)


def _write_again(file: Records[Any]) -> None:
    if file.faulty and not file.newer:
        file.touch()
    file.save()


def _nobody(sentence: str) -> None:
    """Nobody is told: the check says what was wrong, and what was mended."""
