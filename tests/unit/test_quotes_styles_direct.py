"""Direct quotes as papers and agencies of several countries print them."""

from __future__ import annotations

import pytest

from tests.unit.quote_notation import Case, case, found_in

CASES = [
    # content, verb, speaker
    case(
        "[[“We will not be closing the yard,”]] said Graham Pell, managing director of Tarn "
        "Shipyards.",
        "Graham Pell",
    ),
    case(
        "[[‘It’s a kick in the teeth for every family here,’]] said Moira Kesteven, 61, whose "
        "son worked at the mill.",
        "Moira Kesteven",
    ),
    case(
        "[[“I’ve never seen water rise that fast,”]] Dwayne Tolliver, a retired lineman, said "
        "as he hosed mud off his porch.",
        "Dwayne Tolliver",
    ),
    case(
        '[["The farmers of this district have waited long enough,"]] Mr Iyengar said while '
        "addressing a rally at Jalpur on Sunday.",
        "Suresh Iyengar",
    ),
    case(
        '[["Our hospitals are on their knees,"]] lamented Rufus Okello, secretary-general of '
        "the doctors' union.",
        "Rufus Okello",
    ),
    case(
        '[["No one is above the law,"]] the Supreme Court observed.',
        "Supreme Court",
    ),
    case(
        "[[“Are we going to be paid or not?”]] demanded one worker.",
        "one worker",
    ),
    case(
        '[["We are treating this as arson"]], a police spokesman told Reuters.',
        "a police spokesman",
    ),
    case(
        "[[“This is what victory looks like,”]] tweeted Carla Benavides shortly after midnight.",
        "Carla Benavides",
    ),
    case(
        "[[“It was a lousy deal then and it is a lousy deal now,”]] Senator Tobias Wren told the "
        "Associated Press in an interview Thursday.",
        "Tobias Wren",
    ),
    case(
        "[[“You could hear the beams going one by one,”]] recalls Harriet Lockwood, who lives "
        "opposite.",
        "Harriet Lockwood",
    ),
    # speaker, verb, content
    case(
        'Mr Adebisi said, [["We have recovered three vehicles and two locally made pistols."]]',
        "Folarin Adebisi",
    ),
    case(
        "A spokeswoman for Calder Foods said: [[“The safety of our customers comes first.”]]",
        "A spokeswoman for Calder Foods",
    ),
    case(
        "The commissioner, Musa Danladi, who briefed journalists in Abeokuta, said: [[“Nobody "
        "will be spared.”]]",
        "Musa Danladi",
    ),
    case(
        "In its ruling, the court wrote: [[“The board had no power to dissolve itself.”]]",
        "the court",
    ),
    case(
        "Her reply was blunt: [[“I won’t be lectured by that man.”]]",
        "Her",
    ),
    case(
        "Asked whether he would resign, Pritchard replied: [[“Why would I?”]]",
        "Owen Pritchard",
    ),
    case(
        "Benavides tweeted: [[“Polls close at eight. Stay in line!”]]",
        "Carla Benavides",
    ),
    case(
        "A notice pinned to the door read, [[“Closed until further notice.”]]",
        "A notice",
    ),
    case(
        "Speaking on the development, the association's chairman, Idris Kamara, lamented: [[\"We "
        'are tired of promises."]]',
        "Idris Kamara",
    ),
    case('Pell said: [["We are late."]] [["We are sorry."]]', "Graham Pell"),
    case("Supporters of Labour chanted [[“Out”]] and burned flags.", "Supporters of Labour"),
    case("According to Kesteven, [[“nobody was told a thing”]].", "Moira Kesteven"),
    case("In Kesteven’s own words, [[“nobody was told a thing”]].", "Moira Kesteven"),
    case(
        "[[“They have no money,”]] Yoo said by telephone from Tamsk. [[“They never had.”]]",
        "Sandra Yoo",
    ),
    case(
        "[[“The fault is mine,”]] Nora Fitzhugh told reporters, after a bow that lasted a minute.",
        "Nora Fitzhugh",
    ),
    case(
        "[[“We won,”]] said Idris Kamara, who had slept there since the walkout began. [[“We "
        "will not move again.”]]",
        "Idris Kamara",
    ),
    # labels and signatures
    case("[[“Steel is a state of mind”]] – Greta Solheim", "Greta Solheim"),
    case("Pell: [[“We shall see.”]]", "Graham Pell"),
    case("[[“Steel is a state of mind.”]] – Greta Solheim, sculptor", "Greta Solheim"),
    case(
        "Elena Marchetti, voter: [[“I have no idea whom to pick.”]]",
        "Elena Marchetti",
    ),
    # two halves
    case(
        "[[“If they cut the line,”]] said Moira Kesteven, [[“half the village will move out.”]]",
        "Moira Kesteven",
    ),
    case(
        "[[“I am not angry,”]] Yoo told the jury. [[“I am just very tired.”]]",
        "Sandra Yoo",
    ),
    case(
        "[[“Look,”]] says Wren, leaning across the desk, [[“nobody reads the small print.”]]",
        "Tobias Wren",
    ),
    case(
        "[['The council has lied to us,']] said Owen Pritchard, a baker. [['It's the tenants' "
        "money they've spent.']]",
        "Owen Pritchard",
    ),
    case(
        '[["This government,"]] he thundered, [["has failed the youth of Jalpur."]]',
        "he",
    ),
    case(
        "[[“Let me be clear,”]] Nambiar said, her voice rising. [[“There was no meeting. There "
        "was no note. There was nothing.”]]",
        "Meera Nambiar",
    ),
    # no cue beside it
    case(
        "Wren was unrepentant. [[“I’d do it again tomorrow.”]]",
        "Tobias Wren",
    ),
    case(
        "Lindiwe Maseko, who leads the inquiry, said [[the files were incomplete]].\n"
        "[[“We asked for everything and got half.”]]",
        "Lindiwe Maseko",
    ),
    case(
        "Barsky shrugged off the figures.\n[[“Numbers go up and numbers go down,”]] he said. "
        "[[“We’ve seen worse.”]]",
        "Leonid Barsky",
    ),
    case(
        "[[“We did what we could,”]] said Quill. He paused. [[“It wasn’t enough.”]]",
        "Patrick Quill",
    ),
    # several paragraphs
    case(
        "Solheim said: [[“I came here to paint.]]\n[[“Then the harbour froze and I stayed.]]\n"
        "[[“That was forty years ago.”]]",
        "Greta Solheim",
    ),
    case(
        "[[“The bridge has to come down,”]] Krause said. [[“There is no money to mend it.]]\n"
        "[[“And there is no will either,”]] she added.",
        "Bettina Krause",
    ),
    case(
        '[["It is not for sale,"]] Haddad said. [["It never was.]]\n[["My grandfather built it '
        'with his own hands."]]',
        "Yusuf Haddad",
    ),
    # marks within marks, odd marks
    case(
        "[[“He told me, ‘Don’t worry, it’s only a drill,’ and then the siren went,”]] Fitzhugh "
        "said.",
        "Nora Fitzhugh",
    ),
    case(
        "[[‘They called it a “managed retreat”, which is rubbish,’]] said Pell.",
        "Graham Pell",
    ),
    case(
        "[[''We want our land back,'']] said Ofori.",
        "Kwabena Ofori",
    ),
    case(
        "[[``We want our land back,'']] Ofori said.",
        "Kwabena Ofori",
    ),
    case(
        '[["The valve is 12" wide and it leaks,"]] Quill said.',
        "Patrick Quill",
    ),
    case(
        "[[“Rock ’n’ roll isn’t dead in the ’burbs,”]] said Tolliver.",
        "Dwayne Tolliver",
    ),
    # the cue with more around it
    case(
        "[[“It will be close,”]] Deshmukh had earlier told reporters.",
        "Anil Deshmukh",
    ),
    case(
        "[[“It will be close,”]] a visibly tired Deshmukh said.",
        "Anil Deshmukh",
    ),
    case(
        "[[“It will be close,”]] Deshmukh, who has never lost a seat, was quoted as saying by The "
        "Daily Sentinel.",
        "Anil Deshmukh",
    ),
    case(
        "[[“I will not be silenced!”]] Maseko shouted from the dock, before being led away.",
        "Lindiwe Maseko",
    ),
    case(
        "Maseko later took to Twitter to say: [[“Thank you all.”]]",
        "Lindiwe Maseko",
    ),
    case(
        "[[“It was an honest mistake,”]] the letter said.",
        "the letter",
    ),
    case(
        "[[“Nobody told us,”]] complained another resident, who asked not to be named.",
        "another resident",
    ),
    case(
        "[[“Nobody told us,”]] said the mother of one of the boys.",
        "the mother of one of the boys",
    ),
    case(
        "[[“Nobody told us,”]] said Solheim and Krause in a joint statement.",
        "Solheim and Krause",
    ),
    case(
        "[[“Nobody told us,”]] according to a memo seen by The Daily Sentinel.",
        "a memo",
    ),
]


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.text[:50])
def test_direct(one: Case) -> None:
    assert found_in(one.text) == (one.pieces, one.names)
