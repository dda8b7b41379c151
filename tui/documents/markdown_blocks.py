"""The blocks of a Markdown text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tui.documents.document import BlockKind
from tui.documents.inline import Inline, Run, read_inline, tidy
from tui.documents.parts import Part
from tui.documents.text import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

_NESTING_LIMIT = 20  # the parser leaves out what is deeper
_TAB_WIDTH = 4  # CommonMark


def read_blocks(source: str) -> list[Part] | None:
    """Read Markdown.

    Args:
        source: The Markdown, without front matter.

    Returns:
        Its blocks in order, or None if lists or quotations stand deeper in each other than can
        be read.
    """
    parser = _parser()
    env: EnvType = {}
    reader = _Reader(parser, env)
    for token in parser.parse(source, env):
        if token.type in _CONTAINERS and token.level + 1 >= _NESTING_LIMIT:
            return None
        reader.read(token)
    return reader.parts


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    options = {"html": False, "maxNesting": _NESTING_LIMIT}
    # the inline rules run paragraph by paragraph, in `read_inline`
    return MarkdownIt("commonmark", options).enable("table").disable("inline")


_CONTAINERS = frozenset(("blockquote_open", "list_item_open"))


class _List:
    """A list that is being read."""

    def __init__(self, token: Token) -> None:
        self.number: int | None = None
        if token.type == "ordered_list_open":
            start = token.attrGet("start")  # only there if it is not 1
            self.number = 1 if start is None else int(start)

    def next_marker(self, token: Token) -> str:
        if self.number is None:
            return "•"
        marker = f"{self.number}{token.markup}"
        self.number += 1
        return marker


class _Reader:
    """Makes parts of the parser's tokens."""

    def __init__(self, parser: MarkdownIt, env: EnvType) -> None:
        self.parts: list[Part] = []
        self._parser = parser
        self._env = env
        self._containers: list[str] = []  # "quote" or "item", outermost first
        self._lists: list[_List] = []
        self._groups = 0
        self._marker = ""
        self._heading = 0
        self._rows: list[Inline] | None = None  # of the table that is being read
        self._cells: list[Inline] = []

    def read(self, token: Token) -> None:
        """Take in the next token."""
        match token.type:
            case "inline":
                self._read_text(read_inline(token.content, self._parser, self._env))
            case "heading_open":
                self._heading = int(token.tag[1])
            case "heading_close":
                self._heading = 0
            case "bullet_list_open" | "ordered_list_open":
                self._groups += not self._lists
                self._lists.append(_List(token))
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._containers.append("item")
                self._marker = self._lists[-1].next_marker(token)
            case "blockquote_open":
                self._containers.append("quote")
            case "list_item_close" | "blockquote_close":
                self._containers.pop()
            case "fence" | "code_block":
                self._read_code(token.content)
            case "table_open":
                self._rows = []
            case "tr_close":
                self._end_row()
            case "table_close":
                self._end_table()

    def _read_text(self, inline: Inline) -> None:
        if self._rows is not None:
            self._cells.append(inline)
        elif not inline.text:
            return
        elif self._heading:
            self._add(inline, BlockKind.HEADING, self._heading)
        elif self._containers and self._containers[-1] == "quote":
            self._add(inline, BlockKind.QUOTATION, self._containers.count("quote"))
        elif self._containers:
            self._add(inline, BlockKind.LIST_ITEM, len(self._lists))
        else:
            self._add(inline, BlockKind.PARAGRAPH)

    def _add(self, inline: Inline, kind: BlockKind, level: int = 0) -> None:
        item = kind is BlockKind.LIST_ITEM
        marker, self._marker = self._marker if item else "", ""
        group = self._groups if item else 0
        self.parts.append(Part(inline.text, kind, level, marker, inline.runs, group))

    def _read_code(self, content: str) -> None:
        """Add a block for each piece between blank lines."""
        piece: list[str] = []
        for line in [*clean(content.expandtabs(_TAB_WIDTH)).split("\n"), ""]:
            if line.strip():
                piece.append(line.rstrip())
            elif piece:
                indent = min(len(line) - len(line.lstrip()) for line in piece)
                text = "\n".join(line[indent:] for line in piece).strip()
                self._add(Inline(text, []), BlockKind.CODE)
                piece = []

    def _end_row(self) -> None:
        if self._rows is not None:
            self._rows.append(_join(self._cells, " | "))
        self._cells = []

    def _end_table(self) -> None:
        rows, self._rows = self._rows or [], None
        table = _join(rows, "\n")
        table = tidy(table.text, table.runs)
        if table.text:
            self._add(table, BlockKind.PARAGRAPH)


def _join(inlines: list[Inline], separator: str) -> Inline:
    runs: list[Run] = []
    length = 0
    for inline in inlines:
        runs += (Run(length + start, length + end, kind) for start, end, kind in inline.runs)
        length += len(inline.text) + len(separator)
    return Inline(separator.join(inline.text for inline in inlines), runs)
