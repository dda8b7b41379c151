"""Quotes: what a confidence is worth on a gold file, and how fast they are found.

    python -m tests.benchmarks.quotes [GOLD.jsonl ...] [--rules] [--runs 5]

GOLD holds a document a line: `id`, `text`, and `quotes` with `start` and `end` (or `spans`),
`speaker` (with `start`, `end`) or `reference` (a name) or neither, and perhaps `"speech": false`,
which is neither right nor wrong. A quote found is right when its content shares at least 80 % of
its letters and digits with that of a gold quote, paragraph by paragraph, and its speaker is the
gold one: the mentions overlap or, where gold has only a name, the words of one name are all in
the other.

Without a file, only speed is measured, on the sample articles. Speed stands beside that of a
plain regular expression that finds the words of the same texts, in the same run.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.analysis.analysis import analyse
from tui.analysis.entities import find_entities
from tui.analysis.quotes import find_quotes
from tui.documents.document import Block, BlockKind, Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.analysis.model import Quote

ROOT = Path(__file__).parents[2]
WORD = re.compile(r"\w+|[^\w\s]")
MATCH = 0.8
BYTES = 1_000_000
HOSTILE = ('"', "(", "[", "said said ", "the gate was shut and ")


class Piece(NamedTuple):
    """One paragraph of a quote's content."""

    letters: frozenset[int]
    quote: dict[str, Any] | Quote


def article(text: str, name: str = "a") -> Document:
    """A document with one paragraph a line."""
    blocks = tuple(
        Block(m.start(), m.end(), BlockKind.PARAGRAPH) for m in re.finditer(r"[^\n]+", text)
    )
    return Document("urn:uuid:0", Path(name), name, name, text, blocks)


def pieces(
    text: str, spans: Iterable[tuple[int, int]], quote: dict[str, Any] | Quote
) -> list[Piece]:
    """The letters and digits of a content, paragraph by paragraph, a leading "that" left out."""
    found = []
    for start, end in spans:
        for line in re.finditer(r"[^\n]+", text[start:end]):
            low = start + line.start()
            that = re.match(r"\W*that\b(?=.*\w)", line[0], re.IGNORECASE)
            low += that.end() if that else 0
            letters = frozenset(k for k in range(low, start + line.end()) if text[k].isalnum())
            if letters:
                found.append(Piece(letters, quote))
    return found


def names_agree(one: str, other: str) -> bool:
    """Whether the words of one name are all in the other."""
    mine, theirs = (
        set(re.findall(r"\w+", name.lower())) - {"the", "a", "mr", "ms", "dr"}
        for name in (one, other)
    )
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def speaker_right(gold: dict[str, Any], quote: Quote) -> bool:
    """Whether a quote found has the speaker that gold gives."""
    speaker = gold.get("speaker")
    if speaker:
        found = quote.speaker
        return found is not None and found.start < speaker["end"] and speaker["start"] < found.end
    if gold.get("reference"):
        return quote.name is not None and names_agree(gold["reference"], quote.name)
    return quote.speaker is None


def judge(line: str) -> list[tuple[Quote, bool]]:
    """Quotes found in a document that count, each with whether it is right."""
    data = json.loads(line)
    text = data["text"]
    gold: list[Piece] = []
    passed_over: set[int] = set()
    for entry in data["quotes"]:
        spans = [(s, e) for s, e in entry.get("spans") or [(entry["start"], entry["end"])]]
        if entry.get("speech", True):
            gold += pieces(text, spans, entry)
        else:
            passed_over.update(*(piece.letters for piece in pieces(text, spans, entry)))
    results: list[tuple[Quote, bool]] = []
    free = list(gold)
    for quote in analyse(article(text)).quotes:
        for piece in pieces(text, [(quote.start, quote.end)], quote):
            best = max(free, key=lambda g: shared(g, piece), default=None)
            if best is not None and shared(best, piece) >= MATCH:
                free.remove(best)
                assert isinstance(best.quote, dict)
                results.append((quote, speaker_right(best.quote, quote)))
            elif len(piece.letters & passed_over) < len(piece.letters) / 2:
                results.append((quote, False))
    return results


def shared(one: Piece, other: Piece) -> float:
    """The part of the longer content that both hold."""
    return len(one.letters & other.letters) / max(len(one.letters), len(other.letters))


def print_shares(title: str, groups: dict[str, list[tuple[float, bool]]]) -> None:
    """Print for each group how many quotes it has, their mean confidence, and the share right."""
    print(f"\n{title:32} quotes  confidence  right")
    for name, members in sorted(groups.items()):
        confidence = sum(value for value, _ in members) / len(members)
        right = sum(ok for _, ok in members) / len(members)
        print(f"{name:32} {len(members):6}  {confidence:10.2f}  {right:5.2f}")


def calibration(files: list[Path], *, rules: bool) -> None:
    """Print bins of confidence, or every rule, against the share of quotes that are right."""
    groups: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    by_rule: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    gap, count = 0.0, 0
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            for quote, right in judge(line):
                low = int(quote.confidence * 10 + 1e-9) / 10
                groups[f"{low:.1f} to {low + 0.1:.1f}"].append((quote.confidence, right))
                by_rule[quote.why.split(";")[0]].append((quote.confidence, right))
    print_shares("confidence", groups)
    for members in groups.values():
        mean = sum(value for value, _ in members) / len(members)
        gap += abs(sum(right for _, right in members) - mean * len(members))
        count += len(members)
    print(f"mean gap between confidence and share right: {gap / max(count, 1):.3f}")
    if rules:
        print_shares("rule", by_rule)


def best_of(runs: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest of several runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def speed(documents: list[Document], runs: int) -> None:
    """Print words a second of the quotes alone, of the whole analysis, and of a plain pattern."""
    words = sum(len(document.text.split()) for document in documents)
    ready = [
        (d, tuple(sorted((m for e in find_entities(d) for m in e.mentions), key=lambda m: m.start)))
        for d in documents
    ]
    plain = best_of(runs, lambda: [WORD.findall(d.text) for d in documents])
    alone = best_of(runs, lambda: [find_quotes(d, mentions) for d, mentions in ready])
    whole = best_of(runs, lambda: [analyse(d) for d in documents])
    print(f"\n{len(documents)} documents, {words} words")
    for name, seconds in (("plain pattern", plain), ("quotes alone", alone), ("analyse", whole)):
        print(
            f"{name:14} {words / seconds:10.0f} words/s  {seconds / plain:7.1f} times the pattern"
        )


def growth() -> None:
    """Print what a megabyte of one thing takes, beside a quarter of it."""
    print("\na megabyte of                   seconds  times a quarter of it")
    for pattern in HOSTILE:
        quarter, whole = (article(pattern * (size // len(pattern))) for size in (BYTES // 4, BYTES))
        low = best_of(1, lambda: find_quotes(quarter, ()))  # noqa: B023 - called at once
        high = best_of(1, lambda: find_quotes(whole, ()))  # noqa: B023
        print(f"{pattern!r:30} {high:8.2f}  {high / low:5.1f}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--rules", action="store_true", help="each rule's share too")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    if options.gold:
        calibration(options.gold, rules=options.rules)
        lines = [line for file in options.gold for line in file.read_text("utf-8").splitlines()]
        texts = [json.loads(line)["text"] for line in lines]
    else:
        texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    speed([article(text) for text in texts], options.runs)
    growth()


if __name__ == "__main__":
    main()
