"""What a check of an annotations folder found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.documents.text import clean_line

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be.

    Attributes:
        path: The file, relative to the annotations folder.
        line: The line in it, from 1; 0 where it is none of them, or all.
        what: What is wrong, in words that begin small and end without a full stop.
        note: It harms nothing, and only a person can tell what to do about it.
        mended: It was there, and is not any more.
    """

    path: Path
    line: int
    what: str
    note: bool = False
    mended: bool = False

    @property
    def sentence(self) -> str:
        """The problem, for people."""
        where = clean_line(self.path.as_posix())
        line = f", line {self.line}" if self.line else ""
        return f"{where}{line}: {clean_line(self.what)}{' (mended)' if self.mended else ''}."


@dataclass(frozen=True, slots=True)
class Report:
    """The problems of an annotations folder, by file and line.

    Attributes:
        problems: All of them.
        files: How many files were read.
    """

    problems: tuple[Problem, ...]
    files: int = 0

    @property
    def sentences(self) -> list[str]:
        """The problems, for people."""
        return [problem.sentence for problem in self.problems]

    @property
    def ok(self) -> bool:
        """Nothing is wrong, or nothing any more."""
        return all(problem.mended or problem.note for problem in self.problems)

    @property
    def repaired(self) -> bool:
        """Something was mended."""
        return any(problem.mended for problem in self.problems)
