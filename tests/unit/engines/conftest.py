"""A small repository on disk, read by the real reader and the real parsers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scanner.domain.catalog import Catalog, Severity
from scanner.domain.finding import EngineResult
from scanner.domain.resource import Resource
from scanner.domain.rule import Rule
from scanner.domain.system import System
from scanner.engines.checkov.command_line import CheckovCommandLine
from scanner.engines.semgrep.engine import SemgrepEngine
from scanner.interfaces import BoundRule, Engine, EngineContext
from scanner.parsers.kubernetes.parser import KubernetesParser
from scanner.parsers.workflow import WorkflowParser
from scanner.sources.repository import RepositoryReader


@dataclass
class Bench:
    """Writes files and rules, and puts the rules to the files."""

    root: Path
    packs: Path
    known: tuple[Resource, ...] = ()
    """Resources besides those that the parsers of Kubernetes and workflows find."""

    def write(self, files: Mapping[str, str | bytes]) -> None:
        for path, content in files.items():
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())

    def rule(self, name: str, semgrep: str | None = None, **check: Any) -> BoundRule:
        folder = self.packs / name
        folder.mkdir(parents=True, exist_ok=True)
        if semgrep is not None:
            (folder / "semgrep.yaml").write_text(semgrep)
        rule = Rule(
            name=name,
            title=name,
            control="CYBER-01",
            severity=Severity.HIGH,
            description="d",
            rationale="r",
            remediation="m",
            clauses=("NAP-4",),
            check={"engine": "checkov" if semgrep is None else "semgrep", **check},  # type: ignore[arg-type]
        )
        return BoundRule(rule=rule, folder=folder, principle="CYBER")

    def system(self) -> tuple[System, RepositoryReader]:
        reader = RepositoryReader(self.root)
        artifacts = reader.walk().artifacts
        parsed = [
            parser.parse(unit, reader)
            for parser in (KubernetesParser(), WorkflowParser())
            for unit in parser.units(artifacts)
        ]
        resources = tuple(resource for part in parsed for resource in part.resources) + self.known
        return System(source=reader.source(), artifacts=artifacts, resources=resources), reader

    def evaluate(
        self,
        *rules: BoundRule,
        engine: Engine | None = None,
        offline: bool = False,
        report: Callable[[str], None] = lambda _: None,
    ) -> EngineResult:
        system, reader = self.system()
        if engine is None:
            engine = CheckovCommandLine() if rules[0].rule.check.engine == "checkov" else SemgrepEngine()
        context = EngineContext(
            catalog=Catalog(version="1", principles=(), controls=(), clauses=()),
            as_of=date(2026, 11, 1),
            rules_root=self.packs,
            offline=offline,
        )
        return engine.evaluate(rules, system, reader, context, report)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    root = tmp_path / "repository"
    root.mkdir()
    return Bench(root=root, packs=tmp_path / "packs")
