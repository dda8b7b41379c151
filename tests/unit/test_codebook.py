"""The codebook as a value, and in its file."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.codebook import Codebook, clean_name
from tui.annotations.codecs import TagCodec
from tui.annotations.model import PALETTE, Tag
from tui.annotations.store import Store

if TYPE_CHECKING:
    from pathlib import Path

MOMENT = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)


def tag(name: str, tag_id: str = "", **members: Any) -> Tag:
    made = Tag(tag_id or f"urn:x:{name}", name, "blue", "", MOMENT, MOMENT)
    return replace(made, **members)


def test_tags_are_found_by_id_and_by_name_in_any_case() -> None:
    codebook = Codebook([tag("Frame"), tag("Straße")])
    assert codebook.by_id("urn:x:Frame") == codebook.by_name(" fRAME ")
    assert codebook.by_name("STRASSE") is not None
    assert codebook.by_name("") is None
    assert codebook.by_id("frame") is None


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (" a  b ", "a b"),
        ("a\nb", "a b"),
        ("/a// b /", "a/b"),
        ("e\u0301", "é"),
        ("a\x1b[31m", "a\u241b[31m"),
        ("[/red]", "[/red]"),
    ],
)
def test_names_are_cleaned(raw: str, name: str) -> None:
    assert clean_name(raw) == name


@pytest.mark.parametrize("raw", ["", "  ", "/", "\n", " / / "])
def test_a_tag_needs_a_name(raw: str) -> None:
    with pytest.raises(ValueError, match="needs a name"):
        clean_name(raw)


@given(st.text())
def test_cleaning_a_name_twice_changes_nothing(raw: str) -> None:
    try:
        name = clean_name(raw)
    except ValueError:
        return
    assert clean_name(name) == name
    assert "\n" not in name


def test_two_tags_never_have_one_name() -> None:
    codebook = Codebook([tag("frame", "1"), tag("Frame", "2"), tag("frame (2)", "3")])
    names = [each.name for each in codebook]
    assert names == ["frame", "Frame (3)", "frame (2)"]
    with pytest.raises(ValueError, match="already"):
        codebook.with_tag(tag("FRAME", "4"))


def test_a_tag_knows_the_tag_above_it() -> None:
    codebook = Codebook([tag("framing/conflict/war"), tag("framing")]).with_tag(
        tag("framing/conflict")
    )
    assert codebook.by_name("framing/conflict/war") == tag(
        "framing/conflict/war", parent="urn:x:framing/conflict"
    )
    above = codebook.by_name("framing/conflict")
    assert above is not None
    assert above.parent == "urn:x:framing"


def test_the_tags_below_follow_a_renamed_one() -> None:
    codebook = Codebook([tag("a"), tag("a/b"), tag("a/b/c"), tag("ab")])
    renamed = codebook.with_tag(tag("x", "urn:x:a"))
    assert [each.name for each in renamed] == ["x", "x/b", "x/b/c", "ab"]
    assert renamed.tags[1].modified > MOMENT
    assert [each.name for each in codebook] == ["a", "a/b", "a/b/c", "ab"]


def test_colours_are_given_in_turn() -> None:
    codebook = Codebook()
    for number in range(len(PALETTE) + 2):
        colour = codebook.next_colour()
        assert colour == PALETTE[number % len(PALETTE)]
        codebook = codebook.with_tag(tag(str(number), colour=colour))


def test_digits_go_to_the_first_tags_without_a_key_of_their_own() -> None:
    names = ["a", "b", "c", "d"]
    keys = {"b": "x", "c": "1"}
    tags = [tag(name, key=keys.get(name, ""), retired=name == "d") for name in names]
    codebook = Codebook([*tags, *(tag(f"more {n}") for n in range(12))])
    given = {key: each.name for key, each in codebook.keys.items()}
    assert given["2"] == "a"
    assert given["x"] == "b"
    assert given["1"] == "c"
    assert given["3"] == "more 0"
    assert given["0"] == "more 7"
    assert len(given) == 11
    assert codebook.key_of["urn:x:b"] == "x"
    assert "urn:x:d" not in codebook.key_of


def test_tags_are_followed_by_those_below_them() -> None:
    codebook = Codebook(
        [
            tag("old", retired=True),
            tag("frame/conflict/war"),
            tag("source"),
            tag("frame"),
            tag("frame/conflict"),
            tag("loose", parent="urn:x:source"),
            tag("lost", parent="urn:x:nobody"),
        ]
    )
    names = [
        *("source", "loose", "frame", "frame/conflict", "frame/conflict/war", "lost", "old"),
    ]
    assert [each.name for each in codebook.tree()] == names
    assert [codebook.level(each) for each in codebook.tree()] == [0, 1, 0, 1, 2, 0, 0]


def test_tags_that_are_above_each_other_are_all_shown() -> None:
    circle = [tag("a", parent="urn:x:b"), tag("b", parent="urn:x:a"), tag("c", parent="urn:x:c")]
    codebook = Codebook([*circle, tag("d", parent="urn:x:a")])
    assert {each.name for each in codebook.tree()} == set("abcd")
    assert all(codebook.level(each) < 4 for each in codebook)


def test_a_tag_that_is_renamed_out_of_a_level_leaves_it(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    store.new_tag("frame")
    below = store.new_tag("frame/conflict")
    assert below.parent is not None
    assert store.change_tag(below.id, name="conflict").parent is None


def test_a_tag_survives_its_file() -> None:
    codec = TagCodec()
    full = tag("a/b", key="x", parent="urn:x:a", retired=True, extra={"examples": ["one"]})
    assert codec.decode(json.loads(json.dumps(codec.encode(full)))) == full
    assert codec.decode(codec.encode(tag("a"))) == tag("a")


@pytest.mark.parametrize(
    "item",
    [
        None,
        "a",
        {},
        {"id": "1"},
        {"id": "1", "name": ""},
        {"id": 1, "name": "a"},
        {"id": "1", "name": "a", "retired": "no"},
        {"id": "1", "name": "a", "created": "yesterday"},
        {"id": "1", "name": "a", "colour": 3},
    ],
)
def test_a_wrong_tag_is_refused(item: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        TagCodec().decode(item)


def test_a_name_is_given_once(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    first = store.new_tag("Frame", description="When\r\n…")
    assert store.new_tag(" frame ") == first
    assert first.description == "When\n…"
    assert [each.name for each in store.codebook] == ["Frame"]
    with pytest.raises(ValueError, match="needs a name"):
        store.new_tag(" ")


def test_a_retired_tag_is_taken_up_again(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    first = store.new_tag("frame")
    assert store.change_tag(first.id, retired=True).retired
    again = store.new_tag("frame")
    assert again.id == first.id
    assert not again.retired


def test_a_tag_is_changed(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    first, other = store.new_tag("frame"), store.new_tag("other")
    changed = store.change_tag(first.id, name="framing", colour="red", description="d", key="f")
    assert (changed.name, changed.colour, changed.description, changed.key) == (
        *("framing", "red", "d", "f"),
    )
    assert store.change_tag(first.id, name="framing") == changed
    with pytest.raises(ValueError, match="already"):
        store.change_tag(first.id, name="OTHER")
    with pytest.raises(KeyError):
        store.change_tag("urn:uuid:none", name="x")
    again = Store(tmp_path, "ben").codebook
    assert again.tags == (changed, other)


def test_the_order_of_tags_stays_when_one_is_changed(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    tags = [store.new_tag(name) for name in "zyxw"]
    store.change_tag(tags[1].id, name="b")
    assert [each.name for each in store.codebook] == ["z", "b", "x", "w"]
    assert [each.name for each in Store(tmp_path, "anna").codebook] == ["z", "b", "x", "w"]


def test_what_other_programs_wrote_in_the_codebook_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    made = store.new_tag("frame")
    path = tmp_path / "codebook.json"
    content = json.loads(path.read_text())
    content["licence"] = "CC0"
    content["tags"][0]["examples"] = ["He said"]
    path.write_text(json.dumps(content, indent=2))
    store.change_tag(made.id, name="framing")
    content = json.loads(path.read_text())
    assert content["licence"] == "CC0"
    assert content["tags"][0]["examples"] == ["He said"]
    assert content["tags"][0]["name"] == "framing"
