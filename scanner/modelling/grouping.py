"""Writes many components in few lines: a glob stands for a group where it matches that group and nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.addresses import without_keys
from scanner.domain.architecture import Component, Confidence, LayerId
from scanner.domain.configuration import Match
from scanner.modelling.matching import Matcher

LISTED = 40
"""Components up to which each has a line of its own."""
_LEAST = 4
"""Components that are worth a glob."""
_TEMPLATE = lazy_re.compile(r"\{\{|\s")
_PLAIN_PATH = lazy_re.compile(r"[\w./-]*[\w-]", re.ASCII)
_SPECIAL = lazy_re.compile(r"[*?\[]")


class Group(NamedTuple):
    """Components that one pattern matches, in one layer for one reason."""

    match: str
    """The word under which the pattern stands: ``components``, or ``paths`` where that reads better."""
    pattern: str
    """Id of the component, a glob of ids, or the file in which it is."""
    members: tuple[Component, ...]


class _Likeness(NamedTuple):
    layer: LayerId
    confidence: Confidence
    reason: str
    """Without what is the component's own."""


def groups(components: Sequence[Component], chosen: Sequence[Component]) -> tuple[Group, ...]:
    """The components, each in one group, in their order.

    Args:
        components: All of the system.
        chosen: Those that are to be written, layer by layer: the first entry that matches a component counts.
    """
    matcher = Matcher(components)
    left = {component.id: component for component in chosen}
    made: dict[str, Group] = {}
    if len(chosen) > LISTED:
        for layer in dict.fromkeys(component.layer for component in chosen):
            for group in _globbed(matcher, [one for one in chosen if one.layer is layer], _before(layer, chosen)):
                made.update({one.id: group for one in group.members})
                for one in group.members:
                    del left[one.id]
    for component in left.values():
        for match in _single(component):
            if list(matcher.find(match).components) == [component.id]:
                kind, pattern = ("paths", *match.paths) if match.paths else ("components", *match.components)
                made[component.id] = Group(kind, pattern, (component,))
                break
    ordered = [made[component.id] for component in chosen if component.id in made]
    return tuple({(group.match, group.pattern): group for group in ordered}.values())


def _before(layer: LayerId, chosen: Sequence[Component]) -> frozenset[str]:
    """Ids of the components that stand in layers before this one."""
    order = list(dict.fromkeys(component.layer for component in chosen))
    return frozenset(one.id for one in chosen if order.index(one.layer) < order.index(layer))


def _globbed(matcher: Matcher, chosen: Sequence[Component], earlier: frozenset[str]) -> Iterator[Group]:
    """Groups of one layer, by the globs of most components; what is written earlier is no longer meant by them."""
    left = {component.id: component for component in chosen}
    likeness = {component.id: _likeness(component) for component in chosen}
    for pattern in _candidates(chosen):
        ids = [id_ for id_ in matcher.find(Match(components=(pattern,))).components if id_ not in earlier]
        alike = {likeness.get(id_) for id_ in ids}
        if len(ids) >= _LEAST and len(alike) == 1 and left.keys() >= set(ids):
            yield Group("components", pattern, tuple(left.pop(id_) for id_ in ids))


def _single(component: Component) -> Iterator[Match]:
    """Ways to write one component: by its file where its name is a template that nobody would type."""
    if _TEMPLATE.search(component.id) and _PLAIN_PATH.fullmatch(component.location.path):
        yield Match(paths=(f"/{component.location.path}",))
    yield Match(components=(written(component.id),))


def written(name: str) -> str:
    """A name as it can stand in a file: what no encoding can write becomes a sign that stands for any."""
    if name.isascii():
        return name
    return "".join("?" if 0xD800 <= ord(sign) <= 0xDFFF else sign for sign in name)


def _likeness(component: Component) -> _Likeness:
    reason = component.layer_reason
    for own in (component.technology, component.title):
        reason = reason.replace(own, "…") if own and own != component.layer.value else reason
    return _Likeness(component.layer, component.layer_confidence, reason)


def _candidates(components: Sequence[Component]) -> list[str]:
    """Globs that several components would match, those of most components first."""
    often: defaultdict[str, int] = defaultdict(int)
    for component in components:
        for pattern in _globs(component):
            often[pattern] += 1
    likely: Mapping[str, int] = {pattern: number for pattern, number in often.items() if number >= _LEAST}
    return sorted(likely, key=lambda pattern: (-likely[pattern], len(pattern), pattern))


def _globs(component: Component) -> Iterator[str]:
    family = component.sightings[0].family if component.sightings else ""
    name = written(component.id)
    if _SPECIAL.search(name):
        return
    if family == "kubernetes":
        address = component.sightings[0].address
        folder = name.removesuffix(address)
        kind, _, rest = address.partition("/")
        namespace, separator, _ = rest.rpartition("/")
        if separator:
            yield f"{folder}*/{namespace}/*"
            yield f"{folder}{kind}/{namespace}/*"
        yield f"{folder}{kind}/*"
    elif family == "terraform":
        address = without_keys(component.sightings[0].address)
        folder = name.removesuffix(address)
        parts = address.split(".")
        yield f"*{parts[-2]}.*" if len(parts) > 1 else name
        for end in range(2, len(parts) - 1, 2):
            yield f"{folder}{'.'.join(parts[:end])}.*"
            yield f"{folder}{'.'.join(parts[:end])}.*{parts[-2]}.*"
    elif "/" in name:
        yield f"{name.rpartition('/')[0]}/*"
