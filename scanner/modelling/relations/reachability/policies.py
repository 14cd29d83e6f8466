"""Network policies of Kubernetes and of Cilium, read into one form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from scanner.domain.resource import Resource, Unknown, Value
from scanner.modelling.relations.reachability.ports import ALL, NONE, NOT_KNOWN, Ports, ports_of
from scanner.modelling.relations.reachability.selectors import NAMESPACE_NAME, is_empty

TYPES = ("NetworkPolicy", "CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy")
_CILIUM_NAMESPACE = "io.kubernetes.pod.namespace"
_PREFIXES = ("k8s:", "any:")
_CLUSTER = frozenset({"all", "cluster"})
_MOST = 1000
"""More rules, or peers of a rule, than any policy has."""


@dataclass(frozen=True, slots=True)
class Peer:
    """Pods that a rule lets through, or something that is not told apart."""

    pods: Value = None
    """Selector of pods; all without."""
    namespaces: Value = None
    """Selector of namespaces; only the policy's own without."""
    outside: bool = False
    """Addresses, not pods; whether a pod is among them cannot be told."""
    world: bool = False
    """All addresses, outside of the cluster as well."""

    @property
    def explicit(self) -> bool:
        """Whether it names whom it means, rather than everybody of some namespaces."""
        return not self.outside and isinstance(self.pods, Mapping) and not is_empty(self.pods)


@dataclass(frozen=True, slots=True)
class Port:
    """A port of a rule, as it is written."""

    protocol: Value
    first: Value
    last: Value = None


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """What one rule of a policy lets through."""

    path: str
    """Attribute path in the policy."""
    peers: tuple[Peer, ...] | None
    """None for everybody."""
    ports: tuple[Port, ...] | None
    """None for all."""
    certain: bool = True
    """False where parts of it cannot be read."""

    def ports_at(self, names: Mapping[str, int]) -> Ports:
        """Its ports at a pod.

        Args:
            names: Named ports of the pod.
        """
        if self.ports is None:
            return ALL
        found = NONE
        for one in self.ports:
            first = names.get(one.first) if isinstance(one.first, str) and not one.first.isdigit() else one.first
            if first is None and one.first is not None:
                found = found.either(NOT_KNOWN)
                continue
            protocol = "TCP" if one.protocol is None else one.protocol
            found = found.either(ports_of(protocol, first, one.last))
        return found


@dataclass(frozen=True, slots=True)
class Policy:
    """A network policy."""

    resource: Resource
    selector: Value
    everywhere: bool
    """Whether it is about pods of all namespaces."""
    ingress: tuple[PolicyRule, ...] | None
    """None where it says nothing of who comes in."""
    egress: tuple[PolicyRule, ...] | None
    certain: bool = True
    """False where it forbids more, or its rules cannot be read."""


_Reader: TypeAlias = Callable[[Mapping[str, Value], str, str], PolicyRule]


def policies(resource: Resource) -> Iterator[Policy]:
    """The policies that an object states: one, or of Cilium several."""
    version = resource.attributes.get("apiVersion")
    group = version.partition("/")[0] if isinstance(version, str) else ""
    spec = resource.attributes.get("spec")
    if resource.type == "NetworkPolicy":
        if isinstance(spec, Mapping) and group in {"networking.k8s.io", "extensions", ""}:
            yield _kubernetes(resource, spec)
        return
    several = resource.attributes.get("specs")
    for number, one in enumerate(_list(several)):
        if isinstance(one, Mapping):
            yield _cilium(resource, one, f"specs[{number}]")
    if isinstance(spec, Mapping):
        yield _cilium(resource, spec, "spec")


def _kubernetes(resource: Resource, spec: Mapping[str, Value]) -> Policy:
    written = spec.get("policyTypes")
    types = {one for one in _list(written) if isinstance(one, str)}
    if not types:
        types = {"Ingress", "Egress"} if spec.get("egress") else {"Ingress"}
    rules = {
        name: tuple(_rules(spec, name, "spec", _kubernetes_rule)) if name.title() in types else None
        for name in ("ingress", "egress")
    }
    opaque = any(isinstance(value, Unknown) for value in (written, spec.get("ingress"), spec.get("egress")))
    return Policy(resource, spec.get("podSelector", {}) or {}, False, rules["ingress"], rules["egress"], not opaque)


