"""Somebody or something that may be meant, and what a common noun may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis import wordclasses as wc

if TYPE_CHECKING:
    from tui.documents.document import Span

_COMPANIES = wc.word_set(
    "company maker giant firm group airline carmaker manufacturer retailer supermarket business "
    "start-up startup developer operator supplier brewer insurer lender utility chain chipmaker "
    "drugmaker automaker steelmaker producer exporter organisation organization"
)
_NO_COMPANY = wc.word_set(
    "union ministry police university court council party institute government committee "
    "commission agency department parliament senate congress army navy nations fund association "
    "federation school college church office bureau authority house team league museum"
)
_PAPERS = wc.word_set("newspaper paper magazine broadcaster website site daily weekly")
_PAPER_NAMES = wc.word_set(
    "times post courier herald news daily tribune gazette telegraph guardian journal star mail "
    "mirror press examiner chronicle observer record standard sun express independent dispatch "
    "bulletin weekly globe monitor echo radio television tv magazine review"
)
_BODY_HEADS = wc.word_set(
    "union ministry university court council party institute government committee commission "
    "agency department parliament senate congress army navy fund association federation school "
    "college church office bureau authority team league museum bank club chamber foundation "
    "charity hospital police network society board panel trust group"
)
PRONOUN_KINDS = {"he": "person", "she": "person", "he or she": "person", "it": "body"}
"""What a pronoun may stand for."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something that may be meant.

    Attributes:
        name: Its fullest name, or the words for it.
        kind: `person`, `body` or `group` (several people).
        gender: `f`, `m` or empty.
        span: Where it was last named.
    """

    name: str
    kind: str
    gender: str
    span: Span


class Resolution(NamedTuple):
    """Who a speaker phrase means, and how that was found."""

    referent: Referent
    how: str


def is_named(referent: Referent) -> bool:
    """Whether a name is known, and not only words such as "One resident"."""
    words = referent.name.split()
    return words[-1][:1].isupper() if words else False


def pronoun_gender(low: str) -> str:
    """`f`, `m`, or an empty string for a pronoun."""
    return {"he": "m", "she": "f"}.get(low, "")


def holds_body(name: str) -> bool:
    """Whether a name holds a word for a body ("Bank", "Times")."""
    return bool(set(name.lower().split()) & (_NO_COMPANY | _BODY_HEADS | _PAPER_NAMES))


def stands_for(head: str, name: str) -> bool:
    """Whether "the company", "the union" may stand for an organisation of this name."""
    words = set(name.lower().split())
    if head in _COMPANIES and not words & _NO_COMPANY:
        return True
    if head in _PAPERS and words & _PAPER_NAMES:
        return True
    return head in _BODY_HEADS and head in words
