"""Contradictory, cyclic, half-missing and hostile systems: a weaker answer with its reason, never an invented edge."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from scanner.domain.architecture import ArchitectureModel, Confidence, LayerId, RelationKind
from scanner.domain.resource import Parsed
from scanner.domain.system import System
from scanner.parsers import default_parsers
from scanner.pipeline import read
from scanner.pipeline.stages import model, parse
from scanner.sources.configuration import load_configuration
from scanner.sources.repository import RepositoryReader

SECRET = "Tr0ub4dor-and-3"  # what must be told nowhere
ROUTES, READS, CALLS = RelationKind.ROUTES_TO, RelationKind.READS, RelationKind.CALLS
HOLDS, IMPORTS, TRUSTS = RelationKind.HOLDS_CREDENTIAL_OF, RelationKind.IMPORTS, RelationKind.TRUSTS
POSTGRES = (
    "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db, namespace: shop}\nspec:\n  template:\n"
    "    metadata: {labels: {app: db}}\n    spec:\n      containers: [{name: db, image: 'postgres:16'}]\n"
)


def made(root: Path, files: Mapping[str, str]) -> ArchitectureModel:
    """The model of some files; no trap may tell a secret."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    reader = RepositoryReader(root)
    reading = read(reader)
    configuration = load_configuration(reading.artifacts, reader)
    parsed: Parsed = parse(default_parsers(configuration, None, reading.artifacts), reading, reader, lambda _: None)
    system: System = model(reader, reading, parsed, lambda _: None, configuration)
    assert SECRET not in system.model.model_dump_json()
    return system.model


def edges(made_of: ArchitectureModel, kind: RelationKind) -> dict[tuple[str, str], Confidence]:
    return {(one.source, one.target): one.confidence for one in made_of.relations if one.kind is kind}


def deployment(name: str, env: str = "", *, namespace: str = "shop", more: str = "") -> str:
    space = f", namespace: {namespace}" if namespace else ""
    return (
        f"---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: {name}{space}}}\nspec:\n  template:\n"
        f"    metadata: {{labels: {{app: {name}}}}}\n    spec:\n      restartPolicy: Always\n{more}"
        f"      containers: [{{name: main, image: 'shop/{name}:1', env: [{env}]}}]\n"
    )


def service(name: str, *, namespace: str = "shop", selects: str = "") -> str:
    space = f", namespace: {namespace}" if namespace else ""
    return (
        f"---\napiVersion: v1\nkind: Service\nmetadata: {{name: {name}{space}}}\n"
        f"spec: {{selector: {{app: {selects or name}}}, ports: [{{port: 80}}]}}\n"
    )


def secret(name: str, namespace: str = "shop", key: str = "password") -> str:
    return (
        f"---\napiVersion: v1\nkind: Secret\nmetadata: {{name: {name}, namespace: {namespace}}}\n"
        f"stringData: {{{key}: {SECRET}}}\n"
    )


def given(name: str, key: str = "password") -> str:
    return f"{{name: DB_PASSWORD, valueFrom: {{secretKeyRef: {{name: {name}, key: {key}}}}}}}"


def test_a_selector_that_selects_nothing_is_a_loose_end(tmp_path: Path) -> None:
    found = made(tmp_path, {"k.yaml": deployment("orders") + service("front", selects="nobody")})
    assert not edges(found, ROUTES)
    [end] = found.loose_ends
    assert (end.source, end.kind) == ("Service/shop/front", ROUTES)
    assert "finds no workload" in end.reason


def test_a_secret_that_nobody_makes_is_a_loose_end(tmp_path: Path) -> None:
    found = made(tmp_path, {"k.yaml": deployment("orders", given("db-creds")) + secret("db-creds", "elsewhere")})
    assert not edges(found, READS)
    assert not edges(found, HOLDS)
    [end] = found.loose_ends
    assert (end.kind, end.wanted) == (READS, "Secret shop/db-creds")


