"""A library that is always the same: its articles, what is found in them, and what is annotated.

What is found is written down here and not looked for, so that the screens show the interface and
do not change when the analysis learns something.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from tui.analysis.model import Analysis, Entity, Label, Mention, Quote, QuoteKind
from tui.annotations.store import Store
from tui.corpus.keys import FileKey
from tui.documents.document import Document, Span
from tui.documents.formats import read_document
from tui.documents.library import open_library
from tui.ui.places import Places
from tui.ui.session import Session

_OPENING = """Ferry to Orla sails again after eleven weeks without a boat

The island lived on fish, patience and whatever the helicopter could carry.

By Tomas Lind, Strait Courier

ORLA (Strait Courier) - The ferry Margit left the pier of Orla at 6:40 a.m. on Monday with 41 \
passengers, nine cars and a coffin, the first crossing since a winter storm tore off its ramp on \
February 3.

"""
_REMOVED = "Nobody on the island had believed the date that was given. "
_ADDED = "The first ticket was framed and now hangs in the school. "
_BODY = """“You could hear people clap from the hill,” said Ingrid Vale, the harbour master, who \
opened the barrier by hand. “I have never been so glad about so much noise.”

Strait Ferries, which runs the line, said that the repair had taken {weeks} weeks because the \
steel came “in the wrong length, twice”. The company would refund season tickets, it added.

{middle}Peder Moe, a member of the regional council, called the delay “a scandal with a timetable” \
and demanded an inquiry. He told the Strait Courier that he would not vote for the next contract \
unless a second boat was kept in Hallen.

Vale was milder. She said the crew had done what it could. “They slept in the engine room for a \
week.”

What the islanders missed most was put on a list in the shop: onions, a dentist, the post, and \
“the feeling that one could leave”.

According to the council, 60% of the 312 people of Orla were born there, and a crossing costs 14 \
crowns more than it did in 2020. Three families have moved to Hallen since the storm.

- Crossings a day: four
- Minutes to Hallen: 35
- Weeks without a ferry: eleven

Moe said on Tuesday that the inquiry would begin in May. The company declined to comment on that.

“We shall see who comes,” Vale said, and closed the barrier for the night.

Read more: all our news from the islands

Sign up for our newsletter
"""
FERRY_BEFORE = _OPENING + _BODY.format(weeks="ten", middle=_REMOVED)
FERRY = _OPENING + _BODY.format(weeks="eleven", middle=_ADDED)
BELL = """---
title: The bell of San Telmo
source: Valley Post
date: 2025-03-04
author: Inés Duarte
---

# The bell of San Telmo

A bell rang in San Telmo before the hill fell. "It saved us," Marta Ruiz told the Valley Post.

## What is left

> We were counted by candlelight.

1. the school
2. half of the *chapel*
"""
HOSTILE = (
    "[/] [@click=app.quit]東京[/] says \x1b]0;owned\x07 👩‍👩‍👧 e\u0301t\u00e9 and goes on for far "
    "longer than any headline should\n\n[bold]The $title and [red]colour[/red] stay text.\x1b[31m\n"
)
GUIDELINES = """# How to code

Tag the **smallest** passage that can be understood alone.

