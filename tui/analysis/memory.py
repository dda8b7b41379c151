"""Who has been named and who has spoken, in the order of the text, and whom a pronoun means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.descriptions import Descriptions
from tui.analysis.model import Label
from tui.analysis.referents import (
    PRONOUN_KINDS,
    Referent,
    Resolution,
    is_named,
    pronoun_gender,
    stands_for,
)
from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_RECENT = 12  # mentions looked back at for the antecedent of a pronoun
SPEAKERS = frozenset((Label.PERSON, Label.ORG, Label.LOC))
"""Entities that may speak."""


class Memory:
    """What has been read so far.

    Attributes:
        text: The clean text.
        known: What is said of people beside their names.
        subject: The subject of the last sentence, or the last speaker.
        speaker: Who spoke last.
        opening: The subject of the sentence being read, for pronouns later in it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.known = Descriptions()
        self._recent: list[Referent] = []
        self._organisations: list[Referent] = []
        self.speaker: Referent | None = None
        self._before: Referent | None = None
        self.subject: Referent | None = None
        self._faded: tuple[Referent | None, ...] = ()
        self._here: list[Referent] = []  # named in this paragraph
        self._beside: list[Referent] = []  # named in the one before
        self.opening: Referent | None = None

    def begin_paragraph(self) -> None:
        """Let those without a name fade who were last spoken of in the paragraph before."""
        self._faded = (self.subject, self.speaker)
        self._beside, self._here = self._here, []

    def note(self, tokens: Sequence[Token], start: int, end: int) -> None:
        """Take in the names of a sentence, with the titles and descriptions beside them."""
        at = start
        while at < end:
            mention = tokens[at].mention
            if mention is None or mention.label not in SPEAKERS:
                at += 1
                continue
            stop = at + 1
            while stop < end and tokens[stop].mention is mention:
                stop += 1
            person = mention.label is Label.PERSON
            if person:
                self.known.describe(tokens, start, at, stop, end, mention.name)
            referent = Referent(
                mention.name,
                "person" if person else "place" if mention.label is Label.LOC else "body",
                self.known.gender(mention.name) if person else "",
                Span(mention.start, mention.end),
            )
            self._recent.append(referent)
            self._here.append(referent)
            if mention.label is Label.ORG:
                self._organisations.append(referent)
            at = stop
        del self._recent[:-_RECENT]
        del self._organisations[:-_RECENT]

    def speak(self, referent: Referent) -> None:
        """Remember who has just spoken."""
        if self.speaker is None or self.speaker.name != referent.name:
            self._before = self.speaker
        self.speaker = referent
        self.opening = None

    def organisation(self, head: str) -> Referent | None:
        """The organisation last named that "the company", "the union" may stand for."""
        return next((r for r in reversed(self._organisations) if stands_for(head, r.name)), None)

    def pronoun(self, low: str) -> Resolution | None:
        """Who a pronoun stands for, or None."""
        wanted = pronoun_gender(low)
        kinds = PRONOUN_KINDS.get(low)
        if low in ("i", "we"):
            return None

        def fits(referent: Referent | None) -> bool:
            if referent is None:
                return False
            if low == "they":
                return referent.kind in ("group", "body")
            if kinds is not None and referent.kind != kinds:
                return False
            gender = referent.gender or self.known.genders.get(referent.name, "")
            return not (wanted and gender and gender != wanted)

        if self.opening is not None and fits(self.opening):
            return Resolution(self.opening, "the last subject")
        if wanted:
            known = self._known_before(wanted)
            if known is not None:
                return Resolution(known, "an earlier speaker")
        if self.subject is not None and fits(self.subject):
            same = self.speaker is not None and self.speaker.name == self.subject.name
            how = "the last speaker" if same else "the last subject"
            return Resolution(self.subject, how)
        if self.speaker is not None and fits(self.speaker):
            return Resolution(self.speaker, "the last speaker")
        if self._before is not None and fits(self._before):
            return Resolution(self._before, "an earlier speaker")
        for referent in reversed(self._recent):
            if fits(referent):
                return Resolution(referent, "the last name")
        return None

    def _known_before(self, gender: str) -> Referent | None:
        """Somebody with a name, rather than one without of the paragraph before.

        Only who has spoken, or was named beside the one without, is as near.
        """
        subject = self.subject
        if subject is None or is_named(subject) or subject.gender or subject.kind != "person":
            return None
        if not any(subject is faded for faded in self._faded):
            return None
        for referent in (self.speaker, self._before, *reversed(self._beside)):
            if referent is None or referent.kind != "person" or not is_named(referent):
                continue
            if (referent.gender or self.known.genders.get(referent.name, "")) == gender:
                return referent
        return None
