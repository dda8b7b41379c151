"""The analysis of documents as text for people, or as JSON for programs."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any, Literal, Self

from tui.analysis.analysis import analyse
from tui.analysis.model import LABEL_WORDS, Label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import TextIO

    from tui.analysis.engines import Engine
    from tui.analysis.model import Analysis
    from tui.documents.document import Document, Span

Format = Literal["text", "json", "jsonl"]

_COLUMNS = 78


def as_json(document: Document, analysis: Analysis) -> dict[str, Any]:
    """A document and what was found in it, ready for JSON.

    Returns:
        `path`, `title`, `text`; `entities`, one for each mention: `start`, `end`, `text`,
        `label`, `name`; `quotes`: `start`, `end`, `text`, `kind`, `speaker` and `cue` (each
        `start`, `end`, `text`, or None), `name` (or None), `confidence`, `why`. Offsets are code
        points of `text`.
    """
    text = document.text

    def part(span: Span | None) -> dict[str, Any] | None:
        if span is None:
            return None
        return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}

    return {
        "path": str(document.path).encode("utf-8", "replace").decode("utf-8"),
        "title": document.title,
        "text": text,
        "entities": [
            {
                "start": mention.start,
                "end": mention.end,
                "text": text[mention.start : mention.end],
                "label": mention.label.value,
                "name": mention.name,
            }
            for mention in analysis.mentions
        ],
        "quotes": [
            {
                "start": quote.start,
                "end": quote.end,
                "text": text[quote.start : quote.end],
                "kind": quote.kind.value,
                "speaker": part(quote.speaker),
                "name": quote.name,
                "cue": part(quote.cue),
                "confidence": round(quote.confidence, 3),
                "why": quote.why,
            }
            for quote in analysis.quotes
        ],
    }


def as_text(document: Document, analysis: Analysis) -> str:
    """A document's quotes and entities in plain words, for people and screen readers."""
    about = " · ".join(part for part in (document.source, document.date, document.author) if part)
    lines = [document.title, *([about] if about else []), document.name, ""]
    lines.append(_count(len(analysis.quotes), "quote", "quotes"))
    for number, quote in enumerate(analysis.quotes, 1):
        words = " ".join(document.text[quote.start : quote.end].split())
        lines.append(f"{number:>3}. {quote.name or 'Speaker unknown'} ({quote.kind.value}):")
        lines += textwrap.wrap(words, _COLUMNS, initial_indent="     ", subsequent_indent="     ")
    for label in Label:
        names = [
            entity.name + (f" ×{len(entity.mentions)}" if len(entity.mentions) > 1 else "")
            for entity in analysis.entities
            if entity.label is label
        ]
        if names:
            lines += ["", LABEL_WORDS[label]]
            lines += textwrap.wrap(
                "; ".join(names), _COLUMNS, initial_indent="  ", subsequent_indent="  "
            )
    return "\n".join(lines) + "\n"


def _count(number: int, one: str, many: str) -> str:
    return f"{number or 'No'} {one if number == 1 else many}"


class Report:
    """Writes the analysis of one document after the other.

    Args:
        form: `text`, `json` (one array) or `jsonl` (an object a line).
        out: Where to.
        engine: What finds the names; that which comes with the program if left out.
    """

    def __init__(self, form: Format, out: TextIO, engine: Engine | None = None) -> None:
        self._engine = engine
        self._form = form
        self._out = out
        self._written = 0

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the array."""
        if self._form == "json" and kind is None:
            self._out.write("\n]\n" if self._written else "[]\n")

    def add(self, document: Document) -> None:
        """Analyse a document and write what was found."""
        self._out.writelines(self._pieces(document, analyse(document, engine=self._engine)))
        self._written += 1

    def _pieces(self, document: Document, analysis: Analysis) -> Iterator[str]:
        if self._form == "text":
            yield "\n" + "─" * _COLUMNS + "\n" if self._written else ""
            yield as_text(document, analysis)
            return
        line = json.dumps(as_json(document, analysis), ensure_ascii=False)
        if self._form == "jsonl":
            yield line + "\n"
        else:
            yield (",\n" if self._written else "[\n") + line
