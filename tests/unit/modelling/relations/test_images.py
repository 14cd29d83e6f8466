"""Of which code that is built which runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import Confidence, LayerId, Relation, RelationKind
from scanner.domain.system import System
from scanner.modelling.builds import image_key
from tests.unit.modelling.test_model import deployment, system

UI = {"ui/package.json": '{"dependencies": {"react": "19"}}', "ui/src/App.tsx": "x()\n"}
WORKFLOW = """\
on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: docker build -t registry.example.org/shop/front:${{ github.sha }} -f ui/Dockerfile ui
"""


def built_from(made: System) -> dict[tuple[str, str], Relation]:
    found = (one for one in made.model.relations if one.kind is RelationKind.BUILT_FROM)
    return {(one.source, one.target): one for one in found}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("docker.io/library/postgres:16@sha256:ab", "library/postgres"),
        ("localhost:5000/Shop/Web:1", "shop/web"),
        ("${REGISTRY:-eshop}/catalog.api:${TAG:-latest}", "eshop/catalog.api"),
        ("${REGISTRY}/catalog.api:1", "catalog.api"),
        ("web", "web"),
        ("shop/${NAME}:1", ""),
        ("", ""),
        (7, ""),
        ("x" * 1000, ""),
    ],
)
def test_images_are_named_alike_by_all(written: str, key: str) -> None:
    assert image_key(written) == key


def test_what_a_pipeline_builds_of_a_folder_and_a_workload_runs_is_one_component(tmp_path: Path) -> None:
    made = system(tmp_path, {
        **UI, "ui/Dockerfile": "FROM node:22\nCOPY . .\n", ".github/workflows/b.yml": WORKFLOW,
        "k8s/a.yaml": deployment("entry", "registry.example.org/shop/front:1"),
    })  # fmt: skip
    entry = next(one for one in made.model.components if one.id == "Deployment/shop/entry")
    assert {one.family for one in entry.sightings} >= {"kubernetes", "code", "container"}
    assert all(one.joined_by for one in entry.sightings[1:])
    assert (entry.layer, entry.layer_confidence) == (LayerId.PRESENTATION, Confidence.MEDIUM)
    assert not any(one.id == "source:ui" for one in made.model.components)


def test_two_workloads_of_one_image_are_built_from_its_folder(tmp_path: Path) -> None:
    made = system(tmp_path, {
        **UI, "ui/Dockerfile": "FROM node:22\nCOPY . .\n", ".github/workflows/b.yml": WORKFLOW,
        "k8s/a.yaml": deployment("entry", "registry.example.org/shop/front:1"),
        "k8s/b.yaml": deployment("other", "registry.example.org/shop/front:1"),
    })  # fmt: skip
    for name in ("entry", "other"):
        relation = built_from(made)[f"Deployment/shop/{name}", "source:ui"]
        assert relation.confidence is Confidence.MEDIUM
        assert relation.proof[0].location.path == ".github/workflows/b.yml"
        workload = next(one for one in made.model.components if one.id == f"Deployment/shop/{name}")
        assert (workload.layer, workload.layer_confidence) == (LayerId.PRESENTATION, Confidence.MEDIUM)


def test_likeness_of_names_is_low_and_only_where_one_folder_has_it(tmp_path: Path) -> None:
    project = '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup/></Project>'
    made = system(tmp_path, {
        "src/Catalog.API/c.csproj": project, "one/Basket.API/b.csproj": project, "two/basket-api/b.csproj": project,
        "a.yaml": deployment("catalog-api", "acme/catalog:1"), "b.yaml": deployment("basket-api", "acme/basket:1"),
    })  # fmt: skip
    found = built_from(made)
    assert list(found) == [("Deployment/shop/catalog-api", "source:src/Catalog.API")]
    assert found["Deployment/shop/catalog-api", "source:src/Catalog.API"].confidence is Confidence.LOW


def test_one_name_for_two_folders_is_a_loose_end(tmp_path: Path) -> None:
    steps = "".join(f"      - run: docker build -t acme/app {folder}\n" for folder in ("ui", "svc"))
    made = system(tmp_path, {
        **UI, "ui/Dockerfile": "FROM node:22\n", "svc/Dockerfile": "FROM python:3\n",
        "svc/requirements.txt": "flask==3\n", ".github/workflows/b.yml": WORKFLOW.partition("      - run")[0] + steps,
        "a.yaml": deployment("thing", "acme/app:1"),
    })  # fmt: skip
    assert not any(source == "Deployment/shop/thing" for source, _ in built_from(made))
    assert any(one.source == "Deployment/shop/thing" and "2 folders" in one.reason for one in made.model.loose_ends)


def test_a_dockerfile_is_joined_with_the_project_that_it_starts(tmp_path: Path) -> None:
    made = system(tmp_path, {
        "src/Shop.Api/Shop.Api.csproj": '<Project Sdk="Microsoft.NET.Sdk.Web"/>', "src/Shop.Api/Program.cs": "A.B();\n",
        "docker/api.Dockerfile": 'FROM dotnet\nENTRYPOINT ["dotnet", "Shop.Api.dll"]\n',
        "third/Dockerfile": "FROM $BASE\nCOPY ../../../../etc /x\n",
    })  # fmt: skip
    component = next(one for one in made.model.components if one.id == "source:src/Shop.Api")
    assert [one.address for one in component.sightings] == ["src/Shop.Api/Shop.Api.csproj", "docker/api.Dockerfile"]
    assert any(one.id == "container:third/Dockerfile" for one in made.model.components)


def test_a_function_is_built_from_the_folder_that_terraform_packs(tmp_path: Path) -> None:
    made = system(tmp_path, {
        "main.tf": 'data "archive_file" "z" {\n  type = "zip"\n  source_dir = "fn/notify"\n  output_path = "z.zip"\n}\n'
        'resource "aws_lambda_function" "f" {\n  filename = data.archive_file.z.output_path\n}\n',
        "fn/notify/requirements.txt": "boto3==1\n", "fn/notify/handler.py": "run()\n",
        "late.tf": 'resource "aws_lambda_function" "late" {\n  filename = "later.zip"\n}\n',
        "requirements.txt": "flask==3\n", "app.py": "Flask()\n",
    })  # fmt: skip
    found = built_from(made)
    assert list(found) == [("aws_lambda_function.f", "source:fn/notify")]
    relation = found["aws_lambda_function.f", "source:fn/notify"]
    assert (relation.location.path, relation.confidence) == ("main.tf", Confidence.HIGH)