def _rules(spec: Mapping[str, Value], name: str, base: str, read: _Reader) -> Iterator[PolicyRule]:
    for number, one in enumerate(_list(spec.get(name))):
        path = f"{base}.{name}[{number}]"
        if isinstance(one, Mapping):
            yield read(one, path, "from" if name == "ingress" else "to")
        elif isinstance(one, Unknown):
            yield PolicyRule(path, None, None, certain=False)


def _kubernetes_rule(rule: Mapping[str, Value], path: str, side: str) -> PolicyRule:
    written, ports = rule.get(side), rule.get("ports")
    peers = [_kubernetes_peer(one) for one in _list(written) if isinstance(one, Mapping)]
    listed = [
        Port(one.get("protocol"), one.get("port"), one.get("endPort"))
        for one in _list(ports)
        if isinstance(one, Mapping)
    ]
    unknown = isinstance(written, Unknown) or any(isinstance(one, Unknown) for one in (*_list(written), *_list(ports)))
    certain = not unknown and not isinstance(ports, Unknown)
    return PolicyRule(path, tuple(peers) if _list(written) else None, tuple(listed) if _list(ports) else None, certain)


def _kubernetes_peer(peer: Mapping[str, Value]) -> Peer:
    block = peer.get("ipBlock")
    if block is not None:
        cidr = block.get("cidr") if isinstance(block, Mapping) else None
        return Peer(outside=True, world=cidr in ("0.0.0.0/0", "::/0"))
    return Peer(pods=peer.get("podSelector"), namespaces=peer.get("namespaceSelector"))


def _cilium(resource: Resource, spec: Mapping[str, Value], base: str) -> Policy:
    everywhere = resource.type == "CiliumClusterwideNetworkPolicy"
    denies = any(spec.get(name) for name in ("ingressDeny", "egressDeny", "nodeSelector"))
    rules = {
        name: tuple(_rules(spec, name, base, _cilium_rule)) if name in spec else None for name in ("ingress", "egress")
    }
    pods, _ = _plain(spec.get("endpointSelector", {}) or {})
    return Policy(resource, pods, everywhere, rules["ingress"], rules["egress"], not denies)


def _cilium_rule(rule: Mapping[str, Value], path: str, side: str) -> PolicyRule:
    peers: list[Peer] = []
    for one in _list(rule.get(f"{side}Endpoints")):
        pods, namespaces = _plain(one)
        peers.append(Peer(pods=pods, namespaces=namespaces))
    for entity in _list(rule.get(f"{side}Entities")):
        if entity in _CLUSTER:
            peers.append(Peer(namespaces={}))
        else:
            peers.append(Peer(outside=True, world=entity == "world"))
    others = [name for name in rule if name.startswith(side) and name not in {f"{side}Endpoints", f"{side}Entities"}]
    peers.extend(Peer(outside=True) for name in others if name != "toPorts")
    ports: list[Port] = []
    for one in _list(rule.get("toPorts")):
        for port in _list(one.get("ports")) if isinstance(one, Mapping) else ():
            if isinstance(port, Mapping):
                protocol = port.get("protocol")
                ports.append(Port("all" if protocol == "ANY" else protocol, port.get("port"), port.get("endPort")))
    only_ports = not peers and bool(ports)
    return PolicyRule(path, None if only_ports else tuple(peers), tuple(ports) or None)


def _plain(selector: Value) -> tuple[Value, Value]:
    """A selector of Cilium as one of pods and one of namespaces."""
    if not isinstance(selector, Mapping):
        return selector, None
    labels = selector.get("matchLabels")
    if not isinstance(labels, Mapping):
        return selector, None
    plain = {_without_prefix(str(key)): value for key, value in labels.items()}
    namespace = plain.pop(_CILIUM_NAMESPACE, None)
    named: Value = None if namespace is None else {"matchLabels": {NAMESPACE_NAME: namespace}}
    return {**selector, "matchLabels": plain}, named


def _without_prefix(key: str) -> str:
    for prefix in _PREFIXES:
        key = key.removeprefix(prefix)
    return key


def _list(value: Value) -> Sequence[Value]:
    return value[:_MOST] if isinstance(value, Sequence) and not isinstance(value, str) else ()
