"""What was done, in words that end the sentence “Undid …”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.annotations.assessing import in_words
from tui.annotations.codecs import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tui.annotations.history import TagEdit
    from tui.annotations.model import Annotation


def annotation_phrase(
    before: Annotation | None, after: Annotation | None, tag_name: Callable[[str], str]
) -> str:
    """What was done to an annotation."""
    annotation = after or before
    words = quoted(annotation.exact if annotation else "")
    return f"{_annotation_deed(before, after, tag_name)} on {words}"


def _annotation_deed(
    before: Annotation | None, after: Annotation | None, tag_name: Callable[[str], str]
) -> str:
    decision = after.decision if after else before.decision if before else None
    if decision is not None:
        deed = "removal of the decision" if after is None else "decision"
        return f"{deed} ‘{in_words(decision)}’"
    if after is None:
        return "deletion of the annotation"
    had = before.tags if before else ()
    given = [tag for tag in after.tags if tag not in had]
    taken = [tag for tag in had if tag not in after.tags]
    if given and taken:
        return f"change of {_tags(taken, tag_name)} to {_tags(given, tag_name)}"
    if given:
        return _tags(given, tag_name)
    if taken:
        return f"removal of {_tags(taken, tag_name)}"
    if after.note != (before.note if before else ""):
        return "note"
    return "highlight" if before is None else "change of the annotation"


def _tags(tags: Iterable[str], tag_name: Callable[[str], str]) -> str:
    names = [f"‘{tag_name(tag)}’" for tag in tags]
    if len(names) == 1:
        return f"tag {names[0]}"
    return f"tags {', '.join(names[:-1])} and {names[-1]}"


def tag_phrase(edits: Sequence[TagEdit]) -> str:
    """What was done to the codebook; the first edit is the one that was asked for."""
    before, after = edits[0].before, edits[0].after
    if before is None or after is None:
        tag = after or before
        return f"new tag ‘{tag.name}’" if tag else "change of the codebook"
    if before.name != after.name:
        return f"renaming of tag ‘{before.name}’ to ‘{after.name}’"
    return f"change of tag ‘{after.name}’"
