"""Where the content of indirect speech ends that follows its cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import wordclasses as wc
from tui.analysis.clauses import is_clause
from tui.analysis.openings import Opening, content_after
from tui.analysis.phrases import is_cue, is_verbal, read_phrase
from tui.analysis.reporting import NOUN_LIKE, PARTICLES, VERBS, Form, Frame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_OWN = wc.word_set(
    "adding saying noting citing quoting referring pointing according speaking declining"
)
_WITHHOLDING = wc.word_set("elaborating giving providing naming specifying saying offering citing")


def content_end(
    tokens: Sequence[Token],
    start: int,
    end: int,
    cue: Token,
    *,
    relative: bool = False,
    subordinate: bool = False,
    verbless: bool = False,
) -> int:
    """Find where the content of indirect speech ends that follows its cue.

    Args:
        tokens: Tokens of the paragraph.
        start: First token of the content.
        end: One past the last token of the sentence.
        cue: The reporting verb.
        subordinate: Whether it stands in a clause before the main one ("When he said no, we left").
        verbless: Whether the content has no finite verb, so that the next is the reporter's
            ("accused him of lying and left").
        relative: Whether the cue stands in a relative clause ("Smith, who said it hurt, left").

    Returns:
        One past the last token of the content.
    """
    form = VERBS[cue.low].form if cue.low in VERBS else Form(0)
    stop = end
    while stop > start and tokens[stop - 1].tag == ".":
        stop -= 1
    at = start
    while at < stop:
        token = tokens[at]
        tag = token.tag
        if tag == ";":
            return at
        if tag in ",-" and at > start + 1:
            if _reporter_resumes(tokens, at + 1, stop, form):
                return at - (tokens[at - 1].tag == "C")
            if relative and tag == "," and at + 1 < stop and is_verbal(tokens[at + 1]):
                return at
            if subordinate and tag == "," and is_clause(tokens, at + 1, stop, careful=True):
                return at
        after_comma = at > start and closes_with_comma(tokens[at - 1])
        if after_comma and at == start + 1 and tag == "W" and token.low.endswith("ing"):
            return at
        if tag == "C" and after_comma and _reporter_resumes(tokens, at, stop, form):
            return at
        if verbless and tag == "C" and _finite_next(tokens, at, stop):
            return at - (tokens[at - 1].tag == ",")
        joins = tag == "C" and at > start and tokens[at - 1].tag != ","
        if joins and _second_cue(tokens, at + 1, stop, form):
            return at
        at += 1
    return stop


def _finite_next(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "and" joins a finite verb: "to fight crime and today gave"."""
    after = at + 1
    while after < end and tokens[after].tag in "JT":
        after += 1
    if after + 1 >= end or tokens[at - 1].low.endswith(("ed", "ing")):
        return False
    low = tokens[after].low
    if low in ("has", "is", "was", "did", "does", "had"):
        return True
    if tokens[after].tag != "W" or tokens[after + 1].tag in "WC.":
        return False
    third = low in wc.PRESENT_THIRD and tokens[after + 1].low == "to"
    return third or (low in wc.IRREGULAR_PASTS and low not in wc.PRESENT_BASE)


def closes_with_comma(token: Token) -> bool:
    """Whether a quotation ends with a comma of its own."""
    return token.tag == "Q" and token.text[-2:-1] == ","


def _reporter_resumes(tokens: Sequence[Token], at: int, end: int, form: Form) -> bool:
    """Whether the words after a comma are the reporter's own, or another source's."""
    if at >= end:
        return False
    token = tokens[at]
    if token.low in _OWN or (token.tag == "W" and token.low in VERBS):
        known = VERBS.get(token.low)
        if token.low in _OWN or (known and known.form & Form.GERUND):
            return True
    if token.tag == "C" or token.low in ("while", "although", "though", "with", "as"):
        if token.low != "as" and _second_cue(tokens, at + 1, end, form):
            return True
        if token.tag == "C" and _judges_next(tokens, at + 1, end, form):
            return True
        if token.low == "but" and at + 2 < end:
            words = {tokens[k].low for k in range(at + 1, min(end, at + 8))}
            if words & {"declined", "refused", "elaborate", "stopped"}:
                return True
        return _subject_and_cue(tokens, at + 1, end, form)
    if token.low == "without" and at + 1 < end and tokens[at + 1].low in _WITHHOLDING:
        return True
    if token.tag in "NDOPW":
        return _subject_and_cue(tokens, at, end, form)
    return False


def _second_cue(tokens: Sequence[Token], at: int, end: int, form: Form) -> bool:
    """Whether a second verb with the same subject begins: "and (later) added that"."""
    while at < end and tokens[at].tag == "J":
        at += 1
    if at < end and tokens[at].low in ("has", "have", "had"):
        at += 1
    if at >= end:
        return False
    particle = PARTICLES.get(tokens[at].low)
    doubled = tokens[at].low in NOUN_LIKE and tokens[at].tag == "W" and at + 1 < end
    noted = doubled and tokens[at + 1].tag in "HQ"
    known = (
        is_cue(tokens[at])
        or noted
        or (particle and at + 1 < end and tokens[at + 1].low == particle)
    )
    if not known:
        return False
    verb = VERBS[tokens[at].low]
    at += bool(particle)
    if not verb.form & form or not verb.frames & (Frame.QUOTE | Frame.THAT):
        return False
    opening, _ = content_after(tokens, at + 1, end, verb.frames)
    return opening is not Opening.NONE


def _judges_next(tokens: Sequence[Token], at: int, end: int, form: Form) -> bool:
    """Whether the speaker goes on to accuse, praise or urge: ", and accused him of lying"."""
    while at < end and tokens[at].tag == "J":
        at += 1
    if at >= end or not is_cue(tokens[at]):
        return False
    verb = VERBS[tokens[at].low]
    judges = verb.frames & (Frame.JUDGE | Frame.ACCUSE | Frame.ORDER)
    return bool(judges and verb.form & form & Form.PAST)


def _subject_and_cue(tokens: Sequence[Token], at: int, end: int, form: Form) -> bool:
    phrase = read_phrase(tokens, at, end)
    if phrase is None or phrase.end >= end:
        return False
    at = phrase.end
    while at < end and tokens[at].tag in "JA":
        at += 1
    if at >= end or not is_cue(tokens[at]):
        return False
    verb = VERBS[tokens[at].low]
    if not verb.form & (Form.PAST | Form.THIRD | Form.GERUND | Form.BASE):
        return False
    if verb.lemma in ("think", "begin", "continue", "agree"):
        return False
    return bool(verb.frames & (Frame.THAT | Frame.CLAUSE | Frame.QUOTE)) and bool(form)


def main_verb(tokens: Sequence[Token], place: int, stop: int) -> int:
    """Where the clause of a subject ends: at the verb after the clause's own."""
    verbs = 0
    for k in range(place + 1, stop):
        if tokens[k].tag in "SRCHI,":
            continue
        if is_verbal(tokens[k]) and tokens[k - 1].tag not in "AJXDOIG":
            verbs += 1
            if verbs == 2:
                return k
    return stop
