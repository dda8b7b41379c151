"""What the store answers, and what it keeps."""

from __future__ import annotations

import datetime as dt
import json
import time
import uuid
from pathlib import Path

import pytest

from tui.annotations.model import PALETTE, Placement
from tui.annotations.store import Store
from tui.documents.document import Document, Span

TEXT = "The minister said “no” on Monday.\n\nCritics disagreed 👩‍🏫 with the minister."


def document(text: str = TEXT, name: str = "politics/a.txt") -> Document:
    return Document(uuid.uuid5(uuid.NAMESPACE_URL, name).urn, Path(name), name, "a", text, ())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "annotations", "Anna")


def again(store: Store) -> Store:
    return Store(store.folder, store.annotator)


def test_reading_makes_nothing(store: Store) -> None:
    assert store.annotations(document()) == ()
    assert store.count(document().id) == 0
    assert store.counts() == {}
    assert store.codebook.tags == ()
    assert store.recent_tags() == ()
    assert store.status(document().id) == ""
    assert store.save_pending()
    store.delete(document(), "urn:uuid:none")
    store.set_status(document().id, "")
    assert not store.unsaved
    assert store.take_problems() == []
    assert not store.folder.exists()


def test_an_annotation_is_made_and_read_again(store: Store) -> None:
    before = dt.datetime.now(dt.UTC)
    tag = store.new_tag("frame")
    made = store.annotate(document(), Span(4, 12), [tag.id, tag.id], "Who?\r\nWhen?\x1b")
    assert (made.start, made.end, made.exact) == (4, 12, "minister")
    assert (made.prefix, made.suffix) == ("The ", TEXT[12:44])
    assert made.tags == (tag.id,)
    assert made.note == "Who?\nWhen?\u241b"
    assert made.creator == "Anna"
    assert before <= made.created == made.modified <= dt.datetime.now(dt.UTC)
    assert made.placement is Placement.EXACT
    assert uuid.UUID(made.id).version == 4
    assert store.annotations(document()) == again(store).annotations(document()) == (made,)


def test_offsets_count_code_points(store: Store) -> None:
    start = TEXT.index("with")
    made = store.annotate(document(), Span(start, start + 4))
    assert made.exact == "with"
    assert again(store).annotations(document())[0].start == start


def test_annotations_come_by_place(store: Store) -> None:
    for start, end in ((35, 42), (4, 12), (0, 12), (4, 8)):
        store.annotate(document(), Span(start, end))
    places = [(each.start, each.end) for each in store.annotations(document())]
    assert places == [(0, 12), (4, 8), (4, 12), (35, 42)]
    assert again(store).annotations(document()) == store.annotations(document())


def test_the_same_passage_is_annotated_once(store: Store) -> None:
    frame, source = store.new_tag("frame").id, store.new_tag("source").id
    first = store.annotate(document(), Span(4, 12), [frame])
    second = store.annotate(document(), Span(4, 12), [source], "Who?")
    third = store.annotate(document(), Span(4, 12), [frame])
    assert first.id == second.id == third.id
    assert third.tags == (frame, source)
    assert third.note == "Who?"
    assert third == second
    assert store.annotate(document(), Span(4, 12), note="Which?").note == "Which?"
    assert store.annotate(document(), Span(4, 12), note=" \n").note == "Which?"
    assert store.count(document().id) == 1


@pytest.mark.parametrize("span", [(4, 4), (12, 4), (-1, 4), (0, len(TEXT) + 1), (9**9, 9**9 + 1)])
def test_an_empty_passage_or_one_outside_is_refused(store: Store, span: tuple[int, int]) -> None:
    made = store.annotate(document(), Span(4, 12))
    with pytest.raises(ValueError, match="no passage"):
        store.annotate(document(), Span(*span))
    with pytest.raises(ValueError, match="no passage"):
        store.change(document(), made.id, span=Span(*span))
    assert store.annotations(document()) == again(store).annotations(document()) == (made,)


def test_an_unknown_tag_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="no tag"):
        store.annotate(document(), Span(4, 12), ["urn:uuid:none"])
    assert store.annotations(document()) == ()


