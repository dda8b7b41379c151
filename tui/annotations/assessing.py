"""Decisions about entities and quotes, as bodies of Web Annotations.

Such a body has the purpose `assessing`; `value` says in words what was decided, and the member
`newsreader:decision` says it for programs.
"""

from __future__ import annotations

from typing import Any

from tui.analysis.decisions import Decision, Verdict
from tui.analysis.model import Label, QuoteKind

DECISION = "newsreader:decision"
IN_DECISION = frozenset(["type", "purpose", "value", DECISION])
"""What is read of such a body, or follows from it."""


def decision_body(decision: Decision) -> dict[str, Any]:
    """The body of a decision."""
    about = "quote" if decision.is_about_quote else "entity"
    members = {"about": about, "verdict": decision.verdict.value}
    if decision.label is not None:
        members["label"] = decision.label.value
    if decision.kind is not None:
        members["kind"] = decision.kind.value
    if decision.name:
        members["name"] = decision.name
    if decision.speaker:
        members["speaker"] = decision.speaker
    return {
        "type": "TextualBody",
        "purpose": "assessing",
        "value": in_words(decision),
        DECISION: members,
    }


def in_words(decision: Decision) -> str:
    """A decision as one phrase, such as `PERSON: Yair Golan` or `no quote`."""
    if decision.verdict is Verdict.REJECTED:
        return "no quote" if decision.is_about_quote else "no entity"
    if decision.is_about_quote:
        return f"{decision.kind} quote: {decision.name or 'speaker unknown'}"
    return f"{decision.label}: {decision.name}"


def read_decision(body: dict[str, Any]) -> Decision | None:
    """The decision of a body, or None where it is another kind of body, or says nothing known."""
    members = body.get(DECISION)
    if not isinstance(members, dict):
        return None
    try:
        verdict = Verdict(str(members.get("verdict")))
        label = Label(members["label"]) if "label" in members else None
        kind = QuoteKind(members["kind"]) if "kind" in members else None
    except ValueError:
        return None
    name, speaker = members.get("name", ""), members.get("speaker", "")
    texts = isinstance(name, str) and isinstance(speaker, str)
    if not texts or (label is None) == (kind is None):
        return None
    return Decision(verdict, label, kind, name, speaker)
