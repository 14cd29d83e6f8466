"""Regimes: each statement with the controls that bear on it, their status, and what no scan shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scanner.cli import app
from scanner.domain.artifact import Source
from scanner.domain.assessment import Assessment as Result
from scanner.domain.assessment import ControlResult, GateResult, PolicyReference, PrincipleResult, Score, Status, Tool
from scanner.domain.catalog import Regime, Severity
from scanner.evaluation.regimes import statements
from scanner.rules.loader import load_catalog

CATALOG = load_catalog(Path(__file__).parents[3] / "rules")


def result(statuses: dict[str, Status]) -> Result:
    controls = tuple(
        ControlResult(id=name, title=name, status=status, score=None, severity=Severity.HIGH)
        for name, status in statuses.items()
    )
    principle = PrincipleResult(
        id="CLOUD", title="t", status=Status.NEEDS_REVIEW, score=None, coverage=0, controls=controls
    )
    return Result(
        tool=Tool(name="archscan", version="0"),
        source=Source(uri="x"),
        policy=PolicyReference(id="p", title="t", version="1", as_of="2026-11-21"),
        packs=(),
        score=Score(value=None, low=None, high=None, without_waivers=None, coverage=0),
        gate=GateResult(passed=True),
        principles=(principle,),
        findings=(),
        inventory={},
        problems=(),
    )


def test_a_clause_has_the_controls_that_name_it_and_their_status() -> None:
    regime = next(one for one in CATALOG.regimes if one.id == "red-lines")
    judged = statements(regime, CATALOG, result({"CLOUD-01": Status.MET, "CLOUD-09": Status.NOT_MET}))
    first = judged[0]
    assert first.id == "RL-Cloud-1"
    told = {one.control.id: one.result.status if one.result else None for one in first.bearing}
    assert told["CLOUD-01"] is Status.MET
    assert told["CLOUD-09"] is Status.NOT_MET
    assert told["CLOUD-02"] is None
    named = {one.id for one in CATALOG.controls if "RL-Cloud-1" in one.clauses}
    assert set(told) == named


def test_a_principle_brings_all_its_controls() -> None:
    regime = next(one for one in CATALOG.regimes if one.id == "principles-2018")
    cyber = next(one for one in statements(regime, CATALOG) if one.id == "TV18-A5")
    assert {one.id for one in CATALOG.controls if one.principle == "CYBER"} <= {b.control.id for b in cyber.bearing}


@pytest.mark.parametrize("regime", CATALOG.regimes, ids=lambda one: one.id)
def test_each_statement_has_a_control_or_says_what_no_scan_shows(regime: Regime) -> None:
    made = statements(regime, CATALOG)
    assert [one.id for one in made] == [one.id for one in regime.parts]
    assert all(one.bearing or one.beyond for one in made)
    assert all(one.title and one.title != one.id for one in made)


def test_every_clause_of_a_regime_is_in_it() -> None:
    parts = {part.id for regime in CATALOG.regimes for part in regime.parts}
    families = ("TV18-", "NAP-", "RL-", "TCoP-", "CAF4-")
    assert {clause.id for clause in CATALOG.clauses if clause.id.startswith(families)} <= parts


def test_what_is_known_from_memory_is_marked() -> None:
    regime = next(one for one in CATALOG.regimes if one.id == "technology-code-of-practice")
    read = {one.id: one.is_read for one in statements(regime, CATALOG)}
    assert read["TCoP-1"]
    assert not read["TCoP-5"]


def test_the_command_prints_and_refuses(tmp_path: Path) -> None:
    runner = CliRunner()
    listed = runner.invoke(app, ["regimes"])
    assert [line.split()[0] for line in listed.stdout.splitlines()] == [one.id for one in CATALOG.regimes]
    file = tmp_path / "result.json"
    file.write_text(result({"CLOUD-01": Status.NOT_MET}).model_dump_json())
    text = runner.invoke(app, ["regimes", "red-lines", "--result", str(file)]).stdout
    assert "not met         CLOUD-01" in text
    data = json.loads(runner.invoke(app, ["regimes", "dtac", "--result", str(file), "--format", "json"]).stdout)
    assert data["clauses"][0]["id"] == "DTAC clinical safety"
    assert "## [NAP-4](" in runner.invoke(app, ["regimes", "architecture-principles", "--format", "markdown"]).stdout
    file.write_text("{}")
    for wrong in (["regimes", "x"], ["regimes", "dtac", "--format", "x"], ["regimes", "dtac", "--result", str(file)]):
        assert type(runner.invoke(app, wrong).exception).__name__ == "UsageError"
