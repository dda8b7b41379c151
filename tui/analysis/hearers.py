"""Those who are told, asked or urged, and where they end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.clauses import infinitive, is_clause
from tui.analysis.phrases import is_cue, is_verbal, read_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_LIST = 20  # tokens a list of hearers may hold


def skip_hearer(tokens: Sequence[Token], at: int, end: int, *, optional: bool) -> int | None:
    """The token after the person addressed, or None where nobody is."""
    her = tokens[at].low == "her" and at + 1 < end
    if her and (tokens[at + 1].tag not in "WN" or is_clause(tokens, at + 1, end, careful=True)):
        return at + 1
    phrase = read_phrase(tokens, at, end)
    if phrase is None:
        return None
    after = phrase.core
    if after < end and is_verbal(tokens[after]) and optional:
        return None  # the clause has begun: "warned prices would rise"
    # appositions and places: "told Jane Doe, a reporter,"; "told a conference in Paris"
    if after < end and tokens[after].tag == "B":
        after += 1
    return after


def that_after(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """The "that" after a list of hearers: "told the mayor, his wife and the crowd that"."""
    for k in range(at, min(end - 1, at + _LIST)):
        if tokens[k].tag == "H":
            return None if is_verbal(tokens[k + 1]) else k
        if tokens[k].tag in "QR.;:AS" or is_verbal(tokens[k]) or is_cue(tokens[k]):
            return None
    return None


def order_after(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """The infinitive after a longer hearer: "told families living nearby to leave"."""
    for k in range(at, min(end, at + 10)):
        if tokens[k].low == "to" and infinitive(tokens, k, end):
            return k
        if tokens[k].tag in ",.:;AQPH":
            return None
    return None


def is_gerund(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a token is a gerund."""
    return at < end and tokens[at].tag == "W" and tokens[at].low.endswith("ing")
