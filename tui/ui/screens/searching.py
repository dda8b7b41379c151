"""Searching the library: a query, explained as it is typed, and results as they come."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tui.analysis.analysis import Stopped
from tui.documents.formats import peek
from tui.documents.text import clean_line
from tui.reading.cells import width, wrap
from tui.reading.expressions import PatternError
from tui.search.completing import completing
from tui.search.explaining import explain
from tui.search.fields import FIELDS, SIGNS
from tui.search.parsing import parse
from tui.search.query import QueryError
from tui.search.searching import search
from tui.ui.library_sources import LibrarySources
from tui.ui.screens.answering import Answering
from tui.ui.widgets.line_list import LineList
from tui.ui.widgets.lines import EdgeLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.documents.document import Span
    from tui.search.query import Query
    from tui.search.searching import Result
    from tui.ui.session import Session

_PATIENCE = 0.25  # seconds after the last key until a search begins
_TOLD = 0.1  # seconds between two looks of the interface at what was found
_MOST = 50  # results of one document
_ALL = 10_000  # results that are shown
_EXAMPLE, _MEANING = 29, 39  # columns of the list of what can be typed


class Found(NamedTuple):
    """A place in a library.

    Attributes:
        number: Which document.
        span: The place in it, or None for the document as a whole.
    """

    number: int
    span: Span | None


class ResultList(LineList):
    """Two lines for each result: the document, and the words around the place."""

    item_height = 3

    def __init__(self, session: Session) -> None:
        super().__init__(id="results")
        self.results: list[Result] = []
        self._session = session

    def count(self) -> int:
        """Number of results."""
        return len(self.results)

    def choose(self, index: int) -> None:
        """Answer with the place pointed at."""
        result = self.results[index]
        self.screen.dismiss(Found(result.number, result.span))

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """Title and why it was found; the words; an empty line."""
        result = self.results[index]
        if line == 0:
            said = self._session.line(result.number)
            about = " · ".join(part for part in (said.source, said.date) if part)
            return [(f" {said.title}", "strong"), (f"  {about}", "muted")]
        if line == 1:
            text, start, end = result.context
            detail = f"  {clean_line(result.detail)}" if result.detail else ""
            why = f"  {result.found}" if 3 + width(f"{text}  {result.found}") <= columns else ""
            return [
                ("   ", "plain"),
                (text[:start], "plain"),
                (text[start:end], "hit"),
                (text[end:], "plain"),
                (why, "muted"),
                (detail if why else "", "name"),
            ]
        return []


class Search(Answering[Found | None]):
    """Asks what to search for, and which result to go to.

    Args:
        session: The library.
        query: What is searched for at first.
    """

    DEFAULT_CSS = """
    Search { background: $background; color: $foreground; }
    #query { height: 1; border: none; padding: 0 1; background: $panel; color: $foreground; }
    #explained { height: auto; max-height: 3; padding: 0 1; color: $muted; }
    #results { height: 1fr; background: $background; margin-top: 1; }
    #search-keys, #search-title { background: $panel; }
    #search-status { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Leave"),
        ("down", "step(1)", "Down"),
        ("up", "step(-1)", "Up"),
        ("pagedown", "step(8)", "Down a page"),
        ("pageup", "step(-8)", "Up a page"),
        ("tab", "complete", "Complete"),
        ("f1", "signs", "What can be typed"),
    ]

    def __init__(self, session: Session, query: str = "") -> None:
        super().__init__()
        self._session = session
        self._begun = query
        self._waiting: list[Result] = []
        self._number = 0

    def compose(self) -> ComposeResult:
        """Title, query, explanation, results, status, keys."""
        title = EdgeLine(id="search-title")
        title.left = (("Search the library", "strong"),)
        title.right = f"{len(self._session.entries)} documents"
        yield title
        yield Input(self._begun, placeholder=_example(), id="query", compact=True)
        yield Static(id="explained", markup=False)
        yield ResultList(self._session)
        yield EdgeLine(id="search-status")
        keys = EdgeLine(id="search-keys")
        keys.left = tuple(
            piece
            for key, word in (
                *(("Enter", "Go to it"), ("↑↓", "Choose"), ("Tab", "Complete")),
                *(("F1", "What can be typed"), ("Esc", "Leave")),
            )
            for piece in ((key, "key"), (f" {word}  ", "plain"))
        )
        yield keys

    def on_mount(self) -> None:
        """Take the keys; search, if there is a query already."""
        self.query_one(Input).focus()
        self._explain(self._begun)
        if self._begun:
            self._search(self._begun)

    # the query

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what it means, and search for it when the reader stops typing."""
        self._explain(event.value)
        self._number += 1
        number = self._number

        def rested() -> None:
            if number == self._number and self.is_open:
                self._search(event.value)

        self.set_timer(_PATIENCE, rested)

    def _parsed(self, written: str) -> Query | str:
        """The query, or what is wrong with it."""
        try:
            query = parse(written)
        except QueryError as error:
            return str(error)
        return query

    def _explain(self, written: str) -> None:
        field = completing(written, self.query_one(Input).cursor_position)
        if not written.strip():
            words = "Words, or fields: " + ", ".join(f"{name}:" for name in FIELDS)
        elif field.choices and field.typed:
            words = "Tab: " + "  ".join(field.choices)
        else:
            query = self._parsed(written)
            words = query if isinstance(query, str) else explain(query)
        self.query_one("#explained", Static).update(Content(words))

    def action_complete(self) -> None:
        """Take the first thing that the word could become."""
        line = self.query_one(Input)
        word = completing(line.value, line.cursor_position)
        if word.choices:
            rest = line.value[line.cursor_position :]
            line.value = line.value[: word.start] + word.choices[0] + rest
            line.cursor_position = word.start + len(word.choices[0])

    def action_signs(self) -> None:
        """Show all that can be typed."""
        from tui.ui.screens.menu import Menu, MenuItem

        rows = [*SIGNS, *((each.example, each.help) for each in FIELDS.values())]
        items = [
            MenuItem("", "", f"{example if not number else '':<{_EXAMPLE}} {line}")
            for example, meaning in rows
            for number, line in enumerate(wrap(meaning, _MEANING, 2))
        ]
        self.app.push_screen(Menu("What can be typed", items))

    # the results

    def _search(self, written: str) -> None:
        query = self._parsed(written)
        results = self.query_one(ResultList)
        results.results = []
        results.current = 0
        results.update()
        if not written.strip() or isinstance(query, str):
            self._say("")
            return
        self._say("Searching …")
        self.run_worker(lambda: self._run(query), group="search", thread=True, exclusive=True)

    def _run(self, query: Query) -> None:
        """Search, and hand over what is found a little at a time; in a thread."""
        worker = get_current_worker()
        sources = LibrarySources(self._session, lambda: worker.is_cancelled)
        batch: list[Result] = []
        total = 0
        told = time.monotonic()
        try:
            for result in search(query, sources, stopped=lambda: worker.is_cancelled, most=_MOST):
                if self._session.unknown_headings(result.number, result.number):
                    entry = self._session.entries[result.number]
                    self._session.keep_heading(result.number, peek(entry))
                batch.append(result)
                total += 1
                if time.monotonic() - told > _TOLD:
                    self._hand_over(batch, done=False)
                    batch, told = [], time.monotonic()
                if total >= _ALL:
                    break
        except Stopped:
            return
        except PatternError as error:
            if not worker.is_cancelled:
                self.call_if_open(self._say, str(error))
            return
        if not worker.is_cancelled:
            self._hand_over(batch, done=True)

    def _hand_over(self, batch: list[Result], *, done: bool) -> None:
        if not get_current_worker().is_cancelled:
            self.call_if_open(self._take, batch, done)

    def _take(self, batch: list[Result], done: bool) -> None:
        results = self.query_one(ResultList)
        results.results += batch
        results.update()
        count = len(results.results)
        documents = len({result.number for result in results.results})
        places = "1 place" if count == 1 else f"{count} places"
        where = "1 document" if documents == 1 else f"{documents} documents"
        if not count:
            self._say("Nothing is found." if done else "Searching …")
        else:
            more = "" if done else ", searching …"
            most = f" (no more than {_ALL} are shown)" if count >= _ALL else ""
            self._say(f"{places} in {where}{more}{most}")

    def _say(self, words: str) -> None:
        self.query_one("#search-status", EdgeLine).left = ((words, "strong"),)

    def on_input_submitted(self) -> None:
        """Go to the result under the bar."""
        self.query_one(ResultList).action_choose()

    def action_step(self, steps: int) -> None:
        """Move the bar."""
        self.query_one(ResultList).move(steps)

    def action_leave(self) -> None:
        """Go back to the article."""
        self.dismiss(None)


def _example() -> str:
    return "words, or " + "   ".join(FIELDS[name].example for name in ("tag", "speaker", "date"))
