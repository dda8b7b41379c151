"""Classes of words: those that keep the same company, and those that are names of the same kind."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.tagger.packed import pack_file, unpack_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FILE = "vocabulary.bin"
MARKS = "abcde"
"""One for each level of classes: company coarse, middling, fine; kinds of names coarse, fine."""


class Vocabulary(NamedTuple):
    """Words and their classes.

    Attributes:
        numbers: Of each word, in small letters and without accents.
        company: Class of each word among those of words that stand between the same neighbours.
        kinds: Class of each word among those of words that are the same kinds of names as often.
        coarser_company: For each class of company the middling and the coarse one it is part of.
        coarser_kinds: For each class of kinds the coarse one it is part of.
    """

    numbers: Mapping[str, int]
    company: Sequence[int]
    kinds: bytes
    coarser_company: Sequence[tuple[int, int]]
    coarser_kinds: Sequence[int]

    def classes(self, word: str) -> tuple[int, int, int, int, int] | None:
        """Return the classes of a word at the five levels of `MARKS`, or None."""
        number = self.numbers.get(word)
        if number is None:
            return None
        company, kind = self.company[number], self.kinds[number]
        middling, coarse = self.coarser_company[company]
        return coarse, middling, company, self.coarser_kinds[kind], kind


def pack_vocabulary(
    words: Sequence[str],
    company: Sequence[int],
    kinds: Sequence[int],
    coarser_company: Sequence[tuple[int, int]],
    coarser_kinds: Sequence[int],
) -> bytes:
    """Return the bytes of a vocabulary's file; the arguments are as in `Vocabulary`."""
    order = sorted(range(len(words)), key=lambda k: words[k])
    columns = [
        bytes(company[k] >> 8 for k in order),
        bytes(company[k] & 255 for k in order),
        bytes(kinds[k] for k in order),
    ]
    about = {"company": coarser_company, "kinds": coarser_kinds}
    return pack_file(about, [words[k] for k in order], b"".join(columns))


def unpack_vocabulary(data: bytes) -> Vocabulary:
    """Read the bytes of a vocabulary's file.

    Raises:
        ValueError: They are no such file.
    """
    about, words, columns = unpack_file(data)
    size = len(words)
    high, low, kinds = (columns[k * size : (k + 1) * size] for k in range(3))
    return Vocabulary(
        dict(zip(words, range(size), strict=True)),
        [a << 8 | b for a, b in zip(high, low, strict=True)],
        kinds,
        [(middling, coarse) for middling, coarse in about["company"]],
        about["kinds"],
    )


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary that comes with the program, reading it at the first call."""
    return unpack_vocabulary(resources.files("tui.analysis").joinpath("data", FILE).read_bytes())
