"""What images and names say of what runs them, and keys that only find."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import ComponentKind, Confidence, LayerId
from scanner.domain.artifact import Location
from scanner.modelling.components.images import engine_of, image_path, layer_of, traits_of
from scanner.modelling.drafts import Draft, JoinKey
from scanner.modelling.joining import join
from tests.unit.modelling.wired import wired, workload


@pytest.mark.parametrize(
    ("image", "path"),
    [
        ("docker.io/library/postgres:16@sha256:aa", "postgres"),
        ("localhost:5000/team/Api:1", "team/api"),
        ("${REGISTRY:-eshop}/basket.api:${TAG:-latest}", "basket.api"),
        ("${REGISTRY}/basket.api:${TAG}", "basket.api"),
        ("team/${NAME}:1", ""),
        ("", ""),
    ],
)
def test_the_name_of_an_image(image: str, path: str) -> None:
    expected = "eshop/basket.api" if image.startswith("${REGISTRY:-") else path
    assert image_path(image) == expected


@pytest.mark.parametrize(
    ("image", "engine"),
    [("bitnami/postgresql:15", "postgresql"), ("mcr.microsoft.com/mssql/server:2022", "sqlserver"), ("x/server", ""),
     ("oliver006/redis_exporter", ""), ("nginx", "")],
)  # fmt: skip
def test_engines(image: str, engine: str) -> None:
    assert engine_of(image) == engine


def test_traits() -> None:
    assert {"session-store", "third-party"} <= traits_of("session-store", "redis:7")
    assert "cache" in traits_of("api-cache", "redis:7")
    assert "cache" not in traits_of("queue", "redis:7")
    assert "administrative" in traits_of("x", "dpage/pgadmin4:8")
    assert "companion" in traits_of("x", "prometheuscommunity/postgres-exporter:1")
    assert "test-double" in traits_of("mock-oidc", "shop/oidc:1")
    assert not traits_of("api", "shop/api:1")


def test_a_session_cache_is_a_store_of_its_engine(tmp_path: Path) -> None:
    made = wired(tmp_path, {"a.yaml": workload("user-sessions", "redis:7")})
    (component,) = made.model.components
    assert (component.kind, component.engine, component.layer) == (ComponentKind.STORE, "redis", LayerId.DATA)
    assert "session-store" in component.traits


def test_keys_for_looking_up_never_join() -> None:
    def draft(family: str, kind: str) -> Draft:
        key = JoinKey(kind, "shop/api", Confidence.HIGH)
        location = Location(path="x.yaml")
        return Draft(
            id=family,
            title="x",
            kind=ComponentKind.WORKLOAD,
            family=family,
            address=family,
            location=location,
            keys=(key,),
        )

    assert len(join([draft("a", "image"), draft("b", "image")]).components) == 1
    found = join([draft("a", "lookup:image"), draft("b", "lookup:image")])
    assert len(found.components) == 2
    assert found.keys["lookup:image", "shop/api"] == ("a", "b")


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("registry.k8s.io/ingress-nginx/controller:v1.12.1", LayerId.HOSTING),
        ("quay.io/jetstack/cert-manager-webhook:v1.17.0", LayerId.HOSTING),
        ("registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.15.0", LayerId.HOSTING),
        ("registry.example/clinic/controller:3", LayerId.SERVICE),
        ("registry.example/kube-clinic:3", LayerId.SERVICE),
        ("nginx:1.27", LayerId.SERVICE),
    ],
)
def test_what_makes_a_cluster_is_hosting_and_no_service(image: str, expected: LayerId) -> None:
    assert layer_of("controller", [image], {}).layer is expected
