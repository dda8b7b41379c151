"""The `newsreader` command; loads the interface only when it opens one."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_DESCRIPTION = (
    "Read news closely: people, organisations and places highlighted, every quote attributed, "
    "passages tagged and annotated from the keyboard."
)
_EPILOG = (
    "newsreader analyze PATH ... prints what it finds without opening the interface; "
    "newsreader check [PATH] looks for damage in annotations."
)

OK = 0
SOME_FAILED = 1
"""Some documents could not be read; the others were. Or: annotations are damaged."""
CANNOT_START = 2
"""Nothing could be done: no such path, no article, no terminal."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: Words of the command line without the program's name; those of the process if
            they are not given.

    Returns:
        Exit code: 0 for success, 1 where some documents failed, 2 where nothing could be done.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    commands = {"analyze": _analyze, "check": _check}
    if words and words[0] in commands:
        return commands[words[0]](words[1:])
    return _read(words)


def _version() -> str:
    from importlib.metadata import version

    return version("newsreader")


class _Version(argparse.Action):
    """Prints the version; looks it up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"newsreader {_version()}")
        parser.exit()


def _fail(message: str) -> int:
    from tui.documents.text import clean_line

    print(f"newsreader: {clean_line(message)}", file=sys.stderr)
    return CANNOT_START


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "annotator"


def _read(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser("newsreader", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="files and folders (default: ./seeds, or else the sample articles)",
    )
    parser.add_argument(
        "--annotations",
        type=Path,
        metavar="DIR",
        help="keep annotations here instead of in annotations/ in the opened folder",
    )
    parser.add_argument(
        "--annotator", metavar="NAME", help="who annotates (default: your login name)"
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    options = parser.parse_args(words)

    from tui.documents.library import LibraryError, default_paths, open_library

    try:
        library = open_library(options.paths or default_paths())
    except LibraryError as error:
        return _fail(str(error))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _fail(
            "this is not a terminal; newsreader analyze PATH prints what it finds without one."
        )
    # Escape is told from the start of a key sequence by waiting; the default wait is felt.
    os.environ.setdefault("ESCDELAY", "40")
    # Looking for garbage takes a tenth of the start and finds none; the first screen ends this.
    gc.disable()
    from tui.ui.app import NewsreaderApp
    from tui.ui.places import Places, state_folder
    from tui.ui.session import Session

    annotator = options.annotator or _login()
    session = Session(library, Places(state_folder()), annotator, options.annotations)
    app = NewsreaderApp(session)
    try:
        app.run()
    finally:
        gc.enable()
        session.places.save()
    return app.return_code or OK


def _analyze(words: Sequence[str]) -> int:
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
    options = parser.parse_args(words)

    from tui.documents.library import LibraryError, open_library

    try:
        library = open_library(options.paths)
    except LibraryError as error:
        return _fail(str(error))

    from tui.analysis.report import Report
    from tui.documents.formats import UnreadableDocument, read_document

    if isinstance(sys.stdout, io.TextIOWrapper):
        # JSON is UTF-8 whatever the locale; words for people are shown as far as it goes.
        if options.format == "text":
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")
    report = Report(options.format, sys.stdout)
    failed = False
    try:
        with report:
            for entry in library.entries:
                try:
                    document = read_document(entry)
                except UnreadableDocument as error:
                    failed = True
                    _fail(f"{entry.name}: {error}")
                    continue
                report.add(document)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; nothing more is to be said there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return SOME_FAILED if failed else OK


def _check(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        "newsreader check", description="Look for damage in the annotations of a library."
    )
    parser.add_argument(
        "path",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="PATH",
        help="the library: its folder, or a file or folder in it (default: this folder)",
    )
    parser.add_argument(
        "--annotations", type=Path, metavar="DIR", help="where the annotations are, if elsewhere"
    )
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
        return _fail(f"There are no annotations in {folder}.")
    report = check(folder, repair=options.repair)
    for sentence in report.sentences:
        print(clean_line(sentence))
    if report.ok:
        done = "mended" if report.repaired else "no damage found"
        print(f"{clean_line(str(folder))}: {report.files} files, {done}.")
    return OK if report.ok else SOME_FAILED
