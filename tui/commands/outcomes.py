"""How a command ends: exit codes, and what is said on the way out."""

from __future__ import annotations

import sys

OK = 0
SOME_FAILED = 1
"""Some documents could not be read; the others were. Or: annotations are damaged."""
CANNOT_START = 2
"""Nothing could be done: no such path, no article, no terminal."""
INTERRUPTED = 130
"""Stopped by Ctrl+C, as shells say it."""


def fail(message: str) -> int:
    """Say on standard error what went wrong, clean of anything that steers a terminal.

    Returns:
        The exit code for a command that could not start.
    """
    from tui.documents.text import clean_line

    print(f"newsreader: {clean_line(message)}", file=sys.stderr)
    return CANNOT_START
