"""What finds the names in a document: the tagger of this program, or a pipeline of spaCy."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Protocol

from tui.analysis.model import BUILTIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.names import Proposal
    from tui.analysis.tokens import Tokens
    from tui.documents.document import Document

_SPACY = "spacy:"
_RULES = "5"
"""Goes up with every change of the code after which other names may be found."""


class EngineError(Exception):
    """An engine that cannot be had; the message is a sentence for people, with what helps."""


class Engine(Protocol):
    """Finds people, organisations, places and nationalities.

    Dates and sums, which names stand for the same thing, and who spoke are found in the same way
    whatever the engine.
    """

    @property
    def name(self) -> str:
        """What `engine_named` knows it by."""

    @property
    def version(self) -> str:
        """Changes whenever the same document may give other names."""

    def propose(
        self,
        document: Document,
        tokens: Tokens,
        taken: bytearray,
        check: Callable[[], None],
    ) -> list[Proposal]:
        """Return labelled ranges of tokens, in order, none overlapping.

        Args:
            document: The article.
            tokens: Of all its blocks but code.
            taken: 1 for tokens that belong to dates, sums and the like; they are no names.
            check: Called now and then; an exception it raises ends the work.
        """


class Builtin:
    """The tagger that comes with the program."""

    name = BUILTIN

    @property
    def version(self) -> str:
        """Number of the rules, and digest of weights and word lists."""
        return f"{_RULES}-{_digest()}"

    def propose(
        self, document: Document, tokens: Tokens, taken: bytearray, check: Callable[[], None]
    ) -> list[Proposal]:
        """Return labelled ranges of tokens, as `Engine` says."""
        from tui.analysis.entities import propose_builtin

        return propose_builtin(document, tokens, taken, check)


def engine_named(name: str) -> Engine:
    """Return an engine.

    Args:
        name: `builtin`, or `spacy:` and the name of an installed spaCy pipeline, such as
            `spacy:en_core_web_sm`, or the folder one was saved in.

    Raises:
        EngineError: There is none of that name, or what it needs is not installed.
    """
    if name == BUILTIN:
        return Builtin()
    if name.startswith(_SPACY) and len(name) > len(_SPACY):
        from tui.analysis.spacy_engine import SpacyEngine

        return SpacyEngine(name.removeprefix(_SPACY))
    message = f"There is no engine {name!r}. There are: {BUILTIN}, {_SPACY}PIPELINE."
    raise EngineError(message)


@cache
def _digest() -> str:
    """Digest of all data that the tagger uses."""
    digest = hashlib.blake2b(digest_size=6)
    folder = resources.files("tui.analysis").joinpath("data")
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith((".txt", ".bin")):
            digest.update(file.name.encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()
