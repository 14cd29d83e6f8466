"""What was parsed, as the makers of the model look it up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from scanner.domain.addresses import scope_of
from scanner.domain.artifact import Role
from scanner.domain.resource import Reference, Resource, ResourceKind
from scanner.domain.system import System
from scanner.modelling.names import Names

COUNTED_ROLES = frozenset({Role.PRODUCT, Role.DEVELOPMENT})
"""Roles of files that make the system; what lies in tests and examples is no component."""


class Index:
    """The resources that count, each once, and what names what.

    Resources that are the same in several environments of a Terraform root are one here: an estate has a dozen
    environments, and what is true of a block in one of them is true of it in the others that share its values.

    Args:
        system: What was parsed; its model is not looked at.
    """

    def __init__(self, system: System) -> None:
        self.system = system
        self.names = Names(system.resources)
        self._by_type: defaultdict[ResourceKind, defaultdict[str, list[Resource]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._environments: dict[tuple[int, str], list[str]] = {}
        self._named: dict[int, list[tuple[Reference, Resource]]] = {}
        self._fill()

    def _fill(self) -> None:
        for resource in self.system.resources:
            if resource.role not in COUNTED_ROLES:
                continue
            mark = _mark(resource)
            known = self._environments.get(mark)
            if known is not None and resource.environment:
                known.append(resource.environment)
                continue
            self._environments[mark] = [resource.environment]
            self._by_type[resource.kind][resource.type].append(resource)

    def of(self, kind: ResourceKind, *types: str) -> Iterator[Resource]:
        """Resources of a kind in the order of their types, of some types or of all.

        Args:
            kind: Terraform, Kubernetes, code, …
            types: Exact names of types; all without any.
        """
        found: Mapping[str, list[Resource]] = self._by_type.get(kind, {})
        for name in types or tuple(found):
            yield from found.get(name, ())

    def environments(self, resource: Resource) -> Sequence[str]:
        """The environments in which a resource is just as it is, in the order of reading; empty names where none is."""
        return self._environments.get(_mark(resource), (resource.environment,))

    def at(self, resource: Resource, address: str) -> Resource | None:
        """What stands at a Terraform address, seen from a resource: in the same environment and root.

        Args:
            resource: Who names the address.
            address: With instance keys, as in a reference.
        """
        found = self.system.terraform.at(scope_of(resource.environment, resource.location.path), address)
        return found[-1] if found else None

    def outgoing(self, resource: Resource) -> Sequence[Reference]:
        """The references that stand in a Terraform resource."""
        return self.system.outgoing.at(scope_of(resource.environment, resource.location.path), resource.address)

    def incoming(self, resource: Resource) -> Sequence[Reference]:
        """The references to a Terraform resource."""
        return self.system.incoming.at(scope_of(resource.environment, resource.location.path), resource.address)

    def named(self, resource: Resource, attribute: str = "") -> Iterator[tuple[Reference, Resource]]:
        """The Terraform resources that one names, through variables, locals and outputs of modules.

        Args:
            resource: Who names.
            attribute: Only what is named in this attribute or below it (``environment``, ``ingress[0]``); all without.
        """
        found = self._named.get(id(resource))
        if found is None:
            found = self._named[id(resource)] = list(self._targets(resource))
        if not attribute:
            yield from found
            return
        for reference, target in found:
            if _is_below(reference.attribute, attribute):
                yield reference, target

    def _targets(self, resource: Resource) -> Iterator[tuple[Reference, Resource]]:
        for reference in self.outgoing(resource):
            target = self.at(resource, reference.target)
            if target is not None and target.role in COUNTED_ROLES:
                yield reference, target

    def naming(self, resource: Resource, *types: str) -> Iterator[tuple[Reference, Resource]]:
        """The Terraform resources that name one, of some types or of all."""
        for reference in self.incoming(resource):
            source = self.at(resource, reference.source)
            if source is not None and source.role in COUNTED_ROLES and (not types or source.type in types):
                yield reference, source

    @cached_property
    def objects(self) -> Mapping[tuple[str, str | None, str], Resource]:
        """Kubernetes objects by kind, namespace and name; of several with one name the first."""
        found: dict[tuple[str, str | None, str], Resource] = {}
        for resource in self.of(ResourceKind.KUBERNETES):
            found.setdefault((resource.type, resource.namespace, resource.name), resource)
        return found


def _mark(resource: Resource) -> tuple[int, str]:
    """The same for an instance in all environments in which it is the same: parsers share its attributes then."""
    return id(resource.attributes), resource.address


def _is_below(path: str, prefix: str) -> bool:
    return path.startswith(prefix) and path[len(prefix) : len(prefix) + 1] in ("", ".", "[")
