"""What Terraform types and container images are in an architecture: a store, an edge, something that computes."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase

from scanner.domain.architecture import ComponentKind, LayerId

_TERRAFORM: tuple[tuple[ComponentKind, LayerId, tuple[str, ...]], ...] = (
    (
        ComponentKind.STORE,
        LayerId.DATA,
        (
            "aws_db_instance", "aws_rds_cluster", "aws_dynamodb_table", "aws_docdb_cluster", "aws_neptune_cluster",
            "aws_redshift_cluster", "aws_elasticache_cluster", "aws_elasticache_replication_group",
            "aws_elasticache_serverless_cache", "aws_memorydb_cluster", "aws_opensearch_domain",
            "aws_keyspaces_table", "aws_timestreamwrite_table", "aws_s3_bucket", "aws_efs_file_system",
            "azurerm_mssql_server", "azurerm_mssql_database", "azurerm_mssql_managed_instance",
            "azurerm_postgresql_server", "azurerm_postgresql_flexible_server", "azurerm_mysql_server",
            "azurerm_mysql_flexible_server", "azurerm_mariadb_server", "azurerm_cosmosdb_account",
            "azurerm_redis_cache", "azurerm_storage_account", "azurerm_search_service",
            "azurerm_healthcare_fhir_service", "google_sql_database_instance", "google_spanner_instance",
            "google_alloydb_cluster", "google_bigtable_instance", "google_firestore_database",
            "google_redis_instance", "google_bigquery_dataset", "google_storage_bucket",
            "google_filestore_instance", "google_healthcare_fhir_store",
        ),
    ),
    (
        ComponentKind.EDGE,
        LayerId.HOSTING,
        (
            "aws_lb", "aws_alb", "aws_elb", "aws_cloudfront_distribution", "aws_api_gateway_rest_api",
            "aws_apigatewayv2_api", "aws_appsync_graphql_api", "azurerm_application_gateway",
            "azurerm_cdn_frontdoor_profile", "azurerm_frontdoor", "azurerm_api_management",
            "google_compute_global_forwarding_rule", "google_compute_forwarding_rule",
            "google_api_gateway_gateway",
        ),
    ),
    (
        ComponentKind.COMPUTE,
        LayerId.SERVICE,
        (
            "aws_lambda_function", "aws_ecs_service", "aws_instance", "aws_apprunner_service",
            "aws_elastic_beanstalk_environment", "azurerm_linux_web_app", "azurerm_windows_web_app",
            "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_container_app",
            "azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine", "google_cloud_run_service",
            "google_cloud_run_v2_service", "google_cloudfunctions_function", "google_cloudfunctions2_function",
            "google_compute_instance", "vsphere_virtual_machine", "proxmox_virtual_environment_vm",
            "proxmox_vm_qemu", "libvirt_domain", "nutanix_virtual_machine", "openstack_compute_instance_v2",
        ),
    ),
    (ComponentKind.COMPUTE, LayerId.PRESENTATION, ("azurerm_static_web_app", "aws_amplify_app")),
    (
        ComponentKind.QUEUE,
        LayerId.INTEGRATION,
        (
            "aws_sqs_queue", "aws_sns_topic", "aws_kinesis_stream", "aws_mq_broker", "azurerm_servicebus_namespace",
            "azurerm_eventhub_namespace", "google_pubsub_topic",
        ),
    ),
    (
        ComponentKind.CLUSTER,
        LayerId.HOSTING,
        ("aws_eks_cluster", "aws_ecs_cluster", "azurerm_kubernetes_cluster", "google_container_cluster"),
    ),
    (ComponentKind.IDENTITY, LayerId.SERVICE, ("aws_cognito_user_pool", "azurerm_aadb2c_directory")),
    (
        ComponentKind.NETWORK,
        LayerId.HOSTING,
        (
            "aws_vpc", "aws_subnet", "aws_security_group", "azurerm_virtual_network", "azurerm_subnet",
            "azurerm_network_security_group", "google_compute_network", "google_compute_subnetwork",
            "google_compute_firewall",
        ),
    ),
)  # fmt: skip

_BY_TYPE = {name: (kind, layer) for kind, layer, names in _TERRAFORM for name in names}

_STORE_IMAGES = (
    "postgres", "mysql", "mariadb", "mongo", "mongodb", "mssql", "mssql-server", "server", "redis", "elasticsearch",
    "opensearch", "oracle*", "cassandra", "couchdb", "neo4j", "memcached", "valkey", "iris*",
)  # fmt: skip
_PRESENTATION = re.compile(r"(^|[-_./])(web|ui|frontend|front-end|portal|spa|webapp|website|client)($|[-_./])")


def terraform_kind(resource_type: str) -> tuple[ComponentKind, LayerId] | None:
    """Kind and layer of a Terraform resource type, or None where it is no component of its own."""
    return _BY_TYPE.get(resource_type)


def image_name(image: str) -> str:
    """The last part of an image's name: ``postgres`` for ``docker.io/library/postgres:16@sha256:…``."""
    return image.partition("@")[0].rpartition("/")[2].partition(":")[0].lower()


def is_store_image(image: str) -> bool:
    """Whether an image is a database engine's."""
    name = image_name(image)
    if name == "server":
        return "mssql" in image
    return any(fnmatchcase(name, pattern) for pattern in _STORE_IMAGES)


def names_presentation(name: str) -> bool:
    """Whether a name says that this is what users see; a weak sign."""
    return bool(_PRESENTATION.search(name.lower()))
