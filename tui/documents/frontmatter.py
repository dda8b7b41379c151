"""The fields at the head of a Markdown file, between two lines of three hyphens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.documents.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE_LIMIT = 16 * 1024
"""Longest front matter that is read, in code points."""

_FENCES = re.compile(r"---[ ]*\n(?P<fields>(?:.*\n)*?)(?:---|\.\.\.)[ ]*(?:\n|$)")
_DEPTH_LIMIT = 20
_NULLS = ("", "~", "null", "Null", "NULL")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Take the front matter off a Markdown text.

    Args:
        text: The text, its line ends made line feeds.

    Returns:
        The fields, names in lower case, each value one line of clean text (the items of a list
        joined by commas, anything deeper left out), and the rest of the text. Front matter that
        is no YAML mapping, uses anchors, aliases or more than `SIZE_LIMIT` is text like any
        other.
    """
    fences = _FENCES.match(text, 0, SIZE_LIMIT) if text.startswith("---") else None
    if fences is None:
        return {}, text
    import yaml

    try:
        found = _compose(yaml.parse(fences["fields"], Loader=yaml.SafeLoader))
    except (yaml.YAMLError, ValueError):
        return {}, text
    fields = {clean_line(name).casefold(): _one_line(value) for name, value in found.items()}
    return fields, text[fences.end() :]


def _compose(events: Iterator[object]) -> dict[str, object]:
    """Make a mapping of a parser's events, of strings, lists and mappings alone.

    Raises:
        ValueError: The events make something else, or use anchors, or go too deep.
    """
    from yaml import events as kinds

    opened: list[list[object]] = [[]]
    for event in events:
        if getattr(event, "anchor", None) is not None:  # an alias has one, too
            raise ValueError
        if isinstance(event, kinds.ScalarEvent):
            empty = event.style is None and event.value in _NULLS
            opened[-1].append("" if empty else event.value)
        elif isinstance(event, kinds.CollectionStartEvent):
            opened.append([])
            if len(opened) > _DEPTH_LIMIT:
                raise ValueError
        elif isinstance(event, kinds.CollectionEndEvent):
            items = opened.pop()
            if isinstance(event, kinds.SequenceEndEvent):
                opened[-1].append(items)
            else:
                pairs = zip(items[::2], items[1::2], strict=True)
                opened[-1].append({name: value for name, value in pairs if isinstance(name, str)})
    if len(opened[0]) != 1 or not isinstance(opened[0][0], dict):
        raise ValueError
    return opened[0][0]


def _one_line(value: object) -> str:
    if isinstance(value, list):
        return clean_line(", ".join(item for item in value if isinstance(item, str) and item))
    return clean_line(value) if isinstance(value, str) else ""
