"""What archscan makes of whole configurations is what real Terraform plans for them."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from scanner.domain.configuration import TerraformConfiguration, TerraformRoot
from scanner.domain.resource import Parsed, Resource
from scanner.parsers.terraform.parser import TerraformParser
from scanner.sources.repository import RepositoryReader
from tests.terraform.plan_comparison import Mismatch, compare_resource, compare_value
from tests.terraform.record_projects import PROJECTS, SCHEMAS, PlanOrder, project_folders, read_orders, read_secrets

Tree = Any
_FOLDERS = project_folders()
_PLANS = [
    pytest.param(folder, name, order, environment, id=f"{folder.name}: {environment}")
    for folder in _FOLDERS
    for name, order in read_orders(folder).items()
    for environment in (f"{order.root} ({name})", order.found_as)
    if environment
]
_NO_RESOURCE = frozenset(("module", "terraform", "variable", "output"))


def expected_differences(project: str, plan: str) -> dict[str, str]:
    """Places that may differ, and why."""
    entries = yaml.safe_load((PROJECTS / "differences.yaml").read_text(encoding="utf-8")) or ()
    return {
        place: entry["reason"]
        for entry in entries
        if entry["project"] == project and entry.get("plan", plan) == plan
        for place in entry["at"]
    }


@functools.cache
def parsed(folder: Path, *, declared: bool) -> Parsed:
    """The project as archscan reads it, with its plans declared as in ``archscan.yaml`` or left to be found."""
    orders = read_orders(folder) if declared else {}
    roots = [
        TerraformRoot(
            path=order.root, name=name, var_files=tuple(order.var_files), workspace=order.workspace or "default"
        )
        for name, order in orders.items()
    ]
    reader = RepositoryReader(folder)
    parser = TerraformParser(configuration=TerraformConfiguration(roots=tuple(roots)))
    (unit,) = parser.units(reader.walk().artifacts)
    return parser.parse(unit, reader)


@functools.cache
def schemas() -> Mapping[str, Tree]:
    """What the provider says of the types that the projects use."""
    return json.loads(SCHEMAS.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def recorded(folder: Path) -> Mapping[str, Tree]:
    """What Terraform planned, by the names of the plans."""
    return json.loads((folder / "recorded.json").read_text(encoding="utf-8"))["plans"]  # type: ignore[no-any-return]


def mismatches(folder: Path, plan: str, order: PlanOrder, environment: str) -> Iterator[Mismatch]:
    """Everything that is not as Terraform has it."""
    found = parsed(folder, declared=environment != order.found_as)
    ours = {resource.address: resource for resource in found.resources if resource.environment == environment}
    assert ours, sorted({resource.environment for resource in found.resources})
    record = recorded(folder)[plan]
    managed = {address: resource for address, resource in ours.items() if _is_managed(resource)}
    for address in sorted(managed.keys() ^ record["resources"].keys()):
        yield Mismatch(address, "", "there" if address in managed else "absent", "the other")
    for address in sorted(managed.keys() & record["resources"].keys()):
        planned = record["resources"][address]
        yield from compare_resource(managed[address], planned["values"], schemas()[planned["type"]])
    for name, value in record["outputs"].items():
        address = f"output.{name}"
        output = ours.get(address)
        yield from compare_value(address, output.attributes.get("value") if output else None, value)


def _is_managed(resource: Resource) -> bool:
    return resource.type not in _NO_RESOURCE and not resource.type.startswith(("data.", "provider."))


@pytest.mark.parametrize(("folder", "plan", "order", "environment"), _PLANS)
def test_project_is_read_as_terraform_plans_it(folder: Path, plan: str, order: PlanOrder, environment: str) -> None:
    expected = expected_differences(folder.name, plan)
    found = {mismatch.key: mismatch for mismatch in mismatches(folder, plan, order, environment)}
    assert [mismatch for key, mismatch in found.items() if key not in expected] == []
    assert expected.keys() <= found.keys(), "no difference any more: take it from the list"


@pytest.mark.parametrize("folder", _FOLDERS, ids=lambda path: path.name)
def test_what_terraform_accepts_is_no_problem(folder: Path) -> None:
    assert [(problem.message, problem.location) for problem in parsed(folder, declared=True).problems] == []


@pytest.mark.parametrize("folder", [folder for folder in _FOLDERS if read_secrets(folder)], ids=lambda path: path.name)
def test_sensitive_values_appear_nowhere(folder: Path) -> None:
    text = parsed(folder, declared=True).model_dump_json()
    sources = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.tf*"))
    assert all(secret in sources for secret in read_secrets(folder))
    assert [secret for secret in read_secrets(folder) if secret in text] == []


def test_there_are_enough_projects_and_few_differences() -> None:
    entries = yaml.safe_load((PROJECTS / "differences.yaml").read_text(encoding="utf-8")) or ()
    assert len(_FOLDERS) >= 25
    assert len(entries) <= 25
    assert all(entry["reason"].strip() for entry in entries)
    assert {entry["project"] for entry in entries} <= {folder.name for folder in _FOLDERS}


def test_every_plan_is_recorded() -> None:
    for folder in _FOLDERS:
        assert recorded(folder).keys() == read_orders(folder).keys(), folder.name
