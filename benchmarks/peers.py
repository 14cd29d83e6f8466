"""What a user would type instead of ``archscan scan``: checkov with the same ids, semgrep with the same rule files."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from scanner.cli.scan import load_yardstick
from scanner.domain.rule import CheckovCheck, SemgrepCheck
from scanner.engines.checkov.frameworks import frameworks_of
from scanner.engines.isolation import EngineEnvironment
from scanner.interfaces import BoundRule, Report
from scanner.policies import bind

POLICY = "default"
_CHECKOV = ("--output", "json", "--soft-fail", "--compact", "--quiet", "--skip-download")
_SEMGREP = ("--json", "--quiet", "--metrics=off", "--disable-version-check")


@dataclass(frozen=True)
class Peer:
    """A program of others, with its arguments up to the folder that it is to look at."""

    name: str
    version: str
    environment: EngineEnvironment
    arguments: tuple[str, ...]
    found: Callable[[str], int]
    """How many results its output holds."""
    rules: Path | None = None
    """Folder of its rule files."""

    def command(self, folder: Path) -> Sequence[str]:
        """What is run.

        Args:
            folder: The repository.
        """
        return [str(self.environment.executable), *self.arguments, str(folder)]

    def variables(self) -> Mapping[str, str]:
        """The variables that it needs beside the smallest set."""
        return {"PATH": os.pathsep.join([str(self.environment.python.parent), os.environ.get("PATH", os.defpath)])}

    @property
    def typed(self) -> str:
        """What a user would type."""
        return " ".join([self.name, *self.arguments, "FOLDER"]).replace(str(self.rules or "RULES"), "RULES")


def bound_rules() -> tuple[BoundRule, ...]:
    """The rules of the default policy, as a scan puts them to a repository."""
    yardstick = load_yardstick(POLICY, None, datetime.now(UTC).date())
    return bind(yardstick.policy, yardstick.packs, yardstick.catalog)


def counted(rules: Sequence[BoundRule]) -> str:
    """How many rules of which engine, in words."""
    numbers = Counter(bound.rule.check.engine for bound in rules)
    return f"{len(rules)} rules ({', '.join(f'{number} {engine}' for engine, number in sorted(numbers.items()))})"


def peers(rules: Sequence[BoundRule], scratch: Path, report: Report) -> tuple[Peer, ...]:
    """Both programs, in the environments that archscan itself uses; these are made if they are missing.

    Args:
        rules: Their ids and rule files are what the programs are given.
        scratch: A folder for the rule files.
        report: Is told when something is installed.
    """
    checkov, semgrep = EngineEnvironment("checkov"), EngineEnvironment("semgrep")
    for environment in (checkov, semgrep):
        environment.ensure(report, offline=False)
    ids = checkov_ids(rules)
    frameworks = sorted({framework.value for one in ids for framework in frameworks_of(one)})
    config = scratch / "rules"
    write_semgrep_rules(rules, config)
    return (
        Peer(
            "checkov",
            checkov.version,
            checkov,
            ("--check", ",".join(ids), "--framework", *frameworks, *_CHECKOV, "-d"),
            found_by_checkov,
        ),
        Peer(
            "semgrep", semgrep.version, semgrep, ("scan", *_SEMGREP, "--config", str(config)), found_by_semgrep, config
        ),
    )


def found_by_checkov(output: str) -> int:
    """Passed and failed checks.

    Args:
        output: JSON of one framework or of several; without a framework that found a file it has no summary.
    """
    report = json.loads(output)
    summaries = [one.get("summary", one) for one in (report if isinstance(report, list) else [report])]
    return sum(one[kind] for one in summaries for kind in ("passed", "failed"))


def found_by_semgrep(output: str) -> int:
    """Matches of all rules.

    Args:
        output: JSON.
    """
    return len(json.loads(output)["results"])


def checkov_ids(rules: Sequence[BoundRule]) -> tuple[str, ...]:
    """All ids that rules are bound to."""
    checks = (bound.rule.check for bound in rules)
    return tuple(sorted({one for check in checks if isinstance(check, CheckovCheck) for one in check.ids}))


def write_semgrep_rules(rules: Sequence[BoundRule], folder: Path) -> int:
    """Copy the rule files, each under the name of its rule.

    Entries get numbers, because semgrep keeps only the first of several with one id: without them it would have
    less to do than archscan.

    Args:
        rules: Those of other engines are left out.
        folder: Is made.

    Returns:
        How many entries were written.
    """
    folder.mkdir(parents=True)
    number = 0
    for bound in rules:
        if not isinstance(bound.rule.check, SemgrepCheck):
            continue
        entries: list[dict[str, Any]] = yaml.safe_load((bound.folder / bound.rule.check.config).read_bytes())["rules"]
        for entry in entries:
            number += 1
            entry["id"] = f"{entry['id']}.entry-{number}"
            entry.setdefault("severity", "WARNING")
            entry.setdefault("message", bound.rule.title)
        # JSON is YAML, and keeps every text as it is.
        (folder / f"{bound.rule.name}.yaml").write_text(json.dumps({"rules": entries}), encoding="utf-8")
    return number
