"""Whom a host name means, seen from who uses it."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from scanner.domain.architecture import Component, ComponentKind, Confidence, Proof
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.modelling.components.compose import project_of
from scanner.modelling.known import Known
from scanner.modelling.relations.cluster import Cluster, weakest


class Meant(NamedTuple):
    """A component that a host name leads to, and through which names."""

    component: Component
    confidence: Confidence
    through: tuple[Proof, ...] = ()


class Hosts:
    """The names that components have in a cluster and in Compose.

    Args:
        known: The components.
        cluster: The objects of Kubernetes.
    """

    def __init__(self, known: Known, cluster: Cluster) -> None:
        self._known = known
        self._cluster = cluster
        self._aliases: defaultdict[tuple[str, str], dict[str, Component]] = defaultdict(dict)
        for service in known.index.of(ResourceKind.COMPOSE):
            project = project_of(service)
            for component in known.of_key("lookup:compose-service", f"{project}#{service.name}"):
                for name in _compose_names(service):
                    self._aliases[project, name][component.id] = component

    def meant(self, user: Resource, host: str) -> list[Meant]:
        """Whom a host name means to a workload of Kubernetes or a service of Compose.

        Args:
            user: Who uses the name.
            host: In small letters, without port.
        """
        if user.kind is ResourceKind.COMPOSE:
            found = self._aliases.get((project_of(user), host), {})
            return [Meant(component, _started_with(user, component)) for component in found.values()]
        name, namespace = _in_cluster(host)
        if not name:
            return []
        service = self._cluster.find("Service", user, name, namespace)
        if service is not None:
            return self._of_service(service, self._cluster.sure_of(user, service))
        database = self._cluster.operated_by_host(user, name, namespace)
        component = self._known.of_resource(database) if database is not None else None
        if database is None or component is None:
            return []
        fact = f"the operator of {database.type} {database.name} makes the Service {name}"
        sure = self._cluster.sure_of(user, database)
        return [Meant(component, sure, (Proof(location=database.location, fact=fact),))]

    def _of_service(self, service: Resource, sure: Confidence) -> list[Meant]:
        named = Proof(location=service.location, fact=f"{service.address} is the host of that name")
        found = [
            Meant(
                one.component,
                weakest(one.confidence, sure),
                (named, Proof(location=one.workload.location, fact=_selected(one.workload))),
            )
            for one in self._cluster.behind(service)
            if one.component.kind is not ComponentKind.JOB
        ]
        component = self._known.of_resource(service)
        return found or ([Meant(component, sure)] if component else [])


def _started_with(user: Resource, component: Component) -> Confidence:
    """High where one file, or files that add to each other, start both; files of one folder need not run together."""
    files = {one.location.path for one in component.sightings} | {component.location.path}
    return Confidence.HIGH if _set_of(user.location.path) in {_set_of(file) for file in files} else Confidence.MEDIUM


def _set_of(path: str) -> str:
    """The files that are started together by their names: ``compose.yml`` and what its name begins with a dot after."""
    folder, _, file = path.rpartition("/")
    return f"{folder}/{file.partition('.')[0]}"


def _selected(workload: Resource) -> str:
    return f"its selector finds {workload.address}"


def _in_cluster(host: str) -> tuple[str, str]:
    """Name and namespace of the Service that a host name can be; nothing where it is the name of something else."""
    parts = host.rstrip(".").split(".")
    if len(parts) == 1:
        return parts[0], ""
    if len(parts) == 2 or parts[2:] in (["svc"], ["svc", "cluster", "local"]):
        return parts[0], parts[1]
    return "", ""


def _compose_names(service: Resource) -> list[str]:
    found: list[Value] = [service.name, service.attributes.get("container_name"), service.attributes.get("hostname")]
    networks = service.attributes.get("networks")
    if isinstance(networks, dict):
        for network in networks.values():
            aliases = network.get("aliases") if isinstance(network, dict) else None
            found.extend(aliases if isinstance(aliases, list | tuple) else ())
    return [name.lower() for name in found if isinstance(name, str)]
