"""The inspector: quotes, entities and notes of the open document, each a list of places."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.containers import Vertical
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.analysis.model import LABEL_WORDS, Label
from tui.analysis.shares import speaker_shares
from tui.reading.cells import clip, width, wrap
from tui.reading.spans import SpanIndex
from tui.ui.commands import COMMANDS, Command, Where
from tui.ui.keys import bindings, keys_of
from tui.ui.looks import style
from tui.ui.messages import PlaceChosen
from tui.ui.themes import TAG_COLOURS
from tui.ui.widgets.line_list import LineList
from tui.ui.widgets.paint import QUOTE_MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual import events
    from textual.binding import BindingType

    from tui.analysis.model import Analysis
    from tui.analysis.shares import SpeakerShare


class Tab(StrEnum):
    """One list of the inspector."""

    QUOTES = "quotes"
    SPEAKERS = "speakers"
    ENTITIES = "entities"
    NOTES = "notes"


def _command(tab: Tab) -> Command:
    """The command that shows a list."""
    return next(command for command in COMMANDS if command.id == f"view.{tab.value}")


class Item(NamedTuple):
    """One line of the inspector.

    Attributes:
        pieces: (text, layer) pieces of the line.
        places: Spans it stands for, the first one its own; empty for headings and gaps.
        first: Whether it is the first line of what it stands for.
    """

    pieces: tuple[tuple[str, str], ...]
    places: tuple[tuple[int, int], ...] = ()
    first: bool = True


class _Place(NamedTuple):
    """A span and the number of the line that stands for it."""

    start: int
    end: int
    number: int


class Items(LineList):
    """The list under the tabs; what takes several lines moves as one."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.INSPECTOR)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.items: Sequence[Item] = ()
        self._visits: dict[int, int] = {}
        self._place = 0
        self._index: SpanIndex[_Place] | None = None

    def show(self, items: Sequence[Item]) -> None:
        """Show these lines, with the bar on what stands for the reader's place, or on the first."""
        self.items = items
        self._index = None
        self._visits = {}
        first = next((n for n, item in enumerate(items) if self._stops(item)), 0)
        with self.prevent(PlaceChosen):
            self.current = self._at_place() or first
        self.update()
        self.reveal()

    def count(self) -> int:
        """Number of lines."""
        return len(self.items)

    @staticmethod
    def _stops(item: Item) -> bool:
        return bool(item.places) and item.first

    def selectable(self, index: int) -> bool:
        """The bar stands on the first line of what stands for something."""
        return super().selectable(index) and self._stops(self.items[index])

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """The line."""
        return list(self.items[index].pieces)

    def choose(self, index: int) -> None:
        """Go to the place; asked again, to the next place of the same entity."""
        places = self.items[index].places
        visit = self._visits.get(index, 0)
        self._visits = {index: visit + 1}
        self.post_message(PlaceChosen(*places[visit % len(places)]))

    def show_place(self, offset: int) -> None:
        """Put the bar on the item that stands for the text at an offset, if there is one."""
        self._place = offset
        found = self._at_place()
        if found is not None and not self.has_focus:
            self.current = found

    def _at_place(self) -> int | None:
        if self._index is None:
            self._index = SpanIndex(
                _Place(start, end, number)
                for number, item in enumerate(self.items)
                if self._stops(item)
                for start, end in item.places
            )
        found = self._index.overlapping(self._place, self._place + 1)
        return min((place.number for place in found), default=None)

    def action_turn(self, steps: int) -> None:
        """Show the next or the previous list."""
        tabs = list(Tab)
        inspector = self.parent
        if isinstance(inspector, Inspector):
            inspector.tab = tabs[(tabs.index(inspector.tab) + steps) % len(tabs)]


