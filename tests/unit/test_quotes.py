"""Direct quotes: where they stand, in pieces, without a cue, and what is no quote."""

from __future__ import annotations

import pytest

from tests.unit.quote_documents import article, quotes_in, said
from tui.analysis.model import QuoteKind
from tui.analysis.quotes import find_quotes
from tui.documents.document import BlockKind

HOLT, REYES, DUARTE = "Maren Holt", "Tomas Reyes", "Ines Duarte"
Pieces = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The gate is shut," Maren Holt said.', [('"The gate is shut,"', HOLT)]),
        ('"The gate is shut," said Maren Holt.', [('"The gate is shut,"', HOLT)]),
        ('"The gate is shut", Maren Holt said on Monday.', [('"The gate is shut"', HOLT)]),
        ('Maren Holt said: "The gate is shut."', [('"The gate is shut."', HOLT)]),
        ('Maren Holt said, "The gate is shut."', [('"The gate is shut."', HOLT)]),
        ('Maren Holt added, "It stays shut."', [('"It stays shut."', HOLT)]),
        ('"The gate is shut." - Maren Holt', [('"The gate is shut."', HOLT)]),
        ("“The gate is shut.” — Maren Holt", [("“The gate is shut.”", HOLT)]),
        ('Maren Holt: "The gate is shut."', [('"The gate is shut."', HOLT)]),
        ('"Is it shut?" Maren Holt asked.', [('"Is it shut?"', HOLT)]),
        ('"Shut it!" shouted Maren Holt.', [('"Shut it!"', HOLT)]),
        ('"It is shut," Maren Holt told the Delta Wire.', [('"It is shut,"', HOLT)]),
        ('"It is shut," Holt, the mayor, told reporters on Friday.', [('"It is shut,"', HOLT)]),
        ('"It is shut," tweeted Maren Holt, the mayor.', [('"It is shut,"', HOLT)]),
        ('Speaking in Lisbon, Maren Holt said: "It is shut."', [('"It is shut."', HOLT)]),
        ('Holt has repeatedly said: "It is shut."', [('"It is shut."', HOLT)]),
        ('"It is shut," Holt went on.', [('"It is shut,"', HOLT)]),
        ('As Maren Holt put it, "the gate is shut".', [('"the gate is shut"', HOLT)]),
        ('In the words of Maren Holt, "the gate is shut".', [('"the gate is shut"', HOLT)]),
        ('Maren Holt was quoted as saying: "It is shut."', [('"It is shut."', HOLT)]),
        ('The Ledger quoted Maren Holt as saying, "It is shut."', [('"It is shut."', HOLT)]),
        ('"It is shut," according to Maren Holt.', [('"It is shut,"', HOLT)]),
        ('The letter reads: "The gate is shut."', [('"The gate is shut."', "The letter")]),
        ('A statement said: "The gate is shut."', [('"The gate is shut."', "A statement")]),
        ('"We saw it all," two witnesses said.', [('"We saw it all,"', "two witnesses")]),
        ('"It is shut," wrote one, in a long post.', [('"It is shut,"', "one")]),
        ('But "the gate is shut," Holt said.', [('"the gate is shut,"', HOLT)]),
    ],
)
def test_a_direct_quote_beside_its_cue(text: str, expected: Pieces) -> None:
    assert said(text) == expected
    assert [quote.kind for quote in quotes_in(text)] == [QuoteKind.DIRECT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"The gate," Maren Holt said, "is shut."',
            [('"The gate,"', HOLT), ('"is shut."', HOLT)],
        ),
        (
            '"The gate is shut," said Maren Holt, the mayor. "It stays shut."',
            [('"The gate is shut,"', HOLT), ('"It stays shut."', HOLT)],
        ),
        (
            '"The gate," said Maren Holt, the mayor, "is shut."',
            [('"The gate,"', HOLT), ('"is shut."', HOLT)],
        ),
        (
            'Maren Holt said the gate was shut. "It stays shut for good."',
            [("the gate was shut", HOLT), ('"It stays shut for good."', HOLT)],
        ),
        (
            'Maren Holt said the gate was shut.\n"It stays shut for good."',
            [("the gate was shut", HOLT), ('"It stays shut for good."', HOLT)],
        ),
        (
            '"We lost," Holt said.\nThe rain went on.\n"We were never told why," she said.',
            [('"We lost,"', HOLT), ('"We were never told why,"', HOLT)],
        ),
        (
            'Tomas Reyes disagreed. "This is not a port, it is a puddle."',
            [('"This is not a port, it is a puddle."', REYES)],
        ),
        (
            "“One thing,” Holt said. “Then another.\n“And a third.\n“And no more.”",
            [
                ("“One thing,”", HOLT),
                ("“Then another.", HOLT),
                ("“And a third.", HOLT),
                ("“And no more.”", HOLT),
            ],
        ),
        (
            'Holt had this to say:\n"Nobody has asked us for a thing."',
            [('"Nobody has asked us for a thing."', HOLT)],
        ),
        (
            "‘It’s the dockers’ gate,’ Maren Holt said. ‘It isn’t ours.’",
            [("‘It’s the dockers’ gate,’", HOLT), ("‘It isn’t ours.’", HOLT)],
        ),
        (
            "“He said ‘go’ and I went,” Ines Duarte recalled.",
            [("“He said ‘go’ and I went,”", DUARTE)],
        ),
        ("«La porte est close,» said Ines Duarte.", [("«La porte est close,»", DUARTE)]),
    ],
)
def test_quotes_in_pieces_and_without_a_cue(text: str, expected: Pieces) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "gate tax" was paid in full.',
        'The dog, known as "Biscuit", was found.',
        'A film called "The Long Gate" opened in Lisbon.',
        'The book was titled "Gates and Locks".',
        'Fishermen called her "the Admiral".',
        'She won with "Evening Song", a ballad.',
        'The "gate" was a rope between two chairs.',
        'The word "gate" comes from the north.',
        'Viktor "Bolt" Sand won the race.',
        '"Gate of the North" - Delta Wire, 3 May 2019',
        'Cranes and Ladders: "A Life on Rails"',
        "The workers' gate and the pilots' gate were both shut.",
        "The report was published in May and the claims were paid.",
        "He painted the gate, adding a coat a year.",
        "Holt is said to like gates.",
        "They were told to wait.",
        "A man accused of theft walked free.",
        "The company reported higher profits in March.",
        "Holt declined to comment.",
        "The bank charges a fee for claims on notes.",
        "Prices rose according to plan.",
        "His answer surprised the reporters in the room.",
    ],
)
def test_no_quote(text: str) -> None:
    assert said(text) == []


