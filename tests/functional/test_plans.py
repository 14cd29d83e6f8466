"""Plans and states as a user gives them: options, hints, and the same findings as the source gives."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from scanner.cli.shown import read_shown
from scanner.domain.finding import Finding
from scanner.domain.resource import Resource
from scanner.engines.native import NativeEngine
from scanner.interfaces import EngineContext
from scanner.parsers import default_parsers
from scanner.parsers.terraform.shown.document import Shown
from scanner.pipeline import read
from scanner.pipeline.stages import evaluate, model, parse
from scanner.policies import bind
from scanner.sources.repository import RepositoryReader
from tests.own_rules import yardstick

from .conftest import DAY, Archscan, write

PLANS = Path(__file__).parents[1] / "unit" / "parsers" / "terraform" / "plan"
SECRETS = ("battery", "horse", "staple", "four-two")


def project(tmp_path: Path, name: str) -> tuple[Path, Path]:
    root = tmp_path / "repository"
    shutil.copytree(PLANS / name, root, ignore=shutil.ignore_patterns("*.json"))
    return root, PLANS / name / "plan.json"


def findings(root: Path, shown: tuple[Shown, ...]) -> tuple[list[Finding], tuple[Resource, ...]]:
    """What native rules say."""
    measure = yardstick(date.fromisoformat(DAY))
    reader = RepositoryReader(root)
    reading = read(reader, enough=bool(shown))
    parsed = parse(default_parsers(), reading, reader, print, shown=shown)
    system = model(reader, reading, parsed, print)
    rules = [
        rule
        for rule in bind(measure.policy, measure.packs, measure.catalog)
        if rule.rule.check.engine == NativeEngine.name
    ]
    context = EngineContext(catalog=measure.catalog, as_of=measure.as_of, rules_root=measure.rules_root, offline=True)
    result = evaluate([NativeEngine()], rules, system, reader, context, print)
    return list(result.findings), system.resources


def said(found: list[Finding]) -> set[tuple[str, str, str, int]]:
    return {(one.rule, one.outcome.value, one.location.path, one.location.start_line) for one in found}


@pytest.mark.parametrize("name", ["flat", "clinic"])
def test_a_plan_and_its_source_give_the_same_findings(tmp_path: Path, name: str) -> None:
    root, plan = project(tmp_path, name)
    written, resources = findings(root, ())
    assert (name == "clinic") is any(resource.module_path for resource in resources)
    planned, _ = findings(root, read_shown([plan], [], root))
    assert said(planned) == said(written)
    assert {outcome for _, outcome, _, _ in said(planned)} >= {"fail", "pass"}


def test_no_secret_of_a_plan_is_in_the_result(archscan: Archscan, tmp_path: Path) -> None:
    for name in ("flat", "clinic"):
        run = archscan(
            "scan", write(tmp_path / name, {"README.md": ""}), "--plan", PLANS / name / "plan.json", "--format", "json"
        )
        assert run.code in {0, 1, 4}, run.err
        assert run.json["inventory"]["terraform_plans"] == 1
        assert {finding["location"]["path"] for finding in run.json["findings"]} >= {"plan.json"}
        for secret in SECRETS:
            assert secret not in run.out + run.err


def test_a_plan_needs_no_source_beside_it(archscan: Archscan, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    run = archscan("scan", tmp_path / "empty", "--state", PLANS / "aws-state.json", "--offline", "--format", "json")
    assert run.code in {0, 1, 4}, run.err
    failed = {one["rule"]: one["subject"] for one in run.json["findings"] if one["outcome"] == "fail"}
    assert failed["database-port-open-to-the-world"] == "aws_security_group.database"
    assert "copper-kettle" not in run.out


@pytest.mark.parametrize(
    ("option", "name", "content", "told"),
    [
        ("--plan", "tfplan", b"PK\x03\x04", "hint: write it as JSON first: terraform show -json tfplan > tfplan.json"),
        ("--plan", "x.json", b"{}", "without format_version"),
        ("--plan", "x.json", b'{"format_version":"1.0","values":{}}', "hint: give it as --state"),
        ("--state", "x.json", b'{"format_version":"1.2","planned_values":{}}', "hint: give it as --plan"),
        ("--state", "x.json", b'{"version":4,"lineage":"l","serial":3}', "terraform show -json terraform.tfstate"),
        ("--plan", "x.json", b'{"format_version":"9.0","planned_values":{}}', "'9.0'"),
        ("--plan", "x.json", None, "could not be read"),
    ],
)
def test_a_wrong_file_is_exit_2_with_a_hint(
    archscan: Archscan, tmp_path: Path, option: str, name: str, content: bytes | None, told: str
) -> None:
    root = write(tmp_path / "repository", {"main.tf": ""})
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    run = archscan("scan", root, option, file, "--offline")
    assert run.code == 2, run.err
    assert told in run.err
    assert name in run.err
    assert "Traceback" not in run.err


def test_a_file_that_is_too_large_is_exit_2(archscan: Archscan, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    with file.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024 + 1)  # sparse: takes no room
    run = archscan("scan", tmp_path, "--plan", file, "--offline")
    assert run.code == 2
    assert "larger than 200 MB" in run.err


def test_plans_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    text = (PLANS / "booking" / "plan.json").read_bytes()
    root = write(tmp_path, {"dev/plan.json": text, "prod/plan.json": text, "one.json": text})
    files = [root / "dev/plan.json", root / "prod/plan.json", root / "one.json"]
    shown = read_shown(files, [], root)
    assert [one.environment for one in shown] == ["plan dev/plan.json", "plan prod/plan.json", "plan one.json"]
    assert shown[0].parsed.resources[0].location.path == "dev/plan.json"
    (outside,) = read_shown(files[:1], [], root / "prod")
    assert outside.parsed.resources[0].location.path == "plan.json"
    assert json.loads(text)["format_version"] == "1.2"
