"""Made-up results, scorers, standings and prices, as newspapers and agencies print them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.training.invention import listed

if TYPE_CHECKING:
    import random

    from tui.analysis.training.corpus import Article, Sentence
    from tui.analysis.training.invention import Inventor

# T club, N national team, C country, P person, S surname, I initial and surname, Y city, O firm or
# body, A acronym; n, m numbers, t a time, d a date, q a score. A block is one kind of table.
_TABLES = tuple(
    listed(rows)
    for rows in (
        "{T} {n} {n} {n} {n} {n} {n} {m}|{T} {n} {n} {n} .{m}|{T} {n} {n} .{m} {n} 1/2",
        "{N} {n} {n} {n} {n} {n} {n} {n}|{N} {n} {m} {m}",
        "{T} {n} {T} {n}|{T} {n} {T} {n}|{T} {m} {T} {m} ( OT )|{T} {n} {T} {n} ( halftime 0-1 )",
        "{T} at {T}|{T} at {T}|{T} v {T}|{N} v {N}|{T} vs. {T}|{T} AT {T}",
        "{N} {n} {N} {n}|{N} beat {N} {q}|{N} drew with {N} {n}-{n}|{T} beat {T} {q}",
        """{n}. {P} ( {C} ) {t}|{n}. {P} ( {C} ) {t}|{n}. {P} , {C} , {t}|
        {n} . {P} ( {C} ) {T} {t}""",
        """{P} ( {C} ) beat {P} ( {C} ) {q} {q}|{n} - {P} ( {C} ) beat {P} ( {C} ) {q} {q} {q}|
        {P} , {C} , def. {P} , {C} , {q} , {q}""",
        "{m} {P} {n} {m} {n}|{m} {P} ( {C} ) {m} {n} {m} {n}|{m} {P} {n} {m} {m} {m}",
        """Scorers : {P} {n} , {P} {n} penalty|{T} - {S} {n} , {S} {n}|Attendance : {m},{m}|
        {N} - {P} ( {n}th minute )|{T} scorers : {S} ( {n} ) , {S} ( {n} )|
        {N} : {S} {n} , {S} {n}""",
        """{I} c {S} b {S} {n}|{I} lbw b {S} {n}|{I} run out {n}|{S} not out {n}|{I} b {S} {n}|
        Extras ( lb-{n} nb-{n} w-{n} ) {n}|Bowling : {S} {n}-{n}-{n}-{n} , {S} {n}-{n}-{n}-{n}""",
        """{N} : {n} - {P} ; {n} - {P} , {n} - {P} , {n} - {P}|{T} : {P} , {P} , {P} , {S} , {S}|
        {N} team : {P} ( {T} ) , {P} ( {T} ) , {P} ( {T} )|Goalkeepers - {P} ( {T} ) , {P} ( {T} )|
        Defenders - {P} ( {T} ) , {P} ( {T} ) , {P} ( {T} )|Forwards : {P} ( {T} ) , {P} ( {T} )""",
        """{O} {m} +{n}|{O} up {n} at {m}|{O} {m} pence -{n}|{A} {m} {m} {n}|{O} ( {A} ) {m}""",
        """At {Y} : {T} {m} and {n} for {n} , {T} {m}|In {Y} : {T} {m} , {T} {m}|
        At {Y} , {N} {m} v {N}""",
        "{Y} {n} {n} cloudy|{Y} {n} {n} rain|{Y} , {C} : {n} sunny|{Y} {n} C",
        "{A} {m} seats|{O} {n} percent|{P} ( {A} ) {n} percent|{P} , {A} , {m},{m} votes",
        """{P} of {T} signed with {T}|{T} : placed {P} on the injured list|
        {T} - Signed forward {P}|{T} traded {S} to {T}|{T} recalled pitcher {P} from {T}|
        {S} ( {T} ) {n}-{m}""",
        "{P} , {T} , {m}|{P} , {T} , {n}|{S} , {T} , .{m}|{P} ( {T} ) {n}|{P} {T} {m}",
        """-- {P} , {Y} newsroom +{n} {m} {m}|-- {Y} Newsroom {n}-{m}|( c ) {A} {m}|Source : {O}|
        -- By {P}|-- {Y} newsdesk|Reporting by {P} ; editing by {P}|( {P} in {Y} )""",
        "{Y} - {O} said on {d} .|{O} : {P} named chairman .|{Y} , {C}|{P} , {Y}",
        "Issuer : {O}|Borrower : {O}|Lead manager : {O} , {O}|Rating : {n}|Guarantor : {O}",
        "Matches : {T} v {T} , {T} v {T}|{d} : {N} v {N} in {Y}|{Y} , {d} : {T} - {T} {n}-{n}",
    )
)
_TITLES = listed(
    """{L} - {N} WIN IN {Y}|{L} - {C} {L} RESULTS .|{L} RESULTS AT {Y} .|{L} - {S} BEATS {S} .|
    {L} - {T} BEAT {T} {n}-{n} .|{L} - {N} NAME SQUAD TO PLAY {N} .|{L} - {S} , {S} REACH FINAL .|
    Results of {C} {L} matches on {d} :|Leading {L} scores at {Y} on {d} :|{L} - STANDINGS .|
    Standings after {d} games :|Summary of {L} played on {d} :|Result of a {L} match in {Y} :|
    {L} - {C} SUMMARY .|{O} - {m} SHARES|TABLE - {O} RESULTS .|{C} - PRESS DIGEST - {d} ."""
)
_GAMES = listed(
    """SOCCER|CRICKET|TENNIS|GOLF|CYCLING|BASEBALL|BASKETBALL|RUGBY|ATHLETICS|SKIING|HOCKEY|
    BOXING|SWIMMING|SQUASH|BADMINTON|FOOTBALL|MOTORCYCLING|ROWING|soccer|cricket|tennis|rugby|
    hockey|league|division|first-class|women's|men's"""
)
_TITLE_SHARE = 0.5


class Printer:
    """Makes up tables.

    Args:
        chance: Source of all choices.
        inventor: Where the names come from.
    """

    def __init__(self, chance: random.Random, inventor: Inventor) -> None:
        self._chance = chance
        self._inventor = inventor

    def table(self) -> Article:
        """A title and some rows of one or two kinds."""
        chance = self._chance
        article: Article = []
        if chance.random() < _TITLE_SHARE:
            title = self._line(chance.choice(_TITLES))
            if title[0][0].isupper() and chance.random() < 0.8:
                title = [(word.upper(), tag) for word, tag in title]
            article.append(title)
        for _ in range(chance.randint(1, 2)):
            kind = chance.choice(_TABLES)
            rows = chance.sample(kind, min(len(kind), chance.randint(1, 3)))
            for _ in range(chance.randint(2, 9)):
                article.append(self._line(chance.choice(rows)))
        return article

    def _line(self, pattern: str) -> Sentence:
        line: Sentence = []
        for part in pattern.split():
            line += self._part(part)
        return line

    def _part(self, part: str) -> Sentence:
        match = re.fullmatch(r"(\W*)\{([A-Z])\}(\W*)", part)
        if match is None:
            return [(re.sub(r"\{(\w)\}", lambda found: self._figure(found[1]), part), "O")]
        label, words = self._name(match[2])
        if not label:
            return [(word, "O") for word in words]
        return [(word, ("I-" if k else "B-") + label) for k, word in enumerate(words)]

    def _name(self, sort: str) -> tuple[str, tuple[str, ...]]:
        make = self._inventor
        pick = self._chance.choice
        if sort == "T":
            return "ORG", make.club()
        if sort in "NC":
            return "LOC", make.country()
        if sort == "Y":
            return "LOC", make.city()
        if sort == "P":
            return "PER", make.person()
        if sort == "S":
            return "PER", (make.surname(),)
        if sort == "I":
            return "PER", (pick("ABCDEGHJKLMNPRSTVW") + ".", make.surname())
        if sort == "A":
            return "ORG", make.acronym()
        if sort == "O":
            return "ORG", make.body()
        return "", (pick(_GAMES),)

    def _figure(self, sort: str) -> str:
        chance = self._chance
        if sort == "n":
            return str(chance.randint(0, 30))
        if sort == "m":
            return str(chance.randint(100, 999))
        if sort == "q":
            return f"{chance.randint(0, 7)}-{chance.randint(0, 7)}"
        if sort == "t":
            return f"{chance.randint(1, 59)}:{chance.randint(10, 59)}.{chance.randint(0, 99):02}"
        return chance.choice(
            ("Sunday", "Monday", "Friday", "Saturday", "Aug 12", "May 4", "December 6", "Thursday")
        )
