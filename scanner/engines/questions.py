"""Answers the questions that an expression may ask about the whole system (the closed vocabulary)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cached_property

from scanner.domain.addresses import scope_of
from scanner.domain.artifact import Role
from scanner.domain.graph import FLOWS, Graph
from scanner.domain.places import Scope
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.domain.system import System
from scanner.engines.drawn import Drawings
from scanner.engines.paths import Paths
from scanner.engines.running_images import running_images
from scanner.engines.selecting import SPECIAL
from scanner.engines.texts import texts, unknowns
from scanner.rules.elsewhere import cannot_tell
from scanner.rules.graph_functions import component_facts
from scanner.rules.patterns import occurs
from scanner.rules.support import SupportDates

_COUNTED = {Role.PRODUCT, Role.DEVELOPMENT}
_WRITTEN_ANYWHERE = frozenset({ResourceKind.DIAGRAM, ResourceKind.DOCUMENT})
"""Kinds that lie among the documentation."""


class SystemQuestions:
    """The answers for one system; implements :class:`scanner.rules.vocabulary.Questions`.

    Args:
        system: The system under assessment. Each index over it is made when a question first needs it.
        graph: Gives its architecture, when it is first needed.
        dates: Gives the ends of support.
    """

    def __init__(self, system: System, graph: Callable[[], Graph], dates: Callable[[], SupportDates]) -> None:
        self._system = system
        self._paths = Paths(artifact.path for artifact in system.artifacts)
        self._make_graph = graph
        self._make_dates = dates
        self._counts: dict[tuple[str, str], int] = {}
        self._files: dict[str, bool] = {}
        self._called: dict[str, bool] = {}
        self._named_packages: dict[str, bool] = {}
        self._texts: dict[tuple[str, str, str], list[str]] = {}
        self._unseen: dict[tuple[str, str, str], list[str]] = {}
        self._any_text: dict[tuple[str, str, str, str], bool] = {}

    @property
    def graph(self) -> Graph:
        """The architecture."""
        return self._make_graph()

    def prepare(self) -> None:
        """Make the indexes over resources and references now: processes that are forked afterwards share them."""
        _ = self._types, self._roots, self._system.terraform, self._system.outgoing, self._system.incoming

    def declared(self, family: str, glob: str) -> bool:
        """Whether the system has a resource of that type."""
        return self.count(family, glob) > 0

    def count(self, family: str, glob: str) -> int:
        """How many resources of that type the system has."""
        if (family, glob) not in self._counts:
            types = self._types.items()
            matching = (number for (kind, name), number in types if kind == family and fnmatchcase(name, glob))
            self._counts[family, glob] = sum(matching)
        return self._counts[family, glob]

    def references(self, resource: Resource, glob: str) -> list[Mapping[str, Value]]:
        """Attributes of the resources of a Terraform type that this one names."""
        named = {reference.target for reference in self._system.outgoing.at(_scope(resource), resource.address)}
        return self._attributes(_scope(resource), named, glob)

    def referrers(self, resource: Resource, glob: str) -> list[Mapping[str, Value]]:
        """Attributes of the resources of a Terraform type that name this one."""
        naming = {reference.source for reference in self._system.incoming.at(_scope(resource), resource.address)}
        return self._attributes(_scope(resource), naming, glob)

    def neighbours(self, resource: Resource, glob: str) -> int:
        """How many resources of a Terraform type are made by the same root, and so kept in the same state."""
        beside: Mapping[str, int] = self._roots.get(_scope(resource), {})
        return sum(number for name, number in beside.items() if fnmatchcase(name, glob))

    def namespace_of(self, resource: Resource) -> Mapping[str, Value]:
        """The manifest of the Kubernetes namespace in which an object lies; empty where none is declared."""
        return self._namespaces.get(resource.namespace or "default", {})

    def answered(self, question: str) -> str:
        """What the supplier's profile answers to a question: ``yes``, ``no``, or ``''`` where it does not."""
        answer = self._system.answers.get(question)
        return "" if answer is None else "yes" if answer else "no"

    def has_file(self, glob: str) -> bool:
        """Whether a file of that path exists; patterns are those of ``.gitignore``, case does not matter."""
        if glob not in self._files:
            self._files[glob] = bool(self._paths.matching([glob]))
        return self._files[glob]

    def has_file_called(self, glob: str) -> bool:
        """As :meth:`has_file`, by the files' own names: a folder of that name does not count."""
        if glob not in self._called:
            self._called[glob] = bool(self._names.matching([glob]))
        return self._called[glob]

    def has_dependency(self, glob: str) -> bool:
        """Whether some project of the product depends on such a package; case does not matter."""
        if glob not in self._named_packages:
            self._named_packages[glob] = _is_named(glob, self._packages)
        return self._named_packages[glob]

    def has_tool(self, glob: str) -> bool:
        """As :meth:`has_dependency`, with the projects that hold nothing but tests."""
        return self.has_dependency(glob) or _is_named(glob, self._packages_of_tests)

    def texts(self, family: str, glob: str, path: str) -> list[str]:
        """The distinct texts at a path of all resources of a type, ``**`` for every text in them."""
        asked = family, glob, path
        if asked not in self._texts:
            self._texts[asked] = texts(self._of(family, glob), path)
        return self._texts[asked]

    def any_text(self, family: str, glob: str, path: str, pattern: str) -> bool:
        """Whether a pattern (RE2) occurs in some of :meth:`texts`, however many these are."""
        asked = family, glob, path, pattern
        if asked not in self._any_text:
            self._any_text[asked] = any(occurs(text, pattern) for text in self.texts(family, glob, path))
        return self._any_text[asked]

    def _of(self, family: str, glob: str) -> Iterator[Resource]:
        return (one for name, mine in self._distinct[family].items() if fnmatchcase(name, glob) for one in mine)

    def unseen(self, family: str, glob: str, path: str, pattern: str) -> bool | Unknown:
        """Unknown where something at a path of the resources of a type is not known; false otherwise, never true.

        Args:
            family: Of the resources.
            glob: Of their type.
            path: As for :meth:`texts`.
            pattern: Pattern (RE2) of how it is written.
        """
        asked = family, glob, path
        if asked not in self._unseen:
            self._unseen[asked] = unknowns(self._of(family, glob), path)
        return cannot_tell([text for text in self._unseen[asked] if occurs(text, pattern)])

    def images(self, resource: Resource) -> list[Mapping[str, Value]]:
        """The container images that a resource runs."""
        return list(running_images(resource, lambda name: self._repositories.get(name, "")))

    def drawn(self, name: str, store: bool) -> list[Mapping[str, Value]]:
        """The components that diagrams show under a name."""
        return [component_facts(one) for one in self._drawings.components(name, store=store)]

    def drawn_together(self, name: str, other: str) -> Mapping[str, Value]:
        """Where a diagram shows two components, and whether with an arrow between them; empty where none does."""
        return self._drawings.together(name, other)

    def end_of_life(self, product: str, version: object) -> str:
        """ISO date on which support ended or ends, or ``''`` when it is not known; a version may be a number."""
        return self._dates.end_of_life(product, str(version))

    def reaches(self, component: str, layer: str) -> bool:
        """Whether a path of relations leads from a component to one of the layer."""
        return bool(self.graph.route(component, self.graph.of(layer) - {component}, FLOWS))

    def _attributes(self, scope: Scope, addresses: set[str], glob: str) -> list[Mapping[str, Value]]:
        found = (self._system.terraform.at(scope, address)[-1:] for address in sorted(addresses))
        return [one.attributes for same in found for one in same if fnmatchcase(one.type, glob)]

    @cached_property
    def _names(self) -> Paths:
        return Paths(artifact.path.rpartition("/")[2] for artifact in self._system.artifacts)

    @cached_property
    def _repositories(self) -> Mapping[str, str]:
        """Names of registries' repositories by those of their Terraform blocks, of which there is one only."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one in self._of(ResourceKind.TERRAFORM, "aws_ecr_repository"):
            name = one.attributes.get("name")
            found[one.name].add(name if isinstance(name, str) else "")
        return {block: names.pop() for block, names in found.items() if len(names) == 1}

    @cached_property
    def _namespaces(self) -> Mapping[str, Mapping[str, Value]]:
        return {one.name: one.attributes for one in self._of(ResourceKind.KUBERNETES, "Namespace")}

    @cached_property
    def _drawings(self) -> Drawings:
        return Drawings(self._of(ResourceKind.DIAGRAM, "*"), self.graph)

    @cached_property
    def _distinct(self) -> Mapping[str, Mapping[str, Sequence[Resource]]]:
        """Resources by family and type, those of the same content once: an estate has each in every environment."""
        found: defaultdict[str, defaultdict[str, list[Resource]]] = defaultdict(lambda: defaultdict(list))
        seen: set[tuple[str, int]] = set()
        for one in self._system.resources:
            counts = one.kind in _WRITTEN_ANYWHERE or one.role in _COUNTED
            if counts and (one.type, id(one.attributes)) not in seen:
                seen.add((one.type, id(one.attributes)))
                found[one.kind.value][one.type].append(one)
        return found

    @cached_property
    def _counted(self) -> list[Resource]:
        return [one for one in self._system.resources if one.role in _COUNTED or one.kind is ResourceKind.DOCUMENT]

    @cached_property
    def _types(self) -> Counter[tuple[ResourceKind, str]]:
        return Counter((resource.kind, resource.type) for resource in self._counted)

    @cached_property
    def _roots(self) -> Mapping[Scope, Counter[str]]:
        roots: defaultdict[Scope, Counter[str]] = defaultdict(Counter)
        for resource in self._counted:
            if resource.kind is ResourceKind.TERRAFORM:
                roots[_scope(resource)][resource.type] += 1
        return roots

    @cached_property
    def _packages(self) -> frozenset[str]:
        return _packages(self._counted)

    @cached_property
    def _packages_of_tests(self) -> frozenset[str]:
        return _packages(one for one in self._system.resources if one.role is Role.TEST)

    @cached_property
    def _dates(self) -> SupportDates:
        return self._make_dates()


def _scope(one: Resource) -> Scope:
    return scope_of(one.environment, one.location.path)


def _is_named(glob: str, packages: frozenset[str]) -> bool:
    wanted = glob.lower()
    return wanted in packages if SPECIAL.isdisjoint(wanted) else any(fnmatchcase(name, wanted) for name in packages)


def _packages(resources: Iterable[Resource]) -> frozenset[str]:
    """The names of what projects depend on; what a manifest lists for others' sake (Go's ``indirect``) is no choice."""
    names: set[str] = set()
    for resource in resources:
        if resource.kind is not ResourceKind.DEPENDENCIES:
            continue
        dependencies = resource.attributes.get("dependencies")
        if isinstance(dependencies, (list, tuple)):
            named = (item for item in dependencies if isinstance(item, Mapping))
            names.update(str(item.get("name", "")).lower() for item in named if item.get("scope") != "indirect")
    return frozenset(names)
