"""What is loaded before the first article stands on the screen."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HEAVY = (
    *("yaml", "markdown_it", "filelock", "importlib.metadata", "html", "tomllib", "sqlite3"),
    *("watchfiles", "concurrent.futures.process", "multiprocessing", "csv", "re2"),
    *("urllib3", "trafilatura", "feedparser", "lxml"),
    *("tui.annotations", "tui.corpus", "tui.fetching", "tui.search"),
    *("tui.documents.corpus", "tui.documents.pages", "tui.documents.markdown"),
    *("tui.documents.parts", "tui.documents.columns"),
    *("tui.reading.find", "tui.reading.growth", "tui.reading.jump", "tui.reading.textobjects"),
    *("tui.ui.palette", "tui.ui.external_editor"),
    # an input line and a list of options are loaded by `textual.app` itself
    *("textual.widgets._text_area", "textual.widgets._data_table", "textual.widgets._markdown"),
)
"""Modules and rooms that the first screen must do without; all in a room is meant with it."""

LIGHT = {
    *("tui.analysis", "tui.analysis.model", "tui.analysis.shares"),
    *("tui.ui.screens", "tui.ui.screens.reader", "tui.ui.screens.watching"),
    *("tui.ui.screens.surveying", "tui.ui.screens.background", "tui.ui.screens.coding"),
    *("tui.ui.screens.annotating", "tui.ui.screens.findings", "tui.ui.screens.base"),
}
"""Modules of the analysis and the screens that it is made of; no others may be loaded."""

CODE = """
import json, sys
from pathlib import Path
from tui.documents.library import open_library
from tui.ui.app import NewsreaderApp
from tui.ui.places import Places
from tui.ui.screens.reader import Reader
from tui.ui.session import Session
from tui.ui.widgets.article import ArticleView

loaded, drawn = [], []
render, resized = ArticleView.render_line, ArticleView.on_resize
def draw(article, y):
    strip = render(article, y)
    drawn.append(strip.text.strip())
    return strip
def resize(article):
    ArticleView.render_line = render
    resized(article)
ArticleView.render_line, ArticleView.on_resize = draw, resize
painted = Reader._painted
async def look(reader):
    loaded.extend(sys.modules)
    await painted(reader)
    reader.app.exit()
Reader._painted = look
folder = Path(sys.argv[1])
session = Session(open_library([folder / "library"]), Places(folder / "state"), "ana")
NewsreaderApp(session).run(headless=True, size=(120, 40))
print(json.dumps([loaded, drawn]))
"""


def start(folder: Path) -> tuple[set[str], list[str]]:
    """Modules loaded at the first painting, and the rows drawn in it."""
    command = [sys.executable, "-c", CODE, str(folder)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    loaded, drawn = json.loads(output.splitlines()[-1])
    return set(loaded), drawn


def test_nothing_heavy_is_loaded_before_the_first_article_is_painted(
    library: Path, tmp_path: Path
) -> None:
    loaded, _ = start(tmp_path)
    assert "tui.ui.widgets.article" in loaded
    heavy = {name for name in loaded if name.startswith(tuple(f"{each}." for each in HEAVY))}
    assert sorted(heavy | loaded & set(HEAVY)) == []
    rooms = ("tui.analysis", "tui.ui.screens")
    assert sorted(name for name in loaded - LIGHT if name.startswith(rooms)) == []


def test_the_article_is_there_in_the_very_first_painting(library: Path, tmp_path: Path) -> None:
    _, drawn = start(tmp_path)
    assert any("Dockers return to work" in row for row in drawn)
