"""Components, layers and relations of small systems, read by the real parsers."""

from __future__ import annotations

from pathlib import Path

from scanner.domain.architecture import ArchitectureModel, Component, Exposure, LayerId, RelationKind
from scanner.domain.artifact import Location, Source
from scanner.domain.resource import Reference, Resource, ResourceKind
from scanner.domain.system import System
from scanner.modelling.model import build_model
from scanner.parsers import default_parsers
from scanner.pipeline import read
from scanner.pipeline.stages import model, parse
from scanner.sources.repository import RepositoryReader


def system(root: Path, files: dict[str, str]) -> System:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    reader = RepositoryReader(root)
    reading = read(reader)
    return model(reader, reading, parse(default_parsers(), reading, reader, lambda _: None), lambda _: None)


def built(resources: list[Resource], references: list[Reference]) -> ArchitectureModel:
    source = Source(uri="x")
    return build_model(System(source=source, artifacts=(), resources=tuple(resources), references=tuple(references)))


def by_title(made: System) -> dict[str, Component]:
    return {component.title: component for component in made.model.components}


def deployment(name: str, image: str, env: str = "", labels: str = "") -> str:
    return f"""\
apiVersion: apps/v1
kind: Deployment
metadata: {{name: {name}, namespace: shop}}
spec:
  selector: {{matchLabels: {{app: {name}}}}}
  template:
    metadata: {{labels: {{app: {name}{labels}}}}}
    spec:
      containers:
        - name: main
          image: {image}
          env: [{env}]
"""


def service(name: str) -> str:
    head = f"---\napiVersion: v1\nkind: Service\nmetadata: {{name: {name}, namespace: shop}}\n"
    return head + f"spec: {{selector: {{app: {name}}}}}\n"


def test_layers_are_declared_or_inferred_with_a_reason(tmp_path: Path) -> None:
    made = by_title(system(tmp_path, {
        "db.yaml": deployment("orders-db", "postgres:16"),
        "web.yaml": deployment("shop-web", "shop:1"),
        "api.yaml": deployment("orders", "orders:1"),
        "said.yaml": deployment("portal", "x:1", labels=", nhs.uk/layer: integration"),
        "main.tf": 'resource "aws_dynamodb_table" "t" {\n  name = "t"\n}\n',
        "edge.tf": 'resource "aws_lb" "edge" {\n  internal = false\n}\n',
        "ui/package.json": '{"dependencies": {"react": "19.0.0"}}',
        "svc/requirements.txt": "fastapi==0.115\n",
    }))  # fmt: skip
    layers = {title: component.layer for title, component in made.items()}
    assert layers == {
        "orders-db": LayerId.DATA,
        "shop-web": LayerId.PRESENTATION,
        "orders": LayerId.SERVICE,
        "portal": LayerId.INTEGRATION,
        "t": LayerId.DATA,
        "edge": LayerId.HOSTING,
        "ui": LayerId.PRESENTATION,
        "svc": LayerId.SERVICE,
    }
    assert made["portal"].declared
    assert not made["shop-web"].declared
    assert "postgres:16" in made["orders-db"].layer_reason
    assert made["edge"].exposure == "internet"


def test_a_connection_string_in_a_config_map_is_a_relation_with_its_place(tmp_path: Path) -> None:
    from_map = "{name: C, valueFrom: {configMapKeyRef: {name: cfg, key: db}}}"
    made = system(tmp_path, {
        "db.yaml": deployment("sql-data", "mcr.microsoft.com/mssql/server:2019-latest") + service("sql-data"),
        "app.yaml": deployment("catalog", "catalog:1", env=from_map),
        "cfg.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: cfg, namespace: shop}\ndata:\n"
        "  other: x\n  db: Server=sql-data;Database=c;User Id=sa;Password=Pass@word\n",
        "far.yaml": deployment("elsewhere", "x:1", env="{name: H, value: 'http://nobody:80'}"),
    })  # fmt: skip
    (relation,) = [
        one
        for one in made.model.relations
        if one.kind is RelationKind.HOLDS_CREDENTIAL_OF and one.source == "Deployment/shop/catalog"
    ]
    assert relation.target == "Deployment/shop/sql-data"
    assert relation.via == "ConfigMap/shop/cfg"
    assert [(one.location.path, one.location.start_line) for one in relation.proof[:2]] == [
        ("app.yaml", 12),
        ("cfg.yaml", 6),
    ]
    assert "Pass@word" not in made.model.model_dump_json()


