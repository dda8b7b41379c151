"""Annotations as W3C Web Annotations (https://www.w3.org/TR/annotation-model/).

The tag a body stands for is the body's member `newsreader:tag` and not its `id`: a body with an
`id` is an external resource in the model, and may have no purpose (section 3.3.5).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeGuard

from tui.annotations.assessing import IN_DECISION, decision_body, read_decision
from tui.annotations.model import Annotation, derived_id

if TYPE_CHECKING:
    from tui.analysis.decisions import Decision

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
TAG = "newsreader:tag"
TEXT = "newsreader:text"
# Members of `Annotation.extra` that keep what stood inside the parts of the item.
_TAGS, _NOTE = "newsreader:tags", "newsreader:note"
_QUOTE, _POSITION = "newsreader:quote", "newsreader:position"
_DECIDED = "newsreader:decided"
_PARTS = frozenset(
    ["body", "creator", "target", "selector", _TAGS, _NOTE, _QUOTE, _POSITION, _DECIDED]
)
_KNOWN = frozenset(["id", "created", "modified", "body", "creator", "target"])
# What is read of the parts of an item.
_IN_QUOTE = frozenset(["type", "exact", "prefix", "suffix"])
_IN_POSITION = frozenset(["type", "start", "end"])
_IN_TARGET = frozenset(["source", TEXT, "selector"])
_IN_NOTE = frozenset(["type", "purpose", "value"])
_IN_TAG = _IN_NOTE | {TAG}
_MOTIVATIONS = ("tagging", "commenting", "highlighting")
_ASSESSING = "assessing"

Json = dict[str, Any]


def to_time(moment: dt.datetime) -> str:
    """A moment as an `xsd:dateTime` in UTC."""
    return moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def from_time(value: object) -> dt.datetime:
    """The moment an `xsd:dateTime` stands for; UTC where it has no time zone.

    Raises:
        ValueError: When it is none.
    """
    if not isinstance(value, str):
        raise ValueError("a time is not a string")
    moment = dt.datetime.fromisoformat(value)
    if moment.tzinfo is None:
        return moment.replace(tzinfo=dt.UTC)
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError as error:
        raise ValueError("a time is out of range") from error


def to_item(annotation: Annotation, source: str, tag_name: Callable[[str], str]) -> Json:
    """An annotation as a Web Annotation.

    Args:
        annotation: With `start` and `end` in the text that `text_digest` names.
        source: URI of the document.
        tag_name: Gives the name of a tag by its id.
    """
    extra = annotation.extra
    item: Json = {
        "id": annotation.id,
        "type": "Annotation",
        "motivation": _motivation(annotation),
    }
    creator = extra.get("creator", {})
    if annotation.creator:
        creator = _creator(annotation.creator) | _dict(creator)
    if creator:
        item["creator"] = creator
    item["created"] = to_time(annotation.created)
    item["modified"] = to_time(annotation.modified)
    bodies = _bodies(annotation, tag_name)
    if bodies:  # an empty list is no valid body
        item["body"] = bodies
    position = {
        "type": "TextPositionSelector",
        "start": annotation.start,
        "end": annotation.end,
    }
    quote = {
        "type": "TextQuoteSelector",
        "exact": annotation.exact,
        "prefix": annotation.prefix,
        "suffix": annotation.suffix,
    }
    item["target"] = {
        "source": source,
        TEXT: annotation.text_digest,
        "selector": [
            quote | _dict(extra.get(_QUOTE)),
            position | _dict(extra.get(_POSITION)),
            *_list(extra.get("selector")),
        ],
    } | _dict(extra.get("target"))
    return item | {name: value for name, value in extra.items() if name not in _PARTS}


def _motivation(annotation: Annotation) -> str:
    if annotation.decision is not None:
        return _ASSESSING
    return _MOTIVATIONS[0 if annotation.tags else 1 if annotation.note else 2]


@lru_cache(maxsize=64)
def _creator(name: str) -> Json:
    return {"id": derived_id("annotator", name), "type": "Person", "name": name}


def _bodies(annotation: Annotation, tag_name: Callable[[str], str]) -> list[object]:
    extra = annotation.extra
    more = _dict(extra.get(_TAGS))
    bodies: list[object] = [
        {"type": "TextualBody", "purpose": "tagging", "value": tag_name(tag), TAG: tag}
        | _dict(more.get(tag))
        for tag in annotation.tags
    ]
    if annotation.note:
        note = {"type": "TextualBody", "purpose": "commenting", "format": "text/plain"}
        bodies.append(note | {"value": annotation.note} | _dict(extra.get(_NOTE)))
    if annotation.decision is not None:
        bodies.append(decision_body(annotation.decision) | _dict(extra.get(_DECIDED)))
    return bodies + _list(extra.get("body"))


def from_item(item: object, tag_id: Callable[[object, str], str]) -> Annotation | None:
    """Read a Web Annotation.

    Args:
        item: A member of a page's `items`.
        tag_id: Gives the id of a tag by what `newsreader:tag` says (it may be missing: None) and
            its name.

    Returns:
        The annotation, or None for one that is not about a quoted passage of text, or is given by
        its URI only.

    Raises:
        ValueError: When it is no Web Annotation, or the type of a member is wrong.
    """
    if isinstance(item, str):
        return None
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise ValueError("an item without id")
    kind = item.get("type")
    if kind != "Annotation" and not (isinstance(kind, list) and "Annotation" in kind):
        raise ValueError("an item that is no Annotation")
    target = item.get("target")
    if not isinstance(target, dict):
        return None
    extra: Json = {name: value for name, value in item.items() if name not in _KNOWN}
    if kind == "Annotation":
        del extra["type"]
    if item.get("motivation") in _MOTIVATIONS:
        del extra["motivation"]
    place = _read_target(target, extra)
    if place is None:
        return None
    tags, note, decision = _read_bodies(item.get("body", []), tag_id, extra)
    if decision is not None and item.get("motivation") == _ASSESSING:
        del extra["motivation"]
    created = from_time(item.get("created", "1970-01-01"))
    return Annotation(
        item["id"],
        *place,
        tags=tags,
        note=note,
        creator=_read_creator(item.get("creator"), extra),
        created=created,
        modified=from_time(item["modified"]) if "modified" in item else created,
        text_digest=_string(target.get(TEXT, "")),
        extra=extra,
        decision=decision,
    )


def _read_target(target: Json, extra: Json) -> tuple[int, int, str, str, str] | None:
    """Start, end, exact, prefix and suffix; None where there is no quote."""
    selectors = target.get("selector")
    quote: Json | None = None
    position: Json | None = None
    others = []
    for selector in selectors if isinstance(selectors, list) else [selectors]:
        kind = selector.get("type") if isinstance(selector, dict) else None
        if kind == "TextQuoteSelector" and quote is None:
            quote = selector
        elif kind == "TextPositionSelector" and position is None:
            position = selector
        elif selector is not None:
            others.append(selector)
    if quote is None:
        return None
    start, end = (position.get("start"), position.get("end")) if position else (0, 0)
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise ValueError("a position that is none")
    _keep(extra, "selector", others)
    _keep(extra, _QUOTE, _rest(quote, _IN_QUOTE))
    _keep(extra, _POSITION, _rest(position or {}, _IN_POSITION))
    _keep(extra, "target", _rest(target, _IN_TARGET))
    exact, prefix, suffix = (quote.get(name, "") for name in ("exact", "prefix", "suffix"))
    return start, end, _string(exact), _string(prefix), _string(suffix)


def _read_bodies(
    body: object, tag_id: Callable[[object, str], str], extra: Json
) -> tuple[tuple[str, ...], str, Decision | None]:
    """Tags, note and decision."""
    tags: dict[str, Json] = {}
    note = ""
    decision: Decision | None = None
    others = []
    bodies: list[object] = body if isinstance(body, list) else [body]
    for part in bodies:
        if not _is_text(part):
            others.append(part)
            continue
        purpose = part.get("purpose")
        if purpose == "tagging":
            tag = tag_id(part.get(TAG), _string(part.get("value")))
            tags[tag] = _rest(part, _IN_TAG)
        elif purpose == "commenting" and not note:
            note = _string(part.get("value"))
            more = _rest(part, _IN_NOTE)
            if more.get("format") == "text/plain":
                del more["format"]
            _keep(extra, _NOTE, more)
        elif decision is None and (found := read_decision(part)) is not None:
            decision = found
            _keep(extra, _DECIDED, _rest(part, IN_DECISION))
        else:
            others.append(part)
    _keep(extra, _TAGS, {tag: more for tag, more in tags.items() if more})
    _keep(extra, "body", others)
    return tuple(tags), note, decision


def _read_creator(creator: object, extra: Json) -> str:
    """The creator's name; empty where there is none."""
    name = creator.get("name") if isinstance(creator, dict) else None
    if not isinstance(creator, dict) or not isinstance(name, str) or not name:
        _keep(extra, "creator", creator)
        return ""
    usual = _creator(name)
    more = {member: value for member, value in creator.items() if usual.get(member) != value}
    _keep(extra, "creator", more)
    return name


def _keep(extra: Json, name: str, value: object) -> None:
    if value:
        extra[name] = value


def _is_text(body: object) -> TypeGuard[Json]:
    return isinstance(body, dict) and body.get("type") == "TextualBody"


def _rest(part: Json, known: frozenset[str]) -> Json:
    if part.keys() <= known:  # as it mostly is
        return {}
    return {name: value for name, value in part.items() if name not in known}


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a member that should be a string is none")
    return value


def _dict(value: object) -> Json:
    return dict(value) if isinstance(value, Mapping) else {}


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []
