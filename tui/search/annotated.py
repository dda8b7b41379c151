"""Conditions on annotations."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tui.documents.document import Span
from tui.documents.text import clean_line
from tui.search.hits import Cost, Found, Hit, Test, has, sought
from tui.search.query import Condition, InAnnotation, Part, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.annotations.model import Annotation
    from tui.search.sources import Source


def in_annotation(query: InAnnotation) -> Test:
    """The test for articles with an annotation that meets all conditions."""
    tests = [(condition.negated, _annotation_test(condition)) for condition in query.conditions]

    def run(source: Source) -> list[Hit] | None:
        hits = []
        for annotation in source.annotations:
            names = [source.tags.get(tag, "") for tag in annotation.tags]
            if all(test(annotation, names) != negated for negated, test in tests):
                inside = annotation.start < annotation.end
                span = Span(annotation.start, annotation.end) if inside else None
                about = [", ".join(filter(None, names)), clean_line(annotation.note)]
                hits.append(Hit(span, Found.ANNOTATION, ": ".join(filter(None, about))))
        return hits or None

    return Test(Cost.ANNOTATIONS, run)


def _annotation_test(condition: Condition) -> Callable[[Annotation, list[str]], bool]:
    value = condition.value
    if condition.part is Part.TAG and isinstance(value, Words):
        tag = _tag_pattern(value)
        return lambda _, names: any(tag.search(_folded(name)) for name in names)
    pattern = sought(value)
    if condition.part is Part.TAG:
        return lambda _, names: any(has(pattern, name) for name in names)
    if condition.part is Part.NOTE:
        return lambda annotation, _: has(pattern, annotation.note)
    return lambda annotation, _: has(pattern, annotation.creator)


def _tag_pattern(words: Words) -> re.Pattern[str]:
    """Matches a tag, by all its levels or the lower of them, and every tag below it."""
    levels = "/".join(part.strip() for part in _folded(words.text).split("/"))
    return re.compile(rf"(?:^|/){re.escape(levels)}" + ("" if words.open_end else r"(?:/|$)"))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
