"""JSON Lines: one JSON object a line, each a document."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, BinaryIO

from tui.documents.errors import Broken
from tui.documents.files import decode
from tui.documents.rows import ROW_LIMIT, Rows, lines

if TYPE_CHECKING:
    from tui.documents.columns import Columns

_LOOKED_AT = 20  # rows among which one must have a text


def index_json_lines(file: BinaryIO, columns: Columns) -> Rows:
    """Find the rows of a file of JSON Lines; lines without anything are none.

    Args:
        file: Open at its beginning.
        columns: Finds the columns.

    Raises:
        Broken: None of the first rows has a text.
    """
    rows = Rows()
    identity = _Identity(columns)
    problem, texts = "", 0
    for start, line in lines(file):
        if line.isspace():
            continue
        if len(rows) < _LOOKED_AT and not texts:
            try:
                row = parse_row(line)
                if columns.find("text", row) is not None:
                    texts += 1
                else:
                    problem = problem or no_text(row)
            except Broken as error:
                problem = problem or str(error)
            if len(rows) == _LOOKED_AT - 1 and not texts:
                raise Broken(problem)
        try:
            rows.add(start, len(line), identity.of(line) if rows.wants_ids else None)
        except Broken:
            rows.add(start, len(line), None, broken=True)
    if not texts and problem:
        raise Broken(problem)
    return rows


def parse_row(line: bytes) -> dict[str, object]:
    """Read one row.

    Raises:
        Broken: It is no JSON object.
    """
    if len(line) > ROW_LIMIT:
        raise Broken(f"It is too large: a row has up to {ROW_LIMIT >> 20} MB.")
    try:
        # control characters in strings are no JSON, but harmless here, where all text is cleaned
        row = json.loads(decode(line), strict=False)
    except json.JSONDecodeError as error:
        raise Broken(f"It is not valid JSON: {error.msg}.") from None
    except (ValueError, RecursionError):
        raise Broken("It is not JSON that can be read.") from None
    if not isinstance(row, dict):
        raise Broken("It is no JSON object.")
    return row


def no_text(row: dict[str, object] | dict[str, str]) -> str:
    """What to say of a row without a column for the text."""
    from tui.documents.text import clean_line

    known = ", ".join(clean_line(name[:40]) for name in list(row)[:12]) or "none"
    return f"No column has the text: name it with --columns text=NAME. There are: {known}."


class _Identity:
    """Finds what rows are called, at the first key without reading the rest of the row."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._name: str | None = None
        self._first: re.Pattern[bytes] | None = None

    def of(self, line: bytes) -> str | None:
        if self._first is not None and (match := self._first.match(line)):
            return (match[1] or match[2]).decode("utf-8", "replace")
        row = parse_row(line)
        if self._name is None:
            self._name = self._columns.find("id", row)
            if self._name is None:
                return None
            key = re.escape(json.dumps(self._name, ensure_ascii=False).encode("utf-8", "replace"))
            value = rb'(?:"([^"\\\x00-\x1f\x80-\xff]+)"|([0-9]{1,18}))'
            self._first = re.compile(rb"\{\s*" + key + rb"\s*:\s*" + value + rb"\s*[,}]")
        found = row.get(self._name)
        return str(found) if isinstance(found, str | int) and not isinstance(found, bool) else None