def test_a_cue_within_a_quotation_is_none() -> None:
    assert said('"I think he said no," Maren Holt said.') == [('"I think he said no,"', HOLT)]


def test_a_quotation_block_after_its_cue() -> None:
    text = "Maren Holt wrote in a letter:\nThe gate is shut and stays shut."
    found = quotes_in(text, {1: BlockKind.QUOTATION})
    assert [(text[q.start : q.end], q.name, q.kind) for q in found] == [
        ("The gate is shut and stays shut.", HOLT, QuoteKind.DIRECT)
    ]


def test_boilerplate_and_code_are_not_read() -> None:
    line = '"The gate is shut," Maren Holt said.'
    for kind in (BlockKind.BOILERPLATE, BlockKind.CODE, BlockKind.BYLINE):
        assert said(line, {0: kind}) == []


def test_headline_and_standfirst_are_read() -> None:
    text = "Gate is shut, says Maren Holt\nThe gate is shut, Maren Holt has said."
    found = said(text, {0: BlockKind.HEADLINE, 1: BlockKind.STANDFIRST})
    assert found == [("Gate is shut", HOLT), ("The gate is shut", HOLT)]


def test_quotations_in_a_list_are_left_alone() -> None:
    text = 'Maren Holt said it was over.\n"Nine degrees. Rain. I am not well."'
    assert said(text, {1: BlockKind.LIST_ITEM}) == [("it was over", HOLT)]


def test_check_is_called_and_may_stop_the_work() -> None:
    class EnoughError(Exception):
        pass

    def check() -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        find_quotes(article("Maren Holt said no.\nMaren Holt said yes."), (), check)


def test_a_quote_tells_its_cue_its_speaker_and_why() -> None:
    text = 'Maren Holt spoke first. "The gate is shut," she said.'
    (quote,) = quotes_in(text)
    assert quote.cue is not None
    assert quote.speaker is not None
    assert text[quote.cue.start : quote.cue.end] == "said"
    assert text[quote.speaker.start : quote.speaker.end] == "she"
    assert "Maren Holt" in quote.why
    assert "said" in quote.why
    assert 0 < quote.confidence < 1
