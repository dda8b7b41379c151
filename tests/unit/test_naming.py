"""Which mentions are one person, organisation or place, its fullest name, and a person's role."""

from __future__ import annotations

import pytest

from tests.unit.entity_documents import article, entity, surfaces
from tui.analysis.entities import find_entities
from tui.analysis.model import Label
from tui.analysis.naming import is_acronym


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "General Nikolai Bogdanovski left. Bogdanovski's car followed. Mr. Bogdanovski waved.",
            "Nikolai Bogdanovski",
            ["Nikolai Bogdanovski", "Bogdanovski", "Bogdanovski"],
        ),
        (
            "Netanyahu to resign, aides say. Benjamin Netanyahu told parliament so on Monday.",
            "Benjamin Netanyahu",
            ["Netanyahu", "Benjamin Netanyahu"],
        ),
        (
            "Khalid bin Nasser al-Farsi paid. Al-Farsi told the jury so, and al-Farsi wept.",
            "Khalid bin Nasser al-Farsi",
            ["Khalid bin Nasser al-Farsi", "Al-Farsi", "al-Farsi"],
        ),
        (
            "Marieke van der Laan denied it. “No,” said Van der Laan.",
            "Marieke van der Laan",
            ["Marieke van der Laan", "Van der Laan"],
        ),
        (
            "Pieter-Jan ter Horst spoke. Ter Horst refused to say more.",
            "Pieter-Jan ter Horst",
            ["Pieter-Jan ter Horst", "Ter Horst"],
        ),
        (
            "Kim Jong Un spoke in Pyongyang. Later Kim said no more.",
            "Kim Jong Un",
            ["Kim Jong Un", "Kim"],
        ),
        (
            "Øyvind Håkonsen-Dahl led it. I told Øyvind so. Håkonsen-Dahl laughed.",
            "Øyvind Håkonsen-Dahl",
            ["Øyvind Håkonsen-Dahl", "Øyvind", "Håkonsen-Dahl"],
        ),
        (
            "Robert Mitchell rang. A Robert J. Mitchell had been there. Mitchell denied it.",
            "Robert J. Mitchell",
            ["Robert Mitchell", "Robert J. Mitchell", "Mitchell"],
        ),
        (
            "Beatriz Conceição Falcão restores film. Conceição Falcão laughed.",
            "Beatriz Conceição Falcão",
            ["Beatriz Conceição Falcão", "Conceição Falcão"],
        ),
        (
            "The Israel Defence Forces (IDF) said so. The IDF said more, and IDF’s men left.",
            "Israel Defence Forces",
            ["Israel Defence Forces", "IDF", "IDF", "IDF"],
        ),
        (
            "The Maritime Hands Union met. Members of the MHU voted. The MHU said so.",
            "Maritime Hands Union",
            ["Maritime Hands Union", "MHU", "MHU"],
        ),
        (
            "They bombed the Islamic State group (IS). Fighters of IS fled.",
            "Islamic State",
            ["Islamic State", "IS", "IS"],
        ),
        (
            "Northlight Energy plc rose. Shares in Northlight rose too. Northlight Energy said so.",
            "Northlight Energy plc",
            ["Northlight Energy plc", "Northlight", "Northlight Energy"],
        ),
        (
            "The U.S. and its friends met US envoys. The United States, or America, agreed.",
            "United States",
            ["U.S.", "US", "United States", "America"],
        ),
        ("Britain left. The UK left. The U.K. left.", "United Kingdom", ["Britain", "UK", "U.K."]),
        (
            "The UN met. The United Nations (UN) met.",
            "United Nations",
            ["UN", "United Nations", "UN"],
        ),
        ("Great Britain left. The UK left.", "United Kingdom", ["Great Britain", "UK"]),
        (
            "The United States of America met the United States.",
            "United States",
            ["United States of America", "United States"],
        ),
        ("Agnes Holland left. Holland wept.", "Agnes Holland", ["Agnes Holland", "Holland"]),
        (
            "Mohammed bin Salman al-Farid left. Bin Salman wept. Prince Mohammed spoke.",
            "Mohammed bin Salman al-Farid",
            ["Mohammed bin Salman al-Farid", "Bin Salman", "Mohammed"],
        ),
        ("LISBON (Reuters) - It rained in Lisbon.", "Lisbon", ["LISBON", "Lisbon"]),
        ("Two Israelis and Israelis abroad voted.", "Israelis", ["Israelis", "Israelis"]),
    ],
)
def test_mentions_of_one_thing_are_gathered(text: str, name: str, mentions: list[str]) -> None:
    assert surfaces(text, name) == mentions


