"""The fields a query can name, and what to say of them."""

from __future__ import annotations

from typing import NamedTuple

from tui.analysis.model import Label, QuoteKind
from tui.search.query import Part, Progress

ENTITY_LABELS: dict[str, Label | None] = {
    "entity": None,
    "person": Label.PERSON,
    "org": Label.ORG,
    "place": Label.LOC,
}
"""The fields that ask for a name, each with the type it asks for."""


class Field(NamedTuple):
    """A field of the query language.

    Attributes:
        name: What is written before the colon.
        help: What it finds, in one line.
        example: A query with it.
        values: All that can follow the colon, where that is a short list.
    """

    name: str
    help: str
    example: str
    values: tuple[str, ...] = ()


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("tag", "annotations with a tag or one below it", "tag:frame/conflict"),
        Field("note", "annotations whose note has these words", 'note:"check this"'),
        Field("by", "annotations made by this person", "by:maria tag:frame"),
        Field("speaker", "quotes of this speaker", 'speaker:"An Israeli official"'),
        Field("quote", "quotes with these words in them", 'quote:"no comment"'),
        Field(
            "kind",
            "direct, indirect or mixed quotes",
            "kind:direct speaker:lima",
            tuple(kind.value for kind in QuoteKind),
        ),
        Field("entity", "articles that name this person, body, place or other thing", "entity:un"),
        Field("person", "articles that name this person", 'person:"Ana Lima"'),
        Field("org", "articles that name this organisation", "org:reuters"),
        Field("place", "articles that name this place", "place:moscow"),
        Field(
            "status",
            "articles that are unread, in progress or done",
            "status:unread",
            tuple(progress.value for progress in Progress),
        ),
        Field(
            "date",
            "articles of a year, a month, a day, or from one to another",
            "date:2025-03..2025-04",
        ),
        Field("title", "articles with these words in their title", "title:strike"),
        Field("source", "articles from this publisher", "source:ledger"),
    )
}
"""Every field by its name, those of annotations first."""

SIGNS: tuple[tuple[str, str], ...] = (
    ("ferry strike", "both words"),
    ("ferr*", "words that begin so"),
    ('"ferry strike"', "the words one after the other"),
    ("-strike", "without the word"),
    ("ferry OR boat", "either word"),
    ("(ferry OR boat) strike", "parentheses"),
    (r"/\d+ ferries/", "a regular expression"),
)
"""What else can be written in a query, each with what it finds."""

QUOTE_PARTS = (Part.SPEAKER, Part.KIND, Part.QUOTE)
"""Fields that are conditions on a quote."""

ANNOTATION_PARTS = (Part.TAG, Part.NOTE, Part.ANNOTATOR)
"""Fields that are conditions on an annotation."""
