"""What is to be put to checkov: each content of a block once, and each environment's connections once."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from scanner.domain.addresses import ORIGIN_LABEL, own_key
from scanner.domain.artifact import Role
from scanner.domain.resource import Reference, Resource, ResourceKind
from scanner.domain.rule import CheckovCheck
from scanner.domain.system import System
from scanner.engines.checkov.index import CheckIndex
from scanner.engines.checkov.shapes import block_shape, named, object_shape
from scanner.interfaces import BoundRule

_NO_SUBJECTS = frozenset(("terraform", "variable", "output"))
_BUCKET = "aws_s3_bucket"

Kind = tuple[str, str]
"""As checkov knows a block: ``resource`` and its type, ``data`` and the type without ``data.``, …"""


@dataclass(slots=True)
class Batch:
    """Blocks of one type, each content once. Filled by :func:`questions`."""

    kind: str
    type: str
    ids: tuple[str, ...]
    contents: dict[str, list[int]] = field(default_factory=dict)
    """JSON text to the numbers of the resources that hold just that."""


@dataclass(slots=True)
class Graph:
    """Blocks of an environment, or of several that are alike, with their connections."""

    text: str
    """JSON text, as the worker's ``graphs`` module takes it."""
    ids: tuple[str, ...]
    """Checks of the whole."""
    single: list[tuple[int, tuple[str, ...]]]
    """Places of blocks with checks that look around."""
    members: list[list[int]]
    """Numbers of the resources, in the order of the blocks; of each environment that looks just the same."""


@dataclass(slots=True)
class Questions:
    """All that is to be asked. Resources are known by their number in the system."""

    batches: list[Batch]
    graphs: list[Graph]

    @property
    def ids(self) -> frozenset[str]:
        """All checks that some block is put to."""
        single = (one for graph in self.graphs for _, ids in graph.single for one in ids)
        whole = (one for graph in self.graphs for one in graph.ids)
        return frozenset((*(one for batch in self.batches for one in batch.ids), *single, *whole))


def roles_by_id(rules: Iterable[BoundRule]) -> dict[str, set[Role]]:
    """Ids of checks with the roles of files at which some rule looks with them."""
    roles: dict[str, set[Role]] = {}
    for bound in rules:
        if isinstance(bound.rule.check, CheckovCheck):
            for identifier in bound.rule.check.ids:
                roles.setdefault(identifier, set()).update(bound.rule.check.roles)
    return roles


def kind_of(resource: Resource) -> Kind | None:
    """How checkov knows a resource, if it does."""
    if resource.kind is ResourceKind.KUBERNETES:
        # What stands in Terraform is judged there, by the checks of its own type.
        return None if ORIGIN_LABEL in resource.labels else ("kubernetes", resource.type)
    return _kind_of_block(resource.type) if resource.kind is ResourceKind.TERRAFORM else None


@lru_cache(maxsize=4096)
def _kind_of_block(name: str) -> Kind | None:
    """How checkov knows a Terraform block of that type."""
    if name in _NO_SUBJECTS:
        return None
    head, dot, rest = name.partition(".")
    if dot and head in ("data", "provider"):
        return head, rest
    return ("module", "module") if name == "module" else ("resource", name)


