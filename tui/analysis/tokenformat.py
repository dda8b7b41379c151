"""Entities of a document in the token format: what a tagger is trained and measured on.

One token and its tag a line, a tab between; the tag is `B-` or `I-` and `PER`, `ORG` or `LOC`, or
`O`. An empty line follows each sentence, `-DOCSTART-` and an empty line stand before a document.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.analysis.model import Label
from tui.analysis.tokens import tokenise
from tui.documents.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.analysis.model import Mention
    from tui.analysis.tokens import Tokens
    from tui.documents.document import Document, Span

TAGS = {Label.PERSON: "PER", Label.ORG: "ORG", Label.LOC: "LOC"}
"""What the labels are called in the format; others are not in it."""


def token_lines(
    document: Document, mentions: Sequence[Mention], touched: Sequence[Span]
) -> Iterator[str]:
    """The sentences of a document that hold certain passages, as lines of the token format.

    Args:
        document: The document.
        mentions: Everything named in it, by place; not overlapping.
        touched: Passages; a sentence that holds none of them is left out.

    Yields:
        Lines without their line ends; none at all where no sentence holds a passage.
    """
    tokens = tokenise(document, lambda: None)
    started = False
    for block in document.blocks:
        for start, end in sentences(document.text, block.start, block.end):
            if not any(start < passage.end and passage.start < end for passage in touched):
                continue
            lines = list(_sentence(tokens, mentions, start, end))
            if not lines:
                continue
            if not started:
                started = True
                yield "-DOCSTART-\tO"
                yield ""
            yield from lines
            yield ""


def _sentence(tokens: Tokens, mentions: Sequence[Mention], start: int, end: int) -> Iterator[str]:
    number = bisect_left(mentions, start, key=lambda mention: mention.end - 1)
    before = -1  # the mention of the token before
    for place in range(bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)):
        low, high = tokens.starts[place], tokens.ends[place]
        while number < len(mentions) and mentions[number].end <= low:
            number += 1
        tag = "O"
        inside = number < len(mentions) and mentions[number].start < high
        if inside and mentions[number].label in TAGS:
            tag = ("I-" if before == number else "B-") + TAGS[mentions[number].label]
        before = number if inside else -1
        yield f"{tokens.texts[place]}\t{tag}"
