"""People, organisations and places: what is a name, of which type, from where to where."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.unit.entity_documents import article, surfaces
from tui.analysis.entities import find_entities
from tui.analysis.model import Label
from tui.documents.document import Block, BlockKind
from tui.documents.plain import plain_document

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = {"PER": Label.PERSON, "ORG": Label.ORG, "LOC": Label.LOC, "NORP": Label.NORP}

# Every name in these stands in braces with its type; nothing else in them is one.
MARKED = """
{President|-} {PER Vladimir Putin} met {NORP Syrian} envoys in {LOC Moscow}.
{NORP Israeli} Prime Minister {PER Benjamin Netanyahu} flew to {LOC Tel Aviv}.
{NORP Russian} Deputy Chief of Staff {PER Nikolai Bogdanovski} arrived.
{LOC U.S.} Secretary of State {PER Ann Fletcher} left {LOC Geneva}.
{ORG Bank of England} Governor {PER Andrew Marlow} spoke.
Vice President {PER Maria Conte} and Sen. {PER Tom Reyes} agreed.
Detective Sergeant {PER Aoife Brannigan} gave evidence.
Defence Minister {PER Olena Hryhorenko} resigned.
The minister, {PER Pedro Salcedo}, resigned.
{PER Emeka Obi}, 26, voted against it.
{PER Mike Hawes}, chief executive of {ORG Lima & Sons}, denied it.
The spokeswoman {PER Renata Oliveira} declined to comment.
{PER J. K. Barlow} and {PER Conan O'Neill} wrote it.
{PER Cormac O’Driscoll} walked free.
{PER Alexander van der Bellen} met {PER Mohammed bin Salman} there.
{PER Bashar al-Assad} spoke to {PER Kim Jong Un} by telephone.
{PER Seo Min-jae} and {PER Jean-Claude Vauquelin} studied it.
{PER José Muñoz Ibáñez} met {PER Øyvind Dahl} at noon.
Mr {PER Golan} and Dr. {PER Lee} were there.
Queen {PER Elizabeth II} met Pope {PER Francis}.
{PER Sunday Oliseh} told {ORG Sunday Times} reporters about it.
{PER Will Smith} will mark the day.
The {ORG Israel Defence Forces} ({ORG IDF}) has said so.
The {ORG Ministry of Culture and Sport} said no.
The {ORG Food and Drug Administration} said no.
The {ORG Centers for Disease Control and Prevention} said no.
He left the {ORG University of Oxford} for the {ORG Massachusetts Institute of Technology}.
{ORG Apple Inc.} shares fell, {ORG Northlight Energy plc} rose.
{ORG Siemens AG} and {ORG Deutsche Bank} agreed.
{ORG British Airways} and {ORG American Airlines} agreed.
{ORG Manchester United} beat {ORG Real Madrid} again.
The {ORG New York Yankees} lost.
The {ORG People's Bank of China} cut rates.
{ORG Lloyd's of London} insured it.
The {ORG Hanseatic Roasters' League} spoke up.
An official told the {ORG Walla! News} website so.
{ORG Yahoo!} said nothing.
{ORG Hamas} and {ORG al-Qaeda} denied it.
The {ORG Red Cross} and the {ORG UN Security Council} met.
The {ORG House of Representatives} and the {ORG Senate} agreed.
{NORP Israeli}-{NORP Palestinian} talks failed.
The {LOC Paris}-based firm and an {NORP Anglo-Dutch} group merged.
They flew from {LOC New York City} to {LOC Santa Monica}, {LOC California}.
Police in {LOC Springfield}, {LOC Illinois}, arrested nobody.
The {LOC United Arab Emirates} and {LOC South Korea} agreed.
The {LOC Democratic Republic of Congo} and the {LOC Czech Republic} agreed.
She lives near {LOC Lake Tahoe}, he on {LOC Baker Street}.
The {LOC Gulf of Aden} and the {LOC Golan Heights} were calm.
They met in {LOC King's Lynn} and in {LOC St. Louis}.
The village of {LOC Kilmurrin} has one clock.
They landed at {LOC Heathrow Airport}.
The {LOC US} and its allies met the {LOC U.S.} envoy.
The {NORP Syrian} army left {LOC Syria}.
Islamic law and {ORG Islamic State} differ.
""".replace("{President|-}", "President").replace("Islamic law", "{NORP Islamic} law")

NO_NAMES = """
Prior to the meetings, nothing was said.
During the talks nothing was said.
However, his officials disagreed.
His mother rang. She was cross. They agreed.
Workers said the gates were chained. Managers denied it.
"What?" he asked. "Nobody knows."
The Paris Agreement and the Vietnam War are history.
The World Cup and the Nobel Prize are prizes.
He watches TV and reads the Bible at Christmas.
The CEO and the MP met on the Internet.
I think I know what he means.
Download the app for breaking news. Follow us.
It is in the north of the country.
He studied HTML and CSS.
The Prime Minister and the Secretary of State left.
Under cross-examination he wept. Outside, it rained.
Nurses turned down half of the requests.
"""


def _marked(line: str) -> tuple[str, list[tuple[str, Label]]]:
    names = [(name, NAMES[kind]) for kind, name in re.findall(r"\{(\w+) (.*?)\}", line)]
    return re.sub(r"\{\w+ (.*?)\}", r"\1", line), names


def _names(text: str, *, headline: bool = False) -> list[tuple[str, Label]]:
    mentions = [
        mention
        for entity in find_entities(article(text, headline=headline))
        for mention in entity.mentions
        if mention.label in NAMES.values()
    ]
    mentions.sort(key=lambda mention: mention.start)
    return [(text[mention.start : mention.end], mention.label) for mention in mentions]


@pytest.mark.parametrize("line", MARKED.strip().splitlines())
def test_names_have_their_type_and_edges(line: str) -> None:
    text, names = _marked(line)
    assert _names(text) == names


@pytest.mark.parametrize("text", NO_NAMES.strip().splitlines())
def test_words_with_a_capital_are_no_names(text: str) -> None:
    assert _names(text) == []


def test_headline_in_title_case_is_not_all_names() -> None:
    text = "Israel and Russia Seek Way to Coordinate Army Work\nThe talks were long."
    assert _names(text, headline=True) == [("Israel", Label.LOC), ("Russia", Label.LOC)]


def test_headline_takes_up_names_from_the_body() -> None:
    text = (
        "Northlight Fares Rise Again as Okonjo Resigns\n"
        "Shares in Northlight Energy plc rose. "
        "The chairman, Chidi Okonjo, said Northlight was safe."
    )
    found = _names(text, headline=True)
    assert ("Okonjo", Label.PERSON) in found[:2]
    assert ("Northlight", Label.ORG) in found[:2]


def test_shouted_headline_is_not_all_names() -> None:
    text = "COUNCIL VOTES TO KEEP PARIS CLOCK WRONG\nThe vote was close."
    assert _names(text, headline=True) == [("PARIS", Label.LOC)]


def test_dateline_place_is_a_place_even_if_nobody_knows_it() -> None:
    text = "Kilmurrin: Councillors voted on it. The clock of Kilmurrin is wrong."
    document = article(text, dateline="Kilmurrin")
    (place,) = [one for one in find_entities(document) if one.label is Label.LOC]
    assert (place.name, len(place.mentions)) == ("Kilmurrin", 2)


def test_dateline_with_agency() -> None:
    text = "SANTOS, Brazil (Northlight) - It rained."
    assert _names(text) == [
        ("SANTOS", Label.LOC),
        ("Brazil", Label.LOC),
        ("Northlight", Label.ORG),
    ]


def test_source_of_the_document_is_an_organisation() -> None:
    text = "By Jane Doe, Munster Evening Sketch\nIt rained."
    found = find_entities(article(text, source="The Munster Evening Sketch"))
    assert ("Munster Evening Sketch", Label.ORG) in [(one.name, one.label) for one in found]


def test_acronym_that_is_also_a_word() -> None:
    text = "They fought the Islamic State (IS). It is aimed at IS militants. It is said so."
    assert _names(text) == [
        ("Islamic State", Label.ORG),
        ("IS", Label.ORG),
        ("IS", Label.ORG),
    ]


def test_word_in_small_letters_elsewhere_is_no_name_at_the_start_of_a_sentence() -> None:
    text = "Lashers argued. Steelworkers and lashers met."
    assert _names(text) == []


def test_common_surname_is_found_again_where_only_a_name_has_a_capital() -> None:
    text = "They met Martha Power in May. “It was late,” said Power. Power is dear."
    assert surfaces(text, "Martha Power") == ["Martha Power", "Power"]


def test_majority_decides_on_a_word_that_is_also_a_place() -> None:
    text = "Michael Jordan spoke. Jordan said he was tired. The coach, Michael Jordan, left."
    assert surfaces(text, "Michael Jordan") == ["Michael Jordan", "Jordan", "Michael Jordan"]


def test_code_is_left_out() -> None:
    document = article("In Paris it rained.\nParis = 3")
    first, second = document.blocks
    code = Block(second.start, second.end, BlockKind.CODE)
    blocks = (first, code)
    changed = type(document)(
        document.id, document.path, document.name, document.title, document.text, blocks
    )
    (paris,) = find_entities(changed)
    assert len(paris.mentions) == 1


def test_empty_document() -> None:
    assert find_entities(article("")) == ()


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        (
            "02-israel-russia-military-talks.txt",
            {
                ("Israel Defence Forces", Label.ORG),
                ("Xinhua", Label.ORG),
                ("Islamic State", Label.ORG),
                ("Nikolai Bogdanovski", Label.PERSON),
                ("Yair Golan", Label.PERSON),
                ("Tel Aviv", Label.LOC),
                ("Golan Heights", Label.LOC),
            },
        ),
        (
            "01-harbour-strike-ends.txt",
            {
                ("Ngozi Adeyemi-Cole", Label.PERSON),
                ("Tallymen and Maritime Hands Union", Label.ORG),
                ("Lagos Chamber of Freight Agents", Label.ORG),
                ("Lagos", Label.LOC),
            },
        ),
        (
            "11-seal-pups-pipeline.txt",
            {
                ("Pieter-Jan ter Horst", Label.PERSON),
                ("Marieke van der Laan", Label.PERSON),
                ("Noordzee Carbon", Label.ORG),
                ("North Sea", Label.LOC),
            },
        ),
    ],
)
def test_sample_articles(seed: str, expected: set[tuple[str, Label]]) -> None:
    text = (SEEDS / seed).read_text(encoding="utf-8")
    found = {(one.name, one.label) for one in find_entities(plain_document(text))}
    assert expected <= found


class UnwantedError(Exception):
    pass


def test_work_ends_when_it_is_no_longer_wanted() -> None:
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls > 3:
            raise UnwantedError

    with pytest.raises(UnwantedError):
        find_entities(article("In Paris it rained.\n" * 20), check)


WORDS = """Paris said the of and for President John Smith 's ’s ( ) IDF " ” “ - -- . , ! ? Ministry
    U.S. Jan. al van bin Monday March 3 2025 $ 4.5 billion % per cent O’Neill é É ß ² ½ 漢字 £ € &
    Walla Today WHO IS (IS) Islamic State Bank 🙂 King New York City Min-jae plc \u0301 \u200d"""
PIECES = st.sampled_from(re.split(r"\s+", WORDS))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=25), max_size=4), st.sampled_from(["", " ", "  "]))
@example([["Paris"] * 5, ["plc"]], " ")
@example([["Paris", "Paris", "Paris", "\u0301", "Paris"]], " ")
def test_mentions_are_in_order_apart_and_inside_their_blocks(
    lines: list[list[str]], gap: str
) -> None:
    document = article("\n".join(gap.join(line) for line in lines))
    entities = find_entities(document)
    firsts = [entity.mentions[0].start for entity in entities]
    assert firsts == sorted(firsts)
    mentions = sorted(
        (mention for entity in entities for mention in entity.mentions),
        key=lambda mention: mention.start,
    )
    for before, after in pairwise(mentions):
        assert before.end <= after.start
    for entity in entities:
        starts = [mention.start for mention in entity.mentions]
        assert starts == sorted(starts)
        for mention in entity.mentions:
            assert (mention.name, mention.label) == (entity.name, entity.label)
            assert any(b.start <= mention.start < mention.end <= b.end for b in document.blocks)
            surface = document.text[mention.start : mention.end]
            assert surface == surface.strip()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    find_entities(article(text.replace("\r", " ")))


@pytest.mark.parametrize(
    "piece",
    [
        "Aaa ",
        "( ",
        '" ',
        "A.",
        "a'a",
        "Ab-",
        "al-",
        "Women's ",
        "Bank of ",
        "Ministry of A and B ",
        "John Smith met Smith. ",
        "12 million ",
        "2004-",
        "5 to ",
        "1,",
        "In May 2020 Paris said. ",
        "Islamic State (IS) ",
        "e\u0301",
    ],
)
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(size: int) -> float:
        document = article(piece * (size // len(piece)))
        begin = time.process_time()
        find_entities(document)
        return time.process_time() - begin

    seconds(1_000)
    short = min(seconds(20_000) for _ in range(2))
    assert seconds(80_000) < 10 * short + 0.1
