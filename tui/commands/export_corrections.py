"""`newsreader export-corrections [PATH]`: corrected entities as training data."""

from __future__ import annotations

import argparse
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.options import add_library
from tui.commands.outcomes import OK, SOME_FAILED, fail, login

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.annotations.store import Store
    from tui.documents.document import Document


def run(words: Sequence[str]) -> int:
    """Write the sentences in which entities were corrected, in the token format.

    Args:
        words: Of the command line, after the command's name.

    Returns:
        Exit code.
    """
    parser = argparse.ArgumentParser(
        "newsreader export-corrections",
        description="Write the sentences in which you corrected or confirmed people, organisations "
        "and places: a token and its tag a line, as training takes them.",
    )
    add_library(parser)
    parser.add_argument(
        "--annotator", metavar="NAME", help="whose corrections (default: your login name)"
    )
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="write there instead of to the terminal"
    )
    options = parser.parse_args(words)

    from tui.annotations.folder import annotations_folder
    from tui.annotations.store import Store
    from tui.documents.formats import UnreadableDocument, read_document
    from tui.documents.library import LibraryError, library_folder, open_library

    root = library_folder(options.path)
    folder = annotations_folder(root, options.annotations)
    if not folder.is_dir():
        return fail(f"There are no annotations in {folder}.")
    store = Store(folder, options.annotator or login())
    annotated = store.annotated()
    try:
        library = open_library([options.path])
    except LibraryError as error:
        return fail(str(error))
    failed = False
    written = 0
    try:
        with (
            options.output.open("w", encoding="utf-8")
            if options.output
            else nullcontext(sys.stdout)
        ) as out:
            for entry in library.entries:
                if entry.id not in annotated:
                    continue
                try:
                    document = read_document(entry)
                except UnreadableDocument as error:
                    failed = True
                    fail(f"{entry.name}: {error}")
                    continue
                lines = _lines(document, store)
                out.writelines(line + "\n" for line in lines)
                written += bool(lines)
    except OSError as error:
        return fail(f"{options.output} cannot be written: {error.strerror}.")
    if not written:
        fail("no corrections of people, organisations or places were found.")
    return SOME_FAILED if failed else OK


def _lines(document: Document, store: Store) -> list[str]:
    """What was corrected in a document, in the token format."""
    from tui.analysis.decisions import decided
    from tui.analysis.tokenformat import TAGS, token_lines

    decisions = store.decided(document)
    touched = [each.span for each in decisions if each.decision.label in TAGS]
    if not touched:
        return []
    from tui.analysis.analysis import analyse

    found = decided(document.text, analyse(document), decisions)
    return list(token_lines(document, found.mentions, touched))
