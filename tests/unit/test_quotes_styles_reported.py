"""Reported speech, with and without words in marks, as papers and agencies print it."""

from __future__ import annotations

import pytest

from tests.unit.quote_notation import Case, case, found_in

CASES = [
    # with "that"
    case(
        "Governor Kwabena Ofori has said that [[his administration would pay all outstanding "
        "salaries before Christmas]].",
        "Kwabena Ofori",
    ),
    case(
        "The minister further stated that [[the scheme had benefited over 2 lakh farmers in the "
        "state]].",
        "The minister",
    ),
    case(
        "A study published in March found that [[children who slept less weighed more]].",
        "A study",
    ),
    case(
        "Prosecutors allege that [[Barsky, 54, moved $3 million through a shell company]].",
        "Prosecutors",
    ),
    case(
        "Ms Nambiar pointed out that [[the tender had been floated twice]].",
        "Meera Nambiar",
    ),
    case(
        "Earlier, the State Department made clear that [[it would not take part in the talks]].",
        "State Department",
    ),
    case(
        "The report warns that [[without new sluices the town could flood twice a decade]].",
        "The report",
    ),
    # without "that"
    case(
        "Police say [[a 34-year-old man was arrested at the scene]].",
        "Police",
    ),
    case(
        "Tarn Shipyards says [[it has no plans to sell the site]].",
        "Tarn Shipyards",
    ),
    case(
        "Iyengar told a news conference [[the road would open by June]].",
        "Suresh Iyengar",
    ),
    case(
        "Officials told reporters Tuesday that [[the fire was under control]].",
        "Officials",
    ),
    case(
        "Fitzhugh told the jury on Wednesday [[she never saw the letter]].",
        "Nora Fitzhugh",
    ),
    case(
        "Doctors at the hospital in Nakuru said [[most of the wounded were children]].",
        "Doctors",
    ),
    case(
        "Krause, who took over in April, acknowledged [[the figures were wrong]].",
        "Bettina Krause",
    ),
    case(
        "The company said in a filing late on Friday [[it would cut 400 jobs]].",
        "The company",
    ),
    case(
        "Wren believes the bill is dead, but said [[he would vote for it anyway]].",
        "Tobias Wren",
    ),
    case(
        "Officials Saturday said [[at least 11 soldiers were wounded]].",
        "Officials",
    ),
    case(
        "The State Department said [[Mr. Wren, who is in London, will return]].",
        "State Department",
    ),
    case(
        "The ministry says [[the flood presents a chance to rebuild]].",
        "The ministry",
    ),
    case(
        "The Central Bank, in a reply to questions, said [[the figures “speak for themselves”]].",
        "Central Bank",
    ),
    case(
        "He added, however, that [[nobody was hurt]]. He noted however that [[a cow had died]].",
        "He",
    ),
    case(
        "They say [[Thursday's battle closed the road]].",
        "They",
    ),
    case(
        "Police say [[as many as 40 prisoners may have escaped]].",
        "Police",
    ),
    case("Okello told her [[she was free to go]].", "Rufus Okello"),
    case("Okello told her that [[she was free to go]].", "Rufus Okello"),
    case("Okello said last week [[the well was dry]].", "Rufus Okello"),
    case("Pell remarked that [[“it is a swamp,”]] drawing laughter.", "Graham Pell"),
    case("Okello has said again and again that [[he is innocent]].", "Rufus Okello"),
    # content first
    case(
        "[[Two people were pulled alive from the rubble]], police said.",
        "police",
    ),
    case(
        "[[The crash happened shortly before 6am]], according to the Environment Agency.",
        "Environment Agency",
    ),
    case(
        "[[At least 40 houses were washed away when the dam burst]], said Rufus Okello, the "
        "county's disaster chief.",
        "Rufus Okello",
    ),
    case(
        "[[Inflation would peak in the spring]], the Central Bank predicted, with a further "
        "report due in May.",
        "Central Bank",
    ),
    case(
        "[[The cabinet will meet on Monday]], state television reported.",
        "state television",
    ),
    case(
        "[[The vessel was carrying cement]], the ministry said in a statement, Reuters reported.",
        "the ministry",
    ),
    # the cue in the middle
    case(
        "[[The pipeline]], Alder Group said, [[would be finished a year late]].",
        "Alder Group",
    ),
    case(
        "[[The suspect]], police said, [[had fled on foot]].",
        "police",
    ),
    case(
        "[[The tax]], according to Vantage Analytics, [[will cost households £90 a year]].",
        "Vantage Analytics",
    ),
    case(
        "[[By the time help came]], she said, [[the house was gone]].",
        "she",
    ),
    case(
        "[[If nothing changes]], warned Deshmukh, [[the canal will run dry]].",
        "Anil Deshmukh",
    ),
    case(
        "[[But the real problem]], Krause argues, [[is the rent]].",
        "Bettina Krause",
    ),
    # according to, in the words of
    case(
        "According to Kesteven, [[the mill had been losing money for years]].",
        "Moira Kesteven",
    ),
    case(
        "According to a person familiar with the talks, who asked not to be named, [[the price "
        "was never settled]].",
        "a person",
    ),
    case(
        "According to police, [[the driver was not hurt]].",
        "police",
    ),
    case(
        "In Pell's words, [[“the sums do not add up”]].",
        "Graham Pell",
    ),
    # infinitives, gerunds
    case("The union urged members [[to vote no]].", "The union"),
    case("The MTA asked riders [[to avoid the tunnel]].", "Metro Transit Authority"),
    case("Solheim denied [[taking any money from the fund]].", "Greta Solheim"),
    case("Pritchard accused the council of [[selling the park in secret]].", "Owen Pritchard"),
    case("Haddad promised [[to publish the accounts]].", "Yusuf Haddad"),
    case("Haddad vowed [[never to return]].", "Yusuf Haddad"),
    case("Maseko called for [[the chief executive to resign]].", "Lindiwe Maseko"),
    case("The judge ordered Barsky [[to pay back the money]].", "The judge"),
    case("The ministry warned tourists [[against swimming in the lake]].", "The ministry"),
    case("Critics of the move accuse the army of [[hiding the dead]].", "Critics of the move"),
    case("Wren called on the mayor [[to open the books]].", "Tobias Wren"),
    case("Okello pleaded with drivers [[to slow down]].", "Rufus Okello"),
    case("Okello urged growers and the ministry in Nakuru [[to talk]].", "Rufus Okello"),
    case(
        "[[The trend]], says its author, Greta Solheim, [[is about manners]].",
        "Greta Solheim",
    ),
    # several cues
    case(
        "Quill said [[the ferry was late]], adding that [[two crew members had been dismissed]].",
        "Patrick Quill",
    ),
    case(
        "Quill said [[the ferry was late and that nobody had been told]].",
        "Patrick Quill",
    ),
    case(
        "Quill told passengers [[the ferry was late]], but insisted [[it was safe]].",
        "Patrick Quill",
    ),
    case(
        "Quill said [[the ferry was late]], while Solheim claimed [[it had never left]].",
        "Patrick Quill",
        "Greta Solheim",
    ),
    case(
        "He noted that [[rents had doubled]] and argued that [[wages had not]].",
        "He",
    ),
    # where content ends
    case(
        "Kamara said [[the mine was safe]], declining to give details.",
        "Idris Kamara",
    ),
    case(
        "Kamara said [[the mine was safe]], speaking on condition of anonymity.",
        "Idris Kamara",
    ),
    case(
        "Kamara, who said [[he had no regrets]], flew home on Friday.",
        "Idris Kamara",
    ),
    case(
        "[[The mine was safe]], Kamara told the inquiry, his voice barely audible.",
        "Idris Kamara",
    ),
    case(
        "When police said [[the road was closed]], drivers turned back.",
        "police",
    ),
    case(
        "Maseko said [[the trade was “a scandal”]], and accused ministers of [[hiding it]].",
        "Lindiwe Maseko",
    ),
    case(
        "Wren said [[they asked for “nothing but peace,”]] and he added [[they would get it]].",
        "Tobias Wren",
    ),
    case("[[Fares will rise in May]], the Sentinel has learnt.", "The Daily Sentinel"),
    case(
        "The National Farmers Front says [[after troops fired at a bus, a boy ran out and fell]].",
        "National Farmers Front",
    ),
    case("Supporters chanted [[“Out, out!”]] and burned flags.", "Supporters"),
    case("Iran has warned the crew [[“not to play with fire”]].", "Iran"),
    case(
        "The charge, which Alder Group said [[will lead to a loss]], is its second.",
        "Alder Group",
    ),
    case("It banned the rally, a move that critics say [[threatens free speech]].", "critics"),
    case("They held a prophet who promised [[to walk on water]].", "a prophet"),
    case("[[She spent the money on a boat]], Tamsk Crown Court heard.", "Tamsk Crown Court"),
    case(
        "Haddad concedes that [[the sample is small]] but notes that [[it is old]].",
        "Yusuf Haddad",
    ),
    case(
        "[[The plan]], Bettina Krause wrote in a note, [[“looks late rather than wrong”]].",
        "Bettina Krause",
    ),
    case("Wren told the men and women that [[they had won]].", "Tobias Wren"),
    case(
        "Wren accused Labour of [[wasting money]], and later called it [[“a shambles”]].",
        "Tobias Wren",
    ),
    case("Wren insisted [[the first half hour would be free]].", "Tobias Wren"),
    case("Police said [[two men were held]], without elaborating.", "Police"),
    case(
        "[[Dealers in London]], said Rufus Okello of Alder Group, [[“are sitting tight.”]]",
        "Rufus Okello",
    ),
    case("He said [[over the past five years police have freed 190 children]].", "He"),
    case(
        "Wren told Yoo, her mother and the mayors of two towns that [[they had won]].",
        "Tobias Wren",
    ),
    case(
        "Yoo told reporters Monday [[the 10 men and 10 women represent a step forward]].",
        "Sandra Yoo",
    ),
    case(
        "Speaking to priests gathered there, Pell praised them but said [[they must ask why]].",
        "Graham Pell",
    ),
    case("A group that says [[it has links to the army]] has seized the port.", "A group"),
    case("Okello turned and said to her, [[“Think of the men.”]]", "Rufus Okello"),
    case("Ministers warned of what they called [[“catastrophe”]].", "Ministers"),
    case("The deal came as Kesh Airlines said [[profits had halved]].", "Kesh Airlines"),
    case(
        "Solheim quoted a 14th century emperor as saying [[the sea was a wall]].",
        "a 14th century emperor",
    ),
    case(
        "Thwaite spoke. Wren accused Labour of [[playing games]] and intends to sue.",
        "Tobias Wren",
    ),
    case("Wren pledged [[to fight crime]] and today gave each town a van.", "Tobias Wren"),
    case(
        "Pell compared cyclists to “frogs,” saying [[he had been tired]].",
        "Graham Pell",
    ),
    case("Deshmukh termed the move [[“an election stunt”]].", "Anil Deshmukh"),
    case(
        "Two clerks met friends, who, it was suggested in court, [[stood to gain by it]].",
        None,
    ),
    case(
        "[[“It was perfect,”]] the Sentinel quoted Moira Kesteven as saying, [[“and so cheap.”]]",
        "Moira Kesteven",
    ),
    case(
        "According to logs that we have seen, and that Police confirmed, [[the pumps were off]].",
        "logs",
    ),
    case("[[Where streams meet]], Nora Fitzhugh said, [[salt builds up]].", "Nora Fitzhugh"),
    # mixed
    case(
        "Lockwood said [[the inquiry was “a stitch-up from start to finish”]].",
        "Harriet Lockwood",
    ),
    case(
        "Lockwood said [[she was “appalled” by the verdict and would appeal]].",
        "Harriet Lockwood",
    ),
    case(
        "[[The proposal is “dead on arrival,”]] Wren said.",
        "Tobias Wren",
    ),
    case(
        "Wren called the plan [[“a bribe to the rich”]].",
        "Tobias Wren",
    ),
    case(
        'Tolliver said [[he felt "betrayed"]], adding: [["They knew all along."]]',
        "Dwayne Tolliver",
    ),
    case(
        "Police described the man as [[“armed and dangerous”]].",
        "Police",
    ),
    case(
        "The union, which has called the offer [[“insulting”]], meets on Friday.",
        "The union",
    ),
    # no speaker
    case("It is claimed that [[the ring was stolen in 1911]].", None),
    case("[[The deal]], it emerged, [[had been signed in secret]].", None),
    case("It was announced on Thursday that [[the school would close]].", None),
    # nouns
    case(
        "Pell’s claim that [[the yard was bankrupt]] surprised nobody.",
        "Graham Pell",
    ),
    case(
        "In a statement, the ministry said [[no decision had been made]].",
        "the ministry",
    ),
    case(
        "A spokesman confirmed the arrests, saying [[the men were “known to police”]].",
        "A spokesman",
    ),
]


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.text[:50])
def test_reported(one: Case) -> None:
    assert found_in(one.text) == (one.pieces, one.names)
