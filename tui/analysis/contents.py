"""Token ranges of content that stands before, after or on both sides of its cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import speakernouns as nouns
from tui.analysis import wordclasses as wc
from tui.analysis.contentends import content_end
from tui.analysis.phrases import is_cue, is_verbal, read_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.cues import Cue
    from tui.analysis.taggedtokens import Token

_REACH = 200  # tokens of content looked at for a verb, for quotations or for a semicolon
_ENDS = frozenset(".,?!…")


def left_content(tokens: Sequence[Token], floor: int, stop: int) -> tuple[int, int] | None:
    """What stands before a subject and is set off from it by a comma or a mark."""
    if stop - 1 < floor:
        return None
    last = tokens[stop - 1]
    if last.tag == "Q":
        return floor, stop
    if last.tag in ",-" and stop - 1 > floor:
        return floor, stop - 1
    return None


def resumes(
    tokens: Sequence[Token], place: int, end: int, *, apposition: bool = False
) -> tuple[int, int] | None:
    """The rest of a clause interrupted by its cue, after a comma.

    With `apposition`, what stands between two commas after the source is passed over.
    """
    if apposition and place + 1 < end and tokens[place + 1].low in ("a", "an", "the"):
        for k in range(place + 2, min(end, place + 20)):
            if tokens[k].tag == ",":
                place = k
                break
    elif place + 1 < end and tokens[place].tag == "," and tokens[place + 1].tag == "N":
        closing = place + 1
        while closing < end and tokens[closing].tag == "N":
            closing += 1
        if closing + 1 < end and tokens[closing].tag == "," and is_verbal(tokens[closing + 1]):
            place = closing
    limit = min(end, place + 14)
    while place < limit and tokens[place].tag != ",":
        place += 1
    if place >= limit or place + 2 >= end:
        return None
    first = tokens[place + 1]
    if (
        first.tag == "C"
        or _another_source(tokens, place + 1, end)
        or (is_cue(first) and first.low.endswith("ing"))
    ):
        return None
    stop = end
    while stop > place and tokens[stop - 1].tag == ".":
        stop -= 1
    for k in range(place + 1, min(stop, place + _REACH)):
        if tokens[k].tag == ";":
            stop = k
            break
    return (place + 1, stop) if stop > place + 1 else None


def _another_source(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether only a second source follows: "he said in a note, the agency reported"."""
    phrase = read_phrase(tokens, place, end)
    return phrase is not None and phrase.end < end and is_cue(tokens[phrase.end])


def complete(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether tokens hold a finite verb with something before it, or a quotation."""
    for k in range(start, min(stop, start + _REACH)):
        if tokens[k].tag == "Q" and tokens[k].end - tokens[k].start > 3:
            return True
        if k > start and is_verbal(tokens[k]) and tokens[k - 1].tag not in "DOIG":
            before = tokens[k - 1]
            noun = tokens[k].low in wc.PRESENT_BASE and before.tag in "WN"
            if not noun or before.low.endswith("s") or before.low in nouns.PLURALS:
                return True
    return False


def trim(tokens: Sequence[Token], start: int, stop: int) -> tuple[int, int]:
    """A range without the punctuation it starts with."""
    while start < stop and tokens[start].tag in ",;:.-B":
        start += 1
    return start, stop


def winds_up(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether nothing but adverbials follows, to the next comma or the end."""
    for k in range(place, min(end, place + 25)):
        if tokens[k].tag in ",;-:":
            return True
        if is_verbal(tokens[k]) or tokens[k].tag in "SRHP":
            return False
    return True


def only_quotes(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether nothing but quotations and small words stand in a range."""
    quotes = 0
    for k in range(start, stop):
        tag = tokens[k].tag
        if tag == "Q":
            quotes += 1
        elif tag not in "C,.-:J;B":
            return False
    return quotes > 0


def quotes_in(tokens: Sequence[Token], start: int, stop: int) -> list[tuple[int, int]]:
    """The quotations in a range, each as a range."""
    return [(k, k + 1) for k in range(start, stop) if tokens[k].tag == "Q"]


def quote_pieces(tokens: Sequence[Token], place: int, end: int, cue: Cue) -> list[tuple[int, int]]:
    """The content that begins with a quotation after its cue."""
    stop = place + 1
    if stop >= end:
        return [(place, stop)]
    following = tokens[stop]
    if following.tag == "." or _has_own_stop(tokens[place]):
        return _quote_run(tokens, place, end)
    if following.tag == "C" and stop + 1 < end and _goes_on(tokens[stop + 1]):
        return [(place, stop)]
    if following.tag == ",":
        joined = stop + 2 < end and tokens[stop + 1].tag == "C"
        if not joined or tokens[stop + 2].tag != "H":
            return [(place, stop)]
    return [(place, max(stop, content_end(tokens, place, end, tokens[cue.at])))]


def _goes_on(token: Token) -> bool:
    """Whether a word is the next verb of the one who spoke: 'chanted "no" and burned flags'."""
    past = token.low.endswith("ed") or token.low in wc.IRREGULAR_PASTS
    return token.tag == "W" and past and is_verbal(token)


def _quote_run(tokens: Sequence[Token], place: int, end: int) -> list[tuple[int, int]]:
    """Quotations one right after the other."""
    pieces = [(place, place + 1)]
    k = place + 1
    while k < end and tokens[k].tag == "Q":
        pieces.append((k, k + 1))
        k += 1
    return pieces


def _has_own_stop(token: Token) -> bool:
    """Whether a quotation ends with its own stop or comma."""
    text = token.text
    return len(text) > 1 and text[-2:-1] in _ENDS
