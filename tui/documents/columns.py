"""Columns of a corpus: which of them holds the text, the title and the rest.

The names are those that corpora of news are published with, from general knowledge of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.documents.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "content", "article", "fulltext", "articletext", "articlebody"),
        *("maintext", "bodytext", "story", "plaintext", "cleantext", "contenttext", "document"),
    ),
    "title": ("title", "headline", "heading", "header", "articletitle", "head"),
    "standfirst": ("standfirst", "description", "abstract", "subtitle", "subheadline", "dek"),
    "date": (
        *("date", "published", "publishedat", "datepublished", "publicationdate", "pubdate"),
        *("publishdate", "publisheddate", "datepublish", "datetime", "timestamp", "created"),
    ),
    "source": (
        *("source", "publication", "outlet", "publisher", "newspaper", "site", "sitename"),
        *("sourcename", "medium", "domain", "sourcedomain"),
    ),
    "author": ("author", "authors", "byline", "writer", "creator", "journalist"),
    "id": ("id", "docid", "documentid", "articleid", "uuid", "guid", "key", "url", "link", "uri"),
}
"""For each part of a document the names of columns that hold it, the likeliest first.

They stand without case, spaces, hyphens and underlines."""

_VALUE_LIMIT = 2_000  # code points of a title and the like


class Columns:
    """Finds the columns of a corpus by their usual names.

    Args:
        told: For some parts (`text`, `title`, `standfirst`, `date`, `source`, `author`, `id`) the
            name of the column that holds it.
    """

    def __init__(self, told: Mapping[str, str] | None = None) -> None:
        self._told = dict(told or {})

    def find(self, part: str, names: Iterable[str]) -> str | None:
        """The column that holds a part of a document, or None if there is none.

        Args:
            part: A key of `NAMES`.
            names: Names of the columns.
        """
        if part in self._told:
            told = self._told[part]
            return told if told in names else None
        folded = {_fold(name): name for name in reversed(list(names))}
        return next((folded[name] for name in NAMES[part] if name in folded), None)

    def pick(self, row: Mapping[str, object]) -> tuple[dict[str, str], str | None]:
        """Take a row apart.

        Args:
            row: Values by the names of their columns.

        Returns:
            `title`, `standfirst`, `date`, `source` and `author`, each one line of clean text,
            and the text as it stands there; None where there is no column with text.
        """
        fields = {}
        for part in ("title", "standfirst", "date", "source", "author"):
            column = self.find(part, row)
            value = clean_line(_one(row[column])[:_VALUE_LIMIT]) if column is not None else ""
            if value:
                fields[part] = value
        column = self.find("text", row)
        return fields, None if column is None else _text(row[column])


def parse_columns(words: Sequence[str]) -> dict[str, str]:
    """Understand what a user said of columns, such as `text=story,title=name`.

    Args:
        words: Each one or more pairs, parted by commas.

    Returns:
        The name of the column for each part of a document.

    Raises:
        ValueError: It is no such pair; the message is a sentence for people.
    """
    told: dict[str, str] = {}
    for pair in (pair for word in words for pair in word.split(",")):
        part, equals, name = pair.partition("=")
        if not (equals and name) or part.strip() not in NAMES:
            raise ValueError(
                f"‘{clean_line(pair)}’ names no column: write PART=NAME, where PART is one of "
                f"{', '.join(NAMES)}."
            )
        told[part.strip()] = name.strip()
    return told


def _fold(name: str) -> str:
    return name.casefold().replace("_", "").replace("-", "").replace(" ", "")


def _one(value: object) -> str:
    """A value in one line: items of a list with commas, of an object its name."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_one(item) for item in value[:50])))
    if isinstance(value, dict):
        named = next((value[key] for key in ("name", "title", "id") if key in value), "")
        return _one(named) if not isinstance(named, dict | list) else ""
    if isinstance(value, bool) or value is None:
        return ""
    return str(value)


def _text(value: object) -> str:
    """A text, or one paragraph for each item of a list."""
    if isinstance(value, list):
        return "\n\n".join(item for item in value if isinstance(item, str))
    return value if isinstance(value, str) else ""
