from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.conftest import Opener, Reading
from tui.analysis.decisions import Verdict
from tui.analysis.suggestions import Filter
from tui.ui.screens.reviewing import Review


@pytest.fixture(autouse=True)
def _usual_filter() -> Iterator[None]:
    Review.wanted = Filter()
    yield
    Review.wanted = Filter()


def chosen(reading: Reading) -> str:
    span = reading.article.selected
    return "" if span is None else reading.text[span.start : span.end]


def verdicts(reading: Reading) -> list[tuple[str, Verdict]]:
    document = reading.article.document
    assert document is not None
    made = reading.reader.store.decisions(document)
    return [(reading.text[a.start : a.end], a.decision.verdict) for a in made if a.decision]


async def test_one_key_accepts_and_the_next_one_comes(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("R")
        first = chosen(reading)
        assert first == "LAGOS"
        assert "left · LOC “Lagos”" in reading.said()
        await reading.press("enter")
        assert verdicts(reading) == [("LAGOS", Verdict.ACCEPTED)]
        assert chosen(reading) == "Harbour Wire"
        await reading.press("x")
        assert verdicts(reading)[1] == ("Harbour Wire", Verdict.REJECTED)
        third = chosen(reading)
        await reading.press("tab")
        assert chosen(reading) != third
        await reading.press("b")
        assert chosen(reading) == third
        await reading.press("u")
        assert verdicts(reading) == [("LAGOS", Verdict.ACCEPTED)]
        assert chosen(reading) == "Harbour Wire"
        await reading.press("escape", "l")
        assert "The review has ended" not in reading.said()
        assert reading.annotations() == []


async def test_what_was_decided_does_not_come_back(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("R")
        for _ in range(30):
            if "has been decided" in reading.said():
                break
            await reading.press("enter")
        count = len(verdicts(reading))
        assert "Every suggestion has been decided." in reading.said()
        assert count > 6
    async with opened(library) as reading:
        await reading.press("R")
        assert "Every suggestion has been decided." in reading.said()
        assert len(verdicts(reading)) == count


async def test_all_of_a_name_or_in_sight_after_showing_which(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("R", "a")
        assert "Accept 2 suggestions of the name “Lagos”?" in reading.screen()
        assert "LOC  Lagos ×2" in reading.screen()
        await reading.press("n")
        assert verdicts(reading) == []
        await reading.press("a", "y")
        assert len(verdicts(reading)) == 2
        await reading.press("v")
        assert "in sight?" in reading.screen()
        await reading.press("y")
        assert "Every suggestion has been decided." in reading.said()
        await reading.press("u")
        assert len(verdicts(reading)) == 2


async def test_only_the_kinds_wanted_are_reviewed(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("R", "f")
        assert "What is reviewed" in reading.screen()
        await reading.press("a", *["down"] * 8, "space", "escape")
        assert chosen(reading).startswith('"We won')
        await reading.press("enter")
        assert "of the kinds you chose has been decided" in reading.said()


async def test_a_suggestion_is_corrected_in_the_review(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("R", "e", "o")
        assert ("LAGOS", Verdict.CORRECTED) in verdicts(reading)
        assert chosen(reading) == "Harbour Wire"
        await reading.press("enter")
        assert ("Harbour Wire", Verdict.ACCEPTED) in verdicts(reading)
