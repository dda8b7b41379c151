"""Documents from Markdown."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from tui.documents.bylines import read_byline
from tui.documents.dates import parse_date
from tui.documents.document import Block, BlockKind, Document, Emphasis, EmphasisKind
from tui.documents.frontmatter import split_front_matter
from tui.documents.identity import document_id
from tui.documents.markdown_blocks import Part, read_blocks
from tui.documents.plain import choose_title, plain_document
from tui.documents.structure import find_structure
from tui.documents.text import clean, clean_line

LENGTH_LIMIT = 1 << 20
"""Longest Markdown that is parsed, in code points; longer texts are shown as they are."""

PARTS_LIMIT = 10_000
"""Most lines, items and cells of Markdown that is parsed: each takes the parser up to 40 µs."""

MARKS_LIMIT = 20_000
"""Most marks within lines of Markdown that is parsed: each takes the parser up to 16 µs."""

_PART = re.compile(r"\n(?!\n)|\||(?:[-+*>]|[0-9][.)])\s")
_MARK = re.compile(r"[\\`*_\[\]<&!]")
_SET_OFF = (EmphasisKind.EMPHASIS, EmphasisKind.STRONG)


def markdown_document(text: str, *, name: str = "", path: Path = Path(), urn: str = "") -> Document:
    """Make a document of Markdown (CommonMark and tables), without its marks.

    Front matter gives title, source, author, date and standfirst. Its title becomes the first
    block, unless the text begins with a heading that says the same.

    Args:
        text: The Markdown.
        name: Path relative to the library folder, clean.
        path: The file it comes from.
        urn: Identity of the document; made from the name if left out.

    Returns:
        The document; its text is that of its blocks with a blank line between them, or a line
        feed between the items of a list. Markdown beyond `LENGTH_LIMIT`, `PARTS_LIMIT` or
        `MARKS_LIMIT`, or with lists or quotations nested too deep to read, is taken as plain
        text.
    """
    # Tabs still mean something here.
    text = "\t".join(map(clean, text.split("\t")))
    fields, body = split_front_matter(text)
    parts = None if _is_too_much(body) else read_blocks(body)
    if parts is None:
        return plain_document(text, name=name, path=path, urn=urn)
    parts = _with_opening(parts, fields)
    clean_text, blocks, emphases = _join(parts)
    structure = find_structure(clean_text, blocks)
    date = fields.get("date", "") or structure.date
    return Document(
        id=urn or document_id(name),
        path=path,
        name=name,
        title=choose_title(clean_text, structure.blocks, name),
        text=clean_text,
        blocks=structure.blocks,
        emphases=emphases,
        dateline=structure.dateline.span if structure.dateline else None,
        source=fields.get("source", "") or structure.source,
        author=fields.get("author", "") or structure.author,
        date=date,
        published=parse_date(date),
    )


def _is_too_much(body: str) -> bool:
    """Whether the parser would take so long that a reader has to wait."""
    return len(body) > LENGTH_LIMIT or any(
        next(islice(pattern.finditer(body), limit, None), None)
        for pattern, limit in ((_PART, PARTS_LIMIT), (_MARK, MARKS_LIMIT))
    )


def _with_opening(parts: list[Part], fields: dict[str, str]) -> list[Part]:
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
