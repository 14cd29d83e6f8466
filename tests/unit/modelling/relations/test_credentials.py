"""Who is given which credentials, from Terraform three modules deep to a literal in Compose."""

from __future__ import annotations

from pathlib import Path

from scanner.domain.architecture import Confidence, RelationKind
from tests.unit.modelling.wired import loose, service, ties, wired, workload

HOLDS, READS, CALLS = RelationKind.HOLDS_CREDENTIAL_OF, RelationKind.READS, RelationKind.CALLS
STORE = "module.a.module.b.module.c.aws_db_instance.d"
DEEP = {
    "modules/a/main.tf": 'module "b" {\n  source = "./b"\n}\noutput "password" {\n  value = module.b.password\n}\n'
    'output "host" {\n  value = module.b.host\n}\n',
    "modules/a/b/main.tf": 'module "c" {\n  source = "./c"\n}\noutput "password" {\n  value = module.c.password\n}\n'
    'output "host" {\n  value = module.c.host\n}\n',
    "modules/a/b/c/main.tf": 'resource "random_password" "p" {\n  length = 20\n}\nresource "aws_db_instance" "d" {\n'
    '  engine   = "postgres"\n  db_name  = "orders"\n  password = random_password.p.result\n}\n'
    'output "password" {\n  value = random_password.p.result\n}\n'
    'output "host" {\n  value = aws_db_instance.d.address\n}\n',
}
ROOT = """\
module "a" {
  source = "./modules/a"
}
locals {
  password = module.a.password
}
resource "kubernetes_secret" "db" {
  metadata {
    name      = "db-creds"
    namespace = "shop"
  }
  data = {
    password = local.password
    host     = module.a.host
    colour   = "blue"
  }
}
"""


def key(name: str) -> str:
    return f"{{name: V, valueFrom: {{secretKeyRef: {{name: db-creds, key: {name}}}}}}}"


def test_a_front_end_holds_what_opens_a_database_three_modules_deep(tmp_path: Path) -> None:
    made = wired(tmp_path, {**DEEP, "main.tf": ROOT, "web.yaml": workload("shop-web", env=key("password"))})
    found = ties(made, HOLDS)
    assert set(found) == {("Secret/shop/db-creds", STORE), ("Deployment/shop/shop-web", STORE)}
    assert ("Deployment/shop/shop-web", "Secret/shop/db-creds") in ties(made, READS)
    whole = found["Deployment/shop/shop-web", STORE]
    assert whole.confidence is Confidence.HIGH
    assert whole.detail == "orders"
    places = [proof.location.path for proof in whole.proof]
    assert places[0] == "web.yaml"
    assert {"main.tf", "modules/a/main.tf", "modules/a/b/main.tf", "modules/a/b/c/main.tf"} <= set(places)
    assert whole.breaks


def test_a_key_without_credentials_opens_nothing(tmp_path: Path) -> None:
    files = {
        **DEEP,
        "main.tf": ROOT,
        "host.yaml": workload("told", env=key("host")),
        "colour.yaml": workload("painted", env=key("colour")),
    }
    made = wired(tmp_path, files)
    assert set(ties(made, HOLDS)) == {("Secret/shop/db-creds", STORE)}
    assert set(ties(made, CALLS)) == {("Deployment/shop/told", STORE)}


def test_a_variable_given_to_secret_and_store_ties_them(tmp_path: Path) -> None:
    main = (
        'variable "db_password" {\n  sensitive = true\n}\n'
        'resource "aws_db_instance" "d" {\n  password = var.db_password\n}\n'
        'resource "aws_db_instance" "other" {\n  password = "x"\n}\n'
        'resource "aws_lambda_function" "f" {\n  environment {\n    variables = {\n'
        "      DB_PASSWORD = var.db_password\n"
        "      COLOUR = aws_db_instance.other.engine\n    }\n  }\n}\n"
    )
    made = wired(tmp_path, {"main.tf": main})
    assert set(ties(made, HOLDS)) == {("aws_lambda_function.f", "aws_db_instance.d")}


def test_an_unknown_credential_is_a_loose_end_and_no_edge(tmp_path: Path) -> None:
    main = (
        'variable "dsn" {}\nresource "aws_db_instance" "d" {}\nresource "aws_lambda_function" "f" {\n  environment {\n'
        "    variables = { DATABASE_URL = var.dsn, COLOUR = var.dsn }\n  }\n}\n"
    )
    made = wired(tmp_path, {"main.tf": main})
    assert not ties(made, HOLDS)
    (end,) = loose(made)
    assert (end.source, end.wanted) == ("aws_lambda_function.f", "what DATABASE_URL opens")
    assert "variable" in end.reason


