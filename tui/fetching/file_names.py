"""Names of files for articles: made of titles, and safe on any disk."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
import unicodedata
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

_LENGTH = 60  # characters of a title
_OTHERS = re.compile(r"[^a-z0-9]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])")  # on Windows, with any suffix


def file_stem(title: str, date: dt.date | None, url: str) -> str:
    """A name for a file, without its suffix.

    Args:
        title: Title of the article, in any script.
        date: When it was published, if that is known.
        url: Where it is from; it tells articles apart whose title has no Latin letter.

    Returns:
        Letters a to z, digits and hyphens: the date, and the title as far as there is room.
    """
    letters = unicodedata.normalize("NFKD", title[: 4 * _LENGTH]).encode("ascii", "ignore").decode()
    words = _OTHERS.sub("-", letters.lower().replace("'", "")).strip("-")
    if len(words) > _LENGTH:
        words = words[:_LENGTH].rpartition("-")[0] or words[:_LENGTH]
    if not words or _RESERVED.fullmatch(words):
        words = f"article-{hashlib.sha256(url.encode()).hexdigest()[:8]}"
    return f"{date.isoformat()}-{words}" if date else words


def write_new(folder: Path, stem: str, suffix: str, text: str) -> Path:
    """Write a file that was not there, all of it or nothing.

    Args:
        folder: Where to.
        stem: Its name; a number is added where that is taken.
        suffix: What the name ends in.
        text: What to write, as UTF-8.

    Returns:
        The file.

    Raises:
        OSError: It cannot be written.
    """
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".newsreader-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_mask())
        for number in count(1):
            path = folder / f"{stem}{f'-{number}' if number > 1 else ''}{suffix}"
            if _put(Path(temporary), path):
                return path
    finally:
        Path(temporary).unlink(missing_ok=True)
    raise AssertionError  # `count` never ends


def _put(temporary: Path, path: Path) -> bool:
    """Give a file its name, unless another has it."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            return False
        temporary.replace(path)
    return True


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
