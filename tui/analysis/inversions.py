"""Content before its cue: "..., he said" and "...," said Smith."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import speakernouns as nouns
from tui.analysis import wordclasses as wc
from tui.analysis.attributions import Attribution, can_speak
from tui.analysis.clauses import is_clause
from tui.analysis.contents import (
    complete,
    left_content,
    only_quotes,
    quotes_in,
    resumes,
    trim,
    winds_up,
)
from tui.analysis.cues import Cue, noun_like
from tui.analysis.phrases import Phrase, is_verbal, read_phrase
from tui.analysis.reporting import VERBS, Form, Frame
from tui.analysis.speakers import subject_after, subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_APPOSED = 20  # tokens of description between a subject and its quotation
_ALWAYS = wc.word_set("say add")


def clause_before(
    tokens: Sequence[Token], cue: Cue, subject: Phrase, left: tuple[int, int], end: int
) -> Attribution | None:
    """Content before the cue, or on both sides of it."""
    span = (cue.start, cue.end)
    start, stop = trim(tokens, *left)
    if stop <= start or cue.negated:
        return None
    after = max(cue.at + 1, subject.end)
    whole = complete(tokens, start, stop)
    resumed = resumes(tokens, after, end)
    if tokens[stop - 1].tag in "CSRH":
        if resumed is None:
            return None
        return Attribution([resumed], span, subject, "clause after")
    if resumed is not None and is_verbal(tokens[resumed[0]]) and stop - start <= 30:
        return Attribution([(start, stop), resumed], span, subject, "clause interrupted")
    if (
        resumed is not None
        and tokens[start].tag in "IS"
        and is_clause(tokens, resumed[0], resumed[1], careful=True)
    ):
        return Attribution([(start, stop), resumed], span, subject, "clause interrupted")
    if not whole:
        if resumed is None:
            return None
        if tokens[start].tag in "IRS#T" and not complete(tokens, *resumed):
            return None
        return Attribution([(start, stop), resumed], span, subject, "clause interrupted")
    if cue.verb.lemma not in _ALWAYS and not winds_up(tokens, after, end):
        return None
    return Attribution([(start, stop)], span, subject, "clause before")


def inverted(tokens: Sequence[Token], floor: int, cue: Cue, end: int) -> Attribution | None:
    """Find content before a verb that stands before its subject: "...," said Smith."""
    if not cue.verb.form & (Form.PAST | Form.THIRD) or cue.gerund or cue.infinitive:
        return None
    if cue.start - 1 < floor or not cue.verb.frames & Frame.QUOTE:
        return None
    left = left_content(tokens, floor, cue.start)
    if left is None:
        return None
    quoted = only_quotes(tokens, *left)
    mixed = tokens[left[1] - 1].tag == "Q"
    if cue.verb.frames & Frame.HEARER and not quoted and not _between_commas(tokens, cue, end):
        return None
    if not (quoted or mixed):
        own = subject_before(tokens, floor, cue.start)
        if own is not None and own.start > floor and tokens[own.start - 1].tag == "Q":
            return None
        if subject_before(tokens, floor, cue.start) is not None and not complete(tokens, *left):
            follows = read_phrase(tokens, cue.at + 1, end)
            if follows is None or follows.end >= end or tokens[follows.end].tag != ",":
                return None
        elif not _closes_after(tokens, cue.at + 1, end):
            return None
    subject = subject_after(tokens, cue.at + 1, end)
    if subject is None:
        return None
    span = (cue.start, cue.end)
    if quoted:
        pieces = quotes_in(tokens, *left)
        pieces += _second_half(tokens, subject.end, end)
        return Attribution(pieces, span, subject, "quote before, inverted")
    if not cue.verb.frames & Frame.BEFORE:
        return None
    text = tokens[subject.head].low in nouns.DOCUMENTS
    bare = (text or tokens[subject.start].tag == "W") and cue.verb.frames & Frame.CAREFUL
    if cue.verb.lemma not in _ALWAYS and (bare or not can_speak(tokens[subject.head])):
        return None
    second = _second_half(tokens, subject.end, end)
    if second and tokens[second[0][0]].text[1:2].islower():
        pieces = [trim(tokens, *left), *second]
        return Attribution(pieces, span, subject, "clause interrupted, inverted")
    attribution = clause_before(tokens, cue, subject, left, end)
    if attribution is not None:
        attribution.rule += ", inverted"
    return attribution


def opening(tokens: Sequence[Token], cue: Cue, end: int) -> Attribution | None:
    """Find a quotation after a sentence that opens with its verb: 'Says Smith: "No."'."""
    subject = subject_after(tokens, cue.end, end)
    if subject is None or not cue.bare or not can_speak(tokens[subject.head]):
        return None
    for k in range(subject.end, min(end - 1, subject.end + _APPOSED)):
        if tokens[k].tag == ":" and tokens[k + 1].tag == "Q":
            return Attribution([(k + 1, k + 2)], (cue.start, cue.end), subject, "quote after")
    return None


def _between_commas(tokens: Sequence[Token], cue: Cue, end: int) -> bool:
    """Whether a verb and its subject stand by themselves: "..., warned Smith, ..."."""
    phrase = read_phrase(tokens, cue.at + 1, end)
    if phrase is None or tokens[cue.start - 1].tag != "," or phrase.end >= end:
        return False
    return tokens[phrase.end].tag in ",." and can_speak(tokens[phrase.head])


def _closes_after(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether a phrase after an inverted verb is no subject of a clause of its own."""
    phrase = subject_after(tokens, place, end)
    if phrase is None:
        return False
    if phrase.end >= end or tokens[phrase.end].tag in ",.;-:":
        return True
    return not is_clause(tokens, place, end, careful=False)


def _second_half(tokens: Sequence[Token], place: int, end: int) -> list[tuple[int, int]]:
    """The quotation that goes on after "said Smith, the mayor,"."""
    for k in range(place, min(end, place + 30)):
        if tokens[k].tag == "Q":
            if k and tokens[k - 1].tag in ",:-":
                return [(k, k + 1)]
            return []
        if tokens[k].low in VERBS and not noun_like(tokens[k]):
            return []
    return []