def test_an_annotation_is_changed(store: Store) -> None:
    frame, source = store.new_tag("frame").id, store.new_tag("source").id
    made = store.annotate(document(), Span(4, 12), [frame], "Who?")
    changed = store.change(document(), made.id, tags=[source])
    assert (changed.tags, changed.note, changed.created) == ((source,), "Who?", made.created)
    assert changed.modified > made.modified
    assert store.change(document(), made.id, note=" \n").note == ""
    moved = store.change(document(), made.id, span=Span(0, 12))
    assert (moved.exact, moved.prefix, moved.tags) == ("The minister", "", (source,))
    assert store.change(document(), made.id, tags=[source]) == moved
    assert again(store).annotations(document()) == (moved,)


def test_a_change_of_what_is_not_there_is_an_error(store: Store) -> None:
    with pytest.raises(KeyError):
        store.change(document(), "urn:uuid:none", note="x")


def test_what_loses_its_last_tag_and_note_is_deleted(store: Store) -> None:
    tag = store.new_tag("frame").id
    made = store.annotate(document(), Span(4, 12), [tag], "Who?")
    assert store.change(document(), made.id, note="").tags == (tag,)
    last = store.change(document(), made.id, tags=())
    assert (last.tags, last.note) == ((), "")
    assert store.annotations(document()) == ()
    store.undo()
    assert [each.tags for each in store.annotations(document())] == [(tag,)]


def test_a_plain_highlight_stays(store: Store) -> None:
    made = store.annotate(document(), Span(4, 12))
    store.change(document(), made.id, span=Span(0, 12))
    assert [each.exact for each in again(store).annotations(document())] == ["The minister"]


def test_each_annotator_has_annotations_of_their_own(store: Store) -> None:
    store.annotate(document(), Span(4, 12), [store.new_tag("frame").id])
    other = Store(store.folder, "anna")
    assert other.annotations(document()) == ()
    other.annotate(document(), Span(0, 3))
    assert [each.creator for each in again(store).annotations(document())] == ["Anna"]
    assert [tag.name for tag in other.codebook] == ["frame"]
    assert other.recent_tags() == ()
    assert store.count(document().id) == other.count(document().id) == 1


def test_annotators_with_no_name_or_a_strange_one(tmp_path: Path) -> None:
    for name in ("", "\n", "../x", "\x00", "👩‍🏫", "x" * 300, "CON", "\ud800"):
        store = Store(tmp_path / "a" / "b", name)
        store.annotate(document(), Span(4, 12), note=name or "none")
        assert len(again(store).annotations(document())) == 1
    names = [path.name for path in tmp_path.rglob("*")]
    assert all(len(name.encode()) <= 120 and name.isascii() for name in names)
    assert [path.name for path in (*tmp_path.iterdir(), *(tmp_path / "a").iterdir())] == ["a", "b"]


def test_documents_of_one_title_are_told_apart(store: Store) -> None:
    one, other = document(name="a/x.txt"), document(name="b/x.txt")
    store.annotate(one, Span(4, 12))
    assert store.annotations(other) == ()
    assert store.counts() == {one.id: 1}


def test_counts_need_no_text_and_see_what_others_add(store: Store) -> None:
    other, new = again(store), again(store)
    assert new.count(document().id) == 0
    for start in range(3):
        store.annotate(document(), Span(start, start + 2))
    store.annotate(document(name="b.txt"), Span(0, 2))
    assert new.count(document().id) == 3
    assert other.counts() == {document().id: 3, document(name="b.txt").id: 1}
    store.delete(document(), store.annotations(document())[0].id)
    assert new.count(document().id) == 2
    store.undo()
    assert new.counts() == {document().id: 3, document(name="b.txt").id: 1}
    new.annotations(document())
    assert new.count(document().id) == 3


def test_a_file_another_program_laid_out_is_counted(store: Store) -> None:
    store.annotate(document(), Span(4, 12), note='"type":"TextQuoteSelector"')
    store.annotate(document(), Span(14, 17))
    (path,) = store.folder.glob("documents/*/*.json")
    path.write_text(json.dumps(json.loads(path.read_text()), indent=1))
    assert again(store).count(document().id) == 2


def test_counting_reads_each_file_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.annotate(document(), Span(4, 12))
    new = again(store)
    assert new.count(document().id) == 1
    monkeypatch.setattr("tui.annotations.shelf.read_file", lambda path: pytest.fail("read again"))
    assert new.count(document().id) == 1
    assert new.counts() == {document().id: 1}


