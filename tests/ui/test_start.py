"""What is loaded before the first article stands on the screen."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HEAVY = (
    *("yaml", "markdown_it", "filelock", "importlib.metadata", "html"),
    *("tui.annotations.store", "tui.analysis.analysis", "tui.analysis.entities"),
    *("tui.analysis.quotes", "tui.ui.screens.tags", "tui.ui.screens.note", "tui.ui.screens.help"),
    "textual.widgets._text_area",
)

CODE = """
import json, sys
from pathlib import Path
from tui.documents.library import open_library
from tui.ui.app import NewsreaderApp
from tui.ui.places import Places
from tui.ui.screens.reader import Reader
from tui.ui.session import Session

loaded = []
painted = Reader._painted
async def look(reader):
    loaded.extend(sys.modules)
    await painted(reader)
    reader.app.exit()
Reader._painted = look
folder = Path(sys.argv[1])
session = Session(open_library([folder / "library"]), Places(folder / "state"), "ana")
NewsreaderApp(session).run(headless=True, size=(120, 40))
print(json.dumps(loaded))
"""


def test_nothing_heavy_is_loaded_before_the_first_article_is_painted(
    library: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-c", CODE, str(tmp_path)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    loaded = set(json.loads(output.splitlines()[-1]))
    assert "tui.ui.widgets.article" in loaded
    assert sorted(loaded & set(HEAVY)) == []
