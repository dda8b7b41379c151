"""What widgets tell the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass
class CursorMoved(Message):
    """The text cursor stands elsewhere, or the selection is another one."""

    offset: int


@dataclass
class CannotAct(Message):
    """A key could do nothing; the reason is a sentence for the reader."""

    reason: str


@dataclass
class PassageChosen(Message):
    """The reader has selected a passage at once, and not by moving to its ends."""

    start: int
    end: int


@dataclass
class ModeEntered(Message):
    """The article asks the reader for something; without hint and keys: it does so no more."""

    hint: str
    keys: Sequence[tuple[str, str]] = ()


@dataclass
class DocumentChosen(Message):
    """A document of the list is to be opened."""

    index: int
    read: bool
    """Whether the reader goes on to the article."""


@dataclass
class PlaceChosen(Message):
    """An item of the inspector is to be shown in the article."""

    start: int
    end: int


@dataclass
class RowsDrawn(Message):
    """The list of documents shows other rows; what they say may have to be read first."""

    first: int
    last: int
