"""Checking an annotations folder from end to end, and mending what can be mended."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.annotations.files import LEFTOVERS, TEMPORARY, BusyError, locked, read_file
from tui.annotations.inspecting import Page, inspect_codebook, inspect_page, inspect_progress
from tui.annotations.names import digest, file_name
from tui.annotations.report import Problem, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.annotations.inspecting import Inspection

__all__ = ["Problem", "Report", "check"]


def check(folder: Path, repair: bool = False) -> Report:
    """Look for everything that is wrong with an annotations folder.

    Args:
        folder: The annotations folder.
        repair: Mend what can be mended. What cannot be read is set aside in a named file first;
            nothing that can be read is dropped.

    Returns:
        What is wrong, and what of it was mended.
    """
    if not folder.is_dir():
        return Report((Problem(Path(folder.name), 0, "there is no such folder"),))
    before = _Check(folder)
    found = before.run()
    if not repair or not found:
        return Report(tuple(found), before.files)
    from tui.annotations.mending import mend

    refused: list[Problem] = []
    try:
        with locked(folder / ".lock"):
            # what was found without the lock may be different by now
            current = _Check(folder)
            current.run()
            refused = mend(folder, current.pages)
    except (OSError, NotImplementedError) as error:
        reason = "another newsreader is saving there" if isinstance(error, BusyError) else error
        refused = [Problem(Path(), 0, f"nothing could be mended ({reason})")]
    left = _Check(folder).run()
    rest = Counter((problem.path, problem.what) for problem in left)
    problems = []
    for problem in found:
        key = problem.path, problem.what
        if rest[key]:
            rest[key] -= 1
            problems.append(problem)
        else:
            problems.append(replace(problem, mended=True))
    new = [problem for problem in left if rest[problem.path, problem.what] > 0]
    return Report(tuple(sorted([*problems, *new, *refused], key=_place)), before.files)


def _place(problem: Problem) -> tuple[str, int, str]:
    return problem.path.as_posix(), problem.line, problem.what


class _Check:
    """One look at everything.

    Args:
        folder: The annotations folder.

    Attributes:
        files: How many files were read.
        pages: What was found in the pages.
        codebook: The names of the tags by their ids.
    """

    def __init__(self, folder: Path) -> None:
        self.files = 0
        self.pages: list[Page] = []
        self.codebook: dict[str, str] = {}
        self._folder = folder
        self._problems: list[Problem] = []

    def run(self) -> list[Problem]:
        """Look, and say what is wrong."""
        self._check_leftovers()
        self._check_codebook()
        for path in self._json("annotators/*.json"):
            data = self._read(path)
            if data is not None:
                self._take(path, inspect_progress(data))
        for path in self._json("documents/*/*.json"):
            self._check_page(path)
        self._check_ids()
        self._check_tags()
        self._check_texts()
        return sorted(self._problems, key=_place)

    def _say(self, path: Path, line: int, what: str, *, note: bool = False) -> None:
        self._problems.append(Problem(path.relative_to(self._folder), line, what, note))

    def _take(self, path: Path, inspection: Inspection) -> None:
        for line, what in inspection.faults:
            self._say(path, line, what)
        if inspection.newer:
            self._say(path, 0, "a later version of newsreader wrote it: it is only read", note=True)

    def _json(self, pattern: str) -> Iterator[Path]:
        for path in sorted(self._folder.glob(pattern)):
            if not path.name.startswith(".") and not LEFTOVERS.search(path.name):
                yield path

    def _read(self, path: Path) -> bytes | None:
        try:
            content = read_file(path)
        except OSError as error:
            self._say(path, 0, f"it cannot be read ({error.strerror})")
            return None
        self.files += content is not None
        return content[0] if content else None

    def _check_leftovers(self) -> None:
        for path in sorted(self._folder.rglob("*")):
            if path.name.startswith(TEMPORARY):
                self._say(path, 0, "a program that was stopped left it half written")
            elif LEFTOVERS.search(path.name):
                what = "a file was set aside under this name; delete it when you miss nothing"
                self._say(path, 0, what, note=True)

    def _check_codebook(self) -> None:
        path = self._folder / "codebook.json"
        data = self._read(path)
        if data is not None:
            inspection, self.codebook = inspect_codebook(data)
            self._take(path, inspection)
        elif not path.exists() and any(self._folder.glob("documents/*/*.json")):
            self._say(path, 0, "it is missing")

    def _check_page(self, path: Path) -> None:
        data = self._read(path)
        if data is None:
            return
        page, inspection = inspect_page(path, data)
        self._take(path, inspection)
        self.pages.append(page)
        if not page.document_id:
            self._say(path, 0, "it does not say which document it is about")
        elif digest(page.document_id)[:16] != path.parent.name[-16:]:
            self._say(path, 0, "it is about another document than its folder, and not read")
        elif page.annotator and path.name != file_name(page.annotator) + ".json":
            self._say(path, 0, f"it is not called as those of ‘{page.annotator}’, and not read")

    def _check_ids(self) -> None:
        """No annotation may be in two files."""
        first: dict[str, Path] = {}
        for page in self.pages:
            for key, line in page.lines.items():
                if key in first:
                    other = first[key].relative_to(self._folder).as_posix()
                    page.repeated.append(key)
                    self._say(page.path, line, f"its id stands in {other} too")
                else:
                    first[key] = page.path

    def _check_tags(self) -> None:
        names = {name.casefold() for name in self.codebook.values()}
        for page in self.pages:
            for (tag, name), line in page.tags.items():
                known = tag in self.codebook if tag else name.casefold() in names
                if not known:
                    self._say(page.path, line, f"the tag ‘{name}’ is not in the codebook")

    def _check_texts(self) -> None:
        whole = set()
        for path in sorted(self._folder.glob("texts/*.txt")):
            data = self._read(path)
            if data is None:
                continue
            if digest(data.decode("utf-8", "replace")) == path.stem:
                whole.add(path.stem)
            else:
                self._say(path, 0, "it is not the text that was annotated")
        for page in self.pages:
            for sha256, line in _missing(page.texts, whole):
                self._say(page.path, line, f"the text it was made in is missing ({sha256[:8]}…)")


def _missing(texts: dict[str, int], whole: set[str]) -> Iterable[tuple[str, int]]:
    return [(sha256, line) for sha256, line in texts.items() if sha256 not in whole]
