"""Plans in the place of the source that they come from."""

from __future__ import annotations

from pathlib import Path

from scanner.domain.artifact import Location, Role
from scanner.domain.resource import (
    EncodedUnknown,
    Origin,
    Parsed,
    Position,
    Reference,
    Resource,
    ResourceKind,
    Unknown,
    UnknownReason,
    Value,
)
from scanner.parsers.terraform.shown.document import Shown
from scanner.parsers.terraform.shown.placing import place
from scanner.parsers.terraform.shown.plan import read_plan
from scanner.parsers.terraform.shown.state import read_state

HERE = Path(__file__).parent
LATER = Unknown(reason=UnknownReason.KNOWN_AFTER_APPLY, text="later")


def plan(name: str = "clinic", environment: str = "plan plan.json") -> Shown:
    return read_plan((HERE / name / "plan.json").read_bytes(), "plan.json", environment)


def block(address: str, environment: str = "infra", line: int = 7, **attributes: Value) -> Resource:
    """A resource as the source gives it."""
    *modules, kind, name = address.replace('["letters"]', "").replace('["leaflets"]', "").split(".")
    if modules and modules[-1] == "data":
        modules, kind = modules[:-1], f"data.{kind}"
    return Resource(
        address=address,
        declaration=f"{kind}.{name.split('[')[0]}",
        environment=environment,
        kind=ResourceKind.TERRAFORM,
        type=kind if kind != "var" else "variable",
        name=name,
        attributes=attributes,
        location=Location(path=f"{environment}/main.tf", start_line=line),
        role=Role.EXAMPLE,
        module_path=tuple(modules[1::2]),
        positions={"bucket": Position(line + 1, 3)},
        calls=(Location(path=f"{environment}/main.tf", start_line=1),) if modules else (),
        origins={"bucket": Origin(address="module.store", location=Location(path="x.tf"))} if modules else {},
    )


def source(environment: str = "infra", **worker: Value) -> list[Resource]:
    """Every block of the project, with the values that matter."""
    shown = {
        (one.module_path, one.declaration): one.address
        for one in plan().parsed.resources
        if not one.type.startswith(("provider.", "variable", "output", "terraform", "module"))
    }
    made = [block(address, environment, line) for line, address in enumerate(shown.values(), 10)]
    made.append(block("var.region", environment, default="eu-west-2"))
    values = {"instance_type": "t3.micro", "lifecycle": [{"prevent_destroy": True}], **worker}
    return [one.model_copy(update={"attributes": values}) if one.type == "aws_instance" else one for one in made]


def find(parsed: Parsed, address: str, environment: str = "plan plan.json") -> Resource:
    (found,) = [one for one in parsed.resources if (one.environment, one.address) == (environment, address)]
    return found


def test_findings_of_a_plan_point_at_the_line() -> None:
    parsed = place([plan()], Parsed(resources=tuple(source())))
    address = 'module.store["leaflets"].aws_s3_bucket.this'
    bucket = find(parsed, address)
    (written,) = [one for one in source() if one.declaration == "aws_s3_bucket.this"]
    assert bucket.location == written.location
    assert bucket.positions == written.positions
    assert (bucket.role, bucket.calls, bucket.origins) == (written.role, written.calls, written.origins)
    assert bucket.attributes["bucket"] == "clinic-leaflets"
    assert find(parsed, 'module.store["letters"].aws_s3_bucket.this').location == written.location
    assert {one.environment for one in parsed.resources} == {"plan plan.json"}
    assert [problem.message for problem in parsed.problems] == ["plan plan.json stands for the root module infra"]


def test_only_the_environment_of_the_plan_is_replaced() -> None:
    other = block("aws_s3_bucket.other", "elsewhere")
    twin = source("dev", instance_type="t3.large")
    parsed = place([plan()], Parsed(resources=(*twin, *source("prod"), other)))
    assert {one.environment for one in parsed.resources} == {"plan plan.json", "dev", "elsewhere"}
    assert find(parsed, "aws_instance.worker[0]").location.path == "prod/main.tf", "dev has another instance type"
    assert find(parsed, "var.region").attributes == {"default": "eu-west-2"}, "the source's own"


