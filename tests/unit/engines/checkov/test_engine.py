"""checkov's check classes over what archscan evaluated."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from scanner.cache import Cache, NoCache
from scanner.domain.catalog import Catalog
from scanner.domain.finding import EngineResult, Outcome
from scanner.domain.system import System
from scanner.engines.checkov.engine import CheckovEngine
from scanner.engines.isolation import EngineEnvironment
from scanner.interfaces import BoundRule, EngineContext
from scanner.parsers import default_parsers
from scanner.pipeline import read
from scanner.pipeline.stages import model, parse
from scanner.processes import Limits
from scanner.sources.configuration import load_configuration
from scanner.sources.repository import RepositoryReader
from tests.unit.engines.conftest import Bench
from tests.unit.engines.facts import facts

VOLUME = 'resource "aws_ebs_volume" "{name}" {{\n  size      = 1\n  encrypted = {encrypted}\n}}\n'
BROKEN_WORKERS = {
    "dies": ("import sys; sys.exit(7)", "exit code 7"),
    "is killed": ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "exit code -9"),
    "hangs": ("import time; time.sleep(100)", "was stopped after 2 seconds"),
    "eats memory": ("x = bytearray(2 * 1024**3)", "exit code 1"),
    "prints rubbish": ("print('rubbish')", "something else than an answer"),
    "prints too little": ('print(\'{"version": 1, "blocks": [], "graphs": [], "faults": []}\')', "something else"),
    "prints other verdicts": (
        'print(\'{"version":1,"blocks":[{"CKV_AWS_3":["MAYBE",[],false]}],"graphs":[],"faults":[]}\')',
        "something else",
    ),
    "prints without end": ("import sys\nwhile True: sys.stdout.write('x' * 100000)", "exit code"),
    "never reads": ("import sys, os; os.close(0); print('{}')", "something else"),
}


class Memory:
    """A cache that counts."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.found = 0

    def get(self, key: str) -> bytes | None:
        self.found += key in self.kept
        return self.kept.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.kept[key] = value


def volume(name: str, encrypted: str) -> str:
    return VOLUME.format(name=name, encrypted=encrypted)


def context(*, cache: Cache | None = None, offline: bool = True) -> EngineContext:
    catalog = Catalog(version="1", principles=(), controls=(), clauses=())
    return EngineContext(
        catalog=catalog, as_of=date(2026, 11, 1), rules_root=Path(), offline=offline, cache=cache or NoCache()
    )


def system_of(bench: Bench) -> tuple[System, RepositoryReader]:
    reader = RepositoryReader(bench.root)
    reading = read(reader)
    configuration = load_configuration(reading.artifacts, reader)
    parsers = [one for one in default_parsers(configuration) if one.name in ("terraform", "kubernetes")]
    return model(reader, reading, parse(parsers, reading, reader, lambda _: None), lambda _: None), reader


def judge(
    bench: Bench, *rules: BoundRule, engine: CheckovEngine | None = None, cache: Cache | None = None
) -> EngineResult:
    EngineEnvironment("checkov").ensure(lambda _: None, offline=False)
    system, reader = system_of(bench)
    return (engine or CheckovEngine()).evaluate(rules, system, reader, context(cache=cache), lambda _: None)


def outcomes(result: EngineResult) -> Mapping[str, str]:
    return {one.subject: one.outcome.value for one in result.findings}


@pytest.mark.engines
def test_failed_passed_unknown_and_skipped(bench: Bench) -> None:
    skipped = volume("skipped", "false").replace("{\n", "{\n  # checkov:skip=CKV_AWS_3:kept for the archive\n", 1)
    text = volume("bad", "false") + volume("good", "true") + volume("unknown", "var.encrypted") + skipped
    bench.write({"main.tf": 'variable "encrypted" {}\n' + text})
    rule = bench.rule("volume-in-clear", ids=["CKV_AWS_3"], message="{subject} is in clear ({check}, {path})")
    result = judge(bench, rule)
    assert facts(result.findings) == [
        ("volume-in-clear", "fail", "main.tf", 2),
        ("volume-in-clear", "open", "main.tf", 10),
        ("volume-in-clear", "pass", "main.tf", 6),
        ("volume-in-clear", "review", "main.tf", 14),
    ]
    by_outcome = {one.outcome: one for one in result.findings}
    assert by_outcome[Outcome.FAIL].message == "aws_ebs_volume.bad is in clear (CKV_AWS_3, main.tf)"
    assert "CKV_AWS_3 (Ensure all data stored in the EBS is securely encrypted): fail" in {
        one.description for one in by_outcome[Outcome.FAIL].evidence
    }
    assert "kept for the archive" in {one.value for one in by_outcome[Outcome.REVIEW].evidence}
    assert (result.problems, result.unavailable) == ((), ())


