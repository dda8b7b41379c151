"""Breaking lines of text into rows of a given width.

The work for a row is in proportion to its width, whatever the length of the text, so that a text
of a million characters in one line takes no longer than one in many.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tui.reading.cells import character_width, graphemes, is_usual

if TYPE_CHECKING:
    from collections.abc import Iterator

# A row may end at any blank but those that hold a number or a mark to its word.
_BLANK = re.compile(r"[^\S\u00a0\u2007\u202f]")
_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]*")
_HOLDING = "\u00a0\u2007\u202f"
_LINE = re.compile(r"[^\n]*\n?")
_MOST = 1_024  # code points of a row; more than that are marks heaped on a letter


@cache
def _east_asian() -> re.Pattern[str]:
    """East Asian text breaks between any two characters."""
    # Compiled when it is met: that takes longer than all else here.
    return re.compile(
        "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]"
    )


class Piece(NamedTuple):
    """A row's part of a line.

    Attributes:
        start: First code point drawn.
        end: One past the last code point drawn.
        stop: Where the next row begins; blanks at the row's end lie between.
    """

    start: int
    end: int
    stop: int


class Wrapping:
    """Breaks text, and remembers how wide the characters are that it has met."""

    def __init__(self) -> None:
        self._widths = _Widths()
        self._single = self._widths.of[1]
        self._wide = self._widths.of[2]

    def wrap(self, text: str, start: int, end: int, room: int) -> Iterator[Piece]:
        """Break between words; a word wider than a row is cut between graphemes.

        Args:
            text: The whole text.
            start: First code point to draw.
            end: One past the last.
            room: Cells of a row, at least 2.

        Yields:
            The rows' parts of it in order, at least one.
        """
        row = _past_blanks(text, start, end)
        if row == end:
            yield Piece(start, start, end)
        usual = is_usual(text, start, end)
        while row < end:
            limit = min(row + room, end) if usual else self._fit(text, row, end, room)
            if limit >= end:
                yield Piece(row, _before_blanks(text, row, end), end)
                return
            cut = limit
            if not _is_blank(text[limit]):
                cut = max(text.rfind(" ", row, limit), text.rfind("\n", row, limit)) + 1
                if not usual:
                    cut = _last_word(text, row, cut, limit, room)
                if cut <= row:
                    cut = limit
            stop = _past_blanks(text, cut, end)
            yield Piece(row, _before_blanks(text, row, cut), stop)
            row = stop

    def chop(self, text: str, start: int, end: int, room: int) -> Iterator[Piece]:
        """Keep the lines of the text, as of code, and cut only those that are too long.

        Args:
            text: The whole text.
            start: First code point to draw.
            end: One past the last.
            room: Cells of a row, at least 2.

        Yields:
            The rows' parts of it in order.
        """
        for line in _LINE.finditer(text, start, end):
            row, stop = line.span()
            if row == stop:
                continue
            drawn = stop - text.endswith("\n", row, stop)
            usual = is_usual(text, row, drawn)
            while True:
                limit = min(row + room, drawn) if usual else self._fit(text, row, drawn, room)
                if limit >= drawn:
                    break
                yield Piece(row, limit, limit)
                row = limit
            yield Piece(row, drawn, stop)

    def _fit(self, text: str, row: int, end: int, room: int) -> int:
        """One past the last code point of the graphemes that fit in a row."""
        # One more than may fit: should a mark follow the last letter, it belongs to it.
        half = room // 2
        if text[row] in self._wide and self._wide.issuperset(text[row : row + half + 1]):
            return min(row + half, end)
        window = text[row : min(row + room + 1, end)]
        if self._single.issuperset(window):
            return min(row + room, end)
        return self._measure(text, row, end, room)

    def _measure(self, text: str, row: int, end: int, room: int) -> int:
        reach = room + room // 4 + 2
        while True:
            window = text[row : min(row + reach, end)]
            if "\u200d" in window or "\ufe0f" in window:
                fitting = _fitting(window, room)
            else:
                cells = list(accumulate(map(self._widths.__getitem__, window)))
                fitting = bisect_right(cells, room)
            if fitting < len(window) or row + reach >= end:
                return row + max(fitting, 1)
            if reach >= _MOST:
                return row + fitting
            reach = min(reach * 2, _MOST)


class _Widths(dict[str, int]):
    """Cells of each character met so far.

    Attributes:
        of: The characters that have so many cells by themselves.
    """

    def __init__(self) -> None:
        super().__init__()
        self.of: dict[int, set[str]] = {1: {*map(chr, range(0x20, 0x7F)), "\n"}, 2: set()}

    def __missing__(self, character: str) -> int:
        cells = self[character] = character_width(character)
        self.of.setdefault(cells, set()).add(character)
        return cells


def _fitting(window: str, room: int) -> int:
    """How many code points of a text fit, in whole graphemes; all of them if they do."""
    used = 0
    for start, _, cells in graphemes(window):
        used += cells
        if used > room:
            return start
    return len(window)


def _last_word(text: str, row: int, low: int, limit: int, room: int) -> int:
    """Where the word starts that does not fit in a row, or 0 if the row may end inside it.

    Args:
        text: The whole text.
        row: Where the row starts.
        low: After its last space or line feed; before `row` where it has none.
        limit: Where it is full; no blank stands there.
        room: Cells of a row.
    """
    if _east_asian().match(text, limit):
        return 0
    low = max(low, row)
    for place in range(limit - 1, low - 1, -1):
        if _is_blank(text[place]):
            low = place + 1
            break
    word = text[low : limit + room]
    blank = _BLANK.search(word)
    if _east_asian().search(word, 0, blank.start() if blank else len(word)):
        return 0
    return low


def _is_blank(character: str) -> bool:
    return character == " " or (character.isspace() and character not in _HOLDING)


def _past_blanks(text: str, place: int, end: int) -> int:
    if place < end and not _is_blank(text[place]):
        return place
    match = _BLANKS.match(text, place, end)
    return match.end() if match else place


def _before_blanks(text: str, start: int, place: int) -> int:
    while place > start and _is_blank(text[place - 1]):
        place -= 1
    return place