def test_what_a_module_that_is_not_there_makes_is_not_guessed(tmp_path: Path) -> None:
    files = {
        "main.tf": 'module "db" {\n  source = "./gone"\n}\nmodule "far" {\n  source = "git::https://x.example/y.git"\n}\n'
        'resource "aws_lambda_function" "f" {\n  function_name = "f"\n  environment {\n    variables = {\n'
        "      DB_PASSWORD = module.db.password\n      DB_HOST = module.far.host\n    }\n  }\n}\n"
        'resource "aws_db_instance" "d" {\n  engine = "postgres"\n}\n'
    }
    found = made(tmp_path, files)
    assert not edges(found, HOLDS)
    assert not edges(found, CALLS)
    assert any(end.source == "aws_lambda_function.f" and end.reason for end in found.loose_ends)


def test_unknown_values_everywhere_make_no_edge(tmp_path: Path) -> None:
    files = {
        "main.tf": 'variable "x" {}\n'
        'resource "aws_lambda_function" "f" {\n  function_name = var.x\n  role = var.x\n  environment {\n'
        "    variables = var.x\n  }\n  vpc_config {\n    subnet_ids = var.x\n    security_group_ids = var.x\n  }\n}\n"
        'resource "aws_db_instance" "d" {\n  engine = var.x\n  password = var.x\n  vpc_security_group_ids = var.x\n}\n'
        'resource "aws_security_group" "g" {\n  dynamic "ingress" {\n    for_each = var.x\n    content {\n'
        "      from_port = ingress.value\n      to_port = var.x\n      cidr_blocks = var.x\n    }\n  }\n}\n"
        'resource "aws_iam_role_policy" "p" {\n  role = var.x\n  policy = var.x\n}\n'
        'resource "aws_lb_listener" "l" {\n  load_balancer_arn = var.x\n  default_action {\n'
        "    target_group_arn = var.x\n  }\n}\n",
        "chart/Chart.yaml": "apiVersion: v2\nname: shop\nversion: 1.0.0\n",
        "chart/templates/all.yaml": "apiVersion: v1\nkind: Service\nmetadata: {name: '{{ .Values.a }}'}\n"
        "spec: {selector: '{{ .Values.b }}', type: '{{ .Values.c }}'}\n",
    }
    found = made(tmp_path, files)
    assert {one.kind for one in found.relations} <= {RelationKind.REFERS_TO}


def test_two_namespaces_with_equal_names_do_not_meet(tmp_path: Path) -> None:
    text = "".join(
        deployment("api", given("creds"), namespace=space)
        + secret("creds", space)
        + service("api", namespace=space)
        + deployment("web", "{name: API_URL, value: 'http://api'}", namespace=space)
        for space in ("red", "blue")
    )
    found = made(tmp_path, {"all.yaml": text})
    for kind in (READS, CALLS, ROUTES):
        assert edges(found, kind)
        for source, target in edges(found, kind):
            assert source.split("/")[1] == target.split("/")[1]


def test_an_ingress_to_a_missing_service_is_a_loose_end(tmp_path: Path) -> None:
    ingress = (
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: front, namespace: shop}\nspec:\n  rules:\n"
        "    - http:\n        paths: [{path: /, backend: {service: {name: gone, port: {number: 80}}}}]\n"
    )
    found = made(tmp_path, {"k.yaml": ingress + deployment("gone") + service("gone", namespace="other")})
    assert not any(one.source.startswith("Ingress/") for one in found.relations)
    assert [end.reason for end in found.loose_ends if end.source == "Ingress/shop/front"] == [
        "no such Service was read"
    ]


def test_a_ring_of_services_is_walked_once(tmp_path: Path) -> None:
    names = ["a1", "b1", "c1", "d1"]
    ring = zip(names, [*names[1:], names[0]], strict=True)
    text = "".join(deployment(one, f"{{name: NEXT_URL, value: 'http://{two}'}}") + service(one) for one, two in ring)
    found = edges(made(tmp_path, {"ring.yaml": text}), CALLS)
    assert set(found) == {
        (f"Deployment/shop/{one}", f"Deployment/shop/{two}") for one, two in zip(names, [*names[1:], "a1"], strict=True)
    }


