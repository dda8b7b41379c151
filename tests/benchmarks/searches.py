"""Time to search a library that is in memory.

    python -m tests.benchmarks.searches [--articles 10000] [--length 3000]

Articles are pieces of the samples. The processor's time for all results and until the first one,
in milliseconds. The analysis, which a library keeps, is made before the clock starts.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace

from tests.benchmarks.long import SEEDS, document
from tui.analysis.analysis import analyse
from tui.documents.document import Document
from tui.search.parsing import parse
from tui.search.searching import search
from tui.search.sources import Article

QUERIES = (
    "the",
    "ferry",
    "zeppelin",
    "ferry strike",
    "ferr* -strike",
    '"prime minister"',
    "erdogan OR lodz",
    r"/\b[A-Z]\w+ Airlines/",
    r"/\d+ per cent/",
    "status:done",
    "date:2025 ferry",
    "speaker:official",
    "person:* quote:war",
)


def library(articles: int, length: int) -> list[Article]:
    """Articles that differ from each other."""
    paragraphs = [
        line
        for path in sorted(SEEDS.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if len(line) > 100
    ]
    kinds: list[Document] = []
    for first in range(100):
        chosen: list[str] = []
        while sum(map(len, chosen)) < length:
            chosen.append(paragraphs[(first * 7 + len(chosen)) % len(paragraphs)])
        kinds.append(document(chosen))
    analyses = {kind.text: analyse(kind) for kind in kinds}
    found = []
    for number in range(articles):
        kind = kinds[number % len(kinds)]
        here = replace(kind, text=f"{kind.text} {number}", title=f"Article {number}")
        article = Article(lambda here=here: here, lambda _, kind=kind: analyses[kind.text])  # type: ignore[misc]
        assert article.analysis is not None
        found.append(article)
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--length", type=int, default=3_000)
    options = parser.parse_args()
    articles = library(options.articles, options.length)
    print(f"{'':<28}{'results':>10}{'first':>9}{'all':>9}")
    for written in QUERIES:
        start = time.process_time()
        results = search(parse(written), articles, most=20)
        count = int(next(results, None) is not None)
        first = time.process_time() - start
        count += sum(1 for _ in results)
        taken = time.process_time() - start
        print(f"{written:<28}{count:>10}{first * 1000:>9.1f}{taken * 1000:>9.0f}")


if __name__ == "__main__":
    main()
