"""A small hostile library is listed and read; `python -m tests.hostile` makes a large one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.hostile.examine import examine
from tests.hostile.library import make_library


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and names of any bytes")
def test_a_hostile_library_is_read_or_said_to_be_unreadable(tmp_path: Path) -> None:
    make_library(tmp_path, 300, seed=7)
    found = examine(tmp_path, seed=7)
    assert found.wrong == []
    assert found.outcomes["read_document: done"] > 200
    assert found.outcomes["read_document: unreadable"] > 100
