"""Calls of modules: which folder a call enters, once for each instance, and what the caller sees of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scanner.domain.artifact import Role
from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.parsers.terraform.expressions.evaluator import Names
from scanner.parsers.terraform.modules.estate import MAX_CALLS, MAX_SCOPES, Place
from scanner.parsers.terraform.modules.folders import Folder, Placed, location_of
from scanner.parsers.terraform.modules.inputs import is_sensitive
from scanner.parsers.terraform.modules.instances import INSTANCES, NO_NAMES, Expansion, Key
from scanner.parsers.terraform.modules.module_sources import written_source
from scanner.parsers.terraform.syntax.tree import Block, IndexStep, Step
from scanner.parsers.terraform.values.collections import unknown
from scanner.parsers.terraform.values.lazy import LazyObject

if TYPE_CHECKING:
    from scanner.parsers.terraform.modules.scope import ModuleScope

_META = frozenset(("count", "depends_on", "for_each", "providers", "source", "version"))
_NOT_DECLARED = "a module is given what it does not declare"
_ANY_VERSION = "modules are read in whatever version was given"
_NOT_GIVEN = "a module is not given what it needs"


@dataclass(frozen=True, slots=True)
class Call:
    """How a module was entered."""

    caller: ModuleScope
    placed: Placed
    """The module block."""
    name: str
    key: Key
    names: Names
    """What ``each`` or ``count`` mean in the block."""


@dataclass(frozen=True, slots=True)
class Children:
    """The modules that a call enters."""

    expansion: Expansion
    scopes: Mapping[Key, ModuleScope] = field(default_factory=dict)
    """Empty where the module is not in this repository."""


def enter(scope: ModuleScope, name: str) -> Children:
    """Enter the modules that a call means.

    Args:
        scope: Of the caller.
        name: Of the call, which is declared.
    """
    placed = scope.folder.modules[name]
    expansion = scope.expansion(f"module.{name}", placed)
    folder = scope.callee(name)
    if folder is None:
        return Children(expansion)
    calls = [Call(scope, placed, name, key, instance.names) for key, instance in expansion.instances.items()]
    return Children(expansion, {call.key: scope.entered(folder, call) for call in calls})


def find_callee(scope: ModuleScope, name: str) -> Folder | None:
    """The folder that a call enters; None, with a problem where it is a fault, if there is none to enter."""
    placed = scope.folder.modules[name]
    path = (*scope.module_path, name)
    source = scope.estate.sources.folder(placed.block, scope.folder.path, scope.environment.folder, path)
    source = None if source is None else scope.estate.links.resolve(source)
    folder = None if source is None else scope.estate.folders.get(source)
    place = (placed.path, placed.block.position)
    if folder is None:
        _say_missing(scope, placed.block, source, place)
        return None
    above: ModuleScope | None = scope
    while above is not None:
        if above.folder is folder:
            scope.complain(f"module.{name} calls itself: {' -> '.join(path[-6:])}", place)
            return None
        above = above.call.caller if above.call else None
    if len(path) > MAX_CALLS:
        limit = f"more than {MAX_CALLS} module calls in one another"
    elif scope.estate.scopes >= MAX_SCOPES:
        limit = f"more than {MAX_SCOPES} modules are called"
    else:
        _check_arguments(scope, placed, folder)
        _say_version(scope, placed.block, folder, place)
        return folder
    scope.complain(f"{limit}: this one is not entered", place)
    return None


def _say_missing(scope: ModuleScope, block: Block, source: str | None, place: Place) -> None:
    """A path that leads nowhere is a fault; a registry's module is only not here, and what it makes not judged."""
    written = written_source(block)
    if not scope.estate.is_judged(place[0]) or source in scope.estate.broken:
        return
    if source is not None:
        scope.complain(f"there is no Terraform file in {source or '.'}, which source = {written!r} means", place)
    elif written is not None:
        scope.estate.complaints.add_elsewhere(written, location_of(*place))


def _say_version(scope: ModuleScope, block: Block, folder: Folder, place: Place) -> None:
    """Which commit of a repository lies in a folder nobody can tell: its tags are not among its files."""
    remote = scope.estate.sources.unchecked_version(written_source(block) or "")
    if remote is not None:
        asked = f"a module of {remote.address} is asked for in version {remote.ref}"
        scope.complain(f"{asked}: what was read is {folder.path}, in whatever version was given", place, _ANY_VERSION)


def _check_arguments(scope: ModuleScope, placed: Placed, folder: Folder) -> None:
    """Terraform refuses arguments that a module does not declare, and calls without those that it needs."""
    estate, given = scope.estate, {attribute.name for attribute in placed.block.body.attributes} - _META
    own = estate.role(folder.files[0].path) is not Role.VENDORED  # a copy may be of another version
    if not own or folder.path in estate.broken or not estate.is_judged(placed.path):
        return
    needed = {name for name, one in folder.variables.items() if one.block.body.attribute("default") is None}
    name = placed.block.labels[0]
    place = (placed.path, placed.block.position)
    for unknown_name in sorted(given - folder.variables.keys()):
        scope.complain(f"module.{name} is given {unknown_name}, which it does not declare", place, _NOT_DECLARED)
    for missing in sorted(needed - given):
        scope.complain(f"module.{name} is not given {missing}, which it needs", place, _NOT_GIVEN)


def value(scope: ModuleScope, name: str, steps: Sequence[Step], text: str) -> tuple[Value, Sequence[Step]]:
    """A module as its caller sees it: an object of its outputs, or one for each instance.

    Args:
        scope: Of the caller.
        name: Of the call.
        steps: The way that the expression takes from it.
        text: The expression.

    Returns:
        The value, and the steps that are still to be taken on it.
    """
    if name not in scope.folder.modules:
        return scope.absent(text, f"module.{name} is not declared"), ()
    if f"{scope.prefix}{INSTANCES}module.{name}" in scope.estate.running:
        scope.complain(f"refers to itself: module.{name}")
        return unknown(UnknownReason.BROKEN, text), ()
    children = scope.children(name)
    expansion = children.expansion
    if not children.scopes and expansion.instances:
        return unknown(UnknownReason.MODULE_NOT_HERE, text), ()
    if not expansion.repeated:
        return _outputs(children.scopes[None], text), steps
    if expansion.unknown is not None:  # under any key there is the one instance that stands for all
        if steps and isinstance(steps[0], IndexStep):
            return _outputs(children.scopes[None], text), steps[1:]
        return unknown(expansion.unknown.reason, text), ()
    found: dict[Key, Value] = {key: _outputs(child, text) for key, child in children.scopes.items()}
    if scope.folder.modules[name].block.body.attribute("count"):
        return list(found.values()), steps
    return {str(key): item for key, item in found.items()}, steps


def _outputs(scope: ModuleScope, text: str) -> Value:
    names = tuple(scope.folder.outputs)
    return LazyObject(lambda name, asked: output(scope, name, asked), UnknownReason.MODULE_OUTPUT, text, names=names)


def output(scope: ModuleScope, name: str, text: str) -> Value:
    """An output of a module, as its caller sees it."""
    placed = scope.folder.outputs.get(name)
    if placed is None:
        return scope.absent(text, f"{scope.prefix.rstrip('.')} has no output {name!r}")
    if is_sensitive(placed.block):
        return unknown(UnknownReason.SENSITIVE, text)
    written = placed.block.body.attribute("value")
    if written is None:
        return Unknown(reason=UnknownReason.BROKEN, text=text)
    place = (written.path or placed.path, written.position)
    return scope.memo(f"output.{name}", text, place, lambda: scope.evaluate(written.expression, NO_NAMES))
