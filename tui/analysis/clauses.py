"""Whether a clause, an infinitive or only a phrase begins at a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import speakernouns as nouns
from tui.analysis import wordclasses as wc
from tui.analysis.phrases import is_cue, read_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_FAR = 60  # tokens looked at for the verb of a reported clause
_JOINERS = wc.word_set("as after before since until following despite")
_AFTER_PARTICIPLES = wc.word_set("by in at on from near during ago for as outside inside with")
_AMOUNTS = wc.word_set("about around over under nearly almost some roughly approximately only just")
_STUBS = wc.word_set("goodbye hello nothing so yes no sorry farewell grace mass thanks something")


def is_clause(tokens: Sequence[Token], place: int, end: int, *, careful: bool) -> bool:
    """Whether a clause with a subject and a finite verb begins at a token.

    Args:
        tokens: Tokens of the paragraph.
        place: Where the clause would begin.
        end: One past the last token of the sentence.
        careful: Whether a plain object is as likely, so that the verb must follow its subject
            closely.
    """
    at = place
    while at < end and tokens[at].tag in "JX":
        at += 1
    phrase = read_phrase(tokens, at, end)
    if phrase is None:
        if at < end and tokens[at].tag == "I" and not careful:
            return introduced_clause(tokens, at, end)
        return at < end and tokens[at].low in ("there", "if", "although", "while", "because")
    after = phrase.end
    if tokens[phrase.start].tag == "P":
        return after < end and tokens[after].tag not in ".,;:-"
    limit = min(end, after + (12 if careful else 30))
    direct = True
    while after < limit:
        token = tokens[after]
        tag = token.tag
        if tag == "A":
            return True
        if tag == "W" and token.low in wc.IRREGULAR_PASTS:
            return not (
                careful and token.low in wc.PAST_PARTICIPLES and _participle(tokens, after, end)
            )
        if tag == "W" and (wc.verbal(token.low) or is_cue(token)):
            base = token.low in wc.PRESENT_BASE
            if careful and token.low.endswith("ed") and _participle(tokens, after, end):
                return False
            plain = phrase.core - phrase.start == 1 and tokens[phrase.start].tag == "W"
            plain = plain and after + 1 < end and tokens[after + 1].tag == "I"
            alone = after == phrase.end and (plain or _stands_alone(tokens, after, end))
            if careful and token.low in wc.PRESENT_THIRD and alone:
                return False
            if not base or (direct and _plural(tokens[phrase.head])):
                return True
            if not careful:
                after += 1
                continue
        if tag in "JXTB" or (tag == "C" and not careful):
            after += 1
        elif token.low == "to" and after + 1 < limit and tokens[after + 1].tag == "W":
            after, direct = after + 2, False
        elif tag == "I" and token.low != "to":
            if careful and token.low in _JOINERS:
                return False
            inner = read_phrase(tokens, after + 1, end)
            after, direct = (inner.end if inner else after + 1), False
        elif (tag in "WRS,NDP#" or token.low == "to") and not careful:
            after += 1
        elif careful and not direct and tag == ",":
            return False
        elif tag == "," and after + 1 < limit and tokens[after + 1].tag in "RDNI":
            closing = next_comma(tokens, after + 1, min(end, after + 20))
            if closing is None:
                return False
            after = closing + 1
        elif tag == "R":
            if careful:
                return False
            after += 2
        else:
            return False
    return False


def _plural(token: Token) -> bool:
    return token.low.endswith("s") or token.low in nouns.PLURALS


def _participle(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a word in -ed belongs to the noun before it: "the man arrested in May"."""
    return at + 1 >= end or tokens[at + 1].tag in ".,T" or tokens[at + 1].low in _AFTER_PARTICIPLES


def _stands_alone(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether nothing that a verb takes follows a word: "promised measures but ..."."""
    return at + 1 >= end or tokens[at + 1].tag in "C.,;:"


def reported_clause(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether a clause follows a verb that takes hardly any other object ("say").

    A finite verb somewhere in the sentence is enough.
    """
    so_far = place + 1 < end and tokens[place + 1].low in ("far", "many", "much")
    if (tokens[place].low in _STUBS and not so_far) or tokens[place].tag in ".,;:-":
        return False
    if place + 2 < end and (tokens[place].tag == "A" or tokens[place].low in wc.PRESENT_THIRD):
        return True  # "a move critics say threatens freedom"
    for k in range(place + 1, min(end, place + _FAR)):
        token, before = tokens[k], tokens[k - 1]
        if token.tag in ".;:":
            return False
        if token.tag in "AQ":
            return True
        if token.tag != "W" or before.tag in "DOIG" or before.low == "to":
            continue
        if token.low in wc.PRESENT_BASE and not _plural(before) and before.tag not in "PJ":
            continue
        if wc.verbal(token.low) or is_cue(token):
            return True
        ends = token.low.endswith("s") and not _plural(before)
        if ends and before.tag in "WN" and k + 1 < end and tokens[k + 1].tag in "DO#P":
            return True
    return False


def opens_quantity(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "at least", "as many as", "up to", "more than" ... and a number begin here."""
    low = tokens[at].low
    if low in ("at", "as", "up", "more", "less", "fewer", "close"):
        following = tokens[at + 1].low if at + 1 < end else ""
        if low == "as" and following in ("many", "much", "few", "little"):
            return True
        pair = {"at": ("least", "most"), "up": ("to",), "close": ("to",)}.get(low, ("than",))
        if following not in pair:
            return False
        at += 1
    elif low not in _AMOUNTS:
        return False
    return at + 1 < end and (tokens[at + 1].tag == "#" or tokens[at + 1].low in wc.NUMBERS)


def introduced_clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether an adverbial and then a clause begin here: "by June, prices would ..."."""
    for k in range(at, min(end, at + 20)):
        if tokens[k].tag == ",":
            subject = read_phrase(tokens, k + 1, end)
            if subject is None or (subject.end < end and is_cue(tokens[subject.end])):
                return False
            return is_clause(tokens, k + 1, end, careful=False)
        if tokens[k].tag in ".;:Q":
            return False
    phrase = read_phrase(tokens, at + 1, end)
    return (
        phrase is not None and phrase.end < end and is_clause(tokens, phrase.end, end, careful=True)
    )


def next_comma(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """The next comma, dash or colon, or None where a stop or a semicolon comes first."""
    for k in range(start, end):
        if tokens[k].tag in ",-:":
            return k
        if tokens[k].tag in ".;":
            return None
    return None


def infinitive(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "to" at a token opens an infinitive."""
    following = at + 1
    while following < end and tokens[following].tag in "JX":
        following += 1
    if following >= end:
        return False
    word = tokens[following]
    return word.tag == "A" or (word.tag == "W" and not word.low.endswith(("ing", "s")))
