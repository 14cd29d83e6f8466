"""What source folders are: by their manifests and files, read by the real parsers."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import Component, ComponentKind, Confidence, LayerId
from tests.unit.modelling.test_model import system

WEB = '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup/></Project>'
REACT = '{"dependencies": {"react": "19"}}'
ELECTRON = '{"devDependencies": {"electron": "30"}}'
PLAIN = '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup/></Project>'


def sources(root: Path, files: dict[str, str]) -> dict[str, Component]:
    made = system(root, files).model.components
    return {one.id.removeprefix("source:"): one for one in made if one.id.startswith("source:")}


def desktop(framework: str) -> str:
    properties = f"<OutputType>WinExe</OutputType><{framework}>true</{framework}>"
    return f'<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{properties}</PropertyGroup></Project>'


@pytest.mark.parametrize(
    ("files", "kind", "layer"),
    [
        ({"a/package.json": REACT, "a/src/App.tsx": "x()\n"}, "interface", "presentation"),
        ({"a/package.json": '{"dependencies": {"express": "5"}}', "a/server.js": "x()\n"}, "source", "service"),
        ({"a/requirements.txt": "flask==3\n", "a/app.py": "Flask()\n"}, "source", "service"),
        ({"a/a.csproj": WEB, "a/Program.cs": "A.B();\n"}, "source", "service"),
        ({"a/a.csproj": desktop("UseWPF"), "a/Main.cs": "A.B();\n"}, "interface", "presentation"),
        ({"a/a.csproj": desktop("UseWindowsForms"), "a/Main.cs": "A.B();\n"}, "interface", "presentation"),
        ({"a/package.json": ELECTRON, "a/main.js": "x()\n"}, "interface", "presentation"),
        ({"a/a.csproj": PLAIN, "a/Thing.cs": "class A {}\n"}, "library", "unassigned"),
        ({"a/pyproject.toml": '[project]\nname = "a"\n', "a/main.py": "run()\n"}, "job", "service"),
        ({"hl7-adaptor/requirements.txt": "hl7apy==1\n", "hl7-adaptor/main.py": "run()\n"}, "source", "integration"),
        ({"a/go.mod": "module x/a\n\ngo 1.24\n", "a/main.go": "package main\nfunc main() { http.ListenAndServe() }\n"},
         "source", "service"),
    ],
)  # fmt: skip
def test_kind_and_layer_are_told_by_evidence(tmp_path: Path, files: dict[str, str], kind: str, layer: str) -> None:
    (made,) = sources(tmp_path, files).values()
    assert (made.kind, made.layer) == (kind, layer)
    assert made.layer_reason


@pytest.mark.parametrize(
    "files",
    [
        {"package.json": '{"devDependencies": {"prettier": "3"}}', "a/package.json": REACT},
        {"shop/Basket.UnitTests/x.csproj": WEB, "shop/Basket.UnitTests/Program.cs": "A.B();\n"},
        {"a/x.csproj": PLAIN.replace("<PropertyGroup/>", '<ItemGroup><PackageReference Include="xunit"/></ItemGroup>')},
        {"package.json": '{"devDependencies": {"husky": "9"}}', "infra/lambda/main.py": "run()\n"},
        {"x.md": "x\n", "node_modules/express/package.json": '{"dependencies": {"express": "5"}}'},
        {"tests/mock-oidc/package.json": '{"dependencies": {"express": "5"}}'},
        {"a/package-lock.json": '{"packages": {}}', "a/.nvmrc": "22\n"},
    ],
)  # fmt: skip
def test_tools_tests_and_the_work_of_others_are_no_components(tmp_path: Path, files: dict[str, str]) -> None:
    expected = {"a"} if files.get("a/package.json") == REACT else set()
    assert set(sources(tmp_path, files)) == expected


def test_a_server_that_sends_pages_is_presentation_and_one_for_signing_in_is_not(tmp_path: Path) -> None:
    pages = {f"web/Views/{number}.cshtml": "<p>x</p>" for number in range(4)}
    signing = WEB.replace(
        "<PropertyGroup/>", '<ItemGroup><PackageReference Include="Duende.IdentityServer" Version="6"/></ItemGroup>'
    )
    made = sources(tmp_path, {
        **pages, "web/web.csproj": WEB, "web/Program.cs": "A.B();\n",
        **{name.replace("web", "id", 1): text for name, text in pages.items()},
        "id/id.csproj": signing, "id/Program.cs": "A.B();\n",
        "api/api.csproj": WEB, "api/Program.cs": "A.B();\n", "api/Pages/Health.cshtml": "<p>x</p>",
    })  # fmt: skip
    assert made["web"].layer is LayerId.PRESENTATION
    assert "backend-for-frontend" in made["web"].traits
    assert "4 pages" in made["web"].layer_reason
    assert made["id"].layer is LayerId.SERVICE
    assert made["api"].layer is LayerId.SERVICE


def test_screens_and_a_server_that_are_built_apart_are_several_programs(tmp_path: Path) -> None:
    one = {
        "package.json": '{"dependencies": {"@angular/core": "19", "@nestjs/core": "10", "mongoose": "8"}}',
        "apps/client/src/main.ts": 'import { Component } from "@angular/core";\n',
        "apps/server/src/main.ts": 'import { connect } from "mongoose";\n',
        "libs/wards/src/page.ts": 'import { Component } from "@angular/core";\nimport { Model } from "mongoose";\n',
        "libs/wards/project.json": "{}",
    }
    assert "several-programs" not in sources(tmp_path / "one", one)["."].traits
    apart = {**one, "apps/client/project.json": "{}", "apps/server/project.json": "{}"}
    assert "several-programs" in sources(tmp_path / "apart", apart)["."].traits
    filled = {**apart, "apps/server/views/ward.ejs": "<h1>Ward</h1>"}
    assert "several-programs" not in sources(tmp_path / "filled", filled)["."].traits
    whole = {**apart, "package.json": apart["package.json"].replace("@nestjs/core", "next")}
    assert "several-programs" not in sources(tmp_path / "whole", whole)["."].traits


def test_a_service_that_fills_letters_in_is_no_user_interface(tmp_path: Path) -> None:
    needs = "".join(
        f"    implementation 'org.springframework.boot:spring-boot-starter-{name}:3.5.7'\n"
        for name in ("web", "thymeleaf")
    )
    main = "src/main/java/uk/example"
    made = sources(tmp_path, {
        "ward/build.gradle": f"dependencies {{\n{needs}}}\n",
        f"ward/{main}/WardApplication.java": "@RestController\nclass Ward {}\n",
        "ward/src/main/resources/templates/discharge.html": "<p>x</p>",
        "desk/build.gradle": f"dependencies {{\n{needs}}}\n",
        f"desk/{main}/DeskApplication.java": "@Controller\nclass Desk {}\n",
        "desk/src/main/resources/templates/arrivals.html": "<p>x</p>",
    })  # fmt: skip
    assert made["ward"].layer is LayerId.SERVICE
    assert made["desk"].layer is LayerId.PRESENTATION


def test_a_service_whose_framework_comes_by_a_module_of_the_product_answers_requests(tmp_path: Path) -> None:
    made = sources(tmp_path, {
        "ward/build.gradle": "dependencies {\n    implementation project(':web')\n}\n",
        "ward/src/main/java/uk/example/WardApplication.java": "@RestController\nclass Ward {}\n",
        "ward/src/main/resources/templates/labels.html": "<p>x</p>",
    })  # fmt: skip
    assert made["ward"].layer is LayerId.SERVICE
    assert "answers requests" in made["ward"].layer_reason


def test_an_application_of_play_sends_its_pages_itself(tmp_path: Path) -> None:
    pages = {f"app/views/{number}.scala.html": "<p>x</p>" for number in range(4)}
    play = "import play.mvc.Controller;\nclass Wards extends Controller {}\n"
    made = sources(tmp_path, {**pages, "requirements.txt": "x==1\n", "app/Wards.java": play})
    assert "backend-for-frontend" in made["."].traits


def test_what_a_parent_only_manages_is_used_by_the_modules_that_name_it(tmp_path: Path) -> None:
    toolkit = "<dependency><groupId>org.openjfx</groupId><artifactId>javafx-controls</artifactId></dependency>"
    needs = f"<dependencies>{toolkit}</dependencies>"
    made = sources(tmp_path, {
        "pom.xml": f"<project><dependencyManagement>{needs}</dependencyManagement></project>\n",
        "requirements.txt": "psycopg2==2\n", "scripts/tables.py": "import psycopg2\n",
        "desk/pom.xml": f"<project>{needs}</project>\n", "desk/src/main/java/Desk.java": "class Desk {}\n",
    })  # fmt: skip
    assert made["desk"].layer is LayerId.PRESENTATION
    assert "." not in made or made["."].layer is not LayerId.PRESENTATION


def test_a_monolith_is_presentation_with_low_confidence(tmp_path: Path) -> None:
    pages = {f"app/views/{number}.html.erb": "<p>x</p>" for number in range(4)}
    (made,) = sources(tmp_path, {
        **pages, "Gemfile": "gem 'rails', '7.1'\n", "config.ru": "x\n", "app/models/a.rb": "class A < B\nend\n",
    }).values()  # fmt: skip
    assert (made.layer, made.layer_confidence) == (LayerId.PRESENTATION, Confidence.LOW)
    assert "one program" in made.layer_reason


def test_a_file_belongs_to_the_nearest_manifest(tmp_path: Path) -> None:
    made = sources(tmp_path, {
        "package.json": '{"dependencies": {"express": "5"}}', "server.js": "x()\n",
        "ui/package.json": '{"dependencies": {"vue": "3"}}', "ui/App.vue": "<template/>",
    })  # fmt: skip
    assert made["."].layer is LayerId.SERVICE
    assert made["ui"].layer is LayerId.PRESENTATION


def test_what_stands_for_another_system_says_so(tmp_path: Path) -> None:
    (made,) = sources(
        tmp_path, {"pds-simulator/requirements.txt": "flask==3\n", "pds-simulator/app.py": "Flask()\n"}
    ).values()
    assert made.traits == ("test-double",)


def test_a_folder_without_manifest_is_a_component_where_terraform_starts_a_file_of_its_project(tmp_path: Path) -> None:
    lambda_block = 'resource "aws_lambda_function" "f" {\n  handler = "functions/notify.run"\n}\n'
    made = sources(tmp_path, {
        "infra/main.tf": lambda_block, "svc/pyproject.toml": '[project]\nname = "svc"\n',
        "svc/functions/notify.py": "go()\n", "other/pyproject.toml": '[project]\nname = "o"\n', "other/x.py": "go()\n",
    })  # fmt: skip
    assert made["svc"].kind is ComponentKind.SOURCE
    assert made["other"].kind is ComponentKind.LIBRARY


def test_broken_manifests_and_odd_names_are_survived(tmp_path: Path) -> None:
    made = sources(tmp_path, {
        "a/package.json": '{"dependencies": {"react": {"x": 1}, "": 2}, "name": 7}',
        "b/pyproject.toml": "[project\n", "c/c.csproj": "<Project>", "d/go.mod": "module\n",
    })  # fmt: skip
    assert set(made) <= {"a", "b", "c", "d"}


@pytest.mark.parametrize(
    ("imported", "base", "layer"),
    [
        ("javax.swing.JFrame", "JFrame", "presentation"),
        ("java.awt.Color", "Page", "unassigned"),
        ("java.awt.image.BufferedImage", "Chart", "unassigned"),
    ],
)
def test_colours_and_pictures_of_java_are_no_window(tmp_path: Path, imported: str, base: str, layer: str) -> None:
    made = sources(tmp_path, {
        "a/pom.xml": "<project><groupId>org.acme</groupId><artifactId>a</artifactId></project>\n",
        "a/src/main/java/org/acme/Drawn.java": (
            f"package org.acme;\nimport {imported};\npublic class Drawn extends {base} {{}}\n"
        ),
    })  # fmt: skip
    assert made["a"].layer == layer


@pytest.mark.parametrize(
    ("file", "text", "layer"),
    [
        ("a/web/index.html", "<html><head><title>Wards</title></head><body><main>Beds</main></body></html>",
         "presentation"),
        ("a/web/index.html", '<html><head><meta http-equiv="Refresh" content="0;url=d.html"></head></html>', "service"),
        ("a/web/index.html", '<html><head><meta http-equiv="refresh" content="60"></head><body></body></html>',
         "presentation"),
        ("a/web/index.html", '<meta http-equiv="refresh" content="1800;url=/logout"><p>Beds</p><a href="b.html">b</a>',
         "presentation"),
        ("a/notes/commit.hbs", "* {{header}} ({{hash}})\n", "service"),
        ("a/views/ward.hbs", "<h1>{{ward}}</h1>\n", "presentation"),
    ],
)  # fmt: skip
def test_what_only_sends_on_or_fills_in_a_text_is_no_page(tmp_path: Path, file: str, text: str, layer: str) -> None:
    (made,) = sources(
        tmp_path, {"a/package.json": '{"dependencies": {"x": "1"}}', "a/main.ts": "run()\n", file: text}
    ).values()
    assert made.layer == layer
