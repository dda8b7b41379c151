"""The codebook: the tags of a library, in order."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from tui.annotations.model import PALETTE, Tag, now
from tui.documents.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


DIGITS = "1234567890"
"""The keys that give the first ten tags, in the order of a keyboard."""


def clean_name(name: str) -> str:
    """A tag's name as it is kept: one line, normalised (NFC), without empty levels.

    Raises:
        ValueError: When nothing is left of it.
    """
    line = unicodedata.normalize("NFC", clean_line(name))
    cleaned = "/".join(part for part in (part.strip() for part in line.split("/")) if part)
    if not cleaned:
        raise ValueError("A tag needs a name.")
    return cleaned


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


class Codebook:
    """The tags of a library; a value that never changes.

    Args:
        tags: In order. Ids are distinct. Of names that differ in case only, the first keeps its
            name and the others are numbered.
    """

    def __init__(self, tags: Iterable[Tag] = ()) -> None:
        self.tags: tuple[Tag, ...] = _linked(_distinct(tags))

    def __iter__(self) -> Iterator[Tag]:
        return iter(self.tags)

    def __len__(self) -> int:
        return len(self.tags)

    def __contains__(self, tag_id: object) -> bool:
        return tag_id in self._by_id

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Codebook) and self.tags == other.tags

    def __hash__(self) -> int:
        return hash(self.tags)

    @cached_property
    def _by_id(self) -> dict[str, Tag]:
        return {tag.id: tag for tag in self.tags}

    @cached_property
    def _by_name(self) -> dict[str, Tag]:
        return {_key(tag.name): tag for tag in self.tags}

    def by_id(self, tag_id: str) -> Tag | None:
        """The tag with this id, if there is one."""
        return self._by_id.get(tag_id)

    def by_name(self, name: str) -> Tag | None:
        """The tag with this name, in any case, if there is one."""
        try:
            return self._by_name.get(_key(clean_name(name)))
        except ValueError:
            return None

    @cached_property
    def keys(self) -> dict[str, Tag]:
        """The tags in use by the keys that give them, in order.

        A tag may have a key of its own; the digits that are left, `1` to `9` and `0`, go to the
        first tags without one.
        """
        used = [tag for tag in self.tags if not tag.retired]
        own: dict[str, Tag] = {}
        for tag in used:
            if tag.key:
                own.setdefault(tag.key, tag)
        digits = (digit for digit in DIGITS if digit not in own)
        rest = (tag for tag in used if own.get(tag.key) is not tag)
        given = dict(zip(digits, rest, strict=False)) | own
        order = {tag.id: number for number, tag in enumerate(self.tags)}
        return dict(sorted(given.items(), key=lambda pair: order[pair[1].id]))

    @cached_property
    def key_of(self) -> dict[str, str]:
        """The keys of the tags, by the ids of the tags."""
        return {tag.id: key for key, tag in self.keys.items()}

    def tree(self) -> list[Tag]:
        """The tags, each followed by those below it; retired ones last."""
        below: dict[str | None, list[Tag]] = {}
        for tag in self.tags:
            parent = self.by_id(tag.parent) if tag.parent else None
            loose = parent is None or parent.retired != tag.retired or self._in_circle(tag)
            below.setdefault(None if loose else tag.parent, []).append(tag)
        ordered: list[Tag] = []
        waiting = sorted(below.get(None, []), key=lambda tag: tag.retired)[::-1]
        while waiting:
            tag = waiting.pop()
            ordered.append(tag)
            waiting += reversed(below.get(tag.id, []))
        return ordered

    def level(self, tag: Tag) -> int:
        """How many tags are above a tag."""
        seen = {tag.id}
        while tag.parent and tag.parent not in seen and (above := self.by_id(tag.parent)):
            seen.add(above.id)
            tag = above
        return len(seen) - 1

    def _in_circle(self, tag: Tag) -> bool:
        """Whether a tag is above itself, as a file written by hand may say."""
        seen: set[str] = set()
        above: Tag | None = tag
        while above is not None and above.parent:
            if above.parent == tag.id or above.id in seen:
                return True
            seen.add(above.id)
            above = self.by_id(above.parent)
        return False

    def next_colour(self) -> str:
        """The colour of the palette that the fewest tags in use have; the first of these."""
        used = [tag.colour for tag in self.tags if not tag.retired]
        return min(PALETTE, key=used.count)

    def with_tag(self, tag: Tag) -> Codebook:
        """A codebook with this tag: in place of the one with its id, or at the end.

        Where its name changes, the tags below it follow (`framing/conflict` with `framing`).

        Raises:
            ValueError: When another tag has its name.
        """
        namesake = self.by_name(tag.name)
        if namesake is not None and namesake.id != tag.id:
            raise ValueError(f"There is a tag ‘{namesake.name}’ already.")
        former = self.by_id(tag.id)
        if former is None:
            return Codebook((*self.tags, tag))
        tags = [tag if other.id == tag.id else other for other in self.tags]
        if former.name != tag.name:
            above = former.name + "/"
            tags = [
                replace(
                    other,
                    name=f"{tag.name}/{other.name[len(above) :]}",
                    modified=now(other.modified),
                )
                if other.id != tag.id and other.name.startswith(above)
                else other
                for other in tags
            ]
        return Codebook(tags)

    def without(self, tag_id: str) -> Codebook:
        """A codebook without the tag that has this id."""
        return Codebook(tag for tag in self.tags if tag.id != tag_id)


def _distinct(tags: Iterable[Tag]) -> list[Tag]:
    """The tags, renamed where an earlier one has the same name."""
    found = list({tag.id: tag for tag in tags}.values())
    names = {_key(tag.name) for tag in found}
    seen: set[str] = set()
    for place, tag in enumerate(found):
        if _key(tag.name) in seen:
            number = 2
            while _key(f"{tag.name} ({number})") in names:
                number += 1
            tag = found[place] = replace(tag, name=f"{tag.name} ({number})")
            names.add(_key(tag.name))
        seen.add(_key(tag.name))
    return found


def _linked(tags: list[Tag]) -> tuple[Tag, ...]:
    """The tags, each with the tag above it that its name tells of."""
    by_name = {_key(tag.name): tag.id for tag in tags}
    linked = []
    for tag in tags:
        above, slash, _ = tag.name.rpartition("/")
        parent = by_name.get(_key(above), tag.parent) if slash else tag.parent
        linked.append(tag if parent == tag.parent else replace(tag, parent=parent))
    return tuple(linked)
