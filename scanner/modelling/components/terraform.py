"""Components that Terraform makes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from scanner.domain.architecture import ComponentKind, Confidence, LayerId
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.modelling.components.kinds import names_presentation
from scanner.modelling.components.terraform_defaults import DefaultTags
from scanner.modelling.components.terraform_exposure import exposure_of
from scanner.modelling.components.terraform_keys import Hosts, keys_of, known_name
from scanner.modelling.components.terraform_traits import engine_of, stage_of, traits_of
from scanner.modelling.components.terraform_types import PARAMETER, TYPES, TypeFacts
from scanner.modelling.drafts import Draft, LayerGuess
from scanner.modelling.index import Index
from scanner.modelling.layers import declared_layer, may_declare

_LABELS = ("tags", "labels")


def draft_terraform(index: Index) -> Iterator[Draft]:
    """What Terraform resources make: stores, edges, computers, queues, clusters, identities, networks, secrets."""
    hosts = Hosts(index)
    defaults = DefaultTags(index)
    stages: defaultdict[str, set[str]] = defaultdict(set)
    found = list(index.of(ResourceKind.TERRAFORM, *TYPES))
    for resource in found:
        stages[index.names.of(resource)].update(stage_of(resource, index.environments(resource)))
    for resource in found:
        yield _draft(resource, index, hosts, stages[index.names.of(resource)], defaults.of(resource))


def _draft(resource: Resource, index: Index, hosts: Hosts, stages: set[str], given: Sequence[Value]) -> Draft:
    facts = TYPES[resource.type]
    kind = _kind(resource, facts)
    return Draft(
        id=index.names.of(resource),
        title=_title(resource),
        kind=kind,
        family="terraform",
        address=resource.address,
        location=resource.location,
        layer=_declared(resource, given) or _layer(resource, kind, facts),
        exposure=exposure_of(resource, index),
        technology=resource.type,
        engine=engine_of(resource, facts.engine) if kind is ComponentKind.STORE else "",
        traits=traits_of(resource, kind, index) | (stages if len(stages) == 1 else frozenset()),
        group=".".join(resource.module_path),
        labels=resource.labels,
        labels_known=not any(
            may_declare(one) for one in (*given, *(resource.attributes.get(name) for name in _LABELS))
        ),
        keys=tuple(keys_of(resource, kind, index, hosts)),
    )


def _declared(resource: Resource, given: Sequence[Value]) -> LayerGuess | None:
    """What its own tags declare, else those that its provider puts on everything."""
    maps = [one for one in given if isinstance(one, Mapping)]
    every = {key: value for one in maps for key, value in one.items() if isinstance(value, str)}
    return declared_layer(resource.labels) or declared_layer(every)


def _kind(resource: Resource, facts: TypeFacts) -> ComponentKind:
    """A parameter is a secret unless it is known to be open text."""
    if resource.type == PARAMETER:
        open_text = resource.attributes.get("type") in ("String", "StringList")
        return ComponentKind.CONFIGURATION if open_text else ComponentKind.SECRET
    return facts.kind


def _title(resource: Resource) -> str:
    """The name of the block; that of its module where the block's own only repeats its type, as in shared modules."""
    words = set(resource.name.replace("-", "_").split("_"))
    says_nothing = words <= {"this", "main", "default", "resource", *resource.type.split("_")}
    return resource.module_path[-1] if says_nothing and resource.module_path else resource.name


def _layer(resource: Resource, kind: ComponentKind, facts: TypeFacts) -> LayerGuess:
    if kind is ComponentKind.COMPUTE and facts.confidence is Confidence.LOW:
        names = (resource.name, *resource.module_path[-1:], known_name(resource))
        told = next((name for name in names if names_presentation(name.replace("_", "-"))), None)
        if told is not None:
            return LayerGuess(LayerId.PRESENTATION, f"its name {told!r} says that users see it", Confidence.LOW)
        return LayerGuess(facts.layer, f"{resource.type} runs code; nothing says in which layer", Confidence.LOW)
    return LayerGuess(facts.layer, f"{resource.type} is a {kind.value}", facts.confidence)
