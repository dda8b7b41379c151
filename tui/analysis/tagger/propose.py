"""Proposing people, organisations and places with the trained tagger: tokens -> labelled spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.model import Label
from tui.analysis.names import Proposal, propose_by_rules
from tui.analysis.runs import codes as token_codes
from tui.analysis.tagger.islands import islands
from tui.analysis.tagger.model import model
from tui.analysis.tagger.scene import Scene
from tui.analysis.tagger.settle import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tui.analysis.tagger.model import Model
    from tui.analysis.tokens import Tokens

_LABELS = {"PER": Label.PERSON, "ORG": Label.ORG, "LOC": Label.LOC}


def propose_names(
    tokens: Tokens,
    taken: bytearray,
    known: Mapping[tuple[str, ...], Label],
    check: Callable[[], None],
    trained: Model | None = None,
) -> list[Proposal]:
    """Return people, organisations, places and nationalities named in the tokens, in order.

    The tagger weighs what the rules (`names`) propose together with all else it sees. It knows no
    nationalities: those of the rules stand where it finds no name.

    Args:
        tokens: Of the whole document.
        taken: 1 for tokens that belong to dates, sums and the like.
        known: Names known from elsewhere, such as the document's source and author, as tokens.
        check: Called now and then; raises when the work is no longer wanted.
        trained: Weights other than those that come with the program.
    """
    codes = token_codes(tokens, taken)
    rules = propose_by_rules(tokens, codes, known, check)
    scene = Scene(tokens, codes, rules)
    trained = trained or model()
    tags = ["O"] * len(tokens.texts)
    for number, (start, end) in enumerate(islands(tokens, taken)):
        if number % 64 == 0:
            check()
        tags[start:end] = trained.best([trained.scores(scene, k) for k in range(start, end)])
    sure = [one for one in rules if tuple(tokens.texts[one.start : one.end]) in known]
    found = [part for one in spans(tags) for part in _apart(tokens.texts, one)]
    return settle(tokens, taken, [*sure, *found], rules)


def _apart(texts: Sequence[str], one: Proposal) -> list[Proposal]:
    """Cut two names joined by "and the"."""
    for place in range(one.start + 1, one.end - 2):
        if texts[place] == "and" and texts[place + 1] == "the":
            second = one._replace(start=place + 2)
            return [one._replace(end=place), *_apart(texts, second)]
    return [one]


def spans(tags: Sequence[str]) -> list[Proposal]:
    """Return the ranges that a tag for each token describes."""
    found = []
    start = -1
    label = ""
    for place, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag != "I-" + label:
            found.append(Proposal(start, place, _LABELS[label]))
            start = -1
        if tag != "O" and start < 0:
            start, label = place, tag[2:]
    return found
