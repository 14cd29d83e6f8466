"""Applies what the supplier declares of the architecture, and says where a declaration cannot be right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from scanner.domain.architecture import Component, Confidence, Contradiction, LooseEnd, Relation
from scanner.domain.artifact import Location
from scanner.domain.configuration import (
    ArchitectureConfiguration,
    ComponentDeclaration,
    Configuration,
    IgnoreDeclaration,
    LayerDeclaration,
    Match,
)
from scanner.domain.resource import Problem
from scanner.modelling.contradictions import against_kind, against_layer
from scanner.modelling.joining import Joined
from scanner.modelling.matching import Matcher

E = TypeVar("E", bound=Match)

FILE = "archscan.yaml"
_NAMES_SHOWN = 5


@dataclass(frozen=True)
class Declared:
    """Components with what the supplier says of them."""

    components: tuple[Component, ...]
    """All of them; those that are left out among them, because relations of others may lead through them."""
    contradictions: tuple[Contradiction, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What matches nothing, what is left out, and the contradictions."""
    left_out: frozenset[str] = frozenset()
    """Ids of what is no component of the product."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Id of a component that became part of another, to the id of that one."""

    @property
    def kept(self) -> tuple[Component, ...]:
        """The components of the product."""
        return tuple(component for component in self.components if component.id not in self.left_out)

    def rejoined(self, joined: Joined) -> Joined:
        """What was joined, with the components that the supplier has joined besides."""
        parts = {draft: self.moved.get(name, name) for draft, name in joined.parts.items()}
        keys = {
            key: tuple(dict.fromkeys(self.moved.get(name, name) for name in names))
            for key, names in joined.keys.items()
        }
        return Joined(self.components, parts, keys)

    def concerns(self, tie: Relation | LooseEnd) -> bool:
        """Whether a relation, or what leads nowhere, is about components of the product."""
        ends = (tie.source,) if isinstance(tie, LooseEnd) else (tie.source, tie.target)
        return not self.left_out.intersection(ends)


def apply(components: Iterable[Component], configuration: Configuration | None) -> Declared:
    """Apply the declarations about the architecture.

    Corrections of components come first, then layers; of several entries that match a component the first counts.

    Args:
        components: As archscan found them.
        configuration: What the supplier declares.
    """
    found = tuple(components)
    declared = configuration.architecture if configuration else ArchitectureConfiguration()
    if declared == ArchitectureConfiguration():
        return Declared(found)
    return _Application(found, declared).result()


