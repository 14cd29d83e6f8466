"""How requests go in a cluster: from an edge to a Service, and from there to what it selects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner.domain.architecture import (
    Component,
    ComponentKind,
    Confidence,
    Exposure,
    LooseEnd,
    Proof,
    Relation,
    RelationKind,
)
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.domain.workload import containers
from scanner.modelling.components.kubernetes_edges import EDGE_KINDS, is_edge
from scanner.modelling.components.kubernetes_objects import opens_ports
from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.backends import Backend, backends, gates
from scanner.modelling.relations.cluster import Cluster, selector_of, weakest
from scanner.modelling.relations.pods import place


def find_routes(known: Known) -> Iterator[Tie]:
    """Routes of edges to Services, of Services to workloads, and what is opened to the internet."""
    cluster = known.once(Cluster)
    for service in cluster.services:
        component = known.of_resource(service)
        if component is not None:
            yield from _to_workloads(cluster, service, component)
    for route in known.index.of(ResourceKind.KUBERNETES, *EDGE_KINDS):
        component = known.of_resource(route)
        if component is not None and is_edge(route):
            yield from _of_edge(known, cluster, route, component)


def _to_workloads(cluster: Cluster, service: Resource, component: Component) -> Iterator[Tie]:
    selector = selector_of(service)
    if selector is None or selector == {} or _is_external(service):
        return
    found = cluster.behind(service)
    ports = _ports(service)
    for one in found:
        proof = Proof(location=one.workload.location, fact=f"the pods of {one.workload.address} have these labels")
        for kind in _kinds(service, component.exposure):
            yield Relation(
                source=component.id,
                target=one.component.id,
                kind=kind,
                location=place(service, "spec.selector", "spec"),
                derived_from=f"the selector of {service.address} finds it",
                confidence=one.confidence,
                proof=(proof,),
                ports=_target_ports(service, one.workload) or ports,
                breaks="Change the selector, or the type of the Service to ClusterIP.",
            )
    if component.exposure is Exposure.UNKNOWN and any(one.component.kind is ComponentKind.STORE for one in found):
        yield _not_placed(service, component)
    if not found:
        yield LooseEnd(
            source=component.id,
            kind=RelationKind.ROUTES_TO,
            wanted=f"pods of {service.address}" + (f" on {ports}" if ports else ""),
            reason=_why_nothing(selector),
            location=place(service, "spec.selector", "spec"),
        )


def _not_placed(entry: Resource, component: Component) -> LooseEnd:
    """That nobody can tell who comes in by what leads to a store: the internet, or those inside only."""
    return LooseEnd(
        source=component.id,
        kind=RelationKind.EXPOSES,
        wanted=f"who reaches {entry.address} from outside",
        reason=f"its type, its class or the addresses that it lets in do not tell whether this {entry.type} is public",
        location=place(entry, "spec.type", "spec.ingressClassName", "spec"),
    )


def _kinds(service: Resource, exposure: Exposure) -> tuple[RelationKind, ...]:
    if opens_ports(service) and exposure is Exposure.INTERNET:
        return RelationKind.ROUTES_TO, RelationKind.EXPOSES
    return (RelationKind.ROUTES_TO,)


def _why_nothing(selector: Value) -> str:
    unknown = isinstance(selector, Unknown) or (
        isinstance(selector, Mapping) and any(isinstance(one, Unknown) for one in selector.values())
    )
    if unknown:
        return "its selector is written by a template that is not rendered, or is not known"
    return "its selector finds no workload that was read"


def _of_edge(known: Known, cluster: Cluster, route: Resource, component: Component) -> Iterator[Tie]:
    exposed = component.exposure
    for gate in gates(route):
        gateway = cluster.find("Gateway", route, gate.name, gate.namespace)
        target = known.of_resource(gateway) if gateway is not None else None
        if gateway is None or target is None:
            space = f"{gate.namespace}/" if gate.namespace else ""
            reason = "no such Gateway was read"
            kind = RelationKind.ROUTES_TO
            wanted = f"Gateway {space}{gate.name}"
            yield LooseEnd(source=component.id, kind=kind, wanted=wanted, reason=reason, location=gate.location)
            continue
        exposed = target.exposure if exposed is Exposure.UNKNOWN else exposed
        yield Relation(
            source=target.id,
            target=component.id,
            kind=RelationKind.ROUTES_TO,
            location=gate.location,
            derived_from=f"{route.address} hangs on {gateway.address}",
            confidence=cluster.sure_of(route, gateway),
            proof=(Proof(location=gateway.location, fact=f"{gateway.address} is declared"),),
            breaks="Take the gateway out of the route.",
        )
    for backend in backends(route):
        yield from _to_service(known, cluster, route, (component, exposed), backend)


def _to_service(
    known: Known, cluster: Cluster, route: Resource, edge: tuple[Component, Exposure], backend: Backend
) -> Iterator[Tie]:
    source, exposed = edge
    service = cluster.find("Service", route, backend.name or backend.written, backend.namespace)
    target = known.of_resource(service) if service is not None else None
    if service is None or target is None:
        unknown = not backend.name or "{{" in backend.written
        yield LooseEnd(
            source=source.id,
            kind=RelationKind.ROUTES_TO,
            wanted=f"Service {backend.namespace or route.namespace or ''}/{backend.written}".replace(" /", " "),
            reason="its name is not known before the template is rendered" if unknown else "no such Service was read",
            location=backend.location,
        )
        return
    if exposed is Exposure.UNKNOWN and any(
        one.component.kind is ComponentKind.STORE for one in cluster.behind(service)
    ):
        yield _not_placed(route, source)
    proof = (Proof(location=service.location, fact=f"{service.address} is the Service of that name"),)
    for kind in (RelationKind.ROUTES_TO, *((RelationKind.EXPOSES,) if exposed is Exposure.INTERNET else ())):
        yield Relation(
            source=source.id,
            target=target.id,
            kind=kind,
            location=backend.location,
            derived_from=f"{route.address} passes requests on to {service.name}",
            confidence=weakest(Confidence.HIGH if backend.name else Confidence.MEDIUM, cluster.sure_of(route, service)),
            proof=proof,
            ports=backend.port,
            breaks="Remove the route, or make the edge internal.",
        )


def _is_external(service: Resource) -> bool:
    spec = service.attributes.get("spec")
    return isinstance(spec, Mapping) and spec.get("type") == "ExternalName"


def _ports(service: Resource) -> str:
    return ",".join(str(port["port"]) for port in _port_list(service) if isinstance(port.get("port"), int | str))


def _target_ports(service: Resource, workload: Resource) -> str:
    """The ports of the pods that a Service passes on to, with names of ports looked up."""
    named = {
        str(port["name"]): str(port["containerPort"])
        for container in containers(workload)
        for port in _maps(container.get("ports"))
        if isinstance(port.get("name"), str) and isinstance(port.get("containerPort"), int | str)
    }
    found = []
    for port in _port_list(service):
        target = port.get("targetPort", port.get("port"))
        if isinstance(target, int | str):
            found.append(named.get(str(target), str(target)))
    return ",".join(found)


def _port_list(service: Resource) -> list[Mapping[str, Value]]:
    spec = service.attributes.get("spec")
    return _maps(spec.get("ports")) if isinstance(spec, Mapping) else []


def _maps(value: Value) -> list[Mapping[str, Value]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list | tuple) else []
