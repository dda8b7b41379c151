"""Where sentences end in English news.

Rules of our own over full stops, question marks, exclamation marks and ellipses; each looks at a
bounded stretch of text on either side.
"""

from __future__ import annotations

import re

from tui.documents.document import Span
from tui.documents.wordlists import (
    AFTER_TIMES,
    BEFORE_NUMBERS,
    ENDINGS,
    NAME_ENDINGS,
    OPENERS,
    PARTICLES,
    REPORTING_VERBS,
    SHOUTED_NAMES,
    TITLES,
)

_STOP = re.compile(
    r"(?P<marks>[.!?…‽]+)"
    # quotation marks and brackets that close right after it, or after a thin or other space
    r"(?P<closers>[\"'”’»›)\]}]*(?:[ \u00a0\u2009\u202f][”»›](?=[\s.,;:!?)\]]|$))*"
    # marks that open in English and close in German
    r"(?:[“‘«‹](?=\s|$))?)"
)
_QUOTATION_MARKS = frozenset("\"'”’»›“‘«‹")
_SPACES = re.compile(r"\s*")
_LEAD = re.compile(r"[\"'“”‘’«»‹›„‚‛‟(\[{¿¡*_]{0,8}")
_DASH = re.compile(r"[-–—―]+\s*")
_WORD = re.compile(r"[^\W_]{1,32}(?:['’][^\W_]{1,8})?")
_SHOUT = re.compile(r"[!?‽]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|Ph\.D")
_TIME = re.compile(r"[ap]\.m", re.IGNORECASE)
_BEFORE = 32  # code points looked at before a full stop
_CLAUSE = 120  # code points looked at after a quote for `Smith asked`


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Find sentences in English prose.

    A sentence never runs across a line feed. Closing quotation marks and brackets belong to the
    sentence before them, and a quote with the words that report it (`"Why?" he asked.`) is one
    sentence. White space between sentences belongs to none; every other character belongs to
    one.

    Args:
        text: Clean text.
        start: First code point to look at.
        end: One past the last code point to look at; the end of the text if left out.

    Returns:
        Spans in order, without white space at their ends.
    """
    stop = len(text) if end is None else min(end, len(text))
    found: list[Span] = []
    position = start
    while position < stop:
        line_end = text.find("\n", position, stop)
        line_end = stop if line_end < 0 else line_end
        _line_sentences(text, position, line_end, found)
        position = line_end + 1
    return found


def _line_sentences(text: str, start: int, end: int, found: list[Span]) -> None:
    """Add the sentences of one line to `found`."""
    start = _skip_spaces(text, start, end)
    first_word = _LETTER_OR_DIGIT.search(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        if first_word is None:
            break
        if stop.start() < first_word.start() or not _ends_sentence(text, start, end, stop):
            continue
        found.append(Span(start, stop.end()))
        start = _skip_spaces(text, stop.end(), end)
        first_word = _LETTER_OR_DIGIT.search(text, start, end)
    if start >= end:
        return
    rest = Span(start, start + len(text[start:end].rstrip()))
    if first_word is None and found and text.find("\n", found[-1].end, start) < 0:
        # marks alone are no sentence: they go with the one before
        before = found.pop()
        rest = Span(before.start, rest.end)
    found.append(rest)


def _skip_spaces(text: str, position: int, end: int) -> int:
    match = _SPACES.match(text, position, end)
    return match.end() if match else position


def _ends_sentence(text: str, start: int, end: int, stop: re.Match[str]) -> bool:
    """Whether the sentence from `start` ends with the marks and closers of `stop`."""
    after = _skip_spaces(text, stop.end(), end)
    if after == end:
        return True
    if after == stop.end():  # a missing space, as in `left.“We`; else a point within a word
        return text[after] in "“‘" and bool(_LETTER_OR_DIGIT.match(text, after + 1, end))
    marks = stop["marks"]
    if marks == "." and stop.start() - start < 4 and text[start : stop.start()].isdigit():
        return False  # the number of a list item
    dash = _DASH.match(text, after, end)
    lead = _LEAD.match(text, dash.end() if dash else after, end)
    begin = lead.end() if lead else after
    if text[begin : begin + 1] in {".", ",", ";", ":", "!", "?", "…"}:
        return False
    word = _word_at(text, begin, end)
    if word[:1].islower() and not any(c.isupper() for c in word):
        return False
    quoted = not _QUOTATION_MARKS.isdisjoint(stop["closers"])
    before = _word_before(text, start, stop.start())
    if marks == ".":
        return _full_stop_ends(before, word, quoted=quoted, joined=begin > after and not quoted)
    if _SHOUT.search(marks):
        if quoted:
            return word in OPENERS or not _reports(text[begin : min(end, begin + _CLAUSE)])
        return not _is_shouted_name(before, word)
    return True


def _word_at(text: str, begin: int, end: int) -> str:
    """The word that begins here; empty if none does, or only the initial of a name."""
    match = _WORD.match(text, begin, end)
    if match is None:
        return ""
    word = match[0]
    initial = len(word) == 1 and word.isalpha() and text.startswith(".", match.end(), end)
    return "" if initial else word


def _word_before(text: str, start: int, position: int) -> str:
    """The word that a mark follows: back to white space, or empty where it is very long."""
    reach = max(start, position - _BEFORE)
    words = text[reach:position].split()
    if not words or text[position - 1].isspace() or (len(words) == 1 and reach > start):
        return ""
    word = words[-1].lstrip("\"'“‘«‹„([{¿¡*_")
    for joint in ("—", "–", "/", "-", "("):
        word = word.rpartition(joint)[2] or word
    return word


def _full_stop_ends(before: str, word: str, *, quoted: bool, joined: bool) -> bool:
    """Whether a single full stop between two words ends a sentence.

    Args:
        before: The word it follows.
        word: The word after it, or empty if something else follows.
        quoted: Whether a quotation closes at it.
        joined: Whether a dash, a bracket or an opening mark comes before `word`.
    """
    known = before.capitalize() if before.isupper() and word.isupper() and word[1:] else before
    numbered = word[:1].isdigit() and not joined
    if known in TITLES:
        return quoted or (before.isupper() and word in OPENERS)
    if known in BEFORE_NUMBERS and numbered:
        return False
    if _TIME.fullmatch(before):
        return not numbered and not joined and word not in AFTER_TIMES
    if known in ENDINGS or _INITIALS.fullmatch(before) or (len(before) == 1 and before.isalpha()):
        return quoted or (word in OPENERS and not joined)
    return True


def _reports(following: str) -> bool:
    """Whether a speaker's name and a reporting verb come first (`Jo Smith, 45, asked`)."""
    for token in following.split()[:9]:
        word = token.rstrip(",.:")
        if word in REPORTING_VERBS:
            return True
        if not (word[:1].isupper() or word.isdigit() or word in PARTICLES) or token[-1:] in "?!;:":
            return False
    return False


def _is_shouted_name(before: str, word: str) -> bool:
    """Whether an exclamation or question mark belongs to a name, as in `the Walla! News site`."""
    if word in NAME_ENDINGS:
        return before[:1].isupper()
    return before in SHOUTED_NAMES and word not in OPENERS
