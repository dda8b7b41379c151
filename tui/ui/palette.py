"""The command palette: every action with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider

from tui.ui.commands import COMMANDS, Where
from tui.ui.keys import keys_of

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from textual.command import Hits
    from textual.widget import Widget

    from tui.ui.commands import Command


class CommandProvider(Provider):
    """Offers the commands of the main screen."""

    def _target(self, where: Where) -> Widget:
        from tui.ui.screens.reader import Reader

        screen = self.screen
        if not isinstance(screen, Reader) or where is Where.ANYWHERE:
            return screen
        panes = {Where.ARTICLE: screen.article, Where.DOCUMENTS: screen.documents}
        return panes.get(where, screen.inspector.items)

    def _run(self, command: Command) -> Callable[[], Coroutine[Any, Any, bool]]:
        target = self._target(command.where)
        return lambda: self.app.run_action(command.action, default_namespace=target)

    async def discover(self) -> Hits:
        """All commands."""
        for command in COMMANDS:
            yield DiscoveryHit(command.title, self._run(command), help=self._key(command))

    async def search(self, query: str) -> Hits:
        """The commands whose words fit."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            score = matcher.match(command.title)
            if score > 0:
                title = matcher.highlight(command.title)
                yield Hit(score, title, self._run(command), help=self._key(command))

    def _key(self, command: Command) -> str:
        return f"{'  '.join(keys_of(self.app, command))}   {command.group}"
