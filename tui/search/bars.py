"""Horizontal bars made of characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_FULL = "█"
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
_ASCII = "#"


def bars(values: Sequence[float], width: int, *, ascii_only: bool = False) -> list[str]:
    """Draw values as bars, the greatest of them as wide as there is room.

    Args:
        values: What to draw; nothing is drawn for 0 and below.
        width: Cells of the longest bar.
        ascii_only: Draw with `#` and in whole cells, for terminals without block characters.

    Returns:
        A bar for each value, without blanks after it. In block characters its length is right
        to an eighth of a cell. However small a value above 0 is, there is something of it to see.
    """
    greatest = max(values, default=0)
    if greatest <= 0 or width <= 0:
        return ["" for _ in values]
    return [_bar(max(value, 0) / greatest, width, ascii_only) for value in values]


def _bar(part: float, width: int, ascii_only: bool) -> str:
    if part == 0:
        return ""
    if ascii_only:
        return _ASCII * max(round(part * width), 1)
    whole, eighths = divmod(max(round(part * width * 8), 1), 8)
    return _FULL * whole + _EIGHTHS[eighths]
