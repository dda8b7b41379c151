"""Undo and redo."""

from __future__ import annotations

import uuid
from pathlib import Path

from tui.annotations.history import LIMIT, Action, History
from tui.annotations.store import Store
from tui.documents.document import Document, Span

TEXT = "The minister said “no” on Monday.\n\nCritics disagreed with the minister."


def document(text: str = TEXT, name: str = "a.txt") -> Document:
    return Document(uuid.uuid5(uuid.NAMESPACE_URL, name).urn, Path(name), name, "a", text, ())


def spans(store: Store, text: str = TEXT) -> list[tuple[int, int]]:
    return [(each.start, each.end) for each in store.annotations(document(text))]


def test_a_new_action_ends_what_could_be_redone() -> None:
    history = History()
    first, second = Action("first", ()), Action("second", ())
    history.record(first)
    assert history.take(back=True) == first
    history.applied(back=True)
    assert history.take(back=True) is None
    assert history.take(back=False) == first
    history.record(second)
    assert history.take(back=False) is None
    assert history.done == [second]


def test_the_history_has_an_end() -> None:
    history = History()
    for number in range(LIMIT + 5):
        history.record(Action(str(number), ()))
    assert len(history.done) == LIMIT
    assert history.done[0].what == "5"


def test_nothing_to_undo(tmp_path: Path) -> None:
    store = Store(tmp_path / "new", "anna")
    assert store.undo() is None
    assert store.redo() is None
    assert store.problems == []
    assert not (tmp_path / "new").exists()


def test_an_annotation_is_undone_and_redone(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    tag = store.new_tag("frame")
    made = store.annotate(document(), Span(4, 12), [tag.id], "Who?")
    change = store.undo()
    assert change is not None
    assert (change.document_id, change.span) == (document().id, Span(4, 12))
    assert change.sentence == "Undid tag ‘frame’ on ‘minister’."
    assert spans(store) == spans(Store(tmp_path, "anna")) == []
    change = store.redo()
    assert change is not None
    assert change.sentence == "Redid tag ‘frame’ on ‘minister’."
    (again,) = store.annotations(document())
    assert (again.id, again.tags, again.note, again.created) == (
        *(made.id, made.tags, made.note, made.created),
    )
    assert again.modified > made.modified
    assert store.redo() is None


def test_every_kind_of_change_has_its_words(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    frame, source = store.new_tag("frame"), store.new_tag("source")
    made = store.annotate(document(), Span(4, 12), [frame.id, source.id])
    store.change(document(), made.id, tags=[frame.id])
    store.change(document(), made.id, note="Who?")
    store.change(document(), made.id, tags=[source.id])
    store.change(document(), made.id, span=Span(0, 12))
    store.delete(document(), made.id)
    store.annotate(document(), Span(0, 33))
    store.annotate(document(), Span(35, 70), note="All of them?\n\n…")
    store.change_tag(frame.id, name="framing")
    store.change_tag(frame.id, colour="red")
    sentences = []
    while (change := store.undo()) is not None:
        sentences.append(change.sentence)
    assert sentences == [
        "Undid change of tag ‘framing’.",
        "Undid renaming of tag ‘frame’ to ‘framing’.",
        "Undid note on ‘Critics disagreed with the minister’.",
        "Undid highlight on ‘The minister said “no” on Monday.’.",
        "Undid deletion of the annotation on ‘The minister’.",
        "Undid change of the annotation on ‘The minister’.",
        "Undid change of tag ‘frame’ to tag ‘source’ on ‘minister’.",
        "Undid note on ‘minister’.",
        "Undid removal of tag ‘source’ on ‘minister’.",
        "Undid tags ‘frame’ and ‘source’ on ‘minister’.",
        "Undid new tag ‘source’.",
        "Undid new tag ‘frame’.",
    ]
    assert spans(store) == []
    assert store.codebook.tags == ()
    redone = 0
    while store.redo() is not None:
        redone += 1
    assert redone == len(sentences)
    assert spans(store) == [(0, 33), (35, 70)]
    assert [tag.name for tag in store.codebook] == ["framing", "source"]


def test_a_sentence_shows_the_beginning_of_a_long_passage_in_one_line(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    store.annotate(document(), Span(0, len(TEXT)))
    change = store.undo()
    assert change is not None
    assert change.sentence == "Undid highlight on ‘The minister said “no” on Monday. Criti…’."


def test_undo_goes_across_documents_and_the_codebook(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    other = document(name="b.txt")
    store.annotate(document(), Span(4, 12))
    store.new_tag("frame")
    store.annotate(other, Span(0, 3))
    documents = [change and change.document_id for change in (store.undo() for _ in range(3))]
    assert documents == [other.id, None, document().id]
    assert store.counts() == {}


def test_a_renamed_tag_takes_its_family_back(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    above, _ = store.new_tag("a"), store.new_tag("a/b")
    store.change_tag(above.id, name="x")
    assert [tag.name for tag in store.codebook] == ["x", "x/b"]
    store.undo()
    assert [tag.name for tag in Store(tmp_path, "anna").codebook] == ["a", "a/b"]


def test_undo_after_the_text_has_changed(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    made = store.annotate(document(), Span(4, 12), note="Who?")
    new = "Corrected.\n\n" + TEXT
    store.change(document(new), made.id, note="Whose?")
    change = store.undo()
    assert change is not None
    assert change.span == Span(16, 24)
    (placed,) = store.annotations(document(new))
    assert (placed.note, placed.start, placed.exact) == ("Who?", 16, "minister")


def test_what_was_changed_elsewhere_is_not_undone(tmp_path: Path) -> None:
    store, other = Store(tmp_path, "anna"), Store(tmp_path, "anna")
    first = store.annotate(document(), Span(4, 12))
    store.annotate(document(), Span(0, 3))
    made = store.annotate(document(), Span(18, 22), note="mine")
    other.change(document(), made.id, note="theirs")
    assert store.undo() is None
    assert store.take_problems() == [
        "The note on ‘“no”’ cannot be undone: it was changed elsewhere since."
    ]
    assert [each.note for each in store.annotations(document())] == ["", "", "theirs"]
    assert store.undo() is not None
    assert [each.id for each in store.annotations(document())] == [first.id, made.id]


def test_undo_is_saved_at_once(tmp_path: Path) -> None:
    store = Store(tmp_path, "anna")
    made = store.annotate(document(), Span(4, 12))
    store.delete(document(), made.id)
    assert Store(tmp_path, "anna").count(document().id) == 0
    store.undo()
    (again,) = Store(tmp_path, "anna").annotations(document())
    assert again.id == made.id
