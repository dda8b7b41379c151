r"""Regular expressions that a reader writes, run in linear time.

They are run by RE2, an automaton that never goes back in the text, so that no expression can
hold the program up (https://github.com/google/re2/wiki/Syntax). What cannot be had for that
price is refused: backreferences and looking around. `\b` knows only the letters of English.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, cast

from tui.documents.document import Span
from tui.documents.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SLICE = 16_384  # code points of text that are looked at together
_TOKEN = re.compile(
    r"\\[pP](?:\{[^}]{0,64}\}|\w)|\\.|\(\?P|\[:\^?\w{0,16}:\]|\[\^?\]?|\]|.", re.DOTALL
)
# RE2 means ASCII by these; a reader means the letters of any language.
_CLASSES = {
    r"\w": r"\p{L}\p{M}\p{N}_",
    r"\d": r"\p{Nd}",
    r"\s": r"\s\p{Z}",
}
_OPPOSITES = {r"\W": r"\w", r"\D": r"\d", r"\S": r"\s"}


class PatternError(ValueError):
    """A regular expression cannot be run; the message is a sentence that says why."""


class _Match(Protocol):
    def span(self) -> tuple[int, int]: ...


class _Compiled(Protocol):
    def finditer(self, text: str) -> Iterable[_Match]: ...


class Expression:
    r"""A regular expression.

    `^` and `$` stand for the ends of a line. A match is never empty and has no more than 16,384
    code points: a paragraph longer than that is cut between two words, as if a line ended there.
    `\w`, `\d` and `\s` mean the letters, digits and blanks of any language.

    Args:
        pattern: The expression.
        case: Whether capitals count; if None, only where the pattern has a capital.

    Raises:
        PatternError: It is no regular expression, or asks for what RE2 cannot do, or the package
            `google-re2` is not installed.
    """

    def __init__(self, pattern: str, *, case: bool | None = None) -> None:
        tokens = _TOKEN.findall(pattern)
        if case is None:
            case = any(token.isupper() for token in tokens if len(token) == 1)
        self._compiled = _compile(_widened(tokens), case=case)

    def matches(self, text: str) -> Iterator[Span]:
        """The places where it matches, in order and not over each other."""
        for low, high in _slices(text):
            for match in self._compiled.finditer(text[low:high]):
                start, end = match.span()
                if start < end:
                    yield Span(low + start, low + end)


def _compile(pattern: str, *, case: bool) -> _Compiled:
    try:
        import re2
    except ImportError as error:
        raise PatternError(
            "Regular expressions need the package google-re2: pip install 'newsreader[regex]'."
        ) from error
    options = re2.Options()
    options.case_sensitive = case
    options.log_errors = False
    try:
        return cast("_Compiled", re2.compile(f"(?m){pattern}", options))
    except re2.error as error:
        said = error.args[0] if error.args else b""
        reason = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        raise PatternError(f"This is no regular expression: {clean_line(reason)}.") from None
    except UnicodeEncodeError:
        raise PatternError("This is no regular expression: it has half a character.") from None


def _widened(tokens: list[str]) -> str:
    """The pattern with its classes of characters made those of any language."""
    parts: list[str] = []
    inside = False
    for piece in tokens:
        if piece in _CLASSES:
            parts.append(_CLASSES[piece] if inside else f"[{_CLASSES[piece]}]")
        elif piece in _OPPOSITES and not inside:
            parts.append(f"[^{_CLASSES[_OPPOSITES[piece]]}]")
        else:
            opens = piece.startswith("[") and not piece.startswith("[:")
            inside = opens or (inside and piece != "]")
            parts.append(piece)
    return "".join(parts)


def _slices(text: str) -> Iterator[Span]:
    """Parts of the text, cut between paragraphs, or else lines, or else words."""
    start = 0
    while len(text) - start > _SLICE:
        limit = start + _SLICE
        for blank in ("\n\n", "\n", " "):
            cut = text.rfind(blank, start + 1, limit)
            if cut > start:
                break
        else:
            cut = limit
        yield Span(start, cut)
        start = cut
    if start < len(text):
        yield Span(start, len(text))
