"""`newsreader analyze PATH ...`: print entities and attributed quotes."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.outcomes import OK, SOME_FAILED, fail

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(words: Sequence[str]) -> int:
    """Print what is found in the documents of the given paths.

    Args:
        words: Of the command line, after the command's name.

    Returns:
        Exit code.
    """
    parser = argparse.ArgumentParser(
        "newsreader analyze", description="Print entities and attributed quotes of documents."
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files and folders")
    parser.add_argument(
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="text for people and screen readers, one JSON array, or one JSON object a line",
    )
    parser.add_argument(
        "--engine",
        default="builtin",
        metavar="NAME",
        help="what finds the names: builtin, or spacy:PIPELINE for an installed spaCy pipeline",
    )
    options = parser.parse_args(words)

    from tui.documents.library import LibraryError, open_library

    try:
        library = open_library(options.paths)
    except LibraryError as error:
        return fail(str(error))

    from tui.analysis.engines import EngineError, engine_named

    try:
        engine = engine_named(options.engine)
    except EngineError as error:
        return fail(str(error))

    from tui.analysis.report import Report
    from tui.documents.formats import UnreadableDocument, read_document

    if isinstance(sys.stdout, io.TextIOWrapper):
        # JSON is UTF-8 whatever the locale; words for people are shown as far as it goes.
        if options.format == "text":
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")
    report = Report(options.format, sys.stdout, engine)
    failed = False
    try:
        with report:
            for entry in library.entries:
                try:
                    document = read_document(entry)
                except UnreadableDocument as error:
                    failed = True
                    fail(f"{entry.name}: {error}")
                    continue
                report.add(document)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; nothing more is to be said there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return SOME_FAILED if failed else OK
