"""Guessing what several capitalised words name, from what each of them may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis import titles
from tui.analysis import wordkinds as kind
from tui.analysis.model import Label

if TYPE_CHECKING:
    from tui.analysis.wordkinds import WordKinds


# Last syllables of firms' names: "Tarrant Horology", "Halden Robotics".
_TRADES = ("ology", "onics", "otics", "tech", "soft", "ware", "media")


class Words(NamedTuple):
    """The words of a document: what they read, their letters (`runs`) and their flags."""

    texts: list[str]
    codes: str
    kinds: WordKinds


@dataclass(slots=True)
class Segment:
    """A stretch of tokens that may be a name.

    Attributes:
        start: First token.
        end: One past the last.
        label: What it is by its own words alone, or None where only its surroundings can tell.
        weight: How sure that is; 1 is enough to stand alone.
        role: First token of the title before it, or -1.
    """

    start: int
    end: int
    label: Label | None
    weight: float
    role: int = -1


def person(words: Words, start: int, end: int, capitals: int) -> Segment | None:
    """Return a person where a given name or an initial has more after it."""
    texts, kinds, codes = words.texts, words.kinds, words.codes
    first = kinds[texts[start]]
    if not first & (kind.GIVEN | kind.INITIAL) or capitals > 5 or "&" in codes[start:end]:
        return None
    rest = [kinds[texts[k]] for k in range(start + 1, end) if codes[k] == "C"]
    last = rest[-1]
    if first & kind.PLACE and not last & (kind.SURNAME | kind.GIVEN):
        return None
    doubtful = first & kind.COMMON and last & (kind.PLACE | kind.NORP | kind.COMMON)
    if doubtful and (not last & kind.SURNAME or last & kind.NORP):
        return None
    joined = codes[end - 2] == "-"
    if last & (kind.ACRONYM | kind.NOT_NAME) and not joined:
        return (
            None if texts[end - 1] not in titles.TRAILERS else Segment(start, end, Label.PERSON, 2)
        )
    if last & kind.COMMON and not last & (kind.SURNAME | kind.GIVEN):
        return (
            None
            if capitals > 2 or codes[start + 1] == "-"
            else Segment(start, end, Label.PERSON, 1.1)
        )
    sure = last & (kind.SURNAME | kind.GIVEN) or capitals > 2 or rest[0] & kind.INITIAL
    if first & kind.INITIAL and not first & kind.GIVEN and not sure:
        return Segment(start, end, Label.PERSON, 0.9)
    return Segment(start, end, Label.PERSON, 3 if sure else 2.2)


def unknown(words: Words, start: int, end: int, capitals: int) -> Segment:
    """Return the likeliest reading of several words that no list knows."""
    texts = words.texts
    flags = [words.kinds[texts[k]] for k in range(start, end) if words.codes[k] == "C"]
    common = sum(1 for word in flags if word & kind.COMMON and not word & kind.GIVEN)
    if capitals > 5 or any(word & kind.NOT_NAME for word in flags[1:]):
        return Segment(start, end, None, -1)
    if texts[start] in ("Al", "El", "Ben", "Bin") and words.codes[start + 1] == "-":
        return Segment(start, end, Label.PERSON, 1.2)
    if "-g" in words.codes[start:end]:  # "Seo Min-jae"
        return Segment(start, end, Label.PERSON, 2)
    if any(word & (kind.ACRONYM | kind.INNER_CAPITAL) for word in flags):
        return Segment(start, end, Label.ORG, 0.8)
    if texts[end - 1].endswith(_TRADES) and not flags[0] & kind.GIVEN:
        return Segment(start, end, Label.ORG, 1.5)
    if common == 0:
        known = any(word & (kind.SURNAME | kind.GIVEN) for word in flags)
        return Segment(start, end, Label.PERSON, 1.6 if known else 1.1)
    if common == len(flags):
        return Segment(start, end, Label.ORG, 0.4)
    if flags[-1] & kind.SURNAME and not flags[-1] & kind.COMMON and len(flags) == 2:
        return Segment(start, end, Label.PERSON, 0.8)
    return Segment(start, end, Label.ORG, 0.9)