def test_projects_that_refer_to_each_other_in_a_ring(tmp_path: Path) -> None:
    def project(other: str) -> str:
        return (
            '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>'
            f'<ProjectReference Include="..\\{other}\\{other}.csproj" /></ItemGroup></Project>'
        )

    files = {f"{one}/{one}.csproj": project(two) for one, two in (("A", "B"), ("B", "C"), ("C", "A"))}
    files |= {f"{one}/{one}.cs": f"namespace {one};\npublic class Thing{{}}\n" for one in "ABC"}
    found = edges(made(tmp_path, files), IMPORTS)
    assert set(found) == {("source:A", "source:B"), ("source:B", "source:C"), ("source:C", "source:A")}


def test_a_declared_layer_that_the_evidence_contradicts_is_kept_and_told(tmp_path: Path) -> None:
    declared = "architecture:\n  layers: [{layer: presentation, kubernetes: [shop/db]}]\n"
    found = made(tmp_path, {"k.yaml": POSTGRES, "archscan.yaml": declared})
    [store] = [one for one in found.components if one.declared]
    assert store.layer is LayerId.PRESENTATION
    [told] = found.contradictions
    assert told.component == store.id
    assert "postgres" in told.evidence


def test_empty_files_make_an_empty_model(tmp_path: Path) -> None:
    names = (
        "a.yaml",
        "main.tf",
        "docker-compose.yml",
        "Dockerfile",
        "package.json",
        "A.csproj",
        "openapi.yaml",
        "b.tf",
    )
    files = dict.fromkeys(names, "") | {"c.yaml": "---\n---\n", "d.yaml": "null\n", "compose.yaml": "services:\n"}
    found = made(tmp_path, files)
    assert not found.relations
    assert not found.loose_ends


def test_a_connection_string_of_three_megabytes(tmp_path: Path) -> None:
    long = f"Server=db;Database=orders;Password={SECRET};" + "Option=value;" * 240_000
    holder = (
        f"---\napiVersion: v1\nkind: Secret\nmetadata: {{name: s, namespace: shop}}\nstringData:\n  url: '{long}'\n"
    )
    text = POSTGRES + service("db") + deployment("orders", given("s", "url"))
    found = made(tmp_path, {"k.yaml": text, "s.yaml": holder})
    assert edges(found, ROUTES)
    assert len(found.model_dump_json()) < 100_000


@pytest.mark.parametrize(
    "url",
    [
        f"postgres://user:{SECRET}@db/orders",
        f"postgres://user:1/{SECRET}@db/orders",
        f"postgres://db:1/{SECRET}@db/orders",
        f"jdbc:postgresql://db:5432/orders?user=a&password={SECRET}/x@y",
        f"amqp://u:{SECRET}/@db/orders",
        f"postgres://user:@{SECRET}@db/orders",
        f"postgres://db/orders?password={SECRET}",
        f"postgres://db/orders;password={SECRET}",
        f"postgres://db/{SECRET}@orders",
        f"Server=db;Database=orders;Password={SECRET}",
        f"Server=db;Password={SECRET};Database='x",
        f"db:6379,password={SECRET},ssl=False",
        f"db:{SECRET}",
        f"password={SECRET} host=db dbname=orders",
        f"host=db dbname=orders password={SECRET}",
    ],
)
@pytest.mark.parametrize("name", ["DATABASE_URL", "ConnectionStrings__Orders", "DB_HOST"])
def test_no_way_of_writing_a_password_tells_it(tmp_path: Path, name: str, url: str) -> None:
    written = json.dumps(url)
    compose = (
        "services:\n  db: {image: 'postgres:16'}\n  app:\n    image: shop/app:1\n"
        f"    environment:\n      {name}: {written}\n      OTHER: ${{URL:-{url}}}\n"
    )
    kubernetes = POSTGRES + service("db") + deployment("orders", f"{{name: {name}, value: {written}}}")
    configured = (
        "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: shop}\n"
        f"data: {{{name}: {written}, file: {json.dumps(f'{name}={url}' + chr(10) + 'b: 1' + chr(10))}}}\n"
    )
    terraform = (
        'resource "aws_db_instance" "d" {\n  engine = "postgres"\n'
        f'  password = "{SECRET}"\n}}\nresource "aws_lambda_function" "f" {{\n  environment {{\n    variables = {{\n'
        f'      {name} = {written}\n      MORE = "postgres://u:{SECRET}@${{aws_db_instance.d.address}}/x"\n'
        "    }\n  }\n}\n"
    )
    files = {"docker-compose.yml": compose, "k.yaml": kubernetes, "c.yaml": configured, "main.tf": terraform}
    made(tmp_path, files)


