"""What code uses: other projects, and drivers of stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import Confidence, Relation, RelationKind
from scanner.domain.system import System
from scanner.modelling.relations.code import OR_SESSIONS, SESSIONS
from tests.unit.modelling.test_model import deployment, system

TABLE = 'resource "aws_dynamodb_table" "{name}" {{\n  name = "{name}"\n}}\n'
UI = {
    "ui/package.json": '{"dependencies": {"next": "15", "@aws-sdk/client-dynamodb": "3"}}',
    "ui/src/session.ts": 'import x from "y";\nimport { DynamoDBClient } from "@aws-sdk/client-dynamodb";\n',
}


def imports(made: System) -> dict[tuple[str, str], Relation]:
    found = (one for one in made.model.relations if one.kind is RelationKind.IMPORTS)
    return {(one.source, one.target): one for one in found}


def test_a_driver_leads_to_the_only_store_of_its_engine(tmp_path: Path) -> None:
    made = system(tmp_path, {**UI, "main.tf": TABLE.format(name="sessions")})
    relation = imports(made)["source:ui", "aws_dynamodb_table.sessions"]
    assert relation.confidence is Confidence.MEDIUM
    assert (relation.location.path, relation.location.start_line) == ("ui/src/session.ts", 2)


def test_with_several_stores_or_none_a_driver_is_a_loose_end(tmp_path: Path) -> None:
    two = TABLE.format(name="a") + TABLE.format(name="b")
    made = system(tmp_path, {
        **UI, "main.tf": two, "svc/requirements.txt": "psycopg2==2\nflask==3\n",
        "orm/requirements.txt": "sqlalchemy==2\n",
        "orm/a/main.py": "import sqlalchemy\n",
    })  # fmt: skip
    assert imports(made) == {}
    reasons = {one.source: one.reason for one in made.model.loose_ends if one.kind is RelationKind.IMPORTS}
    assert "2 stores" in reasons["source:ui"]
    assert "no store" in reasons["source:svc"]
    assert "many makes" in reasons["source:orm"]


@pytest.mark.parametrize(
    ("tables", "package", "expected"),
    [
        (("sessions", "records"), "", OR_SESSIONS),
        (("sessions", "user-sessions"), "", SESSIONS),
        (("records", "wards"), "", ""),
        (("records", "wards"), "connect-dynamodb", OR_SESSIONS),
        ((), "connect-dynamodb", OR_SESSIONS),
    ],
)
def test_a_driver_that_may_serve_sessions_says_so(
    tmp_path: Path, tables: tuple[str, ...], package: str, expected: str
) -> None:
    more = {"ui/package.json": UI["ui/package.json"].replace('"next"', f'"{package}": "1", "next"')} if package else {}
    made = system(tmp_path, {**UI, **more, "main.tf": "".join(TABLE.format(name=name) for name in tables)})
    (end,) = (one for one in made.model.loose_ends if one.kind is RelationKind.IMPORTS)
    assert end.wanted == f"a store that speaks dynamodb, by @aws-sdk/client-dynamodb{expected}"


def test_projects_that_use_each_other_are_both_seen(tmp_path: Path) -> None:
    def project(other: str) -> str:
        reference = f'<ProjectReference Include="..\\{other}\\{other}.csproj"/>'
        return f'<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{reference}</ItemGroup></Project>'

    made = system(tmp_path, {
        "s/A/A.csproj": project("B"), "s/B/B.csproj": project("A"), "s/C/C.csproj": project("Gone"),
        **{f"s/{name}/X.cs": "class X {}\n" for name in "ABC"},
    })  # fmt: skip
    found = imports(made)
    assert set(found) == {("source:s/A", "source:s/B"), ("source:s/B", "source:s/A")}
    assert all(one.confidence is Confidence.HIGH for one in found.values())
    assert [one.source for one in made.model.loose_ends] == ["source:s/C"]


def test_packages_are_found_by_name_in_their_own_language_only(tmp_path: Path) -> None:
    made = system(tmp_path, {
        "ui/package.json": '{"dependencies": {"react": "19", "@acme/kit": "workspace:*"}}', "ui/App.tsx": "x()\n",
        "kit/package.json": '{"name": "@acme/kit", "dependencies": {"x": "1"}}', "kit/index.ts": "x()\n",
        "py/pyproject.toml": '[project]\nname = "p"\n', "py/main.py": "from acme_shared.log import a\n",
        "shared/pyproject.toml": '[project]\nname = "s"\n', "shared/acme_shared/log.py": "a = 1\n",
        "net/n.csproj": '<Project Sdk="Microsoft.NET.Sdk"/>', "net/P.cs": "using Acme_Shared;\nclass A {}\n",
    })  # fmt: skip
    assert set(imports(made)) == {("source:ui", "source:kit"), ("source:py", "source:shared")}


def test_a_namespace_or_package_is_no_package_of_another_registry(tmp_path: Path) -> None:
    made = system(tmp_path, {
        "ui/package.json": '{"name": "ward", "dependencies": {"react": "19"}}', "ui/App.tsx": "x()\n",
        "kit/package.json": '{"name": "beds", "dependencies": {"x": "1"}}', "kit/index.ts": "x()\n",
        "api/Ward.Api.csproj": '<Project Sdk="Microsoft.NET.Sdk"/>', "api/P.cs": "using Ward.Api.Models;\nclass A {}\n",
        "jobs/requirements.txt": "beds==2\n", "jobs/main.py": "import beds\n",
        "pages/package.json": '{"dependencies": {"beds": "workspace:*"}}', "pages/index.ts": "x()\n",
        "tiles/package.json": '{"dependencies": {"x": "1"}}', "tiles/index.ts": "import { a } from 'beds/tile';\n",
    })  # fmt: skip
    assert set(imports(made)) == {("source:pages", "source:kit"), ("source:tiles", "source:kit")}


def test_no_java_package_lies_in_another_one(tmp_path: Path) -> None:
    def pom(name: str) -> str:
        return f"<project><groupId>org.acme</groupId><artifactId>{name}</artifactId></project>\n"

    java = "src/main/java/org/acme"
    made = system(tmp_path, {
        "ids/pom.xml": pom("ids"), f"ids/{java}/Start.java": "package org.acme;\npublic class Start {}\n",
        "text/pom.xml": pom("text"), f"text/{java}/text/Trim.java": "package org.acme.text;\npublic class Trim {}\n",
        "bed/pom.xml": pom("bed"),
        f"bed/{java}/bed/Bed.java": (
            "package org.acme.bed;\nimport org.acme.bought.NotHere;\nimport static org.acme.text.Trim.both;\n"
            "public class Bed {}\n"
        ),
    })  # fmt: skip
    assert set(imports(made)) == {("source:bed", "source:text")}


def test_a_package_that_is_imported_whole_is_not_the_one_above_it(tmp_path: Path) -> None:
    java = "src/main/java/org/acme"
    made = system(tmp_path, {
        "server/pom.xml": "<project><groupId>org.acme</groupId><artifactId>server</artifactId></project>\n",
        f"server/{java}/server/Start.java": "package org.acme.server;\npublic class Start {}\n",
        "messages/pom.xml": "<project><groupId>org.acme</groupId><artifactId>messages</artifactId></project>\n",
        f"messages/{java}/client/Client.java": (
            "package org.acme.client;\nimport org.acme.server.messages.*;\npublic class Client {}\n"
        ),
        "bed/pom.xml": "<project><groupId>org.acme</groupId><artifactId>bed</artifactId></project>\n",
        f"bed/{java}/bed/Bed.java": "package org.acme.bed;\nimport org.acme.server.*;\npublic class Bed {}\n",
    })  # fmt: skip
    assert set(imports(made)) == {("source:bed", "source:server")}


def test_settings_are_told_by_name_only(tmp_path: Path) -> None:
    made = system(tmp_path, {
        "svc/requirements.txt": "flask==3\n",
        "svc/app.py": 'import os\n# os.environ["OLD"]\na = os.environ["DB_URL"]\nb = os.getenv("TOKEN", "x")\n',
        "a.yaml": deployment("svc-x", "a:1", env="{name: DB_URL, value: 'postgres://u:hunter2@h/d'}"),
    })  # fmt: skip
    components = {one.id: one for one in made.model.components}
    read = {one.name: one.location.start_line for one in components["source:svc"].reads_settings}
    assert read == {"DB_URL": 3, "TOKEN": 4}
    (given,) = components["Deployment/shop/svc-x"].given_settings
    assert (given.name, given.location.path) == ("DB_URL", "a.yaml")
    assert "hunter2" not in made.model.model_dump_json()


def test_a_database_on_an_account_is_no_second_store(tmp_path: Path) -> None:
    cosmos = (
        'resource "azurerm_cosmosdb_account" "c" {\n  name = "c"\n}\nresource "azurerm_cosmosdb_sql_database" "d" {\n'
        '  name = "d"\n  account_name = azurerm_cosmosdb_account.c.name\n}\n'
    )
    made = system(tmp_path, {"main.tf": cosmos, "svc/requirements.txt": "azure-cosmos==4\nflask==3\n"})
    assert set(imports(made)) == {("source:svc", "azurerm_cosmosdb_account.c")}


def test_what_developers_run_beside_is_not_what_the_product_uses(tmp_path: Path) -> None:
    compose = "services:\n  local: {image: 'amazon/dynamodb-local'}\n"
    elsewhere = {**UI, "tools/local/docker-compose.yml": compose}
    (relation,) = imports(system(tmp_path / "other", elsewhere)).values()
    assert relation.confidence is Confidence.LOW
    (relation,) = imports(system(tmp_path / "own", {**UI, "docker-compose.yml": compose})).values()
    assert relation.confidence is Confidence.MEDIUM
    both = {**elsewhere, "main.tf": TABLE.format(name="sessions")}
    assert set(imports(system(tmp_path / "both", both))) == {("source:ui", "aws_dynamodb_table.sessions")}


@pytest.mark.parametrize(
    ("name", "speaks"), [("java.sql.Time", False), ("java.sql.SQLException", False), ("java.sql.DriverManager", True)]
)
def test_kinds_of_values_that_come_with_a_driver_lead_nowhere(tmp_path: Path, name: str, speaks: bool) -> None:
    made = system(tmp_path, {
        "gui/pom.xml": "<project><groupId>org.example</groupId><artifactId>gui</artifactId></project>\n",
        "gui/src/main/java/org/example/Browser.java": (
            f"package org.example;\nimport {name};\nimport javax.swing.JFrame;\n"
            "public class Browser extends JFrame {}\n"
        ),
    })  # fmt: skip
    wanted = [one.wanted for one in made.model.loose_ends if one.kind is RelationKind.IMPORTS]
    assert wanted == ([f"a store, by {name}"] if speaks else [])


def test_types_and_settings_of_tests_lead_to_no_store(tmp_path: Path) -> None:
    driver = 'from "@aws-sdk/client-dynamodb";\n'
    files = {
        "main.tf": TABLE.format(name="records"),
        "ui/package.json": '{"dependencies": {"next": "15"}}',
        "ui/cypress.config.ts": f"import {{ DynamoDBClient }} {driver}",
        "ui/src/bed.ts": f"import type {{ AttributeValue }} {driver}",
    }
    assert imports(system(tmp_path, files)) == {}
    made = system(tmp_path, {**files, "ui/src/records.ts": f"import {{ DynamoDBClient }} {driver}"})
    assert imports(made)["source:ui", "aws_dynamodb_table.records"].location.path == "ui/src/records.ts"
