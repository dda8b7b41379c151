"""The analysis of documents as text for people, or as JSON for programs."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any, Literal, Self

from tui.analysis.dates import Period, date_of
from tui.analysis.model import LABEL_WORDS, Label

if TYPE_CHECKING:
    from types import TracebackType
    from typing import TextIO

    from tui.analysis.model import Analysis, Mention
    from tui.documents.document import Document, Span

Format = Literal["text", "json", "jsonl"]

_COLUMNS = 78


def as_json(document: Document, analysis: Analysis) -> dict[str, Any]:
    """A document and what was found in it, ready for JSON.

    Returns:
        `path`, `id`, `title`, `text`; `entities`, one for each mention: `start`, `end`, `text`,
        `label`, `name`, where it is known the `role` of a person, and of dates and times the
        `date`, a day or two with a slash between the first and the last; `quotes`: `start`, `end`,
        `text`, `kind`, `speaker` and `cue` (each `start`, `end`, `text`, the speaker with `name`
        where it is known; or None), `name` (or None), `confidence`, `why`. Offsets are code points
        of `text`.
    """
    text = document.text

    def part(span: Span | None, name: str | None = None) -> dict[str, Any] | None:
        if span is None:
            return None
        words = {"start": span.start, "end": span.end, "text": text[span.start : span.end]}
        return {**words, "name": name} if name else words

    roles = {(entity.name, entity.label): entity.role for entity in analysis.entities}
    return {
        "path": str(document.path).encode("utf-8", "replace").decode("utf-8"),
        "id": document.id,
        "title": document.title,
        "text": text,
        "entities": [
            {
                "start": mention.start,
                "end": mention.end,
                "text": text[mention.start : mention.end],
                "label": mention.label.value,
                "name": mention.name,
                **_more(document, mention, roles.get((mention.name, mention.label), "")),
            }
            for mention in analysis.mentions
        ],
        "quotes": [
            {
                "start": quote.start,
                "end": quote.end,
                "text": text[quote.start : quote.end],
                "kind": quote.kind.value,
                "speaker": part(quote.speaker, quote.name),
                "name": quote.name,
                "cue": part(quote.cue),
                "confidence": round(quote.confidence, 3),
                "why": quote.why,
            }
            for quote in analysis.quotes
        ],
    }


def _more(document: Document, mention: Mention, role: str) -> dict[str, str]:
    """What is known of some mentions only."""
    if role:
        return {"role": role}
    if mention.label not in (Label.DATE, Label.TIME):
        return {}
    found = date_of(document.text, mention.start, mention.end, document.published)
    if isinstance(found, Period):
        return {"date": f"{found.first}/{found.last}"}
    return {"date": str(found)} if found else {}


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


def render(form: Format, document: Document, analysis: Analysis) -> str:
    """Write down what was found in one document.

    Args:
        form: How.
        document: The document.
        analysis: What was found in it.

    Returns:
        Text for people that ends with a line feed, or a line of JSON without one.
    """
    if form == "text":
        return as_text(document, analysis)
    return json.dumps(as_json(document, analysis), ensure_ascii=False)


class Report:
    """Puts together what was found in one document after the other.

    Args:
        form: `text`, `json` (one array) or `jsonl` (an object a line).
        out: Where to.
    """

    def __init__(self, form: Format, out: TextIO) -> None:
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

    def add(self, written: str) -> None:
        """Write what `render` has made of a document."""
        if self._form == "text":
            self._out.write(("\n" + "─" * _COLUMNS + "\n" if self._written else "") + written)
        elif self._form == "jsonl":
            self._out.write(written + "\n")
        else:
            self._out.write((",\n" if self._written else "[\n") + written)
        self._written += 1
