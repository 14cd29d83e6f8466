"""Which pods reach which others, asked for two at a time: a cluster without policies lets everybody reach everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from scanner.domain.architecture import ComponentKind, Proof
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.domain.workload import containers, is_workload, pod_metadata
from scanner.modelling.components.kinds import image_name
from scanner.modelling.known import Known
from scanner.modelling.relations.reachability.attributes import place
from scanner.modelling.relations.reachability.policies import TYPES, Peer, Policy, PolicyRule, policies
from scanner.modelling.relations.reachability.ports import ALL, NONE, TCP, Ports, of_engine, tcp
from scanner.modelling.relations.reachability.selectors import NAMESPACE_NAME, Match, all_of, any_of, matches


class Reach(StrEnum):
    """Whether one reaches another."""

    REACHED = "reached"
    NOT_REACHED = "not"
    UNKNOWN = "unknown"


class Verdict(NamedTuple):
    """Whether one component reaches another, and why."""

    state: Reach
    ports: str = ""
    """On which ports, where it is reached and these are known."""
    proof: tuple[Proof, ...] = ()
    reason: str = ""
    """In words."""
    named: bool = False
    """Whether a policy lets it in, rather than that there is none."""


@dataclass(frozen=True, slots=True)
class Pod:
    """The pods of a workload."""

    component: str
    resource: Resource
    namespace: str | None
    labels: Mapping[str, Value] | None
    """None where they are not known."""
    names: Mapping[str, int]
    """Its named ports."""
    ports: Ports
    """On which it listens, as far as that matters."""


class _Side(NamedTuple):
    """What the policies of one side let through."""

    open: tuple[Policy, ...]
    """Those that surely let it through."""

    sure: Ports
    perhaps: Ports
    proof: tuple[Proof, ...]
    policies: tuple[Policy, ...]


class ClusterReach:
    """Answers whether pods reach each other, from the policies of a repository.

    Args:
        known: The components.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self.pods: dict[str, list[Pod]] = defaultdict(list)
        """By component."""
        self.by_namespace: dict[str | None, list[Pod]] = defaultdict(list)
        self._folders: dict[tuple[str, str | None, str], set[str]] = defaultdict(set)
        self.policies: list[Policy] = []
        self._policies: dict[str | None, list[Policy]] = defaultdict(list)
        self._everywhere: list[Policy] = []
        self._namespaces = {one.name: one for one in known.index.of(ResourceKind.KUBERNETES, "Namespace")}
        self._read()

    def can_reach(self, source_id: str, target_id: str) -> Verdict:
        """Whether one component reaches another on the cluster's network.

        Args:
            source_id: Id of a component that runs pods.
            target_id: Id of another.
        """
        found = [
            self._between(source, target)
            for source in self.pods.get(source_id, ())[:_MOST_PODS]
            for target in self.pods.get(target_id, ())[:_MOST_PODS]
        ]
        for state in (Reach.REACHED, Reach.UNKNOWN, Reach.NOT_REACHED):
            for one in found:
                if one.state is state:
                    return one
        return Verdict(Reach.UNKNOWN, reason="one of them runs no pods that were read")

    def is_selected(self, policy: Policy, pod: Pod) -> Match:
        """Whether a policy is about a pod."""
        if not policy.everywhere and policy.resource.namespace != pod.namespace:
            return False
        found = self._labelled(policy.selector, pod)
        return None if found and not self._is_applied(policy, pod) else found

    def are_together(self, source: Pod, target: Pod) -> bool:
        """Whether two workloads may run in one cluster: not so where each has a copy beside the other."""
        one, other = _folder(source.resource), _folder(target.resource)
        return one == other or (one not in self._folders[_mark(target)] and other not in self._folders[_mark(source)])

    def _is_applied(self, policy: Policy, pod: Pod) -> bool:
        """Whether a policy is surely for this pod: of copies without namespace, it may be for another one."""
        if policy.everywhere or pod.namespace is not None or len(self._folders[_mark(pod)]) < 2:
            return True
        return _folder(policy.resource).partition("/")[0] == _folder(pod.resource).partition("/")[0]

    def is_meant(self, peer: Peer, policy: Policy, pod: Pod) -> Match:
        """Whether a peer of a policy's rule means a pod."""
        if peer.outside:
            return None
        there: Match
        if peer.namespaces is not None:
            there = self._in_namespace(peer.namespaces, pod.namespace)
        else:
            there = policy.everywhere or policy.resource.namespace == pod.namespace
        return all_of(there, True if peer.pods is None else self._labelled(peer.pods, pod))

    def _read(self) -> None:
        for resource in self._known.index.of(ResourceKind.KUBERNETES):
            component = self._known.of_resource(resource) if is_workload(resource) else None
            if component is not None:
                pod = _pod(resource, component.id, component.engine, store=component.kind is ComponentKind.STORE)
                self.pods[component.id].append(pod)
                self.by_namespace[pod.namespace].append(pod)
                self._folders[_mark(pod)].add(_folder(resource))
        for resource in self._known.index.of(ResourceKind.KUBERNETES, *TYPES):
            for policy in policies(resource):
                self.policies.append(policy)
                if policy.everywhere:
                    self._everywhere.append(policy)
                else:
                    self._policies[resource.namespace].append(policy)

    def _between(self, source: Pod, target: Pod) -> Verdict:
        comes = self._side(target, source, target, ingress=True)
        leaves = self._side(source, source, target, ingress=False)
        proof = (*leaves.proof, *comes.proof)
        ports = comes.sure.both(leaves.sure).both(target.ports)
        if ports.spans:
            if comes.policies:
                reason = f"{_names(comes.open)} lets it in"
            else:
                reason = f"no network policy selects {target.resource.name}, so every pod of the cluster reaches it"
            return Verdict(Reach.REACHED, ports.text, proof, reason, named=bool(comes.policies))
        if comes.perhaps.both(leaves.perhaps).both(target.ports).spans:
            reason = (
                "a selector, a label or an address of " + _names((*comes.policies, *leaves.policies)) + " is not known"
            )
            return Verdict(Reach.UNKNOWN, "", proof, reason)
        closed = [*leaves.policies, *comes.policies]
        proof = tuple(Proof(location=one.resource.location, fact=f"{_names([one])} keeps it out") for one in closed)
        return Verdict(Reach.NOT_REACHED, "", proof, f"{_names(closed)} keeps it out")

    def _side(self, selected: Pod, source: Pod, target: Pod, *, ingress: bool) -> _Side:
        sure, perhaps = NONE, NONE
        proof: list[Proof] = []
        holding: list[Policy] = []
        letting: list[Policy] = []
        closed: Match = False
        doubt = False
        for policy in (*self._policies.get(selected.namespace, ()), *self._everywhere):
            rules = policy.ingress if ingress else policy.egress
            chosen = False if rules is None and policy.certain else self.is_selected(policy, selected)
            if chosen is False:
                continue
            holding.append(policy)
            closed = any_of(closed, chosen if rules is not None else None)
            doubt = doubt or not policy.certain
            for rule in rules or ():
                ports = rule.ports_at(target.names)
                meant = self._lets(rule, policy, source if ingress else target)
                if meant is not False:
                    perhaps = perhaps.either(ports)
                if meant and chosen and policy.certain:
                    sure = sure.either(ports)
                    letting.append(policy)
                    shown = "all ports" if ports == ALL else f"port {ports.text}" if ports.text else "some ports"
                    fact = f"{_names([policy])} lets through {shown}"
                    proof.append(Proof(location=place(policy.resource, rule.path), fact=fact))
        if closed is False:
            return _Side((), ALL, ALL, (), ())
        return _Side(
            tuple(letting), sure, ALL if closed is None or doubt else perhaps, tuple(proof[:5]), tuple(holding)
        )

    def _lets(self, rule: PolicyRule, policy: Policy, pod: Pod) -> Match:
        if rule.peers is None:
            return True if rule.certain else None
        found = any_of(*(self.is_meant(peer, policy, pod) for peer in rule.peers))
        return found if rule.certain or found else None

    def _labelled(self, selector: Value, pod: Pod) -> Match:
        return matches(selector, pod.labels or {}, complete=pod.labels is not None)

    def _in_namespace(self, selector: Value, name: str | None) -> Match:
        labels: dict[str, Value] = {} if name is None else {NAMESPACE_NAME: name}
        written = self._namespaces.get(name) if name is not None else None
        metadata = written.attributes.get("metadata") if written is not None else None
        if not isinstance(metadata, Mapping):
            return matches(selector, labels, complete=False)
        own = metadata.get("labels")
        if isinstance(own, Mapping):
            labels = {**own, **labels}
        return matches(selector, labels, complete=not isinstance(own, Unknown))


