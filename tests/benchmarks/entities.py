"""How fast entities are found, how soon the model is there, and what it weighs.

Run with `python -m tests.benchmarks.entities [FILE ...]`; without files the sample articles are
read, again and again until they make up 100,000 tokens. Prints tokens a second on one core, for
entities alone and for each step of them; the processor time to read the model, then the word lists
and a first sentence; peak memory of a process that does nothing else.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tui.analysis.entities import find_entities
from tui.analysis.names import propose_by_rules
from tui.analysis.runs import codes as token_codes
from tui.analysis.tagger.islands import islands
from tui.analysis.tagger.propose import propose_names
from tui.analysis.tagger.scene import Scene
from tui.analysis.tokens import tokenise
from tui.analysis.values import find_values
from tui.documents.plain import plain_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.analysis.tokens import Tokens

SEEDS = Path(__file__).parents[2] / "seeds"
TOKENS = 100_000
ROUNDS = 3
LOADING = """
import time
import tui.analysis.entities
from tui.documents.plain import plain_document
document = plain_document("Ana Lima left Oslo.")
begun = time.process_time()
from tui.analysis.tagger.model import model
model()
middle = time.process_time()
tui.analysis.entities.find_entities(document)
print(f"{1000 * (middle - begun):.0f} {1000 * (time.process_time() - middle):.0f}")
"""


def go_on() -> None:
    """Let the work go on."""


def main() -> None:
    """Measure and print."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted(SEEDS.glob("*.txt"))
    articles = [plain_document(path.read_text("utf-8")) for path in paths]
    texts = [tokenise(one, go_on) for one in articles]
    size = sum(len(one.texts) for one in texts)
    times = max(1, TOKENS // size)
    documents = articles * times
    tokens = texts * times
    total = size * times
    candidates = sum(end - start for one in tokens for start, end in islands(one, free(one)))
    print(f"{len(documents)} articles, {total} tokens, {100 * candidates / total:.0f} % looked at")
    for document in articles:
        find_entities(document)

    def measured(name: str, work: Callable[[], object]) -> None:
        best = 0.0
        for _ in range(ROUNDS):
            begun = time.process_time()
            work()
            best = max(best, total / (time.process_time() - begun))
        print(f"{name:12} {best:9,.0f} tokens/s")

    measured("entities", lambda: [find_entities(one) for one in documents])
    measured("tokenise", lambda: [tokenise(one, go_on) for one in documents])
    measured("values", lambda: [find_values(one, go_on) for one in tokens])
    measured(
        "rules",
        lambda: [propose_by_rules(one, token_codes(one, free(one)), {}, go_on) for one in tokens],
    )
    measured("scene", lambda: [Scene(one, token_codes(one, free(one)), ()) for one in tokens])
    measured("names", lambda: [propose_names(one, free(one), {}, go_on) for one in tokens])
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    loads = [
        subprocess.run([sys.executable, "-c", LOADING], check=True, capture_output=True, text=True)
        for _ in range(5)
    ]
    pairs = [[int(part) for part in one.stdout.split()] for one in loads]
    print(f"model {min(pair[0] for pair in pairs)} ms, then lists and a first sentence "
          f"{min(pair[1] for pair in pairs)} ms")  # fmt: skip


def free(tokens: Tokens) -> bytearray:
    """Nothing is taken by dates and sums."""
    return bytearray(len(tokens.texts))


if __name__ == "__main__":
    main()
