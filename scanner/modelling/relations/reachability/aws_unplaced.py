"""Where it cannot be told in which networks of AWS a store lies, or whether these lead to the internet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, RelationKind
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.modelling.known import Known
from scanner.modelling.relations.reachability.attributes import is_opaque, place, texts
from scanner.modelling.relations.reachability.aws_groups import stores
from scanner.modelling.relations.reachability.aws_networks import Key, PublicSubnet, key_of
from scanner.modelling.relations.reachability.gathering import Paths

_BY_GROUP = ("db_subnet_group_name", "subnet_group_name", "cluster_subnet_group_name")
"""Attributes by which a store names the group of its subnets."""
_GROUPS = (
    "aws_db_subnet_group", "aws_docdb_subnet_group", "aws_neptune_subnet_group", "aws_redshift_subnet_group",
    "aws_elasticache_subnet_group", "aws_memorydb_subnet_group", "aws_dax_subnet_group",
)  # fmt: skip
_SUBNETS = ("aws_subnet", "aws_default_subnet")
_NETWORKS = ("aws_vpc", "aws_vpc_ipv4_cidr_block_association")
"""What makes a network whose main route table has no way out unless something here gives it one."""
_TABLES = ("aws_route_table", "aws_default_route_table")
_ON = RelationKind.RUNS_ON


def find_unplaced(known: Known, paths: Paths, public: Mapping[Key, PublicSubnet]) -> None:
    """Loose ends of stores whose subnets are not known, and of their subnets whose routes are not known.

    Args:
        known: The components.
        paths: Takes the loose ends.
        public: Subnets that are known to lead to the internet.
    """
    named = {one.attributes.get("name") for one in known.index.of(ResourceKind.TERRAFORM, *_GROUPS)}
    written = {name for name in named if isinstance(name, str)}
    for resource in stores(known):
        component = known.of_resource(resource)
        if component is None:
            continue
        for attribute in _BY_GROUP:
            groups = [one for _, one in known.index.named(resource, attribute) if one.type in _GROUPS]
            value = resource.attributes.get(attribute)
            if not groups and value not in (None, "", *written):
                wanted = f"subnet group {_shown(value)}"
                reason = "the subnet group is not made here, so that its subnets are not known"
                paths.lose(component.id, wanted, reason, place(resource, attribute), _ON)
            for group in groups:
                _by_group(known, paths, component, group)
    for subnet in known.index.of(ResourceKind.TERRAFORM, *_SUBNETS):
        network = known.of_resource(subnet)
        if network is not None and key_of(subnet) not in public:
            for wanted, reason in _unrouted(known, subnet):
                paths.lose(network.id, wanted, reason, place(subnet, "vpc_id"), _ON)


def _by_group(known: Known, paths: Paths, component: Component, group: Resource) -> None:
    if not any(target.type in _SUBNETS for _, target in known.index.named(group, "subnet_ids")):
        name = without_keys(group.address)
        wanted = f"subnets of {name}: {_shown(group.attributes.get('subnet_ids'))}"
        paths.lose(component.id, wanted, "the subnets are not made here", place(group, "subnet_ids"), _ON)


def _unrouted(known: Known, subnet: Resource) -> Iterator[tuple[str, str]]:
    """Why it cannot be told whether a subnet leads to the internet; nothing where its route table was read."""
    wanted = f"route table of {without_keys(subnet.address)}"
    joined = [one for _, one in known.index.naming(subnet, "aws_route_table_association")]
    for association in joined:
        tables = [one for _, one in known.index.named(association, "route_table_id")]
        if not any(one.type in _TABLES for one in tables):
            table = _shown(association.attributes.get("route_table_id"))
            yield wanted, f"the route table that it is given is not made here: {table}"
        elif any(is_opaque(one.attributes, "route") for one in tables):
            yield wanted, "not all routes of its route table are known"
    if not joined and not any(one.type in _NETWORKS for _, one in known.index.named(subnet, "vpc_id")):
        yield wanted, "no route table that was read is given to it, and its network is not made here"


def _shown(value: Value) -> str:
    """What stands there, as it is written."""
    if isinstance(value, Unknown):
        return value.text or value.reason.value
    found = texts(value)
    return found.unknown or ", ".join(found.known) or "not told"
