"""Tables of a whole library: everyone quoted, every name, every tag.

A table is fed with one document after the other and can be read at any time in between, so that
it can be shown while the library is still being read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.document import Span
from tui.documents.text import clean_line
from tui.reading.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tui.analysis.model import Analysis, Label
    from tui.annotations.model import Annotation
    from tui.documents.document import Document


class Place(NamedTuple):
    """A place in a library.

    Attributes:
        number: Which document.
        span: Where in its text, or None where it is not in the text.
    """

    number: int
    span: Span | None


class Order(StrEnum):
    """What rows are ordered by: names from A to Z, all else the greatest first."""

    NAME = "name"
    LABEL = "label"
    TOTAL = "total"
    WORDS = "words"
    DOCUMENTS = "documents"


class Row(NamedTuple):
    """One row of a table.

    Attributes:
        name: A speaker, an entity or a tag; empty for quotes whose speaker is not known.
        label: Type of the entity; id of the tag; empty for a speaker.
        total: Quotes (each of its pieces counted), mentions or annotations.
        words: Words of all these, as parted by white space.
        documents: Documents they are in.
        share: Part of the words of the whole table, between 0 and 1.
        places: Where they are, in the order of the documents.
    """

    name: str
    label: str
    total: int
    words: int
    documents: int
    share: float
    places: tuple[Place, ...]


@dataclass(slots=True)
class _Sum:
    """What has been counted for a row so far."""

    label: str
    forms: Counter[str] = field(default_factory=Counter)
    words: int = 0
    places: list[Place] = field(default_factory=list)
    numbers: set[int] = field(default_factory=set)

    def add(self, name: str, words: int, place: Place) -> None:
        self.forms[name] += 1
        self.words += words
        self.places.append(place)
        self.numbers.add(place.number)

    def row(self, all_words: int) -> Row:
        name = max(self.forms, key=lambda form: (self.forms[form], form))
        share = self.words / all_words if all_words else 0.0
        total, documents = len(self.places), len(self.numbers)
        return Row(name, self.label, total, self.words, documents, share, tuple(self.places))


class _Table:
    """Counts by name; names that differ in case only are one."""

    def __init__(self) -> None:
        self._sums: dict[tuple[str, str], _Sum] = {}

    def _count(self, name: str, label: str, words: int, place: Place) -> None:
        key = name.casefold(), label
        if key not in self._sums:
            self._sums[key] = _Sum(label)
        self._sums[key].add(name, words, place)

    def rows(self, order: Order = Order.TOTAL, matching: str = "") -> list[Row]:
        """The rows.

        Args:
            order: What they are ordered by; where that is equal, by total and then by name.
            matching: Only those with these words in their name, as in finding: without accents
                and capitals any are meant.
        """
        all_words = sum(total.words for total in self._sums.values())
        wanted = matching_names(matching)
        rows = (total.row(all_words) for total in self._sums.values())
        return sorted((row for row in rows if wanted(row.name)), key=_keys(order))


class Speakers(_Table):
    """Everyone quoted, with all of their quotes; one row is for those without a known speaker."""

    def add(self, number: int, document: Document, analysis: Analysis) -> None:
        """Count a document.

        Args:
            number: Its number in the library.
            document: The document.
            analysis: What was found in it.
        """
        for quote in analysis.quotes:
            name = quote.name
            if name is None and quote.speaker is not None:
                name = clean_line(document.text[quote.speaker.start : quote.speaker.end])
            words = len(document.text[quote.start : quote.end].split())
            self._count(name or "", "", words, Place(number, Span(quote.start, quote.end)))


class Entities(_Table):
    """Every person, organisation, place and other thing named, with all its mentions.

    Args:
        labels: The types to count; all if left out.
    """

    def __init__(self, labels: Iterable[Label] | None = None) -> None:
        super().__init__()
        self._labels = None if labels is None else frozenset(labels)

    def add(self, number: int, document: Document, analysis: Analysis) -> None:
        """Count a document; the arguments are those of `Speakers.add`."""
        for mention in analysis.mentions:
            if self._labels is None or mention.label in self._labels:
                span = Span(mention.start, mention.end)
                words = len(document.text[slice(*span)].split())
                self._count(mention.name, mention.label, words, Place(number, span))


class Tags(_Table):
    """Every tag, with all annotations that have it.

    Args:
        names: Names of tags by their ids. Those that nothing is tagged with have a row too.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._names = names

    def add(self, number: int, annotations: Iterable[Annotation]) -> None:
        """Count the annotations in a document.

        Args:
            number: The document's number in the library.
            annotations: Those in it; a tag without a known name is left out.
        """
        for annotation in annotations:
            inside = annotation.start < annotation.end
            span = Span(annotation.start, annotation.end) if inside else None
            words = len(annotation.exact.split())
            for tag in dict.fromkeys(annotation.tags):
                if tag in self._names:
                    self._count(self._names[tag], tag, words, Place(number, span))

    def rows(self, order: Order = Order.TOTAL, matching: str = "") -> list[Row]:
        """The rows; see `Speakers.rows`."""
        wanted = matching_names(matching)
        used = {label for _, label in self._sums}
        unused = (
            Row(name, tag, 0, 0, 0, 0.0, ())
            for tag, name in self._names.items()
            if tag not in used and wanted(name)
        )
        return sorted([*super().rows(order, matching), *unused], key=_keys(order))


def matching_names(words: str) -> Callable[[str], bool]:
    """A test whether a name has these words in it; without words, every name has them."""
    if not words.strip():
        return lambda _: True
    phrase = Phrase(words)
    return lambda name: next(phrase.matches(name), None) is not None


def _keys(order: Order) -> Callable[[Row], tuple[object, ...]]:
    def key(row: Row) -> tuple[object, ...]:
        name = (not row.name, row.name.casefold())
        first: dict[Order, object] = {
            Order.NAME: name,
            Order.LABEL: row.label,
            Order.TOTAL: -row.total,
            Order.WORDS: -row.words,
            Order.DOCUMENTS: -row.documents,
        }
        return first[order], -row.total, name, row.label

    return key
