"""The trained weights, and the best labels for neighbouring tokens under them."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from tui.analysis.tagger.packed import pack_file, unpack_file
from tui.analysis.tagger.scene import word_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.tagger.scene import Scene

FILE = "tagger.bin"
OFFSETS = (-2, -1, 0, 1, 2)
"""Which neighbours of a token are looked at as words."""

# All scores of a feature stand in one integer, a field of three bytes for each label, so that
# adding up the features of a place is adding integers.
_FIELD = 3
_HALF = 1 << (8 * _FIELD - 1)
_WORDS_KEPT = 40_000
_NEVER = -(1 << 40)


class Model:
    """A linear-chain conditional random field.

    Args:
        labels: What a token can be: `O` for no name, else `B-` or `I-` and a type.
        transitions: Score of each label (row) followed by each (column), in the unit of the
            features' scores; `I-` follows only its own type.
        names: The features.
        columns: A score of -127 to 127 for each feature, label after label, as signed bytes.
        version: Tells one set of weights from another.
    """

    def __init__(
        self,
        labels: Sequence[str],
        transitions: Sequence[Sequence[int]],
        names: Sequence[str],
        columns: bytes,
        version: str,
    ) -> None:
        self.labels = tuple(labels)
        self.version = version
        size = len(self.labels)
        self._width = size * _FIELD
        self._bias = sum(_HALF << (8 * _FIELD * k) for k in range(size))
        self._features = dict(zip(names, _packed(columns, size, len(names)), strict=True))
        self._ways = [
            [
                (source, transitions[source][to])
                for source in range(size)
                if label[0] != "I" or self.labels[source][1:] == label[1:]
            ]
            for to, label in enumerate(self.labels)
        ]
        self._memory: dict[int, dict[str, int]] = {offset: {} for offset in OFFSETS}

    def _word(self, offset: int, word: str) -> int:
        memory = self._memory[offset]
        known = memory.get(word)
        if known is None:
            if len(memory) > _WORDS_KEPT:
                memory.clear()
            seen = word_of(word)
            get = self._features.get
            sights = seen.own(word) if offset == 0 else seen.near(str(offset))
            known = memory[word] = sum([get(one, 0) for one in sights])
        return known

    def scores(self, scene: Scene, place: int) -> list[int]:
        """Return the score of each label at a place, transitions left out."""
        get = self._features.get
        total = self._bias + sum([get(one, 0) for one in scene.sights(place)])
        for offset in OFFSETS:
            total += self._word(offset, scene.near(place, offset))
        whole = total.to_bytes(self._width, "little")
        return [
            (whole[k] | whole[k + 1] << 8 | whole[k + 2] << 16) - _HALF
            for k in range(0, self._width, _FIELD)
        ]

    def best(self, rows: Sequence[Sequence[int]]) -> list[str]:
        """Return the best labels for neighbouring places, from the scores at each (Viterbi)."""
        labels = self.labels
        ways = self._ways
        current = [
            score if label[0] != "I" else _NEVER
            for score, label in zip(rows[0], labels, strict=True)
        ]
        steps: list[list[int]] = []
        for row in rows[1:]:
            following = []
            sources = []
            for score, way in zip(row, ways, strict=True):
                best = _NEVER << 1
                source = 0
                for k, change in way:
                    value = current[k] + change
                    if value > best:
                        best, source = value, k
                following.append(best + score)
                sources.append(source)
            steps.append(sources)
            current = following
        at = current.index(max(current))
        path = [at]
        for sources in reversed(steps):
            at = sources[at]
            path.append(at)
        return [labels[k] for k in reversed(path)]


def _packed(columns: bytes, labels: int, count: int) -> list[int]:
    """Return one integer for each feature that holds its scores for all labels."""
    if len(columns) != labels * count:
        message = "the weights do not fit the features"
        raise ValueError(message)
    width = labels * _FIELD
    flipped = columns.translate(bytes((k + 128) % 256 for k in range(256)))
    rows = bytearray(count * width)
    for label in range(labels):
        rows[label * _FIELD :: width] = flipped[label * count : (label + 1) * count]
    bias = sum(128 << (8 * _FIELD * k) for k in range(labels))
    unpack = int.from_bytes
    return [unpack(rows[k : k + width], "little") - bias for k in range(0, count * width, width)]


def pack(
    labels: Sequence[str],
    transitions: Sequence[Sequence[int]],
    names: Sequence[str],
    columns: bytes,
) -> bytes:
    """Return a model as the bytes of a file; the arguments are those of `Model`."""
    return pack_file({"labels": labels, "transitions": transitions}, names, columns)


def unpack_model(data: bytes) -> Model:
    """Read the bytes of a model's file.

    Raises:
        ValueError: They are no such file.
    """
    about, names, columns = unpack_file(data)
    version = hashlib.blake2b(data, digest_size=6).hexdigest()
    return Model(about["labels"], about["transitions"], names, columns, version)


@cache
def model() -> Model:
    """Return the model that comes with the program, reading it at the first call."""
    return unpack_model(resources.files("tui.analysis").joinpath("data", FILE).read_bytes())
