"""The one door to the analysis of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.entities import find_entities
from tui.analysis.model import Analysis
from tui.analysis.quotes import find_quotes

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.engines import Engine
    from tui.documents.document import Document


class Stopped(Exception):  # noqa: N818 - it is no failure
    """Raised inside an analysis that is no longer wanted."""


def analyse(
    document: Document,
    stopped: Callable[[], bool] = lambda: False,
    engine: Engine | None = None,
) -> Analysis:
    """Find entities and attributed quotes.

    Args:
        document: What to analyse; it is not changed.
        stopped: Asked between the steps and inside long ones; true ends the work.
        engine: What finds the names (`engines.engine_named`); that which comes with the program if
            left out.

    Returns:
        Entities and quotes, with offsets into `document.text`.

    Raises:
        Stopped: When `stopped` has answered true.
    """

    def check() -> None:
        if stopped():
            raise Stopped

    entities = find_entities(document, check, engine)
    mentions = tuple(
        sorted((m for entity in entities for m in entity.mentions), key=lambda m: m.start)
    )
    check()
    return Analysis(mentions, entities, find_quotes(document, mentions, check))
