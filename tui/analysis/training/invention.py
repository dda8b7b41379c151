"""Made-up names for training: people, places and organisations put together from the word lists."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from tui.analysis.tagger.phrases import organisation_names

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

Words = tuple[str, ...]


def listed(text: str, mark: str = "|") -> list[str]:
    """Return the parts of a text, as they stand between marks on one line or several."""
    return [part.strip() for part in " ".join(text.split()).split(mark)]


_NICKNAMES = listed(
    """Lions Tigers Eagles Bears Wolves Hawks Giants Kings Knights Rangers Rovers Pirates Warriors
    Chiefs Saints Raiders Rockets Comets Stars Suns Heat Thunder Blazers Sharks Bulls Colts Broncos
    Rams Cubs Royals Twins Braves Reds Indians Panthers Jaguars Falcons Cardinals Flyers Senators
    Sabres Bruins Devils Jets Oilers Flames Canucks Maroons Blues Titans Texans Dolphins Bills
    Patriots Steelers Ravens Browns Bengals Cowboys Packers Vikings Buccaneers Seahawks Spurs
    Celtics Nets Hornets Magic Wizards Pistons Pacers Bucks Grizzlies Mavericks Nuggets Clippers
    Yankees Mets Phillies Orioles Mariners Angels Athletics Astros Dodgers Padres Expos Brewers
    Marlins Rockies Crusaders Brumbies Waratahs Highlanders Dragons Roosters""",
    " ",
)
_CLUB = listed(
    """{} United|{} City|{} Town|{} Rovers|{} Wanderers|{} Athletic|FC {}|{} FC|Dynamo {}|
    Lokomotiv {}|Spartak {}|Sporting {}|Real {}|Inter {}|AC {}|AS {}|CD {}|Racing {}|Olympique {}|
    Sparta {}|Union {}|Atletico {}|{} Albion|{} Hotspur|{} County|Hapoel {}|Maccabi {}|CSKA {}|
    Torpedo {}|Slavia {}|Borussia {}|Eintracht {}|Fortuna {}|1860 {}|SV {}|VfB {}|Partizan {}|
    {} Argyle|{} Orient|Al Ahly {}|Steaua {}|Rapid {}|Deportivo {}|Energie {}|Hansa {}|
    Grasshopper {}|Young Boys {}|Austria {}|PSV {}|Queen's Park {}|Stade {}"""
)
_BODY = listed(
    """Ministry of {}|Department of {}|{} Ministry|{} Department|Institute of {}|{} Institute|
    National {} Council|{} Commission|Federal {} Agency|{} Authority|Committee on {}|
    {} Committee|State {} Board|{} Administration|International {} Federation|
    World {} Organization|{} Association|Bureau of {}|Office of {}|{} Union|{} Party|
    National {} Party|{} Foundation|Society for {}|Centre for {}|Council on {}|
    {} Research Center|{} Workers' Union|Agency for {}|Directorate of {}|{} Alliance|
    United {} Front|{} Liberation Army"""
)
_FIELDS = listed(
    """Finance|Foreign Affairs|Trade|Justice|Health|Defence|Defense|Interior|Education|Energy|
    Transport|Agriculture|Labour|Labor|Culture|Tourism|Environment|Fisheries|Industry|Water|
    Statistics|Human Rights|Security|Intelligence|Immigration|Sports|Athletics|Football|Cricket|
    Tennis|Cycling|Nuclear|Atomic Energy|Oil|Gas|Farmers|Teachers|Miners|People's|Democratic|
    Socialist|Liberal|Green|Islamic|Christian|Patriotic|Freedom|Reform|Progress|Unity|Science|
    Technology|Economic Research|Strategic Studies|Public Health|Refugees|Children|
    Veterans Affairs|Housing|Aviation|Space"""
)
_FIRM = listed(
    """{} & Co|{} & Sons|{} Corp.|{} Inc.|{} Ltd|{} plc|{} Group|{} Holdings|{} Industries|
    {} Bank|{} Securities|{} Motors|{} Airlines|{} Airways|{} Energy|{} Petroleum|{} Steel|
    {} Brothers|{} Systems|{} Technologies|{} Pharmaceuticals|{} Insurance|{} Investments|
    {} Partners|{} AG|{} SA|{} SpA|{} NV|{} Co. Ltd.|{} Corporation|{} Television|{} Radio|
    {} News Agency|{} Daily News|{} Times|{} Post|{} Herald|{} Gazette|{} Tribune|
    {} University|{} College|{} Hospital|University of {}|Bank of {}|{} Capital|{} Electric|
    {} Foods|{} Stores|{} Mining|{} Resources|{} Stock Exchange|{} Police Department|
    {} High School|{} City Council"""
)
_PARTICLES = ("van", "de", "van der", "von", "bin", "al -", "da", "dos", "del", "de la", "di")


