"""checkov itself over small repositories."""

import json
from pathlib import Path

import pytest

from scanner.domain.artifact import Location
from scanner.domain.finding import Outcome
from scanner.domain.resource import Resource, ResourceKind, Unknown, UnknownReason, Value
from scanner.engines.checkov.command_line import CheckovCommandLine
from scanner.engines.checkov.frameworks import Framework, frameworks_of
from scanner.engines.checkov.records import read_records
from scanner.engines.isolation import EngineEnvironment
from tests.unit.engines.conftest import Bench
from tests.unit.engines.facts import facts

VOLUME = 'resource "aws_ebs_volume" "{name}" {{\n  size      = 1\n  encrypted = {encrypted}\n}}\n'
DEPLOYMENT = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: "nginx:latest"}]
"""


def volume(name: str, encrypted: str) -> str:
    return VOLUME.format(name=name, encrypted=encrypted)


def resource(name: str, line: int, encrypted: Value, path: str = "main.tf", module: tuple[str, ...] = ()) -> Resource:
    return Resource(
        address=f"aws_ebs_volume.{name}",
        kind=ResourceKind.TERRAFORM,
        type="aws_ebs_volume",
        name=name,
        attributes={"size": 1, "encrypted": encrypted},
        location=Location(path=path, start_line=line),
        module_path=module,
    )


@pytest.mark.engines
def test_failed_passed_unknown_and_skipped(bench: Bench) -> None:
    skipped = volume("skipped", "false").replace("{\n", "{\n  # checkov:skip=CKV_AWS_3:kept for the archive\n", 1)
    text = volume("bad", "false") + volume("good", "true") + volume("unknown", "var.encrypted") + skipped
    bench.write({"main.tf": 'variable "encrypted" {}\n' + text})
    rule = bench.rule("volume-in-clear", ids=["CKV_AWS_3"], message="{subject} is in clear ({check}, {path})")
    result = bench.evaluate(rule)
    assert facts(result.findings) == [
        ("volume-in-clear", "fail", "main.tf", 2),
        ("volume-in-clear", "open", "main.tf", 10),
        ("volume-in-clear", "pass", "main.tf", 6),
        ("volume-in-clear", "review", "main.tf", 14),
    ]
    by_outcome = {one.outcome: one for one in result.findings}
    assert by_outcome[Outcome.FAIL].message == "aws_ebs_volume.bad is in clear (CKV_AWS_3, main.tf)"
    assert by_outcome[Outcome.FAIL].location.end_line == 5
    assert "kept for the archive" in {one.value for one in by_outcome[Outcome.REVIEW].evidence}
    assert result.problems == ()


@pytest.mark.engines
def test_what_archscan_does_not_know_checkov_cannot_decide(bench: Bench) -> None:
    bench.write({"main.tf": volume("a", "true") + volume("b", "false") + volume("c", "false")})
    unknown = Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE)
    bench.known = (resource("a", 1, unknown), resource("b", 5, False), resource("c", 9, unknown))
    result = bench.evaluate(bench.rule("volume-in-clear", ids=["CKV_AWS_3"]))
    assert [place[1:] for place in facts(result.findings)] == [
        ("fail", "main.tf", 5),
        ("open", "main.tf", 1),
        ("open", "main.tf", 9),
    ]


def bait(bench: Bench, marker: Path) -> dict[str, str]:
    """A settings file that makes checkov execute the repository's own Python, and that Python."""
    code = f"open({str(marker)!r}, 'w').write('x')\n"
    return {
        ".checkov.yaml": f"external-checks-dir: [{bench.root}/checks]\n",
        "checks/__init__.py": code,
        "checks/own.py": code,
    }


