"""What expressions may name: the variables of each family of subjects, and the closed set of functions.

docs/writing-rules.md is the reader's form of this module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Protocol

from scanner.domain.architecture import LayerId, Relation, RelationKind
from scanner.domain.graph import Graph
from scanner.domain.resource import Resource, ResourceKind, Unknown, Value
from scanner.rules.architecture_views import REPOSITORY
from scanner.rules.elsewhere import cannot_tell, comes_from_outside
from scanner.rules.expression import Compiled, Environment, FunctionSignature, ValueType
from scanner.rules.graph_functions import GRAPH_FUNCTIONS, GraphFunctions
from scanner.rules.resource_views import ENVIRONMENT, OWN_VARIABLE
from scanner.rules.rewriting import FROM_OUTSIDE

COMPONENT = "component"
RELATION = "relation"
PATH = "path"

_TEXT, _INT, _BOOL = ValueType.STRING, ValueType.INT, ValueType.BOOL
_LIST, _MAP, _ANY = ValueType.LIST, ValueType.MAP, ValueType.ANY
COMMON: Mapping[str, ValueType] = {
    "address": _TEXT,
    "kind": _TEXT,
    "name": _TEXT,
    "path": _TEXT,
    "role": _TEXT,
    "labels": _MAP,
    "parameters": _MAP,
    "today": _TEXT,
}
"""Variables that every family has."""

FAMILIES: Mapping[str, Mapping[str, ValueType]] = {
    **{kind.value: {variable: _MAP} for kind, variable in OWN_VARIABLE.items()},
    ResourceKind.TERRAFORM.value: {
        "resource": _MAP,
        "declaration": _TEXT,
        ENVIRONMENT: _TEXT,
        "module": _TEXT,
        "statements": _LIST,
    },
    ResourceKind.KUBERNETES.value: {"object": _MAP, "pod": _ANY, "containers": _LIST},
    COMPONENT: {"component": _MAP},
    RELATION: {"relation": _MAP},
    PATH: {"chain": _MAP},
    REPOSITORY: {"repository": _MAP},
}
"""Family to the variables that only it has."""

CLOSED_TYPES: Mapping[str, tuple[str, ...]] = {
    ResourceKind.CONTAINER.value: ("dockerfile",),
    ResourceKind.COMPOSE.value: ("service",),
    ResourceKind.WORKFLOW.value: ("github",),
    ResourceKind.CODE.value: (
        "python", "javascript", "typescript", "java", "kotlin", "csharp", "go", "ruby", "php", "markup",
    ),
    ResourceKind.DEPENDENCIES.value: ("pypi", "npm", "maven", "gradle", "nuget", "go", "rubygems", "composer", "asdf"),
    ResourceKind.API.value: ("openapi", "swagger"),
    ResourceKind.DIAGRAM.value: ("c4", "drawio", "flowchart", "image", "plantuml", "structurizr"),
    ResourceKind.DOCUMENT.value: ("hazard", "safety_case"),
    COMPONENT: tuple(layer.value for layer in LayerId),
    RELATION: tuple(kind.value for kind in RelationKind),
    REPOSITORY: ("repository",),
}  # fmt: skip
"""Families of which all types are known, so that a glob that names none is a mistake."""

FUNCTIONS: tuple[FunctionSignature, ...] = (
    FunctionSignature("declared", {"family": _TEXT, "glob": _TEXT}, _BOOL),
    FunctionSignature("count", {"family": _TEXT, "glob": _TEXT}, _INT),
    FunctionSignature("references", {"address": _TEXT, "glob": _TEXT}, _LIST, about_subject=True),
    FunctionSignature("referrers", {"address": _TEXT, "glob": _TEXT}, _LIST, about_subject=True),
    FunctionSignature("neighbours", {"address": _TEXT, "glob": _TEXT}, _INT, about_subject=True),
    FunctionSignature("namespace_of", {"address": _TEXT}, _MAP, about_subject=True),
    FunctionSignature("answered", {"question": _TEXT}, _TEXT),
    FunctionSignature("has_file", {"glob": _TEXT}, _BOOL),
    FunctionSignature("has_file_called", {"glob": _TEXT}, _BOOL),
    FunctionSignature("has_dependency", {"glob": _TEXT}, _BOOL),
    FunctionSignature("has_tool", {"glob": _TEXT}, _BOOL),
    FunctionSignature("texts", {"family": _TEXT, "glob": _TEXT, "path": _TEXT}, _LIST, is_known=True),
    FunctionSignature("any_text", {"family": _TEXT, "glob": _TEXT, "path": _TEXT, "pattern": _TEXT}, _BOOL),
    FunctionSignature("unseen", {"family": _TEXT, "glob": _TEXT, "path": _TEXT, "pattern": _TEXT}, _BOOL),
    FunctionSignature("images", {"address": _TEXT}, _LIST, about_subject=True),
    FunctionSignature("drawn", {"name": _TEXT, "store": _BOOL}, _LIST, is_known=True),
    FunctionSignature("drawn_together", {"id": _TEXT, "other": _TEXT}, _MAP),
    FunctionSignature("end_of_life", {"product": _TEXT, "version": _ANY}, _TEXT),
    FunctionSignature("reaches", {"id": _TEXT, "layer": _TEXT}, _BOOL),
    FunctionSignature(FROM_OUTSIDE, {"value": _ANY}, _BOOL),
    FunctionSignature(cannot_tell.__name__, {"wanted": _LIST}, _BOOL),
    *GRAPH_FUNCTIONS,
)
"""The closed vocabulary."""


class Questions(Protocol):
    """Answers the functions of the vocabulary for one system."""

    @property
    def graph(self) -> Graph:
        """The architecture."""
        ...

    def declared(self, family: str, glob: str) -> bool:
        """Whether the system has a resource of that type."""
        ...

    def count(self, family: str, glob: str) -> int:
        """How many resources of that type the system has."""
        ...

    def references(self, resource: Resource, glob: str) -> Sequence[Mapping[str, Value]]:
        """Attributes of the resources of a Terraform type that this one names."""
        ...

    def referrers(self, resource: Resource, glob: str) -> Sequence[Mapping[str, Value]]:
        """Attributes of the resources of a Terraform type that name this one."""
        ...

    def neighbours(self, resource: Resource, glob: str) -> int:
        """How many resources of a Terraform type are made by the same root, and so kept in the same state."""
        ...

    def namespace_of(self, resource: Resource) -> Mapping[str, Value]:
        """The manifest of the namespace in which an object lies; empty where none is declared."""
        ...

    def answered(self, question: str) -> str:
        """What the supplier's profile answers to a question: ``yes``, ``no``, or ``''`` where it does not."""
        ...

    def has_file(self, glob: str) -> bool:
        """Whether a file of that path exists; case does not matter."""
        ...

    def has_file_called(self, glob: str) -> bool:
        """Whether a file itself is called so, and not only a folder above it; case does not matter."""
        ...

    def has_dependency(self, glob: str) -> bool:
        """Whether some manifest of the product names such a package."""
        ...

    def has_tool(self, glob: str) -> bool:
        """Whether some manifest of the product or of its tests names such a package."""
        ...

    def texts(self, family: str, glob: str, path: str) -> Sequence[str]:
        """The distinct texts at a path of all resources of a type."""
        ...

    def any_text(self, family: str, glob: str, path: str, pattern: str) -> bool:
        """Whether a pattern occurs in some of these texts."""
        ...

    def unseen(self, family: str, glob: str, path: str, pattern: str) -> bool | Unknown:
        """Unknown where a value at a path of some resource of a type is not known; else false."""
        ...

    def images(self, resource: Resource) -> Sequence[Mapping[str, Value]]:
        """The container images that a resource runs."""
        ...

    def drawn(self, name: str, store: bool) -> Sequence[Mapping[str, Value]]:
        """The components that diagrams show under a name."""
        ...

    def drawn_together(self, name: str, other: str) -> Mapping[str, Value]:
        """Where a diagram shows two components, and whether with an arrow between them; empty where none does."""
        ...

    def end_of_life(self, product: str, version: object) -> str:
        """ISO date on which support ended or ends, or ``''`` when it is not known."""
        ...

    def reaches(self, component: str, layer: str) -> bool:
        """Whether a path of relations leads from a component to one of the layer."""
        ...


