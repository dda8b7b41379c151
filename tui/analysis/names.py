"""Proposing people, organisations and places by rules: evidence for the tagger, and nationalities.

The rules weigh what a name's own words say (`segments`) against what stands around it
(`surroundings`), over all places of the document that read the same.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis import bodies, lexicon, titles
from tui.analysis import wordkinds as kind
from tui.analysis.guesses import Segment
from tui.analysis.model import Label
from tui.analysis.runs import runs
from tui.analysis.segments import Segmenter
from tui.analysis.surroundings import Surroundings
from tui.analysis.wordkinds import WordKinds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.analysis.tokens import Tokens

LABELS = (Label.PERSON, Label.ORG, Label.LOC)
_ENOUGH = 1.0
_NOT_LENT = kind.PLACE | kind.TOWN | kind.COMMON | kind.GIVEN
_LISTED = kind.GIVEN | kind.SURNAME | kind.PLACE | kind.TOWN | kind.NORP | kind.AGENCY | kind.TITLE


class Proposal(NamedTuple):
    """A labelled range of tokens.

    Attributes:
        start: First token.
        end: One past the last.
        label: PERSON, ORG, LOC or NORP.
        role: First token of the title before it, or -1.
        weight: How sure the rules are of it; 1 is just enough, 0 where others propose it.
    """

    start: int
    end: int
    label: Label
    role: int = -1
    weight: float = 0.0


def propose_by_rules(
    tokens: Tokens,
    codes: str,
    known: Mapping[tuple[str, ...], Label],
    check: Callable[[], None],
) -> list[Proposal]:
    """Return people, organisations, places and nationalities named in the tokens, in order.

    Args:
        tokens: Of the whole document.
        codes: Their letters (`runs.codes`).
        known: Names known from elsewhere, such as the document's source and author, as tokens.
        check: Called now and then; raises when the work is no longer wanted.
    """
    kinds = WordKinds()
    segmenter = Segmenter(tokens, codes, kinds, known)
    pairs = _pairs_in_mid_sentence(tokens, codes)
    small = {word for word in set(tokens.texts) if word.islower()} - lexicon.PARTICLES
    found: list[Segment] = []
    for number, (start, end) in enumerate(runs(codes, tokens)):
        if number % 256 == 0:
            check()
        if end - start > 60:
            continue
        begin = _without_first_word(start, end, tokens, codes, kinds, pairs, small)
        if tokens.titled[start]:
            found += _in_title(begin, end, segmenter, kinds, tokens)
        else:
            found += segmenter.cut(begin, end)
    return _vote(found, tokens, codes, kinds)


def _pairs_in_mid_sentence(tokens: Tokens, codes: str) -> set[tuple[str, str]]:
    texts, opens, titled = tokens.texts, tokens.opens, tokens.titled
    return {
        (texts[k], texts[k + 1])
        for k in range(len(texts) - 1)
        if codes[k] == "C" == codes[k + 1] and not opens[k] and not titled[k]
    }


def _without_first_word(
    start: int,
    end: int,
    tokens: Tokens,
    codes: str,
    kinds: WordKinds,
    pairs: set[tuple[str, str]],
    small: set[str],
) -> int:
    """Skip a common word that is only capitalised because it opens a sentence."""
    if not tokens.opens[start] or codes[start] != "C":
        return start
    word = tokens.texts[start]
    flags = kinds[word]
    if not flags & _LISTED and word.lower() in small:
        flags |= kind.COMMON
    if not flags & kind.COMMON or flags & (kind.PLACE | kind.NORP) or word.isupper():
        return start
    if end == start + 1:
        return end
    following = tokens.texts[start + 1]
    if (word, following) in pairs or flags & kind.TITLE:
        return start
    after = kinds[following] if codes[start + 1] == "C" else 0
    last = kinds[tokens.texts[end - 1]]
    if codes[start + 1] in "o&" and word in bodies.ORG_OPENERS:
        return start
    if word == "Air" and after & kind.PLACE:
        return start
    if codes[start + 1] in "-!":
        return start if word in bodies.BRANDS_WITH_MARK else end
    if last & kind.ORG_HEAD and not after & (kind.PLACE | kind.NORP | kind.GIVEN):
        return start
    surname = not after & (kind.PLACE | kind.NORP | kind.TITLE) and (
        after & kind.SURNAME or not after & kind.COMMON
    )
    return start if flags & kind.GIVEN and surname else start + 1


def _in_title(
    start: int, end: int, segmenter: Segmenter, kinds: WordKinds, tokens: Tokens
) -> list[Segment]:
    """In a heading where every word has a capital, take only what the lists know."""
    found = []
    place = start
    while place < end:
        stop = segmenter.phrase(place, end)
        flags = kinds[tokens.texts[place]]
        if stop > place:
            found.append(Segment(place, stop, Label.LOC, 4))
            place = stop
            continue
        following = kinds[tokens.texts[place + 1]] if place + 1 < end else 0
        if flags & kind.NORP and not flags & kind.COMMON:
            found.append(Segment(place, place + 1, Label.NORP, 3))
        elif flags & kind.PLACE:
            found.append(Segment(place, place + 1, Label.LOC, 2.5))
        elif flags & kind.AGENCY:
            found.append(Segment(place, place + 1, Label.ORG, 2.5))
        elif (
            flags & kind.GIVEN
            and not flags & kind.COMMON
            and following & kind.SURNAME
            and not following & (kind.COMMON | kind.PLACE)
        ):
            found.append(Segment(place, place + 2, Label.PERSON, 2))
            place += 1
        place += 1
    return found


def _vote(segments: list[Segment], tokens: Tokens, codes: str, kinds: WordKinds) -> list[Proposal]:
    """Give every surface the label that its words and all its surroundings speak for."""
    texts = tokens.texts
    around = Surroundings(tokens, codes, kinds)
    priors: dict[tuple[str, ...], list[float]] = {}
    scores: dict[tuple[str, ...], list[float]] = {}
    counts: dict[tuple[str, ...], int] = defaultdict(int)
    # Names that only ever open a sentence may be words that the lists lack.
    doubtful: dict[tuple[str, ...], bool] = {}
    keys = []
    for segment in segments:
        key = _key(texts[segment.start : segment.end])
        keys.append(key)
        if segment.label is Label.NORP:
            continue
        counts[key] += 1
        if len(key) == 1 and tokens.opens[segment.start] and not kinds[key[0]] & _LISTED:
            doubtful.setdefault(key, True)
        else:
            doubtful[key] = False
        if key not in priors:
            priors[key] = around.prior(segment)
            scores[key] = [0.0, 0.0, 0.0]
        around.add(segment, scores[key])
    for key, prior in priors.items():
        if doubtful[key]:
            prior = [weight - 0.8 for weight in prior]
        # Evidence from many places counts, but not as much as if each were independent.
        many = counts[key] ** 0.5
        scores[key] = [a + b / many for a, b in zip(prior, scores[key], strict=True)]
    _lend(scores, kinds)
    proposals = []
    for segment, key in zip(segments, keys, strict=True):
        if segment.label is Label.NORP:
            proposals.append(Proposal(segment.start, segment.end, Label.NORP, -1, segment.weight))
            continue
        row = scores[key]
        best = max(row)
        if best >= _ENOUGH:
            label = LABELS[row.index(best)]
            role = segment.role if label is Label.PERSON else -1
            proposals.append(Proposal(segment.start, segment.end, label, role, best))
    return proposals


def _key(words: list[str]) -> tuple[str, ...]:
    """The words of a name, SHOUTED ones as they are usually written."""
    return tuple([w.title() if len(w) > 4 and w.isupper() and w.isalpha() else w for w in words])


def _lend(scores: dict[tuple[str, ...], list[float]], kinds: WordKinds) -> None:
    """Let full names speak for their short forms: surnames, first words of organisations."""
    for key in list(scores):
        if len(key) < 2:
            continue
        row = scores[key]
        best = max(row)
        if best < _ENOUGH:
            continue
        if row[0] == best and key[-1] not in titles.TRAILERS:
            short = [key[-1:], key[:1]]
            for k in range(1, len(key) - 1):
                if key[k][0].islower() or key[k + 1] == "-":
                    short.append(key[k:])
                    break
            for part in short:
                if part in scores and len(part) < len(key):
                    scores[part][0] += 3
        elif row[1] == best:
            part = key[:1]
            flags = kinds[part[0]]
            if part in scores and not flags & _NOT_LENT:
                scores[part][1] += 2
