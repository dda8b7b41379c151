from __future__ import annotations

import html
import re

from tests.pictures.make import PICTURE, picture

_TEXT = re.compile(r"<text[^>]*>(.*?)</text>")


def words(svg: str) -> list[str]:
    return [html.unescape(text).replace("\xa0", " ") for text in _TEXT.findall(svg)]


async def test_the_picture_in_the_readme_shows_the_present_screen() -> None:
    """If not: python -m tests.pictures.make."""
    assert words(PICTURE.read_text("utf-8")) == words(await picture())