def test_a_secret_that_nobody_makes_is_a_loose_end(tmp_path: Path) -> None:
    other = (
        "---\napiVersion: v1\nkind: Secret\nmetadata: {name: db-creds, namespace: other}\nstringData: {password: x}\n"
    )
    made = wired(tmp_path, {"a.yaml": workload("api", env=key("password")), "s.yaml": other})
    assert not ties(made, READS)
    (end,) = loose(made)
    assert end.wanted == "Secret shop/db-creds"
    assert (end.location.path, end.location.start_line) == ("a.yaml", 14)


def test_two_namespaces_with_equal_names_do_not_meet(tmp_path: Path) -> None:
    text = "{name: DB, value: 'postgres://u:hunter2@db/orders'}"
    files = {
        "one.yaml": workload("db", "postgres:16") + service("db") + workload("api", env=text),
        "two.yaml": workload("db", "postgres:16", namespace="two")
        + service("db", namespace="two")
        + workload("api", env=text, namespace="two")
        + workload(
            "far", env="{name: DB, value: 'postgres://u:hunter2@db.shop.svc.cluster.local/orders'}", namespace="two"
        ),
    }
    made = wired(tmp_path, files)
    assert set(ties(made, HOLDS)) == {
        ("Deployment/shop/api", "Deployment/shop/db"),
        ("Deployment/two/api", "Deployment/two/db"),
        ("Deployment/two/far", "Deployment/shop/db"),
    }
    assert {one.detail for one in ties(made, HOLDS).values()} == {"orders"}
    assert "hunter2" not in made.model.model_dump_json()


def test_words_that_look_like_hosts_are_none(tmp_path: Path) -> None:
    made = wired(tmp_path, {
        "db.yaml": workload("db", "postgres:16") + service("db"),
        "a.yaml": workload("a", env="{name: MODE, value: db}, {name: DB_NAME, value: db}"),
        "b.yaml": workload("b", env="{name: DB_HOST, value: db}"),
    })  # fmt: skip
    assert set(ties(made, CALLS)) == {("Deployment/shop/b", "Deployment/shop/db")}


def test_an_operators_secret_opens_its_database(tmp_path: Path) -> None:
    database = "apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: {name: main, namespace: shop}\nspec: {}\n"
    env = "{name: U, valueFrom: {secretKeyRef: {name: main-app, key: uri}}}"
    made = wired(tmp_path, {"db.yaml": database, "a.yaml": workload("api", env=env)})
    assert set(ties(made, HOLDS)) == {("Deployment/shop/api", "Cluster/shop/main")}
    assert not loose(made)


def test_compose_tells_databases_of_one_server_apart(tmp_path: Path) -> None:
    base = "services:\n  sql: {image: 'postgres:16'}\n  a: {build: ./a}\n  b: {build: ./b}\n"
    more = (
        "services:\n  a:\n    environment:\n      - DSN=${DSN:-postgres://u:hunter2@sql/one}\n"
        "  b:\n    depends_on: [a]\n    environment: {DSN: 'Server=sql;Database=two;User Id=sa;Password=hunter2'}\n"
    )
    made = wired(tmp_path, {"docker-compose.yml": base, "docker-compose.override.yml": more})
    found = ties(made, HOLDS)
    assert {source.rpartition(".")[2]: one.detail for (source, _), one in found.items()} == {"a": "one", "b": "two"}
    assert {one.location.path for one in found.values()} == {"docker-compose.override.yml"}
    (after,) = ties(made, CALLS).values()
    assert after.confidence is Confidence.LOW
    assert "hunter2" not in made.model.model_dump_json()


def test_hostile_objects_break_nothing(tmp_path: Path) -> None:
    head = "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\n"
    odd = (
        head
        + "data: [1, {a: b}]\n---\n"
        + head.replace("s,", "t,")
        + "data: {a: 'not base64 \u00e9', b: null, c: [1]}\n"
    )
    pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n"
    pod += "spec: {containers: [7, {env: x}, {env: [1, {name: 2}], envFrom: {}}]}\n"
    ingress = "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i}\nspec: {rules: [1, {http: []}]}\n"
    made = wired(tmp_path, {"s.yaml": odd, "p.yaml": pod, "i.yaml": ingress})
    assert not made.model.relations
    assert len(made.model.components) == 4


