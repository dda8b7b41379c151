"""Showing what another program has changed in the annotations, without a key being pressed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from tui.ui.screens.surveying import Surveying

if TYPE_CHECKING:
    from pathlib import Path

    from tui.ui.session import Session


class Watching(Surveying):
    """A screen that hears of changes in the annotations of the open document.

    Args:
        session: The library, its stores and the reader's places.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._unwatched = threading.Event()
        self._watched: set[Path] = set()

    def watch_annotations(self) -> None:
        """Watch the folders of the open document's store, from now to the end."""
        for folder in self.store.watched():
            if folder not in self._watched:
                self._watched.add(folder)
                # A daemon, as it waits for the system, and nothing is to wait for it.
                threading.Thread(target=self._listen, args=(folder,), daemon=True).start()

    def _listen(self, folder: Path) -> None:
        from tui.annotations.watching import watch

        for _ in watch(folder, self._unwatched):
            if self._unwatched.is_set():
                return
            self.call_later(self._take_over)

    def _take_over(self) -> None:
        changed = [store for store in self.session.stores if store.refresh()]
        if changed and self.is_mounted:
            self.show_annotations()
            self.documents.refresh()

    def on_unmount(self) -> None:
        """Stop watching."""
        self._unwatched.set()
