"""The sample documents in seeds/ are well formed and cover the ways news quotes people."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

SEEDS = Path(__file__).parents[2] / "seeds"
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
EMOJI = re.compile(r"[\U0001f300-\U0001faff]")
# A paragraph that opens with a mark and holds no closing one at its end,
# followed by a paragraph that opens with the same mark again.
REOPENED = {
    "double": re.compile(r"^“[^\n]*[^”\n]\n\n“", re.MULTILINE),
    "single": re.compile(r"^‘[^\n]*[^’\n]\n\n‘", re.MULTILINE),
}


def _paths() -> list[Path]:
    return sorted(p for p in SEEDS.iterdir() if p.suffix in {".txt", ".md"})


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _body(path: Path) -> str:
    """The text without the front matter (.md) or the headline (.txt)."""
    text = _text(path)
    if path.suffix == ".md":
        return FRONT_MATTER.sub("", text, count=1)
    return text.partition("\n")[2]


def _front_matter(path: Path) -> dict[str, str]:
    match = FRONT_MATTER.match(_text(path))
    assert match is not None, f"{path.name}: no front matter"
    pairs = (line.partition(":") for line in match.group(1).splitlines())
    return {key.strip(): value.strip().strip('"') for key, _, value in pairs}


def _bodies() -> dict[str, str]:
    return {path.name: _body(path) for path in _paths()}


def _holding(pattern: str | re.Pattern[str]) -> list[str]:
    return [name for name, body in _bodies().items() if re.search(pattern, body)]


def test_there_are_enough_articles_of_both_kinds() -> None:
    suffixes = [path.suffix for path in _paths()]
    assert len(suffixes) >= 12
    assert suffixes.count(".txt") >= 5
    assert suffixes.count(".md") >= 5


def test_names_are_plain_numbered_slugs() -> None:
    names = [path.name for path in _paths()]
    for name in names:
        assert re.fullmatch(r"\d\d-[a-z0-9]+(-[a-z0-9]+)*\.(txt|md)", name), name
    numbers = [name[:2] for name in names]
    assert len(set(numbers)) == len(numbers)


def test_bodies_are_350_to_900_words() -> None:
    counts = {
        name: sum(1 for token in body.split() if WORD.search(token))
        for name, body in _bodies().items()
    }
    wrong = {name: count for name, count in counts.items() if not 350 <= count <= 900}
    assert not wrong


def test_files_are_clean_utf8() -> None:
    for path in _paths():
        raw = path.read_bytes()
        text = raw.decode("utf-8")  # strict
        assert not raw.startswith(b"\xef\xbb\xbf"), f"{path.name}: byte order mark"
        assert text.endswith("\n"), path.name
        assert not text.endswith("\n\n"), path.name
        assert "\ufffd" not in text, path.name
        assert unicodedata.is_normalized("NFC", text), path.name
        control = {c for c in text if c != "\n" and unicodedata.category(c) == "Cc"}
        assert not control, f"{path.name}: {control!r}"
        assert not re.search(r"[ \t]$", text, re.MULTILINE), f"{path.name}: trailing space"


def test_plain_text_layout() -> None:
    for path in _paths():
        if path.suffix != ".txt":
            continue
        lines = _text(path).rstrip("\n").split("\n")
        # One line each, separated by exactly one blank line.
        assert all(lines[0::2]), path.name
        assert not any(lines[1::2]), path.name
        assert len(lines[0]) <= 100, f"{path.name}: headline too long"


def test_markdown_has_front_matter() -> None:
    for path in _paths():
        if path.suffix != ".md":
            continue
        meta = _front_matter(path)
        assert set(meta) == {"title", "source", "date", "author"}, path.name
        assert all(meta.values()), path.name
        assert 2024 <= date.fromisoformat(meta["date"]).year <= 2026, path.name


def test_markdown_constructs_are_present() -> None:
    markdown = "\n\n".join(_body(p) for p in _paths() if p.suffix == ".md")
    constructs = {
        "title heading": r"^# \S",
        "section heading": r"^## \S",
        "bullet list": r"^- \S",
        "numbered list": r"^1\. \S",
        "block quotation": r"^> \S",
        "table": r"^\|[-|]+\|$",
        "emphasis": r"(?<!\*)\*[^*\n]+\*(?!\*)",
        "strong": r"\*\*[^*\n]+\*\*",
        "link": r"\[[^\]\n]+\]\(https://",
    }
    missing = [k for k, rx in constructs.items() if not re.search(rx, markdown, re.MULTILINE)]
    assert not missing


def test_links_and_addresses_use_example_domains() -> None:
    for name, body in _bodies().items():
        hosts = re.findall(r"(?:https?://|@)([\w.-]+)", body)
        assert set(hosts) <= {"example.org", "example.com"}, name


def test_quote_marks_of_every_kind() -> None:
    assert len(_holding("“[^”]+”")) >= 6
    assert len(_holding('"[^"\n]+"')) >= 2
    assert _holding("« [^»]+ »")
    # Quote in a quote: double outside, single outside, ASCII.
    assert _holding("“[^”\n]*‘[^’\n]+[’,.?!]+’?”")
    assert _holding("‘[^‘“\n]*“[^”\n]+”")
    assert _holding('"[^"\n]*\'[^\'"\n]+[,.?!]\'[^"\n]*"')


def test_double_marks_balance_apart_from_reopened_paragraphs() -> None:
    for name, body in _bodies().items():
        paragraphs = [p for p in body.split("\n\n") if p.strip()]
        for index, paragraph in enumerate(paragraphs):
            assert paragraph.count('"') % 2 == 0, f"{name}: {paragraph[:60]}"
            left_open = paragraph.count("“") - paragraph.count("”")
            assert left_open in {0, 1}, f"{name}: {paragraph[:60]}"
            if left_open:
                assert paragraphs[index + 1].startswith("“"), f"{name}: {paragraph[:60]}"


def test_reopened_quotations_run_over_paragraphs() -> None:
    assert len(_holding(REOPENED["double"])) >= 3
    assert _holding(REOPENED["single"])


def test_scripts_accents_and_emoji() -> None:
    assert _holding(CJK)
    assert _holding(EMOJI)
    everything = "".join(_bodies().values())
    assert set("éñøłşãíüåčě") <= set(everything)


def test_money_and_shares() -> None:
    for needle in (r"\$\d", r"€\d", r"£\d", r"¥\d", r"million naira", r"\d%"):
        assert _holding(needle), needle


def test_ways_of_attribution() -> None:
    wanted = {
        "according to": r"\b[Aa]ccording to\b",
        "told": r"\btold\b",
        "told reporters": r"\btold reporters on \w+day\b",
        "cue with colon": r"\b(?:said|replied|added): [“‘\"]",
        "cue with comma": r"\badded, [“‘\"]",
        "split": r",[”’\"] (?:he|she) said, [“‘\"]",
        "split at a full stop": r",[”’\"] (?:he|she) said\. [“‘\"]",
        "indirect with that": r"\bsaid that\b",
        "interrupted": r", \w[\w ]+ said, would\b",
        "several cues": r"\badding that\b",
        "in the words of": r"\b[Ii]n (?:the words of|[\w ]+[’']s words)\b",
        "refusal": r"\bwould not say whether\b",
        "sourceless": r"\b[Ii]t (?:is|was) (?:understood|suggested|being claimed)\b",
        "outer and inner": r"\breported (?:on \w+ )?that .+? (?:had )?(?:said|called)\b",
        "unnamed": r"\bwho asked not to be named\b",
        "post": r"\b(?:posted|tweeted)\b",
        "ruling": r"\bruling\b",
        "testimony": r"\btestified\b",
    }
    missing = [label for label, rx in wanted.items() if not _holding(rx)]
    assert not missing
    for label in ("according to", "told", "indirect with that", "several cues", "refusal"):
        assert len(_holding(wanted[label])) >= 3, label


def test_no_two_articles_share_an_eight_word_sequence() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for path in _paths():
        words = [w.lower() for w in WORD.findall(_text(path))]
        for gram in {tuple(words[i : i + 8]) for i in range(len(words) - 7)}:
            other = seen.setdefault(gram, path.name)
            assert other == path.name, f"{other} and {path.name}: {' '.join(gram)}"