class _Application:
    """The declarations of one file on the components of one system."""

    def __init__(self, components: tuple[Component, ...], declared: ArchitectureConfiguration) -> None:
        self._found = {component.id: component for component in components}
        self._matcher = Matcher(components)
        self._declared = declared
        self._problems: list[Problem] = []
        self._contradictions: list[Contradiction] = []
        self._moved: dict[str, str] = {}

    def result(self) -> Declared:
        ignored = self._first(self._declared.ignore)
        self._tell_ignored(ignored)
        changed = dict(self._found)
        for name, correction in self._first(self._declared.components).items():
            changed[name] = self._corrected(changed[name], correction)
        self._tell_titles()
        for name, layer in self._first(self._declared.layers).items():
            if name not in ignored:
                self._contradictions.extend(against_layer(self._found[name], layer.layer, _place(layer)))
            changed[name] = _in_layer(changed[name], layer)
        self._problems.extend(self._told(one) for one in self._contradictions)
        return Declared(
            components=self._joined(changed),
            contradictions=tuple(self._contradictions),
            problems=tuple(self._problems),
            left_out=frozenset(ignored) - frozenset(self._moved),
            moved=self._moved,
        )

    def _first(self, entries: Sequence[E]) -> dict[str, E]:
        """Id of a component to the first entry that matches it; tells of entries without effect."""
        chosen: dict[str, E] = {}
        for entry in entries:
            found = self._matcher.find(entry)
            for pattern in found.unmatched:
                self._tell(entry, f"{pattern} matches no component of the model")
            new = [name for name in found.components if name not in chosen]
            if found.components and not new:
                earlier = chosen[next(iter(found.components))].line
                self._tell(entry, f"this has no effect: line {earlier} and others before it match the same components")
            chosen.update(dict.fromkeys(new, entry))
        return chosen

    def _corrected(self, component: Component, entry: ComponentDeclaration) -> Component:
        if entry.same_as is not None:
            self._move(component, entry)
        update: dict[str, object] = {"traits": tuple(sorted({*component.traits, *entry.traits}))}
        if entry.title is not None:
            update["title"] = entry.title
        if entry.kind is not None:
            self._contradictions.extend(against_kind(component, entry.kind, _place(entry)))
            update["kind"] = entry.kind
        return component.model_copy(update=update)

    def _move(self, component: Component, entry: ComponentDeclaration) -> None:
        wanted = self._matcher.named(entry.same_as or "")
        target = next(iter(wanted), "")
        if len(wanted) != 1:
            said = "is no component of the model" if not wanted else f"are {len(wanted)} components; give the id"
            self._tell(entry, f"same_as: {entry.same_as} {said}")
            return
        while target in self._moved:
            target = self._moved[target]
        if target == component.id:
            self._tell(entry, f"same_as: {component.id} would be a part of itself")
            return
        self._moved[component.id] = target
        for name, other in self._moved.items():
            if other == component.id:
                self._moved[name] = target

    def _joined(self, changed: Mapping[str, Component]) -> tuple[Component, ...]:
        made = dict(changed)
        for name, target in self._moved.items():
            made[target] = _united(made[target], made.pop(name))
        return tuple(made.values())

    def _tell_ignored(self, ignored: Mapping[str, IgnoreDeclaration]) -> None:
        """What is left out stays visible: who assesses must be able to ask about it."""
        for entry in self._declared.ignore:
            names = [name for name, by in ignored.items() if by is entry]
            if names:
                more = f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
                shown = ", ".join(names[:_NAMES_SHOWN])
                self._tell(entry, f"the supplier leaves out of the model {shown}{more}: {entry.reason}")

    def _tell_titles(self) -> None:
        for entry in self._declared.components:
            number = len(self._matcher.find(entry).components)
            if entry.title is not None and number > 1:
                self._tell(entry, f"{number} components have the title {entry.title!r} now: it was meant for one")

    def _tell(self, entry: Match, text: str) -> None:
        message = f"{FILE}:{entry.line}: {text}"
        self._problems.append(Problem(stage="modelling", message=message, location=_place(entry)))

    def _told(self, one: Contradiction) -> Problem:
        place = one.evidence_location
        where = f" ({place.path}:{place.start_line})" if place else ""
        message = (
            f"{FILE}:{one.location.start_line} declares {one.component} as {one.declared}, but {one.evidence}{where}"
        )
        return Problem(stage="modelling", message=message, location=one.location)


def _in_layer(component: Component, entry: LayerDeclaration) -> Component:
    why = f": {entry.reason.strip()}" if entry.reason.strip() else ""
    return component.model_copy(
        update={
            "layer": entry.layer,
            "layer_reason": f"declared in {FILE}, line {entry.line}{why}",
            "layer_confidence": Confidence.HIGH,
            "declared": True,
        }
    )


def _united(whole: Component, part: Component) -> Component:
    """One component of two; the layer of the part counts where only it is declared."""
    seen = [one.model_copy(update={"joined_by": f"declared in {FILE}"}) for one in part.sightings]
    says_more = part.declared and not whole.declared
    layer = {name: getattr(part, name) for name in ("layer", "layer_reason", "layer_confidence", "declared")}
    return whole.model_copy(
        update={
            "traits": tuple(sorted({*whole.traits, *part.traits})),
            "engine": whole.engine or part.engine,
            "technology": whole.technology or part.technology,
            "labels": {**part.labels, **whole.labels},
            "resources": tuple(dict.fromkeys((*whole.resources, *part.resources))),
            "sightings": (*whole.sightings, *seen),
            **(layer if says_more else {}),
        }
    )


def _place(entry: Match) -> Location:
    return Location(path=FILE, start_line=entry.line)
