"""Making, changing and merging the tags of a library."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

from tui.annotations.codebook import clean_name
from tui.annotations.files import read_file
from tui.annotations.history import AnnotationEdit
from tui.annotations.model import Tag, TagChange, new_id, now
from tui.annotations.phrases import tag_phrase
from tui.annotations.records import NewerFormatError
from tui.documents.text import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.annotations.codebook import Codebook
    from tui.annotations.model import Annotation
    from tui.annotations.records import Records
    from tui.annotations.shelf import Shelf
    from tui.annotations.undoing import Undoing


class Tagging:
    """What an annotator does to the codebook.

    Args:
        shelf: The files.
        undoing: Records and saves what is done.
    """

    def __init__(self, shelf: Shelf, undoing: Undoing) -> None:
        self._shelf = shelf
        self._undoing = undoing

    @property
    def codebook(self) -> Codebook:
        """The tags, as they are on disk and in memory."""
        self._shelf.refresh(self._shelf.codebook)
        return self._shelf.tags.value

    def recent(self) -> tuple[Tag, ...]:
        """The tags used last."""
        codebook = self.codebook
        self._shelf.refresh(self._shelf.progress)
        found = (codebook.by_id(tag_id) for tag_id in self._shelf.progress_codec.recent)
        return tuple(tag for tag in found if tag is not None)

    def new(self, name: str, colour: str | None, description: str) -> Tag:
        """Make a tag, or return the one that has the name; see `Store.new_tag`."""
        codebook = self.codebook
        name = clean_name(name)
        same = codebook.by_name(name)
        if same is not None:
            return self.change(same.id, retired=False) if same.retired else same
        with self._shelf.held():
            codebook = self.codebook
            same = codebook.by_name(name)
            if same is not None:  # somebody has made it this moment
                return same
            moment = now()
            colour = clean_line(colour or "") or codebook.next_colour()
            tag = Tag(new_id(), name, colour, clean(description), moment, moment)
            return self._replace(codebook.with_tag(tag), tag.id)

    def change(self, tag_id: str, **change: Unpack[TagChange]) -> Tag:
        """Change what is given of a tag; see `Store.change_tag`."""
        codebook = self.codebook
        before = codebook.by_id(tag_id)
        if before is None:
            raise KeyError(tag_id)
        name = clean_name(change.get("name", before.name))
        # A name that told of the tag above it, and does so no more, leaves it.
        top = "/" in before.name and "/" not in name
        after = replace(
            before,
            name=name,
            parent=None if top else before.parent,
            colour=clean_line(change.get("colour", before.colour)),
            description=clean(change.get("description", before.description)),
            key=clean_line(change.get("key", before.key)),
            memo=clean(change.get("memo", before.memo)).strip(),
            retired=change.get("retired", before.retired),
        )
        if after == before:
            return before
        after = replace(after, modified=now(before.modified))
        return self._replace(codebook.with_tag(after), tag_id)

    def merge(self, source_id: str, target_id: str) -> Tag:
        """Let one tag take the place of another; see `Store.merge_tags`."""
        with self._shelf.held():
            codebook = self.codebook
            source, target = codebook.by_id(source_id), codebook.by_id(target_id)
            if source is None or target is None:
                raise KeyError(source_id if source is None else target_id)
            if source_id == target_id:
                raise ValueError("A tag cannot be merged with itself.")
            pages = list(self._pages_with(source))
            newer = [page for page in pages if page.newer]
            if newer or self._shelf.codebook.newer:
                name = (newer[0] if newer else self._shelf.codebook).path.name
                raise NewerFormatError(
                    f"‘{name}’ was written by a later version of newsreader and is only read; "
                    "update newsreader to change it."
                )
            annotations = [
                edit for page in pages for edit in self._retagged(page, source_id, target_id)
            ]
            tags = self._shelf.tags.replace(self._merged(codebook, source, target))
            self._undoing.record(
                f"merging of tag ‘{source.name}’ with ‘{target.name}’", *tags, *annotations
            )
            return next(tag for tag in self._shelf.tags.value if tag.id == target_id)

    def _merged(self, codebook: Codebook, source: Tag, target: Tag) -> Codebook:
        """The codebook after a merge; the tags below the one that goes follow, where they can."""
        if self._others_use(source):
            if not source.retired:
                after = replace(source, retired=True, modified=now(source.modified))
                codebook = codebook.with_tag(after)
        else:
            codebook = codebook.without(source.id)
        above = source.name + "/"
        for tag in codebook.tags:
            below = tag.name.startswith(above) and tag.id != target.id
            if below and not target.name.startswith(tag.name + "/"):
                name = f"{target.name}/{tag.name[len(above) :]}"
                present = codebook.by_id(tag.id)
                if present is not None and codebook.by_name(name) is None:
                    # those below this one are renamed by their own names
                    after = replace(present, name=name, modified=now(present.modified))
                    codebook = codebook.with_tag(after)
        orphans = [tag for tag in codebook if tag.parent == source.id]
        for tag in orphans if source.id not in codebook else ():
            after = replace(tag, parent=source.parent, modified=now(tag.modified))
            codebook = codebook.with_tag(after)
        return codebook

    def _pages_with(self, tag: Tag) -> Iterator[Records[Annotation]]:
        """The annotator's pages that have a tag, as they are on disk and in memory."""
        for page in self._shelf.pages(_mentions(tag)):
            if any(tag.id in annotation.tags for annotation in page):
                yield page

    def _retagged(
        self, page: Records[Annotation], source_id: str, target_id: str
    ) -> list[AnnotationEdit]:
        edits = []
        document_id = self._shelf.document_of(page)
        for before in [each for each in page if source_id in each.tags]:
            tags = (target_id if tag == source_id else tag for tag in before.tags)
            after = replace(before, tags=tuple(dict.fromkeys(tags)), modified=now(before.modified))
            page.put(after)
            edits.append(AnnotationEdit(document_id, before, after))
        return edits

    def _others_use(self, tag: Tag) -> bool:
        """Whether another annotator has used a tag; it counts as used where that is not known."""
        mentions = _mentions(tag)
        for path in self._shelf.layout.pages_of_others():
            try:
                content = read_file(path)
            except OSError:
                return True
            if content is not None and mentions(content[0]):
                return True
        return False

    def _replace(self, codebook: Codebook, tag_id: str) -> Tag:
        """Save a codebook in which one tag is new or changed; return that tag."""
        edits = self._shelf.tags.replace(codebook)
        first = sorted(edits, key=lambda edit: edit.after is None or edit.after.id != tag_id)
        self._undoing.record(tag_phrase(first), *first)
        return next(tag for tag in self._shelf.tags.value if tag.id == tag_id)


def _mentions(tag: Tag) -> Callable[[bytes], bool]:
    """Tells whether the content of a page may be about a tag: by its id, or its name only."""
    words = {
        json.dumps(name, ensure_ascii=plain)[1:-1].encode("utf-8", "replace")
        for name in (tag.id, tag.name)
        for plain in (True, False)
    }
    return lambda content: any(word in content for word in words)
