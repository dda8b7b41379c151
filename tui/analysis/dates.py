"""Which day or period a date in an article means, relative ones seen from its publication.

The forms are those that `values` finds as dates and as parts of days. What is vague ("several
months ago"), depends on the hemisphere ("last summer") or moves with the moon ("Easter") is left
open.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import NamedTuple

from tui.analysis.lexicon import word_set
from tui.documents.dates import parse_date

_LIMIT = 60  # code points of the longest date looked at
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = ["zero", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen", "twenty"]  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_LEFT_OUT = word_set("the of on in at by since until about around nearly almost roughly some")
_PARTS = re.compile(r"\s+(?:in the )?(?:morning|afternoon|evening|night)$")
_TODAY = {"today": 0, "tonight": 0, "this": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1,
          "last": -1}  # fmt: skip
_FIXED = {"christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
          "halloween": (10, 31), "boxing day": (12, 26), "new year's eve": (12, 31),
          "new year's day": (1, 1), "juneteenth": (6, 19), "epiphany": (1, 6)}  # fmt: skip
_MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_MONTH = rf"(?P<month>{_MONTH_NAME})\.?"
_WEEKDAY = (
    r"(?P<weekday>mon(?:days?)?|tue(?:s(?:days?)?)?|wed(?:nesdays?)?|thu(?:r(?:s(?:days?)?)?)?|"
    r"fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)\.?"
)
_STEP = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1,
         "coming": 1, "following": 1}  # fmt: skip
_DIRECTION = r"(?P<step>last|past|previous|this|current|next|coming|following)"
_PART = r"(?:(?P<part>early|earlier|mid|late|later|beginning|start|end|middle)[ -])?"


class Period(NamedTuple):
    """Some days, the first and the last of them included."""

    first: dt.date
    last: dt.date


def resolve_date(text: str, published: dt.date | None) -> dt.date | Period | None:
    """Return the day or period that a date means.

    A day or month without a year is the one nearest to publication. A weekday alone is the last
    one before publication or that day itself, as reports of what happened mean it; "next" and
    "last" give the nearest one after and before it. Weeks run from Monday to Sunday.

    Args:
        text: The date as it stands in the article: "March 3", "last week", "two days ago".
        published: When the article was published; without it only dates that need no other are
            understood.

    Returns:
        A day, a period, or None where the words leave open which.
    """
    if len(text) > _LIMIT:
        return None
    words = " ".join(text.replace("’", "'").split())
    whole = parse_date(words)
    if whole is not None:
        return whole
    plain = " ".join(word for word in words.lower().split() if word not in _LEFT_OUT)
    try:
        found = _absolute(plain)
        if found is None and published is not None:
            found = _relative(plain, published)
    except (ValueError, OverflowError):
        # No such day (February 30), or beyond the years of the calendar.
        return None
    return found


def _absolute(text: str) -> dt.date | Period | None:
    if match := re.fullmatch(r"(?:early |mid-?|late )?([12]\d{3})", text):
        year = int(match[1])
        return _part_of(text, Period(dt.date(year, 1, 1), dt.date(year, 12, 31)))
    if match := re.fullmatch(r"([12]\d{3}) ?[-–—/] ?([12]\d{3}|\d\d)", text):
        first, last = int(match[1]), int(match[2])
        last += first // 100 * 100 if last < 100 else 0
        return Period(dt.date(first, 1, 1), dt.date(last, 12, 31)) if last > first else None
    if match := re.fullmatch(r"(?:(?:early|mid|late)[ -])?([12]\d\d0)'?s", text):
        year = int(match[1])
        return _part_of(text, Period(dt.date(year, 1, 1), dt.date(year + 9, 12, 31)))
    if match := re.fullmatch(r"(?:(?:early|mid|late)[ -])?(\d\d?)(?:st|nd|rd|th)[ -]century", text):
        year = int(match[1]) * 100
        return _part_of(text, Period(dt.date(year - 99, 1, 1), dt.date(year, 12, 31)))
    if match := re.fullmatch(rf"{_PART}{_MONTH},? (?P<year>[12]\d{{3}})", text):
        return _part_of(text, _month(int(match["year"]), _MONTHS.index(match["month"][:3]) + 1))
    if match := re.fullmatch(rf"{_MONTH} (\d\d?) ?[-–—] ?(\d\d?),? ([12]\d{{3}})", text):
        month = _MONTHS.index(match["month"][:3]) + 1
        year = int(match[4])
        return Period(dt.date(year, month, int(match[2])), dt.date(year, month, int(match[3])))
    if match := re.fullmatch(r"(first|second|third|fourth)[ -]quarter ([12]\d{3})", text):
        return _quarter(int(match[2]), _ORDINALS[match[1]])
    return None


def _relative(text: str, published: dt.date) -> dt.date | Period | None:
    day = _PARTS.sub("", text)
    if text in _TODAY or (day != text and day in _TODAY):
        # "last night" is yesterday, and "last" alone nothing.
        return None if text in ("this", "last") else _days(published, _TODAY[day])
    if day in _FIXED:
        return _nearest(*_FIXED[day], published)
    if match := re.fullmatch(rf"(?:early |late )?(?:{_DIRECTION} )?{_WEEKDAY}", day):
        return _weekday(_WEEKDAYS.index(match["weekday"][:3]), match["step"] or "", published)
    if match := re.fullmatch(
        rf"(?:{_WEEKDAY},? )?(?:{_MONTH} (?P<after>\d\d?)(?:st|nd|rd|th)?|"
        rf"(?P<before>\d\d?)(?:st|nd|rd|th)? (?P<second>{_MONTH_NAME})\.?)",
        day,
    ):
        month = _MONTHS.index((match["month"] or match["second"])[:3]) + 1
        return _nearest(month, int(match["after"] or match["before"]), published)
    if match := re.fullmatch(rf"{_MONTH} (\d\d?) ?[-–—] ?(\d\d?)", text):
        month = _MONTHS.index(match["month"][:3]) + 1
        first = _nearest(month, int(match[2]), published)
        return Period(first, first.replace(day=int(match[3])))
    if match := re.fullmatch(rf"{_PART}(?:{_DIRECTION} )?{_MONTH}", text):
        month = _MONTHS.index(match["month"][:3]) + 1
        return _part_of(text, _named_month(month, match["step"] or "", published))
    if match := re.fullmatch(rf"{_PART}{_DIRECTION} (week|month|year|quarter|decade)", text):
        return _part_of(text, _unit(match[3], _STEP[match["step"]], published), published)
    if match := re.fullmatch(r"(?:beginning|start|middle|end) (week|month|year)", text):
        return _part_of(text, _unit(match[1], 0, published), published)
    if match := re.fullmatch(rf"{_DIRECTION} (\w+) (day|week|month|year)s", text):
        return _stretch(_STEP[match["step"]] or 1, _number(match[2]), match[3], published)
    if match := re.fullmatch(r"(\w+)[ -](day|week|month|year|decade)s? (ago|later|earlier)", text):
        return _ago(_number(match[1]), match[2], published) if match[3] == "ago" else None
    if match := re.fullmatch(rf"(first|second|third|fourth)[ -]quarter {_DIRECTION} year", text):
        return _quarter(published.year + _STEP[match["step"]], _ORDINALS[match[1]])
    return None


def _days(day: dt.date, many: int) -> dt.date:
    return day + dt.timedelta(days=many)


def _nearest(month: int, day: int, published: dt.date) -> dt.date:
    """The day of that name that is nearest to publication; ValueError if there is none."""
    # A 29 February is found in the years that have one.
    found = [
        dt.date(year, month, day)
        for year in (published.year - 1, published.year, published.year + 1)
        if 1 <= year <= dt.MAXYEAR and day <= monthrange(year, month)[1]
    ]
    return min(found, key=lambda one: abs(one - published))


def _weekday(number: int, step: str, published: dt.date) -> dt.date:
    back = (published.weekday() - number) % 7
    if _STEP.get(step, -1) > 0:
        return _days(published, 7 - back)
    if step == "this":
        return _days(published, number - published.weekday())
    return _days(published, -(back or 7) if step else -back)


def _month(year: int, month: int) -> Period:
    return Period(dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1]))


def _quarter(year: int, number: int) -> Period:
    return Period(_month(year, 3 * number - 2).first, _month(year, 3 * number).last)


def _named_month(month: int, step: str, published: dt.date) -> Period:
    direction = _STEP.get(step)
    if direction is None:
        return _month(_nearest(month, 15, published).year, month)
    year = published.year
    if direction < 0 and month >= published.month:
        year -= 1
    if direction > 0 and month <= published.month:
        year += 1
    return _month(year, month)


def _unit(unit: str, step: int, published: dt.date) -> Period:
    if unit == "week":
        first = _days(published, 7 * step - published.weekday())
        return Period(first, _days(first, 6))
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return _month(months // 12, months % 12 + 1)
    if unit == "quarter":
        quarters = published.year * 4 + (published.month - 1) // 3 + step
        return _quarter(quarters // 4, quarters % 4 + 1)
    years = 10 if unit == "decade" else 1
    year = published.year // years * years + step * years
    return Period(dt.date(year, 1, 1), dt.date(year + years - 1, 12, 31))


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return _NUMBERS.index({"an": "a", "one": "a", "couple": "two"}.get(word, word))


def _ago(many: int, unit: str, published: dt.date) -> dt.date | Period:
    if unit == "day":
        return _days(published, -many)
    if unit == "week" and many < 3:
        return _days(published, -7 * many)
    return _unit(unit, -many, published)


def _stretch(direction: int, many: int, unit: str, published: dt.date) -> Period:
    days = {"day": 1, "week": 7}.get(unit)
    if days:
        other = _days(published, direction * many * days)
    else:
        months = (
            published.year * 12
            + published.month
            - 1
            + direction * many * (12 if unit == "year" else 1)
        )
        year, month = months // 12, months % 12 + 1
        other = dt.date(year, month, min(published.day, monthrange(year, month)[1]))
    return Period(min(other, published), max(other, published))


def _part_of(text: str, period: Period, published: dt.date | None = None) -> Period:
    """The third of a period that the first word asks for; or what is earlier or later in it."""
    word = re.split(r"[ -]|(?<=mid)", text, maxsplit=1)[0]
    first, last = period
    if word in ("earlier", "later") and published is not None and first <= published <= last:
        return Period(first, published) if word == "earlier" else Period(published, last)
    if (last - first).days > 300:
        # Years are cut between months.
        months = first.year * 12 + (last.year - first.year + 1) * 4
        one = dt.date(months // 12, months % 12 + 1, 1)
        months += (last.year - first.year + 1) * 4
        two = dt.date(months // 12, months % 12 + 1, 1)
    else:
        third = ((last - first).days + 1) // 3
        one, two = _days(first, third), _days(first, 2 * third)
    if word in ("early", "beginning", "start", "earlier"):
        return Period(first, _days(one, -1))
    if word in ("mid", "middle"):
        return Period(one, _days(two, -1))
    if word in ("late", "end", "later"):
        return Period(two, last)
    return period
