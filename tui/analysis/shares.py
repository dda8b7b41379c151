"""Who is quoted in a document, and how much."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.text import count_words

if TYPE_CHECKING:
    from tui.analysis.model import Analysis, Quote


class SpeakerShare(NamedTuple):
    """What one speaker has of a document.

    Attributes:
        name: The speaker's name, or an empty string for quotes whose speaker is unknown.
        quotes: By place; at least one.
        words: In these quotes.
        share: Of the words of the document, from 0 to 1.
    """

    name: str
    quotes: tuple[Quote, ...]
    words: int
    share: float


def speaker_shares(text: str, analysis: Analysis) -> list[SpeakerShare]:
    """Everybody quoted, those with the most words first; who is unknown comes last.

    Args:
        text: Of the document.
        analysis: What was found in it.
    """
    quotes: dict[str, list[Quote]] = defaultdict(list)
    for quote in analysis.quotes:
        quotes[quote.name or ""].append(quote)
    if not quotes:
        return []
    total = max(count_words(text), 1)
    shares = []
    for name, found in quotes.items():
        said = sum(count_words(text[quote.start : quote.end]) for quote in found)
        shares.append(SpeakerShare(name, tuple(found), said, said / total))
    return sorted(shares, key=lambda share: (not share.name, -share.words, share.name))
