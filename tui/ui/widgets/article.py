"""The article: what keys do to its text cursor and its selection."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, ClassVar

from tui.documents.document import Span
from tui.reading.motions import Unit
from tui.reading.selection import Selection
from tui.ui.commands import Where
from tui.ui.keys import bindings
from tui.ui.messages import CannotAct, CursorMoved, ModeEntered, PassageChosen
from tui.ui.widgets.modes import JumpMode, Mode, ObjectMode, PassageStart
from tui.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from tui.documents.document import Document
    from tui.reading.growth import Growth

# Letters of text objects whose first letter is another's.
_OTHER_LETTERS = {"quotation": "m"}


class ArticleView(PageView):
    """Moves a text cursor in one document, and selects."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ARTICLE)

    def __init__(self, document: Document | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(document, id=id)
        self._mode: Mode | None = None
        self._growth: Growth | None = None

    # modes

    def enter(self, mode: Mode | None) -> None:
        """Let a mode take the keys from now on; None: none does."""
        self._mode = mode
        labels = mode.labels if mode else ()
        if labels or self._labels:
            self.label(labels)
        self.post_message(ModeEntered(mode.hint, mode.keys) if mode else ModeEntered(""))

    def on_key(self, event: events.Key) -> None:
        """Give the key to the mode, if there is one."""
        if self._mode is not None:
            event.stop()
            event.prevent_default()
            mode = self._mode
            following = mode.take(event.key, event.character or "")
            if self._mode is mode and (following is not mode or mode.labels or mode.hint):
                self.enter(following)  # unless what was chosen has entered another one

    def on_blur(self) -> None:
        """What was asked for is asked for no more."""
        super().on_blur()
        if self._mode is not None and not self._mode.stays:
            self.enter(None)

    def choose(self, span: Span) -> None:
        """Select a passage, and say so."""
        self._goal = None
        self._visual = False
        self.select(span)
        self.post_message(PassageChosen(*span))

    # moving

    def action_move(self, unit: str, forward: bool) -> None:
        """Move by a unit of text."""
        self._move(Unit(unit), forward, extend=False)

    def action_extend(self, unit: str, forward: bool) -> None:
        """Move by a unit of text and select what is passed."""
        self._move(Unit(unit), forward, extend=True)

    def _move(self, unit: Unit, forward: bool, *, extend: bool) -> None:
        self._goal = None
        if self.motions is None:
            return
        offset = self.motions.move(self.cursor, unit, forward)
        if offset == self.cursor:
            where = "after" if forward else "before"
            self.post_message(CannotAct(f"There is no {unit} {where} this one."))
        else:
            self.go(offset, extend=extend)

    def action_move_rows(self, rows: int) -> None:
        """Move up or down, keeping the column."""
        self._move_rows(rows, extend=False)

    def action_extend_rows(self, rows: int) -> None:
        """Move up or down and select what is passed."""
        self._move_rows(rows, extend=True)

    def action_move_pages(self, pages: int) -> None:
        """Move by nearly a screenful."""
        self._move_rows(pages * max(self.size.height - 2, 1), extend=False)

    def _move_rows(self, rows: int, *, extend: bool) -> None:
        if self.page is None:
            return
        layout = self.page.layout
        goal = layout.column_of(self.cursor) if self._goal is None else self._goal
        row = layout.row_of(self.cursor)
        target = min(max(row + rows, 0), len(layout.rows) - 1)
        while 0 < target < len(layout.rows) - 1 and layout.rows[target].block < 0:
            target += 1 if rows > 0 else -1
        self.go(layout.offset_at(target, goal), extend=extend)
        self._goal = goal

    def action_move_edge(self, end: bool) -> None:
        """Move to either end of the row."""
        self._goal = None
        if self.page is not None:
            row = self.page.layout.row_of(self.cursor)
            self.go(self.page.layout.offset_at(row, self.page.columns if end else 0))

    def action_move_all(self, end: bool) -> None:
        """Move to either end of the article."""
        self._goal = None
        if self.motions is not None:
            self.go(self.motions.last() if end else 0)

    def action_move_annotation(self, forward: bool) -> None:
        """Move to the next or the previous annotation."""
        self._goal = None
        marks = self.page.marks if self.page else None
        found = marks and (marks.after(self.cursor) if forward else marks.before(self.cursor))
        if found:
            self.go(found.start)
        else:
            where = "after" if forward else "before"
            self.post_message(CannotAct(f"There is no annotation {where} the cursor."))

    def action_move_same(self, forward: bool) -> None:
        """Move to the next mention of the entity under the cursor, or quote of the speaker."""
        self._goal = None
        if self.motions is None:
            return
        places, what = [each.start for each in self._lit], "mention of this entity"
        quotes = self.motions.quotes.at(self.cursor)
        if not places and quotes:
            name, what = quotes[-1].name, "quote of this speaker"
            places = [each.start for each in self._analysis.quotes if each.name == name]
        if not places:
            self.post_message(CannotAct("There is no entity and no quote under the cursor."))
            return
        here = max(bisect_right(places, self.cursor) - 1, 0)
        if len(places) == 1:
            self.post_message(CannotAct(f"This is the only {what}."))
        else:
            self.go(places[(here + (1 if forward else -1)) % len(places)])

    # selecting

    def action_visual(self) -> None:
        """Begin selecting at the cursor, or let go of the selection."""
        if self._visual:
            self.drop()
        elif self.document is not None:
            self._visual = True
            self.selection = self.selection or Selection(self.cursor, self.cursor)

    def action_drop(self) -> None:
        """Let go of the selection, or else of what was found."""
        if self.selection is None and self.hits:
            self.mark_hits([])
        self.drop()

    def action_flip(self) -> None:
        """Put the cursor at the other end of the selection."""
        if self.selection is None:
            self.post_message(CannotAct("Nothing is selected."))
        else:
            self.selection = self.selection.flipped()
            self.cursor = self.selection.head

    def action_select_unit(self, unit: str) -> None:
        """Select the unit of text under the cursor."""
        self._goal = None
        span = self.motions.unit_at(self.cursor, Unit(unit)) if self.motions else None
        if span is None:
            self.post_message(CannotAct(f"There is no {unit} under the cursor."))
        else:
            self.choose(span)

    def action_jump(self, what: str) -> None:
        """Label what is in sight; what is chosen by its label is selected, or gone to.

        Args:
            what: `passage`, `sentence`, `paragraph`, or `place` to go to a word.
        """
        from tui.reading.jump import jump

        motions, seen = self.motions, self.seen
        if motions is None or seen.start == seen.end:
            self.post_message(CannotAct("There is nothing to jump to."))
        elif what == "passage":
            self.enter(PassageStart(self, motions, seen))
        elif what == "place":
            words = jump(motions.units.words_between(*seen), self.cursor, seen)
            hint = "Type the label to go to"
            self.enter(JumpMode(words, hint, lambda span: self.go(span.start)))
        else:
            units = motions.units
            between = units.sentences_between if what == "sentence" else units.blocks_between
            hint = f"Type the label of the {what}"
            self.enter(JumpMode(jump(between(*seen), self.cursor, seen), hint, self.choose))

    def action_object(self) -> None:
        """Ask for a text object, and select it."""
        from tui.reading.textobjects import TextObject

        names = [kind.value for kind in TextObject]
        objects = {_OTHER_LETTERS.get(name, name[0]): name for name in names}
        self.enter(ObjectMode(objects, self._select_object))

    def _select_object(self, name: str, count: int, around: bool) -> None:
        from tui.reading.textobjects import TextObject, text_object

        if self.motions is None:
            return
        place = self.selection.head if self.selection else self.cursor
        span = text_object(self.motions, TextObject(name), place, count, around=around)
        if span is None:
            self.post_message(CannotAct(f"There is no {name} under the cursor."))
        else:
            self.choose(span)

    def action_grow(self, more: bool) -> None:
        """Select the next larger unit of text, or go back to what was selected before."""
        if self.motions is None:
            return
        from tui.reading.growth import Growth

        span = self.selected or Span(self.cursor, self.cursor)
        growth = self._growth.at(span) if self._growth else Growth((span,))
        after = growth.grown(self.motions) if more else growth.shrunk()
        if after is growth:
            reason = "All of it is selected." if more else "The selection did not grow before."
            self.post_message(CannotAct(reason))
        elif after.span.start == after.span.end:
            self.drop()
        else:
            self.choose(after.span)
        self._growth = after

    def action_nudge(self, end: str, unit: str, forward: bool) -> None:
        """Move one end of the selection."""
        span = self.selected
        if span is None or self.motions is None:
            self.post_message(CannotAct("Nothing is selected."))
            return
        from tui.reading.nudging import End, nudged

        self.select(nudged(self.motions, span, End(end), Unit(unit), forward=forward))

    # what was found

    def action_move_hit(self, forward: bool) -> None:
        """Go to the next or the previous place that was found."""
        from tui.reading.find import next_hit, previous_hit

        hit = (next_hit if forward else previous_hit)(self.hits, self.cursor)
        if hit is None:
            self.post_message(CannotAct("Nothing is being looked for: / looks for words."))
            return
        self.drop()
        with self.prevent(CursorMoved):
            self.go(hit.span.start)
        turned = "   (from the other end)" if hit.wrapped else ""
        self.post_message(CannotAct(f"{hit.number + 1} of {len(self.hits)}{turned}"))

    def on_click(self, event: events.Click) -> None:
        """Select the word at the second click, the sentence at the third."""
        units = {2: "word", 3: "sentence"}
        if event.chain in units:
            self.action_select_unit(units[event.chain])
