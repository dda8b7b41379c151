"""Which day or period a date in an article means, relative ones seen from its publication.

The forms are those that `values` finds as dates and as parts of days. What is vague ("several
months ago"), depends on the hemisphere ("last summer"), on a firm's books ("fiscal 2024") or on
what was told before ("the following day") is left open.
"""

from __future__ import annotations

import datetime as dt
import re

from tui.analysis import periods
from tui.analysis.lexicon import word_set
from tui.analysis.periods import Period, part_of
from tui.analysis.relativedates import (
    MONTH,
    NTH,
    ORDINALS,
    PART,
    TO,
    YEAR,
    Seen,
    month_of,
    relative,
    stretch_of_one,
)
from tui.documents.dates import parse_date

__all__ = ["Period", "date_of", "resolve_date"]

_LIMIT = 60  # code points of the longest date looked at
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties",
            "nineties")  # fmt: skip
_CENTURIES = {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
              "twentieth": 20}  # fmt: skip
_LEFT_OUT = word_set("the of on in at by since until about around nearly almost roughly some")

# What tells whether a sentence speaks of what is to come; reported words stand between the two.
_TENSE = re.compile(
    r"(?P<ahead>\b(?:will|won['’]t|shall|due|scheduled|expected|expects?|planned|plans?|set to|"
    r"set for|going to|is to|are to|until|deadline|upcoming|ahead of|likely to|hopes? to)"
    r"(?: to)?(?: be)?(?: [a-z]+ed)?\b|['’]ll\b)|"
    r"\b(?:said|says|told|was|were|had|has|have|did|came|went|took|made|began|left|won|lost|"
    r"fell|rose|[a-z]{2,}ed)\b"
)
_SENTENCE_END = re.compile(r"[.!?]['\"”’)]?\s+(?=[^a-z\s])|\n")
_REACH = 300  # code points on either side that are looked at


def date_of(text: str, start: int, end: int, published: dt.date | None) -> dt.date | Period | None:
    """Return the day or period that a date in an article means, by the tense beside it too.

    Args:
        text: Of the article.
        start: First code point of the date.
        end: One past its last.
        published: When the article was published, if that is known.
    """
    return resolve_date(text[start:end], published, ahead=_looks_ahead(text, start, end))


def _looks_ahead(text: str, start: int, end: int) -> bool:
    """Tell "will meet on Monday" and "On Monday, it will" from "will meet, she said on Monday"."""
    before = _SENTENCE_END.split(text[max(start - _REACH, 0) : start])[-1]
    verbs = list(_TENSE.finditer(before))
    if verbs:
        return verbs[-1]["ahead"] is not None
    after = _TENSE.search(_SENTENCE_END.split(text[end : end + _REACH], maxsplit=1)[0])
    return after is not None and after["ahead"] is not None


def resolve_date(
    text: str, published: dt.date | None, *, ahead: bool = False
) -> dt.date | Period | None:
    """Return the day or period that a date means.

    A day or month without a year is the one nearest to publication, a quarter the latest that had
    begun. A weekday alone is the last one before publication or that day itself, as reports of what
    happened mean it; "next" and "last" give the nearest one after and before it. Weeks run from
    Monday to Sunday.

    Args:
        text: The date as it stands in the article: "March 3", "last week", "two days ago".
        published: When the article was published; without it only dates that need no other are
            understood.
        ahead: Whether what is to come is spoken of: a weekday alone is then the next one, or the
            day of publication itself.

    Returns:
        A day, a period, or None where the words leave open which.
    """
    if len(text) > _LIMIT:
        return None
    words = " ".join(text.replace("’", "'").split())
    whole = parse_date(words)
    if whole is not None:
        return whole
    lower = words.lower()
    plain = " ".join(word for word in lower.split() if word not in _LEFT_OUT)
    try:
        found = _absolute(plain)
        if found is None and published is not None:
            seen = Seen(plain, published, ahead)
            found = stretch_of_one(seen) if lower.startswith("the ") else None
            found = found or relative(seen)
    except (ValueError, OverflowError):
        # No such day (February 30), or beyond the years of the calendar.
        return None
    return found


