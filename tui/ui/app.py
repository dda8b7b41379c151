"""The application."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from weakref import WeakKeyDictionary

from textual.app import App
from textual.events import Event, Key

from tui.ui.screens.reader import Reader
from tui.ui.settings import Settings
from tui.ui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.command import Provider
    from textual.screen import Screen

    from tui.ui.session import Session


def _provider() -> type[Provider]:
    from tui.ui.palette import CommandProvider

    return CommandProvider


class NewsreaderApp(App[None]):
    """Shows the main screen on one session.

    Args:
        session: The library, its stores and the reader's places.
        settings: What the reader has set.
    """

    TITLE = "newsreader"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_provider}
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, session: Session, settings: Settings | None = None) -> None:
        super().__init__()
        self.session = session
        self.settings = settings or Settings()
        self.set_keymap(dict(self.settings.keys))
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        known = {DARK.name, LIGHT.name}
        self.theme = session.places.theme if session.places.theme in known else DARK.name
        self._typed_on: WeakKeyDictionary[Key, Screen[object]] = WeakKeyDictionary()

    async def on_event(self, event: Event) -> None:
        """Handle an event; keys typed ahead of a screen that was being opened are given to it.

        A key goes to the widget that has the focus, and comes back here where that does not want
        it. When many come at once, the one that opens a screen does so after the others have been
        sent to the screen below.
        """
        if isinstance(event, Key):
            if not event.is_forwarded:
                self._typed_on[event] = self.screen
            elif self._typed_on.pop(event, self.screen) is not self.screen:
                self.post_message(Key(event.key, event.character))
                return
        await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """The main screen."""
        return Reader(self.session)
