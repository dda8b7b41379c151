from __future__ import annotations

from pathlib import Path

from tests.ui.conftest import Opener, Reading


def entities(reading: Reading) -> dict[str, tuple[str, int]]:
    found = reading.reader.found()
    assert found is not None
    return {each.name: (each.label.value, len(each.mentions)) for each in found.entities}


def speakers(reading: Reading) -> list[tuple[str, str | None]]:
    found = reading.reader.found()
    assert found is not None
    return [(reading.text[q.start : q.end], q.name) for q in found.quotes]


async def test_an_entity_gets_another_type_and_keeps_it(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        assert entities(reading)["Lagos"] == ("LOC", 2)
        reading.cursor_on("Lagos police")
        await reading.press("e")
        assert "Correct what was found" in reading.screen()
        assert "in all 2 places" in reading.screen()
        await reading.press("o")
        assert entities(reading)["Lagos"] == ("ORG", 2)
        assert "Marked as an organisation." in reading.said()
        await reading.press("u")
        assert entities(reading)["Lagos"] == ("LOC", 2)
        await reading.press("ctrl+r")
    async with opened(library) as reading:
        assert entities(reading)["Lagos"] == ("ORG", 2)
        assert reading.annotations() == []


async def test_what_is_no_entity_goes_here_or_everywhere(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("Lagos police")
        await reading.press("e", "n")
        assert entities(reading)["Lagos"] == ("LOC", 1)
        reading.article.go(reading.text.casefold().index("lagos"))
        await reading.press("e", "n")
        assert "Lagos" not in entities(reading)


async def test_a_missed_entity_is_added_from_the_selection(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("company said")
        await reading.press("W", "e")
        assert "What is this passage?" in reading.screen()
        await reading.press("o")
        assert entities(reading)["company"] == ("ORG", 1)


async def test_a_missed_surname_is_the_person_of_that_name(library: Path, opened: Opener) -> None:
    article = library / "missed.txt"
    article.write_text("Ngozi Adeyemi left.\n\nLater Adeyemi wept.\n", encoding="utf-8")
    async with opened(article) as reading:
        assert entities(reading)["Ngozi Adeyemi"] == ("PERSON", 2)
        reading.article.go(reading.text.rindex("Adeyemi"))
        await reading.press("e", "n")
        assert entities(reading)["Ngozi Adeyemi"] == ("PERSON", 1)
        await reading.press("W", "e", "p")
        assert entities(reading)["Ngozi Adeyemi"] == ("PERSON", 2)


async def test_other_edges_are_those_of_the_selection(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("Lagos police")
        await reading.press("v", "w", "l", "l", "l", "l", "l", "e", "o")
        found = entities(reading)
        assert found["Lagos police"] == ("ORG", 1)
        assert found["Lagos"] == ("LOC", 1)


async def test_two_entities_become_one(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("Tallymen Union")
        await reading.press("e", "s")
        assert "is the same as" in reading.screen()
        await reading.type("harbour")
        await reading.press("enter")
        assert "Tallymen Union" not in entities(reading)
        assert entities(reading)["Harbour Wire"] == ("ORG", 2)


async def test_one_mention_is_somebody_else(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("Lagos police")
        await reading.press("e", "e", "enter")
        assert entities(reading)["Lagos"] == ("LOC", 1)
        assert entities(reading)["Lagos (2)"] == ("LOC", 1)


async def test_one_mention_is_another_entity_of_the_document(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("Tallymen Union")
        await reading.press("e", "e")
        assert "Harbour Wire" in reading.screen()
        await reading.press("down", "enter")
        assert entities(reading)["Harbour Wire"] == ("ORG", 2)


async def test_entity_is_called_by_its_new_edges(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        assert entities(reading)["Tallymen Union"] == ("ORG", 1)
        reading.cursor_on("Tallymen Union")
        await reading.press("W", "e", "o")
        assert "Tallymen Union" not in entities(reading)
        assert entities(reading)["Tallymen"] == ("ORG", 1)


async def test_a_quote_gets_another_speaker(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("We won")
        await reading.press("e", "w")
        assert "Who said it?" in reading.screen()
        await reading.type("tally")
        await reading.press("enter")
        assert speakers(reading)[0][1] == "Tallymen Union"
        assert any("— Tallymen" in row for row in reading.rows())
        await reading.press("e", "b")
        assert speakers(reading)[0][1] == "Ngozi Adeyemi"


async def test_a_quote_is_none_and_a_missed_one_is_added(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        before = len(speakers(reading))
        reading.cursor_on("We won")
        await reading.press("e", "x")
        assert len(speakers(reading)) == before - 1
        reading.cursor_on("It thanked")
        await reading.press("S", "e", "2")
        await reading.type("The company")
        await reading.press("enter")
        assert ("It thanked the Lagos police.", "The company") in speakers(reading)


async def test_nothing_to_correct_is_said(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        reading.cursor_on("thanked")
        await reading.press("e")
        assert "no entity and no quote here" in reading.said()


async def test_kinds_are_hidden_and_stay_hidden(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("H", "down", "down", "space", "escape")
        assert "LOC" in reading.reader.session.places.hidden
        reading.cursor_on("Lagos police")
        assert reading.article.motions is not None
        assert not reading.article.motions.mentions.at(reading.article.cursor)
    async with opened(library) as reading:
        await reading.press("H")
        assert "[ ] Places" in reading.screen()
        await reading.press("a", "escape")
        reading.cursor_on("Lagos police")
        assert reading.article.motions is not None
        assert reading.article.motions.mentions.at(reading.article.cursor)


async def test_mentions_of_one_entity_light_up_and_are_gone_to(
    library: Path, opened: Opener
) -> None:
    async with opened(library) as reading:
        reading.cursor_on("Lagos police")
        await reading.rest()
        assert len(reading.article._lit) == 2
        last = reading.article.cursor
        await reading.press("number_sign")
        assert reading.text.casefold().startswith("lagos", reading.article.cursor)
        assert reading.article.cursor < last
        await reading.press("asterisk")
        assert reading.article.cursor == last
        reading.cursor_on("Tallymen")
        await reading.press("asterisk")
        assert "the only mention" in reading.said()
        reading.cursor_on("thanked")
        await reading.press("asterisk")
        assert "no entity and no quote" in reading.said()


async def test_the_inspector_says_who_is_quoted_and_how_much(library: Path, opened: Opener) -> None:
    async with opened(library) as reading:
        await reading.press("f4")
        rows = [row[row.rindex("│") + 1 :] if "│" in row else row for row in reading.rows()]
        screen = "\n".join(rows)
        assert "■ Ngozi Adeyemi" in screen
        assert "█" in screen
        assert " words" in screen
        assert " %, " in screen
        await reading.press("enter")
        assert reading.article.has_focus
