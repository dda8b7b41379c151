from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.document import Span
from tui.reading.expressions import Expression, PatternError
from tui.reading.find import find, next_hit, previous_hit
from tui.reading.phrases import Phrase


def hits(
    text: str,
    query: str,
    expression: bool = False,
    case: bool | None = None,
    whole: bool = False,
    accents: bool = False,
) -> list[str]:
    spans = find(text, query, expression=expression, case=case, whole=whole, accents=accents)
    return [text[slice(*span)] for span in spans]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("The ferry. the Ferry.", "ferry", ["ferry", "Ferry"]),
        ("The ferry. the Ferry.", "Ferry", ["Ferry"]),
        ("ferrying", "ferry", ["ferry"]),
        ("prime\nrate, Prime  Rate", "prime rate", ["prime\nrate", "Prime  Rate"]),
        ("don’t, don't", "don't", ["don’t", "don't"]),
        ("a “word” and \"word\"", '"word"', ["“word”", '"word"']),
        ("ice\u2011cold", "ice-cold", ["ice\u2011cold"]),
        ("a.b axb", "a.b", ["a.b"]),
        ("[x](y)", "[x](", ["[x]("]),
        ("anything", "  ", []),
        ("aaaa", "aa", ["aa", "aa"]),
    ],
)  # fmt: skip
def test_words_are_found(text: str, query: str, expected: list[str]) -> None:
    assert hits(text, query) == expected


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Erdoğan and Erdogan", "erdogan", ["Erdoğan", "Erdogan"]),
        ("cafe\u0301 and café", "cafe", ["cafe\u0301", "café"]),
        ("café and cafe", "café", ["café"]),
        ("cafe\u0301", "café", ["cafe\u0301"]),
        ("Łódź", "lodz", ["Łódź"]),
        ("Þór Øre Ħal", "ore", ["Øre"]),
    ],
)
def test_a_letter_without_accent_stands_for_all(text: str, query: str, expected: list[str]) -> None:
    assert hits(text, query) == expected


def test_accents_can_be_made_to_count() -> None:
    assert hits("Erdoğan and Erdogan", "erdogan", accents=True) == ["Erdogan"]
    assert hits("cafe\u0301 cafe", "cafe", accents=True) == ["cafe"]


def test_case_can_be_set() -> None:
    assert hits("Ferry ferry", "ferry", case=True) == ["ferry"]
    assert hits("Ferry ferry", "Ferry", case=False) == ["Ferry", "ferry"]


def test_whole_words() -> None:
    assert hits("ferrying a ferry, ferry's", "ferry", whole=True) == ["ferry", "ferry"]
    phrase = Phrase("ferr", whole=True, open_end=True)
    assert [span.start for span in phrase.matches("ferry offerr ferring")] == [0, 13]


@pytest.mark.parametrize(
    ("text", "words", "starts"),
    [
        ("e\u0301te\u0301 xe\u0301te\u0301 été ÉTÉ", "ete", [0, 13, 17]),
        ("été xété ÉTÉ e\u0301t\u00e9", "été", [0, 9, 13]),
        ("λόγος ΛΌΓΟΣ αλόγος", "λόγος", [0, 6]),
        ("‘tis the ‘tis", "‘tis", [0, 9]),
        ("a b ab a  b", "a b", [0, 7]),
        ("straße STRASSE", "straße", [0]),
    ],
)
def test_whole_words_of_any_letters(text: str, words: str, starts: list[int]) -> None:
    phrase = Phrase(words, case=False, whole=True)
    assert [span.start for span in phrase.matches(text)] == starts


@given(st.text("aAéE e\u0301-_x", max_size=40), st.text("aéex", min_size=1, max_size=3))
def test_a_whole_word_has_no_letter_beside_it(text: str, word: str) -> None:
    for start, end in Phrase(word, whole=True).matches(text):
        assert not text[max(start - 1, 0) : start].isalpha()
        assert not text[end : end + 1].isalpha()
        assert text[end : end + 1] != "\u0301"


