"""Cues: reporting verbs with their auxiliaries, and what stands in their place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis import speakernouns as nouns
from tui.analysis import wordclasses as wc
from tui.analysis.reporting import NOUN_LIKE, PARTICLES, VERBS, Form, Verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_REACH = 8  # tokens a verb group may hold before its verb
_HYPOTHETICAL = wc.word_set("could should might may must shall ought can cannot couldn't")
_FUTURE = wc.word_set("will would 'll 'd")
_UNSAID = wc.word_set(
    "expected likely set due planned plans plan failed unable wants want wanted able hopes "
    "hoped intends needs need refused refuses refuse declined declines unwilling ready "
    "scheduled anything nothing something little"
)
_CERTAIN = wc.AUXILIARIES | wc.word_set(
    "say says said tell told suggest suggested indicate indicated reported television radio media"
)
_BY = wc.word_set("by while before after")
_MAY_PRECEDE = wc.word_set("as many some others both several")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb where it stands, by token numbers.

    Attributes:
        start: First token of its verb group.
        at: The verb itself.
        verb: What the lexicon knows of it.
        passive: Whether it stands in the passive.
        negated: Whether the group holds a negation.
        gerund: Whether it is a gerund or participle with no auxiliary ("adding").
        infinitive: Whether "to" stands before it.
        bare: Whether nothing else is in the group.
        particle: How many tokens after the verb belong to it ("went on", "made it clear").
    """

    start: int
    at: int
    verb: Verb
    passive: bool = False
    negated: bool = False
    gerund: bool = False
    infinitive: bool = False
    bare: bool = True
    particle: int = 0

    @property
    def end(self) -> int:
        """One past the last token, a particle ("went on") among them."""
        return self.at + 1 + self.particle


def read_cue(tokens: Sequence[Token], low: int, at: int) -> Cue | None:
    """Read the verb group that ends at a token.

    Args:
        tokens: Tokens of the paragraph.
        low: First token that may belong to the group.
        at: The token that may be a reporting verb.

    Returns:
        The cue, or None where the word is no reporting verb or nothing is said by it.
    """
    token = tokens[at]
    if token.tag not in "WJ":
        return None
    verb = VERBS.get(token.low)
    if verb is None:
        return None
    particle = _particle(tokens, at)
    if particle is None:
        return None
    start = at
    words: set[str] = set()
    be = False
    infinitive = False
    k = at - 1
    while k >= low and at - k <= _REACH:
        word = tokens[k]
        if word.tag == "A":
            be = be or (word.low in wc.BE and not words & (wc.HAVE | wc.DO))
            words.add(word.low)
            start = k
        elif word.tag == "X":
            words.add("not")
            start = k
        elif word.low == "to" and verb.form & Form.BASE and not words & wc.MODALS:
            infinitive = True
            start = k
        elif word.tag != "J" or word.low in ("today", "yesterday"):
            break
        k -= 1
    if start == at and tokens[at - 1].tag == "J" and at - 1 >= low and not _own_adverb(tokens, at):
        start = at - 1
    before = tokens[start - 1] if start > low else None
    bare = start == at
    if bare and before is not None and before.tag in "DOGI" and not _admits(before, token):
        return None
    if infinitive and before is not None and before.low in _UNSAID:
        return None
    negative = any(word in ("not", "never") or word.endswith("n't") for word in words)
    if words & _HYPOTHETICAL or (words & _FUTURE and not negative):
        return None
    finite = verb.form & (Form.PAST | Form.THIRD | Form.BASE)
    negated = negative
    if verb.form & Form.GERUND:
        return Cue(start, at, verb, negated=negated, gerund=not be, bare=bare, particle=particle)
    by = at + 1 < len(tokens) and tokens[at + 1].low == "by"
    if by and bare and verb.form & Form.PARTICIPLE and verb.lemma not in ("say", "tell"):
        return None  # "a mark observed by many"
    if bare and noun_like(token) and _is_noun(tokens, low, at):
        return None
    if verb.form is Form.BASE and bare and before is not None:
        singular = before.tag == "N" and not before.low.endswith("s") and noun_like(token)
        if before.tag == "C" or singular or not _plural_ends(tokens, low, start - 1):
            return None
    passive = be and bool(verb.form & Form.PARTICIPLE)
    if not finite and not words & wc.AUXILIARIES:
        return None
    return Cue(
        start, at, verb, passive, negated, infinitive=infinitive, bare=bare, particle=particle
    )


def _particle(tokens: Sequence[Token], at: int) -> int | None:
    """How many tokens after a verb belong to it, or None where its particle is missing."""
    wanted = PARTICLES.get(tokens[at].low)
    if wanted is None:
        return 0
    words = [token.low for token in tokens[at + 1 : at + 3]]
    if words[:1] == [wanted]:
        return 1
    return 2 if words == ["it", wanted] and wanted == "clear" else None


def _is_noun(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Whether a word such as "reports" or "state" is a noun here: "news reports say"."""
    if at + 1 < len(tokens) and tokens[at + 1].tag in "WA" and tokens[at + 1].low in _CERTAIN:
        return True
    base = VERBS[tokens[at].low].form is Form.BASE
    if at > low and tokens[at - 1].tag == "," and base:
        return True
    before = tokens[at - 1]
    if at > low and before.tag == "W" and before.low.endswith("ed") and wc.verbal(before.low):
        return True  # "prompted calls", "rejected claims"
    third = bool(VERBS[tokens[at].low].form & Form.THIRD)
    if at + 1 < len(tokens) and tokens[at + 1].tag == "H":
        return False
    return third and at > low and tokens[at - 1].tag == "C"


def _admits(before: Token, verb: Token) -> bool:
    """Whether a determiner or preposition may stand right before a verb: "one said"."""
    if VERBS[verb.low].form & Form.GERUND and before.low in _BY:
        return True
    return before.low in _MAY_PRECEDE or (before.low in wc.ALONE and not noun_like(verb))


def _own_adverb(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].low in ("however", "yesterday", "today", "meanwhile")


def _plural(token: Token) -> bool:
    """Whether a word may be the last of a plural subject ("officials say")."""
    if token.tag in "PR":
        return token.low in ("they", "we", "i", "who", "you")
    if token.tag == "W":
        low = token.low
        return (low.endswith("s") and not low.endswith("ss")) or low in nouns.PLURALS
    return token.tag in "NB#DT,-JQ" or token.low in nouns.PLURALS


def _plural_ends(tokens: Sequence[Token], low: int, last: int) -> bool:
    """Whether a plural subject may end at a token: "officials", "critics of the move"."""
    if _plural(tokens[last]):
        return True
    for k in range(last, max(low, last - _REACH), -1):
        if tokens[k].tag == "I" and _plural(tokens[k - 1]) and tokens[k - 1].tag in "WP":
            return True
        if tokens[k].tag not in "WNDOIGJ#":
            return False
    return False


def noun_like(token: Token) -> bool:
    """Whether a reporting verb form is as often a noun or an adjective."""
    return token.low in NOUN_LIKE
