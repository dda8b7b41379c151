"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_library(parser: argparse.ArgumentParser) -> None:
    """Ask for a library, and where its annotations are: `path` and `annotations`."""
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


def add_columns(parser: argparse.ArgumentParser) -> None:
    """Ask for the columns of corpora: `columns`, as `parse_columns` takes them."""
    parser.add_argument(
        "--columns",
        action="append",
        default=[],
        metavar="PART=NAME",
        help="which column of a corpus holds the text, title, date, source, author or id",
    )
