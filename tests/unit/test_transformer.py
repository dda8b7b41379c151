"""The transformer that labels text for the tagger to learn from, on an encoder made here."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import pytest

from tui.analysis.training.corpus import JOINT
from tui.analysis.training.transformer import TAGS, Transformer, shape

if TYPE_CHECKING:
    from pathlib import Path

    from tui.analysis.training.corpus import Article

WORDS = ("ana", "tom", "mei", "left", "met", "oslo", "rome", "the", "in", ".", "-")


@pytest.mark.parametrize(
    ("word", "first", "number"),
    [("42", False, 1), (";", False, 2), ("left", True, 3), ("UN", False, 4), ("OSLO", False, 4),
     ("LONDON", False, 5), ("Ana", False, 6), ("Ana", True, 7), ("McGee", False, 8)],
)  # fmt: skip
def test_shape_of_a_word_tells_its_capitals(word: str, *, first: bool, number: int) -> None:
    assert shape(word, first=first) == number


def _encoder(folder: Path) -> Path:
    transformers: Any = importlib.import_module("transformers")
    special = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
    (folder / "vocab.txt").write_text("\n".join([*special, *WORDS]))
    transformers.BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=len(special) + len(WORDS), hidden_size=32, num_hidden_layers=1,
        num_attention_heads=2, intermediate_size=64,
    )  # fmt: skip
    transformers.BertModel(config).save_pretrained(folder)
    return folder


def test_transformer_learns_from_articles_and_keeps_what_it_learnt(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    article: Article = [
        [("\n", "O"), ("Ana", "B-PER"), ("met", "O"), ("Tom", "B-PER"), ("in", "O"),
         ("Rome", "B-LOC"), (JOINT + ".", "O")],
        [("Mei", "B-PER"), ("left", "O"), ("Oslo", "B-LOC"), (JOINT + ".", "O")],
    ]  # fmt: skip
    encoder = _encoder(tmp_path)
    learner = Transformer(encoder)
    told: list[str] = []
    learner.learn([[article] * 48] * 60, told.append)
    said = learner.probabilities(article)
    assert told
    assert [TAGS[row.index(max(row))] for row in said] == [
        "B-PER", "O", "B-PER", "O", "B-LOC", "O", "B-PER", "O", "B-LOC", "O"
    ]  # fmt: skip
    learner.save(tmp_path / "learnt.pt")
    again = Transformer(encoder)
    again.load(tmp_path / "learnt.pt")
    assert again.probabilities(article) == said
