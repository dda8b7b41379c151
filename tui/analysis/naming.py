"""Which mentions name the same person, organisation or place, and under which name."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.analysis import bodies, geography, lexicon, titles
from tui.analysis.agreement import OF_PLACES
from tui.analysis.model import Entity, Label, Mention
from tui.analysis.persons import (
    COURTESY,
    Key,
    gender_of_title,
    genders_fit,
    is_another,
    is_middle_given,
    same_person,
    without_nickname,
)
from tui.analysis.roles import role_of
from tui.analysis.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.analysis.names import Proposal
    from tui.analysis.tokens import Tokens
    from tui.analysis.values import Value

# Of namesakes only so many are kept in mind: more would make long texts slow.
_NAMESAKES = 8
_SMALL_WORDS = frozenset(("of", "the", "and", "for", "on", "&", "-", "de", "in"))
_OWNERS = (Label.ORG, Label.LOC, Label.NORP)
_CUT_SHORT: dict[Key, Key] = {("fed",): ("federal", "reserve")}
_NAMED = (Label.PERSON, Label.ORG, Label.LOC)


@dataclass(slots=True, eq=False)
class Thing:
    """An entity in the making."""

    label: Label
    name: str
    key: Key
    spans: list[tuple[int, int]] = field(default_factory=list)
    first: int = 0
    """First token of its first mention."""
    body: int = -1
    """The same below the headline, or -1."""
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
        register.hear_title(one)
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
        self._nicknames: dict[Key, Thing] = {}
        self._courtesy: dict[str, list[str]] = {}
        self._headline = tokens.blocks[1] if len(tokens.blocks) > 1 else 0

    def _key(self, one: Proposal | Value) -> Key:
        words: Sequence[str] = self._tokens.texts[one.start : one.end]
        if one.label is Label.PERSON and len(words) > 1:
            words, _ = without_nickname(words)
            if words[-1] in titles.TRAILERS:
                words = words[:-1]
        if alias := _known_as(one.label, words):
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
            if same_person(key, other.key):
                if len(key) > len(other.key):
                    other.key, other.name = key, self._surface(one)
                self._unshout(other, one)
                self._things[Label.PERSON, key] = other
                self._call(one, other)
                return
        thing = Thing(Label.PERSON, _unshouted(self._surface(one), Label.PERSON), key)
        self._things[Label.PERSON, key] = thing
        self._call(one, thing)
        middle = {
            word
            for before, word in pairwise(key[:-1])
            if before in lexicon.PARTICLES or not is_middle_given(word)
        }
        for word in {key[-1], key[0], *middle} - {"-"} - lexicon.PARTICLES:
            namesakes = self._persons.setdefault(word, [])
            if len(namesakes) < _NAMESAKES:
                namesakes.append(thing)

    def _unshout(self, thing: Thing, one: Proposal | Value) -> None:
        """Take a name from below the headline where that is in capitals."""
        if thing.name.isupper() and not self._surface(one).isupper():
            thing.name = self._surface(one)

    def _call(self, one: Proposal | Value, thing: Thing) -> None:
        _, nickname = without_nickname(self._tokens.texts[one.start : one.end])
        if nickname:
            self._nicknames.setdefault((fold(nickname).lower(),), thing)

    def hear_title(self, one: Proposal | Value) -> None:
        """Note whether people of a surname are called Mr or Mrs."""
        title = self._tokens.texts[one.start - 1].rstrip(".") if one.start else ""
        if title in COURTESY:
            self._courtesy.setdefault(self._key(one)[-1], []).append(COURTESY[title])

    def meet(self, one: Proposal | Value) -> None:
        """Note an organisation or place."""
        key = self._key(one)
        at = (str(one.label), key)
        name = self._surface(one)
        alias = _known_as(one.label, name.split())
        thing = self._things.get(at)
        if thing is None:
            thing = Thing(one.label, alias or _unshouted(name, one.label), key, first=one.start)
            self._things[at] = thing
        elif not alias:
            self._unshout(thing, one)
        if thing.body < 0 and one.start >= self._headline:
            thing.body = one.start

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
            whole = _CUT_SHORT.get(key)
            if whole and (str(Label.ORG), whole) in self._things:
                self._aliases[at] = (str(Label.ORG), whole)
                continue
            longest = openings.get(key)
            short = longest is not None and key[-1] not in _SMALL_WORDS
            if longest is not None and short and self._introduced(thing, self._things[longest]):
                self._aliases[at] = longest

    def _introduced(self, short: Thing, long: Thing) -> bool:
        """Tell a short form from the name of a land that many bodies' names begin with.

        An organisation is called in full first, or at least in the next paragraph.
        """
        if (str(Label.LOC), short.key) in self._things or long.key[1] in OF_PLACES:
            return False
        blocks = self._tokens.blocks
        return bisect_right(blocks, long.first) <= bisect_right(blocks, max(short.body, 0)) + 1

    def add(self, one: Proposal | Value, before: Proposal | Value | None) -> None:
        """Give a mention to its thing; `before` is the one before it."""
        thing = self._person(one) if one.label is Label.PERSON else self._other(one)
        tokens = self._tokens
        thing.spans.append((tokens.starts[one.start], tokens.ends[one.end - 1]))
        self._last_named[id(thing)] = one.start
        if one.label is Label.PERSON:
            owner = before if before is not None and before.label in _OWNERS else None
            role = role_of(self._text, tokens, one, owner)
            if role and _says_more(role, thing.role):
                thing.role = role
            if role and one.role >= 0:
                thing.titles.add(tokens.texts[one.role].rstrip("."))
            beside = tokens.texts[one.start - 1].rstrip(".") if one.start else ""
            if gender_of_title(beside):
                thing.titles.add(beside)

    def _person(self, one: Proposal | Value) -> Thing:
        key = self._key(one)
        thing = self._things.get((Label.PERSON, key))
        if thing is not None and len(thing.key) > 1 and len(key) > 1 and thing.key[0] == key[0]:
            return thing
        candidates = self._persons.get(key[-1], [])
        by_surname = [c for c in candidates if c.key[-len(key) :] == key]
        by_first = [c for c in candidates if c.key[: len(key)] == key]
        by_inner = [c for c in candidates if key[0] in lexicon.PARTICLES and _holds(c.key, key)]
        among = by_surname or by_first or by_inner or ([] if len(key) > 1 else candidates)
        title = self._tokens.texts[one.start - 1].rstrip(".") if one.start else ""
        if len(among) == 1 and is_another(title, among[0].key, among[0].titles):
            among = []
        if not among and key in self._nicknames:
            return self._nicknames[key]
        if not among:
            name = _unshouted(self._surface(one), Label.PERSON)
            return self._things.setdefault((Label.PERSON, key), Thing(Label.PERSON, name, key))
        if len(among) == 1:
            return among[0]
        gender = gender_of_title(title)
        if one.role >= 0 and not gender:
            title = self._tokens.texts[one.role].rstrip(".")
            titled = [c for c in among if title in c.titles]
            if len(titled) == 1:
                return titled[0]
        gender = gender or self._usual_gender(key[-1])
        if gender:
            fitting = genders_fit(gender, [c.key for c in among], [c.titles for c in among])
            among = [among[number] for number in fitting] or among
        elif len(key) == 1:
            # "Brandt" is rather Marek Brandt than Ola Wójcik-Brandt.
            among = [c for c in among if c.key[-2:-1] != ("-",)] or among
        return max(among, key=lambda c: self._last_named.get(id(c), -1))

    def _usual_gender(self, surname: str) -> str:
        """Whom a bare surname means: who is less often called Mr or Mrs."""
        heard = self._courtesy.get(surname, [])
        men, women = heard.count("m"), heard.count("f")
        return "" if men == women else "m" if men < women else "f"

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
        if one.label not in _NAMED:
            self._unshout(thing, one)
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


def _says_more(role: str, known: str) -> bool:
    """Tell whether a role is better than the one known: it has that in it, or more than a title."""
    longer = " " in role and " " not in known
    return not known or longer or (len(role) > len(known) and known.lower() in role.lower())


def _known_as(label: Label, words: Sequence[str]) -> str:
    """The usual name of a country or body that is also called by these words, or nothing.

    Holland may be a person and Emirates an airline.
    """
    alias = geography.ALIASES.get(" ".join(words), "")
    bodies_too = alias in ("United Nations", "European Union")
    return alias if label is Label.LOC or (label is Label.ORG and bodies_too) else ""


def _holds(key: Key, part: Key) -> bool:
    return any(key[at : at + len(part)] == part for at in range(len(key)))


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
