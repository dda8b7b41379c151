"""What is wrong with one file of an annotations folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.annotations.codebook import Codebook
from tui.annotations.codecs import PageCodec, ProgressCodec, TagCodec, document_of
from tui.annotations.reading import Fault, read

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tui.annotations.reading import Reading


@dataclass(slots=True)
class Inspection:
    """What is wrong with a file, and whether it is a later version's."""

    faults: list[Fault]
    newer: bool


@dataclass(slots=True)
class Page:
    """What a page refers to; each with the line where it does so first.

    Attributes:
        path: The file.
        document_id: URI of the document, or an empty string.
        name: Its path in the library, as far as it is known.
        annotator: Name of the annotator, or an empty string.
        newer: A later version of the program wrote it.
        lines: Its annotations, by id.
        tags: Tags, by what is said of them: the id, or an empty string, and the name.
        texts: SHA-256 of texts.
        repeated: Ids of annotations that are in another file too.
    """

    path: Path
    document_id: str
    name: str
    annotator: str
    newer: bool
    lines: dict[str, int]
    tags: dict[tuple[str, str], int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    repeated: list[str] = field(default_factory=list)


def _inspection(reading: Reading[Any]) -> Inspection:
    faults = list(reading.faults)
    if reading.newer:
        return Inspection([], True)  # what is wrong by our rules may be right by its own
    if reading.untidy:
        faults.append(Fault(0, "commas between its lines are missing or too many"))
    if reading.older is not None:
        faults.append(Fault(0, f"it is of version {reading.older} of the format"))
    return Inspection(faults, False)


def inspect_codebook(data: bytes) -> tuple[Inspection, dict[str, str]]:
    """What is wrong with a codebook, and the names of its tags by their ids."""
    reading = read(data, TagCodec())
    inspection = _inspection(reading)
    tags = [record.value for record in reading.records.values() if record.value is not None]
    if not reading.newer:
        for tag, unique in zip(tags, Codebook(tags), strict=True):
            line = reading.lines[tag.id]
            if tag.name != unique.name:
                inspection.faults.append(Fault(line, f"another tag is called ‘{tag.name}’ too"))
            if tag.parent is not None and tag.parent not in reading.records:
                what = f"the tag above ‘{tag.name}’ is not in the codebook"
                inspection.faults.append(Fault(line, what))
    return inspection, {tag.id: tag.name for tag in tags}


def inspect_progress(data: bytes) -> Inspection:
    """What is wrong with the file of an annotator's progress."""
    return _inspection(read(data, ProgressCodec("")))


def inspect_page(path: Path, data: bytes) -> tuple[Page, Inspection]:
    """What is wrong with a page, and what it refers to."""
    said_of: dict[str, tuple[str, str]] = {}

    def identify(said: object, name: str) -> str:
        tag = said if isinstance(said, str) else ""
        said_of[tag or name] = tag, name
        return tag or name

    codec = PageCodec(document_of(data), "", "", str, identify)
    reading = read(data, codec)
    annotator = reading.header.get("newsreader:annotator")
    page = Page(
        path,
        codec.document_id,
        codec.name,
        annotator if isinstance(annotator, str) else "",
        reading.newer,
        {},
    )
    for key, record in reading.records.items():
        line = reading.lines[key]
        if record.value is not None:
            page.lines[key] = line
            page.annotator = page.annotator or record.value.creator
            page.texts.setdefault(record.value.text_digest, line)
            for tag in record.value.tags:
                page.tags.setdefault(said_of[tag], line)
    page.texts.pop("", None)
    return page, _inspection(reading)
