"""The analysis of many documents on a Dask cluster.

Documents are read here and sent to the cluster, so that its machines need not see the files. They
need newsreader itself, in the same version: what they find must be what is found here.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import logging
import queue
import uuid
from typing import TYPE_CHECKING, Any

from tui.analysis.report import render
from tui.corpus.cache import Found, count
from tui.corpus.engine import version
from tui.corpus.errors import ClusterError
from tui.corpus.keys import file_key
from tui.corpus.packing import pack, unpack
from tui.corpus.work import Outcome, analyse_in_time, problem_of
from tui.documents.formats import read_document
from tui.documents.text import clean_line

if TYPE_CHECKING:
    from tui.corpus.cache import Cache
    from tui.corpus.keys import FileKey
    from tui.corpus.work import Settings
    from tui.documents.document import Document
    from tui.documents.library import Entry

INSTALL = "pip install 'newsreader[dask]'"
"""The command that installs what a cluster needs."""

_CONNECT_SECONDS = 10.0
_WORKER_SECONDS = 30.0
_AHEAD = 4  # documents handed in for each thread of the cluster
_LEAST_AHEAD = 16


def analyse_there(document: Document, settings: Settings) -> tuple[str, bytes]:
    """Analyse a document; runs in a worker of the cluster.

    Args:
        document: The document.
        settings: How long it may take, and the engine.

    Returns:
        The version of the analysis, and what was found, packed.

    Raises:
        TooSlow: The document takes longer than it may.
    """
    return version(settings.engine), pack(analyse_in_time(document, settings))


class Cluster:
    """Analyses documents on a Dask cluster.

    A worker that dies has its documents given to others. Only a cluster of one's own should be
    used: whoever runs it can run anything here, too.

    Args:
        address: Of its scheduler, for instance `tcp://192.0.2.1:8786`.
        settings: What to do with each document.
        cache: Where to look first, and to keep what was found, if anywhere.

    Raises:
        ClusterError: Dask is not installed, or there is no such cluster, or it runs another
            version of newsreader.
    """

    def __init__(self, address: str, settings: Settings, cache: Cache | None) -> None:
        self._settings = settings
        self._cache = cache
        self._version = version(settings.engine)
        self._client = _connect(address)
        self._run = uuid.uuid4().hex
        self._answers: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
        self._sent: dict[int, tuple[Document, FileKey, Any]] = {}
        try:
            self.capacity = _check(self._client, address, settings.engine)
        except ClusterError:
            self._client.close()
            raise

    def submit(self, index: int, entry: Entry) -> None:
        """Read a document, and send it to the cluster unless it is known."""
        file = file_key(entry, self._version)
        try:
            document = read_document(entry)
        except Exception as error:  # noqa: BLE001 - one document must not end the work on the others
            self._answers.put((index, Outcome(problem=problem_of(error))))
            return
        known = self._cache.find(document, file) if self._cache else None
        if known is not None:
            self._answers.put((index, self._outcome(document, known, known=True)))
            return
        future = self._client.submit(
            analyse_there,
            document,
            self._settings,
            key=f"newsreader-{self._run}-{index}",
            pure=False,
        )
        self._sent[index] = document, file, future
        future.add_done_callback(lambda done: self._answers.put((index, _answer(done))))

    def next(self, timeout: float) -> tuple[int, Outcome] | None:
        """Wait for an outcome.

        Raises:
            ClusterError: The cluster has gone, or a worker has joined that runs another version.
        """
        try:
            index, answer = self._answers.get(timeout=timeout)
        except queue.Empty:
            return None
        if isinstance(answer, Outcome):
            return index, answer
        document, file, _ = self._sent.pop(index)
        if isinstance(answer, BaseException):
            return index, Outcome(problem=_problem_of(answer))
        made_by, packed = answer
        if made_by != self._version:
            raise ClusterError(_OTHER_VERSION)
        analysis = unpack(packed)
        counts = (
            self._cache.keep(document, analysis, file) if self._cache else count(document, analysis)
        )
        return index, self._outcome(document, Found(analysis, counts), known=False)

    def close(self) -> None:
        """Take back what is not done, and leave the cluster."""
        futures = [future for _, _, future in self._sent.values()]
        self._sent.clear()
        with contextlib.suppress(Exception):
            self._client.cancel(futures)
        self._client.close()

    def _outcome(self, document: Document, found: Found, *, known: bool) -> Outcome:
        form = self._settings.form
        written = render(form, document, found.analysis) if form else ""
        return Outcome(found.counts, written=written, known=known)


_OTHER_VERSION = "The workers of the cluster do not run this version of newsreader."


def _connect(address: str) -> Any:
    try:
        import distributed
    except ImportError:
        raise ClusterError(f"Dask is not installed. This installs it: {INSTALL}") from None
    # What goes wrong is said by us, once.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        return distributed.Client(
            address, timeout=_CONNECT_SECONDS, set_as_default=False, name="newsreader"
        )
    except (OSError, ValueError, TypeError) as error:
        reason = clean_line(str(error)) or type(error).__name__
        raise ClusterError(f"No cluster answers at {clean_line(address)}: {reason}") from error


def _check(client: Any, address: str, engine: str) -> int:
    """How many documents to hand in; sees that all workers find what is found here."""
    try:
        client.wait_for_workers(1, timeout=_WORKER_SECONDS)
    except TimeoutError:
        raise ClusterError(f"The cluster at {clean_line(address)} has no workers.") from None
    try:
        versions = set(client.run(version, engine).values())
    except Exception as error:
        raise ClusterError(_OTHER_VERSION) from error
    if versions != {version(engine)}:
        raise ClusterError(_OTHER_VERSION)
    threads: int = sum(client.nthreads().values())
    return max(_LEAST_AHEAD, _AHEAD * threads)


def _answer(future: Any) -> object:
    """What a worker has found, or the exception that ended it."""
    try:
        return future.result()
    except BaseException as error:  # noqa: BLE001 - raised again where it can be heard
        return error


def _problem_of(error: BaseException) -> str:
    if type(error).__name__ == "KilledWorker":
        return "Every worker that analysed it has ended."
    if isinstance(error, concurrent.futures.CancelledError) or not isinstance(error, Exception):
        raise ClusterError("The connection to the cluster was lost.") from error
    return problem_of(error)