@pytest.mark.engines
def test_each_instance_in_each_environment_has_its_own_verdict(bench: Bench) -> None:
    module = 'variable "encrypted" {}\n' + volume("disk", "var.encrypted")
    call = 'module "{0}" {{\n  source    = "../modules/disk"\n  encrypted = {1}\n}}\n'
    bench.write(
        {
            "modules/disk/main.tf": module,
            "live/main.tf": call.format("one", "true") + call.format("two", "false"),
            "test/main.tf": call.format("one", "true"),
        }
    )
    result = judge(bench, bench.rule("r", ids=["CKV_AWS_3"], message="{subject}"))
    failed = [one for one in result.findings if one.outcome is Outcome.FAIL]
    assert [(one.subject, one.location.path, one.location.start_line) for one in failed] == [
        ("module.two.aws_ebs_volume.disk", "live/main.tf", 7)
    ]
    assert Outcome.OPEN not in {one.outcome for one in result.findings}


@pytest.mark.engines
def test_a_skip_at_the_call_of_a_module_holds_for_all_inside(bench: Bench) -> None:
    call = 'module "disk" {\n  # checkov:skip=CKV_AWS_3,CKV_AWS_189:in the archive\n  source = "./modules/disk"\n}\n'
    bench.write({"main.tf": call, "modules/disk/main.tf": volume("disk", "false")})
    (one,) = judge(bench, bench.rule("r", ids=["CKV_AWS_3"])).findings
    assert (one.outcome, one.evidence[0].value) == (Outcome.REVIEW, "in the archive")


@pytest.mark.engines
def test_what_is_only_known_in_part_decides_where_it_can(bench: Bench) -> None:
    bench.write(
        {
            "main.tf": """
                variable "ranges" {}
                variable "rules" {}
                resource "aws_kms_key" "k" {}
                resource "aws_cloudwatch_log_group" "key" { kms_key_id = aws_kms_key.k.arn }
                resource "aws_cloudwatch_log_group" "maybe" { kms_key_id = var.ranges }
                resource "aws_security_group" "known" {
                  ingress {
                    from_port   = 22
                    to_port     = 22
                    cidr_blocks = [var.ranges, "0.0.0.0/0"]
                  }
                }
                resource "aws_security_group" "maybe" {
                  dynamic "ingress" {
                    for_each = var.rules
                    content {
                      from_port   = 22
                      to_port     = 22
                      cidr_blocks = ["0.0.0.0/0"]
                    }
                  }
                }
                resource "aws_security_group" "either" {
                  ingress {
                    from_port   = 0
                    to_port     = 65535
                    cidr_blocks = ["0.0.0.0/0"]
                  }
                  dynamic "ingress" {
                    for_each = var.rules
                    content {
                      from_port   = ingress.value
                      to_port     = 22
                      cidr_blocks = ["10.0.0.0/8"]
                    }
                  }
                }
            """
        }
    )
    rules = [bench.rule("key", ids=["CKV_AWS_158"]), bench.rule("ssh", ids=["CKV_AWS_24"])]
    assert outcomes(judge(bench, *rules)) == {
        "aws_cloudwatch_log_group.key": "pass",
        "aws_cloudwatch_log_group.maybe": "open",
        "aws_security_group.known": "fail",
        "aws_security_group.maybe": "open",
        "aws_security_group.either": "fail",
    }