class Tabs(Widget):
    """The names of the lists, the one shown set off."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Tabs { height: 1; margin-bottom: 1; }"

    counts: reactive[tuple[int, int, int, int]] = reactive((0, 0, 0, 0))
    shown: reactive[Tab] = reactive(Tab.QUOTES)

    def _words(self) -> list[tuple[Tab, str]]:
        counted = dict(zip(Tab, self.counts, strict=True))
        words = {tab: f"{tab.value.capitalize()} {counted[tab]}" for tab in Tab}
        if not self._fits(words):
            words.update({tab: tab.value.capitalize() for tab in Tab if tab is not self.shown})
        if not self._fits(words):
            keys = {tab: keys_of(self.app, _command(tab))[0] for tab in Tab}
            words.update({tab: keys[tab] for tab in Tab if tab is not self.shown})
        return list(words.items())

    def _fits(self, words: Mapping[Tab, str]) -> bool:
        return sum(map(len, words.values())) + 2 * len(words) + 1 <= self.size.width

    def render_line(self, y: int) -> Strip:
        """The one line."""
        base = self.rich_style
        segments = [Segment(" ", base)]
        for tab, word in self._words():
            layer = "strong" if tab is self.shown else "muted"
            lead, tail = ("[", "]") if tab is self.shown else (" ", " ")
            segments.append(Segment(f"{lead}{word}{tail}", base + style(self.app, layer)))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self, event: events.Click) -> None:
        """Show the list pointed at."""
        column = 1
        for tab, word in self._words():
            column += len(word) + 2
            if event.x < column and isinstance(self.parent, Inspector):
                self.parent.tab = tab
                return


class Prepared(NamedTuple):
    """What the inspector shows of an analysis.

    Attributes:
        analysis: What it was made of.
        shares: Who is quoted, and how much.
        columns: Width that the lines are for.
        quotes: Lines of the quotes.
    """

    analysis: Analysis
    shares: Sequence[SpeakerShare]
    columns: int
    quotes: Sequence[Item]


class Inspector(Vertical):
    """Tabs and the list below them."""

    tab: reactive[Tab] = reactive(Tab.QUOTES, init=False)
    """The list shown."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._text = ""
        self._analysis: Analysis | None = None
        self._notes: Sequence[NoteItem] = ()
        self._shares: Sequence[SpeakerShare] = ()
        self._colours: Mapping[str, str] = {}
        self._filled: tuple[Tab, int] | None = None  # what the items stand for, and their width
        self._prepared: Prepared | None = None
        self._tabs = Tabs()
        self.items = Items(id="items")

    async def furnish(self) -> None:
        """Put in tabs and items; the first screen is painted sooner without them."""
        await self.mount(self._tabs, self.items)

    def prepare(self, text: str, analysis: Analysis) -> Prepared:
        """Make what takes long for many quotes; for any thread."""
        shares, columns = speaker_shares(text, analysis), self._columns()
        return Prepared(
            analysis, shares, columns, _quotes(analysis, text, columns, _colours(shares))
        )

    def keep(self, prepared: Prepared) -> None:
        """Take what was prepared, for when its analysis is shown."""
        self._prepared = prepared

    def _columns(self) -> int:
        return max(self.items.size.width - 3, 10)

    def show(self, text: str, analysis: Analysis | None, notes: Sequence[NoteItem]) -> None:
        """Show what belongs to another document, or has become known or been changed."""
        if text is not self._text or analysis is not self._analysis:
            self._text, self._analysis = text, analysis
            if self._prepared is None or self._prepared.analysis is not analysis:
                self._prepared = self.prepare(text, analysis) if analysis else None
            self._shares = self._prepared.shares if self._prepared else ()
            self._colours = _colours(self._shares)
            self._filled = None
        self._notes = notes
        quotes = len(analysis.quotes) if analysis else 0
        entities = len(analysis.entities) if analysis else 0
        self._tabs.counts = (quotes, len(self._colours), entities, len(notes))
        self._fill()

    def watch_tab(self, tab: Tab) -> None:
        """Show another list."""
        self._tabs.shown = tab
        self._fill()

    def on_resize(self) -> None:
        """Wrap the items to the new width."""
        self._fill()

    def _fill(self) -> None:
        if not self.items.is_attached:
            return
        columns, prepared = self._columns(), self._prepared
        before, self._filled = self._filled, (self.tab, columns)
        if self.tab is Tab.NOTES:
            self.items.show(_notes(self._notes, columns))
        elif before == self._filled:
            return
        elif self._analysis is None:
            self.items.show([Item((("  Reading…", "muted"),))])
        elif self.tab is Tab.QUOTES and prepared is not None and prepared.columns == columns:
            self.items.show(prepared.quotes)
        elif self.tab is Tab.QUOTES:
            self.items.show(_quotes(self._analysis, self._text, columns, self._colours))
        elif self.tab is Tab.SPEAKERS:
            self.items.show(_speakers(self._shares, columns, self._colours))
        else:
            self.items.show(_entities(self._analysis, columns))


class NoteItem(NamedTuple):
    """An annotation as the inspector shows it.

    Attributes:
        start: First code point.
        end: One past the last code point.
        exact: The passage.
        tags: Its tags, as words.
        note: Its note.
        placement: A word on how it was found in the text, or empty where it stands as it did.
    """

    start: int
    end: int
    exact: str
    tags: str
    note: str
    placement: str = ""


