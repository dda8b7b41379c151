"""The attributions in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import wordclasses as wc
from tui.analysis.attributions import Attribution, can_speak
from tui.analysis.clauses import is_clause
from tui.analysis.contentends import content_end, main_verb
from tui.analysis.contents import complete, left_content, only_quotes, quote_pieces, quotes_in, trim
from tui.analysis.cues import Cue, noun_like, read_cue
from tui.analysis.cuesubjects import clashes, subject_of
from tui.analysis.inversions import clause_before, inverted, opening
from tui.analysis.judgements import CALLING, accused, called_on, gerund, judged
from tui.analysis.nouncues import SPEECH_NOUNS, noun_cue
from tui.analysis.openings import Opening, content_after
from tui.analysis.passives import emerged, passive, quoted
from tui.analysis.phrases import Phrase, is_cue
from tui.analysis.reporting import VERBS, Frame
from tui.analysis.sources import according_to, in_words
from tui.analysis.speakers import subject_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_BY_OPENING = {
    Opening.THAT: (Frame.THAT, "clause with that"),
    Opening.CLAUSE: (Frame.CLAUSE, "clause without that"),
    Opening.QUESTION: (Frame.QUESTION | Frame.CLAUSE, "question"),
    Opening.INFINITIVE: (Frame.ORDER | Frame.OFFER, "infinitive"),
}
_NEAR = 6  # tokens before a cue within which "who" or "which" may be its subject
_NEVER_SPEAK = wc.word_set("there nothing what something that this")

_YIELDING = frozenset(("infinitive", "gerund", "accused of", "judged", "question"))

_SUBORDINATE = wc.word_set("when while after before since although though because if once until")

_WEAK = wc.word_set(
    "suggest indicate reveal imply underscore underline confirm hint signal warrant reflect show "
    "predict point intimate inform remind assure find learn"
)

_LISTENERS = wc.word_set("court inquest jury tribunal hearing inquiry panel trial")

_ALWAYS = wc.word_set("say add")


def read_sentence(tokens: Sequence[Token], low: int, end: int) -> list[Attribution]:
    """Find the attributions in the sentence of tokens `[low, end)`, from left to right."""
    found: list[Attribution] = []
    floor = at = low
    while at < end:
        token = tokens[at]
        attribution: Attribution | None = None
        if token.low == "in" and at + 3 < end:
            attribution = in_words(tokens, at, end)
        elif token.low == "according" and at + 1 < end and tokens[at + 1].low == "to":
            attribution = according_to(tokens, floor, at, end)
        elif token.low in VERBS:
            cue = read_cue(tokens, floor, at)
            if cue is not None:
                attribution = _by_verb(tokens, low, floor, cue, end, found)
        if attribution is None and token.tag == "W" and token.low in SPEECH_NOUNS:
            attribution = noun_cue(tokens, floor, at, end)
        if attribution is None and token.low in ("emerged", "emerges", "transpired"):
            attribution = emerged(tokens, floor, at, end)
        yields = attribution is not None and attribution.rule in _YIELDING
        if attribution is None or (yields and _trailing(tokens, at + 1, end)):
            at += 1
            continue
        found.append(attribution)
        floor = at = _place_after(attribution, at, end)
    return found


def _place_after(attribution: Attribution, at: int, end: int) -> int:
    """Where reading goes on."""
    after = max(attribution.cue[1], at + 1)
    for _, stop in attribution.pieces:
        after = max(after, stop)
    if attribution.speaker is not None:
        after = max(after, attribution.speaker.end)
    return min(after, end)


def _trailing(tokens: Sequence[Token], low: int, end: int) -> bool:
    """Whether the whole sentence is somebody's: "..., two people who were there said"."""
    for at in range(max(low, end - 12), end):
        if is_cue(tokens[at]) and VERBS[tokens[at].low].lemma in _ALWAYS:
            cue = read_cue(tokens, low, at)
            if cue is None or cue.passive or cue.infinitive or cue.gerund:
                continue
            subject = subject_before(tokens, low, cue.start)
            if subject is None or tokens[subject.start - 1].tag != ",":
                continue
            follows, _ = content_after(tokens, at + 1, end, cue.verb.frames)
            if follows is Opening.NONE:
                return True
    return False


def _by_verb(
    tokens: Sequence[Token], low: int, floor: int, cue: Cue, end: int, found: list[Attribution]
) -> Attribution | None:
    """The attribution that a reporting verb makes."""
    if cue.passive:
        return passive(tokens, floor, cue, end)
    frames = cue.verb.frames
    before = tokens[cue.start - 1] if cue.start > floor else None
    if cue.verb.lemma == "quote":
        return quoted(tokens, floor, cue, end)
    attribution = opening(tokens, cue, end) if cue.start == low else None
    if attribution is None:
        attribution = inverted(tokens, floor, cue, end)
    if attribution is not None:
        return attribution
    subject = subject_of(tokens, low, floor, cue, found)
    if subject is None:
        return None
    head = tokens[subject.head]
    if head.low in _NEVER_SPEAK or (head.tag == "T" and subject.core - subject.start == 1):
        return None
    if cue.verb.lemma == "hear" and head.low not in _LISTENERS:
        return None
    doubtful = cue.verb.lemma in _WEAK or (cue.bare and noun_like(tokens[cue.at]))
    if doubtful and not can_speak(head):
        return None
    if cue.bare and noun_like(tokens[cue.at]) and clashes(head, cue):
        return None
    follows, place = content_after(tokens, cue.end, end, frames)
    own = subject if floor <= subject.start < cue.start else None
    left = left_content(tokens, floor, own.start if own else cue.start)
    if found and left is not None and not only_quotes(tokens, *left):
        left = None
    attribution = _by_content(tokens, low, cue, subject, follows, place, left, end)
    if attribution is None and cue.verb.lemma in CALLING:
        attribution = called_on(tokens, cue, subject, end)
    if attribution is None and frames & Frame.JUDGE:
        attribution = judged(tokens, cue, subject, end)
    if attribution is None and frames & Frame.ACCUSE:
        attribution = accused(tokens, cue, subject, end)
    if attribution is None and frames & Frame.GERUND and before is not None:
        attribution = gerund(tokens, cue, subject, end)
    return attribution