def test_another_root_with_the_same_names_is_left_alone() -> None:
    few = tuple(source()[:4])
    parsed = place([plan()], Parsed(resources=few))
    assert [one for one in parsed.resources if one.environment == "infra"] == list(few)
    assert find(parsed, "aws_kms_key.records").location == Location(path="plan.json")
    assert "no root module of the source has its blocks" in parsed.problems[0].message
    assert "references go through locals" in parsed.problems[1].message


def test_what_only_the_source_tells_is_filled_in() -> None:
    parsed = place([plan()], Parsed(resources=tuple(source())))
    worker = find(parsed, "aws_instance.worker[0]").attributes
    assert worker["lifecycle"] == [{"prevent_destroy": True}]
    assert "provisioner" not in worker, "the source writes none here"
    assert worker["ami"] == "ami-0123456789abcdef0"


def test_texts_that_are_known_in_part_come_from_a_source_with_the_same_values() -> None:
    content = {"Statement": [{"Principal": "*", "Resource": LATER}]}
    policy = EncodedUnknown(reason=UnknownReason.KNOWN_AFTER_APPLY, text="x", content=content)
    address = 'module.store["leaflets"].aws_s3_bucket_policy.this[0]'

    def placed(kind: str) -> Resource:
        made = [
            one.model_copy(update={"attributes": {"policy": policy}}) if one.address == address else one
            for one in source(instance_type=kind)
        ]
        return find(place([plan()], Parsed(resources=tuple(made))), address)

    assert placed("t3.micro").documents == {"policy": content}
    assert placed("t3.large").documents == {}, "the source was evaluated with other values"


def test_a_dynamic_block_that_is_not_known_yet_stays() -> None:
    rules: Value = [Unknown(reason=UnknownReason.PER_INSTANCE, text='dynamic "egress"')]
    made = [
        one.model_copy(update={"attributes": {"egress": rules}}) if one.type == "aws_security_group" else one
        for one in source()
    ]
    assert (
        find(place([plan()], Parsed(resources=tuple(made))), "aws_security_group.front").attributes["egress"] == rules
    )


def test_references_of_the_source_stay_where_both_ends_are() -> None:
    place_of_it = Location(path="infra/main.tf", start_line=99)

    def reference(one: str, other: str) -> Reference:
        return Reference(source=one, target=other, attribute="key", environment="infra", location=place_of_it)

    store = 'module.store["leaflets"].aws_s3_bucket.this'
    gone = block("aws_s3_bucket.gone")
    kept, lost = reference(store, "aws_kms_key.records"), reference(store, gone.address)
    parsed = place([plan()], Parsed(resources=(*source(), gone), references=(kept, lost)))
    found = {(one.source, one.target): one for one in parsed.references}
    assert found[store, "aws_kms_key.records"].environment == "plan plan.json", "through a local: only the source tells"
    assert (store, gone.address) not in found
    worker = found["aws_instance.worker[0]", "aws_security_group.front"]
    assert worker.location == find(parsed, "aws_instance.worker[0]").location


def test_a_state_leaves_what_is_not_made_yet() -> None:
    state = read_state((HERE / "aws-state.json").read_bytes(), "state.json", "state state.json")
    names = ("aws_db_instance.main", "aws_security_group.database", "aws_s3_bucket_policy.letters", "aws_sqs_queue.new")
    parsed = place([state], Parsed(resources=tuple(block(name) for name in names)))
    assert find(parsed, "aws_sqs_queue.new", "state state.json").location.path == "infra/main.tf"
    assert find(parsed, "aws_db_instance.main", "state state.json").attributes["backup_retention_period"] == 0
    assert {one.environment for one in parsed.resources} == {"state state.json"}


def test_a_plan_and_a_state_of_one_root_stand_beside_each_other() -> None:
    shown = [plan(environment="plan a.json"), plan(environment="plan b.json")]
    parsed = place(shown, Parsed(resources=tuple(source())))
    marks = [(one.environment, one.address) for one in parsed.resources]
    assert len(marks) == len(set(marks))
    assert {environment for environment, _ in marks} == {"plan a.json", "plan b.json"}


def test_without_plans_nothing_changes() -> None:
    parsed = Parsed(resources=tuple(source()))
    assert place([], parsed) is parsed
