"""What the lists say of a single word, as flags that are looked up once for each word."""

from __future__ import annotations

from enum import IntFlag

from tui.analysis import bodies, geography, lexicon, titles
from tui.analysis.gazetteer import gazetteer
from tui.analysis.tokens import fold


class Kind(IntFlag):
    """What a capitalised word may be, from lists and its shape alone."""

    NONE = 0
    GIVEN = 1
    SURNAME = 2
    PLACE = 4
    TOWN = 8
    NORP = 16
    TITLE = 32
    PORTFOLIO = 64
    ORG_HEAD = 128
    COMPANY_ENDING = 256
    PLACE_HEAD = 512
    OTHER_HEAD = 1024
    COMMON = 2048
    ACRONYM = 4096
    NOT_NAME = 8192
    INITIAL = 16384
    INNER_CAPITAL = 32768
    AGENCY = 65536


# Plain integers: flag arithmetic on enumeration members is slow.
GIVEN, SURNAME, PLACE, TOWN = (int(k) for k in (Kind.GIVEN, Kind.SURNAME, Kind.PLACE, Kind.TOWN))
NORP, TITLE, PORTFOLIO = (int(k) for k in (Kind.NORP, Kind.TITLE, Kind.PORTFOLIO))
ORG_HEAD, COMPANY_ENDING = (int(k) for k in (Kind.ORG_HEAD, Kind.COMPANY_ENDING))
PLACE_HEAD, OTHER_HEAD, COMMON = (int(k) for k in (Kind.PLACE_HEAD, Kind.OTHER_HEAD, Kind.COMMON))
ACRONYM, NOT_NAME, INITIAL = (int(k) for k in (Kind.ACRONYM, Kind.NOT_NAME, Kind.INITIAL))
INNER_CAPITAL, AGENCY = (int(k) for k in (Kind.INNER_CAPITAL, Kind.AGENCY))


class WordKinds(dict[str, int]):
    """Flags by word, computed when first asked for; meant to live as long as one document."""

    def __missing__(self, word: str) -> int:
        kinds = self[word] = kinds_of(word)
        return kinds


def kinds_of(word: str) -> int:
    """Return the flags of a capitalised word."""
    lists = gazetteer()
    plain = fold(word)
    # SHOUTED names are looked up in their usual form, unless they are short enough for an acronym.
    usual = plain.title() if len(plain) > 4 and plain.isupper() else plain
    lower = plain.lower()
    kinds = 0
    if usual in lists.given:
        kinds |= GIVEN
    if usual in lists.surnames or usual.startswith(("O'", "Mc", "Mac")):
        kinds |= SURNAME
    if plain in lists.places or usual in lists.places or word in lists.places:
        kinds |= PLACE
    elif usual in lists.towns:
        kinds |= TOWN
    if usual in lists.nationalities:
        kinds |= NORP
    if usual in titles.TITLES or word in titles.TITLES:
        kinds |= TITLE
    if usual in titles.PORTFOLIOS:
        kinds |= PORTFOLIO
    if word in bodies.COMPANY_ENDINGS:
        kinds |= COMPANY_ENDING
    if usual in bodies.ORG_HEADS:
        kinds |= ORG_HEAD
    if usual in geography.PLACE_HEADS:
        kinds |= PLACE_HEAD
    if usual in lexicon.OTHER_HEADS:
        kinds |= OTHER_HEAD
    if (lower in lists.common or (not kinds and _inflected(lower))) and not (
        len(word) < 5 and word.isupper() and len(word) > 1
    ):
        kinds |= COMMON
    if word in lexicon.NOT_NAMES:
        kinds |= NOT_NAME
    if word in bodies.BODIES:
        kinds |= AGENCY
    letters = sum(letter.isupper() for letter in plain)
    if 2 <= len(plain) <= 7 and letters >= 2 and plain.replace(".", "").isupper():
        kinds |= ACRONYM
    elif (
        letters > 1 and plain[1:].lower() != plain[1:] and not plain.startswith(("O'", "Mc", "Mac"))
    ):
        kinds |= INNER_CAPITAL
    if len(plain) == 1 or (len(plain) == 2 and plain[1] == ".") or _initials(plain):
        kinds |= INITIAL
    return kinds


def _inflected(word: str) -> bool:
    """Tell forms of common words that the list lacks: British spelling and plurals."""
    common = gazetteer().common
    if len(word) < 6 or not word.isascii():
        return False
    stem = word.replace("is", "iz", 1) if "is" in word[-6:] else word.replace("our", "or", 1)
    if stem in common:
        return True
    if word.endswith("men"):
        return word[:-3] + "man" in common
    return word.endswith("s") and (word[:-1] in common or stem[:-1] in common)


def _initials(word: str) -> bool:
    return len(word) in (4, 6) and word[1::2] in ("..", "...") and word not in geography.ALIASES
