"""Annotation files are W3C Web Annotations, and keep what other programs wrote in them."""

from __future__ import annotations

import datetime as dt
import json
import re
import uuid
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.model import Annotation
from tui.annotations.store import Store
from tui.annotations.w3c import from_item, from_time, to_item, to_time
from tui.documents.document import Document, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TEXT = "The minister said “no”.\n\nCritics, who said “yes”, disagreed 👩‍🏫 with the minister."
SOURCE = uuid.uuid5(uuid.NAMESPACE_URL, "a.txt").urn
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z")
URI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s\"<>\\^`{|}]+")
PAGE_MEMBERS = {"@context", "id", "type", "partOf", "startIndex", "items"}
ANNOTATION_MEMBERS = {
    *("id", "type", "motivation", "creator", "created", "modified", "body", "target"),
}


def document() -> Document:
    return Document(SOURCE, Path("/x/a.txt"), "a.txt", "a", TEXT, ())


def page(folder: Path) -> tuple[Path, Any]:
    (path,) = folder.glob("documents/*/*.json")
    return path, json.loads(path.read_text())


def breaches_of_page(page: Any) -> list[str]:
    """What of section 5.2 of the model a page breaks."""
    found = []
    if page.get("@context") != CONTEXT:
        found.append("context")
    if not URI.fullmatch(page.get("id", "")):
        found.append("id")
    if page.get("type") != "AnnotationPage":
        found.append("type")
    if not isinstance(page.get("items"), list):
        found.append("items")
    part_of = page.get("partOf")
    if (
        not (isinstance(part_of, dict) and URI.fullmatch(part_of.get("id", "")))
        or not isinstance(part_of.get("label"), str)
        or part_of["type"] != "AnnotationCollection"
    ):
        found.append("partOf")
    if type(page.get("startIndex")) is not int or page["startIndex"] < 0:
        found.append("startIndex")
    if any(":" not in name for name in page.keys() - PAGE_MEMBERS):
        found.append("a member of no vocabulary")
    return found


def breaches_of_annotation(item: Any, text: str) -> list[str]:
    """What of sections 3 and 4 of the model an annotation breaks, or says wrongly of the text."""
    found = []
    if not URI.fullmatch(item.get("id", "")):
        found.append("id")
    if item.get("type") != "Annotation":
        found.append("type")
    if item.get("motivation") not in {"tagging", "commenting", "highlighting"}:
        found.append("motivation")
    creator = item.get("creator", {})
    if creator.get("type") != "Person" or not URI.fullmatch(creator.get("id", "")):
        found.append("creator")
    if not all(TIME.fullmatch(item.get(name, "")) for name in ("created", "modified")):
        found.append("time")
    if any(":" not in name for name in item.keys() - ANNOTATION_MEMBERS):
        found.append("a member of no vocabulary")
    return found + breaches_of_body(item) + breaches_of_target(item.get("target"), text)


def breaches_of_body(item: Any) -> list[str]:
    bodies = item.get("body", [None])
    if not isinstance(bodies, list) or not bodies:
        return ["body"]
    found = []
    for body in (body for body in bodies if body is not None):
        if body.get("type") != "TextualBody" or not isinstance(body.get("value"), str):
            found.append("body")
        if body.get("purpose") not in {"tagging", "commenting"}:
            found.append("purpose")
        if "id" in body:  # section 3.3.5: an external resource has no purpose
            found.append("purpose of an external resource")
    return found


def breaches_of_target(target: Any, text: str) -> list[str]:
    if not isinstance(target, dict) or not URI.fullmatch(target.get("source", "")):
        return ["source"]
    quote, position = target["selector"]
    start, end = position.get("start"), position.get("end")
    found = []
    if position.get("type") != "TextPositionSelector" or not 0 <= start < end <= len(text):
        found.append("position")
    if quote.get("type") != "TextQuoteSelector" or quote.get("exact") != text[start:end]:
        found.append("exact")
    if quote.get("prefix") != text[max(0, start - 32) : start]:
        found.append("prefix")
    if quote.get("suffix") != text[end : end + 32]:
        found.append("suffix")
    return found


