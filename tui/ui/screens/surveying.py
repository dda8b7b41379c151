"""The library as a whole: searching it, its tables, and analysing all of it in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.documents.text import clean_line
from tui.ui.messages import PlaceChosen
from tui.ui.screens.background import Background

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.worker import Worker

    from tui.corpus.progress import Progress
    from tui.ui.screens.searching import Found

_TOLD = 0.5  # seconds between two looks at how far the work is


class Surveying(Background):
    """A screen from which the whole library is seen."""

    _survey: Worker[None] | None = None
    _progress: Progress | None = None
    _look: Timer | None = None

    def action_search(self) -> None:
        """Search the library."""
        self._ask("")

    def _ask(self, query: str) -> None:
        from tui.ui.screens.searching import Search

        self.app.push_screen(Search(self.session, query), self._go)

    def action_tables(self) -> None:
        """Show who is quoted, what is named, and what is annotated in the library."""
        from tui.ui.screens.tables import Tables

        def chosen(answer: Found | str | None) -> None:
            if isinstance(answer, str):
                self._ask(answer)
            else:
                self._go(answer)

        self.app.push_screen(Tables(self.session), chosen)

    def _go(self, place: Found | None) -> None:
        """Open the document, and show the place in it."""
        if place is None:
            return
        if place.number != self.index or self.article.document is None:
            self.open_document(place.number, read=True)
        if place.span is not None:
            self.article.mark_hits([place.span])
            self.article.post_message(PlaceChosen(*place.span))

    # in the background

    def action_survey(self) -> None:
        """Analyse every document of the library, so that all is known of it; or stop that."""
        if self._survey is not None:
            self._survey.cancel()
            self._end_survey("The analysis of the library was stopped; what is done is kept.")
            return
        from tui.corpus.progress import Progress

        self._progress = Progress(len(self.session.entries))
        self._look = self.set_interval(_TOLD, self._show_survey)
        self._survey = self.run_worker(self._run_survey, group="survey", thread=True)
        self._show_survey()

    def _run_survey(self) -> None:
        """Analyse all documents, in processes; in a thread."""
        from tui.corpus.analysing import analyse_library, usual_jobs
        from tui.corpus.errors import HelperError
        from tui.corpus.work import Settings

        worker = get_current_worker()
        entries = self.session.entries
        settings = Settings(engine=self.session.engine)
        try:
            for index, outcome in analyse_library(
                entries,
                settings,
                max(usual_jobs(len(entries)), 1),  # a process of its own stalls no key
                lambda: worker.is_cancelled,
                self._progress,
                ordered=False,
            ):
                if outcome.counts is not None:
                    self.session.keep_quotes(index, outcome.counts.quotes)
                elif outcome.problem:
                    self.session.keep_problem(index, outcome.problem)
        except HelperError as error:
            self.app.call_from_thread(self._end_survey, clean_line(str(error)))
            return
        if not worker.is_cancelled and self._progress is not None:
            failed = self._progress.failed
            words = f"{self._progress.done} documents are analysed"
            more = f"; {failed} could not be" if failed else ""
            self.app.call_from_thread(self._end_survey, f"{words}{more}.")

    def _show_survey(self) -> None:
        progress = self._progress
        if progress is None:
            return
        left = progress.seconds_left
        minutes = "" if left is None else f", {_duration(left)} left"
        share = progress.done / max(progress.total, 1)
        words = f"analysing {progress.done} of {progress.total} ({share:.0%}{minutes}); A stops"
        self.show_survey(words)
        self.documents.refresh()

    def _end_survey(self, words: str) -> None:
        self._survey = self._progress = None
        if self._look is not None:
            self._look.stop()
        self.show_survey("")
        self.documents.refresh()
        self.say(words)

    def show_survey(self, words: str) -> None:
        """Show how far the analysis of the library is; empty when it is over."""
        raise NotImplementedError


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    return f"{round(seconds / 60)} min"