def test_two_people_of_one_surname_stay_two() -> None:
    text = (
        "Judge Anna Smith met Captain David Smith. Judge Smith spoke first. "
        "Captain Smith said nothing. Smith left."
    )
    assert surfaces(text, "Anna Smith") == ["Anna Smith", "Smith"]
    assert surfaces(text, "David Smith") == ["David Smith", "Smith", "Smith"]


def test_bare_surname_is_the_one_named_last() -> None:
    text = "Anna Smith met David Smith. David Smith left. Anna Smith stayed. Smith laughed."
    assert surfaces(text, "Anna Smith") == ["Anna Smith", "Anna Smith", "Smith"]


def test_husband_and_wife_are_told_by_their_titles() -> None:
    text = (
        "Derek Smith stole it. His wife, Pauline Smith, knew. Mrs Smith wept. Smith sold the car. "
        "Mr Smith said so. Mrs Smith left."
    )
    assert surfaces(text, "Derek Smith") == ["Derek Smith", "Smith", "Smith"]
    assert surfaces(text, "Pauline Smith") == ["Pauline Smith", "Smith", "Smith"]


def test_man_of_the_name_is_not_the_woman_of_half_the_name() -> None:
    text = (
        "Ola Wójcik-Brandt died. Her son, Marek Brandt, was there. Ms. Wójcik-Brandt was born "
        "here. Mr. Brandt wept. Brandt left."
    )
    assert surfaces(text, "Marek Brandt") == ["Marek Brandt", "Brandt", "Brandt"]


def test_town_is_not_its_council() -> None:
    text = "Penmarsh Borough Council met. The member for Penmarsh left."
    assert surfaces(text, "Penmarsh Borough Council") == ["Penmarsh Borough Council"]


def test_wife_who_is_not_named_in_full_is_somebody_else() -> None:
    text = "Sir Alan Pike left. Lady Pike wept. Sir Alan laughed, and Lady Pike left."
    assert surfaces(text, "Alan Pike") == ["Alan Pike", "Alan"]
    assert surfaces(text, "Pike") == ["Pike", "Pike"]


def test_name_of_men_and_women_goes_with_either_title() -> None:
    assert surfaces("Andrea Pike left. Mr Pike wept.", "Andrea Pike") == ["Andrea Pike", "Pike"]


def test_middle_name_alone_is_somebody_else() -> None:
    text = "Carl Johanna Berg was born to Johanna, a nurse. Carl Berg left."
    names = [one.name for one in find_entities(article(text)) if one.label is Label.PERSON]
    assert names == ["Carl Johanna Berg", "Johanna"]


def test_middle_name_may_be_left_out_before_a_particle() -> None:
    text = "Wilhelmina van der Berg left. Wilhelmina Johanna van der Berg was born here."
    assert len(surfaces(text, "Wilhelmina Johanna van der Berg")) == 2


def test_name_in_capitals_is_written_as_below_the_headline() -> None:
    text = "MARGARET HOLLOWAY LEAVES\nMargaret Holloway left on Monday."
    assert len(surfaces(text, "Margaret Holloway")) == 2


def test_fed_is_the_federal_reserve() -> None:
    text = "The Federal Reserve met. The Fed left its rate alone."
    assert surfaces(text, "Federal Reserve") == ["Federal Reserve", "Fed"]


def test_land_is_not_the_body_whose_name_begins_with_it() -> None:
    text = (
        "Rain in Norland.\nNorland slept on.\nThere was wind in Norland.\nIt snowed too.\n"
        "The signal of the Norland Broadcasting Corporation failed."
    )
    assert "Norland Broadcasting Corporation" in {one.name for one in find_entities(article(text))}
    assert surfaces(text, "Norland Broadcasting Corporation") == [
        "Norland Broadcasting Corporation"
    ]


