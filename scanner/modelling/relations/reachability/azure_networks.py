"""Networks of Azure: security groups with their priorities, and in which subnets components are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, Proof
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, Value
from scanner.modelling.known import Known
from scanner.modelling.relations.reachability.attributes import blocks, is_opaque, last_name, place, texts
from scanner.modelling.relations.reachability.aws_networks import Key, in_all_environments, key_of
from scanner.modelling.relations.reachability.ports import NONE, Ports, spoken
from scanner.modelling.relations.reachability.ranges import Range, contains, is_world, range_of, ranges_of
from scanner.modelling.relations.reachability.selectors import Match, any_of

SUBNETS = ("azurerm_subnet", "data.azurerm_subnet")
_PLACING = frozenset(
    {
        "virtual_network_subnet_id", "delegated_subnet_id", "subnet_id", "infrastructure_subnet_id", "vnet_subnet_id",
        "pod_subnet_id",
    }
)  # fmt: skip
_CARRIERS = ("azurerm_network_interface", "azurerm_container_app_environment")
"""Types that lie in a subnet for the components that name them."""
_LAST_PRIORITY = 4096


@dataclass(frozen=True, slots=True)
class SecurityRule:
    """One rule of a network security group."""

    name: str
    location: Location
    priority: int
    inbound: bool
    allows: bool
    ports: Ports
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    certain: bool
    """False where it may not be there, or addresses of it are not known."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A component in a subnet."""

    component: Component
    subnet: Resource
    location: Location
    endpoint: bool
    """Whether only a private endpoint of it is there."""


@dataclass(frozen=True, slots=True)
class Passed:
    """What security groups let through."""

    ports: Ports
    doubt: bool = False
    proof: tuple[Proof, ...] = ()


