"""Training the tagger: from a few labelled articles to a model that decodes."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.unit.entity_documents import article
from tui.analysis.model import Label
from tui.analysis.tagger.model import unpack_model
from tui.analysis.tagger.propose import propose_names
from tui.analysis.tokens import tokenise
from tui.analysis.training.corpus import (
    JOINT,
    Name,
    lay_out,
    names_of,
    read_articles,
    write_articles,
)
from tui.analysis.training.examples import UNSURE, examples
from tui.analysis.training.invention import Inventor
from tui.analysis.training.reports import Reporter
from tui.analysis.training.summaries import take_apart
from tui.analysis.training.tables import Printer
from tui.analysis.training.teach import best, labelled, said_by_tagger
from tui.analysis.training.transformer import TAGS
from tui.analysis.training.variation import Variator
from tui.analysis.training.weights import export, train

if TYPE_CHECKING:
    from pathlib import Path

    from tui.analysis.tagger.model import Model
    from tui.analysis.training.corpus import Article

PATTERNS = (
    "{}/B-PER Zorvex/I-PER said it rained in Ulmquist/B-LOC .",
    "Mr. {}/B-PER told the Brelk/B-ORG Council/I-ORG so .",
    "The Brelk/B-ORG Council/I-ORG met {}/B-PER in Ulmquist/B-LOC .",
)
PEOPLE = ("Ana", "Tom", "Grace", "Yusuf", "Mei", "Igor", "Lena", "Paul")


def _article(line: str) -> Article:
    return [[(word, tag or "O") for word, _, tag in (part.partition("/") for part in line.split())]]


def _articles() -> list[Article]:
    return [_article(pattern.format(name)) for name in PEOPLE for pattern in PATTERNS]


def _never() -> None:
    """Let the work go on."""


def _names(model: Model, text: str) -> list[tuple[str, Label]]:
    tokens = tokenise(article(text), _never)
    found = propose_names(tokens, bytearray(len(tokens.texts)), {}, _never, model)
    return [(text[tokens.starts[a] : tokens.ends[b - 1]], label) for a, b, label, *_ in found]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    file = tmp_path_factory.mktemp("model") / "first"
    return train(examples(_articles()), file, rounds=40).export()


def test_trained_model_names_what_it_has_learnt(made: bytes) -> None:
    assert _names(unpack_model(made), "The Brelk Council met Grace in Ulmquist.") == [
        ("Brelk Council", Label.ORG),
        ("Grace", Label.PERSON),
        ("Ulmquist", Label.LOC),
    ]


def test_training_twice_gives_the_same_file(made: bytes, tmp_path: Path) -> None:
    again = train(examples(_articles()), tmp_path / "again", rounds=40).export()
    assert again == made


def test_decoder_agrees_with_the_library_that_trained(tmp_path: Path) -> None:
    teacher = train(examples(_articles()), tmp_path / "first", rounds=40)
    model = unpack_model(teacher.export())
    for one in _articles():
        text, _ = lay_out(one)
        names = _names(model, text)
        expected: list[tuple[str, str]] = []
        for example in examples([one]):
            tags, probability = teacher.label(example.sights)
            assert 0 <= probability <= 1
            for word, tag in zip(example.words, tags, strict=True):
                if tag[0] == "B":
                    expected.append((word, tag[2:]))
                elif tag[0] == "I":
                    expected[-1] = (f"{expected[-1][0]} {word}", tag[2:])
        labels = {"PER": Label.PERSON, "ORG": Label.ORG, "LOC": Label.LOC}
        assert names == [(name, labels[label]) for name, label in expected]


def test_model_survives_packing() -> None:
    made = export(
        ["O", "B-PER", "I-PER"],
        {("B-PER", "I-PER"): 1.0, ("O", "O"): 0.5},
        {("wAna", "B-PER"): 3.0, ("wAna", "O"): -2.0, ("wé", "I-PER"): 9.9, ("w_", "O"): 0.01},
    )
    model = unpack_model(made)
    assert model.labels == ("O", "B-PER", "I-PER")
    assert model.best([[0, 10, 0], [0, 5, 9], [3, 0, 0]]) == ["B-PER", "I-PER", "O"]
    assert model.best([[0, 0, 99]])[0] != "I-PER"
    assert model.version == unpack_model(made).version


@pytest.mark.parametrize("data", [b"", b"no model"])
def test_broken_model_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        unpack_model(data)


def test_articles_are_read_sentence_by_sentence(tmp_path: Path) -> None:
    file = tmp_path / "a.conll"
    file.write_text(
        "-DOCSTART-\tO\n\nAna\tB-PER\nleft\tO\n\nShe\tO\n\n-DOCSTART-\tO\nOslo\tB-LOC\n"
    )
    assert read_articles(file) == [
        [[("Ana", "B-PER"), ("left", "O")], [("She", "O")]],
        [[("Oslo", "B-LOC")]],
    ]


def test_line_without_a_tag_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.conll"
    file.write_text("Ana\tB-PER\nleft\n")
    with pytest.raises(ValueError, match=r"a\.conll, line 2"):
        read_articles(file)


def test_tokens_are_laid_out_like_english() -> None:
    line = 'Ana/B-PER Lima/I-PER \'s " big ( red ) hat , " he said .'
    text, names = lay_out(_article(line))
    assert text == 'Ana Lima\'s "big (red) hat," he said.'
    assert names == [Name(0, 8, "PER")]


def test_joined_words_and_paragraphs_are_laid_out() -> None:
    paragraph: Article = [
        [("Paris", "B-LOC"), (JOINT + "-based", "O")],
        [("\n", "O"), ("Oslo", "B-LOC")],
    ]
    assert lay_out(paragraph) == ("Paris-based\n\nOslo", [Name(0, 5, "LOC"), Name(13, 17, "LOC")])


def test_names_are_taken_out_of_articles() -> None:
    assert list(names_of([_article("Ana/B-PER Lima/I-PER Oslo/B-LOC")])) == [
        ("PER", ("Ana", "Lima")),
        ("LOC", ("Oslo",)),
    ]


def test_renaming_keeps_labels_and_is_the_same_throughout() -> None:
    chance = random.Random(1)
    variator = Variator(chance, Inventor(chance))
    before: Article = [*_article("Ana/B-PER Lima/I-PER left ."), *_article("Lima/B-PER is ill .")]
    first, second = variator.renamed(before, share=1.0)
    assert [tag for _, tag in first] == ["B-PER", "I-PER", "O", "O"]
    assert first[1][0] != "Lima"
    assert second[0][0] == first[1][0]
    assert [word for word, tag in first if tag == "O"] == ["left", "."]


def test_wire_stories_keep_every_name_of_the_article() -> None:
    chance = random.Random(2)
    variator = Variator(chance, Inventor(chance))
    story = variator.wired(_article("Ana/B-PER Lima/I-PER left Oslo/B-LOC ."))
    labels = [label for label, _ in names_of([story])]
    assert labels.count("LOC") >= 2
    assert labels.count("PER") >= 1


def test_invented_tables_and_reports_have_names_of_every_kind() -> None:
    chance = random.Random(3)
    inventor = Inventor(chance)
    printer, reporter = Printer(chance, inventor), Reporter(chance, inventor)
    made = [printer.table() for _ in range(40)] + [reporter.report() for _ in range(40)]
    assert {label for label, _ in names_of(made)} == {"PER", "ORG", "LOC"}
    words = [word for one in made for sentence in one for word, _ in sentence]
    assert not [word for word in words if "{" in word or "}" in word or "|" in word]


def test_text_without_labels_gets_those_that_two_labellers_agree_on(tmp_path: Path) -> None:
    tagger = train(examples(_articles()), tmp_path / "first", rounds=40)
    text: Article = [[(word, "O") for word in ("\n", "Mei", "met", "the", "Brelk", "Council", ".")]]
    said = said_by_tagger(text, tagger)
    assert len(said) == 6
    assert all(abs(sum(row) - 1) < 1e-6 for row in said)
    agreed = [("\n", "O"), ("Mei", "B-PER"), ("met", "O"), ("the", "O"), ("Brelk", "B-ORG"),
              ("Council", "I-ORG"), (".", "O")]  # fmt: skip
    assert labelled(text, (said, said)) == [agreed]
    doubtful = [[1 / len(TAGS)] * len(TAGS) for _ in said]
    assert labelled(text, (doubtful, said))[0][1] == ("Mei", UNSURE)


def test_no_tag_goes_on_with_a_name_of_another_type() -> None:
    row = dict.fromkeys(TAGS, 0.05)
    likely = [row | {"B-PER": 0.7}, row | {"I-ORG": 0.5, "I-PER": 0.2}, row | {"I-ORG": 0.7}]
    tags = [TAGS[k] for k in best([list(one.values()) for one in likely])]
    assert all(b[0] != "I" or a[2:] == b[2:] for a, b in zip(["O", *tags], tags, strict=False))


def test_nothing_is_learnt_from_stretches_with_an_open_tag() -> None:
    article: Article = [[("Mei", "B-PER"), ("slept", "O"), (";", "O"), ("Ana", UNSURE)]]
    assert [one.words for one in examples([article])] == [["Mei"]]


def test_text_is_taken_apart_as_it_was_laid_out(tmp_path: Path) -> None:
    text = "The Paris-based firm (est. 1990) isn't Ana's. It failed, she said: \"No!\""
    apart = take_apart(text)
    assert len(apart) == 2
    assert lay_out(apart) == (text, [])
    file = tmp_path / "a.conll"
    write_articles(file, [apart])
    assert read_articles(file) == [apart]
