"""Times of the store with many annotations, and with many annotated documents.

    python -m tests.benchmarks.store [--annotations 5000] [--documents 2000]

Saving is the whole of what a key costs: lock, journal, write, fsync, replace. The budgets are 10 ms
to save one more in a document of 5,000, 0.3 s to open it, and 0.5 s to count 2,000 documents.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tui.annotations.check import check
from tui.annotations.store import Store
from tui.documents.document import Document, Span

WORDS = "The minister said on Monday that nobody had asked. Critics disagreed. "


def document(name: str, text: str = WORDS * 40) -> Document:
    """A document of that name."""
    return Document(uuid.uuid5(uuid.NAMESPACE_URL, name).urn, Path(name), name, name, text, ())


def timed(action: Callable[[], object]) -> float:
    """Milliseconds that an action takes."""
    begin = time.perf_counter()
    action()
    return (time.perf_counter() - begin) * 1000


def show(what: str, times: list[float]) -> None:
    """Print one line."""
    ordered = sorted(times)
    late = ordered[min(int(len(ordered) * 0.9), len(ordered) - 1)]
    print(f"{what:<52} median {statistics.median(ordered):8.2f} ms   90 % within {late:8.2f} ms")


def fill(store: Store, number: int) -> Document:
    """A document with so many annotations, each with a tag and every third with a note."""
    big = document("big.txt", WORDS * (number // 8 + 1))
    tags = [store.new_tag(name).id for name in ("frame", "source", "tone")]
    step = max((len(big.text) - 20) // number, 1)
    # one write for all: what is timed comes after
    save, store._shelf.save = store._shelf.save, lambda: True  # type: ignore[method-assign]
    add, store._shelf.journal.add = store._shelf.journal.add, lambda entry: None  # type: ignore[method-assign]
    for place in range(number):
        note = "Who says so, and to whom?" if place % 3 == 0 else ""
        store.annotate(big, Span(place * step, place * step + 9), [tags[place % 3]], note)
    store._shelf.save, store._shelf.journal.add = save, add  # type: ignore[method-assign]
    store.save_pending()
    return big


def measure_document(folder: Path, number: int) -> None:
    """One document with many annotations."""
    store = Store(folder / "annotations", "anna", folder / "state")
    big = fill(store, number)
    fresh = Store(folder / "annotations", "anna", folder / "state")
    tag = fresh.codebook.tags[0].id
    fresh.annotations(big)
    spans = [Span(1 + place, 4 + place) for place in range(60)]
    # The first one tells another program from the last: it is part of opening.
    fresh.annotate(big, Span(0, 2), [tag])
    adding = [partial(fresh.annotate, big, span, [tag]) for span in spans]
    show(f"save one more of {number}", [timed(action) for action in adding])
    changing = [partial(change, fresh, big, f"note {turn}") for turn in range(20)]
    show("  change a note", [timed(action) for action in changing])
    show("  undo", [timed(fresh.undo) for _ in range(20)])
    opened = []
    for _ in range(5):
        again = Store(folder / "annotations", "anna", folder / "state")
        opened.append(timed(partial(again.annotations, big)))
    show(f"open a document of {number}", opened)
    show("  refresh when nothing changed", [timed(fresh.refresh) for _ in range(20)])


def change(store: Store, big: Document, note: str) -> None:
    """Change the note of one annotation."""
    store.change(big, store.annotations(big)[7].id, note=note)


def measure_library(folder: Path, number: int) -> None:
    """Many documents with a few annotations."""
    store = Store(folder / "annotations", "anna", folder / "state")
    tags = [store.new_tag(name).id for name in ("frame", "source")]
    documents = [document(f"{place}.txt", f"{place} {WORDS * 40}") for place in range(number)]
    for each in documents:
        for place in range(3):
            store.annotate(each, Span(place * 9, place * 9 + 8), [tags[place % 2]], "note")

    def opened() -> Store:
        return Store(folder / "annotations", "anna", folder / "state")

    def few() -> None:
        new = opened()
        for each in documents[:30]:
            new.count(each.id)
            new.status(each.id)

    show(f"counts() of {number} documents", [timed(lambda: opened().counts()) for _ in range(5)])
    show("  Store(), count() and status() of 30 of them", [timed(few) for _ in range(5)])
    new = opened()
    new.counts()
    show("  counts() again", [timed(new.counts) for _ in range(5)])
    show("  refresh when nothing changed", [timed(new.refresh) for _ in range(5)])
    show("first undo after a restart", [timed(opened().undo) for _ in range(5)])
    moved = document("moved.txt", documents[7].text)
    gone = documents[7].id
    renamed = opened()
    renamed.present = lambda document_id: document_id != gone
    show("find the annotations of a renamed file", [timed(lambda: renamed.annotations(moved))])
    unknown = document("unknown.txt", "Something else. " * 100)
    show("  and see that another has none", [timed(lambda: renamed.annotations(unknown))])
    merging = opened()
    show("merge two tags in all documents", [timed(lambda: merging.merge_tags(*tags))])
    show("  save one more after that", [timed(lambda: merging.annotate(unknown, Span(0, 4)))])
    show("  undo both", [timed(lambda: (merging.undo(), merging.undo()))])
    show("check the whole folder", [timed(lambda: check(folder / "annotations"))])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--annotations", type=int, default=5000)
    parser.add_argument("--documents", type=int, default=2000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        for number in (300, options.annotations):
            folder = Path(place) / str(number)
            folder.mkdir()
            measure_document(folder, number)
        measure_library(Path(place) / "library", options.documents)


if __name__ == "__main__":
    main()