class AzureNetworks:
    """Subnets, the groups on them, and what lies in them.

    Args:
        known: The components.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._index = known.index
        self._rules: dict[Key, tuple[SecurityRule, ...]] = {}
        self.groups: dict[Key, list[Resource]] = defaultdict(list)
        """By subnet."""
        self.placed: dict[Key, list[Placed]] = defaultdict(list)
        """By subnet."""
        self.subnets: dict[Key, Resource] = {}
        self.peered: dict[Key, dict[Key, Proof]] = defaultdict(dict)
        for one in in_all_environments(self._index, *SUBNETS):
            self.subnets[key_of(one)] = one
            self._look_at(one)
        for one in in_all_environments(self._index, "azurerm_virtual_network_peering"):
            near = [target for _, target in self._index.named(one, "virtual_network_name")]
            for _, far in self._index.named(one, "remote_virtual_network_id"):
                for vnet in near:
                    fact = f"{without_keys(one.address)} joins the two virtual networks"
                    self.peered[key_of(vnet)][key_of(far)] = Proof(location=one.location, fact=fact)

    def vnets(self, subnet: Resource) -> list[Key]:
        """The virtual networks that hold a subnet; normally one."""
        return [key_of(target) for _, target in self._index.named(subnet, "virtual_network_name")]

    def passes(self, subnet: Resource, source: Resource | None, target: Resource, *, inbound: bool) -> Passed:
        """What the groups on a subnet let through between two subnets.

        Args:
            subnet: Whose groups are asked.
            source: From which it comes; None for the internet.
            target: To which it goes.
            inbound: Whether it comes in.
        """
        ports, doubt, proof = _EVERY, False, list[Proof]()
        for group in self.groups.get(key_of(subnet), ()):
            opaque = not group.type.startswith("azurerm_") or is_opaque(group.attributes, "security_rule")
            rules = [one for one in self._of(group) if one.inbound is inbound]
            let, unsure, why = _evaluated(rules, source, target, default=source is not None)
            ports, doubt = ports.both(let), doubt or unsure or opaque
            proof.extend(why)
        return Passed(ports, doubt, tuple(proof[:4]))

    def _look_at(self, subnet: Resource) -> None:
        for reference, source in self._index.naming(subnet):
            if last_name(reference.attribute) not in _PLACING:
                continue
            if source.type == "azurerm_subnet_network_security_group_association":
                groups = self._index.named(source, "network_security_group_id")
                self.groups[key_of(subnet)].extend(group for _, group in groups)
                continue
            at = place(source, reference.attribute)
            endpoint = source.type == "azurerm_private_endpoint"
            for component in self._components(source):
                self.placed[key_of(subnet)].append(Placed(component, subnet, at, endpoint))

    def _components(self, resource: Resource) -> Iterator[Component]:
        own = self._known.of_resource(resource)
        if own is not None:
            yield own
            return
        if resource.type in _CARRIERS:
            found = (source for _, source in self._index.naming(resource))
        elif resource.type == "azurerm_private_endpoint":
            found = (target for _, target in self._index.named(resource, "private_service_connection[0]"))
        else:
            found = (target for _, target in self._index.named(resource, "app_service_id"))
        for one in found:
            component = self._known.of_resource(one)
            if component is not None:
                yield component

    def _of(self, group: Resource) -> tuple[SecurityRule, ...]:
        key = key_of(group)
        if key not in self._rules:
            self._rules[key] = tuple(sorted(self._read(group), key=lambda rule: rule.priority))
        return self._rules[key]

    def _read(self, group: Resource) -> Iterator[SecurityRule]:
        for block in blocks(group.attributes, "security_rule"):
            name = f"{without_keys(group.address)} {block.path}"
            yield from _rule(name, place(group, block.path), block.values, certain=block.certain)
        for _, one in self._index.naming(group, "azurerm_network_security_rule"):
            yield from _rule(without_keys(one.address), one.location, one.attributes, certain=not one.doubt)


_EVERY = spoken(None, ["*"])


def ranges_of_subnet(subnet: Resource) -> tuple[Range, ...]:
    """The addresses of a subnet; none where they are not known."""
    written = texts(subnet.attributes.get("address_prefixes"), subnet.attributes.get("address_prefix"))
    return () if written.unknown else ranges_of(written.known)


def _rule(name: str, location: Location, values: Mapping[str, Value], *, certain: bool) -> Iterator[SecurityRule]:
    direction, access, priority = values.get("direction"), values.get("access"), values.get("priority")
    if not isinstance(direction, str) or not isinstance(access, str):
        return
    sources = texts(*(values.get(f"source_{one}") for one in _ADDRESSES))
    targets = texts(*(values.get(f"destination_{one}") for one in _ADDRESSES))
    written = [values.get("destination_port_range")] if values.get("destination_port_range") is not None else []
    many = values.get("destination_port_ranges")
    written.extend(many if isinstance(many, list | tuple) else [many] if many is not None else [])
    known = isinstance(priority, int) and not sources.unknown and not targets.unknown
    yield SecurityRule(
        name=name,
        location=location,
        priority=priority if isinstance(priority, int) else _LAST_PRIORITY,
        inbound=direction.lower() == "inbound",
        allows=access.lower() == "allow",
        ports=spoken(values.get("protocol"), written),
        sources=sources.known if not sources.unknown else (),
        targets=targets.known if not targets.unknown else (),
        certain=certain and known,
    )


_ADDRESSES = ("address_prefix", "address_prefixes", "application_security_group_ids")


def _evaluated(
    rules: Iterable[SecurityRule], source: Resource | None, target: Resource, *, default: bool
) -> tuple[Ports, bool, list[Proof]]:
    """What rules let through in the order of their priority, whether that is in doubt, and what showed it."""
    left, allowed, doubt = _EVERY, NONE, False
    proof: list[Proof] = []
    for rule in rules:
        hit = left.both(rule.ports)
        meant = _meant(rule, source, target)
        if not hit.spans or meant is False:
            continue
        if meant is None or not hit.known:
            doubt = True
            continue
        left = left.without(rule.ports)
        if rule.allows:
            allowed = allowed.either(hit)
            proof.append(Proof(location=rule.location, fact=f"{rule.name} allows it on {hit.text}"))
    if default:
        allowed = allowed.either(left)
    return allowed, doubt, proof


def _meant(rule: SecurityRule, source: Resource | None, target: Resource) -> Match:
    comes = _within(rule.sources, source)
    goes = _within(rule.targets, target)
    if comes is False or goes is False:
        return False if rule.certain or (rule.sources and rule.targets) else None
    return True if comes and goes and rule.certain else None


def _within(written: tuple[str, ...], subnet: Resource | None) -> Match:
    if not written:
        return None
    own = ranges_of_subnet(subnet) if subnet is not None else ()
    return any_of(*(_is_in(one, subnet, own) for one in written))


def _is_in(text: str, subnet: Resource | None, own: tuple[Range, ...]) -> Match:
    if text in {"*", "Any"}:
        return True
    found = range_of(text)
    if subnet is None:
        return text == "Internet" or (found is not None and is_world(found))
    if found is None:
        return text == "VirtualNetwork"  # other service tags are not what lies in a network of one's own
    if is_world(found):
        return True
    if not own:
        return None
    if any(contains(found, part) for part in own):
        return True
    return None if any(contains(part, found) for part in own) else False
