# ruff: noqa: E501, S311  # a table; dice that are always the same
"""A made-up system rich in kinds, and a real browser."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest

from scanner.domain.architecture import (
    ArchitectureModel,
    Component,
    ComponentKind,
    Confidence,
    LayerId,
    Proof,
    Relation,
    RelationKind,
    Sighting,
)
from scanner.domain.artifact import Location, Source
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, Outcome, PathStep
from scanner.domain.system import System
from tests.chromium import Chromium, started

K, R, L = ComponentKind, RelationKind, LayerId
MIX = (
    (L.PRESENTATION, K.INTERFACE, "portal-ui", "react", 0.04), (L.PRESENTATION, K.WORKLOAD, "bff", "bff:1.2", 0.04),
    (L.SERVICE, K.WORKLOAD, "appointments", "registry.example/appointments:4.1", 0.16),
    (L.SERVICE, K.COMPUTE, "lambda-search-documents", "aws_lambda_function", 0.2), (L.SERVICE, K.JOB, "nightly-report", "cron", 0.04),
    (L.INTEGRATION, K.QUEUE, "events-topic", "aws_sns_topic", 0.07), (L.INTEGRATION, K.API, "fhir-api", "openapi 3.0", 0.03),
    (L.DATA, K.STORE, "patient-index", "aws_dynamodb_table", 0.12), (L.HOSTING, K.EDGE, "gateway", "aws_lb", 0.04),
    (L.HOSTING, K.CLUSTER, "cluster", "aws_eks_cluster", 0.01), (L.HOSTING, K.NETWORK, "subnet", "aws_subnet", 0.06),
    (L.HOSTING, K.SECRET, "db-password", "aws_secretsmanager_secret", 0.07), (L.HOSTING, K.IDENTITY, "role", "aws_iam_role", 0.06),
    (L.UNASSIGNED, K.LIBRARY, "shared-models", "nuget", 0.03),
    (L.INTEGRATION, K.NATIONAL, "PDS", "FHIR API", 0.015), (L.INTEGRATION, K.EXTERNAL, "mail-relay.example", "smtp", 0.015),
)  # fmt: skip
TIES = {
    K.INTERFACE: ((K.WORKLOAD, R.CALLS),), K.EDGE: ((K.WORKLOAD, R.ROUTES_TO), (K.INTERFACE, R.ROUTES_TO)),
    K.WORKLOAD: ((K.STORE, R.READS), (K.STORE, R.WRITES), (K.WORKLOAD, R.CALLS), (K.SECRET, R.READS), (K.CLUSTER, R.RUNS_ON),
                 (K.STORE, R.HOLDS_CREDENTIAL_OF), (K.QUEUE, R.WRITES), (K.NATIONAL, R.CALLS), (K.LIBRARY, R.IMPORTS)),
    K.COMPUTE: ((K.STORE, R.WRITES), (K.IDENTITY, R.RUNS_AS), (K.QUEUE, R.READS), (K.EXTERNAL, R.CALLS), (K.STORE, R.CAN_REACH)),
    K.JOB: ((K.STORE, R.READS),), K.IDENTITY: ((K.STORE, R.READS), (K.IDENTITY, R.TRUSTS)), K.API: ((K.WORKLOAD, R.DESCRIBES),),
    K.QUEUE: ((K.COMPUTE, R.ROUTES_TO), (K.SECRET, R.REFERS_TO)),
}  # fmt: skip


def component(name: str, layer: LayerId, kind: ComponentKind, technology: str = "", group: str = "") -> Component:
    at = Location(path=f"infra/{kind.value}.tf", start_line=7)
    return Component(
        id=f"{kind.value}:{name}", title=name, layer=layer, layer_reason="made so", kind=kind, technology=technology,
        group=group, resources=(f"made.{kind.value}.{name}",), location=at,
        sightings=(Sighting(family="terraform", address=f"made.{name}", location=at),),
    )  # fmt: skip


def relation(source: Component, target: Component, kind: RelationKind, sure: Confidence = Confidence.HIGH) -> Relation:
    at = Location(path="infra/main.tf", start_line=12)
    return Relation(
        source=source.id, target=target.id, kind=kind, location=at, derived_from="its setting names the other",
        confidence=sure, proof=(Proof(location=at, fact="the variable is passed on"),), breaks="Take the setting away.",
    )  # fmt: skip


def rich_system(count: int) -> System:
    """Of about that many components, always the same."""
    dice = random.Random(count)
    components: list[Component] = []
    for layer, kind, name, technology, share in MIX:
        for at in range(max(1, round(share * count)) if count > 30 or share >= 0.04 else 0):
            group = f"module.team_{at % max(1, round(count / 40))}"
            components.append(component(f"{name}-{at}", layer, kind, technology, group))
    of = {kind: [one for one in components if one.kind is kind] for kind in K}
    ties: dict[tuple[str, str, str], Relation] = {}
    for one in components:
        for kind, tie in TIES.get(one.kind, ()):
            others = [other for other in of[kind] if other is not one]
            if others and dice.random() < 0.62:
                near = [other for other in others if other.group == one.group] or others
                other = dice.choice(near if dice.random() < 0.8 else others)
                sure = dice.choice((Confidence.HIGH, Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW))
                ties[one.id, other.id, tie.value] = relation(one, other, tie, sure)
    model = ArchitectureModel(components=tuple(components), relations=tuple(ties[key] for key in sorted(ties)))
    return System(source=Source(uri="made-up"), artifacts=(), resources=(), model=model)


def finding(
    rule: str, subject: str, *path: Relation, outcome: Outcome = Outcome.FAIL, waiver: str | None = None
) -> Finding:
    steps = tuple(
        PathStep(source=one.source, target=one.target, kind=one.kind, fact=one.derived_from, location=one.location,
                 confidence=one.confidence)
        for one in path
    )  # fmt: skip
    return Finding(
        rule=rule, control="c", principle="p", engine="native", outcome=outcome, confidence=Confidence.HIGH,
        severity=Severity.HIGH, message="The interface reaches the store.", subject=subject,
        location=Location(path="infra/main.tf", start_line=12), path=steps, waiver=waiver,
    )  # fmt: skip


def some_findings(system: System) -> tuple[Finding, ...]:
    """Two stores that are judged, and a relation."""
    stores = [one for one in system.model.components if one.kind is K.STORE]
    tie = next(one for one in system.model.relations if one.kind is R.HOLDS_CREDENTIAL_OF)
    return (
        finding("store-without-backup", stores[0].resources[0]),
        finding("store-shared-by-two-services", stores[-1].id),
        finding("credential-held-outside-service-layer", "nothing", tie),
    )


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with started(tmp_path_factory.mktemp("chromium")) as tab:
        yield tab


@pytest.fixture
def made() -> Callable[[int], System]:
    return rich_system
