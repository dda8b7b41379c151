"""Articles written as Markdown that reads back as the same article."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tui.documents.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.documents.parts import Part

_FIELDS = ("title", "source", "date", "author", "url", "link")
_MARKS = re.compile(r"([\\`*_\[\]<>&|#~])")
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
_AT_START = re.compile(r"^(?:([-+=])|([0-9]{1,9})([.)]))", re.MULTILINE)


def to_markdown(fields: Mapping[str, str], parts: Sequence[Part]) -> str:
    """Write an article.

    Args:
        fields: `title`, `source`, `date`, `author`, `url` and `link`, as far as they are known,
            each one line of clean text; they make the front matter.
        parts: Its blocks. What stands out in them is not kept.

    Returns:
        Markdown; as a document it has the same text and blocks.
    """
    front = [f"{name}: {_quoted(fields[name])}" for name in _FIELDS if fields.get(name)]
    return "\n".join(["---", *front, "---", "", *_lines(parts), ""])


def _quoted(value: str) -> str:
    # Strings of JSON are strings of YAML, but for two code points that are no characters.
    return json.dumps(_NO_CHARACTERS.sub("\ufffd", value), ensure_ascii=False)


def _lines(parts: Sequence[Part]) -> Iterator[str]:
    opened: list[tuple[int, int]] = []  # levels of the items around, and where their text begins
    before: Part | None = None
    for part in parts:
        item = part.kind is BlockKind.LIST_ITEM
        same_list = item and before is not None and before.group == part.group
        if not same_list:
            opened = []
        if before is not None and not (same_list and part.marker and _is_next(part, before)):
            yield ""
        if item:
            yield from _item(part, opened)
        elif part.kind is BlockKind.HEADING:
            yield f"{'#' * part.level} {_escaped(part.text.replace(chr(10), ' '))}"
        else:
            mark = "> " * part.level if part.kind is BlockKind.QUOTATION else ""
            yield from (mark + line for line in _broken(part.text))
        before = part


def _is_next(part: Part, before: Part) -> bool:
    """Whether an item comes right after another of the same level."""
    return bool(before.marker) and before.level == part.level


def _item(part: Part, opened: list[tuple[int, int]]) -> Iterator[str]:
    """Lines of a list item, or of what follows in it; notes which items are open then."""
    while opened and opened[-1][0] >= part.level + (not part.marker):
        opened.pop()
    indent = opened[-1][1] if opened else 0
    lead = " " * indent
    if part.marker:
        # neighbouring lists would be one if they had the same marks
        even = part.group % 2 == 0
        number = part.marker.rstrip(".)")
        mark = f"{number}{')' if even else '.'} " if number.isdigit() else "* " if even else "- "
        lead += mark
        indent += len(mark)
        opened.append((part.level, indent))
    first, *rest = _broken(part.text)
    yield lead + first
    yield from (" " * indent + line for line in rest)


def _broken(text: str) -> list[str]:
    """The lines of a text, with hard breaks."""
    lines = _escaped(text).split("\n")
    return [*(f"{line}\\" for line in lines[:-1]), lines[-1]]


def _escaped(text: str) -> str:
    return _AT_START.sub(
        lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}",
        _MARKS.sub(r"\\\1", text),
    )
