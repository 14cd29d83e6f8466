"""What of AWS the internet reaches, and in which subnets stores lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from scanner.domain.architecture import ComponentKind, Confidence, Proof, RelationKind
from scanner.domain.resource import Resource
from scanner.modelling.known import Known
from scanner.modelling.relations.reachability.attributes import first_block, place, short_name
from scanner.modelling.relations.reachability.aws_groups import Group, Holder, Rule
from scanner.modelling.relations.reachability.aws_networks import Key, PublicSubnet, key_of
from scanner.modelling.relations.reachability.gathering import Path, Paths, weakest
from scanner.modelling.relations.reachability.ranges import is_world

_BALANCERS = frozenset({"aws_lb", "aws_alb", "aws_elb"})


def find_exposed(known: Known, paths: Paths, group: Group, rule: Rule, public: Mapping[Key, PublicSubnet]) -> None:
    """EXPOSES by one rule of a group."""
    world = [one for one in rule.ranges if is_world(one)]
    if not world:
        return
    for target in group.holders:
        ports = rule.ports.both(target.ports)
        entry = _entry(known, target, public) if ports.spans else None
        if entry is None:
            continue
        sure, steps = entry
        gate = known.of_resource(group.resource) or target.component
        held = f"{target.component.title} holds {short_name(group.resource)}"
        paths.add(
            Path(
                source=gate.id,
                target=target.component.id,
                location=rule.location,
                fact=f"{rule.name} lets in {world[0]}" + (f" on {ports.text}" if ports.text else ""),
                ports=ports,
                confidence=weakest(sure, Confidence.HIGH if rule.certain and ports.known else Confidence.LOW),
                proof=(Proof(location=target.location, fact=held), *steps),
                breaks=f"Name in {rule.name} only those that need to come in, in place of {world[0]}.",
                kind=RelationKind.EXPOSES,
            )
        )


def _entry(
    known: Known, target: Holder, public: Mapping[Key, PublicSubnet]
) -> tuple[Confidence, tuple[Proof, ...]] | None:
    """How packets of the internet get to a component, if they do."""
    resource = target.resource
    if resource.type in _BALANCERS:
        internal = resource.attributes.get("internal", False)
        if internal is False or internal is None:
            return Confidence.HIGH, (Proof(location=resource.location, fact="the load balancer is not internal"),)
        return None
    subnets = [public[key_of(one)] for one in target.site.subnets if key_of(one) in public]
    address = _public_address(known, resource, [one.subnet for one in subnets])
    if address is None or (target.site.subnets and not subnets):
        return None
    if subnets:
        return Confidence.HIGH, (address, *subnets[0].proof)
    return Confidence.MEDIUM, (address, Proof(location=resource.location, fact="its subnets are not known"))


def _public_address(known: Known, resource: Resource, subnets: Iterable[Resource]) -> Proof | None:
    values = resource.attributes
    network = first_block(values, "network_configuration")
    for holder, name in (
        (values, "publicly_accessible"), (values, "associate_public_ip_address"), (network, "assign_public_ip"),
    ):  # fmt: skip
        if holder.get(name) is True:
            path = name if holder is values else f"network_configuration[0].{name}"
            return Proof(location=place(resource, path), fact=f"it has a public address: {name} is true")
    if resource.type != "aws_instance":
        return None
    for subnet in subnets:
        if (
            values.get("associate_public_ip_address") is None
            and subnet.attributes.get("map_public_ip_on_launch") is True
        ):
            return Proof(location=place(subnet, "map_public_ip_on_launch"), fact="its subnet gives public addresses")
    for _, one in known.index.naming(resource, "aws_eip", "aws_eip_association"):
        return Proof(location=one.location, fact=f"{short_name(one)} gives it a public address")
    return None


def find_placed(known: Known, paths: Paths, holder: Holder, public: Mapping[Key, PublicSubnet]) -> None:
    """RUNS_ON from a store to its subnets, and EXPOSES where such a subnet leads the internet to it."""
    if holder.component.kind is not ComponentKind.STORE:
        return
    for subnet in holder.site.subnets:
        found: PublicSubnet | None = public.get(key_of(subnet))
        place_of = known.of_resource(subnet)
        if place_of is None:
            continue
        said = "a subnet whose route table leads to an internet gateway" if found else "a subnet"
        plain = Proof(location=subnet.location, fact=f"the subnet {short_name(subnet)}")
        owner = holder.component
        paths.add(
            Path(
                source=owner.id,
                target=place_of.id,
                location=holder.resource.location,
                fact=f"{owner.title} is placed in {short_name(subnet)}, {said}",
                proof=found.proof if found else (plain,),
                breaks="Place the store in subnets that have no route to an internet gateway." if found else "",
                kind=RelationKind.RUNS_ON,
            )
        )
        if found and holder.resource.attributes.get("publicly_accessible") is True:
            paths.add(
                Path(
                    source=place_of.id,
                    target=owner.id,
                    location=place(holder.resource, "publicly_accessible"),
                    fact=f"{owner.title} has a public address and {found.fact}",
                    proof=found.proof,
                    breaks="Set publicly_accessible to false, and place it in private subnets.",
                    kind=RelationKind.EXPOSES,
                )
            )
