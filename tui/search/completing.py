"""What could be typed next in a query."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.search.fields import FIELDS

_TYPED = re.compile(
    r"(?P<lead>[-(]{0,8})(?:(?P<field>[^\W\d_]{1,32}):)?(?P<typed>[\"“][^\"“”]*|[^\s()\"“”:]*)\Z"
)
_LONGEST = 200  # code points before the cursor that are looked at


class Completing(NamedTuple):
    """The word that is being typed in a query, and what it could become.

    Attributes:
        start: Where it begins in the query; what is chosen takes its place up to the cursor.
        typed: What is there of it, without an opening quotation mark.
        field: The field whose value it is, or an empty string where it is no value.
        choices: What it could become: names of fields with their colon, or the values of a
            field that has a short list of them.
    """

    start: int
    typed: str
    field: str
    choices: tuple[str, ...]


def completing(written: str, cursor: int) -> Completing:
    """What is being typed at the cursor.

    Args:
        written: The query as it is so far.
        cursor: Offset of the cursor in it.

    Returns:
        The word, and choices that begin with it. Tags, names and the like are not known here:
        whoever knows them offers them for `field`.
    """
    low = max(cursor - _LONGEST, 0)
    before = written[low:cursor]
    match = _TYPED.match(before, _word_start(before))
    if match is None:
        return Completing(cursor, "", "", ())
    field = (match["field"] or "").lower()
    typed = match["typed"].lstrip('"“')
    begun = typed.lower()
    if not field:
        names = (f"{name}:" for name in FIELDS)
        choices = tuple(name for name in names if begun and name.startswith(begun))
    elif field in FIELDS:
        choices = tuple(value for value in FIELDS[field].values if value.startswith(begun))
    else:
        choices = ()
    return Completing(low + match.start("typed"), typed, field, choices)


def _word_start(before: str) -> int:
    """Where the term at the end of a text begins: after the last blank outside quotation marks."""
    marks = [place for place, letter in enumerate(before) if letter in '"“”']
    if len(marks) % 2:
        opening = marks[-1]
        return max(before.rfind(" ", 0, opening) + 1, 0)
    return max(before.rfind(" ") + 1, 0)