def test_names_bind_within_their_namespace_and_folder(tmp_path: Path) -> None:
    terraform = (
        'resource "aws_dynamodb_table" "t" {\n  name = "t"\n}\nresource "aws_lambda_function" "f" {\n'
        "  environment {\n    variables = { T = aws_dynamodb_table.t.name }\n  }\n}\n"
    )
    other = deployment("db", "postgres:16").replace("shop", "other") + service("db").replace("shop", "other")
    made = system(tmp_path, {
        "one/main.tf": terraform, "two/main.tf": terraform,
        "db.yaml": other, "api.yaml": deployment("api", "a:1", env="{name: DB_HOST, value: db}"),
    })  # fmt: skip
    calls = (relation for relation in made.model.relations if relation.kind is RelationKind.CALLS)
    pairs = {(relation.source, relation.target) for relation in calls}
    assert pairs == {
        ("one:aws_lambda_function.f", "one:aws_dynamodb_table.t"),
        ("two:aws_lambda_function.f", "two:aws_dynamodb_table.t"),
    }


def test_every_relation_ends_in_components_that_exist(tmp_path: Path) -> None:
    made = system(
        tmp_path,
        {
            "db.yaml": deployment("db", "postgres:16") + service("db"),
            "a.yaml": deployment("a", "a:1", env="{name: HOST, value: db}"),
        },
    )
    known = {component.id for component in made.model.components}
    assert made.model.relations
    assert all({relation.source, relation.target} <= known for relation in made.model.relations)


def table(environment: str, key: str = "", *, path: str = "modules/data/main.tf", line: int = 3) -> Resource:
    return Resource(
        address=f"module.data{key}.aws_db_instance.db",
        declaration="aws_db_instance.db",
        environment=environment,
        kind=ResourceKind.TERRAFORM,
        type="aws_db_instance",
        name="db",
        attributes={"publicly_accessible": key == '["b"]'},
        location=Location(path=path, start_line=line),
        module_path=("data",),
    )


def balancer(environment: str) -> Resource:
    update = {
        "address": "aws_lb.edge", "declaration": "aws_lb.edge", "type": "aws_lb", "name": "edge", "module_path": (),
        "location": Location(path="live/main.tf"),
    }  # fmt: skip
    return table(environment).model_copy(update=update)


def test_instances_in_all_environments_are_one_component_with_one_relation() -> None:
    names = ("dev", "prod")
    resources = [one for name in names for one in (table(name, '["a"]'), table(name, '["b"]'), balancer(name))]
    references = [
        Reference(
            source="aws_lb.edge", target=f'module.data["{key}"].aws_db_instance.db', attribute="x", environment=name,
            location=Location(path="live/main.tf", start_line=2),
        )
        for name in names
        for key in "ab"
    ]  # fmt: skip
    made = built(resources, references)
    assert [component.id for component in made.components] == ["module.data.aws_db_instance.db", "aws_lb.edge"]
    store = made.components[0]
    assert store.resources == ('module.data["a"].aws_db_instance.db', 'module.data["b"].aws_db_instance.db')
    assert store.exposure is Exposure.INTERNET
    (relation,) = made.relations
    assert (relation.source, relation.target) == ("aws_lb.edge", "module.data.aws_db_instance.db")
    assert relation.derived_from == "aws_lb.edge names module.data.aws_db_instance.db in x"


def test_blocks_of_the_same_name_in_two_folders_are_two_components() -> None:
    made = built([table("a", path="a/main.tf"), table("b", path="b/main.tf"), table("b", path="b/main.tf")], [])
    assert [component.id for component in made.components] == [
        "a:module.data.aws_db_instance.db",
        "b:module.data.aws_db_instance.db",
    ]


def test_a_reference_binds_within_its_environment_only() -> None:
    reference = Reference(
        source="aws_lb.edge",
        target="module.data.aws_db_instance.db",
        environment="prod",
        location=Location(path="x.tf"),
    )
    assert built([balancer("dev"), table("prod")], [reference]).relations == ()
    assert len(built([balancer("prod"), table("prod")], [reference]).relations) == 1


def test_a_service_leads_to_the_workloads_that_have_all_its_labels(tmp_path: Path) -> None:
    both, wrong = ", tier: back, side: left", ", tier: back, side: right"
    split = service("split").replace("{app: split}", "{tier: back, side: left}")
    number = service("number").replace("{app: number}", "{side: 7}")
    made = system(tmp_path, {
        "a.yaml": deployment("a", "a:1", labels=both), "b.yaml": deployment("b", "b:1", labels=both),
        "c.yaml": deployment("c", "c:1", labels=wrong), "d.yaml": deployment("d", "d:1", labels=", side: 7"),
        "caller.yaml": deployment("caller", "x:1", env="{name: SPLIT_HOST, value: split}, {name: NUMBER_URL, value: 'http://number'}"),
        "services.yaml": split + number,
    })  # fmt: skip
    found = {relation.target for relation in made.model.relations if relation.source == "Deployment/shop/caller"}
    assert found == {"Deployment/shop/a", "Deployment/shop/b", "Deployment/shop/d"}
