"""Correcting what the engine found, on the spot; corrections are kept and win from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.analysis.corrected import called_by, name_for, without_stop
from tui.analysis.decisions import Decision, Verdict
from tui.analysis.model import Label, QuoteKind
from tui.documents.document import Span
from tui.reading.selection import trimmed
from tui.ui.screens.menu import Menu, MenuItem
from tui.ui.screens.names import Name, NamePicker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.analysis.model import Entity, Mention, Quote
    from tui.documents.document import Document
    from tui.ui.screens.annotating import Annotating

T = TypeVar("T")

_LABELS = {
    "p": (Label.PERSON, "A person"),
    "o": (Label.ORG, "An organisation"),
    "l": (Label.LOC, "A place"),
    "g": (Label.NORP, "A nationality or group"),
    "d": (Label.DATE, "A date"),
    "t": (Label.TIME, "A time"),
    "m": (Label.MONEY, "A sum of money"),
    "c": (Label.PERCENT, "A percentage"),
}
_WORDS = {label: words[0].lower() + words[1:] for label, words in _LABELS.values()}
_KINDS = {
    "1": (QuoteKind.DIRECT, "A direct quote"),
    "2": (QuoteKind.INDIRECT, "An indirect quote"),
    "3": (QuoteKind.MIXED, "A mixed quote"),
}


class _Subject(NamedTuple):
    """What a correction is about."""

    document: Document
    span: Span | None
    mention: Mention | None
    entity: Entity | None
    quote: Quote | None


class Corrector:
    """Asks what is to be corrected at one place, and keeps the answer.

    Args:
        screen: Shows the document.
        after: Called when something has been decided, or nothing is to be.
    """

    def __init__(self, screen: Annotating, after: Callable[[], object] = lambda: None) -> None:
        self._screen = screen
        self._after = after

    # the menu

    def ask(self) -> None:
        """Ask what is to be corrected: under the cursor, or of the selection."""
        subject = self._subject()
        if subject is None:
            return
        items = self._items_of_selection(subject) if subject.span else self._items(subject)
        if not items:
            self._screen.say(
                "There is no entity and no quote here; select what was missed, then press e."
            )
            return
        text = subject.document.text
        span = subject.span or _span(subject.mention or subject.quote)
        passage = text[span.start : span.end] if span else ""

        def chosen(choice: str | None) -> None:
            if choice is not None:
                self._correct(subject, choice)
            else:
                self._after()

        title = "What is this passage?" if subject.span else "Correct what was found"
        self._screen.app.push_screen(Menu(title, items, passage), chosen)

    def _subject(self) -> _Subject | None:
        article, found = self._screen.article, self._screen.found()
        document = article.document
        if document is None or article.motions is None or found is None:
            self._screen.say("This document has not been analysed yet.")
            return None
        span = article.selected
        if span is not None:
            span = trimmed(document.text, span)
            if span.start == span.end:
                span = None
        place = span.start if span else article.cursor
        mention = _last(article.motions.mentions.at(place))
        quote = _last(article.motions.quotes.at(place))
        if span is not None:
            mention = mention or _last(article.motions.mentions.overlapping(*span))
            quote = quote or _last(article.motions.quotes.overlapping(*span))
        entity = next((each for each in found.entities if mention in each.mentions), None)
        return _Subject(document, span, mention, entity, quote)

    def _items_of_selection(self, subject: _Subject) -> list[MenuItem]:
        items = [MenuItem("", "", "The selection is")]
        items += [
            MenuItem(f"label {label}", key, words, layer=label.value)
            for key, (label, words) in _LABELS.items()
        ]
        items += [MenuItem(f"kind {kind}", key, words) for key, (kind, words) in _KINDS.items()]
        if subject.mention:
            items.append(MenuItem("no entity", "n", "No entity"))
        if subject.quote:
            items.append(MenuItem("no quote", "x", "No quote"))
        return [*items, *self._item_to_take_back(subject)]

    def _items(self, subject: _Subject) -> list[MenuItem]:
        items: list[MenuItem] = []
        mention, entity, quote = subject.mention, subject.entity, subject.quote
        if mention and entity:
            times = len(entity.mentions)
            everywhere = f"in all {times} places" if times > 1 else ""
            items.append(MenuItem("", "", f"{mention.name} · {mention.label}"))
            items.append(MenuItem("right entity", "a", "Right as it is", everywhere))
            items += [
                MenuItem(f"label {label}", key, words, everywhere, label.value)
                for key, (label, words) in _LABELS.items()
                if label is not mention.label
            ]
            items.append(MenuItem("same", "s", "The same as another …", everywhere))
            items.append(MenuItem("other", "e", "Somebody or something else, only here …"))
            items.append(MenuItem("no entity", "n", "No entity here"))
            if times > 1:
                items.append(MenuItem("no entities", "N", "No entity", everywhere))
        if quote:
            speaker = quote.name or "speaker unknown"
            items.append(MenuItem("", "", f"{quote.kind.value.capitalize()} quote · {speaker}"))
            items.append(MenuItem("right quote", "y", "Right as it is"))
            items.append(MenuItem("speaker", "w", "Somebody else said it …"))
            items += [
                MenuItem(f"kind {kind}", key, words)
                for key, (kind, words) in _KINDS.items()
                if kind is not quote.kind
            ]
            items.append(MenuItem("no quote", "x", "No quote"))
        return [*items, *self._item_to_take_back(subject)] if items else []

    def _item_to_take_back(self, subject: _Subject) -> list[MenuItem]:
        spans = [_span(subject.mention), _span(subject.quote), subject.span]
        touched = any(
            span and each.span.start < span.end and span.start < each.span.end
            for each in self._screen.store.decided(subject.document)
            for span in spans
        )
        words = "Take back what you decided here"
        return [MenuItem("back", "b", words)] if touched else []

    # what is decided

    def _correct(self, subject: _Subject, choice: str) -> None:
        what, _, detail = choice.partition(" ")
        if what == "label":
            self._label(subject, Label(detail))
        elif what == "kind":
            self._kind(subject, QuoteKind(detail))
        elif what == "right":
            self._accept(subject, quote=detail == "quote")
        elif what == "no":
            self._reject(subject, detail)
        elif what == "same":
            self._ask_for_entity(subject)
        elif what == "other":
            self._ask_for_other(subject)
        elif what == "speaker":
            self._ask_for_speaker(subject)
        else:
            spans = [_span(subject.mention), _span(subject.quote), subject.span]
            self._decide(
                subject,
                [(span, None) for span in spans if span and span.start < span.end],
                "Taken back.",
            )

    def _decide(
        self,
        subject: _Subject,
        decisions: Sequence[tuple[Span, Decision | None]],
        words: str,
    ) -> None:
        with self._screen.saving():
            self._screen.store.decide(subject.document, decisions)
            self._screen.done(f"{words} u undoes.")
        self._after()

    def _label(self, subject: _Subject, label: Label) -> None:
        if subject.span is not None:
            decisions = self._of_selection(subject, subject.span, label)
        else:
            places = subject.entity.mentions if subject.entity else ()
            decisions = [
                (Span(each.start, each.end), Decision(Verdict.CORRECTED, label, name=each.name))
                for each in places
            ]
        self._decide(subject, decisions, f"Marked as {_WORDS[label]}.")

    def _of_selection(
        self, subject: _Subject, selected: Span, label: Label
    ) -> list[tuple[Span, Decision]]:
        text, mention, entity = subject.document.text, subject.mention, subject.entity
        found = self._screen.found()
        span = without_stop(text, selected)
        words = " ".join(text[slice(*span)].split())
        if mention and entity and mention.label is label and called_by(text, mention, entity):
            others = [Span(each.start, each.end) for each in entity.mentions if each != mention]
            renamed = Decision(Verdict.CORRECTED, label, name=words)
            return [(each, renamed) for each in [*others, span]]
        name = name_for(words, label, mention, found.entities if found else ())
        verdict = Verdict.CORRECTED if mention else Verdict.ADDED
        return [(span, Decision(verdict, label, name=name))]

    def _kind(self, subject: _Subject, kind: QuoteKind) -> None:
        quote = subject.quote
        if subject.span is None and quote is not None:
            decision = self._decision_of(subject, kind, quote.name or "")
            self._decide(subject, [(_span(quote), decision)], f"Marked as a {kind} quote.")
            return
        self._ask_for_speaker(subject, kind)

    def _decision_of(self, subject: _Subject, kind: QuoteKind, name: str) -> Decision:
        quote = subject.quote
        words = ""
        if quote is not None and quote.speaker is not None and name == (quote.name or ""):
            words = subject.document.text[slice(*quote.speaker)]
        verdict = Verdict.CORRECTED if quote else Verdict.ADDED
        return Decision(verdict, kind=kind, name=name, speaker=words)

    def _accept(self, subject: _Subject, *, quote: bool) -> None:
        if quote and subject.quote:
            found = subject.quote
            decision = self._decision_of(subject, found.kind, found.name or "")
            decision = Decision(
                Verdict.ACCEPTED, kind=found.kind, name=decision.name, speaker=decision.speaker
            )
            self._decide(subject, [(_span(found), decision)], "Kept as right.")
        elif subject.entity:
            decisions = [
                (
                    Span(each.start, each.end),
                    Decision(Verdict.ACCEPTED, each.label, name=each.name),
                )
                for each in subject.entity.mentions
            ]
            self._decide(subject, decisions, "Kept as right.")

    def _reject(self, subject: _Subject, what: str) -> None:
        if what == "quote":
            if subject.quote:
                no_quote = Decision(Verdict.REJECTED, kind=subject.quote.kind)
                self._decide(subject, [(_span(subject.quote), no_quote)], "No quote any more.")
            return
        places = [subject.mention] if subject.mention else []
        if what == "entities" and subject.entity:
            places = list(subject.entity.mentions)
        decisions = [
            (Span(each.start, each.end), Decision(Verdict.REJECTED, each.label)) for each in places
        ]
        self._decide(subject, decisions, "No entity any more.")

    # names

    def _ask_for_entity(self, subject: _Subject) -> None:
        entity, found = subject.entity, self._screen.found()
        if entity is None or found is None:
            return
        others = [each for each in found.entities if each != entity]
        others.sort(key=lambda each: each.label is not entity.label)
        names = [Name(each.name, _about(each), each.label.value) for each in others]
        labels = {each.name: each.label for each in reversed(others)}

        def chosen(name: str | None) -> None:
            if name is None:
                self._after()
            else:
                label = labels.get(name, entity.label)
                decision = Decision(Verdict.CORRECTED, label, name=name)
                decisions = [(Span(each.start, each.end), decision) for each in entity.mentions]
                self._decide(subject, decisions, f"“{entity.name}” is “{name}” now.")

        title = f"“{entity.name}” is the same as"
        self._screen.app.push_screen(NamePicker(title, names), chosen)

    def _ask_for_other(self, subject: _Subject) -> None:
        mention, found = subject.mention, self._screen.found()
        if mention is None or found is None:
            return

        def chosen(name: str | None) -> None:
            if name is None:
                self._after()
            else:
                decision = Decision(Verdict.CORRECTED, mention.label, name=name)
                self._decide(subject, [(_span(mention), decision)], f"This is “{name}” now.")

        names = [Name(f"{mention.name} (2)", "another one of this name")]
        names += [
            Name(each.name, _about(each), each.label.value)
            for each in found.entities
            if each.label is mention.label and each != subject.entity
        ]
        self._screen.app.push_screen(NamePicker("Who or what is meant here?", names), chosen)

    def _ask_for_speaker(self, subject: _Subject, kind: QuoteKind | None = None) -> None:
        quote, found = subject.quote, self._screen.found()
        span = subject.span or _span(quote)
        if span is None or found is None:
            return
        kind = kind or (quote.kind if quote else QuoteKind.DIRECT)
        speakers = dict.fromkeys(
            name
            for name in [quote.name if quote else None, *(q.name for q in found.quotes)]
            if name
        )
        entities = [
            each
            for each in found.entities
            if each.label in (Label.PERSON, Label.ORG, Label.NORP) and each.name not in speakers
        ]
        names = [Name(name, "is quoted here", "name") for name in speakers]
        names += [Name(each.name, _about(each), each.label.value) for each in entities]

        def chosen(name: str | None) -> None:
            if name is None:
                self._after()
            else:
                decision = self._decision_of(subject, kind, name)
                self._decide(subject, [(span, decision)], f"“{name}” said it.")

        text = subject.document.text[span.start : span.end]
        self._screen.app.push_screen(NamePicker("Who said it?", names, text), chosen)


def _span(each: Mention | Quote | None) -> Span:
    return Span(each.start, each.end) if each else Span(0, 0)


def _last(found: Sequence[T]) -> T | None:
    return found[-1] if found else None


def _about(entity: Entity) -> str:
    times = len(entity.mentions)
    return f"{entity.label}" + (f" ×{times}" if times > 1 else "")