@pytest.mark.engines
def test_policies_are_judged_beside_names_that_nobody_knows(bench: Bench) -> None:
    statement = 'Effect = "Allow", Action = "{0}", Resource = {1}'
    policy = 'resource "aws_iam_policy" "{0}" {{\n  policy = jsonencode({{ Statement = [{{ {1} }}] }})\n}}\n'
    text = 'variable "x" {}\nresource "aws_s3_bucket" "b" {}\n'
    text += policy.format("bad", statement.format("*", '"*"'))
    text += policy.format("bucket", statement.format("*", '["${aws_s3_bucket.b.arn}/*"]'))
    text += policy.format("unknown", statement.format("*", "var.x"))
    text += 'resource "aws_iam_policy" "nothing" {\n  policy = var.x\n}\n'
    bench.write({"main.tf": text})
    assert outcomes(judge(bench, bench.rule("r", ids=["CKV_AWS_62"]))) == {
        "aws_iam_policy.bad": "fail",
        "aws_iam_policy.bucket": "pass",
        "aws_iam_policy.unknown": "open",
        "aws_iam_policy.nothing": "open",
    }
    # This one fails to make sense of what is not known, and says nothing of it.
    assert outcomes(judge(bench, bench.rule("r", ids=["CKV_AWS_288"])))["aws_iam_policy.nothing"] == "open"


@pytest.mark.engines
def test_of_what_a_check_does_not_concern_nothing_is_said(bench: Bench) -> None:
    call = 'module "local" {\n  source = "./m"\n  x      = var.x\n}\n'
    bench.write({"main.tf": 'variable "x" {}\n' + call, "m/main.tf": 'variable "x" {}\n'})
    assert judge(bench, bench.rule("r", ids=["CKV_TF_1"])) == EngineResult()


@pytest.mark.engines
def test_connections_are_those_of_our_references(bench: Bench) -> None:
    bucket = 'resource "aws_s3_bucket" "{0}" {{\n  bucket = "{0}"\n}}\n'
    block = (
        'resource "aws_s3_bucket_public_access_block" "{0}" {{\n  bucket = {1}\n  block_public_acls = true\n'
        "  block_public_policy = true\n  ignore_public_acls = true\n  restrict_public_buckets = true\n}}\n"
    )
    module = 'variable "bucket" {}\n' + block.format("this", "var.bucket")
    call = 'module "shut" {\n  source = "./shut"\n  bucket = local.passed\n}\n'
    text = bucket.format("direct") + bucket.format("passed") + bucket.format("named") + bucket.format("bare")
    text += block.format("direct", "aws_s3_bucket.direct.id") + block.format("named", '"named"')
    bench.write({"main.tf": text + "locals { passed = aws_s3_bucket.passed.id }\n" + call, "shut/main.tf": module})
    found = outcomes(judge(bench, bench.rule("r", ids=["CKV2_AWS_6"])))
    assert {subject: said for subject, said in found.items() if ".aws_s3_bucket." in f".{subject}"} == {
        "aws_s3_bucket.direct": "pass",
        "aws_s3_bucket.passed": "pass",
        "aws_s3_bucket.named": "pass",
        "aws_s3_bucket.bare": "fail",
    }


@pytest.mark.engines
def test_objects_and_their_connections(bench: Bench) -> None:
    pod = (
        "apiVersion: v1\nkind: Pod\nmetadata: {{name: {0}, labels: {{app: {0}}}}}\n"
        "spec: {{containers: [{{name: a, image: {1}}}]}}\n---\n"
    )
    policy = (
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\n"
        "spec: {podSelector: {matchLabels: {app: inside}}}\n"
    )
    annotated = pod.format("skipped", "a").replace(
        "labels:", 'annotations: {checkov.io/skip1: "CKV_K8S_14=for tests"}, labels:'
    )
    text = pod.format("inside", '"a:1.0"') + pod.format("outside", '"a:latest"') + annotated + policy
    bench.write({"k8s/all.yaml": text})
    result = judge(bench, bench.rule("image", ids=["CKV_K8S_14"]), bench.rule("policy", ids=["CKV2_K8S_6"]))
    assert [(one.rule, one.subject, one.outcome.value) for one in result.findings] == [
        ("image", "Pod/_/inside", "pass"),
        ("image", "Pod/_/outside", "fail"),
        ("image", "Pod/_/skipped", "review"),
        ("policy", "Pod/_/inside", "pass"),
        ("policy", "Pod/_/outside", "fail"),
        ("policy", "Pod/_/skipped", "fail"),
    ]


