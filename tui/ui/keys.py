"""Key bindings made from the table of commands, and keys as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from tui.ui.commands import COMMANDS, Where

if TYPE_CHECKING:
    from typing import Any

    from textual.app import App
    from textual.binding import BindingType

    from tui.ui.commands import Command

_NAMES = {
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "circumflex_accent": "^",
    "dollar_sign": "$",
    "percent_sign": "%",
    "asterisk": "*",
    "number_sign": "#",
    "question_mark": "?",
    "full_stop": ".",
    "comma": ",",
    "semicolon": ";",
    "colon": ":",
    "apostrophe": "'",
    "equals_sign": "=",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    "backslash": "\\",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "delete": "Del",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def bindings(where: Where) -> list[BindingType]:
    """Textual bindings of the commands that hold in one part of the screen."""
    return [
        Binding(command.keys, command.action, command.title, show=False, id=command.id)
        for command in COMMANDS
        if command.where is where
    ]


def shown(key: str) -> str:
    """A Textual key name as people write it: `ctrl+left` is `Ctrl+←`."""
    *modifiers, last = key.split("+")
    name = _NAMES.get(last, last.upper() if last[:1] == "f" and last[1:].isdigit() else last)
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def keys_of(app: App[Any], command: Command) -> list[str]:
    """All keys of a command as people write them, the most usual first.

    Args:
        app: Knows the keys that the reader has set.
        command: The command.
    """
    settings = getattr(app, "settings", None)
    keys = settings.keys.get(command.id, command.keys) if settings else command.keys
    return [shown(key) for key in keys.split(",")]
