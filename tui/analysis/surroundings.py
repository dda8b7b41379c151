"""Evidence for the type of a name: its own words, and the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import bodies, geography, lexicon, titles
from tui.analysis import wordkinds as kind
from tui.analysis.model import Label

if TYPE_CHECKING:
    from tui.analysis.guesses import Segment
    from tui.analysis.tokens import Tokens
    from tui.analysis.wordkinds import WordKinds

_PERSON, _ORG, _LOC = 0, 1, 2
_REACH = 7
_POSSESSIVES = frozenset(("'s", "’s"))
_DASHES = frozenset(("-", "–", "—"))
_LANGUAGE_CUES = frozenset(
    ["fluent", "written", "spoken", "speaks", "spoke", "writes", "wrote", "sung", "translated"]
)


class Surroundings:
    """Weighs evidence in one document."""

    def __init__(self, tokens: Tokens, codes: str, kinds: WordKinds) -> None:
        self._tokens = tokens
        self._texts = tokens.texts
        self._codes = codes
        self._kinds = kinds

    def prior(self, segment: Segment) -> list[float]:
        """Return the weight for PERSON, ORG and LOC that a name's own words give."""
        row = [0.0, 0.0, 0.0]
        if segment.label is not None:
            row[(Label.PERSON, Label.ORG, Label.LOC).index(segment.label)] += segment.weight
        if segment.end - segment.start > 1:
            return row
        flags = self._kinds[self._texts[segment.start]]
        if flags & kind.ACRONYM and not flags & (kind.PLACE | kind.COMMON):
            row[_ORG] += 0.9 if not any(c.isdigit() for c in self._texts[segment.start]) else -1
        if flags & kind.INNER_CAPITAL:
            row[_ORG] += 1.1
        if flags & kind.COMMON:
            for k in range(3):
                row[k] -= 1.2
            return row
        if flags & kind.TOWN:
            row[_LOC] += 1 if not flags & (kind.GIVEN | kind.SURNAME) else 0.4
        if flags & kind.GIVEN:
            row[_PERSON] += 1.2 if not flags & (kind.PLACE | kind.NOT_NAME) else 0.3
        if flags & kind.SURNAME:
            row[_PERSON] += 0.7 if not flags & kind.PLACE else 0.2
        if flags & (kind.TITLE | kind.PORTFOLIO | kind.ORG_HEAD | kind.OTHER_HEAD):
            for k in range(3):
                row[k] -= 1
        return row

    def add(self, segment: Segment, row: list[float]) -> None:
        """Add what the words around one place of a name say."""
        texts, kinds = self._texts, self._kinds
        start, end = segment.start, segment.end
        size = len(texts)
        before = texts[start - 1] if start else ""
        after = texts[end] if end < size else ""
        second = texts[end + 1] if end + 1 < size else ""
        lower = before.lower()
        if segment.role >= 0:
            row[_PERSON] += 1
        if start == self._tokens.dateline:
            row[_LOC] += 3
        if lower == "in" and start > 1 and texts[start - 2] in _LANGUAGE_CUES:
            pass
        elif lower in geography.PLACE_PREPOSITIONS:
            # "in Byron's memoirs" says nothing about Byron.
            if after not in _POSSESSIVES:
                row[_LOC] += 1.3
                row[_PERSON] -= 1
        elif lower == "at":
            row[_LOC] += 0.4
            row[_ORG] += 0.6
        elif lower == "from" or lower == "to":
            closed = lower == "from" and after in (",", ".", "")
            known = kinds[texts[start]] & (kind.GIVEN | kind.SURNAME)
            row[_LOC] += 1 if closed and not known else 0.5
        elif lower == "the":
            if segment.label is not Label.PERSON or segment.weight < 2:
                row[_PERSON] -= 1.5
            if end - start > 1 or not kinds[texts[start]] & kind.COMMON:
                plural = texts[end - 1].endswith("s") and end - start == 1
                row[_ORG] += 0.2 if plural else 0.7
        elif lower == "of" and start > 1:
            if texts[start - 2] in geography.PLACE_NOUNS:
                row[_LOC] += 2.5
            elif texts[start - 2] in geography.PLACE_PARTS:
                row[_LOC] += 1.2
            elif texts[start - 2] in bodies.ORG_NOUNS or texts[start - 2] == "house":
                row[_ORG] += 1.7
        elif lower in titles.ROLES:
            row[_PERSON] += 2.2
        elif lower in bodies.ORG_NOUNS:
            row[_ORG] += 2.2
        elif lower in geography.PLACE_NOUNS:
            row[_LOC] += 1.5
        elif lower == "," and start > 1:
            noun = texts[start - 2]
            if end == start + 1 and noun[0].isupper() and texts[start] in geography.STATE_CODES:
                row[_LOC] += 2
            elif noun in bodies.ORG_NOUNS or noun in ("owner", "builder"):
                row[_ORG] += 2.2
            elif noun in titles.ROLES:
                row[_PERSON] += 1.2
        if after in lexicon.PERSON_FOLLOWERS and lower in geography.PLACE_PREPOSITIONS:
            pass  # "a dealer in Kanda said": somebody else speaks
        elif after in lexicon.PERSON_FOLLOWERS:
            row[_PERSON] += 1.1
            row[_ORG] += 0.4
        elif after in bodies.ORG_FOLLOWERS:
            row[_ORG] += 1.2
        elif after in geography.PLACE_FOLLOWERS:
            row[_LOC] += 1
        elif after == "," and second:
            self._apposition(end + 1, row)
        elif after in _POSSESSIVES and second in ("chief", "owner", "shares", "chairman"):
            row[_ORG] += 0.8
        elif after == "-" and second in ("based", "born", "area", "bound"):
            row[_LOC] += 2
        elif after == "(" and second.isdigit():
            row[_PERSON] += 0.5
        if before == "(" and after == ")" and second in _DASHES:
            row[_ORG] += 3  # the agency of a dateline
        if before in lexicon.SPEECH_VERBS and after in (",", "."):
            row[_PERSON] += 0.8

    def _apposition(self, place: int, row: list[float]) -> None:
        """Evidence in what follows a name and a comma: an age, a country, a description."""
        texts = self._texts
        word = texts[place]
        if word.isdigit() and len(word) <= 2:
            if place + 1 < len(texts) and texts[place + 1] in (",", "."):
                row[_PERSON] += 2.5
            return
        if word[0].isupper():
            flags = self._kinds[word]
            if word in geography.STATE_CODES:
                row[_LOC] += 1.5
            elif flags & kind.PLACE and not flags & kind.GIVEN:
                # "Springfield, Illinois, ..." against "Meantime, Illinois voters ..."
                closed = place + 1 >= len(texts) or not texts[place + 1][0].isalnum()
                row[_LOC] += 2.2 if closed else 0.6
            return
        if word in lexicon.PERSON_FOLLOWERS:
            row[_PERSON] += 1.5
            return
        described = word in ("a", "an", "the", "his", "her", "their") or word in titles.ROLES
        if not described:
            return
        for k in range(place, min(place + _REACH, len(texts))):
            noun = texts[k]
            if noun in titles.ROLES:
                row[_PERSON] += 1.8
                return
            if noun in bodies.ORG_NOUNS and texts[k + 1 : k + 2] not in (["'s"], ["’s"]):
                row[_ORG] += 2.2
                return
            if noun in geography.PLACE_NOUNS:
                row[_LOC] += 1.5
                return
            if noun in (",", ".", "of", "in", "that", "who", "which"):
                return
