"""Tokens of an article for finding entities: finer than a reader's words, with exact offsets."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis.lexicon import word_set
from tui.documents.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.documents.document import Document

# Possessive quantifiers (`*+`) keep no way back, so that a word of a megabyte costs no memory. A
# letter may be followed by combining accents; an apostrophe inside a word belongs to it, a
# possessive 's does not.
_TOKEN = re.compile(
    r"(?<![°\w])(?:[^\W\d_]\.)++(?:[^\W\d_](?!\w))?"
    r"|[^\W\d_][^\W_\u0300-\u036f]*[\u0300-\u036f]*"
    r"(?:[^\W_][\u0300-\u036f]*|['’](?![sS](?!\w))[^\W\d_][\u0300-\u036f]*)*+"
    r"|['’][sS](?!\w)"
    r"|\d+(?:[.,:]\d+)*+"
    r"|[^\w\s]|_"
)

ABBREVIATIONS = word_set(
    """Mr Mrs Ms Mx Dr Prof Gen Sen Rep Gov Lt Col Maj Capt Cmdr Adm Sgt Cpl Pvt Brig Rev Hon Fr
    Sr Jr Msgr Pres Supt Insp Det Sec Amb Atty St Ste Mt Ft Inc Corp Co Ltd Bros Cie Univ Dept
    Assn No Nos vs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur
    Thurs Fri Sat Sun Rs Ave Blvd Rd Calif Fla Ala Ariz Ark Colo Conn Del Ill Ind Kan Ky La
    Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo"""
)
_ENDS = frozenset(".!?…")
_OPENERS = frozenset("\"'“‘«„‹([*—–:•·|」「›»”’")
_PLAIN = str.maketrans({"’": "'", "ʻ": "'", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d",
                        "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe"})  # fmt: skip


def fold(word: str) -> str:
    """Return a word without accents, as it would stand in a word list."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@dataclass(slots=True)
class Tokens:
    """The tokens of a document, in parallel lists.

    Attributes:
        texts: What each token reads.
        starts: First code point of each.
        ends: One past its last code point.
        opens: 1 where a capital is due anyway: the first word of a sentence, quotation or block.
        titled: 1 in headings whose words (nearly) all have capitals, where a capital means little.
        blocks: First token of each block.
        dateline: First token of the dateline, or -1.
    """

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    opens: bytearray = field(default_factory=bytearray)
    titled: bytearray = field(default_factory=bytearray)
    blocks: list[int] = field(default_factory=list)
    dateline: int = -1

    def glued(self, index: int) -> bool:
        """Tell whether a token follows the one before it without a space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]


def tokenise(document: Document, check: Callable[[], None]) -> Tokens:
    """Split all blocks of a document, code excepted, into tokens."""
    tokens = Tokens()
    for block in document.blocks:
        if block.kind is BlockKind.CODE:
            continue
        check()
        first = len(tokens.texts)
        tokens.blocks.append(first)
        _add_block(tokens, document.text, block.start, block.end, check)
        last = len(tokens.texts)
        titled = block.kind in (BlockKind.HEADLINE, BlockKind.HEADING) and _all_capital(
            tokens.texts[first:last]
        )
        tokens.titled += bytes([titled]) * (last - first)
    if document.dateline is not None:
        place = bisect_left(tokens.starts, document.dateline.start)
        tokens.dateline = place if place < len(tokens.starts) else -1
    return tokens


def words_of(text: str) -> list[str]:
    """Return the tokens of a short text."""
    return _TOKEN.findall(text)


def _add_block(tokens: Tokens, text: str, start: int, end: int, check: Callable[[], None]) -> None:
    texts, starts, ends, opens = tokens.texts, tokens.starts, tokens.ends, tokens.opens
    due = 1
    for number, match in enumerate(_TOKEN.finditer(text, start, end)):
        if number % 4096 == 4095:
            check()
        word = match[0]
        place = match.start()
        if word == "." and ends and ends[-1] == place and texts[-1] in ABBREVIATIONS:
            texts[-1] += "."
            ends[-1] = place + 1
            due = 0
            continue
        texts.append(word)
        starts.append(place)
        ends.append(match.end())
        opens.append(due)
        if word[0].isalnum():
            # A full stop after an abbreviation may also end the sentence.
            due = 1 if len(word) > 2 and word[-1] == "." else 0
        elif word in _ENDS or word in _OPENERS:
            due = 1


def _all_capital(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return len(long) > 2 and capital * 5 >= len(long) * 4
