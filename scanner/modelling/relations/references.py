"""What Terraform declarations name, and what that means where it is certain."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, ComponentKind, Proof, Relation, RelationKind
from scanner.domain.resource import Reference, Resource, ResourceKind
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.link_types import ENTRIES, PLACES
from scanner.modelling.relations.permissions.running import runs_as
from scanner.modelling.relations.routes import find_routes

_RUNNING = frozenset({
    ComponentKind.COMPUTE, ComponentKind.STORE, ComponentKind.EDGE, ComponentKind.CLUSTER, ComponentKind.QUEUE,
    ComponentKind.NETWORK,
})  # fmt: skip
_CLUSTER = frozenset({
    "cluster", "cluster_name", "cluster_id", "cluster_arn", "container_app_environment_id", "service_plan_id",
    "app_service_plan_id", "compute_environments", "managed_environment_id",
})  # fmt: skip
_NETWORK = frozenset({
    "subnet_id", "subnet_ids", "subnets", "vpc_id", "virtual_network_subnet_id", "delegated_subnet_id", "network",
    "subnetwork", "vpc_zone_identifier", "infrastructure_subnet_id", "virtual_network_name", "vnet_subnet_id",
    "private_network", "authorized_network", "vpc_connector", "network_interface_ids", "db_subnet_group_name",
    "subnet_group_name", "subnet_mapping", "cluster_subnet_group_name",
})  # fmt: skip
SERVER = frozenset({
    "server_id", "server_name", "instance", "storage_account_name", "storage_account_id", "account_name",
    "namespace_id", "namespace_name", "managed_instance_id",
})  # fmt: skip
"""Attributes by which a database names its server, a container its account, a queue its namespace."""


def find_references(known: Known) -> Iterator[Tie]:
    """A component's block names another component's block: what passes on, what runs it, and what only is named."""
    yield from find_routes(known)
    for resource in known.index.of(ResourceKind.TERRAFORM):
        source = known.of_resource(resource)
        if source is None:
            if resource.type == "aws_efs_mount_target":
                yield from _mounted(known, resource)
            continue
        for reference, named in known.index.named(resource):
            target = known.of_resource(named)
            if target is None:
                yield from _placed(known, source, reference, named)
            elif target.id != source.id:
                yield from _related(resource, source, reference, target)


def _related(resource: Resource, source: Component, reference: Reference, target: Component) -> Iterator[Relation]:
    """What one reference means."""
    if target.kind is ComponentKind.IDENTITY and runs_as(resource, reference) is not None:
        return
    first = reference.attribute.partition("[")[0].partition(".")[0]
    if first in ENTRIES.get(resource.type, ()) and target.kind not in (ComponentKind.IDENTITY, ComponentKind.NETWORK):
        return
    kind = _kind(source, reference, target)
    said = f"{without_keys(reference.source)} names {without_keys(reference.target)}"
    yield Relation(
        source=source.id,
        target=target.id,
        kind=kind,
        location=reference.location,
        derived_from=f"{said} in {reference.attribute or 'its block'}",
        breaks=_BREAKS[kind].format(target.title),
    )


_BREAKS = {
    RelationKind.RUNS_ON: "Place it elsewhere than in {!r}.",
    RelationKind.REFERS_TO: "Take {!r} out of this attribute.",
}


def _kind(source: Component, reference: Reference, target: Component) -> RelationKind:
    word = reference.attribute.rpartition(".")[2].partition("[")[0]
    if source.kind in _RUNNING:
        if target.kind is ComponentKind.CLUSTER and word in _CLUSTER:
            return RelationKind.RUNS_ON
        if target.kind is ComponentKind.NETWORK and word in _NETWORK:
            return RelationKind.RUNS_ON
        if target.kind is source.kind and source.kind is not ComponentKind.NETWORK and word in SERVER:
            return RelationKind.RUNS_ON
    return RelationKind.REFERS_TO


def _placed(known: Known, source: Component, reference: Reference, group: Resource) -> Iterator[Relation]:
    """What stands in the networks of a group of subnets or of a network interface that it names."""
    for attribute in PLACES.get(group.type, ()):
        for inner, network in known.index.named(group, attribute):
            target = known.of_resource(network)
            if target is not None and target.kind is ComponentKind.NETWORK and _is_place(inner):
                yield _runs_in(source, target, reference, inner)


def _mounted(known: Known, mount: Resource) -> Iterator[Relation]:
    for reference, system in known.index.named(mount, "file_system_id"):
        source = known.of_resource(system)
        if source is not None:
            yield from _placed(known, source, reference, mount)


def _is_place(reference: Reference) -> bool:
    return reference.attribute.rpartition(".")[2].partition("[")[0] in _NETWORK


def _runs_in(source: Component, target: Component, reference: Reference, inner: Reference) -> Relation:
    said = f"{without_keys(inner.source)} names {without_keys(inner.target)} in {inner.attribute}"
    return Relation(
        source=source.id,
        target=target.id,
        kind=RelationKind.RUNS_ON,
        location=reference.location,
        derived_from=f"{without_keys(reference.source)} names {without_keys(reference.target)}",
        proof=(Proof(location=inner.location, fact=said),),
        breaks=f"Place it elsewhere than in {target.title!r}.",
    )
