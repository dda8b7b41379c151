"""A helper process that analyses one document after the other.

It takes messages from standard input and answers on standard output: first the settings, then an
order for each document. It ends when its standard input does, so it never outlives the program
that started it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from tui.documents.document import Document

_NICENESS = 10


def main() -> None:
    """Serve whoever started this process, until that one ends."""
    # What anything prints must not get between the messages.
    messages = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    # Keys that interrupt are meant for the program, which ends its helpers itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    with contextlib.suppress(EOFError, OSError):
        serve(sys.stdin.buffer, messages)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests.

    Args:
        requests: Settings, then an order for each document.
        answers: `{}` when all is ready; then for each document `length` when it was read, and
            its outcome.

    Raises:
        EOFError: When there are no more requests.
        OSError: When nobody takes the answers.
    """
    from tui.analysis.analysis import Stopped
    from tui.corpus.cache import Cache
    from tui.corpus.frames import receive, send
    from tui.corpus.orders import taken
    from tui.corpus.work import Settings, work

    parent = os.getppid()
    settings = Settings(**receive(requests))
    cache = Cache(engine=settings.engine) if settings.cached else None
    send(answers, {})
    while True:
        read, file = taken(receive(requests))

        def read_and_told(read: Callable[[], Document] = read) -> Document:
            document = read()
            send(answers, {"length": len(document.text)})
            return document

        try:
            outcome = work(
                read_and_told, file, settings, cache, stopped=lambda: os.getppid() != parent
            )
        except Stopped:
            raise EOFError from None
        send(answers, asdict(outcome))