def test_relations_of_one_name_are_not_one_person() -> None:
    text = "Elif Arslan rang her aunt. The aunt, Nermin Arslan, was out."
    names = [one.name for one in find_entities(article(text)) if one.label is Label.PERSON]
    assert names == ["Elif Arslan", "Nermin Arslan"]


def test_place_within_the_name_of_a_body_stays_a_place() -> None:
    text = "In Norwich it rained. He left Norwich Crown Court. Norwich was wet."
    assert surfaces(text, "Norwich") == ["Norwich", "Norwich"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Israeli Prime Minister Benjamin Netanyahu left.",
            "Benjamin Netanyahu",
            "Israeli Prime Minister",
        ),
        (
            "Russian Deputy Chief of Staff Nikolai Bogdanovski left.",
            "Nikolai Bogdanovski",
            "Russian Deputy Chief of Staff",
        ),
        (
            "Bank of England Governor Andrew Marlow left.",
            "Andrew Marlow",
            "Bank of England Governor",
        ),
        ("A spokeswoman, Renata Oliveira, left.", "Renata Oliveira", "spokeswoman"),
        (
            "Hezbollah's deputy leader, Hassan al-Amiri, warned.",
            "Hassan al-Amiri",
            "deputy leader",
        ),
        ("The NDA's director, Col. Iker Salaberri, left.", "Iker Salaberri", "director"),
        ("They met the mayor, Ann Fletcher and others.", "Ann Fletcher", ""),
        ("Finance Minister María Oliveira left.", "María Oliveira", "Finance Minister"),
        ("The co-author Kwame Marlow left.", "Kwame Marlow", "co-author"),
        ("IDF spokesman Lt. Col. Avi Rosental left.", "Avi Rosental", "IDF spokesman Lt. Col."),
        ("Freja Mikkelsen, 31, tells our reporter Sofie Lund: no.", "Freja Mikkelsen", ""),
        ("The race director Bohumil Novak left.", "Bohumil Novak", "race director"),
        (
            "Mike Hawes, chief executive of Lima & Sons, left.",
            "Mike Hawes",
            "chief executive of Lima & Sons",
        ),
        ("Emeka Obi, 26, a farmer from Lagos, left.", "Emeka Obi", "farmer from Lagos"),
        ("Ann Fletcher, the first woman on the moon of Mars, left.", "Ann Fletcher", ""),
        ("Mr Andrew Marlow left.", "Andrew Marlow", ""),
        ("They are Andrew Marlow, a daughter, and two sons.", "Andrew Marlow", ""),
    ],
)
def test_role_beside_the_name(text: str, name: str, role: str) -> None:
    assert entity(text, name).role == role


def test_fuller_role_is_kept() -> None:
    text = "Sen. Ann Fletcher left. Ann Fletcher, an opposition leader, wept."
    assert entity(text, "Ann Fletcher").role == "opposition leader"


def test_role_is_kept_from_whichever_mention_gives_it() -> None:
    text = "Andrew Marlow left. Governor Marlow was tired."
    assert entity(text, "Andrew Marlow").role == "Governor"


def test_entities_are_in_order_of_first_mention() -> None:
    text = "Paris fell. Rome fell. Then Paris rose with Berlin."
    assert [one.name for one in find_entities(article(text))] == ["Paris", "Rome", "Berlin"]


@pytest.mark.parametrize(
    ("short", "words", "expected"),
    [
        ("IDF", ["Israel", "Defence", "Forces"], True),
        ("WHO", ["World", "Health", "Organization"], True),
        ("NATO", ["North", "Atlantic", "Treaty", "Organization"], True),
        ("Interpol", ["International", "Police"], False),
        ("BBC", ["Central", "Bank"], False),
        ("I", ["Israel"], False),
        ("", ["Israel"], False),
    ],
)
def test_acronym_of_words(short: str, words: list[str], expected: bool) -> None:
    assert is_acronym(short, words) is expected
