"""Files of which each row is a document: JSON Lines and tables."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.test_formats import check_document
from tui.cli import main
from tui.commands.outcomes import CANNOT_START, OK, SOME_FAILED
from tui.documents import packed, rows
from tui.documents.columns import Columns, parse_columns
from tui.documents.corpus import Corpus
from tui.documents.document import BlockKind
from tui.documents.formats import Heading, UnreadableDocument, peek, read_document
from tui.documents.identity import document_id
from tui.documents.library import Entry, open_library

STORM = {
    "id": "s1",
    "headline": "Storm hits Riga",
    "body": "RIGA (AP) - A storm hit Riga.\n\nNobody was hurt.",
    "publication": "River Post",
    "byline": "Ada Moss",
    "published": "2025-03-03T10:00:00Z",
}
FERRY = {"id": "s2", "headline": "Ferry sinks", "body": "It sank, “fast”.", "published": ""}


def json_lines(*found: object) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in found)


def table(*found: dict[str, str], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    names = dict.fromkeys(name for row in found for name in row)
    writer = csv.DictWriter(out, list(names), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(found)
    return out.getvalue().encode()


def listed(folder: Path, name: str, data: bytes, **told: str) -> tuple[Entry, ...]:
    (folder / name).write_bytes(data)
    return open_library([folder / name], columns=told or None).entries


def problem(entry: Entry) -> str:
    with pytest.raises(UnreadableDocument, match=r"\.$") as caught:
        read_document(entry)
    with pytest.raises(UnreadableDocument):
        peek(entry)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", json_lines(STORM, FERRY)),
        ("a.NDJSON", b"\xef\xbb\xbf" + json_lines(STORM, FERRY).replace(b"\n", b"\r\n\r\n \n")),
        ("a.jsonl.gz", gzip.compress(json_lines(STORM, FERRY), mtime=0)),
        ("a.csv", table(STORM, FERRY)),
        ("a.csv", b"\xef\xbb\xbf" + table(STORM, FERRY)),
        ("a.csv", table(STORM, FERRY, delimiter=";")),
        ("a.tsv", table(STORM, FERRY, delimiter="\t")),
        ("a.csv.gz", gzip.compress(table(STORM, FERRY), mtime=0)),
    ],
)
def test_each_row_is_a_document(tmp_path: Path, name: str, data: bytes) -> None:
    storm, ferry = listed(tmp_path, name, data)
    assert (storm.path, storm.root, storm.part) == (tmp_path / name, tmp_path, "s1")
    assert (storm.name, ferry.name) == (f"{name}/s1", f"{name}/s2")
    assert storm.id == document_id(f"{name}/s1") != ferry.id
    document = read_document(storm)
    check_document(document)
    assert document.text == "Storm hits Riga\n\nRIGA (AP) - A storm hit Riga.\n\nNobody was hurt."
    assert [block.kind for block in document.blocks] == [
        *(BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH),
    ]
    assert (document.title, document.source) == ("Storm hits Riga", "River Post")
    assert (document.author, document.date) == ("Ada Moss", "2025-03-03T10:00:00Z")
    assert (document.id, document.path, document.name) == (storm.id, storm.path, storm.name)
    assert peek(storm) == Heading(
        document.title, document.source, document.date, document.published
    )
    assert read_document(ferry).text == "Ferry sinks\n\nIt sank, “fast”."


def test_a_corpus_stands_among_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A storm.")
    (tmp_path / "c.txt").write_text("A storm.")
    (tmp_path / "b.jsonl").write_bytes(json_lines({"text": "One."}, {"text": "Two."}))
    found = open_library([tmp_path]).entries
    assert [entry.name for entry in found] == [
        *("a.txt", "b.jsonl/row 1", "b.jsonl/row 2", "c.txt"),
    ]
    assert [read_document(entry).text for entry in found] == [
        *("A storm.", "One.", "Two.", "A storm."),
    ]
    assert len({entry.id for entry in found}) == 4
    assert found[0].part == ""
    assert found[1] == Entry(found[1].path, tmp_path, "b.jsonl/row 1", "row 1") != found[2]


@pytest.mark.parametrize(
    ("ids", "parts"),
    [
        (["a", "b", "c"], ["a", "b", "c"]),
        ([3, 1, 2], ["3", "1", "2"]),
        (["a", "b", "a"], ["row 1", "row 2", "row 3"]),
        (["a", "", "c"], ["row 1", "row 2", "row 3"]),
        (["a", None, "c"], ["row 1", "row 2", "row 3"]),
        (["a", True, "c"], ["row 1", "row 2", "row 3"]),
        (["a", "row 1", "c"], ["row 1", "row 2", "row 3"]),
        (["a", "x" * 501, "c"], ["row 1", "row 2", "row 3"]),
        (['a"\\', "é/\x1b", "\ud800"], ['a"\\', "é/\x1b", "\ud800"]),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_rows_are_called_by_their_ids_if_each_has_its_own(
    tmp_path: Path, ids: list[object], parts: list[str], first: bool
) -> None:
    found = [
        {"id": value, "text": "A."} if first else {"meta": {"id": 1}, "text": "A.", "id": value}
        for value in ids
    ]
    data = b"".join(json.dumps(row).encode() + b"\n" for row in found)
    entries = listed(tmp_path, "a.jsonl", data)
    assert [entry.part for entry in entries] == parts
    for entry in entries:
        assert read_document(entry).text == "A."
        assert entry.name.isprintable()
        assert entry.id.startswith("urn:uuid:")
    assert len({entry.name for entry in entries}) == len({entry.id for entry in entries}) == 3


def test_names_that_cleaning_makes_equal(tmp_path: Path) -> None:
    found = [{"id": value, "text": "A."} for value in ("a\x01", "a\u2401", "a  b", "a b")]
    entries = listed(tmp_path, "a.jsonl", json_lines(*found))
    assert len({entry.name for entry in entries}) == 4
    assert entries[1].name == "a.jsonl/a\u2401"


def test_a_broken_row_leaves_the_others_readable(tmp_path: Path) -> None:
    lines = json_lines(
        {"text": "One.", "id": 1}, {"id": 5, "title": "x"}, {"text": "Six.", "id": 6}
    )
    one, five, six = lines.splitlines(keepends=True)
    data = one + b'{"text": "Tw\n[1]\n' + b"[" * 100_000 + b"\n" + five + b"9" * 9000 + b"\n" + six
    entries = listed(tmp_path, "a.jsonl", data)
    assert [entry.part for entry in entries] == ["1", "row 2", "row 3", "row 4", "5", "row 6", "6"]
    assert read_document(entries[0]).text == "One."
    assert read_document(entries[-1]).text == "Six."
    assert problem(entries[1]).startswith("a.jsonl, row 2, cannot be read. It is not valid JSON: ")
    assert problem(entries[2]) == "a.jsonl, row 3, cannot be read. It is no JSON object."
    assert problem(entries[3]) == "a.jsonl, row 4, cannot be read. It is not JSON that can be read."
    assert "No column has the text" in problem(entries[4])
    assert "row 6" in problem(entries[5])


def test_a_broken_row_of_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.documents.tables.ROW_LIMIT", 50)
    data = b'id,text\n1,One.\n2,"' + b"x" * 60 + b'"\n3\n\n4,"Four\nlines ""here""."\n'
    one, two, three, four = listed(tmp_path, "a.csv", data)
    assert [one.part, two.part, four.part] == ["1", "row 2", "4"]
    assert read_document(one).text == "One."
    assert "row 2" in problem(two)
    assert problem(three) == "a.csv, row 3, cannot be read. It has one cell, where the table has 2."
    assert read_document(four).text == 'Four\n\nlines "here".'


def test_a_text_that_begins_with_its_title(tmp_path: Path) -> None:
    row = {"title": "Storm  hits", "text": "STORM hits\n\nIt was."}
    (entry,) = listed(tmp_path, "a.jsonl", json_lines(row))
    assert read_document(entry).text == "Storm hits\n\nIt was."


def test_columns_that_are_told(tmp_path: Path) -> None:
    row = {"text": "Not this.", "Story Text": "This.", "Kopf": "Head", "title": "Not"}
    told = {"text": "Story Text", "title": "Kopf"}
    for name, data in (("a.jsonl", json_lines(row)), ("a.csv", table(row))):
        (entry,) = listed(tmp_path, name, data, **told)
        assert read_document(entry).text == "Head\n\nThis."
        (other,) = listed(tmp_path, name, data)
        assert read_document(other).text == "Not\n\nNot this."
        (none,) = listed(tmp_path, name, data, text="nowhere")
        assert "There are: text, Story Text, Kopf, title." in problem(none)


def test_without_a_text_there_is_one_problem(tmp_path: Path) -> None:
    found = [{"a": "1", "b\x1b": "2"}] * 30
    for name, data in (("a.jsonl", json_lines(*found)), ("a.csv", table(*found))):
        (entry,) = listed(tmp_path, name, data)
        assert (entry.name, entry.part) == (name, "")
        assert problem(entry) == (
            f"{name} cannot be read. No column has the text: name it with --columns text=NAME. "
            "There are: a, b\u241b."
        )


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.jsonl", b"", "a.jsonl holds no document."),
        ("a.csv", b"", "a.csv holds no document."),
        ("a.csv", b"id,text\n", "a.csv holds no document."),
        ("a.jsonl", json_lines(STORM).decode().encode("utf-16"), "It is in UTF-16"),
        ("a.jsonl", b"\x00\x01\x02" * 50, "It is not valid JSON"),
        ("a.csv", b"\x00\x01\x02" * 50, "No column has the text"),
        ("a.jsonl.gz", b"nothing", "a.jsonl.gz is damaged: it is no whole gzip file."),
        ("a.csv.gz", gzip.compress(table(STORM), mtime=0)[:-9], "a.csv.gz is damaged"),
        (
            "a.csv.gz",
            gzip.compress(table(STORM) * 99, mtime=0)[:90] + b"x" * 9,
            "a.csv.gz is damaged",
        ),
    ],
)
def test_a_corpus_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (entry,) = listed(tmp_path, name, data)
    assert said in problem(entry)


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "ROWS_LIMIT", 3)
    assert len(listed(tmp_path, "a.jsonl", json_lines(*[FERRY] * 3))) == 3
    (entry,) = listed(tmp_path, "b.jsonl", json_lines(*[FERRY] * 4))
    assert "too many rows" in problem(entry)
    monkeypatch.setattr(packed, "UNPACKED_LIMIT", 10_000)
    (entry,) = listed(tmp_path, "a.jsonl.gz", gzip.compress(json_lines(FERRY) + b" " * 20_000))
    assert "a.jsonl.gz is too large" in problem(entry)
    monkeypatch.setattr("tui.documents.json_lines.ROW_LIMIT", 100)
    (entry, _) = listed(tmp_path, "c.jsonl", json_lines(FERRY, {"text": "x" * 200}))
    assert read_document(entry).title == "Ferry sinks"
    assert "too large" in problem(_)


def test_a_row_moves_with_its_id(tmp_path: Path) -> None:
    storm, ferry = listed(tmp_path, "a.jsonl", json_lines(STORM, FERRY))
    (tmp_path / "a.jsonl").write_bytes(json_lines({**FERRY, "headline": "Ferry found"}, STORM))
    assert read_document(ferry).title == "Ferry found"
    assert read_document(storm).title == "Storm hits Riga"
    (tmp_path / "a.jsonl").write_bytes(json_lines(STORM))
    assert problem(ferry) == "a.jsonl has no s2 any more."
    (tmp_path / "a.jsonl").unlink()
    assert problem(storm) == "a.jsonl is not there any more."


def test_a_changed_packed_corpus_is_unpacked_again(tmp_path: Path) -> None:
    (storm,) = listed(tmp_path, "a.jsonl.gz", gzip.compress(json_lines(STORM)))
    assert read_document(storm).title == "Storm hits Riga"
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(json_lines(FERRY, {**STORM, "body": "B"})))
    os.utime(tmp_path / "a.jsonl.gz", (1, 1))
    assert read_document(storm).text == "Storm hits Riga\n\nB"


def test_an_entry_made_by_hand(tmp_path: Path) -> None:
    listed(tmp_path, "a.jsonl", json_lines(STORM, FERRY))
    entry = Entry(tmp_path / "a.jsonl", tmp_path, "a.jsonl", "s2")
    assert read_document(entry).title == "Ferry sinks"
    whole = Entry(tmp_path / "a.jsonl", tmp_path, "a.jsonl")
    assert problem(whole) == "a.jsonl holds many documents; this names none."


def test_values_of_many_kinds() -> None:
    fields, text = Columns().pick(
        {
            "Text": ["One.", 2, "Three."],
            "authors": [{"name": "Ada"}, "Bo", None],
            "source": {"id": "rp", "name": "River\x1b Post"},
            "published-at": 20250303,
            "Title": None,
        }
    )
    assert text == "One.\n\nThree."
    assert fields == {"author": "Ada, Bo", "source": "River\u241b Post", "date": "20250303"}
    assert Columns().pick({"text": None}) == ({}, "")
    assert Columns().pick({"x": "a"}) == ({}, None)


def test_columns_on_the_command_line() -> None:
    assert parse_columns(["text=a,title=b", "id= c"]) == {"text": "a", "title": "b", "id": "c"}
    for wrong in ("text", "text=", "x=y", ""):
        with pytest.raises(ValueError, match=r"names no column.*\.$"):
            parse_columns([wrong])


def test_the_commands_take_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_bytes(table({"prose": "A storm hit Riga.", "title": "Storm"}))
    assert main(["analyze", "--columns", "text=prose", str(tmp_path)]) == OK
    assert capsys.readouterr().out.startswith("Storm\n")
    assert main(["analyze", str(tmp_path)]) == SOME_FAILED
    assert "--columns text=NAME" in capsys.readouterr().err
    for command in (["analyze"], []):
        assert main([*command, "--columns", "x", str(tmp_path)]) == CANNOT_START
        assert "names no column" in capsys.readouterr().err


def test_listing_holds_no_text(tmp_path: Path) -> None:
    data = json_lines(*({"id": n, "text": "A storm. " * 200} for n in range(2_000)))
    tracemalloc.start()
    try:
        entries = listed(tmp_path, "a.jsonl", data)
        held, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(entries) == 2_000
    assert len(data) > 3_000_000
    assert held < 1_500_000
    assert most < 2_500_000


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.binary(max_size=20)
        | st.sampled_from(
            [
                *(b'{"text": "A."}', b'{"id": 1, ', b'"text": "', b"\n", b'"', b",", b"id,text\n"),
                *(b"text;title\r\n", b"\r", b"\xff\xfe", b"\xef\xbb\xbf", b'a,"b\nc",', b"\x00"),
            ]
        ),
        max_size=12,
    ).map(b"".join),
    st.sampled_from(["a.jsonl", "a.csv", "a.tsv"]),
    st.booleans(),
)
def test_any_bytes_are_rows_or_unreadable(
    tmp_path: Path, data: bytes, name: str, squeeze: bool
) -> None:
    if squeeze:
        name, data = f"{name}.gz", gzip.compress(data)
    for entry in listed(tmp_path, name, data):
        assert entry.name.isprintable()
        try:
            document = read_document(entry)
        except UnreadableDocument:
            continue
        check_document(document)
        assert peek(entry).title == document.title


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(cells, min_size=1, max_size=6))
def test_tables_and_json_lines_say_the_same(tmp_path: Path, texts: list[str]) -> None:
    found = [{"n": str(n), "text": text} for n, text in enumerate(texts)]
    one = listed(tmp_path, "a.csv", table(*found))
    other = listed(tmp_path, "a.jsonl", json_lines(*found))
    assert [read_document(entry).text for entry in one] == [
        read_document(entry).text for entry in other
    ]
    assert Corpus(tmp_path / "a.csv").parts() == [f"row {n + 1}" for n in range(len(texts))]
