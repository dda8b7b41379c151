"""Which mentions name the same person, organisation or place, and under which name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.analysis import bodies, geography, lexicon, titles
from tui.analysis.model import Entity, Label, Mention
from tui.analysis.roles import role_of
from tui.analysis.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.analysis.names import Proposal
    from tui.analysis.tokens import Tokens
    from tui.analysis.values import Value

Key = tuple[str, ...]
# Of namesakes only so many are kept in mind: more would make long texts slow.
_NAMESAKES = 8
_SMALL_WORDS = frozenset(("of", "the", "and", "for", "on", "&", "-", "de", "in"))
_NAMED = (Label.PERSON, Label.ORG, Label.LOC)


@dataclass(slots=True, eq=False)
class Thing:
    """An entity in the making."""

    label: Label
    name: str
    key: Key
    spans: list[tuple[int, int]] = field(default_factory=list)
    role: str = ""
    titles: set[str] = field(default_factory=set)


def group(
    text: str,
    tokens: Tokens,
    found: Sequence[Proposal | Value],
    check: Callable[[], None],
) -> tuple[Entity, ...]:
    """Gather labelled ranges of tokens into entities.

    A surname alone is the person whose full name has it: the one of the same title, or the one
    named last before it, or the first one after. An acronym is the organisation it stands behind in
    brackets, or whose initials it gives. The first words of an organisation's name stand for it.

    Args:
        text: Of the document.
        tokens: Of the document.
        found: Ranges of tokens, in order, none overlapping.
        check: Called now and then; raises when the work is no longer wanted.

    Returns:
        Entities by first mention.
    """
    register = _Register(text, tokens)
    full = [one for one in found if one.label is Label.PERSON]
    for number, one in enumerate(full):
        if number % 512 == 0:
            check()
        register.meet_person(one)
    acronyms = _bracketed(tokens, found)
    for one in found:
        if one.label in (Label.ORG, Label.LOC):
            register.meet(one)
    for short, long in acronyms.items():
        register.alias(short, long)
    register.link_short_forms()
    before: Proposal | Value | None = None
    for number, one in enumerate(found):
        if number % 512 == 0:
            check()
        register.add(one, before)
        before = one
    return register.entities()


class _Register:
    """All things met in one document."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self._text = text
        self._tokens = tokens
        self._things: dict[tuple[str, Key], Thing] = {}
        self._persons: dict[str, list[Thing]] = {}
        self._order: dict[int, list[Thing]] = {}
        self._aliases: dict[tuple[str, Key], tuple[str, Key]] = {}
        self._last_named: dict[int, int] = {}

    def _key(self, one: Proposal | Value) -> Key:
        words = self._tokens.texts[one.start : one.end]
        if one.label is Label.PERSON and len(words) > 1 and words[-1] in titles.TRAILERS:
            words = words[:-1]
        if len(words) == 1:
            alias = geography.ALIASES.get(words[0])
            if alias:
                return tuple(alias.lower().split())
        return tuple([fold(word).lower() for word in words])

    def _surface(self, one: Proposal | Value) -> str:
        tokens = self._tokens
        return " ".join(self._text[tokens.starts[one.start] : tokens.ends[one.end - 1]].split())

    def meet_person(self, one: Proposal | Value) -> None:
        """Note a person named with more than a surname."""
        key = self._key(one)
        capitals = [word for word in key if word not in lexicon.PARTICLES and word != "-"]
        if len(capitals) < 2 or (len(key) == 3 and key[1] == "-") or key[0] in lexicon.PARTICLES:
            return
        surname = key[-1]
        for other in self._persons.get(surname, ()):
            if _same_person(key, other.key):
                if len(key) > len(other.key):
                    other.key, other.name = key, self._surface(one)
                self._things[Label.PERSON, key] = other
                return
        if (Label.PERSON, key) in self._things:
            return
        thing = Thing(Label.PERSON, self._surface(one), key)
        self._things[Label.PERSON, key] = thing
        for word in {key[-1], key[0], *key[1:-1]} - {"-"} - lexicon.PARTICLES:
            namesakes = self._persons.setdefault(word, [])
            if len(namesakes) < _NAMESAKES:
                namesakes.append(thing)

    def meet(self, one: Proposal | Value) -> None:
        """Note an organisation or place."""
        key = self._key(one)
        at = (str(one.label), key)
        name = self._surface(one)
        alias = geography.ALIASES.get(name)
        thing = self._things.get(at)
        if thing is None:
            self._things[at] = Thing(one.label, alias or _unshouted(name, one.label), key)
        elif thing.name.isupper() and not name.isupper() and alias is None:
            thing.name = name

    def alias(self, short: Key, long: tuple[Label, Key]) -> None:
        """Let a short form stand for a long one."""
        for label in (Label.ORG, Label.LOC, Label.PERSON):
            if (str(label), short) != (str(long[0]), long[1]):
                self._aliases[str(label), short] = (str(long[0]), long[1])

    def link_short_forms(self) -> None:
        """Link acronyms to the names whose initials they are, and first words to whole names."""
        initials: dict[str, tuple[str, Key]] = {}
        openings: dict[Key, tuple[str, Key] | None] = {}
        for at, thing in self._things.items():
            key = at[1]
            if thing.label is Label.PERSON or len(key) < 2:
                continue
            strong = [word for word in key if word not in _SMALL_WORDS]
            for letters in ("".join(w[:1] for w in strong), "".join(w[:1] for w in key)):
                if len(letters) > 1:
                    initials.setdefault(letters, at)
            if thing.label is Label.ORG:
                for size in range(1, len(key)):
                    other = openings.setdefault(key[:size], at)
                    if other is not None and other != at:
                        openings[key[:size]] = _longest(other, at)
        for at, thing in list(self._things.items()):
            key = at[1]
            if thing.label is not Label.ORG or at in self._aliases:
                continue
            if len(key) == 1 and thing.name.isupper() and key[0].replace(".", "") in initials:
                self._aliases[at] = initials[key[0].replace(".", "")]
                continue
            longest = openings.get(key)
            if longest is not None and key[-1] not in _SMALL_WORDS:
                self._aliases[at] = longest

    def add(self, one: Proposal | Value, before: Proposal | Value | None) -> None:
        """Give a mention to its thing; `before` is the one before it."""
        thing = self._person(one) if one.label is Label.PERSON else self._other(one)
        tokens = self._tokens
        thing.spans.append((tokens.starts[one.start], tokens.ends[one.end - 1]))
        self._last_named[id(thing)] = one.start
        if one.label is Label.PERSON:
            # "Bank of England Governor": a name that ends where the title begins belongs to it.
            title, end = one.role, before.end if before is not None else -1
            role = role_of(self._text, tokens, one.start, one.end, title)
            owned = before is not None and before.label not in (Label.DATE, Label.PERSON)
            if role and before is not None and owned and end == title < one.start:
                first, last = tokens.starts[before.start], tokens.ends[one.start - 1]
                role = " ".join(self._text[first:last].split())
            if role:
                thing.role = thing.role or role
                if one.role >= 0:
                    thing.titles.add(tokens.texts[one.role].rstrip("."))

    def _person(self, one: Proposal | Value) -> Thing:
        key = self._key(one)
        thing = self._things.get((Label.PERSON, key))
        if thing is not None and len(thing.key) > 1 and len(key) > 1 and thing.key[0] == key[0]:
            return thing
        candidates = self._persons.get(key[-1], [])
        by_surname = [c for c in candidates if c.key[-len(key) :] == key]
        by_first = [c for c in candidates if c.key[: len(key)] == key]
        among = by_surname or by_first or ([] if len(key) > 1 else candidates)
        if not among:
            name = _unshouted(self._surface(one), Label.PERSON)
            return self._things.setdefault((Label.PERSON, key), Thing(Label.PERSON, name, key))
        if len(among) == 1:
            return among[0]
        if one.role >= 0:
            title = self._tokens.texts[one.role].rstrip(".")
            titled = [c for c in among if title in c.titles]
            if len(titled) == 1:
                return titled[0]
        return max(among, key=lambda c: self._last_named.get(id(c), -1))

    def _other(self, one: Proposal | Value) -> Thing:
        key = self._key(one)
        at = (str(one.label), key)
        for _ in range(3):
            onward = self._aliases.get(at)
            if onward is None:
                break
            at = onward
        thing = self._things.get(at)
        if thing is None:
            thing = self._things[at] = Thing(one.label, self._surface(one), key)
        return thing

    def entities(self) -> tuple[Entity, ...]:
        """Return what was gathered."""
        things = {id(thing): thing for thing in self._things.values() if thing.spans}
        for thing in things.values():
            thing.spans.sort()
        return tuple(
            Entity(
                thing.name,
                thing.label,
                tuple(Mention(start, end, thing.label, thing.name) for start, end in thing.spans),
                thing.role,
            )
            for thing in sorted(things.values(), key=lambda thing: thing.spans[0])
        )


