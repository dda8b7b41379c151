"""The lexicon of reporting verbs, and reading them where they stand."""

from __future__ import annotations

import pytest

from tui.analysis.cues import read_cue
from tui.analysis.reporting import VERBS, Form, Frame
from tui.analysis.taggedtokens import tokenise


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("says", "say"),
        ("told", "tell"),
        ("denies", "deny"),
        ("denied", "deny"),
        ("urging", "urge"),
        ("written", "write"),
        ("quipped", "quip"),
        ("testified", "testify"),
        ("accusing", "accuse"),
        ("promised", "promise"),
        ("tweets", "tweet"),
        ("labelled", "label"),
        ("labeled", "label"),
        ("estimates", "estimate"),
        ("ruled", "rule"),
        ("stresses", "stress"),
    ],
)
def test_inflected_forms(word: str, lemma: str) -> None:
    assert VERBS[word].lemma == lemma


def test_a_form_may_be_past_and_participle() -> None:
    assert VERBS["said"].form == Form.PAST | Form.PARTICIPLE


def test_frames_of_one_verb_are_joined() -> None:
    assert VERBS["promise"].frames & Frame.OFFER
    assert VERBS["promise"].frames & Frame.THAT


@pytest.mark.parametrize("word", ["walked", "gate", "thing", "is"])
def test_other_words_are_none(word: str) -> None:
    assert word not in VERBS


@pytest.mark.parametrize(
    ("text", "word", "group"),
    [
        ("He has repeatedly said so", "said", "has repeatedly said"),
        ("He would not say whether", "say", "would not say"),
        ("He did not immediately reply", "reply", "did not immediately reply"),
        ("He said so", "said", "said"),
        ("It had been reported that", "reported", "had been reported"),
        ("Officials also say that", "say", "say"),
    ],
)
def test_a_verb_group(text: str, word: str, group: str) -> None:
    tokens = tokenise(text, 0, len(text), (), ())
    at = next(k for k, token in enumerate(tokens) if token.low == word)
    cue = read_cue(tokens, 0, at)
    assert cue is not None
    assert text[tokens[cue.start].start : tokens[cue.at].end] in (group, f"also {group}")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The report was long", "report"),
        ("His claims were many", "claims"),
        ("You could say that", "say"),
        ("He is expected to say that", "say"),
        ("He went home", "went"),
        ("She put the key away", "put"),
        ("He refused to say so", "say"),
    ],
)
def test_no_cue(text: str, word: str) -> None:
    tokens = tokenise(text, 0, len(text), (), ())
    at = next(k for k, token in enumerate(tokens) if token.low == word)
    assert read_cue(tokens, 0, at) is None


def test_passive_and_negation_are_told() -> None:
    text = "It was not said that"
    cue = read_cue(tokenise(text, 0, len(text), (), ()), 0, 3)
    assert cue is not None
    assert cue.passive
    assert cue.negated
