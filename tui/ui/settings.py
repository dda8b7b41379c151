"""The reader's settings: a TOML file, checked; what is wrong in it is said, the rest holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from tui.ui.commands import COMMANDS, Where

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tui.ui.commands import Command

FILE = "settings.toml"

_PARTS = (Where.ARTICLE, Where.DOCUMENTS, Where.INSPECTOR)
_MODIFIERS = frozenset(["ctrl", "shift", "alt"])


def settings_file() -> Path:
    """Where the settings are, in the user's configuration folder."""
    from platformdirs import user_config_path

    return user_config_path("newsreader", appauthor=False) / FILE


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader has set.

    Attributes:
        keys: Textual key names, separated by commas, by the ids of commands; only those that
            differ from the usual ones.
        engine: Name of the engine that finds entities, or an empty string for the usual one.
        problems: What is wrong with the file, in sentences.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    engine: str = ""
    problems: tuple[str, ...] = ()


def load(path: Path) -> Settings:
    """Read the settings; a file that is not there is as good as an empty one."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        return Settings(problems=(f"The settings cannot be read ({error.strerror}).",))
    import tomllib

    try:
        read = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        return Settings(problems=(f"The settings in {path} are no TOML: {error}.",))
    problems = [
        f"Settings: there is no setting “{name}”; there are keys and engine."
        for name in sorted(read.keys() - {"keys", "engine"})
    ]
    engine = read.get("engine", "")
    if not isinstance(engine, str):
        problems.append("Settings: engine is to be a word, such as “builtin”.")
        engine = ""
    wanted = read.get("keys", {})
    if not isinstance(wanted, dict):
        problems.append("Settings: keys is to be a table: a command and its keys on each line.")
        wanted = {}
    keys = _without_clashes(_valid(wanted, problems), problems)
    return Settings(keys, engine, tuple(problems))


def _valid(wanted: Mapping[str, object], problems: list[str]) -> dict[str, list[str]]:
    """The keys of commands that exist, as Textual names them."""
    known = {command.id for command in COMMANDS}
    valid: dict[str, list[str]] = {}
    for name, value in wanted.items():
        if name not in known:
            problems.append(f"Settings: there is no command “{name}”; the help lists their names.")
            continue
        keys = value if isinstance(value, list) else [value]
        names = [key_name(key) if isinstance(key, str) else None for key in keys]
        wrong = [str(key) for key, found in zip(keys, names, strict=True) if found is None]
        if wrong or not names:
            said = f"“{wrong[0]}” is no key" if wrong else "it has no key"
            problems.append(f"Settings: {name} keeps its keys, as {said}.")
            continue
        valid[name] = [found for found in names if found is not None]
    return valid


def key_name(key: str) -> str | None:
    """A key as Textual names it: `(` is `left_parenthesis`; None for what is no key."""
    from textual.keys import _character_to_key

    if len(key) == 1:
        return _character_to_key(key) if key.isprintable() else None
    *modifiers, last = key.split("+")
    if last in _MODIFIERS or not set(modifiers) <= _MODIFIERS or not last:
        return None
    if len(last) == 1:
        last = _character_to_key(last)
    elif last not in _names():
        return None
    return "+".join([*(each for each in ("alt", "ctrl", "shift") if each in modifiers), last])


@cache
def _names() -> frozenset[str]:
    """The names of all keys that do not type a letter or digit, and of the marks of keyboards."""
    from textual.keys import Keys, _character_to_key

    marks = (chr(number) for number in range(0x21, 0x250) if chr(number).isprintable())
    return frozenset([each.value for each in Keys] + [_character_to_key(mark) for mark in marks])


def _without_clashes(wanted: dict[str, list[str]], problems: list[str]) -> dict[str, str]:
    """The keys that no other command has in the same part of the screen."""
    while True:
        clash = _clash(wanted)
        if clash is None:
            return {name: ",".join(keys) for name, keys in wanted.items()}
        name, key, other = clash
        problems.append(f"Settings: {name} keeps its keys, as {key} is a key of {other} already.")
        del wanted[name]


def _clash(wanted: Mapping[str, list[str]]) -> tuple[str, str, str] | None:
    """A command whose new key another one has: its id, the key, the other's id."""
    for where in _PARTS:
        holders: dict[str, list[Command]] = defaultdict(list)
        for command in COMMANDS:
            if command.where in (where, Where.ANYWHERE):
                for key in wanted.get(command.id, command.keys.split(",")):
                    holders[key].append(command)
        for key, commands in holders.items():
            new = [command for command in commands if command.id in wanted]
            if len(commands) > 1 and new:
                last = new[-1]
                other = next(command for command in commands if command is not last)
                return last.id, key, other.id
    return None
