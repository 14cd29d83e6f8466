"""What the components of a system are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from scanner.domain.addresses import below
from scanner.domain.resource import Resource, ResourceKind


class Names:
    """What the components of a system are called.

    A name has no instance keys and no environment: the same store in several environments is one component.

    Args:
        resources: Everything that was parsed.
    """

    def __init__(self, resources: Iterable[Resource]) -> None:
        self._known: dict[tuple[tuple[str, ...], str], str] = {}
        self._numbers: Counter[str] = Counter()
        blocks: set[tuple[str, str, int]] = set()
        for resource in resources:
            name = self._name(resource)
            if resource.declaration:  # instances of one Terraform block are one thing
                block = (name, resource.location.path, resource.location.start_line)
                if block in blocks:
                    continue
                blocks.add(block)
            self._numbers[name] += 1

    def of(self, resource: Resource) -> str:
        """A name for a component made of a resource, which no other component of the system has."""
        name = self._name(resource)
        if self._numbers[name] == 1:
            return name
        folder = resource.location.path.rpartition("/")[0] or "."
        return f"{folder}:{name}"

    def _name(self, resource: Resource) -> str:
        if resource.kind is not ResourceKind.TERRAFORM or not resource.declaration:
            return resource.address
        key = (resource.module_path, resource.declaration)
        name = self._known.get(key)
        if name is None:
            name = self._known[key] = below(*key)
        return name
