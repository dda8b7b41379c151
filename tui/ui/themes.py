"""The light and the dark theme: calm paper, and one colour for each layer."""

from __future__ import annotations

from textual.theme import Theme

# Text colours of entities, then backgrounds of tags; every pair with the page or with black or
# white text has a contrast of at least 4.5 to 1 by WCAG 2.
_DARK = {
    "track": "#4b5160",
    "muted": "#8f95a1",
    "faint": "#8d939f",
    "person": "#8fc1f2",
    "org": "#f0bf73",
    "loc": "#98d69b",
    "norp": "#d3b0ee",
    "when": "#bbc6d1",
    "amount": "#7fd3cf",
    "quote": "#e8e0d0",
    "quote-page": "#20232b",
    "speaker": "#d9c08a",
    "cursor": "#f2e9d8",
    "selected": "#b8c4d6",
    "on-bar": "#b6bcc7",
    "bar": "#38445c",
    "hit": "#e0c35c",
    "lit": "#4a4326",
    "lit-text": "#f5ead0",
    "tag-blue": "#234a75",
    "tag-orange": "#6b431a",
    "tag-green": "#2a552f",
    "tag-purple": "#4d3574",
    "tag-teal": "#1c5358",
    "tag-red": "#6b2b2b",
    "tag-olive": "#434b1d",
    "tag-pink": "#6a2f52",
    "tag-brown": "#534811",
    "tag-grey": "#464951",
    "sign-blue": "#7db4ee",
    "sign-orange": "#f0a860",
    "sign-green": "#8fd18a",
    "sign-purple": "#c0a2f2",
    "sign-teal": "#6fcfd0",
    "sign-red": "#f08a84",
    "sign-olive": "#c3cf6f",
    "sign-pink": "#ee9cc6",
    "sign-brown": "#d8bd7a",
    "sign-grey": "#a8adb7",
}
_LIGHT = {
    "track": "#c2baa7",
    "muted": "#66625a",
    "faint": "#67625a",
    "person": "#14508c",
    "org": "#85490a",
    "loc": "#23662b",
    "norp": "#6b3796",
    "when": "#4a5663",
    "amount": "#0d6360",
    "quote": "#2a2721",
    "quote-page": "#f0eadb",
    "speaker": "#7a5510",
    "cursor": "#2a2721",
    "selected": "#33475f",
    "on-bar": "#56524a",
    "bar": "#c9d9ea",
    "hit": "#6d5300",
    "lit": "#f3e2a9",
    "lit-text": "#2a2721",
    "tag-blue": "#c0dbf7",
    "tag-orange": "#fad0a0",
    "tag-green": "#c3e8bd",
    "tag-purple": "#dccbf5",
    "tag-teal": "#b5e6e8",
    "tag-red": "#fac8c2",
    "tag-olive": "#dde5a5",
    "tag-pink": "#f6c3de",
    "tag-brown": "#f5e58a",
    "tag-grey": "#d9d9d9",
    "sign-blue": "#1a5596",
    "sign-orange": "#8a4708",
    "sign-green": "#23662b",
    "sign-purple": "#64359b",
    "sign-teal": "#0d6360",
    "sign-red": "#a3241f",
    "sign-olive": "#56600f",
    "sign-pink": "#97286a",
    "sign-brown": "#735413",
    "sign-grey": "#5c5f66",
}

TAG_COLOURS = tuple(name.removeprefix("tag-") for name in _DARK if name.startswith("tag-"))


def tag_colour(name: str) -> str:
    """A colour the themes have: the tag's own, or grey for one that is unknown."""
    return name if name in TAG_COLOURS else "grey"


DARK = Theme(
    name="newsreader-dark",
    primary="#8fc1f2",
    secondary="#a9b6c4",
    accent="#f0bf73",
    warning="#f0bf73",
    error="#f2958f",
    success="#98d69b",
    foreground="#d6d2c9",
    background="#16181d",
    surface="#1c1f26",
    panel="#252932",
    dark=True,
    variables=_DARK,
)
LIGHT = Theme(
    name="newsreader-light",
    primary="#14508c",
    secondary="#505c69",
    accent="#85490a",
    warning="#85490a",
    error="#a3241f",
    success="#23662b",
    foreground="#2a2721",
    background="#faf7f0",
    surface="#f3efe4",
    panel="#e9e3d5",
    dark=False,
    variables=_LIGHT,
)
