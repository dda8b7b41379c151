"""`newsreader [PATH ...]`: open articles in the terminal."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.analysis.model import BUILTIN
from tui.commands.options import add_columns
from tui.commands.outcomes import OK, fail, login

if TYPE_CHECKING:
    from collections.abc import Sequence

_DESCRIPTION = (
    "Read news closely: people, organisations and places highlighted, every quote attributed, "
    "passages tagged and annotated from the keyboard."
)
_EPILOG = (
    "newsreader analyze PATH ... prints what it finds without opening the interface; "
    "newsreader add URL ... fetches pages and feeds; "
    "newsreader check [PATH] looks for damage in annotations."
)


def _version() -> str:
    from importlib.metadata import version

    return version("newsreader")


class _Version(argparse.Action):
    """Prints the version; looks it up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"newsreader {_version()}")
        parser.exit()


def run(words: Sequence[str]) -> int:
    """Open the articles of the given paths.

    Args:
        words: Of the command line, after the command's name.

    Returns:
        Exit code.
    """
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
    add_columns(parser)
    parser.add_argument(
        "--engine",
        metavar="NAME",
        help="what finds the names: builtin (the default), or spacy:PIPELINE",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    options = parser.parse_args(words)

    from tui.documents.library import LibraryError, default_paths, open_library

    columns = None
    try:
        if options.columns:
            from tui.documents.columns import parse_columns

            columns = parse_columns(options.columns)
        library = open_library(options.paths or default_paths(), columns=columns)
    except (LibraryError, ValueError) as error:
        return fail(str(error))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return fail(
            "this is not a terminal; newsreader analyze PATH prints what it finds without one."
        )
    from tui.ui.settings import load, settings_file

    settings = load(settings_file())
    engine = options.engine or settings.engine
    if engine and engine != BUILTIN:
        from tui.analysis.engines import EngineError
        from tui.corpus.engine import loaded

        try:
            loaded(engine)
        except EngineError as error:
            if options.engine:
                return fail(str(error))
            # What is wrong in the settings keeps nobody from reading.
            engine = BUILTIN
            problem = f"Settings: engine: {error} The built-in one is used."
            settings = replace(settings, problems=(*settings.problems, problem))
    # Escape is told from the start of a key sequence by waiting; the default wait is felt.
    os.environ.setdefault("ESCDELAY", "40")
    # Looking for garbage takes a tenth of the start and finds none; the first screen ends this.
    gc.disable()
    from tui.ui.app import NewsreaderApp
    from tui.ui.places import Places, state_folder
    from tui.ui.session import Session

    annotator = options.annotator or login()
    places = Places(state_folder())
    session = Session(library, places, annotator, options.annotations, engine or BUILTIN)
    app = NewsreaderApp(session, settings)
    try:
        app.run()
    finally:
        gc.enable()
        session.places.save()
    return app.return_code or OK
