"""Which engine analyses documents, and by which version of the code.

The one place of this room that calls the analysis.
"""

from __future__ import annotations

import hashlib
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import tui
from tui.analysis.analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.model import Analysis
    from tui.documents.document import Document

BUILTIN = "builtin"
"""Name of the engine that comes with the program."""

_ROOMS = ("analysis", "documents")  # what is found rests on their code and data


def find(document: Document, engine: str, stopped: Callable[[], bool]) -> Analysis:
    """Analyse a document.

    Args:
        document: What to analyse.
        engine: Name of the engine.
        stopped: Asked again and again; true ends the work.

    Returns:
        What was found.

    Raises:
        ValueError: There is no such engine.
        Stopped: When `stopped` has answered true.
    """
    if engine != BUILTIN:
        raise ValueError(engine)
    return analyse(document, stopped)


@cache
def version(engine: str = BUILTIN) -> str:
    """Name the analysis that this program makes.

    Nothing has to be counted up by hand: a digest of the code and the data that documents are
    read and analysed with, and the version of Unicode that tells letters from other characters.

    Args:
        engine: Name of the engine.

    Returns:
        The same for every program that finds the same; it changes with each change of the code.
    """
    digest = hashlib.blake2b(f"{unicodedata.unidata_version}\0{engine}".encode(), digest_size=16)
    package = Path(tui.__file__).parent
    for room in _ROOMS:
        for path in sorted((package / room).rglob("*")):
            if path.suffix == ".pyc" or not path.is_file():
                continue
            content = path.read_bytes()
            name = path.relative_to(package).as_posix()
            digest.update(f"\0{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()
