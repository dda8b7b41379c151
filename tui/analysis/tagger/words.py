"""What the tagger sees in a single word."""

from __future__ import annotations

from tui.analysis import lexicon, titles
from tui.analysis.tagger.vocabulary import MARKS, vocabulary
from tui.analysis.tokens import fold
from tui.analysis.wordkinds import kinds_of

_SPEECH = lexicon.SPEECH_VERBS
UNKNOWN = -1


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
        classes: What is seen of its classes in the vocabulary.
        company: Its middling class of company, or `UNKNOWN`.
    """

    __slots__ = ("classes", "company", "kinds", "lower", "shape", "sort")

    def __init__(self, word: str) -> None:
        self.lower = word.lower()
        self.shape = shape(word)
        classes = vocabulary().classes(fold(self.lower))
        self.company = classes[1] if classes else UNKNOWN
        self.classes = (
            [f"{mark}{number}" for mark, number in zip(MARKS, classes, strict=True)]
            if classes
            else ["?"]
            if word[0].isalpha()
            else []
        )
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
        return [
            f"{place}l{self.lower}",
            f"{place}h{self.shape}",
            f"{place}k{self.sort}",
            *[f"{place}v{one}" for one in self.classes],
        ]

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
