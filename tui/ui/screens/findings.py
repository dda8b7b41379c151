"""What is in the open document: what the engine found, and what the reader decided about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ui.screens.base import SessionScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.decisions import Decided
    from tui.analysis.model import Analysis
    from tui.ui.widgets.marks import Mark


class Findings(SessionScreen):
    """A screen that shows entities and quotes of the open document."""

    _decided: tuple[Analysis, tuple[Decided, ...], Analysis] | None = None
    _visible: tuple[Analysis, frozenset[str], Analysis] | None = None

    def found(self) -> Analysis | None:
        """What is in the open document: what the engine found, with the reader's decisions."""
        from tui.analysis.decisions import decided

        raw = self.session.analysis(self.index)
        document = self.article.document
        if raw is None or document is None:
            return None
        decisions = self.store.decided(document)
        if self._decided is None or self._decided[0] is not raw or self._decided[1] != decisions:
            self._decided = raw, decisions, decided(document.text, raw, decisions)
        return self._decided[2]

    def show_found(self, marks: Sequence[Mark] | None = None) -> None:
        """Draw entities and quotes anew, if they are known; and these annotations, if given."""
        from tui.ui.screens.layers import visible

        found, hidden = self.found(), self.session.places.hidden
        if found is None:
            self.article.show(marks=marks)
            return
        # The same object for the same findings: only what is new is laid out anew.
        if self._visible is None or self._visible[0] is not found or self._visible[1] != hidden:
            self._visible = found, hidden, visible(found, hidden)
        self.article.show(self._visible[2], marks)

    def action_layers(self) -> None:
        """Choose which kinds of entities and quotes are highlighted."""
        from tui.ui.screens.layers import LayerChooser

        def changed(hidden: frozenset[str]) -> None:
            self.session.places.hidden = hidden
            self.show_found()

        self.app.push_screen(LayerChooser(self.session.places.hidden, changed))