WRONG = ("[]", "{}", "7", "'x'", "null", "[[1], {a: b}]", "{a: [1, {b: 2}]}", "true", "2026-01-01")


@pytest.mark.parametrize("value", WRONG)
def test_values_of_wrong_types_at_every_place_break_nothing(tmp_path: Path, value: str) -> None:
    tops = ("metadata", "spec", "data", "stringData")
    metadata = "{name: n, namespace: shop}"
    objects = [
        f"apiVersion: v1\nkind: {kind}\nmetadata: {metadata}\n{top}: {value}\n".replace(
            f"metadata: {metadata}\n" if top == "metadata" else "\0", ""
        )
        for kind in ("Deployment", "Service", "Ingress", "Secret", "ConfigMap", "NetworkPolicy", "HTTPRoute", "CronJob",
                     "ServiceAccount", "ExternalSecret", "Gateway", "VirtualService", "RoleBinding", "StatefulSet")
        for top in tops
    ]  # fmt: skip
    places = (
        "selector", "template", "ports", "rules", "ingress", "egress", "podSelector", "parentRefs", "hosts", "http",
        "data", "dataFrom", "tls", "jobTemplate", "type", "policyTypes", "listeners", "parameters", "gateways",
    )  # fmt: skip
    for kind in ("Deployment", "Service", "Ingress", "NetworkPolicy", "HTTPRoute", "ExternalSecret", "VirtualService"):
        objects += [
            f"apiVersion: v1\nkind: {kind}\nmetadata: {{name: {value}, namespace: {value}, labels: {value}, "
            f"annotations: {value}}}\nspec: {{{place}: {value}}}\n"
            for place in places
        ]
    pod = ("containers", "initContainers", "volumes", "serviceAccountName", "hostNetwork", "imagePullSecrets")
    objects += [
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\n"
        f"spec: {{template: {{metadata: {{labels: {value}}}, spec: {{{part}: {value}}}}}}}\n"
        for part in pod
    ]
    inside = ("env", "envFrom", "ports", "image", "name", "args", "command", "volumeMounts")
    objects += [
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\n"
        f"spec: {{template: {{spec: {{containers: [{{name: m, {part}: {value}}}]}}}}}}\n"
        for part in inside
    ]
    compose = "".join(
        f"  s{number}: {{image: 'a:1', {part}: {value}}}\n"
        for number, part in enumerate(("environment", "depends_on", "links", "networks", "build", "ports", "labels"))
    )
    found = made(tmp_path, {"k.yaml": "---\n".join(objects), "docker-compose.yml": f"services:\n{compose}"})
    assert not any(one.kind in (HOLDS, RelationKind.EXPOSES, RelationKind.WRITES) for one in found.relations)


