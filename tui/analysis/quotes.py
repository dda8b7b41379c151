"""Quotes in a document, each with the one who said it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tui.analysis.antecedents import Discourse, Referent, Resolution
from tui.analysis.confidence import confidence_of
from tui.analysis.marks import Marked, pair_marks
from tui.analysis.model import Mention, Quote, QuoteKind
from tui.analysis.phrases import read_phrase
from tui.analysis.sentence_quotes import read_sentence
from tui.analysis.speakers import first_phrase
from tui.analysis.taggedtokens import Token, tokenise
from tui.analysis.wordclasses import AUXILIARIES, SUBJECTS
from tui.documents.document import Block, BlockKind, Span
from tui.documents.text import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.analysis.attributions import Attribution
    from tui.documents.document import Document

_SKIPPED = frozenset((BlockKind.BOILERPLATE, BlockKind.CODE, BlockKind.BYLINE))
_DIRECT = 0.95  # part of a quote's letters and digits that stand in marks
_SIGNED = 14  # tokens that may follow a dash that signs a quotation
_STOPS = frozenset(".!?…,")
_GLANCE = 400  # code points of a quotation looked at for signs of a sentence
_NEAR = 4  # code points between a quotation and the dash that signs it
_LONG = 6  # words from which a quotation beside an attribution counts as speech
_FRAGMENT = 3  # words from which a quotation standing by itself counts as speech


def find_quotes(
    document: Document, mentions: Sequence[Mention], check: Callable[[], None] = lambda: None
) -> tuple[Quote, ...]:
    """Find what is said in a document and by whom.

    Rules over quotation marks, reporting verbs and noun phrases, in one pass over the text; time
    is linear in its length.

    Args:
        document: The document; boilerplate, bylines and code are not read.
        mentions: Its entities' mentions, by place, with resolved names.
        check: Called for every block; raises when the work is no longer wanted.

    Returns:
        Quotes by place; they never overlap.
    """
    return _Reader(document, mentions, check).read()


class _Reader:
    def __init__(
        self, document: Document, mentions: Sequence[Mention], check: Callable[[], None]
    ) -> None:
        self._document = document
        self._text = document.text
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._check = check
        self._discourse = Discourse(document.text)
        self._quotes: list[Quote] = []
        self._introduced: tuple[Span | None, Resolution] | None = None
        self._running: Referent | None = None

    def read(self) -> tuple[Quote, ...]:
        blocks = [block for block in self._document.blocks if block.kind not in _SKIPPED]
        spans = [self._span(block) for block in blocks]
        self._marked = marked = pair_marks(self._text, spans)
        self._marked_starts = starts = [pair.start for pair in marked]
        for block, span in zip(blocks, spans, strict=True):
            self._check()
            low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
            self._block(block, span, marked[low:high])
        return tuple(self._quotes)

    def _span(self, block: Block) -> Span:
        dateline = self._document.dateline
        if dateline is not None and block.start <= dateline.start < dateline.end < block.end:
            return Span(dateline.end, block.end)
        return Span(block.start, block.end)

    def _block(self, block: Block, span: Span, marked: list[Marked]) -> None:
        low, high = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        tokens = tokenise(self._text, span.start, span.end, marked, self._mentions[low:high])
        if not tokens:
            return
        if block.kind is BlockKind.QUOTATION and self._introduced is not None:
            cue, resolution = self._introduced
            self._add(span.start, span.end, cue, resolution, "quotation block", QuoteKind.DIRECT)
            return
        self._listed = block.kind is BlockKind.LIST_ITEM
        self._said_here: Resolution | None = None
        self._cue_here: Span | None = None
        for start, end in self._sentences(tokens, span):
            self._sentence(tokens, start, end)

    def _sentences(self, tokens: list[Token], span: Span) -> list[tuple[int, int]]:
        """Token ranges of the sentences; none ends within a quotation."""
        text = self._text
        if "\n" in text[span.start : span.end]:
            lines = text[span.start : span.end].replace("\n", " ")
            ends = [span.start + found.end for found in sentences(lines)]
        else:
            ends = [found.end for found in sentences(text, span.start, span.end)]
        ranges: list[tuple[int, int]] = []
        at = start = 0
        for stop in ends:
            while at < len(tokens) and tokens[at].start < stop:
                at += 1
            if at > start and (tokens[at - 1].end <= stop or at == len(tokens)):
                ranges.append((start, at))
                start = at
        if start < len(tokens):
            ranges.append((start, len(tokens)))
        return ranges

    def _sentence(self, tokens: list[Token], start: int, end: int) -> None:
        introduced, self._introduced = self._introduced, None
        if tokens[start].tag == "-" and self._sign(tokens, start, end):
            return
        found = read_sentence(tokens, start, end)
        self._discourse.note(tokens, start, end)
        used: set[int] = set()
        for attribution in found:
            for low, high in attribution.pieces:
                used.update(k for k in range(low, high) if tokens[k].tag == "Q")
        free = [k for k in range(start, end) if tokens[k].tag == "Q" and k not in used]
        if free and not found:
            self._unattributed(tokens, start, end, free, introduced)
        for attribution in found:
            self._attribute(tokens, attribution, start, end)
        if free and found:
            self._left_over(tokens, start, free)
        if not found:
            self._discourse.begin_sentence(tokens, first_phrase(tokens, start, end))

    def _left_over(self, tokens: list[Token], start: int, free: list[int]) -> None:
        """Whole quotations beside an attribution: "..., she said, and wrote on Friday: "..."."""
        for k in free:
            quote = tokens[k]
            if k == start or tokens[k - 1].tag not in ",:" or self._said_here is None:
                continue
            if len(quote.text.split()) >= _LONG and self._whole(quote):
                rule = "colon" if tokens[k - 1].tag == ":" else "same sentence"
                self._add(quote.start, quote.end, self._cue_here, self._said_here, rule)

    def _whole(self, quote: Token) -> bool:
        """Whether a quotation reads like a sentence."""
        if quote.text[-2:-1] in _STOPS:
            return True
        words = quote.text[:_GLANCE].lower().replace("’", "'").split()
        return any(word in AUXILIARIES or word in SUBJECTS or "'" in word[1:] for word in words)

    def _attribute(
        self, tokens: list[Token], attribution: Attribution, start: int, end: int
    ) -> None:
        cue = Span(tokens[attribution.cue[0]].start, tokens[attribution.cue[1] - 1].end)
        resolution: Resolution | None = None
        if attribution.speaker is not None:
            resolution = self._discourse.resolve(tokens, attribution.speaker)
        if not attribution.pieces:
            if resolution is None:
                return
            if attribution.rule == "colon" or tokens[end - 1].tag == ":":
                self._introduced = (cue, resolution)
            elif start > 0 and tokens[start - 1].tag == "Q":
                quote = tokens[start - 1]
                if not self._quotes or self._quotes[-1].end <= quote.start:
                    self._add(quote.start, quote.end, cue, resolution, "quote before")
                elif self._quotes[-1].cue is None and self._quotes[-1].start == quote.start:
                    self._quotes.pop()
                    self._add(quote.start, quote.end, cue, resolution, "quote before")
            self._spoke(resolution, cue)
            return
        for low, high in attribution.pieces:
            first, last = tokens[low].start, tokens[high - 1].end
            self._add(first, last, cue, resolution, attribution.rule)
        if resolution is not None:
            self._discourse.subject = resolution.referent
            if attribution.rule != "judged" or self._discourse.speaker is None:
                self._spoke(resolution, cue)
            if tokens[end - 1].tag == ":":
                self._introduced = (cue, resolution)

    def _spoke(self, resolution: Resolution, cue: Span | None) -> None:
        self._discourse.speak(resolution.referent)
        self._discourse.subject = resolution.referent
        self._said_here, self._cue_here = resolution, cue
        self._running = resolution.referent

    def _unattributed(
        self,
        tokens: list[Token],
        start: int,
        end: int,
        free: list[int],
        introduced: tuple[Span | None, Resolution] | None,
    ) -> None:
        """Quotations in a sentence without a cue."""
        first = free[0]
        alone = all(tokens[k].tag in "Q.,-C" for k in range(start, end))
        if introduced is not None and first == start:
            cue, resolution = introduced
            self._add(tokens[first].start, tokens[first].end, cue, resolution, "colon")
            self._spoke(resolution, cue)
            free = free[1:]
            if not free:
                return
        signed = self._signed(tokens, first, end)
        if signed is not None:
            self._add(tokens[first].start, tokens[first].end, None, signed, "signed")
            return
        for k in free:
            labelled = self._labelled(tokens, start, k, end)
            if labelled is not None:
                self._add(tokens[k].start, tokens[k].end, None, labelled, "label")
                self._spoke(labelled, None)
                return
        if not alone or self._listed:
            return
        for k in free:
            quote = tokens[k]
            runs = quote.marked is not None and (quote.marked.continues or not quote.marked.closed)
            sure = runs or self._said_here is not None
            if not sure and (len(quote.text.split()) < _FRAGMENT or not self._whole(quote)):
                continue
            resolution_ = self._floating()
            goes_on = quote.marked is not None and quote.marked.continues
            rule = "goes on" if goes_on else "no cue"
            self._add(quote.start, quote.end, None, resolution_, rule)

    def _floating(self) -> Resolution | None:
        if self._said_here is not None:
            return Resolution(self._said_here.referent, "the speaker before")
        subject, speaker = self._discourse.subject, self._discourse.speaker
        if subject is not None and subject.kind == "person":
            return Resolution(subject, "the last subject")
        if speaker is not None:
            return Resolution(speaker, "the last speaker")
        return None

    def _signed(self, tokens: list[Token], quote: int, end: int) -> Resolution | None:
        """The name after a dash that follows a quotation."""
        at = quote + 1
        if at + 1 >= end or tokens[at].tag != "-" or tokens[at + 1].tag != "N":
            return None
        if end - at > _SIGNED or any(tokens[k].tag in "T#" for k in range(at, end)):
            return None
        phrase = read_phrase(tokens, at + 1, end)
        return self._discourse.resolve(tokens, phrase) if phrase is not None else None

    def _sign(self, tokens: list[Token], dash: int, end: int) -> bool:
        """Give the quotation before its author, where a sentence is only "- Jane Doe"."""
        if not self._quotes or (dash > 0 and tokens[dash - 1].tag != "Q"):
            return False
        last = self._quotes[-1]
        if last.cue is not None or tokens[dash].start - last.end > _NEAR:
            return False
        signed = self._signed(tokens, dash - 1, end)
        if signed is None:
            return False
        self._quotes.pop()
        self._add(last.start, last.end, None, signed, "signed", last.kind)
        return True

    def _labelled(self, tokens: list[Token], start: int, quote: int, end: int) -> Resolution | None:
        """The name before a colon that a quotation follows: "Smith: "No."."""
        if quote - 1 <= start or tokens[quote - 1].tag != ":":
            return None
        phrase = first_phrase(tokens, start, quote - 1)
        if phrase is None:
            return None
        head = tokens[phrase.head]
        named = head.mention is not None or self._whole(tokens[quote])
        if phrase.start == start and phrase.end == quote - 1 and head.tag == "N" and named:
            return self._discourse.resolve(tokens, phrase)
        if head.tag in "NP" and quote + 1 >= end - 1 and self._whole(tokens[quote]):
            resolution = self._discourse.resolve(tokens, phrase)
            if resolution.referent.kind == "person":
                return resolution
        return None

    def _add(
        self,
        start: int,
        end: int,
        cue: Span | None,
        resolution: Resolution | None,
        rule: str,
        kind: QuoteKind | None = None,
    ) -> None:
        if self._quotes and self._quotes[-1].end > start:
            return
        referent = resolution.referent if resolution is not None else None
        how = resolution.how if resolution is not None else "nobody"
        self._quotes.append(
            Quote(
                start,
                end,
                kind or self._kind(start, end),
                cue,
                referent.span if referent is not None else None,
                referent.name if referent is not None else None,
                confidence_of(rule, how),
                self._why(rule, cue, referent, how),
            )
        )

    def _kind(self, start: int, end: int) -> QuoteKind:
        """The kind of a content by the part of its letters and digits that stands in marks."""
        total = sum(map(str.isalnum, self._text[start:end]))
        inside = 0
        for k in range(max(0, bisect_right(self._marked_starts, start) - 1), len(self._marked)):
            marked = self._marked[k]
            if marked.start >= end:
                break
            low, high = max(start, marked.start), min(end, marked.end)
            inside += sum(map(str.isalnum, self._text[low:high]))
        if not inside:
            return QuoteKind.INDIRECT
        return QuoteKind.DIRECT if inside >= _DIRECT * total else QuoteKind.MIXED

    def _why(self, rule: str, cue: Span | None, referent: Referent | None, how: str) -> str:
        words = [rule]
        if cue is not None:
            words.append(f"cue '{self._text[cue.start : cue.end]}'")
        if referent is not None:
            named = self._text[referent.span.start : referent.span.end]
            if named != referent.name:
                words.append(f"'{named}' is {referent.name}, {how}")
            elif cue is None:
                words.append(how)
        return "; ".join(words)
