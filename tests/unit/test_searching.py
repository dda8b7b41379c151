from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.model import Analysis, Label, Mention, Quote, QuoteKind
from tui.annotations.model import Annotation, new_id, now
from tui.documents.document import Document, Span
from tui.documents.errors import UnreadableDocument
from tui.search.contexts import context_of
from tui.search.hits import Found
from tui.search.parsing import parse
from tui.search.searching import Result, search
from tui.search.sources import Article

FERRY = (
    "Ferry stopped\n\nThe ferry was late again. “We had no comment from the port,” said Ana Lima "
    "of the Coast Union. An Israeli official said the strike in Porto Alto was over."
)
STORM = "Storm over Lisboa\n\nNobody was hurt. A café owner, Ana Silva, said the ferries had run."
TAGS = {"t1": "frame/conflict/war", "t2": "frame", "t3": "tone"}


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def annotation(
    text: str, words: str, tags: Sequence[str], note: str = "", by: str = "anna"
) -> Annotation:
    span = span_of(text, words) if words else Span(0, 0)
    return Annotation(new_id(), *span, words, "", "", tuple(tags), note, by, now(), now())


def analysis_of(text: str) -> Analysis:
    if text != FERRY:
        mention = Mention(*span_of(text, "Ana Silva"), Label.PERSON, "Ana Silva")
        return Analysis((mention,))
    mentions = tuple(
        Mention(*span_of(text, words), label, words)
        for words, label in [
            ("Ana Lima", Label.PERSON),
            ("Coast Union", Label.ORG),
            ("Porto Alto", Label.LOC),
        ]
    )
    quotes = (
        Quote(
            *span_of(text, "“We had no comment from the port,”"),
            QuoteKind.DIRECT,
            span_of(text, "said Ana"),
            span_of(text, "Ana Lima"),
            "Ana Lima",
            0.9,
            "",
        ),
        Quote(
            *span_of(text, "the strike in Porto Alto was over"),
            QuoteKind.INDIRECT,
            None,
            span_of(text, "An Israeli official"),
            None,
            0.5,
            "",
        ),
    )
    return Analysis(mentions, (), quotes)


def document(text: str, source: str, day: dt.date | None) -> Document:
    title = text.split("\n")[0]
    return Document("urn:uuid:0", Path("x"), "x", title, text, (), source=source, published=day)


def articles() -> list[Article]:
    ferry = document(FERRY, "The Evening Ledger", dt.date(2025, 3, 14))
    storm = document(STORM, "Delta Wire", None)
    made = {
        FERRY: [
            annotation(FERRY, "late again", ["t1"], "check\nthis date"),
            annotation(FERRY, "the strike", ["t2", "t3"], by="Bo Lind"),
            annotation(FERRY, "", ["t3"], "orphaned one"),
        ],
        STORM: [annotation(STORM, "hurt", ["t3"])],
    }
    return [
        Article(
            lambda document=document: document,  # type: ignore[misc]
            lambda document: analysis_of(document.text),
            lambda document: made[document.text],
            TAGS,
            lambda status=status: status,  # type: ignore[misc]
        )
        for document, status in ((ferry, "in progress"), (storm, "unread"))
    ]


def results(written: str) -> list[Result]:
    return list(search(parse(written), articles()))


def found(written: str) -> set[int]:
    return {result.number for result in results(written)}


def words_of(written: str) -> list[str]:
    texts = [FERRY, STORM]
    return [texts[r.number][slice(*r.span)] if r.span else f"<{r.found}>" for r in results(written)]


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("", {0, 1}),
        ("ferry", {0}),
        ("ferr*", {0, 1}),
        ("was ana", {0, 1}),
        ("ferry storm", set()),
        ("ferry OR storm", {0, 1}),
        ("-storm", {0}),
        ("ana -(storm OR ghost)", {0}),
        ('"no comment"', {0}),
        ('"comment no"', set()),
        ("cafe", {1}),
        (r"/n[aeiou]{1}body/", {1}),
        ("/Lima|Silva/", {0, 1}),
        ("status:progress", {0}),
        ("status:unread", {1}),
        ("status:done", set()),
        ("-status:done", {0, 1}),
        ("date:2025-03", {0}),
        ("date:<2025-03-14", set()),
        ("date:>=2025-03-14", {0}),
        ("date:none", {1}),
        ("-date:none", {0}),
        ("title:storm", {1}),
        ("title:late", set()),
        ("source:ledger", {0}),
        ("source:*", {0, 1}),
        ("entity:ana", {0, 1}),
        ("person:lima", {0}),
        ("org:lima", set()),
        ("org:union", {0}),
        ('place:"porto alto"', {0}),
        ("place:*", {0}),
        ("speaker:lima", {0}),
        ('speaker:"an israeli official"', {0}),
        ("speaker:silva", set()),
        ("-speaker:lima", {1}),
        ("kind:direct", {0}),
        ("kind:mixed", set()),
        ("quote:strike", {0}),
        ("quote:ferry", set()),
        ("speaker:lima quote:strike", set()),
        ("(speaker:lima) (quote:strike)", {0}),
        ("quote:strike -speaker:lima", {0}),
        ("quote:comment -speaker:lima", set()),
        ("speaker:lima kind:direct comment", {0}),
        ("tag:frame", {0}),
        ("tag:frame/conflict", {0}),
        ("tag:conflict", {0}),
        ("tag:Frame/Conflict/War", {0}),
        ("tag:fra", set()),
        ("tag:fra*", {0}),
        ("tag:frame/con", set()),
        ("tag:/^tone$/", {0, 1}),
        ("tag:*", {0, 1}),
        ("-tag:frame", {1}),
        ("tag:tone tag:frame", {0}),
        ("tag:frame/conflict tag:tone", set()),
        ("(tag:frame/conflict) (tag:tone)", {0}),
        ("tag:tone -tag:frame", {0, 1}),
        ('note:"this date"', {0}),
        ("note:*", {0}),
        ("by:anna", {0, 1}),
        ("by:lind tag:tone", {0}),
        ("by:lind note:*", set()),
    ],
)
def test_which_articles_are_found(written: str, numbers: set[int]) -> None:
    assert found(written) == numbers


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("ferry", ["Ferry", "ferry"]),
        ("ferry strike", ["Ferry", "ferry", "strike"]),
        ("ferry OR late", ["Ferry", "ferry", "late"]),
        ("strike strike", ["strike"]),
        ("person:lima", ["Ana Lima"]),
        ("speaker:lima", ["“We had no comment from the port,”"]),
        ('speaker:lima quote:"no comment"', ["no comment"]),
        ("tag:frame", ["late again", "the strike"]),
        ("tag:tone", ["<annotation>", "the strike", "hurt"]),
        ("status:unread", ["<article>"]),
        ("title:storm", ["<title>"]),
        ("ferry -storm", ["Ferry", "ferry"]),
    ],
)
def test_where_it_is_found(written: str, words: list[str]) -> None:
    assert words_of(written) == words