def scope(family: str, *, each: bool) -> Mapping[str, ValueType]:
    """The variables that an expression about a family may name.

    Args:
        family: One of :data:`FAMILIES`.
        each: Whether the expression is put to the elements of a list, as ``item``.
    """
    return {**COMMON, **FAMILIES[family], **({"item": _ANY} if each else {})}


def environment(
    family: str, *, each: bool, questions: Questions | None = None, compiled: Mapping[str, Compiled] | None = None
) -> Environment:
    """The environment in which expressions about a family are compiled and evaluated.

    Args:
        family: One of :data:`FAMILIES`.
        each: Whether ``item`` is in scope.
        questions: The answers for a system; without them expressions can only be compiled. Activations must be
            bound with the resource as their subject for functions that ask about it, such as ``references``.
        compiled: Expressions that such an environment compiled before.
    """
    made: Environment
    implementations = {} if questions is None else _implementations(questions, lambda: made)
    made = Environment(scope(family, each=each), FUNCTIONS, implementations, compiled)
    return made


def _implementations(questions: Questions, asking: Callable[[], Environment]) -> dict[str, Callable[..., object]]:
    """What answers each function of the vocabulary.

    Args:
        questions: The answers for a system.
        asking: Gives the environment in which the functions are called: they must be known before it can be made.
    """

    def trace(relations: Iterable[Relation]) -> None:
        asking().traced.extend(relations)

    functions = GraphFunctions(lambda: questions.graph, trace)
    own: dict[str, Callable[..., object]] = {
        FROM_OUTSIDE: partial(_from_outside, asking),
        cannot_tell.__name__: cannot_tell,
        **{one.name: getattr(functions, one.name) for one in GRAPH_FUNCTIONS},
    }
    asked = {
        one.name: _about_subject(getattr(questions, one.name), asking)
        if one.about_subject
        else getattr(questions, one.name)
        for one in FUNCTIONS
        if one.name not in own
    }
    return {**own, **asked}


def _about_subject(ask: Callable[..., object], asking: Callable[[], Environment]) -> Callable[..., object]:
    """A function that is given an address and answers for the resource that is judged, which must have it."""

    def answer(address: str, *asked: str) -> object:
        environment = asking()
        environment.asks_who, subject = True, environment.subject
        if not isinstance(subject, Resource) or subject.address != address:
            raise LookupError("questions about the subject take its own address")
        return ask(subject, *asked)

    return answer


def _from_outside(asking: Callable[[], Environment], value: object) -> object:
    holes = asking().holes
    found = holes.decode(value)
    if not isinstance(found, Unknown):
        return False
    return comes_from_outside(found) or holes.known(value)
