"""Each example gives the result that a reader who knows the principles would give (examples/README.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from scanner.pipeline import Course, assess
from scanner.sources.repository import RepositoryReader
from scanner.sources.several import SeveralRepositories
from tests.own_rules import assessed, yardstick

from .conftest import ROOT

EXAMPLES = ROOT / "examples"
NAMES = (
    "legacy-product", "mixed-estate", "modern-service", "wired-frontend", "wired-frontend-repaired", "worked-product",
)  # fmt: skip


@cache
def expected(name: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load((EXAMPLES / f"{name}.expected.yaml").read_text())
    return loaded


def folders(name: str) -> dict[str, Path]:
    """The repositories of an example by their names; most are one."""
    return {part: EXAMPLES / name / part for part in expected(name).get("repositories", [""])}


def file_of(name: str, path: str) -> Path:
    """The file that a path of the result means: of another repository, or of the first."""
    first, *others = folders(name).values()
    part, _, rest = path.partition("/")
    return EXAMPLES / name / part / rest if part in {other.name for other in others} else first / path


@cache
def result(name: str) -> Mapping[str, Any]:
    first, *others = (RepositoryReader(folder) for folder in folders(name).values())
    if not others:
        return assessed(name).model_dump(mode="json")
    reader = SeveralRepositories(first, dict(zip(list(folders(name))[1:], others, strict=True)))
    return assess(reader, yardstick(), lambda _: None, Course()).model_dump(mode="json")


def controls(name: str) -> dict[str, str]:
    return {c["id"]: c["status"] for principle in result(name)["principles"] for c in principle["controls"]}


def refused(name: str) -> dict[str, str]:
    """Principles and controls that are told with a status which no reader would accept, and that status."""
    told = {principle["id"]: principle["status"] for principle in result(name)["principles"]} | controls(name)
    named = {**expected(name)["principles"], **expected(name)["controls"]}
    others = {identity: expected(name).get("other_controls") for identity in controls(name)}
    accepted = {**others, **named}
    return {one: status for one, status in told.items() if accepted.get(one) and status not in accepted[one]}


def fulfilled(name: str, entry: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The findings that an entry describes."""
    wanted = entry.get("control")
    ids = wanted if isinstance(wanted, list) else [wanted] if wanted else None
    outcome = entry.get("outcome", ["fail", "review"])
    outcomes = outcome if isinstance(outcome, list) else [outcome]
    return [
        finding
        for finding in result(name)["findings"]
        if _told_as(finding) & set(outcomes)
        and (ids is None or finding["control"] in ids)
        and any(_there(name, entry, path, line) for path, line in _places(finding))
    ]


def _told_as(finding: Mapping[str, Any]) -> set[str]:
    """What an entry may call the outcome: a lead is a question of low confidence (docs/decisions/0029)."""
    lead = finding["outcome"] == "review" and finding["confidence"] == "low"
    return {finding["outcome"], "lead"} if lead else {finding["outcome"]}


def _places(finding: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for place in (finding["location"], *finding["related"]):
        yield place["path"], place["start_line"]


def _there(name: str, entry: Mapping[str, Any], path: str, line: int) -> bool:
    if not fnmatchcase(path, entry["path"]):
        return False
    if "contains" not in entry:
        return True
    lines = file_of(name, path).read_text().splitlines()
    return entry["contains"].lower() in lines[line - 1].lower()


def entries(field: str) -> list[Any]:
    return [
        pytest.param(name, entry, id=f"{name}-{entry.get('control')}-{entry['path']}-{entry.get('contains', '')}")
        for name in NAMES
        for entry in expected(name).get(field, ())
    ]


@pytest.mark.parametrize("name", NAMES)
def test_principles_and_controls_have_a_status_that_a_reader_accepts(name: str) -> None:
    # Those that are known to be told wrongly still are: when they no longer are, take them out of not_yet_accepted.
    assert refused(name) == expected(name).get("not_yet_accepted", {})


@pytest.mark.parametrize(("name", "entry"), entries("must_find"))
def test_what_must_be_found_is_found(name: str, entry: Mapping[str, Any]) -> None:
    assert fulfilled(name, entry), f"nothing in {name} for {dict(entry)}"


@pytest.mark.parametrize(("name", "entry"), entries("must_not_find"))
def test_traps_are_not_walked_into(name: str, entry: Mapping[str, Any]) -> None:
    # What is said of files for development is ranked lower and counts for nothing: that is no accusation.
    accused = [finding for finding in fulfilled(name, entry) if finding["role"] != "development"]
    assert [finding["message"] for finding in accused] == []


@pytest.mark.parametrize("name", NAMES)
def test_known_gaps_are_still_gaps(name: str) -> None:
    """When this fails, a gap was closed: move the entry to ``must_find``."""
    assert [entry for entry in expected(name).get("not_yet_found", ()) if fulfilled(name, entry)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_rule_and_no_engine_broke(name: str) -> None:
    assert [problem["message"] for problem in result(name)["problems"] if problem["stage"] == "engines"] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_place_that_is_named_exists(name: str) -> None:
    for finding in result(name)["findings"]:
        for path, line in _places(finding):
            file = file_of(name, path)
            assert file.exists(), finding
            if file.is_file():
                assert line <= max(1, len(file.read_bytes().splitlines())), finding


def test_a_lead_is_a_question_and_a_question_need_not_be_a_lead() -> None:
    asked = {"control": "REPLACEABLE-02", "path": "archscan-evidence.yaml"}
    led = {"control": "SAFETY-04", "path": "docs/clinical-safety/hazard-log.md"}
    assert fulfilled("worked-product", {**asked, "outcome": "review"})
    assert not fulfilled("worked-product", {**asked, "outcome": "lead"})
    assert fulfilled("worked-product", {**led, "outcome": "review"}) == fulfilled(
        "worked-product", {**led, "outcome": "lead"}
    )


def test_examples_are_all_here() -> None:
    found = {path.name.removesuffix(".expected.yaml") for path in Path(EXAMPLES).glob("*.expected.yaml")}
    assert found == set(NAMES)
