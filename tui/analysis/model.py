"""What analysis finds in a document: entities and their mentions, quotes and their speakers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.documents.document import Span


BUILTIN = "builtin"
"""Name of the engine that comes with the program."""


class Label(StrEnum):
    """Type of an entity; the values stand in JSON."""

    PERSON = "PERSON"
    ORG = "ORG"
    LOC = "LOC"
    NORP = "NORP"
    DATE = "DATE"
    TIME = "TIME"
    MONEY = "MONEY"
    PERCENT = "PERCENT"


LABEL_WORDS = {
    Label.PERSON: "People",
    Label.ORG: "Organisations",
    Label.LOC: "Places",
    Label.NORP: "Nationalities and groups",
    Label.DATE: "Dates",
    Label.TIME: "Times",
    Label.MONEY: "Money",
    Label.PERCENT: "Percentages",
}
"""What the entities of each type are called in the plural, for people."""


class QuoteKind(StrEnum):
    """How a quote gives somebody's words; the values stand in JSON.

    `direct`: inside quotation marks; `indirect`: reported without marks; `mixed`: reported with
    fragments in marks.
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named.

    Attributes:
        start: First code point of the name, titles and articles left out.
        end: One past the last code point.
        label: Type of the entity.
        name: Name of the entity meant: the fullest form of it in the document.
    """

    start: int
    end: int
    label: Label
    name: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or other thing, with all its mentions.

    Attributes:
        name: The fullest form of its name in the document.
        label: Its type.
        mentions: In order of place; at least one.
        role: Title or description found beside the name ("Israeli Prime Minister"), or empty.
    """

    name: str
    label: Label
    mentions: tuple[Mention, ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """One piece of somebody's words, direct or reported.

    A quote in several pieces or paragraphs gives one `Quote` a piece, each with the speaker.

    Attributes:
        start: First code point of the content; an opening quotation mark belongs to it.
        end: One past the last code point; a closing quotation mark belongs to it.
        kind: Direct, indirect or mixed.
        cue: The reporting words ("said", "according to"), if there are any.
        speaker: The words that name the speaker ("He", "An Israeli official"), if there are any.
        name: The speaker's resolved name, or the speaker's words where no name is known, or None.
        confidence: Between 0 and 1: how often a quote found like this one has its speaker right.
        why: In a few words, what the attribution rests on.
    """

    start: int
    end: int
    kind: QuoteKind
    cue: Span | None
    speaker: Span | None
    name: str | None
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found in one document.

    Attributes:
        mentions: Of all entities, by place; they never overlap.
        entities: By first mention.
        quotes: By place; they never overlap.
    """

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