def test_tags_used_last_come_first(store: Store) -> None:
    a, b, c = (store.new_tag(name) for name in "abc")
    made = store.annotate(document(), Span(4, 12), [a.id])
    store.annotate(document(), Span(0, 3), [b.id])
    assert store.recent_tags() == (b, a)
    store.change(document(), made.id, tags=[a.id, c.id])
    assert again(store).recent_tags() == (c, b, a)
    store.change(document(), made.id, tags=[a.id])
    assert store.recent_tags() == (c, b, a)
    store.annotate(document(), Span(13, 17), [b.id])
    assert again(store).recent_tags() == (b, c, a)


def test_recent_tags_of_two_sessions_are_joined(store: Store) -> None:
    a, b = store.new_tag("a"), store.new_tag("b")
    other = again(store)
    store.annotate(document(), Span(4, 12), [a.id])
    other.annotate(document(), Span(0, 3), [b.id])
    assert set(again(store).recent_tags()) == {a, b}


def test_a_document_is_marked_as_done(store: Store) -> None:
    store.set_status(document().id, "done")
    assert again(store).status(document().id) == "done"
    assert Store(store.folder, "Ben").status(document().id) == ""
    store.set_status(document().id, "")
    assert again(store).status(document().id) == ""
    store.set_status(document().id, "in progress")
    store.set_status(document().id, "done")
    assert again(store).status(document().id) == "done"
    assert store.undo() is None


def test_an_annotation_follows_the_text_and_is_rewritten_when_saved(store: Store) -> None:
    made = store.annotate(document(), Span(4, 12), note="Who?")
    store.annotate(document(), Span(35, 42))
    (path,) = store.folder.glob("documents/*/*.json")
    saved = path.read_text()
    new = document("Corrected.\n\n" + TEXT.replace("minister", "ministers", 1))
    for each in (store, again(store)):
        fuzzy, moved = each.annotations(new)
        assert (fuzzy.start, fuzzy.end, fuzzy.exact) == (16, 25, "minister")
        assert fuzzy.placement is Placement.FUZZY
        assert (moved.start, moved.placement) == (48, Placement.MOVED)
    assert path.read_text() == saved
    changed = store.change(new, made.id, note="Whose?")
    assert (changed.exact, changed.placement) == ("ministers", Placement.EXACT)
    assert len(list(store.folder.glob("texts/*.txt"))) == 2
    placements = [each.placement for each in again(store).annotations(new)]
    assert placements == [Placement.EXACT, Placement.MOVED]


def test_the_annotated_text_is_kept_exactly(store: Store) -> None:
    store.annotate(document(), Span(4, 12))
    (path,) = store.folder.glob("texts/*.txt")
    assert path.read_bytes() == TEXT.encode()


def test_without_the_old_text_the_quote_leads(store: Store) -> None:
    store.annotate(document(), Span(4, 12))
    (path,) = store.folder.glob("texts/*.txt")
    for spoiled in (b"other", b"\xff", TEXT.replace("\n", "\r\n").encode()):
        path.write_bytes(spoiled)
        (placed,) = again(store).annotations(document("New: " + TEXT))
        assert (placed.start, placed.placement) == (9, Placement.MOVED)
    path.unlink()
    (placed,) = again(store).annotations(document("New: " + TEXT))
    assert (placed.start, placed.placement) == (9, Placement.MOVED)


def test_an_orphan_is_listed_kept_and_can_be_changed(store: Store) -> None:
    made = store.annotate(document(), Span(4, 12), note="Who?")
    empty = document("Nothing is left.")
    (orphan,) = store.annotations(empty)
    assert orphan.placement is Placement.ORPHANED
    assert 0 <= orphan.start == orphan.end <= len(empty.text)
    changed = store.change(empty, made.id, note="Where?")
    assert changed.placement is Placement.ORPHANED
    assert changed.exact == "minister"
    (back,) = again(store).annotations(document())
    assert (back.start, back.note, back.placement) == (4, "Where?", Placement.EXACT)
    found = store.change(empty, made.id, span=Span(0, 7))
    assert (found.exact, found.placement) == ("Nothing", Placement.EXACT)


