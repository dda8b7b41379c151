"""Labelled text: reading it, and laying tokens out as an article would have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

Sentence = list[tuple[str, str]]
"""Words with their tags: `O`, or `B-` or `I-` and PER, ORG or LOC."""

Article = list[Sentence]

TEXT_ONLY = ("gmb", "vital")
"""Files of which only the text is used: their labels are not ours to use, or are not there."""

_NO_SPACE_BEFORE = word_set(
    """, . ; : ! ? ) ] } % ' ’ ” … 's 're 've 'll 'd 'm n't ’s ’re ’ve ’ll ’d ’m n’t"""
)
_NO_SPACE_AFTER = word_set("( [ { $ £ € “ ‘ ``")


JOINT = "\u2060"
"""Before a word: it is laid out without a blank before it."""


class Name(NamedTuple):
    """A labelled range of code points; one of which nothing is known has no label."""

    start: int
    end: int
    label: str


def read_articles(path: Path) -> list[Article]:
    """Read a file of tokens.

    Args:
        path: A token and its tag a line, a tab between; a blank line after each sentence, and
            `-DOCSTART-` before each article.

    Raises:
        ValueError: A line has no tag.
    """
    articles: list[Article] = []
    article: Article = []
    sentence: Sentence = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        opens = line.startswith("-DOCSTART-")
        if opens or not line.strip():
            if sentence:
                article.append(sentence)
                sentence = []
            if opens and article:
                articles.append(article)
                article = []
            continue
        word, tab, tag = line.rpartition("\t")
        if not tab:
            message = f"{path.name}, line {number}: no tab"
            raise ValueError(message)
        sentence.append((word.split("\t")[0], tag))
    if article:
        articles.append(article)
    return articles


def write_articles(path: Path, articles: Iterable[Article]) -> None:
    """Write articles as `read_articles` reads them."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for article in articles:
            file.write("-DOCSTART-\tO\n\n")
            for sentence in article:
                file.writelines(f"{word}\t{tag}\n" for word, tag in sentence)
                file.write("\n")


def lay_out(article: Article) -> tuple[str, list[Name]]:
    r"""Return the text of an article, spaced as English is, and the names in it.

    Sentences that begin with a word `\n` open a paragraph; all others go on in the same one.
    """
    text = ""
    names: list[Name] = []
    for sentence in article:
        straight = False
        glued = True
        start = end = -1
        label = ""
        for number, (word, tag) in enumerate(sentence):
            if word == "\n":
                text = text.rstrip() + "\n\n" if text else ""
                glued = True
                continue
            closing = word == '"' and straight
            if number == 0:
                glued = not text or text.endswith("\n")
            joined = word.startswith(JOINT)
            word = word.removeprefix(JOINT)
            if not (glued or joined or word in _NO_SPACE_BEFORE or closing):
                text += " "
            place = len(text)
            if start >= 0 and (tag[:1] != "I" or tag[2:] != label):
                names.append(Name(start, end, label))
                start = -1
            if tag != "O" and start < 0:
                start, label = place, tag[2:]
            text += word
            end = len(text)
            glued = word in _NO_SPACE_AFTER or (word == '"' and not straight)
            if word == '"':
                straight = not straight
        if start >= 0:
            names.append(Name(start, end, label))
    return text, names


def names_of(articles: Iterable[Article]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield label and words of every name."""
    for article in articles:
        for sentence in article:
            words: list[str] = []
            label = ""
            for word, tag in [*sentence, ("", "O")]:
                if words and (tag[:1] != "I" or tag[2:] != label):
                    yield label, tuple(words)
                    words = []
                if tag != "O":
                    label = tag[2:]
                    words.append(word)
