"""What the tagger sees in a single word."""

from __future__ import annotations

from functools import cache
from importlib import resources

from tui.analysis import lexicon, titles
from tui.analysis.tokens import fold
from tui.analysis.wordkinds import kinds_of

_SPEECH = lexicon.SPEECH_VERBS


@cache
def clusters() -> dict[str, int]:
    """Return the cluster of each word known by the company it keeps, reading them once."""
    file = resources.files("tui.analysis").joinpath("data", "clusters.txt")
    found = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        for word in line.split():
            found[word] = number
    return found


def shape(word: str) -> str:
    """Return the pattern of capitals, small letters, digits and marks, repetitions shortened."""
    pattern = ""
    last = ""
    for letter in word[:24]:
        sort = (
            "X"
            if letter.isupper()
            else "x"
            if letter.isalpha()
            else "d"
            if letter.isdigit()
            else letter
        )
        if sort != last or (sort == "X" and len(pattern) == 1):
            pattern += sort
        last = sort
    return pattern[:6]


class Word:
    """What is known of a word by itself.

    Attributes:
        lower: In small letters.
        kinds: Flags of `wordkinds` for capitalised words, else 0.
        shape: Pattern of capitals.
        cluster: Number of its cluster, or -1.
    """

    __slots__ = ("cluster", "kinds", "lower", "shape", "sort")

    def __init__(self, word: str) -> None:
        self.lower = word.lower()
        self.shape = shape(word)
        usual = word.title() if len(word) > 3 and word.isupper() else word
        known = clusters()
        number = known.get(usual)
        if number is None:
            number = known.get(self.lower, -1)
        self.cluster = number
        self.kinds = kinds_of(word) if word[0].isupper() else 0
        # Words without a capital of their own are told apart by what they are in a sentence.
        self.sort = (
            f"{self.kinds:x}"
            if self.kinds
            else self.shape[:2]
            if word[0].isupper() or not word[0].isalpha()
            else "r"
            if word in titles.ROLES
            else "s"
            if word in _SPEECH
            else self.lower
            if word in lexicon.FUNCTION_WORDS
            else "x"
        )

    def near(self, place: str) -> list[str]:
        """Return what is seen of it beside another word."""
        cluster = self.cluster
        found = [f"{place}l{self.lower}", f"{place}h{self.shape}", f"{place}k{self.sort}"]
        if cluster >= 0:
            found += [f"{place}c{cluster}", f"{place}C{cluster >> 3}"]
        return found

    def own(self, word: str) -> list[str]:
        """Return what is seen of it at its own place."""
        lower = fold(self.lower)
        found = [f"w{word}", *self.near("0")]
        kinds = self.kinds
        bit = 1
        while bit <= kinds:
            if kinds & bit:
                found.append(f"b{bit}")
            bit <<= 1
        if word[0].isalpha():
            size = len(lower)
            found += [f"s{lower[-length:]}" for length in (1, 2, 3, 4) if size > length]
            found += [f"p{lower[:length]}" for length in (2, 3, 4) if size > length]
            found.append(f"n{min(size, 12)}{self.shape[:2]}")
        return found
