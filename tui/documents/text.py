"""Text in the abstract: cleaning, words, sentences, paragraphs.

Everything here is pure and takes time linear in the length of its input.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.documents.document import Span
from tui.documents.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["clean", "clean_line", "paragraphs", "sentences", "words"]

_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_OTHER_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
# NUL, the other C0 controls with TAB, DEL, C1, marks of writing direction, surrogates
_UNSAFE = re.compile(
    "[\x00-\x09\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+"
)
_REPLACEMENT = "\ufffd"
_PICTURES: dict[int, int | str] = {
    **{code: 0x2400 + code for code in range(0x20)},
    0x09: " ",
    0x7F: 0x2421,
}
"""What is shown for control characters of ASCII."""

_OTHERS = re.compile("[^ \u2400-\u2421]")

_WRAP_WIDTH = 90  # columns; longer lines are paragraphs of their own
_WRAP_FULL = 0.6  # shortest full line of a wrapped paragraph, as a part of the longest
_OPEN_END = re.compile(r"[^.!?…:;\"'”’»)\]]")
_LIST_MARK = re.compile(r"(?:[-*+•‣–—]|\d{1,3}[.)])\s")


def clean(raw: str) -> str:
    """Make text safe to show and to count in.

    Every kind of line end becomes a line feed, a tab one space, and every control character,
    mark of writing direction or lone surrogate one visible character. Nothing else is touched,
    so the length in code points stays the same but for each CRLF, which becomes one character.

    Args:
        raw: Any text.

    Returns:
        Text without control characters other than the line feed; cleaning it again changes
        nothing.
    """
    # Hardly any text has any of it, and to see that takes a tenth of the time of a substitution.
    text = _NEWLINES.sub("\n", raw) if any(end in raw for end in _OTHER_ENDS) else raw
    return text if text.replace("\n", "").isprintable() else _UNSAFE.sub(_visible, text)


def clean_line(raw: str) -> str:
    """Make a title or a file's name safe to show in one line.

    Args:
        raw: Any text.

    Returns:
        Clean text with every run of white space, line ends among it, made one space, and none
        at the ends.
    """
    return " ".join(clean(raw).split())


def _visible(match: re.Match[str]) -> str:
    # a run at a time: a text of nothing else would otherwise take a call for each character
    return _OTHERS.sub(_REPLACEMENT, match[0].translate(_PICTURES))


def words(text: str) -> Iterator[Span]:
    """Find words as a reader counts them.

    A word is a run of letters and digits, with apostrophes, hyphens, full stops and ampersands
    inside it (`don't`, `electro-magnetic`, `AT&T`, `3.5`), with commas between digits (`1,200`)
    and with the last full stop of an abbreviation such as `U.S.`.

    Args:
        text: Clean text.

    Yields:
        The span of each word, in order.
    """
    for match in _word_pattern().finditer(text):
        yield Span(*match.span())


def count_words(text: str) -> int:
    """How many words a text has, as a reader counts them."""
    return sum(1 for _ in _word_pattern().finditer(text))


@cache
def _word_pattern() -> re.Pattern[str]:
    # `\w` leaves out the marks that combine with letters: accents, vowel signs.
    unsure = re.findall(r"[^\w\s]", "".join(map(chr, range(0x300, 0xD800))))
    marks = "".join(c for c in unsure if unicodedata.category(c)[0] == "M") + "\u200c\u200d\ufe0f"
    letters = rf"[^\W_][^\W_]*(?:[{marks}]+[^\W_]*)*"
    dotted = r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?![^\W_])"
    return re.compile(rf"{dotted}|{letters}(?:(?:[-'’.&\u2010\u2011]|(?<=\d),(?=\d)){letters})*")


def paragraphs(text: str) -> list[Span]:
    """Find paragraphs in plain text.

    Each line is a paragraph, unless lines that stand together between blank lines look wrapped
    by hand: of similar length, of at most 90 columns, most of them broken within a sentence and
    none with room for the first word of the next. Those form one paragraph of several lines.

    Args:
        text: Clean text.

    Returns:
        Spans in order, without white space at their ends and without blank lines.
    """
    found: list[Span] = []
    together: list[Span] = []
    position = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = position + len(line) - len(line.lstrip())
            together.append(Span(start, start + len(bare)))
        elif together:
            found += _join_wrapped(text, together)
            together = []
        position += len(line) + 1
    return found + _join_wrapped(text, together)


def _join_wrapped(text: str, lines: list[Span]) -> list[Span]:
    if _is_wrapped(text, lines):
        return [Span(lines[0].start, lines[-1].end)]
    return lines


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    if len(lines) < 2:
        return False
    widths = [end - start for start, end in lines]
    widest = max(widths)
    if widest > _WRAP_WIDTH or min(widths[:-1]) < widest * _WRAP_FULL:
        return False
    within_sentence = 0
    for line, following in pairwise(lines):
        if _LIST_MARK.match(text, following.start):
            return False
        next_word = text[following.start : following.end].split(maxsplit=1)[0]
        if line.end - line.start + 1 + len(next_word) <= widest:
            return False
        within_sentence += bool(_OPEN_END.match(text, line.end - 1))
    return within_sentence * 2 >= len(lines) - 1
