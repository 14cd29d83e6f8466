"""The filter, the native front and the Python front agree over the fixtures of all rules of the project."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from scanner.cache import NoCache
from scanner.domain.finding import EngineResult
from scanner.engines.isolation import EngineEnvironment
from scanner.engines.semgrep.answers import Output
from scanner.engines.semgrep.conditions import ANYTHING
from scanner.engines.semgrep.rules import Pattern
from scanner.engines.semgrep.run import OPTIONS, Cancellation, SemgrepRun, native_front
from scanner.engines.semgrep.selection import Selector
from scanner.engines.staging import Staging
from scanner.interfaces import BoundRule
from scanner.processes import Limits
from scanner.sources.repository import RepositoryReader
from tests.unit.engines.semgrep.bench import bundle_of, copy_fixtures, evaluate, project_rules

pytestmark = pytest.mark.engines

ONE_IN = 8
"""Of the files in which no rule can match, so many are put to both fronts: chosen by content, so others in time."""


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


@pytest.fixture(scope="module")
def told() -> list[str]:
    return []


@pytest.fixture(scope="module")
def filtered(rules: tuple[BoundRule, ...], repository: Path, told: list[str]) -> EngineResult:
    return evaluate(repository, rules, report=told.append)


def _told(result: EngineResult) -> tuple[list[str], list[str]]:
    return sorted(one.model_dump_json() for one in result.findings), [one.message for one in result.problems]


def test_with_the_filter_every_rule_finds_what_it_finds_without(
    rules: tuple[BoundRule, ...],
    repository: Path,
    filtered: EngineResult,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Pattern, "needs", ANYTHING)
    whole = evaluate(repository, rules, report=told.append)
    assert _told(filtered)[0] == _told(whole)[0]
    assert set(_told(filtered)[1]) <= set(_told(whole)[1])
    assert {one.rule for one in whole.findings} == {one.rule.name for one in rules}, "each rule has a fixture"
    given, all_files = (int(text.split()[-2]) for text in told)
    assert given < all_files


def test_more_jobs_change_nothing(rules: tuple[BoundRule, ...], repository: Path, filtered: EngineResult) -> None:
    assert evaluate(repository, rules, jobs=3) == filtered


@pytest.fixture(scope="module")
def staging(rules: tuple[BoundRule, ...], repository: Path) -> Iterator[Staging]:
    """All files in which a rule can match, and some of the others."""
    reader = RepositoryReader(repository)
    artifacts = reader.walk().artifacts
    chosen: set[str] = set()
    selector = Selector(bundle_of(rules), reader, NoCache(), "agreement", NoCache())
    selector.select(artifacts, lambda artifact, _: bool(chosen.add(artifact.path)))
    with Staging(reader, "semgrep", place=str) as staging:
        for artifact in artifacts:
            data = (repository / artifact.path).read_bytes()
            if artifact.path in chosen or hashlib.sha256(data).digest()[0] % ONE_IN == 0:
                staging.add(artifact)
        assert len(chosen) < len(staging.paths) < len(artifacts)
        yield staging


@pytest.fixture(scope="module")
def native(rules: tuple[BoundRule, ...], staging: Staging) -> Output:
    environment = EngineEnvironment("semgrep")
    assert native_front(environment).is_file(), "semgrep's own program lies elsewhere: the longer way is taken"
    bundle = bundle_of(rules)
    entries = {(bound.rule.name, number) for bound, number, _ in bundle.entries()}
    return SemgrepRun(environment, Limits(), 2, Cancellation()).over(staging, bundle, entries)


def _run(staging: Staging, options: Sequence[str]) -> dict[str, Any]:
    """What semgrep's command says of the rules and files to which its own program was put before."""
    environment = EngineEnvironment("semgrep")
    command = [str(environment.executable), "scan", *options, f"--config={staging.scratch / 'rules.json'}", "."]
    done = environment.run(command, cwd=staging.tree, scratch=staging.scratch, variables={}, limits=Limits())
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def _matches(native: Output) -> list[tuple[str, int, int, int, str]]:
    return sorted(
        (path, match.line, match.column, match.end_line, match.entry)
        for path, answer in native.answers.items()
        for match in answer.matches
    )


def test_the_native_front_answers_like_the_python_one(native: Output, staging: Staging) -> None:
    python = _run(staging, ["--legacy" if option == "--experimental" else option for option in OPTIONS])
    assert _places(python["results"]) == _matches(native) != []
    errors = [one for one in python["errors"] if one.get("path")]
    assert sorted({(_plain(one["path"]), _kind(one)) for one in errors}) == sorted(
        {(path, fault.kind) for path, answer in native.answers.items() for fault in answer.faults}
    )
    assert any(path == "broken.py" for path, answer in native.answers.items() for _ in answer.faults)


def test_the_program_answers_like_the_command_that_starts_it(native: Output, staging: Staging) -> None:
    assert _places(_run(staging, OPTIONS)["results"]) == _matches(native)


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
