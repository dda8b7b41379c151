"""Quotation marks: which pairs enclose words, whatever their style.

Pairs are sought within a paragraph. As English typography has it, a quotation that runs on is
left open at the end of a paragraph and opened again at the start of the next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.documents.document import Span

_DOUBLES = re.compile("[\"“”‟„«»＂]|``|''")
_SINGLES = re.compile("['‘’‚‛‹›`´]")
_INCHES = re.compile(r"\d\"(?![\w,.;:?!)]|$)")
_OPENERS = frozenset("“‟„")
_BEFORE_CLOSE = '.,!?…”"'
_RUNS_ON = 20  # code points from which a single mark at the start may stay open
_STRAIGHT = frozenset('"＂')


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in quotation marks.

    Attributes:
        start: The opening mark, or the first character where a paragraph runs on without one.
        end: One past the closing mark, or the end of the paragraph where there is none.
        single: Whether single marks stand around it.
        closed: Whether it has a closing mark.
        continues: Whether it goes on with what the paragraph before left open.
    """

    start: int
    end: int
    single: bool = False
    closed: bool = True
    continues: bool = False


def pair_marks(text: str, paragraphs: Sequence[Span]) -> list[Marked]:
    """Find the outermost pairs of quotation marks.

    Args:
        text: The clean text.
        paragraphs: Spans of its paragraphs, in order; what lies between them is not read.

    Returns:
        Pairs in order of place, none inside or over another; every one within one paragraph.
    """
    found: list[Marked] = []
    running = quoted = False
    for start, end in paragraphs:
        doubles = _doubles(text, start, end, running)
        running = bool(doubles) and not doubles[-1].closed
        pairs = _with_singles(text, start, end, doubles, quoted)
        quoted = bool(pairs) and not pairs[-1].closed and pairs[-1].single
        found += pairs
    return found


def _doubles(text: str, start: int, end: int, running: bool) -> list[Marked]:
    marks = _double_marks(text, start, end)
    if not marks:
        return []
    straight = sum(1 for at, _ in marks if text[at] in _STRAIGHT or text[at] in "`'")
    toggling = straight % 2 == 0
    found: list[Marked] = []
    opened: int | None = None
    continues = False
    nested = 0
    if running:
        first = marks[0][0]
        if first == start:
            continues = True
        elif _closes(text, *marks[0], end) and not _opens(text, marks[0][1], end):
            opened, continues, toggling = start, True, not toggling
    for at, stop in marks:
        mark = text[at]
        after_space = at == start or not text[at - 1].isalnum()
        if mark in _OPENERS or (mark == "«"):
            opens = True
            if (opened is not None and _closes(text, at, stop, end) and not (after_space)) or (
                opened is not None and text[at - 1] in ".,!?" and _closes(text, at, stop, end)
            ):
                opens = False
        elif mark == "”":
            opens = opened is None and _opens(text, stop, end) and after_space
        elif mark == "»":
            opens = opened is None and _opens(text, stop, end)
        elif toggling:
            opens = opened is None
        else:
            opens = opened is None or (_opens(text, stop, end) and not _closes(text, at, stop, end))
            if opened is None and _closes(text, at, stop, end) and not _opens(text, stop, end):
                continue
        if opens:
            if opened is None:
                opened = at
            elif mark in _OPENERS or mark == "«":
                nested += 1
            else:  # a straight mark that opens while another is open: that one was never closed
                opened = at
        elif opened is not None:
            found.append(Marked(opened, stop, continues=continues and not found))
            opened = None
        elif nested and found and mark in "”»":
            last = found[-1]
            found[-1] = Marked(last.start, stop, continues=last.continues)
            nested -= 1
    if opened is not None and end - opened > 1:
        found.append(Marked(opened, end, closed=False, continues=continues and not found))
    return found


def _double_marks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    marks: list[tuple[int, int]] = []
    straight = 0
    inches: list[int] = []
    for match in _DOUBLES.finditer(text, start, end):
        at, stop = match.span()
        if marks and marks[-1][1] == at and text[marks[-1][0]] == text[at]:
            marks[-1] = (marks[-1][0], stop)  # doubled by mistake: one mark
            continue
        marks.append((at, stop))
        straight += text[at] == '"'
        if text[at] == '"' and at > start and _INCHES.match(text, at - 1):
            inches.append(len(marks) - 1)
    dropped = set(inches) if len(inches) == straight else set(inches[: straight % 2])
    return [mark for k, mark in enumerate(marks) if k not in dropped]


def _opens(text: str, stop: int, end: int) -> bool:
    return stop < end and not text[stop].isspace() and text[stop] not in ".,;:!?)]"


def _closes(text: str, at: int, stop: int, end: int) -> bool:
    if at == 0 or text[at - 1].isspace() or text[at - 1] in "([":
        return False
    return stop >= end or not text[stop].isalnum()


def _with_singles(
    text: str, start: int, end: int, doubles: list[Marked], running: bool
) -> list[Marked]:
    """The pairs of a paragraph, single ones among them; the outer of two counts."""
    singles = _singles(text, start, end, doubles)
    if singles and running and singles[0].start == start:
        first = singles[0]
        singles[0] = Marked(start, first.end, True, first.closed, continues=True)
    found: list[Marked] = []
    for pair in sorted([*doubles, *singles], key=lambda pair: (pair.start, -pair.end)):
        if not found or pair.start >= found[-1].end:
            found.append(pair)
    return found


def _singles(text: str, start: int, end: int, doubles: list[Marked]) -> list[Marked]:
    """Pairs of single marks outside double ones, told from apostrophes by their neighbours."""
    found: list[Marked] = []
    opened: int | None = None
    weak: int | None = None
    skip = 0
    for match in _SINGLES.finditer(text, start, end):
        at = match.start()
        while skip < len(doubles) and doubles[skip].end <= at:
            skip += 1
        if skip < len(doubles) and doubles[skip].start <= at:
            continue
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        opens = (before.isspace() or before in "([—–-:") and not after.isspace()
        opens = opens and text[at] not in "’´" and not after.isdigit()
        if opened is None:
            if opens:
                opened, weak = at, None
        elif before.isspace() or after.isalnum():
            if weak is not None and opens:
                found.append(Marked(opened, weak, single=True))
                opened, weak = at, None
        elif before in _BEFORE_CLOSE or after in ".,;:!?)—–-" or at + 1 == end or before != "s":
            found.append(Marked(opened, at + 1, single=True))
            opened = None
        else:  # perhaps the apostrophe of a plural
            weak = at + 1
    if opened == start and weak is None and end - start > _RUNS_ON:
        found.append(Marked(start, end, single=True, closed=False))
    elif opened is not None and weak is not None:
        found.append(Marked(opened, weak, single=True))
    return [pair for pair in found if pair.end - pair.start > 3]
