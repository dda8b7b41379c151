from __future__ import annotations

from pathlib import Path

import pytest

from tui.analysis.decisions import Decision, Verdict
from tui.analysis.model import Label, Mention
from tui.analysis.tokenformat import token_lines
from tui.annotations.store import Store
from tui.cli import main
from tui.commands.outcomes import CANNOT_START, OK
from tui.documents.document import Span
from tui.documents.formats import plain_document, read_document
from tui.documents.library import open_library

TEXT = (
    "Ada Obi met the Harbour Board. Nothing else happened on the quay.\n"
    "The Prior works stayed shut in Lagos, Obi's deputy said.\n"
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text("Nobody decided anything about Lagos.\n", "utf-8")
    return tmp_path


def decide(library: Path) -> None:
    [entry, _] = open_library([library]).entries
    document = read_document(entry)
    start = document.text.index("Prior works")
    decision = Decision(Verdict.ADDED, Label.ORG, name="Prior works")
    store = Store(library / "annotations", "anna")
    store.decide(document, [(Span(start, start + 11), decision)])


def test_sentences_with_corrections_are_written(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(library)
    assert main(["export-corrections", str(library), "--annotator", "anna"]) == OK
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["-DOCSTART-\tO", ""]
    assert lines[2:6] == ["The\tO", "Prior\tB-ORG", "works\tI-ORG", "stayed\tO"]
    assert "Lagos\tB-LOC" in lines
    assert "Board\tI-ORG" not in lines
    assert lines[-1] == ""


def test_they_are_written_to_a_file(library: Path) -> None:
    decide(library)
    out = library / "corrections.conll"
    words = ["export-corrections", str(library), "--annotator", "anna", "--output", str(out)]
    assert main(words) == OK
    assert "Prior\tB-ORG\n" in out.read_text("utf-8")
    words[-1] = str(library / "no" / "such" / "folder")
    assert main(words) == CANNOT_START


def test_where_nothing_was_corrected_that_is_said(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export-corrections", str(library)]) == CANNOT_START
    assert "There are no annotations" in capsys.readouterr().err
    decide(library)
    assert main(["export-corrections", str(library), "--annotator", "bert"]) == OK
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "no corrections" in captured.err


def test_neighbouring_mentions_begin_anew_and_other_labels_are_left_out() -> None:
    document = plain_document("Ada Obi Ben Ade met on Monday.")
    mentions = [
        Mention(0, 7, Label.PERSON, "Ada Obi"),
        Mention(8, 15, Label.PERSON, "Ben Ade"),
        Mention(23, 29, Label.DATE, "Monday"),
    ]
    lines = list(token_lines(document, mentions, [Span(0, 3)]))
    tags = [line.split("\t")[1] for line in lines[2:] if line]
    assert tags == ["B-PER", "I-PER", "B-PER", "I-PER", "O", "O", "O", "O"]
    assert list(token_lines(document, mentions, [])) == []
