"""Actions as entries of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.annotations.codecs import TagCodec
from tui.annotations.history import Action, AnnotationEdit, TagEdit
from tui.annotations.w3c import from_item, to_item

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.annotations.history import Edit
    from tui.annotations.model import Annotation, Tag

_TAGS = TagCodec()


def encode(
    action: Action, tag_name: Callable[[str], str], document_name: Callable[[str], str]
) -> dict[str, object]:
    """The entry of an action that was done.

    Args:
        action: What was done.
        tag_name: Gives the name of a tag by its id.
        document_name: Gives the path in the library of a document by its id.
    """

    def item(edit: AnnotationEdit, annotation: Annotation | None) -> object:
        return annotation and to_item(annotation, edit.document_id, tag_name)

    def tag(value: Tag | None) -> object:
        return value and _TAGS.encode(value)

    edits = []
    for edit in action.edits:
        if isinstance(edit, TagEdit):
            edits.append({"before": tag(edit.before), "after": tag(edit.after)})
        else:
            edits.append(
                {
                    "document": edit.document_id,
                    "name": document_name(edit.document_id),
                    "before": item(edit, edit.before),
                    "after": item(edit, edit.after),
                }
            )
    return {"do": action.id, "what": action.what, "edits": edits}


def plain_tag(said: object, name: str) -> str:
    """The id of a tag as an entry has it."""
    return said if isinstance(said, str) else name


def decode(
    entry: dict[str, Any],
    document: Callable[[str, str], str],
    tag_id: Callable[[object, str], str] = plain_tag,
) -> Action:
    """The action of an entry.

    Args:
        entry: What `encode` gave.
        document: Gives the present id of a document by the id and the name it had.
        tag_id: Gives the id of a tag by what an annotation says: its id or None, and its name.

    Raises:
        ValueError: When it is none.
    """
    try:
        edits = tuple(_edit(members, document, tag_id) for members in entry["edits"])
        return Action(str(entry["what"]), edits, str(entry["do"]))
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError("no action") from error


def _edit(
    members: dict[str, Any],
    document: Callable[[str, str], str],
    tag_id: Callable[[object, str], str],
) -> Edit:
    before, after = members["before"], members["after"]
    if "document" not in members:
        return TagEdit(before and _TAGS.decode(before), after and _TAGS.decode(after))
    return AnnotationEdit(
        document(str(members["document"]), str(members["name"])),
        before and from_item(before, tag_id),
        after and from_item(after, tag_id),
    )
