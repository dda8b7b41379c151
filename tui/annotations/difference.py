"""What an old text and a new one have in common, and where passages of the old one went.

Lines that stand once in each text are matched first (Bram Cohen's patience diff: the longest chain
of them that is in the same order), then the same between them, then words in the gaps. Time is
bounded: comparing everything with everything happens in small gaps only, and within a budget.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEPTH = 12  # rounds of matching what stands once between the matches of the round before
_SMALL = 2_500  # token pairs in a gap that is compared in full
_BUDGET = 500_000  # token pairs in all gaps together
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_WORDS = re.compile(r"\w+|[^\w\s]|\s+")


class Run(NamedTuple):
    """Equal stretches: where they begin in the old and in the new sequence, and their length."""

    old: int
    new: int
    length: int


class Shift:
    """Where the passages of an old text are in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self.runs = _runs(old, new)
        self._starts = [run.old for run in self.runs]

    def candidates(self, start: int, end: int) -> list[Span]:
        """Passages of the new text that `old[start:end]` may have become, the likeliest first.

        They hold what is left of the passage; at an edge that was rewritten the second one
        reaches as far as what is left of its surroundings. Empty passages are left out.
        """
        first = bisect_right(self._starts, start) - 1
        if first >= 0 and start >= self.runs[first].old + self.runs[first].length:
            first += 1
        first = max(first, 0)
        after = bisect_left(self._starts, end)
        before = self.runs[first - 1] if first else Run(0, 0, 0)
        outer = [before.new + before.length, len(self.new)]
        if after < len(self.runs):
            outer[1] = self.runs[after].new
        found = []
        if first < after:
            head, tail = self.runs[first], self.runs[after - 1]
            inner = [
                head.new + max(start - head.old, 0),
                tail.new + min(end - tail.old, tail.length),
            ]
            found.append(Span(inner[0], inner[1]))
            if head.old <= start:
                outer[0] = inner[0]
            if tail.old + tail.length >= end:
                outer[1] = inner[1]
        found.append(Span(outer[0], outer[1]))
        return [span for span in dict.fromkeys(found) if span.start < span.end]

    def near(self, place: int) -> int:
        """Roughly where a place of the old text is in the new one."""
        index = bisect_right(self._starts, place) - 1
        run = self.runs[index] if index >= 0 else Run(0, 0, 0)
        return min(run.new + place - run.old, len(self.new))

    def common(self) -> int:
        """How many code points of the old text are in the new one."""
        return sum(run.length for run in self.runs)


def _runs(old: str, new: str) -> list[Run]:
    """Equal stretches of two texts, in code points, in order."""
    matcher = _Matcher()
    runs: list[Run] = []
    for gap_or_run in _alternate(matcher.match_texts(old, new, _LINES), len(old), len(new)):
        if isinstance(gap_or_run, Run):
            _append(runs, gap_or_run)
            continue
        old_start, old_end, new_start, new_end = gap_or_run
        parts = matcher.match_texts(old[old_start:old_end], new[new_start:new_end], _WORDS)
        for part in parts:
            _append(runs, Run(part.old + old_start, part.new + new_start, part.length))
    return runs