_MOST_PODS = 5
"""Workloads of one component, such as those of its environments, that are compared."""


def _mark(pod: Pod) -> tuple[str, str | None, str]:
    return pod.resource.type, pod.namespace, pod.resource.name


def _folder(resource: Resource) -> str:
    return resource.location.path.rpartition("/")[0]


def _names(found: Iterable[Policy]) -> str:
    return ", ".join(dict.fromkeys(f"{one.resource.type} {one.resource.name}" for one in found))


def _pod(resource: Resource, component: str, engine: str, *, store: bool) -> Pod:
    metadata = pod_metadata(resource)
    labels = metadata.get("labels", {})
    named = dict(_named_ports(resource))
    known = dict(labels) if isinstance(labels, Mapping) else {} if labels is None else None
    ports = _listening(resource, engine) if store else ALL
    return Pod(component, resource, resource.namespace, known, named, ports)


def _named_ports(resource: Resource) -> Iterator[tuple[str, int]]:
    for container in containers(resource):
        for port in _sequence(container.get("ports")):
            number = port.get("containerPort") if isinstance(port, Mapping) else None
            name = port.get("name") if isinstance(port, Mapping) else None
            if isinstance(number, int) and isinstance(name, str):
                yield name, number


def _listening(resource: Resource, engine: str) -> Ports:
    """The ports of a store's engine, or those that its containers name."""
    written: set[int] = set()
    for container in containers(resource):
        image = container.get("image")
        found = of_engine(engine or image_name(image if isinstance(image, str) else ""))
        for port in _sequence(container.get("ports")):
            number = port.get("containerPort") if isinstance(port, Mapping) else None
            if isinstance(number, int) and 0 < number <= TCP.spans[0][1]:
                written.add(number)
        if found is not None and (not written or any(found.both(tcp(one)).spans for one in written)):
            return found
    return tcp(*written) if written else Ports(TCP.spans, known=False)


def _sequence(value: Value) -> Sequence[Value]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()
