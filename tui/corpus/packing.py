"""An analysis in few bytes: JSON without names, compressed."""

from __future__ import annotations

import json
import zlib
from itertools import chain
from typing import Any

from tui.analysis.model import Analysis, Entity, Label, Mention, Quote, QuoteKind
from tui.documents.document import Span

_LEVEL = 6


class DamagedAnalysisError(ValueError):
    """Bytes that are no packed analysis."""


def pack(analysis: Analysis) -> bytes:
    """Write an analysis down.

    Names, roles and reasons are kept, of the text itself nothing.

    Args:
        analysis: What was found in a document.

    Returns:
        A zlib stream of JSON; `unpack` makes an equal analysis of it.
    """
    named = chain.from_iterable(entity.mentions for entity in analysis.entities)
    pool = list(dict.fromkeys(chain(analysis.mentions, named)))
    numbers = {mention: number for number, mention in enumerate(pool)}
    content = (
        [(m.start, m.end, m.label, m.name) for m in pool],
        [numbers[mention] for mention in analysis.mentions],
        [(e.name, e.label, [numbers[m] for m in e.mentions], e.role) for e in analysis.entities],
        [
            (q.start, q.end, q.kind, q.cue, q.speaker, q.name, q.confidence, q.why)
            for q in analysis.quotes
        ],
    )
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode("utf-8", "surrogatepass"), _LEVEL)


def unpack(packed: bytes) -> Analysis:
    """Read a packed analysis.

    Args:
        packed: What `pack` made.

    Returns:
        The analysis.

    Raises:
        DamagedAnalysisError: These bytes are none.
    """
    try:
        content = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
        return _analysis(*content)
    except (ValueError, TypeError, IndexError, zlib.error, RecursionError) as error:
        raise DamagedAnalysisError(str(error)) from error


def _analysis(pool: Any, mentions: Any, entities: Any, quotes: Any) -> Analysis:
    known = [Mention(start, end, Label(label), name) for start, end, label, name in pool]
    return Analysis(
        tuple(known[number] for number in mentions),
        tuple(
            Entity(name, Label(label), tuple(known[number] for number in numbers), role)
            for name, label, numbers, role in entities
        ),
        tuple(
            Quote(start, end, QuoteKind(kind), _span(cue), _span(speaker), *rest)
            for start, end, kind, cue, speaker, *rest in quotes
        ),
    )


def _span(ends: list[int] | None) -> Span | None:
    return None if ends is None else Span(*ends)
