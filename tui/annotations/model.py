"""What a person adds: annotations on passages and the tags they carry."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.analysis.decisions import Decision

PALETTE = ("blue", "orange", "green", "purple", "teal", "red", "olive", "pink", "brown", "grey")
"""Names of the colours of tags, in the order they are given out."""

NAMESPACE = uuid.UUID("5b0c2f4e-3a55-5d0b-9a3f-6d1f0f8c7e21")
"""Namespace of the identifiers that are derived from names."""


class Placement(StrEnum):
    """How an annotation was found in the present text.

    `exact`: where it was; `moved`: the same words elsewhere; `fuzzy`: words that have changed;
    `orphaned`: not found.
    """

    EXACT = "exact"
    MOVED = "moved"
    FUZZY = "fuzzy"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A passage somebody marked, with the tags and the note given to it.

    Attributes:
        id: `urn:uuid:` URI.
        start: First code point in the present text.
        end: One past the last code point; equal to `start` where it is orphaned.
        exact: The annotated words, as they were when the annotation was last saved.
        prefix: Up to 32 code points before them.
        suffix: Up to 32 code points after them.
        tags: Ids of the tags, in the order given.
        note: What the person wrote, or an empty string.
        creator: Name of the annotator.
        created: When it was made; in UTC.
        modified: When it was last changed; in UTC.
        text_digest: SHA-256 (hexadecimal) of the text it was last saved with.
        extra: Members of its JSON that other programs wrote; kept and written back.
        placement: How it was found in the present text.
        decision: What the person decided about an entity or a quote the passage is, or is not; an
            annotation that is a decision has no tags and no note.
    """

    id: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    tags: tuple[str, ...]
    note: str
    creator: str
    created: dt.datetime
    modified: dt.datetime
    text_digest: str = ""
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
    placement: Placement = Placement.EXACT
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A code of the codebook.

    Attributes:
        id: `urn:uuid:` URI; it stays when the tag is renamed.
        name: One line; `/` parts the levels of a hierarchy (`framing/conflict`).
        colour: A name in `PALETTE`, or `#rrggbb`; another program may have written anything.
        description: When to use it, or an empty string.
        created: When it was made; in UTC.
        modified: When it was last changed; in UTC.
        key: The key that gives it, or an empty string.
        memo: What people think about it while they code, or an empty string.
        parent: Id of the tag above it in the hierarchy, if there is one.
        retired: No longer offered; annotations keep it.
        extra: Members of its JSON that other programs wrote; kept and written back.
    """

    id: str
    name: str
    colour: str
    description: str
    created: dt.datetime
    modified: dt.datetime
    key: str = ""
    parent: str | None = None
    retired: bool = False
    memo: str = ""
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


class TagChange(TypedDict, total=False):
    """What can be changed of a tag; see `Tag`."""

    name: str
    colour: str
    description: str
    key: str
    memo: str
    retired: bool


def new_id() -> str:
    """A new `urn:uuid:` URI."""
    return uuid.uuid4().urn


def derived_id(*names: str) -> str:
    """The `urn:uuid:` URI that stands for these names, the same everywhere."""
    return uuid.uuid5(NAMESPACE, "\x1f".join(names)).urn


def now(after: dt.datetime | None = None) -> dt.datetime:
    """The present moment in UTC, and always later than `after`, however the clock is set."""
    moment = dt.datetime.now(dt.UTC)
    if after is not None and moment <= after:
        return after + dt.timedelta(microseconds=1)
    return moment