class Inventor:
    """Makes up names from word lists and from names met.

    Args:
        chance: Source of all choices.
        met: Names of the training text, label and words.
    """

    def __init__(self, chance: random.Random, met: Iterable[tuple[str, Words]] = ()) -> None:
        self._chance = chance
        self.given = _lines("given_names")
        self.surnames = _lines("surnames")
        self.cities = [city.rstrip("*") for city in _lines("cities")]
        self.big = [city.rstrip("*") for city in _lines("cities") if city.endswith("*")]
        self.countries = _lines("territories")
        self.regions = _lines("places")
        self.firms = [tuple(name.split()) for name in organisation_names()]
        self._met: dict[str, dict[int, list[Words]]] = {"ORG": {}, "LOC": {}, "PER": {}}
        for label, words in sorted(set(met)):
            self._met[label].setdefault(min(len(words), 4), []).append(words)

    def person(self) -> Words:
        """A person's name of two words or more."""
        pick = self._chance.choice
        draw = self._chance.random()
        first, last = pick(self.given), pick(self.surnames)
        if draw < 0.72:
            return (first, last)
        if draw < 0.80:
            return (first, pick(self.given)[0] + ".", last)
        if draw < 0.85:
            return (first[0] + ".", last)
        if draw < 0.90:
            return (first, *pick(_PARTICLES).split(), last)
        if draw < 0.95:
            return (first, pick(self.given), last)
        return (f"{first}-{pick(self.given)}", last)

    def surname(self) -> str:
        """A family name."""
        return self._chance.choice(self.surnames)

    def given_name(self) -> str:
        """A given name."""
        return self._chance.choice(self.given)

    def place(self) -> Words:
        """A city, country or region."""
        draw = self._chance.random()
        if draw < 0.4:
            return tuple(self._chance.choice(self.cities).split())
        if draw < 0.6:
            return tuple(self._chance.choice(self.big).split())
        if draw < 0.85:
            return tuple(self._chance.choice(self.countries).split())
        return tuple(self._chance.choice(self.regions).split())

    def country(self) -> Words:
        """A country or territory."""
        return tuple(self._chance.choice(self.countries).split())

    def city(self) -> Words:
        """A city."""
        many = self.big if self._chance.random() < 0.5 else self.cities
        return tuple(self._chance.choice(many).split())

    def club(self) -> Words:
        """A sports club, most often called by its town alone."""
        city = " ".join(self.city())
        draw = self._chance.random()
        if draw < 0.45:
            return tuple(city.split())
        if draw < 0.7:
            return tuple(f"{city} {self._chance.choice(_NICKNAMES)}".split())
        if draw < 0.78:
            return (self._chance.choice(_NICKNAMES),)
        return tuple(self._chance.choice(_CLUB).format(city).split())

    def body(self) -> Words:
        """A ministry, party, firm or other organisation of several words."""
        pick = self._chance.choice
        draw = self._chance.random()
        if draw < 0.45:
            return tuple(pick(_BODY).format(pick(_FIELDS)).split())
        if draw < 0.6:
            many = self._met["ORG"]
            return pick(many[pick((2, 3, 4))]) if {2, 3, 4} <= set(many) else pick(self.firms)
        return self.firm()

    def firm(self) -> Words:
        """A firm, of the list or put together."""
        pick = self._chance.choice
        if self._chance.random() < 0.5:
            return pick(self.firms)
        core = pick(
            (
                self.surname(),
                " ".join(self.city()),
                " ".join(self.country()),
                f"{self.surname()} {self.surname()}",
                pick(self.firms)[0],
            )
        )
        return tuple(pick(_FIRM).format(core).split())

    def acronym(self) -> Words:
        """Letters that stand for an organisation."""
        size = self._chance.choice((2, 3, 3, 3, 4, 4, 5))
        return ("".join(self._chance.choice("ABCDEFGHIKLMNOPRSTUW") for _ in range(size)),)

    def like(self, label: str, words: Words) -> Words:
        """Another name of a label, as long as the one given where that can be."""
        size = min(len(words), 4)
        if label == "ORG":
            if (
                size == 1
                and words[0].isupper()
                and len(words[0]) < 6
                and self._chance.random() < 0.5
            ):
                return self.acronym()
            draw = self._chance.random()
            if size > 1 and draw < 0.4:
                return self.body()
            if size == 1 and draw < 0.4:
                return self._chance.choice([one for one in self.firms[::7] if len(one) == 1])
            if size > 1 and draw < 0.5:
                return self._chance.choice(self.firms)
        elif self._chance.random() < 0.7:
            return self.place()
        met = self._met[label].get(size)
        return self._chance.choice(met) if met else words


def _lines(name: str) -> list[str]:
    file = resources.files("tui.analysis").joinpath("data", f"{name}.txt")
    return file.read_text(encoding="utf-8").splitlines()
