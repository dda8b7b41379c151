"""Understanding a query as a reader writes it.

By recursive descent: `either` is made of `every` with `OR` between them, `every` of terms side by
side, and a term is a word, a phrase, a regular expression, a field with its value, a query in
parentheses, or any of these after a minus sign.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.model import QuoteKind
from tui.search.dates import parse_dates
from tui.search.fields import ANNOTATION_PARTS, ENTITY_LABELS, FIELDS, QUOTE_PARTS
from tui.search.query import (
    About,
    Anything,
    Condition,
    Dates,
    Either,
    Every,
    InAnnotation,
    InQuote,
    Names,
    Part,
    Progress,
    QueryError,
    Status,
    Text,
    Value,
    Without,
    Words,
)
from tui.search.scanning import Scanner

if TYPE_CHECKING:
    from tui.search.query import Query

_FIELD = re.compile(r"([^\W\d_]{1,32}):")
_DEPTH = 40  # parentheses inside each other


def parse(written: str) -> Query:
    """Understand a query.

    Args:
        written: The query; `FIELDS` and `SIGNS` say what can stand in it.

    Returns:
        What it asks for; for an empty query, all articles.

    Raises:
        QueryError: It cannot be understood; the message is a sentence that says why.
    """
    return _Parser(written).query()


class _Parser(Scanner):
    def __init__(self, written: str) -> None:
        super().__init__(written)
        self._depth = 0

    def query(self) -> Query:
        self.skip()
        if self.place == len(self.written):
            return Every(())
        found = self._either()
        if self.place < len(self.written):
            raise QueryError("There is no opening parenthesis for this one.", self.place)
        return found

    def _either(self) -> Query:
        parts = [self._every()]
        while self.take("OR"):
            parts.append(self._every())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _every(self) -> Query:
        parts: list[Query] = []
        start = self.place
        while self.place < len(self.written) and not self.at(")"):
            if self.operator() == "OR":
                break
            if self.take("AND"):
                if not parts:
                    raise QueryError("AND needs something before it.", start)
                start = self.place
                if self.ends():
                    raise QueryError("AND needs something after it.", start)
                continue
            parts.append(self._term())
        if not parts:
            raise QueryError(self._missing(), start)
        return _together(parts)

    def _missing(self) -> str:
        if self.at(")") and not self._depth:
            return "There is no opening parenthesis for this one."
        if self.operator() == "OR" or self.written[: self.place].rstrip().endswith("OR"):
            return "OR needs something on both sides."
        return "There is nothing in these parentheses."

    def _term(self) -> Query:
        start = self.place
        dash = self.at("-") and not self.written[start + 1 : start + 2].isspace()
        if self.take("NOT") or dash:
            self.place += dash
            self.skip()
            if self.ends():
                raise QueryError("There is nothing after this to leave out.", start)
            self._enter(start)
            left_out = self._term()
            self._depth -= 1
            return left_out.query if isinstance(left_out, Without) else Without(left_out)
        if self.at("("):
            return self._parenthesis()
        field = _FIELD.match(self.written, start)
        if field and (name := field[1].lower()) in FIELDS:
            self.place = field.end()
            return self._field(name, start)
        if field and not self.written.startswith("//", field.end()):
            raise QueryError(_unknown(field[1]), start)
        value = self.value(start)
        return Every(()) if isinstance(value, Anything) else Text(value)

    def _parenthesis(self) -> Query:
        start = self.place
        self._enter(start)
        self.place += 1
        self.skip()
        found = self._either()
        if not self.at(")"):
            raise QueryError("This parenthesis is not closed.", start)
        self.place += 1
        self._depth -= 1
        self.skip()
        # What stands by itself in parentheses is not joined with what stands beside them.
        return Every((found,)) if isinstance(found, InQuote | InAnnotation) else found

    def _field(self, name: str, start: int) -> Query:
        place = self.place
        if self.ends() or self.written[place].isspace():
            example = FIELDS[name].example
            raise QueryError(f"‘{name}:’ needs something after it, as in {example}.", start)
        if name == "date":
            return self._dates()
        value = self.value(place)
        if name in ENTITY_LABELS:
            return Names(value, ENTITY_LABELS[name])
        if name == "status":
            return Status(_progress(value, place))
        part = Part(name)
        if part is Part.KIND:
            value = Words(_kind(value, place).value)
        condition = Condition(part, value)
        if part in QUOTE_PARTS:
            return InQuote((condition,))
        if part in ANNOTATION_PARTS:
            return InAnnotation((condition,))
        return About(part, value)

    def _dates(self) -> Dates:
        place = self.place
        value = self.value(place)
        if not isinstance(value, Words):
            raise QueryError("A date is written 2025, 2025-03 or 2025-03-14.", place)
        try:
            return parse_dates(value.text)
        except ValueError as error:
            raise QueryError(str(error), place) from None

    def _enter(self, place: int) -> None:
        self._depth += 1
        if self._depth > _DEPTH:
            raise QueryError("There are too many parentheses or minus signs here.", place)


def _together(parts: list[Query]) -> Query:
    """Terms side by side, with the conditions on one quote or one annotation joined."""
    joined: list[Query] = []
    for kind in (InQuote, InAnnotation):
        conditions: list[Condition] = []
        negated: list[Query] = []
        for part in parts:
            if isinstance(part, kind):
                conditions += part.conditions
            elif isinstance(part, Without) and isinstance(part.query, kind):
                negated.append(part)
                conditions += [
                    Condition(other.part, other.value, negated=True)
                    for other in part.query.conditions
                ]
        if any(not condition.negated for condition in conditions):
            joined.append(kind(tuple(conditions)))
        else:
            joined += negated
    kinds = (InQuote, InAnnotation)
    rest = [
        part
        for part in parts
        if not isinstance(part.query if isinstance(part, Without) else part, kinds)
    ]
    found = rest + joined
    return found[0] if len(found) == 1 else Every(tuple(found))


def _progress(value: Value, place: int) -> Progress:
    written = value.text.lower() if isinstance(value, Words) else ""
    try:
        return Progress(written.removeprefix("in "))
    except ValueError:
        choices = ", ".join(Progress)
        raise QueryError(f"A status is one of {choices}.", place) from None


def _kind(value: Value, place: int) -> QuoteKind:
    try:
        return QuoteKind(value.text.lower() if isinstance(value, Words) else "")
    except ValueError:
        choices = ", ".join(QuoteKind)
        raise QueryError(f"A kind of quote is one of {choices}.", place) from None


def _unknown(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name.lower(), FIELDS, 1)
    hint = f"did you mean ‘{near[0]}:’?" if near else f'to look for it, write "{name}:".'
    return f"There is no field ‘{name}:’; {hint}"
