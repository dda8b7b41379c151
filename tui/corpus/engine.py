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
from tui.analysis.engines import engine_named
from tui.analysis.model import BUILTIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.engines import Engine
    from tui.analysis.model import Analysis
    from tui.documents.document import Document

__all__ = ["BUILTIN", "find", "loaded", "version"]

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
        EngineError: There is no such engine, or what it needs is not installed.
        Stopped: When `stopped` has answered true.
    """
    return analyse(document, stopped, loaded(engine))


@cache
def loaded(name: str) -> Engine:
    """An engine that was loaded before, or else is loaded now.

    Raises:
        EngineError: There is none of that name, or what it needs is not installed.
    """
    return engine_named(name)


@cache
def version(engine: str = BUILTIN) -> str:
    """Name the analysis that this program makes.

    Nothing has to be counted up by hand: a digest of the code and the data that documents are
    read and analysed with, and the version of Unicode that tells letters from other characters.

    Args:
        engine: Name of the engine.

    Raises:
        EngineError: There is no such engine, or what it needs is not installed.

    Returns:
        The same for every program that finds the same; it changes with each change of the code.
    """
    made_by = engine if engine == BUILTIN else f"{engine} {loaded(engine).version}"
    digest = hashlib.blake2b(f"{unicodedata.unidata_version}\0{made_by}".encode(), digest_size=16)
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
