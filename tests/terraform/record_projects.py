"""Asks real Terraform, with the real AWS provider and without a network, what each project plans.

Run where both are installed: ``python -m tests.terraform.record_projects [project ...]``. The answers lie beside the
projects as ``recorded.json``, so that the tests need neither. The same projects give the same bytes.

Each ``project.yaml`` names its plans::

    about: what the project shows
    plans:
      dev:
        root: environments/dev     # folder that terraform runs in; the project's own without it
        var_files: [dev.tfvars]    # beside the root, in the order of the command line
        workspace: dev
        given: {image_tag: "1.2"}  # -var
        found_as: environments/dev # environment that archscan finds by itself, undeclared, with the same content
    secrets: [text that must appear in no result]
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tests.terraform import real_terraform
from tests.terraform.slim_plans import Answer, Names, Tree, joined, slim

PROJECTS = Path(__file__).parent / "projects"
PLUGINS = Path(os.environ.get("ARCHSCAN_TF_PLUGINS", "/opt/tf-plugins"))
SCHEMAS = PROJECTS / "schemas.json"
_SKIPPED = ("credentials_validation", "requesting_account_id", "metadata_api_check", "region_validation")
_OFFLINE = (
    '  access_key = "offline"\n  secret_key = "offline"\n'
    + "".join(f"  skip_{name} = true\n" for name in _SKIPPED)
    + "  ignore_tags {}\n"
)
_ENVIRONMENT = {"TF_CLI_ARGS_plan": "-no-color", "AWS_REGION": "eu-west-2", "AWS_EC2_METADATA_DISABLED": "true"}
_ALIAS = re.compile(r'^\s*alias\s*=\s*"(\w+)"', re.MULTILINE)
_WRITTEN = re.compile(r'(?:^|[{(,;])\s*"?([a-z_][a-z0-9_]*)"?\s*[={:]|dynamic\s+"(\w+)"', re.MULTILINE)


@dataclass(frozen=True)
class PlanOrder:
    """One run of ``terraform plan``."""

    root: str = "."
    var_files: Sequence[str] = ()
    workspace: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    found_as: str = ""


def project_folders(only: Sequence[str] = ()) -> list[Path]:
    """The projects, by name."""
    return sorted(path.parent for path in PROJECTS.glob("*/project.yaml") if not only or path.parent.name in only)


def read_orders(folder: Path) -> dict[str, PlanOrder]:
    """The plans that a project asks for."""
    written = yaml.safe_load((folder / "project.yaml").read_text(encoding="utf-8"))
    return {name: PlanOrder(**(order or {})) for name, order in written["plans"].items()}


def read_secrets(folder: Path) -> list[str]:
    """Texts of the project that must appear in no result."""
    written = yaml.safe_load((folder / "project.yaml").read_text(encoding="utf-8"))
    return list(written.get("secrets", ()))


def record_projects(only: Sequence[str] = ()) -> None:
    """Plan the projects and write down what Terraform answered.

    Args:
        only: Names of projects; all of them without it.
    """
    folders = project_folders(only)
    kept = json.loads(SCHEMAS.read_text(encoding="utf-8")) if only and SCHEMAS.exists() else {}
    with ThreadPoolExecutor(2) as pool:
        for schemas in pool.map(_record, folders):
            for kind, schema in schemas.items():
                kept[kind] = joined(kept.get(kind, {}), schema)
    _write(SCHEMAS, kept)


def _record(folder: Path) -> dict[str, Tree]:
    """Write one project's record; gives the schemas of what stands in it."""
    plans: dict[str, Tree] = {}
    schemas: dict[str, Tree] = {}
    head: dict[str, str] = {}
    for name, order in read_orders(folder).items():
        answer = _ask(folder, order)
        head = {"terraform": answer.plan["terraform_version"], "aws": _provider_version()}
        plans[name] = slim(answer, schemas)
    _write(folder / "recorded.json", {"versions": head, "plans": plans})
    sizes = [f"{name} {len(plan['resources'])}" for name, plan in plans.items()]
    print(f"{folder.name}: {', '.join(sizes)}")  # noqa: T201
    return schemas


def _provider_version() -> str:
    found = next(PLUGINS.glob("registry.terraform.io/hashicorp/aws/*"))
    return found.name


def _write(path: Path, content: Tree) -> None:
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def _ask(folder: Path, order: PlanOrder) -> Answer:
    with tempfile.TemporaryDirectory(prefix="plan-") as temporary:
        home = Path(temporary) / folder.name
        shutil.copytree(folder, home, ignore=shutil.ignore_patterns("recorded.json", "project.yaml"))
        root = home / order.root
        _take_offline(root)
        _terraform(root, "init", "-input=false", f"-plugin-dir={PLUGINS}")
        if order.workspace:
            _terraform(root, "workspace", "new", order.workspace)
        chosen = [f"-var-file={name}" for name in order.var_files]
        given = [f"-var={name}={value}" for name, value in order.given.items()]
        _terraform(root, "plan", "-input=false", "-refresh=false", "-lock=false", "-out=plan.bin", *chosen, *given)
        plan = json.loads(_terraform(root, "show", "-json", "plan.bin"))
        schemas = json.loads(_terraform(root, "providers", "schema", "-json"))
        return Answer(plan, schemas, _names(home), read_secrets(folder))


def _take_offline(root: Path) -> None:
    """Override files, as Terraform merges them: no network, no account, state in a local file."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(root.glob("*.tf*")) if path.is_file())
    blocks = [f'provider "aws" {{\n{_OFFLINE}}}\n']
    blocks += [f'provider "aws" {{\n  alias = "{alias}"\n{_OFFLINE}}}\n' for alias in sorted(set(_ALIAS.findall(text)))]
    if re.search(r'\bbackend\s+"', text):
        blocks.append('terraform {\n  backend "local" {}\n}\n')
    (root / "zz_offline_override.tf").write_text("\n".join(blocks), encoding="utf-8")


def _terraform(root: Path, *arguments: str) -> str:
    answer = real_terraform.run([*arguments], root, **_ENVIRONMENT)
    if answer.code:
        raise RuntimeError(f"{root}: terraform {' '.join(arguments)}\n{answer.errors}")
    return answer.output


def _names(home: Path) -> Names:
    plain: set[str] = set()
    dynamic: set[str] = set()
    for path in home.rglob("*.tf*"):
        if path.is_file() and path.suffix in (".tf", ".json"):
            for name, block in _WRITTEN.findall(path.read_text(encoding="utf-8")):
                (plain if name else dynamic).add(name or block)
    return Names(frozenset(plain | dynamic), frozenset(dynamic))


if __name__ == "__main__":
    record_projects(sys.argv[1:])
