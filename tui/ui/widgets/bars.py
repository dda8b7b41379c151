"""Bars drawn with characters."""

from __future__ import annotations

_EIGHTHS = " ▏▎▍▌▋▊▉█"


def bar(part: float, cells: int) -> str:
    """A bar that fills a part of some cells, to the eighth of a cell; never empty above zero.

    Args:
        part: From 0 to 1.
        cells: Its length when it is full.
    """
    eighths = round(min(max(part, 0.0), 1.0) * cells * 8)
    if part > 0:
        eighths = max(eighths, 1)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")
