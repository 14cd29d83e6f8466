"""What the components of a system are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from scanner import lazy_re
from scanner.domain.addresses import below
from scanner.domain.resource import Resource, ResourceKind

Block: TypeAlias = tuple[str, int, str]
"""Where a Terraform block stands, and its own name."""
_WORDS = lazy_re.compile(r"[a-z]+")


class Names:
    """What the components of a system are called.

    A name has no instance keys and no environment: the same store in several environments is one component.

    Args:
        resources: Everything that was parsed.
    """

    def __init__(self, resources: Sequence[Resource]) -> None:
        self._known: dict[tuple[tuple[str, ...], str], str] = {}
        self._modules = _same_modules(resources)
        self._numbers: Counter[str] = Counter()
        blocks: set[tuple[str, str, int]] = set()
        alike: set[tuple[int, str]] = set()
        for resource in resources:
            if resource.declaration:  # the same in many environments: parsers share its attributes then
                mark = (id(resource.attributes), resource.address)
                if mark in alike:
                    continue
                alike.add(mark)
            name = self._name(resource)
            if resource.declaration:  # instances of one Terraform block are one thing
                block = (name, resource.location.path, resource.location.start_line)
                if block in blocks:
                    continue
                blocks.add(block)
            self._numbers[name] += 1

    def of(self, resource: Resource) -> str:
        """A name for a component made of a resource, which no other component of the system has."""
        name = self._name(resource)
        if self._numbers[name] == 1:
            return name
        folder = resource.location.path.rpartition("/")[0] or "."
        return f"{folder}:{name}"

    def _name(self, resource: Resource) -> str:
        if resource.kind is not ResourceKind.TERRAFORM or not resource.declaration:
            return resource.address
        path = self._modules.get(_block(resource), resource.module_path)
        key = (path, resource.declaration)
        name = self._known.get(key)
        if name is None:
            name = self._known[key] = below(*key)
        return name


def _same_modules(resources: Sequence[Resource]) -> Mapping[Block, tuple[str, ...]]:
    """The module path by which a block is known that each root calls by another name, but only once.

    A root for each environment calls the same modules; what differs is what it calls them: ``module.shop_dev`` here,
    ``module.shop_live`` there. A block to which several paths lead within one environment is several things, and so is
    one that is called for different ends: ``module.letters`` here, ``module.trail`` there.
    """
    paths: dict[Block, dict[str, tuple[str, ...]]] = {}
    several: set[Block] = set()
    for resource in resources:
        if resource.environment and resource.module_path:
            block = _block(resource)
            known = paths.setdefault(block, {}).setdefault(resource.environment, resource.module_path)
            if known != resource.module_path:
                several.add(block)
    return {
        block: next(iter(by_environment.values()))
        for block, by_environment in paths.items()
        if block not in several and len(set(by_environment.values())) > 1 and _called_alike(by_environment)
    }


def _called_alike(by_environment: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether names of modules have something in common, or are nothing but the names of their environments."""
    (environment, first), *others = by_environment.items()
    own = [_own_words(name, environment) for name in first]
    for other, path in others:
        words = [_own_words(name, other) for name in path]
        if len(words) != len(own) or not all(a & b or a == b for a, b in zip(own, words, strict=True)):
            return False
    return True


def _own_words(name: str, environment: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(name.lower())) - frozenset(_WORDS.findall(environment.lower()))


def _block(resource: Resource) -> Block:
    return resource.location.path, resource.location.start_line, resource.declaration
