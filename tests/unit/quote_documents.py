"""Documents and mentions for tests of quotes, made from invented news."""

from __future__ import annotations

import re
from pathlib import Path

from tui.analysis.model import Label, Mention, Quote
from tui.analysis.quotes import find_quotes
from tui.documents.document import Block, BlockKind, Document

PEOPLE = (
    "Maren Holt",
    "Tomas Reyes",
    "Ines Duarte",
    "Oskar Lindqvist",
    "Priya Nandakumar",
    "Ada Mwangi",
    "Viktor Sand",
    "Grace Oduya",
)
BODIES = {
    "Northgate Water": ("Northgate",),
    "Coast Rail": (),
    "Ministry of Fisheries": (),
    "Harbour Workers' Union": ("HWU",),
    "Civil Aviation Board": ("CAB",),
    "Delta Wire": (),
    "The Evening Ledger": ("Evening Ledger", "Ledger"),
}
PLACES = ("Lisbon", "Norland", "Porto Alto", "Geneva")


def mentions_in(text: str) -> tuple[Mention, ...]:
    """Mentions of the people, bodies and places above, surnames and short forms among them."""
    names: list[tuple[str, Label, str]] = []
    for person in PEOPLE:
        names += [(person, Label.PERSON, person), (person.split()[-1], Label.PERSON, person)]
    for body, short in BODIES.items():
        names += [(form, Label.ORG, body) for form in (body, *short)]
    names += [(place, Label.LOC, place) for place in PLACES]
    found: list[Mention] = []
    for form, label, name in sorted(names, key=lambda entry: -len(entry[0])):
        for match in re.finditer(rf"\b{re.escape(form)}\b", text):
            if all(match.end() <= m.start or match.start() >= m.end for m in found):
                found.append(Mention(match.start(), match.end(), label, name))
    return tuple(sorted(found, key=lambda mention: mention.start))


def article(text: str, kinds: dict[int, BlockKind] | None = None) -> Document:
    """A document with one block a line; `kinds` gives the kinds that are no paragraph."""
    blocks = tuple(
        Block(match.start(), match.end(), (kinds or {}).get(n, BlockKind.PARAGRAPH))
        for n, match in enumerate(re.finditer(r"[^\n]+", text))
    )
    return Document("urn:uuid:0", Path("a.txt"), "a.txt", "A", text, blocks)


def quotes_in(text: str, kinds: dict[int, BlockKind] | None = None) -> list[Quote]:
    """The quotes of an article."""
    return list(find_quotes(article(text, kinds), mentions_in(text)))


def said(text: str, kinds: dict[int, BlockKind] | None = None) -> list[tuple[str, str | None]]:
    """Content and speaker's name of each quote."""
    return [(text[q.start : q.end], q.name) for q in quotes_in(text, kinds)]
