"""What a date without a year, or with "last" and "ago", means to a reader of that day."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis import periods
from tui.analysis.periods import DAYS, MONTHS, Period, part_of

if TYPE_CHECKING:
    from collections.abc import Callable

MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = ["zero", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen"]  # fmt: skip
_ONE = {"an": "a", "one": "a", "couple": "two"}
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_PARTS = re.compile(r"\s+(?:in the )?(?:morning|afternoon|evening|night)$")
_PART_OF_DAY = re.compile(r"^(?:morning|afternoon|evening|night|early hours|small hours)\s+")
_TODAY = {"today": 0, "tonight": 0, "this": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1,
          "last": -1, "late last": -1, "early this": 0, "day after tomorrow": 2,
          "day before yesterday": -2}  # fmt: skip
_OF_A_DAY = frozenset(("this", "last", "late last", "early this"))  # "late last night"
_FIXED = {"christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
          "halloween": (10, 31), "boxing day": (12, 26), "new year's eve": (12, 31),
          "new year's day": (1, 1), "juneteenth": (6, 19), "epiphany": (1, 6),
          "valentine's day": (2, 14), "may day": (5, 1), "bastille day": (7, 14),
          "armistice day": (11, 11), "st patrick's day": (3, 17), "st. patrick's day": (3, 17),
          "anzac day": (4, 25), "canada day": (7, 1), "hogmanay": (12, 31)}  # fmt: skip
_FROM_EASTER = {"shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7,
                "maundy thursday": -3, "holy thursday": -3, "good friday": -2, "holy saturday": -1,
                "easter sunday": 0, "easter monday": 1, "pentecost": 49,
                "whit sunday": 49, "whit monday": 50}  # fmt: skip
_MONTH_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
MONTH = rf"(?P<month>{_MONTH_NAME})\.?"
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|"
    r"fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?"
)
_STEP = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_DIRECTION = r"(?P<step>last|past|this|current|next|coming)"
PART = r"(?:(?P<part>early|earlier|mid|late|later|beginning|start|end|middle)[ -])?"
NTH = r"(?:st|nd|rd|th)"
TO = r"(?: ?[-–—] ?| to )"
YEAR = r"(?P<year>[12]\d{3})"


class Seen(NamedTuple):
    """A date to be understood.

    Attributes:
        text: The date, in small letters, without "the", "in" and the like.
        published: The day of publication.
        ahead: Whether what is to come is spoken of.
    """

    text: str
    published: dt.date
    ahead: bool


def relative(seen: Seen) -> dt.date | Period | None:
    """The day or period that a date means; ValueError or OverflowError where there is none."""
    text = _PART_OF_DAY.sub("", _PARTS.sub("", seen.text))
    published = seen.published
    if text in _TODAY and (text not in _OF_A_DAY or text != seen.text):
        return periods.days(published, _TODAY[text])
    if text in _FIXED:
        return periods.nearest(*_FIXED[text], published)
    if text in _FROM_EASTER:
        around = range(max(published.year - 1, 1), min(published.year + 1, dt.MAXYEAR) + 1)
        found = [periods.days(periods.easter(year), _FROM_EASTER[text]) for year in around]
        return min(found, key=lambda one: abs(one - published))
    for form, meaning in _FORMS:
        if match := form.fullmatch(text):
            return meaning(match, seen._replace(text=text))
    return None


def stretch_of_one(seen: Seen) -> Period | None:
    """As in "the next decade": so long, up to or from publication."""
    match = re.fullmatch(r"(?P<step>last|past|next|coming) (?P<unit>decade|century)", seen.text)
    return periods.stretch(_STEP[match["step"]], match["unit"], seen.published) if match else None


def month_of(name: str) -> int:
    """The number of a month of that name or its abbreviation."""
    return MONTH_NAMES.index(name[:3]) + 1


def _number(word: str) -> int:
    """The number a word stands for; ValueError where it is none."""
    if word.isdecimal():
        return int(word)
    tens, _, ones = word.partition("-")
    if tens in _TENS:
        return 20 + 10 * _TENS.index(tens) + (_NUMBERS.index(_ONE.get(ones, ones)) if ones else 0)
    return _NUMBERS.index(_ONE.get(word, word))


def _units_ago(many: int, unit: str, published: dt.date) -> dt.date | Period:
    """The day, week, month or year so long ago, as exactly as the unit says."""
    if unit in DAYS and (unit == "day" or many < 3):
        return periods.days(published, -many * DAYS[unit])
    if unit == "fortnight":
        return periods.unit("week", -2 * many, published)
    if unit in ("decade", "century"):
        return periods.unit("year", -many * MONTHS[unit] // 12, published)
    return periods.unit(unit, -many, published)


def _weekday(match: re.Match[str], seen: Seen) -> dt.date | Period | None:
    number = _WEEKDAYS.index(match["weekday"][:3])
    back = (seen.published.weekday() - number) % 7
    step = match["step"] or ""
    if _STEP.get(step, -1) > 0:
        return periods.days(seen.published, 7 - back)
    if step in ("this", "current"):
        return periods.days(seen.published, number - seen.published.weekday())
    if not step and seen.ahead:
        return periods.days(seen.published, -back % 7)
    return periods.days(seen.published, -(back or 7) if step else -back)


def _day(match: re.Match[str], seen: Seen) -> dt.date:
    weekday = match["weekday"]
    number = _WEEKDAYS.index(weekday[:3]) if weekday else None
    return periods.nearest(month_of(match["month"]), int(match["day"]), seen.published, number)


def _some_days(match: re.Match[str], seen: Seen) -> Period:
    number = month_of(match["month"])
    first = periods.nearest(number, int(match["first"]), seen.published)
    return Period(first, first.replace(day=int(match["last"])))


def _named_month(match: re.Match[str], seen: Seen) -> Period:
    number = month_of(match["month"])
    direction = _STEP.get(match["step"] or "")
    year = seen.published.year
    if direction is None:
        year = periods.nearest(number, 15, seen.published).year
    elif direction < 0 and number >= seen.published.month:
        year -= 1
    elif direction > 0 and number <= seen.published.month:
        year += 1
    return part_of(seen.text, periods.month(year, number))


def _named_unit(match: re.Match[str], seen: Seen) -> Period:
    step = match["step"]
    name = match["unit"]
    if step == "past":
        return periods.stretch(-1, name, seen.published)
    return part_of(seen.text, periods.unit(name, _STEP[step], seen.published), seen.published)


def _bare_unit(match: re.Match[str], seen: Seen) -> Period | None:
    """As in "The end of the month", "later in the year", "by year-end"."""
    return part_of(seen.text, periods.unit(match["unit"], 0, seen.published), seen.published)


def _weekend(_: re.Match[str], seen: Seen) -> Period:
    over = not seen.ahead and seen.published.weekday() < 5
    return periods.unit("weekend", -1 if over else 0, seen.published)


def _week_after_next(match: re.Match[str], seen: Seen) -> Period:
    return periods.unit(match["unit"], -2 if match["step"] == "before last" else 2, seen.published)


def _many_units(match: re.Match[str], seen: Seen) -> Period:
    many = _number(match["many"]) * (_STEP[match["step"]] or 1)
    return periods.stretch(many, match["unit"], seen.published)


def _ago(match: re.Match[str], seen: Seen) -> dt.date | Period:
    return _units_ago(_number(match["many"]), match["unit"], seen.published)


def _fraction_ago(match: re.Match[str], seen: Seen) -> dt.date | Period:
    years = {"half a century": 50, "quarter a century": 25, "a quarter a century": 25}
    return _units_ago(years[match["fraction"]], "year", seen.published)


def _and_a_half_ago(match: re.Match[str], seen: Seen) -> dt.date | Period:
    size = MONTHS[match["unit"]]
    return _units_ago(_number(match["many"]) * size + size // 2, "month", seen.published)


def _quarter(match: re.Match[str], seen: Seen) -> Period:
    number = int(match["figure"] or ORDINALS[match["ordinal"]])
    if match["step"]:
        return periods.quarter(seen.published.year + _STEP[match["step"]], number)
    begun = periods.quarter(seen.published.year, number).first <= seen.published
    return periods.quarter(seen.published.year - (not begun and not seen.ahead), number)


def _half(match: re.Match[str], seen: Seen) -> Period:
    return periods.half(
        seen.published.year + _STEP[match["step"] or "this"], ORDINALS[match["half"]]
    )


def _months_to(match: re.Match[str], seen: Seen) -> Period | None:
    """The last such months that were over, or the next ones."""
    first, last = month_of(match["from"] or match["month"]), month_of(match["month"])
    many = (last - first) % 12 + 1 if match["from"] else _number(match["many"])
    end = periods.month(seen.published.year, last)
    if end.last >= seen.published and not seen.ahead:
        end = periods.month(seen.published.year - 1, last)
    return Period(periods.months(end.first, 1 - many), end.last)


def _part_of_month(match: re.Match[str], seen: Seen) -> dt.date | Period | None:
    """As in "The first week of March", "the last day of June"."""
    number = month_of(match["month"])
    year = int(match["year"] or periods.nearest(number, 15, seen.published).year)
    month = periods.month(year, number)
    size = DAYS[match["unit"]]
    if match["which"] == "last":
        found = Period(periods.days(month.last, 1 - size), month.last)
    else:
        first = periods.days(month.first, size * (ORDINALS[match["which"]] - 1))
        found = Period(first, periods.days(first, size - 1))
    return found if size > 1 else found.first


def _week_of(match: re.Match[str], seen: Seen) -> Period | None:
    """As in "The week of March 3", "the week beginning 3 March"."""
    day = relative(seen._replace(text=match["rest"]))
    if not isinstance(day, dt.date):
        return None
    if match["how"] == "ending":
        return Period(periods.days(day, -6), day)
    if match["how"]:
        return Period(day, periods.days(day, 6))
    return periods.unit("week", 0, day)


_UNIT = r"(?P<unit>day|week|fortnight|month|year|decade|century)"
_MANY = r"(?P<many>\w+(?:-\w+)?)"
_NAMED_UNIT = r"(?P<unit>week|weekend|month|year|quarter|decade|century)"
_FORMS: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], Seen], dt.date | Period | None]], ...
] = tuple(
    (re.compile(form), meaning)
    for form, meaning in (
        (rf"(?:(?:early|late) )?(?:{_DIRECTION} )?{_WEEKDAY}", _weekday),
        (rf"(?:{_WEEKDAY},? )?{MONTH} (?P<day>\d\d?)(?:{NTH})?", _day),
        (rf"(?:{_WEEKDAY},? )?(?P<day>\d\d?)(?:{NTH})? {MONTH}", _day),
        (rf"{MONTH} (?P<first>\d\d?){TO}(?P<last>\d\d?)", _some_days),
        (rf"(?P<first>\d\d?){TO}(?P<last>\d\d?) {MONTH}", _some_days),
        (rf"{PART}(?:{_DIRECTION} )?{MONTH}", _named_month),
        (rf"{PART}{_DIRECTION} {_NAMED_UNIT}", _named_unit),
        (rf"(?:beginning|start|middle|end|early|earlier|late|later) {_NAMED_UNIT}", _bare_unit),
        (r"(?P<unit>month|quarter|year)-end", _bare_unit),
        (r"weekend", _weekend),
        (r"(?P<unit>week|month|year) (?P<step>before last|after next)", _week_after_next),
        (rf"{_DIRECTION} {_MANY} {_UNIT}s", _many_units),
        (rf"{_MANY}[ -]{_UNIT}s? ago", _ago),
        (r"(?P<fraction>half a century|(?:a )?quarter a century) ago", _fraction_ago),
        (r"(?P<many>a|one) (?P<unit>year|decade) and a half ago", _and_a_half_ago),
        (r"(?P<many>\w+) and a half (?P<unit>year|decade)s ago", _and_a_half_ago),
        (
            (
                rf"(?:q(?P<figure>[1-4])|(?P<ordinal>first|second|third|fourth|final)[ -]quarter)"
                rf"(?: {_DIRECTION} year)?"
            ),
            _quarter,
        ),
        (rf"(?P<half>first|second)[ -]half (?:{_DIRECTION} )?year", _half),
        (rf"(?P<many>\w+) months (?P<from>)to {MONTH}", _months_to),
        (rf"(?P<many>)(?P<from>{_MONTH_NAME})[-–]{MONTH} quarter", _months_to),
        (
            rf"(?P<which>first|second|third|last) (?P<unit>week|day) {MONTH}(?:,? {YEAR})?",
            _part_of_month,
        ),
        (r"week (?:(?P<how>beginning|ending|starting) )?(?P<rest>.+)", _week_of),
    )
)
