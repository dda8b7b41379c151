"""Dates as articles give them, brought to the calendar."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.entity_documents import article
from tui.analysis.dates import Period, date_of, resolve_date
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
Mon 12 Aug 2024 = 2024-08-12
12-Aug-2024 = 2024-08-12
12.08.2024 = 2024-08-12
2024/08/12 = 2024-08-12
03/13/2025 = 2025-03-13
13/03/2025 = 2025-03-13
5 to 7 May = 2025-05-05 2025-05-07
5-7 May = 2025-05-05 2025-05-07
5–7 May 2024 = 2024-05-05 2024-05-07
May 5 to 7 = 2025-05-05 2025-05-07
May 5–7, 2024 = 2024-05-05 2024-05-07
March 3rd = 2025-03-03
Wed 5 March = 2025-03-05
Monday 12th August = 2024-08-12
the 12th of August, 1987 = 1987-08-12
12 August, 1987 = 1987-08-12
the first half of 2024 = 2024-01-01 2024-06-30
the second half of last year = 2024-07-01 2024-12-31
the second half of the year = 2025-07-01 2025-12-31
the '90s = 1990-01-01 1999-12-31
the ’80s = 1980-01-01 1989-12-31
the nineties = 1990-01-01 1999-12-31
the late eighties = 1986-09-01 1989-12-31
the 80s = 1980-01-01 1989-12-31
the 1890s = 1890-01-01 1899-12-31
the mid-1990s = 1993-05-01 1996-08-31
Q3 = 2024-07-01 2024-09-30
Q1 = 2025-01-01 2025-03-31
Q3 2024 = 2024-07-01 2024-09-30
Q1 of 2024 = 2024-01-01 2024-03-31
H1 2024 = 2024-01-01 2024-06-30
H2 2024 = 2024-07-01 2024-12-31
the fourth quarter = 2024-10-01 2024-12-31
the third quarter = 2024-07-01 2024-09-30
the fourth quarter of last year = 2024-10-01 2024-12-31
2023/24 = 2023-01-01 2024-12-31
the July-September quarter = 2024-07-01 2024-09-30
the three months to June = 2024-04-01 2024-06-30
the day after tomorrow = 2025-03-07
the day before yesterday = 2025-03-03
the week before last = 2025-02-17 2025-02-23
the week after next = 2025-03-17 2025-03-23
a fortnight ago = 2025-02-19
two decades ago = 2005-01-01 2005-12-31
a decade ago = 2015-01-01 2015-12-31
half a century ago = 1975-01-01 1975-12-31
a quarter of a century ago = 2000-01-01 2000-12-31
a century ago = 1925-01-01 1925-12-31
almost a year ago = 2024-01-01 2024-12-31
18 months ago = 2023-09-01 2023-09-30
six weeks ago = 2025-01-20 2025-01-26
twenty-five years ago = 2000-01-01 2000-12-31
a year and a half ago = 2023-09-01 2023-09-30
two and a half years ago = 2022-09-01 2022-09-30
the weekend = 2025-03-01 2025-03-02
this weekend = 2025-03-08 2025-03-09
last weekend = 2025-03-01 2025-03-02
next weekend = 2025-03-15 2025-03-16
earlier this year = 2025-01-01 2025-03-05
earlier in the week = 2025-03-03 2025-03-05
later in the year = 2025-03-05 2025-12-31
late last week = 2025-02-28 2025-03-02
early next month = 2025-04-01 2025-04-10
early this year = 2025-01-01 2025-04-30
the next decade = 2025-03-05 2035-03-05
the next 10 years = 2025-03-05 2035-03-05
the past decade = 2015-03-05 2025-03-05
the past year = 2024-03-05 2025-03-05
the past month = 2025-02-05 2025-03-05
the past week = 2025-02-26 2025-03-05
the last two decades = 2005-03-05 2025-03-05
the twentieth century = 1901-01-01 2000-12-31
the late 19th century = 1867-09-01 1900-12-31
the 18th and 19th centuries = 1701-01-01 1900-12-31
this century = 2001-01-01 2100-12-31
last century = 1901-01-01 2000-12-31
New Year's Day = 2025-01-01
New Year’s Eve = 2024-12-31
Valentine's Day = 2025-02-14
May Day = 2025-05-01
Boxing Day = 2024-12-26
Bastille Day = 2025-07-14
Armistice Day = 2024-11-11
St Patrick’s Day = 2025-03-17
Good Friday = 2025-04-18
Easter Sunday = 2025-04-20
Easter Monday = 2025-04-21
Ash Wednesday = 2025-03-05
Palm Sunday = 2025-04-13
September 2001 = 2001-09-01 2001-09-30
June 2016 = 2016-06-01 2016-06-30
the end of 2023 = 2023-09-01 2023-12-31
the start of 2023 = 2023-01-01 2023-04-30
late-2023 = 2023-09-01 2023-12-31
the first week of March = 2025-03-01 2025-03-07
the last week of May = 2025-05-25 2025-05-31
the week of March 3 = 2025-03-03 2025-03-09
the week beginning 3 March = 2025-03-03 2025-03-09
the last day of June = 2025-06-30
the first day of June = 2025-06-01
the early hours of Sunday = 2025-03-02
the night of 4 May = 2025-05-04
the evening of March 3 = 2025-03-03
late last night = 2025-03-04
overnight = 2025-03-05
end-March = 2025-03-21 2025-03-31
year-end = 2025-09-01 2025-12-31
December = 2024-12-01 2024-12-31
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
03/04/2025
2 and 4 June
fiscal 2024
FY2024
the fiscal year 2023-24
the three months to 30 June
the quarter ended June 30
the year to March
the other day
that day
the same day
the next day
the previous day
the day before
more than a decade ago
more than 20 years ago
less than a week ago
over a year ago
years ago
days earlier
weeks later
earlier in the day
recent weeks
the coming days
the next few days
the summer of 1998
the winter of 2022-23
Independence Day
Labor Day
Sundays
Mondays
the previous evening
the following morning
that evening
noon
6 p.m.
next spring
the 1914-18 war
"""


