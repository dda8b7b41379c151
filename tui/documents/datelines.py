"""Datelines: the place, and often the date and the agency, that open a news story."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.documents.document import Span
from tui.documents.wordlists import AGENCIES, OPENERS, PLAIN_LABELS

_LIMIT = 100  # code points a dateline may have
_SEPARATOR = re.compile(r"\s?:\s+|\s*[—―]+\s*|\s+(?:–|-{1,3})\s+|--+\s*")
_AGENCY = re.compile(r"\s*(?:\((?P<brackets>[^()/]{2,50})\)|/(?P<slashes>[^()/]{2,50})/)$")
_AGENCY_ALONE = re.compile(r"\((?P<agency>[^()]{2,50})\)\s*(?:(?:--?|[–—―])\s*)?")
_AGENCY_IN_LEAD = re.compile(r"[^()]{2,60}\([^()]{2,50}\)(?=\s+[^\W\d_a-z])")
_PLACE = re.compile(r"[^\W\d_][\w.'’`-]*(?: [^\W\d_][\w.'’`-]*){0,4}")
_DATE = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?|"
    r"[^\W\d_]{3,9}\.? [0-9]{1,2}|[0-9]{1,2} [^\W\d_]{3,9}\.?|[12][0-9]{3}|"
    r"[^\W\d_]{3,9}\.? [0-9]{1,2} [12][0-9]{3}|[0-9]{1,2} [^\W\d_]{3,9}\.? [12][0-9]{3})",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(("of", "de", "la", "le", "du", "da", "do", "el", "al", "and", "upon"))


class Dateline(NamedTuple):
    """Where a story comes from.

    Attributes:
        span: Place, date and agency, without the mark that parts them from the story.
        source: The agency named in brackets, or an empty string.
    """

    span: Span
    source: str


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Find the dateline at the beginning of a paragraph.

    Examples are `Jerusalem: `, `LONDON (Reuters) - `, `TOKYO, March 4 (Northlight) -- `,
    `WASHINGTON, D.C. – `, `(AFP) — ` and `New Delhi, Oct 16 (IANS) `.

    Args:
        text: Clean text.
        start: First code point of the paragraph.
        end: One past its last code point.

    Returns:
        What was found, or None if the paragraph opens in another way.
    """
    lead = text[start : min(end, start + _LIMIT)]
    if alone := _AGENCY_ALONE.match(lead):
        agency = alone["agency"].strip()
        if agency in AGENCIES and alone.end() < len(lead):
            return Dateline(Span(start, start + lead.index(")") + 1), agency)
        return None
    for separator in _SEPARATOR.finditer(lead):
        head, body = lead[: separator.start()], lead[separator.end() :]
        found = _read(head, separator[0].strip(), body)
        if found is not None:
            return Dateline(Span(start, start + len(head)), found)
    if in_lead := _AGENCY_IN_LEAD.match(lead):
        found = _read(in_lead[0], "", lead[in_lead.end() :].lstrip())
        if found:
            return Dateline(Span(start, start + in_lead.end()), found)
    return None


def _read(head: str, separator: str, body: str) -> str | None:
    """The agency in a dateline (which may be empty), or None if `head` is no dateline."""
    bracket = _AGENCY.search(head)
    agency = (bracket["brackets"] or bracket["slashes"]).strip() if bracket else ""
    if agency and not agency[0].isupper() and agency not in AGENCIES:
        return None
    places = [place.strip() for place in head[: bracket.start() if bracket else None].split(",")]
    dated = False
    while len(places) > 1 and _DATE.fullmatch(places[-1]):
        dated = True
        places.pop()
    if len(places) > 3 or not all(map(_is_place, places)):
        return None
    if not (agency or dated or places[0].isupper()) and len(places[0].split()) > 3:
        return None
    if not separator and not (dated or agency in AGENCIES):
        return None
    opening = body.lstrip("\"'“‘«([")[:1]
    return agency if opening and (agency or not opening.islower()) else None


def _is_place(name: str) -> bool:
    """Whether this is written as the name of a place."""
    words = name.split()
    if not _PLACE.fullmatch(name) or len(name) < 2 or words[0].lower() in PLAIN_LABELS:
        return False
    if words[0] in OPENERS and name not in {"The Hague", "The Valley"}:
        return False
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words)
