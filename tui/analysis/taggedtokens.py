"""Tokens with coarse word classes, quotations and brackets set aside.

A token's class is one letter. A trained tagger may take the place of `tokenise`, as long as it
gives the same letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis import speakernouns as nouns
from tui.analysis import wordclasses as wc
from tui.analysis.model import Label
from tui.analysis.persons import HONOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.marks import Marked
    from tui.analysis.model import Mention

_TOKEN = re.compile(
    r"\d+(?:[:.,]\d+)+|(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-'’.&/@][^\W_]+)*|[#@$£€][^\W_]+"
    r"|--+|\.{2,}|[^\w\s]|_"
)
_CLITIC = re.compile(r"(.+)(['’](?:s|ll|d|re|ve|m))", re.IGNORECASE)
_ABBREVIATIONS = wc.word_set("mr mrs ms dr prof gen sen rep gov sgt capt col lt rev st jr sr no")
_BRACKETS = {"(": ")", "[": "]"}
_BRACKET_REACH = 240  # code points within which a bracket must close to be set aside
_DASHES = frozenset("-–—―−")
_TIMES = frozenset((Label.DATE, Label.TIME))
_NAMES = frozenset((Label.PERSON, Label.ORG, Label.LOC, Label.NORP))

HEADS = nouns.PEOPLE | nouns.BODIES | nouns.DOCUMENTS
"""Nouns for people, bodies and documents."""

_OPENING_VERBS = wc.word_set("says said adds added asks asked writes wrote explains recalls")

_CLASSES: dict[str, str] = {}
for _letter, _words in (
    ("J", wc.ADVERBS),
    ("I", wc.PREPOSITIONS),
    ("S", wc.SUBORDINATORS - {"as", "since", "until", "than"}),
    ("D", wc.DETERMINERS),
    ("O", wc.POSSESSIVES),
    ("P", wc.SUBJECTS),
    ("R", wc.RELATIVES),
    ("C", wc.CONJUNCTIONS),
    ("A", wc.AUXILIARIES),
    ("X", frozenset({"not", "never", "n't"})),
    ("H", frozenset({"that"})),
    ("T", wc.TIME_WORDS - {"may", "march", "second", "sun", "sat"}),
):
    _CLASSES.update(dict.fromkeys(_words, _letter))


@dataclass(slots=True)
class Token:
    """A word, a punctuation mark, or something set aside as one: a quotation or a bracket.

    Attributes:
        start: First code point.
        end: One past the last.
        text: Its characters; empty for a bracket set aside.
        low: The same in lower case with straight apostrophes; empty for what is set aside.
        tag: Word class: `D` determiner, `O` possessive pronoun, `P` pronoun, `R` relative pronoun,
            `C` conjunction, `S` subordinator, `I` preposition, `A` auxiliary, `X` negation, `H`
            "that", `J` adverb, `T` day or date, `N` capitalised word, `W` other word, `#` number,
            `G` genitive, `Q` quotation, `B` bracket, `,` comma, `-` dash, `:` colon, `;`
            semicolon, `.` other punctuation.
        marked: The quotation set aside.
        mention: The entity it belongs to.
    """

    start: int
    end: int
    text: str
    low: str
    tag: str
    marked: Marked | None = None
    mention: Mention | None = None


def tokenise(
    text: str, start: int, end: int, marked: Sequence[Marked], mentions: Sequence[Mention]
) -> list[Token]:
    """Read a paragraph as tokens, with quotations and brackets set aside.

    Args:
        text: The clean text.
        start: First code point of the paragraph.
        end: One past its last code point.
        marked: Quotations within the paragraph, in order.
        mentions: Mentions that lie in the paragraph, in order.

    Returns:
        The tokens, in order.
    """
    tokens: list[Token] = []
    place = start
    for quotation in marked:
        _plain(text, place, quotation.start, tokens)
        words = text[quotation.start : quotation.end]
        tokens.append(Token(quotation.start, quotation.end, words, "", "Q", quotation))
        place = quotation.end
    _plain(text, place, end, tokens)
    _place_mentions(tokens, mentions)
    return tokens


def _plain(text: str, start: int, end: int, tokens: list[Token]) -> None:
    place = start
    while place < end:
        for match in _TOKEN.finditer(text, place, end):
            at, stop = match.span()
            word = match[0]
            if tokens and at < tokens[-1].end:
                continue  # the full stop of an abbreviation
            if word in "'’" and tokens and tokens[-1].end == at and _elided(tokens[-1]):
                continue  # the last letter of a name: "Ochieng'"
            if word in _BRACKETS:
                close = text.find(_BRACKETS[word], at, min(end, at + _BRACKET_REACH))
                if close > 0 and tokens:
                    close += text[close + 1 : min(close + 2, end)] == _BRACKETS[word]
                    tokens.append(Token(at, close + 1, "", "", "B"))
                    place = close + 1
                    break
            _add(text, at, stop, word, tokens)
        else:
            return


def _add(text: str, at: int, stop: int, word: str, tokens: list[Token]) -> None:
    low = word.lower().replace("’", "'")
    if "'" in low and len(low) > 2 and low not in wc.AUXILIARIES:
        match = _CLITIC.fullmatch(word)
        if match:
            cut = at + match.end(1)
            _add(text, at, cut, match[1], tokens)
            clitic = low[match.end(1) :]
            verb = clitic != "'s" or tokens[-1].tag == "P"
            tokens.append(Token(cut, stop, word[match.end(1) :], clitic, "A" if verb else "G"))
            return
    short = low in _ABBREVIATIONS or (len(word) == 1 and word.isupper() and word != "I")
    if short and text[stop : stop + 1] == "." and _abbreviates(text, low, stop):
        stop += 1
        word += "."
    tokens.append(Token(at, stop, word, low, _tag(word, low, tokens)))


def _elided(token: Token) -> bool:
    return token.tag == "N" and not token.low.endswith("s")


def _abbreviates(text: str, low: str, stop: int) -> bool:
    """Whether a full stop belongs to its word: initials, and "no." before a figure."""
    if len(low) == 1:
        return text[stop + 1 : stop + 2] == " " and text[stop + 2 : stop + 3].isupper()
    return low != "no" or text[stop + 1 : stop + 3].strip().isdigit()


def _tag(word: str, low: str, tokens: list[Token]) -> str:
    first = word[0]
    if first.isalpha():
        tag = _CLASSES.get(low)
        if tag == "J" and low in ("first", "past") and tokens and tokens[-1].tag in "DOG":
            return "W"
        if tag:
            return "N" if _is_name(word, tag, tokens) else tag
        if first.isupper():
            begins = not tokens or tokens[-1].tag in ".:Q"
            if begins and wc.adverbial(low):
                return "J"
            common = (
                low in HEADS or low in _OPENING_VERBS or low.endswith(("ers", "ists", "ing", "ed"))
            )
            return "W" if begins and common else "N"
        return "J" if wc.adverbial(low) else "W"
    if first.isdigit() or first in "$£€":
        return "#"
    if first in "#@":
        return "N" if len(word) > 1 else "."
    if first in ",;:":
        return first
    if first in _DASHES:
        return "-"
    if low in ("'", "’") and tokens and tokens[-1].low.endswith("s"):
        return "G"
    if first in "!&/" and tokens and tokens[-1].tag == "N":
        return "N"
    return "."


def _is_name(word: str, tag: str, tokens: list[Token]) -> bool:
    """Whether a word of a closed class, in capitals, is part of a name: IT, Will, US."""
    if not word[0].isupper() or tag in "TDO":
        return False
    if word.isupper() and len(word) > 1 and tag in "PIAJR":
        return not tokens or tokens[-1].tag == "D" or not tokens[-1].text.isupper()
    return word in ("Will", "May", "Can") and bool(tokens) and tokens[-1].tag != "."


def _place_mentions(tokens: list[Token], mentions: Sequence[Mention]) -> None:
    place = 0
    for mention in mentions:
        while place < len(tokens) and tokens[place].end <= mention.start:
            place += 1
        at = place
        while at < len(tokens) and tokens[at].start < mention.end:
            token = tokens[at]
            at += 1
            if token.tag in "QB" or token.start < mention.start:
                continue
            if mention.label in _NAMES:
                if token.tag != "G":
                    token.tag = "N"
                token.mention = mention
            elif mention.label in _TIMES:
                if token.tag in "WN#DJ":
                    token.tag = "T"
            elif token.tag in "WN":
                token.tag = "#"
        while mention.label is Label.PERSON and at < len(tokens) and tokens[at].text in HONOURS:
            tokens[at].mention = mention  # "Rosalind Pym KC"
            at += 1
