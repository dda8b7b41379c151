from __future__ import annotations

import statistics
from pathlib import Path

from tests.ui.keystrokes import everything, working


async def test_common_work_takes_few_keys(tmp_path: Path) -> None:
    async with working(tmp_path, 120, 40) as typist:
        word, phrase, sentence, quote, retag, note, suggestion = await everything(typist, 30)
    for work in (word, phrase, sentence, quote, retag, note, suggestion):
        assert all(work.right), work
    assert len(phrase.keys) >= 30
    assert statistics.median(phrase.keys) <= 5
    assert max(phrase.keys) <= 6
    assert statistics.median(word.keys) <= 5
    assert max(sentence.keys) <= 4
    assert (quote.keys, retag.keys, note.keys) == ([4], [3], [2])
    assert set(suggestion.keys) == {1}
