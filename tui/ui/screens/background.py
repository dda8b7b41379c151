"""Work beside the interface: analysing the open document, reading headlines, counting quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.analysis.model import Analysis
from tui.documents.text import clean_line
from tui.ui.screens.coding import Coding

if TYPE_CHECKING:
    from tui.documents.document import Document
    from tui.ui.widgets.inspector import Prepared


class Background(Coding):
    """A screen whose documents are analysed in threads; late results of a thread are dropped."""

    def analyse_open_document(self) -> None:
        """Find entities and quotes, unless they are known, and show them when they are."""
        document = self.article.document
        if document is None:
            return
        known = self.session.analysis(self.index)
        if known is not None:
            self.show_annotations()
            return
        index = self.index
        # After the refresh, so that the text is on the screen before anything is loaded.
        self.call_after_refresh(self._start_analysis, index, document)

    def _start_analysis(self, index: int, document: Document) -> None:
        if index == self.index:
            self.run_worker(
                lambda: self._analyse(index, document),
                group="analysis",
                thread=True,
                exclusive=True,
                exit_on_error=True,
            )

    def _analyse(self, index: int, document: Document) -> None:
        worker = get_current_worker()
        from tui.analysis.analysis import Stopped

        try:
            analysis = self.session.analyse(document, lambda: worker.is_cancelled)
        except Stopped:
            return
        except Exception as error:  # noqa: BLE001 - an article must stay readable without highlights
            self.app.call_from_thread(self._not_analysed, index, document, error)
            return
        if not worker.is_cancelled:
            prepared = self.inspector.prepare(document.text, analysis)
            self.app.call_from_thread(self._analysed, index, document, analysis, prepared)

    def _not_analysed(self, index: int, document: Document, error: Exception) -> None:
        self.session.keep_analysis(index, Analysis())
        if self.article.document is document:
            self.show_annotations()
            self.say(f"This document could not be analysed: {clean_line(repr(error))}", strong=True)

    def _analysed(
        self, index: int, document: Document, analysis: Analysis, prepared: Prepared
    ) -> None:
        self.session.keep_analysis(index, analysis)
        self.documents.refresh()
        if self.article.document is document:
            self.inspector.keep(prepared)
            self.show_annotations()
            self.show_status()

    def read_headings(self, first: int, last: int) -> None:
        """Read headlines, then count quotes, of a part of the list."""
        if self.session.unknown_quotes(first, last) or self.session.unknown_headings(first, last):
            self.call_after_refresh(self._start_headings, first, last)

    def _start_headings(self, first: int, last: int) -> None:
        self.run_worker(
            lambda: self._read_headings(first, last),
            group="headings",
            thread=True,
            exclusive=True,
            exit_on_error=True,
        )

    def _read_headings(self, first: int, last: int) -> None:
        from tui.documents.formats import UnreadableDocument, peek

        worker = get_current_worker()
        session = self.session
        for index in session.unknown_headings(first, last):
            if worker.is_cancelled:
                return
            try:
                session.keep_heading(index, peek(session.entries[index]))
            except UnreadableDocument as error:
                session.keep_problem(index, str(error))
        self.app.call_from_thread(self.documents.refresh)
        for index in session.known_quotes(session.unknown_quotes(first, last)):
            if index == self.index:
                continue  # it is being analysed anyhow
            if worker.is_cancelled or not self._count(index):
                return
            self.app.call_from_thread(self.documents.refresh)

    def _count(self, index: int) -> bool:
        """Count the quotes of a document; False if that was stopped."""
        from tui.analysis.analysis import Stopped
        from tui.documents.formats import UnreadableDocument, read_document

        worker = get_current_worker()
        try:
            file = self.session.file_key(index)
            document = read_document(self.session.entries[index])
            found = self.session.analyse(document, lambda: worker.is_cancelled, file)
        except UnreadableDocument as error:
            self.session.keep_problem(index, str(error))
        except Stopped:
            return False
        except Exception:  # noqa: BLE001 - said when the document is opened; the count stays unknown
            return True
        else:
            self.session.keep_quotes(index, len(found.quotes))
        return True
