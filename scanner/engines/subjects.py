"""What native rules are put to: each resource, component or the repository, with the view that expressions see.

Most resources are of a kind of which no rule speaks, so that is asked first, once for each kind.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import merge
from itertools import repeat
from operator import itemgetter
from typing import TypeVar

from scanner.domain.architecture import (
    ArchitectureModel,
    Component,
    Confidence,
    LayerId,
    LooseEnd,
    Relation,
    RelationKind,
)
from scanner.domain.artifact import Location, Role
from scanner.domain.graph import Graph, Route, weakest
from scanner.domain.resource import Position, Resource, ResourceKind, Value
from scanner.domain.rule import NativeCheck
from scanner.domain.system import System
from scanner.domain.workload import is_workload, placed_containers
from scanner.engines.repository_facts import repository_facts
from scanner.engines.selecting import Selector, Sort
from scanner.rules.architecture_views import REPOSITORY, chain_view, component_view, relation_view, repository_view
from scanner.rules.resource_views import view
from scanner.rules.vocabulary import COMPONENT, PATH, RELATION

T = TypeVar("T")

OF_ARCHITECTURE = frozenset({COMPONENT, RELATION, PATH})
"""Families whose subjects are parts of the architecture."""
OF_MODEL = OF_ARCHITECTURE | {REPOSITORY}
"""Families of which nothing can be told before there is an architecture."""
_LAYERS = frozenset(layer.value for layer in LayerId)
_OF_MODEL = {
    COMPONENT: [Sort(layer.value, None, is_workload=False) for layer in LayerId],
    RELATION: [Sort(kind.value, None, is_workload=False) for kind in RelationKind],
    REPOSITORY: [Sort(REPOSITORY, None, is_workload=False)],
    PATH: [],
}
"""Sorts of subjects that are no resources; of paths, each rule names its own."""
MAX_ROUTES = 50
"""Paths from one component that are judged; the surest and shortest come first."""


@dataclass(frozen=True)
class Subject:
    """One thing that a rule judges."""

    identity: str
    location: Location
    role: Role
    view: Mapping[str, Value]
    """What expressions see."""
    resource: Resource | None = None
    positions: Mapping[str, Position] = field(default_factory=dict)
    route: tuple[Relation, ...] = ()
    """The path through the architecture that it is."""
    loose: tuple[LooseEnd, ...] = ()
    """What would have to be known to tell whether there is such a path."""
    confidence: Confidence = Confidence.HIGH
    """How sure it is that it is what the rule speaks of: of the layers by which it was selected."""


class Subjects:
    """The subjects of a system, by family.

    Args:
        system: The system under assessment.
        model: Gives its architecture, when it is first needed.
    """

    def __init__(self, system: System, model: Callable[[], ArchitectureModel] | None = None) -> None:
        self._system = system
        self._make_model = model or (lambda: system.model)
        self._counted: dict[str, Mapping[Sort, int]] = {}
        self._by_kind: dict[str, Mapping[str, Sequence[Sort]]] = {}

    @cached_property
    def _numbers(self) -> Mapping[ResourceKind, Mapping[Sort, array[int]]]:
        """Numbers of the resources of each sort, rising.

        So whoever asks for a few sorts touches these resources only: in a forked process, each that is touched is
        copied. For the same reason they are an array, of which nothing is touched by reading it.
        """
        found: defaultdict[ResourceKind, dict[Sort, array[int]]] = defaultdict(dict)
        for number, resource in enumerate(self._system.resources):
            may_run = resource.kind is ResourceKind.KUBERNETES
            sort = Sort(resource.type, resource.role, may_run and is_workload(resource))
            numbers = found[resource.kind].get(sort)
            if numbers is None:
                numbers = found[resource.kind][sort] = array("l")
            numbers.append(number)
        return found

    @property
    def size(self) -> int:
        """How many resources the system has."""
        return len(self._system.resources)

    def number(self, family: str, selector: Selector) -> int:
        """How many subjects of a family a rule looks at; those that only differ in their environment count as one.

        Args:
            family: A family of :data:`scanner.rules.vocabulary.FAMILIES`.
            selector: Of the rule.
        """
        counted = self._counts(family)
        return sum(counted.get(sort, 0) for sort in self.sorts(family, selector))

    def numbers(self, family: str, selector: Selector) -> list[int]:
        """Which resources a rule looks at, by their place among those of the system.

        Args:
            family: Of resources.
            selector: Of the rule.
        """
        numbers = self._numbers.get(ResourceKind(family), {})
        return list(merge(*(numbers[sort] for sort in self.sorts(family, selector))))

    def sorts(self, family: str, selector: Selector) -> list[Sort]:
        """The sorts of subjects that a rule looks at, of those that there may be.

        Args:
            family: A family of :data:`scanner.rules.vocabulary.FAMILIES`.
            selector: Of the rule.
        """
        if family not in self._by_kind:
            found: dict[str, list[Sort]] = {}
            for sort in _OF_MODEL[family] if family in _OF_MODEL else self._numbers.get(ResourceKind(family), ()):
                found.setdefault(sort.kind, []).append(sort)
            self._by_kind[family] = found
        return selector.among(self._by_kind[family])

    def _counts(self, family: str) -> Mapping[Sort, int]:
        if family not in self._counted:
            self._counted[family] = self._count(family)
        return self._counted[family]

    def _count(self, family: str) -> Mapping[Sort, int]:
        if family in OF_ARCHITECTURE:  # not known before it is made
            return {}
        if family == REPOSITORY:
            return dict.fromkeys(_OF_MODEL[REPOSITORY], 1)
        resources = self._system.resources
        return {
            sort: len({id(resources[number].attributes) for number in numbers})  # twins share them
            for sort, numbers in self._numbers.get(ResourceKind(family), {}).items()
        }

    def of(self, family: str, wanted: Mapping[Sort, T]) -> Iterator[tuple[Subject, T]]:
        """The subjects of a family of which somebody speaks, in the order in which they were read.

        Args:
            family: A family of :data:`scanner.rules.vocabulary.FAMILIES`.
            wanted: Who speaks of each sort; nobody does of one that is not there.
        """
        if family == COMPONENT:
            for component in self._model.components:
                answer = wanted.get(Sort(component.layer.value, None, is_workload=False))
                if answer is not None:
                    yield _of_component(component), answer
        elif family == RELATION:
            yield from self._relations(wanted)
        elif family == REPOSITORY:
            answer = wanted.get(Sort(REPOSITORY, None, is_workload=False))
            if answer is not None:
                yield _of_repository(self._system, self._model), answer
        else:
            yield from self._of_kind(ResourceKind(family), wanted)

    @cached_property
    def _model(self) -> ArchitectureModel:
        return self._make_model()

    @cached_property
    def graph(self) -> Graph:
        """The architecture."""
        return Graph(self._model)

    def _relations(self, wanted: Mapping[Sort, T]) -> Iterator[tuple[Subject, T]]:
        for relation in self._model.relations:
            answer = wanted.get(Sort(relation.kind.value, None, is_workload=False))
            if answer is not None:
                yield _of_relation(relation, self.graph), answer

    def paths(self, check: NativeCheck) -> Iterator[Subject]:
        """What a rule about paths judges: each path, and each component from which there is none.

        Args:
            check: Names the ends of paths and the kinds of their relations.
        """
        kinds = frozenset(check.over)
        for text in check.subject[PATH]:
            begin, end = (word.strip() for word in text.split("->"))
            targets = self.graph.of(end)
            leading = self.graph.reaching(targets, kinds)
            for name in self.graph.components:
                if name not in self.graph.of(begin):
                    continue
                routes = self.graph.routes(name, targets - {name}, kinds) if name in leading else []
                if routes:
                    yield from (_of_route(route, self.graph, (begin, end)) for route in routes[:MAX_ROUTES])
                else:
                    yield _without_route(self.graph.components[name], self.graph, kinds, begin)

    def _of_kind(self, kind: ResourceKind, wanted: Mapping[Sort, T]) -> Iterator[tuple[Subject, T]]:
        spoken_of = []
        for sort, numbers in self._numbers.get(kind, {}).items():
            answer = wanted.get(sort)
            if answer is not None:
                spoken_of.append(zip(numbers, repeat(answer)))
        for number, answer in merge(*spoken_of, key=itemgetter(0)):
            yield _of_resource(self._system.resources[number]), answer


def _of_component(component: Component) -> Subject:
    return Subject(
        identity=component.id,
        location=component.location,
        role=Role.PRODUCT,
        view=component_view(component),
        confidence=component.layer_confidence,
    )


def _of_relation(relation: Relation, graph: Graph) -> Subject:
    return Subject(
        identity=f"{relation.source} -> {relation.target}",
        location=relation.location,
        role=Role.PRODUCT,
        view=relation_view(relation, graph),
        route=(relation,),
    )


def _of_route(route: Route, graph: Graph, words: tuple[str, str]) -> Subject:
    source, target = graph.components[route[0].source], graph.components[route[-1].target]
    ends = zip((source, target), words, strict=True)
    return Subject(
        identity=f"{source.id} -> {target.id}",
        location=route[0].location,
        role=Role.PRODUCT,
        view=chain_view(source, route, (), graph),
        route=route,
        confidence=weakest(one.layer_confidence for one, word in ends if word in _LAYERS),
    )


def _without_route(source: Component, graph: Graph, kinds: frozenset[RelationKind], word: str) -> Subject:
    loose = tuple(graph.loose_ends(source.id, kinds))
    return Subject(
        identity=source.id,
        location=source.location,
        role=Role.PRODUCT,
        view=chain_view(source, (), loose, graph),
        loose=loose,
        confidence=source.layer_confidence if word in _LAYERS else Confidence.HIGH,
    )


def _of_repository(system: System, model: ArchitectureModel) -> Subject:
    facts = repository_view("repository", repository_facts(system, model))
    return Subject("repository", Location(path="."), Role.PRODUCT, facts)


def _of_resource(resource: Resource) -> Subject:
    return Subject(
        identity=resource.address,
        location=resource.location,
        role=resource.role,
        view=view(resource),
        resource=resource,
        positions=resource.positions,
    )


def container_path(subject: Subject, index: int) -> str:
    """Attribute path of a container in its object, for its place in the file."""
    if subject.resource is None:
        return ""
    placed = placed_containers(subject.resource)
    return placed[index].path if index < len(placed) else ""