def test_what_the_store_writes_is_valid(tmp_path: Path) -> None:
    store = Store(tmp_path, "Anna \u202eB. <anna@example.org>")
    tags = [store.new_tag(name).id for name in ("framing", "source/official")]
    store.annotate(document(), Span(4, 12), tags, "Who?\nWhen?")
    store.annotate(document(), Span(0, len(TEXT)), tags[:1])
    store.annotate(document(), Span(18, 22), note="direct")
    store.annotate(document(), Span(60, 64))
    content = page(tmp_path)[1]
    assert breaches_of_page(content) == []
    assert [breaches_of_annotation(item, TEXT) for item in content["items"]] == [[]] * 4
    assert [item["motivation"] for item in content["items"]] == [
        *("tagging", "tagging", "commenting", "highlighting"),
    ]


def test_a_page_without_annotations_is_valid(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    store.delete(document(), store.annotate(document(), Span(4, 12)).id)
    content = page(tmp_path)[1]
    assert content["items"] == []
    assert breaches_of_page(content) == []


@pytest.mark.parametrize(
    ("change", "breach"),
    [
        ({"id": "x"}, "id"),
        ({"type": "Note"}, "type"),
        ({"created": "2025-01-01 10:00"}, "time"),
        ({"body": []}, "body"),
        ({"body": [{"type": "TextualBody", "value": "a", "purpose": "x"}]}, "purpose"),
        ({"target": {"source": "a.txt"}}, "source"),
        ({"mine": 1}, "a member of no vocabulary"),
    ],
)
def test_a_breach_is_noticed(tmp_path: Path, change: dict[str, Any], breach: str) -> None:
    store = Store(tmp_path, "anna")
    store.annotate(document(), Span(4, 12))
    item = page(tmp_path)[1]["items"][0]
    assert breach in breaches_of_annotation(item | change, TEXT)


def test_the_file_is_made_for_git(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    for start in (40, 4, 20):
        store.annotate(document(), Span(start, start + 3))
    data = page(tmp_path)[0].read_text()
    assert data.endswith("]\n}\n")
    starts = re.findall(r'^,?\{"id":.*"start":(\d+)', data, re.MULTILINE)
    assert starts == ["4", "20", "40"]
    store.annotate(document(), Span(30, 33))
    before, after = (
        {line.removesuffix(",") for line in text.split("\n")}
        for text in (data, page(tmp_path)[0].read_text())
    )
    assert before < after
    assert len(after - before) == 1


FOREIGN = {
    "id": "http://example.org/anno1",
    "type": ["Annotation", "ex:Claim"],
    "@context": CONTEXT,
    "motivation": "assessing",
    "rights": "https://creativecommons.org/publicdomain/zero/1.0/",
    "creator": {"id": "https://orcid.org/0000-0001", "type": "Person", "name": "Anna", "ex:a": 1},
    "created": "2015-10-13T13:00:00+02:00",
    "body": [
        {"type": "TextualBody", "purpose": "tagging", "value": "love", "ex:sure": 0.5},
        {"type": "TextualBody", "purpose": "commenting", "value": "Hm", "format": "text/html"},
        {"type": "TextualBody", "purpose": "commenting", "value": "A second comment"},
        {"type": "Choice", "items": [{"type": "TextualBody", "value": "x"}]},
        "http://example.org/body",
    ],
    "target": {
        "source": "http://example.org/page",
        "styleClass": "red",
        "selector": [
            {"type": "TextPositionSelector", "start": 4, "end": 12, "ex:p": [1]},
            {"type": "XPathSelector", "value": "/p[1]"},
            {"type": "TextQuoteSelector", "exact": "minister", "ex:q": {"a": None}},
        ],
    },
}


def read(item: object) -> Annotation | None:
    return from_item(item, lambda said, name: str(said or f"urn:x:{name}"))


def write(annotation: Annotation) -> Any:
    return to_item(annotation, SOURCE, lambda tag: tag.removeprefix("urn:x:"))


def test_what_other_programs_wrote_is_kept() -> None:
    annotation = read(FOREIGN)
    assert annotation is not None
    assert (annotation.start, annotation.end, annotation.exact) == (4, 12, "minister")
    assert annotation.tags == ("urn:x:love",)
    assert annotation.note == "Hm"
    assert annotation.creator == "Anna"
    assert annotation.created == dt.datetime(2015, 10, 13, 11, tzinfo=dt.UTC)
    written = write(annotation)
    for member in ("type", "motivation", "rights", "creator", "@context"):
        assert written[member] == FOREIGN[member]
    assert (
        written["body"]
        == [
            FOREIGN["body"][0] | {"newsreader:tag": "urn:x:love"},  # type: ignore[index]
            *FOREIGN["body"][1:],  # type: ignore[index]
        ]
    )
    assert written["target"]["styleClass"] == "red"
    position, xpath, quote = FOREIGN["target"]["selector"]  # type: ignore[index]
    assert written["target"]["selector"] == [quote | {"prefix": "", "suffix": ""}, position, xpath]
    assert read(written) == annotation


def test_what_is_kept_goes_when_its_part_goes(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    store.annotate(document(), Span(20, 24))
    path, content = page(tmp_path)
    content["items"].append(FOREIGN)
    path.write_text(json.dumps(content))
    (annotation, _) = store.annotations(document())
    store.change(document(), annotation.id, tags=[], span=Span(4, 15))
    written = next(i for i in page(tmp_path)[1]["items"] if i["id"] == annotation.id)
    assert "love" not in str(written["body"])
    assert [each["type"] for each in written["target"]["selector"]] == [
        *("TextQuoteSelector", "TextPositionSelector"),
    ]
    assert written["target"]["styleClass"] == "red"


@pytest.mark.parametrize(
    "item",
    [
        "http://example.org/anno1",
        {"id": "urn:x:1", "type": "Annotation", "target": "http://example.org/"},
        {"id": "urn:x:1", "type": "Annotation", "target": {"source": "http://example.org/"}},
        FOREIGN | {"target": [FOREIGN["target"]]},
    ],
)
def test_what_is_not_about_a_passage_stays_in_the_file(tmp_path: Path, item: object) -> None:
    store = Store(tmp_path, "anna")
    store.annotate(document(), Span(4, 12))
    path, content = page(tmp_path)
    content["items"].append(item)
    path.write_text(json.dumps(content))
    assert len(store.annotations(document())) == 1
    store.annotate(document(), Span(30, 34))
    assert item in page(tmp_path)[1]["items"]
    assert len(page(tmp_path)[1]["items"]) == 3
    assert store.take_problems() == []


TARGET: Any = FOREIGN["target"]


@pytest.mark.parametrize(
    "item",
    [
        None,
        7,
        [],
        {},
        {"id": 3, "type": "Annotation"},
        {"id": "urn:x:1", "type": "Person"},
        FOREIGN | {"created": 5},
        FOREIGN | {"created": "yesterday"},
        FOREIGN | {"created": "0001-01-01T00:00:00+14:00"},
        FOREIGN | {"modified": None},
        FOREIGN | {"body": {"type": "TextualBody", "purpose": "tagging", "value": 3}},
        FOREIGN | {"body": {"type": "TextualBody", "purpose": "commenting"}},
        *(
            FOREIGN | {"target": TARGET | {"selector": [quote, position]}}
            for quote, position in (
                ({"type": "TextQuoteSelector", "exact": 1}, None),
                ({"type": "TextQuoteSelector", "exact": "a", "prefix": []}, None),
                (TARGET["selector"][2], {"type": "TextPositionSelector", "start": "4", "end": 5}),
                (TARGET["selector"][2], {"type": "TextPositionSelector", "start": 6, "end": 5}),
                (TARGET["selector"][2], {"type": "TextPositionSelector", "start": -1, "end": 5}),
                (TARGET["selector"][2], {"type": "TextPositionSelector", "start": True, "end": 5}),
                (TARGET["selector"][2], {"type": "TextPositionSelector"}),
            )
        ),
        FOREIGN | {"target": TARGET | {"newsreader:text": 3}},
    ],
)
def test_a_wrong_item_is_refused(item: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read(item)


TEXTS = st.text(max_size=40)
ANNOTATIONS = st.builds(
    Annotation,
    id=TEXTS.map("urn:x:".__add__),
    start=st.integers(0, 50),
    end=st.integers(50, 99),
    exact=TEXTS,
    prefix=TEXTS,
    suffix=TEXTS,
    tags=st.lists(TEXTS.map("urn:x:".__add__), unique=True, max_size=3).map(tuple),
    note=TEXTS,
    creator=TEXTS,
    created=st.datetimes(timezones=st.just(dt.UTC)),
    modified=st.datetimes(timezones=st.just(dt.UTC)),
    text_digest=TEXTS,
)


@given(ANNOTATIONS)
def test_an_annotation_survives_its_file(annotation: Annotation) -> None:
    assert read(json.loads(json.dumps(write(annotation)))) == annotation


@given(st.datetimes(timezones=st.timezones()))
def test_a_time_survives_its_file(moment: dt.datetime) -> None:
    try:
        utc = moment.astimezone(dt.UTC)
    except OverflowError:
        return
    assert TIME.fullmatch(to_time(moment))
    assert from_time(to_time(moment)) == utc