def test_there_must_be_a_word() -> None:
    with pytest.raises(ValueError, match="word"):
        Phrase(" ")


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("ships ship shipped", r"ship\w+", ["ships", "shipped"]),
        ("été naïve", r"\w+", ["été", "naïve"]),
        ("été naïve", r"[\w]+", ["été", "naïve"]),
        ("été, a", r"\W+", [", "]),
        ("a 1 ٣", r"\d", ["1", "٣"]),
        ("a\u00a0b", r"a\sb", ["a\u00a0b"]),
        ("Ship ship", "ship", ["Ship", "ship"]),
        ("Ship ship", "Ship", ["Ship"]),
        ("Ship ship", r"\Ship", ["Ship", "ship"]),
        ("one\ntwo", "^two$", ["two"]),
        ("abc", "x*", []),
        ("日本 ab", r"\p{Han}+", ["日本"]),
        ("a1!", "[[:digit:]]", ["1"]),
        ("a]b", "[]]", ["]"]),
        ("Ab", "(?P<first>a)b", ["Ab"]),
    ],
)
def test_regular_expressions(text: str, query: str, expected: list[str]) -> None:
    assert hits(text, query, expression=True) == expected


@pytest.mark.parametrize("query", ["(", "[", "*", r"(a)\1", "(?=a)", "a{2000}", "\ud800"])
def test_what_cannot_be_run_is_refused_with_a_reason(query: str) -> None:
    with pytest.raises(PatternError, match=r"This is no regular expression: .+\."):
        find("text", query, expression=True)


def test_without_the_package_there_is_a_plain_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: Sequence[str] = (),
        level: int = 0,
    ) -> object:
        if name == "re2":
            raise ImportError(name)
        return real(name, globals, locals, fromlist, level)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PatternError, match="google-re2"):
        Expression("a")


def test_expressions_that_ruin_others_are_run() -> None:
    text = "a" * 100_000
    assert find(text + "b", "(a+)+c", expression=True) == []
    assert find(text, "(a|aa)+b", expression=True) == []


@pytest.mark.parametrize("gap", ["\n\n", "\n", " "])
def test_a_long_text_is_read_in_parts_without_losing_a_match(gap: str) -> None:
    text = gap.join(f"word {number} é" for number in range(9_000))
    assert len(find(text, r"word \d+ é", expression=True)) == 9_000
    if gap != " ":
        spans = find(text, r"^word \d+ é$", expression=True)
        assert len(spans) == 9_000
        assert text[slice(*spans[-1])] == "word 8999 é"


@given(st.text("ab \n", min_size=1, max_size=30), st.integers(1, 12))
def test_where_a_long_text_is_cut_changes_nothing(text: str, repeats: int) -> None:
    # Matches of up to a few dozen letters are the same however far into the text they stand.
    padding = "x" * 4_090 + " "
    alone = find(text * repeats, "a+b ?", expression=True)
    moved = find(padding + text * repeats, "a+b ?", expression=True)
    assert [(s - 4_091, e - 4_091) for s, e in moved] == alone


def test_a_search_can_be_stopped() -> None:
    assert len(find("e" * 10_000, "e", stopped=lambda: True)) == 64


SPANS = [Span(2, 4), Span(10, 12), Span(20, 21)]


@pytest.mark.parametrize(
    ("place", "number", "wrapped"), [(0, 0, False), (2, 1, False), (12, 2, False), (20, 0, True)]
)
def test_the_next_place_starts_after_this_one(place: int, number: int, wrapped: bool) -> None:
    assert next_hit(SPANS, place) == (number, SPANS[number], wrapped)


@pytest.mark.parametrize(
    ("place", "number", "wrapped"), [(30, 2, False), (20, 1, False), (3, 0, False), (2, 2, True)]
)
def test_the_previous_place_starts_before_this_one(place: int, number: int, wrapped: bool) -> None:
    assert previous_hit(SPANS, place) == (number, SPANS[number], wrapped)


def test_among_no_places_there_is_none() -> None:
    assert next_hit([], 0) is None
    assert previous_hit([], 0) is None


@given(st.text("aAbé e\u0301\n'’", max_size=40), st.text("aAbé e'", min_size=1, max_size=4))
def test_what_is_found_is_in_order_and_not_empty(text: str, query: str) -> None:
    end = 0
    for span in find(text, query):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@given(st.text("abc .", max_size=60), st.text("abc", min_size=1, max_size=3))
def test_plain_words_are_found_wherever_they_are(text: str, query: str) -> None:
    starts, place = [], text.find(query)
    while place >= 0:
        starts.append(place)
        place = text.find(query, place + len(query))
    assert [span.start for span in find(text, query)] == starts
