"""Documents put together from parts: blocks that have no place in a text yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.documents.bylines import read_byline
from tui.documents.dates import parse_date
from tui.documents.document import Block, BlockKind, Document, Emphasis, EmphasisKind
from tui.documents.identity import document_id
from tui.documents.plain import choose_title
from tui.documents.structure import find_structure
from tui.documents.text import clean, clean_line, paragraphs

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tui.documents.inline import Run

_SET_OFF = (EmphasisKind.EMPHASIS, EmphasisKind.STRONG)


class Part(NamedTuple):
    """A block that has no place yet.

    Attributes:
        text: Clean text, without blank lines and white space at its ends; not empty.
        kind: What it is.
        level: As in `Block`.
        marker: As in `Block`.
        runs: What stands out, in code points of `text`.
        group: Number of the outermost list that a list item belongs to, else 0.
    """

    text: str
    kind: BlockKind
    level: int = 0
    marker: str = ""
    runs: tuple[Run, ...] | list[Run] = ()
    group: int = 0


def parts_of_text(text: str) -> list[Part]:
    """The paragraphs of plain text as parts."""
    text = clean(text)
    return [Part(text[start:end], BlockKind.PARAGRAPH) for start, end in paragraphs(text)]


def document_of(
    parts: list[Part], fields: Mapping[str, str], *, name: str, path: Path, urn: str
) -> Document:
    """Make a document of its parts and of what is known of it.

    Args:
        parts: In order.
        fields: `title`, `standfirst` or `description`, `source`, `author` and `date`, each one
            line of clean text or left out. The title becomes the first block, unless the text
            begins with a heading that says the same.
        name: Path relative to the library folder, clean.
        path: The file it comes from.
        urn: Identity of the document; made from the name if empty.

    Returns:
        The document; its text is that of the parts with a blank line between them, or a line
        feed between the items of a list.
    """
    text, blocks, emphases = _join(_with_opening(parts, fields))
    structure = find_structure(text, blocks)
    date = fields.get("date", "") or structure.date
    return Document(
        id=urn or document_id(name),
        path=path,
        name=name,
        title=choose_title(text, structure.blocks, name),
        text=text,
        blocks=structure.blocks,
        emphases=emphases,
        dateline=structure.dateline.span if structure.dateline else None,
        source=fields.get("source", "") or structure.source,
        author=fields.get("author", "") or structure.author,
        date=date,
        published=parse_date(date),
    )


def _with_opening(parts: list[Part], fields: Mapping[str, str]) -> list[Part]:
    """Put the headline and the standfirst first, each once."""
    title = fields.get("title", "")
    standfirst = fields.get("standfirst", "") or fields.get("description", "")
    opening: list[Part] = []
    heading = parts[0] if parts and parts[0].kind is BlockKind.HEADING else None
    if heading and (_same(heading.text, title) if title else heading.level == 1):
        opening.append(heading._replace(kind=BlockKind.HEADLINE, level=0))
        parts = parts[1:]
    elif title:
        opening.append(Part(title, BlockKind.HEADLINE))
    first = parts[0] if parts and parts[0].kind is BlockKind.PARAGRAPH else None
    if first and len(parts) > 1 and (_same(first.text, standfirst) or _is_set_off(first, opening)):
        opening.append(first._replace(kind=BlockKind.STANDFIRST))
        parts = parts[1:]
    elif standfirst and opening:
        opening.append(Part(standfirst, BlockKind.STANDFIRST))
    return opening + parts


def _same(one: str, other: str) -> bool:
    return clean_line(one).casefold() == clean_line(other).casefold()


def _is_set_off(part: Part, opening: list[Part]) -> bool:
    """Whether a paragraph stands out as a whole after the headline, as standfirsts do."""
    whole = (
        run.start == 0 and run.end == len(part.text) and run.kind in _SET_OFF for run in part.runs
    )
    return bool(opening) and any(whole) and not read_byline(part.text)


def _join(parts: list[Part]) -> tuple[str, list[Block], tuple[Emphasis, ...]]:
    """Set the parts under each other."""
    pieces: list[str] = []
    blocks: list[Block] = []
    emphases: list[Emphasis] = []
    length = 0
    for index, part in enumerate(parts):
        if index:
            next_item = part.marker and part.group == parts[index - 1].group
            gap = "\n" if next_item else "\n\n"
            pieces.append(gap)
            length += len(gap)
        pieces.append(part.text)
        emphases += (Emphasis(length + r.start, length + r.end, r.kind) for r in part.runs)
        blocks.append(Block(length, length + len(part.text), part.kind, part.level, part.marker))
        length += len(part.text)
    return "".join(pieces), blocks, tuple(emphases)
