"""What the parts of the main screen share: the session, the panes, and a voice."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from textual.screen import Screen

from tui.documents.text import clean_line
from tui.ui.widgets.article import ArticleView
from tui.ui.widgets.documents import DocumentList
from tui.ui.widgets.inspector import Inspector
from tui.ui.widgets.lines import EdgeLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.annotations.store import Store
    from tui.ui.session import Session


class SessionScreen(Screen[None]):
    """A screen on the documents of one session, one of them open.

    Args:
        session: The library, its stores and the reader's places.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.index = 0
        self.speaking = False

    @property
    def article(self) -> ArticleView:
        """The article pane."""
        return self.query_one("#article", ArticleView)

    @property
    def documents(self) -> DocumentList:
        """The list of documents."""
        return self.query_one("#documents", DocumentList)

    @property
    def inspector(self) -> Inspector:
        """The inspector pane."""
        return self.query_one("#inspector", Inspector)

    @property
    def store(self) -> Store:
        """The store of the open document."""
        return self.session.store(self.index)

    def say(self, words: str, *, strong: bool = False) -> None:
        """Tell the reader something, until the cursor moves."""
        layer = "strong" if strong else "plain"
        self.query_one("#status", EdgeLine).left = ((words, layer),)
        self.speaking = True

    @contextmanager
    def saving(self) -> Iterator[None]:
        """Change something in a store; tell the reader if that cannot be done."""
        from tui.annotations.records import NewerFormatError

        try:
            yield
        except NewerFormatError as error:
            self.say(clean_line(str(error)), strong=True)
        except KeyError:
            self.say("That has been deleted elsewhere in the meantime.", strong=True)
        self.report_problems()

    def report_problems(self) -> None:
        """Tell the reader what the stores have to say."""
        for store in self.session.stores:
            for problem in store.take_problems():
                self.notify(problem, severity="warning", timeout=12, markup=False)

    def open_document(self, index: int, *, read: bool) -> None:
        """Show a document; `read` says whether the reader goes on to it."""
        raise NotImplementedError

    def show_keys(self) -> None:
        """Show the keys for what has the focus."""
        raise NotImplementedError

    def show_status(self) -> None:
        """Say what is selected and under the cursor, unless something else is being said."""
        raise NotImplementedError
