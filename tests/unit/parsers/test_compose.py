import pytest

from scanner.domain.artifact import Role
from scanner.parsers.compose import ComposeParser

PARSER = ComposeParser()
TEXT = """
version: "3.8"
x-common: &common
  restart: always
services:
  db:
    <<: *common
    image: postgres:16
    environment:
      - POSTGRES_PASSWORD=hunter=2
      - FROM_SHELL
    ports:
      - "5432:5432"
      - 22:22
      - target: 80
        published: 8080
        host_ip: 127.0.0.1
        protocol: tcp
    labels: ["tier=data"]
  web:
    build: .
    environment: {DEBUG: true, EMPTY: , URL: "${URL:-x}"}
    labels: {tier: front}
"""


def test_services(run):
    found = run(PARSER, {"docker-compose.yml": TEXT})
    db, web = found.resources
    assert (db.address, db.type, db.name) == ("docker-compose.yml#service.db", "service", "db")
    assert db.location.start_line == 6
    assert db.attributes["restart"] == "always"
    assert db.attributes["environment"] == {"POSTGRES_PASSWORD": "hunter=2", "FROM_SHELL": None}
    assert db.attributes["ports"] == ["5432:5432", "22:22", "127.0.0.1:8080:80/tcp"]
    assert db.positions["environment.POSTGRES_PASSWORD"].line == 10
    assert db.positions["image"].line == 8
    assert (db.labels, web.labels) == ({"tier": "data"}, {"tier": "front"})
    assert web.attributes["environment"] == {"DEBUG": "true", "EMPTY": None, "URL": "${URL:-x}"}
    assert found.counts == {"compose_services": 2}


def test_environment_is_always_a_map(run):
    (resource,) = run(PARSER, {"compose.yaml": "services: {a: {image: x}}"}).resources
    assert resource.attributes == {"image": "x", "environment": {}}


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("docker-compose.yml", Role.DEVELOPMENT),
        ("compose.override.yaml", Role.DEVELOPMENT),
        ("docker-compose.prod.yml", Role.PRODUCT),
        ("docker-compose-production.yml", Role.PRODUCT),
        ("docker-compose.products.yml", Role.DEVELOPMENT),
        ("tests/docker-compose.yml", Role.TEST),
    ],
)
def test_role(run, path, role):
    (resource,) = run(PARSER, {path: "services:\n  a:\n    image: x\n"}).resources
    assert resource.role is role


def test_compose_files_by_content(run):
    files = {
        "stack.yml": "services:\n  a:\n    image: x\n",
        "symfony.yaml": "services:\n  App\\Foo:\n    arguments: [image]\n",
        "object.yaml": "apiVersion: v1\nkind: X\nservices:\n  a:\n    image: x\n",
        "broken.yml": "services: [",
    }
    found = run(PARSER, files)
    assert [resource.location.path for resource in found.resources] == ["stack.yml"]
    assert found.problems == ()


@pytest.mark.parametrize(
    "text", ["services: [", "services:\n\ta: 1", "a: \x01", "services: &a {a: *a}", "{a: " * 100_000]
)
def test_hostile_files_cost_a_problem(run, text):
    found = run(PARSER, {"stack/compose.yml": b"#\n" + text.encode()})
    assert found.resources == ()
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    "text", ["services: 1", "services: {a: 1, b: [x]}", "[]", "", "services: {a: {ports: 1, labels: 2}}"]
)
def test_odd_shapes_do_no_harm(run, text):
    assert run(PARSER, {"compose.yml": text}).problems == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (".env", [".env"]),
        ("[.env, {path: api.env, required: false}, {required: true}, [x]]", [".env", "api.env"]),
        ("{path: x}", []),
        ("", []),
    ],
)
def test_files_of_variables_are_not_known(run, written, expected):
    (service,) = run(PARSER, {"compose.yml": f"services:\n  api: {{image: a, env_file: {written}}}\n"}).resources
    said = [f"the variables in {path} (compose.yml:2)" for path in expected]
    assert [one.text for one in service.attributes["environment_files"]] == said
