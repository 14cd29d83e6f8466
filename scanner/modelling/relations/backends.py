"""To which Services the routes of an Ingress, a gateway or a mesh pass requests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, Unknown, Value
from scanner.modelling.relations.pods import place


class Backend(NamedTuple):
    """A Service that a route names."""

    name: str
    """Empty where it is not known."""
    written: str
    namespace: str
    port: str
    location: Location


class Gate(NamedTuple):
    """A gateway that a route hangs on."""

    name: str
    namespace: str
    location: Location


def backends(route: Resource) -> Iterator[Backend]:
    """The Services that a route names, in the order in which they stand."""
    spec = route.attributes.get("spec")
    if not isinstance(spec, Mapping):
        return
    read = _READERS.get(route.type, _routed)
    yield from read(route, spec)


def _of_ingress(route: Resource, spec: Mapping[str, Value]) -> Iterator[Backend]:
    for part in ("defaultBackend", "backend"):
        yield from _ingress(route, spec.get(part), f"spec.{part}")
    for at, rule in _listed(spec.get("rules"), "spec.rules"):
        http = rule.get("http")
        for below, path in _listed(http.get("paths") if isinstance(http, Mapping) else None, f"{at}.http.paths"):
            yield from _ingress(route, path.get("backend"), f"{below}.backend")


def _of_mesh(route: Resource, spec: Mapping[str, Value]) -> Iterator[Backend]:
    for part in ("http", "tcp", "tls"):
        for at, rule in _listed(spec.get(part), f"spec.{part}"):
            for below, one in _listed(rule.get("route"), f"{at}.route"):
                destination = one.get("destination")
                if isinstance(destination, Mapping):
                    yield _backend(route, destination, "host", f"{below}.destination")


def _of_openshift(route: Resource, spec: Mapping[str, Value]) -> Iterator[Backend]:
    to = spec.get("to")
    if isinstance(to, Mapping) and to.get("kind", "Service") == "Service":
        yield _backend(route, to, "name", "spec.to")


def gates(route: Resource) -> Iterator[Gate]:
    """The gateways that a route of the Gateway API or of Istio hangs on."""
    spec = route.attributes.get("spec")
    if not isinstance(spec, Mapping):
        return
    for at, parent in _listed(spec.get("parentRefs"), "spec.parentRefs"):
        name, space = parent.get("name"), parent.get("namespace")
        if isinstance(name, str) and parent.get("kind", "Gateway") == "Gateway":
            yield Gate(name, space if isinstance(space, str) else "", place(route, f"{at}.name", at))
    named = spec.get("gateways") if route.type == "VirtualService" else None
    for number, name in enumerate(named) if isinstance(named, list | tuple) else ():
        if isinstance(name, str) and name != "mesh":
            space, _, own = name.rpartition("/")
            yield Gate(own, space, place(route, f"spec.gateways[{number}]", "spec.gateways"))


def _ingress(route: Resource, value: Value, at: str) -> Iterator[Backend]:
    if isinstance(value, Unknown):
        yield Backend("", value.text, "", "", place(route, at))
        return
    if not isinstance(value, Mapping):
        return
    service = value.get("service")
    if isinstance(service, Mapping):
        yield _backend(route, service, "name", f"{at}.service")
    elif "serviceName" in value:
        yield _backend(route, value, "serviceName", at)


def _routed(route: Resource, spec: Mapping[str, Value]) -> Iterator[Backend]:
    for part in ("rules", "routes"):
        for at, rule in _listed(spec.get(part), f"spec.{part}"):
            for name in ("backendRefs", "services"):
                for below, one in _listed(rule.get(name), f"{at}.{name}"):
                    if one.get("kind", "Service") == "Service":
                        yield _backend(route, one, "name", below)


def _backend(route: Resource, value: Mapping[str, Value], key: str, at: str) -> Backend:
    name, space = value.get(key), value.get("namespace")
    port = value.get("port", value.get("servicePort"))
    if isinstance(port, Mapping):
        port = port.get("number", port.get("name"))
    written = name.text if isinstance(name, Unknown) else str(name or "")
    own = name if isinstance(name, str) else ""
    namespace = space if isinstance(space, str) else ""
    if key == "host" and "." in own:
        own, namespace, *_ = (
            own.split(".") if own.endswith((".svc", ".svc.cluster.local")) or own.count(".") == 1 else ("",) * 2
        )
    shown = str(port) if isinstance(port, int | str) and not isinstance(port, bool) else ""
    return Backend(own, written, namespace, shown, place(route, f"{at}.{key}", at))


def _listed(value: Value, path: str) -> Iterator[tuple[str, Mapping[str, Value]]]:
    for number, item in enumerate(value) if isinstance(value, list | tuple) else ():
        if isinstance(item, Mapping):
            yield f"{path}[{number}]", item


_READERS: Mapping[str, Callable[[Resource, Mapping[str, Value]], Iterator[Backend]]] = {
    "Ingress": _of_ingress,
    "VirtualService": _of_mesh,
    "Route": _of_openshift,
}
"""By kind; the others have rules or routes that list Services."""
