"""Every note in a library."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.documents.document import Span
from tui.documents.text import clean_line
from tui.search.concordance import Place, matching_names

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from tui.annotations.model import Annotation


class Note(NamedTuple):
    """A note somebody wrote.

    Attributes:
        note: The note; it may have several lines.
        passage: The annotated words, in one line.
        tags: Names of the tags beside it.
        creator: Who wrote it.
        modified: When it was last changed; in UTC.
        place: Where it is.
    """

    note: str
    passage: str
    tags: tuple[str, ...]
    creator: str
    modified: dt.datetime
    place: Place


class Notes:
    """Every note.

    Args:
        names: Names of tags by their ids.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._notes: list[Note] = []

    def add(self, number: int, annotations: Iterable[Annotation]) -> None:
        """Take the notes of a document; the arguments are those of `Tags.add`."""
        for annotation in annotations:
            if not annotation.note.strip():
                continue
            inside = annotation.start < annotation.end
            span = Span(annotation.start, annotation.end) if inside else None
            self._notes.append(
                Note(
                    annotation.note,
                    clean_line(annotation.exact),
                    tuple(self._names[tag] for tag in annotation.tags if tag in self._names),
                    annotation.creator,
                    annotation.modified,
                    Place(number, span),
                )
            )

    def rows(self, matching: str = "", *, latest: bool = False) -> list[Note]:
        """The notes.

        Args:
            matching: Only those with these words in the note, the passage, a tag or the name of
                who wrote it.
            latest: The last changed first, not by place.
        """
        wanted = matching_names(matching)
        notes = [
            note
            for note in self._notes
            if any(map(wanted, (note.note, note.passage, *note.tags, note.creator)))
        ]
        if latest:
            return sorted(notes, key=lambda note: note.modified, reverse=True)
        return sorted(notes, key=lambda note: (note.place.number, note.place.span or (-1, -1)))
