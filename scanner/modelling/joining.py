"""Joins drafts: what several artefacts show of one thing becomes one component with several places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from scanner.domain.architecture import Component, ComponentKind, Confidence, Exposure, Sighting
from scanner.modelling.drafts import Draft, JoinKey, LayerGuess

_RUNS = frozenset(
    {
        ComponentKind.COMPUTE, ComponentKind.WORKLOAD, ComponentKind.JOB, ComponentKind.SOURCE,
        ComponentKind.INTERFACE, ComponentKind.IMAGE,
    }
)  # fmt: skip
"""Kinds that may be one thing: the code, and what runs it."""
_LEADS = ("kubernetes", "terraform", "compose", "code", "dependencies", "container", "api")
"""Which family's draft names a component: what runs says more than what it is made of."""
_RUNNING = frozenset({"kubernetes", "terraform", "compose"})
"""Families that run images and do not build them."""
_OF_PLACES = frozenset({"non-production", "production"})
"""Traits that tell of one place where something runs, not of the thing: those of the first place are said."""
_WIDEST = (Exposure.INTERNET, Exposure.UNKNOWN, Exposure.INTERNAL)
_SUREST = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW)
LOOKUP = "lookup:"
"""How kinds of keys begin that only find components and never join them."""
WITHIN = "within:"
"""How kinds of keys begin that join what one family of artefacts writes in parts: a service and its task definition."""


class Joined(NamedTuple):
    """Components, and which one each draft became part of."""

    components: tuple[Component, ...]
    parts: Mapping[str, str]
    """Id of a draft to the id of its component."""
    keys: Mapping[tuple[str, str], tuple[str, ...]]
    """Kind and value of a join key to the ids of the components that hold it, in order."""


def join(drafts: Iterable[Draft]) -> Joined:
    """Join drafts that show the same thing.

    A key joins only where no family of artefacts holds it twice: an image that two workloads run is a thing of its own
    for each of them, and a relation tells that both are built from one folder. Keys for looking up never join; keys of
    parts join whatever holds them.

    Args:
        drafts: In the order in which components are to stand.
    """
    things: dict[str, list[Draft]] = {}
    for draft in drafts:
        things.setdefault(draft.id, []).append(draft)
    groups = _Groups(things)
    holders = _holders(things)
    for key, names in holders.items():
        if key.kind.startswith(WITHIN):
            groups.assemble(key, names)
    for key, names in holders.items():
        if not key.kind.startswith((LOOKUP, WITHIN)):
            groups.unite(key, names)
    parts: dict[str, str] = {}
    components = []
    for names in groups.members.values():
        component = _component([things[name] for name in names], groups.why)
        components.append(component)
        parts.update(dict.fromkeys(names, component.id))
    return Joined(tuple(components), parts, _keys(things, parts))


