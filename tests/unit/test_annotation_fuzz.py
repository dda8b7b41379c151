"""Whatever stands in the files, reading them fails nowhere and loses nothing that can be read."""

from __future__ import annotations

import json
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.annotations.check import check
from tui.annotations.codec import Codec
from tui.annotations.codecs import PageCodec, ProgressCodec, TagCodec, tally
from tui.annotations.reading import read
from tui.annotations.store import Store
from tui.documents.document import Document, Span

TEXT = "The minister said “no” on Monday.\n\nCritics disagreed 👩‍🏫 with the minister."
DOCUMENT = Document(
    uuid.uuid5(uuid.NAMESPACE_URL, "a.txt").urn, Path("a.txt"), "a.txt", "a", TEXT, ()
)
FILES = ["codebook.json", "annotators/anna.json", "documents/*/anna.json", "journal"]


@cache
def real_folder() -> Path:
    """A folder with some of everything, to be copied."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    store = Store(folder / "annotations", "anna", folder / "state")
    tags = [store.new_tag(name).id for name in ("frame", "source/official", "tone")]
    for number in range(8):
        store.annotate(DOCUMENT, Span(number, number + 4), tags[: number % 4], f"“note” {number}\n")
    store.set_status(DOCUMENT.id, "done")
    store.undo()
    return folder


@pytest.fixture(scope="module", autouse=True)
def _remove_the_folder() -> Iterator[None]:
    yield
    shutil.rmtree(real_folder())
    real_folder.cache_clear()


def find(folder: Path, name: str) -> Path:
    if name == "journal":
        return next((folder / "state").glob("*/journal.jsonl"))
    return next((folder / "annotations").glob(name))


def codec(name: str) -> Codec[Any]:
    if name.startswith("documents"):
        return PageCodec(DOCUMENT.id, "a.txt", "anna", str, lambda said, tag: str(said or tag))
    return TagCodec() if name == "codebook.json" else ProgressCodec("anna")


def use(folder: Path) -> None:
    """Do a little of everything."""
    store = Store(folder / "annotations", "anna", folder / "state")
    store.count(DOCUMENT.id)
    store.counts()
    store.annotations(DOCUMENT)
    tag = store.new_tag("new")
    store.annotate(DOCUMENT, Span(30, 33), [tag.id])
    store.set_status(DOCUMENT.id, "")
    for _ in range(4):
        store.undo()
    store.redo()
    assert not store.unsaved
    again = Store(folder / "annotations", "anna", folder / "state")
    again.annotations(DOCUMENT)
    assert again.take_problems() == []
    assert again.counts() in ({}, {DOCUMENT.id: len(again.annotations(DOCUMENT))})


def ids_of(data: bytes, name: str) -> set[str]:
    """Ids of the records whose whole lines stand in a file, and that are of the right kind."""
    found = set()
    for line in data.split(b"\n"):
        try:
            value = json.loads(line.strip(b" ,\r\t"))
            if isinstance(value, dict) and isinstance(value.get("id"), str):
                codec(name).decode(value)
                found.add(value["id"])
        except (ValueError, RecursionError, TypeError, OverflowError):
            continue
    return found


MUTATIONS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "drop", "insert", "twice", "swap"]),
        st.integers(0, 5000),
        st.integers(1, 400),
        st.binary(max_size=12)
        | st.sampled_from(
            [b'"', b"{", b"}", b"]", b"\n", b",", b"\n<<<<<<< a\n", b"\\", b"[", b":"]
        ),
    ),
    min_size=1,
    max_size=4,
)


def mutated(data: bytes, mutations: list[tuple[str, int, int, bytes]]) -> bytes:
    for kind, at, length, more in mutations:
        at %= len(data) + 1
        end = at + length
        if kind == "cut":
            data = data[:at]
        elif kind == "drop":
            data = data[:at] + data[end:]
        elif kind == "insert":
            data = data[:at] + more + data[at:]
        elif kind == "twice":
            data = data[:end] + data[at:end] + data[end:]
        else:
            data = data[:at] + more + data[at + len(more) :]
    return data


@pytest.mark.parametrize("name", FILES[:3])
@settings(max_examples=120, deadline=None)
@given(mutations=MUTATIONS)
def test_lines_that_can_be_read_are_read(
    name: str, mutations: list[tuple[str, int, int, bytes]]
) -> None:
    data = mutated(find(real_folder(), name).read_bytes(), mutations)
    found = read(data, codec(name))
    assert ids_of(data, name) <= found.records.keys()
    tally(data)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=12, deadline=None)
@given(mutations=MUTATIONS)
def test_a_spoiled_file_is_lived_with(
    name: str, mutations: list[tuple[str, int, int, bytes]]
) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "copy"
        shutil.copytree(real_folder(), folder)
        path = find(folder, name)
        spoiled = mutated(path.read_bytes(), mutations)
        path.write_bytes(spoiled)
        wanted = ids_of(spoiled, name) if name != "journal" else set()
        damaged = name != "journal" and bool(read(spoiled, codec(name)).damage)
        newer = name != "journal" and read(spoiled, codec(name)).newer
        check(folder / "annotations")
        if newer:
            return
        use(folder)
        kept = [aside.read_bytes() for aside in path.parent.glob("*damaged*")]
        if damaged and name.startswith("documents"):
            assert kept == [spoiled]
            left = read(path.read_bytes(), codec(name)).records.keys()
            assert len(wanted - left) <= 4  # what was undone
        assert check(folder / "annotations", repair=True).ok or name.startswith("documents")


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
MEMBERS = st.sampled_from(
    [
        "id",
        "type",
        "target",
        "selector",
        "body",
        "creator",
        "created",
        "start",
        "name",
        "status",
        "source",
        "purpose",
        "value",
        "newsreader:tag",
        "newsreader:text",
        "recent",
        "parent",
    ]
)
JSON = st.recursive(
    SCALARS | st.sampled_from(["Annotation", "TextualBody", "TextQuoteSelector", "tagging"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(MEMBERS, inner, max_size=6),
    max_leaves=25,
)
NUMBER = b'{"id":"x","type":"Annotation","target":{"source":"s","selector":[{"type":'
HUGE = NUMBER + b'"TextPositionSelector","start":0,"end":1' + b"0" * 5000 + b"}]}}"


@pytest.mark.parametrize("name", FILES[:3])
@settings(max_examples=80, deadline=None)
@given(
    header=st.dictionaries(st.text(max_size=9) | MEMBERS, JSON, max_size=3),
    items=st.lists(JSON, max_size=4),
)
def test_any_json_is_read(name: str, header: dict[str, object], items: list[object]) -> None:
    whole = {**header, codec(name).list_name: items}
    for data in (json.dumps(whole).encode(), json.dumps(whole, indent=1).encode()):
        found = read(data, codec(name))
        assert len(found.records) <= len(items)
    kept = {item["id"] for item in items if isinstance(item, dict) and _is_good(item, name)}
    assert kept <= found.records.keys()


def _is_good(item: dict[str, object], name: str) -> bool:
    if not isinstance(item.get("id"), str):
        return False
    try:
        json.dumps(item, allow_nan=False)
        codec(name).decode(item)
    except (ValueError, TypeError, OverflowError):
        return False
    return True


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=60, deadline=None)
@example(data=HUGE)
@example(data=b'{"items": [' + HUGE + b"]}")
@example(data=b'{"items": [1e999, -1e999]}')
@example(data=b'{"newsreader:version": 1' + b"0" * 5000 + b', "items": []}')
@example(data=b'{"tags": [{"id": "a", "name": "x", "created": "9999-12-31T23:59:59-23:59"}]}')
@example(data=b'{"tags": [{"id": "\\ud800", "name": "\\udfff"}]}')
@example(
    data=b'{"documents": [{"id": "x", "status": "done", "modified": "0001-01-01T00:00+23:59"}]}'
)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read(name: str, data: bytes) -> None:
    if name != "journal":
        read(data, codec(name))
        tally(data)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        journal = Store(folder / "annotations", "anna", folder / "state")._shelf.journal.folder
        path = folder / "annotations" / name.replace("*", "a-0123456789abcdef")
        path = journal / "journal.jsonl" if name == "journal" else path
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
        use(folder)
        check(folder / "annotations", repair=True)


NESTED = b'{"id":"x","type":"Annotation","target":' + b"[" * 50_000


@pytest.mark.parametrize("name", FILES[:3])
@pytest.mark.parametrize(
    "line", [NESTED, b'{"id":"x",' * 9000, b'{"a":' * 30_000 + b"1" + b"}" * 30_000]
)
def test_a_line_that_is_too_deep_costs_itself_only(name: str, line: bytes) -> None:
    data = find(real_folder(), name).read_bytes()
    first, _, rest = data.partition(b'\n,{"id"')
    spoiled = first + b"\n," + line + (b'\n,{"id"' + rest if rest else b"\n]\n}\n")
    assert read(data, codec(name)).records.keys() <= read(spoiled, codec(name)).records.keys()
