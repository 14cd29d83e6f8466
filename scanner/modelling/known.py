"""What the finders of relations know: the components, and which of them an artefact belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeAlias, TypeVar, cast

from scanner.domain.architecture import Component, ComponentKind, LooseEnd, Relation
from scanner.domain.resource import Resource
from scanner.modelling.index import Index
from scanner.modelling.joining import Joined

T = TypeVar("T")


class Known:
    """The components of a system, as the finders of relations look them up.

    Args:
        index: What was parsed.
        joined: The components.
    """

    def __init__(self, index: Index, joined: Joined) -> None:
        self.index = index
        self.components: Mapping[str, Component] = {component.id: component for component in joined.components}
        self._parts = joined.parts
        self._keys = joined.keys
        self._made: dict[Callable[[Known], object], object] = {}
        self._of: dict[int, Component | None] = {}
        """Component by the identity of a resource, which the system keeps alive: this is asked more than all else."""

    def once(self, make: Callable[[Known], T]) -> T:
        """What several finders look things up in, made of the components for the first of them.

        Args:
            make: Such as the class of a table.
        """
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    def of_draft(self, name: str) -> Component | None:
        """The component that a draft of this id became part of."""
        found = self._parts.get(name)
        return self.components[found] if found else None

    def of_resource(self, resource: Resource) -> Component | None:
        """The component that a resource belongs to, if its type makes components."""
        mark = id(resource)
        if mark not in self._of:
            self._of[mark] = self.of_draft(self.index.names.of(resource))
        return self._of[mark]

    def of_key(self, kind: str, value: str) -> Sequence[Component]:
        """The components that hold a join key, such as ``image`` and its name without tag."""
        return [self.components[name] for name in self._keys.get((kind, value), ())]

    def of_kind(self, *kinds: ComponentKind) -> list[Component]:
        """The components of some kinds, in order."""
        return [component for component in self.components.values() if component.kind in kinds]

    def of_folder(self, path: str) -> Component | None:
        """The component whose source folder a file lies in: of the nearest folder above it that is one."""
        for folder in PurePosixPath(path).parents:
            found = self.of_draft(f"source:{folder}")
            if found is not None:
                return found
        return None


Tie: TypeAlias = Relation | LooseEnd
Finder: TypeAlias = Callable[[Known], Iterable[Tie]]
"""Finds relations of some kinds, and what leads nowhere that can be seen. Never raises for what was parsed."""
