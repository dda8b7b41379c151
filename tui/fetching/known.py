"""Which addresses a library has already."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tui.documents.errors import UnreadableDocument
from tui.documents.files import read_file
from tui.documents.folders import walk
from tui.documents.kinds import Kind, kind_of

if TYPE_CHECKING:
    from pathlib import Path

_LOOKED_AT = 4096  # bytes
_ADDRESS = re.compile(r"^(?:url|link):[ ]*(\S.*)$", re.MULTILINE)


def known_addresses(folder: Path) -> dict[str, str]:
    """Find the addresses in the front matter of the Markdown files of a folder.

    Args:
        folder: The library folder, searched to the bottom.

    Returns:
        For each address (`url`, `link`) the file's name, relative to the folder.
    """
    known: dict[str, str] = {}
    for inner in walk(folder, []):
        for name in inner.files:
            if kind_of(name) is not Kind.MARKDOWN:
                continue
            path = inner.path / name
            try:
                text = read_file(path, _LOOKED_AT)
            except UnreadableDocument:
                continue
            for address in _addresses(text.replace("\r\n", "\n")):
                known.setdefault(address, path.relative_to(folder).as_posix())
    return known


def _addresses(text: str) -> list[str]:
    if not text.startswith("---\n"):
        return []
    front = text[4:].partition("\n---")[0]
    return [_unquoted(match[1].strip()) for match in _ADDRESS.finditer(front)]


def _unquoted(value: str) -> str:
    if value.startswith('"'):
        try:
            return str(json.loads(value))
        except ValueError:
            return value.strip('"')
    return value.strip("'")
