"""What is called, condemned, accused or denied, where no clause is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import wordclasses as wc
from tui.analysis.attributions import Attribution, can_speak
from tui.analysis.clauses import infinitive
from tui.analysis.contentends import content_end
from tui.analysis.phrases import Phrase, is_cue, is_verbal, read_phrase
from tui.analysis.reporting import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.cues import Cue
    from tui.analysis.taggedtokens import Token

_NAMING = wc.word_set("call label brand refer")

CALLING = {"call": ("on", "upon", "for"), "plead": ("with",), "appeal": ("to",)}
"""Verbs that ask somebody to do something, with the prepositions before the one asked."""

_NO_JUDGEMENTS = wc.word_set(
    "in with itself himself herself themselves word words slogan term phrase caption inscription "
    "name"
)
_TERM = 3  # words below which "what they call "..."" only gives a name

_SMALL = wc.word_set("the a an of and in on for to")


def judged(tokens: Sequence[Token], cue: Cue, subject: Phrase, end: int) -> Attribution | None:
    """Described it as "a farce"; called the ruling "absurd"."""
    if cue.infinitive:
        return None
    for k in range(cue.at + 1, min(end, cue.at + 30)):
        token = tokens[k]
        if token.tag in ".;:SR" or is_cue(token):
            return None
        if token.tag == "Q":
            if tokens[k - 1].low in _NO_JUDGEMENTS:
                return None
            past = bool(cue.verb.form & Form.PAST)
            term = len(token.text.split()) < _TERM and not past
            if k == cue.at + 1 and (term or not _relative(tokens, subject)):
                return None
            if cue.verb.lemma in _NAMING and _is_title(token.text[1:-1]):
                return None
            if tokens[k - 1].tag in "DNO" and k + 1 < end and tokens[k + 1].tag == "W":
                return None
            pieces = [(k, k + 1), *_more_judged(tokens, k + 1, end)]
            return Attribution(pieces, (cue.start, cue.end), subject, "judged")
    return None


def called_on(tokens: Sequence[Token], cue: Cue, subject: Phrase, end: int) -> Attribution | None:
    """Called on the mayor to resign; called for the mayor to resign; pleaded with him to go."""
    if cue.at + 2 >= end or tokens[cue.at + 1].low not in CALLING[cue.verb.lemma]:
        return None
    hearer = read_phrase(tokens, cue.at + 2, end)
    if hearer is None or hearer.end >= end or tokens[hearer.end].low != "to":
        return None
    if not can_speak(tokens[subject.head]) or not infinitive(tokens, hearer.end, end):
        return None
    place = hearer.start if tokens[cue.at + 1].low == "for" else hearer.end
    stop = content_end(tokens, place, end, tokens[cue.at], verbless=True)
    return Attribution([(place, stop)], (cue.start, cue.at + 2), subject, "infinitive")


def _more_judged(tokens: Sequence[Token], place: int, end: int) -> list[tuple[int, int]]:
    """What "and" adds: called the data "lovely" and the sample "tiny"."""
    if place >= end or tokens[place].low not in ("and", "but", ","):
        return []
    for k in range(place + 1, min(end, place + 8)):
        if tokens[k].tag == "Q":
            return [(k, k + 1)]
        if is_verbal(tokens[k]) or tokens[k].tag in ".;:,":
            return []
    return []


def _relative(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether what is called so stands before: "which he calls "a joke""."""
    before = tokens[subject.start - 1] if subject.start > 0 else None
    return before is not None and before.low in ("which", "that", "what", "whom")


def _is_title(words: str) -> bool:
    """Whether words in marks are a name or a nickname: "the Admiral"."""
    return not any(word[0].islower() for word in words.split()[:6] if word not in _SMALL)


def accused(tokens: Sequence[Token], cue: Cue, subject: Phrase, end: int) -> Attribution | None:
    """Accused him of lying."""
    for k in range(cue.at + 1, min(end, cue.at + 20)):
        if (
            k > cue.at + 1
            and tokens[k].low == "of"
            and k + 1 < end
            and (tokens[k + 1].low.endswith("ing") or tokens[k + 1].tag in "QXJ")
        ):
            stop = content_end(tokens, k + 1, end, tokens[cue.at], verbless=True)
            return Attribution([(k + 1, stop)], (cue.start, cue.end), subject, "accused of")
        if tokens[k].tag in ",.;:Q":
            break
    return None


def gerund(tokens: Sequence[Token], cue: Cue, subject: Phrase, end: int) -> Attribution | None:
    """Denied taking the money."""
    k = cue.at + 1
    if k < end and tokens[k].tag == "W" and tokens[k].low.endswith("ing"):
        stop = content_end(tokens, k, end, tokens[cue.at], verbless=True)
        if stop - k >= 2:
            return Attribution([(k, stop)], (cue.start, cue.end), subject, "gerund")
    return None
