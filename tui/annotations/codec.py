"""What it takes to keep records of one kind in a file."""

from __future__ import annotations

from typing import Protocol

from tui.annotations.merging import T

VERSION = 1
VERSION_MEMBER = "newsreader:version"


class Codec(Protocol[T]):
    """How records of one kind stand in their file."""

    list_name: str
    """The member of the file that holds the records."""

    joins: bool
    """A record that stands twice is what a merge of branches left, and no damage."""

    def header(self) -> dict[str, object]:
        """The members beside the list."""
        ...

    def read_header(self, header: dict[str, object]) -> None:
        """Take what is needed from the members of a file beside the list."""
        ...

    def decode(self, item: object) -> T | None:
        """The value of a record; None for one to keep as it is. ValueError for a wrong one."""
        ...

    def encode(self, value: T) -> object:
        """The record of a value."""
        ...

    def place(self, value: T) -> tuple[int, str]:
        """What the records are sorted by; with 0 for all, new ones stand at the end."""
        ...

    def describe(self, value: T) -> str:
        """What to call the record in a sentence for people."""
        ...
