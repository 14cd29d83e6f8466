"""Finds in diagrams the components of the model, by likeness of names, and the arrows that are drawn between them.

A name is only a likeness: where it could mean several components that are not of one product, it means none.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from scanner import lazy_re
from scanner.domain.architecture import Component, ComponentKind
from scanner.domain.graph import Graph
from scanner.domain.resource import Resource, Unknown, UnknownReason, Value

_RUNNING = frozenset({ComponentKind.COMPUTE, ComponentKind.WORKLOAD, ComponentKind.JOB, ComponentKind.SOURCE})
_WORD = lazy_re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SAYS_NOTHING = lazy_re.compile(
    r"a|an|the|of|for|services?|svc|server|app|application|component|system|container|microservice|module|aws|azure|gcp"
    r"|amazon|google|lambda|function|db|databases?|store|storage|tables?|cluster|instance|main|this|postgres(ql)?|mysql"
    r"|mariadb|dynamo(db)?|mongo(db)?|rds|aurora|sql|cosmos|redis|prod|production"
)
"""Words of a name that tell no part from another."""
_ENGINES = {
    "postgresql": lazy_re.compile(r"(?i)postgres"),
    "mysql": lazy_re.compile(r"(?i)mysql"),
    "mariadb": lazy_re.compile(r"(?i)mariadb"),
    "sqlserver": lazy_re.compile(r"(?i)sql ?server"),
    "dynamodb": lazy_re.compile(r"(?i)dynamo"),
    "mongodb": lazy_re.compile(r"(?i)mongo"),
    "cosmosdb": lazy_re.compile(r"(?i)cosmos"),
    "opensearch": lazy_re.compile(r"(?i)opensearch|elastic ?search"),
    "redis": lazy_re.compile(r"(?i)redis"),
}
_SHORTEST = 3


class Drawings:
    """What diagrams show of a system.

    Args:
        diagrams: Resources of the diagrams.
        graph: The architecture.
    """

    def __init__(self, diagrams: Iterable[Resource], graph: Graph) -> None:
        self._graph = graph
        self._diagrams = [one for one in diagrams if _maps(one, "arrows")]

    def components(self, name: str, *, store: bool) -> Sequence[Component]:
        """The components that a diagram shows under a name: none, or several that are one product.

        Args:
            name: As it is drawn.
            store: Whether it is drawn as a store.
        """
        found = self._by_name[store].get(_key(name), ())
        if not found and store:
            found = next((self._by_engine[engine] for engine, said in _ENGINES.items() if said.search(name)), ())
            found = found if len(found) == 1 else ()
        owners = {self._owner(one) for one in found}
        if len(owners) != 1:
            return ()
        alike = found if store else self._by_owner[owners.pop()]
        return [self._graph.components[one] for one in alike]

    def together(self, source: str, target: str) -> Mapping[str, Value]:
        """How a diagram shows two components; empty where none shows both.

        Args:
            source: Id of what runs.
            target: Id of a store.

        Returns:
            ``path`` and ``line`` of where the store is drawn, and whether there is an ``arrow`` between them, in either
            direction or over parts that are no components; unknown where an arrow at one of them ends in the open.
        """
        found: Mapping[str, Value] = {}
        for diagram in self._diagrams:
            shown = self._shown[diagram.address]
            begin, end = shown.get(self._owner(source), {}), shown.get(target, {})
            if not begin or not end:
                continue
            arrow = self._arrow(diagram, begin, end)
            if not found or arrow is True or isinstance(arrow, Unknown):
                found = {"path": diagram.location.path, "line": next(iter(end.values())), "arrow": arrow}
            if arrow is True:
                break
        return found

    def _arrow(self, diagram: Resource, begin: Collection[str], end: Collection[str]) -> bool | Unknown:
        ways: defaultdict[str, set[str]] = defaultdict(set)
        for one in _maps(diagram, "arrows"):
            ways[str(one["source"])].add(str(one["target"]))
            ways[str(one["target"])].add(str(one["source"]))
        others = {name for names in self._shown[diagram.address].values() for name in names} - {*begin, *end}
        seen, queue = {"", *begin, *others}, deque(begin)
        while queue:
            following = ways[queue.popleft()]
            if not following.isdisjoint(end):
                return True
            queue.extend(following - seen)
            seen |= following
        if any("" in ways[name] for name in (*begin, *end)):
            text = f"where an arrow in {diagram.location.path} ends"
            return Unknown(reason=UnknownReason.DRAWN_ONLY, text=text)
        return False

    def _owner(self, name: str) -> str:
        if name not in self._owners:
            one = self._graph.components[name]
            self._owners[name] = name if one.kind is ComponentKind.STORE else self._graph.owner(name)
        return self._owners[name]

    @cached_property
    def _owners(self) -> dict[str, str]:
        return {}

    @cached_property
    def _by_name(self) -> Mapping[bool, Mapping[str, Sequence[str]]]:
        found: Mapping[bool, defaultdict[str, list[str]]] = {True: defaultdict(list), False: defaultdict(list)}
        for name, one in self._graph.components.items():
            key = _key(one.title)
            if key and (one.kind is ComponentKind.STORE or one.kind in _RUNNING):
                found[one.kind is ComponentKind.STORE][key].append(name)
        return found

    @cached_property
    def _by_owner(self) -> Mapping[str, Sequence[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name, one in self._graph.components.items():
            if one.kind in _RUNNING:
                found[self._owner(name)].append(name)
        return found

    @cached_property
    def _by_engine(self) -> Mapping[str, Sequence[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name, one in self._graph.components.items():
            if one.kind is ComponentKind.STORE:
                found[one.engine].append(name)
        return found

    @cached_property
    def _shown(self) -> Mapping[str, Mapping[str, Mapping[str, int]]]:
        """Of each diagram: owners and stores that it shows, each with the names there and their lines."""
        found: dict[str, Mapping[str, Mapping[str, int]]] = {}
        for diagram in self._diagrams:
            shown: defaultdict[str, dict[str, int]] = defaultdict(dict)
            for part in _maps(diagram, "elements"):
                for one in self.components(str(part["name"]), store=part["store"] is True):
                    shown[self._owner(one.id)].setdefault(str(part["name"]), int(str(part["line"])))
            found[diagram.address] = shown
        return found


def _maps(diagram: Resource, name: str) -> list[Mapping[str, Value]]:
    written = diagram.attributes.get(name)
    return [one for one in written if isinstance(one, Mapping)] if isinstance(written, Sequence) else []


def _key(name: str) -> str:
    """What of a name tells one part from another, in small letters without spaces; empty where nothing does."""
    words = (word.lower() for word in _WORD.findall(name))
    key = "".join(word for word in words if not _SAYS_NOTHING.fullmatch(word))
    for end in ("service", "svc"):
        key = key.removesuffix(end) or key
    return key if len(key) >= _SHORTEST else ""
