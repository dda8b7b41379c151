"""Runs of capitalised words: where names can be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.analysis import bodies, geography, lexicon, titles
from tui.analysis.gazetteer import gazetteer
from tui.analysis.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.analysis.tokens import Tokens

_SMALL = {"of": "o", "the": "t", "and": "a", "for": "f", "on": "n", "&": "&", "'s": "s", "’s": "s"}
# Each alternative begins with another letter and is of bounded length: linear.
_RUN = re.compile(r"(?:p-?){0,2}C!?(?:C!?|-(?:p-)?C|-g|p-?(?:p-?)?(?:p-?)?C|&C|o[tx]?C)*+")
_OF_BODIES = re.compile(r"[fna]t?C(?:C|&C|o[tx]?C|aC)*")
_PARTNERS = word_set("Sons Co Co. Company Daughters Partners Brothers")


def codes(tokens: Tokens, taken: bytearray) -> str:
    """Return one letter for each token, by which runs are found.

    `C` a capitalised word, `x` one that is never a name, `p` a particle, `o t a f n & s` the small
    words that may stand inside names, `-` a hyphen within a word, `!` a mark within a name, `.`
    all else and what is `taken`.
    """
    texts, glued = tokens.texts, tokens.glued
    introduced = _introduced(texts)
    found = []
    size = len(texts)
    small = _SMALL
    for k, word in enumerate(texts):
        if taken[k]:
            found.append(".")
            continue
        code = small.get(word, ".")
        if code == ".":
            head = word[0]
            if head.isupper() or (head.isalpha() and not head.islower() and head > "\u3000"):
                code = _capital(word, tokens, k, introduced)
            elif head == "-":
                if glued(k) and k + 1 < size and glued(k + 1):
                    code = "-"
            elif head == "!":
                if glued(k) and texts[k - 1] in bodies.BRANDS_WITH_MARK:
                    code = "!"
            elif word == "plc" and k and found[k - 1] == "C":
                code = "C"
            elif head.islower() and k > 1 and texts[k - 1] == "-" and glued(k):
                # "Min-jae", not "Paris-based"
                if found[k - 1] == "-" and found[k - 2] == "C" and _second_half(word):
                    code = "g"
                elif word in lexicon.HYPHEN_PARTICLES:
                    code = "p"
            elif (
                head.islower()
                and len(word) < 5
                and (
                    word in lexicon.PARTICLES
                    or (
                        word in lexicon.HYPHEN_PARTICLES
                        and k + 1 < size
                        and texts[k + 1] == "-"
                        and glued(k + 1)
                    )
                )
            ):
                code = "p"
        found.append(code)
    return "".join(found)


def _second_half(word: str) -> bool:
    return (
        len(word) < 7
        and word not in gazetteer().common
        and word not in lexicon.FUNCTION_WORDS
        and word not in lexicon.HYPHEN_PARTICLES
        and not word.endswith(("ed", "ing"))
    )


def _capital(word: str, tokens: Tokens, k: int, introduced: set[str]) -> str:
    if word[0] > "\u3000":  # scripts without capitals
        return "."
    lower = word.lower().replace("’", "'")
    if lower not in lexicon.FUNCTION_WORDS or (len(word) == 2 and word[1] == "."):
        return "C"
    if tokens.texts[k + 1 : k + 2] == ["&"] and tokens.glued(k + 1):
        return "C"
    if word in ("US", "WHO", "NO"):
        shouted = tokens.titled[k] or any(
            0 <= n < len(tokens.texts) and tokens.texts[n].isupper() and len(tokens.texts[n]) > 3
            for n in (k - 1, k + 1)
        )
        called = word == "WHO" and k > 0 and tokens.texts[k - 1].lower() == "the"
        return "C" if ((word == "US" or called) and not shouted) or word in introduced else "x"
    if word.isupper() and len(word) > 1 and word in introduced:
        return "C"
    if lower == "today" and not tokens.opens[k]:
        return "C"
    # A function word with a capital in mid-sentence is part of a name ("Take That", "La Paz").
    return "x"


def _introduced(texts: list[str]) -> set[str]:
    """Acronyms given in brackets after their long form."""
    found = set()
    for k in range(2, len(texts) - 1):
        if texts[k - 1] == "(" and texts[k + 1] == ")" and texts[k].isupper() and len(texts[k]) > 1:
            found.add(texts[k])
    return found


def runs(codes: str, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of runs, in order; none crosses from one block to the next."""
    blocks = iter(tokens.blocks[1:])
    border = next(blocks, len(codes))
    place = 0
    while True:
        match = _RUN.search(codes, place)
        if match is None:
            return
        start, end = match.span()
        while border <= start:
            border = next(blocks, len(codes) + 1)
        if end > border:
            end = border
        elif end < len(codes):
            end = _longer(codes, tokens, start, end)
            end = min(end, border)
        yield start, end
        place = end


