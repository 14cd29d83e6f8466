"""Images that resources run, with what of them is known."""

from __future__ import annotations

import pytest

from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Unknown, UnknownReason, Value
from scanner.engines.running_images import running_images


def images(attributes: dict[str, Value], documents: dict[str, Value] | None = None) -> list[tuple[object, ...]]:
    resource = Resource(
        address="a",
        kind=ResourceKind.TERRAFORM,
        type="aws_ecs_task_definition",
        name="a",
        attributes=attributes,
        documents=documents or {},
        location=Location(path="main.tf", start_line=1),
    )
    found = running_images(resource, {"api": "wards-api"}.get)  # type: ignore[arg-type]
    return [tuple(None if isinstance(one[key], Unknown) else one[key] for key in ("name", "tag")) for one in found]


def unknown(text: str) -> Unknown:
    return Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text=text)


@pytest.mark.parametrize(
    ("written", "name", "tag"),
    [
        ("ghcr.io/trust/api", "ghcr.io/trust/api", "latest"),
        ("ghcr.io:5000/trust/api:1.2", "ghcr.io:5000/trust/api", "1.2"),
        ("trust/api:1@sha256:ab", "trust/api", "sha256:ab"),
        ("trust/api:${TAG:-latest}", "trust/api", "latest"),
        ("trust/api:${TAG}", "trust/api", None),
        ("trust/api:$TAG", None, None),
        ("${REGISTRY}/api:dev", "?/api", "dev"),
        ("trust/{{ .Values.image }}:1", None, None),
        (unknown("${aws_ecr_repository.api.repository_url}:latest"), "?/wards-api", "latest"),
        (unknown("${aws_ecr_repository.api.repository_url}:${var.tag}"), "?/wards-api", None),
        (unknown("${aws_ecr_repository.api[0].repository_url}@${var.digest}"), "?/wards-api", ""),
        (unknown("${aws_ecr_repository.other.repository_url}:latest"), None, None),
        (unknown("${var.registry}/api:dev"), "?/api", "dev"),
        (unknown("var.image"), None, None),
        (unknown('format("%s:%s", var.image, "latest")'), None, None),
        (unknown(""), None, None),
    ],
)
def test_names_and_tags(written: Value, name: str | None, tag: str | None) -> None:
    assert images({"image": written}) == [(name, tag)]


def test_images_stand_anywhere_in_attributes_and_in_the_documents_within_them() -> None:
    deep: Value = {"image": "x:1"}
    for _ in range(30):
        deep = [deep]
    attributes: dict[str, Value] = {
        "template": [{"container": [{"image": "a:1"}, {"image": 3}]}],
        "image_uri": "b:2",
        "d": deep,
    }
    assert images(attributes, {"container_definitions": [{"image": "c:3"}]}) == [("a", "1"), ("b", "2"), ("c", "3")]


def test_an_empty_name_is_given_by_the_release() -> None:
    assert images({"image_uri": ""}) == []
