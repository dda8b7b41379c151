"""Names of organisations of the word list, found in the tokens of a text."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.tokens import fold, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def organisation_names() -> list[str]:
    """Return the entries of the list of organisations."""
    file = resources.files("tui.analysis").joinpath("data", "organisations.txt")
    return file.read_text(encoding="utf-8").splitlines()


class _Names(NamedTuple):
    """Names of one word, and the others by their first two: the rests, longest first."""

    single: frozenset[str]
    longer: dict[tuple[str, str], tuple[tuple[str, ...], ...]]


@cache
def _names() -> _Names:
    single = []
    longer: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for name in organisation_names():
        words = name.split() if name.replace(" ", "").isalpha() else words_of(name)
        if len(words) == 1:
            single.append(words[0])
        else:
            longer.setdefault((words[0], words[1]), []).append(tuple(words[2:]))
    return _Names(
        frozenset(single),
        {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in longer.items()},
    )


def mark_organisations(texts: Sequence[str]) -> dict[int, str]:
    """Return for each token in a listed name where it stands there.

    Returns:
        By token: `S` for a name of one word, else `B`, `I` or `E` for its first, inner, last word.
    """
    single, longer = _names()
    marks: dict[int, str] = {}
    stop = 0
    for place, word in enumerate(texts):
        if place < stop or not (word[0].isupper() or word[0].isdigit()):
            continue
        plain = word if word.isascii() else fold(word)
        after = texts[place + 1] if place + 1 < len(texts) else ""
        for rest in longer.get((plain, after if after.isascii() else fold(after)), ()):
            end = place + 2 + len(rest)
            if tuple([fold(one) for one in texts[place + 2 : end]]) == rest:
                marks.update(dict.fromkeys(range(place + 1, end - 1), "I"))
                marks[place], marks[end - 1] = "B", "E"
                stop = end
                break
        else:
            if plain in single:
                marks[place] = "S"
    return marks
