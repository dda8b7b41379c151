"""What one sentence says about who said what: the result, and who can speak at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis import speakernouns as nouns

if TYPE_CHECKING:
    from tui.analysis.phrases import Phrase
    from tui.analysis.taggedtokens import Token


@dataclass(slots=True)
class Attribution:
    """Pieces of content with the cue and the speaker that one sentence gives them.

    Attributes:
        pieces: Token ranges of the content; none where the content stands in another sentence.
        cue: Token range of the cue.
        speaker: The words that name the speaker; None where nobody is named.
        rule: The rule that found it.
    """

    pieces: list[tuple[int, int]]
    cue: tuple[int, int]
    speaker: Phrase | None
    rule: str


def can_speak(head: Token) -> bool:
    """Whether the head of a phrase is a name, a pronoun, or a noun for somebody or a text."""
    low = head.low
    return (
        head.tag in "NPQ"
        or nouns.person(low)
        or low in nouns.BODIES
        or low in nouns.DOCUMENTS
        or low.removesuffix("s") in nouns.BODIES
        or low.endswith(("ers", "ors"))
    )
