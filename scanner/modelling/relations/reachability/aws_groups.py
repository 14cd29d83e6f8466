"""Security groups of AWS: their rules, and which components hold them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, ComponentKind
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.modelling.known import Known
from scanner.modelling.relations.reachability.attributes import blocks, is_opaque, last_name, place, texts
from scanner.modelling.relations.reachability.aws_networks import Key, Networks, Site, in_all_environments, key_of
from scanner.modelling.relations.reachability.ports import ALL, Ports, listening, ports_of
from scanner.modelling.relations.reachability.ranges import Range, ranges_of

GROUPS = ("aws_security_group", "aws_default_security_group")
_SEEN_GROUPS = (*GROUPS, "data.aws_security_group")
_RULES = (
    "aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule",
)  # fmt: skip
_HOLDING = frozenset({"security_groups", "security_group_ids", "vpc_security_group_ids", "security_group_id"})
_SUBNETS = ("aws_subnet", "aws_default_subnet", "data.aws_subnet")
_SUBNET_GROUPS = (
    "aws_db_subnet_group", "aws_elasticache_subnet_group", "aws_redshift_subnet_group", "aws_docdb_subnet_group",
    "aws_neptune_subnet_group", "aws_memorydb_subnet_group", "aws_dms_replication_subnet_group",
)  # fmt: skip
_OWNERS: Mapping[str, str] = {
    "aws_efs_mount_target": "file_system_id",
    "aws_rds_cluster_instance": "cluster_identifier",
}
"""Types that are part of what this attribute of theirs names."""
_RANGES = ("cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6")
_PEERS = ("security_groups", "source_security_group_id", "referenced_security_group_id")
_LISTS = ("prefix_list_ids", "prefix_list_id")


@dataclass(frozen=True, slots=True)
class Rule:
    """What one rule of a group lets in or out."""

    location: Location
    name: str
    """As a reader finds it: the rule's address, or the group's with the place of the block."""
    ports: Ports
    ranges: tuple[Range, ...] = ()
    networks: frozenset[str] = frozenset()
    """Addresses of VPCs and subnets whose range is let through, though its numbers may not be known."""
    groups: tuple[Resource, ...] = ()
    itself: bool = False
    unknown: str = ""
    """Whom else it lets through, where that cannot be told."""
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Holder:
    """A component that holds a group."""

    component: Component
    resource: Resource
    """What holds it: of a file system its mount target."""
    location: Location
    site: Site
    groups: tuple[Resource, ...]
    ports: Ports


@dataclass(slots=True)
class Group:
    """A security group."""

    resource: Resource
    vpcs: frozenset[str]
    opaque: bool
    """Whether it may have rules that were not read."""
    ingress: list[Rule] = field(default_factory=list)
    egress: list[Rule] = field(default_factory=list)
    holders: list[Holder] = field(default_factory=list)


class Groups:
    """All security groups in all environments.

    Args:
        known: The components.
        networks: In which the groups are.
    """

    def __init__(self, known: Known, networks: Networks) -> None:
        self._known = known
        self._index = known.index
        self._networks = networks
        self._holders: dict[Key, Holder | None] = {}
        self.all: dict[Key, Group] = {}
        for resource in in_all_environments(known.index, *_SEEN_GROUPS):
            self.all[key_of(resource)] = self._group(resource)
        for group in self.all.values():
            self._fill(group)

    def of(self, resource: Resource) -> Group | None:
        """The group that a resource is."""
        return self.all.get(key_of(resource))

    def _group(self, resource: Resource) -> Group:
        written = resource.attributes
        opaque = resource.type not in GROUPS or is_opaque(written, "ingress") or is_opaque(written, "egress")
        return Group(resource, self._networks.vpcs_of(resource), opaque)

    def _fill(self, group: Group) -> None:
        owner = group.resource
        for direction, rules in (("ingress", group.ingress), ("egress", group.egress)):
            for block in blocks(owner.attributes, direction):
                name = f"{without_keys(owner.address)} {block.path}"
                rules.append(self._rule(owner, block.path, name, block.values, certain=block.certain))
        for reference, source in self._index.naming(owner):
            name = last_name(reference.attribute)
            if source.type in _RULES and name == "security_group_id":
                into = group.egress if _is_egress(source) else group.ingress
                label = without_keys(source.address)
                into.append(self._rule(source, "", label, source.attributes, certain=not source.doubt))
            elif name in _HOLDING and source.type not in (*_RULES, *_SEEN_GROUPS):
                holder = self.holder(source, reference.attribute)
                if holder is not None and all(one is not holder for one in group.holders):
                    group.holders.append(holder)

    def _rule(self, owner: Resource, path: str, name: str, values: Mapping[str, Value], *, certain: bool) -> Rule:
        ranges = texts(*(values.get(one) for one in _RANGES))
        groups: dict[Key, Resource] = {}
        networks: set[str] = set()
        listed: list[Range] = []
        for reference, target in self._index.named(owner, path):
            attribute = last_name(reference.attribute) if reference.attribute != path else ""
            if target.type in _SEEN_GROUPS and attribute in (*_PEERS, ""):
                groups[key_of(target)] = target
            elif target.type in (*_SUBNETS, "aws_vpc", "data.aws_vpc") and attribute in (*_RANGES, ""):
                networks.add(target.address)
            elif target.type == "aws_ec2_managed_prefix_list":
                listed.extend(_of_list(target))
        peers = texts(*(values.get(one) for one in _PEERS))
        lists = texts(*(values.get(one) for one in _LISTS))
        unknown = (
            (ranges.unknown if not networks else "")
            or (peers.unknown if not groups else "")
            or next(iter(peers.known), "")
            or ((lists.unknown or next(iter(lists.known), "")) if not listed else "")
        )
        protocol = values.get("protocol", values.get("ip_protocol"))
        return Rule(
            location=place(owner, path) if path else owner.location,
            name=name,
            ports=ports_of(protocol, values.get("from_port"), values.get("to_port")),
            ranges=(*ranges_of(ranges.known), *listed),
            networks=frozenset(networks),
            groups=tuple(groups.values()),
            itself=values.get("self") is True,
            unknown=unknown,
            certain=certain,
        )

    def holder(self, resource: Resource, attribute: str = "") -> Holder | None:
        """The component that a resource is or belongs to, as something in a network.

        Args:
            resource: Such as a function, a database, a mount target.
            attribute: In which it names its groups.
        """
        key = key_of(resource)
        if key not in self._holders:
            self._holders[key] = self._new_holder(resource, attribute)
        return self._holders[key]

    def _new_holder(self, resource: Resource, attribute: str) -> Holder | None:
        component, owner = self._known.of_resource(resource), resource
        if component is None and resource.type in _OWNERS:
            for _, target in self._index.named(resource, _OWNERS[resource.type]):
                component, owner = self._known.of_resource(target), target
        if component is None:
            return None
        groups = {
            key_of(target): target
            for reference, target in self._index.named(resource)
            if target.type in _SEEN_GROUPS and last_name(reference.attribute) in _HOLDING
        }
        vpcs = frozenset(vpc for group in groups.values() for vpc in self._networks.vpcs_of(group))
        site = self._networks.site(self._subnets(resource), vpcs)
        ports = listening(owner, component.engine) if component.kind is ComponentKind.STORE else ALL
        return Holder(component, resource, place(resource, attribute), site, tuple(groups.values()), ports)

    def _subnets(self, resource: Resource) -> Iterator[Resource]:
        for _, target in self._index.named(resource):
            if target.type in _SUBNETS:
                yield target
            elif target.type in _SUBNET_GROUPS:
                for _, subnet in self._index.named(target, "subnet_ids"):
                    if subnet.type in _SUBNETS:
                        yield subnet


def stores(known: Known) -> Iterator[Resource]:
    """What makes stores of AWS."""
    for resource in known.index.of(ResourceKind.TERRAFORM):
        component = known.of_resource(resource) if resource.type.startswith("aws_") else None
        if component is not None and component.kind is ComponentKind.STORE:
            yield resource


def stores_without_groups(known: Known) -> Iterator[tuple[Component, Resource, str]]:
    """Stores that hold groups of which none can be told."""
    for resource in stores(known):
        component = known.of_resource(resource)
        if component is None:
            continue
        for name in ("vpc_security_group_ids", "security_group_ids", "security_groups"):
            value = resource.attributes.get(name)
            unknown = texts(value).unknown if not isinstance(value, Unknown) else value.text or value.reason.value
            named = any(target.type in _SEEN_GROUPS for _, target in known.index.named(resource, name))
            if unknown and not named:
                yield component, resource, name


def _is_egress(rule: Resource) -> bool:
    return rule.type.endswith("egress_rule") or rule.attributes.get("type") == "egress"


def _of_list(resource: Resource) -> Iterator[Range]:
    for block in blocks(resource.attributes, "entry"):
        yield from ranges_of(texts(block.values.get("cidr")).known)
