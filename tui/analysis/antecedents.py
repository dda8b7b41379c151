"""Who is meant: pronouns, common nouns and surnames that stand for a speaker named elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis import wordclasses as wc
from tui.analysis.attributions import can_speak
from tui.analysis.genders import gender_of
from tui.analysis.model import Label
from tui.analysis.phrases import Phrase, is_cue, read_phrase
from tui.documents.document import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.analysis.taggedtokens import Token

_PLACES = 2  # "in Sudan", "at the bank" ... between a description and the name after it
_FULL = 2  # words of an unknown name that may be somebody's
_RECENT = 12  # mentions looked back at for the antecedent of a pronoun
_ROLE_REACH = 5  # tokens beside a name that may be its title or what it is
_SPEAKERS = frozenset((Label.PERSON, Label.ORG, Label.LOC))
_COMPANIES = wc.word_set(
    "company firm group airline carmaker manufacturer retailer supermarket business start-up "
    "startup developer operator supplier brewer insurer lender utility chain chipmaker "
    "drugmaker automaker steelmaker producer exporter organisation organization"
)
_NO_COMPANY = wc.word_set(
    "union ministry police university court council party institute government committee "
    "commission agency department parliament senate congress army navy nations fund "
    "association federation school college church office bureau authority house team league "
    "museum"
)
_PAPERS = wc.word_set("newspaper paper magazine broadcaster website site daily weekly")
_PAPER_NAMES = wc.word_set(
    "times post courier herald news daily tribune gazette telegraph guardian journal star "
    "mail mirror press examiner chronicle observer record standard sun express independent "
    "dispatch bulletin weekly globe monitor echo radio television tv magazine review"
)
_BODY_HEADS = wc.word_set(
    "union ministry university court council party institute government committee commission "
    "agency department parliament senate congress army navy fund association federation "
    "school college church office bureau authority team league museum bank club chamber "
    "foundation charity hospital police network society board panel trust group"
)


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something that may be meant.

    Attributes:
        name: Its fullest name, or the words for it.
        kind: `person`, `body` or `group` (several people).
        gender: `f`, `m` or empty.
        span: Where it was last named.
    """

    name: str
    kind: str
    gender: str
    span: Span


class Resolution(NamedTuple):
    """Who a speaker phrase means, and how that was found."""

    referent: Referent
    how: str


