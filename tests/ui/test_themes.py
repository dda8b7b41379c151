from __future__ import annotations

from collections.abc import Iterable

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.analysis.model import Analysis, Label
from tui.annotations.model import PALETTE
from tui.documents.plain import plain_document
from tui.ui.looks import LOOKS, style_in, styles_in
from tui.ui.themes import DARK, LIGHT, TAG_COLOURS, tag_colour
from tui.ui.widgets.line_list import _ON_BAR
from tui.ui.widgets.marks import Mark
from tui.ui.widgets.paint import _QUIET, Page

ENOUGH = 4.5  # to 1: the contrast that WCAG 2 asks for text (AA)


def luminance(colour: Color) -> float:
    def channel(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * channel(colour.r) + 0.7152 * channel(colour.g) + 0.0722 * channel(colour.b)


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))[::-1]
    return (bright + 0.05) / (dark + 0.05)


def colours(theme: Theme) -> dict[str, str]:
    return {
        "foreground": str(theme.foreground),
        "background": str(theme.background),
        "surface": str(theme.surface),
        "panel": str(theme.panel),
        "accent": str(theme.accent),
        "success": str(theme.success),
        **theme.variables,
    }


ON_THE_PAGE = (
    *("page", "headline", "heading", "standfirst", "byline", "dateline", "code", "boilerplate"),
    *("link", "direct", "mixed", "indirect", "speaker", "unknown", "removed", "added", "changed"),
    *(label.value for label in Label),
)
IN_LISTS = (
    *("plain", "strong", "muted", "key", "name", "speaker", "unknown", "removed", "added", "page"),
    *("direct", "mixed", "indirect"),
    *(label.value for label in Label),
)
UNDER_THE_BAR = {"muted": "bar-muted", "unknown": "bar-unknown", "removed": ""}
BESIDE_TEXT = ("speaker", "unknown", "removed", "changed")  # never on a tag
SIGNS = tuple(f"sign-{tag}" for tag in TAG_COLOURS)
NEVER_BELOW = ("page", "direct", "mixed", "indirect", "hit", "label", "selected", "cursor", "lit")
BOTH = [pytest.param(theme, id=theme.name.removeprefix("newsreader-")) for theme in (DARK, LIGHT)]


def unreadable(theme: Theme, layers: Iterable[str], backgrounds: Iterable[str]) -> list[str]:
    """What cannot be read: layer, background, contrast."""
    known = colours(theme)
    found = []
    for layer in layers:
        for background in backgrounds:
            ratio = contrast(known[LOOKS[layer].colour or "foreground"], known[background])
            if ratio < ENOUGH:
                found.append(f"{layer} on {background}: {ratio:.2f}")
    return found


@pytest.mark.parametrize("theme", BOTH)
def test_every_layer_can_be_read_on_all_it_can_lie_on(theme: Theme) -> None:
    quiet = {LOOKS[layer].colour for layer in _QUIET}
    tagged = {
        "tagged" if LOOKS[layer].colour in quiet else layer
        for layer in ON_THE_PAGE
        if layer not in BESIDE_TEXT
    }
    barred = {UNDER_THE_BAR.get(layer, layer) for layer in IN_LISTS} - {""}
    assert not unreadable(theme, ON_THE_PAGE, ["background", "quote-page"])
    assert not unreadable(theme, tagged, [f"tag-{tag}" for tag in TAG_COLOURS])
    assert not unreadable(theme, IN_LISTS, ["surface"])
    assert not unreadable(theme, barred, ["bar", "panel"])
    assert not unreadable(theme, SIGNS, ["background", "surface"])
    assert {layer for layer, look in LOOKS.items() if look.background} == {
        *NEVER_BELOW,
        *(f"tag-{tag}" for tag in TAG_COLOURS),
        *("bar", "bar-away"),
    }


@pytest.mark.parametrize("theme", BOTH)
def test_signs_can_be_told_on_the_bar(theme: Theme) -> None:
    """They are no text: WCAG 2 asks for 3 to 1."""
    known = colours(theme)
    assert all(contrast(known[sign], known["bar"]) >= 3 for sign in SIGNS)


def test_quiet_text_is_not_quiet_on_a_tag_nor_under_the_bar() -> None:
    assert {layer: to for layer, to in UNDER_THE_BAR.items() if to} == _ON_BAR
    document = plain_document("A headline\n\nBy Ana Lima\n\nWords that follow it here.\n")
    page = Page(document, 60)
    start = document.text.index("By Ana")
    page.show(Analysis(), [Mark("x", start, start + 6, "red", "claim", False)])
    row = page.layout.row_of(start)
    strip = page.paint(row, styles_in(DARK.name), None, None, "cursor")
    found = {segment.text: segment.style for segment in strip}
    for words, name in (("By Ana", "foreground"), (" Lima", "muted")):
        look = found[words]
        assert look is not None
        assert look.color is not None
        assert tuple(look.color.get_truecolor()) == Color.parse(colours(DARK)[name]).rgb


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_lists_lines_and_the_readers_hand_can_be_read(theme: Theme) -> None:
    known = colours(theme)
    for background in ("surface", "panel"):
        for colour in ("foreground", "muted", "speaker", "accent"):
            assert contrast(known[colour], known[background]) >= ENOUGH
    assert contrast(known["foreground"], known["bar"]) >= ENOUGH
    assert contrast(known["background"], known["cursor"]) >= ENOUGH
    assert contrast(known["background"], known["selected"]) >= ENOUGH
    assert contrast(known["lit-text"], known["lit"]) >= ENOUGH
    assert contrast(known["hit"], known["bar"]) >= ENOUGH
    assert contrast(known["background"], known["hit"]) >= ENOUGH


def test_the_themes_know_every_colour_that_tags_are_given() -> None:
    assert set(PALETTE) <= set(TAG_COLOURS)
    assert set(DARK.variables) == set(LIGHT.variables)
    assert tag_colour("#123456") == "grey"


@pytest.mark.parametrize("layer", LOOKS)
def test_every_layer_has_a_style_in_both_themes(layer: str) -> None:
    for theme in (DARK, LIGHT):
        assert style_in(theme.name, layer) is not None


def test_layers_differ_by_more_than_colour() -> None:
    main = [LOOKS[label].attributes for label in ("PERSON", "ORG", "LOC")]
    assert len(set(main)) == 3
    assert LOOKS["direct"].attributes != LOOKS["indirect"].attributes
