"""Writing in the editor that the reader has chosen for all programs."""

from __future__ import annotations

import contextlib
import os
import shlex
import subprocess
import tempfile
from pathlib import Path


class EditorError(Exception):
    """The editor did not do its work; the message is a sentence for people."""


def edited(text: str) -> str:
    """Let the reader change a text in `$VISUAL` or `$EDITOR`, or else in `vi`.

    The terminal must be free meanwhile.

    Args:
        text: What is there so far.

    Returns:
        What the reader has left in the file.

    Raises:
        EditorError: There is no such editor, or it failed.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    descriptor, name = tempfile.mkstemp(prefix="newsreader-", suffix=".txt")
    path = Path(name)
    try:
        with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write(text)
        try:
            words = shlex.split(command)
            code = subprocess.call([*words, name])
        except (OSError, ValueError) as error:
            raise EditorError(f"The editor {command!r} cannot be started.") from error
        if code:
            raise EditorError(
                f"The editor {command!r} ended with an error; nothing was taken over."
            )
        return path.read_text("utf-8", errors="replace")
    finally:
        with contextlib.suppress(OSError):
            path.unlink()
