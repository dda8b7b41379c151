"""Tables of the library: everyone quoted, every entity, every tag, every note."""

from __future__ import annotations

import threading
import time
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input
from textual.worker import get_current_worker

from tui.analysis.analysis import Stopped
from tui.documents.errors import UnreadableDocument
from tui.reading.cells import clip, width
from tui.search.bars import bars
from tui.search.concordance import Entities, Order, Speakers, Tags
from tui.search.notes import Notes
from tui.ui.library_sources import LibrarySources
from tui.ui.screens.answering import Answering
from tui.ui.screens.searching import Found
from tui.ui.widgets.line_list import LineList
from tui.ui.widgets.lines import EdgeLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.search.concordance import Row
    from tui.search.notes import Note
    from tui.ui.session import Session

_TOLD = 0.2  # seconds between two looks of the interface at what was counted
_NUMBERS = 9  # columns of a number
_NAME_MOST = 40  # columns of a name


class Kind(StrEnum):
    """What a table is of."""

    SPEAKERS = "speakers"
    ENTITIES = "entities"
    TAGS = "tags"
    NOTES = "notes"


_ORDERS = {
    Kind.SPEAKERS: (Order.TOTAL, Order.WORDS, Order.DOCUMENTS, Order.NAME),
    Kind.ENTITIES: (Order.TOTAL, Order.DOCUMENTS, Order.LABEL, Order.NAME),
    Kind.TAGS: (Order.TOTAL, Order.DOCUMENTS, Order.NAME),
}
_TOTALS = {Kind.SPEAKERS: "quotes", Kind.ENTITIES: "mentions", Kind.TAGS: "passages"}
_EMPTY = {
    Kind.SPEAKERS: "Nobody is quoted",
    Kind.ENTITIES: "Nobody and nothing is named",
    Kind.TAGS: "The codebook has no tags yet",
    Kind.NOTES: "No notes are written yet",
}
_FIELDS = {Kind.SPEAKERS: "speaker", Kind.ENTITIES: "entity", Kind.TAGS: "tag"}