@pytest.mark.engines
def test_other_frameworks_go_through_the_command_line(bench: Bench) -> None:
    bench.write({"main.tf": volume("bad", "false"), "Dockerfile": "FROM nginx:latest\n"})
    rules = [bench.rule("volume", ids=["CKV_AWS_3"]), bench.rule("latest", ids=["CKV_DOCKER_7"])]
    result = judge(bench, *rules)
    assert facts(result.findings) == [("latest", "fail", "Dockerfile", 1), ("volume", "fail", "main.tf", 1)]


@pytest.mark.engines
def test_ids_that_are_not_there_are_told(bench: Bench) -> None:
    bench.write({"main.tf": volume("bad", "false")})
    rules = [bench.rule("some", ids=["CKV_AWS_3", "CKV_AWS_99999"]), bench.rule("none", ids=["CKV_AZURE_60"])]
    result = judge(bench, *rules)
    assert facts(result.findings) == [("some", "fail", "main.tf", 1)]
    assert result.unavailable == ("none",)
    assert {problem.message.partition("has ")[2] for problem in result.problems} == {
        "no check CKV_AWS_99999",
        "no check CKV_AZURE_60",
    }


@pytest.mark.engines
@pytest.mark.parametrize("fault", BROKEN_WORKERS)
def test_a_worker_that_breaks_costs_its_rules_only(bench: Bench, fault: str) -> None:
    code, said = BROKEN_WORKERS[fault]
    bench.write({"main.tf": volume("bad", "false")})
    limits = Limits(seconds=2, memory=1024**3, output=10**6)
    result = judge(bench, bench.rule("r", ids=["CKV_AWS_3"]), engine=CheckovEngine(worker=("-c", code), limits=limits))
    assert (result.findings, result.unavailable) == ((), ("r",))
    (problem,) = result.problems
    assert problem.engine == "checkov"
    assert said in problem.message


@pytest.mark.engines
def test_a_check_that_raises_costs_itself_only(bench: Bench) -> None:
    # The check takes the first of what it takes for a list of blocks.
    bench.write({"main.tf": 'resource "aws_s3_bucket_acl" "b" {\n  acl = "public-read"\n}\n' + volume("bad", "false")})
    result = judge(bench, bench.rule("acl", ids=["CKV_AWS_379"]), bench.rule("volume", ids=["CKV_AWS_3"]))
    assert facts(result.findings) == [("acl", "open", "main.tf", 1), ("volume", "fail", "main.tf", 4)]
    assert [problem.message.partition(" ")[0] for problem in result.problems] == ["CKV_AWS_379"]
    assert result.unavailable == ()


@pytest.mark.engines
def test_the_same_is_not_asked_twice(bench: Bench) -> None:
    bucket = 'resource "aws_s3_bucket" "b" {}\n'
    bench.write({"main.tf": volume("bad", "false") + bucket, "other.tf": 'resource "aws_kms_key" "k" {}\n'})
    rules = [bench.rule(f"r{number}", ids=[one]) for number, one in enumerate(("CKV_AWS_3", "CKV2_AWS_6", "CKV_AWS_7"))]
    cache = Memory()
    first = judge(bench, *rules, cache=cache)
    broken = CheckovEngine(worker=("-c", "import sys; sys.exit(9)"))
    assert judge(bench, *rules, cache=cache, engine=broken) == first
    bench.write({"other.tf": 'resource "aws_kms_key" "k" {\n  enable_key_rotation = true\n}\n'})
    assert judge(bench, *rules, cache=cache, engine=broken).unavailable == ("r0", "r1", "r2")
    assert judge(bench, *rules, cache=cache) == judge(bench, *rules)
    for key in cache.kept:
        cache.kept[key] = cache.kept[key][:-2]
    assert judge(bench, *rules, cache=cache) == judge(bench, *rules)


