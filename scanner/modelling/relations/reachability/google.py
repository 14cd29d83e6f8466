"""What firewalls of Google's networks and the settings of Cloud SQL let through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, ComponentKind, Confidence, Proof, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.reachability.attributes import blocks, is_opaque, place, texts
from scanner.modelling.relations.reachability.aws_networks import Key, in_all_environments, key_of
from scanner.modelling.relations.reachability.gathering import Path, Paths
from scanner.modelling.relations.reachability.ports import NONE, Ports, listening, spoken
from scanner.modelling.relations.reachability.ranges import is_world, ranges_of
from scanner.modelling.relations.reachability.selectors import Match, any_of

_NETWORKS = ("google_compute_network", "data.google_compute_network")
_BETWEEN = (
    "google_compute_subnetwork", "google_vpc_access_connector", "data.google_compute_subnetwork",
    "google_service_networking_connection",
)  # fmt: skip
_INSTANCE = "google_compute_instance"
_DEFAULT_PRIORITY = 1000


@dataclass(frozen=True, slots=True)
class _Firewall:
    """One firewall rule of a network."""

    resource: Resource
    location: Location
    priority: int
    allows: bool
    ports: Ports
    certain: bool


def find_google_reach(known: Known) -> Iterator[Tie]:
    """CAN_REACH in Google's networks by tags and towards Cloud SQL, EXPOSES of what the internet reaches."""
    paths = Paths()
    members = _members(known)
    for rules in _firewalls(known).values():
        network, ordered = rules
        for rule in ordered:
            if rule.allows:
                _let_in(known, paths, rule, ordered, members.get(network, []))
    for store in known.index.of(ResourceKind.TERRAFORM, "google_sql_database_instance"):
        _authorized(known, paths, store)
    for network, found in members.items():
        del network
        _to_stores(known, paths, found)
    yield from paths.ties()


def _members(known: Known) -> dict[Key, list[tuple[Component, Resource]]]:
    """The components in each network, through subnetworks and connectors."""
    found: defaultdict[Key, list[tuple[Component, Resource]]] = defaultdict(list)
    for network in in_all_environments(known.index, *_NETWORKS):
        holders = [source for _, source in known.index.naming(network)]
        through = [two for one in holders if one.type in _BETWEEN for _, two in known.index.naming(one)]
        deeper = [two for one in through if one.type in _BETWEEN for _, two in known.index.naming(one)]
        seen: set[Key] = set()
        for one in (*holders, *through, *deeper):
            component = known.of_resource(one)
            if component is None or component.kind is ComponentKind.NETWORK or key_of(one) in seen:
                continue
            seen.add(key_of(one))
            found[key_of(network)].append((component, one))
    return found


def _firewalls(known: Known) -> dict[Key, tuple[Key, list[_Firewall]]]:
    found: dict[Key, tuple[Key, list[_Firewall]]] = {}
    for one in in_all_environments(known.index, "google_compute_firewall"):
        values = one.attributes
        if values.get("direction", "INGRESS") != "INGRESS" or values.get("disabled") is True:
            continue
        for _, network in known.index.named(one, "network"):
            if network.type in _NETWORKS:
                found.setdefault(key_of(network), (key_of(network), []))[1].extend(_read(one))
    for _, rules in found.values():
        rules.sort(key=lambda rule: (rule.priority, rule.allows))
    return found


def _read(firewall: Resource) -> Iterator[_Firewall]:
    priority = firewall.attributes.get("priority")
    number = priority if isinstance(priority, int) else _DEFAULT_PRIORITY
    certain = (priority is None or isinstance(priority, int)) and not firewall.doubt
    for name in ("allow", "deny"):
        for block in blocks(firewall.attributes, name):
            ports = block.values.get("ports")
            listed = ports if isinstance(ports, list | tuple) and ports else ["*"] if not ports else [ports]
            yield _Firewall(
                resource=firewall,
                location=place(firewall, block.path),
                priority=number,
                allows=name == "allow",
                ports=spoken(block.values.get("protocol"), listed),
                certain=certain and block.certain and not is_opaque(firewall.attributes, name),
            )


def _let_in(
    known: Known, paths: Paths, rule: _Firewall, rules: Iterable[_Firewall], members: list[tuple[Component, Resource]]
) -> None:
    targets = [(one, has) for one in members if one[1].type == _INSTANCE and (has := _is_target(rule, one[1], known))]
    values = rule.resource.attributes
    world = any(map(is_world, ranges_of(texts(values.get("source_ranges")).known)))
    named = bool(values.get("source_tags") or values.get("source_service_accounts"))
    name = without_keys(rule.resource.address)
    if named and texts(values.get("source_tags")).unknown:
        for (component, _), _has in targets:
            paths.lose(component.id, f"whom {name} lets in", "its source tags are not known", rule.location)
    for (target, instance), _has in targets:
        sources = [one for one in members if one[1].type == _INSTANCE and _is_source(rule, one[1], known)]
        for source, sender in sources if named else ():
            ports, doubt = _left(rule, rules, instance, sender, known)
            if ports.spans:
                paths.add(_path(rule, source, target, ports, doubt=doubt))
        ports, doubt = _left(rule, rules, instance, None, known)
        if world and ports.spans and _has_address(instance):
            gate = known.of_resource(rule.resource) or target
            found = _path(rule, gate, target, ports, doubt=doubt, exposes=True)
            paths.add(found)


