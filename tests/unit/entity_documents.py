"""Documents made from a few lines, for tests of what is named in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from tui.analysis.entities import find_entities
from tui.documents.document import Block, BlockKind, Document, Span

if TYPE_CHECKING:
    from tui.analysis.model import Entity


def article(text: str, *, headline: bool = False, dateline: str = "", source: str = "") -> Document:
    """Make a document of one block a line, the first a headline if asked for."""
    blocks = [
        Block(match.start(), match.end(), BlockKind.PARAGRAPH)
        for match in re.finditer(r"[^\n]+", text)
    ]
    if headline:
        blocks[0] = Block(blocks[0].start, blocks[0].end, BlockKind.HEADLINE)
    place = Span(text.index(dateline), text.index(dateline) + len(dateline)) if dateline else None
    return Document(
        id="urn:uuid:0",
        path=Path("a.txt"),
        name="a.txt",
        title="a",
        text=text,
        blocks=tuple(blocks),
        dateline=place,
        source=source,
    )


def entity(text: str, name: str, *, headline: bool = False) -> Entity:
    """Return the entity of that name in a text; fails if there is none or more than one."""
    found = [one for one in find_entities(article(text, headline=headline)) if one.name == name]
    assert len(found) == 1, found
    return found[0]


def surfaces(text: str, name: str) -> list[str]:
    """Return what the mentions of an entity read."""
    return [text[mention.start : mention.end] for mention in entity(text, name).mentions]
