from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.document import Span
from tui.documents.text import words
from tui.reading.jump import LETTERS, MORE_LETTERS, Jump, Target, jump, jump_ends, labels

TEXT = "The ferry left late. Nobody on board complained about the wait."
WORDS = list(words(TEXT))
ALL = Span(0, len(TEXT))


@given(st.integers(0, 4000), st.sampled_from([LETTERS, MORE_LETTERS, "ab", "xyz"]))
def test_no_label_begins_with_another(count: int, letters: str) -> None:
    found = labels(count, letters)
    assert len(set(found)) == len(found) == count
    assert not any(after.startswith(label) for label, after in pairwise(sorted(found)))
    assert {len(label) for label in found} <= {len(found[-1]), len(found[-1]) - 1} if found else 1


@pytest.mark.parametrize(
    ("count", "letters", "ones", "longest"),
    [
        (1, LETTERS, 1, 1),
        (26, LETTERS, 26, 1),
        (27, LETTERS, 25, 2),
        (450, LETTERS, 9, 2),
        (676, LETTERS, 0, 2),
        (677, LETTERS, 0, 3),
        (2704, MORE_LETTERS, 0, 2),
        (2500, MORE_LETTERS, 4, 2),
    ],
)
def test_as_many_labels_as_can_be_are_short(
    count: int, letters: str, ones: int, longest: int
) -> None:
    found = labels(count, letters)
    assert sum(len(label) == 1 for label in found) == ones
    assert max(map(len, found)) == longest


def test_the_word_under_the_cursor_has_the_easiest_label_and_its_neighbours_the_next() -> None:
    cursor = TEXT.index("Nobody") + 2
    by_label = {
        target.label: TEXT[slice(*target.span)] for target in jump(WORDS, cursor, ALL).targets
    }
    assert by_label[LETTERS[0]] == "Nobody"
    assert {by_label[LETTERS[1]], by_label[LETTERS[2]]} == {"on", "late"}


def test_targets_stay_in_reading_order() -> None:
    targets = jump(WORDS, 30, ALL).targets
    assert [target.span for target in targets] == WORDS
    assert [target.place for target in targets] == [word.start for word in WORDS]


def test_what_begins_above_the_screen_is_labelled_where_it_comes_into_sight() -> None:
    targets = jump([Span(0, 20), Span(21, 40), Span(50, 60)], 30, Span(10, 45)).targets
    assert [(target.span, target.place) for target in targets] == [
        (Span(0, 20), 10),
        (Span(21, 40), 21),
    ]


def test_typing_narrows_the_labels_until_one_is_chosen() -> None:
    spans = [Span(number * 2, number * 2 + 1) for number in range(100)]
    begun = jump(spans, 0, Span(0, 200))
    wanted = begun.targets[99]
    assert len(wanted.label) == 2
    first = begun.typing(wanted.label[0])
    assert first.chosen is None
    assert 1 < len(first.targets) <= 26
    assert first.rest(wanted) == wanted.label[1]
    assert first.typing(wanted.label[1]).chosen == wanted


def test_a_letter_that_no_label_has_leaves_nothing() -> None:
    assert jump(WORDS, 0, ALL).typing("!") == Jump((), "!")
    assert Jump(()).chosen is None


def test_a_single_label_is_not_chosen_before_it_is_typed() -> None:
    assert Jump((Target(Span(0, 1), "f", 0),)).chosen is None


def test_a_passage_ends_at_its_first_word_or_at_any_after_it() -> None:
    start = TEXT.index("Nobody")
    targets = jump_ends(WORDS, start, ALL).targets
    assert [TEXT[slice(*target.span)] for target in targets][:3] == ["Nobody", "on", "board"]
    assert [target.label for target in targets] == list(LETTERS[: len(targets)])
    assert TEXT[start : targets[3].span.end] == "Nobody on board complained"


def test_a_passage_may_start_inside_a_word() -> None:
    start = TEXT.index("body")
    assert jump_ends(WORDS, start, ALL).targets[0].place == start


@pytest.mark.parametrize("count", [40, 300, 664, 2500])
def test_the_next_forty_words_are_one_letter_away(count: int) -> None:
    spans = [Span(number * 4, number * 4 + 3) for number in range(count)]
    found = [target.label for target in jump_ends(spans, 0, Span(0, count * 4)).targets]
    assert all(len(label) == 1 for label in found[:40])
    assert all(len(label) <= 2 for label in found)
    assert len(found) == min(count, 664)


@given(st.lists(st.integers(1, 9), max_size=300), st.integers(0, 3000))
def test_every_label_that_is_shown_leads_to_its_target(lengths: list[int], cursor: int) -> None:
    spans, place = [], 0
    for length in lengths:
        spans.append(Span(place, place + length))
        place += length + 1
    begun = jump(spans, cursor, Span(0, place))
    for target in begun.targets:
        now = begun
        for letter in target.label:
            assert now.chosen is None
            now = now.typing(letter)
        assert now.chosen == target
