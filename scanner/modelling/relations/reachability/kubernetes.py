"""Who reaches whom in a cluster, as far as it is worth a list: what policies name, and users' interfaces to stores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from scanner.domain.architecture import Component, ComponentKind, Confidence, LayerId, LooseEnd, RelationKind
from scanner.domain.resource import Value
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.reachability.attributes import place
from scanner.modelling.relations.reachability.cluster import ClusterReach, Pod, Reach, Verdict
from scanner.modelling.relations.reachability.gathering import Path, Paths
from scanner.modelling.relations.reachability.policies import Peer, Policy, PolicyRule
from scanner.modelling.relations.reachability.ports import spoken
from scanner.modelling.relations.reachability.selectors import is_empty


def find_cluster_reach(known: Known) -> Iterator[Tie]:
    """CAN_REACH towards stores from what users see, and between pods that policies name."""
    cluster = ClusterReach(known)
    paths = Paths()
    _to_stores(known, cluster, paths)
    loose: list[LooseEnd] = []
    for policy in cluster.policies:
        loose.extend(_named(known, cluster, paths, policy))
    yield from paths.ties()
    yield from loose


def _to_stores(known: Known, cluster: ClusterReach, paths: Paths) -> None:
    running = [known.components[name] for name in cluster.pods]
    stores = [one for one in running if one.kind is ComponentKind.STORE]
    seen = [one for one in running if one.layer is LayerId.PRESENTATION or one.kind is ComponentKind.EDGE]
    for store in stores:
        for source in seen:
            if paths.stop(store.id, store.location):
                break
            if cluster.are_together(cluster.pods[source.id][0], cluster.pods[store.id][0]):
                _tell(cluster, paths, source, store)


def _tell(cluster: ClusterReach, paths: Paths, source: Component, target: Component) -> None:
    verdict = cluster.can_reach(source.id, target.id)
    if verdict.state is Reach.REACHED:
        paths.add(_path(source, target, verdict))
    elif verdict.state is Reach.UNKNOWN:
        at = verdict.proof[0].location if verdict.proof else target.location
        wanted = f"{target.title} ({target.engine or 'store'}) in {target.group or 'its namespace'}"
        paths.lose(source.id, wanted, verdict.reason, at)


def _path(source: Component, target: Component, verdict: Verdict) -> Path:
    sure = Confidence.HIGH
    if not verdict.named:
        sure = Confidence.MEDIUM if source.group and source.group == target.group else Confidence.LOW
    location = verdict.proof[-1].location if verdict.named and verdict.proof else target.location
    words = f"Let a network policy admit to {target.title} only the pods of the service that owns it."
    return Path(
        source=source.id,
        target=target.id,
        location=location,
        fact=verdict.reason,
        ports=spoken("tcp", verdict.ports.split(", ")) if verdict.ports and "/" not in verdict.ports else None,
        confidence=sure,
        proof=verdict.proof,
        breaks=words,
    )


def _named(known: Known, cluster: ClusterReach, paths: Paths, policy: Policy) -> Iterator[LooseEnd]:
    """The pods that a policy's rules name, and whom it names that is not there."""
    here = _candidates(cluster, policy, Peer(pods=policy.selector))
    selected = [pod for pod in here if cluster.is_selected(policy, pod)]
    if not selected and not is_empty(policy.selector) and not any(_may(cluster, policy, pod) for pod in here):
        yield _nobody(known, policy, "podSelector", policy.selector, "spec.podSelector")
    for incoming, rules in ((True, policy.ingress), (False, policy.egress)):
        for rule in rules or ():
            for peer in rule.peers or ():
                if peer.explicit:
                    yield from _pairs(known, cluster, paths, _Named(policy, rule, peer, incoming, selected))


class _Named:
    """Whom a rule of a policy names."""

    def __init__(self, policy: Policy, rule: PolicyRule, peer: Peer, incoming: bool, selected: list[Pod]) -> None:
        self.policy, self.rule, self.peer = policy, rule, peer
        self.incoming, self.selected = incoming, selected


def _pairs(known: Known, cluster: ClusterReach, paths: Paths, named: _Named) -> Iterator[LooseEnd]:
    candidates = _candidates(cluster, named.policy, named.peer)
    meant = [(pod, cluster.is_meant(named.peer, named.policy, pod)) for pod in candidates]
    if all(found is False for _, found in meant):
        yield _nobody(known, named.policy, "peer", named.peer.pods, named.rule.path)
    for pod, found in meant:
        for other in named.selected if found else ():
            if paths.stop(other.component, named.policy.resource.location):
                return
            source, target = (pod, other) if named.incoming else (other, pod)
            if not cluster.are_together(source, target):
                continue
            verdict = cluster.can_reach(source.component, target.component)
            if verdict.state is Reach.REACHED and source.component != target.component:
                paths.add(_path(known.components[source.component], known.components[target.component], verdict))


def _may(cluster: ClusterReach, policy: Policy, pod: Pod) -> bool:
    return cluster.is_selected(policy, pod) is None


def _candidates(cluster: ClusterReach, policy: Policy, peer: Peer) -> Iterable[Pod]:
    if policy.everywhere or peer.namespaces is not None:
        return [pod for pods in cluster.by_namespace.values() for pod in pods]
    return cluster.by_namespace.get(policy.resource.namespace, [])


def _nobody(known: Known, policy: Policy, what: str, selector: Value, path: str) -> LooseEnd:
    return LooseEnd(
        source=known.index.names.of(policy.resource),
        kind=RelationKind.CAN_REACH,
        wanted=f"pods of the {what} {_shown(selector)} in {path}",
        reason="no workload here has these labels",
        location=place(policy.resource, path),
    )


def _shown(selector: Value) -> str:
    labels = selector.get("matchLabels") if isinstance(selector, Mapping) else None
    if not isinstance(labels, Mapping):
        return "with expressions"
    return ", ".join(f"{key}={value}" if isinstance(value, str) else str(key) for key, value in labels.items())[:200]
