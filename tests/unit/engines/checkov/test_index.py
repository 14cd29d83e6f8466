"""The index of checks, held against checkov's own registries."""

import json
from pathlib import Path

import pytest

from scanner.engines.checkov.index import CheckIndex, load_index
from scanner.engines.isolation import EngineEnvironment
from scanner.errors import EngineError
from scanner.processes import Limits

_REGISTRIES = """
import json
from checkov.common.checks_infra.registry import get_graph_checks_registry
from checkov.kubernetes.runner import registry as objects
from checkov.terraform.runner import Runner
found = {}
for kind, registry in {**Runner.block_type_registries, "kubernetes": objects}.items():
    for entity, check in registry.all_checks():
        found.setdefault(check.id, {}).setdefault(kind, []).append(entity)
for framework in ("terraform", "kubernetes"):
    registry = get_graph_checks_registry(framework)
    registry.load_checks()
    for check in registry.checks:
        found.setdefault(check.id, {}).setdefault("graph", []).append(framework)
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def environment() -> EngineEnvironment:
    made = EngineEnvironment("checkov")
    made.ensure(lambda _: None, offline=False)
    return made


@pytest.mark.engines
def test_it_names_what_checkov_itself_registers(environment: EngineEnvironment, tmp_path: Path) -> None:
    done = environment.run(
        [str(environment.python), "-I", "-c", _REGISTRIES],
        cwd=tmp_path,
        scratch=tmp_path,
        variables={"LOG_LEVEL": "ERROR"},
        limits=Limits(),
    )
    theirs = {
        (identifier, kind): set(entities)
        for identifier, kinds in json.loads(done.stdout).items()
        for kind, entities in kinds.items()
    }
    ours: dict[tuple[str, str], set[str]] = {}
    for identifier, entries in load_index(environment).checks.items():
        for entry in entries:
            about = [entry["framework"]] if entry["kind"] == "graph" else entry["types"]
            ours.setdefault((identifier, entry["kind"]), set()).update(about)
    assert ours == theirs


@pytest.mark.engines
def test_a_damaged_index_is_made_again(tmp_path: Path) -> None:
    environment = EngineEnvironment("checkov", tmp_path)
    real = EngineEnvironment("checkov")
    real.ensure(lambda _: None, offline=False)
    environment.path.parent.mkdir(parents=True, exist_ok=True)
    environment.path.mkdir()
    for part in real.path.iterdir():
        if not part.name.startswith("archscan-checks"):
            (environment.path / part.name).symlink_to(part)
    whole = load_index(environment)
    (kept,) = environment.path.glob("archscan-checks*")
    kept.write_bytes(kept.read_bytes()[:1000])
    assert load_index(environment).checks == whole.checks
    assert json.loads(kept.read_bytes())["checks"] == whole.checks


@pytest.mark.engines
def test_classes_and_graphs_are_found_by_type(environment: EngineEnvironment) -> None:
    index = load_index(environment)
    assert ("CKV_AWS_3", False) in index.concerned("resource", "aws_ebs_volume")
    assert ("CKV2_AWS_70", True) in index.concerned("resource", "aws_api_gateway_method")
    assert "aws_api_gateway_rest_api_policy" in index.around("CKV2_AWS_70")
    assert index.graphs("terraform", ["CKV2_AWS_6", "CKV_AWS_3"]) == {
        "CKV2_AWS_6": frozenset(("aws_s3_bucket", "aws_s3_bucket_public_access_block"))
    }
    assert index.title("CKV_K8S_14", kubernetes=True).startswith("Image Tag")
    assert "CKV_AZURE_60" not in index


def test_types_may_be_globs() -> None:
    entry = {"kind": "provider", "module": "m", "types": ["aws*"], "name": "n"}
    index = CheckIndex({"CKV_AWS_1": [entry]})
    assert index.concerned("provider", "awscc") == (("CKV_AWS_1", False),)
    assert index.concerned("resource", "awscc") == ()


def test_without_an_environment_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="missing"):
        load_index(EngineEnvironment("checkov", tmp_path))