def test_what_stands_in_for_a_variable_and_what_lies_in_another_file_is_less_sure(tmp_path: Path) -> None:
    base = "services:\n  sql: {image: 'postgres:16'}\n  a:\n    image: shop/a\n    environment:\n"
    lines = "      ONE_URL: '${ONE_URL:-http://b}'\n  b: {image: shop/b}\n"
    other = "services:\n  t:\n    image: shop/t\n    environment: {B_URL: 'http://b'}\n"
    made = wired(tmp_path, {"docker-compose.yml": base + lines, "docker-compose-tests.yml": other})
    found = {source.rpartition(".")[2]: one for (source, _), one in ties(made, CALLS).items()}
    assert found["a"].confidence is Confidence.MEDIUM
    assert found["a"].derived_from.endswith("unless another value is given")
    assert found["t"].confidence is Confidence.MEDIUM


QUEUES = (
    'module "one" {\n  source = "./queue"\n}\nmodule "two" {\n  source = "./queue"\n}\n'
    'module "run" {\n  source = "./run"\n  variables = {\n    ONE_URL = module.one.url\n    TWO_URL = module.two.url\n'
    "  }\n}\n"
)
MODULES = {
    "queue/main.tf": 'resource "aws_sqs_queue" "q" {}\noutput "url" {\n  value = aws_sqs_queue.q.url\n}\n',
    "run/main.tf": 'variable "variables" {}\nresource "aws_lambda_function" "f" {\n  environment {\n'
    "    variables = var.variables\n  }\n}\n",
}


def test_which_of_several_settings_names_a_queue_is_not_guessed(tmp_path: Path) -> None:
    found = ties(wired(tmp_path, {"main.tf": QUEUES, **MODULES}), CALLS)
    assert {target for _, target in found} == {"module.one.aws_sqs_queue.q", "module.two.aws_sqs_queue.q"}
    for one in found.values():
        assert one.derived_from.startswith("one of its settings in environment[0].variables names")


def test_a_setting_is_told_of_what_it_names_itself_only(tmp_path: Path) -> None:
    terraform = (
        'variable "token" {\n  sensitive = true\n}\nresource "azurerm_cosmosdb_account" "c" {}\n'
        'resource "azurerm_servicebus_namespace" "b" {}\nresource "azurerm_linux_function_app" "f" {\n'
        "  app_settings = {\n"
        '    COSMOS_TOKEN = var.token != "" ? var.token : azurerm_cosmosdb_account.c.primary_key\n'
        "    BUS = azurerm_servicebus_namespace.b.default_primary_connection_string\n  }\n}\n"
    )
    made = wired(tmp_path, {"main.tf": terraform})
    held = {target: one.derived_from for (_, target), one in ties(made, HOLDS).items()}
    assert held["azurerm_cosmosdb_account.c"].endswith("in COSMOS_TOKEN")
    assert held["azurerm_servicebus_namespace.b"].endswith("in BUS")


def test_a_password_beside_an_address_is_likely_that_of_the_store(tmp_path: Path) -> None:
    terraform = (
        'resource "aws_db_instance" "d" {\n  engine = "postgres"\n}\nresource "aws_secretsmanager_secret" "s" {}\n'
        'resource "aws_secretsmanager_secret_version" "v" {\n  secret_id = aws_secretsmanager_secret.s.id\n'
        '  secret_string = jsonencode({ host = aws_db_instance.d.address, password = "hunter2" })\n}\n'
    )
    made = wired(tmp_path, {"main.tf": terraform})
    (held,) = ties(made, HOLDS).values()
    assert held.confidence is Confidence.MEDIUM
    assert held.derived_from.endswith("beside a password")
    assert "hunter2" not in made.model.model_dump_json()


def test_a_service_finds_the_first_pod_of_a_stateful_set(tmp_path: Path) -> None:
    text = workload("db", "postgres:16").replace("kind: Deployment", "kind: StatefulSet")
    text += service("primary").replace("app: primary", "statefulset.kubernetes.io/pod-name: db-0")
    made = wired(tmp_path, {"k.yaml": text})
    assert set(ties(made, RelationKind.ROUTES_TO)) == {("Service/shop/primary", "StatefulSet/shop/db")}
