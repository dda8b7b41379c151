"""A small transformer that is taught to find names, to teach the tagger in its turn.

It is far too large and slow to ship: it reads text that nobody has labelled, so that the tagger can
learn from what it says (Hinton, Vinyals and Dean 2015, "Distilling the knowledge in a neural
network"). As the pretrained encoder knows no capitals, what a word's capitals look like is added to
what goes into it and to what comes out.
"""

from __future__ import annotations

import importlib
import random
from typing import TYPE_CHECKING, Any

from tui.analysis.training.corpus import JOINT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from tui.analysis.training.corpus import Article

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
SEED = 3
BATCH = 24
_LONGEST = 160  # pieces of words that are read at a time, about
_WORDS = 100
_PIECES = 6  # of a word, at most
_SHAPES = 9
_RATE, _NEW_RATE = 1.5e-4, 1e-3
_WARM = 0.06  # share of the steps in which the rate of learning rises
_SMOOTHING = 0.02

Word = tuple[str, str, bool]
"""What it reads, its tag, and whether it opens a sentence."""

Window = list[Word]


def shape(word: str, *, first: bool) -> int:
    """Return the number of a word's pattern of capitals."""
    head = word[0]
    if not head.isalpha():
        return 1 if head.isdigit() else 2
    if word.islower():
        return 3
    if len(word) > 1 and word.isupper():
        return 4 if len(word) < 5 else 5
    if head.isupper() and (len(word) == 1 or word[1:].islower()):
        return 7 if first else 6
    return 8


