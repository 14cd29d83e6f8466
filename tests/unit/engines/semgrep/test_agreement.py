"""The filter, the native front and the Python front agree over the fixtures of all rules of the project."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scanner.domain.finding import EngineResult
from scanner.engines.isolation import EngineEnvironment
from scanner.engines.semgrep.conditions import ANYTHING
from scanner.engines.semgrep.rules import Pattern
from scanner.engines.semgrep.run import OPTIONS, Cancellation, SemgrepRun, native_front
from scanner.engines.staging import Staging
from scanner.interfaces import BoundRule
from scanner.processes import Limits
from scanner.sources.repository import RepositoryReader
from tests.unit.engines.semgrep.bench import bundle_of, copy_fixtures, evaluate, project_rules

pytestmark = pytest.mark.engines


@pytest.fixture(scope="module")
def rules() -> tuple[BoundRule, ...]:
    return project_rules()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("repository")
    copy_fixtures(root)
    broken = "import requests\nrequests.get(verify=False\ndef (:\nrequests.get('https://nhs.example', verify=False)\n"
    (root / "broken.py").write_text(broken)
    return root


def _told(result: EngineResult) -> tuple[list[str], list[str]]:
    return sorted(one.model_dump_json() for one in result.findings), [one.message for one in result.problems]


def test_with_the_filter_every_rule_finds_what_it_finds_without(
    rules: tuple[BoundRule, ...], repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    filtered = evaluate(repository, rules, report=told.append)
    monkeypatch.setattr(Pattern, "needs", ANYTHING)
    whole = evaluate(repository, rules, report=told.append)
    assert _told(filtered)[0] == _told(whole)[0]
    assert set(_told(filtered)[1]) <= set(_told(whole)[1])
    assert {one.rule for one in whole.findings} == {one.rule.name for one in rules}, "each rule has a fixture"
    given, all_files = (int(text.split()[-2]) for text in told)
    assert given < all_files


def test_more_jobs_change_nothing(rules: tuple[BoundRule, ...], repository: Path) -> None:
    assert evaluate(repository, rules, jobs=1) == evaluate(repository, rules, jobs=3)


@pytest.fixture
def staging(repository: Path) -> Iterator[Staging]:
    reader = RepositoryReader(repository)
    with Staging(reader, "semgrep", place=str) as staging:
        for artifact in reader.walk().artifacts:
            staging.add(artifact)
        yield staging


def test_the_native_front_answers_like_the_python_one(rules: tuple[BoundRule, ...], staging: Staging) -> None:
    environment = EngineEnvironment("semgrep")
    bundle = bundle_of(rules)
    native = SemgrepRun(environment, Limits(), 2, Cancellation()).over(staging, bundle)
    options = ["--legacy" if option == "--experimental" else option for option in OPTIONS]
    command = [str(environment.executable), "scan", *options, f"--config={staging.scratch / 'rules.json'}", "."]
    done = environment.run(command, cwd=staging.tree, scratch=staging.scratch, variables={}, limits=Limits())
    python = json.loads(done.stdout)
    assert _places(python["results"]) == sorted(
        (path, match.line, match.column, match.end_line, match.entry)
        for path, answer in native.answers.items()
        for match in answer.matches
    )
    errors = [one for one in python["errors"] if one.get("path")]
    assert sorted({(_plain(one["path"]), _kind(one)) for one in errors}) == sorted(
        {(path, fault.kind) for path, answer in native.answers.items() for fault in answer.faults}
    )
    assert any(path == "broken.py" for path, answer in native.answers.items() for _ in answer.faults)


def test_the_program_answers_like_the_command_that_starts_it(rules: tuple[BoundRule, ...], staging: Staging) -> None:
    environment = EngineEnvironment("semgrep")
    assert native_front(environment).is_file(), "semgrep's own program lies elsewhere: the longer way is taken"
    run = SemgrepRun(environment, Limits(), 2, Cancellation())
    direct = run.over(staging, bundle_of(rules))
    command = [str(environment.executable), "scan", *OPTIONS, f"--config={staging.scratch / 'rules.json'}", "."]
    done = environment.run(command, cwd=staging.tree, scratch=staging.scratch, variables={}, limits=Limits())
    assert _places(json.loads(done.stdout)["results"]) == sorted(
        (path, match.line, match.column, match.end_line, match.entry)
        for path, answer in direct.answers.items()
        for match in answer.matches
    )


def _places(results: list[dict[str, Any]]) -> list[tuple[str, int, int, int, str]]:
    return sorted(
        (
            _plain(one["path"]),
            one["start"]["line"],
            one["start"]["col"],
            one["end"]["line"],
            one["check_id"].partition(".entry-")[0],
        )
        for one in results
    )


def _plain(path: str) -> str:
    return path.removeprefix("./")


def _kind(error: dict[str, Any]) -> str:
    return str(error["type"][0] if isinstance(error["type"], list) else error["type"])
