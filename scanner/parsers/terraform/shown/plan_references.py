"""References of a plan: from the expressions of its configuration, through modules, to the instances that are named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from scanner import lazy_re
from scanner.domain.resource import Reference
from scanner.parsers.terraform.shown.document import Form
from scanner.parsers.terraform.shown.plan_configuration import Configuration, Path, names_in
from scanner.parsers.terraform.shown.plan_settings import Origins
from scanner.parsers.terraform.shown.shown_resources import Entry, ModulePath, module_address
from scanner.parsers.terraform.shown.shown_values import longest

MAX_REFERENCES = 500_000
"""Of one plan."""
_MAX_STEPS = 2_000
"""Variables and outputs that are followed from one expression."""
_KEY = r'(\[(?:-?\d+|"(?:[^"\\]|\\.)*")\])?'
_MODULE = lazy_re.compile(rf"module\.([^.\[\]]+){_KEY}(?:\.([^.\[\]]+))?")
_RESOURCE = lazy_re.compile(rf"((?:data\.)?[^.\[\]]+\.[^.\[\]]+){_KEY}")
_PER_INSTANCE = frozenset(("each.key", "each.value", "count.index"))
_NOT_BLOCKS = frozenset(("each", "count", "self", "path", "terraform", "tofu", "local", "var", "ephemeral"))


class _Step(NamedTuple):
    """An expression on the way from a block to what it names."""

    references: tuple[str, ...]
    modules: ModulePath
    key: str
    """Of the instance in which the expression stands."""
    each: tuple[str, ...] = ()
    """What the block's ``for_each`` names: ``each.value`` is a part of it."""
    same: bool = False
    """What is named is taken with the same key."""


