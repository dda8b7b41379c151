"""Who speaks and who is meant, over sentences and paragraphs of invented news."""

from __future__ import annotations

import pytest

from tests.unit.quote_notation import Case, case, found_in
from tui.analysis.analysis import analyse
from tui.documents.formats import plain_document

CASES = [
    case(
        "JALPUR: Union minister Anil Deshmukh on Friday said [[the bridge would be rebuilt within "
        "a year]]. The minister said [[funds had been released]].",
        "Anil Deshmukh",
    ),
    case(
        "Patrick Quill, the 45-year-old captain, was the last to leave. [[“I counted them out,”]] "
        "the 45-year-old said.",
        "Patrick Quill",
    ),
    case(
        "Kesh Airlines cancelled 40 flights. The airline said [[passengers would be rebooked]].",
        "Kesh Airlines",
    ),
    case(
        "Calder Foods has shut its plant. [[“We regret the distress,”]] the company said.",
        "Calder Foods",
    ),
    case(
        "Elena Marchetti beat Leonid Barsky in the second round. She said [[the result spoke for "
        "itself]].",
        "Elena Marchetti",
    ),
    case(
        "Elena Marchetti beat Leonid Barsky in the second round. [[“I have nothing to add,”]] he "
        "said.",
        "Leonid Barsky",
    ),
    case(
        "Harriet Lockwood’s husband, Tobias, died in the fire. [[“He was all I had,”]] she said.",
        "Harriet Lockwood",
    ),
    case(
        "The Metro Transit Authority will raise fares. The MTA said [[it had no choice]].",
        "Metro Transit Authority",
    ),
    case(
        "The National Farmers Front rejected the offer. Its president, Suresh Iyengar, said [[the "
        "price was too low]].",
        "Suresh Iyengar",
    ),
    case(
        "Labour’s health spokeswoman, Meera Nambiar, said [[the wards were full]].",
        "Meera Nambiar",
    ),
    case(
        "Tarn Shipyards chief executive Graham Pell said [[orders were rising]].",
        "Graham Pell",
    ),
    case(
        "The leader of Wexcombe Council, Owen Pritchard, said [[bins would be emptied]].",
        "Owen Pritchard",
    ),
    case(
        "One of the survivors, who gave his name only as Idris, said [[the boat had no lights]].",
        "One of the survivors",
    ),
    case(
        "A senior official who was not authorised to speak publicly said [[talks had stalled]].",
        "A senior official",
    ),
    case(
        "Three people with knowledge of the matter said [[the bid had failed]].",
        "Three people",
    ),
    case(
        "Friends and neighbours said [[she had been unwell]].",
        "Friends and neighbours",
    ),
    case(
        "Both Solheim and Krause said [[they would appeal]].",
        "Both Solheim and Krause",
    ),
    case(
        "The Sentinel, citing two officials, reported that [[the minister had resigned]].",
        "The Daily Sentinel",
    ),
    case(
        "The Daily Sentinel quoted Haddad as saying [[the vote was rigged]].",
        "Yusuf Haddad",
    ),
    case(
        "Kamara’s lawyer, Nora Fitzhugh, said [[her client would plead not guilty]]. She said "
        "[[he had been framed]].",
        "Nora Fitzhugh",
    ),
    case(
        "Barsky was arrested on Monday. His lawyer said [[he would fight the charges]].",
        "His lawyer",
    ),
    case(
        "Sandra Yoo has run the shelter since 2009. [[“We never turn anyone away,”]] says Yoo, a "
        "former nurse. [[“Never.”]]",
        "Sandra Yoo",
    ),
    case(
        "Wren met Benavides at the border. The senator said [[the wall was a waste of money]]. "
        "[[“It’s a monument to fear,”]] he said.",
        "Tobias Wren",
    ),
    case(
        "Dr Bettina Krause, of the University of Tamsk, led the study. The researcher said "
        "[[bees were dying faster]].",
        "Bettina Krause",
    ),
    case(
        "Prime Minister Lindiwe Maseko addressed parliament. The prime minister said [[the army "
        "would stay in its barracks]].",
        "Lindiwe Maseko",
    ),
    case(
        "[[“We are ready,”]] said General Musa Danladi, commander of the northern force. The "
        "general added that [[his men had been paid]].",
        "Musa Danladi",
    ),
    case(
        "Residents were told to leave. They said [[nobody had come to help]].",
        "Residents",
    ),
    case(
        "The Port Workers Union walked out at noon. [[“We were left no choice,”]] it said in a "
        "statement.",
        "Port Workers Union",
    ),
    case(
        "Rufus Okello, a fisherman whose family came here in 1911, said [[he would stay]].",
        "Rufus Okello",
    ),
    case(
        "A spokesman called. Patrick Quill dismissed the sums as [[“smoke”]]. [[The money]], he "
        "argued, [[had been spent]].",
        "Patrick Quill",
    ),
    case(
        "The power company, Alder Group, said [[the line was safe]]. It did not say [[who had "
        "built it]].",
        "Alder Group",
    ),
    case(
        "The attack came two days after the Central Bank said [[rates would stay low]].",
        "Central Bank",
    ),
    case(
        "Iran’s defence minister, Brigadier General Musa Danladi, said [[talks would go on]].",
        "Musa Danladi",
    ),
    case(
        "A clerk to the family of Mr. Haddad said [[they would appeal]].",
        "A clerk",
    ),
    case(
        "Thankfully, Sandra Yoo has stepped in. [[“You can’t leave them out here,”]] she said.",
        "Sandra Yoo",
    ),
    case(
        "After he had put the phone down he said [[“That was the mayor.”]] Graham Pell laughed.",
        "he",
    ),
    case(
        "According to the complainant, Carla Benavides, [[the letters had been forged]].",
        "Carla Benavides",
    ),
    case("Some laughed. [[“He has been itching to do this,”]] one said.", "one"),
    case("Critics hated it. One called it [[“an assault on the comma.”]]", "One"),
    case(
        "[[“My hands are tied,”]] the state’s banking commissioner, Owen Pritchard, said.",
        "Owen Pritchard",
    ),
    case(
        "The council took in a petition alleging that [[the marsh had been drained]].",
        "a petition",
    ),
    case(
        "Counsel for the tenants, S. K. Barsky, said [[nothing had been mended]].",
        "Leonid Barsky",
    ),
    case(
        "Idris Kamara leads the doctors. According to him, [[nurses were leaving in droves]].",
        "Idris Kamara",
    ),
    case(
        "The Minister of Labour, Musa Danladi, spoke to doctors. [[“Be patient,”]] the minister "
        "said. He, however, warned that [[pay would be stopped]].",
        "Musa Danladi",
    ),
    case(
        "Residents were quoted by Reuters and a local paper as saying [[the bridge had gone]].",
        "Residents",
    ),
    case(
        "[[“She sent it in a shoebox,”]] Greta Solheim remembers.",
        "Greta Solheim",
    ),
    case(
        "The Sentinel called Elena Marchetti [[“a riot”]], while one blogger wrote that [[it was "
        "dull]].\nShe has no plans to stop. [[“To do what?”]] she asks.",
        "The Daily Sentinel",
        "one blogger",
        "Elena Marchetti",
    ),
    case(
        "When they came in, the Speaker, Meera Nambiar, asked them [[to leave]].",
        "Meera Nambiar",
    ),
    case(
        "Trading in Calder Foods was halted after the maker of soup said [[it would cut jobs]].",
        "Calder Foods",
    ),
    case(
        "It was brought by three residents in the state of Marston County who alleged [[fraud was "
        "common]].",
        "three residents",
    ),
    case("[[“Not in my lifetime,”]] was Quill’s reply.", "Patrick Quill"),
    case(
        "It stands where believers think Anil Deshmukh told Meera Nambiar that [[he would stay]].",
        "Anil Deshmukh",
    ),
    case(
        "Reuters was there. The Alder Group condemned what it called [[“an attack on its good "
        "name”]].",
        "Alder Group",
    ),
    case(
        "Patrick Quill came. Anil Deshmukh left early because, he said, [[the room was cold]].",
        "Anil Deshmukh",
    ),
    case("Owen Pritchard shrugged. In his words, [[“there is nothing wrong”]].", "Owen Pritchard"),
    case("Says one trader: [[“They shot first.”]]", "one trader"),
    case("Adds Nora Fitzhugh of Alder Group: [[“Nobody asked me.”]]", "Nora Fitzhugh"),
    case(
        "The Central Bank, which earlier this year said [[it would close]], had no comment.",
        "Central Bank",
    ),
    case(
        "[[“We will win,”]] Yoo told a cheering crowd, adding that [[“the polls are wrong.”]]",
        "Sandra Yoo",
    ),
    case(
        "Speaking outside court, Fitzhugh said [[she was relieved]].",
        "Nora Fitzhugh",
    ),
    case(
        "A joint statement by the two governments said [[the border would reopen]].",
        "A joint statement",
    ),
    case(
        "But Deshmukh, a former wrestler who entered politics in 1998, has always said that "
        "[[he would serve only two terms]].",
        "Anil Deshmukh",
    ),
    case(
        "Not everyone agreed. [[“It’s a disgrace,”]] said Tolliver, whose shop was flooded. Pell, "
        "who lives next door, said [[he was just glad to be alive]].",
        "Dwayne Tolliver",
        "Graham Pell",
    ),
    case(
        "Okello arrived with Haddad. [[“We came in peace,”]] Haddad said. Okello nodded. [[“We "
        "did,”]] he said.",
        "Yusuf Haddad",
        "Rufus Okello",
    ),
]


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.text[:50])
def test_speaker(one: Case) -> None:
    assert found_in(one.text) == (one.pieces, one.names)


