"""What each Terraform type is in an architecture: a store and its engine, an edge, something that computes."""

from __future__ import annotations

from typing import NamedTuple

from scanner.domain.architecture import ComponentKind, Confidence, LayerId


class TypeFacts(NamedTuple):
    """What a type says by itself."""

    kind: ComponentKind
    layer: LayerId
    engine: str = ""
    """Of a store: what it speaks, unless its attributes say otherwise."""
    confidence: Confidence = Confidence.HIGH
    """Low where the type leaves open in which layer it is: what computes may do anything."""


_STORES = {
    "postgresql": "azurerm_postgresql_server azurerm_postgresql_flexible_server google_alloydb_cluster "
    "azurerm_cosmosdb_postgresql_cluster",
    "mysql": "azurerm_mysql_server azurerm_mysql_flexible_server",
    "mariadb": "azurerm_mariadb_server",
    "sqlserver": "azurerm_mssql_server azurerm_mssql_database azurerm_mssql_managed_instance azurerm_sql_server "
    "azurerm_sql_database azurerm_mssql_managed_database azurerm_mssql_elasticpool",
    "": "aws_db_instance aws_rds_cluster aws_rds_global_cluster google_sql_database_instance google_sql_database "
    "aws_rds_cluster_instance",
    "dynamodb": "aws_dynamodb_table",
    "mongodb": "aws_docdb_cluster aws_docdbelastic_cluster mongodbatlas_cluster mongodbatlas_advanced_cluster "
    "azurerm_cosmosdb_mongo_database",
    "neptune": "aws_neptune_cluster",
    "redshift": "aws_redshift_cluster aws_redshiftserverless_workgroup",
    "redis": "aws_elasticache_replication_group aws_elasticache_cluster aws_elasticache_serverless_cache "
    "aws_memorydb_cluster azurerm_redis_cache azurerm_redis_enterprise_cluster azurerm_managed_redis "
    "google_redis_instance google_redis_cluster",
    "memcached": "google_memcache_instance",
    "search": "aws_opensearch_domain aws_elasticsearch_domain aws_opensearchserverless_collection "
    "azurerm_search_service",
    "cassandra": "aws_keyspaces_table",
    "timestream": "aws_timestreamwrite_table",
    "object": "aws_s3_bucket azurerm_storage_account azurerm_storage_container google_storage_bucket",
    "file": "aws_efs_file_system aws_fsx_lustre_file_system aws_fsx_windows_file_system aws_fsx_ontap_file_system "
    "aws_fsx_openzfs_file_system azurerm_storage_share azurerm_netapp_volume google_filestore_instance",
    "table": "azurerm_storage_table",
    "cosmosdb": "azurerm_cosmosdb_account azurerm_cosmosdb_sql_database",
    "synapse": "azurerm_synapse_workspace",
    "kusto": "azurerm_kusto_cluster",
    "fhir": "azurerm_healthcare_fhir_service azurerm_healthcare_service google_healthcare_fhir_store "
    "awscc_healthlake_fhir_datastore",
    "dicom": "azurerm_healthcare_dicom_service google_healthcare_dicom_store",
    "hl7v2": "google_healthcare_hl7_v2_store",
    "spanner": "google_spanner_instance google_spanner_database",
    "bigtable": "google_bigtable_instance",
    "firestore": "google_firestore_database",
    "bigquery": "google_bigquery_dataset",
}
_EDGES = (
    "aws_lb aws_alb aws_elb aws_cloudfront_distribution aws_api_gateway_rest_api aws_apigatewayv2_api "
    "aws_api_gateway_domain_name aws_apigatewayv2_domain_name aws_appsync_graphql_api aws_lambda_function_url "
    "aws_globalaccelerator_accelerator aws_globalaccelerator_custom_routing_accelerator aws_transfer_server "
    "azurerm_application_gateway azurerm_cdn_frontdoor_profile azurerm_cdn_profile azurerm_frontdoor "
    "azurerm_api_management azurerm_lb azurerm_traffic_manager_profile "
    "google_compute_global_forwarding_rule google_compute_forwarding_rule google_api_gateway_gateway "
    "google_apigee_instance google_apigee_envgroup"
)
_COMPUTE = (
    "aws_lambda_function aws_ecs_service aws_instance aws_spot_instance_request aws_autoscaling_group "
    "aws_apprunner_service aws_elastic_beanstalk_environment aws_lightsail_instance aws_batch_job_definition "
    "aws_sfn_state_machine aws_glue_job aws_codebuild_project aws_eks_node_group aws_emr_cluster "
    "azurerm_linux_web_app azurerm_windows_web_app azurerm_app_service azurerm_linux_function_app "
    "azurerm_windows_function_app azurerm_function_app azurerm_function_app_flex_consumption azurerm_container_app "
    "azurerm_container_app_job azurerm_container_group azurerm_logic_app_standard azurerm_logic_app_workflow "
    "azurerm_linux_virtual_machine azurerm_windows_virtual_machine azurerm_virtual_machine azurerm_data_factory "
    "azurerm_linux_virtual_machine_scale_set azurerm_windows_virtual_machine_scale_set azurerm_databricks_workspace "
    "google_cloud_run_service google_cloud_run_v2_service google_cloud_run_v2_job google_cloudfunctions_function "
    "google_cloudfunctions2_function google_compute_instance google_compute_instance_group_manager "
    "google_compute_region_instance_group_manager google_app_engine_standard_app_version "
    "google_app_engine_flexible_app_version google_workflows_workflow "
    "vsphere_virtual_machine proxmox_virtual_environment_vm proxmox_vm_qemu proxmox_lxc libvirt_domain "
    "proxmox_virtual_environment_container nutanix_virtual_machine openstack_compute_instance_v2 "
    "vcd_vapp_vm hyperv_machine_instance digitalocean_droplet hcloud_server "
    # what the ones above are made of, where nothing above names them
    "aws_ecs_task_definition aws_launch_template aws_launch_configuration google_compute_instance_template"
)
_QUEUES = (
    "aws_sqs_queue aws_sns_topic aws_kinesis_stream aws_kinesis_firehose_delivery_stream aws_mq_broker "
    "aws_msk_cluster aws_msk_serverless_cluster aws_cloudwatch_event_bus "
    "azurerm_servicebus_namespace azurerm_servicebus_queue azurerm_servicebus_topic azurerm_eventhub_namespace "
    "azurerm_eventhub azurerm_eventgrid_topic azurerm_eventgrid_system_topic azurerm_eventgrid_domain "
    "azurerm_storage_queue google_pubsub_topic google_cloud_tasks_queue"
)
_CLUSTERS = (
    "aws_eks_cluster aws_ecs_cluster azurerm_kubernetes_cluster azurerm_container_app_environment "
    "azurerm_service_plan azurerm_app_service_plan google_container_cluster aws_batch_compute_environment "
    "digitalocean_kubernetes_cluster"
)
_IDENTITIES = (
    "aws_iam_role aws_iam_user aws_iam_group aws_cognito_user_pool aws_cognito_identity_pool "
    "aws_iam_openid_connect_provider azurerm_user_assigned_identity azurerm_aadb2c_directory "
    "azuread_service_principal google_service_account google_iam_workload_identity_pool google_identity_platform_config"
)
_NETWORKS = (
    "aws_vpc aws_default_vpc aws_subnet aws_default_subnet aws_security_group aws_default_security_group "
    "aws_networkfirewall_firewall azurerm_virtual_network azurerm_subnet azurerm_network_security_group "
    "azurerm_firewall google_compute_network google_compute_subnetwork google_compute_firewall "
    "google_vpc_access_connector"
)
_SECRETS = (
    "aws_secretsmanager_secret azurerm_key_vault azurerm_key_vault_secret google_secret_manager_secret "
    "google_secret_manager_regional_secret vault_kv_secret_v2 vault_mount"
)
_CONFIGURATIONS = "aws_appconfig_application azurerm_app_configuration azurerm_app_configuration_key"
_IMAGES = "aws_ecr_repository aws_ecrpublic_repository azurerm_container_registry google_artifact_registry_repository"
PARAMETER = "aws_ssm_parameter"
"""A secret or a setting, as its attribute ``type`` says."""


