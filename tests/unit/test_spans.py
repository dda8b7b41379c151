from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.documents.document import Span
from tui.reading.spans import SpanIndex

SPANS = st.lists(
    st.tuples(st.integers(0, 5000), st.integers(1, 3000)).map(lambda p: Span(p[0], p[0] + p[1])),
    max_size=30,
)


@given(SPANS, st.integers(0, 8000), st.integers(1, 200))
def test_overlapping_finds_what_a_plain_search_finds(
    spans: list[Span], start: int, length: int
) -> None:
    end = start + length
    found = SpanIndex(spans).overlapping(start, end)
    assert sorted(found) == sorted(s for s in spans if s.start < end and s.end > start)


def test_the_shortest_span_under_a_place_comes_last() -> None:
    index = SpanIndex([Span(0, 10), Span(3, 5), Span(2, 8)])
    assert index.at(4) == [Span(0, 10), Span(2, 8), Span(3, 5)]
    assert index.at(9) == [Span(0, 10)]
    assert index.at(10) == []


def test_before_and_after_look_at_starts() -> None:
    index = SpanIndex([Span(5, 9), Span(1, 20)])
    assert index.after(0) == Span(1, 20)
    assert index.after(1) == Span(5, 9)
    assert index.after(5) is None
    assert index.before(5) == Span(1, 20)
    assert index.before(1) is None
