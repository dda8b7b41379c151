"""Compile `clusters.txt`: words that stand in the same company, from open news and web text.

Run with NumPy and SciPy installed, over the token files the tagger is trained from (the same files
in the same order give the same clusters):

    python -m tui.analysis.training.compile_clusters FILE ...

Each word is described by the words one and two places to either side of it, weighed by positive
pointwise mutual information with smoothed contexts (Levy, Goldberg and Dagan 2015, "Improving
distributional similarity with lessons learned from word embeddings"), brought to 128 dimensions by
a truncated singular value decomposition, and put into one of 512 clusters by spherical k-means.
The clusters stand in the order of an average-linkage tree of their centres, so that eight
neighbouring lines make a coarser cluster.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from tui.analysis.tokens import words_of
from tui.analysis.training.corpus import lay_out, read_articles

CLUSTERS = 512
LEAST = 4  # times a word has to stand in the text
CONTEXTS = 4000  # words that are told apart as neighbours
DIMENSIONS = 128
SMOOTHING = 0.75
ROUNDS = 25
_NEAR = ((-1, 1.0), (1, 1.0), (-2, 0.5), (2, 0.5))


def texts(paths: list[Path]) -> list[list[str]]:
    """Return the words of all articles, digits as zeros."""
    return [
        [re.sub(r"\d", "0", word) for word in words_of(lay_out(article)[0])]
        for path in paths
        for article in read_articles(path)
    ]


def vectors(articles: list[list[str]], words: dict[str, int], counts: Counter[str]) -> Any:
    """Return a row of unit length for each word."""
    numpy: Any = importlib.import_module("numpy")
    sparse: Any = importlib.import_module("scipy.sparse")
    linalg: Any = importlib.import_module("scipy.sparse.linalg")
    others = ["<A>", "<a>", "<0>", "<border>"]
    contexts = [word for word, _ in counts.most_common(CONTEXTS)] + others
    numbers = {word: number for number, word in enumerate(contexts)}

    def number_of(word: str) -> int:
        rare = "<A>" if word[0].isupper() else "<0>" if word[0].isdigit() else "<a>"
        return numbers.get(word, numbers[rare])

    rows: list[int] = []
    columns: list[int] = []
    weights: list[float] = []
    for article in articles:
        near = [number_of(word) for word in article]
        for place, word in enumerate(article):
            if word not in words:
                continue
            for side, (offset, weight) in enumerate(_NEAR):
                at = place + offset
                inside = 0 <= at < len(near)
                rows.append(words[word])
                columns.append(side * len(contexts) + (near[at] if inside else numbers["<border>"]))
                weights.append(weight)
    shape = (len(words), len(_NEAR) * len(contexts))
    counted = (
        sparse.coo_matrix((numpy.array(weights, numpy.float32), (rows, columns)), shape=shape)
        .tocsr()
        .tocoo()
    )
    by_word = numpy.bincount(counted.row, counted.data, shape[0])
    by_context = numpy.bincount(counted.col, counted.data, shape[1]) ** SMOOTHING
    by_context /= by_context.sum()
    information = numpy.log(counted.data / (by_word[counted.row] * by_context[counted.col] + 1e-9))
    kept = information > 0
    matrix = sparse.coo_matrix(
        (information[kept], (counted.row[kept], counted.col[kept])), shape=shape
    ).tocsr()
    start = numpy.random.default_rng(7).normal(size=min(shape))
    left, values, _ = linalg.svds(matrix, k=DIMENSIONS, v0=start)
    found = left * numpy.sqrt(values)
    found /= numpy.linalg.norm(found, axis=1, keepdims=True) + 1e-9
    return found.astype(numpy.float32)


def clusters(rows: Any, weights: Any) -> tuple[Any, Any]:
    """Return the cluster of each row, and the centres."""
    numpy: Any = importlib.import_module("numpy")
    chance = numpy.random.default_rng(1)
    chosen = chance.choice(len(rows), CLUSTERS, replace=False, p=weights / weights.sum())
    centres = rows[chosen]
    nearest = None
    for _ in range(ROUNDS):
        nearest = (rows @ centres.T).argmax(1)
        for number in range(CLUSTERS):
            members = nearest == number
            if members.any():
                centres[number] = (rows[members] * weights[members, None]).sum(0)
        centres /= numpy.linalg.norm(centres, axis=1, keepdims=True) + 1e-9
    return nearest, centres


def main() -> None:
    """Write the clusters into the folder of data."""
    numpy: Any = importlib.import_module("numpy")
    hierarchy: Any = importlib.import_module("scipy.cluster.hierarchy")
    articles = texts([Path(name) for name in sys.argv[1:]])
    counts = Counter(word for article in articles for word in article)
    kept = [
        word for word, count in counts.most_common() if count >= LEAST and re.search(r"\w", word)
    ]
    rows = vectors(articles, {word: number for number, word in enumerate(kept)}, counts)
    weights = numpy.sqrt(numpy.array([counts[word] for word in kept], numpy.float32))
    nearest, centres = clusters(rows, weights)
    tree = hierarchy.linkage(centres, "average", metric="cosine")
    order = hierarchy.leaves_list(hierarchy.optimal_leaf_ordering(tree, centres, metric="cosine"))
    lines = [
        " ".join(word for word, number in zip(kept, nearest, strict=True) if number == cluster)
        for cluster in order
    ]
    out = Path(__file__).parents[1] / "data" / "clusters.txt"
    out.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{len(kept)} words in {len(lines)} clusters, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