def test_security_groups_that_name_each_other_in_a_ring(tmp_path: Path) -> None:
    def group(name: str, other: str) -> str:
        return (
            f'resource "aws_security_group" "{name}" {{\n  ingress {{\n    from_port = 5432\n    to_port = 5432\n'
            f'    protocol = "tcp"\n    security_groups = [aws_security_group.{other}.id]\n  }}\n'
            '  egress {\n    from_port = 0\n    to_port = 0\n    protocol = "-1"\n'
            '    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n'
        )

    text = group("a", "b") + group("b", "c") + group("c", "a")
    text += 'resource "aws_instance" "m" {\n  vpc_security_group_ids = [aws_security_group.b.id]\n}\n'
    text += 'resource "aws_db_instance" "d" {\n  engine = "postgres"\n'
    text += "  vpc_security_group_ids = [aws_security_group.a.id]\n}\n"
    found = made(tmp_path, {"main.tf": text})
    reach = edges(found, RelationKind.CAN_REACH)
    assert ("aws_instance.m", "aws_db_instance.d") in reach
    assert ("aws_db_instance.d", "aws_instance.m") not in reach


ROLE = 'resource "aws_iam_role" "r" {\n  name = "r"\n  assume_role_policy = "{}"\n}\n'
BUCKET = 'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n'


@pytest.mark.parametrize(
    "policy",
    [
        "{}", "[]", "7", '""', '"not json"', '{"Statement": null}', '{"Statement": 3}', '{"Statement": "Allow"}',
        '{"Statement": [[], 3, null, {"Effect": []}]}', '{"Statement": {"Effect": "Allow"}}',
        '{"Statement": {"Effect": "Allow", "Action": 3, "Resource": 4}}',
        '{"Statement": {"Effect": "Allow", "Action": {"a": 1}, "Resource": "*"}}',
        '{"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": null}}',
        '{"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": [[], {}, 3]}}',
        '{"Statement": {"Effect": "Allow", "Action": "s3", "Resource": "*"}}',
        '{"Statement": {"Effect": "Allow", "Action": ":", "Resource": ":::::"}}',
        '{"Statement": {"Effect": "Perhaps", "Action": "s3:*", "Resource": "*"}}',
        '{"Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}}',
    ],
)  # fmt: skip
def test_odd_policies_give_nothing(tmp_path: Path, policy: str) -> None:
    attached = f"role = aws_iam_role.r.id\n  policy = <<E\n{policy}\nE\n"
    text = ROLE + BUCKET + 'resource "aws_iam_role_policy" "p" {\n  ' + attached + "}\n"
    found = made(tmp_path, {"main.tf": text})
    assert not edges(found, READS)
    assert not edges(found, RelationKind.WRITES)


def test_what_another_policy_denies_is_not_sure(tmp_path: Path) -> None:
    def policy(name: str, effect: str, action: str, condition: str = "") -> str:
        return (
            f'resource "aws_iam_role_policy" "{name}" {{\n  role = aws_iam_role.r.id\n  policy = jsonencode({{\n'
            f'    Statement = [{{\n      Effect = "{effect}", Action = ["{action}"],\n'
            f"      Resource = [aws_s3_bucket.b.arn]{condition}\n    }}]\n"
            "  })\n}\n"
        )

    both = ROLE + BUCKET + policy("p", "Allow", "s3:*")
    role_to_bucket = ("aws_iam_role.r", "aws_s3_bucket.b")
    found = made(tmp_path / "part", {"main.tf": both + policy("q", "Deny", "s3:DeleteObject*")})
    assert edges(found, RelationKind.WRITES) == {role_to_bucket: Confidence.HIGH}  # it may still put objects there
    condition = ', Condition = { Bool = { "aws:SecureTransport" = "false" } }'
    found = made(
        tmp_path / "plain", {"main.tf": both + policy("q", "Deny", "s3:PutObject") + policy("s", "Deny", "s3:Delete*")}
    )
    assert edges(found, READS) == {role_to_bucket: Confidence.HIGH}
    assert edges(found, RelationKind.WRITES) == {role_to_bucket: Confidence.LOW}
    [written] = [one for one in found.relations if one.kind is RelationKind.WRITES]
    assert "denies s3:PutObject" in written.derived_from
    found = made(tmp_path / "condition", {"main.tf": both + policy("q", "Deny", "s3:*", condition)})
    assert edges(found, RelationKind.WRITES) == {role_to_bucket: Confidence.HIGH}