def _longest(one: tuple[str, Key], other: tuple[str, Key]) -> tuple[str, Key] | None:
    """Return the longer of two names where it begins with the other, else None."""
    short, long = sorted((one, other), key=lambda at: len(at[1]))
    return long if long[1][: len(short[1])] == short[1] else None


def _same_person(key: Key, other: Key) -> bool:
    """Tell whether two full names with one surname fit: initials, middle names left out."""
    if key[-1] != other[-1]:
        return False
    short, long = sorted((key, other), key=len)
    if long[-len(short) :] == short:
        return True
    first, second = key[0].rstrip("."), other[0].rstrip(".")
    if first == second:
        return len(key) == 2 or len(other) == 2 or key == other
    return (len(first) == 1 or len(second) == 1) and first[0] == second[0]


def _unshouted(name: str, label: Label) -> str:
    if len(name) > 4 and name.isupper() and "." not in name and label is not Label.ORG:
        return name.title()
    return name


def _bracketed(tokens: Tokens, found: Sequence[Proposal | Value]) -> dict[Key, tuple[Label, Key]]:
    """Acronyms in brackets after a long form, with the long form's label and key."""
    texts = tokens.texts
    size = len(texts)
    acronyms: dict[Key, tuple[Label, Key]] = {}
    for one in found:
        if one.label not in _NAMED or one.end - one.start < 2 or one.end + 2 >= size:
            continue
        end = one.end
        if texts[end] in bodies.ORG_NOUNS:
            end += 1
        if end + 2 >= size:
            continue
        if (
            texts[end] == "("
            and texts[end + 2] == ")"
            and is_acronym(texts[end + 1], texts[one.start : one.end])
        ):
            key = tuple([fold(word).lower() for word in texts[one.start : one.end]])
            acronyms.setdefault((fold(texts[end + 1]).lower(),), (one.label, key))
    return acronyms


def is_acronym(short: str, words: Sequence[str]) -> bool:
    """Tell whether letters can stand for words: each letter in order, the first one first."""
    letters = short.replace(".", "").lower()
    if len(letters) < 2 or not short[0].isupper() or not any(c.isupper() for c in short[1:]):
        return False
    whole = fold("".join(words)).lower()
    if whole[0] != letters[0]:
        return False
    rest = iter(whole)
    return all(letter in rest for letter in letters)
