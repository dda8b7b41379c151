"""Decisions about entities and quotes: applied to an analysis, and kept in the store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.analysis.analysis import analyse
from tui.analysis.decisions import Decided, Decision, Verdict, decided
from tui.analysis.model import Analysis, Label, QuoteKind
from tui.annotations.store import Store
from tui.documents.document import Document, Span
from tui.documents.formats import plain_document

TEXT = (
    "Mayor Ada Obi met the Harbour Board in Lagos. “We agreed on the price,” Obi said. "
    "Prior bookings stay valid. The Harbour Board declined to comment."
)


@pytest.fixture
def document() -> Document:
    return plain_document(TEXT, name="a.txt")


@pytest.fixture
def analysis(document: Document) -> Analysis:
    found = analyse(document)
    assert [mention.name for mention in found.mentions] == [
        *("Ada Obi", "Harbour Board", "Lagos", "Ada Obi", "Harbour Board"),
    ]
    assert [quote.name for quote in found.quotes] == ["Ada Obi"]
    return found


def at(words: str, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def entity(verdict: str, label: Label, name: str = "") -> Decision:
    return Decision(Verdict(verdict), label=label, name=name)


def names(analysis: Analysis) -> dict[str, tuple[str, int]]:
    return {each.name: (each.label.value, len(each.mentions)) for each in analysis.entities}


def test_without_decisions_nothing_changes(analysis: Analysis) -> None:
    assert decided(TEXT, analysis, []) is analysis


def test_a_rejected_mention_goes_and_others_stay(analysis: Analysis) -> None:
    changed = decided(TEXT, analysis, [Decided(at("Lagos"), entity("rejected", Label.LOC))])
    assert "Lagos" not in names(changed)
    assert len(changed.mentions) == 4


def test_an_added_mention_joins_the_entity_of_its_name(analysis: Analysis) -> None:
    added = Decided(at("Prior"), entity("added", Label.ORG, "Prior"))
    assert names(decided(TEXT, analysis, [added]))["Prior"] == ("ORG", 1)
    added = Decided(at("price"), entity("added", Label.ORG, "Harbour Board"))
    assert names(decided(TEXT, analysis, [added]))["Harbour Board"] == ("ORG", 3)


def test_other_edges_replace_what_they_touch(analysis: Analysis) -> None:
    wider = Decided(at("Mayor Ada Obi"), entity("corrected", Label.PERSON, "Ada Obi"))
    changed = decided(TEXT, analysis, [wider])
    first = changed.mentions[0]
    assert TEXT[first.start : first.end] == "Mayor Ada Obi"
    assert len(changed.mentions) == 5


def test_a_quote_follows_the_name_of_its_speaker(analysis: Analysis) -> None:
    decision = entity("corrected", Label.PERSON, "Adaeze Obi")
    one = [Decided(at("Ada Obi"), decision)]
    assert decided(TEXT, analysis, one).quotes[0].name == "Ada Obi"
    both = [*one, Decided(at("Obi", 1), decision)]
    changed = decided(TEXT, analysis, both)
    assert changed.quotes[0].name == "Adaeze Obi"
    assert names(changed)["Adaeze Obi"] == ("PERSON", 2)


def test_the_later_of_two_decisions_that_touch_counts(analysis: Analysis) -> None:
    decisions = [
        Decided(at("Lagos"), entity("rejected", Label.LOC)),
        Decided(at("in Lagos"), entity("added", Label.LOC, "Lagos")),
    ]
    found = names(decided(TEXT, analysis, decisions))
    assert found["Lagos"] == ("LOC", 1)
    assert "Lagos" not in names(decided(TEXT, analysis, decisions[::-1]))


def test_a_quote_gets_another_speaker_and_keeps_its_cue(analysis: Analysis) -> None:
    quote = analysis.quotes[0]
    decision = Decision(
        Verdict.CORRECTED, kind=QuoteKind.DIRECT, name="Harbour Board", speaker="Harbour Board"
    )
    [changed] = decided(TEXT, analysis, [Decided(Span(quote.start, quote.end), decision)]).quotes
    assert (changed.name, changed.confidence, changed.cue) == ("Harbour Board", 1.0, quote.cue)
    assert changed.speaker == at("Harbour Board", 0)
    assert "by you" in changed.why


def test_a_quote_is_rejected_and_a_missed_one_added(analysis: Analysis) -> None:
    quote = analysis.quotes[0]
    no = Decision(Verdict.REJECTED, kind=QuoteKind.DIRECT)
    yes = Decision(Verdict.ADDED, kind=QuoteKind.INDIRECT, name="Ada Obi")
    decisions = [
        Decided(Span(quote.start, quote.end), no),
        Decided(at("Prior bookings stay valid"), yes),
    ]
    [added] = decided(TEXT, analysis, decisions).quotes
    assert (added.kind, added.name, added.speaker) == (QuoteKind.INDIRECT, "Ada Obi", None)


def test_decisions_are_kept_counted_apart_and_undone_at_once(
    tmp_path: Path, document: Document
) -> None:
    store = Store(tmp_path / "annotations", "anna", tmp_path / "state")
    store.annotate(document, at("Lagos"), note="where?")
    rejected, added = entity("rejected", Label.LOC), entity("added", Label.ORG, "Prior")
    store.decide(document, [(at("Lagos"), rejected), (at("Prior"), added)])
    assert [each.note for each in store.annotations(document)] == ["where?"]
    assert [each.decision for each in store.decisions(document)] == [rejected, added]
    assert store.count(document.id) == 1

    again = Store(tmp_path / "annotations", "anna", tmp_path / "state")
    assert again.count(document.id) == 1
    assert again.counts() == {document.id: 1}
    assert [each.decision for each in again.decisions(document)] == [rejected, added]
    change = again.undo()
    assert change is not None
    assert "decision" in change.sentence
    assert again.decisions(document) == ()
    again.redo()
    assert len(again.decisions(document)) == 2


def test_a_decision_replaces_those_it_touches_of_its_kind(
    tmp_path: Path, document: Document
) -> None:
    store = Store(tmp_path / "annotations", "anna", tmp_path / "state")
    quote = Decision(Verdict.ADDED, kind=QuoteKind.DIRECT, name="Ada Obi")
    store.decide(document, [(at("We agreed"), quote)])
    store.decide(document, [(at("Ada Obi"), entity("rejected", Label.PERSON))])
    first = store.decisions(document)[0]
    wider = entity("corrected", Label.PERSON, "Ada Obi")
    store.decide(document, [(at("Ada Obi"), wider)])
    assert store.decisions(document)[0].id == first.id
    store.decide(document, [(at("Mayor Ada Obi"), wider)])
    assert [each.decision for each in store.decisions(document)] == [wider, quote]
    store.decide(document, [(at("We"), None)])
    assert [each.decision for each in store.decisions(document)] == [wider]


def test_a_decision_outside_the_text_changes_nothing(tmp_path: Path, document: Document) -> None:
    store = Store(tmp_path / "annotations", "anna", tmp_path / "state")
    with pytest.raises(ValueError, match="no passage"):
        store.decide(
            document,
            [
                (at("Lagos"), entity("rejected", Label.LOC)),
                (Span(5, 5000), entity("rejected", Label.LOC)),
            ],
        )
    assert store.decisions(document) == ()


def test_a_decision_is_a_web_annotation_and_one_that_is_not_understood_is_kept(
    tmp_path: Path, document: Document
) -> None:
    folder = tmp_path / "annotations"
    store = Store(folder, "anna", tmp_path / "state")
    store.decide(document, [(at("Prior"), entity("added", Label.ORG, "Prior"))])
    [path] = folder.glob("documents/*/anna.json")
    [item] = json.loads(path.read_text("utf-8"))["items"]
    [body] = item["body"]
    assert (item["motivation"], body["purpose"]) == ("assessing", "assessing")
    assert body["value"] == "ORG: Prior"
    assert body["newsreader:decision"] == {
        "about": "entity",
        "verdict": "added",
        "label": "ORG",
        "name": "Prior",
    }
    changed = path.read_text("utf-8").replace('"added"', '"guessed"')
    path.write_text(changed, "utf-8")
    other = Store(folder, "anna", tmp_path / "state")
    assert other.decisions(document) == ()
    other.annotate(document, at("Lagos"))
    assert '"guessed"' in path.read_text("utf-8")


def test_a_decision_follows_its_passage_into_a_changed_text(
    tmp_path: Path, document: Document
) -> None:
    store = Store(tmp_path / "annotations", "anna", tmp_path / "state")
    store.decide(document, [(at("Prior"), entity("added", Label.ORG, "Prior"))])
    longer = plain_document("A new first sentence. " + TEXT, name="a.txt")
    [found] = store.decisions(longer)
    assert longer.text[found.start : found.end] == "Prior"
