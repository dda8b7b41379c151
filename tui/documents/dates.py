"""Dates of publication, as sources write them."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DAY = r"(?P<day>[0-3]?[0-9])"
_YEAR = r"(?P<year>[12][0-9]{3})"
_TIME_AFTER = r"(?=$|[ ,T;|(–—-])"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>[01][0-9])-(?P<day>[0-3][0-9]){_TIME_AFTER}",
        rf"{_WEEKDAY}{_DAY}(?:st|nd|rd|th)? (?:of )?{_MONTH},? {_YEAR}{_TIME_AFTER}",
        rf"{_WEEKDAY}{_MONTH} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}{_TIME_AFTER}",
    )
)
_SAID_BEFORE = re.compile(
    r"(?:(?:first |last )?(?:published|posted|updated|issued)(?: on)?:? )?", re.IGNORECASE
)
_SAID_AFTER = re.compile(
    r"[ ,T;|–—-]{0,3}(?:at )?(?:[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})? ?(?:[AaPp]\.?[Mm]\.?)?)?"
    r" ?(?:[A-Z]{1,5}|[+-][0-9]{2}:?[0-9]{2})?"
)
_LINE_LIMIT = 60  # code points a line may have that only says when


def parse_date(written: str) -> dt.date | None:
    """Understand a date that is written with its year.

    ISO 8601 (`2025-03-03`, `2025-03-03T10:00Z`), the forms of papers (`3 March 2025`, `Monday,
    Mar. 3rd, 2025`) and of RFC 2822 (`Mon, 3 Mar 2025 10:00:00 +0000`). What follows the date,
    such as a time, is not read.

    Args:
        written: The date.

    Returns:
        The date as written, whatever the time zone; None if it is in no such form, is no date of
        the calendar, or could mean two days (`3/4/2025`).
    """
    return _match_date(" ".join(written[:200].split()))[0]


def date_in_line(line: str) -> str:
    """The date in a line that says nothing but when an article was published.

    Args:
        line: One line of an article.

    Returns:
        The date and time as written, or an empty string if it is no such line.
    """
    if len(line) > _LINE_LIMIT or "\n" in line:
        return ""
    said = _SAID_BEFORE.match(line)
    date = line[said.end() :] if said else line
    day, end = _match_date(date)
    return date if day and _SAID_AFTER.fullmatch(date, end) else ""


def _match_date(text: str) -> tuple[dt.date | None, int]:
    """The date that a text begins with, and where it ends."""
    for form in _FORMS:
        if match := form.match(text):
            month = match["month"].lower()
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            try:
                return dt.date(int(match["year"]), number, int(match["day"])), match.end()
            except ValueError:
                break
    return None, 0
