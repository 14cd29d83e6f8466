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
    secrets: [text that must appear in no result]
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

PROJECTS = Path(__file__).parent / "projects"
PLUGINS = Path(os.environ.get("ARCHSCAN_TF_PLUGINS", "/opt/tf-plugins"))
SCHEMAS = PROJECTS / "schemas.json"
UNKNOWN, SENSITIVE = "$unknown", "$sensitive"
META = frozenset(("count", "for_each", "depends_on", "lifecycle", "provider", "provisioner", "connection"))

_SKIPPED = ("credentials_validation", "requesting_account_id", "metadata_api_check", "region_validation")
_OFFLINE = (
    '  access_key = "offline"\n  secret_key = "offline"\n'
    + "".join(f"  skip_{name} = true\n" for name in _SKIPPED)
    + "  ignore_tags {}\n"
)
_ALIAS = re.compile(r'^\s*alias\s*=\s*"(\w+)"', re.MULTILINE)
_WRITTEN = re.compile(r'(?:^|[{(,;])\s*"?([a-z_][a-z0-9_]*)"?\s*[={:]|dynamic\s+"(\w+)"', re.MULTILINE)
_INSTANCE = re.compile(r'\[(?:\d+|"(?:[^"\\]|\\.)*")\]')

Tree = Any
"""JSON as Terraform prints it."""


@dataclass(frozen=True)
class PlanOrder:
    """One run of ``terraform plan``."""

    root: str = "."
    var_files: Sequence[str] = ()
    workspace: str = ""
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What Terraform said of one plan."""

    plan: Tree
    schemas: Tree
    names: frozenset[str]
    """Everything that is written as the name of an argument or block."""


def project_folders(only: Sequence[str] = ()) -> list[Path]:
    """The projects, by name."""
    return sorted(path.parent for path in PROJECTS.glob("*/project.yaml") if not only or path.parent.name in only)


def read_orders(folder: Path) -> dict[str, PlanOrder]:
    """The plans that a project asks for."""
    written = yaml.safe_load((folder / "project.yaml").read_text(encoding="utf-8"))
    return {name: PlanOrder(**(order or {})) for name, order in written["plans"].items()}


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
                kept[kind] = _joined(kept.get(kind, {}), schema)
    _write(SCHEMAS, kept)


def _record(folder: Path) -> dict[str, Tree]:
    """Write one project's record; gives the schemas of what stands in it."""
    plans: dict[str, Tree] = {}
    schemas: dict[str, Tree] = {}
    head: dict[str, str] = {}
    for name, order in read_orders(folder).items():
        answer = _ask(folder, order)
        head = {"terraform": answer.plan["terraform_version"], "aws": _provider_version()}
        plans[name] = _slim(answer, schemas)
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
        return Answer(plan, schemas, _names(home))


