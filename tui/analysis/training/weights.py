"""Training the conditional random field, and bringing its weights into the program's own form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.analysis.tagger.model import pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tui.analysis.training.examples import Example

SCALE = 20
"""Scores are kept in twentieths, at most 127 of them."""
LEAST = 2
"""Features all of whose scores are smaller than this, in twentieths, are left out."""


class Teacher:
    """A trained conditional random field in the form of the library that trained it.

    Args:
        file: Where the library has written it.
    """

    def __init__(self, file: Path) -> None:
        import pycrfsuite

        self._tagger: Any = pycrfsuite.Tagger()
        self._tagger.open(str(file))

    def label(self, sights: Sequence[Sequence[str]]) -> tuple[list[str], float]:
        """Return the best tags for neighbouring places, and how likely they are."""
        self._tagger.set(sights)
        tags = self._tagger.tag()
        return tags, self._tagger.probability(tags)

    def likely(self, sights: Sequence[Sequence[str]], tags: Sequence[str]) -> list[list[float]]:
        """Return how likely each of some tags is, for each of neighbouring places."""
        self._tagger.set(sights)
        known = frozenset(self._tagger.labels())
        return [
            [self._tagger.marginal(tag, place) if tag in known else 0.0 for tag in tags]
            for place in range(len(sights))
        ]

    def export(self) -> bytes:
        """Return the file of the same model in the form of this program."""
        about = self._tagger.info()
        labels = sorted(about.labels, key=lambda label: (label != "O", label))
        return export(labels, about.transitions, about.state_features)


def train(
    examples: Iterable[Example], file: Path, rounds: int, lasso: float = 0.1, ridge: float = 0.6
) -> Teacher:
    """Train on examples; the same examples give the same model.

    Args:
        examples: What to learn from.
        file: Where the library may write.
        rounds: Steps of the optimiser (L-BFGS).
        lasso: Weight of the sum of the absolute weights in what is minimised.
        ridge: Weight of the sum of their squares.
    """
    import pycrfsuite

    trainer: Any = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for example in examples:
        trainer.append(example.sights, example.tags)
    trainer.set_params({"c1": lasso, "c2": ridge, "max_iterations": rounds})
    trainer.train(str(file))
    return Teacher(file)


def export(
    labels: list[str],
    transitions: Mapping[tuple[str, str], float],
    features: Mapping[tuple[str, str], float],
) -> bytes:
    """Return the file of a model.

    Args:
        labels: All labels, in the order to be used.
        transitions: Weight by label and the label after it.
        features: Weight by feature and label.
    """
    rows: dict[str, list[int]] = {}
    for (name, label), weight in features.items():
        score = max(-127, min(127, round(weight * SCALE)))
        if score:
            rows.setdefault(name, [0] * len(labels))[labels.index(label)] = score
    names = sorted(
        name for name, row in rows.items() if max(map(abs, row)) >= LEAST and "\n" not in name
    )
    columns = bytes(rows[name][k] % 256 for k in range(len(labels)) for name in names)
    steps = [
        [round(transitions.get((one, other), 0.0) * SCALE) for other in labels] for one in labels
    ]
    return pack(labels, steps, names, columns)
