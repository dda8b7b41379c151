"""What is lost when the writing program is killed at any moment.

    python -m tests.benchmarks.kills [--number 500] [--seed 1]

A process does random things to a store, says each one before and after, and is killed with SIGKILL
at a random moment. What is on disk must be what a plain model says of all that was done, or of that
and the one action that was under way; no file may be damaged; the next start must say nothing. The
next process goes on with the same folder, and its undo goes back through all the earlier ones.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from tui.annotations.store import Store
from tui.documents.document import Document, Span

TEXT = "The minister said “no” on Monday. " * 40
DOCUMENTS = [
    Document(uuid.uuid5(uuid.NAMESPACE_URL, name).urn, Path(name), name, name, TEXT, ())
    for name in ("a.txt", "b.txt")
]
TAGS = ["frame", "source", "quote/direct", "quote", "tone"]
ROOT = Path(__file__).parents[2]

Passage = tuple[int, int, int]
State = tuple[dict[Passage, tuple[tuple[str, ...], str]], tuple[str, ...], str]
Move = tuple[str, Passage, str, str]


@dataclass
class Model:
    """What the store should say: passages with tags and note, the tags, a document's status."""

    passages: dict[Passage, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    status: str = ""
    done: list[State] = field(default_factory=list)
    undone: list[State] = field(default_factory=list)

    def copy(self) -> Model:
        """One that can be changed without changing this one."""
        return Model(dict(self.passages), self.tags, self.status, [*self.done], [*self.undone])

    def _remember(self) -> None:
        self.done.append((dict(self.passages), self.tags, self.status))
        self.undone.clear()

    def _travel(self, source: list[State], target: list[State]) -> None:
        if source:
            target.append((dict(self.passages), self.tags, self.status))
            passages, self.tags, _ = source.pop()
            self.passages = dict(passages)

    def choose(self, chance: random.Random) -> Move:
        """The next thing to do."""
        kind = chance.choice(
            ["annotate"] * 4 + ["change", "delete", "undo", "redo", "tag", "status"]
        )
        if kind in ("change", "delete") and not self.passages:
            kind = "annotate"
        start = chance.randrange(len(TEXT) - 4)
        passage = (chance.randrange(2), start, start + 1 + chance.randrange(3))
        if kind in ("change", "delete"):
            passage = chance.choice(sorted(self.passages))
        unused = [tag for tag in TAGS if tag not in self.tags]
        if kind == "tag" and not unused:
            kind = "annotate"
        tag = chance.choice(unused) if kind == "tag" else chance.choice([*self.tags, ""])
        return kind, passage, tag, f"note {chance.randrange(10**6)}"

    def make(self, move: Move) -> None:
        """Do it here."""
        kind, passage, tag, note = move
        tags = (tag,) if tag else ()
        if kind == "undo":
            self._travel(self.done, self.undone)
        elif kind == "redo":
            self._travel(self.undone, self.done)
        elif kind == "status":
            self.status = "" if self.status else "done"
        else:
            self._remember()
            if kind == "tag":
                self.tags = (*self.tags, tag)
            elif kind == "delete":
                del self.passages[passage]
            else:
                had = self.passages.get(passage, ((), ""))[0] if kind == "annotate" else ()
                self.passages[passage] = (tuple(dict.fromkeys([*had, *tags])), note)

    def says(self) -> str:
        """All of it, to be compared."""
        passages = sorted((*key, *value) for key, value in self.passages.items())
        return json.dumps([passages, self.tags, self.status])


def make(store: Store, move: Move) -> None:
    """Do it to the store."""
    kind, (number, start, end), tag, note = move
    document = DOCUMENTS[number]
    if kind == "undo":
        store.undo()
    elif kind == "redo":
        store.redo()
    elif kind == "tag":
        store.new_tag(tag)
    elif kind == "status":
        store.set_status(DOCUMENTS[0].id, "" if store.status(DOCUMENTS[0].id) else "done")
    else:
        found = store.codebook.by_name(tag) if tag else None
        tags = [found.id] if found else []
        same = [a for a in store.annotations(document) if (a.start, a.end) == (start, end)]
        if kind == "annotate":
            store.annotate(document, Span(start, end), tags, note)
        elif kind == "change":
            store.change(document, same[0].id, tags=tags, note=note)
        else:
            store.delete(document, same[0].id)


def read(store: Store) -> Model:
    """What the store says."""
    book = store.codebook
    passages = {}
    for number, document in enumerate(DOCUMENTS):
        for each in store.annotations(document):
            names = tuple(tag.name for tag in map(book.by_id, each.tags) if tag)
            passages[number, each.start, each.end] = (names, each.note)
    names = tuple(tag.name for tag in book)
    return Model(passages, names, store.status(DOCUMENTS[0].id))


def write(folder: Path, seed: str) -> None:
    """Do random things until killed; the process that is killed."""
    store = Store(folder / "annotations", "anna", folder / "state")
    chance = random.Random(seed)
    model = read(store)
    while True:
        move = model.choose(chance)
        os.write(1, b"+")
        make(store, move)
        os.write(1, b".")
        model = read(store)


@dataclass
class Tally:
    """What came of it.

    Attributes:
        kills: Processes killed.
        actions: Things done in all.
        under_way: Kills in the middle of an action.
        kept: Of these, how many times the action was kept all the same.
        faults: What must not be, in words.
    """

    kills: int = 0
    actions: int = 0
    under_way: int = 0
    kept: int = 0
    faults: list[str] = field(default_factory=list)


def check(folder: Path) -> tuple[str, list[str]]:
    """What the store says after a kill, and what is wrong with its files."""
    faults = []
    for path in (folder / "annotations").rglob("*.json"):
        try:
            json.loads(path.read_bytes())
        except ValueError as error:
            faults.append(f"{path.name} is damaged: {error}")
    faults += [f"{path.name} was set aside" for path in folder.rglob("*.damaged-*")]
    store = Store(folder / "annotations", "anna", folder / "state")
    says = read(store).says()
    faults += store.take_problems()
    return says, faults


def run(number: int, seed: int, longest: float = 0.15) -> Tally:
    """Kill a writing process so many times, each time with the next one on the same folder."""
    tally, chance = Tally(), random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder, model = Path(name), Model()
        for attempt in range(number):
            if attempt % 25 == 0:  # before the files grow so large that everything is slow
                folder, model = Path(name) / str(attempt), Model()
                folder.mkdir()
            label = f"{seed}.{attempt}"
            writer = subprocess.Popen(
                [
                    sys.executable,
                    "-c",
                    (
                        f"from {__name__} import write; from pathlib import Path; "
                        f"write(Path({str(folder)!r}), {label!r})"
                    ),
                ],
                stdout=subprocess.PIPE,
                cwd=ROOT,
                env=os.environ | {"PYTHONPATH": str(ROOT)},
            )
            assert writer.stdout is not None
            first = writer.stdout.read(1)
            time.sleep(chance.random() * longest)
            writer.send_signal(signal.SIGKILL)
            said = first + writer.stdout.read()
            writer.wait(10)
            model = follow(model, said, label, folder, tally)
    return tally


def follow(model: Model, said: bytes, label: str, folder: Path, tally: Tally) -> Model:
    """Compare what is on disk with what was done; return the model as it is now."""
    chance = random.Random(label)
    done = said.count(b".")
    for _ in range(done):
        model.make(model.choose(chance))
    after = model.copy()
    after.make(after.choose(chance))
    tally.kills += 1
    tally.actions += done
    says, faults = check(folder)
    tally.faults += [f"kill {label}: {fault}" for fault in faults]
    # ways to say the same: an undo with nothing to undo, for one
    ended = said.endswith(b".")
    if ended and says == model.says():
        return model
    if not ended:
        tally.under_way += 1
        if says == after.says():
            tally.kept += 1
            return after
        if says == model.says():
            return model
    if says == after.says():  # killed between the end of an action and saying so
        return after
    tally.faults.append(f"kill {label}: more than the last action is lost, or something else")
    return model


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    begin = time.perf_counter()
    tally = run(options.number, options.seed)
    print(f"kills                        {tally.kills:6}")
    print(f"actions done                 {tally.actions:6}")
    print(f"killed during an action      {tally.under_way:6}")
    print(f"  of these kept all the same {tally.kept:6}")
    print(f"faults                       {len(tally.faults):6}")
    print(f"seconds                      {time.perf_counter() - begin:6.0f}")
    for fault in tally.faults:
        print(fault)
    sys.exit(bool(tally.faults))


if __name__ == "__main__":
    from tests.benchmarks.kills import main as run_main

    run_main()
