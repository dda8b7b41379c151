"""From code points to graphemes and terminal cells, and back.

Widths are those of `rich`, which the terminal layer draws with, so that columns agree with the
screen. A line feed, which stands inside a row only where lines were wrapped by hand, counts as the
blank that is drawn for it.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from rich.cells import cell_len, get_character_cell_size, split_graphemes

if TYPE_CHECKING:
    from collections.abc import Iterator

# A grapheme longer than this is cut: a thousand combining marks on a letter are no letter.
_WINDOW = 64
# Anything but the letters and marks of European news, each of which takes one cell by itself.
_UNUSUAL = re.compile(
    "[^\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]"
)


def is_usual(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether a stretch of text surely has one cell for each code point, each a grapheme."""
    return text.isascii() or _UNUSUAL.search(text, start, end) is None


def width(text: str) -> int:
    """Cells that the text takes on the screen."""
    return len(text) if is_usual(text) else cell_len(_drawn(text))


def character_width(character: str) -> int:
    """Cells that a code point takes by itself: 0 for a mark, 2 for a wide one, else 1."""
    return 1 if character == "\n" else get_character_cell_size(character)


def graphemes(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, cells) of each grapheme, in order."""
    if is_usual(text):
        for index in range(len(text)):
            yield index, index + 1, 1
    else:
        yield from _split(text)


def next_grapheme(text: str, offset: int) -> int:
    """End of the grapheme that starts at `offset`; the length of the text at its end."""
    window = text[offset : offset + _WINDOW]
    if not window:
        return len(text)
    if window[:2].isascii():
        return offset + 1
    return offset + _split(window)[0][1]


def previous_grapheme(text: str, offset: int) -> int:
    """Start of the grapheme that ends at or holds `offset`; 0 at the start of the text."""
    if offset <= 0:
        return 0
    if text[max(0, offset - 2) : offset].isascii():
        return offset - 1
    low = max(0, offset - _WINDOW)
    return low + _split(text[low:offset])[-1][0]


def snap(text: str, offset: int) -> int:
    """Start of the grapheme that holds `offset`, kept inside the text."""
    offset = min(max(offset, 0), len(text))
    if offset in (0, len(text)) or text[offset - 1 : offset + 1].isascii():
        return offset
    low = max(0, offset - _WINDOW)
    for start, end, _ in _split(text[low : offset + _WINDOW]):
        if low + start <= offset < low + end:
            return low + start
    return offset


def offset_at(text: str, column: int) -> int:
    """Start of the grapheme drawn at a column; the length of the text right of its end."""
    if column < 0:
        return 0
    if is_usual(text):
        return min(column, len(text))
    used = 0
    for start, _, cells in graphemes(text):
        used += cells
        if column < used:
            return start
    return len(text)


def clip(text: str, cells: int) -> str:
    """The text, cut with an ellipsis where it takes more than that many cells."""
    if width(text) <= cells:
        return text
    if cells <= 0:
        return ""
    used = 0
    for start, _, wide in graphemes(text):
        if used + wide > cells - 1:
            return text[:start].rstrip() + "…"
        used += wide
    return text


def wrap(text: str, columns: int, most: int, indent: str = "") -> list[str]:
    """Text on at most so many short lines, for labels and lists.

    Args:
        text: Any text; runs of blanks count as one.
        columns: Cells of a line, at least 4 are used.
        most: Lines; the last one ends in an ellipsis where the text goes on.
        indent: What the lines after the first begin with.

    Returns:
        The lines, broken between words where that is possible; at least one.
    """
    columns = max(columns, 4)
    lines: list[str] = []
    rest = " ".join(text.split())
    while True:
        lead = indent if lines else ""
        room = columns - width(lead)
        if width(rest) <= room or len(lines) == most - 1:
            return [*lines, lead + clip(rest, room)]
        cut = offset_at(rest, room)
        space = rest.rfind(" ", 0, cut + 1)
        cut = space if space > 0 else max(cut, 1)
        lines.append(lead + rest[:cut])
        rest = rest[cut:].lstrip()


def _drawn(text: str) -> str:
    return text.replace("\n", " ")


def _split(text: str) -> list[tuple[int, int, int]]:
    return split_graphemes(_drawn(text))[0]
