"""What a helper process is told of a document.

A file is read by the helper: what is in it may be anything. A document that is only a part of a
file, as the rows of a table are, is read by the program that has the file open, and sent whole.
"""

from __future__ import annotations

import base64
import pickle
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tui.corpus.keys import FileKey, Stamp, file_key
from tui.documents.formats import read_document
from tui.documents.library import Entry

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.documents.document import Document


def order(entry: Entry, version: str) -> dict[str, Any]:
    """Describe a document for a helper process.

    Args:
        entry: The document.
        version: Of the analysis.

    Returns:
        What JSON can hold.

    Raises:
        UnreadableDocument: It had to be read here, and cannot be.
    """
    file = file_key(entry, version)
    message: dict[str, Any] = {"place": file.place.hex(), "stamp": file.stamp}
    if Entry(entry.path, entry.root, entry.name) == entry:
        message["entry"] = str(entry.path), str(entry.root), entry.name
    else:
        message["document"] = base64.b64encode(pickle.dumps(read_document(entry))).decode("ascii")
    return message


def taken(message: dict[str, Any]) -> tuple[Callable[[], Document], FileKey]:
    """Understand what `order` has made; for the helper process.

    Args:
        message: From the program that started this process, and from nobody else: it may hold a
            pickle.

    Returns:
        What gives the document, and the key of its file.
    """
    stamp = Stamp(*message["stamp"]) if message["stamp"] else None
    file = FileKey(bytes.fromhex(message["place"]), stamp)
    if "document" in message:
        content = base64.b64decode(message["document"])
        return lambda: cast("Document", pickle.loads(content)), file  # noqa: S301 - it is our own
    path, root, name = message["entry"]
    entry = Entry(path, Path(root), name)
    return lambda: read_document(entry), file
