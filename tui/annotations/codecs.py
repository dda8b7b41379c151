"""How pages of annotations, the codebook and an annotator's progress stand in their files."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.annotations.codec import VERSION, VERSION_MEMBER
from tui.annotations.model import Annotation, Tag, derived_id
from tui.annotations.w3c import CONTEXT, from_item, from_time, to_item, to_time

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


_QUOTE = b'"type":"TextQuoteSelector"'
_DECISION = b'"newsreader:decision":'
_DOCUMENT = re.compile(rb'"newsreader:document": ?"([^"\\]{1,200})"')
_SOURCE = re.compile(rb'"source": ?"([^"\\]{1,200})"')


def document_of(page: bytes) -> str:
    """Document id of a page, told from its bytes, or the first of them; empty if it is unclear."""
    match = _DOCUMENT.search(page) or _SOURCE.search(page)
    return match[1].decode("utf-8", "replace") if match else ""


def tally(page: bytes) -> tuple[str, int | None]:
    """Document id and number of annotations of a page, told from its lines alone.

    Decisions about entities and quotes are not counted. The number is None where the file does
    not stand as it is written here.
    """
    head, opening, items = page.partition(b'\n"items": [\n')
    count = items.count(_QUOTE)
    # The comma stands before a record or, as others may write it, after one.
    lines = items.count(b'\n,{"id":') + items.count(b'\n{"id":')
    regular = opening and count == lines + items.startswith(b'{"id":')
    count -= items.count(_DECISION)
    return document_of(head) or document_of(items), count if regular else None


def quoted(words: str) -> str:
    """The beginning of a passage in quotation marks, for a sentence."""
    line = " ".join(words[:200].split())
    return f"‘{line}’" if len(line) <= 40 else f"‘{line[:39]}…’"


@dataclass(slots=True)
class PageCodec:
    """One annotator's annotations of one document, as a W3C AnnotationPage.

    Attributes:
        document_id: URI of the document.
        name: Its path in the library.
        annotator: Name of the annotator.
        tag_name: Gives the name of a tag by its id.
        tag_id: Gives the id of a tag by what an item says of it: its id or None, and its name.
    """

    document_id: str
    name: str
    annotator: str
    tag_name: Callable[[str], str]
    tag_id: Callable[[object, str], str]
    list_name: str = "items"
    joins: bool = False

    def header(self) -> dict[str, object]:
        """The members beside the list."""
        return {
            "@context": CONTEXT,
            "id": derived_id("page", self.document_id, self.annotator),
            "type": "AnnotationPage",
            "partOf": {
                "id": derived_id("annotations", self.annotator),
                "type": "AnnotationCollection",
                "label": self.annotator,
            },
            "startIndex": 0,
            VERSION_MEMBER: VERSION,
            "newsreader:document": self.document_id,
            "newsreader:name": self.name,
            "newsreader:annotator": self.annotator,
        }

    def read_header(self, header: dict[str, object]) -> None:
        """Take the document's name, which is not known where only its id is."""
        name = header.get("newsreader:name")
        if not self.name and isinstance(name, str):
            self.name = name

    def decode(self, item: object) -> Annotation | None:
        """An annotation, or None for an item that is not about a passage of text."""
        return from_item(item, self.tag_id)

    def encode(self, value: Annotation) -> object:
        """A Web Annotation."""
        return to_item(value, self.document_id, self.tag_name)

    def place(self, value: Annotation) -> tuple[int, str]:
        """By position in the text, then by id."""
        return (value.start, value.id)

    def describe(self, value: Annotation) -> str:
        """What to call an annotation in a sentence."""
        return f"The annotation on {quoted(value.exact)}"


class TagCodec:
    """The codebook."""

    list_name = "tags"
    joins = True

    def header(self) -> dict[str, object]:
        """The members beside the list."""
        return {VERSION_MEMBER: VERSION}

    def read_header(self, header: dict[str, object]) -> None:
        """Nothing is needed."""

    def decode(self, item: object) -> Tag | None:
        """A tag."""
        members = dict(item) if isinstance(item, dict) else {}
        texts = {
            name: _text(members.pop(name, default))
            for name, default in (
                ("id", None),
                ("name", None),
                ("colour", "grey"),
                ("description", ""),
                ("key", ""),
                ("memo", ""),
            )
        }
        parent, retired = members.pop("parent", None), members.pop("retired", False)
        if not isinstance(retired, bool) or not texts["name"].strip():
            raise ValueError("a tag with a wrong member")
        created, modified = (
            from_time(members.pop(name)) if name in members else _EPOCH
            for name in ("created", "modified")
        )
        return Tag(
            **texts,
            created=created,
            modified=modified,
            parent=None if parent is None else _text(parent),
            retired=retired,
            extra=members,
        )

    def encode(self, value: Tag) -> object:
        """A tag, without the members that say nothing."""
        return {
            "id": value.id,
            "name": value.name,
            "colour": value.colour,
            "description": value.description,
            **({"key": value.key} if value.key else {}),
            **({"memo": value.memo} if value.memo else {}),
            **({"parent": value.parent} if value.parent else {}),
            **({"retired": True} if value.retired else {}),
            "created": to_time(value.created),
            "modified": to_time(value.modified),
            **value.extra,
        }

    def place(self, value: Tag) -> tuple[int, str]:
        """In the order they were made."""
        return (0, "")

    def describe(self, value: Tag) -> str:
        """What to call a tag in a sentence."""
        return f"The tag ‘{value.name}’"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an annotator is with a document.

    Attributes:
        id: The document's.
        status: `done`, or another word, or an empty string.
        modified: When that was set; in UTC.
        memo: What the annotator wrote about the document as a whole, or an empty string.
        extra: Members of its JSON that other programs wrote; kept and written back.
    """

    id: str
    status: str
    modified: dt.datetime
    memo: str = ""
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(slots=True)
class ProgressCodec:
    """One annotator's progress, and the tags used last.

    Attributes:
        annotator: Name of the annotator.
        recent: Ids of tags, the one used last first.
    """

    annotator: str
    recent: tuple[str, ...] = ()
    list_name: str = "documents"
    joins: bool = True

    def header(self) -> dict[str, object]:
        """The members beside the list."""
        return {
            VERSION_MEMBER: VERSION,
            "newsreader:annotator": self.annotator,
            "recent": list(self.recent),
        }

    def read_header(self, header: dict[str, object]) -> None:
        """Take the recent tags: our own first, then those another program has used."""
        recent = header.get("recent")
        theirs = recent if isinstance(recent, list) else []
        tags = (tag for tag in (*self.recent, *theirs) if isinstance(tag, str))
        self.recent = tuple(dict.fromkeys(tags))

    def decode(self, item: object) -> Progress | None:
        """The progress with one document."""
        members = dict(item) if isinstance(item, dict) else {}
        moment = from_time(members.pop("modified")) if "modified" in members else _EPOCH
        document, status = _text(members.pop("id", None)), _text(members.pop("status", None))
        return Progress(document, status, moment, _text(members.pop("memo", "")), members)

    def encode(self, value: Progress) -> object:
        """The progress with one document."""
        moment = to_time(value.modified)
        memo = {"memo": value.memo} if value.memo else {}
        return {"id": value.id, "status": value.status, **memo, "modified": moment, **value.extra}

    def place(self, value: Progress) -> tuple[int, str]:
        """By the document's id, so that git merges what two machines add."""
        return (0, value.id)

    def describe(self, value: Progress) -> str:
        """What to call it in a sentence."""
        return "The status of a document"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a member that should be a string is none")
    return value
