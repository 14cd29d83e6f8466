"""National services that code, settings and infrastructure of the product name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from weakref import WeakKeyDictionary

from scanner.domain.architecture import ComponentKind, LayerId
from scanner.domain.artifact import Location, Role
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.modelling.components.frameworks import DOUBLES, words_of
from scanner.modelling.drafts import Draft, LayerGuess
from scanner.modelling.hosts import national_service
from scanner.modelling.index import Index
from scanner.modelling.projects import Projects, facts

_DEEPEST = 12
_MOST = 5_000
_PASS_ON = frozenset({"variable", "output"})
_LAYER = LayerGuess(LayerId.INTEGRATION, "a national service, run by others")


class Naming(NamedTuple):
    """A place that names a national service."""

    service: str
    host: str
    resource: Resource
    location: Location


def draft_national(index: Index) -> Iterator[Draft]:
    """The national services that are named, each once."""
    drafted: set[str] = set()
    for naming in namings(index):
        if naming.service in drafted:
            continue
        drafted.add(naming.service)
        yield Draft(
            id=national_id(naming.service),
            title=naming.service,
            kind=ComponentKind.NATIONAL,
            family="national",
            address=naming.host,
            location=naming.location,
            layer=_LAYER,
            technology=naming.host,
            group="national services",
        )


def national_id(service: str) -> str:
    """Id of the component of a national service."""
    return f"national:{service}"


def namings(index: Index) -> list[Naming]:
    """Every place of the product that names a national service; made once for each index."""
    made = _MADE.get(index)
    if made is None:
        made = _MADE[index] = list(_found(index))
    return made


_MADE: WeakKeyDictionary[Index, list[Naming]] = WeakKeyDictionary()


def _found(index: Index) -> Iterator[Naming]:
    projects = Projects.of(index)
    for resource in index.of(ResourceKind.CODE):
        if not resource.attributes.get("endpoints"):
            continue
        owned = resource.role is Role.PRODUCT and projects.owner(resource.location.path) is not None
        if owned and resource.type != "markup" and _may_name(resource.attributes["endpoints"], 0):
            for text, place in facts(resource, "endpoints", "value"):
                yield from () if _is_double(resource) else _naming(resource, text, place)
    for kind in (ResourceKind.TERRAFORM, ResourceKind.KUBERNETES, ResourceKind.COMPOSE):
        for resource in index.of(kind):
            counts = resource.role is Role.PRODUCT or kind is ResourceKind.COMPOSE
            if counts and resource.type not in _PASS_ON and _may_name(resource.attributes, 0):
                yield from () if _is_double(resource) else _in_resource(resource)


def _may_name(value: Value, depth: int) -> bool:
    """Whether some text in a tree could hold a host of the NHS; most trees hold none, and are not looked at again."""
    if isinstance(value, str):
        return ".nhs." in value or ".NHS." in value
    if depth >= _DEEPEST or not value:
        return False
    parts: Iterable[Value] = ()
    if type(value) is dict or isinstance(value, Mapping):  # the first is asked in a fraction of the time
        parts = value.values()
    elif isinstance(value, (list, tuple)):
        parts = value
    return any(_may_name(part, depth + 1) for part in parts)


def _is_double(resource: Resource) -> bool:
    """Whether it stands for another system in tests, by its name or place."""
    return bool(words_of(resource.address, resource.location.path) & DOUBLES)


def _in_resource(resource: Resource) -> Iterator[Naming]:
    told: set[str] = set()
    for number, (path, text) in enumerate(_texts(resource.attributes, "", 0)):
        if number > _MOST:
            return
        for naming in _naming(resource, text, _place(resource, path)):
            if naming.service not in told:
                told.add(naming.service)
                yield naming


def _naming(resource: Resource, text: str, place: Location) -> Iterator[Naming]:
    found = national_service(text)
    if found is not None:
        yield Naming(found.name, found.host, resource, place)


def _texts(value: Value, path: str, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif depth < _DEEPEST and isinstance(value, Mapping):
        for key, item in value.items():
            if key != "description":
                yield from _texts(item, f"{path}.{key}" if path else str(key), depth + 1)
    elif depth < _DEEPEST and isinstance(value, (list, tuple)):
        for number, item in enumerate(value):
            yield from _texts(item, f"{path}[{number}]", depth + 1)


def _place(resource: Resource, path: str) -> Location:
    origin = resource.origins.get(path)
    if origin is not None:
        return origin.location
    at = path
    while at:
        position = resource.positions.get(at)
        if position is not None:
            return Location(path=resource.location.path, start_line=position.line)
        at = at.rpartition(".")[0]
    return resource.location
