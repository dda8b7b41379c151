"""What a list says of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt


class Heading(NamedTuple):
    """What a list says of a document.

    Attributes:
        title: One line of clean text.
        source: Who published it, or an empty string.
        date: Date of publication as the source has it, or an empty string.
        published: The same as a date, where it can be understood.
    """

    title: str
    source: str
    date: str
    published: dt.date | None