@pytest.mark.parametrize(
    ("written", "kind", "detail"),
    [
        ("ferry", Found.WORDS, ""),
        ("person:lima", Found.ENTITY, "Ana Lima"),
        ("speaker:lima", Found.QUOTE, "Ana Lima"),
        ("tag:conflict", Found.ANNOTATION, "frame/conflict/war: check this date"),
        ("by:lind", Found.ANNOTATION, "frame, tone"),
        ("status:unread", Found.ARTICLE, ""),
    ],
)
def test_what_is_found(written: str, kind: Found, detail: str) -> None:
    assert (results(written)[0].found, results(written)[0].detail) == (kind, detail)


def test_a_word_that_is_only_in_the_title_is_found_there() -> None:
    untitled = Document("urn:uuid:0", Path("x"), "x", "The Ferry\x1b", "No such word.", ())
    (result,) = search(parse("ferry"), [Article(lambda: untitled)])
    assert (result.span, result.found, result.context.text) == (None, Found.TITLE, "The Ferry␛")


def test_the_context_of_a_hit_is_one_clean_line_that_holds_it() -> None:
    (result,) = results('"no comment"')
    text, start, end = result.context
    assert text[start:end] == "no comment"
    assert text == (
        "Ferry stopped The ferry was late again. “We had no comment from the port,” said Ana Lima "
        "of the Coast Union. An…"
    )


class Counted:
    """A source that says what was asked of it."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> object:
        self.asked.append(name)
        return getattr(self._article, name)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("speaker:lima ferry status:done", ["status"]),
        ("speaker:lima ferry source:wire", ["source"]),
        ("speaker:lima storm", ["text", "title"]),
        ("storm tag:none", ["annotations", "tags"]),
    ],
)
def test_what_is_cheap_to_test_is_tested_first(written: str, asked: list[str]) -> None:
    source = Counted(articles()[0])
    assert not list(search(parse(written), [source]))  # type: ignore[list-item]
    assert sorted(set(source.asked)) == sorted(asked)


def test_results_come_while_articles_are_still_read() -> None:
    read = []

    def sources() -> Iterator[Article]:
        for number in range(3):
            read.append(number)
            yield articles()[0]

    found = search(parse("late"), sources())
    assert next(found).number == 0
    assert read == [0]
    assert [result.number for result in found] == [1, 2]


def test_a_search_can_be_stopped() -> None:
    answers = iter([False, True])
    found = list(search(parse("late"), articles()[:1] * 3, stopped=lambda: next(answers)))
    assert [result.number for result in found] == [0]


def test_results_of_one_article_can_be_limited() -> None:
    assert len(list(search(parse("the"), articles(), most=2))) == 3


def test_an_article_that_cannot_be_read_is_passed_over() -> None:
    def unreadable() -> Document:
        raise UnreadableDocument("It is no text.")

    found = list(search(parse("storm"), [Article(unreadable), articles()[1]]))
    assert {result.number for result in found} == {1}


@given(st.text("ab \n\té\x1b日", max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_a_context_is_one_line_of_bounded_length(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    line, low, high = context_of(text, Span(start, end))
    assert 0 <= low <= high <= len(line) <= 300
    assert line == " ".join(line.split()) or line.strip() != line
    assert "\n" not in line
    assert "\x1b" not in line
    if end - start <= 160:
        assert line[low:high].split() == text[start:end].replace("\x1b", "␛").split()
