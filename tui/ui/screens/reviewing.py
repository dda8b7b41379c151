"""Reviewing what the engine found, like cards: one key decides, and the next one comes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.analysis.model import Mention
from tui.analysis.suggestions import Filter, acceptance, rejection, suggestions
from tui.ui.messages import CursorMoved
from tui.ui.screens.menu import Menu, MenuItem
from tui.ui.widgets.modes import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.analysis.decisions import Decision
    from tui.analysis.suggestions import Suggestion
    from tui.documents.document import Document, Span
    from tui.ui.screens.annotating import Annotating

_KEYS = (
    ("Enter", "Right"),
    ("x", "Wrong"),
    ("e", "Correct"),
    ("j", "Skip"),
    ("a", "Name"),
    ("v", "Sight"),
    ("f", "Which"),
    ("Esc", "End"),
    ("b", "Back"),
    ("u", "Undo"),
)
_MOST_NAMES = 8  # named before they are accepted together


class Review(Mode):
    """Takes the keys while suggestions are reviewed.

    Args:
        screen: Shows the document.
    """

    stays = True
    keys = _KEYS
    wanted = Filter()
    """Which suggestions are reviewed; kept from one review to the next."""

    def __init__(self, screen: Annotating) -> None:
        self._screen = screen
        self._place = screen.article.cursor
        self._actions: dict[str, Callable[[], None]] = {
            "enter": self._accept,
            "y": self._accept,
            "x": self._reject,
            "e": self._correct,
            "tab": self._skip,
            "j": self._skip,
            "down": self._skip,
            "b": self._back,
            "k": self._back,
            "up": self._back,
            "u": self._undo,
            "v": self._accept_visible,
            "a": self._accept_name,
            "f": self._filter,
        }

    def take(self, key: str, character: str) -> Mode | None:
        """Decide, and show the next one."""
        if key in ("escape", "q", "R"):
            with self._screen.article.prevent(CursorMoved):
                self._screen.article.drop()
            self._screen.say("The review has ended; R goes on with it.")
            return None
        action = self._actions.get(key)
        if action is not None:
            action()
        return self if self._waiting() else None

    # which one

    def _waiting(self) -> list[Suggestion]:
        document, found = self._screen.article.document, self._screen.found()
        if document is None or found is None:
            return []
        return suggestions(found, self._screen.store.decided(document), type(self).wanted)

    def _current(self) -> Suggestion | None:
        """The first one at or after the place, or else the first of all."""
        waiting = self._waiting()
        after = (each for each in waiting if each.span.start >= self._place)
        return next(after, waiting[0] if waiting else None)

    def show(self) -> bool:
        """Show the suggestion that is next, and say what it is.

        Returns:
            Whether there is one.
        """
        current = self._current()
        article = self._screen.article
        if current is None:
            with article.prevent(CursorMoved):
                article.drop()
            which = "" if type(self).wanted == Filter() else " of the kinds you chose"
            self._screen.say(f"Every suggestion{which} has been decided.")
            return False
        with article.prevent(CursorMoved):
            article.select(current.span)
        article.reveal()
        self._place = current.span.start
        self._screen.say(f"{len(self._waiting())} left · {_said(current)}")
        return True

    # what is done

    def _decide(self, decisions: Sequence[tuple[Span, Decision]]) -> None:
        document = self._screen.article.document
        if document is None:
            return
        with self._screen.saving():
            self._screen.store.decide(document, decisions)
        self._screen.show_annotations()
        if not self.show():
            self._screen.article.enter(None)

    def _on_current(self, decide: Callable[[Document, Suggestion], Decision]) -> None:
        current, document = self._current(), self._screen.article.document
        if current is not None and document is not None:
            self._decide([(current.span, decide(document, current))])

    def _accept(self) -> None:
        self._on_current(lambda document, each: acceptance(document.text, each.found))

    def _reject(self) -> None:
        self._on_current(lambda document, each: rejection(document.text, each.found))

    def _skip(self) -> None:
        waiting, current = self._waiting(), self._current()
        if current is not None:
            number = (waiting.index(current) + 1) % len(waiting)
            self._place = waiting[number].span.start
            if waiting[number].span.start == current.span.start:  # a mention at the quote's start
                self._place = current.span.start + 1
            self.show()

    def _back(self) -> None:
        waiting, current = self._waiting(), self._current()
        if current is not None:
            self._place = waiting[waiting.index(current) - 1].span.start
            self.show()

    def _undo(self) -> None:
        self._screen.action_undo()
        self._place = self._screen.article.cursor
        self.show()

    def _correct(self) -> None:
        from tui.ui.screens.correcting import Corrector

        current = self._current()
        if current is not None:
            with self._screen.article.prevent(CursorMoved):
                self._screen.article.drop()
                self._screen.article.go(current.span.start)
            Corrector(self._screen, self.show).ask()

    # many at once

    def _accept_visible(self) -> None:
        seen = self._screen.article.seen
        inside = [
            each
            for each in self._waiting()
            if each.span.start >= seen.start and each.span.end <= seen.end
        ]
        self._accept_all(inside, "in sight")

    def _accept_name(self) -> None:
        current = self._current()
        name = current.found.name if current else None
        same = [each for each in self._waiting() if each.found.name == name and name]
        self._accept_all(same, f"of the name “{name}”")

    def _accept_all(self, chosen: Sequence[Suggestion], which: str) -> None:
        document = self._screen.article.document
        if not chosen or document is None:
            self._screen.say(f"No suggestion {which}.")
            return
        counted = Counter(f"{each.kind}  {each.found.name or 'speaker unknown'}" for each in chosen)
        names = [
            MenuItem("", "", f"   {words}" + (f" ×{times}" if times > 1 else ""))
            for words, times in counted.most_common(_MOST_NAMES)
        ]
        if len(counted) > _MOST_NAMES:
            names.append(MenuItem("", "", f"   and {len(counted) - _MOST_NAMES} more"))
        items = [*names, MenuItem("yes", "y", "All of these are right"), MenuItem("no", "n", "No")]

        def answered(answer: str | None) -> None:
            if answer == "yes":
                self._decide(
                    [(each.span, acceptance(document.text, each.found)) for each in chosen]
                )
            else:
                self.show()

        count = "1 suggestion" if len(chosen) == 1 else f"{len(chosen)} suggestions"
        self._screen.app.push_screen(Menu(f"Accept {count} {which}?", items), answered)

    def _filter(self) -> None:
        from tui.ui.screens.layers import LAYERS, LayerChooser

        def changed(hidden: frozenset[str]) -> None:
            type(self).wanted = type(self).wanted._replace(kinds=frozenset(LAYERS) - hidden)

        def closed(_: None) -> None:
            if not self.show():
                self._screen.article.enter(None)

        def below(share: float) -> None:
            type(self).wanted = type(self).wanted._replace(below=share)

        chooser = LayerChooser(
            frozenset(LAYERS) - type(self).wanted.kinds,
            changed,
            title="What is reviewed",
            below=below,
            share=type(self).wanted.below,
        )
        self._screen.app.push_screen(chooser, closed)


def _said(suggestion: Suggestion) -> str:
    found = suggestion.found
    if isinstance(found, Mention):
        return f"{found.label} “{found.name}”"
    sure = round(100 * found.confidence)
    return f"{found.kind} quote of {found.name or 'nobody known'}, {sure} %: {found.why}"
