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

_MANY_LINES = "(?m)"  # `^` and `$` stand for the ends of a line
_SLICE = 4_096  # code points in which a match is looked for at a time
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

    `^` and `$` stand for the ends of a line; in a paragraph of more than 4,096 code points they
    may match between two words too. A match is never empty, and one that has more code points
    than that may be cut short.
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
        start = 0
        while start < len(text):
            cut, reach = _slice(text, start)
            following = cut
            for match in self._compiled.finditer(text[start:reach]):
                low, high = match.span()
                if start + low >= cut:
                    break
                if low < high:
                    yield Span(start + low, start + high)
                    following = max(cut, start + high)
            start = following


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
        return cast("_Compiled", re2.compile(_MANY_LINES + pattern, options))
    except re2.error as error:
        said = error.args[0] if error.args else b""
        reason = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        reason = reason.replace(_MANY_LINES, "", 1)
        raise PatternError(
            f"This is no regular expression: {clean_line(reason.replace('(?m)', ''))}."
        ) from None
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


def _slice(text: str, start: int) -> tuple[int, int]:
    """What part of a text to look at next.

    Returns:
        Up to where a match may begin, and up to where it may reach: to the end of a paragraph
        if there is one near, or else as far again.
    """
    limit = start + _SLICE
    if limit >= len(text):
        return len(text), len(text)
    cut = text.rfind("\n\n", start + 1, limit)
    if cut > start:
        return cut, cut
    cut = max(text.rfind("\n", start + 1, limit), text.rfind(" ", start + 1, limit))
    cut = cut if cut > start else limit
    return cut, min(cut + _SLICE, len(text))