class Discourse:
    """What has been named so far, read in the order of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._genders: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        self._recent: list[Referent] = []
        self._nominals: dict[str, Referent] = {}
        self._surnames: dict[str, str] = {}
        self._organisations: list[Referent] = []
        self.speaker: Referent | None = None
        self._before: Referent | None = None
        self.subject: Referent | None = None

    def note(self, tokens: Sequence[Token], start: int, end: int) -> None:
        """Take in the names of a sentence, with the titles and descriptions beside them."""
        at = start
        while at < end:
            mention = tokens[at].mention
            if mention is None or mention.label not in _SPEAKERS:
                at += 1
                continue
            stop = at + 1
            while stop < end and tokens[stop].mention is mention:
                stop += 1
            person = mention.label is Label.PERSON
            if person:
                self._describe(tokens, start, at, stop, end, mention.name)
            referent = Referent(
                mention.name,
                "person" if person else "place" if mention.label is Label.LOC else "body",
                self._gender(mention.name) if person else "",
                Span(mention.start, mention.end),
            )
            self._recent.append(referent)
            if mention.label is Label.ORG:
                self._organisations.append(referent)
            at = stop
        del self._recent[:-_RECENT]
        del self._organisations[:-_RECENT]

    def _describe(
        self, tokens: Sequence[Token], low: int, start: int, stop: int, end: int, name: str
    ) -> None:
        for k in range(max(low, start - _ROLE_REACH), start):
            word = tokens[k]
            if any(tokens[j].tag not in "WN" or is_cue(tokens[j]) for j in range(k + 1, start)):
                continue
            self._role(word.low, name)
        if stop + 1 < end and tokens[stop].tag == "," and tokens[stop + 1].tag in "DW#NO":
            if tokens[stop + 1].tag == "#":
                self._roles[tokens[stop + 1].low + "-year-old"] = name
                stop += 2
                if stop + 1 >= end or tokens[stop].tag != ",":
                    return
            phrase = read_phrase(tokens, stop + 1, end)
            if phrase is not None and tokens[phrase.head].mention is None:
                for k in range(phrase.start, phrase.core):
                    self._role(tokens[k].low, name)

    def _role(self, low: str, name: str) -> None:
        if low in wc.FEMALE_TITLES:
            self._genders[name] = "f"
        elif low in wc.MALE_TITLES:
            self._genders[name] = "m"
        if low in wc.PEOPLE or low in wc.TITLES or low.endswith(("ist", "er", "or", "ian", "man")):
            self._roles[low.rstrip(".")] = name

    def _gender(self, name: str) -> str:
        known = self._genders.get(name)
        return known if known is not None else gender_of(name)

    def begin_sentence(self, tokens: Sequence[Token], phrase: Phrase | None) -> None:
        """Take in the subject of a sentence once its attributions are made."""
        if phrase is None:
            return
        head = tokens[phrase.head]
        mention = head.mention
        if mention is not None and mention.label in _SPEAKERS:
            person = mention.label is Label.PERSON
            self.subject = Referent(
                mention.name,
                "person" if person else "place" if mention.label is Label.LOC else "body",
                self._gender(mention.name) if person else "",
                Span(tokens[phrase.start].start, tokens[phrase.core - 1].end),
            )
        elif head.tag == "P" and head.low in ("he", "she", "they", "it"):
            found = self._pronoun(head.low)
            if found is not None:
                self.subject = found.referent
        elif head.tag == "N" and phrase.core - phrase.start < _FULL:
            self.subject = None
        elif can_speak(head) or self._apposed(tokens, phrase) is not None:
            self.subject = self.resolve(tokens, phrase).referent
        elif head.low in wc.ALONE:
            span = Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
            one = head.low in ("one", "another", "each")
            words = self._text[span.start : span.end]
            self.subject = Referent(words, "person" if one else "group", "", span)
        else:
            self.subject = None

    def speak(self, referent: Referent) -> None:
        """Remember who has just spoken."""
        if self.speaker is None or self.speaker.name != referent.name:
            self._before = self.speaker
        self.speaker = referent

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
        if head.tag in "PR" or (alone and head.low in wc.OBJECTS):
            found = self._pronoun(wc.OBJECTS.get(head.low, head.low))
            if found is not None:
                self._genders.setdefault(found.referent.name, _pronoun_gender(head.low))
                return Resolution(
                    Referent(found.referent.name, found.referent.kind, found.referent.gender, span),
                    found.how,
                )
            words = self._text[span.start : span.end]
            return Resolution(Referent(words, "person", _pronoun_gender(head.low), span), "pronoun")
        mention = head.mention
        if head.low in wc.TITLES and (mention is None or mention.label is not Label.PERSON):
            office = self._apposed(tokens, phrase)
            if office is not None and office.kind == "person":
                self._role(head.low, office.name)
                referent = Referent(office.name, office.kind, office.gender, span)
                return Resolution(referent, "apposition")
        if phrase.end > phrase.core and " and " in self._text[span.start : span.end]:
            words = self._text[span.start : span.end]
            if (
                mention is None
                or self._text[tokens[phrase.core - 1].end : span.end].find(" of ") < 0
            ):
                return Resolution(Referent(words, "group", "", span), "several")
        if mention is not None and mention.label in _SPEAKERS:
            person = mention.label is Label.PERSON
            if person:
                self._describe(
                    tokens, phrase.start, phrase.head, phrase.head + 1, len(tokens), mention.name
                )
            gender = self._gender(mention.name) if person else ""
            kind = "person" if person else "body"
            return Resolution(Referent(mention.name, kind, gender, span), "named")
        if head.tag == "N" and mention is not None and mention.label is Label.NORP:
            first = tokens[phrase.start].low
            found = self._pronoun("he or she") if first == "the" else None
            if found is not None and not head.low.endswith("s"):
                referent = found.referent
                return Resolution(Referent(referent.name, "person", referent.gender, span), "role")
            words = self._text[span.start : span.end]
            return Resolution(Referent(words, "group", "", span), "unnamed")
        if head.tag == "N":
            return self._unlisted(tokens, phrase, span)
        return self._nominal(tokens, phrase, span)

    def _unlisted(self, tokens: Sequence[Token], phrase: Phrase, span: Span) -> Resolution:
        """A capitalised speaker that is no known entity."""
        at = phrase.head
        while at > phrase.start and tokens[at - 1].tag == "N":
            at -= 1
        while at < phrase.head and tokens[at].low in wc.TITLES:
            at += 1
        name = self._text[tokens[at].start : tokens[phrase.head].end]
        last = tokens[phrase.head].low
        fuller = self._surnames.get(last)
        if fuller is not None and len(fuller) > len(name):
            name = fuller
        elif at < phrase.head:
            self._surnames[last] = name
        gender = gender_of(name)
        for k in range(phrase.start, at):
            if tokens[k].low in wc.FEMALE_TITLES:
                gender = "f"
            elif tokens[k].low in wc.MALE_TITLES:
                gender = "m"
        return Resolution(Referent(name, "person", gender, span), "named")

    def _nominal(self, tokens: Sequence[Token], phrase: Phrase, span: Span) -> Resolution:
        head = tokens[phrase.head]
        words = self._text[span.start : span.end]
        named = self._apposed(tokens, phrase)
        kind = "person" if wc.person(head.low) else "body"
        plural = head.low.endswith("s") and not head.low.endswith("ss")
        if head.low in wc.GROUPS or (plural and wc.person(head.low)):
            kind = "group"
        gender = "f" if head.low in wc.FEMALE_TITLES else "m" if head.low in wc.MALE_TITLES else ""
        if named is not None:
            if named.kind == "person":
                self._role(head.low, named.name)
            referent = Referent(named.name, named.kind, named.gender or gender, span)
            return Resolution(referent, "apposition")
        first = tokens[phrase.start]
        definite = first.low in ("the", "this", "that") or first.tag == "H"
        if definite and kind != "group":
            name = self._roles.get(head.low)
            if name is not None and phrase.end == phrase.core:
                return Resolution(Referent(name, "person", self._gender(name), span), "role")
            known = self._nominals.get(head.low)
            if known is not None:
                return Resolution(Referent(known.name, kind, known.gender, span), "mentioned")
            if phrase.core - phrase.start == 2:
                body = self._organisation(head.low)
                if body is not None:
                    return Resolution(Referent(body.name, "body", "", span), "organisation")
            if head.low in wc.PERSONAL or head.low.endswith("-old"):
                found = self._pronoun("she" if gender == "f" else "he")
                if found is not None:
                    return Resolution(
                        Referent(found.referent.name, "person", gender, span), "last person"
                    )
        referent = Referent(words, kind, gender, span)
        self._nominals[head.low] = referent
        return Resolution(referent, "unnamed")

    def _apposed(self, tokens: Sequence[Token], phrase: Phrase) -> Referent | None:
        """Who is named right after a description: "a spokeswoman, Jane Doe,"."""
        at = phrase.end
        for _ in range(_PLACES):
            inner = read_phrase(tokens, at + 1, len(tokens)) if _at(tokens, at, "I") else None
            at = inner.end if inner is not None else at
        if at + 1 >= len(tokens) or tokens[at].tag != ",":
            return None
        at += 1
        while at + 1 < len(tokens) and tokens[at].mention is None and tokens[at].low in wc.TITLES:
            at += 1
        stop = at
        while stop < len(tokens) and tokens[stop].tag == "N":
            stop += 1
        if stop == at or (stop < len(tokens) and tokens[stop].tag in "WAG"):
            return None
        mention = tokens[at].mention or tokens[stop - 1].mention
        head = tokens[phrase.head]
        person = mention is not None and mention.label is Label.PERSON
        named = mention.name if mention is not None else ""
        if not person and wc.person(head.low) and stop - at > 1 and not _holds_body(named):
            named, person = self._text[tokens[at].start : tokens[stop - 1].end], True
        elif not person and (mention is None or head.low not in wc.BODIES):
            return None
        span = Span(tokens[at].start, tokens[stop - 1].end)
        kind = "person" if person else "body"
        return Referent(named, kind, self._gender(named) if person else "", span)

    def _organisation(self, head: str) -> Referent | None:
        """The organisation last named that "the company", "the union" may stand for."""
        for referent in reversed(self._organisations):
            words = set(referent.name.lower().split())
            if head in _COMPANIES and not words & _NO_COMPANY:
                return referent
            if head in _PAPERS and words & _PAPER_NAMES:
                return referent
            if head in _BODY_HEADS and head in words:
                return referent
        return None

    def _pronoun(self, low: str) -> Resolution | None:
        wanted = _pronoun_gender(low)
        kinds = _KINDS.get(low)
        if low in ("i", "we"):
            return None

        def fits(referent: Referent | None) -> bool:
            if referent is None:
                return False
            if low == "they":
                return referent.kind in ("group", "body")
            if kinds is not None and referent.kind != kinds:
                return False
            gender = referent.gender or self._genders.get(referent.name, "")
            return not (wanted and gender and gender != wanted)

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


def _holds_body(name: str) -> bool:
    return bool(set(name.lower().split()) & (_NO_COMPANY | _BODY_HEADS | _PAPER_NAMES))


def _at(tokens: Sequence[Token], at: int, tag: str) -> bool:
    return at < len(tokens) and tokens[at].tag == tag


_KINDS = {"he": "person", "she": "person", "he or she": "person", "it": "body"}


def _pronoun_gender(low: str) -> str:
    return {"he": "m", "she": "f"}.get(low, "")
