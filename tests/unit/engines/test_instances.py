"""One fault, one finding: what is said of the instances of a block, by callers, keys and environments."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.domain.artifact import Location, Role
from scanner.domain.finding import Evidence, Finding, Outcome, RelatedLocation
from scanner.domain.resource import Origin, Resource, ResourceKind
from scanner.domain.rule import Rule
from scanner.engines.instances import MAX_SHOWN, fold
from scanner.engines.judgements import ADDRESS, Judgement
from scanner.engines.standing import origin_of
from scanner.interfaces import BoundRule
from scanner.packaging import packaged

BLOCK = Location(path="modules/storage/main.tf", start_line=5, end_line=9)
LINE = Location(path="modules/storage/main.tf", start_line=7)
RULE = BoundRule(
    Rule.model_validate(
        {
            "name": "a-rule", "title": "t", "control": "CYBER-01", "severity": "high", "description": "d",
            "rationale": "r", "remediation": "m", "clauses": ["NAP-6"],
            "check": {"engine": "native", "subject": {"terraform": ["aws_s3_bucket"]}, "assert": "true",
                      "message": "m"},
        }
    ),
    packaged("rules"),
    "CYBER",
)  # fmt: skip


def call(path: str, line: int) -> Location:
    return Location(path=path, start_line=line, end_line=line + 4)


def bucket(
    address: str = "aws_s3_bucket.this",
    *,
    modules: tuple[str, ...] = (),
    calls: tuple[Location, ...] = (),
    environment: str = "live",
    origins: dict[str, Origin] | None = None,
    role: Role = Role.PRODUCT,
) -> Resource:
    return Resource(
        address=address,
        declaration="aws_s3_bucket.this",
        environment=environment,
        kind=ResourceKind.TERRAFORM,
        type="aws_s3_bucket",
        name="this",
        attributes={},
        location=BLOCK,
        role=role,
        module_path=modules,
        calls=calls,
        origins=origins or {},
    )


def used(
    name: str,
    line: int = 1,
    *,
    path: str = "main.tf",
    environment: str = "live",
    key: str = "",
    own: str = "",
    given_at: Location | None = None,
) -> Resource:
    """An instance of the block in a module that is called by a name."""
    chain = f"module.{name}{key}"
    return bucket(
        f"{chain}.aws_s3_bucket.this{own}",
        modules=(name,),
        calls=(call(path, line),),
        environment=environment,
        origins={"encrypted": Origin(address=chain, location=given_at)} if given_at else {},
    )


def said(
    resource: Resource, outcome: str = "fail", message: str = f"{ADDRESS} is in clear", *, attribute: str = "encrypted",
    evidence: tuple[Evidence, ...] = (), location: Location = LINE,
) -> Judgement:  # fmt: skip
    return Judgement(
        bound=RULE,
        outcome=Outcome(outcome),
        subject=resource.address,
        location=location,
        role=resource.role,
        message=message,
        evidence=evidence,
        resource=resource,
        attribute=attribute,
    )


def brief(findings: Iterable[Finding]) -> list[tuple[str, str, str, int]]:
    return [(f.outcome.value, f.subject, f.location.path, f.location.start_line) for f in findings]


def places(finding: Finding) -> list[tuple[str, int, str]]:
    return [(place.path, place.start_line, place.note) for place in finding.related]


def shown(finding: Finding) -> list[str]:
    return [fact.description for fact in finding.evidence]


def test_what_is_no_terraform_stays_as_it_is() -> None:
    pod = bucket("Pod/web").model_copy(update={"declaration": "", "kind": ResourceKind.KUBERNETES})
    place = RelatedLocation(path="x", start_line=1)
    one = said(pod)._replace(evidence=(Evidence(description="e"),), related=(place,))
    nobody = said(bucket("repository"))._replace(resource=None)
    first, second, third = fold([one, nobody, one])
    assert brief([first, second]) == [
        ("fail", "Pod/web", LINE.path, 7),
        ("fail", "repository", LINE.path, 7),
    ]
    assert (first.message, first.related, shown(first)) == ("Pod/web is in clear", (place,), ["e"])
    assert third == first
    assert first.environments == ()


def test_a_root_without_modules_reads_as_before() -> None:
    (one,) = fold([said(bucket())])
    assert brief([one]) == [("fail", "aws_s3_bucket.this", LINE.path, 7)]
    assert (one.message, one.related, one.evidence, one.environments) == (
        "aws_s3_bucket.this is in clear", (), (), (),
    )  # fmt: skip


def test_instances_of_a_block_are_one_finding_and_all_of_them_need_no_names() -> None:
    counted = [said(bucket(f"aws_s3_bucket.this[{number}]")) for number in range(3)]
    (one,) = fold(counted)
    assert (one.subject, one.message, one.evidence) == ("aws_s3_bucket.this", "aws_s3_bucket.this is in clear", ())
    (alone,) = fold(counted[:1])
    assert alone == one


def test_where_only_some_keys_fail_they_are_named() -> None:
    resources = [bucket(f'aws_s3_bucket.this["{key}"]') for key in ("web", "ssh", "rdp")]
    found = fold([said(resources[0], "pass", f"{ADDRESS} is good"), said(resources[1]), said(resources[2])])
    assert brief(found) == [
        ("fail", "aws_s3_bucket.this", LINE.path, 7),
        ("pass", "aws_s3_bucket.this", LINE.path, 7),
    ]
    assert shown(found[0]) == ['only of these instances: ["rdp"], ["ssh"]']
    assert shown(found[1]) == []


def test_many_keys_are_capped() -> None:
    many = [said(bucket(f'aws_s3_bucket.this["k{number:02}"]')) for number in range(14)]
    found = fold([*many, said(bucket('aws_s3_bucket.this["z"]'), "pass")])
    assert shown(found[0])[0].endswith('["k09"] and 4 more')


def test_a_fault_inside_a_module_is_one_finding_with_its_users() -> None:
    (one,) = fold([said(used("c", 30)), said(used("a", 10, key='["x"]')), said(used("a", 10, key='["y"]'))])
    assert brief([one]) == [("fail", "aws_s3_bucket.this", LINE.path, 7)]
    assert places(one) == [("main.tf", 10, "used as module.a"), ("main.tf", 30, "used as module.c")]
    assert one.message == "aws_s3_bucket.this is in clear"


def test_the_callers_argument_is_where_its_fault_stands() -> None:
    bad, good = call("main.tf", 12), call("main.tf", 22)
    found = fold([
        said(used("logs", 10, key='["a"]', given_at=bad)),
        said(used("logs", 10, key='["b"]', given_at=bad)),
        said(used("data", 20, given_at=good), "pass", f"{ADDRESS} is good"),
    ])  # fmt: skip
    assert brief(found) == [
        ("pass", "module.data.aws_s3_bucket.this", "main.tf", 22),
        ("fail", "module.logs.aws_s3_bucket.this", "main.tf", 12),
    ]
    assert found[1].message == "module.logs.aws_s3_bucket.this is in clear"
    assert places(found[1]) == [(LINE.path, 7, "the module passes it on here")]


def test_a_part_of_a_value_that_was_given_has_its_origin() -> None:
    given_at = Origin(address="module.a", location=call("main.tf", 3))
    resource = bucket(origins={"ingress[0].cidr_blocks": given_at, "tags": given_at})
    assert origin_of(resource, "ingress[0].cidr_blocks[1]") == given_at
    assert origin_of(resource, "tags.Name") == given_at
    for other in ("ingress[0]", "ingress", "tagsets", "", "ingress[1].cidr_blocks"):
        assert origin_of(resource, other) is None


def test_one_value_that_reaches_two_inner_modules_is_one_finding_named_by_what_they_share() -> None:
    given_at = Origin(address="module.a", location=call("main.tf", 3))
    inner = [
        bucket(
            f"module.a.module.{name}.aws_s3_bucket.this",
            modules=("a", name),
            calls=(call("main.tf", 1), call("modules/a/main.tf", line)),
            origins={"encrypted": given_at},
        )
        for name, line in (("b", 1), ("c", 9))
    ]
    assert brief(fold(map(said, inner))) == [("fail", "module.a.aws_s3_bucket.this", "main.tf", 3)]
    assert brief(fold([said(inner[0])])) == [("fail", "module.a.module.b.aws_s3_bucket.this", "main.tf", 3)]


def test_what_depends_on_the_caller_stands_at_the_call() -> None:
    found = fold([said(used("good", 1), "pass"), said(used("bad", 10)), said(used("worse", 20))])
    assert brief(found) == [
        ("fail", "module.bad.aws_s3_bucket.this", "main.tf", 10),
        ("pass", "module.good.aws_s3_bucket.this", "main.tf", 1),
        ("fail", "module.worse.aws_s3_bucket.this", "main.tf", 20),
    ]
    assert places(found[0]) == [(LINE.path, 7, "the module decides it here")]


def test_the_call_that_makes_the_difference_is_meant_not_one_that_all_share() -> None:
    def deep(outer: str, line: int) -> Resource:
        return bucket(
            f"module.{outer}.module.inner.aws_s3_bucket.this",
            modules=(outer, "inner"),
            calls=(call("main.tf", line), call("modules/outer/main.tf", 3)),
        )

    found = fold([said(deep("good", 1), "pass"), said(deep("bad", 10))])
    assert brief(found)[0] == ("fail", "module.bad.module.inner.aws_s3_bucket.this", "main.tf", 10)


def test_keys_within_one_caller_do_not_make_it_the_callers_fault() -> None:
    found = fold([said(used("a", 1, own="[0]"), "pass"), said(used("a", 1, own="[1]"))])
    assert brief(found) == [
        ("pass", "aws_s3_bucket.this", LINE.path, 7),
        ("fail", "aws_s3_bucket.this", LINE.path, 7),
    ]
    assert shown(found[1]) == ["only of these instances: [1]"]


def test_keys_of_the_module_call_are_named_with_it() -> None:
    found = fold([said(used("a", 1, key='["x"]'), "pass"), said(used("a", 1, key='["y"]'))])
    fail = next(one for one in found if one.outcome is Outcome.FAIL)
    assert brief([fail]) == [("fail", "module.a.aws_s3_bucket.this", "main.tf", 1)]
    assert shown(fail) == ['only of these instances: module.a["y"]']


def test_a_default_that_some_callers_leave_is_the_modules_fault() -> None:
    set_well = used("good", 1, given_at=call("main.tf", 3))
    found = fold([said(set_well, "pass"), said(used("b", 10)), said(used("c", 20))])
    fails = [one for one in found if one.outcome is Outcome.FAIL]
    assert brief(fails) == [("fail", "aws_s3_bucket.this", LINE.path, 7)]
    assert [place.start_line for place in fails[0].related] == [10, 20]


def test_a_setting_that_is_bad_in_one_environment_says_so() -> None:
    files = {name: Location(path=f"{name}.tfvars", start_line=2) for name in ("dev", "prod")}
    resources = [
        bucket(environment=f"infra ({name})", origins={"encrypted": Origin(address=place.path, location=place)})
        for name, place in files.items()
    ]
    fail, good = fold([said(resources[0]), said(resources[1], "pass")])
    assert brief([fail, good]) == [
        ("fail", "aws_s3_bucket.this", "dev.tfvars", 2),
        ("pass", "aws_s3_bucket.this", "prod.tfvars", 2),
    ]
    assert (fail.environments, fail.other_environments) == (("infra (dev)",), ("infra (prod)",))
    assert (good.environments, good.other_environments) == (("infra (prod)",), ("infra (dev)",))
    assert places(fail) == [(LINE.path, 7, "it is used here")]


def test_what_holds_in_all_environments_is_one_finding() -> None:
    resources = [used("a", 1, path=f"{name}/main.tf", environment=name) for name in ("prod", "dev", "test")]
    (one,) = fold(map(said, resources))
    assert (one.environments, one.other_environments) == (("dev", "prod", "test"), ())
    assert len(one.related) == 3


def test_the_same_call_with_other_settings_stands_at_the_block() -> None:
    found = fold([said(used("a", 1, environment="dev")), said(used("a", 1, environment="prod"), "pass")])
    assert brief(found) == [
        ("fail", "aws_s3_bucket.this", LINE.path, 7),
        ("pass", "aws_s3_bucket.this", LINE.path, 7),
    ]
    assert (found[0].environments, found[0].other_environments) == (("dev",), ("prod",))
    assert shown(found[0]) == []


def test_roots_that_call_a_module_by_other_names_are_no_environments_of_each_other() -> None:
    found = fold([
        said(used("billing", 1, path="billing/main.tf", environment="billing")),
        said(used("portal", 1, path="portal/main.tf", environment="portal"), "pass"),
    ])  # fmt: skip
    assert [(one.environments, one.other_environments) for one in found] == [((), ()), ((), ())]


def test_an_element_that_fails_elsewhere_too_is_not_called_absent_there() -> None:
    dev, prod = bucket(environment="dev"), bucket(environment="prod")
    found = fold([
        said(dev, message=f"{ADDRESS} opens 22", attribute="ingress[0]"),
        said(prod, "pass", "fine", attribute="ingress[0]"),
        said(prod, message=f"{ADDRESS} opens 22", attribute="ingress[1]"),
    ])  # fmt: skip
    fails = [one for one in found if one.outcome is Outcome.FAIL]
    assert [(one.environments, one.other_environments) for one in fails] == [(("dev", "prod"), ())]


def test_a_plan_names_its_instance_in_full_unless_several_are_joined() -> None:
    resources = [bucket(f"aws_s3_bucket.this[{number}]", environment="plan tfplan.json") for number in range(2)]
    assert fold([said(resources[1])])[0].subject == "aws_s3_bucket.this[1]"
    assert fold([said(resources[0], "pass"), said(resources[1])])[1].subject == "aws_s3_bucket.this[1]"
    assert fold(map(said, resources))[0].subject == "aws_s3_bucket.this"


def test_a_plan_without_source_does_not_mix_blocks_of_different_modules() -> None:
    file = Location(path="plan.json")

    def planned(address: str, *modules: str) -> Resource:
        return bucket(address, modules=modules, environment="plan plan.json").model_copy(update={"location": file})

    resources = [
        planned("module.a.aws_s3_bucket.this[0]", "a"),
        planned("module.a.aws_s3_bucket.this[1]", "a"),
        planned("module.b.aws_s3_bucket.this", "b"),
        planned("aws_s3_bucket.this"),
    ]
    found = fold(said(one, location=file) for one in resources)
    assert [one.subject for one in found] == [
        "module.a.aws_s3_bucket.this", "module.b.aws_s3_bucket.this", "aws_s3_bucket.this",
    ]  # fmt: skip


def test_a_block_of_a_fetched_module_is_told_apart_by_its_call() -> None:
    def fetched(name: str, line: int) -> Resource:
        return used(name, line).model_copy(update={"location": call("main.tf", line)})

    found = fold(said(fetched(name, line), location=call("main.tf", line)) for name, line in (("a", 1), ("b", 9)))
    assert brief(found) == [
        ("fail", "module.a.aws_s3_bucket.this", "main.tf", 1),
        ("fail", "module.b.aws_s3_bucket.this", "main.tf", 9),
    ]
    assert all(one.related == () for one in found)


def test_a_declaration_that_is_given_once_names_no_user_as_if_it_were_the_only_one() -> None:
    variable = used("a", 1).model_copy(update={"declaration": "var.x", "type": "variable", "address": "module.a.var.x"})
    (one,) = fold([said(variable)])
    assert (one.subject, one.related) == ("var.x", ())


def test_messages_that_differ_are_evidence_and_capped() -> None:
    many = [
        said(bucket(f'aws_s3_bucket.this["{number:02}"]'), message=f"{ADDRESS} opens {number:02}")
        for number in range(14)
    ]
    (one,) = fold(many)
    assert one.message == "aws_s3_bucket.this opens 00"
    assert shown(one)[0] == "aws_s3_bucket.this opens 01"
    assert len(one.evidence) == MAX_SHOWN + 1
    assert shown(one)[-1] == "and the like of 3 more"


def test_unknowns_of_all_instances_are_named_once() -> None:
    facts = [Evidence(description="unknown: data source", value=value) for value in ("data.a", "data.b", "data.a")]
    opened = [
        said(bucket(f"aws_s3_bucket.this[{number}]"), "open", evidence=(fact,)) for number, fact in enumerate(facts)
    ]
    (one,) = fold(opened)
    assert [fact.value for fact in one.evidence] == ["data.a", "data.b"]


def test_roles_are_never_joined() -> None:
    example = used("a", 1).model_copy(update={"role": Role.EXAMPLE})
    found = fold([said(used("b", 9)), said(example)])
    assert [one.role for one in found] == [Role.PRODUCT, Role.EXAMPLE]


def test_kubernetes_objects_keep_their_name_while_there_is_one() -> None:
    def deployment(name: str, environment: str) -> Resource:
        update = {"kind": ResourceKind.KUBERNETES, "declaration": "kubernetes_deployment.web"}
        label = {"labels": {"archscan/terraform-address": "kubernetes_deployment.web"}}
        return bucket(f"Deployment/shop/{name}", environment=environment).model_copy(update={**update, **label})

    same = fold([said(deployment("web", "dev")), said(deployment("web", "prod"))])
    assert [one.subject for one in same] == ["Deployment/shop/web"]
    differing = fold([said(deployment("web-dev", "dev")), said(deployment("web-prod", "prod"))])
    assert [one.subject for one in differing] == ["kubernetes_deployment.web"]


INSTANCES = st.builds(
    lambda name, key, own, environment, origin: used(
        name, {"a": 1, "b": 10, "c": 20}[name], key=key, own=own, environment=environment,
        given_at=call("main.tf", origin) if origin else None,
    ),
    st.sampled_from("abc"), st.sampled_from(["", '["x"]', '["y"]']), st.sampled_from(["", "[0]", "[1]"]),
    st.sampled_from(["dev", "prod"]), st.sampled_from([0, 3, 12]),
)  # fmt: skip
JUDGEMENTS = st.lists(
    st.builds(
        lambda resource, outcome, attribute, message: said(
            resource, outcome, f"{ADDRESS} {message}", attribute=attribute
        ),
        INSTANCES, st.sampled_from(["fail", "pass", "open", "review"]), st.sampled_from(["encrypted", "rule[0]", ""]),
        st.sampled_from(["is bad", "is odd"]),
    ),
    min_size=1, max_size=12,
)  # fmt: skip


@given(JUDGEMENTS, st.randoms(use_true_random=False))
def test_folding_loses_no_outcome_and_does_not_depend_on_the_order(
    judgements: list[Judgement], shuffle: random.Random
) -> None:
    found = fold(judgements)
    assert {one.outcome for one in found} == {one.outcome for one in judgements}
    assert len(found) <= len(judgements)
    for one in judgements:
        assert any(
            one.outcome is other.outcome
            and (not other.environments or one.resource is None or one.resource.environment in other.environments)
            for other in found
        )
    for one in found:
        assert not set(one.environments) & set(one.other_environments)
        assert ADDRESS not in one.message
    mixed = list(judgements)
    shuffle.shuffle(mixed)
    assert sorted(one.model_dump_json() for one in fold(mixed)) == sorted(one.model_dump_json() for one in found)


@given(JUDGEMENTS, st.integers(min_value=2, max_value=4))
def test_more_instances_and_environments_change_no_subject_and_no_place(
    judgements: list[Judgement], times: int
) -> None:
    def again(one: Judgement, number: int) -> Judgement:
        assert one.resource is not None
        return one._replace(
            resource=one.resource.model_copy(update={"environment": f"{one.resource.environment}{number}"})
        )

    more = [again(one, number) for number in range(times) for one in judgements]
    assert sorted(brief(fold(more))) == sorted(brief(fold(judgements)))


@pytest.mark.parametrize("count", [1, 60])
def test_users_are_limited_and_counted(count: int) -> None:
    (one,) = fold(said(used(f"m{number:02}", number * 10 + 1)) for number in range(count))
    assert len(one.related) == min(count, 50)


def test_no_environment_is_accused_of_what_may_not_be_there() -> None:
    def instance(environment: str, doubt: str) -> Resource:
        return bucket(environment=environment).model_copy(update={"doubt": doubt})

    def findings(dev: str, prod: str) -> tuple[Finding, ...]:
        return fold([said(instance("dev", dev)), said(instance("prod", prod))])

    (open_everywhere,) = findings("local.is_dev ? 1 : 0", "local.is_dev ? 1 : 0")
    assert open_everywhere.environments == ()
    assert [(one.description, one.value) for one in open_everywhere.evidence] == [
        ("whether it is there is not known", "local.is_dev ? 1 : 0")
    ]
    (open_in_one,) = findings("", "var.enabled")
    assert open_in_one.environments == ("dev",)
    assert open_in_one.evidence == ()
    (alone,) = fold([said(instance("dev", "var.enabled"))])
    assert [one.value for one in alone.evidence] == ["var.enabled"]
