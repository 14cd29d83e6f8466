"""Native rules over resources: verdicts, places, elements, unknown values and faults of rules."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scanner.domain.architecture import ArchitectureModel, Component, LayerId, Relation, RelationKind
from scanner.domain.artifact import Artifact, ArtifactKind, Location, Role, Source
from scanner.domain.catalog import Catalog
from scanner.domain.finding import EngineResult, Outcome
from scanner.domain.resource import (
    Origin,
    Position,
    Reference,
    Resource,
    ResourceKind,
    Unknown,
    UnknownReason,
    Value,
)  # fmt: skip
from scanner.domain.rule import Rule
from scanner.domain.system import System
from scanner.engines.judging import RuleRun
from scanner.engines.native import NativeEngine
from scanner.engines.subjects import Subject
from scanner.interfaces import BoundRule, EngineContext
from scanner.packaging import packaged
from scanner.rules.expression import Activation
from scanner.timings import Span, Timings

UNKNOWN = Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text="var.encrypted")


class NoContents:
    def read(self, artifact: Artifact) -> bytes:
        raise AssertionError(f"a native rule read {artifact.path}")


def bucket(name: str, line: int = 1, role: Role = Role.PRODUCT, path: str = "main.tf", **attributes: Value) -> Resource:
    return Resource(
        address=f"aws_s3_bucket.{name}",
        kind=ResourceKind.TERRAFORM,
        type="aws_s3_bucket",
        name=name,
        attributes=attributes,
        location=Location(path=path, start_line=line),
        role=role,
        positions={key: Position(line + 1 + i, 3) for i, key in enumerate(attributes)},
    )


def rule(**check: object) -> BoundRule:
    body = {
        "name": "a-rule", "title": "t", "control": "CYBER-01", "severity": "high", "description": "d", "rationale": "r",
        "remediation": "m", "clauses": ["NAP-6"],
        "check": {"engine": "native", "subject": {"terraform": ["aws_s3_bucket"]}, "message": "{address} is bad",
                  "accepted": "{address} is good", **check},
    }  # fmt: skip
    return BoundRule(Rule.model_validate(body), Path(), "CYBER")


def put(bound: BoundRule, *resources: Resource, **parts: object) -> EngineResult:
    system = System(source=Source(uri="x"), artifacts=parts.pop("artifacts", ()), resources=resources, **parts)  # type: ignore[arg-type]
    catalog = Catalog(version="1", principles=(), controls=(), clauses=())
    context = EngineContext(catalog, date(2026, 11, 21), packaged("rules"), offline=True)
    return NativeEngine().evaluate([bound], system, NoContents(), context, lambda _: None)


def outcomes(result: EngineResult) -> list[tuple[str, str, int]]:
    assert not result.problems
    return [(f.outcome.value, f.subject, f.location.start_line) for f in result.findings]


def test_verdicts_and_the_place_of_the_attribute() -> None:
    result = put(
        rule(**{"assert": "resource.?encrypted.orValue(false) == true", "at": "encrypted"}),
        bucket("good", 1, encrypted=True),
        bucket("bad", 10, tags={"a": "b"}, encrypted=False),
        bucket("absent", 20),
        bucket("unknown", 30, encrypted=UNKNOWN),
    )
    assert outcomes(result) == [
        ("pass", "aws_s3_bucket.good", 2),
        ("fail", "aws_s3_bucket.bad", 12),
        ("fail", "aws_s3_bucket.absent", 20),
        ("open", "aws_s3_bucket.unknown", 31),
    ]
    assert result.findings[1].message == "aws_s3_bucket.bad is bad"
    assert result.findings[3].evidence[0].value == "var.encrypted"


def test_when_false_says_nothing_and_unknown_says_open() -> None:
    bound = rule(**{"when": "resource.?kind.orValue('') == 'log'", "assert": "has(resource.x)"})
    result = put(bound, bucket("a", kind="log"), bucket("b", kind="data"), bucket("c", kind=UNKNOWN))
    assert [(f.outcome.value, f.subject) for f in result.findings] == [
        ("fail", "aws_s3_bucket.a"),
        ("open", "aws_s3_bucket.c"),
    ]


def test_elements_have_their_own_verdict_and_place() -> None:
    resource = bucket("b", ingress=[{"port": 22}, {"port": 443}, UNKNOWN]).model_copy(
        update={
            "positions": {
                "ingress[0]": Position(5, 3),
                "ingress[1]": Position(9, 3),
                "ingress[1].port": Position(10, 5),
            }
        }
    )
    bound = rule(
        **{"each": "resource.ingress", "assert": "item.port == 22", "at": "port", "message": "port {item.port}"}
    )
    result = put(bound, resource)
    assert [(f.outcome.value, f.location.start_line) for f in result.findings] == [
        ("pass", 5),
        ("fail", 10),
        ("open", 1),
    ]
    assert result.findings[1].message == "port 443"


def test_a_list_that_is_unknown_as_a_whole_is_open() -> None:
    result = put(rule(**{"each": "resource.ingress", "assert": "item.port == 22"}), bucket("b", ingress=UNKNOWN))
    assert [finding.outcome for finding in result.findings] == [Outcome.OPEN]


def test_roles_that_the_rule_does_not_look_at_say_nothing() -> None:
    bound = rule(**{"assert": "false"})
    assert put(bound, bucket("a", role=Role.TEST), bucket("b", role=Role.EXAMPLE)).findings == ()
    assert put(rule(**{"assert": "false", "roles": ["test"]}), bucket("a", role=Role.TEST)).findings


def test_a_rule_that_fails_on_a_subject_accuses_nobody_and_still_judges_the_others() -> None:
    result = put(
        rule(**{"assert": "resource.a.b == 1"}),
        bucket("fine", a={"b": 1}),
        bucket("broken", a=3),
        bucket("bad", a={"b": 2}),
    )
    assert [finding.outcome.value for finding in result.findings] == ["pass", "open", "fail"]
    assert "aws_s3_bucket.broken" in result.problems[0].message


def test_grouped_findings_have_one_lead_and_related_places() -> None:
    result = put(rule(**{"assert": "false", "group": "repository"}), bucket("a", 1), bucket("b", 9), bucket("c", 20))
    (finding,) = result.findings
    assert finding.subject == "repository"
    assert [related.start_line for related in finding.related] == [9, 20]


def test_references_bind_within_their_folder() -> None:
    def block(path: str, public: bool) -> Resource:
        return Resource(
            address="aws_s3_bucket_public_access_block.b", kind=ResourceKind.TERRAFORM,
            type="aws_s3_bucket_public_access_block", name="b", attributes={"block": public},
            location=Location(path=path),
        )  # fmt: skip

    references = tuple(
        Reference(source="aws_s3_bucket_public_access_block.b", target="aws_s3_bucket.b", location=Location(path=path))
        for path in ("one/main.tf", "two/main.tf")
    )
    result = put(
        rule(**{"assert": "referrers(address, 'aws_s3_bucket_public_access_block').exists(b, b.block == true)"}),
        bucket("b", path="one/main.tf"),
        bucket("b", path="two/main.tf"),
        block("one/x.tf", True),
        block("two/x.tf", False),
        references=references,
    )
    assert [(f.outcome.value, f.location.path) for f in result.findings] == [
        ("pass", "one/main.tf"),
        ("fail", "two/main.tf"),
    ]


@pytest.mark.parametrize(
    ("expression", "holds"),
    [
        ("declared('terraform', 'aws_s3_*')", True),
        ("count('terraform', 'aws_s3_bucket') == 1", True),
        ("declared('kubernetes', '*')", False),
        ("has_file('docs/*.MD')", True),
        ("has_file('*.exe')", False),
        ("has_file_called('*.MD')", True),
        ("has_file('Docs') && !has_file_called('Docs')", True),
        ("end_of_life('python', '3.8.1') != '' && end_of_life('python', '3.8.1') < today", True),
        ("end_of_life('cobol', '1') == ''", True),
        ("parameters.limit == 3", True),
        ("address == 'aws_s3_bucket.b' && kind == 'aws_s3_bucket' && name == 'b' && path == 'main.tf'", True),
    ],
)
def test_questions_about_the_whole_system(expression: str, holds: bool) -> None:
    artifacts = (Artifact(path="Docs/Readme.md", kind=ArtifactKind.DOCUMENT),)
    bound = rule(**{"assert": expression, "parameters": {"limit": 3}})
    result = put(bound, bucket("b"), artifacts=artifacts)
    assert [finding.outcome for finding in result.findings] == [Outcome.PASS if holds else Outcome.FAIL]


def component(identity: str, layer: LayerId) -> Component:
    return Component(
        id=identity, title=identity, layer=layer, layer_reason="test", kind="workload", location=Location(path="k.yaml")
    )


def test_components_reach_layers_through_relations_and_cycles_end() -> None:
    names = ("web", "api", "db")
    layers = (LayerId.PRESENTATION, LayerId.SERVICE, LayerId.DATA)
    relations = tuple(
        Relation(source=a, target=b, kind=RelationKind.CALLS, location=Location(path="k.yaml"), derived_from="test")
        for a, b in (("web", "api"), ("api", "web"), ("api", "db"))
    )
    model = ArchitectureModel(components=tuple(map(component, names, layers)), relations=relations)
    bound = rule(**{"subject": {"component": ["presentation", "data"]}, "assert": "!reaches(component.id, 'data')"})
    assert outcomes(put(bound, model=model)) == [("fail", "web", 1), ("pass", "db", 1)]


def test_the_repository_is_a_subject() -> None:
    bound = rule(
        **{"subject": {"repository": ["repository"]}, "assert": "'aws_s3_bucket' in repository.terraform_types"}
    )
    assert outcomes(put(bound, bucket("b"))) == [("pass", "repository", 1)]


def test_elements_of_lists_in_a_list_and_entries_of_a_map() -> None:
    resource = bucket(
        "b", rule=[{"to": [{"port": 1}, {"port": 2}]}, UNKNOWN, {"to": UNKNOWN}, {}], data={"a": "x", "b": UNKNOWN}
    ).model_copy(update={"positions": {"rule[0].to[1]": Position(7, 1), "data.a": Position(9, 1)}})
    nested = put(rule(**{"each": "resource.rule.to", "assert": "item.port == 1"}), resource)
    assert [(f.outcome.value, f.location.start_line) for f in nested.findings] == [
        ("pass", 1), ("fail", 7), ("open", 1), ("open", 1),
    ]  # fmt: skip
    entries = put(rule(**{"each": "resource.data", "assert": "item.value == 'y'", "message": "{item.key}"}), resource)
    assert [(f.outcome.value, f.location.start_line) for f in entries.findings] == [("fail", 9), ("open", 1)]
    assert entries.findings[0].message == "a"


def test_a_missing_entry_beside_a_template_is_open() -> None:
    def pod(name: str, context: Value) -> Resource:
        containers = [{"name": "c", "image": "i", "securityContext": context}]
        return Resource(
            address=f"Pod/_/{name}",
            kind=ResourceKind.KUBERNETES,
            type="Pod",
            name=name,
            location=Location(path="k.yaml"),
            attributes={"apiVersion": "v1", "kind": "Pod", "spec": {"containers": containers}},
        )

    template = Unknown(reason=UnknownReason.NOT_RENDERED, text="{{ toYaml .Values.securityContext }}")
    bound = rule(
        **{
            "subject": {"kubernetes": ["workload"]},
            "each": "containers",
            "assert": "item.?securityContext.?runAsNonRoot.orValue(false)",
        }
    )
    result = put(
        bound, pod("plain", {}), pod("kept", {"runAsNonRoot": True}), pod("helm", {"{{ toYaml .Values.x }}": template})
    )
    assert [finding.outcome.value for finding in result.findings] == ["fail", "pass", "open"]


def instance(environment: str, address: str, path: str = "modules/m/main.tf", **attributes: Value) -> Resource:
    return bucket(address.rpartition(".")[2], path=path, **attributes).model_copy(
        update={"address": address, "environment": environment, "declaration": "aws_s3_bucket.b"}
    )


def test_references_bind_within_their_environment_whatever_the_folder() -> None:
    def key(environment: str, *, rotated: bool) -> Resource:
        return instance(environment, "module.k.aws_kms_key.k", "modules/k/main.tf", rotated=rotated).model_copy(
            update={"type": "aws_kms_key"}
        )

    dev, prod = (instance(name, "module.m.aws_s3_bucket.b") for name in ("dev", "prod"))
    references = tuple(
        Reference(
            source="module.m.aws_s3_bucket.b", target="module.k.aws_kms_key.k", environment=name,
            location=Location(path="modules/m/main.tf"),
        )
        for name in ("dev", "prod")
    )  # fmt: skip
    bound = rule(**{"assert": "references(address, 'aws_kms_key').all(k, k.rotated)"})
    keys = (key("dev", rotated=False), key("prod", rotated=True))
    result = put(bound, dev, prod, *keys, references=references)
    assert [(f.outcome.value, f.environments, f.other_environments) for f in result.findings] == [
        ("fail", ("dev",), ("prod",)),
        ("pass", ("prod",), ("dev",)),
    ]
    back = rule(
        **{"subject": {"terraform": ["aws_kms_key"]}, "assert": "size(referrers(address, 'aws_s3_bucket')) == 1"}
    )
    assert [f.outcome.value for f in put(back, dev, prod, *keys, references=references).findings] == ["pass"]


def test_neighbours_are_those_of_the_same_root() -> None:
    result = put(
        rule(**{"assert": "neighbours(address, 'aws_kms_*') == 0"}),
        bucket("with", path="one/main.tf"),
        bucket("alone", path="two/main.tf"),
        Resource(
            address="aws_kms_key.k", kind=ResourceKind.TERRAFORM, type="aws_kms_key", name="k", attributes={},
            location=Location(path="one/keys.tf"),
        ),
    )  # fmt: skip
    assert [(f.outcome.value, f.location.path) for f in result.findings] == [
        ("fail", "one/main.tf"),
        ("pass", "two/main.tf"),
    ]


def test_an_object_knows_the_manifest_of_its_namespace() -> None:
    def one(kind: str, name: str, namespace: str | None = None, **attributes: Value) -> Resource:
        return Resource(
            address=f"{kind}/{namespace}/{name}", kind=ResourceKind.KUBERNETES, type=kind, name=name,
            namespace=namespace, attributes={"kind": kind, **attributes}, location=Location(path="k8s.yaml"),
        )  # fmt: skip

    result = put(
        rule(
            **{
                "subject": {"kubernetes": ["ConfigMap"]},
                "assert": "namespace_of(address).?metadata.?labels['team'].orValue('') == 'ward'",
            }
        ),
        one("Namespace", "wards", metadata={"labels": {"team": "ward"}}),
        one("ConfigMap", "inside", "wards"),
        one("ConfigMap", "elsewhere", "beds"),
        one("ConfigMap", "nowhere"),
    )
    assert [f.outcome.value for f in result.findings] == ["pass", "fail", "fail"]


def test_what_is_the_same_in_another_environment_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []
    judge = RuleRun.judge

    def noted(run: RuleRun, subject: Subject, activation: Activation) -> None:
        judged.append(subject.resource.environment if subject.resource else "")
        judge(run, subject, activation)

    monkeypatch.setattr(RuleRun, "judge", noted)
    first = instance("dev", "module.m.aws_s3_bucket.b", policy="x")
    twins = [first.model_copy(update={"environment": name}) for name in ("test", "prod")]
    other = twins[0].model_copy(update={"environment": "other", "attributes": {"policy": "x"}})
    elsewhere = twins[0].model_copy(update={"environment": "live", "doubt": "count"})
    (found,) = put(rule(**{"assert": "resource.policy == 'y'"}), first, *twins, other).findings
    assert found.outcome is Outcome.FAIL
    assert found.environments == ("dev", "other", "prod", "test")
    assert judged == ["dev", "other"]
    judged.clear()
    put(rule(**{"assert": "resource.policy == 'y'"}), first, elsewhere)
    assert judged == ["dev", "live"]


@pytest.mark.parametrize(
    "asked",
    [
        {"assert": "environment == 'dev'"},
        {"when": "environment != 'x'", "assert": "resource.policy == 'y' || environment == 'dev'"},
        {"each": "resource.list", "where": "environment == 'dev'", "assert": "item == 1"},
        {"assert": "resource.policy == 'y'", "message": "{address} in {environment}"},
        {"each": "resource.list", "assert": "item == 1 && size(references(address, 'aws_kms_key')) == 0"},
    ],
)
def test_what_hangs_on_the_environment_is_judged_in_each(asked: dict[str, str]) -> None:
    first = instance("dev", "module.m.aws_s3_bucket.b", policy="x", list=[1, 2])
    same = first.model_copy(update={"environment": "prod"})
    alike = same.model_copy(update={"attributes": dict(first.attributes)})  # is no twin, but differs in nothing
    key = instance("prod", "aws_kms_key.k", rotated=True).model_copy(update={"type": "aws_kms_key"})
    reference = Reference(source=first.address, target=key.address, environment="prod", location=first.location)
    bound = rule(**asked)
    repeated, judged = (put(bound, first, one, key, references=(reference,)) for one in (same, alike))
    assert repeated == judged


def test_instances_know_their_block_their_environment_and_their_modules() -> None:
    called = {"module_path": ("m",), "calls": (Location(path="main.tf", start_line=90),)}
    one = instance("live (dev)", 'module.m["a"].aws_s3_bucket.b[0]').model_copy(update=called)
    bound = rule(
        **{
            "assert": "declaration == 'aws_s3_bucket.b' && environment == 'live (dev)' && module == 'm'",
            "message": "{address} {declaration} {module}",
        }
    )
    (found,) = put(bound, one).findings
    assert found.outcome is Outcome.PASS
    assert found.message == "aws_s3_bucket.b is good"
    bare = rule(**{"assert": "declaration == address && environment == '' && module == '' && statements.size() == 0"})
    assert [f.outcome for f in put(bare, bucket("x")).findings] == [Outcome.PASS]


def test_statements_stand_at_the_attribute_that_holds_their_policy() -> None:
    wide, narrow = ({"Effect": "Allow", "Action": action, "Resource": "*"} for action in ("*", "s3:GetObject"))
    policy = bucket("p", 10, other=1, policy="…").model_copy(
        update={"documents": {"policy": {"Statement": [narrow, wide, UNKNOWN]}}}
    )
    bound = rule(
        **{
            "each": "statements",
            "assert": "!item.actions.exists(a, a == '*')",
            "message": "{address} allows {item.actions}",
        }
    )
    result = put(bound, policy)
    assert outcomes(result) == [
        ("pass", "aws_s3_bucket.p", 12),
        ("fail", "aws_s3_bucket.p", 12),
        ("open", "aws_s3_bucket.p", 12),
    ]
    assert result.findings[1].message == "aws_s3_bucket.p allows *"


def test_a_rule_that_names_no_attribute_finds_who_gave_the_one_that_is_set() -> None:
    def given(line: int) -> Origin:
        return Origin(address="module.m", location=Location(path="main.tf", start_line=line))

    def module(origins: dict[str, Origin], **attributes: Value) -> Resource:
        one = instance("live", "module.m.aws_s3_bucket.b", **attributes)
        calls = (Location(path="main.tf", start_line=1),)
        return one.model_copy(update={"origins": origins, "module_path": ("m",), "calls": calls})

    bound = rule(**{"assert": "resource.?encrypted.orValue(false) == true || has(resource.key)"})

    def place(resource: Resource) -> tuple[str, int]:
        (found,) = put(bound, resource).findings
        return found.location.path, found.location.start_line

    assert place(module({"encrypted": given(3)}, encrypted=False)) == ("main.tf", 3)
    assert place(module({"encrypted": given(3), "key": given(3)}, encrypted=False, key="k")) == ("main.tf", 3)
    for unclear in (
        module({"encrypted": given(3)}, encrypted=False, key="k"),
        module({"encrypted": given(3), "key": given(4)}, encrypted=False, key="k"),
        module({"other": given(3)}, encrypted=False, other=1),
        module({"other": given(3)}, other=1),
    ):
        assert place(unclear) == ("modules/m/main.tf", 1)
    (found,) = put(bound, module({"encrypted": given(3)}, size=1, encrypted=False)).findings
    assert [(p.path, p.start_line, p.note) for p in found.related] == [
        ("modules/m/main.tf", 3, "the module passes it on here")
    ]


def test_each_rule_tells_what_it_took() -> None:
    timings = Timings()
    catalog = Catalog(version="1", principles=(), controls=(), clauses=())
    context = EngineContext(catalog, date(2026, 11, 21), packaged("rules"), offline=True, timings=timings)
    system = System(source=Source(uri="x"), artifacts=(), resources=(bucket("a"),))
    NativeEngine().evaluate([rule(**{"assert": "name == 'a'"})], system, NoContents(), context, lambda _: None)
    assert list(timings.of(Span.RULE)) == ["a-rule"]
    assert timings.of(Span.RULE)["a-rule"] > 0


def test_environments_that_are_alike_are_told_like_those_that_are_not() -> None:
    """What was decided for one instance is looked up for the next; what differs in a field that is read is not."""
    bound = rule(when="name != 'skipped'", **{"assert": "resource.?acl.orValue('') == 'private'"})
    instances = [
        bucket("b", acl=acl).model_copy(update={"environment": name, "declaration": "aws_s3_bucket.b"})
        for name, acl in (("dev", "private"), ("test", "private"), ("prod", "public"), ("live", UNKNOWN))
    ]
    told = {(f.outcome.value, f.environments) for f in put(bound, *instances, bucket("skipped")).findings}
    assert told == {("pass", ("dev", "test")), ("fail", ("prod",)), ("open", ("live",))}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("!unseen('terraform', 'aws_*', 'tags.a', '')", "open"),
        ("!unseen('terraform', 'aws_*', 'tags.a', 'of_a$')", "open"),
        ("!unseen('terraform', 'aws_*', 'tags.a', 'of_b')", "pass"),
        ("!unseen('terraform', 'aws_*', 'tags.b', '')", "pass"),
        ("!unseen('terraform', 'google_*', '**', '')", "pass"),
        ("name == 'other' && !unseen('terraform', '*', '**', '')", "fail"),
        ("!cannot_tell(['the address of PDS'])", "open"),
        ("!cannot_tell([])", "pass"),
        ("!cannot_tell(texts('terraform', '*', 'tags.b').filter(t, t == 'y'))", "pass"),
        ("size(images(address)) == 0", "pass"),
        ("drawn('Slots', true) == [] && drawn_together('a', 'b') == {}", "pass"),
    ],
)
def test_what_is_written_nowhere_leaves_open_what_nothing_written_decides(asked: str, expected: str) -> None:
    hidden = Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text="var.of_a")
    (finding,) = put(rule(**{"assert": asked}), bucket("one", tags={"a": hidden, "b": "x"})).findings
    assert finding.outcome == expected


def test_more_texts_than_an_expression_can_go_through_are_searched_all_the_same() -> None:
    """A large product calls more names than the library lets a loop look at, which is a fault of no supplier."""
    many = bucket("many", tags={f"t{number}": f"name-{number}" for number in range(12_000)})
    asked = "{} && !{}".format(
        "any_text('terraform', 'aws_*', '**', '^name-11999$')", "any_text('terraform', 'aws_*', '**', '^x')"
    )
    assert [one.outcome.value for one in put(rule(**{"assert": asked}), many).findings] == ["pass"]
    looped = put(rule(**{"assert": "texts('terraform', 'aws_*', '**').exists(t, t == 'x')"}), many)
    assert [one.outcome.value for one in looped.findings] == ["open"]
    assert [one.stage for one in looped.problems] == ["engines"]


def test_what_a_condition_asks_of_all_is_decided_with_what_it_asks_of_each() -> None:
    bound = rule(when="name != 'b' && texts('terraform', '*', 'tags.a').size() == 2", **{"assert": "name == 'a'"})
    found = put(bound, bucket("a", tags={"a": "x"}), bucket("b", tags={"a": "y"}), bucket("c", tags={"a": "y"}))
    assert [(one.subject.rsplit(".", 1)[1], one.outcome.value) for one in found.findings] == [
        ("a", "pass"),
        ("c", "fail"),
    ]


def test_of_several_reasons_those_that_hold_are_told() -> None:
    check = {
        "assert": "resource.on && resource.kept > 6",
        "message": "{address} is off or keeps little",
        "reasons": [
            {"when": "!resource.on", "message": "{address} is off"},
            {"when": "resource.kept <= 6", "message": "{address} keeps {resource.kept} days"},
        ],
    }
    unknown = Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text="var.days")
    result = put(
        rule(**check),
        bucket("a", on=False, kept=2),
        bucket("b", 5, on=True, kept=3),
        bucket("c", 9, on=False, kept=unknown),
        bucket("d", 13, on=True, kept=7),
        bucket("e", 17, on=True, kept=unknown),
    )
    said = {finding.subject[-1]: finding.message for finding in result.findings}
    assert said["a"] == "aws_s3_bucket.a is off; aws_s3_bucket.a keeps 2 days"
    assert said["b"] == "aws_s3_bucket.b keeps 3 days"
    assert said["c"] == "aws_s3_bucket.c is off"
    assert said["d"] == "aws_s3_bucket.d is good"
    assert said["e"].endswith("whether: aws_s3_bucket.e is off or keeps little")


def test_a_reason_may_speak_of_the_element_and_the_message_stands_where_none_is_known() -> None:
    check = {
        "each": "resource.rules",
        "assert": "item.port != 22",
        "message": "{address} is open",
        "reasons": [{"when": "item.why != ''", "message": "{address} is open for {item.why}"}],
    }
    result = put(rule(**check), bucket("a", rules=[{"port": 22, "why": "Jo"}, {"port": 22, "why": ""}]))
    assert [one.message for one in result.findings] == ["aws_s3_bucket.a is open for Jo", "aws_s3_bucket.a is open"]


def test_where_a_failure_weighs_less_it_is_of_medium_severity() -> None:
    unknown = Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text="var.trial")
    check = {"assert": "resource.on", "lesser": "resource.trial"}
    result = put(
        rule(**check),
        bucket("a", on=False, trial=True),
        bucket("b", 5, on=False, trial=False),
        bucket("c", 9, on=False, trial=unknown),
        bucket("d", 13, on=True, trial=True),
    )
    said = {finding.subject[-1]: (finding.outcome.value, finding.severity.value) for finding in result.findings}
    assert said == {"a": ("fail", "medium"), "b": ("fail", "high"), "c": ("fail", "high"), "d": ("pass", "high")}
