"""Counting the keys that common work takes, in the running app."""

from __future__ import annotations

import random
import statistics
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.ui.conftest import Reading
from tests.ui.screens_library import FERRY, TAGS
from tui.documents.document import Span
from tui.documents.library import open_library
from tui.reading.jump import Jump
from tui.ui.app import NewsreaderApp
from tui.ui.places import Places
from tui.ui.session import Session
from tui.ui.widgets.modes import _Jumping

PHRASE = 7  # words


class Work(NamedTuple):
    """One kind of work.

    Attributes:
        name: What is done.
        how: The keys, in words.
        keys: How many there were, each time it was done.
        right: Whether the passages annotated were the ones meant, each time.
    """

    name: str
    how: str
    keys: list[int]
    right: list[bool]


@dataclass
class Typist:
    """Presses keys and counts them."""

    reading: Reading
    pressed: int = 0
    chance: random.Random = field(default_factory=lambda: random.Random(1))

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.pressed += 1
            self.reading.app.simulate_key(key)
            for _ in range(3):
                await self.reading.pilot._wait_for_screen()

    def counted(self) -> int:
        """The keys since the last time."""
        pressed, self.pressed = self.pressed, 0
        return pressed

    async def label(self, start: int | None = None, end: int | None = None) -> None:
        """Type the label that the screen shows for what begins, or ends, at an offset."""
        for target in self._jump.targets:
            if start in (None, target.span.start) and end in (None, target.span.end):
                await self.press(*self._jump.rest(target))
                return
        raise AssertionError("it has no label")

    @property
    def _jump(self) -> Jump:
        mode = self.reading.article._mode
        assert isinstance(mode, _Jumping)
        return mode._jump

    def words(self) -> list[Span]:
        """The words in sight."""
        article = self.reading.article
        assert article.motions is not None
        return list(article.motions.units.words_between(*article.seen))

    def phrase(self) -> Span:
        """Words in sight that follow one another in one paragraph, chosen at random."""
        words, text = self.words(), self.reading.text
        while True:
            first = self.chance.randrange(len(words) - PHRASE)
            span = Span(words[first].start, words[first + PHRASE - 1].end)
            if "\n" not in text[span.start : span.end]:
                return span

    def annotated(self, span: Span, tag: str | None = None) -> bool:
        """Whether this very passage is annotated, with this tag."""
        document, store = self.reading.article.document, self.reading.reader.store
        assert document is not None
        return any(
            (each.start, each.end) == span
            and (tag is None or [store.codebook.by_id(name).name for name in each.tags] == [tag])  # type: ignore[union-attr]
            for each in store.annotations(document)
        )


@asynccontextmanager
async def working(place: Path, columns: int, rows: int) -> AsyncIterator[Typist]:
    """The app on one article, with a codebook and the cursor in the middle of the screen."""
    library = place / "library"
    library.mkdir(parents=True)
    (library / "ferry.txt").write_text(FERRY, "utf-8")
    session = Session(open_library([library]), Places(place / "state"), "ana")
    app = NewsreaderApp(session)
    async with app.run_test(size=(columns, rows)) as pilot:
        typist = Typist(Reading(app, pilot))
        await typist.reading.rest()
        for name, description in TAGS:
            typist.reading.reader.store.new_tag(name, description=description)
        typist.reading.cursor_on("said Ingrid Vale")
        await typist.reading.rest()
        yield typist


async def words(typist: Typist, times: int) -> Work:
    """Single words, by one label."""
    work = Work("tag a word in sight", "`f`, its label, `Enter`, digit", [], [])
    for _ in range(times):
        word = typist.chance.choice(typist.words())
        await typist.press("f")
        await typist.label(start=word.start)
        await typist.press("enter", "1")
        work.keys.append(typist.counted())
        work.right.append(typist.annotated(word, "claim"))
        await _undo(typist)
    return work


