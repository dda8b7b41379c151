"""The `newsreader` command; a subcommand's code is loaded only when it is asked for."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS = ("add", "analyze", "check", "export-corrections")
"""First words that are subcommands, each a module of `tui.commands`; others are paths to open."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: Words of the command line without the program's name; those of the process if
            they are not given.

    Returns:
        Exit code: 0 for success, 1 where some documents failed, 2 where nothing could be done.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] in COMMANDS:
        name, words = words[0], words[1:]
    else:
        name = "read"
    module = import_module(f"tui.commands.{name.replace('-', '_')}")
    run = cast("Callable[[Sequence[str]], int]", module.run)
    return run(words)
