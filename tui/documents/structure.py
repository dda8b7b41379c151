"""What part of an article each of its blocks is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.documents.boilerplate import heads_links, is_boilerplate
from tui.documents.bylines import read_byline
from tui.documents.datelines import Dateline, find_dateline
from tui.documents.dates import date_in_line
from tui.documents.document import Block, BlockKind
from tui.documents.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADLINE_LIMIT = 200  # code points
_STANDFIRST_LIMIT = 500  # code points
_STANDFIRST_SENTENCES = 3
_OPENING = 6  # blocks after the headline among which byline, date and standfirst are
_CLOSERS = "\"'”’»›)]"
_UNFINISHED = (",", ";")
_ABBREVIATED_END = re.compile(r"(?:\b[^\W\d_]\.){2,}$|…$|\.\.\.$")
_TURNS = 50  # paragraphs looked at for other turns of an interview


@dataclass(frozen=True, slots=True)
class Structure:
    """What the blocks of an article say of it.

    Attributes:
        blocks: The blocks, each with its part in the article.
        dateline: What opens the story, if it has a dateline.
        author: Who the byline names, or an empty string.
        source: Who published it according to byline or dateline, or an empty string.
        date: A date that stands by itself at the head, or an empty string.
    """

    blocks: tuple[Block, ...]
    dateline: Dateline | None
    author: str
    source: str
    date: str


def find_headline(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the first paragraph of a plain text is a headline.

    It is when it is one short line without a full stop, with more text after it that is set off
    by a blank line or goes on in a longer line that does end like a sentence.

    Args:
        text: Clean text.
        blocks: Its paragraphs.
    """
    if len(blocks) < 2:
        return False
    first, second = blocks[0], blocks[1]
    line = text[first.start : first.end]
    if len(line) > _HEADLINE_LIMIT or "\n" in line or _ends_like_prose(line):
        return False
    if read_byline(line) or find_dateline(text, first.start, first.end):
        return False
    if text.count("\n", first.end, second.start) > 1:
        return True
    following = text[second.start : second.end]
    return len(following) > 2 * len(line) and _ends_like_prose(following)


def _ends_like_prose(line: str) -> bool:
    bare = line.rstrip(_CLOSERS)
    if bare.endswith(_UNFINISHED):
        return True
    return bare.endswith(".") and not _ABBREVIATED_END.search(bare[-12:])


def find_structure(text: str, blocks: Sequence[Block]) -> Structure:
    """Tell headline, standfirst, byline, body and boilerplate apart.

    Args:
        text: Clean text.
        blocks: Its parts; those that are not paragraphs keep their kind, unless they are
            boilerplate.

    Returns:
        The blocks with their part in the article, and what byline, date and dateline say.
    """
    found = list(blocks)
    after_headline = int(bool(found) and found[0].kind is BlockKind.HEADLINE)
    author = source = date = ""
    story: list[int] = []  # the first paragraphs that are neither byline nor date
    byline_at = -1
    for index in range(after_headline, min(len(found), after_headline + _OPENING)):
        block = found[index]
        if block.kind is BlockKind.STANDFIRST:
            continue
        if block.kind is not BlockKind.PARAGRAPH or len(story) == 2:
            break
        line = text[block.start : block.end]
        byline, day = read_byline(line), date_in_line(line)
        if byline and not (author or source):
            author, source = byline
            byline_at = index
        elif day and not date:
            date = day
        else:
            story.append(index)
            continue
        found[index] = replace(block, kind=BlockKind.BYLINE)
    has_standfirst = any(block.kind is BlockKind.STANDFIRST for block in found[:2])
    if after_headline and not has_standfirst and _is_standfirst(text, found, story, byline_at):
        found[story[0]] = replace(found[story[0]], kind=BlockKind.STANDFIRST)
    _mark_boilerplate(text, found)
    dateline = _find_dateline(text, found)
    if dateline and not source:
        source = dateline.source
    return Structure(tuple(found), dateline, author, source, date)


def _is_standfirst(text: str, blocks: list[Block], story: list[int], byline_at: int) -> bool:
    """Whether the first paragraph sums up the story that begins with the second."""
    if len(story) < 2:
        return False
    first, second = (blocks[index] for index in story)
    if first.end - first.start > _STANDFIRST_LIMIT or find_dateline(text, first.start, first.end):
        return False
    if len(sentences(text, first.start, first.end)) > _STANDFIRST_SENTENCES:
        return False
    if story[0] < byline_at < story[1] or find_dateline(text, second.start, second.end):
        return True
    summary = " ".join(text[first.start : first.end].split())
    opening = " ".join(text[second.start : second.end].split())
    return summary in opening


def _find_dateline(text: str, blocks: list[Block]) -> Dateline | None:
    """The dateline of the first paragraph of the story, unless it is a turn in an interview."""
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        dateline = find_dateline(text, block.start, block.end)
        if dateline is None or not _before_colon(text, dateline):
            return dateline
        for other in blocks[index + 1 : index + _TURNS]:
            turn = find_dateline(text, other.start, other.end)
            if turn and other.kind is BlockKind.PARAGRAPH and _before_colon(text, turn):
                return None
        return dateline
    return None


def _before_colon(text: str, dateline: Dateline) -> bool:
    end = dateline.span.end
    return text[end : end + 2].lstrip().startswith(":")


def _mark_boilerplate(text: str, blocks: list[Block]) -> None:
    """Mark what ends the article but is no part of it; its first paragraph always is one."""
    least = next((i for i, b in enumerate(blocks) if b.kind is BlockKind.PARAGRAPH), 0)
    last = len(blocks) - 1
    while last > least:
        first = _links_from(text, blocks, least, last)
        if first == last and not is_boilerplate(text[blocks[last].start : blocks[last].end]):
            return
        for index in range(first, last + 1):
            blocks[index] = replace(blocks[index], kind=BlockKind.BOILERPLATE)
        last = first - 1


def _links_from(text: str, blocks: list[Block], least: int, last: int) -> int:
    """Where a list of links to other articles begins that ends at `last`, or `last` if none."""
    first = last
    while first > least and blocks[first].kind is BlockKind.LIST_ITEM:
        first -= 1
    head = text[blocks[first].start : blocks[first].end]
    return first if least < first < last and heads_links(head) else last
