"""Three-way merging of records."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.codecs import Progress
from tui.annotations.merging import Record, merge

Records = dict[str, Record[Progress]]


def record(status: str, hour: int = 0) -> Record[Progress]:
    value = Progress("k", status, dt.datetime(2025, 1, 1, hour, tzinfo=dt.UTC))
    return Record((0, "k", 0), f"{status} {hour}".encode(), value)


OLD, MINE, YOURS = record("old"), record("mine", 1), record("yours", 2)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged", "conflict"),
    [
        (OLD, MINE, OLD, MINE, False),
        (OLD, None, OLD, None, False),
        (None, MINE, None, MINE, False),
        (OLD, MINE, YOURS, YOURS, True),
        (OLD, record("mine", 3), YOURS, record("mine", 3), True),
        (OLD, None, YOURS, YOURS, True),
        (OLD, MINE, None, MINE, True),
        (OLD, None, None, None, False),
        (OLD, MINE, MINE, MINE, False),
        (OLD, OLD, YOURS, YOURS, False),
        (OLD, OLD, None, None, False),
        (None, MINE, YOURS, YOURS, True),
    ],
)
def test_what_becomes_of_a_record(
    base: Record[Progress] | None,
    ours: Record[Progress] | None,
    theirs: Record[Progress] | None,
    merged: Record[Progress] | None,
    conflict: bool,
) -> None:
    result, still, conflicts = merge(
        {"k": base}, {"k": ours} if ours else {}, {"k": theirs} if theirs else {}
    )
    assert result.get("k") == merged
    assert bool(conflicts) is conflict
    assert ("k" in still) is (merged != theirs)


def test_what_was_not_changed_here_is_theirs() -> None:
    result, still, _ = merge({}, {"k": OLD, "gone": OLD}, {"k": YOURS, "new": MINE})
    assert result == {"k": YOURS, "new": MINE}
    assert still == {}


def test_the_same_words_written_differently_are_no_change() -> None:
    other = OLD._replace(line=b"spaced  out")
    assert merge({"k": OLD}, {"k": MINE}, {"k": other})[2] == []


SOME = st.dictionaries(
    st.sampled_from("abc"), st.builds(record, st.sampled_from("xyz"), st.integers(0, 3))
)


@given(SOME, SOME, SOME)
def test_both_sides_come_to_the_same(base: Records, ours: Records, theirs: Records) -> None:
    keys = {*base, *ours, *theirs}
    from_here = merge({key: base.get(key) for key in keys}, ours, theirs)[0]
    from_there = merge({key: base.get(key) for key in keys}, theirs, ours)[0]
    assert from_here == from_there


@given(SOME, SOME, SOME)
def test_nothing_new_is_lost(base: Records, ours: Records, theirs: Records) -> None:
    merged = merge({key: base.get(key) for key in {*base, *ours}}, ours, theirs)[0]
    for key in {*ours, *theirs} - set(base):
        assert key in merged
