"""Where the reader was: the last position in each document, and the theme.

Kept in the user's state folder, apart from the annotations: it is nobody else's business, and it
must not turn up in a shared repository at each key.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from tui.documents.library import Entry


def state_folder() -> Path:
    """The user's state folder of this program."""
    from platformdirs import user_state_path

    return user_state_path("newsreader", appauthor=False)


class Places:
    """The reader's places in the documents of all libraries.

    One small file for each library folder. What cannot be read counts as not there, and what
    cannot be written is let go: a lost place is no loss of work.

    Args:
        folder: Where the files are kept.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._libraries: dict[str, dict[str, int]] = {}
        self._changed: dict[str, dict[str, int]] = {}
        self._settings: dict[str, Any] | None = None

    def of(self, entry: Entry) -> int | None:
        """Offset of the text cursor when the document was left; None if it never was opened."""
        return self._library(entry).get(entry.id)

    def keep(self, entry: Entry, offset: int) -> None:
        """Remember where the reader is; written by `save`."""
        self._library(entry)[entry.id] = offset
        self._changed.setdefault(_key(entry), {})[entry.id] = offset

    def save(self) -> None:
        """Write what has changed since the last time, beside what others have written."""
        for key, places in self._changed.items():
            self._write(key, {**self._read(key), **places})
        self._changed = {}

    @property
    def theme(self) -> str:
        """Name of the theme chosen last, or an empty string."""
        name = self._setting("theme")
        return name if isinstance(name, str) else ""

    @theme.setter
    def theme(self, name: str) -> None:
        self._set("theme", name)

    @property
    def hidden(self) -> frozenset[str]:
        """Names of the kinds of entities and quotes that are not highlighted."""
        names = self._setting("hidden")
        return frozenset(map(str, names)) if isinstance(names, list) else frozenset()

    @hidden.setter
    def hidden(self, names: frozenset[str]) -> None:
        self._set("hidden", sorted(names))

    @property
    def greeted(self) -> bool:
        """The reader has been told the first keys."""
        return self._setting("greeted") is True

    @greeted.setter
    def greeted(self, value: bool) -> None:
        self._set("greeted", value)

    def _setting(self, name: str) -> object:
        if self._settings is None:
            self._settings = self._read("settings")
        return self._settings.get(name)

    def _set(self, name: str, value: object) -> None:
        self._settings = {**self._read("settings"), name: value}
        self._write("settings", self._settings)

    def _library(self, entry: Entry) -> dict[str, int]:
        key = _key(entry)
        if key not in self._libraries:
            read = self._read(key)
            self._libraries[key] = {k: v for k, v in read.items() if type(v) is int and v >= 0}
        return self._libraries[key]

    def _read(self, name: str) -> dict[str, Any]:
        try:
            read = json.loads((self.folder / f"{name}.json").read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return read if isinstance(read, dict) else {}

    def _write(self, name: str, content: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            descriptor, path = tempfile.mkstemp(dir=self.folder, prefix=f"{name}.", suffix=".tmp")
            try:
                with open(descriptor, "w", encoding="utf-8") as file:  # noqa: PTH123
                    json.dump(content, file)
                os.replace(path, self.folder / f"{name}.json")  # noqa: PTH105
            except OSError:
                os.unlink(path)  # noqa: PTH108
                raise


def _key(entry: Entry) -> str:
    """A file name for a library folder."""
    return hashlib.sha256(os.fsencode(entry.root)).hexdigest()[:24]
