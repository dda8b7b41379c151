"""Which kinds of entities and quotes are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tui.analysis.model import LABEL_WORDS, Analysis, Label, QuoteKind
from tui.ui.screens.dialog import Dialog
from tui.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

LAYERS = (*(label.value for label in Label), *(kind.value for kind in QuoteKind))
"""Names of what can be hidden."""

_WORDS = {label.value: LABEL_WORDS[label] for label in Label} | {
    kind.value: f"{kind.value.capitalize()} quotes" for kind in QuoteKind
}


def visible(analysis: Analysis, hidden: frozenset[str]) -> Analysis:
    """An analysis without what is hidden."""
    if not hidden:
        return analysis
    return Analysis(
        tuple(each for each in analysis.mentions if each.label not in hidden),
        tuple(each for each in analysis.entities if each.label not in hidden),
        tuple(each for each in analysis.quotes if each.kind not in hidden),
    )


_SHARES = (0.7, 0.8, 0.9, 2.0)
"""Confidences below which quotes are reviewed; the last stands for all."""


class LayerList(LineList):
    """A line for each layer, in its own look, and whether it is shown.

    Args:
        hidden: What is hidden.
        share: Confidence below which quotes are wanted, or None where that is not asked.
    """

    can_focus = False

    def __init__(self, hidden: Iterable[str], share: float | None = None) -> None:
        super().__init__(id="layer-list")
        self.hidden = set(hidden)
        self.share = share

    def count(self) -> int:
        """Number of lines."""
        return len(LAYERS) + (self.share is not None)

    def choose(self, index: int) -> None:
        """Show the layer, or hide it; or change the confidence."""
        if index == len(LAYERS) and self.share is not None:
            place = _SHARES.index(self.share) if self.share in _SHARES else -1
            self.share = _SHARES[(place + 1) % len(_SHARES)]
            self.refresh()
            if isinstance(self.screen, LayerChooser) and self.screen.below is not None:
                self.screen.below(self.share)
            return
        self.hidden ^= {LAYERS[index]}
        self.refresh()
        if isinstance(self.screen, LayerChooser):
            self.screen.changed(frozenset(self.hidden))

    def draw(self, index: int, line: int, columns: int) -> list[tuple[str, str]]:
        """A box, ticked where the layer is shown, and its name."""
        if index == len(LAYERS):
            all_of = self.share is None or self.share > 1
            which = "whatever their confidence" if all_of else f"below {self.share:.0%} confidence"
            return [("     quotes ", "plain"), (which, "strong")]
        layer = LAYERS[index]
        box = "[ ]" if layer in self.hidden else "[x]"
        return [(f" {box} ", "plain"), (_WORDS[layer], layer)]


class LayerChooser(Dialog[None]):
    """Shows and hides kinds of entities and quotes.

    Args:
        hidden: What is hidden now.
        changed: Is told what is hidden, whenever that changes.
        title: What it is about.
        below: Is told the confidence below which quotes are wanted; it is asked for then.
        share: That confidence now.
    """

    DEFAULT_CSS = """
    #layer-list { height: 12; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,H", "cancel", "Close"),
        ("up,k", "step(-1)", "Up"),
        ("down,j", "step(1)", "Down"),
        ("enter,space", "take", "Show or hide"),
        ("a", "all", "Show all, or none"),
    ]

    def __init__(
        self,
        hidden: frozenset[str],
        changed: Callable[[frozenset[str]], None],
        *,
        title: str = "What is highlighted in the article",
        below: Callable[[float], None] | None = None,
        share: float = 2.0,
    ) -> None:
        super().__init__(title, "Space changes the line   a all or none   Esc closes")
        self._hidden = hidden
        self._share = None if below is None else share
        self.changed = changed
        self.below = below

    def parts(self) -> Iterable[Widget]:
        """The list."""
        yield LayerList(self._hidden, self._share)

    def action_step(self, steps: int) -> None:
        """Move the bar."""
        self.query_one(LayerList).move(steps)

    def action_take(self) -> None:
        """Show or hide the layer under the bar."""
        self.query_one(LayerList).action_choose()

    def action_all(self) -> None:
        """Show everything, or if nothing is hidden hide everything."""
        layers = self.query_one(LayerList)
        layers.hidden = set() if layers.hidden else set(LAYERS)
        layers.refresh()
        self.changed(frozenset(layers.hidden))
