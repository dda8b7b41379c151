"""File names hold safe characters only, and never the same for two identities."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.annotations.folder import Layout, annotations_folder
from tui.annotations.names import digest, file_name, numbered_name, slug

SAFE = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
HOSTILE = [
    "../x",
    "..",
    ".",
    "",
    "/etc/passwd",
    "a\x00b",
    "👩‍🏫",
    "x" * 300,
    "CON",
    "con",
    "nul",
    "com1",
    "aux.txt",
    "-rf",
    "Zoë",
    "C:\\x",
    "a\nb",
    "\ud800",
    "name ",
    "名前",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_gives_a_safe_file_name(name: str) -> None:
    for made in (file_name(name), numbered_name(name)):
        assert SAFE.fullmatch(made)
        assert made.split(".")[0] not in {"con", "nul", "com1", "aux"}


@given(st.text(max_size=200))
def test_any_name_gives_a_safe_file_name(name: str) -> None:
    assert SAFE.fullmatch(file_name(name))
    assert SAFE.fullmatch(numbered_name(name))


@given(st.text(alphabet="aAbB-_0 ", max_size=6), st.text(alphabet="aAbB-_0 ", max_size=6))
def test_two_names_never_share_a_file_even_where_case_is_not_told(one: str, other: str) -> None:
    if one != other:
        assert file_name(one).lower() != file_name(other).lower()


def test_a_plain_name_stays_readable() -> None:
    assert file_name("anna") == "anna"
    assert file_name("coder_2") == "coder_2"
    assert slug("Ünïcode & Co., Ltd.") == "unicode-co-ltd"


def test_a_plain_name_cannot_pose_as_another_ones_file() -> None:
    posing = file_name("Anna")
    assert file_name(posing) != posing


def test_the_digest_takes_halves_of_surrogate_pairs() -> None:
    assert digest("\ud800") != digest("\ud801")


@pytest.mark.parametrize("name", HOSTILE)
def test_no_file_is_outside_the_folder_or_has_a_long_name(tmp_path: Path, name: str) -> None:
    layout = Layout(tmp_path, name)
    for path in (layout.codebook, layout.progress, layout.page(name, name), layout.text("0" * 64)):
        assert path.resolve().is_relative_to(tmp_path.resolve())
        assert all(len(part.encode()) <= 120 for part in path.relative_to(tmp_path).parts)


def test_annotations_stand_beside_the_articles(tmp_path: Path) -> None:
    assert annotations_folder(tmp_path) == tmp_path / "annotations"
    assert list(tmp_path.iterdir()) == []


def test_the_user_may_choose_the_folder(tmp_path: Path) -> None:
    assert annotations_folder(tmp_path, tmp_path / "mine") == tmp_path / "mine"


def test_a_library_that_cannot_be_written_has_a_folder_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("os.access", lambda path, mode: False)
    one = annotations_folder(tmp_path / "News")
    other = annotations_folder(tmp_path / "b" / "News")
    assert one != other
    assert one.name.startswith("news-")
    assert not one.is_relative_to(tmp_path / "News")


def test_a_file_in_the_way_is_not_taken_for_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "annotations").write_text("my notes")
    assert annotations_folder(tmp_path) != tmp_path / "annotations"


def test_the_articles_of_the_package_are_not_written_beside() -> None:
    import tui

    package = Path(tui.__file__).parent
    assert not annotations_folder(package / "seeds").is_relative_to(package)
