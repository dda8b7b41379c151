"""Many more forms of dates, times, sums, shares and nationalities, from `value_forms.txt`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.entity_documents import article
from tui.analysis.entities import find_entities
from tui.analysis.model import Label

FORMS = Path(__file__).with_name("value_forms.txt")
VALUES = (Label.DATE, Label.TIME, Label.MONEY, Label.PERCENT, Label.NORP)


def _forms() -> list[tuple[str, str]]:
    """Kind and line of each form."""
    kind = ""
    forms = []
    for line in FORMS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            forms.append((kind, line))
    return forms


@pytest.mark.parametrize(("kind", "line"), _forms())
def test_value_is_found_with_its_edges(kind: str, line: str) -> None:
    text = line.replace("{", "").replace("}", "")
    expected = [(form, kind) for form in re.findall(r"\{(.*?)\}", line)]
    found = [
        (text[mention.start : mention.end], mention.label.value)
        for entity in find_entities(article(text))
        for mention in entity.mentions
        if mention.label in VALUES
    ]
    assert sorted(found) == sorted(expected)
