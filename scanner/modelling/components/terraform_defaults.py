"""Tags that a provider puts on everything that it makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scanner.domain.addresses import scope_of
from scanner.domain.places import Scope
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.modelling.index import Index

_GIVEN_BY = {"aws_": ("provider.aws", "default_tags"), "google_": ("provider.google", "default_labels")}
"""Beginning of the types that a provider makes: the provider, and where it says what all of them carry."""


class DefaultTags:
    """What providers put on all of their resources, by root and environment.

    Args:
        index: Of the system. A provider under another name (``alias``) gives nothing to who does not ask for it.
    """

    def __init__(self, index: Index) -> None:
        self._given: dict[tuple[str, Scope], list[Value]] = {}
        for provider, attribute in _GIVEN_BY.values():
            for resource in index.of(ResourceKind.TERRAFORM, provider):
                if not resource.attributes.get("alias"):
                    for environment in index.environments(resource):
                        scope = scope_of(environment, resource.location.path)
                        self._given[provider, scope] = list(_tags(resource.attributes.get(attribute)))

    def of(self, resource: Resource) -> list[Value]:
        """The maps of tags that a resource gets by its provider; an unknown one where nobody can tell."""
        found = (provider for begin, (provider, _) in _GIVEN_BY.items() if resource.type.startswith(begin))
        provider = next(found, "")
        if not provider or resource.attributes.get("provider"):
            return []
        return self._given.get((provider, scope_of(resource.environment, resource.location.path)), [])


def _tags(written: Value) -> Iterator[Value]:
    """The tags of ``default_tags { tags = … }``, or labels as they are."""
    if isinstance(written, Mapping | Unknown):
        yield written
    for block in written if isinstance(written, list | tuple) else ():
        if isinstance(block, Unknown):
            yield block
        elif isinstance(block, Mapping) and isinstance(block.get("tags"), Mapping | Unknown):
            yield block["tags"]
