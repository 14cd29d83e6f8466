"""``archscan init`` and what it writes: read again, it changes no layer."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import ArchitectureModel, Component
from scanner.domain.artifact import Source
from scanner.domain.configuration import TerraformConfiguration
from scanner.modelling.declarations import apply
from scanner.modelling.model import build_model
from scanner.pipeline import Course
from scanner.pipeline.surveying import infer
from scanner.reports.declaration import declaration_text
from scanner.sources.configuration import FILE, load_configuration
from scanner.sources.repository import RepositoryReader

from .conftest import DAY, ROOT, Archscan, write

SHOP = {
    "main.tf": 'resource "aws_dynamodb_table" "t" {\n  name = "t"\n}\n'
    'resource "aws_lb" "edge" {\n  internal = false\n}\n',
    "web/package.json": '{"dependencies": {"react": "19.0.0"}}',
    "api.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: orders, namespace: shop}\nspec:\n"
    "  template: {spec: {containers: [{name: main, image: 'orders:1'}]}}\n",
    "odd.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: 'a: [b] # c', namespace: \"*\"}\nspec:\n"
    '  template: {spec: {containers: [{name: main, image: "x:1\\n- evil"}]}}\n',
}


def models(root: Path) -> tuple[ArchitectureModel, ArchitectureModel, int]:
    """The model with and without what the file declares, and how many problems that makes."""
    reader = RepositoryReader(root)
    system, _ = infer(reader, lambda _: None, Course())
    declared = build_model(system, load_configuration(reader.walk().artifacts, reader))
    return system.model, declared, len(declared.problems)


def layers(model: ArchitectureModel) -> dict[str, str]:
    return {component.id: component.layer.value for component in model.components}


@pytest.mark.parametrize(
    "example",
    ["shop", *sorted(path.name.removesuffix(".expected.yaml") for path in (ROOT / "examples").glob("*.expected.yaml"))],
)
def test_what_is_written_declares_what_was_inferred(archscan: Archscan, tmp_path: Path, example: str) -> None:
    files = SHOP if example == "shop" else {
        str(path.relative_to(ROOT / "examples" / example)): path.read_bytes()
        for path in (ROOT / "examples" / example).rglob("*")
        if path.is_file() and path.name != FILE
    }  # fmt: skip
    write(tmp_path, files)
    made = archscan("init", tmp_path)
    assert made.code == 0, made.err
    inferred, declared, problems = models(tmp_path)
    assert layers(inferred) == layers(declared)
    assert problems == 0
    assert all(component.declared for component in declared.components if component.layer != "unassigned")
    assert inferred.relations == declared.relations
    if example == "shop":
        assert len(declared.components) == 5
        assert f"with {len(declared.components)} components; 2 of its lines are guesses" in made.out


def test_nothing_is_written_over(archscan: Archscan, tmp_path: Path) -> None:
    write(tmp_path, {**SHOP, FILE: "terraform:\n  roots: [{path: ., name: prod}]\n"})
    refused = archscan("init", tmp_path)
    assert refused.code == 2
    assert "--force" in refused.err
    assert (tmp_path / FILE).read_text().startswith("terraform:")
    printed = archscan("init", tmp_path, "--output", "-")
    assert printed.code == 0
    assert archscan("init", tmp_path, "--force").code == 0
    assert (tmp_path / FILE).read_text() == printed.out
    reader = RepositoryReader(tmp_path)
    kept = load_configuration(reader.walk().artifacts, reader)
    assert kept.terraform.roots[0].name == "prod"
    assert kept.architecture.layers


def test_a_link_is_not_written_through(archscan: Archscan, tmp_path: Path) -> None:
    write(tmp_path, {"repo/main.tf": SHOP["main.tf"], "outside": "mine"})
    (tmp_path / "repo" / FILE).symlink_to("../outside")
    assert archscan("init", tmp_path / "repo", "--force").code == 2
    assert (tmp_path / "outside").read_text() == "mine"


def test_a_wrong_declaration_and_a_contradiction_are_in_the_result(archscan: Archscan, tmp_path: Path) -> None:
    text = (
        "architecture:\n  layers:\n    - layer: presentation\n      terraform: [aws_dynamodb_table.t]\n"
        "    - layer: data\n      paths: [gone/]\n"
    )
    write(tmp_path, {"main.tf": SHOP["main.tf"], FILE: text})
    told = [
        problem
        for problem in archscan("scan", tmp_path, "--format", "json", "--as-of", DAY, "--offline").json["problems"]
        if problem["stage"] == "modelling"
    ]
    assert [problem["location"]["start_line"] for problem in told] == [3, 5]
    assert "archscan.yaml:3 declares aws_dynamodb_table.t as presentation, but it keeps data" in told[0]["message"]
    assert "(main.tf:1)" in told[0]["message"]
    assert "paths: gone/ matches no component" in told[1]["message"]


def test_a_declaration_that_is_not_understood_stops_the_scan(archscan: Archscan, tmp_path: Path) -> None:
    write(
        tmp_path, {"main.tf": SHOP["main.tf"], FILE: "architecture:\n  layers:\n    - layer: dta\n      paths: [x]\n"}
    )
    done = archscan("scan", tmp_path)
    assert done.code == 2
    assert "archscan.yaml line 3, at architecture.layers.0.layer: there is no such layer" in done.err


def test_hundreds_of_components_stay_readable_and_mean_the_same(tmp_path: Path) -> None:
    files = {}
    for module in range(30):
        blocks = "".join(f'resource "aws_dynamodb_table" "t{n}" {{\n  name = "t{n}"\n}}\n' for n in range(5))
        lambdas = "".join(f'resource "aws_lambda_function" "f{n}" {{\n}}\n' for n in range(4))
        web = 'resource "aws_lambda_function" "web" {\n}\n' if module == 7 else ""
        files[f"modules/m{module}/main.tf"] = blocks + lambdas + web
    files["main.tf"] = "".join(f'module "m{n}" {{\n  source = "./modules/m{n}"\n}}\n' for n in range(30))
    files["k.yaml"] = "---\n".join(
        f"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: w{n}, namespace: ns{n % 3}}}\nspec: {{}}\n"
        for n in range(60)
    )
    write(tmp_path, files)
    system, _ = infer(RepositoryReader(tmp_path), lambda _: None, Course())
    assert len(system.model.components) == 30 * 9 + 1 + 60
    text = declaration_text(system, TerraformConfiguration())
    assert text.count("\n") < 120
    (tmp_path / FILE).write_text(text)
    reader = RepositoryReader(tmp_path)
    declared = apply(system.model.components, load_configuration(reader.walk().artifacts, reader))
    assert [one.layer for one in declared.components] == [one.layer for one in system.model.components]
    assert all(one.declared for one in declared.components)
    assert declared.problems == ()


def test_what_nothing_is_known_of_is_asked(tmp_path: Path) -> None:
    write(tmp_path, {"main.tf": SHOP["main.tf"]})
    system, _ = infer(RepositoryReader(tmp_path), lambda _: None, Course())
    unknown = [
        Component.model_validate({
            "id": f"x{n}", "title": "x", "layer": "unassigned", "layer_reason": "nothing", "kind": "identity",
            "location": {"path": "main.tf"}, "group": "roles\n- evil",
        })
        for n in range(6)
    ]  # fmt: skip
    asked = system.model_copy(update={"model": ArchitectureModel(components=tuple(unknown)), "source": Source(uri="x")})
    text = declaration_text(asked, TerraformConfiguration())
    assert "In which layer are these? 6 components" in text
    assert "identity in roles - evil: x0, x1, x2, x3, and 2 more" in text
    (tmp_path / FILE).write_text(text)
    reader = RepositoryReader(tmp_path)
    assert load_configuration(reader.walk().artifacts, reader).architecture.layers == ()


def test_a_glob_need_not_spare_what_stands_above_it(tmp_path: Path) -> None:
    names = [f"w{n}" for n in range(50)] + ["shop-web"]
    files = {
        f"{name}.yaml": f"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: {name}, namespace: a}}\nspec: {{}}\n"
        for name in names
    }
    write(tmp_path, files)
    system, _ = infer(RepositoryReader(tmp_path), lambda _: None, Course())
    text = declaration_text(system, TerraformConfiguration())
    assert text.index("Deployment/a/shop-web") < text.index("*/a/*")
    assert "Deployment/a/w7" not in text
    (tmp_path / FILE).write_text(text)
    inferred, declared, problems = models(tmp_path)
    assert layers(inferred) == layers(declared)
    assert problems == 0
