"""From where what Terraform makes can be reached, as far as its own attributes say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from scanner.domain.architecture import Exposure
from scanner.domain.resource import Resource, Unknown, UnknownBlock, Value
from scanner.modelling.index import Index

_ALWAYS_PUBLIC = frozenset({
    "aws_cloudfront_distribution", "aws_globalaccelerator_accelerator", "aws_lambda_function_url", "aws_amplify_app",
    "aws_globalaccelerator_custom_routing_accelerator", "aws_apigatewayv2_domain_name", "azurerm_frontdoor",
    "azurerm_cdn_frontdoor_profile", "azurerm_cdn_profile", "azurerm_traffic_manager_profile", "aws_cognito_user_pool",
    "google_api_gateway_gateway", "google_firebase_hosting_site", "azurerm_aadb2c_directory",
})  # fmt: skip
_NEVER_PUBLIC = frozenset({
    "aws_elasticache_cluster", "aws_elasticache_replication_group", "aws_elasticache_serverless_cache",
    "aws_memorydb_cluster", "aws_docdb_cluster", "aws_efs_file_system", "aws_fsx_lustre_file_system",
    "aws_fsx_windows_file_system", "aws_fsx_ontap_file_system", "aws_fsx_openzfs_file_system",
    "google_redis_instance", "google_memcache_instance", "google_filestore_instance",
})  # fmt: skip
"""Reachable only inside a network, whatever their attributes say."""
_FLAGS = (
    "publicly_accessible",
    "public_network_access_enabled",
    "public_network_access",
    "associate_public_ip_address",
)
_OFF_BY_DEFAULT = frozenset({
    "aws_db_instance", "aws_rds_cluster_instance", "aws_redshift_cluster", "aws_mq_broker",
    "aws_redshiftserverless_workgroup",
})  # fmt: skip
_WORDS = {"enabled": True, "disabled": False, "securedbyperimeter": False}


def exposure_of(resource: Resource, index: Index) -> Exposure:
    """From where a resource can be reached; unknown where its attributes leave it open.

    Args:
        resource: Of a type that makes a component.
        index: Where parts of it are found that say more: instances of a cluster, the address of a function.
    """
    if resource.type in _ALWAYS_PUBLIC:
        return Exposure.INTERNET
    if resource.type in _NEVER_PUBLIC:
        return Exposure.INTERNAL
    judge = _BY_TYPE.get(resource.type)
    if judge is not None:
        return judge(resource, index)
    return _flagged(resource)


def _flagged(resource: Resource) -> Exposure:
    for name in _FLAGS:
        value = resource.attributes.get(name)
        said = _WORDS.get(value.lower()) if isinstance(value, str) else value
        if isinstance(said, bool):
            return Exposure.INTERNET if said and not _filtered(resource) else _shut(said)
        if value is not None:
            return Exposure.UNKNOWN
    if resource.type in _OFF_BY_DEFAULT:
        return Exposure.INTERNAL
    return Exposure.UNKNOWN


def _shut(said: bool) -> Exposure:
    return Exposure.UNKNOWN if said else Exposure.INTERNAL


def _filtered(resource: Resource) -> bool:
    """Whether network rules let only some in, so that being public in name says little."""
    blocks = (*_blocks(resource, "network_rules"), *_blocks(resource, "network_acls"))
    return any(block.get("default_action") != "Allow" for block in blocks)


def _balancer(resource: Resource, index: Index) -> Exposure:
    del index
    internal = resource.attributes.get("internal")
    if internal is None or isinstance(internal, bool):
        return Exposure.INTERNAL if internal else Exposure.INTERNET
    return Exposure.UNKNOWN


def _api(resource: Resource, index: Index) -> Exposure:
    """An API of Amazon's gateway is public unless its endpoint is private."""
    del index
    for block in _blocks(resource, "endpoint_configuration"):
        types = block.get("types", block.get("type"))
        if not isinstance(types, str | list | tuple) or any(isinstance(one, Unknown) for one in types):
            return Exposure.UNKNOWN
        return Exposure.INTERNAL if "PRIVATE" in types else Exposure.INTERNET
    unknown = isinstance(resource.attributes.get("endpoint_configuration"), Unknown)
    return Exposure.UNKNOWN if unknown else Exposure.INTERNET


def _function(resource: Resource, index: Index) -> Exposure:
    """A function is called through Amazon's own interface, unless it has an address."""
    named = any(index.naming(resource, "aws_lambda_function_url"))
    return Exposure.INTERNET if named else Exposure.INTERNAL


def _cluster(resource: Resource, index: Index) -> Exposure:
    """A database cluster is as public as the most public of its instances."""
    found = [_flagged(one) for _, one in index.naming(resource, "aws_rds_cluster_instance")]
    for exposure in (Exposure.INTERNET, Exposure.UNKNOWN):
        if exposure in found:
            return exposure
    return Exposure.INTERNAL if found else _flagged(resource)


def _ecs(resource: Resource, index: Index) -> Exposure:
    del index
    for block in _blocks(resource, "network_configuration"):
        public = block.get("assign_public_ip")
        if public is None or isinstance(public, bool):
            return Exposure.INTERNET if public else Exposure.INTERNAL
    return Exposure.UNKNOWN


def _bucket(resource: Resource, index: Index) -> Exposure:
    """A bucket whose public access is blocked on all four ways is internal; one with a public list is not."""
    if resource.attributes.get("acl") in ("public-read", "public-read-write"):
        return Exposure.INTERNET
    flags = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")
    for _, block in index.naming(resource, "aws_s3_bucket_public_access_block"):
        if all(block.attributes.get(flag) is True for flag in flags):
            return Exposure.INTERNAL
    return Exposure.UNKNOWN


