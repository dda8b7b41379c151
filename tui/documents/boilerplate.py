"""Boilerplate: what a site puts below every article, and is no part of it.

The patterns come from general knowledge of news sites. Each asks for the imperative or the fixed
phrase that such lines begin with, so that an article about apps or newsletters is none.
"""

from __future__ import annotations

import re

_LIMIT = 600  # code points; longer blocks are prose

_NETWORK = (
    r"(?:twitter|facebook|instagram|whatsapp|telegram|youtube|linkedin|tiktok|threads|bluesky|"
    r"mastodon|google news|social media|social networks|(?:all )?(?:major )?social platforms|x\b)"
)
_LETTER = (
    r"(?:newsletters?|(?:whatsapp |telegram |youtube )?channel|alerts?|briefings?|podcast|inbox)\b"
)
_REST = r"[^.!?\n]{0,80}\b"  # of a sentence, up to what must be in it

_SENTENCES = (
    rf"(?:download|install|get) (?:the|our|now the) {_REST}apps?\b(?! (?:that|which|makers?)\b)",
    rf"(?:follow|like|find|join) us (?:on|at) {_REST}{_NETWORK}",
    rf"follow @?[\w ]{{1,40}} on {_NETWORK}",
    r"follow us\b(?! to| into| from)",
    rf"(?:sign up|subscribe) (?:here |now |today )?(?:for|to) {_REST}{_LETTER}",
    r"all rights reserved\b",
)
_BEGINNINGS = (
    r"(?:click|tap) here (?:to|for)\b",
    r"this (?:story|article|report|copy) (?:has (?:not )?been|was|is) (?:edited|auto-generated)\b",
    r"this (?:story|article|report) (?:has been|was|is) (?:first |originally )?(?:re)?published\b",
    r"(?:the )?above (?:story|article) (?:first appeared|has been)\b",
    r"except for the headline, this (?:story|article)\b",
    r"\(?with (?:additional )?inputs? from\b",
    r"\(?(?:additional )?(?:reporting|writing) by [^\W\d_][^.\n]{2,200}(?:editing by|\)$)",
    r"\(?editing by [^\W\d_][^.\n]{2,100}\)?$",
    r"our standards: ",
    r"(?:read (?:more|also|next)|(?:also|must) read|see also|also see|also watch) ?(?:[:|»›>—-]|$)",
    r"(?:read|watch|related|recommended) ?[|:]",
    r"(?:related (?:stories|articles|news|coverage|topics)|more on this story) ?(?:$|:)",
    rf"for (?:more|all the latest|the latest) {_REST}(?:visit|follow|click|download|subscribe)\b",
    rf"(?:read|get|catch) (?:all )?the latest {_REST}(?:news|updates) (?:on|at|here|in)\b",
    rf"stay (?:tuned|updated|connected)\b{_REST}(?:for|with|to)\b",
    r"(?:©|\(c\))[^.\n]{0,60}\b[12][0-9]{3}\b",
    r"copyright (?:©|\(c\)|[12][0-9]{3}\b)",
    r"(?:advertisement|sponsored content|share this (?:story|article|post))$",
    r"(?:tags|topics|filed under|first published|last updated|published on)\s*:",
    r"(?:do you )?have a (?:story|news) tip\b",
    r"(?:the )?(?:views|opinions) expressed (?:in|here|by|are)\b",
    r"this (?:material|content) may not be (?:published|reproduced|redistributed)\b",
)
_ANY_SENTENCE = re.compile(
    r"(?:^|[.!?:|•] )[*_(>•\s-]{0,3}(?:" + "|".join(_SENTENCES) + ")", re.IGNORECASE
)
_QUOTED = re.compile(r"[\"“”«»]")
_AT_START = re.compile(r"\W{0,4}(?:" + "|".join(_BEGINNINGS) + ")", re.IGNORECASE)
_LIST_HEAD = re.compile(
    r"\W{0,4}(?:also read|more on this story|read (?:also|more|next)|recommended"
    r"|related(?: (?:stories|articles|news|coverage|topics))?|see also)\W{0,3}$",
    re.IGNORECASE,
)


def is_boilerplate(block: str) -> bool:
    """Whether a block that ends an article reads like a site's own notices.

    Args:
        block: Text of the block.

    Returns:
        True for advertisements of apps, newsletters and channels, notices of rights and of
        editing, and pointers to other articles.
    """
    if len(block) > _LIMIT:
        return False
    if _AT_START.match(block):
        return True
    # somebody who says `Download the app` stands in quotation marks
    return _QUOTED.search(block) is None and _ANY_SENTENCE.search(block) is not None


def heads_links(block: str) -> bool:
    """Whether a block announces a list of links to other articles (`Related stories`)."""
    return len(block) < 60 and bool(_LIST_HEAD.match(block))
