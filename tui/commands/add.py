"""`newsreader add URL ...`: fetch pages and feeds into a library."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.outcomes import CANNOT_START, OK, SOME_FAILED, fail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.fetching.adding import Adding


def run(words: Sequence[str]) -> int:
    """Add pages, and the pages that feeds lead to, to a library.

    Args:
        words: Of the command line, after the command's name.

    Returns:
        Exit code: 0 if all are there now, 1 if some are, 2 if none is.
    """
    parser = argparse.ArgumentParser(
        "newsreader add",
        description="Fetch web pages, and the pages that feeds lead to, as Markdown files. "
        "What the folder has already is not fetched again.",
    )
    parser.add_argument("urls", nargs="+", metavar="URL", help="pages and feeds (RSS, Atom)")
    parser.add_argument(
        "--to",
        type=Path,
        default=Path(),
        metavar="FOLDER",
        help="the library folder, made if it is not there (default: this folder)",
    )
    options = parser.parse_args(words)

    from tui.documents.errors import UnreadableDocument
    from tui.documents.extras import web_module

    try:
        for module in ("urllib3", "protego", "feedparser", "trafilatura"):
            web_module(module)
    except UnreadableDocument as error:
        return fail(str(error))

    from tui.fetching.adding import Adding
    from tui.fetching.client import Client

    folder = options.to.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _add(Adding(folder, Client()), options.urls)
    except OSError as error:
        return fail(f"{folder}: {error.strerror or error}.")
    except KeyboardInterrupt:
        return fail("Stopped; what was added before is there.")


def _add(adding: Adding, urls: Sequence[str]) -> int:
    from tui.documents.text import clean_line

    there = failed = 0
    for url in urls:
        for found in adding.add(url):
            if found.problem:
                failed += 1
                fail(f"{found.url}: {found.problem}")
                continue
            there += 1
            said = "added" if found.new else "already there"
            print(f"{said}: {clean_line(found.name)}  {clean_line(found.url)}", flush=True)
    if failed:
        return SOME_FAILED if there else CANNOT_START
    return OK
