"""From labelled articles to what the tagger sees at each place, and what it should say there."""

from __future__ import annotations

from bisect import bisect_right
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.entities import names_known
from tui.analysis.names import propose_by_rules
from tui.analysis.runs import codes as token_codes
from tui.analysis.tagger.islands import islands
from tui.analysis.tagger.model import OFFSETS
from tui.analysis.tagger.scene import Scene, word_of
from tui.analysis.tokens import tokenise
from tui.analysis.training.corpus import lay_out
from tui.analysis.values import find_values
from tui.documents.plain import plain_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.analysis.tokens import Tokens
    from tui.analysis.training.corpus import Article, Name

UNSURE = "?"
"""Tag of words that nothing is to be learnt from."""

_TRAILING = frozenset(("'s", "’s", "'", "’", ",", "."))


class Example(NamedTuple):
    """A stretch of tokens.

    Attributes:
        words: What the tokens read.
        starts: Where they begin in the text.
        sights: What is seen at each.
        tags: What each is.
    """

    words: list[str]
    starts: list[int]
    sights: list[list[str]]
    tags: list[str]


def examples(articles: Iterable[Article]) -> Iterator[Example]:
    """Yield all stretches in which names can be and all tags are known, in order."""
    for article in articles:
        text, names = lay_out(article)
        document = plain_document(text)
        tokens = tokenise(document, _go_on)
        taken = bytearray(len(tokens.texts))
        for value in find_values(tokens, _go_on):
            taken[value.start : value.end] = b"\x01" * (value.end - value.start)
        tags = _tags(tokens, taken, names)
        codes = token_codes(tokens, taken)
        rules = propose_by_rules(tokens, codes, names_known(document), _go_on)
        scene = Scene(tokens, codes, rules)
        for start, end in islands(tokens, taken):
            if UNSURE in tags[start:end]:
                continue
            sights = [sights_at(scene, place) for place in range(start, end)]
            yield Example(
                tokens.texts[start:end], tokens.starts[start:end], sights, tags[start:end]
            )


def sights_at(scene: Scene, place: int) -> list[str]:
    """Return all that is seen at a place, as the model adds it up."""
    sights = scene.sights(place)
    for offset in OFFSETS:
        word = scene.near(place, offset)
        seen = word_of(word)
        sights += seen.own(word) if offset == 0 else seen.near(str(offset))
    return [intern(one) for one in sights]


def _tags(tokens: Tokens, taken: bytearray, names: Sequence[Name]) -> list[str]:
    """Bring names to tokens; what is taken by dates and sums is no name."""
    tags = ["O"] * len(tokens.texts)
    for start, end, label in names:
        place = bisect_right(tokens.ends, start)
        first = -1
        while place < len(tags) and tokens.starts[place] < end:
            if not taken[place]:
                tags[place] = ("I-" if first >= 0 else "B-") + label if label else UNSURE
                first = place if first < 0 else first
            place += 1
        while first >= 0 and place - 1 > first and tokens.texts[place - 1] in _TRAILING:
            place -= 1
            tags[place] = "O"
    return tags


def _go_on() -> None:
    """Let the work go on."""
