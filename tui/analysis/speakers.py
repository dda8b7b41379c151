"""The words that name a speaker: the subject of a reporting verb, before or after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import wordclasses as wc
from tui.analysis.parentheses import antecedent, past_parentheses
from tui.analysis.phrases import Phrase, is_cue, is_verbal, read_phrase
from tui.analysis.reporting import VERBS, Form
from tui.analysis.subjects import first_phrase, inside_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_REACH = 60  # tokens looked back for a subject
_OPENERS = wc.word_set("after before since until as")
_NOMINATIVES = wc.word_set("he she they we i")


def subject_before(tokens: Sequence[Token], low: int, verb: int) -> Phrase | None:
    """Find the subject that stands before a verb group.

    Args:
        tokens: Tokens of the paragraph.
        low: First token that may belong to it.
        verb: First token of the verb group.

    Returns:
        The subject, or None where there is none (as in "... and said", "..., said Smith").
    """
    low = max(low, verb - _REACH)
    last = verb - 1
    if last < low:
        return None
    near = last
    while near > low and tokens[near].tag == "J":
        near -= 1
    if tokens[near].low in _NOMINATIVES:
        return Phrase(near, near, near + 1, near + 1)
    tag = tokens[last].tag
    if tag == "C":
        return None
    if tag == "R" or (tag == "H" and last > low and tokens[last - 1].tag in "WN"):
        return antecedent(tokens, low, last)
    if tag in ",-":
        return past_parentheses(tokens, low, last)
    start = _segment_start(tokens, low, last)
    phrase = first_phrase(tokens, start, verb)
    if start > low and tokens[start - 1].tag == "R" and _is_time(tokens, phrase):
        return antecedent(tokens, low, start - 1)
    return phrase


def _is_time(tokens: Sequence[Token], phrase: Phrase | None) -> bool:
    """Whether words only say when: "which earlier this year said"."""
    return (
        phrase is None or tokens[phrase.head].tag == "T" or tokens[phrase.head].low in wc.TIME_NOUNS
    )


def subject_after(tokens: Sequence[Token], place: int, end: int) -> Phrase | None:
    """Find the subject that stands after its verb ("said John Smith, the mayor").

    Args:
        tokens: Tokens of the paragraph.
        place: The token after the verb.
        end: One past the last token to look at.

    Returns:
        The subject, several joined by "and" as one, or None.
    """
    while place < end and tokens[place].tag == "J":
        place += 1
    phrase = read_phrase(tokens, place, end)
    if phrase is None or tokens[phrase.head].tag in "T#Q" or tokens[place].tag == "H":
        return None
    return _joined(tokens, phrase, end)


def _joined(tokens: Sequence[Token], phrase: Phrase, end: int) -> Phrase:
    """The phrase with what "and" adds to it."""
    if phrase.end + 1 < end and tokens[phrase.end].low == "and":
        other = read_phrase(tokens, phrase.end + 1, end)
        if other and tokens[other.head].tag not in "T#PQ" and _ends(tokens, other.end, end):
            return Phrase(phrase.start, phrase.head, phrase.core, other.end)
    return phrase


def _ends(tokens: Sequence[Token], place: int, end: int) -> bool:
    return place >= end or tokens[place].tag in ",.-;:IQB"


def _segment_start(tokens: Sequence[Token], low: int, last: int) -> int:
    """Where the clause begins whose last token before the verb is `last`."""
    at = last
    while at >= low:
        token = tokens[at]
        tag = token.tag
        if tag in ",-:;.S" or (tag == "R" and not _restricts(tokens, low, at)):
            break
        if tag == "Q" and not inside_phrase(tokens, at):
            break
        if tag == "H" and not (at < last and tokens[at + 1].tag == "W"):
            break
        if tag == "H" and at > low and (is_verbal(tokens[at - 1]) or tokens[at - 1].tag == "T"):
            break
        if tag == "C" and not _joins_phrases(tokens, low, at):
            break
        if tag == "I" and low < at < last and token.low in _OPENERS and _fills(tokens, at, last):
            break
        if at < last and _is_outer_verb(tokens, at):
            break
        at -= 1
    return at + 1


def _fills(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether only a noun phrase stands between "after" and the verb: "days after police said"."""
    phrase = read_phrase(tokens, at + 1, last + 1)
    if phrase is None or tokens[phrase.head].tag == "T":
        return False
    return all(tokens[k].tag in "JTB" for k in range(phrase.end, last + 1))


def _restricts(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Whether "who" opens a clause within the subject: "a man who saw it said"."""
    if at <= low or tokens[at - 1].tag not in "NWBDT" or at + 1 >= len(tokens):
        return False
    return is_verbal(tokens[at + 1]) or tokens[at + 1].tag in "JX"


def _is_outer_verb(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not is_cue(token) or tokens[at + 1].tag in "IT":
        return False
    form = VERBS[token.low].form
    plural = at > 0 and tokens[at - 1].low.endswith("s") and bool(form & Form.BASE)
    return plural or bool(form & (Form.PAST | Form.THIRD))


def _joins_phrases(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Whether "and" joins two noun phrases, not two clauses."""
    if tokens[at].low not in ("and", "or"):
        return False
    for k in range(at - 1, max(low, at - 25) - 1, -1):
        tag = tokens[k].tag
        if tag in ".:;-SHRPQ":
            return k < at - 1
        if tag == "," and k == at - 1:
            return False
        if tag == ",":
            return True
        if is_verbal(tokens[k]):
            return False
    return True
