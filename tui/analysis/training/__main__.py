"""Train the tagger: `python -m tui.analysis.training FOLDER [--taught FILE] [--corrections FILE]`.

FOLDER holds `NAME.train.conll` files as `corpus` reads them; those named with `--text-only` are
left out, as their labels are not to be used. What `teach` made of their text comes with `--taught`.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tui.analysis.tagger.model import FILE
from tui.analysis.training.corpus import TEXT_ONLY, names_of, read_articles
from tui.analysis.training.examples import examples
from tui.analysis.training.invention import Inventor
from tui.analysis.training.reports import Reporter
from tui.analysis.training.tables import Printer
from tui.analysis.training.variation import Variator
from tui.analysis.training.weights import train

if TYPE_CHECKING:
    from tui.analysis.training.corpus import Article

SEED = 5
RENAMED = 0.7
WIRED = 0.45
CUT = 0.25
TABLES = 700
REPORTS = 2500
ROUNDS = 70


def varied(articles: list[Article], tables: int = TABLES, reports: int = REPORTS) -> list[Article]:
    """Return articles, each of them once more with other names, and made-up tables and reports.

    Of the copies some open like a story of an agency, with headline, byline and dateline, and some
    are cut into short pieces.
    """
    chance = random.Random(SEED)  # noqa: S311 - the same every time is what is wanted
    inventor = Inventor(chance, names_of(articles))
    variator = Variator(chance, inventor)
    printer = Printer(chance, inventor)
    reporter = Reporter(chance, inventor)
    copies: list[Article] = []
    for article in articles:
        other = variator.renamed(article, RENAMED)
        draw = chance.random()
        if draw < WIRED:
            copies.append(variator.wired(other))
        elif draw < WIRED + CUT:
            copies += variator.pieces(other)
        else:
            copies.append(other)
    copies += [printer.table() for _ in range(tables)]
    for _ in range(reports):
        report = reporter.report()
        copies.append(variator.wired(report) if chance.random() < 0.1 else report)
    return [*articles, *copies]


def main() -> None:
    """Train from the files named on the command line and write the model."""
    parser = argparse.ArgumentParser("python -m tui.analysis.training", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corrections", type=Path, nargs="*", default=[], metavar="FILE")
    parser.add_argument("--taught", type=Path, nargs="*", default=[], metavar="FILE")
    parser.add_argument("--text-only", nargs="*", default=TEXT_ONLY, metavar="NAME")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data" / FILE)
    options = parser.parse_args()
    begun = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - begun:6.0f} s  {what}", flush=True)

    labelled: list[Article] = []
    for path in [*sorted(options.folder.glob("*.train.conll")), *options.corrections]:
        if path.name.removesuffix(".train.conll") not in options.text_only:
            labelled += read_articles(path)
    taught = [article for path in options.taught for article in read_articles(path)]
    say(f"{len(labelled)} labelled articles, {len(taught)} taught ones")
    stretches = list(examples([*varied(labelled), *taught]))
    say(f"{len(stretches)} stretches, {sum(len(one.tags) for one in stretches)} tokens")
    with tempfile.TemporaryDirectory() as folder:
        made = train(stretches, Path(folder) / "model", options.rounds).export()
    options.out.write_bytes(made)
    say(f"{options.out.name}: {len(made)} bytes")


if __name__ == "__main__":
    main()
