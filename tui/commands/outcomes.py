"""What commands share: exit codes, what is said on the way out, and who the user is."""

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


def login() -> str:
    """The user's login name, or `annotator` where the system knows none."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "annotator"