def _path(
    rule: _Firewall, source: Component, target: Component, ports: Ports, *, doubt: bool, exposes: bool = False
) -> Path:
    name = without_keys(rule.resource.address)
    whom = "every address" if exposes else source.title
    return Path(
        source=source.id,
        target=target.id,
        location=rule.location,
        fact=f"{name} lets in {whom}" + (f" on {ports.text}" if ports.text else ""),
        ports=ports,
        confidence=Confidence.LOW if not rule.certain or not ports.known else _CONFIDENCE[doubt],
        proof=(Proof(location=target.location, fact=f"{target.title} is what the rule is for"),),
        breaks=f"Let {name} admit only the service that needs {target.title}.",
        kind=RelationKind.EXPOSES if exposes else RelationKind.CAN_REACH,
    )


_CONFIDENCE = {False: Confidence.HIGH, True: Confidence.MEDIUM}


def _left(
    rule: _Firewall, rules: Iterable[_Firewall], target: Resource, source: Resource | None, known: Known
) -> tuple[Ports, bool]:
    """What of a rule's ports no stronger rule denies, and whether that is in doubt."""
    ports, doubt = rule.ports, False
    for other in rules:
        if other.allows or (other.priority, other.allows) > (rule.priority, rule.allows):
            continue
        ranges = ranges_of(texts(other.resource.attributes.get("source_ranges")).known)
        meant: Match = any(map(is_world, ranges))
        if not meant and source is not None:
            meant = _is_source(other, source, known)
            meant = None if meant is False and ranges else meant
        meant = meant and _is_target(other, target, known)
        if meant and other.certain:
            ports = ports.without(other.ports)
        elif meant is not False and ports.both(other.ports).spans:
            doubt = True
    return (ports if ports.spans else NONE), doubt


def _is_target(rule: _Firewall, instance: Resource, known: Known) -> Match:
    values = rule.resource.attributes
    if not values.get("target_tags") and not values.get("target_service_accounts"):
        return True
    return _has(rule, instance, "target", known)


def _is_source(rule: _Firewall, instance: Resource, known: Known) -> Match:
    return _has(rule, instance, "source", known)


def _has(rule: _Firewall, instance: Resource, side: str, known: Known) -> Match:
    """Whether an instance has one of the tags or accounts that a rule names."""
    wanted, own = texts(rule.resource.attributes.get(f"{side}_tags")), texts(instance.attributes.get("tags"))
    tagged: Match = bool(set(wanted.known) & set(own.known))
    if not tagged and (wanted.unknown or (own.unknown and wanted.known)):
        tagged = None
    accounts = {key_of(target) for _, target in known.index.named(rule.resource, f"{side}_service_accounts")}
    acting = {key_of(target) for _, target in known.index.named(instance, "service_account[0].email")}
    return any_of(tagged, bool(accounts & acting))


def _has_address(instance: Resource) -> bool:
    for network in blocks(instance.attributes, "network_interface"):
        if any(True for _ in blocks(network.values, "access_config")) or network.values.get("access_config") == []:
            return bool(network.values.get("access_config"))
    return False


def _authorized(known: Known, paths: Paths, store: Resource) -> None:
    component = known.of_resource(store)
    for settings in blocks(store.attributes, "settings") if component else ():
        for address in blocks(settings.values, "ip_configuration", settings.path):
            for one in blocks(address.values, "authorized_networks", address.path):
                _authorized_network(paths, store, component, one.path, texts(one.values.get("value")).known)


def _authorized_network(
    paths: Paths, store: Resource, component: Component | None, path: str, written: tuple[str, ...]
) -> None:
    if component is None or not any(map(is_world, ranges_of(written))):
        return
    paths.add(
        Path(
            source=component.id,
            target=component.id,
            location=place(store, path),
            fact=f"{component.title} lets in {written[0]} as an authorised network",
            ports=listening(store, component.engine),
            breaks=f"Remove {written[0]} from the authorised networks, and give the store a private address only.",
            kind=RelationKind.EXPOSES,
        )
    )


def _to_stores(known: Known, paths: Paths, members: list[tuple[Component, Resource]]) -> None:
    """Private services are open to all of the network that they are joined with."""
    stores = [one for one in members if one[0].kind is ComponentKind.STORE]
    sources = [one for one in members if one[0].kind in (ComponentKind.COMPUTE, ComponentKind.CLUSTER)]
    denies = any(
        one.attributes.get("direction") == "EGRESS" and "deny" in one.attributes
        for one in known.index.of(ResourceKind.TERRAFORM, "google_compute_firewall")
    )
    for store, resource in stores:
        for source, sender in sources:
            if paths.stop(store.id, resource.location):
                return
            paths.add(
                Path(
                    source=source.id,
                    target=store.id,
                    location=resource.location,
                    fact=f"{store.title} has a private address in the network in which {source.title} is",
                    ports=listening(resource, store.engine),
                    confidence=Confidence.LOW if denies else Confidence.MEDIUM,
                    proof=(Proof(location=sender.location, fact=f"{source.title} is in the same network"),),
                    breaks="Deny egress to the store's range for all but the service that owns it.",
                )
            )
