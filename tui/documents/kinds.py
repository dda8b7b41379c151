"""What kind of content a file holds, told by its suffix."""

from __future__ import annotations

from enum import Enum, auto


class Kind(Enum):
    """How a file is read."""

    PLAIN = auto()
    MARKDOWN = auto()
    PAGE = auto()
    JSON_LINES = auto()
    TABLE = auto()
    FEED = auto()


PACKED = ".gz"
"""Suffix after the suffix of the kind, of files that are compressed with gzip."""

KINDS = {
    ".txt": Kind.PLAIN,
    ".text": Kind.PLAIN,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".csv": Kind.TABLE,
    ".tsv": Kind.TABLE,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".xml": Kind.FEED,
}
"""Kind of the files with each suffix, in lower case; all others are plain text."""

SUFFIXES = tuple(KINDS)
"""Suffixes of articles, in lower case, without `PACKED`."""

CORPORA = (Kind.JSON_LINES, Kind.TABLE, Kind.FEED)
"""Kinds of files of which each row or item is a document."""

_ENDINGS = (*SUFFIXES, *(suffix + PACKED for suffix in SUFFIXES))
_CORPUS_ENDINGS = tuple(
    suffix + packed for suffix in SUFFIXES if KINDS[suffix] in CORPORA for packed in ("", PACKED)
)


def is_article(name: str) -> bool:
    """Whether a file of this name is listed when its folder is."""
    return name.lower().endswith(_ENDINGS)


def is_corpus(name: str) -> bool:
    """Whether each row or item of a file of this name is a document."""
    return name.lower().endswith(_CORPUS_ENDINGS)


def is_packed(name: str) -> bool:
    """Whether a file of this name is compressed."""
    return name.lower().endswith(PACKED)


def kind_of(name: str) -> Kind:
    """Kind of content of a file of this name."""
    bare = name.lower().removesuffix(PACKED)
    return KINDS.get(bare[bare.rfind(".") :], Kind.PLAIN) if "." in bare else Kind.PLAIN
