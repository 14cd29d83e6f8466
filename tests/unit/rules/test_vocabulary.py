"""Each family's view is what its environment declares, and functions reach the system."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import ArchitectureModel, Component, LayerId, Relation, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.graph import Graph
from scanner.domain.resource import Resource, ResourceKind, Unknown, UnknownReason
from scanner.errors import ExpressionError
from scanner.rules.architecture_views import chain_view, component_view, relation_view, repository_view
from scanner.rules.expression import Undecided
from scanner.rules.resource_views import view
from scanner.rules.vocabulary import (
    CLOSED_TYPES,
    COMMON,
    FAMILIES,
    FUNCTIONS,
    environment,
    scope,
)

GIVEN_LATER = {"parameters": {}, "today": "2026-11-21"}
UNKNOWN = Unknown(reason=UnknownReason.NOT_RENDERED, text="{{ .Values.pod }}")


def resource(kind: ResourceKind, type_: str, attributes: dict[str, object]) -> Resource:
    return Resource(
        address="a.b",
        kind=kind,
        type=type_,
        name="b",
        attributes=attributes,
        labels={"team": "x"},
        location=Location(path="x/main.tf", start_line=3),
    )


@pytest.mark.parametrize("kind", list(ResourceKind))
def test_a_view_has_exactly_the_declared_variables(kind: ResourceKind) -> None:
    made = view(resource(kind, "x", {"k": 1}))
    assert {*made, *GIVEN_LATER} == set(scope(kind.value, each=False))
    bound = environment(kind.value, each=False).bind({**made, **GIVEN_LATER})
    text = (
        "address == 'a.b' && kind == 'x' && type(kind) == string && path == 'x/main.tf' && role == 'product'"
        " && labels.team == 'x' && today > '2026'"
    )
    assert environment(kind.value, each=False).compile(text).decide(bound) is True


def test_pseudo_families_have_the_declared_variables() -> None:
    component = Component(
        id="c", title="C", layer=LayerId.DATA, layer_reason="", kind="store", location=Location(path="main.tf")
    )
    assert {*component_view(component), *GIVEN_LATER} == set(scope("component", each=False))
    other = component.model_copy(update={"id": "d"})
    relation = Relation(
        source="c", target="d", kind=RelationKind.READS, location=component.location, derived_from="it says so"
    )
    graph = Graph(ArchitectureModel(components=(component, other), relations=(relation,)))
    assert {*relation_view(relation, graph), *GIVEN_LATER} == set(scope("relation", each=False))
    for route in ((relation,), ()):
        assert {*chain_view(component, route, (), graph), *GIVEN_LATER} == set(scope("path", each=False))
    assert {*repository_view("r", {"languages": []}), *GIVEN_LATER} == set(scope("repository", each=False))


def test_item_is_in_scope_under_each_only() -> None:
    for family in FAMILIES:
        assert set(scope(family, each=True)) - set(scope(family, each=False)) == {"item"}
    assert set(CLOSED_TYPES) < set(FAMILIES)
    assert set(COMMON) < set(scope("terraform", each=False))


def test_null_is_absent_in_terraform_and_kubernetes_only() -> None:
    attributes = {"a": None, "b": [{"c": None, "d": 1}], "spec": None}
    assert view(resource(ResourceKind.TERRAFORM, "t", attributes))["resource"] == {"b": [{"d": 1}]}
    assert view(resource(ResourceKind.KUBERNETES, "t", attributes))["object"] == {"b": [{"d": 1}]}
    assert view(resource(ResourceKind.COMPOSE, "service", attributes))["service"] == attributes


def test_containers_of_a_workload() -> None:
    deployment = {
        "apiVersion": "apps/v1",
        "spec": {
            "template": {
                "spec": {
                    "initContainers": [{"name": "init", "securityContext": None}],
                    "containers": [{"name": "app"}, UNKNOWN],
                }
            }
        },
    }
    made = view(resource(ResourceKind.KUBERNETES, "Deployment", deployment))
    assert made["containers"] == [{"name": "init", "init": True}, {"name": "app", "init": False}, UNKNOWN]


def test_an_unknown_pod_is_not_an_empty_one() -> None:
    deployment = {"apiVersion": "apps/v1", "spec": {"template": {"spec": UNKNOWN}}}
    made = view(resource(ResourceKind.KUBERNETES, "Deployment", deployment))
    kubernetes = environment("kubernetes", each=False)
    expression = kubernetes.compile("pod.?hostNetwork.orValue(false) == false")
    assert expression.decide(kubernetes.bind({**made, **GIVEN_LATER})) == Undecided((UNKNOWN,))
    plain = view(resource(ResourceKind.KUBERNETES, "ConfigMap", {"apiVersion": "v1"}))
    assert expression.decide(kubernetes.bind({**plain, **GIVEN_LATER})) is True


class Answers:
    """Answers about a system of one key and one bucket."""

    graph = Graph(ArchitectureModel())

    def declared(self, family: str, glob: str) -> bool:
        return (family, glob) == ("terraform", "aws_kms_*")

    def count(self, family: str, glob: str) -> int:
        return 1 if self.declared(family, glob) else 0

    def answered(self, question: str) -> str:
        return "no" if question == "patients" else ""

    def references(self, resource: Resource, glob: str) -> list[dict[str, object]]:
        return [{"rotation": resource.name == "b", "glob": glob}]

    def referrers(self, resource: Resource, glob: str) -> list[dict[str, object]]:
        return [] if glob == "*" else [dict(resource.attributes)]

    def neighbours(self, resource: Resource, glob: str) -> int:
        return 2 if (resource.name, glob) == ("b", "aws_instance") else 0

    def namespace_of(self, resource: Resource) -> dict[str, object]:
        return {"kind": "Namespace", "of": resource.name}

    def has_file(self, glob: str) -> bool:
        return glob == "README.md"

    def has_file_called(self, glob: str) -> bool:
        return glob == "*.jnlp"

    def has_dependency(self, glob: str) -> bool:
        return glob == "react"

    def has_tool(self, glob: str) -> bool:
        return glob == "cypress"

    def texts(self, family: str, glob: str, path: str) -> list[str]:
        return [family, glob, path]

    def any_text(self, family: str, glob: str, path: str, pattern: str) -> bool:
        return bool(family and glob) and pattern in path

    def unseen(self, family: str, glob: str, path: str, pattern: str) -> bool | Unknown:
        return UNKNOWN if (family, glob, path, pattern) == ("code", "*", "settings", "DB") else False

    def images(self, resource: Resource) -> list[dict[str, object]]:
        return [{"name": resource.name}]

    def drawn(self, name: str, store: bool) -> list[dict[str, object]]:
        return [{"id": name}] if store else []

    def drawn_together(self, name: str, other: str) -> dict[str, object]:
        return {"path": name, "arrow": other == "y"}

    def end_of_life(self, product: str, version: str) -> str:
        return "2025-01-01" if (product, version) == ("python", "3.8") else ""

    def reaches(self, component: str, layer: str) -> bool:
        return (component, layer) == ("a.b", "data")


@pytest.mark.parametrize(
    "text",
    [
        "declared('terraform', 'aws_kms_*') && !declared('terraform', 'x')",
        "count('terraform', 'aws_kms_*') == 1",
        "references(address, 'aws_kms_key').exists(k, k.rotation && k.glob == 'aws_kms_key')",
        "referrers(address, '*').size() == 0",
        "neighbours(address, 'aws_instance') == 2 && neighbours(address, '*_function') == 0",
        "namespace_of(address).of == 'b' && namespace_of(address).kind == 'Namespace'",
        "has_file_called('*.jnlp') && !has_file_called('*.xap')",
        "has_file('README.md') && has_dependency('react') && has_tool('cypress') && !has_tool('jest')",
        "texts('code', '*', 'routes.shape').exists(t, t == 'routes.shape')",
        "any_text('code', '*', 'routes.shape', 'shape') && !any_text('code', '*', 'routes.shape', 'path')",
        "!unseen('code', '*', 'settings', '') && !cannot_tell([])",
        "images(address)[0].name == 'b'",
        "answered('patients') == 'no' && answered('staff') == ''",
        "drawn('Slots', true)[0].id == 'Slots' && drawn('Slots', false).size() == 0",
        "drawn_together('x', 'y').arrow && drawn_together('x', 'z').path == 'x'",
        "end_of_life('python', '3.8') < today && end_of_life('cobol', '1') == ''",
        "reaches(address, 'data') && !reaches(address, 'hosting')",
    ],
)
def test_functions_reach_the_system(text: str) -> None:
    subject = resource(ResourceKind.TERRAFORM, "aws_s3_bucket", {})
    terraform = environment("terraform", each=False, questions=Answers())
    bound = terraform.bind({**view(subject), **GIVEN_LATER}, subject)
    assert terraform.compile(text, boolean=True).decide(bound) is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unseen('code', '*', 'settings', 'DB')", UNKNOWN),
        ("cannot_tell(['x', 'y', 'x'])", Unknown(reason=UnknownReason.OUT_OF_SIGHT, text="x, y")),
    ],
)
def test_what_is_nowhere_written_decides_nothing(text: str, expected: Unknown) -> None:
    subject = resource(ResourceKind.TERRAFORM, "aws_s3_bucket", {})
    terraform = environment("terraform", each=False, questions=Answers())
    bound = terraform.bind({**view(subject), **GIVEN_LATER}, subject)
    assert terraform.compile(text, boolean=True).decide(bound) == Undecided((expected,))


def test_references_are_those_of_the_subject() -> None:
    subject = resource(ResourceKind.TERRAFORM, "aws_s3_bucket", {})
    terraform = environment("terraform", each=False, questions=Answers())
    bound = terraform.bind({**view(subject), **GIVEN_LATER}, subject)
    with pytest.raises(ExpressionError, match="own address"):
        terraform.compile("references('other', '*').size() == 1").decide(bound)
    with pytest.raises(ExpressionError, match="own address"):
        terraform.compile("images('other').size() == 1").decide(bound)


def test_the_guide_names_every_function_and_variable() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "writing-rules.md").read_text("utf-8")
    for function in FUNCTIONS:
        assert f"`{function.name}({', '.join(function.parameters)})`" in guide
    for variables in (COMMON, *FAMILIES.values()):
        for name in variables:
            assert f"`{name}`" in guide, name
