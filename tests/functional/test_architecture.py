"""The architecture of the examples: every statement can be opened, and the wired front end is found."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from scanner.domain.architecture import ArchitectureModel
from scanner.domain.artifact import Location
from scanner.domain.finding import Finding, Outcome
from scanner.parsers import default_parsers
from scanner.pipeline import read
from scanner.pipeline.stages import model, parse
from scanner.sources.configuration import load_configuration
from scanner.sources.repository import RepositoryReader
from tests.own_rules import assessed

from .conftest import ROOT

EXAMPLES = sorted(
    path for path in (ROOT / "examples").iterdir() if (path.parent / f"{path.name}.expected.yaml").is_file()
)
RULE = "user-interface-holds-database-credentials"


@cache
def architecture(folder: Path) -> ArchitectureModel:
    reader = RepositoryReader(folder)
    reading = read(reader)
    configuration = load_configuration(reading.artifacts, reader)
    parsed = parse(default_parsers(configuration, None, reading.artifacts), reading, reader, lambda _: None)
    return model(reader, reading, parsed, lambda _: None, configuration).model


def opened(folder: Path, place: Location) -> str:
    """The line at a place; there is one, and it is not empty."""
    lines = (folder / place.path).read_text("utf-8").splitlines()
    assert place.start_line <= len(lines), place
    line = lines[place.start_line - 1]
    assert line.strip(), place
    return line


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_every_relation_can_be_asked_for_its_proof(folder: Path) -> None:
    made = architecture(folder)
    known = {component.id for component in made.components}
    for relation in made.relations:
        assert {relation.source, relation.target} <= known
        assert relation.derived_from
        opened(folder, relation.location)
        for proof in relation.proof:
            assert proof.fact
            opened(folder, proof.location)


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_every_component_and_loose_end_has_its_places(folder: Path) -> None:
    made = architecture(folder)
    assert made.components
    for component in made.components:
        assert component.layer_reason
        for sighting in component.sightings:
            opened(folder, sighting.location)
    for end in made.loose_ends:
        assert end.reason
        opened(folder, end.location)


def wired(name: str, outcome: Outcome) -> list[Finding]:
    findings = assessed(name).findings
    return [one for one in findings if one.rule == RULE and one.outcome is outcome]


def test_a_website_that_holds_the_password_of_a_database_three_modules_deep_is_found() -> None:
    (finding,) = wired("wired-frontend", Outcome.FAIL)
    folder = ROOT / "examples" / "wired-frontend"
    assert [(step.source, step.kind.value, step.target) for step in finding.path] == [
        ("Deployment/wards/web", "reads", "Secret/wards/records-db"),
        (
            "Secret/wards/records-db",
            "holds-credential-of",
            "module.platform.module.data.module.postgres.aws_db_instance.this",
        ),
    ]
    first, second = finding.path
    assert "records-db" in opened(folder, first.location)
    assert first.location.path == "k8s/web.yaml"
    lines = [opened(folder, second.location), *(opened(folder, one.location) for one in second.proof)]
    files = [second.location.path, *(one.location.path for one in second.proof)]
    assert second.location.path == "infrastructure/main.tf"
    for name in ("platform", "data", "postgres"):
        assert any(f'module "{name}"' in line for line in lines), name
    assert "infrastructure/modules/postgres/main.tf" in files
    assert all(step.breaks for step in finding.path)


def test_its_repaired_twin_is_accepted() -> None:
    assert not wired("wired-frontend-repaired", Outcome.FAIL)
    assert not wired("wired-frontend-repaired", Outcome.REVIEW)
    assert [one.subject for one in wired("wired-frontend-repaired", Outcome.PASS)] == ["Deployment/wards/web"]
