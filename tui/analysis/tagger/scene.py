"""What the tagger sees at one place of a document: neighbours, the run it is in, the whole text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import geography
from tui.analysis import wordkinds as kind
from tui.analysis.runs import runs
from tui.analysis.tagger.phrases import mark_organisations
from tui.analysis.tagger.words import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.names import Proposal
    from tui.analysis.tokens import Tokens

BORDER = "¶"
_MANY_WORDS = 30_000
_KNOWN: dict[str, Word] = {}
_PLACE_PREPOSITIONS = geography.PLACE_PREPOSITIONS | {"from", "to", "at", "toward", "towards"}
_ENDS = kind.ORG_HEAD | kind.COMPANY_ENDING


def word_of(word: str) -> Word:
    """Return what is known of a word, from memory where it has been met before."""
    known = _KNOWN.get(word)
    if known is None:
        if len(_KNOWN) > _MANY_WORDS:
            _KNOWN.clear()
        known = _KNOWN[word] = Word(word)
    return known


class Scene:
    """A document as the tagger sees it.

    Args:
        tokens: Of the whole document.
        codes: Their letters (`runs.codes`).
        rules: What the rules propose, in order.
    """

    def __init__(self, tokens: Tokens, codes: str, rules: Sequence[Proposal]) -> None:
        texts = tokens.texts
        self.texts = texts
        self.words = [word_of(word) for word in texts]
        self._tokens = tokens
        size = len(texts)
        self.starts_block = bytearray(size + 1)
        for first in tokens.blocks:
            if first < size:
                self.starts_block[first] = 1
        self.starts_block[size] = 1
        self._rules = ["O"] * size
        for one in rules:
            label = one.label.value[:1] + (
                "" if one.weight < 2 else "+" if one.weight < 3.5 else "*"
            )
            for place in range(one.start, one.end):
                self._rules[place] = ("B" if place == one.start else "I") + label
        self._runs: dict[int, tuple[int, int, list[str]]] = {}
        for start, end in runs(codes, tokens):
            if end - start <= 60:
                about = self._about_run(start, end)
                for place in range(start, end):
                    self._runs[place] = (start, end, about)
        self._firms = mark_organisations(texts)
        self._small = {word for word in set(texts) if word.islower()}
        self._seen = self._meetings()
        self._capitals = self._capital_shares()

    def _about_run(self, start: int, end: int) -> list[str]:
        words = self.words
        first, last = words[start], words[end - 1]
        before = words[start - 1].lower if start else BORDER
        after = words[end].lower if end < len(words) else BORDER
        count = sum(1 for k in range(start, end) if words[k].kinds)
        title = 0
        heads = 0
        for k in range(start, end):
            flags = words[k].kinds
            title |= flags & kind.TITLE
            heads |= flags & (kind.ORG_HEAD | kind.COMPANY_ENDING | kind.PLACE_HEAD)
        return [
            f"h{last.lower}",
            f"k{last.sort}",
            f"f{first.sort}",
            f"e{first.sort}_{last.sort}_{min(count, 4)}",
            f"b{before}",
            f"a{after}",
            f"n{min(count, 6)}",
            f"c{last.company}",
            f"z{last.lower[-3:]}",
            f"t{title}{heads:x}",
        ]

    def _meetings(self) -> dict[str, int]:
        """Gather what stands beside each capitalised word, over all places where it stands."""
        words, texts, opens = self.words, self.texts, self._tokens.opens
        titled = self._tokens.titled
        size = len(texts)
        seen: dict[str, int] = {}
        for place in range(size):
            flags = words[place].kinds
            if not flags:
                continue
            bits = 0
            if not opens[place] and not titled[place]:
                bits = 1
            if place and not self.starts_block[place]:
                before = words[place - 1]
                if not opens[place]:
                    if before.kinds & (kind.GIVEN | kind.INITIAL):
                        bits |= 2
                    if before.kinds & kind.TITLE or before.sort == "r":
                        bits |= 4
                    if before.lower in _PLACE_PREPOSITIONS or before.lower == "in":
                        bits |= 8
                    if before.lower == "the":
                        bits |= 16
                if texts[place - 1] == "(":
                    bits |= 32
            if place + 1 < size and not self.starts_block[place + 1]:
                after = words[place + 1]
                if after.kinds & _ENDS:
                    bits |= 64
                if after.sort == "s" or after.lower in ("who", "whose"):
                    bits |= 128
                if after.kinds & kind.SURNAME:
                    bits |= 256
            key = texts[place]
            if len(key) > 4 and key.isupper():
                key = key.title()
            seen[key] = seen.get(key, 0) | bits
        return seen

    def _capital_shares(self) -> bytearray:
        """How many of the words around each have a capital, 0 to 3, and 4 for SHOUTED ones."""
        words = self.words
        size = len(words)
        shares = bytearray(size)
        # Words of letters only, small words left out: running sums over eleven tokens.
        total = [0] * (size + 1)
        upper = [0] * (size + 1)
        loud = [0] * (size + 1)
        for place, text in enumerate(self.texts):
            letters = len(text) > 3 and text[0].isalpha()
            total[place + 1] = total[place] + letters
            upper[place + 1] = upper[place] + (letters and text[0].isupper())
            loud[place + 1] = loud[place] + (letters and text.isupper())
        for place in range(size):
            first, last = max(0, place - 5), min(size, place + 6)
            many = total[last] - total[first]
            if many:
                if (loud[last] - loud[first]) * 4 >= many * 3 and many > 1:
                    shares[place] = 4
                else:
                    shares[place] = min(3, 4 * (upper[last] - upper[first]) // (many + 1))
        return shares

    def near(self, place: int, offset: int) -> str:
        """Return the word `offset` places away, or `BORDER` beyond the block's end."""
        starts = self.starts_block
        step = 1 if offset > 0 else 0
        at = place
        while at != place + offset:
            if starts[at + step]:
                return BORDER
            at += 1 if step else -1
        return self.texts[at]

    def sights(self, place: int) -> list[str]:
        """Return what is seen at a place beyond its single words."""
        words = self.words
        texts = self.texts
        tokens = self._tokens
        size = len(words)
        border = word_of(BORDER)
        starts = self.starts_block
        here = words[place]
        one = words[place - 1] if not starts[place] else border
        two = words[place - 2] if one is not border and not starts[place - 1] else border
        next_one = words[place + 1] if not starts[place + 1] else border
        next_two = words[place + 2] if next_one is not border and not starts[place + 2] else border
        s, s1, s2, n1, n2 = here.sort, one.sort, two.sort, next_one.sort, next_two.sort
        lower = here.lower
        found = [
            f"A{s1}_{s}",
            f"B{s}_{n1}",
            f"D{s1}_{s}_{n1}",
            f"E{s2}_{s1}_{s}",
            f"F{s}_{n1}_{n2}",
            f"G{one.lower}_{s}",
            f"H{s}_{next_one.lower}",
            f"I{one.lower}_{lower}",
            f"J{lower}_{next_one.lower}",
            f"K{one.lower}_{here.shape}_{next_one.lower}",
            f"L{one.shape}_{here.shape}_{next_one.shape}",
            f"M{one.company}_{here.company}",
            f"N{here.company}_{next_one.company}",
            f"O{one.company}_{next_one.company}",
            f"P{one.company}_{s}",
            f"Q{s}_{next_one.company}",
            f"R{two.lower}_{one.lower}_{here.shape[:2]}",
            f"S{here.shape[:2]}_{next_one.lower}_{next_two.lower}",
        ]
        opens = tokens.opens[place]
        share = self._capitals[place]
        low = lower in self._small
        text = texts[place]
        key = text.title() if len(text) > 4 and text.isupper() else text
        seen = self._seen.get(key, 0)
        state = f"{opens}{tokens.titled[place]}{int(low)}{seen & 1}"
        found += [
            f"T{state}_{s}",
            f"U{state}_{share}{here.shape[:2]}",
            f"V{share}_{s}",
            f"W{share}_{one.shape[:2]}{here.shape[:2]}{next_one.shape[:2]}",
            f"X{seen}",
            f"Y{seen}_{s}",
            f"Z{int(tokens.glued(place))}{int(place + 1 < size and tokens.glued(place + 1))}",
        ]
        bit = 2
        while bit < 512:
            if seen & bit:
                found.append(f"x{bit}")
            bit <<= 1
        if tokens.dateline >= 0 and 0 <= place - tokens.dateline < 12:
            found.append(f"d{min(place - tokens.dateline, 3)}")
        rule = self._rules[place]
        before = self._rules[place - 1] if one is not border else "-"
        after = self._rules[place + 1] if next_one is not border else "-"
        found += [
            f"q{rule}",
            f"u{before}_{rule}",
            f"v{rule}_{after}",
            f"y{rule}_{s}",
            f"z{rule}_{share}",
        ]
        firm = self._firms.get(place)
        if firm is not None:
            found += [f"g{firm}", f"g{firm}_{s}", f"g{firm}_{state}"]
        run = self._runs.get(place)
        if run is not None:
            start, end, about = run
            at = f"@{min(place - start, 3)}{min(end - 1 - place, 3)}"
            position = f"%{'B' if place == start else 'I'}{'E' if place == end - 1 else 'I'}"
            found += [position + one for one in about]
            found += [f"{at}", f"{at}_{about[3]}", f"{at}_{s}"]
        return found
