from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.model import Label
from tui.search.completing import completing
from tui.search.dates import parse_dates
from tui.search.explaining import explain
from tui.search.fields import FIELDS, SIGNS
from tui.search.parsing import parse
from tui.search.query import (
    About,
    Anything,
    Condition,
    Dates,
    Either,
    Every,
    InAnnotation,
    InQuote,
    Names,
    Part,
    Pattern,
    Progress,
    Query,
    QueryError,
    Status,
    Text,
    Without,
    Words,
)

FERRY, STRIKE = Text(Words("ferry")), Text(Words("strike"))
LIMA = Condition(Part.SPEAKER, Words("lima"))
SAYS = Condition(Part.QUOTE, Words("no comment"))


@pytest.mark.parametrize(
    ("written", "query"),
    [
        ("", Every(())),
        ("  ", Every(())),
        ("*", Every(())),
        ("ferry", FERRY),
        ("ferry strike", Every((FERRY, STRIKE))),
        ("ferry AND strike", Every((FERRY, STRIKE))),
        ("ferry OR strike", Either((FERRY, STRIKE))),
        ("ORDER", Text(Words("ORDER"))),
        ("or", Text(Words("or"))),
        ("-ferry", Without(FERRY)),
        ("NOT ferry", Without(FERRY)),
        ("--ferry", FERRY),
        ("ferry -strike", Every((FERRY, Without(STRIKE)))),
        ("ice-cold", Text(Words("ice-cold"))),
        ("(ferry OR strike) -x", Every((Either((FERRY, STRIKE)), Without(Text(Words("x")))))),
        ("a ferry OR strike", Either((Every((Text(Words("a")), FERRY)), STRIKE))),
        ("ferr*", Text(Words("ferr", open_end=True))),
        ('"the  ferry"', Text(Words("the ferry"))),
        ("“the ferry”", Text(Words("the ferry"))),
        (r"/fer+y\/s/", Text(Pattern("fer+y/s"))),
        ("and/or", Text(Words("and/or"))),
        ("10:30", Text(Words("10:30"))),
        ("https://example.org/x", Text(Words("https://example.org/x"))),
        ('"speeker:"', Text(Words("speeker:"))),
        ("title:strike", About(Part.TITLE, Words("strike"))),
        ("SOURCE:ledger", About(Part.SOURCE, Words("ledger"))),
        ("status:done", Status(Progress.DONE)),
        ('status:"in progress"', Status(Progress.PROGRESS)),
        ("date:2025-03", Dates(dt.date(2025, 3, 1), dt.date(2025, 3, 31))),
        ("person:lima", Names(Words("lima"), Label.PERSON)),
        ("org:/^UN/", Names(Pattern("^UN"), Label.ORG)),
        ("place:*", Names(Anything(), Label.LOC)),
        ("entity:un", Names(Words("un"), None)),
        ("speaker:lima", InQuote((LIMA,))),
        ("tag:frame/conflict", InAnnotation((Condition(Part.TAG, Words("frame/conflict")),))),
        ("note:*", InAnnotation((Condition(Part.NOTE, Anything()),))),
    ],
)
def test_what_a_query_means(written: str, query: Query) -> None:
    assert parse(written) == query


def test_conditions_side_by_side_are_on_one_quote() -> None:
    assert parse('speaker:lima ferry quote:"no comment"') == Every((FERRY, InQuote((LIMA, SAYS))))
    indirect = Condition(Part.KIND, Words("indirect"), negated=True)
    assert parse("speaker:lima -kind:Indirect") == InQuote((LIMA, indirect))


def test_conditions_in_parentheses_stand_for_themselves() -> None:
    apart = Every((Every((InQuote((LIMA,)),)), Every((InQuote((SAYS,)),))))
    assert parse('(speaker:lima) (quote:"no comment")') == apart


def test_only_excluded_conditions_exclude_articles() -> None:
    assert parse("-speaker:lima") == Without(InQuote((LIMA,)))
    assert parse("ferry -speaker:lima") == Every((FERRY, Without(InQuote((LIMA,)))))


def test_conditions_on_quotes_and_on_annotations_are_apart() -> None:
    tag = Condition(Part.TAG, Words("frame"))
    by = Condition(Part.ANNOTATOR, Words("anna"), negated=True)
    assert parse("tag:frame speaker:lima -by:anna") == Every(
        (InQuote((LIMA,)), InAnnotation((tag, by)))
    )


