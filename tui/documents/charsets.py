"""Which characters the bytes of a web page stand for."""

from __future__ import annotations

import codecs
import re

from tui.documents.files import decode

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{1,40})", re.IGNORECASE
)
_LOOKED_AT = 4096  # bytes
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Codecs of ASCII's kin, as Python calls them; there are others that take bytes to anything at all.
_CODECS = re.compile(
    r"(?:ascii|big5|cp(?:125\d|437|8\d\d|9\d\d)|euc|gb|iso8859|iso2022|johab|koi8|mac|shift_|tis)"
)
_AS_BROWSERS = {"ascii": "cp1252", "iso8859-1": "cp1252"}


def decode_page(data: bytes, declared: str = "", *, whole: bool = True) -> str:
    """Turn the bytes of a web page into characters.

    A byte order mark counts most, then what the server declared, then what the page declares; a
    page that declares nothing that is known is read as other files are. As in browsers (WHATWG
    Encoding Standard), ISO 8859-1 is taken for Windows-1252.

    Args:
        data: The page, or its beginning.
        declared: The charset a server named, or empty.
        whole: Whether that is the whole page.

    Returns:
        The text, with U+FFFD for bytes that stand for nothing.
    """
    if not data.startswith(_MARKS):
        in_page = _DECLARED.search(data, 0, _LOOKED_AT)
        for name in (declared, in_page[1].decode("ascii", "replace") if in_page else ""):
            codec = _codec(name)
            if codec:
                return codecs.getincrementaldecoder(codec)("replace").decode(data, whole)
    return decode(data, whole=whole)


def _codec(name: str) -> str:
    """Python's name of an encoding, or empty if it is unknown, or UTF-8, which is tried anyway."""
    try:
        found = codecs.lookup(name).name if name and name.isascii() else ""
    except (LookupError, ValueError):
        return ""
    return _AS_BROWSERS.get(found, found) if _CODECS.match(found) else ""
