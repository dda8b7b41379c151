"""Parts of a document from a tree of HTML, or of what an extractor made of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.documents.document import BlockKind, EmphasisKind
from tui.documents.extras import web_module
from tui.documents.inline import Run, tidy
from tui.documents.parts import Part
from tui.documents.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math"),
        *("canvas", "audio", "video", "nav", "button", "form", "select", "textarea", "input"),
        *("title", "meta", "link"),
    )
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "body", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "header", "hr", "html", "main", "p"),
        *("pre", "section", "summary"),
    )
)
_HEADING = re.compile("h([1-6])")
_EMPHASES = {
    "em": EmphasisKind.EMPHASIS,
    "i": EmphasisKind.EMPHASIS,
    "strong": EmphasisKind.STRONG,
    "b": EmphasisKind.STRONG,
    "code": EmphasisKind.CODE,
    "tt": EmphasisKind.CODE,
    "a": EmphasisKind.LINK,
    "ref": EmphasisKind.LINK,
    "#i": EmphasisKind.EMPHASIS,
    "#b": EmphasisKind.STRONG,
    "#t": EmphasisKind.CODE,
}
_SPACES = re.compile(r"\s+")


def parts_of_html(html: str) -> list[Part]:
    """Read HTML as it is, without looking for an article in it.

    Args:
        html: A page or a piece of one.

    Returns:
        Its blocks in order.

    Raises:
        UnreadableDocument: The extra `web` is not installed.
    """
    etree = web_module("lxml.etree")
    parser = etree.HTMLParser(
        remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8"
    )
    # cleaned first, as the parser ends at a NUL and takes no lone surrogates
    data = clean(html).encode("utf-8")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return []
    return [] if root is None else parts_of_tree(root)


def parts_of_tree(root: _Element) -> list[Part]:
    """Read a tree of HTML elements, or of those of TEI that stand for them.

    Args:
        root: The tree, without comments.

    Returns:
        Its blocks in order.
    """
    etree = web_module("lxml.etree")
    reader = _Reader()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            reader.start(element)
        else:
            reader.end(element, last=element is root)
    reader.flush()
    return reader.parts


class _Reader:
    """Makes parts of the elements of a tree, in their order."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._pieces: list[str] = []
        self._length = 0
        self._runs: list[Run] = []
        self._opened: list[int] = []  # where the emphases begin that are open
        self._skipped = 0  # depth inside an element that is left out
        self._containers: list[str] = []  # "quote" or "item", outermost first
        self._lists: list[int] = []  # number of the last item, -1 where they have none
        self._groups = 0
        self._marker = ""
        self._heading = 0
        self._table = 0  # depth
        self._cells = 0  # in the row so far
        self._layout = False  # whether the outermost table only arranges paragraphs

    def start(self, element: _Element) -> None:
        """Take in where an element begins, and the text right after."""
        tag = str(element.tag)
        if self._skipped or tag in _SKIPPED or (tag == "head" and not element.get("rend")):
            self._skipped += 1
            return
        kind = _EMPHASES.get(element.get("rend", "") if tag == "hi" else tag)
        if kind is not None:
            self._opened.append(self._length)
        elif tag in {"br", "lb"}:
            self._append(" " if self._in_cells else "\n")
        elif tag in {"td", "th", "cell"} and self._in_cells:
            self._append(" | " if self._cells else " ")
            self._cells += 1
        elif tag in {"tr", "row"} and self._in_cells:
            self._cells = 0
        elif level := _heading(tag, element):
            self.flush()
            self._heading = level
        else:
            self._start_container(tag, element)
        self._add(element.text)

    def _start_container(self, tag: str, element: _Element) -> None:
        match tag:
            case "ul" | "ol" | "list":
                self.flush()
                self._groups += not self._lists
                numbered = tag == "ol" or element.get("rend") == "ol"
                self._lists.append(0 if numbered else -1)
            case "li" | "item":
                self.flush()
                self._containers.append("item")
                self._marker = self._next_marker()
            case "blockquote" | "quote":
                self.flush()
                self._containers.append("quote")
            case "table":
                if not self._table:
                    self.flush()
                    self._layout = (
                        next(element.iter("p", "div", "ul", "h2", "h3"), None) is not None
                    )
                self._table += 1
            case _ if tag in _BLOCKS or tag in {"td", "th", "tr", "row", "cell"}:
                self.flush()

    def end(self, element: _Element, *, last: bool) -> None:
        """Take in where an element ends, and the text after it."""
        tag = str(element.tag)
        if self._skipped:
            self._skipped -= 1
            if not last and not self._skipped:
                self._add(element.tail)
            return
        kind = _EMPHASES.get(element.get("rend", "") if tag == "hi" else tag)
        if kind is not None:
            self._runs.append(Run(min(self._opened.pop(), self._length), self._length, kind))
        elif _heading(tag, element):
            self.flush()
            self._heading = 0
        elif tag in {"tr", "row"} and self._in_cells:
            self._append("\n")
        elif tag == "table":
            self._table -= 1
            if not self._table:
                self.flush()
                self._layout = False
        elif tag in {"ul", "ol", "list"}:
            self.flush()
            self._lists.pop()
        elif tag in {"li", "item", "blockquote", "quote"}:
            self.flush()
            self._containers.pop()
            self._marker = ""
        elif tag in _BLOCKS or tag in {"td", "th", "tr"}:
            self.flush()
        if not last:
            self._add(element.tail)

    @property
    def _in_cells(self) -> bool:
        return self._table > 0 and not self._layout

    def _next_marker(self) -> str:
        if not self._lists or self._lists[-1] < 0:
            return "•"
        self._lists[-1] += 1
        return f"{self._lists[-1]}."

    def _add(self, text: str | None) -> None:
        if text and not self._skipped:
            self._append(_SPACES.sub(" ", clean(text)))

    def _append(self, piece: str) -> None:
        after_space = not self._pieces or self._pieces[-1][-1] in " \n"
        if piece[0] == " " and after_space:
            piece = piece[1:]
        if piece:
            self._pieces.append(piece)
            self._length += len(piece)

    def flush(self) -> None:
        """End the part that is being read; inside the cells of a table, only a word."""
        if self._in_cells:
            self._append(" ")
            return
        text, runs = tidy("".join(self._pieces), self._runs)
        self._pieces, self._runs, self._length = [], [], 0
        self._opened = [0] * len(self._opened)
        if not text:
            return
        if self._heading:
            self.parts.append(Part(text, BlockKind.HEADING, self._heading, runs=runs))
        elif self._containers and self._containers[-1] == "quote":
            level = self._containers.count("quote")
            self.parts.append(Part(text, BlockKind.QUOTATION, level, runs=runs))
        elif self._containers:
            marker, self._marker = self._marker, ""
            level = max(len(self._lists), 1)
            self.parts.append(Part(text, BlockKind.LIST_ITEM, level, marker, runs, self._groups))
        else:
            self.parts.append(Part(text, BlockKind.PARAGRAPH, runs=runs))


def _heading(tag: str, element: _Element) -> int:
    """Rank of a heading, or 0 if it is none."""
    match = _HEADING.fullmatch(element.get("rend") or "h2" if tag == "head" else tag)
    return int(match[1]) if match else 0
