"""A short notation for expected quotes: contents stand in [[ ]], speakers in a list."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.unit.quote_documents import article
from tui.analysis.model import Label, Mention
from tui.analysis.quotes import find_quotes

_FULL_NAMES = {
    Label.PERSON: (
        "Graham Pell|Moira Kesteven|Dwayne Tolliver|Suresh Iyengar|Musa Danladi|Folarin Adebisi|"
        "Harriet Lockwood|Elena Marchetti|Rufus Okello|Bettina Krause|Anil Deshmukh|Kwabena Ofori|"
        "Lindiwe Maseko|Patrick Quill|Carla Benavides|Yusuf Haddad|Greta Solheim|Owen Pritchard|"
        "Meera Nambiar|Tobias Wren|Nora Fitzhugh|Idris Kamara|Sandra Yoo|Leonid Barsky"
    ),
    Label.ORG: (
        "Tarn Shipyards|Reuters|Environment Agency|Nairobi Water Board|Metro Transit Authority|"
        "Calder Foods|National Farmers Front|Health Ministry|Kesh Airlines|Supreme Court|"
        "Port Workers Union|The Daily Sentinel|Vantage Analytics|Labour|Central Bank|Alder Group|"
        "State Department|Associated Press|Wexcombe Council|Police"
    ),
    Label.LOC: "Jalpur|Abeokuta|Wexcombe|Marston County|Nakuru|Valdoro|Tamsk|London|Washington",
}
_SHORT = {"MTA": "Metro Transit Authority", "Sentinel": "The Daily Sentinel"}


class Case(NamedTuple):
    """A text, its contents in order, and who says each."""

    text: str
    pieces: list[str]
    names: list[str | None]


def case(notation: str, *names: str | None) -> Case:
    """Read the notation; a single name holds for all contents.

    Raises:
        ValueError: Contents and names do not go together.
    """
    pieces = re.findall(r"\[\[(.*?)\]\]", notation)
    text = notation.replace("[[", "").replace("]]", "")
    if len(names) == 1:
        names = names * len(pieces)
    if len(names) != len(pieces):
        raise ValueError(notation)
    return Case(text, pieces, list(names))


def _forms() -> list[tuple[str, Label, str]]:
    forms: list[tuple[str, Label, str]] = []
    for label, names in _FULL_NAMES.items():
        for name in names.split("|"):
            forms.append((name, label, name))
            if label is Label.PERSON:
                forms.append((name.split()[-1], label, name))
    forms += [(short, Label.ORG, name) for short, name in _SHORT.items()]
    return sorted(forms, key=lambda form: -len(form[0]))


def names_in(text: str) -> tuple[Mention, ...]:
    """Mentions of the invented people, bodies and places."""
    found: list[Mention] = []
    for form, label, name in _forms():
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            if all(match.end() <= m.start or match.start() >= m.end for m in found):
                found.append(Mention(match.start(), match.end(), label, name))
    return tuple(sorted(found, key=lambda mention: mention.start))


def found_in(text: str) -> tuple[list[str], list[str | None]]:
    """Contents of the quotes of a text, and their speakers' names."""
    quotes = find_quotes(article(text), names_in(text))
    return [text[q.start : q.end] for q in quotes], [q.name for q in quotes]
