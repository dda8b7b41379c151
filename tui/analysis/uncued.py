"""Quotations without a cue: those signed after a dash or labelled before a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.phrases import read_phrase
from tui.analysis.subjects import first_phrase
from tui.analysis.wordclasses import AUXILIARIES, SUBJECTS

if TYPE_CHECKING:
    from tui.analysis.antecedents import Discourse
    from tui.analysis.referents import Resolution
    from tui.analysis.taggedtokens import Token

_SIGNED = 14  # tokens that may follow a dash that signs a quotation
_STOPS = frozenset(".!?…,")
_GLANCE = 400  # code points of a quotation looked at for signs of a sentence


def reads_whole(quote: Token) -> bool:
    """Whether a quotation reads like a sentence."""
    if quote.text[-2:-1] in _STOPS:
        return True
    words = quote.text[:_GLANCE].lower().replace("’", "'").split()
    return any(word in AUXILIARIES or word in SUBJECTS or "'" in word[1:] for word in words)


def signer(discourse: Discourse, tokens: list[Token], quote: int, end: int) -> Resolution | None:
    """The name after a dash that follows a quotation."""
    at = quote + 1
    if at + 1 >= end or tokens[at].tag != "-" or tokens[at + 1].tag != "N":
        return None
    if end - at > _SIGNED or any(tokens[k].tag in "T#" for k in range(at, end)):
        return None
    phrase = read_phrase(tokens, at + 1, end)
    return discourse.resolve(tokens, phrase) if phrase is not None else None


def labeller(
    discourse: Discourse, tokens: list[Token], start: int, quote: int, end: int
) -> Resolution | None:
    """The name before a colon that a quotation follows: "Smith: "No."."""
    if quote - 1 <= start or tokens[quote - 1].tag != ":":
        return None
    phrase = first_phrase(tokens, start, quote - 1)
    if phrase is None:
        return None
    head = tokens[phrase.head]
    named = head.mention is not None or reads_whole(tokens[quote])
    if phrase.start == start and phrase.end == quote - 1 and head.tag == "N" and named:
        return discourse.resolve(tokens, phrase)
    if head.tag in "NP" and quote + 1 >= end - 1 and reads_whole(tokens[quote]):
        resolution = discourse.resolve(tokens, phrase)
        if resolution.referent.kind == "person":
            return resolution
    return None