def _alternate(
    runs: list[Run], old_length: int, new_length: int
) -> list[Run | tuple[int, int, int, int]]:
    """The runs, with the gaps between them where both texts have something."""
    found: list[Run | tuple[int, int, int, int]] = []
    old = new = 0
    for run in [*runs, Run(old_length, new_length, 0)]:
        if old < run.old and new < run.new:
            found.append((old, run.old, new, run.new))
        if run.length:
            found.append(run)
        old, new = run.old + run.length, run.new + run.length
    return found


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, as one with the last where it continues that."""
    if runs:
        last = runs[-1]
        if (last.old + last.length, last.new + last.length) == (run.old, run.new):
            runs[-1] = Run(last.old, last.new, last.length + run.length)
            return
    runs.append(run)


class _Matcher:
    """Finds equal tokens; holds the budget."""

    def __init__(self) -> None:
        self.budget = _BUDGET

    def match_texts(self, old: str, new: str, token: re.Pattern[str]) -> list[Run]:
        """Equal stretches, in code points of the texts, cut where tokens are."""
        head = _common_head(old, new)
        tail = _common_head(old[head:][::-1], new[head:][::-1])
        old_tokens, new_tokens = (
            token.findall(text, head, len(text) - tail) for text in (old, new)
        )
        pairs = self._match(old_tokens, new_tokens, 0, 0, _DEPTH)
        old_places, new_places = _places(old_tokens, head), _places(new_tokens, head)
        runs = [Run(0, 0, head)] if head else []
        for pair in sorted(pairs):
            length = old_places[pair.old + pair.length] - old_places[pair.old]
            _append(runs, Run(old_places[pair.old], new_places[pair.new], length))
        if tail:
            _append(runs, Run(len(old) - tail, len(new) - tail, tail))
        return runs

    def _match(
        self, old: Sequence[str], new: Sequence[str], old_base: int, new_base: int, depth: int
    ) -> list[Run]:
        """Equal stretches in tokens, in any order."""
        head = _common_head(old, new)
        tail = _common_head(old[head:][::-1], new[head:][::-1])
        runs = [Run(old_base, new_base, head)] if head else []
        if tail:
            runs.append(Run(old_base + len(old) - tail, new_base + len(new) - tail, tail))
        old, new = old[head : len(old) - tail], new[head : len(new) - tail]
        if not old or not new:
            return runs
        old_base, new_base = old_base + head, new_base + head
        anchors = _longest_chain(_once_in_both(old, new)) if depth else []
        if not anchors:
            return runs + self._compare(old, new, old_base, new_base)
        old_at = new_at = 0
        for old_next, new_next in [*anchors, (len(old), len(new))]:
            runs += self._match(
                old[old_at:old_next],
                new[new_at:new_next],
                old_base + old_at,
                new_base + new_at,
                depth - 1,
            )
            old_at, new_at = old_next + 1, new_next + 1
        runs += [Run(old_base + at, new_base + to, 1) for at, to in anchors]
        return runs

    def _compare(
        self, old: Sequence[str], new: Sequence[str], old_base: int, new_base: int
    ) -> list[Run]:
        """Compare everything with everything, if that is not too much."""
        pairs = len(old) * len(new)
        if pairs > min(_SMALL, self.budget):
            return []
        self.budget -= pairs
        from difflib import SequenceMatcher

        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return [Run(old_base + a, new_base + b, size) for a, b, size in blocks if size]


def _common_head(one: Sequence[str], other: Sequence[str]) -> int:
    """How many first members are equal; found by halving, as comparing slices is fast."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    step = 1
    while one[low : low + step] == other[low : low + step]:
        low += step
        step *= 2
    high = min(high, low + step)
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _places(tokens: list[str], start: int) -> list[int]:
    """Where the tokens begin, and where the last one ends."""
    places = [start]
    for token in tokens:
        start += len(token)
        places.append(start)
    return places


def _once_in_both(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The places of tokens that stand once in each, in the order of the old ones."""
    old_places, new_places = _once(old), _once(new)
    return [
        (place, new_places[token])
        for token, place in old_places.items()
        if place >= 0 and new_places.get(token, -1) >= 0
    ]


def _once(tokens: Sequence[str]) -> dict[str, int]:
    """Where each token stands, or -1 for one that stands more than once."""
    places: dict[str, int] = {}
    for place, token in enumerate(tokens):
        places[token] = -1 if token in places else place
    return places


def _longest_chain(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that rises in both; the pairs rise in the first."""
    ends: list[int] = []  # the lowest last member of a chain of each length
    last: list[int] = []  # the pair that ends that chain
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            last.append(index)
        else:
            ends[length], last[length] = place, index
    chain = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]
