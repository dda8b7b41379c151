"""Learning from text without labels: a first model labels it, and what it is sure of is kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.tagger.propose import spans
from tui.analysis.training.examples import Example

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.analysis.training.weights import Teacher

_SURE = 0.6
_OFTEN = 4
_MAJORITY = 0.75
_TAGS = {"PERSON": "PER", "ORG": "ORG", "LOC": "LOC"}


class _Labelled(NamedTuple):
    example: Example
    probability: float


def self_labelled(examples: Iterable[Example], teacher: Teacher) -> Iterator[Example]:
    """Yield the examples that a first model is sure of, with the tags it gives them.

    A name to which the model gives one label in three of four places or more gets that label in
    all of them; stretches with names about which it is of two minds are left out, and so are those
    whose tags together are less likely than three in five.

    Args:
        examples: Of text; their own tags are not looked at.
        teacher: The first model.
    """
    labelled = []
    labels: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for one in examples:
        tags, probability = teacher.label(one.sights)
        for span in spans(tags):
            labels[tuple(one.words[span.start : span.end])][_TAGS[span.label.value]] += 1
        labelled.append(_Labelled(Example(one.words, one.sights, tags), probability))
    for one, probability in labelled:
        settled = _settled(one, labels) if probability >= _SURE else None
        if settled is not None:
            yield settled


def _settled(one: Example, labels: dict[tuple[str, ...], Counter[str]]) -> Example | None:
    tags = list(one.tags)
    for span in spans(tags):
        counts = labels[tuple(one.words[span.start : span.end])]
        label, most = counts.most_common(1)[0]
        many = counts.total()
        if label == tags[span.start][2:] or many < _OFTEN:
            continue
        if most < many * _MAJORITY:
            return None
        for place in range(span.start, span.end):
            tags[place] = tags[place][:2] + label
    return Example(one.words, one.sights, tags)