def _by_content(
    tokens: Sequence[Token],
    low: int,
    cue: Cue,
    subject: Phrase,
    follows: Opening,
    place: int,
    left: tuple[int, int] | None,
    end: int,
) -> Attribution | None:
    """The attribution by where the content of a cue stands."""
    frames = cue.verb.frames
    span = (cue.start, cue.end)
    quoted_left = left is not None and only_quotes(tokens, *left)
    if follows is Opening.QUOTE and frames & Frame.QUOTE:
        pieces = quote_pieces(tokens, place, end, cue)
        if left is not None and quoted_left:
            pieces = quotes_in(tokens, *left) + pieces
            return Attribution(pieces, span, subject, "split quote")
        if left is not None and tokens[place].text[1:2].islower() and place > cue.end:
            start, stop = trim(tokens, *left)
            if stop > start and tokens[stop - 1].tag not in "CSRH" and not _leads(tokens, start):
                pieces = [(start, stop), *pieces]
                return Attribution(pieces, span, subject, "clause interrupted")
        return Attribution(pieces, span, subject, "quote after")
    speaks = frames & Frame.QUOTE and follows is not Opening.THAT and not cue.gerund
    if left is not None and quoted_left and speaks:
        return Attribution(quotes_in(tokens, *left), span, subject, "quote before")
    if follows is Opening.COLON and frames & Frame.QUOTE:
        stop = content_end(tokens, place, end, tokens[cue.at]) if place < end else place
        return Attribution([(place, stop)] if place < stop else [], span, subject, "colon")
    if follows is Opening.NONE and _after_as(tokens, subject.start, low):
        clause = _as_told(tokens, cue, end)
        if clause is not None:
            return Attribution([clause], span, subject, "as told")
    if cue.infinitive and follows is not Opening.THAT:
        return None
    unsaid = cue.gerund or cue.negated
    who = cue.start > 0 and tokens[cue.start - 1].low == "who"
    if follows is Opening.INFINITIVE and (unsaid or not (who or can_speak(tokens[subject.head]))):
        return None
    if follows is Opening.CLAUSE and tokens[place].tag == "I":
        if cue.gerund:
            return None
        if left is not None and complete(tokens, *trim(tokens, *left)):
            follows = Opening.NONE  # what follows only tells how or where it was said
    allowed, rule = _BY_OPENING.get(follows, (Frame(0), ""))
    if frames & allowed and place < end:
        near = range(max(subject.end, cue.start - _NEAR), cue.start)
        relative = any(tokens[k].tag == "R" for k in near)
        relative = relative or (subject.start > 0 and tokens[subject.start - 1].tag == "R")
        stop = content_end(
            tokens,
            place,
            end,
            tokens[cue.at],
            relative=relative,
            verbless=follows is Opening.INFINITIVE,
            subordinate=subject.start > 0 and tokens[subject.start - 1].low in _SUBORDINATE,
        )
        if (
            subject.start == low
            and subject.end == cue.start - 1
            and tokens[cue.start - 1].tag in "RH"
        ):
            stop = main_verb(tokens, place, stop)
        if stop - place >= 2 or (stop > place and tokens[place].tag == "Q"):
            return Attribution([(place, stop)], span, subject, rule)
        return None
    if left is not None and not cue.gerund and frames & Frame.BEFORE:
        return clause_before(tokens, cue, subject, left, end)
    alone = follows is Opening.NONE and cue.end + 1 >= end and can_speak(tokens[subject.head])
    if alone and frames & Frame.QUOTE:
        return Attribution([], span, subject, "cue alone")
    return None


def _after_as(tokens: Sequence[Token], start: int, low: int) -> bool:
    """Whether a subject stands after an "As" that opens its sentence, or follows a comma."""
    if start <= low or tokens[start - 1].low != "as":
        return False
    return start - 1 == low or tokens[start - 2].tag == ","


def _as_told(tokens: Sequence[Token], cue: Cue, end: int) -> tuple[int, int] | None:
    """The clause after "As Smith told reporters," or "As Smith put it,"."""
    for k in range(cue.end, min(end, cue.end + 12)):
        if tokens[k].tag == ",":
            if is_clause(tokens, k + 1, end, careful=False):
                return k + 1, content_end(tokens, k + 1, end, tokens[cue.at])
            return None
        if tokens[k].tag in ".;:QSR":
            return None
    return None


def _leads(tokens: Sequence[Token], start: int) -> bool:
    """Whether words before a subject only say when or how it spoke."""
    participle = tokens[start].tag == "W" and tokens[start].low.endswith(("ing", "ed"))
    return participle or tokens[start].tag in "ISTJRC#"