def _block(
    head: tuple[tuple[str, str], ...],
    body: Sequence[tuple[str, str]],
    places: tuple[tuple[int, int], ...],
) -> list[Item]:
    """An item of several lines and an empty one."""
    items = [Item(head, places)]
    items += [Item(((" " + text, layer),), places, first=False) for text, layer in body]
    return [*items, Item(())]


def _quotes(analysis: Analysis, text: str, columns: int, colours: Mapping[str, str]) -> list[Item]:
    items: list[Item] = []
    for quote in analysis.quotes:
        # The mark is the one beside the text; the word follows where there is room for it.
        name = clip(quote.name or "speaker unknown", columns - 2)
        room = columns - width(name) - 4
        kind = f"  {quote.kind.value}" if len(quote.kind.value) <= room else ""
        head = (
            (f" {QUOTE_MARKS[quote.kind]} ", _sign(quote.name, colours)),
            (name, "name"),
            (kind, "muted"),
        )
        body = [
            ("  " + line, "plain") for line in wrap(text[quote.start : quote.end], columns - 2, 3)
        ]
        items += _block(head, body, ((quote.start, quote.end),))
    return items or [Item(((" No quotes found.", "muted"),))]


def _colours(shares: Sequence[SpeakerShare]) -> dict[str, str]:
    """The colour of each speaker who is known."""
    return {
        share.name: TAG_COLOURS[number % len(TAG_COLOURS)]
        for number, share in enumerate(shares)
        if share.name
    }


def _sign(name: str | None, colours: Mapping[str, str]) -> str:
    """The layer of a speaker's sign."""
    return f"sign-{colours[name]}" if name and name in colours else "unknown"


def _speakers(
    shares: Sequence[SpeakerShare], columns: int, colours: Mapping[str, str]
) -> list[Item]:
    """Who is quoted and how much: the longest bar is the one with the most words."""
    from tui.search.bars import bars

    lengths = bars([share.words for share in shares], columns - 4)
    items: list[Item] = []
    for share, length in zip(shares, lengths, strict=True):
        places = tuple((quote.start, quote.end) for quote in share.quotes)
        sign = _sign(share.name, colours)
        name = clip(share.name or "speaker unknown", columns - 3)
        items.append(Item(((" ■ ", sign), (name, "name" if share.name else "unknown")), places))
        items.append(Item((("   " + length, sign),), places, first=False))
        quotes = "1 quote" if len(places) == 1 else f"{len(places)} quotes"
        said = "1 word" if share.words == 1 else f"{share.words} words"
        numbers = f"   {round(100 * share.share)} %, {quotes}, {said}"
        items += [Item(((numbers, "muted"),), places, first=False), Item(())]
    return items or [Item(((" Nobody is quoted.", "muted"),))]


def _entities(analysis: Analysis, columns: int) -> list[Item]:
    items: list[Item] = []
    for label in Label:
        found = [entity for entity in analysis.entities if entity.label is label]
        if not found:
            continue
        if items:
            items.append(Item(()))
        items.append(Item(((f" {LABEL_WORDS[label]}", "muted"),)))
        for entity in sorted(found, key=lambda entity: -len(entity.mentions)):
            places = tuple((mention.start, mention.end) for mention in entity.mentions)
            times = f" ×{len(places)}" if len(places) > 1 else ""
            pieces = [("  ", "plain"), (entity.name, label.value), (times, "muted")]
            if entity.role and width(entity.name + times) + 4 < columns:
                pieces.append((f"  {entity.role}", "muted"))
            items.append(Item(tuple(pieces), places))
    return items or [Item(((" No entities found.", "muted"),))]


def _notes(notes: Sequence[NoteItem], columns: int) -> list[Item]:
    items: list[Item] = []
    for note in notes:
        head = [(f" {note.tags or 'note'}", "name")]
        if note.placement:
            head.append((f"  {note.placement}", "muted"))
        body = [(line, "muted") for line in wrap(f"“{note.exact}”", columns, 2)]
        if note.note:
            body += [(line, "plain") for line in wrap(note.note, columns, 4)]
        items += _block(tuple(head), body, ((note.start, note.end),))
    if items:
        return items
    return [
        Item(((" Nothing annotated yet.", "muted"),)),
        Item(((" t tags, n writes a note.", "muted"),)),
    ]
