"""Bylines: who wrote an article, and for whom."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.documents.wordlists import AGENCIES, PARTICLES, RANKS, ROLES

_LIMIT = 160  # code points a byline may have
_BY = re.compile(r"(?:(?:Written|Reported|Reporting|Words|Story|Text) )?[Bb][Yy]:? +")
_PART = re.compile(r"\s*(?:,|\||/|\s[–—-])\s*|\s+for\s+|\s*\(")
_WHERE = re.compile(r"\s+(?:in|from)\s+[^,|/(]*?(?=[,|/(]|\s(?:and|&|for)\s|$)")
_NAMES = re.compile(r",?\s+(?:and|&|AND|with)\s+")
_NAME_PART = re.compile(r"[^\W\d_][\w.'’-]*")


class Byline(NamedTuple):
    """Who an article is by.

    Attributes:
        author: Names of the writers as written, or an empty string.
        source: Publisher or agency, or an empty string.
    """

    author: str
    source: str


def read_byline(line: str) -> Byline | None:
    """Read a line such as `By Jane Doe, Reuters` or `By Jane Doe and John Roe`.

    Args:
        line: One line of an article.

    Returns:
        Who it is by, or None if it is no byline.
    """
    by = _BY.match(line)
    if by is None or len(line) > _LIMIT or "\n" in line or line.endswith((".", ":", "?", "!")):
        return None
    who = _WHERE.sub("", line[by.end() :].strip().removesuffix(")"))
    parts = [part.strip() for part in _PART.split(who)]
    last_names = max((i for i, part in enumerate(parts) if _NAMES.search(part)), default=0)
    names = parts[: last_names + 1]
    if not all(_is_writer(name) for part in names for name in _NAMES.split(part)):
        return None
    if len(parts) == 1 and " " not in parts[0] and parts[0] not in AGENCIES:
        return None
    source = next(filter(None, map(_publisher, parts[last_names + 1 :])), "")
    if names == [parts[0]] and parts[0] in AGENCIES:
        return Byline("", parts[0])
    return Byline(who[: _end_of(who, names)], source)


def _end_of(who: str, names: list[str]) -> int:
    """Where the last of the writers' names ends."""
    end = 0
    for name in names:
        end = who.index(name, end) + len(name)
    return end


def _is_writer(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= 6 and all(
        bool(_NAME_PART.fullmatch(word)) and (word[0].isupper() or word in PARTICLES)
        for word in words
    )


def _publisher(part: str) -> str:
    """The publisher in what follows a name, without the writer's office (`Chief Writer`)."""
    words = part.removesuffix(")").split()
    if words and words[-1].lower() in ROLES:
        while words and (words[-1].lower() in ROLES or words[-1].lower() in RANKS):
            words.pop()
    named = bool(words) and words[0][0].isupper() and not any(map(str.isdigit, "".join(words)))
    return " ".join(words) if named else ""
