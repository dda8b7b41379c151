"""Names found by any spaCy pipeline that is installed."""

from __future__ import annotations

from bisect import bisect_right
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from tui.analysis.engines import EngineError
from tui.analysis.model import Label
from tui.analysis.names import Proposal, propose_by_rules
from tui.analysis.runs import codes as token_codes
from tui.analysis.tagger.settle import settle
from tui.documents.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.analysis.tokens import Tokens
    from tui.documents.document import Document

# Labels of spaCy's pipelines: those of OntoNotes, and those of WikiNER and of other languages.
LABELS = {
    "PERSON": Label.PERSON,
    "PER": Label.PERSON,
    "ORG": Label.ORG,
    "GPE": Label.LOC,
    "LOC": Label.LOC,
    "FAC": Label.LOC,
    "NORP": Label.NORP,
}
_PIECE = 50_000  # code points given to the pipeline at once


class SpacyEngine:
    """A spaCy pipeline with a component that finds entities.

    Args:
        pipeline: Name of an installed pipeline, or a folder one was saved in.

    Raises:
        EngineError: spaCy or the pipeline is not installed, or finds no entities.
    """

    def __init__(self, pipeline: str) -> None:
        try:
            import spacy
        except ImportError as error:
            message = "spaCy is not installed. To install it: pip install 'newsreader[spacy]'"
            raise EngineError(message) from error
        try:
            self._pipeline: Any = spacy.load(pipeline)
        except OSError as error:
            message = (
                f"There is no spaCy pipeline {pipeline!r}. "
                f"To install one: python -m spacy download en_core_web_sm"
            )
            raise EngineError(message) from error
        except (ImportError, ValueError) as error:
            reason = str(error).partition("\n")[0]
            message = f"The spaCy pipeline {pipeline!r} cannot be loaded: {reason}"
            raise EngineError(message) from error
        finders = [each for each in self._pipeline.pipe_names if self._finds_entities(each)]
        if not finders:
            message = f"The spaCy pipeline {pipeline!r} finds no entities."
            raise EngineError(message)
        labels = {label for each in finders for label in self._pipeline.pipe_labels.get(each, ())}
        if labels and labels.isdisjoint(LABELS):
            message = (
                f"The spaCy pipeline {pipeline!r} finds no people, organisations or places, "
                f"only {', '.join(sorted(labels))}."
            )
            raise EngineError(message)
        about = self._pipeline.meta
        self.name = f"spacy:{pipeline}"
        self.version = f"{version('spacy')}-{about['name']}-{about['version']}"

    def _finds_entities(self, component: str) -> bool:
        """Whether a component, whatever it is called, writes entities."""
        if "doc.ents" in self._pipeline.get_pipe_meta(component).assigns:
            return True
        return bool(getattr(self._pipeline.get_pipe(component), "annotate_ents", False))

    def propose(
        self, document: Document, tokens: Tokens, taken: bytearray, check: Callable[[], None]
    ) -> list[Proposal]:
        """Return labelled ranges of tokens, as `Engine` says."""
        found = []
        for start, end in _pieces(document):
            check()
            for entity in self._pipeline(document.text[start:end]).ents:
                label = LABELS.get(entity.label_)
                if label is not None:
                    first = bisect_right(tokens.ends, start + entity.start_char)
                    last = first
                    while (
                        last < len(tokens.texts) and tokens.starts[last] < start + entity.end_char
                    ):
                        last += 1
                    found.append(Proposal(first, last, label))
        rules = propose_by_rules(tokens, token_codes(tokens, taken), {}, check)
        if any(one.label is Label.NORP for one in found):
            rules = [one for one in rules if one.label is not Label.NORP]
        # The rules know titles and nationalities; names are those of the pipeline alone.
        named = {place for one in found for place in range(one.start, one.end)}
        return [
            one
            for one in settle(tokens, taken, found, rules)
            if one.label is Label.NORP or not named.isdisjoint(range(one.start, one.end))
        ]


def _pieces(document: Document) -> Iterator[tuple[int, int]]:
    """Blocks that are no code, very long ones in parts that end at a blank."""
    for block in document.blocks:
        if block.kind is BlockKind.CODE:
            continue
        start = block.start
        while block.end - start > _PIECE:
            blank = document.text.rfind(" ", start + 1, start + _PIECE)
            end = blank if blank > start else start + _PIECE
            yield start, end
            start = end
        yield start, block.end