class Transformer:
    """The encoder with a layer that says what each word is.

    Args:
        folder: Holds a pretrained BERT and its tokeniser, such as all-MiniLM-L6-v2.
    """

    def __init__(self, folder: Path) -> None:
        self._torch: Any = importlib.import_module("torch")
        transformers: Any = importlib.import_module("transformers")
        self._torch.manual_seed(SEED)
        self._tokeniser: Any = transformers.AutoTokenizer.from_pretrained(folder)
        encoder = transformers.BertModel.from_pretrained(folder, add_pooling_layer=False)
        wide = encoder.config.hidden_size
        layers = self._torch.nn
        self._parts: Any = layers.ModuleDict(
            {
                "b": encoder,
                "sh": layers.Embedding(_SHAPES, wide),
                "sh2": layers.Embedding(_SHAPES, wide),
                "out": layers.Linear(wide, len(TAGS)),
            }
        )
        layers.init.normal_(self._parts["sh"].weight, std=0.01)
        layers.init.normal_(self._parts["sh2"].weight, std=0.02)
        self._known: dict[str, list[int]] = {}

    def load(self, file: Path) -> None:
        """Take over what was learnt and saved before."""
        self._parts.load_state_dict(self._torch.load(file))

    def save(self, file: Path) -> None:
        """Write what was learnt."""
        self._torch.save(self._parts.state_dict(), file)

    def windows(self, article: Article) -> list[Window]:
        """Return the words of an article in stretches that can be read at a time."""
        found: list[Window] = []
        window: Window = []
        size = 0
        for sentence in article:
            words = [(w.removeprefix(JOINT) or "-", tag) for w, tag in sentence if w != "\n"]
            for start in range(0, len(words), _WORDS):
                part = words[start : start + _WORDS]
                many = sum(len(self._pieces(word)) for word, _ in part)
                if window and size + many > _LONGEST:
                    found.append(window)
                    window, size = [], 0
                window += [
                    (word, tag, start == 0 and place == 0) for place, (word, tag) in enumerate(part)
                ]
                size += many
        return [*found, window] if window else found

    def learn(self, rounds: Sequence[Iterable[Article]], say: Callable[[str], None]) -> None:
        """Learn from labelled articles.

        Args:
            rounds: The articles of each round.
            say: Told now and then how far it is.
        """
        torch = self._torch
        chance = random.Random(SEED)  # noqa: S311 - the same every time is what is wanted
        steps: list[list[Window]] = []
        for articles in rounds:
            batches = self._batches([one for article in articles for one in self.windows(article)])
            chance.shuffle(batches)
            steps += batches
        new = [part for name, part in self._parts.named_parameters() if not name.startswith("b.")]
        groups = [{"params": self._parts["b"].parameters()}, {"params": new}]
        optimiser = torch.optim.AdamW(groups, lr=_RATE, weight_decay=0.01)
        self._parts.train()
        for number, batch in enumerate(steps):
            share = min(1, (number + 1) / (_WARM * len(steps))) * max(0.02, 1 - number / len(steps))
            for group, rate in zip(optimiser.param_groups, (_RATE, _NEW_RATE), strict=True):
                group["lr"] = rate * share
            said, tags, _ = self._read(batch)
            loss = torch.nn.functional.cross_entropy(
                said.view(-1, len(TAGS)), tags.view(-1), ignore_index=-100,
                label_smoothing=_SMOOTHING,
            )  # fmt: skip
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self._parts.parameters(), 1.0)
            optimiser.step()
            if number % 50 == 0:
                say(f"step {number} of {len(steps)}, loss {loss.item():.3f}")

    def probabilities(self, article: Article) -> list[list[float]]:
        """Return how likely each of `TAGS` is, for each word of an article but paragraph marks."""
        torch = self._torch
        self._parts.eval()
        windows = self.windows(article)
        found: list[list[float]] = []
        with torch.no_grad():
            for start in range(0, len(windows), BATCH):
                said, _, places = self._read(windows[start : start + BATCH])
                shares = said.softmax(-1).tolist()
                found += [shares[row][at] for row, row_places in enumerate(places)
                          for at in row_places]  # fmt: skip
        return found

    def _pieces(self, word: str) -> list[int]:
        known = self._known.get(word)
        if known is None:
            parts = self._tokeniser.tokenize(word)[:_PIECES]
            known = self._tokeniser.convert_tokens_to_ids(parts) or [self._tokeniser.unk_token_id]
            self._known[word] = known
        return known

    def _batches(self, windows: list[Window]) -> list[list[Window]]:
        windows = sorted(windows, key=lambda one: sum(len(self._pieces(w)) for w, _, _ in one))
        return [windows[k : k + BATCH] for k in range(0, len(windows), BATCH)]

    def _read(self, batch: Sequence[Window]) -> tuple[Any, Any, list[list[int]]]:
        """What it says of each piece, the tags of the first pieces of words, and their places."""
        torch = self._torch
        ends = [self._tokeniser.cls_token_id, self._tokeniser.sep_token_id]
        pieces = [[p for word, _, _ in window for p in self._pieces(word)] for window in batch]
        size = (len(batch), max(map(len, pieces)) + 2)
        numbers, mask, shapes = (torch.zeros(size, dtype=torch.long) for _ in range(3))
        tags = torch.full(size, -100)
        places: list[list[int]] = []
        for row, window in enumerate(batch):
            many = len(pieces[row])
            numbers[row, : many + 2] = torch.tensor([ends[0], *pieces[row], ends[1]])
            mask[row, : many + 2] = 1
            at = 1
            places.append([])
            for word, tag, first in window:
                length = len(self._pieces(word))
                shapes[row, at : at + length] = shape(word, first=first)
                tags[row, at] = TAGS.index(tag) if tag in TAGS else 0
                places[-1].append(at)
                at += length
        parts = self._parts
        with torch.autocast("cpu", torch.bfloat16):
            entering = parts["b"].embeddings.word_embeddings(numbers) + parts["sh"](shapes)
            state = parts["b"](inputs_embeds=entering, attention_mask=mask).last_hidden_state
            state = torch.nn.functional.gelu(state + parts["sh2"](shapes))
            state = torch.nn.functional.dropout(state, 0.1, parts.training)
            said = parts["out"](state)
        return said.float(), tags, places
