"""Quotes in a document, each with the one who said it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.analysis.antecedents import Discourse
from tui.analysis.confidence import confidence_of
from tui.analysis.marks import Marked, pair_marks
from tui.analysis.model import Mention, Quote, QuoteKind
from tui.analysis.referents import Referent, Resolution
from tui.analysis.sentence_quotes import read_sentence
from tui.analysis.sentenceranges import sentence_ranges
from tui.analysis.subjects import first_phrase, own_subject
from tui.analysis.taggedtokens import Token, tokenise
from tui.analysis.uncued import labeller, reads_whole, signer
from tui.analysis.wording import kind_of, why
from tui.documents.document import Block, BlockKind, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.analysis.attributions import Attribution
    from tui.documents.document import Document

_SKIPPED = frozenset((BlockKind.BOILERPLATE, BlockKind.CODE, BlockKind.BYLINE))
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
        self._discourse.begin_paragraph()
        self._listed = block.kind is BlockKind.LIST_ITEM
        self._said_here: Resolution | None = None
        self._cue_here: Span | None = None
        for start, end in sentence_ranges(self._text, tokens, span):
            self._sentence(tokens, start, end)

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
            self._attribute(tokens, attribution, start, end, first=attribution is found[0])
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
            if len(quote.text.split()) >= _LONG and reads_whole(quote):
                rule = "colon" if tokens[k - 1].tag == ":" else "same sentence"
                self._add(quote.start, quote.end, self._cue_here, self._said_here, rule)

    def _attribute(
        self, tokens: list[Token], attribution: Attribution, start: int, end: int, *, first: bool
    ) -> None:
        cue = Span(tokens[attribution.cue[0]].start, tokens[attribution.cue[1] - 1].end)
        resolution: Resolution | None = None
        if attribution.speaker is not None:
            own = own_subject(tokens, attribution, start) if first else None
            self._discourse.begin_clause(tokens, own)
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
            opens, closes = tokens[low].start, tokens[high - 1].end
            self._add(opens, closes, cue, resolution, attribution.rule)
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
        signed = signer(self._discourse, tokens, first, end)
        if signed is not None:
            self._add(tokens[first].start, tokens[first].end, None, signed, "signed")
            return
        for k in free:
            labelled = labeller(self._discourse, tokens, start, k, end)
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
            if not sure and (len(quote.text.split()) < _FRAGMENT or not reads_whole(quote)):
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

    def _sign(self, tokens: list[Token], dash: int, end: int) -> bool:
        """Give the quotation before its author, where a sentence is only "- Jane Doe"."""
        if not self._quotes or (dash > 0 and tokens[dash - 1].tag != "Q"):
            return False
        last = self._quotes[-1]
        if last.cue is not None or tokens[dash].start - last.end > _NEAR:
            return False
        signed = signer(self._discourse, tokens, dash - 1, end)
        if signed is None:
            return False
        self._quotes.pop()
        self._add(last.start, last.end, None, signed, "signed", last.kind)
        return True

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
                kind or kind_of(self._text, self._marked, self._marked_starts, start, end),
                cue,
                referent.span if referent is not None else None,
                referent.name if referent is not None else None,
                confidence_of(rule, how),
                why(self._text, rule, cue, referent, how),
            )
        )