async def phrases(typist: Typist, times: int) -> Work:
    """Phrases of seven words, by two labels."""
    work = Work(f"tag a phrase of {PHRASE} words in sight", "`f`, two labels, digit", [], [])
    for _ in range(times):
        phrase = typist.phrase()
        await typist.press("f")
        await typist.label(start=phrase.start)
        await typist.label(end=phrase.end)
        await typist.press("2")
        work.keys.append(typist.counted())
        work.right.append(typist.annotated(phrase, "frame/conflict"))
        await _undo(typist)
    return work


async def sentences(typist: Typist, times: int) -> Work:
    """Sentences, by one label."""
    work = Work("tag a sentence in sight", "`s`, its label, digit", [], [])
    article = typist.reading.article
    for _ in range(times):
        assert article.motions is not None
        sentence = typist.chance.choice(article.motions.units.sentences_between(*article.seen))
        await typist.press("s")
        await typist.label(start=sentence.start)
        await typist.press("1")
        work.keys.append(typist.counted())
        work.right.append(typist.annotated(sentence, "claim"))
        await _undo(typist)
    return work


async def quote(typist: Typist) -> Work:
    """The next quote, with the words that say whose it is."""
    work = Work("tag the next quote with its speaker", "`]` `m` `a`, digit", [], [])
    reading = typist.reading
    reading.cursor_on("ORLA")
    await typist.press("right_square_bracket", "m", "a", "5")
    passage = "“You could hear people clap from the hill,” said Ingrid Vale"
    start = reading.text.index(passage)
    work.keys.append(typist.counted())
    work.right.append(typist.annotated(Span(start, start + len(passage)), "voice/resident"))
    await _undo(typist)
    return work


async def retag(typist: Typist) -> Work:
    """Another tag for the annotation under the cursor."""
    work = Work("give the annotation another tag", "`r`, letters of its name, `Enter`", [], [])
    typist.reading.cursor_on("The first ticket")
    await typist.press("1")
    typist.counted()
    await typist.press("r", "f", "enter")
    work.keys.append(typist.counted())
    [(passage, tags, _)] = typist.reading.annotations()
    work.right.append((passage[:16], tags) == ("The first ticket", ["frame/conflict"]))
    await _undo(typist)
    await _undo(typist)
    return work


async def note(typist: Typist) -> Work:
    """A note, without the letters that are its words."""
    words = "why"
    work = Work("write a note on the sentence", "`n`, the words, `Enter` (without words)", [], [])
    typist.reading.cursor_on("The first ticket")
    await typist.press("n", *words, "enter")
    work.keys.append(typist.counted() - len(words))
    [(passage, _, said)] = typist.reading.annotations()
    work.right.append((passage[:16], said) == ("The first ticket", words))
    await _undo(typist)
    return work


async def suggestions(typist: Typist, times: int) -> Work:
    """Suggestions, accepted one after the other."""
    work = Work("accept a suggestion and see the next", "`Enter`", [], [])
    reading = typist.reading
    reading.article.go(0)
    await typist.press("R")
    typist.counted()
    document = reading.article.document
    assert document is not None
    for number in range(times):
        shown = reading.article.selected
        await typist.press("enter")
        work.keys.append(typist.counted())
        decided = reading.reader.store.decisions(document)
        work.right.append(
            len(decided) == number + 1
            and shown in [(each.start, each.end) for each in decided]
            and reading.article.selected not in (None, shown)
        )
    await typist.press("escape")
    typist.counted()
    return work


async def _undo(typist: Typist) -> None:
    await typist.press("u")
    typist.counted()


async def everything(typist: Typist, times: int) -> list[Work]:
    """All kinds of work, those with places of their own so many times."""
    return [
        await words(typist, times),
        await phrases(typist, times),
        await sentences(typist, times),
        await quote(typist),
        await retag(typist),
        await note(typist),
        await suggestions(typist, min(times, 10)),
    ]


def table(work: list[Work]) -> str:
    """The figures as Markdown."""
    lines = ["| what | keys | median | most |", "|---|---|---|---|"]
    for each in work:
        median = f"{statistics.median(each.keys):g}"
        lines.append(f"| {each.name} | {each.how} | {median} | {max(each.keys)} |")
    return "\n".join(lines)
