"""Components that source folders are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from scanner.domain.architecture import ComponentKind, LayerId
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.modelling.drafts import Draft, LayerGuess
from scanner.modelling.index import Index

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


def draft_sources(index: Index) -> Iterator[Draft]:
    """Folders with a manifest that names a framework of user interfaces or services."""
    for resource in index.of(ResourceKind.DEPENDENCIES):
        if not resource.attributes.get("lock"):
            yield from _of_project(resource)


def _of_project(resource: Resource) -> Iterator[Draft]:
    names = [str(item.get("name", "")) for item in _maps(resource.attributes.get("dependencies"))]
    interface = next((name for name in names if name in _USER_INTERFACE), None)
    service = next((name for name in names if _matches(name, _HTTP_SERVICE)), None)
    if interface is None and service is None:
        return
    folder = str(PurePosixPath(resource.location.path).parent)
    yield Draft(
        id=f"source:{folder}",
        title=folder if folder != "." else "source",
        kind=ComponentKind.INTERFACE if interface else ComponentKind.SOURCE,
        family="dependencies",
        address=resource.address,
        location=resource.location,
        layer=LayerGuess(
            LayerId.PRESENTATION if interface else LayerId.SERVICE, f"its project depends on {interface or service}"
        ),
        technology=resource.type,
        group=folder.partition("/")[0],
    )


def _matches(name: str, known: Iterable[str]) -> bool:
    return any(name == one or name.startswith(one + ".") or name.endswith(("/" + one, ":" + one)) for one in known)


def _maps(value: Value) -> list[Mapping[str, Value]]:
    if not isinstance(value, (list, tuple)):
        return []
    return [item for item in value if isinstance(item, Mapping)]