- A claim can be true or false.
- A frame is a way to see a thing.
"""

_WHY_CUE = "the cue stands beside the name"
_QUOTES: Sequence[tuple[str, QuoteKind, str, str | None, float, str]] = (
    ("“You could hear", QuoteKind.DIRECT, "hill,”", "Ingrid Vale", 0.98, _WHY_CUE),
    ("“I have never", QuoteKind.DIRECT, "noise.”", "Ingrid Vale", 0.95, "goes on after the cue"),
    ("that the repair", QuoteKind.MIXED, "twice”", "Strait Ferries", 0.93, _WHY_CUE),
    ("“a scandal", QuoteKind.MIXED, "timetable”", "Peder Moe", 0.91, _WHY_CUE),
    ("that he would not", QuoteKind.INDIRECT, "Hallen", "Peder Moe", 0.88, "a pronoun stands for"),
    ("the crew had", QuoteKind.INDIRECT, "could", "Ingrid Vale", 0.84, "a pronoun stands for"),
    ("“They slept", QuoteKind.DIRECT, "week.”", "Ingrid Vale", 0.72, "follows a quote of hers"),
    ("“the feeling", QuoteKind.DIRECT, "leave”", None, 0.55, "nobody is named nearby"),
    ("60% of", QuoteKind.INDIRECT, "there", "the council", 0.9, "according to"),
    ("that the inquiry", QuoteKind.INDIRECT, "May", "Peder Moe", 0.9, _WHY_CUE),
    ("“We shall see", QuoteKind.DIRECT, "comes,”", "Ingrid Vale", 0.97, _WHY_CUE),
    ('"It saved', QuoteKind.DIRECT, 'us,"', "Marta Ruiz", 0.97, _WHY_CUE),
)
_ENTITIES: Sequence[tuple[Label, str, str]] = (
    (Label.PERSON, "Ingrid Vale|Vale", "the harbour master"),
    (Label.PERSON, "Peder Moe|Moe", "a member of the regional council"),
    (Label.PERSON, "Tomas Lind", ""),
    (Label.PERSON, "Marta Ruiz", ""),
    (Label.ORG, "Strait Courier", ""),
    (Label.ORG, "Strait Ferries", ""),
    (Label.ORG, "Valley Post", ""),
    (Label.LOC, "Orla|ORLA", ""),
    (Label.LOC, "Hallen", ""),
    (Label.LOC, "San Telmo", ""),
    (Label.LOC, "東京", ""),
    *((Label.DATE, date, "") for date in ("Monday", "Tuesday", "February 3", "2020", "May")),
    (Label.TIME, "6:40 a.m.", ""),
    (Label.MONEY, "14 crowns", ""),
    (Label.PERCENT, "60%", ""),
)
TAGS = (
    ("claim", "somebody holds it to be true"),
    ("frame/conflict", "two sides, one of which must lose"),
    ("frame/responsibility/government", "those in office caused it, or ought to mend it"),
    ("voice/official", ""),
    ("voice/resident", "who lives there, whatever else they are"),
    ("number without a source", ""),
)


def found_in(document: Document) -> Analysis:
    """What is in one of these articles."""
    text = document.text
    entities = []
    for label, forms, role in _ENTITIES:
        pattern = "|".join(re.escape(form) for form in forms.split("|"))
        name = forms.split("|")[0]
        places = [match.span() for match in re.finditer(pattern, text)]
        mentions = tuple(Mention(start, end, label, name) for start, end in places)
        if mentions:
            entities.append(Entity(name, label, mentions, role))
    entities.sort(key=lambda entity: entity.mentions[0].start)
    quotes = []
    for begin, kind, last, speaker, confidence, why in _QUOTES:
        start = text.find(begin)
        if start >= 0:
            end = text.index(last, start) + len(last)
            quotes.append(Quote(start, end, kind, None, None, speaker, confidence, why))
    mentions = tuple(sorted((m for e in entities for m in e.mentions), key=lambda m: m.start))
    return Analysis(mentions, tuple(entities), tuple(quotes))


class FixedSession(Session):
    """A session to which the library above is known by heart."""

    def analyse(
        self,
        document: Document,
        stopped: Callable[[], bool] = lambda: False,
        file: FileKey | None = None,
    ) -> Analysis:
        return found_in(document)

    def known_quotes(self, indexes: Sequence[int]) -> list[int]:
        return list(indexes)


def write_articles(folder: Path) -> None:
    """The articles alone."""
    folder.mkdir(parents=True)
    (folder / "1-ferry.txt").write_text(FERRY, "utf-8")
    (folder / "2-bell.md").write_text(BELL, "utf-8")
    (folder / "3-broken.txt").write_bytes(b"\x00\x01\x02\xff" * 64)
    (folder / "4-empty.txt").write_text("", "utf-8")
    (folder / "5-hostile.txt").write_text(HOSTILE, "utf-8")


def annotate(folder: Path, state: Path) -> None:
    """Tags and annotations, made before the first article was changed to what it is."""
    article = folder / "1-ferry.txt"
    article.write_text(FERRY_BEFORE, "utf-8")
    store = Store(folder / "annotations", "ana", state / "journals")
    tags = [store.new_tag(name, description=description) for name, description in TAGS]
    store.change_tag(tags[5].id, key="n")
    document = read_document(open_library([folder]).entries[0])

    def on(passage: str) -> Span:
        start = document.text.index(passage)
        return Span(start, start + len(passage))

    store.annotate(document, on("a scandal with a timetable"), tags=[tags[1].id])
    store.annotate(document, on("I have never been so glad about so much noise."), note="Whose?")
    store.annotate(document, on("60%"), tags=[tags[5].id], note="of whom?\nand counted when?")
    store.annotate(document, on(_REMOVED.strip()), tags=[tags[4].id], note="Ask the shop.")
    article.write_text(FERRY, "utf-8")
    (folder / "annotations" / "guidelines.md").write_text(GUIDELINES, "utf-8")


def session(folder: Path, state: Path) -> FixedSession:
    """A session on a folder of these articles."""
    return FixedSession(open_library([folder]), Places(state), "ana")
