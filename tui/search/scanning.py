"""Reading a query piece by piece."""

from __future__ import annotations

import re

from tui.reading.expressions import Expression, PatternError
from tui.search.query import Anything, Pattern, QueryError, Value, Words

_SPACE = re.compile(r"\s*")
_BARE = re.compile(r"[^\s()\"“”„]+")
_QUOTED = re.compile('["“”„]([^"“”„]*)["“”„]')
_PATTERN = re.compile(r"/((?:[^/\\]|\\.)*)/", re.DOTALL)
_OPERATOR = re.compile(r"(?:OR|AND|NOT)(?=[\s()]|$)")


class Scanner:
    """A query and a place in it.

    Args:
        written: The query.

    Attributes:
        written: The query.
        place: Offset of what comes next.
    """

    def __init__(self, written: str) -> None:
        self.written = written
        self.place = 0

    def at(self, sign: str) -> bool:
        """Whether this sign stands here."""
        return self.written.startswith(sign, self.place)

    def ends(self) -> bool:
        """Whether the query or a part in parentheses ends here."""
        return self.place >= len(self.written) or self.at(")")

    def operator(self) -> str:
        """The operator that stands here, or an empty string."""
        match = _OPERATOR.match(self.written, self.place)
        return match[0] if match else ""

    def take(self, operator: str) -> bool:
        """Go past an operator, if it stands here."""
        if self.operator() != operator:
            return False
        self.go(self.place + len(operator))
        return True

    def go(self, place: int) -> None:
        """Go to a place and past the blanks there."""
        self.place = place
        self.skip()

    def skip(self) -> None:
        """Go past the blanks."""
        space = _SPACE.match(self.written, self.place)
        self.place = space.end() if space else self.place

    def value(self, place: int) -> Value:
        """Go past the words or the regular expression at a place.

        Raises:
            QueryError: Nothing of the kind stands there, or it is not complete.
        """
        written = self.written
        if quoted := _QUOTED.match(written, place):
            self.go(quoted.end())
            words = " ".join(quoted[1].split())
            if not words:
                raise QueryError("There is nothing between these quotation marks.", place)
            return Words(words)
        if written[place] in '"“”„':
            raise QueryError("This quotation mark is not closed.", place)
        if written[place] == "/":
            return self._pattern(place)
        bare = _BARE.match(written, place)
        if bare is None:
            raise QueryError("A word or a field is expected here.", place)
        self.go(bare.end())
        word = bare[0]
        if word == "*":
            return Anything()
        if word.endswith("*") and word.strip("*"):
            return Words(word.rstrip("*"), open_end=True)
        return Words(word)

    def _pattern(self, place: int) -> Pattern:
        match = _PATTERN.match(self.written, place)
        if match is None:
            raise QueryError("This regular expression is not closed by a slash.", place)
        source = match[1].replace(r"\/", "/")
        if not source:
            raise QueryError("There is nothing between these slashes.", place)
        try:
            Expression(source)
        except PatternError as error:
            raise QueryError(str(error), place) from None
        self.go(match.end())
        return Pattern(source)
