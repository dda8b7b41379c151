"""Which code an analysis was made by."""

from __future__ import annotations

import hashlib
import unicodedata
from functools import cache
from pathlib import Path

import tui

_ROOMS = ("analysis", "documents")  # what is found rests on their code and data


@cache
def version() -> str:
    """Name the analysis that this program makes.

    Nothing has to be counted up by hand: a digest of the code and the data that documents are
    read and analysed with, and the version of Unicode that tells letters from other characters.

    Returns:
        The same for every program that finds the same; it changes with each change of the code.
    """
    digest = hashlib.blake2b(unicodedata.unidata_version.encode(), digest_size=16)
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
