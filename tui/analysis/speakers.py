"""The words that name a speaker: the subject of a reporting verb, before or after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import wordclasses as wc
from tui.analysis.model import Label
from tui.analysis.phrases import Phrase, is_cue, is_verbal, read_phrase
from tui.analysis.reporting import VERBS, Form
from tui.analysis.taggedtokens import HEADS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_REACH = 60  # tokens looked back for a subject
_HARD = frozenset(".:;")
_OPENERS = wc.word_set("after before since until")
_NOMINATIVES = wc.word_set("he she they we i")
_PARENTHESES = 6  # parts between commas that may stand between a subject and its verb


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
        return _antecedent(tokens, low, last)
    if tag in ",-":
        return _past_parentheses(tokens, low, last)
    start = _segment_start(tokens, low, last)
    return first_phrase(tokens, start, verb)


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
        if tag == "Q" and not _inside_phrase(tokens, at):
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


def _inside_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a short quotation is a word of the subject: the "Letters" page."""
    short = tokens[at].end - tokens[at].start <= 60
    return short and at > 0 and tokens[at - 1].tag in "DWN" and not is_cue(tokens[at - 1])


def _is_outer_verb(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not is_cue(token) or tokens[at + 1].tag in "IT":
        return False
    return bool(VERBS[token.low].form & (Form.PAST | Form.THIRD))


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


def first_phrase(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """The first noun phrase of a clause, after what introduces the clause."""
    at = start
    while at < end:
        token = tokens[at]
        tag = token.tag
        if (
            tag in "CJSXB.R,"
            or (tag == "T" and not _genitive_next(tokens, at, end))
            or (tag == "H" and at == start and at + 1 < end and tokens[at + 1].tag in "DONP")
        ):
            at += 1
        elif tag == "I":
            inner = read_phrase(tokens, at + 1, end)
            if inner is None:
                at += 1
            elif inner.end < end and tokens[inner.end].tag in "IT,":
                at = inner.end
            elif inner.end < end and tokens[inner.end].low.endswith(("ed", "ing")):
                at = inner.end + 1
            elif inner.end < end and read_phrase(tokens, inner.end, end) is not None:
                at = inner.end
            elif token.low in ("with", "as"):
                return inner
            else:
                return _name_at_end(tokens, inner)
        else:
            phrase = read_phrase(tokens, at, end)
            if phrase is None:
                return None
            if phrase.end < end and tokens[phrase.head].low in wc.TIME_NOUNS:
                following = read_phrase(tokens, phrase.end, end)
                if following is not None:
                    return following
            return _whole(tokens, phrase, end)
    return None


def _genitive_next(tokens: Sequence[Token], at: int, end: int) -> bool:
    return at + 1 < end and tokens[at + 1].tag == "G"


def _name_at_end(tokens: Sequence[Token], phrase: Phrase) -> Phrase | None:
    """The name that follows an introduction without a comma: "In a statement Smith (said)"."""
    at = phrase.core
    while at > phrase.start and tokens[at - 1].tag in "NB":
        at -= 1
    if at == phrase.start or at == phrase.core or tokens[at - 1].tag in "DOG":
        return None
    return Phrase(at, phrase.head, phrase.core, phrase.core)


def _whole(tokens: Sequence[Token], phrase: Phrase, end: int) -> Phrase:
    """The phrase with what "and" joins to it before the verb."""
    at = phrase.end
    while at + 1 < end and tokens[at].low in ("and", ","):
        step = 2 if tokens[at + 1].low == "and" else 1
        other = read_phrase(tokens, at + step, end)
        if other is None:
            break
        at = other.end
    return Phrase(phrase.start, phrase.head, phrase.core, at) if at == end else phrase


def _antecedent(tokens: Sequence[Token], low: int, relative: int) -> Phrase | None:
    """The noun phrase that "who" stands for."""
    last = relative - 1
    if last > low and tokens[last].tag == ",":
        last -= 1
    if last < low:
        return None
    phrase = phrase_ending(tokens, low, last)
    for _ in range(3):
        if phrase is None or phrase.start - 2 < low or tokens[phrase.start - 1].tag != "I":
            break
        inner = tokens[phrase.head].mention
        if inner is not None and inner.label is Label.PERSON:
            break
        outer = phrase_ending(tokens, low, phrase.start - 2)
        if outer is None or tokens[outer.head].tag not in "NW":
            break
        if tokens[outer.head].tag == "W" and not wc.person(tokens[outer.head].low):
            break
        phrase = outer
    if phrase is not None and phrase.start >= 2 and tokens[phrase.start - 1].tag == ",":
        name = tokens[phrase.start - 2]
        if name.mention is not None and name.mention.label is Label.PERSON:
            return phrase_ending(tokens, max(0, phrase.start - 8), phrase.start - 2)
    return phrase


def phrase_ending(tokens: Sequence[Token], low: int, last: int) -> Phrase | None:
    """The noun phrase whose last token is `last`."""
    at = last
    while at >= low and tokens[at].tag in "NWDO#GB":
        if is_cue(tokens[at]) or (
            tokens[at].tag == "W" and wc.verbal(tokens[at].low) and at < last
        ):
            break
        at -= 1
        if tokens[at + 1].tag in "DO":
            break
    if at == last:
        return None
    return read_phrase(tokens, at + 1, last + 1)


def _past_parentheses(tokens: Sequence[Token], low: int, comma: int) -> Phrase | None:
    """The subject before appositions and relative clauses set off by commas or dashes."""
    best: Phrase | None = None
    right = comma
    whole = _bare_phrase(tokens, low, comma)
    if whole is not None and _part_start(tokens, low, comma - 1) == low:
        return whole  # a comma between subject and verb
    for count in range(_PARENTHESES):
        left = _part_start(tokens, low, right - 1)
        if left >= right:
            break
        if count == 0:
            if not _parenthetical(tokens, left, right):
                break
        else:
            phrase = _bare_phrase(tokens, left, right)
            if phrase is not None:
                best = phrase
            elif not _parenthetical(tokens, left, right):
                break
        if left == 0 or left <= low or tokens[left - 1].tag not in ",-":
            break
        right = left - 1
    return best


def _part_start(tokens: Sequence[Token], low: int, last: int) -> int:
    at = last
    while at >= low and tokens[at].tag not in ",-:;.":
        if tokens[at].tag == "Q" and not _inside_phrase(tokens, at):
            break
        at -= 1
    return at + 1


def _parenthetical(tokens: Sequence[Token], left: int, right: int) -> bool:
    """Whether a part between commas may stand between a subject and its verb."""
    first = tokens[left]
    if _participial(first):
        return True
    if first.tag in "R#ITC" or first.low in ("aged", "now", "also", "however", "too", "whose"):
        return True
    if first.tag not in "DNWOJ":
        return False
    for k in range(left, min(right, left + 12)):
        if tokens[k].tag in "RH" or tokens[k].low == "whose":
            return True
        if tokens[k].tag == "A":
            return False
    return True


def _participial(token: Token) -> bool:
    return token.tag == "W" and token.low.endswith(("ing", "ed"))


def _bare_phrase(tokens: Sequence[Token], left: int, right: int) -> Phrase | None:
    """The noun phrase that a part between commas consists of, introductions apart."""
    if _participial(tokens[left]) and tokens[left].low not in HEADS:
        return None
    if tokens[left].tag in "IR#TS":
        introduced = tokens[left].tag
        if introduced in "R#S":
            return None
        phrase = first_phrase(tokens, left, right)
    else:
        phrase = first_phrase(tokens, left, right)
    if phrase is None or tokens[phrase.head].tag in "T#":
        return None
    if tokens[phrase.head].tag == "P" and phrase.end != right:
        return None
    if tokens[left].tag == "I" and phrase.end == right and phrase.start == left + 1:
        return None
    rest = range(phrase.end, right)
    if any(tokens[k].tag in "AHPX" or tokens[k].low in wc.IRREGULAR_PASTS for k in rest):
        return None
    if rest and tokens[phrase.end].tag not in "IBJWCR":
        return None
    if rest and tokens[phrase.end].tag == "W" and is_verbal(tokens[phrase.end]):
        return None
    return phrase
