"""A Textual app that analyses a library in helper processes started while it runs.

    python -m tests.terminal.analysing_app FOLDER

It shows how many documents are done; `s` stops, `q` quits.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.corpus.analysing import analyse_library
from tui.corpus.progress import Progress
from tui.corpus.work import Settings
from tui.documents.library import open_library


class AnalysingApp(App[None]):
    """Shows a number that grows."""

    BINDINGS: ClassVar[list[BindingType]] = [("s", "stop", "Stop"), ("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Static("none yet", markup=False)

    def on_mount(self) -> None:
        self.work = self.run_worker(self.analyse, thread=True)

    def analyse(self) -> None:
        worker = get_current_worker()
        entries = open_library([Path(sys.argv[1])]).entries
        progress = Progress()
        for _ in analyse_library(
            entries, Settings(), 2, lambda: worker.is_cancelled, progress, ordered=False
        ):
            self.call_from_thread(self.show, f"{progress.done} done, {progress.failed} failed")
        self.call_from_thread(self.show, f"ended with {progress.done - progress.failed}")

    def show(self, words: str) -> None:
        self.query_one(Static).update(words)

    def action_stop(self) -> None:
        self.work.cancel()


if __name__ == "__main__":
    AnalysingApp().run()
