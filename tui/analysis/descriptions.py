"""What a document says of people beside their names: titles, trades, ages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import speakernouns as nouns
from tui.analysis.genders import gender_of
from tui.analysis.phrases import is_cue, read_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_ROLE_REACH = 5  # tokens beside a name that may be its title or what it is


class Descriptions:
    """Descriptions of people read so far.

    Attributes:
        genders: Names to `f` or `m`.
        roles: Words such as "minister" or "45-year-old" to the name last described so.
    """

    def __init__(self) -> None:
        self.genders: dict[str, str] = {}
        self.roles: dict[str, str] = {}

    def describe(
        self, tokens: Sequence[Token], low: int, start: int, stop: int, end: int, name: str
    ) -> None:
        """Take in the title before a name and the description after it: "Jane Doe, a baker,"."""
        for k in range(max(low, start - _ROLE_REACH), start):
            word = tokens[k]
            if any(tokens[j].tag not in "WN" or is_cue(tokens[j]) for j in range(k + 1, start)):
                continue
            self.add(word.low, name)
        if stop + 1 < end and tokens[stop].tag == "," and tokens[stop + 1].tag in "DW#NO":
            if tokens[stop + 1].tag == "#":
                self.roles[tokens[stop + 1].low + "-year-old"] = name
                stop += 2
                if stop + 1 >= end or tokens[stop].tag != ",":
                    return
            phrase = read_phrase(tokens, stop + 1, end)
            if phrase is not None and tokens[phrase.head].mention is None:
                for k in range(phrase.start, phrase.core):
                    self.add(tokens[k].low, name)

    def add(self, low: str, name: str) -> None:
        """Take in one word that describes somebody."""
        gender = nouns.gender(low)
        if gender:
            self.genders[name] = gender
        known = low in nouns.PEOPLE or low in nouns.TITLES
        if known or low.endswith(("ist", "er", "or", "ian", "man")):
            self.roles[low.rstrip(".")] = name

    def gender(self, name: str) -> str:
        """`f`, `m` or an empty string."""
        known = self.genders.get(name)
        return known if known is not None else gender_of(name)
