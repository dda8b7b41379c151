"""What a query asks for, said in plain words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tui.analysis.model import Label
from tui.search.query import (
    About,
    Anything,
    Condition,
    Dates,
    Either,
    Every,
    InQuote,
    Names,
    Part,
    Pattern,
    Progress,
    Status,
    Text,
    Value,
    Without,
    Words,
)

if TYPE_CHECKING:
    from tui.search.query import InAnnotation, Query

_DAY = dt.timedelta(days=1)
_STATUSES = {
    Progress.UNREAD: "not read yet",
    Progress.PROGRESS: "in progress",
    Progress.DONE: "done",
}
_KINDS = {
    Label.PERSON: "person",
    Label.ORG: "organisation",
    Label.LOC: "place",
}


def explain(query: Query) -> str:
    """Say in one sentence what a query asks for.

    Args:
        query: The query.

    Returns:
        A sentence such as “Articles with the word ‘ferry’, and not with the word ‘strike’.”
    """
    if query == Every(()):
        return "All articles."
    return f"Articles {_said(query)}."


def _said(query: Query) -> str:
    """What follows the word “articles”."""
    if isinstance(query, Every):
        return ", and ".join(map(_inner, query.parts)) if query.parts else "of any kind"
    if isinstance(query, Either):
        return "either " + ", or ".join(map(_inner, query.parts))
    if isinstance(query, Without):
        return "not " + _inner(query.query)
    if isinstance(query, Text):
        return f"with {_value(query.value)}"
    if isinstance(query, About):
        where = "in the title" if query.part is Part.TITLE else "in the publisher’s name"
        return f"with {_value(query.value)} {where}"
    if isinstance(query, Status):
        return f"that are {_STATUSES[query.progress]}"
    if isinstance(query, Dates):
        return _dates(query)
    if isinstance(query, Names):
        kind = _KINDS.get(query.label) if query.label else None
        if isinstance(query.value, Anything):
            return f"that name {_with_article(kind or 'entity')}"
        return f"that name {f'the {kind} ' if kind else ''}{_bare(query.value)}"
    return _conditions(query)


def _inner(query: Query) -> str:
    """The same as a part of something larger, in parentheses where it would be misread."""
    if isinstance(query, Every) and len(query.parts) == 1:
        return _inner(query.parts[0])
    said = _said(query)
    return f"({said})" if isinstance(query, Every | Either) else said


def _conditions(query: InQuote | InAnnotation) -> str:
    """What is asked of one quote or one annotation."""
    kinds = [
        f"{'non-' if condition.negated else ''}{condition.value.text}"
        for condition in query.conditions
        if condition.part is Part.KIND and isinstance(condition.value, Words)
    ]
    what = "quote" if isinstance(query, InQuote) else "annotation"
    noun = " ".join([*kinds, what])
    rest = [_condition(c) for c in query.conditions if c.part is not Part.KIND]
    return f"with {_with_article(noun)} {' and '.join(rest)}".rstrip()


def _with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _condition(condition: Condition) -> str:
    value, no = condition.value, "not " if condition.negated else ""
    if isinstance(value, Anything):
        some = {
            Part.TAG: "with a tag",
            Part.NOTE: "with a note",
            Part.ANNOTATOR: "by anybody",
            Part.SPEAKER: "by a known speaker",
        }
        return no + some.get(condition.part, "of any words")
    if condition.part is Part.TAG:
        return f"{no}tagged {_bare(value)} or below"
    if condition.part in (Part.SPEAKER, Part.ANNOTATOR):
        return f"{no}by {_bare(value)}"
    if condition.part is Part.NOTE:
        return f"{no}with {_value(value)} in its note"
    return f"{no}with {_value(value)} in it"


def _value(value: Value) -> str:
    if isinstance(value, Anything):
        return "anything"
    if isinstance(value, Pattern):
        return f"a match of /{value.source}/"
    if value.open_end:
        return f"words that begin with ‘{value.text}’"
    return f"the {'phrase' if ' ' in value.text else 'word'} ‘{value.text}’"


def _bare(value: Value) -> str:
    if isinstance(value, Words):
        return f"‘{value.text}…’" if value.open_end else f"‘{value.text}’"
    return _value(value)


def _dates(dates: Dates) -> str:
    first, last = dates.first, dates.last
    if first is None:
        return "without a date" if last is None else f"published up to {_day(last)}"
    if last is None:
        return f"published from {_day(first)} on"
    if first == last:
        return f"published on {_day(first)}"
    following = last + _DAY if last < dt.date.max else None
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = first.year, last.year
        return f"published in {years[0]}" + (f" to {years[1]}" if years[0] != years[1] else "")
    if first.day == 1 and following is not None and following.day == 1:
        low, high = first.strftime("%B %Y"), last.strftime("%B %Y")
        return f"published in {low}" + (f" to {high}" if low != high else "")
    return f"published from {_day(first)} to {_day(last)}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day.strftime('%B %Y')}"
