"""Dates, times, sums of money and percentages, as they are written in news.

Every token is given a letter for its class (`valuewords`), and patterns are matched against the
string of letters. Patterns are of bounded length, so the work is linear in the length of the text.
Durations ("for ten years") and ages are no dates; a fraction ("a third") is no percentage.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis import valuepatterns as patterns
from tui.analysis.lexicon import FUNCTION_WORDS, word_set
from tui.analysis.model import Label
from tui.analysis.valuewords import SIGN_PREFIXES, code_of, opens_phrase, phrase_at
from tui.analysis.wordkinds import NORP, PLACE, TITLE, kinds_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.analysis.tokens import Tokens


class Value(NamedTuple):
    """A labelled range of tokens; `role` is there for likeness with proposals of names."""

    start: int
    end: int
    label: Label
    role: int = -1


_VALUE = re.compile(
    patterns.HOPELESS
    + "(?:"
    + "|".join(f"(?P<v{k}>{pattern})" for k, (_, pattern) in enumerate(patterns.PATTERNS))
    + ")"
)

_YEAR_CUES = word_set("in since until till by from before after during between circa")
_LOOSE_CUES = word_set("of for to and the early late mid around over or through")
_COUNTED = word_set("people men women km metres meters miles tonnes percent feet rpm mAh")
_SUNDAY_PAPERS = word_set(
    """Times Mail Telegraph Mirror Express People Post World Herald Tribune Star Independent Sun
    League School Observer Night Nights Mass Service Club Report Review Fund Programme"""
)
_ADVERBIAL = word_set(
    """on last next this since until till by early late every each from of in for between and to
    the before after during through past following"""
)
_NAMES_TOO = word_set("Sunday Friday Monday April June August May January")
_NICKNAMED = word_set("Black Ruby Freaky Super Bloody Cyber Joe Man Blue Wild")
_SEASONS = word_set("weekend weekends spring summer autumn winter")
_TO_THE_HOUR = word_set("quarter five ten twenty Quarter Five Ten Twenty")
_BEFORE_HOURS = "irt&+b"
_FEW = word_set("few couple dozen")
_SIGNS = frozenset("-−–+")
_NEXT_CAPITAL = word_set("I GMT EST EDT BST")


def find_values(tokens: Tokens, check: Callable[[], None]) -> list[Value]:
    """Return all dates, times, sums of money and percentages, in order.

    Args:
        tokens: Of the whole document.
        check: Called now and then; raises when the work is no longer wanted.
    """
    codes = _codes(tokens)
    check()
    found: list[Value] = []
    for first, last in pairwise((*tokens.blocks, len(codes))):
        check()
        for number, match in enumerate(_VALUE.finditer(codes, first, last)):
            if number % 1024 == 1023:
                check()
            label, pattern = patterns.PATTERNS[int((match.lastgroup or "v0")[1:])]
            value = _checked(tokens, codes, Value(*match.span(), label), pattern, first)
            if value is not None:
                found += _apart(tokens, codes, value, first)
    return found


def _apart(tokens: Tokens, codes: str, value: Value, first: int) -> list[Value]:
    """Cut "from 5% to 7%" into two, which are no range; `first` opens the block."""
    start, end, label, _ = value
    place = codes.find("&", start, end)
    whole = label is Label.MONEY and codes[start] in "$^F" and codes[place + 1 :][:1] in "$^F"
    whole = whole or (label is Label.PERCENT and codes[place - 1] in "%=j")
    if place < 0 or not whole:
        return [value]
    # Points and per cent are no range either: "fell 5 basis points to 4.12%".
    unlike = label is Label.PERCENT and (codes[place - 1] == "=") != (codes[end - 1] == "=")
    told = start > first and tokens.texts[start - 1].lower() == "from"
    if not told and not unlike:
        return [value]
    return [value._replace(end=place), value._replace(start=place + 1)]


def _checked(tokens: Tokens, codes: str, value: Value, pattern: str, first: int) -> Value | None:
    """Look at the words themselves, which their classes leave open; `first` opens the block."""
    start, end, label, _ = value
    texts = tokens.texts
    if codes[start : start + 2] == "hA" and int(texts[start].partition(":")[0]) > 12:
        end = start + 1  # "17:33 PM on her way"
        value = value._replace(end=end)
    if codes[start:end] == "h":
        # A result ("in 3:58") is no time of the day.
        return value if start == first or codes[start - 1] in _BEFORE_HOURS else None
    if end - start == 1:
        if pattern is patterns.YEARS:
            return value if _is_year(tokens, start) else None
        if texts[start][0].isupper():
            before = texts[start - 1] if start > first else ""
            place = _alone(tokens, start, codes[start], before)
            return Value(place, end, label) if place >= 0 else None
        return value
    if pattern in _LOOKED_AT:
        return value if _LOOKED_AT[pattern](texts[start:end]) else None
    if label is Label.TIME and any(
        codes[place : place + 2] == "nA" and not _is_hour(texts[place])
        for place in range(start, end)
    ):
        return None
    if codes[start] == "a" and (
        (codes[start + 1] == "w" and texts[start + 1] not in _FEW)
        or (label is Label.MONEY and codes[end - 2] == "-")
    ):
        return value._replace(start=start + 1)  # "a ten percent cut", "a billion-dollar loan"
    signed = label is Label.PERCENT and start > first and texts[start - 1] in _SIGNS
    if signed and tokens.glued(start) and not tokens.glued(start - 1):
        # A sign belongs to the figures, a dash after a word does not.
        return value._replace(start=start - 1)
    return value


def _codes(tokens: Tokens) -> str:
    texts, starts, ends = tokens.texts, tokens.starts, tokens.ends
    found: list[str] = []
    add = found.append
    before = -1
    borders = set(tokens.blocks)
    inside = 0  # tokens of a phrase still to come
    for k, word in enumerate(texts):
        glued = starts[k] == before
        before = ends[k]
        if inside:
            add("=")
            inside -= 1
            continue
        size, code = phrase_at(texts, k) if opens_phrase(word) else (0, "")
        if size and borders.isdisjoint(range(k + 1, k + size)):
            add(code)
            inside = size - 1
            continue
        code = code_of(word, glued=glued)
        if code == "$" and glued and k and texts[k - 1] in SIGN_PREFIXES:
            found[-1] = "^"
        add(code)
    return "".join(found)


def _is_hour(figures: str) -> bool:
    hours = figures.replace(".", ":").partition(":")[0]
    return len(hours) <= 2 and int(hours) <= 24


def _is_year(tokens: Tokens, place: int) -> bool:
    """Tell a year from a count by its neighbours."""
    texts = tokens.texts
    year = int(texts[place])
    before = texts[place - 1] if place else ""
    after = texts[place + 1] if place + 1 < len(texts) else ""
    lower = before.lower()
    plural = after.isalpha() and after.islower() and after.endswith("s")
    counted = after in _COUNTED or (plural and after not in FUNCTION_WORDS)
    if after in ("%", "-") and tokens.glued(place + 1):
        return False
    if lower == "at" and after[:1].isupper():
        return False  # "at 1984 Elm Street"
    if lower in _YEAR_CUES and after not in _COUNTED:
        return True
    if not 1900 <= year <= 2099 or counted:
        return False
    if lower in _LOOSE_CUES or not before or before in "(,;" or after in (")", ","):
        return True
    return not before[0].isupper() and before.isalpha()


def _is_clock(words: Sequence[str]) -> bool:
    """Tell "half past six" and "ten to nine" from "two last six", "ten or nine", "nine to ten"."""
    return "past" in words or ("to" in words and not _TO_THE_HOUR.isdisjoint(words[:2]))


def _is_military(words: Sequence[str]) -> bool:
    """Tell "1900 hours" from a duration."""
    figures = words[0].replace(":", "").replace(".", "")
    return len(figures) == 4 and int(figures[:2]) < 24 and int(figures[2:]) < 60


def _is_decade(words: Sequence[str]) -> bool:
    """Tell "the 80s" from other figures with an s."""
    figures = words[-2]
    if len(figures) == 4:
        return True
    known = words[0] in ("the", "The") or words[-3:-2] in (["'"], ["’"], ["‘"])
    return known and len(figures) == 2 and figures[1] == "0"


def _is_plural_ago(words: Sequence[str]) -> bool:
    return words[-2].endswith("s")


def _is_one(words: Sequence[str]) -> bool:
    """Tell "that day" from "that days later"."""
    return not words[-1].endswith("s")


def _is_season(words: Sequence[str]) -> bool:
    return words[-1] in _SEASONS


# Patterns whose words are looked at too, as their classes leave it open.
_LOOKED_AT: dict[str, Callable[[Sequence[str]], bool]] = {
    patterns.CLOCK_WORDS: _is_clock,
    patterns.MILITARY: _is_military,
    patterns.DECADES: _is_decade,
    patterns.DAYS_AGO: _is_plural_ago,
    patterns.HOURS_AGO: _is_plural_ago,
    patterns.THAT_DAY: _is_one,
    patterns.THAT_NIGHT: _is_one,
    patterns.SEASON: _is_season,
    patterns.YEAR_END: lambda words: words[0] in ("year", "month", "quarter"),
}


def _alone(tokens: Tokens, place: int, code: str, before: str) -> int:
    """Return where a date of one capitalised word begins, or -1 if it is part of a name."""
    texts = tokens.texts
    word = texts[place]
    after = texts[place + 1] if place + 1 < len(texts) else ""
    if code in "YJKQ" and not tokens.opens[place]:
        return -1
    if before in _NICKNAMED:
        return -1
    if not after or not after[0].isupper() or after in _NEXT_CAPITAL:
        return place
    if code == "D" and after in _SUNDAY_PAPERS:
        return -1
    # "said Sunday Oliseh" against "said Sunday. The ..."; a country or title is no surname.
    person = (
        word in _NAMES_TOO
        and code in "DMN"
        and before.lower() not in _ADVERBIAL
        and not tokens.opens[place + 1]
        and not kinds_of(after) & (PLACE | NORP | TITLE)
    )
    return -1 if person else place