def questions(system: System, index: CheckIndex, roles: Mapping[str, Collection[Role]]) -> Questions:
    """What is to be asked about a system.

    Args:
        system: What archscan read.
        index: The checks that there are.
        roles: Ids that are bound to rules, with the roles of files that are looked at.
    """
    shapes = _Shapes()
    batches: dict[tuple[Kind, tuple[str, ...]], Batch] = {}
    around: dict[int, tuple[str, ...]] = {}
    asked: dict[tuple[Kind, Role], tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for number, resource in enumerate(system.resources):
        kind = kind_of(resource)
        if kind is None:
            continue
        sort = (kind, resource.role)
        if sort not in asked:
            asked[sort] = _asked(index, sort, roles)
        alone, looking = asked[sort]
        if alone:
            batch = batches.setdefault((kind, alone), Batch(*kind, alone))
            batch.contents.setdefault(shapes.text(resource), []).append(number)
        if looking:
            around[number] = looking
    graphs = (*_terraform(system, index, roles, around, shapes), *_kubernetes(system, index, roles))
    return Questions(list(batches.values()), _distinct(graphs))


def _asked(
    index: CheckIndex, sort: tuple[Kind, Role], roles: Mapping[str, Collection[Role]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids for a kind in files of a role: those of classes that need nothing else, and of those that look around."""
    kind, role = sort
    bound = [(one, looks) for one, looks in index.concerned(*kind) if role in roles.get(one, ())]
    return tuple(one for one, looks in bound if not looks), tuple(one for one, looks in bound if looks)


class _Shapes:
    """Shapes of resources, made once for instances that share their values as they do in alike environments."""

    def __init__(self) -> None:
        self._shapes: dict[int, Any] = {}
        self._named: dict[int, Any] = {}
        self._texts: dict[int, str] = {}

    def shape(self, resource: Resource) -> Any:
        mark = id(resource.attributes)
        if mark not in self._shapes:
            kubernetes = resource.kind is ResourceKind.KUBERNETES
            self._shapes[mark] = object_shape(resource) if kubernetes else block_shape(resource)
        return self._shapes[mark]

    def named(self, resource: Resource) -> Any:
        mark = id(resource.attributes)
        if mark not in self._named:
            self._named[mark] = named(self.shape(resource))
        return self._named[mark]

    def text(self, resource: Resource) -> str:
        mark = id(resource.attributes)
        if mark not in self._texts:
            self._texts[mark] = _text(self.shape(resource))
        return self._texts[mark]


def _text(shape: Any) -> str:
    return json.dumps(shape, sort_keys=True, separators=(",", ":"))


def _terraform(
    system: System,
    index: CheckIndex,
    roles: Mapping[str, Collection[Role]],
    around: Mapping[int, tuple[str, ...]],
    shapes: _Shapes,
) -> Iterator[Graph]:
    """A graph for each environment in which some check finds what it looks at."""
    checks = index.graphs("terraform", roles)
    types: dict[str, set[str]] = {}
    for number, looking in around.items():
        mine = types.setdefault(system.resources[number].environment, set())
        mine.update(*(index.around(identifier) for identifier in looking))
    every = frozenset(one for found in checks.values() for one in found)
    members: dict[str, dict[int, Resource]] = {}
    for number, resource in enumerate(system.resources):
        if resource.kind is ResourceKind.TERRAFORM and (
            resource.type in every or resource.type in types.get(resource.environment, ())
        ):
            members.setdefault(resource.environment, {})[number] = resource
    references: dict[str, list[Reference]] = {environment: [] for environment in members}
    for reference in system.references if members else ():
        if reference.environment in references:
            references[reference.environment].append(reference)
    for environment, blocks in members.items():
        present = {one.type for one in blocks.values()}
        ids = tuple(sorted(one for one, about in checks.items() if about & present))
        single = [(place, around[number]) for place, number in enumerate(blocks) if number in around]
        vertices = [_vertex(resource, shapes, plain=bool(single)) for resource in blocks.values()]
        edges = sorted({*_named(blocks, references[environment]), *_buckets(blocks)})
        yield _graph("terraform", ids, vertices, (edges, single), list(blocks))


def _vertex(resource: Resource, shapes: _Shapes, *, plain: bool) -> dict[str, Any]:
    kind = kind_of(resource)
    block, type_ = kind or ("resource", resource.type)
    content = shapes.named(resource) if plain else shapes.shape(resource)
    name = resource.name + own_key(resource.address)
    return {"kind": block, "type": type_, "name": name, "content": content}


def _named(blocks: Mapping[int, Resource], references: Sequence[Reference]) -> Iterator[tuple[int, int]]:
    """Connections by name: through locals, variables, module calls and outputs."""
    places = {resource.address: place for place, resource in enumerate(blocks.values())}
    for reference in references:
        source, target = places.get(reference.source), places.get(reference.target)
        if source is not None and target is not None and source != target:
            yield source, target


def _buckets(blocks: Mapping[int, Resource]) -> Iterator[tuple[int, int]]:
    """Connections by the name of a bucket, which is the same all over the world."""
    buckets: dict[str, int] = {}
    for place, resource in enumerate(blocks.values()):
        name = resource.attributes.get("bucket")
        if resource.type == _BUCKET and isinstance(name, str):
            buckets.setdefault(name, place)
    for place, resource in enumerate(blocks.values()):
        name = resource.attributes.get("bucket")
        if resource.type != _BUCKET and isinstance(name, str) and name in buckets:
            yield buckets[name], place


def _kubernetes(system: System, index: CheckIndex, roles: Mapping[str, Collection[Role]]) -> Iterator[Graph]:
    """One graph of all objects in files that are looked at: an object may be anywhere."""
    checks = index.graphs("kubernetes", roles)
    looked_at = frozenset(role for identifier in checks for role in roles[identifier])
    numbers, blocks = [], []
    for number, resource in enumerate(system.resources):
        is_object = resource.kind is ResourceKind.KUBERNETES
        if is_object and resource.role in looked_at and kind_of(resource) is not None:
            numbers.append(number)
            blocks.append(
                {"kind": "kubernetes", "type": resource.type, "name": resource.name, "content": object_shape(resource)}
            )
    if checks and any(block["type"] in about for block in blocks for about in checks.values()):
        yield _graph("kubernetes", tuple(sorted(checks)), blocks, ([], []), numbers)


def _graph(
    framework: str,
    ids: tuple[str, ...],
    blocks: list[dict[str, Any]],
    ties: tuple[list[tuple[int, int]], list[tuple[int, tuple[str, ...]]]],
    numbers: list[int],
) -> Graph:
    edges, single = ties
    text = _text({"framework": framework, "ids": ids, "blocks": blocks, "edges": edges, "single": single})
    return Graph(text, ids, single, [numbers])


def _distinct(graphs: Iterable[Graph]) -> list[Graph]:
    """Graphs that are just the same as one."""
    found: dict[str, Graph] = {}
    for graph in graphs:
        if graph.text in found:
            found[graph.text].members.extend(graph.members)
        else:
            found[graph.text] = graph
    return list(found.values())
