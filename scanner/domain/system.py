"""The system under assessment: what was read, found again by its names, with the architecture made of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from operator import attrgetter

from pydantic import Field, SkipValidation

from scanner.domain.addresses import scope_of
from scanner.domain.architecture import ArchitectureModel
from scanner.domain.artifact import Artifact, Source
from scanner.domain.digests import Digests
from scanner.domain.frozen import Frozen
from scanner.domain.places import Places, Scope
from scanner.domain.resource import Reference, Resource, ResourceKind


class System(Frozen):
    """The system under assessment: everything that was read, and the model made of it."""

    source: Source
    artifacts: SkipValidation[tuple[Artifact, ...]]
    resources: SkipValidation[tuple[Resource, ...]]
    references: SkipValidation[tuple[Reference, ...]] = ()
    model: ArchitectureModel = ArchitectureModel()
    answers: Mapping[str, bool] = Field(default_factory=dict)
    """What the supplier says of the product: question to yes or no."""

    @cached_property
    def digests(self) -> Digests:
        """Digests of what was read."""
        return Digests(self)

    @cached_property
    def terraform(self) -> Places[Resource]:
        """Terraform resources by address; of several at one address the last is what names mean."""
        resources = (one for one in self.resources if one.kind is ResourceKind.TERRAFORM)
        return Places(resources, attrgetter("address"), _scope)

    @cached_property
    def outgoing(self) -> Places[Reference]:
        """References by the address in which they stand."""
        return Places(self.references, attrgetter("source"), _scope)

    @cached_property
    def incoming(self) -> Places[Reference]:
        """References by the address that they name."""
        return Places(self.references, attrgetter("target"), _scope)


def _scope(one: Resource | Reference) -> Scope:
    environment = one.environment  # asked of every reference: most lie in an environment
    return (environment, "") if environment else scope_of("", one.location.path)
