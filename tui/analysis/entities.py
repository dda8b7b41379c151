"""Finding the people, organisations, places and other things named in a document."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.analysis.agreement import agreed
from tui.analysis.edges import exact
from tui.analysis.groups import with_groups
from tui.analysis.model import Label
from tui.analysis.naming import group
from tui.analysis.recovery import recover
from tui.analysis.tagger.propose import propose_names
from tui.analysis.tokens import tokenise, words_of
from tui.analysis.values import find_values

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.engines import Engine
    from tui.analysis.model import Entity
    from tui.analysis.names import Proposal
    from tui.analysis.tokens import Tokens
    from tui.analysis.values import Value
    from tui.documents.document import Document


def _unhindered() -> None:
    """Let the work go on."""


def names_known(document: Document) -> dict[tuple[str, ...], Label]:
    """Return names of several words that the document's own description gives, as tokens."""
    known = {}
    for name, label in ((document.source, Label.ORG), (document.author, Label.PERSON)):
        words = tuple(words_of(name.removeprefix("The ")))
        if len(words) > 1:
            known[words] = label
    return known


def propose_builtin(
    document: Document, tokens: Tokens, taken: bytearray, check: Callable[[], None]
) -> list[Proposal]:
    """Return the names in a document that the tagger of this program finds, in order.

    Args:
        document: The article.
        tokens: Of it.
        taken: 1 for tokens that belong to dates, sums and the like.
        check: Called now and then; an exception it raises ends the work.
    """
    return propose_names(tokens, taken, names_known(document), check)


def _inside_blocks(document: Document, tokens: Tokens, proposals: list[Proposal]) -> list[Proposal]:
    """The names, those that reach into the next block or past the dateline cut off there.

    What opens a dateline is a place.
    """
    starts = set(tokens.blocks)
    if document.dateline is not None:
        starts.add(bisect_left(tokens.starts, document.dateline.end))

    def end_of(one: Proposal) -> int:
        inside = (place for place in range(one.start + 1, one.end) if place in starts)
        return next(inside, one.end)

    cut = [one._replace(end=end_of(one)) for one in proposals]
    return [one._replace(label=Label.LOC) if one.start == tokens.dateline else one for one in cut]


def find_entities(
    document: Document,
    check: Callable[[], None] = _unhindered,
    engine: Engine | None = None,
) -> tuple[Entity, ...]:
    """Find all entities of a document and the places where each is named.

    Args:
        document: The article; blocks of code are left out.
        check: Called now and then; an exception it raises ends the work.
        engine: What finds the names; that which comes with the program if left out.

    Returns:
        Entities in order of first mention. Mentions never overlap, lie within one block, and carry
        the name of their entity.
    """
    tokens = tokenise(document, check)
    values = find_values(tokens, check)
    taken = bytearray(len(tokens.texts))
    for value in values:
        taken[value.start : value.end] = b"\x01" * (value.end - value.start)
    propose = engine.propose if engine else propose_builtin
    proposals = _inside_blocks(document, tokens, propose(document, tokens, taken, check))
    proposals = exact(tokens, proposals, taken, check)
    proposals = with_groups(tokens, proposals, taken, check)
    proposals = agreed(tokens, proposals)
    proposals = recover(tokens, proposals, taken, check)
    found: list[Value | Proposal] = [*values, *proposals]
    found.sort(key=lambda one: one.start)
    return group(document.text, tokens, found, check)