def _absolute(text: str) -> dt.date | Period | None:
    if match := re.fullmatch(rf"{PART}{YEAR}", text):
        year = int(match["year"])
        return part_of(text, periods.years(year, year))
    if match := re.fullmatch(rf"{YEAR} ?[-–—/] ?([12]\d{{3}}|\d\d)", text):
        first, last = int(match[1]), int(match[2])
        last += first // 100 * 100 if last < 100 else 0
        return periods.years(first, last) if last > first else None
    if match := re.fullmatch(r"(?:(?:early|mid|late)[ -])?'?((?:[12]\d)?\d0)'?s", text):
        year = int(match[1])
        year += 1900 if year < 100 else 0
        return part_of(text, periods.years(year, year + 9))
    if match := re.fullmatch(rf"(?:(?:early|mid|late)[ -])?({'|'.join(_DECADES)})", text):
        year = 1920 + 10 * _DECADES.index(match[1])
        return part_of(text, periods.years(year, year + 9))
    if match := re.fullmatch(rf"(?:(?:early|mid|late)[ -])?(\d\d?){NTH}[ -]century", text):
        year = int(match[1]) * 100
        return part_of(text, periods.years(year - 99, year))
    if match := re.fullmatch(rf"(\d\d?){NTH} (?:and|to) (\d\d?){NTH} centuries", text):
        return periods.years(int(match[1]) * 100 - 99, int(match[2]) * 100)
    if match := re.fullmatch(rf"(?:(?:early|mid|late)[ -])?({'|'.join(_CENTURIES)}) century", text):
        year = _CENTURIES[match[1]] * 100
        return part_of(text, periods.years(year - 99, year))
    if match := re.fullmatch(rf"{PART}{MONTH},? {YEAR}", text):
        return part_of(text, periods.month(int(match["year"]), month_of(match["month"])))
    if match := re.fullmatch(rf"{MONTH} (\d\d?){TO}(\d\d?),? {YEAR}", text) or re.fullmatch(
        rf"(\d\d?){TO}(\d\d?) {MONTH},? {YEAR}", text
    ):
        year, month = int(match["year"]), month_of(match["month"])
        first, last = (int(part) for part in match.groups() if part and len(part) < 3)
        return Period(dt.date(year, month, first), dt.date(year, month, last))
    if match := re.fullmatch(
        rf"(?:q([1-4])|(first|second|third|fourth|final)[ -]quarter) {YEAR}", text
    ):
        return periods.quarter(int(match["year"]), int(match[1] or ORDINALS[match[2]]))
    if match := re.fullmatch(rf"(?:h([12])|(first|second) half) {YEAR}", text):
        return periods.half(int(match["year"]), int(match[1] or ORDINALS[match[2]]))
    return _in_figures(text)


def _in_figures(text: str) -> dt.date | None:
    if match := re.fullmatch(rf"{YEAR}/(\d\d?)/(\d\d?)", text):
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(r"(\d\d?)\.(\d\d?)\.([12]\d{3})", text):
        return dt.date(int(match[3]), int(match[2]), int(match[1]))
    if match := re.fullmatch(rf"(\d\d?)-{MONTH}-{YEAR}", text) or re.fullmatch(
        rf"(\d\d?)(?:{NTH})? {MONTH},? {YEAR}", text
    ):
        return dt.date(int(match["year"]), month_of(match["month"]), int(match[1]))
    if match := re.fullmatch(rf"(\d\d?)/(\d\d?)/{YEAR}", text):
        # Some write the day first, some the month; where one is above 12 it is the day.
        one, two = int(match[1]), int(match[2])
        if one == two or max(one, two) > 12:
            return dt.date(int(match["year"]), min(one, two), max(one, two))
    return None
