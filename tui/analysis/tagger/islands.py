"""Where names can be: stretches of tokens with capitals, which are all that the tagger looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import lexicon

if TYPE_CHECKING:
    from tui.analysis.tokens import Tokens

_GAP = 3
_SMALL = lexicon.PARTICLES | lexicon.HYPHEN_PARTICLES
_NEVER = frozenset('.;:?!,()[]{}"“”«»…—–|*•')
_MARKS = frozenset("!-&'’/.+")
_BESIDE = 2
_LONGEST = 80


def capital(word: str) -> bool:
    """Tell whether a word has a capital anywhere."""
    return word[0].isupper() or not (word.islower() or word.upper() == word)


def islands(tokens: Tokens, taken: bytearray) -> list[tuple[int, int]]:
    """Return the token ranges in which names may be, in order; none crosses a block.

    A range holds words with capitals, up to three words between two of them, and figures, particles
    and joined parts beside them. All tokens elsewhere are no names.

    Args:
        tokens: Of the whole document.
        taken: 1 for tokens that belong to dates, sums and the like.
    """
    texts = tokens.texts
    size = len(texts)
    borders = set(tokens.blocks)
    found: list[tuple[int, int]] = []
    start = end = -1
    for place, word in enumerate(texts):
        if not capital(word) or taken[place]:
            continue
        first = place
        least = max(end, place - _BESIDE, 0)
        while first > least and first not in borders and _joins(tokens, first - 1):
            first -= 1
        if (
            start >= 0
            and place - start < _LONGEST
            and first - end <= _GAP
            and not any(k in borders for k in range(end, place + 1))
            and not any(texts[k] in _NEVER or taken[k] for k in range(end, first))
        ):
            end = place + 1
        else:
            if start >= 0:
                found.append((start, end))
            start, end = max(first, end), place + 1
        most = min(size, end + _BESIDE)
        while end < most and end not in borders and not taken[end] and _continues(tokens, end):
            end += 1
    if start >= 0:
        found.append((start, end))
    return found


def _joins(tokens: Tokens, place: int) -> bool:
    """Tell whether a token may open the name that the next one belongs to."""
    word = tokens.texts[place]
    return word in _SMALL or word[0].isdigit() or (word == "-" and tokens.glued(place + 1))


def _continues(tokens: Tokens, place: int) -> bool:
    """Tell whether a token without a capital may close a name."""
    word = tokens.texts[place]
    if word[0].isdigit():
        return True
    if not tokens.glued(place):
        return False
    return word in _MARKS or (word.islower() and tokens.texts[place - 1] in "-’'")