class Table(LineList):
    """The rows of one table."""

    def __init__(self) -> None:
        super().__init__(id="table")
        self.kind = Kind.SPEAKERS
        self.rows: Sequence[Row] = ()
        self.notes: Sequence[Note] = ()

    def count(self) -> int:
        """Number of rows."""
        return len(self.notes) if self.kind is Kind.NOTES else len(self.rows)

    def choose(self, index: int) -> None:
        """Show the places of the row pointed at."""
        if isinstance(self.screen, Tables):
            self.screen.open_row(index)

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """Name, bar and numbers; of a note its words and its passage."""
        if self.kind is Kind.NOTES:
            note = self.notes[index]
            words = " ".join(note.note.split())
            tags = f"  {', '.join(note.tags)}" if note.tags else ""
            passage = f"  “{note.passage}”"
            return [(f" {words}", "strong"), (tags, "name"), (passage, "muted")]
        row = self.rows[index]
        name_room = min(_NAME_MOST, max(columns // 3, 12))
        name = clip(row.name or "speaker unknown", name_room)
        numbers = [row.total, *([row.words] if self.kind is Kind.SPEAKERS else []), row.documents]
        share = f"{row.share:>6.0%}" if self.kind is Kind.SPEAKERS else f"{row.label[:7]:>8}"
        if self.kind is Kind.TAGS:
            share = ""
        counted = "".join(f"{number:>{_NUMBERS}}" for number in numbers) + share
        room = columns - name_room - len(counted) - 4
        greatest = max(self._amount(each) for each in self.rows)
        drawn = bars([self._amount(row), greatest], room)[0] if room > 4 else ""
        gap = " " * (max(room, 0) - width(drawn))
        layer = row.label if self.kind is Kind.ENTITIES else "name"
        return [
            (" ", "plain"),
            (name, layer),
            (" " * (name_room - width(name)), "plain"),
            (" ", "plain"),
            (drawn, "sign-blue"),
            (gap, "plain"),
            (counted, "plain"),
        ]

    def _amount(self, row: Row) -> int:
        return row.words if self.kind is Kind.SPEAKERS else row.total


class Tables(Answering[Found | str | None]):
    """Shows the tables; answers with a place, or a query for the places of a row.

    Args:
        session: The library.
    """

    DEFAULT_CSS = """
    Tables { background: $background; color: $foreground; }
    #table { height: 1fr; background: $background; }
    #filter { height: 1; border: none; padding: 0 1; background: $panel; display: none; }
    #table-title, #table-keys { background: $panel; }
    #table-head { background: $background; }
    #table-status { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "leave", "Leave"),
        ("up,k", "step(-1)", "Up"),
        ("down,j", "step(1)", "Down"),
        ("pageup", "step(-20)", "Up a page"),
        ("pagedown,space", "step(20)", "Down a page"),
        ("right,l,tab", "turn(1)", "Next table"),
        ("left,h,shift+tab", "turn(-1)", "Previous table"),
        ("s", "sort", "Other order"),
        ("slash", "filter", "Filter"),
        ("enter", "take", "Show its places"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._orders = dict.fromkeys(_ORDERS, Order.TOTAL) | {Kind.SPEAKERS: Order.WORDS}
        self._matching = ""
        names = {
            tag.id: tag.name
            for root in {entry.root for entry in session.entries}
            for tag in session.store_of(root).codebook
        }
        self._speakers = Speakers()
        self._entities = Entities()
        self._tags = Tags(names)
        self._notes = Notes(names)
        self._read = 0
        self._counting = threading.Lock()  # counted in a thread, while the rows are shown

    def compose(self) -> ComposeResult:
        """Title, heads of the columns, rows, filter, status, keys."""
        yield EdgeLine(id="table-title")
        yield EdgeLine(id="table-head")
        yield Table()
        yield Input(placeholder="names that hold this", id="filter", compact=True)
        yield EdgeLine(id="table-status")
        keys = EdgeLine(id="table-keys")
        keys.left = tuple(
            piece
            for key, word in (
                *(("Enter", "Its places"), ("←→", "Table"), ("s", "Order"), ("/", "Filter")),
                ("Esc", "Leave"),
            )
            for piece in ((key, "key"), (f" {word}   ", "plain"))
        )
        yield keys

    def on_mount(self) -> None:
        """Begin to count."""
        self.query_one(Table).focus()
        self._show()
        self.run_worker(self._run, group="tables", thread=True, exclusive=True)

    def _run(self) -> None:
        """Read all documents; in a thread."""
        worker = get_current_worker()
        sources = LibrarySources(self._session, lambda: worker.is_cancelled)
        told = time.monotonic()
        for number, source in enumerate(sources):
            try:
                document, analysis = source.document, source.analysis
                annotations = source.annotations
            except UnreadableDocument:
                continue
            except Stopped:
                return
            if worker.is_cancelled:
                return
            with self._counting:
                self._speakers.add(number, document, analysis)
                self._entities.add(number, document, analysis)
                self._tags.add(number, annotations)
                self._notes.add(number, annotations)
                self._read = number + 1
            if time.monotonic() - told > _TOLD:
                told = time.monotonic()
                self.call_if_open(self._show)
        self._read = len(self._session.entries)
        if not worker.is_cancelled:
            self.call_if_open(self._show)

    def _show(self) -> None:
        table = self.query_one(Table)
        kind = table.kind
        counted = {
            Kind.SPEAKERS: self._speakers,
            Kind.ENTITIES: self._entities,
            Kind.TAGS: self._tags,
        }
        with self._counting:
            if kind is Kind.NOTES:
                table.notes = self._notes.rows(self._matching)
            else:
                table.rows = counted[kind].rows(self._orders[kind], self._matching)
        table.update()
        self._show_lines(kind, table.count())

    def _show_lines(self, kind: Kind, rows: int) -> None:
        tabs = [
            (f" [{each.value.capitalize()}] ", "strong")
            if each is kind
            else (f"  {each.value.capitalize()}  ", "muted")
            for each in Kind
        ]
        self.query_one("#table-title", EdgeLine).left = (("The library  ", "strong"), *tabs)
        head = self.query_one("#table-head", EdgeLine)
        if kind is Kind.NOTES:
            head.left, head.right = (("note, its tags, the passage", "muted"),), ""
        else:
            said = ["words"] if kind is Kind.SPEAKERS else []
            last = {Kind.SPEAKERS: " share", Kind.ENTITIES: "    type", Kind.TAGS: ""}[kind]
            columns = [_TOTALS[kind], *said, "docs"]
            head.left = (("name", "muted"),)
            head.right = "".join(f"{column:>{_NUMBERS}}" for column in columns) + last + " "
        total = len(self._session.entries)
        reading = f", read {self._read} of {total} documents …" if self._read < total else ""
        order = "" if kind is Kind.NOTES else f", by {self._orders[kind]}"
        only = f", only “{self._matching}”" if self._matching else ""
        count = "1 row" if rows == 1 else f"{rows} rows"
        if not rows and not self._matching and not reading:
            count, order = _EMPTY[kind], ""
        words = f"{count}{order}{only}{reading}"
        self.query_one("#table-status", EdgeLine).left = ((words, "strong"),)

    # keys

    def open_row(self, index: int) -> None:
        """Answer with the places of a row."""
        table = self.query_one(Table)
        if table.kind is Kind.NOTES:
            place = table.notes[index].place
            self.dismiss(Found(place.number, place.span))
            return
        row = table.rows[index]
        if row.name:
            name = row.name.replace('"', " ").replace("“", " ").replace("”", " ")
            self.dismiss(f'{_FIELDS[table.kind]}:"{" ".join(name.split())}"')
        else:
            place = row.places[0]
            self.dismiss(Found(place.number, place.span))

    def action_turn(self, steps: int) -> None:
        """Show another table."""
        kinds = list(Kind)
        table = self.query_one(Table)
        table.kind = kinds[(kinds.index(table.kind) + steps) % len(kinds)]
        table.current = 0
        self._show()

    def action_sort(self) -> None:
        """Order the rows otherwise."""
        kind = self.query_one(Table).kind
        if kind in _ORDERS:
            orders = _ORDERS[kind]
            place = orders.index(self._orders[kind])
            self._orders[kind] = orders[(place + 1) % len(orders)]
            self._show()

    def action_filter(self) -> None:
        """Ask for a part of the names."""
        line = self.query_one(Input)
        line.styles.display = "block"
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show only the rows that fit."""
        self._matching = event.value.strip()
        self._show()

    def on_input_submitted(self) -> None:
        """Go back to the rows."""
        self._end_filter()

    def _end_filter(self) -> None:
        self.query_one(Input).styles.display = "none"
        self.query_one(Table).focus()

    def action_step(self, steps: int) -> None:
        """Move the bar."""
        self.query_one(Table).move(steps)

    def action_take(self) -> None:
        """Show the places of the row under the bar."""
        self.query_one(Table).action_choose()

    def action_leave(self) -> None:
        """End the filter, or go back to the article."""
        if self.query_one(Input).has_focus:
            self.query_one(Input).value = ""
            self._end_filter()
        else:
            self.dismiss(None)
