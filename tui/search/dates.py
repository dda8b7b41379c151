"""Stretches of days as they are written in a query."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from tui.search.query import Dates

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_DAY = dt.timedelta(days=1)


def parse_dates(written: str) -> Dates:
    """Understand a stretch of days.

    Args:
        written: A year, month or day (`2025`, `2025-03`, `2025-03-14`); two of them with `..`
            between, of which one may be missing; one after `>=`, `>`, `<=` or `<`; or `none`.

    Returns:
        The stretch; both of its ends belong to it.

    Raises:
        ValueError: It is written otherwise, is no date, or ends before it begins; the message
            is a sentence.
    """
    if written.lower() == "none":
        return Dates(None, None)
    if ".." in written:
        low, _, high = written.partition("..")
        first = _stretch(low)[0] if low else None
        last = _stretch(high)[1] if high else None
        if first is None and last is None:
            raise ValueError("A stretch of days needs a date on one side at least.")
        if first is not None and last is not None and last < first:
            raise ValueError("This stretch of days ends before it begins.")
        return Dates(first, last)
    for sign in (">=", "<=", ">", "<"):
        if written.startswith(sign):
            return _compared(sign, *_stretch(written[len(sign) :]))
    return Dates(*_stretch(written))


def _compared(sign: str, first: dt.date, last: dt.date) -> Dates:
    if sign == ">=":
        return Dates(first, None)
    if sign == "<=":
        return Dates(None, last)
    try:
        return Dates(last + _DAY, None) if sign == ">" else Dates(None, first - _DAY)
    except OverflowError:
        raise ValueError("The calendar has no days there.") from None


def _stretch(written: str) -> tuple[dt.date, dt.date]:
    """The first and the last day of a year, month or day."""
    match = _FORM.fullmatch(written.strip())
    if match is None:
        raise ValueError("A date is written 2025, 2025-03 or 2025-03-14.")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if not month:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        if not day:
            return dt.date(year, month, 1), dt.date(
                year, month, calendar.monthrange(year, month)[1]
            )
        return dt.date(year, month, day), dt.date(year, month, day)
    except ValueError:
        raise ValueError(f"There is no date {written.strip()}.") from None
