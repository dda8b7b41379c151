"""Documents from plain text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.documents.dates import parse_date
from tui.documents.document import Block, BlockKind, Document
from tui.documents.identity import document_id
from tui.documents.structure import find_headline, find_structure
from tui.documents.text import clean, clean_line, paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLE_LIMIT = 80  # code points of a title that is taken from the first words


def plain_document(text: str, *, name: str = "", path: Path = Path(), urn: str = "") -> Document:
    """Make a document of plain text.

    Args:
        text: The text; it is cleaned, and nothing is stripped.
        name: Path relative to the library folder, clean.
        path: The file it comes from.
        urn: Identity of the document; made from the name if left out.

    Returns:
        The document, its text exactly `clean(text)`.
    """
    text = clean(text)
    blocks = [Block(span.start, span.end, BlockKind.PARAGRAPH) for span in paragraphs(text)]
    if find_headline(text, blocks):
        blocks[0] = Block(blocks[0].start, blocks[0].end, BlockKind.HEADLINE)
    structure = find_structure(text, blocks)
    return Document(
        id=urn or document_id(name),
        path=path,
        name=name,
        title=choose_title(text, structure.blocks, name),
        text=text,
        blocks=structure.blocks,
        dateline=structure.dateline.span if structure.dateline else None,
        source=structure.source,
        author=structure.author,
        date=structure.date,
        published=parse_date(structure.date),
    )


def choose_title(text: str, blocks: Sequence[Block], name: str) -> str:
    """The headline, or else the first words, or else the file's name, in one line."""
    if not blocks:
        return clean_line(name.rpartition("/")[2]) or "Untitled"
    first = text[blocks[0].start : blocks[0].end]
    if blocks[0].kind is BlockKind.HEADLINE:
        return clean_line(first)
    line = clean_line(first[: 4 * _TITLE_LIMIT])
    if len(line) <= _TITLE_LIMIT:
        return line
    cut = line[: _TITLE_LIMIT - 1]
    words = cut if line[len(cut)] == " " else cut.rpartition(" ")[0] or cut
    return words.rstrip(" ,;:–—-") + "…"