@pytest.mark.engines
def test_a_settings_file_of_the_repository_cannot_execute_code(bench: Bench, tmp_path: Path) -> None:
    marker = tmp_path / "executed"
    files = bait(bench, marker)
    manifest = f"{DEPLOYMENT}{files['.checkov.yaml']}skip-check: [CKV_AWS_3]\n"  # so that it is worth staging
    bench.write({**files, ".checkov.yml": manifest, "tree/.checkov.yaml": manifest})
    bench.write({"main.tf": volume("bad", "false"), "deployment.yaml": DEPLOYMENT})
    result = bench.evaluate(bench.rule("r", ids=["CKV_AWS_3"]), bench.rule("latest", ids=["CKV_K8S_14"]))
    assert not marker.exists()
    assert facts(result.findings) == [("latest", "fail", "deployment.yaml", 2), ("r", "fail", "main.tf", 1)]
    unseen = {problem.location.path for problem in result.problems if problem.location}
    assert unseen == {".checkov.yml", "tree/.checkov.yaml"}


@pytest.mark.engines
def test_the_same_bait_does_execute_code_in_a_plain_checkov(bench: Bench, tmp_path: Path) -> None:
    """So that the test above cannot pass because its bait is dull."""
    marker = tmp_path / "executed"
    bench.write({**bait(bench, marker), "main.tf": volume("bad", "false")})
    environment = EngineEnvironment("checkov")
    environment.ensure(lambda _: None, offline=False)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    environment.run(
        [str(environment.executable), "-d", str(bench.root), "--framework", "terraform", "--skip-download"],
        cwd=bench.root,
        scratch=scratch,
        variables={},
        limits=CheckovCommandLine().limits,
    )
    assert marker.exists()


@pytest.mark.engines
def test_a_module_used_often_is_one_finding_with_its_users(bench: Bench) -> None:
    calls = "".join(f'module "{name}" {{\n  source = "./modules/disk"\n}}\n' for name in ("one", "two", "three"))
    bench.write({"main.tf": calls, "modules/disk/main.tf": volume("disk", "false")})
    (one,) = bench.evaluate(bench.rule("r", ids=["CKV_AWS_3"])).findings
    assert (one.subject, one.location.path) == ("aws_ebs_volume.disk", "modules/disk/main.tf")
    assert [(place.path, place.start_line) for place in one.related] == [("main.tf", 1), ("main.tf", 4), ("main.tf", 7)]
    assert one.related[0].note == "used as module.one"


@pytest.mark.engines
def test_an_example_neither_fails_nor_makes_the_product_fail(bench: Bench) -> None:
    module = 'variable "encrypted" {\n  default = true\n}\n' + volume("disk", "var.encrypted")
    call = 'module "disk" {\n  source = "../modules/disk"\n  encrypted = %s\n}\n'
    bench.write(
        {
            "modules/disk/main.tf": module,
            "live/main.tf": call % "true",
            "examples/main.tf": call % "false" + volume("x", "false"),
        }
    )
    result = bench.evaluate(bench.rule("r", ids=["CKV_AWS_3"]), bench.rule("s", ids=["CKV_AWS_3"], roles=["example"]))
    assert [place for place in facts(result.findings) if place[0] == "r"] == [("r", "pass", "modules/disk/main.tf", 4)]
    assert ("s", "fail", "examples/main.tf", 5) in facts(result.findings)


@pytest.mark.engines
def test_one_finding_for_all_checks_of_a_rule(bench: Bench) -> None:
    block = 'resource "aws_s3_bucket_public_access_block" "b" {\n  bucket = "b"\n  block_public_acls = true\n}\n'
    bench.write({"main.tf": block})
    rule = bench.rule("public", ids=["CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55"], message="{subject} ({check})")
    (one,) = bench.evaluate(rule).findings
    assert one.message == "aws_s3_bucket_public_access_block.b (CKV_AWS_54, CKV_AWS_55)"
    assert len(one.evidence) == 3


@pytest.mark.engines
def test_each_framework_with_paths_and_subjects_of_ours(bench: Bench) -> None:
    workflow = (
        "on: pull_request\njobs:\n  t:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - run: echo ${{ github.event.issue.title }}\n"
    )
    bench.write(
        {
            "k8s/web.yaml": "# first\n---" + DEPLOYMENT,
            "app/Dockerfile": "FROM nginx:latest\n",
            ".github/workflows/a.yml": workflow,
        }
    )
    rules = [
        bench.rule(f"r{number}", ids=[one]) for number, one in enumerate(["CKV_K8S_14", "CKV_DOCKER_7", "CKV_GHA_2"])
    ]
    result = bench.evaluate(*rules)
    failed = {one.rule: one for one in result.findings if one.outcome is Outcome.FAIL}
    assert (failed["r0"].subject, failed["r0"].location.path) == ("Deployment/shop/web", "k8s/web.yaml")
    assert (failed["r1"].subject, failed["r1"].location.path) == ("app/Dockerfile", "app/Dockerfile")
    assert failed["r2"].location.path == ".github/workflows/a.yml"


