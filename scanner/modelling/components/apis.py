"""Descriptions of APIs."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.domain.architecture import ComponentKind, LayerId
from scanner.domain.artifact import Role
from scanner.domain.resource import ResourceKind
from scanner.modelling.drafts import Draft, LayerGuess
from scanner.modelling.index import Index
from scanner.modelling.projects import folder_of

_READ = ("openapi", "swagger")
_LAYER = LayerGuess(LayerId.SERVICE, "it describes what a service offers")


def draft_apis(index: Index) -> Iterator[Draft]:
    """Every OpenAPI or Swagger document of the product."""
    for resource in index.of(ResourceKind.API):
        if resource.role is Role.PRODUCT and resource.type in _READ:
            version = resource.attributes.get("version")
            yield Draft(
                id=f"api:{resource.location.path}",
                title=resource.name,
                kind=ComponentKind.API,
                family="api",
                address=resource.address,
                location=resource.location,
                layer=_LAYER,
                technology=f"{resource.type} {version}" if isinstance(version, str) else resource.type,
                group=folder_of(resource.location.path),
            )
