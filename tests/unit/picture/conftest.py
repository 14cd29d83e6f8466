# ruff: noqa: E501, S311  # a table; dice that are always the same
"""A made-up system rich in kinds, and a real browser driven over its debugging pipe."""

from __future__ import annotations

import base64
import json
import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

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
    System,
)  # fmt: skip
from scanner.domain.artifact import Location, Source
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, Outcome, PathStep

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


class Chromium:
    """A tab of a headless Chromium, spoken to over its debugging pipe."""

    def __init__(self, program: str, profile: Path) -> None:
        child_in, self._to = os.pipe()
        self._from, child_out = os.pipe()
        self._log = (profile.parent / "chromium.log").open("wb")
        script = 'exec 3<&"$1" 4>&"$2"; shift 2; exec "$@"'
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                 "--disable-component-update", "--disable-sync", "--disable-quic", "--disable-dev-shm-usage",
                 "--window-size=1400,1000", f"--user-data-dir={profile}", "--remote-debugging-pipe")  # fmt: skip
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", script, "bash", str(child_in), str(child_out), program, *flags],
            pass_fds=(child_in, child_out), stdout=self._log, stderr=self._log,
        )  # fmt: skip
        os.close(child_in)
        os.close(child_out)
        self._left = b""
        self._number = 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for name in ("Page.enable", "Runtime.enable", "Log.enable", "Network.enable"):
            self.ask(name)
        self.ask("Emulation.setDeviceMetricsOverride", width=1400, height=1000, deviceScaleFactor=1, mobile=False)

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return dict(answer["result"])
            self.events.append(answer)

    def open(self, file: Path, *, scripts: bool = True) -> None:
        self.events.clear()
        self.ask("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.ask("Page.navigate", url=file.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._read())

    def run(self, script: str) -> Any:
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def shot(self, file: Path) -> None:
        file.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def complaints(self) -> list[dict[str, Any]]:
        """Exceptions, console messages and blocked content."""
        bad = {"Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded", "Page.javascriptDialogOpening"}
        return [event for event in self.events if event.get("method") in bad]

    def requests(self) -> list[str]:
        sent = (event for event in self.events if event.get("method") == "Network.requestWillBeSent")
        return [event["params"]["request"]["url"] for event in sent]

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(20)
        os.close(self._to)
        os.close(self._from)
        self._log.close()

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            more = os.read(self._from, 1 << 16)
            assert more, "the browser went away"
            self._left += more
        one, _, self._left = self._left.partition(b"\0")
        return dict(json.loads(one))


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    program = next((found for found in map(shutil.which, names) if found), None)
    if program is None:
        if os.environ.get("ARCHSCAN_TEST_BROWSER") == "required":
            pytest.fail("no Chromium here, and the tests were told that there is one")
        pytest.skip("needs Chromium or Chrome")
    tab = Chromium(program, tmp_path_factory.mktemp("chromium") / "profile")
    yield tab
    tab.close()


@pytest.fixture
def made() -> Callable[[int], System]:
    return rich_system
