"""Word lists: places, nationalities, names of people, common words; loaded when first used."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

Phrases = dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All word lists. Entries have no accents; see `tui/analysis/data/NOTICE.md` for sources.

    Attributes:
        places: One-word names of countries, regions and large cities.
        towns: One-word names of other cities, many of which are also something else.
        place_phrases: Names of places of several words: first word to the rests, longest first.
        nationalities: Adjectives and nouns for nations, religions, parties' followers, peoples.
        given: Given names.
        surnames: Family names.
        common: Frequent words that are no names, in small letters.
    """

    places: frozenset[str]
    towns: frozenset[str]
    place_phrases: Phrases
    nationalities: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    common: frozenset[str]


@cache
def gazetteer() -> Gazetteer:
    """Return the word lists, reading them at the first call."""
    known = [*_lines("territories"), *_lines("places")]
    towns: list[str] = []
    for city in _lines("cities"):
        if city.endswith("*"):
            known.append(city[:-1])
        else:
            towns.append(city)
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for place in [*known, *towns]:
        if " " in place or "-" in place:
            first, *rest = place.replace("-", " - ").split()
            phrases.setdefault(first, []).append(tuple(rest))
    return Gazetteer(
        places=frozenset(known),
        towns=frozenset(towns),
        place_phrases={
            first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in phrases.items()
        },
        nationalities=frozenset(_lines("nationalities")),
        given=frozenset(_lines("given_names")),
        surnames=frozenset(_lines("surnames")),
        common=frozenset(_lines("common_words")),
    )


def _lines(name: str) -> list[str]:
    file = resources.files("tui.analysis").joinpath("data", f"{name}.txt")
    return file.read_text(encoding="utf-8").splitlines()