def _holders(things: Mapping[str, Sequence[Draft]]) -> dict[JoinKey, list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    confidence: dict[tuple[str, str], Confidence] = {}
    for name, drafts in things.items():
        for key in dict.fromkeys(key for draft in drafts for key in draft.keys):
            mark = (key.kind, key.value)
            found.setdefault(mark, []).append(name)
            confidence[mark] = max(confidence.get(mark, key.confidence), key.confidence, key=_SUREST.index)
    return {JoinKey(*mark, confidence[mark]): names for mark, names in found.items()}


class _Groups:
    """Which drafts are one thing so far."""

    def __init__(self, things: Mapping[str, Sequence[Draft]]) -> None:
        self._things = things
        self._leader = {name: name for name in things}
        self.members = {name: [name] for name in things}
        """By the first of each group, all of it, in order."""
        self.why: dict[str, JoinKey] = {}
        self._parts: set[str] = set()

    def assemble(self, key: JoinKey, names: Sequence[str]) -> None:
        """Make one group of the parts of one thing, which counts once for its family."""
        groups = list(dict.fromkeys(self._leader[name] for name in names))
        if len(groups) > 1:
            self._parts.update(groups[1:])
            self._merge(key, groups)

    def unite(self, key: JoinKey, names: Sequence[str]) -> None:
        """Make one group of those that hold a key, unless then a family would be in it twice."""
        groups = list(dict.fromkeys(self._leader[name] for name in names))
        whole = [name for group in groups for name in self.members[group]]
        families = [self._things[name][0].family for name in whole if name not in self._parts]
        kinds = {self._things[name][0].kind for name in whole}
        if len(groups) < 2 or len({*families}) < len(families) or (len(kinds) > 1 and not kinds <= _RUNS):
            return
        if key.kind == "image" and not self._is_built_here(key, whole):
            return
        self._merge(key, groups)

    def _is_built_here(self, key: JoinKey, names: Iterable[str]) -> bool:
        """Whether what runs an image is one thing: an image of somebody else runs in many places, each its own."""
        if any(self._things[name][0].family not in _RUNNING for name in names):
            return True
        keys = (one for name in names for draft in self._things[name] for one in draft.keys)
        return any(
            one.kind == key.kind and one.value == key.value and one.confidence is Confidence.HIGH for one in keys
        )

    def _merge(self, key: JoinKey, groups: Sequence[str]) -> None:
        whole = [name for group in groups for name in self.members[group]]
        for name in whole:
            self._leader[name] = groups[0]
            self.why.setdefault(name, key)
        self.members[groups[0]] = whole
        for group in groups[1:]:
            del self.members[group]


def _component(parts: Sequence[Sequence[Draft]], why: Mapping[str, JoinKey]) -> Component:
    """One component of all instances of all its parts."""
    ordered = sorted(parts, key=lambda drafts: _LEADS.index(drafts[0].family) if drafts[0].family in _LEADS else 99)
    lead, every = ordered[0][0], [draft for drafts in ordered for draft in drafts]
    layer = min((draft.layer for draft in every), key=_rank)
    return Component(
        id=lead.id,
        title=lead.title,
        layer=layer.layer,
        layer_reason=layer.reason,
        layer_confidence=layer.confidence,
        declared=layer.declared,
        kind=lead.kind,
        exposure=min((draft.exposure for draft in ordered[0]), key=_WIDEST.index),
        technology=lead.technology,
        engine=next((draft.engine for draft in every if draft.engine), ""),
        traits=_traits(ordered),
        group=lead.group,
        labels={name: value for draft in reversed(every) for name, value in draft.labels.items()},
        labels_known=all(draft.labels_known for draft in every),
        resources=tuple(dict.fromkeys(draft.address for draft in every)),
        sightings=tuple(_sighting(drafts[0], why, first=drafts is ordered[0]) for drafts in ordered),
        location=lead.location,
    )


def _traits(ordered: Sequence[Sequence[Draft]]) -> tuple[str, ...]:
    """What is said of any part; of the kind of place where it runs only what is said of the part that leads."""
    own = {trait for draft in ordered[0] for trait in draft.traits}
    others = {trait for drafts in ordered[1:] for draft in drafts for trait in draft.traits}
    runs = ordered[0][0].family in _RUNNING
    return tuple(sorted(own | (others - _OF_PLACES if runs else others)))


def _rank(guess: LayerGuess) -> tuple[bool, int]:
    return not guess.declared, _SUREST.index(guess.confidence)


def _sighting(draft: Draft, why: Mapping[str, JoinKey], *, first: bool) -> Sighting:
    key = None if first else why.get(draft.id)
    return Sighting(
        family=draft.family,
        address=draft.address,
        location=draft.location,
        joined_by=f"the same {key.kind}: {key.value}" if key else "",
        confidence=key.confidence if key else Confidence.HIGH,
    )


def _keys(things: Mapping[str, Sequence[Draft]], parts: Mapping[str, str]) -> dict[tuple[str, str], tuple[str, ...]]:
    found: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for name, drafts in things.items():
        for draft in drafts:
            for key in draft.keys:
                found[key.kind, key.value][parts[name]] = None
    return {key: tuple(names) for key, names in found.items()}