def test_a_highlight_of_an_orphans_place_is_another_annotation(store: Store) -> None:
    made = store.annotate(document(), Span(4, 12))
    empty = document("Nothing is left.")
    (orphan,) = store.annotations(empty)
    new = store.annotate(empty, Span(orphan.start, orphan.start + 3))
    assert new.id != made.id


def test_tags_of_a_lost_codebook_are_found_again(store: Store) -> None:
    tag = store.new_tag("framing/conflict")
    made = store.annotate(document(), Span(4, 12), [tag.id])
    (store.folder / "codebook.json").unlink()
    new = again(store)
    assert new.codebook.tags == ()
    assert new.annotations(document()) == (made,)
    (found,) = new.codebook
    assert (found.id, found.name) == (tag.id, "framing/conflict")
    assert found.colour in PALETTE
    new.annotate(document(), Span(0, 3), [found.id])
    assert [each.id for each in again(store).codebook] == [tag.id]


def test_a_tag_known_by_its_name_only_is_that_tag(store: Store) -> None:
    tag = store.new_tag("Frame")
    store.annotate(document(), Span(4, 12), [tag.id])
    (path,) = store.folder.glob("documents/*/*.json")
    content = json.loads(path.read_text())
    body = content["items"][0]["body"]
    del body[0]["newsreader:tag"]
    body[0]["value"] = "frame"
    body.append({"type": "TextualBody", "purpose": "tagging", "value": "elsewhere"})
    path.write_text(json.dumps(content))
    (annotation,) = store.annotations(document())
    names = [found.name for found in map(store.codebook.by_id, annotation.tags) if found]
    assert names == ["Frame", "elsewhere"]
    assert annotation.tags[0] == tag.id


def test_the_name_of_a_tag_in_a_file_follows_when_it_is_saved(store: Store) -> None:
    tag = store.new_tag("frame")
    made = store.annotate(document(), Span(4, 12), [tag.id])
    store.change_tag(tag.id, name="framing")
    assert again(store).annotations(document())[0].tags == (tag.id,)
    store.change(document(), made.id, note="Who?")
    (path,) = store.folder.glob("documents/*/*.json")
    assert json.loads(path.read_text())["items"][0]["body"][0]["value"] == "framing"


def test_a_tag_that_left_the_codebook_stays_on_its_annotations(store: Store) -> None:
    tag = store.new_tag("frame")
    other = again(store)
    made = other.annotate(document(), Span(4, 12), [tag.id])
    store.undo()
    assert other.annotations(document())[0].tags == (tag.id,)
    changed = other.change(document(), made.id, tags=[tag.id], note="Who?")
    assert changed.tags == (tag.id,)
    reader = again(store)
    assert reader.annotations(document()) == (changed,)
    assert [found.name for found in reader.codebook] == ["frame"]


def test_thousands_of_annotations_are_read_and_added_quickly(store: Store) -> None:
    text = "word " * 20_000
    big = document(text)
    tag = store.new_tag("frame").id
    store.annotate(big, Span(0, 4), [tag])
    (path,) = store.folder.glob("documents/*/*.json")
    content = json.loads(path.read_text())
    first = json.dumps(content["items"][0])
    items = []
    for number in range(1, 5000):
        item = json.loads(first.replace(content["items"][0]["id"], uuid.uuid4().urn))
        selector = item["target"]["selector"][1]
        selector["start"], selector["end"] = number * 5 - 5, number * 5 - 1
        items.append(item)
    content["items"] = items
    path.write_text(json.dumps(content))
    new = again(store)
    begin = time.process_time()
    assert len(new.annotations(big)) == 4999
    assert time.process_time() - begin < 3
    new.annotate(big, Span(1, 3))
    begin = time.process_time()
    new.annotate(big, Span(2, 4))
    assert time.process_time() - begin < 0.5
    assert again(store).count(big.id) == 5001


def test_places_of_many_documents_are_not_all_remembered(store: Store) -> None:
    many = [document(f"Article {number}. {TEXT}", f"{number}.txt") for number in range(50)]
    for each in many:
        store.annotate(each, Span(0, 7), note=each.name)
    assert len(store._placer._present) < 40
    for each in many:
        changed = document(f"New. {each.text}", each.name)
        assert [(a.start, a.end, a.note) for a in store.annotations(changed)] == [
            (5, 12, each.name)
        ]
