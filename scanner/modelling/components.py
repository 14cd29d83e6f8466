"""Components: what runs, stores or serves, from Terraform, Kubernetes and source folders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from scanner.domain.addresses import below
from scanner.domain.architecture import Component, Exposure, LayerId
from scanner.domain.artifact import Role
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.domain.workload import containers, is_workload, pod_metadata
from scanner.modelling.kinds import is_store_image, names_presentation, terraform_kind
from scanner.modelling.layers import declared_layer, labelled_layer

_USER_INTERFACE = (
    "react", "vue", "@angular/core", "svelte", "next", "nuxt", "nhsuk-frontend", "nhsuk-react-components",
    "govuk-frontend", "preact", "solid-js", "@remix-run/react",
)  # fmt: skip
_HTTP_SERVICE = (
    "fastapi", "flask", "django", "starlette", "express", "fastify", "@nestjs/core", "koa", "hapi",
    "spring-boot-starter-web", "spring-boot-starter-webflux", "Microsoft.AspNetCore", "gin-gonic/gin",
    "labstack/echo", "rails", "sinatra", "laravel/framework", "symfony/framework-bundle",
    "yiisoft/yii", "yiisoft/yii2", "cakephp/cakephp", "codeigniter4/framework", "ktor-server-core",
)  # fmt: skip


COUNTED_ROLES = frozenset({Role.PRODUCT, Role.DEVELOPMENT})
"""Roles of files that make the system; what lies in tests and examples is no component."""

_WIDEST_FIRST = (Exposure.INTERNET, Exposure.UNKNOWN, Exposure.INTERNAL)


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
        folder = PurePosixPath(resource.location.path).parent
        return f"{folder}:{name}"

    def _name(self, resource: Resource) -> str:
        if resource.kind is not ResourceKind.TERRAFORM or not resource.declaration:
            return resource.address
        key = (resource.module_path, resource.declaration)
        name = self._known.get(key)
        if name is None:
            name = self._known[key] = below(*key)
        return name


def find_components(resources: Sequence[Resource], names: Names) -> tuple[Component, ...]:
    """The components of a system, in the order of their resources."""
    found: dict[str, Component] = {}
    made_of: dict[str, dict[str, None]] = {}
    for resource in resources:
        if resource.role not in COUNTED_ROLES:
            continue
        component = _component(resource, names)
        if component is not None:
            known = found.setdefault(component.id, component)
            if resource.declaration:
                made_of.setdefault(component.id, {}).update(dict.fromkeys(component.resources))
                found[component.id] = _wider(known, component)
    return tuple(
        component.model_copy(update={"resources": tuple(made_of[component.id])})
        if len(made_of.get(component.id, ())) > 1
        else component
        for component in found.values()
    )


def _wider(one: Component, other: Component) -> Component:
    """The component with the exposure of whichever instance can be reached from farther away."""
    exposure = min(one.exposure, other.exposure, key=_WIDEST_FIRST.index)
    return one if exposure is one.exposure else one.model_copy(update={"exposure": exposure})


def _component(resource: Resource, names: Names) -> Component | None:
    if resource.kind is ResourceKind.TERRAFORM:
        return _from_terraform(resource, names)
    if resource.kind is ResourceKind.KUBERNETES and is_workload(resource):
        return _from_workload(resource, names)
    if resource.kind is ResourceKind.DEPENDENCIES and not resource.attributes.get("lock"):
        return _from_project(resource)
    return None


def _from_terraform(resource: Resource, names: Names) -> Component | None:
    known = terraform_kind(resource.type)
    if known is None:
        return None
    kind, layer = known
    reason = f"{resource.type} is a {kind}"
    if kind == "compute" and names_presentation(resource.name):
        layer, reason = LayerId.PRESENTATION, f"its name {resource.name!r} says that users see it"
    declared = declared_layer(resource.labels)
    if declared:
        layer, reason = declared
    return Component(
        id=names.of(resource),
        title=resource.name,
        layer=layer,
        layer_reason=reason,
        kind=kind,
        exposure=_terraform_exposure(resource),
        technology=resource.type,
        resources=(resource.address,),
        declared=declared is not None,
        location=resource.location,
    )


def _terraform_exposure(resource: Resource) -> Exposure:
    attributes = resource.attributes
    if resource.type in {"aws_lb", "aws_alb", "aws_elb"}:
        internal = attributes.get("internal", False)
        if isinstance(internal, bool):
            return Exposure.INTERNAL if internal else Exposure.INTERNET
    if resource.type == "aws_cloudfront_distribution":
        return Exposure.INTERNET
    for name in ("publicly_accessible", "public_network_access_enabled"):
        value = attributes.get(name)
        if isinstance(value, bool):
            return Exposure.INTERNET if value else Exposure.INTERNAL
    return Exposure.UNKNOWN


def _from_workload(resource: Resource, names: Names) -> Component:
    labels = {**_known_strings(pod_metadata(resource).get("labels")), **resource.labels}
    images = [str(container["image"]) for container in containers(resource) if "image" in container]
    declared = declared_layer(labels)
    layer, reason = declared or labelled_layer(labels) or _layer_of_workload(resource.name, images)
    return Component(
        id=names.of(resource),
        title=resource.name,
        layer=layer,
        layer_reason=reason,
        kind="store" if layer is LayerId.DATA else "workload",
        technology=images[0] if images else resource.type,
        resources=(resource.address,),
        declared=declared is not None,
        location=resource.location,
    )


def _layer_of_workload(name: str, images: Iterable[str]) -> tuple[LayerId, str]:
    for image in images:
        if is_store_image(image):
            return LayerId.DATA, f"it runs the database image {image}"
    if names_presentation(name):
        return LayerId.PRESENTATION, f"its name {name!r} says that users see it"
    return LayerId.SERVICE, "a workload that is neither a database nor named as a user interface"


def _from_project(resource: Resource) -> Component | None:
    names = [str(item.get("name", "")) for item in _maps(resource.attributes.get("dependencies"))]
    interface = next((name for name in names if name in _USER_INTERFACE), None)
    service = next((name for name in names if _matches(name, _HTTP_SERVICE)), None)
    if interface is None and service is None:
        return None
    layer = LayerId.PRESENTATION if interface else LayerId.SERVICE
    folder = str(PurePosixPath(resource.location.path).parent)
    return Component(
        id=f"source:{folder}",
        title=folder if folder != "." else "source",
        layer=layer,
        layer_reason=f"its project depends on {interface or service}",
        kind="source",
        technology=resource.type,
        resources=(resource.address,),
        location=resource.location,
    )


def _matches(name: str, known: Iterable[str]) -> bool:
    return any(name == one or name.startswith(one + ".") or name.endswith(("/" + one, ":" + one)) for one in known)


def _maps(value: Value) -> list[Mapping[str, Value]]:
    if not isinstance(value, (list, tuple)):
        return []
    return [item for item in value if isinstance(item, Mapping)]


def _known_strings(value: Value) -> dict[str, str]:
    if not isinstance(value, Mapping):
        return {}
    return {str(key): item for key, item in value.items() if isinstance(item, str)}
