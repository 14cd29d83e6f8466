"""What is true of the product as a whole."""

from __future__ import annotations

from collections import defaultdict

from scanner.domain.architecture import ArchitectureModel, Component, LayerId
from scanner.domain.artifact import Role
from scanner.domain.graph import RUNS
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.domain.system import System
from scanner.modelling.projects import entries, is_page

_COUNTED = {Role.PRODUCT, Role.DEVELOPMENT}
_OF_OTHERS = frozenset({"third-party", "test-double"})
_IS_CODE = frozenset({ResourceKind.CODE.value, ResourceKind.DEPENDENCIES.value})
_IS_MADE = _IS_CODE | {ResourceKind.CONTAINER.value}
_OF_A_WHOLE_PAGE = frozenset({"html", "head", "body", "frameset", "title", "base", "link", "script", "style", "form"})


def repository_facts(system: System, model: ArchitectureModel) -> dict[str, Value]:
    """What is true of the product as a whole; tests and examples do not count."""
    named: defaultdict[ResourceKind, set[str]] = defaultdict(set)
    for resource in system.resources:
        if resource.role in _COUNTED:
            named[resource.kind].add(resource.type)

    def types(kind: ResourceKind) -> list[str]:
        return sorted(named[kind])

    terraform = types(ResourceKind.TERRAFORM)
    pages = _has_pages(system)
    # What only runs here is made elsewhere, and so are its pages.
    seen = [
        one
        for one in model.components
        if one.layer is LayerId.PRESENTATION and (pages or one.declared or _IS_MADE.intersection(_families(one)))
    ]
    services = [c for c in model.components if c.kind in RUNS]
    own = [c for c in services if not _OF_OTHERS.intersection(c.traits) and _IS_CODE.intersection(_families(c))]
    return {
        "languages": [name for name in types(ResourceKind.CODE) if name != "markup"],
        "ecosystems": types(ResourceKind.DEPENDENCIES),
        "terraform_types": [name for name in terraform if "." not in name],
        "providers": [name.removeprefix("provider.") for name in terraform if name.startswith("provider.")],
        "kubernetes_kinds": types(ResourceKind.KUBERNETES),
        "has_user_interface": bool(seen),
        "has_web_interface": any("installed" not in one.traits for one in seen),
        "has_http_service": any(component.layer.value == "service" for component in services),
        "has_infrastructure": bool(terraform) or bool(types(ResourceKind.KUBERNETES)),
        "only_adaptors": bool(own) and all("legacy-protocol" in component.traits for component in own),
        "has_source": bool(types(ResourceKind.CODE)),
    }


def _has_pages(system: System) -> bool:
    """Whether the product holds pages of its own."""
    return any(
        one.kind is ResourceKind.CODE
        and one.type == "markup"
        and one.role in _COUNTED
        and is_page(one)
        and not _is_passage(one)
        for one in system.resources
    )


def _is_passage(page: Resource) -> bool:
    """Whether a file of HTML is text that is put into something else, such as the description of an interface."""
    if page.attributes.get("language") != "html":
        return False
    return all(one.get("name") not in _OF_A_WHOLE_PAGE for one in entries(page.attributes.get("elements")))


def _families(component: Component) -> set[str]:
    return {seen.family for seen in component.sightings}
