"""Dates, times, sums of money and percentages, as they are written in news.

Every token is given a letter for its class (`valuewords`), and patterns are matched against the
string of letters. Patterns are of bounded length, so the work is linear in the length of the text.
Durations ("for ten years") and ages are no dates; a fraction ("a third") is no percentage.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.lexicon import FUNCTION_WORDS, word_set
from tui.analysis.model import Label
from tui.analysis.valuewords import SIGN_PREFIXES, code_of
from tui.analysis.wordkinds import NORP, PLACE, TITLE, kinds_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.tokens import Tokens


class Value(NamedTuple):
    """A labelled range of tokens; `role` is there for likeness with proposals of names."""

    start: int
    end: int
    label: Label
    role: int = -1


_COUNT = r"(?:aw|w-?w|[ndw]m?|af?|Hf?)"  # "a few", "twenty-five", "10", "a", "hundreds of"
_SUM = r"(?:wam|wa(?=%)|aw|w(?:-?w)?|[ndy]|a(?=m))(?:-?m){0,2}"
_MONTH = "[MNR]"
_DAY = r"(?:dx?(?:[-&+]dx?)?(?![-]?[m%cCpAuv]))"
_DATE = (
    rf"(?:D,?t?)?(?:{_MONTH}{_DAY}(?:,?y)?|(?:tdxf|dxf|dx|d(?:[-&+]d)?){_MONTH}(?:,?y)?)"
    rf"|t?(?:e-?f?)?{_MONTH},?y(?![%m])"
)
_CLOCK_WORDS = r"[wU][l&][wd]"
_YEARS = r"y[-/](?:y|d|n)|(?:e-?)?y"
# The first alternative that fits counts; what begins with a figure is tried as a sum first.
_PATTERNS = (
    (Label.MONEY, rf"(?:\^?\$|F){_SUM}(?:[-&](?:\^?\$)?{_SUM}(?!-?[%u]))?c?"),
    (Label.PERCENT, rf"(?:{_SUM}(?:-?%|Pj)?[-&]|{_SUM}\+)?{_SUM}-?(?:%|Pj)"),
    (Label.MONEY, rf"(?:{_SUM}[-&])?{_SUM}(?:E{{0,2}}[cC]|j|[F$](?![ndyw]))(?!-)"),
    (Label.MONEY, r"(?:wam|[ndyw]-?m{1,2}|am)E{0,2}p"),
    (Label.MONEY, r"[Hm]f(?:Hf)?E{0,2}[cCp]"),
    (Label.DATE, r"y-[dn]-[dn]|[dn]/[dn]/[ydn]"),
    (Label.TIME, r"[dhnw]A(?:,?Z)?"),
    (Label.TIME, r"[hny]Z"),
    (Label.TIME, r"[dw]O(?:ftT|ItT)?"),
    (Label.TIME, r"(?<=[irt&+b])h"),
    (Label.TIME, _CLOCK_WORDS),
    (Label.TIME, r"(?:rb?)?K|rb?k|(?<=[ib])k"),
    (Label.TIME, r"(?:e-?|g)?(?:D|Y|l)T"),
    (Label.TIME, r"J"),
    (Label.TIME, rf"r?{_COUNT}-?vg"),
    (Label.DATE, _DATE),
    (Label.DATE, r"t?(?:e-?|gI?)?t?l(?:" + _COUNT + r")?(?:[uSU]|D)"),
    (Label.DATE, r"t?ef(?:t|l|tl)[uU]"),
    (Label.DATE, rf"r?{_COUNT}-?[uU]g"),
    (Label.DATE, rf"{_COUNT}[uU](?=b)"),
    (Label.DATE, r"t?(?:e-?)?ys"),
    (Label.DATE, r"t?(?:e-?)?(?:o|dx)-?U(?:f(?:tl?u|lu|y))?"),
    (Label.DATE, r"(?:l|e-?)?X(?:s?Q|D)?"),
    (Label.DATE, r"(?:e-?)?D"),
    (Label.DATE, r"(?:t?e-?f?|l)[MN]|M|(?<=[iIf&])N"),
    (Label.DATE, r"t?Sf?y"),
    (Label.DATE, r"t?ef[yt]s?(?<=[ys])"),
    (Label.DATE, _YEARS),
    (Label.DATE, r"Y"),
)
_VALUE = re.compile("|".join(f"(?P<v{k}>{pattern})" for k, (_, pattern) in enumerate(_PATTERNS)))

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
_FEASTS_BEFORE = word_set("Good Easter Palm Ash Whit Boxing Shrove Maundy Holy")
_NICKNAMED = word_set("Black Ruby Freaky Super Bloody Cyber Joe Man Blue Wild")
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
            label, pattern = _PATTERNS[int((match.lastgroup or "v0")[1:])]
            value = _checked(tokens, codes, Value(*match.span(), label), pattern, first)
            if value is not None:
                found.append(value)
    return found


def _checked(tokens: Tokens, codes: str, value: Value, pattern: str, first: int) -> Value | None:
    """Look at the words themselves, which their classes leave open; `first` opens the block."""
    start, end, label, _ = value
    texts = tokens.texts
    if end - start == 1:
        if pattern is _YEARS:
            return value if _is_year(tokens, start) else None
        if texts[start][0].isupper():
            before = texts[start - 1] if start > first else ""
            place = _alone(tokens, start, codes[start], before)
            return Value(place, end, label) if place >= 0 else None
        return value
    if pattern is _CLOCK_WORDS and not _is_clock(tokens, start):
        return None
    if codes[end - 1] == "A" and codes[start] == "n" and not _is_hour(texts[start]):
        return None
    if texts[end - 1] == "percentage":
        point = end < len(texts) and texts[end] in ("point", "points")
        return Value(start, end + 1, label) if point else None
    return value


def _codes(tokens: Tokens) -> str:
    texts, starts, ends = tokens.texts, tokens.starts, tokens.ends
    found: list[str] = []
    add = found.append
    before = -1
    for k, word in enumerate(texts):
        glued = starts[k] == before
        before = ends[k]
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
    if lower in _YEAR_CUES and after not in _COUNTED:
        return True
    if not 1900 <= year <= 2099 or counted:
        return False
    if lower in _LOOSE_CUES or not before or before in "(,;" or after in (")", ","):
        return True
    return not before[0].isupper() and before.isalpha()


def _is_clock(tokens: Tokens, place: int) -> bool:
    first, second = tokens.texts[place].lower(), tokens.texts[place + 1]
    return (first == "half" and second == "past") or (
        first == "quarter" and second in ("past", "to")
    )


def _alone(tokens: Tokens, place: int, code: str, before: str) -> int:
    """Return where a date of one capitalised word begins, or -1 if it is part of a name."""
    texts = tokens.texts
    word = texts[place]
    after = texts[place + 1] if place + 1 < len(texts) else ""
    if before in _FEASTS_BEFORE and code == "D":
        return place - 1
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
