"""How each layer looks: colours of the theme, and attributes that hold without colour too."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from tui.ui.themes import DARK, LIGHT, TAG_COLOURS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App


class Look(NamedTuple):
    """One layer.

    Attributes:
        colour: Name of a colour of the themes, or empty to leave that of the layer below.
        background: Likewise.
        attributes: Words that `rich` knows: bold, italic, underline, strike.
    """

    colour: str = ""
    background: str = ""
    attributes: str = ""


LOOKS: dict[str, Look] = {
    # lists and lines
    "plain": Look(),
    "strong": Look(attributes="bold"),
    "muted": Look("muted"),
    "key": Look("accent", attributes="bold"),
    "bar": Look(background="bar"),
    "bar-away": Look(background="panel"),
    "bar-muted": Look("on-bar"),
    "bar-unknown": Look("on-bar", attributes="italic"),
    "name": Look("speaker", attributes="bold"),
    # the page
    "page": Look("foreground", "background"),
    "headline": Look("cursor", attributes="bold"),
    "heading": Look("cursor", attributes="bold"),
    "standfirst": Look("muted", attributes="italic"),
    "byline": Look("muted"),
    "dateline": Look("muted"),
    "paragraph": Look(),
    "list item": Look(),
    "quotation": Look(attributes="italic"),
    "code": Look("when"),
    "boilerplate": Look("faint"),
    "emphasis": Look(attributes="italic"),
    "link": Look("when"),
    # quotes
    "direct": Look("quote", "quote-page"),
    "mixed": Look("quote", "quote-page", "italic"),
    "indirect": Look("quote", "quote-page", "italic"),
    "speaker": Look("speaker", attributes="italic"),
    "unknown": Look("faint", attributes="italic"),
    # entities
    "PERSON": Look("person", attributes="bold"),
    "ORG": Look("org", attributes="bold underline"),
    "LOC": Look("loc", attributes="underline"),
    "NORP": Look("norp"),
    "DATE": Look("when"),
    "TIME": Look("when"),
    "MONEY": Look("amount"),
    "PERCENT": Look("amount"),
    "lit": Look("lit-text", "lit", "bold"),
    # what was found, and letters to jump to
    "hit": Look("background", "hit"),
    "label": Look("hit", "bar", "bold"),
    # what changed in a text
    "removed": Look("muted", attributes="strike"),
    "added": Look("success", attributes="bold underline"),
    "changed": Look("success", attributes="bold"),
    # annotations
    "tagged": Look("foreground"),
    **{f"tag-{colour}": Look(background=f"tag-{colour}") for colour in TAG_COLOURS},
    **{f"sign-{colour}": Look(f"sign-{colour}") for colour in TAG_COLOURS},
    # the reader's hand
    "selected": Look("background", "selected"),
    "cursor": Look("background", "cursor"),
    "cursor-away": Look(attributes="underline"),
}


def style(app: App[object], layer: str) -> Style:
    """The style of a layer in the theme shown; to be added to that of the layers below.

    Raises:
        KeyError: There is no such layer.
    """
    return styles(app)[layer]


def styles(app: App[object]) -> Mapping[str, Style]:
    """The same for every layer; to be asked for once where many pieces are drawn."""
    return styles_in(app.theme, few=app.console.color_system in _FEW)


class _Table(dict[str, Style]):
    """The styles of a theme by layer, each made when it is first asked for."""

    def __init__(self, theme_name: str, *, few: bool) -> None:
        super().__init__()
        self._theme_name = theme_name
        self._few = few

    def __missing__(self, layer: str) -> Style:
        made = self[layer] = style_in(self._theme_name, layer, few=self._few)
        return made


@cache
def styles_in(theme_name: str, *, few: bool = False) -> Mapping[str, Style]:
    """The styles of a theme by layer, as `style_in` makes them."""
    return _Table(theme_name, few=few)


_FEW = ("standard", "windows")
_WHITE = "#ffffff"
# The ten tag colours among the sixteen that every terminal has, as `rich` counts them; the
# backgrounds of the themes would all become black or white there.
_SIXTEEN = {
    "blue": "#0000aa",
    "orange": "#aa5500",
    "green": "#00aa00",
    "purple": "#aa00aa",
    "teal": "#00aaaa",
    "red": "#aa0000",
    "olive": "#555555",
    "pink": "#aa00aa",
    "brown": "#aa5500",
    "grey": "#555555",
}


def style_in(theme_name: str, layer: str, *, few: bool = False) -> Style:
    """The style of a layer in a theme.

    Args:
        theme_name: The theme; the dark one where the name is unknown.
        layer: A key of `LOOKS`.
        few: Whether the terminal has sixteen colours only.
    """
    kind, _, tag = layer.partition("-")
    if few and layer in ("lit", "hit", "label"):
        return Style(reverse=True, bold=layer == "label", underline=layer == "hit")
    if few and kind == "tag":
        return Style(color=_WHITE, bgcolor=_SIXTEEN[tag])
    theme = LIGHT if theme_name == LIGHT.name else DARK
    colours = {
        "foreground": theme.foreground,
        "background": theme.background,
        "panel": theme.panel,
        "accent": theme.accent,
        "success": theme.success,
        **theme.variables,
    }
    look = LOOKS[layer]
    return Style.parse(look.attributes or "none") + Style(
        color=colours[look.colour] if look.colour else None,
        bgcolor=colours[look.background] if look.background else None,
    )
