"""The codebook on disk, and the tags that only annotations tell of."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tui.annotations.codebook import Codebook, clean_name
from tui.annotations.history import TagEdit
from tui.annotations.model import Tag, derived_id

if TYPE_CHECKING:
    from tui.annotations.records import Records

_UNKNOWN = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class KeptCodebook:
    """The codebook as a value, kept in a file.

    Tags that annotations have and the file lacks (it was lost, or another program made the
    annotation) are found again from the annotations; they are written when they are used.

    Args:
        records: The file.
    """

    def __init__(self, records: Records[Tag]) -> None:
        self._records = records
        self._found: dict[str, Tag] = {}
        self._names: dict[str, str] = {}
        self._value = Codebook()
        self._revision = (-1, 0, 0)

    @property
    def value(self) -> Codebook:
        """The codebook as it is in memory."""
        revision = (self._records.epoch, len(self._records.log), len(self._found))
        if revision != self._revision:
            found = (tag for tag in self._found.values() if self._records.get(tag.id) is None)
            self._value = Codebook([*self._records, *found])
            self._revision = revision
            self._names |= {tag.id: tag.name for tag in self._value}
        return self._value

    def name(self, tag_id: str) -> str:
        """The name of a tag, also of one that is in the codebook no more."""
        tag = self.value.by_id(tag_id)
        return tag.name if tag else self._names.get(tag_id, tag_id)

    def identify(self, said: object, name: str) -> str:
        """The id of the tag an annotation speaks of; one that is unknown is taken up.

        Args:
            said: The id, if the annotation has one.
            name: The tag's name.
        """
        if isinstance(said, str) and said in self.value:
            return said
        self._refresh()
        if isinstance(said, str) and said:
            if said not in self.value:
                self._take_up(said, name)
            return said
        namesake = self.value.by_name(name)
        if namesake is not None:
            return namesake.id
        tag_id = derived_id("tag", name.casefold())
        self._take_up(tag_id, name)
        return tag_id

    def _refresh(self) -> None:
        try:
            self._records.refresh()
        except OSError:
            return  # said when the codebook itself is asked for

    def _take_up(self, tag_id: str, name: str) -> None:
        try:
            cleaned = clean_name(name)
        except ValueError:
            cleaned = "tag"
        colour = self.value.next_colour()
        self._found[tag_id] = Tag(tag_id, cleaned, colour, "", _UNKNOWN, _UNKNOWN)

    def keep(self, tag_ids: tuple[str, ...]) -> None:
        """Write these tags to the file, where they are not in it."""
        for tag_id in tag_ids:
            tag = self._found.get(tag_id)
            if tag is not None and self._records.get(tag_id) is None and not self._records.newer:
                self._records.put(tag)

    def replace(self, codebook: Codebook) -> tuple[TagEdit, ...]:
        """Make this the codebook; return what has changed.

        Raises:
            NewerFormatError: When the file must not be changed.
        """
        before = self.value
        ids = dict.fromkeys(tag.id for tag in (*before, *codebook))
        pairs = ((before.by_id(tag_id), codebook.by_id(tag_id)) for tag_id in ids)
        edits = tuple(TagEdit(old, new) for old, new in pairs if old != new)
        for edit in edits:
            self.apply(edit)
        return edits

    def apply(self, edit: TagEdit) -> None:
        """Put the value after the edit in the place of the one before.

        Raises:
            NewerFormatError: When the file must not be changed.
        """
        if edit.after is not None:
            self._records.put(edit.after)
        elif edit.before is not None:
            self._names[edit.before.id] = edit.before.name
            if self._records.get(edit.before.id) is not None:
                self._records.drop(edit.before.id)
            if self._found.pop(edit.before.id, None) is not None:
                self._revision = (-1, 0, 0)
