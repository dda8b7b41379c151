"""File names that are safe on every system, whatever they are made from."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,38}[a-z0-9])?")
_ENDS_LIKE_A_DIGEST = re.compile(r"-[0-9a-f]{16}\Z")
# Names that stand for devices on Windows, with any suffix.
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(10)]
)


def digest(value: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()


def slug(name: str) -> str:
    """The readable part of a file name: up to 40 of a-z, 0-9 and inner hyphens, or nothing."""
    ascii_only = unicodedata.normalize("NFKD", name[:400]).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:40].strip("-")


def numbered_name(name: str, identity: str | None = None) -> str:
    """A file name made of `name` that no other `identity` has (by default, no other name).

    At most 57 characters of a-z, 0-9 and hyphen: names that differ in case only stay apart on
    systems that do not tell case.
    """
    return f"{slug(name) or 'x'}-{digest(name if identity is None else identity)[:16]}"


def file_name(name: str) -> str:
    """The same, but plain names (`anna`, `coder_2`) stay as they are."""
    if _PLAIN.fullmatch(name) and name not in _DEVICES and not _ENDS_LIKE_A_DIGEST.search(name):
        return name
    return numbered_name(name)
