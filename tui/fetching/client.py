"""Fetching over HTTP: politely, and never more or longer than is said here."""

from __future__ import annotations

import time
from email.message import Message
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from tui.documents.text import clean_line
from tui.fetching.addresses import FetchError, follow, is_inside, normal, site

if TYPE_CHECKING:
    import urllib3

BODY_LIMIT = 16 * 1024 * 1024
"""Largest answer that is read, in bytes, unpacked."""

ROBOTS_LIMIT = 512 * 1024
"""As much of a `robots.txt` is read, in bytes; RFC 9309 asks for 500 KiB at least."""

AGENT = "newsreader"
"""What `robots.txt` calls this program."""

_REDIRECTS = 5
_LONGEST_DELAY = 60.0  # seconds
_CODINGS = {"", "identity", "gzip", "x-gzip", "deflate"}


class Answer(NamedTuple):
    """What came back for an address.

    Attributes:
        url: Where it came from in the end.
        kind: Its content type, in lower case, or empty.
        charset: The charset the server named, or empty.
        body: Its bytes, unpacked.
    """

    url: str
    kind: str
    charset: str
    body: bytes


class Client:
    """Fetches one address after the other.

    Args:
        delay: Seconds between two requests to one host; `robots.txt` may ask for more, of which
            up to a minute is heeded.
        wait: Seconds to wait for a connection, and for each piece of an answer.
        patience: Seconds an answer may take in all, once its head has come.
    """

    def __init__(self, delay: float = 1.0, wait: float = 15.0, patience: float = 60.0) -> None:
        import urllib3

        self._delay = delay
        self._patience = patience
        self._pool = urllib3.PoolManager(
            headers={
                "User-Agent": f"{AGENT}/{_version()}",
                "Accept": "text/html,application/xhtml+xml,application/rss+xml,"
                "application/atom+xml,application/xml;q=0.9,text/plain;q=0.8",
                "Accept-Encoding": "gzip, deflate",
            },
            timeout=urllib3.Timeout(connect=wait, read=wait),
            retries=False,
        )
        self._asked: dict[str, float] = {}  # when each host may be asked again
        self._robots: dict[str, _Robots | FetchError] = {}
        self._named: set[str] = set()  # hosts the reader named, which may be in their own network

    def name(self, url: str) -> None:
        """Take note of an address that the reader gave, not a page or a feed."""
        self._named.add(urlsplit(url).hostname or "")

    def fetch(self, url: str) -> Answer:
        """Fetch a page or a feed.

        Args:
            url: Its address.

        Raises:
            FetchError: It cannot be fetched, or `robots.txt` asks not to; the message is a
                sentence for people.
        """
        url = normal(url)
        for _ in range(_REDIRECTS + 1):
            self._check(url)
            robots = self._robots_of(url)
            if not robots.allows(url):
                raise FetchError(f"{site(url)} asks programs not to fetch it (robots.txt).")
            status, answer, target = self._request(url, BODY_LIMIT, robots.delay)
            if target is None:
                if status != 200:
                    raise FetchError(f"{site(url)} answered {status}{_meaning(status)}.")
                return answer
            url = follow(url, target)
        raise FetchError(f"It was redirected more than {_REDIRECTS} times.")

    def _check(self, url: str) -> None:
        host = urlsplit(url).hostname or ""
        if host not in self._named and is_inside(url):
            raise FetchError(f"{site(url)} is in your own network: name it if you mean it.")

    def _robots_of(self, url: str) -> _Robots:
        origin = site(url)
        if origin not in self._robots:
            try:
                self._robots[origin] = self._fetch_robots(f"{origin}/robots.txt")
            except FetchError as error:  # so that a dead host is waited for only once
                self._robots[origin] = error
        found = self._robots[origin]
        if isinstance(found, FetchError):
            raise found
        return found

    def _fetch_robots(self, url: str) -> _Robots:
        """Rules of a site; where it has none all is allowed, where it fails nothing (RFC 9309)."""
        for _ in range(_REDIRECTS + 1):
            self._check(url)
            status, answer, target = self._request(url, -ROBOTS_LIMIT, 0.0)
            if target is None:
                if status >= 500:
                    raise FetchError(f"{site(url)} answered {status} for its robots.txt.")
                return _Robots(answer.body if status == 200 else b"")
            url = follow(url, target)
        return _Robots(b"")

    def _request(self, url: str, limit: int, delay: float) -> tuple[int, Answer, str | None]:
        """Ask once; status, answer and, of a redirection, where to.

        A negative limit cuts the answer off instead of refusing it.
        """
        from urllib3.exceptions import HTTPError

        self._pause(urlsplit(url).netloc, delay)
        try:
            response = self._pool.request(
                "GET", url, redirect=False, retries=False, preload_content=False
            )
            try:
                target = response.get_redirect_location()
                body = b"" if target else self._read(response, limit)
            finally:
                response.close()
        except HTTPError as error:
            raise FetchError(f"{site(url)} cannot be reached: {_reason(error)}.") from None
        except (OSError, ValueError) as error:
            raise FetchError(f"{site(url)} gave no proper answer: {_reason(error)}.") from None
        head = Message()
        head["Content-Type"] = clean_line(response.headers.get("Content-Type", "")[:200])
        kind = head.get_content_type() if head["Content-Type"] else ""
        charset = head.get_param("charset", "")
        answer = Answer(url, kind, charset if isinstance(charset, str) else "", body)
        return response.status, answer, target or None

    def _read(self, response: urllib3.BaseHTTPResponse, limit: int) -> bytes:
        coding = response.headers.get("Content-Encoding", "").strip().lower()
        if coding not in _CODINGS:
            raise FetchError(f"The answer is packed in a way that is not known ({coding[:20]!r}).")
        end = time.monotonic() + self._patience
        pieces: list[bytes] = []
        length = 0
        while piece := response.read1(64 * 1024, decode_content=True):
            pieces.append(piece)
            length += len(piece)
            if length > abs(limit):
                if limit < 0:
                    break
                raise FetchError(f"The answer is too large: up to {limit >> 20} MB are read.")
            if time.monotonic() > end:
                raise FetchError(f"The answer took more than {self._patience:.0f} seconds.")
        return b"".join(pieces)[: abs(limit)]

    def _pause(self, host: str, delay: float) -> None:
        delay = max(self._delay, min(delay, _LONGEST_DELAY))
        rest = self._asked.get(host, 0.0) + delay - time.monotonic()
        if rest > 0 and host in self._asked:
            time.sleep(rest)
        self._asked[host] = time.monotonic()


class _Robots:
    """What a site asks of programs."""

    def __init__(self, text: bytes) -> None:
        from protego import Protego

        self._rules = Protego.parse(text.decode("utf-8-sig", "replace"))

    def allows(self, url: str) -> bool:
        return bool(self._rules.can_fetch(url, AGENT))

    @property
    def delay(self) -> float:
        return self._rules.crawl_delay(AGENT) or 0.0


def _version() -> str:
    from importlib.metadata import version

    return version("newsreader")


def _meaning(status: int) -> str:
    from http.client import responses

    return f" ({responses[status]})" if status in responses else ""


def _reason(error: Exception) -> str:
    """The last part of what a library says, without objects and addresses in memory."""
    from urllib3.exceptions import NameResolutionError, NewConnectionError
    from urllib3.exceptions import TimeoutError as TimedOut

    if isinstance(error, NameResolutionError):
        return "there is no such host"
    if isinstance(error, TimedOut) and not isinstance(error, NewConnectionError):
        return "it took too long"
    return clean_line(str(error).rpartition(": ")[2][:200]).rstrip(".") or type(error).__name__
