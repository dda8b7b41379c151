"""Documents from Markdown."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tui.documents.frontmatter import split_front_matter
from tui.documents.markdown_blocks import read_blocks
from tui.documents.parts import document_of
from tui.documents.plain import plain_document
from tui.documents.text import clean

if TYPE_CHECKING:
    from tui.documents.document import Document

LENGTH_LIMIT = 1 << 20
"""Longest Markdown that is parsed, in code points; longer texts are shown as they are."""

PARTS_LIMIT = 10_000
"""Most lines, items and cells of Markdown that is parsed: each takes the parser up to 40 µs."""

MARKS_LIMIT = 20_000
"""Most marks within lines of Markdown that is parsed: each takes the parser up to 16 µs."""

_PART = re.compile(r"\n(?!\n)|\||(?:[-+*>]|[0-9][.)])\s")
_MARK = re.compile(r"[\\`*_\[\]<&!]")


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
    return document_of(parts, fields, name=name, path=path, urn=urn)


def _is_too_much(body: str) -> bool:
    """Whether the parser would take so long that a reader has to wait."""
    return len(body) > LENGTH_LIMIT or any(
        next(islice(pattern.finditer(body), limit, None), None)
        for pattern, limit in ((_PART, PARTS_LIMIT), (_MARK, MARKS_LIMIT))
    )
