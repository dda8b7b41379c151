"""Who is meant: pronouns, common nouns and surnames that stand for a speaker named elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis import speakernouns as nouns
from tui.analysis import wordclasses as wc
from tui.analysis.appositions import apposed
from tui.analysis.attributions import can_speak
from tui.analysis.genders import gender_of
from tui.analysis.memory import SPEAKERS, Memory
from tui.analysis.model import Label
from tui.analysis.referents import (
    PRONOUN_KINDS,
    Referent,
    Resolution,
    pronoun_gender,
)
from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.phrases import Phrase
    from tui.analysis.taggedtokens import Token

_FULL = 2  # words of an unknown name that may be somebody's


class Discourse(Memory):
    """What has been named so far, and who is meant by the words for a speaker."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._nominals: dict[str, Referent] = {}
        self._surnames: dict[str, str] = {}

    def begin_clause(self, tokens: Sequence[Token], phrase: Phrase | None) -> None:
        """Take in the subject of a sentence whose later words may refer back to it."""
        self.opening = None
        if phrase is not None:
            head = tokens[phrase.head]
            named = head.mention is not None and head.mention.label in SPEAKERS
            if named or (head.tag == "W" and can_speak(head)):
                self.opening = self.resolve(tokens, phrase).referent

    def begin_sentence(self, tokens: Sequence[Token], phrase: Phrase | None) -> None:
        """Take in the subject of a sentence once its attributions are made."""
        if phrase is None:
            return
        head = tokens[phrase.head]
        mention = head.mention
        if mention is not None and mention.label in SPEAKERS:
            person = mention.label is Label.PERSON
            self.subject = Referent(
                mention.name,
                "person" if person else "body",
                self.known.gender(mention.name) if person else "",
                Span(tokens[phrase.start].start, tokens[phrase.core - 1].end),
            )
        elif head.tag == "P" and head.low in ("he", "she", "they", "it"):
            found = self.pronoun(head.low)
            if found is not None:
                self.subject = found.referent
        elif head.tag == "P" or (head.tag == "N" and phrase.core - phrase.start < _FULL):
            self.subject = None
        elif can_speak(head) or apposed(self.text, tokens, phrase) is not None:
            self.subject = self.resolve(tokens, phrase).referent
        elif head.low in wc.ALONE:
            span = Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
            one = head.low in ("one", "another", "each")
            words = self.text[span.start : span.end]
            self.subject = Referent(words, "person" if one else "group", "", span)
        else:
            self.subject = None

    def resolve(self, tokens: Sequence[Token], phrase: Phrase) -> Resolution:
        """Find who a speaker phrase means.

        Args:
            tokens: Tokens of the paragraph.
            phrase: The words that name the speaker.

        Returns:
            The referent: named as fully as the document allows, else by the phrase's own words.
        """
        head = tokens[phrase.head]
        span = Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
        alone = phrase.end - phrase.start == 1
        if head.tag in "PR" or (alone and head.low in wc.PRONOUNS):
            found = self.pronoun(wc.PRONOUNS.get(head.low, head.low))
            if found is not None:
                self.known.genders.setdefault(found.referent.name, pronoun_gender(head.low))
                return Resolution(
                    Referent(found.referent.name, found.referent.kind, found.referent.gender, span),
                    found.how,
                )
            words = self.text[span.start : span.end]
            return Resolution(
                Referent(
                    words, PRONOUN_KINDS.get(head.low, "person"), pronoun_gender(head.low), span
                ),
                "pronoun",
            )
        mention = head.mention
        office_like = head.low in nouns.TITLES or (
            head.tag == "N" and mention is None and tokens[phrase.start].tag in "DO"
        )
        if office_like and (mention is None or mention.label is not Label.PERSON):
            office = apposed(self.text, tokens, phrase)
            if office is not None and office.kind == "person":
                self.known.add(head.low, office.name)
                referent = Referent(office.name, office.kind, office.gender, span)
                return Resolution(referent, "apposition")
        if phrase.end > phrase.core and " and " in self.text[span.start : span.end]:
            words = self.text[span.start : span.end]
            if (
                mention is None
                or self.text[tokens[phrase.core - 1].end : span.end].find(" of ") < 0
            ):
                return Resolution(Referent(words, "group", "", span), "several")
        if mention is not None and mention.label in SPEAKERS:
            person = mention.label is Label.PERSON
            if person:
                self.known.describe(
                    tokens, phrase.start, phrase.head, phrase.head + 1, len(tokens), mention.name
                )
            gender = self.known.gender(mention.name) if person else ""
            kind = "person" if person else "body"
            return Resolution(Referent(mention.name, kind, gender, span), "named")
        if head.tag == "N" and mention is not None and mention.label is Label.NORP:
            first = tokens[phrase.start].low
            found = self.pronoun("he or she") if first == "the" else None
            if found is not None and not head.low.endswith("s"):
                referent = found.referent
                return Resolution(Referent(referent.name, "person", referent.gender, span), "role")
            words = self.text[span.start : span.end]
            return Resolution(Referent(words, "group", "", span), "unnamed")
        if head.tag == "N":
            return self._unlisted(tokens, phrase, span)
        return self._nominal(tokens, phrase, span)

    def _unlisted(self, tokens: Sequence[Token], phrase: Phrase, span: Span) -> Resolution:
        """A capitalised speaker that is no known entity."""
        at = phrase.head
        while at > phrase.start and tokens[at - 1].tag == "N":
            at -= 1
        while at < phrase.head and tokens[at].low in nouns.TITLES:
            at += 1
        name = self.text[tokens[at].start : tokens[phrase.head].end]
        last = tokens[phrase.head].low
        fuller = self._surnames.get(last)
        if fuller is not None and len(fuller) > len(name):
            name = fuller
        elif at < phrase.head:
            self._surnames[last] = name
        gender = gender_of(name)
        for k in range(phrase.start, at):
            gender = nouns.gender(tokens[k].low) or gender
        return Resolution(Referent(name, "person", gender, span), "named")

    def _nominal(self, tokens: Sequence[Token], phrase: Phrase, span: Span) -> Resolution:
        head = tokens[phrase.head]
        words = self.text[span.start : span.end]
        named = apposed(self.text, tokens, phrase)
        kind = "person" if nouns.person(head.low) else "body"
        plural = head.low.endswith("s") and not head.low.endswith("ss")
        if head.low in nouns.GROUPS or (plural and nouns.person(head.low)):
            kind = "group"
        gender = nouns.gender(head.low)
        if named is not None:
            if named.kind == "person":
                self.known.add(head.low, named.name)
            referent = Referent(named.name, named.kind, named.gender or gender, span)
            return Resolution(referent, "apposition")
        first = tokens[phrase.start]
        definite = first.low in ("the", "this", "that") or first.tag == "H"
        if definite and kind != "group":
            name = self.known.roles.get(head.low)
            if name is not None and phrase.end == phrase.core:
                return Resolution(Referent(name, "person", self.known.gender(name), span), "role")
            known = self._nominals.get(head.low)
            if known is not None:
                return Resolution(Referent(known.name, kind, known.gender, span), "mentioned")
            if phrase.core - phrase.start == 2:
                body = self.organisation(head.low)
                if body is not None:
                    return Resolution(Referent(body.name, "body", "", span), "organisation")
            if head.low in nouns.PERSONAL or head.low.endswith("-old"):
                found = self.pronoun("she" if gender == "f" else "he")
                if found is not None:
                    return Resolution(
                        Referent(found.referent.name, "person", gender, span), "last person"
                    )
        referent = Referent(words, kind, gender, span)
        self._nominals[head.low] = referent
        return Resolution(referent, "unnamed")