class PlanReferences:
    """Finds what the blocks of a plan name.

    Args:
        configuration: Of the plan.
        entries: Its resources.
        modules: Its module instances.
        origins: Environment and place of the references.
    """

    def __init__(
        self, configuration: Configuration, entries: Iterable[Entry], modules: Iterable[ModulePath], origins: Origins
    ) -> None:
        self._configuration = configuration
        self._origins = origins
        self._entries = tuple(entries)
        self._addresses: defaultdict[tuple[ModulePath, str], dict[str, str]] = defaultdict(dict)
        for entry in self._entries:
            self._addresses[entry.modules, entry.declaration].setdefault(entry.key, entry.address)
        self._below: defaultdict[tuple[ModulePath, str], list[ModulePath]] = defaultdict(list)
        for path in dict.fromkeys(modules):
            if path:
                self._below[path[:-1], path[-1].name].append(path)
        self.through_locals = 0
        """References that end at a local, which a plan does not hold."""

    def references(self, form: Form) -> Iterator[Reference]:
        """All references, each once."""
        seen: set[tuple[str, str, str]] = set()
        for source, attribute, target in self._all():
            if (source, attribute, target) in seen:
                continue
            if len(seen) == MAX_REFERENCES:
                form.fault(f"more than {MAX_REFERENCES} references: the rest is not followed")
                return
            seen.add((source, attribute, target))
            yield Reference(
                source=source,
                target=target,
                attribute=attribute,
                environment=self._origins.environment,
                location=self._origins.place,
            )

    def _all(self) -> Iterator[tuple[str, str, str]]:
        for entry in self._entries:
            block = self._configuration.resources.get((entry.names, entry.declaration), {})
            yield from self._block(entry.address, block, entry.modules, entry.key)
            yield from self._provider(entry, block)
        for paths in self._below.values():
            for path in paths:
                call = self._configuration.calls.get(tuple(step.name for step in path), {})
                yield from self._block(module_address(path).removesuffix("."), call, path[:-1], path[-1].key)
        for name, output in self._configuration.section((), "outputs").items():
            yield from self._block(f"output.{name}", {"expressions": {"value": output.get("expression")}}, (), "")

    def _block(
        self, source: str, block: Mapping[str, object], modules: ModulePath, key: str
    ) -> Iterator[tuple[str, str, str]]:
        each = _for_each(block)
        written = [*names_in(block.get("expressions")), *names_in({"count": block.get("count_expression")})]
        for attribute, names in written:
            for target in self._targets(_Step(names, modules, key, each)):
                yield source, attribute, target
        for target in self._targets(_Step(each, modules, key, same=True)):
            yield source, "for_each", target
        depends = block.get("depends_on")
        names = tuple(name for name in depends if isinstance(name, str)) if isinstance(depends, list) else ()
        for target in self._targets(_Step(names, modules, "")):
            yield source, "depends_on", target

    def _provider(self, entry: Entry, block: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
        key = block.get("provider_config_key")
        provider = self._configuration.providers.get(key) if isinstance(key, str) else None
        if isinstance(provider, dict) and isinstance(provider.get("alias"), str):
            module = provider.get("module_address")
            home = "".join(f"{part}." for part in [module] if isinstance(part, str) and part)
            yield entry.address, "provider", f"{home}provider.{provider.get('name')}.{provider['alias']}"

    def _targets(self, start: _Step) -> Iterator[str]:
        waiting = [start]
        seen = {start}
        while waiting:
            step = waiting.pop()
            own = step.key if step.same or any(name in _PER_INSTANCE for name in step.references) else ""
            for reference in longest(step.references):
                targets, more = self._one(reference, step, own)
                yield from targets
                for following in more:
                    if following not in seen and len(seen) < _MAX_STEPS:
                        seen.add(following)
                        waiting.append(following)

    def _one(self, reference: str, step: _Step, own: str) -> tuple[list[str], list[_Step]]:
        root, _, rest = reference.partition(".")
        if root == "var":
            return self._variable(re.split(r"[.\[]", rest, maxsplit=1)[0], step)
        if root == "each" and rest.startswith("value") and step.each:
            return [], [_Step(step.each, step.modules, step.key, same=True)]
        if match := _MODULE.match(reference):
            return [], self._outputs(match, step, own)
        if root in _NOT_BLOCKS:
            self.through_locals += root == "local"
            return [], []
        match = _RESOURCE.match(reference)
        if match is None:
            return [], []
        found = self._addresses.get((step.modules, match[1]), {})
        return [found[key] for key in _chosen(found, match[2] or "", own)], []

    def _variable(self, name: str, step: _Step) -> tuple[list[str], list[_Step]]:
        """A variable of the root is a block by itself; that of a module is what its caller gives."""
        if not step.modules:
            return [f"var.{name}"], []
        call = self._configuration.calls.get(tuple(part.name for part in step.modules), {})
        expressions = call.get("expressions")
        argument = expressions.get(name) if isinstance(expressions, dict) else None
        last, caller, each = step.modules[-1], step.modules[:-1], _for_each(call)
        return [], [_Step(named.references, caller, last.key, each) for named in names_in({name: argument})]

    def _outputs(self, match: re.Match[str], step: _Step, own: str) -> list[_Step]:
        found = {path[-1].key: path for path in self._below.get((step.modules, match[1]), ())}
        steps: list[_Step] = []
        for key in _chosen(found, match[2] or "", own):
            path: Path = tuple(part.name for part in found[key])
            for name, output in self._configuration.section(path, "outputs").items():
                if match[3] in (None, name):
                    named = names_in({name: output.get("expression")})
                    steps.extend(_Step(one.references, found[key], "") for one in named)
        return steps


def _for_each(block: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(
        name for named in names_in({"for_each": block.get("for_each_expression")}) for name in named.references
    )


def _chosen(found: Mapping[str, object], key: str, own: str) -> Iterable[str]:
    """Keys of the instances that are meant: the one named, the one with the same key, else all."""
    if key:
        return [key] if key in found else []
    if own and own in found:
        return [own]
    return list(found)
