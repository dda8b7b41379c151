"""Engines: the built-in one, spaCy's, and what is said when one cannot be had."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.unit.entity_documents import article
from tui.analysis.analysis import analyse
from tui.analysis.engines import Engine, EngineError, engine_named
from tui.analysis.model import Label
from tui.cli import main
from tui.commands.outcomes import CANNOT_START, OK

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Zorblax Inc. named Mr. Ana Qyrell's successor in Gwyntopolis on Monday. "
    "Qyrell told Zorblax Inc. so. The Elbonian minister left."
)


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("en")
    ruler = made.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "Mr. Ana Qyrell's"},
            {"label": "ORG", "pattern": "Zorblax Inc."},
            {"label": "GPE", "pattern": "Gwyntopolis"},
            {"label": "NORP", "pattern": "Elbonian"},
            {"label": "DATE", "pattern": "successor"},
        ]
    )
    folder = tmp_path_factory.mktemp("pipelines") / "made"
    made.to_disk(folder)
    return folder


def test_builtin_is_what_is_used_without_one() -> None:
    document = article("The minister, Pedro Salcedo, met Ana Lima in Geneva.")
    engine = engine_named("builtin")
    assert engine.name == "builtin"
    assert analyse(document, engine=engine) == analyse(document)
    assert {one.name for one in analyse(document).entities} >= {"Pedro Salcedo", "Geneva"}


def test_version_of_builtin_holds_a_digest() -> None:
    assert re.fullmatch(r"\d+-[0-9a-f]{12}", engine_named("builtin").version)


@pytest.mark.parametrize("name", ["", "nonsense", "spacy:", "BUILTIN", "spacy"])
def test_unknown_name(name: str) -> None:
    with pytest.raises(EngineError, match=r"There is no engine .*builtin, spacy:PIPELINE"):
        engine_named(name)


def test_absent_package_is_said_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(EngineError, match=r"not installed.*pip install 'newsreader\[spacy\]'"):
        engine_named("spacy:en_core_web_sm")


def test_absent_pipeline_is_said_with_the_command() -> None:
    pytest.importorskip("spacy")
    with pytest.raises(EngineError, match="python -m spacy download"):
        engine_named("spacy:xx_no_such_pipeline")


def test_names_are_those_of_the_pipeline_alone(pipeline: Path) -> None:
    text = "Mr. Pedro Salcedo of Zorblax Inc. met the Elbonian minister in Geneva."
    found = analyse(article(text), engine=engine_named(f"spacy:{pipeline}")).entities
    assert {(one.name, one.label) for one in found} == {
        ("Zorblax Inc.", Label.ORG),
        ("Elbonian", Label.NORP),
    }


def test_component_may_have_any_name(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("en")
    ruler = made.add_pipe("entity_ruler", name="mine")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Qyrell"}])
    made.to_disk(tmp_path / "mine")
    found = analyse(article(TEXT), engine=engine_named(f"spacy:{tmp_path / 'mine'}")).entities
    assert "Qyrell" in {one.name for one in found}


def test_pipeline_that_writes_its_spans_elsewhere(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("en")
    made.add_pipe("span_ruler").add_patterns([{"label": "PERSON", "pattern": "Qyrell"}])
    made.to_disk(tmp_path / "spans")
    with pytest.raises(EngineError, match="finds no entities"):
        engine_named(f"spacy:{tmp_path / 'spans'}")


def test_pipeline_with_other_labels_alone(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("en")
    made.add_pipe("entity_ruler").add_patterns([{"label": "GENE", "pattern": "BRCA1"}])
    made.to_disk(tmp_path / "genes")
    with pytest.raises(EngineError, match="no people, organisations or places, only GENE"):
        engine_named(f"spacy:{tmp_path / 'genes'}")


def test_pipeline_without_entities(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    spacy.blank("en").to_disk(tmp_path / "empty")
    with pytest.raises(EngineError, match="finds no entities"):
        engine_named(f"spacy:{tmp_path / 'empty'}")


def test_names_of_a_pipeline_get_our_labels_edges_and_sense(pipeline: Path) -> None:
    engine: Engine = engine_named(f"spacy:{pipeline}")
    entities = {one.name: one for one in analyse(article(TEXT), engine=engine).entities}
    person = entities["Ana Qyrell"]
    assert person.label is Label.PERSON
    assert [TEXT[m.start : m.end] for m in person.mentions] == ["Ana Qyrell", "Qyrell"]
    assert entities["Gwyntopolis"].label is Label.LOC
    assert entities["Elbonian"].label is Label.NORP
    assert entities["Monday"].label is Label.DATE
    assert len(entities["Zorblax Inc."].mentions) == 2
    assert "successor" not in entities


def test_version_of_a_pipeline_names_it(pipeline: Path) -> None:
    engine = engine_named(f"spacy:{pipeline}")
    assert engine.version.endswith("-pipeline-0.0.0")
    assert engine.name == f"spacy:{pipeline}"


def test_command_takes_an_engine(
    pipeline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    assert main(["analyze", "--engine", f"spacy:{pipeline}", str(path)]) == OK
    assert "Gwyntopolis" in capsys.readouterr().out


def test_command_says_what_is_wrong_with_an_engine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    assert main(["analyze", "--engine", "nonsense", str(path)]) == CANNOT_START
    output = capsys.readouterr()
    assert output.out == ""
    assert "There is no engine 'nonsense'" in output.err


def test_engines_load_nothing_before_they_are_asked() -> None:
    code = (
        "import sys, tui.analysis.engines as e; e.engine_named('builtin');"
        "assert not {'spacy', 'tui.analysis.tagger.model'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
