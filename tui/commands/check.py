"""`newsreader check [PATH]`: look for damage in annotations and mend it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.commands.options import add_library
from tui.commands.outcomes import OK, SOME_FAILED, fail

if TYPE_CHECKING:
    from collections.abc import Sequence


def run(words: Sequence[str]) -> int:
    """Check the annotations of a library.

    Args:
        words: Of the command line, after the command's name.

    Returns:
        Exit code.
    """
    parser = argparse.ArgumentParser(
        "newsreader check", description="Look for damage in the annotations of a library."
    )
    add_library(parser)
    parser.add_argument(
        "--repair",
        action="store_true",
        help="mend what can be mended; what cannot be read is set aside, never deleted",
    )
    options = parser.parse_args(words)

    from tui.annotations.check import check
    from tui.annotations.folder import annotations_folder
    from tui.documents.library import library_folder
    from tui.documents.text import clean_line

    folder = annotations_folder(library_folder(options.path), options.annotations)
    if not folder.is_dir():
        return fail(f"There are no annotations in {folder}.")
    report = check(folder, repair=options.repair)
    for sentence in report.sentences:
        print(clean_line(sentence))
    if report.ok:
        done = "mended" if report.repaired else "no damage found"
        print(f"{clean_line(str(folder))}: {report.files} files, {done}.")
    return OK if report.ok else SOME_FAILED
