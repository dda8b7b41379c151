"""Finding names again that one sentence made certain and another left in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import bodies, lexicon, titles
from tui.analysis.model import Label
from tui.analysis.names import Proposal
from tui.analysis.naming import is_acronym
from tui.analysis.valuewords import is_of_calendar
from tui.analysis.wordkinds import (
    COMMON,
    GIVEN,
    NORP,
    NOT_NAME,
    ORG_HEAD,
    PLACE,
    SURNAME,
    TITLE,
    TOWN,
    kinds_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.tokens import Tokens

_LONGEST = 8
_NOT_LENT = PLACE | TOWN | COMMON | GIVEN | NORP | TITLE | ORG_HEAD | SURNAME
_POSSESSIVES = frozenset(("'s", "’s"))
_NAMED = (Label.PERSON, Label.ORG, Label.LOC)


def recover(
    tokens: Tokens, found: list[Proposal], taken: bytearray, check: Callable[[], None]
) -> list[Proposal]:
    """Return `found` with the places added where the same names stand unmarked.

    Names of several words, surnames of people named in full, unusual first words of organisations,
    the place of the dateline and acronyms, in the same capitals;
    never one word out of a longer run of capitals, except in headings, where every word may have
    one. An acronym in brackets takes the label of the long form before it.

    Args:
        tokens: Of the whole document.
        found: Names proposed, in order.
        taken: 1 for tokens of dates, sums and the like.
        check: Called now and then; raises when the work is no longer wanted.
    """
    texts = tokens.texts
    size = len(texts)
    covered = bytearray(taken)
    for one in found:
        covered[one.start : one.end] = b"\x01" * (one.end - one.start)
    known: dict[str, list[tuple[tuple[str, ...], Label]]] = {}
    seen: set[tuple[str, ...]] = set()
    extra = _acronyms(tokens, found, covered)

    def learn(key: tuple[str, ...], label: Label) -> None:
        if key in seen or len(key) > _LONGEST:
            return
        seen.add(key)
        if len(key) == 1 and (
            len(key[0]) < 2 or (kinds_of(key[0]) & NOT_NAME and not key[0].isupper())
        ):
            return
        known.setdefault(key[0], []).append((key, label))

    for one in extra:
        learn((texts[one.start],), one.label)
    for one in found:
        if one.label in _NAMED and (one.end - one.start > 1 or one.start == tokens.dateline):
            learn(tuple(texts[one.start : one.end]), one.label)
    for one in found:
        if one.label is Label.ORG and one.end - one.start > 1:
            first = texts[one.start]
            if not kinds_of(first) & _NOT_LENT and not is_of_calendar(first):
                learn((first,), Label.ORG)
    for one in found:
        if one.label is Label.PERSON and one.end - one.start > 1:
            last = one.end - 1
            if texts[last] not in titles.TRAILERS and texts[last - 1] != "-":
                learn((texts[last],), Label.PERSON)
    for keys in known.values():
        keys.sort(key=lambda pair: -len(pair[0]))

    for place in range(size):
        if place % 4096 == 0:
            check()
        if covered[place]:
            continue
        for key, label in known.get(texts[place], ())[:16]:
            end = place + len(key)
            if tuple(texts[place:end]) == key and not any(covered[place:end]):
                if len(key) == 1 and not _apart(tokens, place, covered):
                    continue
                extra.append(Proposal(place, end, label))
                covered[place:end] = b"\x01" * len(key)
                break
    if not extra:
        return found
    return sorted([*found, *extra])


def _apart(tokens: Tokens, place: int, covered: bytearray) -> bool:
    texts = tokens.texts
    if kinds_of(texts[place]) & COMMON and not texts[place].isupper():
        # A common word is a name again only where nothing else explains its capital.
        after = texts[place + 1] if place + 1 < len(texts) else ""
        if tokens.titled[place] or (
            tokens.opens[place] and after not in lexicon.SPEECH_VERBS and after not in _POSSESSIVES
        ):
            return False
    if tokens.titled[place]:
        return True
    for near in (place - 1, place + 1):
        if 0 <= near < len(texts) and texts[near][0].isupper() and not covered[near]:
            first = min(near, place)
            if not tokens.opens[first]:
                return False
    return True


def _acronyms(tokens: Tokens, found: list[Proposal], covered: bytearray) -> list[Proposal]:
    texts = tokens.texts
    extra = []
    for one in found:
        end = one.end
        if end < len(texts) and texts[end] in bodies.ORG_NOUNS:
            end += 1
        if (
            one.label in (Label.ORG, Label.LOC)
            and one.end - one.start > 1
            and end + 2 < len(texts)
            and texts[end] == "("
            and texts[end + 2] == ")"
            and not covered[end + 1]
            and is_acronym(texts[end + 1], texts[one.start : one.end])
        ):
            extra.append(Proposal(end + 1, end + 2, one.label))
            covered[end + 1] = 1
    return extra
