"""The main screen: documents, article, inspector, and the lines that say what is what."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal

from tui.analysis.model import Label, QuoteKind
from tui.documents.formats import UnreadableDocument
from tui.documents.text import clean_line
from tui.ui.commands import Where
from tui.ui.keys import bindings
from tui.ui.messages import CannotAct, DocumentChosen, ModeEntered, PlaceChosen, RowsDrawn
from tui.ui.screens.watching import Watching
from tui.ui.settings import Settings
from tui.ui.themes import DARK, LIGHT
from tui.ui.widgets.article import ArticleView
from tui.ui.widgets.documents import STATUS_MARKS, DocumentList, Status
from tui.ui.widgets.inspector import Inspector, Items, Tab
from tui.ui.widgets.lines import EdgeLine, KeyLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.widget import Widget

    from tui.analysis.model import Mention, Quote
    from tui.documents.document import Document
    from tui.ui.session import Session

# Columns of the screen from which a pane is shown without being asked for.
_BOTH_PANES = 116
_DOCUMENTS_PANE = 90

GUIDELINES = "guidelines.md"
"""File in the annotations folder that holds rules for coders."""

_REST = 1.0  # seconds without a move after which the place is written

_TURN = 0.0005  # seconds after which a thread that computes gives way

_GREETING = "Arrows or hjkl move, f selects, t tags, n notes, R reviews, ? has all keys."

_KIND_WORDS = {
    QuoteKind.DIRECT: "direct quote",
    QuoteKind.INDIRECT: "indirect quote",
    QuoteKind.MIXED: "mixed quote",
}


class Reader(Watching):
    """Reads and annotates the documents of one session.

    Args:
        session: The library, its stores and the reader's places.
    """

    AUTO_FOCUS = "#article"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ANYWHERE)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._panes: dict[str, bool | None] = {"documents": None, "inspector": None}
        self._latest = "documents"
        self._before_alone: dict[str, bool | None] | None = None
        self._rest: Timer | None = None
        self._warned = False
        self._asked = ""
        self._surveyed = ""

    def compose(self) -> ComposeResult:
        """Title, panes, what is under the cursor, keys."""
        yield EdgeLine(id="title")
        with Horizontal(id="panes"):
            yield DocumentList(len(self.session.entries), self.session.line, id="documents")
            yield ArticleView(id="article")
            yield Inspector(id="inspector")
        yield EdgeLine(id="status")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Open the first document."""
        self._fit(self.app.size.width)
        self.open_document(0, read=True)

    # documents

    def open_document(self, index: int, *, read: bool) -> None:
        """Show a document.

        Args:
            index: Its number in the list.
            read: Whether the reader goes on to it, or only looks at it from the list.
        """
        self.session.places.save()
        self.index = index
        entry = self.session.entries[index]
        place = self.session.places.of(entry)
        if read and place is None:
            self.session.places.keep(entry, 0)
        documents = self.documents
        documents.opened = index
        with documents.prevent(DocumentChosen):
            documents.current = index
        if self.session.painted:
            self._no_more_unread(index)
        documents.refresh()
        self.speaking = False
        try:
            document = self.session.document(index)
        except UnreadableDocument as error:
            self.article.open(None, notice=str(error))
            self.say(str(error), strong=True)
            self.query_one("#status", EdgeLine).right = ""
        else:
            self.article.open(document, place or 0)
        self._show_title()
        if self.session.painted:
            self._show_work()
        else:
            self.call_after_refresh(self._painted)

    def _no_more_unread(self, index: int) -> None:
        """Take back that a document was marked as unread."""
        entry, store = self.session.entries[index], self.session.store(index)
        if store.status(entry.id) == Status.UNREAD:
            with self.saving():
                store.set_status(entry.id, "")

    async def _painted(self) -> None:
        """The first article can be read; now load what else there is to it."""
        await self.inspector.furnish()
        self.session.painted = True
        # What was made for the start stays to the end: no more looking for garbage in it.
        gc.enable()
        gc.freeze()
        # A key waits for the interpreter several times while a document is analysed in a thread.
        sys.setswitchinterval(_TURN)
        self._show_work()
        self._show_title()
        if not self.session.places.greeted:
            self.session.places.greeted = True
            self.say(_GREETING)
        for problem in getattr(self.app, "settings", Settings()).problems:
            self.notify(clean_line(problem), severity="warning", timeout=12, markup=False)

    def _show_work(self) -> None:
        """Show what the reader and the analysis have added to the open document."""
        self.show_annotations()
        self.analyse_open_document()
        self.watch_annotations()

    def on_document_chosen(self, message: DocumentChosen) -> None:
        """Show the document, and go on to it if that is wanted."""
        if message.index != self.index or self.article.document is None:
            self.open_document(message.index, read=message.read)
        if message.read:
            self.session.places.keep(self.session.entries[self.index], self.article.cursor)
            self.action_read()
            if self.size.width < _DOCUMENTS_PANE:
                self._set_pane("documents", shown=None)

    def on_rows_drawn(self, message: RowsDrawn) -> None:
        """Find out what the list is to say of the documents in sight."""
        self.read_headings(message.first, message.last)

    def action_step(self, steps: int) -> None:
        """Open the next or the previous document."""
        index = self.index + steps
        if 0 <= index < len(self.session.entries):
            self.open_document(index, read=True)
        else:
            self.say("This is the last document." if steps > 0 else "This is the first document.")

    def action_done(self) -> None:
        """Mark the document as done, or as not done."""
        entry, store = self.session.entries[self.index], self.store
        done = store.status(entry.id) == Status.DONE
        with self.saving():
            store.set_status(entry.id, "" if done else Status.DONE)
            self.say("Marked as not done." if done else "Marked as done.")
        self.documents.refresh()
        self._show_title()

    def action_unread(self) -> None:
        """Mark the document as unread."""
        with self.saving():
            self.store.set_status(self.session.entries[self.index].id, Status.UNREAD)
            self.say("Marked as unread, until it is opened again.")
        self.documents.refresh()
        self._show_title()

    def action_memo(self) -> None:
        """Write about the document as a whole."""
        from tui.ui.screens.note import NoteEditor

        entry, store = self.session.entries[self.index], self.store
        before = store.memo(entry.id)

        def written(memo: str | None) -> None:
            if memo is not None and memo != before:
                with self.saving():
                    store.set_memo(entry.id, memo)
                    self.say("Memo saved." if memo else "Memo deleted.")

        document = self.article.document
        title = document.title if document else entry.name
        self.app.push_screen(NoteEditor(title, before, "Memo on the document"), written)

    async def action_guidelines(self) -> None:
        """Show the guidelines for coders beside the article, or hide them."""
        shown = self.query("#guidelines")
        if shown:
            self.article.await_size()
            await shown.remove()
            self._fit(self.size.width)
            self.article.focus()
            return
        path = self.store.folder / GUIDELINES
        try:
            text = path.read_text("utf-8", errors="replace")
        except OSError:
            self.say(f"There are no guidelines: write them in {clean_line(str(path))}.")
            return
        from tui.documents.markdown import markdown_document

        pane = ArticleView(markdown_document(text, name=GUIDELINES), id="guidelines")
        pane.styles.width = "45%"
        self.article.await_size()
        self.inspector.display = False
        await self.query_one("#panes").mount(pane)
        pane.open(pane.document)

    # what the lines say

    def _show_title(self) -> None:
        entry = self.session.entries[self.index]
        document = self.article.document
        about = [document.source, document.date, document.author] if document else []
        words = " · ".join(part for part in about if part) or entry.name
        status = self.session.status(self.index)
        self.query_one("#title", EdgeLine).left = (
            ("newsreader", "strong"),
            (f"   {self.index + 1} of {len(self.session.entries)}", "plain"),
            (f"   {STATUS_MARKS[status]} {status.value}", "muted"),
            (self._done_so_far(), "muted"),
            (f"   {words}", "muted"),
        )
        self.query_one("#title", EdgeLine).right = self._surveyed or self.session.annotator

    def _done_so_far(self) -> str:
        done = self.session.done() if self.session.painted else 0
        return f"   {done} done" if done else ""

    def show_survey(self, words: str) -> None:
        """Show how far the analysis of the library is, in place of the annotator's name."""
        self._surveyed = words
        self._show_title()

    def on_cannot_act(self, message: CannotAct) -> None:
        """Say why a key did nothing."""
        self.say(message.reason)

    def on_mode_entered(self, message: ModeEntered) -> None:
        """Say what the article asks for."""
        said = self.query_one("#status", EdgeLine).left
        if message.hint:
            self.say(message.hint)
        elif self._asked and said and said[0][0] == self._asked:
            self.speaking = False
            self.show_status()
        self._asked = message.hint
        self.query_one("#keys", KeyLine).asked = message.keys

    async def action_seek(self) -> None:
        """Look for words in the article."""
        from tui.ui.screens.seeking import SeekLine

        if self.article.document is not None and not self.query("#seek"):
            self.article.drop()
            await self.mount(SeekLine(self), before="#keys")

    def action_next_unread(self) -> None:
        """Open the next document that has not been opened yet."""
        entries = len(self.session.entries)
        for steps in range(1, entries):
            index = (self.index + steps) % entries
            if self.session.status(index) is Status.UNREAD:
                self.open_document(index, read=True)
                return
        self.say("Every document has been opened.")

    def on_cursor_moved(self) -> None:
        """Say what is under the cursor."""
        self.speaking = False
        self._warned = False
        self.show_status()
        # The article is repainted first; the inspector follows.
        self.call_after_refresh(self._follow)
        self.show_keys()
        self._keep_place()

    def _follow(self) -> None:
        """Show in the inspector what is under the cursor."""
        if self.session.painted:
            self.inspector.items.show_place(self.article.cursor)

    def _keep_place(self) -> None:
        """Remember where the reader is; written when the cursor comes to rest."""
        if self.article.has_focus and self.article.document is not None:
            self.session.places.keep(self.session.entries[self.index], self.article.cursor)
            if self._rest is not None:
                self._rest.stop()
            self._rest = self.set_timer(_REST, self.session.places.save)

    def show_status(self) -> None:
        """Say what is selected and under the cursor, unless something else is being said."""
        article = self.article
        if article.document is None or article.motions is None or self.speaking:
            return
        text, cursor = article.document.text, article.cursor
        pieces: list[tuple[str, str]] = []
        if article.selected is not None:
            words = len(text[slice(*article.selected)].split())
            pieces.append((f"{words} {'word' if words == 1 else 'words'} selected   ", "strong"))
        marks = article.page.marks.at(cursor) if article.page else []
        pieces += [(f"● {mark.words or 'note'}   ", "strong") for mark in reversed(marks)]
        for mention in article.motions.mentions.at(cursor):
            pieces.append((mention.name, "strong"))
            day = _day(article.document, mention)
            pieces.append((f" {mention.label.value}{day}   ", "muted"))
        for quote in article.motions.quotes.at(cursor):
            pieces += _about(quote)
        line = self.query_one("#status", EdgeLine)
        line.left = tuple(pieces)
        line.right = f"{round(100 * cursor / max(article.motions.last(), 1))} %"

    def show_keys(self) -> None:
        """Show the keys for what has the focus."""
        focused = self.focused
        where = Where.ARTICLE
        if isinstance(focused, DocumentList):
            where = Where.DOCUMENTS
        elif isinstance(focused, Items):
            where = Where.INSPECTOR
        keys = self.query_one("#keys", KeyLine)
        keys.where = where
        keys.selecting = self.article.selection is not None

    def on_descendant_focus(self) -> None:
        """Other keys count now."""
        self.show_keys()

    # panes

    def on_resize(self, event: events.Resize) -> None:
        """Let panes make way where there is no room."""
        self._fit(event.size.width)

    def _fit(self, columns: int) -> None:
        wanted = {
            "documents": columns >= _DOCUMENTS_PANE,
            "inspector": columns >= _BOTH_PANES,
        }
        shown = {
            name: wanted[name] if choice is None else choice for name, choice in self._panes.items()
        }
        if columns < _BOTH_PANES and all(shown.values()):
            other = "inspector" if self._latest == "documents" else "documents"
            shown[other] = False
        widths = {
            "documents": min(max(columns // 5, 26), 38),
            "inspector": min(max(columns // 4, 28), 46),
        }
        for name, is_shown in shown.items():
            pane = self.query_one(f"#{name}")
            if pane.display != is_shown:
                self.article.await_size()
            pane.display = is_shown
            pane.styles.width = widths[name]

    def _set_pane(self, name: str, *, shown: bool | None) -> None:
        self._panes[name] = shown
        self._latest = name
        self._fit(self.size.width)
        self._before_alone = None

    def _focus_of(self, name: str) -> Widget:
        return self.documents if name == "documents" else self.inspector.items

    def action_pane(self, name: str) -> None:
        """Go to a pane, showing it first; from the pane itself, hide it."""
        target = self._focus_of(name)
        if target.has_focus:
            self._set_pane(name, shown=False)
            self.article.focus()
        else:
            self._set_pane(name, shown=True)
            target.focus()

    def action_inspect(self, tab: str) -> None:
        """Show one list of the inspector and go to it."""
        self.inspector.tab = Tab(tab)
        if not self.inspector.items.has_focus:
            self.action_pane("inspector")

    def action_alone(self) -> None:
        """Hide all panes but the article, or bring back those hidden so."""
        if self._before_alone is None:
            before = dict(self._panes)
            for name in self._panes:
                self._panes[name] = False
            self._fit(self.size.width)
            self._before_alone = before
        else:
            self._panes = self._before_alone
            self._before_alone = None
            self._fit(self.size.width)
        self.article.focus()

    def action_read(self) -> None:
        """Go to the article."""
        self.article.focus()

    def on_place_chosen(self, message: PlaceChosen) -> None:
        """Show the place in the article, and go there."""
        article = self.article
        article.drop()
        article.go(message.start)
        article.reveal(top=True)
        if self.size.width < _DOCUMENTS_PANE:
            self._set_pane("inspector", shown=None)
        article.focus()

    # program

    def action_theme(self) -> None:
        """Change between the light and the dark theme, for the next time too."""
        name = LIGHT.name if self.app.theme == DARK.name else DARK.name
        self.app.theme = name
        self.session.places.theme = name

    def action_leave(self) -> None:
        """Quit; where something could not be saved, only when asked twice."""
        waiting = [store for store in self.session.stores if store.unsaved]
        if all(store.save_pending() for store in waiting) or self._warned:
            self.app.exit()
            return
        self._warned = True
        for store in waiting:
            store.take_problems()  # they have been told when the changes were made
        self.say("Your last changes are not saved yet: q again quits without them.", strong=True)

    def action_help(self) -> None:
        """Show all keys."""
        from tui.ui.screens.help import Help

        self.app.push_screen(Help())


def _day(document: Document, mention: Mention) -> str:
    """The day or days a date means, where that can be told."""
    if mention.label not in (Label.DATE, Label.TIME):
        return ""
    from tui.analysis.dates import Period, date_of

    found = date_of(document.text, mention.start, mention.end, document.published)
    if isinstance(found, Period):
        return f" {found.first} to {found.last}"
    return f" {found}" if found else ""


def _about(quote: Quote) -> list[tuple[str, str]]:
    """What the status line says of a quote."""
    speaker = quote.name or "speaker unknown"
    sure = f"{round(100 * quote.confidence)} %"
    return [
        ("❝ ", "muted"),
        (speaker, "strong"),
        (f" {_KIND_WORDS[quote.kind]}, {sure}: {quote.why}", "muted"),
    ]
