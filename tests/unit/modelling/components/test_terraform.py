"""What Terraform resources make: kinds, engines, exposure, traits, keys and parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import Component, ComponentKind, Confidence, Exposure, LayerId
from scanner.domain.artifact import Source
from scanner.domain.resource import ResourceKind
from scanner.domain.system import System
from scanner.modelling.components.terraform import draft_terraform
from scanner.modelling.components.terraform_keys import image_repository
from scanner.modelling.index import Index
from scanner.modelling.model import build_model
from scanner.parsers import default_parsers
from scanner.pipeline import read
from scanner.pipeline.stages import parse
from scanner.sources.repository import RepositoryReader


def parsed(root: Path, files: dict[str, str]) -> System:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content)
    reader = RepositoryReader(root)
    reading = read(reader)
    found = parse(default_parsers(), reading, reader, lambda _: None)
    return System(
        source=Source(uri="x"), artifacts=reading.artifacts, resources=found.resources, references=found.references
    )


def components(root: Path, text: str) -> dict[str, Component]:
    model = build_model(parsed(root, {"main.tf": text}))
    return {component.id: component for component in model.components}


def block(kind: str, body: str = "", name: str = "x") -> str:
    return f'resource "{kind}" "{name}" {{\n{body}\n}}\n'


@pytest.mark.parametrize(
    ("kind", "body", "exposure"),
    [
        ("aws_lb", "", Exposure.INTERNET),
        ("aws_lb", "internal = true", Exposure.INTERNAL),
        ("aws_lb", "internal = var.unknown", Exposure.UNKNOWN),
        ("aws_db_instance", "", Exposure.INTERNAL),
        ("aws_db_instance", "publicly_accessible = true", Exposure.INTERNET),
        ("aws_db_instance", "publicly_accessible = var.unknown", Exposure.UNKNOWN),
        ("azurerm_storage_account", "public_network_access_enabled = false", Exposure.INTERNAL),
        ("azurerm_storage_account", "public_network_access_enabled = true", Exposure.INTERNET),
        ("azurerm_storage_account",
         'public_network_access_enabled = true\nnetwork_rules {\n  default_action = "Deny"\n}', Exposure.UNKNOWN),
        ("azurerm_container_app", "ingress {\n  external_enabled = true\n}", Exposure.INTERNET),
        ("azurerm_container_app", "ingress {\n  external_enabled = var.unknown\n}", Exposure.UNKNOWN),
        ("azurerm_container_app", "", Exposure.INTERNAL),
        ("google_cloud_run_v2_service", 'ingress = "INGRESS_TRAFFIC_INTERNAL_ONLY"', Exposure.INTERNAL),
        ("google_cloud_run_v2_service", "", Exposure.INTERNET),
        ("aws_api_gateway_rest_api", 'endpoint_configuration {\n  types = ["PRIVATE"]\n}', Exposure.INTERNAL),
        ("aws_api_gateway_rest_api", "endpoint_configuration {\n  types = var.unknown\n}", Exposure.UNKNOWN),
        ("aws_lambda_function", "", Exposure.INTERNAL),
    ],
)  # fmt: skip
def test_exposure_is_what_attributes_say(tmp_path: Path, kind: str, body: str, exposure: Exposure) -> None:
    made = components(tmp_path, 'variable "unknown" {}\n' + block(kind, body))
    assert made[f"{kind}.x"].exposure is exposure


@pytest.mark.parametrize(
    ("kind", "body", "engine"),
    [
        ("aws_db_instance", 'engine = "postgres"', "postgresql"),
        ("aws_rds_cluster", 'engine = "aurora-postgresql"', "postgresql"),
        ("aws_db_instance", 'engine = "sqlserver-ex"', "sqlserver"),
        ("aws_db_instance", 'variable = "x"', ""),
        ("aws_elasticache_cluster", 'engine = "memcached"', "memcached"),
        ("google_sql_database_instance", 'database_version = "MYSQL_8_0"', "mysql"),
        ("azurerm_cosmosdb_account", 'kind = "MongoDB"', "mongodb"),
        ("azurerm_cosmosdb_account", "", "cosmosdb"),
        ("aws_s3_bucket", "", "object"),
        ("azurerm_healthcare_fhir_service", "", "fhir"),
    ],
)
def test_engines_come_from_attributes_else_from_the_type(tmp_path: Path, kind: str, body: str, engine: str) -> None:
    assert components(tmp_path, block(kind, body))[f"{kind}.x"].engine == engine


def test_a_service_and_its_task_definition_are_one_component(tmp_path: Path) -> None:
    image = "1.dkr.ecr.eu-west-2.amazonaws.com/shop/api:3"
    made = parsed(tmp_path, {"main.tf": (
        block("aws_ecs_service", "task_definition = aws_ecs_task_definition.t.arn", "s")
        + block("aws_ecs_task_definition",
                f'container_definitions = jsonencode([{{ name = "a", image = "{image}" }}])', "t")
    )})  # fmt: skip
    (component,) = build_model(made).components
    assert component.id == "aws_ecs_service.s"
    assert component.resources == ("aws_ecs_service.s", "aws_ecs_task_definition.t")
    keys = {(key.kind, key.value) for draft in draft_terraform(Index(made)) for key in draft.keys}
    assert ("image", "shop/api") in keys


def test_a_task_definition_of_two_services_stands_for_itself(tmp_path: Path) -> None:
    named = "task_definition = aws_ecs_task_definition.t.arn"
    two = block("aws_ecs_service", named, "a") + block("aws_ecs_service", named, "b")
    made = components(tmp_path, two + block("aws_ecs_task_definition", "", "t"))
    assert set(made) == {"aws_ecs_service.a", "aws_ecs_service.b", "aws_ecs_task_definition.t"}


def test_instances_of_a_database_cluster_are_part_of_it(tmp_path: Path) -> None:
    instance = "cluster_identifier = aws_rds_cluster.c.id\npublicly_accessible = true"
    made = components(
        tmp_path,
        block("aws_rds_cluster", 'engine = "aurora-mysql"', "c")
        + block("aws_rds_cluster_instance", instance, "a")
        + block("aws_rds_cluster_instance", instance, "b"),
    )
    assert set(made) == {"aws_rds_cluster.c"}
    assert made["aws_rds_cluster.c"].exposure is Exposure.INTERNET


def test_a_bucket_says_what_it_keeps(tmp_path: Path) -> None:
    made = components(
        tmp_path,
        block("aws_s3_bucket", "", "a")
        + block("aws_s3_bucket", "", "b")
        + block("aws_s3_bucket", "", "c")
        + block("aws_dynamodb_table", 'name = "user-sessions"\ntags = { Environment = "prod" }', "t")
        + block("aws_s3_bucket_logging", "bucket = aws_s3_bucket.a.id\ntarget_bucket = aws_s3_bucket.b.id")
        + block("aws_s3_bucket_website_configuration", "bucket = aws_s3_bucket.c.id"),
    )
    traits = {component.title: component.traits for component in made.values()}
    assert traits == {"a": (), "b": ("logs",), "c": ("static-site",), "t": ("production", "session-store")}


def test_layers_are_sure_where_they_cannot_be_otherwise(tmp_path: Path) -> None:
    made = components(
        tmp_path,
        block("aws_db_instance")
        + block("aws_lambda_function", "", "pay")
        + block("aws_lambda_function", "", "shop_ui")
        + block("aws_lambda_function", 'tags = { "nhs.uk/layer" = "integration" }', "told"),
    )
    found = {one.title: (one.layer, one.layer_confidence, one.declared) for one in made.values()}
    assert found == {
        "x": (LayerId.DATA, Confidence.HIGH, False),
        "pay": (LayerId.SERVICE, Confidence.LOW, False),
        "shop_ui": (LayerId.PRESENTATION, Confidence.LOW, False),
        "told": (LayerId.INTEGRATION, Confidence.HIGH, True),
    }


def test_parameters_are_secrets_unless_known_to_be_open(tmp_path: Path) -> None:
    made = components(
        tmp_path,
        'variable "t" {}\n'
        + block("aws_ssm_parameter", 'type = "String"', "open")
        + block("aws_ssm_parameter", 'type = "SecureString"', "shut")
        + block("aws_ssm_parameter", "type = var.t", "either"),
    )
    assert {one.title: one.kind for one in made.values()} == {
        "open": ComponentKind.CONFIGURATION,
        "shut": ComponentKind.SECRET,
        "either": ComponentKind.SECRET,
    }


def test_records_say_under_which_host_an_edge_is_known(tmp_path: Path) -> None:
    alias = 'name = "api.example.nhs.uk"\nalias {\n  name = aws_lb.e.dns_name\n}'
    made = parsed(tmp_path, {"main.tf": block("aws_lb", "", "e") + block("aws_route53_record", alias)})
    (draft,) = draft_terraform(Index(made))
    assert ("lookup:host", "api.example.nhs.uk") in {(key.kind, key.value) for key in draft.keys}


def test_hostile_values_do_not_stop_it(tmp_path: Path) -> None:
    body = 'engine = [[{}]]\nname = {}\nacl = 7\ntype = []\ningress = "x"\nendpoint_configuration = 3\nkind = null'
    kinds = ("aws_db_instance", "aws_ssm_parameter", "azurerm_container_app", "aws_api_gateway_rest_api")
    made = parsed(tmp_path, {"main.tf": "".join(block(kind, body) for kind in kinds)})
    assert len(list(Index(made).of(ResourceKind.TERRAFORM))) == len(kinds)
    assert len(build_model(made).components) == len(kinds)


@pytest.mark.parametrize(
    ("image", "name"),
    [
        ("1.dkr.ecr.eu-west-2.amazonaws.com/shop/api:3", "shop/api"),
        ("localhost:5000/api@sha256:00", "api"),
        ("library/postgres:16", "library/postgres"),
        ("postgres", "postgres"),
    ],
)
def test_image_names_lose_registry_tag_and_digest(image: str, name: str) -> None:
    assert image_repository(image) == name
