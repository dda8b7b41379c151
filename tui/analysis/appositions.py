"""Names that stand right after a description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import speakernouns as nouns
from tui.analysis.genders import gender_of
from tui.analysis.model import Label
from tui.analysis.phrases import Phrase, read_phrase
from tui.analysis.referents import Referent, holds_body
from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_PLACES = 2  # "in Sudan", "at the bank" ... between a description and the name after it


def apposed(text: str, tokens: Sequence[Token], phrase: Phrase) -> Referent | None:
    """Who is named right after a description: "a spokeswoman, Jane Doe,"."""
    at = phrase.end
    for _ in range(_PLACES):
        inner = read_phrase(tokens, at + 1, len(tokens)) if _at(tokens, at, "I") else None
        at = inner.end if inner is not None else at
    if at + 1 >= len(tokens) or tokens[at].tag != ",":
        return None
    at += 1
    while at + 1 < len(tokens) and tokens[at].mention is None and tokens[at].low in nouns.TITLES:
        at += 1
    stop = at
    while stop < len(tokens) and tokens[stop].tag == "N":
        stop += 1
    if stop == at or (stop < len(tokens) and tokens[stop].tag in "WAG"):
        return None
    mention = tokens[at].mention or tokens[stop - 1].mention
    head = tokens[phrase.head]
    person = mention is not None and mention.label is Label.PERSON
    named = mention.name if mention is not None else ""
    if not person and nouns.person(head.low) and stop - at > 1 and not holds_body(named):
        named, person = text[tokens[at].start : tokens[stop - 1].end], True
    elif not person and (mention is None or head.low not in nouns.BODIES):
        return None
    span = Span(tokens[at].start, tokens[stop - 1].end)
    kind = "person" if person else "body"
    return Referent(named, kind, gender_of(named) if person else "", span)


def _at(tokens: Sequence[Token], at: int, tag: str) -> bool:
    return at < len(tokens) and tokens[at].tag == tag
