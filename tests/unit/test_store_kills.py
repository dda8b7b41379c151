"""A program that is killed at any moment loses the action under way, at most."""

from __future__ import annotations

import sys

import pytest

from tests.benchmarks.kills import run


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_program_loses_the_action_under_way_at_most() -> None:
    tally = run(25, 7, longest=0.4)
    assert tally.faults == []
    assert tally.kills == 25
    assert tally.actions > 50
    assert tally.under_way > 5
