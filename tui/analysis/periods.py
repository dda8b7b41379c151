"""Days and periods of the calendar, seen from a day."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import NamedTuple

DAYS = {"day": 1, "week": 7, "fortnight": 14}
"""Units that are so many days."""
MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
"""Units that are so many months."""


class Period(NamedTuple):
    """Some days, the first and the last of them included."""

    first: dt.date
    last: dt.date


def days(day: dt.date, many: int) -> dt.date:
    """The day so many days later; OverflowError where the calendar ends."""
    return day + dt.timedelta(days=many)


def months(day: dt.date, many: int) -> dt.date:
    """The same day of a month so many months later, or its last day; ValueError as above."""
    number = day.year * 12 + day.month - 1 + many
    year, month = number // 12, number % 12 + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def month(year: int, number: int) -> Period:
    """A month."""
    return Period(dt.date(year, number, 1), dt.date(year, number, monthrange(year, number)[1]))


def years(first: int, last: int) -> Period:
    """Some whole years."""
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31))


def quarter(year: int, number: int) -> Period:
    """A quarter of a year, the first being 1."""
    return Period(month(year, 3 * number - 2).first, month(year, 3 * number).last)


def half(year: int, number: int) -> Period:
    """A half of a year, the first being 1."""
    return Period(month(year, 6 * number - 5).first, month(year, 6 * number).last)


def unit(name: str, step: int, day: dt.date) -> Period:
    """The week, weekend, month, quarter, year, decade or century of a day, or one `step` away."""
    if name in ("week", "weekend"):
        monday = days(day, 7 * step - day.weekday())
        return Period(days(monday, 5 if name == "weekend" else 0), days(monday, 6))
    if name == "month":
        there = months(day.replace(day=1), step)
        return month(there.year, there.month)
    if name == "quarter":
        there = months(day.replace(day=1), 3 * step)
        return quarter(there.year, (there.month - 1) // 3 + 1)
    if name == "century":
        first = (day.year - 1) // 100 * 100 + 1 + 100 * step
        return years(first, first + 99)
    many = 10 if name == "decade" else 1
    year = day.year // many * many + step * many
    return years(year, year + many - 1)


def stretch(many: int, name: str, day: dt.date) -> Period:
    """From a day so many units on, or back where the number is below zero."""
    size = DAYS.get(name)
    other = days(day, many * size) if size else months(day, many * MONTHS[name])
    return Period(min(other, day), max(other, day))


def part_of(text: str, period: Period, published: dt.date | None = None) -> Period:
    """The third of a period that the first word of a date asks for ("early", "mid-", "end").

    Args:
        text: The date; without such a word the whole period is meant.
        period: The period it is a part of.
        published: From there on is what is later in the period, until then what is earlier in it.
    """
    word = re.split(r"[ -]|(?<=mid)", text, maxsplit=1)[0]
    first, last = period
    if word in ("earlier", "later") and published is not None and first <= published <= last:
        return Period(first, published) if word == "earlier" else Period(published, last)
    one, two = _thirds(period)
    if word in ("early", "beginning", "start", "earlier"):
        return Period(first, days(one, -1))
    if word in ("mid", "middle"):
        return Period(one, days(two, -1))
    if word in ("late", "end", "later") or text.endswith("-end"):
        return Period(two, last)
    return period


def _thirds(period: Period) -> tuple[dt.date, dt.date]:
    """The first days of the second and the last third; years are cut between months."""
    first, last = period
    if (last - first).days > 300:
        many = (last.year - first.year) * 12 + last.month - first.month + 1
        return months(first, many // 3), months(first, 2 * many // 3)
    third = ((last - first).days + 1) // 3
    return days(first, third), days(first, 2 * third)


def nearest(number: int, day: int, seen: dt.date, weekday: int | None = None) -> dt.date:
    """The day of a month that is nearest, in a year in which it falls on the weekday, if any does.

    Raises:
        ValueError: There is no such day in the years around.
    """
    # A 29 February is found in the years that have one.
    found = [
        dt.date(year, number, day)
        for year in (seen.year - 1, seen.year, seen.year + 1)
        if 1 <= year <= dt.MAXYEAR and day <= monthrange(year, number)[1]
    ]
    found = [one for one in found if one.weekday() == weekday] or found
    return min(found, key=lambda one: abs(one - seen))


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, over = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - correction + 15) % 30
    sunday = (32 + 2 * over + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    number, day = divmod(moon + sunday - 7 * late + 114, 31)
    return dt.date(year, number, day + 1)
