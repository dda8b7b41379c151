"""Time to tabulate a library that is in memory.

    python -m tests.benchmarks.tables [--articles 10000] [--length 3000]

Articles are pieces of the samples; the analysis is made before the clock starts. The processor's
time, in milliseconds.
"""

from __future__ import annotations

import argparse
import time

from tests.benchmarks.searches import library
from tui.search.concordance import Entities, Speakers


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--length", type=int, default=3_000)
    options = parser.parse_args()
    articles = library(options.articles, options.length)
    for table in (Speakers(), Entities()):
        start = time.process_time()
        for number, article in enumerate(articles):
            table.add(number, article.document, article.analysis)
        fed = time.process_time() - start
        start = time.process_time()
        rows = table.rows()
        read = time.process_time() - start
        places = sum(row.total for row in rows)
        print(
            f"{type(table).__name__:<10}{len(rows):>6} rows of {places} places"
            f"   fed in {fed * 1000:.0f}   read in {read * 1000:.0f}"
        )


if __name__ == "__main__":
    main()