NONE = [
    "The so-called “pink tax” was scrapped in 2021.",
    "Her second novel, “The Salt Road”, sold a million copies.",
    "Dwayne “Tiny” Tolliver won by a knockout.",
    "Marchers carried signs that hung from their necks like “sandwiches”.",
    "He starred in “Night Ferry” and “The Long Wait”.",
    "The word “ombudsman” is Swedish.",
    "The term “shadow bank” has no agreed meaning.",
    "They chanted and danced until dawn.",
    "The charges carry a term of ten years.",
    "Police are looking for a man who was seen near the canal.",
    "Shares in Alder Group rose 4 per cent after the report.",
    "The state has claims on the land.",
    "Kamara thanked his wife and called his brother.",
    "The union called a strike for Friday.",
    "The plant makes what engineers call “hot strip”.",
    "Photo: “Harbour at Dusk” by Greta Solheim",
    "He was charged with theft and told to appear in court.",
    "Wren declined to comment on the report.",
    "The ministry did not respond to requests for comment.",
    "The album is called “Ten Below”.",
    "The ship, named “Resolute”, sank in 1911.",
    "Her order for tea was answered at last.",
    "Nambiar wrote two books and a play.",
    "The court will rule on Thursday.",
    "The Central Bank estimates are due in May.",
    "Solheim argued with the referee and was sent off.",
    "Nearly 300 people signed the letter.",
    "They said goodbye at the station.",
    "The report has prompted calls for the dam to be emptied.",
    "The Interior Ministry claimed responsibility for the delay.",
    "Solheim does not claim to speak for the town.",
    "The group, led by a former general, declared war on the state.",
    "A stone, an old mark observed by many, was moved.",
    "Maseko condemned the raid in “the strongest terms”.",
    "The Health Ministry confirmed the names of the men arrested in May.",
    "Mr. Wren and Ms. Yoo have met twice.",
    "The chancellor will announce tax cuts next month.",
    "Its author is promising action against rules put in place in May.",
    "A woman who answered the phone at the firm, Alder Group, declined to comment.",
    "Haddad promised new measures but did not give details.",
    "The ministry announced plans for a list of guests who would be searched.",
    "The army announced the charges against Mr. Haddad in a statement issued Thursday.",
    "Wren called after the mayors of two towns, Nakuru and Tamsk, declared states of emergency.",
    "Kesh Airlines announced similar measures to offset the cost of fuel.",
    "Although the army claimed responsibility for the raid, the town blamed the police.",
    "On Friday, the State Department warned Tamsk about the threat, but voiced doubts.",
    "A group calling itself “The Sons of Tamsk in London” took the blame.",
    "Residents of London, most of them old, posted a statement on a board.",
    "The report, due on Friday, runs to 300 pages.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_quote(text: str) -> None:
    assert found_in(text) == ([], [])


def test_an_official_who_has_just_spoken_stays_meant() -> None:
    text = (
        "The talks came after Premier Anton Varga met President Milan Horak in Brno.\n\n"
        "A defence official told the Brno Courier the first meetings were short.\n\n"
        "He said that, apart from the cost, there was also concern about the radars."
    )
    assert [quote.name for quote in analyse(plain_document(text)).quotes] == [
        "A defence official"
    ] * 2


def test_a_clause_with_as_in_mid_sentence_tells_of_no_speaker() -> None:
    text = (
        "Officials have met to prevent accidents between their forces as Varonia continues its "
        "operations in the bay, the Coastal Guard has said."
    )
    [quote] = analyse(plain_document(text)).quotes
    assert quote.name == "Coastal Guard"
    assert text[quote.start : quote.end].startswith("Officials have met")
