"""How often a quote found by a rule has its content and its speaker right.

Round figures from development news (24 Wikinews articles of the GUM corpus, 194 quotes found);
rules that hardly occur there have a figure estimated from rules like them.
"""

from __future__ import annotations

_DEFAULT = 0.8
_BY_RULE = {
    "quote before": 0.95,
    "quote before, inverted": 0.95,
    "split quote": 0.95,
    "goes on": 0.95,
    "clause with that": 0.95,
    "according to, after": 0.95,
    "according to, quote": 0.95,
    "according to, before": 0.9,
    "clause before": 0.9,
    "clause before, inverted": 0.85,
    "quote after": 0.85,
    "quoted as saying": 0.85,
    "in the words of": 0.85,
    "as told": 0.85,
    "clause without that": 0.8,
    "clause interrupted": 0.8,
    "clause interrupted, inverted": 0.8,
    "clause after": 0.8,
    "cue alone": 0.8,
    "signed": 0.8,
    "no cue": 0.75,
    "judged": 0.75,
    "question": 0.75,
    "colon": 0.7,
    "label": 0.7,
    "same sentence": 0.7,
    "quotation block": 0.7,
    "it was said": 0.7,
    "accused of": 0.6,
    "gerund": 0.6,
    "infinitive": 0.5,
}
_BY_RESOLUTION = {
    "the last speaker": 0.9,
    "the speaker before": 0.85,
    "apposition": 0.85,
    "the last subject": 0.8,
    "mentioned": 0.8,
    "role": 0.75,
    "the last name": 0.7,
    "organisation": 0.7,
    "several": 0.7,
    "an earlier speaker": 0.6,
    "last person": 0.6,
    "nobody": 0.6,
    "pronoun": 0.5,
}


def confidence_of(rule: str, how: str) -> float:
    """Estimate how often a quote like this one is right.

    Args:
        rule: The rule that found it.
        how: How its speaker was resolved.

    Returns:
        A number between 0 and 1: the smaller of the two figures.
    """
    return min(_BY_RULE.get(rule, _DEFAULT), _BY_RESOLUTION.get(how, 1.0))