def _facts() -> dict[str, TypeFacts]:
    found = {
        name: TypeFacts(ComponentKind.STORE, LayerId.DATA, engine)
        for engine, names in _STORES.items()
        for name in names.split()
    }
    groups = (
        (_EDGES, TypeFacts(ComponentKind.EDGE, LayerId.HOSTING)),
        (_COMPUTE, TypeFacts(ComponentKind.COMPUTE, LayerId.SERVICE, confidence=Confidence.LOW)),
        ("azurerm_static_web_app azurerm_static_site aws_amplify_app google_firebase_hosting_site",
         TypeFacts(ComponentKind.COMPUTE, LayerId.PRESENTATION, confidence=Confidence.HIGH)),
        (_QUEUES, TypeFacts(ComponentKind.QUEUE, LayerId.INTEGRATION, confidence=Confidence.MEDIUM)),
        (_CLUSTERS, TypeFacts(ComponentKind.CLUSTER, LayerId.HOSTING)),
        (_IDENTITIES, TypeFacts(ComponentKind.IDENTITY, LayerId.HOSTING, confidence=Confidence.MEDIUM)),
        (_NETWORKS, TypeFacts(ComponentKind.NETWORK, LayerId.HOSTING)),
        (_SECRETS, TypeFacts(ComponentKind.SECRET, LayerId.HOSTING, confidence=Confidence.MEDIUM)),
        (PARAMETER, TypeFacts(ComponentKind.CONFIGURATION, LayerId.HOSTING, confidence=Confidence.MEDIUM)),
        (_CONFIGURATIONS, TypeFacts(ComponentKind.CONFIGURATION, LayerId.HOSTING, confidence=Confidence.MEDIUM)),
        (_IMAGES, TypeFacts(ComponentKind.IMAGE, LayerId.HOSTING, confidence=Confidence.MEDIUM)),
    )  # fmt: skip
    for names, facts in groups:
        found.update(dict.fromkeys(names.split(), facts))
    return found


TYPES = _facts()
"""Every type that makes a component; what a part is made of stands behind what it is part of."""
PARTS = {
    "aws_ecs_task_definition": "aws_ecs_service",
    "aws_launch_template": "aws_autoscaling_group",
    "aws_launch_configuration": "aws_autoscaling_group",
    "google_compute_instance_template": "google_compute_instance_group_manager",
}
"""Type of a part to the type of the one whole that names it; named by several wholes, a part stands for itself."""
MEMBERS = {"aws_rds_cluster_instance": "aws_rds_cluster"}
"""Type of a part that itself names its whole, to the type of that."""


def type_facts(resource_type: str) -> TypeFacts | None:
    """What a Terraform type is, or nothing where it makes no component of its own."""
    return TYPES.get(resource_type)