# The sentence, and the day that is meant in it.
IN_SENTENCES = """
The council will vote on {Monday}. = 2025-03-10
The council voted on {Monday}. = 2025-03-03
On {Monday}, the council will vote. = 2025-03-10
On {Monday}, the council voted. = 2025-03-03
The bridge will open in June, the ministry said on {Monday}. = 2025-03-03
Talks are due to resume on {Friday}. = 2025-03-07
She said {Monday} that the talks would resume. = 2025-03-03
The deadline is {Friday}. = 2025-03-07
The shop is shut until {Saturday}. = 2025-03-08
Mr Berg, who is expected to resign on {Friday}, said little. = 2025-03-07
The vote is set for {Thursday}. = 2025-03-06
Results will be published {Wednesday}. = 2025-03-05
She is to be buried on {Saturday}. = 2025-03-08
They met on {Friday}. They will meet again. = 2025-02-28
It will close over {the weekend}. = 2025-03-08 2025-03-09
It was closed over {the weekend}. = 2025-03-01 2025-03-02
"""


def _meaning(written: str) -> dt.date | Period:
    days = [dt.date.fromisoformat(day) for day in written.split()]
    return days[0] if len(days) == 1 else Period(*days)


@pytest.mark.parametrize("line", MEANINGS.strip().splitlines())
def test_date_is_understood(line: str) -> None:
    text, _, meaning = line.partition(" = ")
    assert resolve_date(text, PUBLISHED) == _meaning(meaning)


@pytest.mark.parametrize("line", IN_SENTENCES.strip().splitlines())
def test_tense_says_which_weekday_is_meant(line: str) -> None:
    marked, _, meaning = line.partition(" = ")
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    assert date_of(text, start, end, PUBLISHED) == _meaning(meaning)


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