def _container_app(resource: Resource, index: Index) -> Exposure:
    del index
    written = resource.attributes.get("ingress")
    if isinstance(written, Unknown):
        return Exposure.UNKNOWN
    external = [block.get("external_enabled", False) for block in _blocks(resource, "ingress")]
    if any(isinstance(one, Unknown) for one in external):
        return Exposure.UNKNOWN
    return Exposure.INTERNET if True in external else Exposure.INTERNAL


def _app_service(resource: Resource, index: Index) -> Exposure:
    """Public unless it is switched off or its access is restricted."""
    del index
    flagged = _flagged(resource)
    if flagged is Exposure.INTERNAL:
        return flagged
    restricted = any(
        block.get("ip_restriction") or block.get("ip_restriction_default_action")
        for block in _blocks(resource, "site_config")
    )
    unknown = resource.attributes.get("public_network_access_enabled")
    return Exposure.UNKNOWN if restricted or isinstance(unknown, Unknown) else Exposure.INTERNET


def _cloud_run(resource: Resource, index: Index) -> Exposure:
    """Open to the internet by default, behind a load balancer or inside only where it says so."""
    del index
    said = resource.attributes.get("ingress")
    for block in (*_blocks(resource, "metadata"), *_blocks(resource, "service_config")):
        annotations = block.get("annotations")
        annotated = annotations.get("run.googleapis.com/ingress") if isinstance(annotations, Mapping) else None
        said = said or annotated or block.get("ingress_settings")
    said = said or resource.attributes.get("ingress_settings")
    if said is None:
        return Exposure.INTERNET
    if isinstance(said, str):
        word = said.lower().replace("_", "-")
        return Exposure.INTERNET if word in ("all", "ingress-traffic-all", "allow-all") else Exposure.INTERNAL
    return Exposure.UNKNOWN


def _forwarding(resource: Resource, index: Index) -> Exposure:
    del index
    scheme = resource.attributes.get("load_balancing_scheme", "EXTERNAL")
    if isinstance(scheme, str):
        return Exposure.INTERNET if scheme.startswith("EXTERNAL") else Exposure.INTERNAL
    return Exposure.UNKNOWN


def _machine(resource: Resource, index: Index) -> Exposure:
    """A virtual machine of Google's has a public address where its interface has an access configuration."""
    del index
    interfaces = list(_blocks(resource, "network_interface"))
    if any("access_config" in block for block in interfaces):
        return Exposure.INTERNET
    return Exposure.INTERNAL if interfaces else Exposure.UNKNOWN


def _front(resource: Resource, index: Index) -> Exposure:
    """A gateway or balancer of Azure's is public where a front end of it has a public address."""
    named = {target.type for _, target in index.named(resource, "frontend_ip_configuration")}
    if "azurerm_public_ip" in named or "azurerm_public_ip_prefix" in named:
        return Exposure.INTERNET
    blocks = list(_blocks(resource, "frontend_ip_configuration"))
    inside = blocks and all(block.get("public_ip_address_id") is None and block.get("subnet_id") for block in blocks)
    return Exposure.INTERNAL if inside else Exposure.UNKNOWN


def _managed_api(resource: Resource, index: Index) -> Exposure:
    del index
    mode = resource.attributes.get("virtual_network_type", "None")
    if isinstance(mode, str):
        return Exposure.INTERNAL if mode == "Internal" else Exposure.INTERNET
    return Exposure.UNKNOWN


_BY_TYPE: Mapping[str, Callable[[Resource, Index], Exposure]] = {
    **dict.fromkeys(("aws_lb", "aws_alb", "aws_elb"), _balancer),
    **dict.fromkeys(("aws_api_gateway_rest_api", "aws_apigatewayv2_api", "aws_api_gateway_domain_name"), _api),
    "aws_appsync_graphql_api": lambda one, _: (
        Exposure.INTERNAL if one.attributes.get("visibility") == "PRIVATE" else Exposure.INTERNET
    ),
    "aws_lambda_function": _function,
    "aws_rds_cluster": _cluster,
    "aws_ecs_service": _ecs,
    "aws_s3_bucket": _bucket,
    "azurerm_container_app": _container_app,
    **dict.fromkeys(
        (
            "azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_linux_function_app", "azurerm_function_app",
            "azurerm_windows_function_app", "azurerm_app_service", "azurerm_static_web_app",
        ),
        _app_service,
    ),
    **dict.fromkeys(
        (
            "google_cloud_run_service", "google_cloud_run_v2_service", "google_cloudfunctions_function",
            "google_cloudfunctions2_function",
        ),
        _cloud_run,
    ),
    **dict.fromkeys(("google_compute_forwarding_rule", "google_compute_global_forwarding_rule"), _forwarding),
    "google_compute_instance": _machine,
    **dict.fromkeys(("azurerm_application_gateway", "azurerm_lb"), _front),
    "azurerm_api_management": _managed_api,
}  # fmt: skip


def _blocks(resource: Resource, name: str) -> Iterator[Mapping[str, Value]]:
    """Nested blocks of a name that are known, or of which only the number is not."""
    value = resource.attributes.get(name)
    for element in value if isinstance(value, list | tuple) else (value,):
        known = element.content if isinstance(element, UnknownBlock) else element
        if isinstance(known, Mapping):
            yield known
