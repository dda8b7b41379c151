"""Words a second over many documents, by one process, by several, and on a cluster.

    python -m tests.benchmarks.corpus [--documents 300] [--jobs 2] [--entries 100000]

The documents are made of the paragraphs of the sample articles, shuffled and with other numbers,
so that no two are alike and the cache does not help, except where it is asked to. Beside the
analysis runs a plain tokenisation by a regular expression, which tells how busy the machine is.
Dask is measured where it is installed.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

from tests.terminal.box import ROOT
from tui.corpus.analysing import analyse_library, run_executor
from tui.corpus.cache import Cache, Counts, _file_row
from tui.corpus.cluster import Cluster
from tui.corpus.engine import version
from tui.corpus.keys import file_key
from tui.corpus.progress import Progress
from tui.corpus.work import Outcome, Settings
from tui.documents.library import Entry, open_library

Results = Generator[tuple[int, Outcome], None, None]
TOKENS = re.compile(r"\w+|[^\w\s]")


def paragraphs() -> list[str]:
    """Of all sample articles, without their headlines."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").iterdir())]
    return [part for text in texts for part in text.split("\n\n")[1:] if len(part) > 80]


def generate(folder: Path, number: int, seed: int = 1) -> tuple[Entry, ...]:
    """Write so many articles, and list them."""
    turn = random.Random(seed)
    parts = paragraphs()
    folder.mkdir()
    for each in range(number):
        chosen = turn.sample(parts, turn.randint(6, 18))
        text = "\n\n".join((f"Report number {each} of the day", *chosen))
        text = re.sub(r"\d+", lambda _: str(turn.randint(2, 999)), text)
        path = folder / f"{each}.txt"
        path.write_text(text, "utf-8")
        os.utime(path, (1, 1))
    return open_library([folder]).entries


def measure(what: str, results: Results, progress: Progress) -> float:
    """Print words a second; return them.

    Seconds of a processor, as far as processes have ended, tell waiting from working.
    """
    before = used()
    for _, outcome in results:
        assert not outcome.problem, outcome.problem
    pace = progress.words / progress.seconds
    print(
        f"{what:<44} {progress.words:>9,} words {progress.seconds:7.2f} s "
        f"({used() - before:6.2f} s of a processor) {pace:11,.0f} words/s"
    )
    return pace


def used() -> float:
    """Seconds of a processor that this program and its processes have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def tokenise(entries: tuple[Entry, ...]) -> float:
    """Tokens a second of a plain regular expression, in this process."""
    texts = [entry.path.read_text("utf-8") for entry in entries]
    begin = time.perf_counter()
    tokens = sum(len(TOKENS.findall(text)) for text in texts)
    return tokens / (time.perf_counter() - begin)


def measure_pace(entries: tuple[Entry, ...], jobs: int) -> None:
    """Analysis without the cache, and with it."""
    plain = Settings("jsonl", cached=False)
    print(f"a plain tokenisation: {tokenise(entries):,.0f} tokens/s")
    progress = Progress()
    one = measure("1 process", analyse_library(entries, plain, 0, progress=progress), progress)
    many = measure(
        f"{jobs} processes, their start included",
        analyse_library(entries, plain, jobs, progress=progress),
        progress,
    )
    print(f"{'ratio':<44} {many / one:.2f}")
    try:
        import distributed
    except ImportError:
        print("Dask is not installed")
    else:
        with distributed.LocalCluster(
            n_workers=jobs, threads_per_worker=1, dashboard_address=None
        ) as local:
            cluster = Cluster(local.scheduler_address, plain, None)
            found = run_executor(cluster, entries, progress=progress)
            pace = measure(f"a cluster of {jobs} processes on this machine", found, progress)
        print(f"{'ratio':<44} {pace / one:.2f}")
    cached = Settings("jsonl")
    first = analyse_library(entries, cached, 0, progress=progress)
    pace = measure("1 process, filling the cache", first, progress)
    print(f"{'ratio':<44} {pace / one:.2f}")
    again = analyse_library(entries, cached, 0, progress=progress)
    pace = measure("1 process, all in the cache", again, progress)
    print(f"{'ratio':<44} {pace / one:.2f}")
    silent = analyse_library(entries, Settings(), 0, progress=progress)
    measure("only counts, all in the cache", silent, progress)
    size = Cache().path.stat().st_size
    print(f"the cache takes {size / len(entries):,.0f} bytes a document")


def measure_counts(folder: Path, number: int, few: tuple[Entry, ...]) -> None:
    """Counts of very many documents: a few files, each known under many names."""
    cache = Cache()
    names = [
        Entry(str(few[place % len(few)].path), folder, f"{place}.txt") for place in range(number)
    ]
    counts = Counts(10, 20, 500)
    rows = [
        row for entry in names for row in _file_row(file_key(entry, version()), b"x" * 32, counts)
    ]
    assert cache._database.write(*rows)
    cache.close()

    def show(what: str, begin: float) -> None:
        print(f"{what:<44} {(time.perf_counter() - begin) * 1000:9.1f} ms")

    begin = time.perf_counter()
    cache = Cache()
    cache.counts(names[:40])
    show("open the cache, counts of 40 in view", begin)
    begin = time.perf_counter()
    assert None not in cache.counts(names)
    show(f"counts of {number:,} documents", begin)
    begin = time.perf_counter()
    for entry in names:
        os.stat(str(entry.path))  # noqa: PTH116
    show("  of that, to look at the files", begin)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--entries", type=int, default=100_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CACHE_HOME"] = str(Path(place) / "cache")
        entries = generate(Path(place) / "library", options.documents)
        measure_pace(entries, options.jobs)
        measure_counts(Path(place) / "library", options.entries, entries)


if __name__ == "__main__":
    main()
