"""Folds and technology in the words of a reader."""

from __future__ import annotations

import pytest

from scanner.domain.architecture import Component, ComponentKind
from scanner.picture.naming import fold_words, group_label, home_label, plain_technology
from scanner.picture.wording import plural
from tests.unit.picture.conftest import K, L, component


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("${REGISTRY:-eshop}/webmvc:${PLATFORM:-linux}-${TAG:-latest}", "eshop/webmvc"),
        ("mcr.microsoft.com/mssql/server:2019-latest", "mssql/server:2019-latest"),
        ("localhost:5000/api:1", "api:1"),
        ("wards/web@sha256:9d1f3a5c7e9b1d3f", "wards/web"),
        ("{{ .Values.image.repository }}:{{ .Values.image.tag }}", ""),
        ("${REGISTRY}/api:${TAG}", "api"),
        ("redis:7-alpine", "redis:7-alpine"),
        ("typescript @angular/core", "typescript @angular/core"),
        ("internal-dev.api.service.nhs.uk", "internal-dev.api.service.nhs.uk"),
        ("aws_lambda_function", "aws_lambda_function"),
        ("", ""),
        ("${", ""),
        ("$(" * 50_000, "$(" * 150),
    ],
)
def test_technology_is_said_plainly(written: str, shown: str) -> None:
    assert plain_technology(written) == shown


def of(kind: ComponentKind, technology: str, *titles: str, group: str = "") -> list[Component]:
    return [component(title, L.SERVICE, kind, technology, group) for title in titles]


def test_folds_say_how_many_of_what() -> None:
    assert fold_words(of(K.COMPUTE, "aws_lambda_function", "b", "a")) == ("2 functions", "such as a", "infra")
    assert fold_words(of(K.STORE, "azurerm_storage_account", "b", "a"))[0] == "2 storage accounts"
    assert fold_words(of(K.WORKLOAD, "web:1", "b", "a", group="shop")) == ("2 workloads", "such as a", "shop")
    assert fold_words(of(K.QUEUE, "aws_sqs_queue", "dead-a", "dead-b"))[:2] == ("dead-*", "2 queues")
    mixed = [*of(K.WORKLOAD, "", "b", "c"), *of(K.JOB, "", "a")]
    assert fold_words(mixed)[:2] == ("3 components", "2 workloads, 1 job")
    apart = [*of(K.STORE, "", "b", group="one"), *of(K.STORE, "", "c", group="two")]
    assert fold_words(apart)[2] == "in 2 places"


def test_the_root_is_no_group() -> None:
    assert [group_label(text) for text in (".", "", "/", " ", "src")] == ["", "", "", "", "src"]
    (one,) = of(K.STORE, "", "records")
    assert home_label(one) == "infra"


def test_plurals() -> None:
    assert [plural(word) for word in ("function", "registry", "index", "key")] == [
        "functions", "registries", "indexes", "keys",
    ]  # fmt: skip
