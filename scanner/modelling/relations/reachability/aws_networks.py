"""Networks of AWS: which subnets are public, which VPC something lies in, which VPCs are joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from scanner.domain.addresses import scope_of, without_keys
from scanner.domain.architecture import Proof
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.index import Index
from scanner.modelling.relations.reachability.attributes import blocks, place, texts
from scanner.modelling.relations.reachability.ranges import Range, is_world, ranges_of

Key: TypeAlias = tuple[tuple[str, str], str]
"""Scope and address: what a Terraform resource is within its environment."""

_SUBNETS = ("aws_subnet", "aws_default_subnet")
_VPCS = ("aws_vpc", "aws_default_vpc", "data.aws_vpc")
_TABLES = ("aws_route_table", "aws_default_route_table", "data.aws_route_table")
_GATEWAYS = ("aws_internet_gateway", "data.aws_internet_gateway")
MOST_VIEWS = 20_000
"""Resources, counted in each environment, that are looked at in each of them; of more only the first environment is."""


def key_of(resource: Resource) -> Key:
    """What a resource is within its environment."""
    return scope_of(resource.environment, resource.location.path), resource.address


def in_all_environments(index: Index, *types: str) -> Iterator[Resource]:
    """Resources of some types in each environment in which they are.

    What stands around a block may differ where the block itself does not: another subnet, another rule.
    """
    found = list(index.of(ResourceKind.TERRAFORM, *types))
    few = sum(len(index.environments(one)) for one in found) <= MOST_VIEWS
    for one in found:
        for name in index.environments(one) if few else (one.environment,):
            yield one if name == one.environment else one.in_environment(name)


class PublicSubnet(NamedTuple):
    """A subnet with a way to the internet, and what shows it."""

    subnet: Resource
    fact: str
    proof: tuple[Proof, ...]
    """Subnet, association, route, in this order."""


def public_subnets(index: Index) -> Mapping[Key, PublicSubnet]:
    """The subnets whose route table leads to an internet gateway, by scope and address, with the proof."""
    open_tables: dict[Key, Proof] = {}
    for resource, path, gateway in _default_routes(index):
        for table in _tables_of(index, resource):
            fact = f"{without_keys(resource.address)} leads all addresses to {without_keys(gateway.address)}"
            open_tables.setdefault(key_of(table), Proof(location=place(resource, path), fact=fact))
    found: dict[Key, PublicSubnet] = {}
    associated: set[Key] = set()
    for one in in_all_environments(index, "aws_route_table_association"):
        subnets = [target for _, target in index.named(one, "subnet_id") if target.type in _SUBNETS]
        associated.update(map(key_of, subnets))
        for _, table in index.named(one, "route_table_id"):
            route = open_tables.get(key_of(table))
            for subnet in subnets if route else ():
                said = Proof(location=one.location, fact=f"{without_keys(one.address)} gives it {table.name!r}")
                found.setdefault(key_of(subnet), _public(subnet, said, route))
    for subnet, said, route in _by_main_table(index, open_tables, associated):
        found.setdefault(key_of(subnet), _public(subnet, said, route))
    return found


def _public(subnet: Resource, said: Proof, route: Proof | None) -> PublicSubnet:
    steps = (Proof(location=subnet.location, fact=f"the subnet {without_keys(subnet.address)}"), said)
    name = without_keys(subnet.address)
    fact = f"{name} is a public subnet: its route table leads to an internet gateway"
    return PublicSubnet(subnet, fact, (*steps, route) if route else steps)


def _default_routes(index: Index) -> Iterator[tuple[Resource, str, Resource]]:
    for one in in_all_environments(index, "aws_route", *_TABLES):
        if one.type == "aws_route":
            written = texts(one.attributes.get("destination_cidr_block"))
            for _, gateway in index.named(one, "gateway_id") if any(map(is_world, ranges_of(written.known))) else ():
                if gateway.type in _GATEWAYS:
                    yield one, "gateway_id", gateway
            continue
        for block in blocks(one.attributes, "route"):
            written = texts(block.values.get("cidr_block"))
            if not any(map(is_world, ranges_of(written.known))):
                continue
            for _, gateway in index.named(one, block.path):
                if gateway.type in _GATEWAYS:
                    yield one, block.path, gateway


def _tables_of(index: Index, resource: Resource) -> Iterable[Resource]:
    if resource.type != "aws_route":
        return (resource,)
    return [target for _, target in index.named(resource, "route_table_id") if target.type in (*_TABLES, *_VPCS)]


def _by_main_table(
    index: Index, open_tables: Mapping[Key, Proof], associated: set[Key]
) -> Iterator[tuple[Resource, Proof, Proof]]:
    """Subnets without a table of their own, in a VPC whose main table leads to the internet."""
    for one in in_all_environments(index, "aws_main_route_table_association", "aws_default_route_table"):
        tables = [one] if one.type == "aws_default_route_table" else [t for _, t in index.named(one, "route_table_id")]
        routes = [open_tables[key_of(table)] for table in tables if key_of(table) in open_tables]
        for _, vpc in index.named(one) if routes else ():
            for reference, subnet in index.naming(vpc, *_SUBNETS):
                if reference.attribute == "vpc_id" and key_of(subnet) not in associated:
                    said = f"{without_keys(one.address)} is what subnets of {vpc.name!r} use that have no other"
                    yield subnet, Proof(location=one.location, fact=said), routes[0]


@dataclass(frozen=True, slots=True)
class Site:
    """Where in networks something lies."""

    subnets: tuple[Resource, ...] = ()
    vpcs: frozenset[str] = frozenset()
    """Addresses or ids of its VPCs; normally one, none where it is not known."""
    ranges: tuple[Range, ...] = ()
    """Addresses that it can have; none where they are not known."""


class Networks:
    """VPCs and subnets, looked up once each.

    Args:
        index: What was parsed.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._joined: dict[tuple[tuple[str, str], str], dict[str, Proof]] = {}
        self._join()

    def vpcs_of(self, resource: Resource) -> frozenset[str]:
        """Addresses (of a VPC, a data source or a variable) or ids that stand as VPC of a subnet or group."""
        named = {one.target for one in self._index.outgoing(resource) if one.attribute == "vpc_id"}
        vpcs = {one for one in named if _is_vpc(one)}
        written = texts(resource.attributes.get("vpc_id"))
        return frozenset(vpcs or named or written.known)

    def site(self, subnets: Iterable[Resource], otherwise: frozenset[str]) -> Site:
        """Where something lies that is in some subnets.

        Args:
            subnets: That are known.
            otherwise: Its VPCs where no subnet tells.
        """
        known = tuple(subnets)
        vpcs = frozenset(vpc for subnet in known for vpc in self.vpcs_of(subnet)) or otherwise
        written = [_cidrs(subnet, "cidr_block", "ipv6_cidr_block") for subnet in known]
        ranges = tuple(one for part in written for one in part) if all(written) else ()
        return Site(known, vpcs, ranges)

    def vpc_ranges(self, near: Resource, vpcs: Iterable[str]) -> tuple[Range, ...]:
        """All addresses of some VPCs as seen from a resource; none where one is not known."""
        found: list[Range] = []
        for address in vpcs:
            vpc = self._index.at(near, address)
            ranges = _cidrs(vpc, "cidr_block", "ipv6_cidr_block") if vpc is not None else ()
            if not ranges:
                return ()
            found.extend(ranges)
        return tuple(found)

    def bridge(self, near: Resource, one: Iterable[str], other: Iterable[str]) -> Proof | None:
        """What joins two VPCs: a peering with a route, or a transit gateway to which both are attached."""
        scope = key_of(near)[0]
        far = set(other)
        for vpc in one:
            for name, proof in self._joined.get((scope, vpc), {}).items():
                if name in far:
                    return proof
        return None

    def _join(self) -> None:
        routed = {
            key_of(target)
            for one in in_all_environments(self._index, "aws_route", "aws_route_table", "aws_default_route_table")
            for reference, target in self._index.named(one)
            if reference.attribute.endswith("vpc_peering_connection_id")
        }
        for one in in_all_environments(self._index, "aws_vpc_peering_connection"):
            ends = [self._ends(one, "vpc_id"), self._ends(one, "peer_vpc_id")]
            accepters = {
                k for _, t in self._index.naming(one, "aws_vpc_peering_connection_accepter") for k in [key_of(t)]
            }
            if key_of(one) in routed or accepters & routed:
                fact = f"{without_keys(one.address)} joins the two VPCs, and a route leads into it"
                self._tie(key_of(one)[0], ends, Proof(location=one.location, fact=fact))
        gateways: dict[Key, list[tuple[Resource, set[str]]]] = {}
        for one in in_all_environments(self._index, "aws_ec2_transit_gateway_vpc_attachment"):
            for _, gateway in self._index.named(one, "transit_gateway_id"):
                gateways.setdefault(key_of(gateway), []).append((one, self._ends(one, "vpc_id")))
        for attached in gateways.values():
            fact = f"{without_keys(attached[0][0].address)} and others attach the VPCs to one transit gateway"
            proof = Proof(location=attached[0][0].location, fact=fact)
            self._tie(key_of(attached[0][0])[0], [ends for _, ends in attached[:_MOST_ATTACHED]], proof)

    def _ends(self, resource: Resource, attribute: str) -> set[str]:
        named = {target.address for _, target in self._index.named(resource, attribute)}
        return named or set(texts(resource.attributes.get(attribute)).known)

    def _tie(self, scope: tuple[str, str], ends: list[set[str]], proof: Proof) -> None:
        for number, part in enumerate(ends):
            others = [name for at, other in enumerate(ends) if at != number for name in other]
            for vpc in part:
                self._joined.setdefault((scope, vpc), {}).update(dict.fromkeys(others, proof))


_MOST_ATTACHED = 100


def _is_vpc(address: str) -> bool:
    return any(f".{name}." in f".{address}" for name in _VPCS)


def _cidrs(resource: Resource, *attributes: str) -> tuple[Range, ...]:
    return ranges_of(texts(*(resource.attributes.get(name) for name in attributes)).known)