def _longer(codes: str, tokens: Tokens, start: int, end: int) -> int:
    """Extend the name of a body over "and", "for", "on" and a possessive."""
    texts = tokens.texts
    code = codes[end]
    if end + 1 >= len(codes):
        return end
    if code == "s":
        return _over_possessive(codes, texts, start, end)
    if code in "fna":
        return _over_conjunction(codes, texts, start, end)
    plural = texts[end] in "'’" and texts[end - 1].endswith("s") and tokens.glued(end)
    if plural and codes[end + 1] == "C" and texts[end + 1] in bodies.ORG_HEADS:
        return end + 2
    return end


def _over_possessive(codes: str, texts: list[str], start: int, end: int) -> int:
    """Read on: "Lloyd's of London", "People's Bank", "King's Lynn", "St. Mary's Hospital"."""
    owner = texts[end - 1]
    if owner == "Lloyd" and texts[end + 1 : end + 3] == ["of", "London"]:
        return end + 3
    saint = texts[start] in ("St", "St.", "Saint")
    if codes[end + 1] != "C" or not (saint or owner in bodies.OWNERS):
        return end
    match = _RUN.match(codes, end + 1)
    if match is None:
        return end
    last = texts[match.end() - 1]
    town = owner in ("King", "Bishop") and texts[end + 1] not in titles.TITLES
    facility = saint and last in geography.PLACE_HEADS
    body = last in bodies.ORG_HEADS or (
        codes[end + 2 : end + 3] == "o" and texts[end + 1] in bodies.ORG_OPENERS
    )
    if town or facility or body or texts[end + 1] == "Republic":
        return match.end()
    return end


def _over_conjunction(codes: str, texts: list[str], start: int, end: int) -> int:
    """Read on: "Centers for Disease Control", "Ministry of Culture and Sport", "Lee and Sons"."""
    match = _OF_BODIES.match(codes, end, end + 12)
    if match is None:
        return end
    stop = match.end()
    first = texts[start]
    if codes[end + 1] != "C":
        return end
    if codes[end] == "a":
        listing = first in bodies.LISTING_BODIES and "o" in codes[start:end]
        if listing and texts[end + 1] not in titles.TITLES:
            return stop
        partners = texts[stop - 1] in _PARTNERS
        return stop if partners or _one_body(texts, start, end, stop) else end
    body = texts[end - 1] in bodies.FOR_BODIES or (first in bodies.FOR_BODIES and end - start == 1)
    return stop if body else end


def _one_body(texts: list[str], start: int, end: int, stop: int) -> bool:
    """Tell "the Food and Drug Administration" from two names joined by "and"."""
    if start == 0 or texts[start - 1].lower() != "the" or end - start > 3 or stop - end > 5:
        return False
    if texts[stop - 1] not in bodies.JOINT_HEADS or stop - end < 3:
        return False
    lists = gazetteer()
    return all(
        word not in lists.places
        and word not in lists.given
        and (end - start == 1 or word not in bodies.ORG_HEADS)
        and word not in titles.TITLES
        for word in texts[start:end]
    )
