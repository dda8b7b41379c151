"""Words to look for: in any case, with or without accents, over the end of a line."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, cached_property
from typing import TYPE_CHECKING

from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What a keyboard has one key for and print has several signs for.
_ALIKE = {
    "'": "['’‘‛ʼ´`]",
    '"': '["“”„‟«»]',
    "-": "[-\u2010\u2011\u2012–—]",
}
# Letters whose stroke is no accent to Unicode, but is to a keyboard.
_STROKES = {
    "a": "ª", "d": "đð", "h": "ħ", "i": "ı", "l": "łŀ", "o": "øº", "t": "ŧ",
    "D": "ĐÐ", "H": "Ħ", "I": "İ", "L": "ŁĿ", "O": "Ø", "T": "Ŧ",
}  # fmt: skip
_COMBINING = "\u0300-\u036f"
_ACCENTED = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
_MARKED = re.compile(f"[\u00aa\u00ba\u00c0-\u024f\u02bc{_COMBINING}\u1e00-\u1eff]")
_PLAIN = re.compile(r"[^\W_]+")
_MARKS = f"[{_COMBINING}]*"


class Phrase:
    """One or more words that follow each other.

    Args:
        words: The words; white space between them stands for any white space.
        case: Whether capitals count; if None, only where the words have a capital.
        whole: Whether the first must begin and the last must end a word.
        accents: Whether accents count. If not, a letter without an accent stands for the letter
            with any.
        open_end: The last word may go on; only with `whole`.

    Raises:
        ValueError: There is no word.
    """

    def __init__(
        self,
        words: str,
        *,
        case: bool | None = None,
        whole: bool = False,
        accents: bool = False,
        open_end: bool = False,
    ) -> None:
        parts = unicodedata.normalize("NFC", words).split()
        if not parts:
            raise ValueError("There is no word to look for.")
        self.case = any(c.isupper() for c in words) if case is None else case
        self.accents = accents
        self._whole, self._open_end = whole, open_end
        self._parts = parts
        # The longest run of letters, by which most texts without the phrase are told quickly.
        self._run = max(
            (run for part in parts for run in _PLAIN.findall(part)), key=len, default=""
        )
        if not self.case:
            self._run = self._run.lower()

    def matches(self, text: str) -> Iterator[Span]:
        """The places where the phrase is, in order and not over each other."""
        here = self._run in (text if self.case else text.lower())
        marked = not text.isascii() and bool(_MARKED.search(text))
        if here or marked:
            pattern = self._marked if marked else self._unmarked
            for match in pattern.finditer(text):
                yield Span(*match.span())

    @cached_property
    def _unmarked(self) -> re.Pattern[str]:
        """For texts without accents."""
        return self._compile(self._plain)

    @cached_property
    def _marked(self) -> re.Pattern[str]:
        """For texts with accents, whether of one code point with their letter or of their own."""
        return self._compile(self._letter)

    def _compile(self, letter: Callable[[str], str]) -> re.Pattern[str]:
        words = [[_ALIKE.get(c) or letter(c) for c in part] for part in self._parts]
        if self._whole:
            words[0][0] = _new_word(words[0][0])
        pattern = r"\s+".join(map("".join, words)) + f"(?![{_COMBINING}])"
        if self._whole and not self._open_end:
            pattern += r"(?![^\W_])"
        return re.compile(pattern, re.DOTALL)

    def _plain(self, letter: str) -> str:
        """A letter as it is written, or in either case."""
        if self.case:
            return re.escape(letter)
        cases = {letter, letter.lower(), letter.upper(), letter.upper().lower()}
        return _class({case for case in cases if len(case) == 1})

    def _letter(self, letter: str) -> str:
        """The same with any accent, if it has none."""
        if not self.accents and letter.isascii() and letter.isalpha():
            cases = {letter} if self.case else {letter.lower(), letter.upper()}
            variants = cases.union(*(_variants().get(case, "") for case in cases))
            return _class(variants) + _MARKS
        plain = self._plain(letter)
        apart = unicodedata.normalize("NFD", letter)
        if len(apart) > 1 and apart[1] <= "\u036f":
            return f"(?:{plain}|{self._plain(apart[0])}{apart[1:]})"
        return plain


def _new_word(first: str) -> str:
    """What matches the first letter of a phrase, only where it begins a word."""
    if first.startswith("(?:"):
        return r"(?<![^\W_])" + first
    # After the letter, not before it: so the letter is looked for quickly.
    letter = first.removesuffix(_MARKS)
    return letter + r"(?<![^\W_].)" + first[len(letter) :]


def _class(letters: set[str]) -> str:
    if len(letters) == 1:
        return re.escape(*letters)
    return "[" + "".join(map(re.escape, sorted(letters))) + "]"


@cache
def _variants() -> dict[str, str]:
    """For each Latin letter, what it becomes with accents and strokes."""
    found = dict(_STROKES)
    for code in _ACCENTED:
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.isalpha():
            found[base] = found.get(base, "") + chr(code)
    return found
