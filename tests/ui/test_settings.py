from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.conftest import Opener
from tui.ui.commands import COMMANDS
from tui.ui.settings import Settings, key_name, load


def written(folder: Path, content: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(content, "utf-8")
    return path


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    assert load(tmp_path / "no" / "settings.toml") == Settings()


def test_keys_are_written_as_people_know_them(tmp_path: Path) -> None:
    found = load(
        written(
            tmp_path,
            'engine = "builtin"\n[keys]\n"annotate.tag" = ["Z", "ctrl+g"]\n"view.seek" = "!"\n',
        )
    )
    assert found == Settings(
        {"annotate.tag": "Z,ctrl+g", "view.seek": "exclamation_mark"}, "builtin"
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("[keys", "are no TOML"),
        ("\xff", "are no TOML"),
        ("colour = 1", "there is no setting “colour”"),
        ("engine = 3", "engine is to be a word"),
        ("keys = 3", "keys is to be a table"),
        ('[keys]\n"annotate.fly" = "f"', "there is no command “annotate.fly”"),
        ('[keys]\n"annotate.tag" = "meta+q"', "“meta+q” is no key"),
        ('[keys]\n"annotate.tag" = "ctrl+"', "“ctrl+” is no key"),
        ('[keys]\n"annotate.tag" = "banana"', "“banana” is no key"),
        ('[keys]\n"annotate.tag" = []', "has no key"),
        ('[keys]\n"annotate.tag" = 7', "“7” is no key"),
        ('[keys]\n"annotate.tag" = "n"', "n is a key of annotate.note already"),
        ('[keys]\n"app.help" = "k"', "is a key of"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_works(
    tmp_path: Path, content: str, sentence: str
) -> None:
    more = '\n"move.word.next" = "B"' if "[keys]\n" in content else ""
    path = written(tmp_path, content + more)
    if content == "\xff":
        path.write_bytes(b"\xff")
    found = load(path)
    assert len(found.problems) == 1
    assert sentence in found.problems[0]
    assert dict(found.keys) == ({"move.word.next": "B"} if more else {})


def test_two_commands_may_change_their_keys(tmp_path: Path) -> None:
    found = load(written(tmp_path, '[keys]\n"annotate.tag" = "n"\n"annotate.note" = "t"\n'))
    assert not found.problems
    assert found.keys == {"annotate.tag": "n", "annotate.note": "t"}


def test_every_key_of_every_command_is_a_key_that_settings_take() -> None:
    for command in COMMANDS:
        for key in command.keys.split(","):
            assert key_name(key) == key or (len(key) == 1 and key_name(key)), key


async def test_own_keys_work_and_are_shown_everywhere(library: Path, opened: Opener) -> None:
    settings = Settings({"annotate.tag": "Z"}, problems=("Settings: a [b]problem[/b].",))
    async with opened(library, settings=settings) as reading:
        assert "Z Tag" in reading.rows()[-1]
        assert "a [b]problem[/b]." in reading.screen()
        await reading.press("t")
        assert reading.app.screen is reading.reader
        await reading.press("Z")
        assert reading.app.screen is not reading.reader
        await reading.press("escape", "question_mark")
        lines = [line for line in reading.rows() if "Tag the selection" in line]
        assert reading.app.screen is not reading.reader
        for _ in range(90):
            if lines:
                break
            await reading.press("down")
            lines = [line for line in reading.rows() if "Tag the selection" in line]
        assert " Z " in lines[0]
