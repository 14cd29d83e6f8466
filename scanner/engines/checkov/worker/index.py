"""Where each check of this version of checkov is: made once, by importing all of them."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CLASSES = {
    "resource": "checkov.terraform.checks.resource",
    "data": "checkov.terraform.checks.data",
    "provider": "checkov.terraform.checks.provider",
    "module": "checkov.terraform.checks.module",
    "kubernetes": "checkov.kubernetes.checks.resource",
}
"""Kind of check to the package that holds its classes, and whose ``registry`` holds its instances."""
GRAPHS = {"terraform": "terraform/checks/graph_checks", "kubernetes": "kubernetes/checks/graph_checks"}
"""Framework to the folder, below ``checkov``, of checks that are written as data."""
_REGISTRIES = {"resource": "resource_registry", "data": "data_registry", "provider": "provider_registry"}
_REGISTRIES |= {"module": "module_registry", "kubernetes": "registry"}
_TYPE = re.compile(r"[\"'`]((?:aws|azurerm|google)_\w+)[\"'`]")
"""A type of Terraform that is named in a source text."""
_DATA = ("data.aws_iam_policy_document",)
"""What classes that look around find by other means than its type."""
_ENDINGS = (".json", ".yaml", ".yml")


def registry(kind: str) -> Any:
    """The registry of checkov that holds the checks of a kind."""
    return getattr(importlib.import_module(f"{CLASSES[kind]}.registry"), _REGISTRIES[kind])


def modules(root: Path, package: str) -> Iterator[str]:
    """Names of all modules that checkov imports of a package of checks, in a stable order."""
    folder = root.joinpath(*package.split("."))
    imported = (folder / "__init__.py").read_text("utf-8")
    for found in sorted(pkgutil.iter_modules([str(folder)]), key=lambda one: one.name):
        name = f"{package}.{found.name}"
        if not found.ispkg:
            yield name
        elif f"from {name} import *" in imported:  # a few packages are forgotten there, so that nobody runs them
            yield from modules(root, name)


def parsed(raw: Any, path: str) -> Any:
    """A check that is written as data, ready to run."""
    parser = importlib.import_module("checkov.common.checks_infra.checks_parser").GraphCheckParser()
    every = importlib.import_module("checkov.common.checks_infra.resources_types").resources_types
    provider = raw.get("scope", {}).get("provider", "")
    types = every.get(provider.lower()) if isinstance(provider, str) else None
    return parser.parse_raw_check(raw, resources_types=types, check_path=path)


def make(root: Path) -> dict[str, Any]:
    """The index.

    Args:
        root: The folder in which ``checkov`` lies.

    Returns:
        ``checks``: id to a list of entries, each with ``kind``, ``types`` and ``name``, and ``module`` (and ``around``,
            for those that look around) or ``framework`` and ``check``;
        ``faults``: modules and files that could not be read, with the kind of error.
    """
    checks: dict[str, list[dict[str, Any]]] = {}
    faults: dict[str, str] = {}
    for kind, package in CLASSES.items():
        for name in modules(root, package):
            try:
                _classes(root, kind, name, checks)
            except Exception as error:  # noqa: BLE001  # whatever a module of checkov does when it is imported
                faults[name] = f"{type(error).__name__}: {error}"
    for framework, folder in GRAPHS.items():
        for path in sorted((root / "checkov" / folder).rglob("*")):
            if path.suffix in _ENDINGS:
                try:
                    identifier, entry = _graph(framework, path)
                except Exception as error:  # noqa: BLE001  # as above
                    faults[str(path.relative_to(root))] = f"{type(error).__name__}: {error}"
                else:
                    checks.setdefault(identifier, []).append(entry)
    return {"checks": dict(sorted(checks.items())), "faults": dict(sorted(faults.items()))}


def _classes(root: Path, kind: str, name: str, checks: dict[str, list[dict[str, Any]]]) -> None:
    """Add the checks that come to be when a module is imported."""
    known = registry(kind)
    before = {id(check) for _, check in known.all_checks()}
    importlib.import_module(name)
    source = root.joinpath(*name.split(".")).with_suffix(".py").read_text("utf-8")
    added: dict[int, tuple[Any, list[str]]] = {}
    for entity, check in known.all_checks():
        if id(check) not in before:
            added.setdefault(id(check), (check, []))[1].append(entity)
    for check, types in added.values():
        entry: dict[str, Any] = {"kind": kind, "module": name, "types": sorted(types), "name": str(check.name)}
        if "self.graph" in source:
            entry["around"] = sorted({*_TYPE.findall(source), *types, *_DATA})
        checks.setdefault(check.id, []).append(entry)


def _graph(framework: str, path: Path) -> tuple[str, dict[str, Any]]:
    text = path.read_text("utf-8")
    raw = json.loads(text) if path.suffix == ".json" else importlib.import_module("yaml").safe_load(text)
    check = parsed(raw, str(path))
    entry = {
        "kind": "graph",
        "framework": framework,
        "check": raw,
        "types": sorted(set(_types(check))),
        "name": str(check.name),
    }
    return str(check.id), entry


def _types(check: Any) -> Iterator[str]:
    """All types of which a check speaks."""
    for one in (check.resource_types, check.connected_resources_types):
        yield from [one] if isinstance(one, str) else one or []
    for inner in check.sub_checks:
        yield from _types(inner)