def test_objects_of_distant_folders_without_namespace_are_less_sure(tmp_path: Path) -> None:
    web = deployment("web", "{name: API_URL, value: 'http://api'}", namespace="")
    api = deployment("api", namespace="") + service("api", namespace="")
    one = {"shop/k8s/web.yaml": web, "shop/k8s/api.yaml": api}
    assert set(edges(made(tmp_path / "near", one), CALLS).values()) == {Confidence.HIGH}
    two = {"shop/k8s/web.yaml": web, "other/team/api.yaml": api}
    assert set(edges(made(tmp_path / "far", two), CALLS).values()) == {Confidence.MEDIUM}
    three = {**two, "third/group/api.yaml": api}
    assert set(edges(made(tmp_path / "many", three), CALLS).values()) == {Confidence.LOW}


def test_a_service_account_acts_as_the_role_that_trusts_it(tmp_path: Path) -> None:
    role = (
        'resource "aws_iam_openid_connect_provider" "eks" {\n  url = "https://oidc.example"\n}\n'
        'resource "aws_iam_role" "r" {\n  name = "orders-role"\n  assume_role_policy = jsonencode({ Statement = [{\n'
        '    Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity",\n'
        "    Principal = { Federated = aws_iam_openid_connect_provider.eks.arn }\n  }] })\n}\n"
    )

    def account(arn: str) -> str:
        return (
            "---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  namespace: shop\n"
            f"  annotations: {{eks.amazonaws.com/role-arn: {arn}}}\n"
        )

    run = deployment("orders", more="      serviceAccountName: orders\n")
    arn = "'arn:aws:iam::123456789012:role/{}'"
    files = {"main.tf": role, "k.yaml": run + account(arn.format("orders-role"))}
    found = made(tmp_path / "same", files)
    acts = edges(found, RelationKind.RUNS_AS)
    assert acts["Deployment/shop/orders", "ServiceAccount/shop/orders"] is Confidence.HIGH
    assert acts["ServiceAccount/shop/orders", "aws_iam_role.r"] is Confidence.MEDIUM
    assert ("aws_iam_role.r", "aws_iam_openid_connect_provider.eks") in edges(found, TRUSTS)
    found = made(tmp_path / "other", {**files, "k.yaml": run + account(arn.format("payments-role"))})
    assert ("ServiceAccount/shop/orders", "aws_iam_role.r") not in edges(found, RelationKind.RUNS_AS)
    assert any(end.reason == "no such identity was read" for end in found.loose_ends)


def test_an_external_secret_reads_only_an_entry_that_is_made(tmp_path: Path) -> None:
    entry = 'resource "aws_secretsmanager_secret" "s" {\n  name = "orders/db"\n}\n'
    copy = (
        "apiVersion: external-secrets.io/v1beta1\nkind: ExternalSecret\nmetadata: {name: db-creds, namespace: shop}\n"
        "spec:\n  data: [{secretKey: password, remoteRef: {key: %s}}]\n"
    )
    files = {"main.tf": entry, "k.yaml": copy % "orders/db" + deployment("orders", given("db-creds"))}
    reads = edges(made(tmp_path / "made", files), READS)
    assert reads["ExternalSecret/shop/db-creds", "aws_secretsmanager_secret.s"] is Confidence.MEDIUM
    assert reads["Deployment/shop/orders", "ExternalSecret/shop/db-creds"] is Confidence.HIGH
    found = made(tmp_path / "gone", {**files, "k.yaml": copy % "payments/db"})
    assert not edges(found, READS)
    assert any("payments/db" in end.wanted for end in found.loose_ends)
