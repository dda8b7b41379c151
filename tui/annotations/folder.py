"""Where the annotations of a library are kept, and how the files in there are called."""

from __future__ import annotations

import os
from pathlib import Path

from tui.annotations.names import file_name, numbered_name

FOLDER = "annotations"


def annotations_folder(root: Path, override: Path | None = None) -> Path:
    """Where the annotations of the library at `root` are kept. Nothing is created.

    Args:
        root: The library's folder.
        override: Where the user wants them, whatever the library.

    Returns:
        `override`, or `annotations` in the library where that can be written, or a folder of the
        library's own among the user's data: for folders that cannot be written, and for the sample
        articles that are installed with the program.
    """
    if override is not None:
        return override.expanduser()
    package = Path(__file__).resolve().parent.parent
    root = Path(os.path.abspath(root))  # noqa: PTH100 (links are kept as the user sees them)
    folder = root / FOLDER
    writable = os.access(folder if os.path.lexists(folder) else root, os.W_OK | os.X_OK)
    shipped = root.resolve().is_relative_to(package)
    if writable and not shipped and (folder.is_dir() or not os.path.lexists(folder)):
        return folder
    import platformdirs

    data = Path(platformdirs.user_data_dir("newsreader", appauthor=False))
    return data / numbered_name(root.name, str(root))


def journal_folder(annotations: Path, annotator: str, state: Path | None = None) -> Path:
    """Where the journal of an annotator's work in an annotations folder is kept.

    Args:
        annotations: The annotations folder.
        annotator: The annotator's name.
        state: Folder of all journals; by default in the user's state folder.
    """
    if state is None:
        import platformdirs

        state = Path(platformdirs.user_state_dir("newsreader", appauthor=False)) / "journals"
    whole = Path(os.path.realpath(annotations))
    library = whole.parent if whole.name == FOLDER else whole
    return state / numbered_name(library.name, f"{whole}\x1f{annotator}")


class Layout:
    """The files of an annotations folder, for one annotator.

    Args:
        folder: The annotations folder; it need not exist.
        annotator: The annotator's name.
    """

    def __init__(self, folder: Path, annotator: str) -> None:
        self.folder = folder
        self.own_name = file_name(annotator) + ".json"
        self.codebook = folder / "codebook.json"
        self.progress = folder / "annotators" / self.own_name
        self.lock = folder / ".lock"

    def page(self, document_id: str, name: str) -> Path:
        """The file of the annotator's annotations of a document; `name` is the document's."""
        stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        return self.folder / "documents" / numbered_name(stem, document_id) / self.own_name

    def text(self, digest: str) -> Path:
        """The file of a text that was annotated, by its SHA-256 in hexadecimal."""
        return self.folder / "texts" / f"{digest}.txt"

    def pages_of_others(self) -> list[Path]:
        """The pages of all other annotators."""
        return [
            path
            for path in sorted((self.folder / "documents").glob("*/*.json"))
            if path.name != self.own_name and "." not in path.stem
        ]

    def document_folders(self) -> dict[str, Path]:
        """The folders of all documents that anybody has annotated, by the end of their names."""
        try:
            with os.scandir(self.folder / "documents") as entries:
                return {entry.name[-16:]: Path(entry.path) for entry in entries if entry.is_dir()}
        except OSError:
            return {}