@pytest.mark.engines
def test_files_that_checkov_cannot_read_are_problems(bench: Bench) -> None:
    bench.write(
        {
            "good.tf": volume("bad", "false"),
            "broken.tf": 'resource "aws_ebs_volume" "x" {\n',
            "new.tofu": volume("t", "false"),
            "j.tf.json": json.dumps({"resource": {"aws_ebs_volume": {"j": {"encrypted": False}}}}),
        }
    )
    result = bench.evaluate(bench.rule("r", ids=["CKV_AWS_3"]))
    assert facts(result.findings) == [("r", "fail", "good.tf", 1), ("r", "fail", "new.tofu", 1)]
    places = {problem.location.path: problem.message for problem in result.problems if problem.location}
    assert set(places) == {"broken.tf", "j.tf.json"}
    assert "could not parse" in places["broken.tf"]


def test_without_a_file_that_the_ids_judge_checkov_is_not_started(bench: Bench, tmp_path: Path) -> None:
    bench.write(
        {"app.py": "x = 1\n", "web.yaml": "a: b\n", "examples/main.tf": volume("x", "false"), "a.tfvars": "a = 1\n"}
    )
    engine = CheckovCommandLine(environment=EngineEnvironment("checkov", tmp_path / "none"))
    told: list[str] = []
    rules = [bench.rule("r", ids=["CKV_AWS_3"]), bench.rule("k", ids=["CKV_K8S_14"])]
    result = bench.evaluate(*rules, engine=engine, offline=True, report=told.append)
    assert (result.findings, result.problems, result.unavailable, told) == ((), (), (), [])


def test_offline_without_an_environment_nothing_passes_or_fails(bench: Bench, tmp_path: Path) -> None:
    bench.write({"main.tf": volume("bad", "false")})
    engine = CheckovCommandLine(environment=EngineEnvironment("checkov", tmp_path / "none"))
    rules = [bench.rule("first", ids=["CKV_AWS_3"]), bench.rule("second", ids=["CKV_AWS_4"])]
    result = bench.evaluate(*rules, engine=engine, offline=True)
    assert result.findings == ()
    assert result.unavailable == ("first", "second")
    (problem,) = result.problems
    assert "first, second" in problem.message
    assert "archscan engines install" in problem.message


@pytest.mark.parametrize(
    "identifier", ["CKV_SECRET_1", "CKV_NOPE_1", "--external-checks-dir=/x", "CKV_AWS_*", "MEDIUM"]
)
def test_ids_that_are_not_judged_make_the_rule_unavailable(bench: Bench, identifier: str) -> None:
    bench.write({"main.tf": volume("bad", "false")})
    result = bench.evaluate(bench.rule("r", ids=["CKV_AWS_3", identifier]))
    assert result.unavailable == ("r",)
    assert identifier in result.problems[0].message


def test_frameworks() -> None:
    assert frameworks_of("CKV2_AWS_6") == (Framework.TERRAFORM,)
    assert frameworks_of("CKV_K8S_14") == (Framework.KUBERNETES, Framework.TERRAFORM)
    assert frameworks_of("CKV2_GHA_1") == (Framework.GITHUB_ACTIONS,)


@pytest.mark.parametrize("output", [{"results": {}}, [{"check_type": "terraform", "results": None}], 5, None])
def test_output_of_another_form_is_refused(output: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        read_records(output, [], Path("/staged"))


def test_an_empty_run_has_no_records() -> None:
    assert read_records({"passed": 0, "failed": 0}, [], Path("/staged")) == ((), ())
