"""Addresses of pages: which may be fetched, and which are the same."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urldefrag, urljoin, urlsplit, urlunsplit

from tui.documents.text import clean_line

_LENGTH_LIMIT = 2_000


class FetchError(Exception):
    """Something cannot be fetched; the message is a sentence for people."""


def normal(url: str) -> str:
    """An address without what makes no difference: fragment, case of the host, default port.

    Args:
        url: As somebody wrote it.

    Raises:
        FetchError: It is none of http or https, names a password, or is too long.
    """
    try:
        parts = urlsplit(urldefrag(url.strip())[0])
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
    except ValueError:
        raise FetchError(f"{_shown(url)} is no address.") from None
    if parts.scheme not in {"http", "https"}:
        raise FetchError(f"{_shown(url)} is no address that begins with http:// or https://.")
    if not host:
        raise FetchError(f"{_shown(url)} names no host.")
    if parts.username is not None or parts.password is not None:
        raise FetchError(f"The address at {host} names a user or a password, which is not sent.")
    if len(url) > _LENGTH_LIMIT:
        raise FetchError(f"The address at {host} is too long.")
    host = f"[{host}]" if ":" in host else host
    if port is not None and port != {"http": 80, "https": 443}[parts.scheme]:
        host = f"{host}:{port}"
    return urlunsplit((parts.scheme, host, parts.path or "/", parts.query, ""))


def follow(url: str, target: str) -> str:
    """The address that a link or a redirection on a page leads to.

    Raises:
        FetchError: It is no address that may be fetched.
    """
    try:
        return normal(urljoin(url, target))
    except ValueError:
        raise FetchError(f"{_shown(target)} is no address.") from None


def site(url: str) -> str:
    """Scheme, host and port of an address."""
    return url[: url.index("/", url.index("//") + 2)]


def is_inside(url: str) -> bool:
    """Whether an address leads into the reader's own machine or network."""
    host = urlsplit(url).hostname or ""
    try:
        found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return False  # the connection will say so
    return any(not ipaddress.ip_address(str(each[4][0]).split("%")[0]).is_global for each in found)


def _shown(url: str) -> str:
    return f"‘{clean_line(url[:200])}’"