@pytest.mark.engines
def test_begun_early_says_the_same_and_is_ended_when_nobody_asks(bench: Bench, tmp_path: Path) -> None:
    bench.write({"main.tf": volume("bad", "false")})
    rules = [bench.rule("r", ids=["CKV_AWS_3"])]
    expected = judge(bench, *rules)
    system, reader = system_of(bench)
    begun = CheckovEngine().begin(rules, system.artifacts, reader, context(), lambda _: None)
    assert begun.result(system) == expected
    begun.cancel()
    marker = tmp_path / "pid"
    code = f"import os, time\nopen({str(marker)!r}, 'w').write(str(os.getpid()))\ntime.sleep(100)"
    begun = CheckovEngine(worker=("-c", code)).begin(rules, system.artifacts, reader, context(), lambda _: None)
    pid = _soon(lambda: int(marker.read_text()))
    begun.cancel()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.engines
@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
def test_the_worker_ends_with_archscan(tmp_path: Path) -> None:
    marker = tmp_path / "pid"
    worker = f"import os, time\nopen({str(marker)!r}, 'w').write(str(os.getpid()))\ntime.sleep(100)"
    program = f"""
        import time
        from pathlib import Path
        from scanner.engines.checkov.session import Session
        from scanner.engines.isolation import EngineEnvironment
        from scanner.processes import Limits
        session = Session(EngineEnvironment("checkov"), ("-c", {worker!r}), Limits())
        time.sleep(100)
    """
    archscan = subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)])
    try:
        pid = _soon(lambda: int(marker.read_text()))
    finally:
        archscan.send_signal(signal.SIGKILL)
        archscan.wait()
    assert _soon(lambda: 1 if _is_gone(pid) else int(""))


@pytest.mark.engines
def test_without_anything_to_judge_no_worker_is_started(bench: Bench, tmp_path: Path) -> None:
    bench.write({"app.py": "x = 1\n", "examples/main.tf": volume("x", "false"), "a.tfvars": "a = 1\n"})
    engine = CheckovEngine(environment=EngineEnvironment("checkov", tmp_path / "none"))
    system, reader = system_of(bench)
    told: list[str] = []
    rules = [bench.rule("r", ids=["CKV_AWS_3"]), bench.rule("k", ids=["CKV_K8S_14"])]
    begun = engine.begin(rules, system.artifacts, reader, context(), told.append)
    assert (begun.result(system), told) == (EngineResult(), [])


def test_offline_without_an_environment_nothing_passes_or_fails(bench: Bench, tmp_path: Path) -> None:
    bench.write({"main.tf": volume("bad", "false")})
    engine = CheckovEngine(environment=EngineEnvironment("checkov", tmp_path / "none"))
    system, reader = system_of(bench)
    rules = [bench.rule("first", ids=["CKV_AWS_3"]), bench.rule("second", ids=["CKV_AWS_4"])]
    result = engine.begin(rules, system.artifacts, reader, context(), lambda _: None).result(system)
    assert (result.findings, result.unavailable) == ((), ("first", "second"))
    (problem,) = result.problems
    assert "archscan engines install" in problem.message


@pytest.mark.engines
def test_nothing_of_what_is_asked_reaches_the_cache(bench: Bench) -> None:
    secret = "hunter2-hunter2-hunter2"
    bench.write({"main.tf": f'resource "aws_db_instance" "d" {{\n  password = "{secret}"\n}}\n'})
    cache = Memory()
    judge(bench, bench.rule("r", ids=["CKV_AWS_16", "CKV2_AWS_60"]), cache=cache)
    assert cache.kept
    assert not any(secret.encode() in entry for entry in cache.kept.values())


def _soon(ask: Callable[[], int]) -> int:
    for _ in range(100):
        try:
            return ask()
        except (OSError, ValueError, ZeroDivisionError):
            time.sleep(0.1)
    return ask()


def _is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
