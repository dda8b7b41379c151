"""A helper process that analyses one document after the other.

It takes messages from standard input and answers on standard output: first the settings, then an
entry for each document. It ends when its standard input does, so it never outlives the program
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
    from typing import BinaryIO

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
        requests: Settings, then entries.
        answers: `{}` when all is ready; then for each entry `length` when it was read, and its
            outcome.

    Raises:
        EOFError: When there are no more requests.
        OSError: When nobody takes the answers.
    """
    from tui.analysis.analysis import Stopped
    from tui.corpus.cache import Cache
    from tui.corpus.frames import entry_of, receive, send
    from tui.corpus.work import Settings, work

    parent = os.getppid()
    settings = Settings(**receive(requests))
    cache = Cache() if settings.cached else None
    send(answers, {})
    while True:
        entry = entry_of(receive(requests))
        try:
            outcome = work(
                entry,
                settings,
                cache,
                stopped=lambda: os.getppid() != parent,
                was_read=lambda document: send(answers, {"length": len(document.text)}),
            )
        except Stopped:
            raise EOFError from None
        send(answers, asdict(outcome))
