"""Terraform types that make no component and only link others: what passes on to what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from scanner.domain.architecture import Confidence


class Link(NamedTuple):
    """A resource that makes one thing pass on to another."""

    sources: tuple[str, ...]
    """Attributes that lead to what passes on."""
    targets: tuple[str, ...]
    """Attributes that lead to what is passed to."""
    word: str
    confidence: Confidence = Confidence.HIGH


def _link(sources: str, targets: str, word: str, confidence: Confidence = Confidence.HIGH) -> Link:
    return Link(tuple(sources.split()), tuple(targets.split()), word, confidence)


LINKS: Mapping[str, Link] = {
    "aws_lb_listener": _link("load_balancer_arn", "default_action", "passes requests on"),
    "aws_alb_listener": _link("load_balancer_arn", "default_action", "passes requests on"),
    "aws_lb_listener_rule": _link("listener_arn", "action", "passes requests on"),
    "aws_alb_listener_rule": _link("listener_arn", "action", "passes requests on"),
    "aws_elb_attachment": _link("elb", "instance", "attaches the instance"),
    "aws_api_gateway_integration": _link("rest_api_id", "uri connection_id", "integrates the two"),
    "aws_apigatewayv2_integration": _link("api_id", "integration_uri connection_id", "integrates the two"),
    "aws_api_gateway_base_path_mapping": _link("domain_name", "api_id", "maps the domain to the API"),
    "aws_apigatewayv2_api_mapping": _link("domain_name", "api_id", "maps the domain to the API"),
    "aws_lambda_permission": _link("source_arn", "function_name", "lets it invoke the function", Confidence.MEDIUM),
    "aws_lambda_event_source_mapping": _link("event_source_arn", "function_name", "hands its messages on"),
    "aws_pipes_pipe": _link("source", "target", "hands its messages on"),
    "aws_sns_topic_subscription": _link("topic_arn", "endpoint", "subscribes to it"),
    "aws_s3_bucket_notification": _link("bucket", "lambda_function queue topic", "tells of its objects"),
    "aws_cloudwatch_event_target": _link("rule event_bus_name", "arn ecs_target", "hands its events on"),
    "aws_appsync_datasource": _link(
        "api_id", "lambda_config dynamodb_config elasticsearch_config opensearchservice_config", "is its source of data"
    ),
    "aws_globalaccelerator_endpoint_group": _link("listener_arn", "endpoint_configuration", "passes requests on"),
    "aws_sqs_queue_redrive_policy": _link("queue_url", "redrive_policy", "hands failed messages on"),
    "azurerm_cdn_frontdoor_route": _link(
        "cdn_frontdoor_endpoint_id", "cdn_frontdoor_origin_group_id", "passes requests on"
    ),
    "azurerm_api_management_backend": _link("api_management_name", "url resource_id", "is its backend"),
    "azurerm_api_management_api": _link("api_management_name", "service_url", "passes requests on"),
    "azurerm_lb_rule": _link("loadbalancer_id", "backend_address_pool_ids", "passes requests on"),
    "azurerm_eventgrid_event_subscription": _link(
        "scope",
        "azure_function_endpoint webhook_endpoint storage_queue_endpoint service_bus_queue_endpoint_id "
        "service_bus_topic_endpoint_id eventhub_endpoint_id",
        "hands its events on",
    ),
    "azurerm_eventgrid_system_topic_event_subscription": _link(
        "system_topic",
        "azure_function_endpoint webhook_endpoint storage_queue_endpoint service_bus_queue_endpoint_id "
        "service_bus_topic_endpoint_id eventhub_endpoint_id",
        "hands its events on",
    ),
    "google_pubsub_subscription": _link("topic", "push_config bigquery_config", "hands its messages on"),
    "google_eventarc_trigger": _link("transport", "destination", "hands its events on"),
}
"""Type of the resource to what it links."""
ENTRIES: Mapping[str, tuple[str, ...]] = {
    "aws_cloudfront_distribution": ("origin",),
    "aws_elb": ("instances",),
    "aws_lambda_function_url": ("function_name",),
    "aws_sqs_queue": ("redrive_policy",),
    "aws_kinesis_firehose_delivery_stream": (
        "extended_s3_configuration", "s3_configuration", "opensearch_configuration", "redshift_configuration",
    ),
    "aws_api_gateway_rest_api": ("body",),
    "aws_apigatewayv2_api": ("body", "target"),
    "azurerm_application_gateway": ("backend_address_pool",),
    "azurerm_frontdoor": ("backend_pool",),
    "azurerm_traffic_manager_profile": (),
    "google_compute_global_forwarding_rule": ("target",),
    "google_compute_forwarding_rule": ("target", "backend_service"),
}  # fmt: skip
"""Components that name in these attributes what they pass on to."""
FORWARDS: Mapping[str, tuple[str, ...]] = {
    "aws_lb_listener": ("load_balancer_arn",),
    "aws_alb_listener": ("load_balancer_arn",),
    "aws_api_gateway_stage": ("rest_api_id",),
    "aws_api_gateway_deployment": ("rest_api_id",),
    "aws_api_gateway_vpc_link": ("target_arns",),
    "aws_apigatewayv2_stage": ("api_id",),
    "aws_lambda_alias": ("function_name",),
    "aws_cloudwatch_event_rule": ("event_bus_name",),
    "aws_globalaccelerator_listener": ("accelerator_arn",),
    "aws_s3_bucket_website_configuration": ("bucket",),
    "aws_lb_target_group_attachment": ("target_id",),
    "azurerm_cdn_frontdoor_endpoint": ("cdn_frontdoor_profile_id",),
    "azurerm_eventgrid_system_topic": ("source_arm_resource_id",),
    "google_compute_target_http_proxy": ("url_map",),
    "google_compute_target_https_proxy": ("url_map",),
    "google_compute_region_target_http_proxy": ("url_map",),
    "google_compute_region_target_https_proxy": ("url_map",),
    "google_compute_target_tcp_proxy": ("backend_service",),
    "google_compute_url_map": ("default_service", "path_matcher"),
    "google_compute_region_url_map": ("default_service", "path_matcher"),
    "google_compute_backend_service": ("backend",),
    "google_compute_region_backend_service": ("backend",),
    "google_compute_backend_bucket": ("bucket_name",),
    "google_compute_region_network_endpoint_group": ("cloud_run", "cloud_function", "app_engine"),
}
"""Type of a resource that only leads further to the attributes by which it does."""
_TARGET_GROUP: Mapping[str, tuple[str, ...]] = {
    "aws_ecs_service": (),
    "aws_autoscaling_group": (),
    "aws_lb_target_group_attachment": ("target_id",),
    "aws_alb_target_group_attachment": ("target_id",),
    "aws_autoscaling_attachment": ("autoscaling_group_name",),
}
POOLS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "aws_lb_target_group": _TARGET_GROUP,
    "aws_alb_target_group": _TARGET_GROUP,
    "azurerm_cdn_frontdoor_origin_group": {"azurerm_cdn_frontdoor_origin": ("host_name", "private_link")},
    "azurerm_lb_backend_address_pool": {
        "azurerm_network_interface_backend_address_pool_association": ("network_interface_id",),
        "azurerm_linux_virtual_machine_scale_set": (),
        "azurerm_windows_virtual_machine_scale_set": (),
    },
    "azurerm_network_interface": {
        "azurerm_linux_virtual_machine": (),
        "azurerm_windows_virtual_machine": (),
    },
}
"""Type of a pool to the types that join it, and the attributes by which these lead further."""
PLACES: Mapping[str, tuple[str, ...]] = {
    "aws_db_subnet_group": ("subnet_ids",),
    "aws_docdb_subnet_group": ("subnet_ids",),
    "aws_neptune_subnet_group": ("subnet_ids",),
    "aws_elasticache_subnet_group": ("subnet_ids",),
    "aws_memorydb_subnet_group": ("subnet_ids",),
    "aws_redshift_subnet_group": ("subnet_ids",),
    "aws_dax_subnet_group": ("subnet_ids",),
    "aws_efs_mount_target": ("subnet_id",),
    "azurerm_network_interface": ("ip_configuration",),
}
"""Type of a resource that only says in which networks something stands to the attributes that do."""
