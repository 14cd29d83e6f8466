"""What archscan's own instances make of checkov's records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role, Source
from scanner.domain.finding import Finding
from scanner.domain.resource import Origin, Resource, ResourceKind, Unknown, UnknownReason, Value
from scanner.domain.system import System
from scanner.engines.checkov.records import Record
from scanner.engines.checkov.verdicts import Verdicts
from tests.unit.engines.conftest import Bench

HOLE = Unknown(reason=UnknownReason.DATA_SOURCE, text="data.x")
BLOCK = Location(path="modules/disk/main.tf", start_line=4, end_line=8)
FILES = {
    "main.tf": Role.PRODUCT, "modules/disk/main.tf": Role.PRODUCT, "examples/main.tf": Role.EXAMPLE,
}  # fmt: skip


def disk(
    address: str = "module.disk.aws_ebs_volume.this", encrypted: Value = False, *, at: int = 1, environment: str = ".",
    origin: Location | None = None, path: str = "main.tf", role: Role = Role.PRODUCT, name: str = "disk",
) -> Resource:  # fmt: skip
    return Resource(
        address=address,
        declaration="aws_ebs_volume.this",
        environment=environment,
        kind=ResourceKind.TERRAFORM,
        type="aws_ebs_volume",
        name="this",
        attributes={"encrypted": encrypted},
        location=BLOCK.model_copy(update={"start_column": 1}),
        role=role,
        module_path=(name,),
        calls=(Location(path=path, start_line=at, end_line=at + 3),),
        origins={"encrypted": Origin(address=f"module.{name}", location=origin)} if origin else {},
    )


def record(
    resource: str = "module.disk.aws_ebs_volume.this", result: str = "FAILED", at: int = 1, **more: Any
) -> Record:
    values: Mapping[str, Any] = {
        "check": "CKV_AWS_3", "title": "encrypted", "location": BLOCK, "keys": ("encrypted",), "comment": "",
        "caller": Location(path="main.tf", start_line=at, end_line=at + 3), "framework": "terraform", **more,
    }  # fmt: skip
    return Record(resource=resource, result=result, **values)


def findings(bench: Bench, resources: list[Resource], records: list[Record]) -> tuple[Finding, ...]:
    artifacts = tuple(Artifact(path=path, kind=ArtifactKind.TERRAFORM, role=role) for path, role in FILES.items())
    system = System(source=Source(uri="x"), artifacts=artifacts, resources=tuple(resources))
    rule = bench.rule("r", ids=["CKV_AWS_3", "CKV_AWS_4"], message="{subject} is in clear ({check})")
    return Verdicts(system, [rule]).findings(records)


def brief(found: tuple[Finding, ...]) -> list[tuple[str, str, str, int]]:
    return [(f.outcome.value, f.subject, f.location.path, f.location.start_line) for f in found]


def test_a_fault_of_the_module_is_one_finding_with_its_users(bench: Bench) -> None:
    resources = [disk("module.disk.aws_ebs_volume.this[0]"), disk("module.disk.aws_ebs_volume.this[1]")]
    other = disk("module.other.aws_ebs_volume.this", at=9, name="other")
    found = findings(
        bench, [*resources, other], [record(), record("module.other.aws_ebs_volume.this", at=9)]
    )  # fmt: skip
    assert brief(found) == [("fail", "aws_ebs_volume.this", BLOCK.path, 4)]
    assert found[0].message == "aws_ebs_volume.this is in clear (CKV_AWS_3)"
    assert [(place.path, place.start_line, place.note) for place in found[0].related] == [
        ("main.tf", 1, "used as module.disk"),
        ("main.tf", 9, "used as module.other"),
    ]


def test_a_value_that_the_caller_gave_stands_there(bench: Bench) -> None:
    given = Location(path="main.tf", start_line=3)
    found = findings(bench, [disk(origin=given)], [record()])
    assert brief(found) == [("fail", "module.disk.aws_ebs_volume.this", "main.tf", 3)]
    assert found[0].message == "module.disk.aws_ebs_volume.this is in clear (CKV_AWS_3)"
    assert found[0].related[0].path == BLOCK.path


def test_callers_are_told_apart(bench: Bench) -> None:
    resources = [disk(), disk("module.other.aws_ebs_volume.this", encrypted=HOLE, at=9, name="other")]
    found = findings(bench, resources, [record(), record("module.other.aws_ebs_volume.this", at=9)])
    assert brief(found) == [
        ("fail", "module.disk.aws_ebs_volume.this", "main.tf", 1),
        ("open", "module.other.aws_ebs_volume.this", "main.tf", 9),
    ]


def test_one_unknown_instance_makes_all_that_checkov_means_open(bench: Bench) -> None:
    resources = [disk("module.disk.aws_ebs_volume.this[0]"), disk("module.disk.aws_ebs_volume.this[1]", encrypted=HOLE)]
    assert [f.outcome.value for f in findings(bench, resources, [record()])] == ["open"]
    named = findings(bench, resources, [record("module.disk.aws_ebs_volume.this[0]")])
    assert [f.outcome.value for f in named] == ["fail"]


def test_one_answer_for_environments_that_differ_is_not_believed(bench: Bench) -> None:
    resources = [disk(environment="live (dev)"), disk(environment="live (prod)", encrypted=True)]
    assert [f.outcome.value for f in findings(bench, resources, [record()])] == ["open"]
    same = [disk(environment="live (dev)"), disk(environment="live (prod)")]
    (one,) = findings(bench, same, [record()])
    assert (one.outcome.value, one.environments) == ("fail", ("live (dev)", "live (prod)"))


def test_a_var_file_that_checkov_does_not_read_makes_it_open(bench: Bench) -> None:
    chosen = Location(path="prod.tfvars", start_line=1)
    assert [f.outcome.value for f in findings(bench, [disk(origin=chosen)], [record()])] == ["open"]
    for name in ("terraform.tfvars", "x.auto.tfvars.json"):
        read = Location(path=name, start_line=1)
        assert brief(findings(bench, [disk(origin=read)], [record()]))[0][2] == name


def test_what_a_plan_was_given_is_not_what_checkov_read(bench: Bench) -> None:
    planned = "plan tfplan.json"
    given = disk(environment=planned, origin=Location(path="main.tf", start_line=3))
    assert [f.outcome.value for f in findings(bench, [given], [record()])] == ["open"]
    (one,) = findings(bench, [disk(environment=planned)], [record()])
    assert (one.outcome.value, one.subject) == ("fail", "module.disk.aws_ebs_volume.this")


def test_what_examples_do_is_left_aside(bench: Bench) -> None:
    example = disk(encrypted=False, role=Role.EXAMPLE, path="examples/main.tf")
    found = findings(bench, [disk(), example], [record()])
    assert brief(found) == [("fail", "aws_ebs_volume.this", BLOCK.path, 4)]
    assert [place.path for place in found[0].related] == ["main.tf"]


def test_the_gravest_check_decides_and_all_are_evidence(bench: Bench) -> None:
    (one,) = findings(bench, [disk()], [record(result="PASSED"), record(check="CKV_AWS_4")])
    assert (one.outcome.value, one.message) == ("fail", "aws_ebs_volume.this is in clear (CKV_AWS_4)")
    assert len(one.evidence) == 2


def test_what_only_checkov_knows_is_told_as_checkov_says_it(bench: Bench) -> None:
    (one,) = findings(bench, [], [record(), record("module.other.aws_ebs_volume.this", at=9)])
    assert (one.subject, one.location) == ("aws_ebs_volume.this", BLOCK)
    assert [place.note for place in one.related] == ["used as module.disk", "used as module.other"]
