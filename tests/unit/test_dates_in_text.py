"""Dates as articles give them, brought to the calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.entity_documents import article
from tui.analysis.dates import Period, resolve_date
from tui.analysis.entities import find_entities
from tui.analysis.model import Label

PUBLISHED = dt.date(2025, 3, 5)  # a Wednesday

# The date, and the day, or the first and last day, that it means.
MEANINGS = """
today = 2025-03-05
Today = 2025-03-05
yesterday = 2025-03-04
tomorrow = 2025-03-06
tonight = 2025-03-05
this morning = 2025-03-05
last night = 2025-03-04
yesterday morning = 2025-03-04
tomorrow night = 2025-03-06
Monday = 2025-03-03
Wednesday = 2025-03-05
Thursday = 2025-02-27
Thursday night = 2025-02-27
late Monday night = 2025-03-03
early Friday = 2025-02-28
last Wednesday = 2025-02-26
last Tuesday = 2025-03-04
next Friday = 2025-03-07
next Wednesday = 2025-03-12
this Sunday = 2025-03-09
this Monday = 2025-03-03
March 3, 2025 = 2025-03-03
3 March 2025 = 2025-03-03
Friday, March 3, 2023 = 2023-03-03
2025-05-14 = 2025-05-14
March 3 = 2025-03-03
3 March = 2025-03-03
3rd March = 2025-03-03
the 3rd of March = 2025-03-03
Dec. 24 = 2024-12-24
Sept 18 = 2024-09-18
Sept 1 = 2025-09-01
Thursday, November 21 = 2024-11-21
Thursday 21 November = 2024-11-21
March 3-5 = 2025-03-03 2025-03-05
July 4-9, 2024 = 2024-07-04 2024-07-09
Christmas Eve = 2024-12-24
Christmas Day = 2024-12-25
Halloween = 2024-10-31
March 2025 = 2025-03-01 2025-03-31
Feb 2024 = 2024-02-01 2024-02-29
October = 2024-10-01 2024-10-31
May = 2025-05-01 2025-05-31
early March = 2025-03-01 2025-03-10
mid-March = 2025-03-11 2025-03-20
late October = 2024-10-21 2024-10-31
early March 2024 = 2024-03-01 2024-03-10
last March = 2024-03-01 2024-03-31
last January = 2025-01-01 2025-01-31
next January = 2026-01-01 2026-01-31
next March = 2026-03-01 2026-03-31
2011 = 2011-01-01 2011-12-31
2019-2023 = 2019-01-01 2023-12-31
1914-18 = 1914-01-01 1918-12-31
the 1990s = 1990-01-01 1999-12-31
the early 1960s = 1960-01-01 1963-04-30
the 19th century = 1801-01-01 1900-12-31
the third quarter of 2024 = 2024-07-01 2024-09-30
the first quarter of last year = 2024-01-01 2024-03-31
last week = 2025-02-24 2025-03-02
this week = 2025-03-03 2025-03-09
next week = 2025-03-10 2025-03-16
last month = 2025-02-01 2025-02-28
next month = 2025-04-01 2025-04-30
this year = 2025-01-01 2025-12-31
last year = 2024-01-01 2024-12-31
next year = 2026-01-01 2026-12-31
this quarter = 2025-01-01 2025-03-31
last quarter = 2024-10-01 2024-12-31
last decade = 2010-01-01 2019-12-31
earlier this week = 2025-03-03 2025-03-05
later this month = 2025-03-05 2025-03-31
late last year = 2024-09-01 2024-12-31
the end of the month = 2025-03-21 2025-03-31
the end of next year = 2026-09-01 2026-12-31
two days ago = 2025-03-03
a week ago = 2025-02-26
two weeks ago = 2025-02-19
three weeks ago = 2025-02-10 2025-02-16
six months ago = 2024-09-01 2024-09-30
a year ago = 2024-01-01 2024-12-31
about two years ago = 2023-01-01 2023-12-31
10 years ago = 2015-01-01 2015-12-31
the past two weeks = 2025-02-19 2025-03-05
the last three months = 2024-12-05 2025-03-05
the next three months = 2025-03-05 2025-06-05
the past 10 years = 2015-03-05 2025-03-05
"""

OPEN = """
several months ago
a few days ago
three months later
a year earlier
last summer
this spring
Easter
Ramadan
February 30
the following day
two weeks
99999999999 years ago
900 centuries
nonsense
last
this
the
"""


def _meaning(written: str) -> dt.date | Period:
    days = [dt.date.fromisoformat(day) for day in written.split()]
    return days[0] if len(days) == 1 else Period(*days)


@pytest.mark.parametrize("line", MEANINGS.strip().splitlines())
def test_date_is_understood(line: str) -> None:
    text, _, meaning = line.partition(" = ")
    assert resolve_date(text, PUBLISHED) == _meaning(meaning)


@pytest.mark.parametrize("text", OPEN.strip().splitlines())
def test_what_the_words_leave_open_stays_open(text: str) -> None:
    assert resolve_date(text, PUBLISHED) is None


@pytest.mark.parametrize("text", ["today", "last week", "March 3", "May", "two days ago"])
def test_relative_dates_need_the_day_of_publication(text: str) -> None:
    assert resolve_date(text, None) is None


@pytest.mark.parametrize("text", ["2011", "3 March 2025", "the 1990s"])
def test_whole_dates_need_nothing_else(text: str) -> None:
    assert resolve_date(text, None) == resolve_date(text, PUBLISHED) is not None


def test_leap_day_is_found_where_there_is_one() -> None:
    assert resolve_date("February 29", dt.date(2024, 6, 1)) == dt.date(2024, 2, 29)
    assert resolve_date("February 29", dt.date(2022, 6, 1)) is None


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max])
@pytest.mark.parametrize("line", MEANINGS.strip().splitlines())
def test_ends_of_the_calendar_raise_nothing(line: str, published: dt.date) -> None:
    found = resolve_date(line.partition(" = ")[0], published)
    assert found is None or isinstance(found, (dt.date, Period))


def test_long_text_is_no_date() -> None:
    assert resolve_date("last " * 100_000 + "week", PUBLISHED) is None


def test_dates_found_in_an_article_can_be_understood() -> None:
    text = "They met on March 3, again two days ago, and will meet next week."
    dates = [one.name for one in find_entities(article(text)) if one.label is Label.DATE]
    assert [resolve_date(date, PUBLISHED) for date in dates] == [
        dt.date(2025, 3, 3),
        dt.date(2025, 3, 3),
        Period(dt.date(2025, 3, 10), dt.date(2025, 3, 16)),
    ]
