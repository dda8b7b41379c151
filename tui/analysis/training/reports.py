"""Made-up sentences as reports have them, with names of every kind in their usual company."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis.training.corpus import JOINT
from tui.analysis.training.invention import listed

if TYPE_CHECKING:
    import random

    from tui.analysis.training.corpus import Article, Sentence
    from tui.analysis.training.invention import Inventor

# P person, S surname, G given name, C country, Y city, L any place, O firm or body of several
# words, F firm, A acronym, T sports club. |O:...| is a name of an organisation as written, |L:...|
# and |P:...| of a place and a person, |-:...| of something else.
_SENTENCES = listed(
    """|L:U.S.| Secretary of State {P} left {Y} .\\
    |L:U.S.| President {P} met {C} 's prime minister , {P} , in {Y} on Tuesday .\\
    {C} President {P} flew to {Y} , his office said .\\
    Prime Minister {P} told the {O} that {C} would not give in .\\
    Foreign Minister {P} of {C} arrived in {Y} .\\
    Mr {S} and Dr. {S} were there .\\
    Mr. {S} said so . Mrs. {S} denied it .\\
    Sen. {P} and Rep. {P} agreed with Gov. {S} .\\
    {P} , {S} and {S} were arrested in {Y} .\\
    {P} , 26 , voted against it .\\
    {P} ( 34 ) of {Y} was fined .\\
    {S} said the {A} had not been told .\\
    " It is a pity , " said {P} , chief executive of {F} .\\
    " We lost , " {S} told {O} .\\
    {P} , a spokesman for {O} , declined to comment .\\
    a spokeswoman for the {A} , {P} , said .\\
    The {O} ( {A} ) said it would appeal .\\
    {O} ( {A} ) and {O} ( {A} ) signed the deal in {Y} .\\
    The {A} said {A} troops had left {L} .\\
    {F} shares fell , {F} rose .\\
    Shares in {F} rose 3 percent after it bought {F} .\\
    {F} , the carmaker , said it would cut 300 jobs in {L} .\\
    {F} said its {C} unit had lost money .\\
    {F} and {F} are to merge , {A} reported .\\
    {F} Chief Executive {P} said sales in {C} were weak .\\
    {P} joined {F} from {F} in May .\\
    {P} , an analyst at {F} in {Y} , said oil would fall .\\
    {F} 's {P} said the {L} market was quiet .\\
    The {Y} -based {F} employs 3,000 people .\\
    the {Y}-based company {F} said\\
    an {F} plant near {Y} , {C}\\
    {A} - backed rebels shelled {L} .\\
    {A} rebels and {A} fighters clashed near {L} .\\
    The {C}-{C} border was closed .\\
    Talks between {C} and {C} failed in {Y} .\\
    {C} , {C} and {C} abstained ; {C} did not vote .\\
    Police in {Y} , {C} , said {P} had fled to {L} .\\
    The village of {L} , north of {Y} , was flooded .\\
    They flew from {Y} to {Y} via {Y} .\\
    She was born in {Y} , {C} , and studied at the |O:University of {Y}| .\\
    Thousands marched in {Y} , {Y} and {Y} .\\
    The |O:University of {Y}| said so .\\
    {P} teaches history at |O:{Y} University| .\\
    {T} beat {T} 3-1 in {Y} on Saturday .\\
    {T} striker {P} scored twice against {T} .\\
    {T} coach {P} said {S} would play .\\
    {S} ( {T} ) and {S} ( {T} ) were sent off .\\
    {P} moved from {T} to {T} for $ 3 million .\\
    {T} lead the table , ahead of {T} and {T} .\\
    {C} beat {C} by 34 runs in the second Test at {Y} .\\
    {P} of {C} won the women 's 800 metres in {Y} .\\
    {C} captain {P} won the toss .\\
    Second seed {P} beat {P} of {C} 6-3 6-2 .\\
    {T} 's {P} and {T} 's {P} were injured .\\
    At {Y} : {T} won by an innings .\\
    {P} scored a hat-trick as {T} thrashed {T} at home .\\
    {P} , who plays for {T} , was born in {C} .\\
    {A} leader {P} called for an election .\\
    The {A} 's {P} won the seat from {S} .\\
    {P} of the {O} said parliament should meet .\\
    The ruling {O} and the opposition {O} traded blows .\\
    {O} lawmaker {P} resigned .\\
    The {O} , led by {P} , won 34 seats .\\
    {P} reported from {Y} for {O} .\\
    {S} told {A} television .\\
    The newspaper {F} said on Monday {S} had quit .\\
    {A} news agency quoted {S} as saying so .\\
    , the {O} newspaper reported .\\
    {A} , {A} and {A} carried the news .\\
    The |O:People 's Bank of {C}| cut rates .\\
    The |O:Bank of {C}| and the |O:Central Bank of {C}| raised rates .\\
    |O:Lloyd 's of London| insured it .\\
    The |O:Islamic State| group claimed the attack ; Islamic law forbids it .\\
    |O:Islamic Jihad| and |O:Hamas| denied it .\\
    The |O:Red Cross| and the |O:U.N. Security Council| met on {C} .\\
    |O:U.N.| Secretary-General {P} condemned it .\\
    The |L:United Arab Emirates| and |L:South Korea| agreed .\\
    The |L:United Kingdom| , the |L:United States| and {C} signed .\\
    The |L:US| and the |L:UK| met the |O:EU| .\\
    An |O:EU| official said |O:NATO| would help {C} .\\
    The |-:{Y} Agreement| and the |-:{C} War| are history .\\
    The |-:{Y} Declaration| and the |-:{L} Accords| were torn up .\\
    He won the |-:{S} Prize| and the |-:{C} Cup| .\\
    {C} 's |-:{S} Act of 1996| was repealed .\\
    the |-:{C} Open| , the |-:{L} Marathon| and the |-:{Y} Film Festival|\\
    The |-:Treaty of {Y}| was signed by {P} .\\
    He read the |-:{S} Report| on Christmas Eve .\\
    The |O:White House| and the |O:Pentagon| did not comment .\\
    The |O:House of Representatives| and the |O:Senate| agreed .\\
    The |O:Ministry of Defence| in {Y} said {S} was dead .\\
    The {C} |O:Supreme Court| freed {P} .\\
    The {C} |O:Foreign Ministry| summoned the envoy .\\
    The |O:Foreign Ministry| said {P} would fly to {Y} .\\
    The |O:Israel Defence Forces| ( |O:IDF| ) has said so .\\
    |P:{P} Jr.| and |P:{P} III| wrote it .\\
    Queen |P:{G} II| and King |P:{G} VI| met Pope |P:{G} {G} II| .\\
    King {G} and Queen {G} visited {Y} .\\
    |P:{G} O'Brien| , |P:{G} M'Bala| and |P:{G} O'Neill| agreed .\\
    |P:{G} bin {G}| and |P:{G} al-{S}| met |P:Kim {G} Un| .\\
    |P:{G} von der {S}| and |P:{G} van der {S}| spoke .\\
    {G} and {G} {S} were married in {Y} .\\
    {G} , {G} and {G} went home .\\
    The {S} administration and the {S} family sued {F} .\\
    {S} 's lawyer , {P} , said {S} was ill .\\
    {S} 's widow , {G} , wept .\\
    Then {S} left . Later {S} came back . Nobody saw {S} again .\\
    However , officials in {L} disagreed .\\
    During the talks nothing was said . Workers said the gates were shut .\\
    Prices rose . Managers denied it . Nurses walked out .\\
    Sunday 's vote in {L} was calm . Monday 's was not .\\
    {P} told {O} on Friday .\\
    The Catholic bishop of {Y} , {P} , prayed with Muslims and Jews .\\
    The Prime Minister and the Secretary of State left .\\
    The CEO and the MP met on the Internet . He watches TV .\\
    Two {C} soldiers died in {L} province .\\
    {L} , on the coast , and {L} , inland , lost power .\\
    |L:Lake {Y}| and |L:Mount {S}| are closed .\\
    She lives in |L:{S} Street| , he in |L:{S} Road| .\\
    They landed at |L:{Y} International Airport| .\\
    |L:South {C}| and |L:North {C}|\\
    northern {L} , southern {L} and |L:West {L}|\\
    |O:{S} Inc.| sued |O:{S} Corp.| in {Y} .\\
    |O:{S} & Sons| and |O:{S} , {S} & Co| advised {F} .\\
    {O} President {P} spoke .\\
    |O:Bank of England| Governor {P} spoke to |O:Treasury| officials .\\
    |O:Yahoo !| said nothing . The |O:Walla !| website did .""".replace("|", "\x00"),
    "\\",
)
_WRITTEN = {"L": "LOC", "O": "ORG", "P": "PER", "-": ""}


class Reporter:
    """Makes up short reports.

    Args:
        chance: Source of all choices.
        inventor: Where the names come from.
    """

    def __init__(self, chance: random.Random, inventor: Inventor) -> None:
        self._chance = chance
        self._inventor = inventor

    def report(self) -> Article:
        """One to four sentences."""
        patterns = self._chance.sample(_SENTENCES, self._chance.choice((1, 1, 2, 3, 4)))
        return [self._sentence(pattern) for pattern in patterns]

    def _sentence(self, pattern: str) -> Sentence:
        sentence: Sentence = []
        for part in re.split(r"\x00(.*?)\x00", pattern):
            written = re.fullmatch(r"([LOP-]):(.*)", part)
            if written is None:
                for word in part.split():
                    sentence += self._pieces(word)
                continue
            whole = [piece for word in written[2].split() for piece in self._pieces(word)]
            label = _WRITTEN[written[1]]
            sentence += [
                (word, ("I-" if k else "B-") + label if label else "O")
                for k, (word, _) in enumerate(whole)
            ]
        return sentence

    def _pieces(self, word: str) -> Sentence:
        """Fill in a word, of which only a part may be a name ("{Y}-based")."""
        made: Sentence = []
        for piece in re.split(r"(\{[A-Z]\})", word):
            joint = JOINT if made else ""
            if re.fullmatch(r"\{[A-Z]\}", piece):
                label, words = self._name(piece[1])
                made += [
                    (one if k else joint + one, ("I-" if k else "B-") + label)
                    for k, one in enumerate(words)
                ]
            elif piece:
                made.append((joint + piece, "O"))
        return made

    def _name(self, sort: str) -> tuple[str, tuple[str, ...]]:
        make = self._inventor
        if sort == "P":
            return "PER", make.person()
        if sort == "S":
            return "PER", (make.surname(),)
        if sort == "G":
            return "PER", (make.given_name(),)
        if sort == "C":
            return "LOC", make.country()
        if sort == "Y":
            return "LOC", make.city()
        if sort == "L":
            return "LOC", make.place()
        if sort == "A":
            return "ORG", make.acronym()
        if sort == "T":
            return "ORG", make.club()
        if sort == "F":
            return "ORG", make.firm()
        return "ORG", make.body()
