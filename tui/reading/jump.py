"""Jump labels: a few letters that lead to any word, sentence or paragraph in sight.

A passage anywhere on the screen takes at most four keys: one to begin, one or two letters for the
word it starts with, one letter for the word it ends with. A sentence or a paragraph, having fewer
rivals, takes two or three. To that end

- labels are prefix-free, so that no key is needed to say that a label is complete;
- as many of them as possible have one letter, and the targets nearest to the cursor get those;
- after the start is chosen, only words from it onwards can be the end, and the next forty of them
  are one letter away, whatever else is in sight.

Everything here is pure: it gives spans and labels, and whoever shows them draws each label at
`Target.place`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.documents.document import Span

LETTERS = "fjdkslaghrueiwotyqpvncmxbz"
"""Letters of labels on a keyboard for English, those under the resting fingers first."""

MORE_LETTERS = LETTERS + LETTERS.upper()
"""The same and then, for where there are very many targets, those that need the shift key."""

_NEAR = 40  # words after the start that one letter ends a passage at


class Target(NamedTuple):
    """Something in sight that a label leads to.

    Attributes:
        span: What is meant; it may begin above or end below what is in sight.
        label: The letters that choose it.
        place: Offset of the first code point of it in sight; the label is drawn from here on.
    """

    span: Span
    label: str
    place: int


@dataclass(frozen=True, slots=True)
class Jump:
    """Labels on the screen, and what has been typed of one; a value that never changes.

    Attributes:
        targets: Those that can be meant still, in reading order.
        typed: The letters typed so far.
    """

    targets: tuple[Target, ...]
    typed: str = ""

    def typing(self, letter: str) -> Jump:
        """The jump after one more letter; no target is left where no label goes on with it."""
        typed = self.typed + letter
        return Jump(tuple(t for t in self.targets if t.label.startswith(typed)), typed)

    @property
    def chosen(self) -> Target | None:
        """The target whose label is complete, or None while there is none."""
        if len(self.targets) == 1 and self.targets[0].label == self.typed:
            return self.targets[0]
        return None

    def rest(self, target: Target) -> str:
        """The letters of a label that are still to be typed."""
        return target.label[len(self.typed) :]


def labels(count: int, letters: str = LETTERS) -> list[str]:
    """Prefix-free labels, as many of them as short as can be.

    Args:
        count: How many are wanted.
        letters: What they are made of, the easiest first; at least two, all different.

    Returns:
        Labels of two lengths at most that differ by one, the short and easy ones first.
    """
    if count < 1:
        return []
    shorter, longer = [""], list(letters)
    while len(longer) < count:
        shorter, longer = longer, [label + letter for label in longer for letter in letters]
    # Each shorter label that is kept costs the longer ones that begin with it.
    kept = (len(longer) - count) // (len(letters) - 1) if shorter != [""] else 0
    found = shorter[:kept]
    found += (label + letter for label in shorter[kept:] for letter in letters)
    return found[:count]


def jump(spans: Sequence[Span], cursor: int, seen: Span) -> Jump:
    """Label what is in sight, the nearest to the cursor with the shortest labels.

    Args:
        spans: Words, sentences, paragraphs or anything else, in reading order and without
            overlaps; those out of sight are left out.
        cursor: Offset of the cursor.
        seen: What part of the text is in sight.

    Returns:
        The jump, nothing typed. Two letters lead to any of 676 targets; where there are more,
        capitals are among the letters (2,704 targets), and beyond that labels have three.
    """
    inside = [span for span in spans if span.end > seen.start and span.start < seen.end]
    order = sorted(range(len(inside)), key=lambda number: _distance(inside[number], cursor))
    letters = LETTERS if len(inside) <= len(LETTERS) ** 2 else MORE_LETTERS
    given = dict(zip(order, labels(len(inside), letters), strict=True))
    return Jump(
        tuple(
            Target(span, given[number], max(span.start, seen.start))
            for number, span in enumerate(inside)
        )
    )


def jump_ends(words: Sequence[Span], start: int, seen: Span) -> Jump:
    """Label the words at which a passage can end.

    The passage is `Span(start, target.span.end)`.

    Args:
        words: The words in sight, in reading order.
        start: Where the passage starts.
        seen: What part of the text is in sight.

    Returns:
        The jump, nothing typed: the word at `start` and those after it, nearest first. The first
        forty (more where fewer follow) have one letter, the others two, and those too far for
        two letters none.
    """
    first = bisect_left(words, start + 1, key=lambda word: word.end)
    inside = [word for word in words[first:] if word.start < seen.end]
    many = len(MORE_LETTERS)
    inside = inside[: many * many - _NEAR * (many - 1)]
    given = labels(len(inside), MORE_LETTERS)
    return Jump(
        tuple(
            Target(word, label, max(word.start, seen.start, start))
            for word, label in zip(inside, given, strict=True)
        )
    )


def _distance(span: Span, cursor: int) -> tuple[int, int]:
    """How far it is from the cursor to a span; of two as far, the later one is nearer."""
    if span.start <= cursor < span.end:
        return 0, 0
    if span.start > cursor:
        return span.start - cursor, 0
    return cursor - span.end + 1, 1
