"""What a person's correction of an entity means: its exact words, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.tokens import ABBREVIATIONS
from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.model import Entity, Label, Mention


def without_stop(text: str, span: Span) -> Span:
    """Leave out the mark that ends a sentence or clause, which a selection by words takes in.

    The stop of an abbreviation is kept.

    Args:
        text: Of the document.
        span: The passage selected; not blank.
    """
    words = text[span.start : span.end]
    plain = words.rstrip(".,;:")
    last = plain.split()[-1] if plain.split() else ""
    if not last:
        return span
    abbreviated = last in ABBREVIATIONS or "." in last or len(last) == 1
    stop = abbreviated and words[len(plain) :].startswith(".")
    return Span(span.start, span.start + len(plain) + stop)


def name_for(words: str, label: Label, mention: Mention | None, entities: Sequence[Entity]) -> str:
    """The name of the entity that a passage is now a mention of.

    Args:
        words: The passage.
        label: The type it was given.
        mention: The mention it takes the place of.
        entities: All of the document.

    Returns:
        The words themselves where they are a name already; else the name of the mention, if it says
        more; else the only name that begins or ends with the words.
    """
    names = {each.name for each in entities if each.label is label}
    if words in names:
        return words
    if mention is not None and mention.label is label:
        return mention.name if words in mention.name else words
    longer = [each for each in names if each.startswith(f"{words} ") or each.endswith(f" {words}")]
    return longer[0] if len(longer) == 1 else words


def called_by(text: str, mention: Mention, entity: Entity) -> bool:
    """Whether an entity has its name from one mention alone, whose edges are now others.

    Args:
        text: Of the document.
        mention: The mention.
        entity: Whose mention it is.
    """
    reads = [" ".join(text[each.start : each.end].split()) for each in entity.mentions]
    own = " ".join(text[mention.start : mention.end].split())
    return own == mention.name and reads.count(own) == 1