@pytest.mark.parametrize(
    ("written", "position", "words"),
    [
        ("(ferry", 0, "not closed"),
        ("ferry)", 5, "no opening parenthesis"),
        (")", 0, "no opening parenthesis"),
        ("a ()", 3, "nothing in these parentheses"),
        ("OR ferry", 0, "both sides"),
        ("ferry OR", 8, "both sides"),
        ("AND ferry", 0, "before it"),
        ("ferry AND", 9, "after it"),
        ("ferry -", 6, "leave out"),
        ("(ferry NOT)", 7, "leave out"),
        ('a "ferry', 2, "not closed"),
        ('""', 0, "nothing between these quotation marks"),
        ("//", 0, "nothing between these slashes"),
        ("x /ferry", 2, "slash"),
        ("x /(/", 2, "no regular expression"),
        ("speeker:x", 0, "did you mean ‘speaker:’"),
        ("zzz:x", 0, "no field ‘zzz:’"),
        ("a tag:", 2, "‘tag:’ needs something after it"),
        ("tag: x", 0, "needs something"),
        ("status:red", 7, "unread, progress, done"),
        ("kind:loud", 5, "direct, indirect, mixed"),
        ("date:soon", 5, "2025-03"),
        ("date:2025-13", 5, "no date 2025-13"),
        ("date:*", 5, "written"),
        ("(" * 60 + "a" + ")" * 60, 40, "too many"),
        ("-" * 60 + "a", 40, "too many"),
    ],
)
def test_what_cannot_be_understood(written: str, position: int, words: str) -> None:
    with pytest.raises(QueryError, match=r"[.?]$") as caught:
        parse(written)
    assert words in str(caught.value)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2025-3-4", (2025, 3, 4), (2025, 3, 4)),
        ("2025-03..2025-04", (2025, 3, 1), (2025, 4, 30)),
        ("2025..", (2025, 1, 1), None),
        ("..2025-03", None, (2025, 3, 31)),
        (">=2025-03", (2025, 3, 1), None),
        (">2025-03", (2025, 4, 1), None),
        ("<=2025", None, (2025, 12, 31)),
        ("<2025", None, (2024, 12, 31)),
        ("none", None, None),
    ],
)
def test_dates(
    written: str, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None
) -> None:
    ends = [dt.date(*day) if day else None for day in (first, last)]
    assert parse_dates(written) == Dates(*ends)


@pytest.mark.parametrize("written", ["", "..", "25", "2025..2024", "0000", "2025-02-30", ">9999"])
def test_what_is_no_date(written: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        parse_dates(written)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("", "All articles."),
        ("ferry", "Articles with the word ‘ferry’."),
        ("ferr*", "Articles with words that begin with ‘ferr’."),
        (
            'ferry -"port strike"',
            "Articles with the word ‘ferry’, and not with the phrase ‘port strike’.",
        ),
        ("a OR b", "Articles either with the word ‘a’, or with the word ‘b’."),
        (
            "(a OR b) /c+/",
            "Articles (either with the word ‘a’, or with the word ‘b’), and with a match of /c+/.",
        ),
        ("status:unread", "Articles that are not read yet."),
        ("-status:done", "Articles not that are done."),
        ("date:2025", "Articles published in 2025."),
        ("date:2024..2025", "Articles published in 2024 to 2025."),
        ("date:2025-03..2025-04", "Articles published in March 2025 to April 2025."),
        ("date:2025-03-14", "Articles published on 14 March 2025."),
        ("date:>=2025-03-14", "Articles published from 14 March 2025 on."),
        ("date:<2025", "Articles published up to 31 December 2024."),
        ("date:2025-03-14..2025-04", "Articles published from 14 March 2025 to 30 April 2025."),
        ("date:none", "Articles without a date."),
        ("title:ferry", "Articles with the word ‘ferry’ in the title."),
        ("source:ledger", "Articles with the word ‘ledger’ in the publisher’s name."),
        ("person:lima", "Articles that name the person ‘lima’."),
        ("org:*", "Articles that name an organisation."),
        ("entity:un", "Articles that name ‘un’."),
        (
            'kind:indirect speaker:lima quote:"no comment"',
            "Articles with an indirect quote by ‘lima’ and with the phrase ‘no comment’ in it.",
        ),
        (
            "tag:frame -by:bo note:*",
            "Articles with an annotation tagged ‘frame’ or below and not by ‘bo’ and with a note.",
        ),
        ("kind:direct", "Articles with a direct quote."),
    ],
)
def test_a_query_is_explained(written: str, sentence: str) -> None:
    assert explain(parse(written)) == sentence


def test_every_field_and_sign_has_an_example_that_is_understood() -> None:
    for field in FIELDS.values():
        assert f"{field.name}:" in field.example
        assert explain(parse(field.example)).endswith(".")
        for value in field.values:
            assert parse(f"{field.name}:{value}")
    for written, _ in SIGNS:
        assert parse(written) != Every(())


@given(st.text('ab -()"“/*:.<>OR tag:speaker:date:2025', max_size=40))
def test_every_query_is_understood_or_refused_with_a_sentence(written: str) -> None:
    query, error = None, None
    try:
        query = parse(written)
    except QueryError as refusal:
        error = refusal
    if error is not None:
        assert 0 <= error.position <= len(written)
        assert str(error)[-1] in ".?"
    else:
        assert query is not None
        assert explain(query).endswith(".")


@pytest.mark.parametrize(
    ("written", "start", "typed", "field", "choices"),
    [
        ("", 0, "", "", ()),
        ("ferry s", 6, "s", "", ("speaker:", "status:", "source:")),
        ("-ki", 1, "ki", "", ("kind:",)),
        ("(tag:fr", 5, "fr", "tag", ()),
        ("kind:in", 5, "in", "kind", ("indirect",)),
        ("a status:", 9, "", "status", ("unread", "progress", "done")),
        ('speaker:"An Isr', 8, "An Isr", "speaker", ()),
        ('speaker:"An Israeli official" ki', 30, "ki", "", ("kind:",)),
        ("x:y:z", 5, "", "", ()),
    ],
)
def test_completing(
    written: str, start: int, typed: str, field: str, choices: tuple[str, ...]
) -> None:
    assert completing(written, len(written)) == (start, typed, field, choices)


@given(st.text('ab -()"“:*/ tag', max_size=300), st.integers(0, 300))
def test_completing_never_leaves_the_query(written: str, cursor: int) -> None:
    cursor = min(cursor, len(written))
    assert 0 <= completing(written, cursor).start <= cursor
