"""What of an annotation or a tag a person has put there; the rest follows from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.annotations.model import Annotation, Tag


def content(annotation: Annotation | None) -> Annotation | None:
    """An annotation without the time of its last change."""
    return annotation and replace(annotation, modified=annotation.created)


def tag_content(tag: Tag | None) -> Tag | None:
    """A tag without what follows from others, and the time of its last change."""
    return tag and replace(tag, modified=tag.created, parent=None)
