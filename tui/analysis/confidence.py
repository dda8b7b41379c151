"""How often a quote found by a rule has its content and its speaker right.

Round figures for each family of rules, from three sources: 190 quotes of 24 Wikinews articles
(GUM corpus), 370 quotes of invented articles in the manner of newspapers, and some 500 quotes of
agency news read by eye. Rules that hardly occur there have a figure estimated from rules like
them. `python -m tests.benchmarks.quotes GOLD` prints what the figures are worth on other text.
"""

from __future__ import annotations

_DEFAULT = 0.8
_BY_RULE = {
    "quote before, inverted": 0.97,
    "quote before": 0.95,
    "split quote": 0.95,
    "goes on": 0.95,
    "clause before": 0.95,
    "according to, after": 0.95,
    "according to, quote": 0.95,
    "clause with that": 0.93,
    "according to, before": 0.92,
    "quoted as saying": 0.9,
    "clause without that": 0.89,
    "no cue": 0.85,
    "quote after": 0.88,
    "accused of": 0.86,
    "judged": 0.86,
    "question": 0.86,
    "clause interrupted, inverted": 0.86,
    "in the words of": 0.85,
    "signed": 0.85,
    "clause interrupted": 0.82,
    "as told": 0.8,
    "cue alone": 0.8,
    "quotation block": 0.8,
    "noun, colon": 0.8,
    "clause after": 0.75,
    "same sentence": 0.75,
    "label": 0.75,
    "it was said": 0.75,
    "clause before, inverted": 0.7,
    "colon": 0.7,
    "gerund": 0.7,
    "noun with that": 0.7,
    "infinitive": 0.6,
}
_BY_RESOLUTION = {
    "the speaker before": 0.94,
    "the last speaker": 0.93,
    "apposition": 0.93,
    "organisation": 0.9,
    "mentioned": 0.9,
    "the last subject": 0.86,
    "role": 0.85,
    "several": 0.8,
    "an earlier speaker": 0.75,
    "last person": 0.7,
    "nobody": 0.6,
    "the last name": 0.5,
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
