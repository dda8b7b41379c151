"""Whose verb a cue is: its own subject, or one it shares with a verb before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.clauses import is_clause
from tui.analysis.contentends import closes_with_comma
from tui.analysis.phrases import is_verbal
from tui.analysis.reporting import Form
from tui.analysis.speakers import subject_before
from tui.analysis.subjects import phrase_ending
from tui.analysis.taggedtokens import HEADS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.attributions import Attribution
    from tui.analysis.cues import Cue
    from tui.analysis.phrases import Phrase
    from tui.analysis.taggedtokens import Token

_REACH = 60  # tokens from the start of a sentence within which its first verb is sought


def subject_of(
    tokens: Sequence[Token], low: int, floor: int, cue: Cue, found: list[Attribution]
) -> Phrase | None:
    """Find the subject of a cue, its own or that of the verb it is joined to by "and".

    Args:
        tokens: Tokens of the paragraph.
        low: First token of the sentence.
        floor: First token that no attribution before has taken.
        cue: The cue.
        found: Attributions before it in the sentence.
    """
    if cue.gerund and cue.start > floor and tokens[cue.start - 1].low in HEADS:
        return phrase_ending(tokens, floor, cue.start - 1)  # "a letter saying"
    previous = found[-1].speaker if found else None
    if cue.gerund and previous is not None and tokens[cue.start - 1].tag in ",-":
        return previous
    subject = subject_before(tokens, floor, cue.start)
    if subject is not None:
        return subject
    if previous is not None:
        return previous
    before = tokens[cue.start - 1] if cue.start > low else None
    if before is not None and (before.tag in "C,-J" or closes_with_comma(before)):
        low = _main_clause(tokens, low, cue.start)
        return subject_before(tokens, low, _first_verb(tokens, low, cue.start))
    return None


def _main_clause(tokens: Sequence[Token], low: int, stop: int) -> int:
    """Where the main clause begins after "Speaking in Paris," or "Though tired,"."""
    first = tokens[low]
    if first.tag != "S" and not (first.tag == "W" and first.low.endswith(("ing", "ed"))):
        return low
    for k in range(low + 1, min(stop, low + _REACH)):
        if tokens[k].tag == "," and is_clause(tokens, k + 1, stop, careful=True):
            return k + 1
    return low


def _first_verb(tokens: Sequence[Token], low: int, stop: int) -> int:
    """The first verb of a clause, before which its subject stands."""
    for k in range(low + 1, min(stop, low + _REACH)):
        if is_verbal(tokens[k]) and tokens[k - 1].tag not in "DO":
            return k
    return stop


def clashes(head: Token, cue: Cue) -> bool:
    """Whether a plural cannot be the subject of a verb in -s: "officials deny charges that"."""
    plural = head.tag == "W" and head.low.endswith("s") and not head.low.endswith("ss")
    return plural and cue.verb.form is Form.THIRD and head.low != "news"
