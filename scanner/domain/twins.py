"""Resources that are the same in several environments of a Terraform root: what is said of one is said of all."""

from __future__ import annotations

from typing import Generic, TypeVar

from scanner.domain.resource import Resource

T = TypeVar("T")


class Twins(Generic[T]):
    """Remembers what was made of resources, for those that differ from them in nothing but their environment."""

    def __init__(self) -> None:
        self._firsts: dict[int, tuple[Resource, T]] = {}
        """By the identity of their attributes, which parsers share between twins."""

    def find(self, resource: Resource) -> T | None:
        """What was made of a resource that is the same in another environment."""
        known = self._firsts.get(id(resource.attributes))
        return known[1] if known is not None and _are_twins(known[0], resource) else None

    def keep(self, resource: Resource | None, made: T) -> None:
        """Remember what was made of a resource, if it can have twins."""
        if resource is not None and resource.environment:
            self._firsts[id(resource.attributes)] = (resource, made)


def _are_twins(one: Resource, other: Resource) -> bool:
    return one.attributes is other.attributes and one.__dict__ == {**other.__dict__, "environment": one.environment}
