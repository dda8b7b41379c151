"""Dates, times, sums, shares and nationalities in the forms that news gives them."""

from __future__ import annotations

import re

import pytest

from tests.unit.entity_documents import article
from tui.analysis.entities import find_entities
from tui.analysis.model import Label

VALUES = (Label.DATE, Label.TIME, Label.MONEY, Label.PERCENT, Label.NORP)

DATES = """
They met {Monday}.
They met on {Tuesday}.
They met on {Wednesday}, she said.
{Thursday}’s vote was close.
{Friday}'s vote was close.
It opens {Saturday}, officials said.
The shop is shut on {Sundays}.
They spoke {last Tuesday}.
They will speak {next Friday}.
Talks resume {this Sunday}.
They left late on {Thursday}.
The rain came {early Friday}.
They left in {early March}.
It was {mid-March} before they left.
It ended in {late October}.
They met on {March 3, 2025}.
They met on {March 3}.
They met on {3 March}.
They met on {3 March 2025}.
They met on {3rd March}.
They met on {the 3rd of March}.
They met on {Friday, March 3, 2025}.
They met on {Thursday 21 November}.
They met on {Thursday, November 21}.
They met on {Jan. 5}.
They met on {Sept 18}.
They met on {Dec. 24, 1999}.
They met on {1 January 2000}.
They met on {May 5}.
They met on {5 May 1998}.
The fair runs {March 3-5}.
The fair runs on {July 4 and 5}.
It is due in {March 2025}.
It is due in {May 2031}.
It is due in {Feb 2024}.
It is due in {October}.
Nothing has moved since {May}.
Nothing will move until {March}.
It will be ready by {June}.
It began in {September}, they said.
It began {last March}.
It opens {next January}.
It began on {2025-05-14}.
It began on {03/04/2025}.
The war began in {2011}.
The law has stood since {1974}.
It should open by {2030}.
It stood until {1967}.
It was rebuilt after {1945}.
The {2011} election was close.
The plan for {2028} is ready.
It stayed open from {1914-18}.
The {2019-2023} budget was large.
The bridge (built {1902}) still stands.
He was born in {the 1990s}.
He was born in {the early 1960s}.
Fashions of {the late 1980s} are back.
It dates from {the 19th century}.
It dates from {the early 20th century}.
Sales fell in {the third quarter}.
Sales fell in {the third quarter of 2024}.
Sales fell in {the first quarter of last year}.
They met {two weeks ago}.
They met {a week ago}.
They met {several months ago}.
They met {a few days ago}.
They met {10 years ago}.
They met {about two years ago}.
They met {nearly 30 years ago}.
They met {twenty-five years ago}.
He left {three months later}.
He had left {a year earlier}.
He left {two weeks} after the talks.
He left {three days} before the vote.
It ended {last week}.
It ended {last month}.
It ends {next month}.
It ends {next year}.
It begins {this week}.
It begins {this spring}.
It began {last autumn}.
It began {earlier this week}.
It opens {later this month}.
It closed {late last year}.
Prices rose during {the past week}.
Prices rose over {the last two weeks}.
Prices rose in {the past 10 years}.
Prices fell over {the next three months}.
He returned {the following day}.
It will be ready by {the end of the month}.
It will be ready by {the end of the year}.
It was ready at {the beginning of last week}.
It was the coldest in {the spring of 2021}.
It was ready in {summer 2020}.
They sing on {Christmas Eve}.
They sing on {Christmas Day}.
They sing at {Easter}.
They march on {Good Friday}.
They march on {Easter Sunday}.
They fast in {Ramadan}.
The shops shut for {Thanksgiving}.
The boats left {yesterday}.
The boats leave {tomorrow}.
{Today} the boats leave.
{Yesterday} the boats left.
"""

TIMES = """
The boats left {yesterday morning}.
The boats leave {tomorrow night}.
They met on {Thursday night}.
They met on {Monday afternoon}.
They met {late Monday night}.
It rained {last night}.
It rained {this morning}.
It rained {this afternoon}.
They meet {tonight}.
The train left at {6:30 a.m.}, she said.
The train left at {6:30 am}.
The train left at {6:30am}.
The train left at {9.30pm}.
The train left at {6 p.m.} on the dot.
The train left at {4 a.m.}, he said.
The train left at {11 pm}.
The train left at {seven p.m.} sharp.
The train left at {6 p.m. ET}.
The train left at {1430 GMT}.
The train left at {14:30 GMT}.
The train left at {0630 GMT}.
The train left at {7:25}.
They caught the {8:10} train.
They worked from {9:00} to {17:30}.
It struck at {noon}.
It struck at {midnight}.
The ship left {shortly after midnight}.
The ship left {just before noon}.
The ship left {around midnight}.
The ship left {shortly before dawn}.
The ship left at {dawn}.
They reached home by {dusk}.
They ate at {half past seven}.
They ate at {quarter to nine}.
They ate at {ten o'clock}.
They ate at {10 o’clock}.
The knock came at {two o’clock in the morning}.
He rang {two hours ago}.
He rang {20 minutes later}.
He had rung {an hour earlier}.
"""

