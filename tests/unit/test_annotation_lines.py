"""JSON files with one record a line, whole and damaged."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.blocks import Blocks
from tui.annotations.lines import join, parse, render, to_line

SCALARS = st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False)
VALUES = st.recursive(
    SCALARS.filter(lambda value: value not in (float("inf"), float("-inf"))),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.lists(
    st.dictionaries(st.text(), VALUES, max_size=4).map(lambda value: {"id": "x", **value}),
    max_size=5,
)


def file(records: list[Any], **header: object) -> bytes:
    return b"".join(render({"v": 1, **header}, "items", [to_line(record) for record in records]))


@given(RECORDS)
def test_what_is_written_is_json_and_read_back(records: list[Any]) -> None:
    data = file(records)
    assert json.loads(data) == {"v": 1, "items": records}
    found = parse(data, "items")
    assert [item.value for item in found.items] == records
    assert found.header == {"v": 1}
    assert not found.damage
    assert b"".join(render(found.header, "items", [i.line for i in found.items])) == data


def test_each_record_has_a_line_of_its_own() -> None:
    lines = file([{"id": str(n), "note": "a\nb\u2028c"} for n in range(600)]).split(b"\n")
    assert sum(line.lstrip(b",").startswith(b'{"id":') for line in lines) == 600
    assert lines[-1] == b""


def test_another_programs_layout_is_read() -> None:
    records = [{"id": "1", "a": [1, {"b": 2}]}, {"id": "2"}]
    for text in (
        json.dumps({"v": 1, "items": records}),
        json.dumps({"v": 1, "items": records}, indent=2),
        json.dumps({"items": records, "v": 1}, indent="\t"),
        "\ufeff" + json.dumps({"v": 1, "items": records}),
        file(records).decode().replace("\n", "\r\n"),
    ):
        found = parse(text.encode(), "items")
        assert not found.damage
        assert [item.value for item in found.items] == records
        assert found.header == {"v": 1}


RECORD = [{"id": str(n), "note": f"note {n}"} for n in range(5)]


def ids(data: bytes) -> list[str]:
    found = parse(data, "items")
    assert found.damage
    return [item.value["id"] for item in found.items if isinstance(item.value, dict)]


def test_a_truncated_file_loses_the_cut_line_only() -> None:
    data = file(RECORD)
    assert ids(data[: data.index(b"note 3") + 3]) == ["0", "1", "2"]


def test_every_cut_keeps_all_the_lines_before_it() -> None:
    data = file(RECORD)
    for cut in range(data.rindex(b"]") + 1):
        whole = sum(f'"note {n}"}}'.encode() in data[:cut] for n in range(5))
        assert len(ids(data[:cut])) == whole


def test_a_broken_line_is_skipped() -> None:
    data = file(RECORD).replace(b'"note":"note 2"', b'"note":"note 2')
    assert ids(data) == ["0", "1", "3", "4"]
    assert parse(data, "items").bad == [6]


def test_bytes_that_are_not_utf_8_spoil_their_line_only() -> None:
    assert ids(file(RECORD).replace(b"note 2", b"note \xff")) == ["0", "1", "2", "3", "4"]


def test_both_sides_of_a_merge_conflict_are_read() -> None:
    lines = file(RECORD).split(b"\n")
    at = next(n for n, line in enumerate(lines) if b"note 2" in line)
    ours, base, theirs = (lines[at].replace(b"note 2", new) for new in (b"ours", b"old", b"their"))
    lines[at : at + 1] = [b"<<<<<<< HEAD", ours, b"||||||| 1a2b", base, b"=======", theirs]
    lines.insert(at + 6, b">>>>>>> other")
    data = b"\n".join(lines)
    assert ids(data) == ["0", "1", "2", "2", "3", "4"]
    assert b"old" not in b"".join(item.line for item in parse(data, "items").items)
    assert parse(data, "items").header == {"v": 1}


def test_a_cut_file_in_one_line_is_read_record_by_record() -> None:
    data = json.dumps({"v": 1, "items": RECORD}).encode()
    assert ids(data[: data.index(b"note 3")]) == ["0", "1", "2"]
    indented = json.dumps({"v": 1, "items": RECORD}, indent=1).encode()
    assert ids(indented[: indented.index(b"note 3")]) == ["0", "1", "2"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b'{"items": 3}',
        b'{"v": 1}',
        b'{"items": [NaN]}',
        b"\x00" * 1000,
        b"\xff\xfe{",
        b'{"items": [' + b"[" * 100_000,
        b'{"a":' * 100_000,
    ],
)
def test_what_is_no_such_file_is_damaged(data: bytes) -> None:
    found = parse(data, "items")
    assert found.damage
    assert found.items == []


@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_an_error(data: bytes) -> None:
    parse(data, "items")


@pytest.mark.parametrize(
    "data",
    [
        b'{"items": [' + b'{"id": ' * 150_000,
        b'{"items": [\n' + b'{"id":"1"\n' * 100_000,
        b'"items": [' + b'{"id":"1"},' * 90_000,
        b"{" * 1_000_000,
        b"<<<<<<<\n" * 125_000,
        b'"' * 1_000_000,
    ],
)
def test_a_megabyte_of_nonsense_takes_linear_time(data: bytes) -> None:
    begin = time.process_time()
    parse(data, "items")
    assert time.process_time() - begin < 3


def test_half_of_a_surrogate_pair_is_kept_as_an_escape() -> None:
    record = {"id": "1", "note": "\ud83d"}
    found = parse(file([record]), "items")
    assert found.items[0].value == record


PLACES = st.tuples(st.integers(0, 3), st.sampled_from("abc"), st.integers(0, 400))


@given(st.sets(PLACES, max_size=700), st.lists(PLACES, max_size=60))
def test_blocks_keep_lines_in_order(first: set[tuple[int, str, int]], changes: list[Any]) -> None:
    present = set(first)
    blocks = Blocks((place, repr(place).encode()) for place in sorted(first))
    for place in changes:
        if place in present:
            blocks.remove(place)
        else:
            blocks.insert(place, repr(place).encode())
        present ^= {place}
    assert join(blocks) == join(repr(place).encode() for place in sorted(present))


def test_many_lines_in_one_place_are_parted_into_blocks() -> None:
    blocks = Blocks()
    for number in range(3000):
        blocks.insert((0, "", 3000 - number), b"%d" % number)
    assert join(blocks) == join(b"%d" % number for number in reversed(range(3000)))
    assert all(block.count(b"\n") < 600 for block in blocks)
    for number in range(3000):
        blocks.remove((0, "", number + 1))
    assert list(blocks) == []


def test_records_on_lines_and_records_in_a_row_are_both_read() -> None:
    data = b'{\n"items": [\n{"id":"a"},{"id":"b"}\n,{"id":"c"\n,{"id":"d"}\n]\n}\n'
    found = parse(data, "items")
    assert found.damage
    assert {item.value["id"] for item in found.items if isinstance(item.value, dict)} == set("abd")