def _take_offline(root: Path) -> None:
    """Override files, as Terraform merges them: no network, no account, state in a local file."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(root.glob("*.tf*")) if path.is_file())
    blocks = [f'provider "aws" {{\n{_OFFLINE}}}\n']
    blocks += [f'provider "aws" {{\n  alias = "{alias}"\n{_OFFLINE}}}\n' for alias in sorted(set(_ALIAS.findall(text)))]
    if re.search(r'\bbackend\s+"', text):
        blocks.append('terraform {\n  backend "local" {}\n}\n')
    (root / "zz_offline_override.tf").write_text("\n".join(blocks), encoding="utf-8")


def _terraform(root: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("TF_", "AWS_"))}
    environment |= {
        "TF_CLI_CONFIG_FILE": os.devnull,
        "TF_IN_AUTOMATION": "1",
        "TF_CLI_ARGS_plan": "-no-color",
        "CHECKPOINT_DISABLE": "1",
        "AWS_REGION": "eu-west-2",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
    run = subprocess.run(
        ["terraform", *arguments],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"{root}: terraform {' '.join(arguments)}\n{run.stdout}{run.stderr}")
    return run.stdout


def _names(home: Path) -> frozenset[str]:
    found: set[str] = set()
    for path in home.rglob("*.tf*"):
        if path.is_file() and path.suffix in (".tf", ".json"):
            for plain, dynamic in _WRITTEN.findall(path.read_text(encoding="utf-8")):
                found.add(plain or dynamic)
    return frozenset(found)


def _slim(answer: Answer, schemas: dict[str, Tree]) -> Tree:
    """What the configuration writes of each resource, and what Terraform knows of it."""
    configured = dict(_configured(answer.plan["configuration"]["root_module"], ""))
    resources = {}
    for change in answer.plan.get("resource_changes", ()):
        if change["mode"] != "managed" or "create" not in change["change"]["actions"]:
            continue
        address = change["address"]
        schema = _schema(answer.schemas, change["provider_name"], change["type"])
        written = configured[_INSTANCE.sub("", address)]
        after = change["change"]
        whole = _marked(after["after"], after["after_unknown"], after["after_sensitive"])
        schemas[change["type"]] = _joined(schemas.get(change["type"], {}), {})
        values = _pick(whole, written, schema, answer.names, schemas[change["type"]])
        resources[address] = {"type": change["type"], "values": values}
    outputs = {
        name: _marked(change.get("after"), change["after_unknown"], change["after_sensitive"])
        for name, change in answer.plan.get("output_changes", {}).items()
    }
    return {"resources": resources, "outputs": outputs}


def _configured(module: Tree, prefix: str) -> Iterable[tuple[str, Tree]]:
    """Address without instance keys to the expressions of the block."""
    for resource in module.get("resources", ()):
        if resource["mode"] == "managed":
            yield prefix + resource["address"], resource.get("expressions", {})
    for name, call in module.get("module_calls", {}).items():
        yield from _configured(call["module"], f"{prefix}module.{name}.")


def _schema(schemas: Tree, provider: str, kind: str) -> Tree:
    return schemas["provider_schemas"][provider]["resource_schemas"][kind]["block"]


def _marked(value: Tree, unknown: Tree, sensitive: Tree) -> Tree:
    """One tree of three; a sensitive value is never written down."""
    if sensitive is True:
        return {SENSITIVE: True}
    if unknown is True:
        return {UNKNOWN: True}
    if isinstance(value, list) or (value is None and isinstance(unknown, list)):
        size = max(len(value or ()), len(unknown or ()))
        return [_marked(_at(value, i), _at(unknown, i), _at(sensitive, i)) for i in range(size)]
    if isinstance(value, dict) or (value is None and isinstance(unknown, dict) and unknown):
        keys = {**(value or {}), **(unknown or {})}
        return {key: _marked(_in(value, key), _in(unknown, key), _in(sensitive, key)) for key in keys}
    return value


def _at(value: Tree, index: int) -> Tree:
    return value[index] if isinstance(value, list) and index < len(value) else None


def _in(value: Tree, key: str) -> Tree:
    return value.get(key) if isinstance(value, dict) else None


def _pick(whole: Tree, written: Tree, schema: Tree, names: frozenset[str], kept: dict[str, Tree]) -> Tree:
    """The arguments and blocks that the configuration writes; ``kept`` collects their schema.

    Terraform prints no expressions of dynamic blocks: of those, what has the name of something written.
    """
    if not isinstance(whole, dict) or UNKNOWN in whole or SENSITIVE in whole:
        return whole
    found: dict[str, Tree] = {}
    for name, attribute in schema.get("attributes", {}).items():
        if name in (names if written is None or _is_block_too(attribute) else written):
            kept[name] = {"type": _plain(attribute)} | ({"sensitive": True} if attribute.get("sensitive") else {})
            if whole.get(name) is not None:
                found[name] = whole[name]
    for name, block in schema.get("block_types", {}).items():
        elements = whole.get(name)
        if not elements:
            continue
        inner = kept.setdefault(name, {"nesting": block["nesting_mode"], "block": {}})["block"]
        below = _merged(written[name]) if written is not None and name in written else None
        if isinstance(elements, list):
            found[name] = [_pick(element, below, block["block"], names, inner) for element in elements]
        else:
            found[name] = _pick(elements, below, block["block"], names, inner)
    return found


def _is_block_too(attribute: Tree) -> bool:
    """Whether it may be written as blocks: then Terraform prints no expression of it."""
    kind = attribute.get("type")
    return isinstance(kind, list) and isinstance(kind[1], list) and kind[1][0] == "object"


def _plain(attribute: Tree) -> Tree:
    if "type" in attribute:
        return attribute["type"]
    nested = attribute["nested_type"]
    inner = ["object", {name: _plain(inner) for name, inner in nested["attributes"].items()}]
    return inner if nested["nesting_mode"] == "single" else [nested["nesting_mode"], inner]


def _merged(written: Tree) -> Tree:
    """All names that the elements of a block type write."""
    elements = written if isinstance(written, list) else [written]
    found: dict[str, Tree] = {}
    for element in elements:
        for name, inner in element.items():
            found[name] = [*found.get(name, []), *inner] if isinstance(inner, list) else inner
    return found


def _joined(first: Tree, second: Tree) -> Tree:
    """Two parts of one schema."""
    found = dict(first)
    for name, inner in second.items():
        if name in found and "block" in inner:
            found[name] = {**inner, "block": _joined(found[name]["block"], inner["block"])}
        else:
            found[name] = inner
    return found


if __name__ == "__main__":
    record_projects(sys.argv[1:])
