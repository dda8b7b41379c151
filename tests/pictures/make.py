"""Pictures the main screen for the README, from the running app.

python -m tests.pictures.make
"""

from __future__ import annotations

import asyncio
import re
import shutil
import tempfile
from pathlib import Path

from tui.documents.library import open_library
from tui.ui.app import NewsreaderApp
from tui.ui.places import Places
from tui.ui.session import Session

PICTURE = Path(__file__).parent / "screen.svg"
SEEDS = Path(__file__).parents[2] / "seeds"

COLUMNS, ROWS = 132, 38
_FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_KEYS = {"/": "slash"}
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SERIAL = re.compile(r"terminal-\d+")


async def picture() -> str:
    """The screen as SVG: the sample articles open, two passages of the first one tagged."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "seeds"
        shutil.copytree(SEEDS, library, ignore=shutil.ignore_patterns("annotations"))
        session = Session(open_library([library]), Places(Path(folder) / "state"), "ana")
        app = NewsreaderApp(session)
        async with app.run_test(size=(COLUMNS, ROWS)) as pilot:

            async def press(*keys: str) -> None:
                await pilot.press(*keys)
                await pilot.pause()

            await pilot.pause()
            await app.workers.wait_for_complete()
            for words in ("frame/labour", "voice/worker"):
                await press(
                    "right_square_bracket", "Q", "t", *(_KEYS.get(c, c) for c in words), "enter"
                )
            await press("right_square_bracket")
            await app.workers.wait_for_complete()
            await pilot.pause()
            return clean(app.export_screenshot(title="newsreader"))


def clean(svg: str) -> str:
    """Without fonts from elsewhere, and the same at each run."""
    svg = _SERIAL.sub("screen", _FONT_FACE.sub("", _COMMENT.sub("", svg)))
    return svg.replace("<text ", '<text xml:space="preserve" ')


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(picture()), "utf-8")
