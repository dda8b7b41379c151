from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.analysis.model import Label
from tui.annotations.model import PALETTE
from tui.ui.looks import LOOKS, style_in
from tui.ui.themes import DARK, LIGHT, TAG_COLOURS, tag_colour

ENOUGH = 4.5  # to 1: the contrast that WCAG 2 asks for text (AA)
TEXTS = ("page", "headline", "byline", "boilerplate", "unknown", "speaker", "direct", "link")


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
        **theme.variables,
    }


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("background", ["background", "quote-page"])
@pytest.mark.parametrize("layer", [*TEXTS, *(label.value for label in Label)])
def test_text_of_every_layer_can_be_read_on_the_page(
    theme: Theme, background: str, layer: str
) -> None:
    known = colours(theme)
    colour = LOOKS[layer].colour or "foreground"
    assert contrast(known[colour], known[background]) >= ENOUGH


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("tag", TAG_COLOURS)
def test_text_can_be_read_on_every_tag(theme: Theme, tag: str) -> None:
    known = colours(theme)
    for colour in ("foreground", "quote"):
        assert contrast(known[colour], known[f"tag-{tag}"]) >= ENOUGH
    for label in Label:
        assert contrast(known[LOOKS[label.value].colour], known[f"tag-{tag}"]) >= 3
    assert contrast(known[f"sign-{tag}"], known["background"]) >= ENOUGH
    assert contrast(known[f"sign-{tag}"], known["surface"]) >= ENOUGH


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
