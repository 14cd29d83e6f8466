"""What security groups of AWS let through, and what of it the internet can reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import ComponentKind, Confidence, Proof
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.reachability.attributes import place, short_name
from scanner.modelling.relations.reachability.aws_exposure import find_exposed, find_placed
from scanner.modelling.relations.reachability.aws_groups import (
    Group,
    Groups,
    Holder,
    Rule,
    stores,
    stores_without_groups,
)
from scanner.modelling.relations.reachability.aws_networks import (
    Key,
    Networks,
    key_of,
    public_subnets,
)  # fmt: skip
from scanner.modelling.relations.reachability.aws_unplaced import find_unplaced
from scanner.modelling.relations.reachability.gathering import Path, Paths, weakest
from scanner.modelling.relations.reachability.ports import NONE, Ports, met
from scanner.modelling.relations.reachability.ranges import contains, is_single, is_world

_SOURCES = frozenset(
    {
        ComponentKind.COMPUTE, ComponentKind.WORKLOAD, ComponentKind.EDGE, ComponentKind.JOB, ComponentKind.CLUSTER,
        ComponentKind.SOURCE, ComponentKind.INTERFACE,
    }
)  # fmt: skip


def find_aws_reach(known: Known) -> Iterator[Tie]:
    """CAN_REACH by security groups, EXPOSES of what the internet reaches, RUNS_ON from stores to their subnets."""
    networks = Networks(known.index)
    groups = Groups(known, networks)
    public = public_subnets(known.index)
    paths = Paths()
    everyone = _by_scope(groups)
    gates = [_Gate(networks, groups, paths, group, rule) for group in groups.all.values() for rule in group.ingress]
    for gate in gates:
        _by_name(gate)
    for gate in gates:  # after all that groups name, which matters more where there is too much to list
        _by_range(gate, everyone.get(key_of(gate.group.resource)[0], _Everyone(())))
    for group in groups.all.values():
        for rule in group.ingress:
            find_exposed(known, paths, group, rule, public)
    apart = [found for one in stores(known) if (found := groups.holder(one)) is not None]
    for holder in [*(one for all_of in everyone.values() for one in all_of.holders), *apart]:
        find_placed(known, paths, holder, public)
    for component, resource, name in stores_without_groups(known):
        reason = "the security groups that it holds are not known"
        paths.lose(component.id, f"security groups of {without_keys(resource.address)}", reason, place(resource, name))
    find_unplaced(known, paths, public)
    yield from paths.ties()


def _by_scope(groups: Groups) -> dict[tuple[str, str], _Everyone]:
    found: defaultdict[tuple[str, str], dict[int, Holder]] = defaultdict(dict)
    for (scope, _), group in groups.all.items():
        for holder in group.holders:
            found[scope][id(holder)] = holder
    return {scope: _Everyone(tuple(holders.values())) for scope, holders in found.items()}


class _Gate:
    """One rule of a group, with all that is needed to tell who passes."""

    def __init__(self, networks: Networks, groups: Groups, paths: Paths, group: Group, rule: Rule) -> None:
        self.networks, self.groups, self.paths = networks, groups, paths
        self.group, self.rule = group, rule


class _Everyone:
    """Who holds groups in one environment: many lie in one place, and many rules let in one range."""

    def __init__(self, holders: tuple[Holder, ...]) -> None:
        self.holders = holders
        self._by_site: defaultdict[object, list[int]] = defaultdict(list)
        for number, holder in enumerate(holders):
            site = holder.site
            place_of = (site.vpcs, site.ranges, frozenset(subnet.address for subnet in site.subnets))
            self._by_site[place_of].append(number)
        self._admitted: dict[object, list[tuple[Holder, Confidence]]] = {}

    def admitted(self, gate: _Gate) -> list[tuple[Holder, Confidence]]:
        """Those whose addresses the ranges of a rule hold, in order, and how sure that is."""
        key = (gate.rule.ranges, gate.rule.networks)
        if key not in self._admitted:
            found: dict[int, Confidence] = {}
            for numbers in self._by_site.values():
                sure = _admitted(gate, self.holders[numbers[0]])
                found.update(dict.fromkeys(numbers, sure) if sure is not None else {})
            self._admitted[key] = [(self.holders[number], found[number]) for number in sorted(found)]
        return self._admitted[key]


def _by_name(gate: _Gate) -> None:
    """Who reaches those that hold a group because a rule names a group of theirs."""
    rule, group = gate.rule, gate.group
    named = [(one, gate.groups.of(one)) for one in rule.groups]
    if rule.itself:
        named.append((group.resource, group))
    for resource, other in named:
        for target in group.holders:
            for source in other.holders if other else ():
                _pass(gate, source, target, f"lets in {without_keys(resource.address)}", Confidence.HIGH)
        if other is None or (other.opaque and not other.holders):
            _lose(gate, f"holders of {without_keys(resource.address)}, let in", "the group is not made here")
    if rule.unknown:
        _lose(gate, f"whom {rule.name} lets in", f"its source is not known: {rule.unknown}")


def _by_range(gate: _Gate, everyone: _Everyone) -> None:
    """Who reaches a store because a range of a rule holds its addresses."""
    targets = [one for one in gate.group.holders if one.component.kind is ComponentKind.STORE]
    if not targets or not (gate.rule.ranges or gate.rule.networks):
        return
    admitted = everyone.admitted(gate)
    for target in targets:
        for source, sure in admitted:
            if gate.paths.stop(target.component.id, gate.rule.location):
                return
            _pass(gate, source, target, f"lets in {_ranges(gate.rule)}", sure)
    if not admitted:
        _lose(gate, f"who lies in {_ranges(gate.rule)}", "nothing here is known to lie in these addresses")


def _lose(gate: _Gate, wanted: str, reason: str) -> None:
    """A peer that is not known, for each that holds the group; of stores with what they are, for rules to ask for."""
    for target in gate.group.holders:
        one = target.component
        into = f" to {one.title} ({one.engine or 'store'})" if one.kind is ComponentKind.STORE else ""
        gate.paths.lose(one.id, f"{wanted}{into}", reason, gate.rule.location)


def _pass(gate: _Gate, source: Holder, target: Holder, said: str, sure: Confidence) -> None:
    rule = gate.rule
    ports = met(rule.ports, target.ports)
    if source is target or source.component.kind not in _SOURCES or not ports.spans:
        return
    near, bridge = _neighbours(gate, source, target, by_range=not rule.groups and not rule.itself)
    if near is None:
        return
    left, leaves, out = _egress(gate, source, target, ports)
    if not left.spans:
        return
    doubt = Confidence.HIGH if rule.certain and left.known else Confidence.LOW
    first = Proof(location=target.location, fact=f"{target.component.title} holds {short_name(gate.group.resource)}")
    held = ", ".join(short_name(one) for one in source.groups)
    second = Proof(location=source.location, fact=f"{source.component.title} holds {held}")
    gate.paths.add(
        Path(
            source=source.component.id,
            target=target.component.id,
            location=rule.location,
            fact=f"{rule.name} {said}" + (f" on {left.text}" if left.text else ""),
            ports=left,
            confidence=weakest(sure, near, leaves, doubt),
            proof=(first, second, *out, *([bridge] if bridge else ())),
            breaks=f"Let {rule.name} admit only the security group of the service that owns {target.component.title}.",
        )
    )


def _ranges(rule: Rule) -> str:
    return ", ".join([*(str(one) for one in rule.ranges[:5]), *sorted(rule.networks)[:5]])


def _admitted(gate: _Gate, source: Holder) -> Confidence | None:
    """How sure it is that the ranges of a rule hold the addresses of a component."""
    site, rule = source.site, gate.rule
    if site.vpcs & rule.networks or any(subnet.address in rule.networks for subnet in site.subnets):
        return Confidence.HIGH
    own = site.ranges
    exact = bool(own)
    if not own:
        own = gate.networks.vpc_ranges(source.resource, site.vpcs)
    best: Confidence | None = None
    for one in rule.ranges:
        if (is_world(one) and one.version == 4) or (own and any(contains(one, part) for part in own)):
            return Confidence.HIGH
        if exact and not is_single(one) and any(contains(part, one) for part in own):
            best = Confidence.MEDIUM
    return best


def _neighbours(
    gate: _Gate, source: Holder, target: Holder, *, by_range: bool
) -> tuple[Confidence | None, Proof | None]:
    """Whether a packet gets from one VPC to the other; where they are not known, a rule that names a group does."""
    one, other = source.site.vpcs, target.site.vpcs or gate.group.vpcs
    if not one or not other:
        return (None if by_range else Confidence.MEDIUM), None
    if one & other:
        return Confidence.HIGH, None
    bridge = gate.networks.bridge(target.resource, one, other)
    if bridge is not None:
        return Confidence.MEDIUM, bridge
    if all(_is_declared(name) for name in one | other):
        return None, None
    return (None if by_range else Confidence.MEDIUM), None


def _is_declared(vpc: str) -> bool:
    """Whether two different names of this kind must be two VPCs; two variables may hold the same one."""
    return vpc.startswith("vpc-") or (".aws_vpc." in f".{vpc}" and "data." not in vpc)


def _egress(gate: _Gate, source: Holder, target: Holder, ports: Ports) -> tuple[Ports, Confidence, tuple[Proof, ...]]:
    """The ports on which a component's own groups let it out to another one."""
    left, proof = NONE, []
    doubt = False
    target_keys = {key_of(one) for one in target.groups}
    for resource in source.groups:
        group = gate.groups.of(resource)
        if group is None or group.opaque:
            doubt = True
            continue
        for rule in group.egress:
            sure = _lets_out(gate, rule, group, target, target_keys)
            passed = ports.both(rule.ports)
            doubt = doubt or sure is None
            if sure and passed.spans and rule.certain:
                left = left.either(passed)
                proof.append(Proof(location=rule.location, fact=f"{rule.name} lets it out"))
            elif sure and passed.spans:
                doubt = True
    if left.spans or not doubt:
        return left, Confidence.HIGH, tuple(proof[:3])
    said = "whether its security groups let it out is not known"
    return ports, Confidence.MEDIUM, (Proof(location=source.location, fact=said),)


def _lets_out(gate: _Gate, rule: Rule, group: Group, target: Holder, target_keys: set[Key]) -> bool | None:
    """Whether a rule lets out to a component; None where it cannot be told."""
    if any(key_of(one) in target_keys for one in rule.groups):
        return True
    if rule.itself and key_of(group.resource) in target_keys:
        return True
    site = target.site
    if site.vpcs & rule.networks or any(subnet.address in rule.networks for subnet in site.subnets):
        return True
    own = site.ranges or gate.networks.vpc_ranges(target.resource, site.vpcs)
    for one in rule.ranges:
        if (is_world(one) and one.version == 4) or (own and any(contains(one, part) for part in own)):
            return True
    if rule.unknown or rule.networks or (rule.ranges and not own):
        return None
    if any(contains(part, one) for one in rule.ranges for part in own):
        return None
    return False
