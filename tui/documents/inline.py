"""Inline Markdown: text with emphasis, code and links, without their marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.document import EmphasisKind
from tui.documents.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

_LENGTH_LIMIT = 50_000  # code points of one paragraph whose marks are read
_BRACKETS_LIMIT = 1_000  # each costs the parser about as much as a line of prose
_KINDS = {
    "em": EmphasisKind.EMPHASIS,
    "strong": EmphasisKind.STRONG,
    "link": EmphasisKind.LINK,
}
_SPACES = re.compile(r"\s+")
_MARKS = re.compile(r"[\\`*_\[\]<&!\n]")  # what CommonMark gives a meaning within a paragraph


class Run(NamedTuple):
    """A stretch of some text that stands out, in code points of that text."""

    start: int
    end: int
    kind: EmphasisKind


class Inline(NamedTuple):
    """Clean text without blank lines and white space at its ends, and what stands out in it."""

    text: str
    runs: list[Run]


def read_inline(source: str, parser: MarkdownIt, env: EnvType) -> Inline:
    """Read the inline Markdown of one paragraph.

    Args:
        source: The Markdown; a paragraph of extreme length, or with an extreme number of
            brackets, is taken as it is.
        parser: The parser that read the blocks.
        env: What that found out about the document (targets of links).

    Returns:
        The text, in which only hard breaks are line ends.
    """
    if not _MARKS.search(source):
        return tidy(clean(source))
    tokens: list[Token] = []
    if len(source) <= _LENGTH_LIMIT and source.count("[") <= _BRACKETS_LIMIT:
        try:
            parser.inline.parse(source, parser, env, tokens)
        except RecursionError:
            tokens = []
    text = _Text()
    if tokens:
        text.add_tokens(tokens)
    else:
        text.add(source)
    return tidy("".join(text.parts), text.runs)


class _Text:
    """Text put together from parser tokens."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.length = 0

    def add(self, piece: str) -> None:
        # a line end that was written as an entity is no line end
        self._append(clean(piece).replace("\n", " "))

    def _append(self, piece: str) -> None:
        self.parts.append(piece)
        self.length += len(piece)

    def add_tokens(self, tokens: Sequence[Token]) -> None:
        opened: list[int] = []
        for token in tokens:
            kind = _KINDS.get(token.tag if token.tag != "a" else "link")
            if token.type == "hardbreak":
                self._append("\n")
            elif token.type == "softbreak":
                self._append(" ")
            elif token.type == "image":
                self.add_tokens(token.children or ())
            elif token.type == "code_inline":
                start = self.length
                self.add(token.content)
                self.runs.append(Run(start, self.length, EmphasisKind.CODE))
            elif kind and token.nesting == 1:
                opened.append(self.length)
            elif kind and token.nesting == -1:
                self.runs.append(Run(opened.pop(), self.length, kind))
            else:
                self.add(token.content)


def tidy(text: str, runs: Sequence[Run] = ()) -> Inline:
    """Take away blank lines and white space at the ends of lines, and move the runs along.

    Args:
        text: Clean text.
        runs: What stands out in it.

    Returns:
        The text that is left, and the runs of which anything is left, by start; they, too, have
        no white space at their ends.
    """
    if not runs:
        return Inline(_SPACES.sub(_keep_space, text.strip()), [])
    parts: list[str] = []
    moved: list[int] = []  # for each code point, where it stands now
    length = position = 0
    for space in _SPACES.finditer(text):
        at_end = space.start() == 0 or space.end() == len(text)
        kept = "" if at_end else _keep_space(space)
        word = text[position : space.start()]
        parts += (word, kept)
        moved += range(length, length + len(word))
        length += len(word)
        moved += (min(length + i, length + len(kept)) for i in range(len(space[0])))
        length += len(kept)
        position = space.end()
    parts.append(text[position:])
    moved += range(length, length + len(text) - position + 1)
    tidied = "".join(parts)
    shifted = (_trim(tidied, Run(moved[start], moved[end], kind)) for start, end, kind in runs)
    return Inline(tidied, sorted(run for run in shifted if run.start < run.end))


def _keep_space(space: re.Match[str]) -> str:
    return "\n" if "\n" in space[0] else space[0]


def _trim(text: str, run: Run) -> Run:
    piece = text[run.start : run.end].rstrip()
    end = run.start + len(piece)
    return Run(end - len(piece.lstrip()), end, run.kind)
