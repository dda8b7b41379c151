"""Cutting a run of capitalised words into names, titles and what is neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import bodies, geography, nationalities, titles
from tui.analysis import wordkinds as kind
from tui.analysis.gazetteer import gazetteer
from tui.analysis.guesses import Segment, Words, person, unknown
from tui.analysis.model import Label
from tui.analysis.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.analysis.tokens import Tokens
    from tui.analysis.wordkinds import WordKinds

# Names that consist of titles.
_KNOWN_TITLES_AS_NAMES = {("Dalai", "Lama"), ("Panchen", "Lama"), ("Aga", "Khan")}


class Segmenter:
    """Cuts runs of one document."""

    def __init__(
        self,
        tokens: Tokens,
        codes: str,
        kinds: WordKinds,
        known: Mapping[tuple[str, ...], Label],
    ) -> None:
        self._texts = tokens.texts
        self._codes = codes
        self._kinds = kinds
        self._words = Words(tokens.texts, codes, kinds)
        self._phrases = gazetteer().place_phrases
        self._known = {key[0]: (key, label) for key, label in known.items()}

    def phrase(self, start: int, end: int) -> int:
        """Return the end of the listed place of several words that starts here, or `start`."""
        texts = self._texts
        for rest in self._phrases.get(fold(texts[start]), ()):
            stop = start + 1 + len(rest)
            if stop <= end and all(
                fold(texts[start + 1 + k]) == word for k, word in enumerate(rest)
            ):
                return stop
        return start

    def _body(self, start: int, end: int) -> int:
        """Return the end of a well-known organisation whose name its words do not tell."""
        texts = self._texts
        for rest in bodies.ORG_PHRASES.get(texts[start], ()):
            stop = start + 1 + len(rest)
            if stop <= end and tuple(texts[start + 1 : stop]) == rest:
                head = self._kinds[texts[end - 1]] & (kind.ORG_HEAD | kind.OTHER_HEAD)
                return stop if stop == end or not head else start
        return start

    def cut(self, start: int, end: int) -> list[Segment]:
        """Return the possible names in the run [start, end), in order."""
        if start >= end:
            return []
        codes = self._codes
        # Connectors at either end belong to no name.
        while end > start and codes[end - 1] not in "C!g":
            end -= 1
        while start < end and codes[start] not in "Cp":
            start += 1
        if start >= end:
            return []
        texts, kinds = self._texts, self._kinds
        last = kinds[texts[end - 1]]
        capitals = codes.count("C", start, end)
        if capitals == 1:
            return self._single(start, end)
        first = kinds[texts[start]]

        whole = self._known.get(texts[start])
        if whole is not None and tuple(texts[start : start + len(whole[0])]) == whole[0]:
            stop = start + len(whole[0])
            return [Segment(start, stop, whole[1], 4), *self.cut(stop, end)]
        if texts[end - 1] in bodies.ARABIC_BODIES and texts[start] in ("Al", "El"):
            return [Segment(start, end, Label.ORG, 3)]
        if texts[end - 1] in bodies.TRAILING_NOUNS:
            return self.cut(start, end - 1)
        if (texts[start], texts[start + 1]) in _KNOWN_TITLES_AS_NAMES:
            return [Segment(start, start + 2, Label.PERSON, 4), *self.cut(start + 2, end)]
        body = self._body(start, end)
        if body > start:
            return [Segment(start, body, Label.ORG, 4), *self.cut(body, end)]
        stop = self.phrase(start, end)
        if stop == end:
            return [Segment(start, end, Label.LOC, 4)]
        unnamed = first & kind.NOT_NAME and not first & (kind.ORG_HEAD | kind.TITLE)
        if unnamed and codes[start + 1] == "C":
            return []
        if "s" in codes[start:end]:
            return [self._possessive(start, end)]
        if texts[start] == "Air" and codes[start + 1] == "C" and not last & kind.COMMON:
            return [Segment(start, end, Label.ORG, 2)]
        of = codes.find("o", start, end)
        opener = of > start and texts[of - 1] in bodies.ORG_OPENERS
        if not opener or first & kind.TITLE:
            titled = self._title(start, end)
            if titled is not None:
                return titled
        if of > start:
            return self._of(start, of, end)
        norp = self._nationality(start, end)
        if norp is not None:
            return norp
        if last & kind.OTHER_HEAD and not (
            first & kind.GIVEN and last & kind.SURNAME and capitals == 2
        ):
            return []
        if stop > start:
            return self._after_place(start, stop, end)
        named = person(self._words, start, end, capitals)
        facility = texts[end - 1] in bodies.FACILITIES
        headed = last & (kind.ORG_HEAD | kind.PLACE_HEAD)
        if named is not None and not (
            headed
            and (
                facility
                or capitals > 2
                or not last & kind.SURNAME
                or (last & kind.ORG_HEAD and first & (kind.PLACE | kind.TOWN))
            )
        ):
            return [named]
        if last & kind.ORG_HEAD:
            return [Segment(start, end, Label.ORG, 3 if last & kind.COMPANY_ENDING else 2.2)]
        if last & kind.PLACE_HEAD:
            return [Segment(start, end, Label.LOC, 2)]
        if first & (kind.PLACE | kind.TOWN) and codes[start + 1] == "C":
            return self._after_place(start, start + 1, end)
        if texts[start] in nationalities.COMPOUND and codes[start + 1] == "-":
            return [Segment(start, end, Label.NORP, 3 if last & kind.NORP else 0)]
        if texts[start] in ("St", "St.", "Saint") and last & (kind.GIVEN | kind.SURNAME):
            return [Segment(start, end, Label.PERSON, 1.2)]
        if texts[start] in geography.PLACE_OPENERS and capitals <= 3 and not last & kind.COMMON:
            return [Segment(start, end, Label.LOC, 1.5)]
        if "&" in codes[start:end]:
            return [Segment(start, end, Label.ORG, 2)]
        hyphen = start + 1
        if (
            codes[hyphen] == "-"
            and capitals == 2
            and end == start + 3
            and not self._name_like(first | last)
        ):
            return self._hyphenated(start, hyphen, end)
        return [unknown(self._words, start, end, capitals)]

    def _possessive(self, start: int, end: int) -> Segment:
        """A name with a possessive inside, as `runs` joins them."""
        last = self._kinds[self._texts[end - 1]]
        if "Republic" in self._texts[start:end]:
            return Segment(start, end, Label.LOC, 3)
        of = self._codes.find("o", start, end)
        opener = of > start and self._texts[of - 1] in bodies.ORG_OPENERS
        if last & kind.ORG_HEAD or opener or self._texts[start] == "Lloyd":
            return Segment(start, end, Label.ORG, 2.2)
        return Segment(start, end, Label.LOC, 1.5)

    def _single(self, start: int, end: int) -> list[Segment]:
        """A run with one capitalised word, perhaps with particles before it."""
        place = self._codes.index("C", start, end)
        word = self._texts[place]
        kinds = self._kinds[word]
        if place > start or self._codes[end - 1] == "g":  # "bin Salman", "al-Assad", "al-Qaida"
            if word in bodies.ARABIC_BODIES:
                return [Segment(start, end, Label.ORG, 3)]
            return [Segment(start, end, Label.PERSON, 1.2)]
        if self._codes[end - 1] == "!":
            return [Segment(start, end, Label.ORG, 2)]
        if kinds & kind.NORP:
            return [Segment(start, end, Label.NORP, 3)]
        if kinds & kind.NOT_NAME:
            return []
        if kinds & kind.AGENCY:
            return [Segment(start, end, Label.ORG, 2.5)]
        if kinds & kind.PLACE:
            return [Segment(start, end, Label.LOC, 2.5)]
        if kinds & kind.INITIAL:
            return []
        return [Segment(start, end, None, 0)]

    def _title(self, start: int, end: int) -> list[Segment] | None:
        """Cut at a title before a name; None where the run has no title."""
        texts, codes, kinds = self._texts, self._codes, self._kinds
        title = -1
        for k in range(start, end):
            if codes[k] == "C" and kinds[texts[k]] & kind.TITLE and self._body(k, end) == k:
                title = k
        if title < 0:
            return None
        first, last = kinds[texts[start]], kinds[texts[end - 1]]
        if first & kind.GIVEN and not first & (kind.TITLE | kind.PLACE | kind.NORP):
            # "Stephen King", "Martin Luther King Jr."
            if title == end - 1 and last & kind.SURNAME and end - start <= 3:
                return [Segment(start, end, Label.PERSON, 2)]
            if texts[end - 1] in titles.TRAILERS:
                return [Segment(start, end, Label.PERSON, 2)]
        if title == end - 1:
            head = title
            while head > start and self._part_of_title(head - 1):
                head -= 1
            return self.cut(start, head) if head > start else []
        named = kinds[texts[title + 1]] & kind.GIVEN or (
            last & kind.SURNAME and end - title == 3 and texts[title] not in titles.ROYAL_TITLES
        )
        if last & (kind.ORG_HEAD | kind.PLACE_HEAD) and (
            texts[end - 1] in bodies.FACILITIES or not named
        ):
            return None if codes.find("o", start, end) > 0 else self._head(start, end)
        head = title
        if codes[title + 1] == "o":
            # "Chief of Staff Ann Lee", "Minister of Foreign Affairs Ann Lee"
            title += 2
            while title < end and self._part_of_title(title):
                title += 1
            title -= 1
            if title >= end - 1 or codes[title] != "C":
                return self._of(start, head + 1, end)
        while head > start and self._part_of_title(head - 1):
            head -= 1
        name = self._named(title + 1, end, head, strong=texts[title] in titles.STRONG_TITLES)
        return [*self.cut(start, head), *name]

    def _head(self, start: int, end: int) -> list[Segment]:
        last = self._kinds[self._texts[end - 1]]
        label = Label.ORG if last & kind.ORG_HEAD else Label.LOC
        return [Segment(start, end, label, 2)]

    def _part_of_title(self, place: int) -> bool:
        code = self._codes[place]
        if code == "C":
            return bool(self._kinds[self._texts[place]] & (kind.TITLE | kind.PORTFOLIO))
        return code in "o-&a"

    def _named(self, start: int, end: int, role: int, *, strong: bool) -> list[Segment]:
        """The name after a title."""
        words = [self._kinds[self._texts[k]] for k in range(start, end) if self._codes[k] == "C"]
        plain = all(word & kind.COMMON and not word & (kind.GIVEN | kind.SURNAME) for word in words)
        if not words or (not strong and plain):
            return []
        if len(words) == 1 and words[0] & (kind.PLACE | kind.NORP | kind.NOT_NAME) and not strong:
            return (
                self.cut(start, end)
                if not words[0] & kind.SURNAME
                else [Segment(start, end, Label.PERSON, 2, role)]
            )
        return [Segment(start, end, Label.PERSON, 4, role)]

    def _of(self, start: int, of: int, end: int) -> list[Segment]:
        """Cut a run at "of", or keep it in one where its first part asks for more."""
        texts, kinds = self._texts, self._kinds
        left = texts[of - 1]
        right = of + 2 if self._codes[of + 1] == "t" else of + 1
        last = kinds[texts[end - 1]]
        if left in geography.PLACE_OF_OPENERS and not kinds[left] & kind.TITLE:
            stop = self._part_end(right, end)
            return [Segment(start, stop, Label.LOC, 2.5), *self.cut(stop, end)]
        if left in bodies.ORG_OPENERS or (
            kinds[left] & kind.ORG_HEAD and kinds[texts[right]] & (kind.PLACE | kind.TOWN)
        ):
            stop = self._part_end(right, end)
            return [Segment(start, stop, Label.ORG, 3), *self.cut(stop, end)]
        if kinds[left] & kind.OTHER_HEAD:
            return []
        if last & kind.ORG_HEAD and not kinds[left] & kind.TITLE and of - start == 1:
            return [Segment(start, end, Label.ORG, 2)]
        return [*self.cut(start, of), *self.cut(right, end)]

    def _part_end(self, start: int, end: int) -> int:
        """Where the part after "of" ends: before a title that belongs to a person."""
        for k in range(start, end):
            if self._codes[k] == "C" and self._kinds[self._texts[k]] & kind.TITLE and k > start:
                while k > start + 1 and self._part_of_title(k - 1):
                    k -= 1
                return k
        return end

    def _nationality(self, start: int, end: int) -> list[Segment] | None:
        """Cut a nationality from what follows; None where the run does not begin with one."""
        texts, kinds, codes = self._texts, self._kinds, self._codes
        pair = start + 1 < end and (texts[start], texts[start + 1]) in nationalities.PAIRS
        if pair and (end == start + 2 or not kinds[texts[end - 1]] & kind.ORG_HEAD):
            return [Segment(start, start + 2, Label.NORP, 3), *self.cut(start + 2, end)]
        first = kinds[texts[start]]
        if not first & kind.NORP:
            return None
        last = kinds[texts[end - 1]]
        if codes[start + 1] == "-" and texts[start] not in nationalities.COMPOUND:
            return [Segment(start, start + 1, Label.NORP, 3), *self.cut(start + 2, end)]
        second = kinds[texts[start + 1]]
        if second & kind.NORP and end == start + 2:
            return [Segment(start, start + 1, Label.NORP, 3), *self.cut(start + 1, end)]
        if last & (kind.ORG_HEAD | kind.PLACE_HEAD):
            return None
        if first & kind.GIVEN and second & (kind.SURNAME | kind.GIVEN) and end - start <= 3:
            return None
        return [Segment(start, start + 1, Label.NORP, 3), *self.cut(start + 1, end)]

    def _after_place(self, start: int, stop: int, end: int) -> list[Segment]:
        """A listed place with more capitalised words after it."""
        texts, kinds, codes = self._texts, self._kinds, self._codes
        last = kinds[texts[end - 1]]
        place = kinds[texts[start]]
        if codes[stop] == "-":
            return [Segment(start, stop, Label.LOC, 2.5), *self.cut(stop + 1, end)]
        if last & kind.ORG_HEAD:
            return [Segment(start, end, Label.ORG, 2.2)]
        if last & kind.PLACE_HEAD:
            return [Segment(start, end, Label.LOC, 2)]
        if (
            end == stop + 1
            and texts[stop].endswith("s")
            and not last & kind.NORP
            and (not last & kind.SURNAME)
        ):
            return [Segment(start, end, Label.ORG, 1.3)]  # a team: "Boston Bruins"
        if stop == start + 1 and (
            place & kind.TOWN or (place & kind.GIVEN and last & (kind.SURNAME | kind.GIVEN))
        ):
            return [unknown(self._words, start, end, codes.count("C", start, end))]
        return [Segment(start, stop, Label.LOC, 2.5), *self.cut(stop, end)]

    def _hyphenated(self, start: int, hyphen: int, end: int) -> list[Segment]:
        """Two words joined by a hyphen: two places or peoples, or one name."""
        first, second = self._kinds[self._texts[start]], self._kinds[self._texts[end - 1]]
        if first & (kind.PLACE | kind.ACRONYM) and second & (kind.PLACE | kind.NORP | kind.ACRONYM):
            return [*self.cut(start, hyphen), *self.cut(hyphen + 1, end)]
        if first & kind.COMMON and second & kind.COMMON:
            return []
        if second & kind.NORP:
            return self.cut(hyphen + 1, end)
        return [Segment(start, end, None, 0)]

    @staticmethod
    def _name_like(kinds: int) -> bool:
        return bool(kinds & (kind.GIVEN | kind.SURNAME)) and not kinds & (kind.PLACE | kind.NORP)
