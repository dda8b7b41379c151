"""What is searched: articles, with what was found in them and added to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from tui.analysis.model import Analysis

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from tui.annotations.model import Annotation
    from tui.documents.document import Document


class Source(Protocol):
    """One article, as a search sees it.

    Everything is asked for only when a query needs it: first `status`, then what is known of the
    article, `annotations` and `tags`, then `text`, and `analysis` last.
    """

    @property
    def status(self) -> str:
        """`unread`, `progress` or `in progress`, or `done`."""

    @property
    def title(self) -> str:
        """One line of clean text."""

    @property
    def source(self) -> str:
        """Who published it, or an empty string."""

    @property
    def published(self) -> dt.date | None:
        """When it was published, if that is known."""

    @property
    def annotations(self) -> Sequence[Annotation]:
        """Everything anybody has annotated in it."""

    @property
    def tags(self) -> Mapping[str, str]:
        """Names of tags by their ids."""

    @property
    def text(self) -> str:
        """The clean text."""

    @property
    def analysis(self) -> Analysis:
        """Who is in it and who said what."""


@dataclass
class Article:
    """A `Source` made of functions that are called when their answer is needed, once.

    Attributes:
        read: Reads the article.
        analyse: Gives the analysis of it.
        annotated: Gives the annotations in it.
        tags: Names of tags by their ids.
        progress: Says how far the reader is with it.
    """

    read: Callable[[], Document]
    analyse: Callable[[Document], Analysis] = lambda _: Analysis()
    annotated: Callable[[Document], Sequence[Annotation]] = lambda _: ()
    tags: Mapping[str, str] = field(default_factory=dict)
    progress: Callable[[], str] = lambda: "unread"

    @cached_property
    def status(self) -> str:
        """How far the reader is with it."""
        return self.progress()

    @cached_property
    def document(self) -> Document:
        """The article itself."""
        return self.read()

    @property
    def title(self) -> str:
        """Its title."""
        return self.document.title

    @property
    def source(self) -> str:
        """Who published it."""
        return self.document.source

    @property
    def published(self) -> dt.date | None:
        """When it was published."""
        return self.document.published

    @property
    def text(self) -> str:
        """Its text."""
        return self.document.text

    @cached_property
    def annotations(self) -> Sequence[Annotation]:
        """Everything anybody has annotated in it."""
        return self.annotated(self.document)

    @cached_property
    def analysis(self) -> Analysis:
        """Who is in it and who said what."""
        return self.analyse(self.document)