MONEYS = """
It cost {$30}.
It cost {$4.5 billion}.
It cost {$4.5bn}.
It cost {US$30}.
It cost {A$5.50}.
It cost {HK$200}.
It cost {R$21}.
It cost {C$3 million}.
It cost {€12m}.
It cost {€60,000} a year.
It cost {€1.9 billion}, they said.
It cost {£4,000}.
It cost {£280} in all.
It cost {£2m}.
It cost {¥620 million}.
It cost {₹500 crore}.
It cost {Rs 500 crore}.
It cost {₦180,000}.
It cost {$3-4 billion}.
It cost {$3 to $4 billion}.
It cost {$300-$500}.
It cost {$10 to $12}.
It cost {180,000 naira}.
It cost {2.3 million naira}.
It cost {4.2 million pesos}.
It cost {30 dollars}.
It cost {five dollars}.
It cost {five million dollars}.
It cost {a million dollars}.
It cost {half a million euros}.
It cost {eleven million euros}.
It cost {five million pounds}.
It cost {60 million won}.
It cost {30 Swiss francs}.
It cost {200 Kenyan shillings}.
It cost {40 US dollars}.
It cost {50 cents}.
It cost {50p}.
It cost {20 pence}.
It cost {300 yen}.
It cost {10,000 rupees}.
It cost {20 roubles}.
It cost {250 million kroner}.
It cost {500 baht}.
It cost {hundreds of dollars}.
It cost {millions of dollars}.
It cost {hundreds of millions of dollars}.
It cost {tens of thousands of pounds}.
It cost {30 USD}.
It cost {EUR 30}.
"""

PERCENTS = """
It rose by {12%}.
It rose by {5.4%}.
It rose {5 percent}.
It rose {5.4 per cent}.
It rose {five percent}.
It rose {twenty-five percent}.
It rose {0.2 percent} in all.
It rose {15% to 20%}.
It rose by between {5 and 10 percent}.
It rose {5 to 10 per cent}.
It rose {3-4%}.
It rose {5 percentage points}.
It rose {half a percentage point}.
It rose {100%}.
It rose by {1,200%}.
It rose by {40 pct}.
"""

NORPS = """
The {Israeli} army left.
The {Russians} left.
{French} farmers left.
A {Muslim} cleric left.
Two {Democrats} left.
The {Republicans} left.
{Kurdish} fighters left.
The {South Korean} team left.
The {African American} vote was split.
The {Israeli}-{Palestinian} talks failed.
An {Anglo-Dutch} firm left.
The {Sri Lankan} navy left.
The {Roman Catholic} church is cold.
{Shi'ite} clerics left.
A {Sunni} party left.
The {Tories} left.
"""

# Nothing in these is a date, time, sum, share or nationality.
NEITHER = """
A third of them left.
The 30-year-old man left.
He is 30 years old.
Sunday Oliseh left.
said Sunday Oliseh, a coach
They read the Sunday Times.
They read the Sunday Telegraph.
April Jones left.
They may leave.
They march on.
She left in 17:02, faster than any.
Some 2,300 workers left.
Some 2000 people left.
Some 1,918 were bitten.
He weighs 200 pounds.
They won the match.
It is 2000 metres long.
He ran for ten years.
They waited for six weeks.
It rained day and night.
The second man left.
The first two left.
One of them left.
They walked to and from it.
The 19-day strike ended.
The eight-hour shift ended.
A dawn raid failed.
It happens once a week.
The Boeing 737 landed.
Route 66 is long.
He won by 3-1.
Ruby Tuesday opened.
It is sold on Black Friday.
A hundred ships left.
Thousands of ships left.
It is the percentage that counts.
He read USA Today.
They live in the Fall River house.
He is the Prime Minister.
The polish on the table shone.
"""


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


def _forms() -> list[tuple[Label, str]]:
    groups = (
        (Label.DATE, DATES),
        (Label.TIME, TIMES),
        (Label.MONEY, MONEYS),
        (Label.PERCENT, PERCENTS),
        (Label.NORP, NORPS),
    )
    return [(label, line) for label, text in groups for line in _lines(text)]


def _values(text: str) -> list[tuple[str, Label]]:
    return [
        (text[mention.start : mention.end], mention.label)
        for entity in find_entities(article(text))
        for mention in entity.mentions
        if mention.label in VALUES
    ]


@pytest.mark.parametrize(("label", "line"), _forms())
def test_value_is_found_with_its_edges(label: Label, line: str) -> None:
    text = line.replace("{", "").replace("}", "")
    expected = [(form, label) for form in re.findall(r"\{(.*?)\}", line)]
    assert sorted(_values(text)) == sorted(expected)


@pytest.mark.parametrize("text", _lines(NEITHER))
def test_what_only_looks_like_a_value_is_left_alone(text: str) -> None:
    assert _values(text) == []


def test_forms_are_many() -> None:
    assert len(_forms()) + len(_lines(NEITHER)) >= 200


def test_value_never_runs_from_one_block_into_the_next() -> None:
    text = "They met on March\n3 boats left."
    assert _values(text) == [("March", Label.DATE)]


def test_same_day_is_one_entity() -> None:
    (entity,) = find_entities(article("It was shut Monday. It opened on Monday, he said."))
    assert (entity.name, len(entity.mentions)) == ("Monday", 2)
